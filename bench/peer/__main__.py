"""Installs the peer: `python -m bench.peer`."""

from bench.peer import install

install()
