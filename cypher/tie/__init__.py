"""Ties: directed, dated relationships between two people."""

from typing import Any

from cypher.compose.page import Page
from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import Certainty, Day, Direction, RelationshipKind


class TieRow(Row, frozen=True):
    id: str
    version: int
    relationship_kind: RelationshipKind
    from_id: str
    to_id: str
    strength: int | None
    certainty: Certainty
    note: str | None
    since: Day | None
    until: Day | None


class TiesOf(Row, frozen=True):
    of: str
    items: list[TieRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[TieRow]: ...


@query
async def of_people(graph: Graph, *, ids: list[str], kinds: list[RelationshipKind], direction: Direction, page: Page) -> list[TiesOf]: ...


@query
async def count_of_people(graph: Graph, *, ids: list[str], kinds: list[RelationshipKind], direction: Direction) -> list[CountOf]: ...


@query
async def standing(work: Work, *, person_id: str, open_key: str) -> TieRow | None: ...


@query
async def reports_to(work: Work, *, id: str, superior_id: str) -> bool | None: ...


@query
async def lock(work: Work, *, id: str) -> TieRow | None: ...


@query
async def create(work: Work, *, kind: RelationshipKind, from_id: str, to_id: str, fields: dict[str, Any]) -> int | None: ...


@query
async def update(work: Work, *, id: str, fields: dict[str, Any]) -> int: ...
