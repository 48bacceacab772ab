"""Long calculations away from the event loop, in processes of their own: a thread would hold the interpreter's lock for seconds."""

from collections.abc import Callable
from typing import TypeVar

from anyio import to_process

T = TypeVar("T")
QUICK = 400
"""People and ties that are calculated with on the spot, in some 20 ms; another process answers in 3 ms, its first time in a second."""


async def calculated(size: int, function: Callable[..., T], *given: object) -> T:
    """What the function gives. Where `size` is great it, and what it is given, must be picklable."""
    return function(*given) if size <= QUICK else await to_process.run_sync(function, *given)
