"""Many rows in one statement each: what an import reads, locks and writes."""

from typing import Any

from cypher.account import AccountRow
from cypher.graph import Work
from cypher.person import PersonRow
from cypher.post import PostRow
from cypher.query import Row, query
from cypher.tie import TieRow
from cypher.words import Moment


class AboveRow(Row, frozen=True):
    id: str
    above_id: str


@query
async def lock_accounts(work: Work, *, ids: list[str]) -> list[AccountRow]: ...


@query
async def lock_people(work: Work, *, ids: list[str]) -> list[PersonRow]: ...


@query
async def posts(work: Work, *, ids: list[str]) -> list[PostRow]: ...


@query
async def ties(work: Work, *, ids: list[str]) -> list[TieRow]: ...


@query
async def parents(work: Work, *, ids: list[str]) -> list[AboveRow]: ...


@query
async def superiors(work: Work, *, ids: list[str]) -> list[AboveRow]: ...


@query
async def create_accounts(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def create_people(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def create_posts(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def create_ties(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def create_refs(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def set_parents(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_accounts(work: Work, *, at: Moment, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_people(work: Work, *, at: Moment, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_posts(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_ties(work: Work, *, rows: list[dict[str, Any]]) -> None: ...
