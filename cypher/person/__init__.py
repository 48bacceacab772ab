"""People: whoever matters to a buying decision, with the post they hold now."""

from typing import Any

from cypher.compose.page import Page
from cypher.compose.where import Where
from cypher.graph import Graph, Scope, Work
from cypher.post import PostRow
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import Day, DuplicateReason, Moment, Seniority


class BriefPersonRow(Row, frozen=True, tag_field="kind", tag="Person"):
    """What is shown of a person nearly everywhere. The post is the primary current one, kept on the person; null where there is none."""

    id: str
    name: str
    title: str | None
    department: str | None
    seniority: Seniority | None
    employer_id: str | None


class PersonRow(BriefPersonRow, frozen=True, tag="Person"):
    version: int
    created_at: Moment
    updated_at: Moment
    name_key: str
    email: str | None
    phone: str | None
    locale: str | None
    preferences: list[str]
    notes: str | None
    tags: list[str]
    is_placeholder: bool
    is_erased: bool


class PeopleOf(Row, frozen=True):
    of: str
    items: list[PersonRow]


class ColleagueRow(Row, frozen=True):
    person: PersonRow
    posts: list[PostRow]
    """At the account that was asked for."""


class ColleaguesOf(Row, frozen=True):
    of: str
    items: list[ColleagueRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[PersonRow]: ...


@query
async def brief_by_ids(scope: Scope, *, ids: list[str]) -> list[BriefPersonRow]: ...


@query
async def page(graph: Graph, *, page: Page) -> list[PersonRow]: ...


@query
async def count(graph: Graph, *, where: Where) -> int: ...


@query
async def of_accounts(graph: Graph, *, ids: list[str], day: Day | None, page: Page) -> list[ColleaguesOf]: ...


@query
async def count_of_accounts(graph: Graph, *, ids: list[str], day: Day | None, where: Where) -> list[CountOf]: ...


@query
async def of_groups(graph: Graph, *, ids: list[str], page: Page) -> list[PeopleOf]: ...


@query
async def count_of_groups(graph: Graph, *, ids: list[str]) -> list[CountOf]: ...


@query
async def lock(work: Work, *, id: str) -> PersonRow | None: ...


@query
async def create(work: Work, *, fields: dict[str, Any]) -> None: ...


@query
async def update(work: Work, *, id: str, at: Moment, fields: dict[str, Any]) -> int: ...


class DoublesRow(Row, frozen=True):
    """People who are probably the same."""

    because: DuplicateReason
    ids: list[str]


@query
async def doubles(graph: Graph, *, limit: int) -> list[DoublesRow]: ...


@query
async def held(graph: Graph, *, id: str) -> dict[str, Any] | None: ...
