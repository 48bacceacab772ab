"""The network of people around a deal or an account: pure functions over frozen data. No database, no API, no clock.

`measures.md` of the design defines every figure; the algorithms are those of rustworkx and networkx.
"""
