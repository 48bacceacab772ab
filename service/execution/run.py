"""One operation while it is answered: what resolvers are told, and the awaitables whose values are still to be put in their places."""

import asyncio
from asyncio import FIRST_COMPLETED, Future
from collections import deque
from collections.abc import Callable, Coroutine
from types import CoroutineType
from typing import TYPE_CHECKING, Any, NamedTuple

from graphql.execution.values import VariableValues

if TYPE_CHECKING:
    from service.execution.field import Field

Complete = Callable[[Any, "Run"], Any]
"""From what a resolver gave to what stands in the answer."""
AWAITABLE = (CoroutineType, Future)


class Fallback(Exception):
    """graphql-core is to answer this; its cause tells why."""


class Waiting(NamedTuple):
    """A value that will stand at `out[key]`: once the future is done, its result, or what the coroutine that waits for it goes on to."""

    future: Future[Any]
    coroutine: Coroutine[Any, Any, Any] | None
    out: dict[str, Any]
    key: str
    complete: Complete


class Run:
    """What one answer takes. Infos and arguments are made once per field, however many objects have it."""

    __slots__ = ("arguments", "context", "infos", "ready", "variables", "waiting")

    def __init__(self, context: Any, variables: VariableValues) -> None:
        self.context, self.variables = context, variables
        self.infos: dict[Field, Any] = {}
        self.arguments: dict[Field, dict[str, Any]] = {}
        self.waiting: list[Waiting] = []
        self.ready: deque[Waiting] = deque()

    def later(self, value: Any, out: dict[str, Any], key: str, complete: Complete, *, stepped: bool) -> None:
        """Put an awaitable's value in its place once it is there.

        A coroutine becomes a task, as in graphql-core. Below a list there may be hundreds of coroutines, nearly all waiting for a loader:
        those are `stepped` here by hand, which costs less than half of a task and lets loads that are made together go out together.
        """
        if isinstance(value, Future):
            self.waiting.append(Waiting(value, None, out, key, complete))
        elif stepped:
            self._step(value, out, key, complete)
        else:
            self.waiting.append(Waiting(asyncio.create_task(value), None, out, key, complete))

    def _step(self, coroutine: Coroutine[Any, Any, Any], out: dict[str, Any], key: str, complete: Complete) -> None:
        try:
            future = coroutine.send(None)
        except StopIteration as finished:
            value = finished.value
        else:
            if not isinstance(future, Future):
                coroutine.close()
                raise Fallback("a resolver below a list waits for something that is no future")
            future._asyncio_future_blocking = False  # noqa: SLF001 - as a task does, so that others can wait for it too
            self.waiting.append(Waiting(future, coroutine, out, key, complete))
            return
        out[key] = complete(value, self)

    async def settle(self) -> None:
        """Go on with whatever is done until nothing is waited for."""
        while self.waiting:
            await asyncio.wait([one.future for one in self.waiting], return_when=FIRST_COMPLETED)
            done = [one.future.done() for one in self.waiting]
            self.ready.extend(one for one, is_done in zip(self.waiting, done, strict=True) if is_done)
            self.waiting = [one for one, is_done in zip(self.waiting, done, strict=True) if not is_done]
            while self.ready:
                _, coroutine, out, key, complete = one = self.ready.popleft()
                if coroutine is None:
                    out[key] = complete(one.future.result(), self)
                else:
                    self._step(coroutine, out, key, complete)

    def abandon(self) -> None:
        """Let go of what is still waited for. Nothing is cancelled: a task may hold a session of the database."""
        for one in (*self.ready, *self.waiting):
            if one.coroutine is not None:
                one.coroutine.close()
            elif isinstance(one.future, asyncio.Task):
                one.future.add_done_callback(_seen)


def _seen(task: Future[Any]) -> None:
    """Nobody is to be told of an error in work that was given up."""
    if not task.cancelled():
        task.exception()
