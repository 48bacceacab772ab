"""Posts: who works at which account, as what, from when to when."""

from typing import Any

from cypher.graph import Scope, Work
from cypher.query import Row, query
from cypher.words import Day, Role, Seniority


class PostRow(Row, frozen=True):
    id: str
    version: int
    person_id: str
    account_id: str
    title: str | None
    department: str | None
    seniority: Seniority | None
    usual_roles: list[Role]
    since: Day | None
    until: Day | None
    is_primary: bool


class PostsOf(Row, frozen=True):
    of: str
    items: list[PostRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[PostRow]: ...


@query
async def of_people(scope: Scope, *, ids: list[str], day: Day | None) -> list[PostsOf]: ...


@query
async def lock(work: Work, *, id: str) -> PostRow | None: ...


@query
async def create(work: Work, *, person_id: str, account_id: str, fields: dict[str, Any]) -> int | None: ...


@query
async def update(work: Work, *, id: str, fields: dict[str, Any]) -> int: ...
