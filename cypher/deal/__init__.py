"""Deals: what we try to sell to an account, who of us owns them, and which deal continues which. Committees are in `member`."""

from typing import Any

from cypher.account import AccountRow
from cypher.compose.page import Page
from cypher.compose.where import Where
from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.rows import CountOf, MoneyRow
from cypher.team import TeamMemberRow
from cypher.words import AlignmentState, BuyClass, Day, DealStatus, Moment


class BriefDealRow(Row, frozen=True):
    """What is shown of a deal beside its members."""

    id: str
    name: str
    status: DealStatus


class DealRow(BriefDealRow, frozen=True):
    version: int
    created_at: Moment
    updated_at: Moment
    name_key: str
    account_id: str
    owner_id: str | None
    continues_id: str | None
    amount: MoneyRow | None
    buy_class: BuyClass | None
    source: str | None
    tags: list[str]
    competitors: list[str]
    lost_to: str | None
    close_reason: str | None
    expected_close_on: Day | None
    deliver_on: Day | None
    closed_at: Moment | None
    last_interaction_at: Moment | None
    buying_process: str
    """A key, as the next ones are; a phase's and a stage's are those of the deal's own processes."""
    phase_key: str | None
    phase_entered_at: Moment | None
    sales_process: str | None
    stage_key: str | None
    stage_entered_at: Moment | None


class OpenedDealRow(DealRow, frozen=True):
    """A deal by itself comes with what is asked for beside it nearly always, so that they need no statements of their own."""

    account: AccountRow
    owner: TeamMemberRow | None


class AlignmentRow(Row, frozen=True):
    """How our selling stands to the customer's buying; kept in step by whoever writes visits, by `alignment.projection`."""

    id: str
    state: AlignmentState
    gap: int | None
    since: Moment | None


class StoodRow(Row, frozen=True):
    """How a deal stood at a moment."""

    id: str
    status: DealStatus
    phase_id: str | None
    phase_entered_at: Moment | None
    stage_id: str | None
    stage_entered_at: Moment | None


class DealsOf(Row, frozen=True):
    of: str
    items: list[DealRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[OpenedDealRow]: ...


@query
async def brief_by_ids(scope: Scope, *, ids: list[str]) -> list[BriefDealRow]: ...


@query
async def page(graph: Graph, *, page: Page) -> list[DealRow]: ...


@query
async def count(graph: Graph, *, where: Where) -> int: ...


@query
async def of_accounts(graph: Graph, *, ids: list[str], page: Page) -> list[DealsOf]: ...


@query
async def count_of_accounts(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def count_fitting_of_accounts(graph: Graph, *, ids: list[str], where: Where) -> list[CountOf]: ...


@query
async def of_team_members(graph: Graph, *, ids: list[str], page: Page) -> list[DealsOf]: ...


@query
async def count_of_team_members(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def count_fitting_of_team_members(graph: Graph, *, ids: list[str], where: Where) -> list[CountOf]: ...


@query
async def continued_by(graph: Graph, *, ids: list[str]) -> list[DealsOf]: ...


@query
async def alignments(graph: Graph, *, ids: list[str]) -> list[AlignmentRow]: ...


@query
async def stood(scope: Scope, *, ids: list[str], at: Moment) -> list[StoodRow]: ...


@query
async def lock(work: Work, *, id: str) -> DealRow | None: ...


@query
async def create(work: Work, *, deals: list[dict[str, Any]]) -> int: ...


@query
async def align(work: Work, *, buying: str | None, selling: str | None) -> None: ...


@query
async def update(work: Work, *, id: str, at: Moment, fields: dict[str, Any]) -> int: ...


@query
async def set_owner(work: Work, *, id: str, owner_id: str | None) -> None: ...


@query
async def set_products(work: Work, *, id: str, keys: list[str]) -> None: ...
