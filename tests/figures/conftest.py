"""The workspace whose clock the test turns."""

from tests.moves.conftest import timed

__all__ = ["timed"]
