"""Acquaintances: who of us knows whom, and how well."""

from typing import Any

from cypher.graph import Scope, Work
from cypher.query import Row, query
from cypher.words import Day


class AcquaintanceRow(Row, frozen=True):
    id: str
    version: int
    team_member_id: str
    person_id: str
    level: int
    wanted_level: int | None
    note: str | None
    since: Day | None
    until: Day | None


class AcquaintancesOf(Row, frozen=True):
    of: str
    items: list[AcquaintanceRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[AcquaintanceRow]: ...


@query
async def of_people(scope: Scope, *, ids: list[str]) -> list[AcquaintancesOf]: ...


@query
async def lock(work: Work, *, open_key: str) -> AcquaintanceRow | None: ...


@query
async def lock_ended(work: Work, *, team_member_id: str, person_id: str, since: Day) -> AcquaintanceRow | None: ...


@query
async def create(work: Work, *, team_member_id: str, person_id: str, fields: dict[str, Any]) -> int | None: ...


@query
async def update(work: Work, *, id: str, fields: dict[str, Any]) -> int: ...
