"""Accounts: the companies that buy, their parents and our teams for them."""

from typing import Any

from cypher.compose.page import Page
from cypher.compose.where import Where
from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.rows import CountOf, MoneyRow
from cypher.team import TeamMemberRow
from cypher.words import Moment


class BriefAccountRow(Row, frozen=True):
    """What is shown of an account nearly everywhere but by itself."""

    id: str
    name: str


class AccountRow(BriefAccountRow, frozen=True):
    version: int
    created_at: Moment
    updated_at: Moment
    name_key: str
    domain: str | None
    industry: str | None
    country: str | None
    employees: int | None
    annual_revenue: MoneyRow | None
    tier: str | None
    tags: list[str]
    parent_id: str | None


class AccountsOf(Row, frozen=True):
    of: str
    items: list[AccountRow]


class AccountTeamMemberRow(Row, frozen=True):
    function: str
    member: TeamMemberRow


class TeamOf(Row, frozen=True):
    of: str
    items: list[AccountTeamMemberRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[AccountRow]: ...


@query
async def brief_by_ids(scope: Scope, *, ids: list[str]) -> list[BriefAccountRow]: ...


@query
async def page(graph: Graph, *, page: Page) -> list[AccountRow]: ...


@query
async def count(graph: Graph, *, where: Where) -> int: ...


@query
async def subsidiaries(graph: Graph, *, ids: list[str], page: Page) -> list[AccountsOf]: ...


@query
async def count_subsidiaries(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def of_team_members(graph: Graph, *, ids: list[str], page: Page) -> list[AccountsOf]: ...


@query
async def count_of_team_members(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def team(scope: Scope, *, ids: list[str]) -> list[TeamOf]: ...


@query
async def lock(work: Work, *, id: str) -> AccountRow | None: ...


@query
async def create(work: Work, *, fields: dict[str, Any]) -> None: ...


@query
async def update(work: Work, *, id: str, at: Moment, fields: dict[str, Any]) -> int: ...


@query
async def set_parent(work: Work, *, id: str, parent_id: str | None) -> None: ...


@query
async def is_above(work: Work, *, id: str, below_id: str) -> bool | None: ...


@query
async def set_team(work: Work, *, id: str, members: list[dict[str, str]]) -> None: ...
