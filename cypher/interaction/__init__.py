"""Interactions: calls, meetings, messages and the like, who took part, and the deal that each is about."""

from typing import Any

from cypher.compose.page import Page
from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import Day, InteractionKind, Moment


class InteractionRow(Row, frozen=True):
    id: str
    version: int
    interaction_kind: InteractionKind
    at: Moment
    minutes: int | None
    initiated_by_us: bool | None
    sentiment: int | None
    summary: str | None
    deal_id: str | None
    person_ids: list[str]
    """Who took part, by name; as the next ones."""
    team_member_ids: list[str]


class InteractionsOf(Row, frozen=True):
    of: str
    items: list[InteractionRow]


class LastOf(Row, frozen=True):
    of: str
    at: Moment | None


class ContactRow(Row, frozen=True):
    """What a person's habits are made of."""

    at: Moment
    initiated_by_us: bool | None
    interaction_kind: InteractionKind


class ContactsOf(Row, frozen=True):
    of: str
    items: list[ContactRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[InteractionRow]: ...


@query
async def of_deals(graph: Graph, *, ids: list[str], page: Page) -> list[InteractionsOf]: ...


@query
async def count_of_deals(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def of_people(graph: Graph, *, ids: list[str], page: Page) -> list[InteractionsOf]: ...


@query
async def count_of_people(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def of_accounts(graph: Graph, *, ids: list[str], page: Page) -> list[InteractionsOf]: ...


@query
async def count_of_accounts(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def last_of_accounts(graph: Graph, *, ids: list[str]) -> list[LastOf]: ...


@query
async def last_of_members(graph: Graph, *, ids: list[str], at: Moment | None, day: Day | None) -> list[LastOf]: ...


@query
async def recent_of_people(graph: Graph, *, ids: list[str], since: Moment) -> list[ContactsOf]: ...


@query
async def lock(work: Work, *, id: str) -> InteractionRow | None: ...


@query
async def create(work: Work, *, interactions: list[dict[str, Any]]) -> None: ...


@query
async def update(work: Work, *, at: Moment, interactions: list[dict[str, Any]], deal_ids: list[str]) -> None: ...
