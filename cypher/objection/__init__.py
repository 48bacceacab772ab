"""Objections, questions and complaints that members of committees raise, each in a phase."""

from typing import Any

from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.words import Moment, ObjectionKind, ObjectionStatus


class ObjectionRow(Row, frozen=True):
    id: str
    version: int
    objection_kind: ObjectionKind
    text: str
    objection_status: ObjectionStatus
    answer: str | None
    phase_id: str | None
    member_id: str
    deal_id: str
    raised_at: Moment
    answered_at: Moment | None
    closed_at: Moment | None
    """When it was answered or withdrawn."""


class ObjectionsOf(Row, frozen=True):
    of: str
    items: list[ObjectionRow]


class PhaseAtRow(Row, frozen=True):
    id: str
    key: str


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[ObjectionRow]: ...


@query
async def of_deals(graph: Graph, *, ids: list[str]) -> list[ObjectionsOf]: ...


@query
async def phase_at(scope: Scope, *, deal_id: str, at: Moment) -> PhaseAtRow | None: ...


@query
async def lock(work: Work, *, id: str) -> ObjectionRow | None: ...


@query
async def create(work: Work, *, objections: list[dict[str, Any]]) -> None: ...


@query
async def update(work: Work, *, id: str, fields: dict[str, Any]) -> int: ...
