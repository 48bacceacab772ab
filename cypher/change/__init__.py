"""The audit trail: what changed, who changed it, when, before and after."""

from typing import Any

from cypher.compose.page import Page
from cypher.graph import Graph, Work
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import ChangeAction, Moment


class ChangeRow(Row, frozen=True):
    id: str
    seq: int
    at: Moment
    actor: str | None
    action: ChangeAction
    entity_type: str
    entity_id: str
    entity_version: int | None
    account: str | None
    deal: str | None
    fields: str
    """JSON: a list of {field, before, after}."""
    informs: list[str]
    """Teams."""


class ChangesOf(Row, frozen=True):
    of: str
    items: list[ChangeRow]


@query
async def by_ids(graph: Graph, *, ids: list[str]) -> list[ChangeRow]: ...


@query
async def append(work: Work, *, changes: list[dict[str, Any]], outcome: dict[str, str] | None) -> None: ...


@query
async def of_workspace(
    graph: Graph,
    *,
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
    page: Page,
) -> list[ChangeRow]: ...


@query
async def count_of_workspace(
    graph: Graph,
    *,
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
) -> int: ...


@query
async def of_accounts(
    graph: Graph,
    *,
    ids: list[str],
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
    page: Page,
) -> list[ChangesOf]: ...


@query
async def count_of_accounts(
    graph: Graph,
    *,
    ids: list[str],
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
) -> list[CountOf]: ...


@query
async def of_deals(
    graph: Graph,
    *,
    ids: list[str],
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
    page: Page,
) -> list[ChangesOf]: ...


@query
async def count_of_deals(
    graph: Graph,
    *,
    ids: list[str],
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
) -> list[CountOf]: ...


@query
async def of_entities(
    graph: Graph,
    *,
    ids: list[str],
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
    page: Page,
) -> list[ChangesOf]: ...


@query
async def count_of_entities(
    graph: Graph,
    *,
    ids: list[str],
    after_seq: int,
    actions: list[str] | None,
    types: list[str] | None,
    account_id: str | None,
    deal_id: str | None,
) -> list[CountOf]: ...


@query
async def of_committees(graph: Graph, *, ids: list[str], since: Moment, until: Moment, page: Page) -> list[ChangesOf]: ...


@query
async def count_of_committees(graph: Graph, *, ids: list[str], since: Moment, until: Moment) -> list[CountOf]: ...
