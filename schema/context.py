"""What a request carries: who asks, and the loaders that gather ids across the answer into one statement each."""

from asyncio import Future, shield
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import strawberry
from strawberry.dataloader import DataLoader

from cypher.words import Moment
from schema.cursors import SECRET
from service.stamp import moment
from service.viewer import Caller

Batch = Callable[..., Awaitable[list[Any]]]


@dataclass
class Context:
    """A request's context. Loaders live as long as it does, so that one answer reads a thing once."""

    caller: Caller
    known: dict[Any, bool] = field(default_factory=dict)
    """What was found out about the document's fields."""
    filters: dict[tuple[type, str], Any] = field(default_factory=dict)
    """The filters that were read already, by their type and what they say."""
    _loaders: dict[Any, DataLoader[str, Any]] = field(default_factory=dict)
    _now: Moment = ""

    @property
    def now(self) -> Moment:
        """The moment that the whole answer takes for now, so that fields which reckon from it share their statements."""
        self._now = self._now or moment(self.caller.clock.now())
        return self._now

    def __post_init__(self) -> None:
        SECRET.set(self.caller.viewer.secret)

    def load(self, statement: Batch, id_: str | None) -> Awaitable[Any] | None:
        """The row with this id, or null; `statement` takes `ids` and gives rows that carry `id`."""
        return None if id_ is None else _shared(self._loader(statement, "id").load(id_))

    def has(self, statement: Batch, id_: str | None) -> bool:
        """Whether the row with this id was asked for already."""
        loader = self._loaders.get((statement, ()))
        return loader is not None and id_ is not None and loader.cache_map.get(id_) is not None

    def children(self, statement: Batch, of: str, **arguments: Any) -> Awaitable[Any]:
        """The row of one parent; `statement` takes `ids` and gives rows that carry `of`. Same arguments, same statement."""
        return _shared(self._loader(statement, "of", tuple(arguments.items())).load(of))

    def forget(self) -> None:
        """Let what was read before a write go."""
        self._loaders.clear()
        self._now = ""

    def prime(self, statement: Batch, row: Any) -> None:
        """Keep a row that came with another statement."""
        self._loader(statement, "id").prime(row.id, row)

    def _loader(self, statement: Batch, key: str, arguments: tuple[tuple[str, Any], ...] = ()) -> DataLoader[str, Any]:
        name = (statement, arguments)
        if name not in self._loaders:

            async def batch(ids: list[str]) -> list[Any]:
                rows = await statement(self.caller.graph, ids=ids, **dict(arguments))
                found = {getattr(row, key): row for row in rows}
                return [found.get(id_) for id_ in ids]

            self._loaders[name] = DataLoader(load_fn=batch)
        return self._loaders[name]


def _shared(row: Awaitable[Any]) -> Awaitable[Any]:
    """A row that several fields may wait for: graphql-core cancels the siblings of a field that failed, not what others wait for."""
    return row if isinstance(row, Future) and row.done() else shield(row)


Info = strawberry.Info[Context, None]
