"""External references: what a thing is called in other systems, unique in a workspace over all kinds."""

from cypher.graph import Scope, Work
from cypher.query import Row, query


class RefRow(Row, frozen=True):
    system: str
    key: str


class RefsOf(Row, frozen=True):
    of: str
    items: list[RefRow]


class NamedRow(Row, frozen=True):
    system: str
    key: str
    kind: str
    entity_id: str
    hidden: bool


@query
async def of_nodes(scope: Scope, *, ids: list[str]) -> list[RefsOf]: ...


@query
async def find(scope: Scope, *, refs: list[dict[str, str]]) -> list[NamedRow]: ...


@query
async def replace(work: Work, *, id: str, systems: list[str], refs: list[dict[str, str]]) -> None: ...
