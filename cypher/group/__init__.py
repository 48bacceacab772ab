"""Groups: bodies inside an account that can hold roles as one, and their people."""

from typing import Any

from cypher.compose.page import Page
from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import Day, GroupKind, Moment


class GroupRow(Row, frozen=True, tag_field="kind", tag="Group"):
    id: str
    version: int
    name: str
    name_key: str
    group_kind: GroupKind | None
    account_id: str


class GroupsOf(Row, frozen=True):
    of: str
    items: list[GroupRow]


class BelongingRow(Row, frozen=True):
    person_id: str
    since: Day | None


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[GroupRow]: ...


@query
async def of_people(graph: Graph, *, ids: list[str], page: Page) -> list[GroupsOf]: ...


@query
async def count_of_people(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def of_accounts(graph: Graph, *, ids: list[str], page: Page) -> list[GroupsOf]: ...


@query
async def count_of_accounts(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def belonging(scope: Scope, *, id: str) -> list[BelongingRow]: ...


@query
async def lock(work: Work, *, id: str) -> GroupRow | None: ...


@query
async def create(work: Work, *, account_id: str, fields: dict[str, Any]) -> int | None: ...


@query
async def update(work: Work, *, id: str, at: Moment, fields: dict[str, Any]) -> int: ...


@query
async def add_people(work: Work, *, id: str, person_ids: list[str], since: Day | None) -> int: ...


@query
async def remove_people(work: Work, *, id: str, person_ids: list[str], until: Day) -> None: ...
