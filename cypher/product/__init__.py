"""Products: what we sell, and which go together."""

from typing import Any

from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query


class ProductRow(Row, frozen=True):
    id: str
    version: int
    key: str
    name: str
    family: str | None


class ProductsOf(Row, frozen=True):
    of: str
    items: list[ProductRow]


@query
async def all(graph: Graph) -> list[ProductRow]: ...  # noqa: A001 - a statement's name, never imported bare


@query
async def by_ids(graph: Graph, *, ids: list[str]) -> list[ProductRow]: ...


@query
async def by_keys(scope: Scope, *, keys: list[str]) -> list[ProductRow]: ...


@query
async def goes_with(scope: Scope, *, ids: list[str]) -> list[ProductsOf]: ...


@query
async def of_deals(scope: Scope, *, ids: list[str]) -> list[ProductsOf]: ...


@query
async def lock(work: Work, *, key: str) -> ProductRow | None: ...


@query
async def create(work: Work, *, fields: dict[str, Any]) -> None: ...


@query
async def update(work: Work, *, id: str, fields: dict[str, Any]) -> int: ...


@query
async def set_goes_with(work: Work, *, id: str, keys: list[str]) -> None: ...
