"""Many rows in one statement each: what an import reads and writes."""

from typing import Any

from cypher.account import AccountRow
from cypher.deal import AlignmentRow, DealRow
from cypher.graph import Work
from cypher.member import RoleRow
from cypher.person import PersonRow
from cypher.post import PostRow
from cypher.query import Row, query
from cypher.tie import TieRow
from cypher.visit import PhaseVisitRow, StageVisitRow
from cypher.words import Day, Moment, Stance


class AboveRow(Row, frozen=True):
    id: str
    above_id: str


class SellingDealRow(DealRow, frozen=True):
    products: list[str]
    """Keys, in their order."""


class SeatRow(Row, frozen=True):
    """A party's place on a deal; the roles are all that it ever played there."""

    id: str
    version: int
    deal_id: str
    party_id: str
    until: Day | None
    stance: Stance | None
    influence: int | None
    roles: list[RoleRow]


class HistoryRow(Row, frozen=True):
    """What a deal has visited, oldest first, and how its wheels stand."""

    of: str
    alignment: AlignmentRow
    phases: list[PhaseVisitRow]
    stages: list[StageVisitRow]


class ColleagueRow(Row, frozen=True):
    email: str
    id: str


@query
async def accounts(work: Work, *, ids: list[str]) -> list[AccountRow]: ...


@query
async def lock_accounts(work: Work, *, ids: list[str]) -> list[AccountRow]: ...


@query
async def join_teams(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def people(work: Work, *, ids: list[str]) -> list[PersonRow]: ...


@query
async def deals(work: Work, *, ids: list[str]) -> list[SellingDealRow]: ...


@query
async def histories(work: Work, *, ids: list[str]) -> list[HistoryRow]: ...


@query
async def write_steps(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def seats(work: Work, *, deal_ids: list[str], party_ids: list[str]) -> list[SeatRow]: ...


@query
async def colleagues(work: Work, *, emails: list[str]) -> list[ColleagueRow]: ...


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
async def set_parents(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_accounts(work: Work, *, at: Moment, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_people(work: Work, *, at: Moment, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_posts(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_ties(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_deals(work: Work, *, at: Moment, rows: list[dict[str, Any]]) -> None: ...


@query
async def place_deals(work: Work, *, rows: list[dict[str, Any]]) -> None: ...


@query
async def update_roles(work: Work, *, rows: list[dict[str, Any]]) -> None: ...
