"""Needs: goals, pain points, requirements and preferences that members of committees hold."""

from typing import Any

from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.words import Moment, NeedKind, NeedStatus


class NeedRow(Row, frozen=True):
    id: str
    version: int
    need_kind: NeedKind
    text: str
    priority: int | None
    need_status: NeedStatus
    member_id: str
    deal_id: str
    opened_at: Moment
    closed_at: Moment | None
    """When it was met or dropped."""


class NeedsOf(Row, frozen=True):
    of: str
    items: list[NeedRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[NeedRow]: ...


@query
async def of_deals(graph: Graph, *, ids: list[str]) -> list[NeedsOf]: ...


@query
async def lock(work: Work, *, id: str) -> NeedRow | None: ...


@query
async def create(work: Work, *, needs: list[dict[str, Any]]) -> None: ...


@query
async def update(work: Work, *, id: str, fields: dict[str, Any]) -> int: ...
