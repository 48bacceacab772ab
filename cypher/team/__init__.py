"""Team members: the people of the selling organisation."""

from typing import Any

from cypher.compose.page import Page
from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.words import Permission


class BriefTeamMemberRow(Row, frozen=True):
    id: str
    name: str


class TeamMemberRow(BriefTeamMemberRow, frozen=True):
    version: int
    name_key: str
    email: str | None
    subject: str
    permission: Permission
    is_active: bool


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[TeamMemberRow]: ...


@query
async def brief_by_ids(scope: Scope, *, ids: list[str]) -> list[BriefTeamMemberRow]: ...


@query
async def page(graph: Graph, *, page: Page) -> list[TeamMemberRow]: ...


@query
async def count(graph: Graph) -> int: ...


@query
async def lock(work: Work, *, subject: str) -> TeamMemberRow | None: ...


@query
async def create(work: Work, *, fields: dict[str, Any]) -> None: ...


@query
async def update(work: Work, *, id: str, fields: dict[str, Any]) -> int: ...


@query
async def has_other_admin(work: Work, *, id: str) -> bool: ...
