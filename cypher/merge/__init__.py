"""Merging: what of several people or accounts becomes one. Which of doubles stays is decided outside, in `service.unions`."""

from typing import Any

from cypher.graph import Work
from cypher.query import Row, query
from cypher.words import Certainty, Day, Moment, Role


class HeldRow(Row, frozen=True):
    """A relationship of a person or an account that is merged, or of the one that stays where the merge may touch it."""

    ref: str
    """Names it inside the transaction: most kinds have no id of their own."""
    kind: str
    """Its type; of a hidden one that of the visible one."""
    deletion: str | None
    from_id: str
    to_id: str
    properties: dict[str, Any]
    account: str | None
    """The account whose timeline tells of it."""
    other_version: int | None
    """Of the thing at the other end."""


class PlayedRow(Row, frozen=True):
    """A role of a member, current or ended."""

    id: str
    version: int
    role: Role
    certainty: Certainty
    since: Day | None
    until: Day | None
    source: str | None


class JudgedRow(Row, frozen=True):
    """A purchase evaluation by a member."""

    id: str
    at: Moment


class StatedRow(Row, frozen=True):
    """A need or an objection of a member."""

    kind: str
    id: str
    version: int


class SeatRow(Row, frozen=True):
    """A place on a committee, current or former."""

    id: str
    version: int
    party_id: str
    deal_id: str
    account_id: str
    deletion: str | None
    since: Day | None
    until: Day | None
    merged_ids: list[str]
    roles: list[PlayedRow]
    evaluations: list[JudgedRow]
    stated: list[StatedRow]


@query
async def lock(work: Work, *, ids: list[str]) -> None: ...


@query
async def held(work: Work, *, id: str, ids: list[str]) -> list[HeldRow]: ...


@query
async def seats(work: Work, *, ids: list[str]) -> list[SeatRow]: ...


@query
async def join(work: Work, *, id: str, ids: list[str], fates: dict[str, dict[str, Any]]) -> None: ...


@query
async def seat(work: Work, *, party_id: str, rows: list[dict[str, Any]]) -> None: ...


@query
async def close(work: Work, *, id: str, ids: list[str], gone: list[str], at: Moment, fields: dict[str, Any]) -> int: ...
