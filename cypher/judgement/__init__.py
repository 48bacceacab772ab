"""Committees as they are judged: snapshots of many at once, and the ties around them. What follows is for `service/judgement`."""

from cypher.graph import Graph, Scope, Work
from cypher.process import ExpectationRow
from cypher.query import Row, query
from cypher.words import (
    AlignmentState,
    Awareness,
    BuyClass,
    Certainty,
    CloseStatus,
    Day,
    DealStatus,
    InteractionKind,
    Moment,
    NeedKind,
    ObjectionKind,
    RelationshipKind,
    Role,
    Seniority,
    Stance,
    Step,
)


class PostSeen(Row, frozen=True):
    account_id: str
    since: Day | None
    until: Day | None
    primary: bool | None
    seniority: Seniority | None
    department: str | None


class LastSeen(Row, frozen=True):
    at: Moment | None
    engaged_at: Moment | None


class ContactSeen(Row, frozen=True):
    at: Moment
    kind: InteractionKind
    by_us: bool | None


class CoverSeen(Row, frozen=True):
    team_member_id: str
    level: int
    wanted: int | None


class PersonSeen(Row, frozen=True):
    """A person with all posts, and contacts of the last 91 days."""

    id: str
    name: str
    is_placeholder: bool
    posts: list[PostSeen]
    last: LastSeen
    contacts: list[ContactSeen]
    covers: list[CoverSeen]


class PartySeen(Row, frozen=True):
    id: str
    name: str
    account_id: str | None
    """A group's."""
    is_group: bool


class SeatSeen(Row, frozen=True):
    """A member with the people it stands for; the judgement is today's."""

    id: str
    deal_id: str
    since: Day | None
    created_at: Moment
    stance: Stance | None
    influence: int | None
    awareness: Awareness | None
    favours: str | None
    assessed_at: Moment | None
    party: PartySeen
    people: list[PersonSeen]


class RoleSeen(Row, frozen=True):
    role: Role
    phase_ids: list[str]
    certainty: Certainty
    confirmed_at: Moment | None


class JudgementSeen(Row, frozen=True):
    named: list[str]
    stance: Stance | None
    influence: int | None
    awareness: Awareness | None
    favours: str | None
    at: Moment


class DoubtSeen(Row, frozen=True):
    id: str
    kind: ObjectionKind
    text: str
    raised_at: Moment


class WantSeen(Row, frozen=True):
    id: str
    kind: NeedKind
    text: str
    priority: int | None
    opened_at: Moment


class MemberSeen(Row, frozen=True):
    seat: SeatSeen
    roles: list[RoleSeen]
    assessments: list[JudgementSeen]
    """Up to the moment, oldest first; none where now is asked for."""
    doubts: list[DoubtSeen]
    wants: list[WantSeen]


class VisitSeen(Row, frozen=True):
    entered_at: Moment
    left_at: Moment | None
    step: Step
    left_by: Step | None
    closed_as: CloseStatus | None
    is_of_phase: bool
    of: str


class DealSeen(Row, frozen=True):
    """A deal as it is now; `visits` tell how it was at a past moment, oldest first, and are empty where now is asked for."""

    id: str
    account_id: str
    created_at: Moment
    status: DealStatus
    buy_class: BuyClass | None
    buying_process: str
    sales_process: str | None
    phase_key: str | None
    phase_entered_at: Moment | None
    stage_key: str | None
    alignment: AlignmentState | None
    alignment_gap: int | None
    alignment_since: Moment | None
    closed_at: Moment | None
    deliver_on: Day | None
    moment: Moment
    is_continued: bool
    evaluations: list[bool]
    """Of each, whether it wants to go on."""
    visits: list[VisitSeen]
    members: list[MemberSeen]


class SeatOf(Row, frozen=True):
    of: str
    moment: Moment
    family: list[str]
    """The deal's account and all its subsidiaries."""
    seat: SeatSeen


class SeatsRow(Row, frozen=True):
    settings: str
    """JSON: those that differ from the defaults."""
    seats: list[SeatOf]


TieSeen = tuple[RelationshipKind, str, str, int | None]
"""Kind, from whom, to whom, strength."""


class FamilyOf(Row, frozen=True):
    """An account and all its subsidiaries."""

    of: str
    ids: list[str]


class ExpectedOf(Row, frozen=True):
    of: str
    items: list[ExpectationRow]


class SnapshotsRow(Row, frozen=True):
    """Committees, and what they have in common."""

    deals: list[DealSeen]
    families: list[FamilyOf]
    ties: list[TieSeen]
    covers: list[tuple[str, str, int]]
    """Who of us, whom, and the level."""
    settings: str
    """JSON: those that differ from the defaults."""
    expected: list[ExpectedOf]
    """Of each phase of every buying process."""


class TiesOf(Row, frozen=True):
    of: str
    ties: list[TieSeen]


class RolePlayed(Row, frozen=True):
    role: Role
    phase_ids: list[str]


class PlayerSeen(Row, frozen=True):
    roles: list[RolePlayed]
    engaged_at: Moment | None


class OpenDealOf(Row, frozen=True):
    of: str
    """The account."""
    buying_process: str
    phase_key: str | None
    buy_class: BuyClass | None
    players: list[PlayerSeen]


class HeatRow(Row, frozen=True):
    deals: list[OpenDealOf]
    settings: str
    expected: list[ExpectedOf]


class AgendaDeal(Row, frozen=True):
    id: str
    amount: int | None
    """In whole ten-thousandths of the currency."""
    currency: str | None
    expected_close_on: Day | None


class SnoozedRow(Row, frozen=True):
    key: str
    until: Day
    """The first day on which it is shown again."""


class AgendaRow(Row, frozen=True):
    deals: list[AgendaDeal]
    snoozed: list[SnoozedRow]


class PaceRow(Row, frozen=True):
    phase_id: str
    stays: int
    days: float


@query
async def snapshots(scope: Scope, *, ids: list[str], at: Moment, day: Day | None) -> SnapshotsRow: ...


@query
async def seats(scope: Scope, *, ids: list[str], at: Moment, day: Day | None) -> SeatsRow: ...


@query
async def people(scope: Scope, *, ids: list[str], at: Moment) -> list[PersonSeen]: ...


@query
async def within(scope: Scope, *, ids: list[str], day: Day | None) -> list[TiesOf]: ...


@query
async def paces(scope: Scope) -> list[PaceRow]: ...


@query
async def heat(scope: Scope, *, ids: list[str], at: Moment) -> HeatRow: ...


@query
async def agenda(graph: Graph, *, id: str, account_id: str | None, since: Moment) -> AgendaRow | None: ...


@query
async def put_off(work: Work, *, team_member_id: str, id: str, key: str, until: Day, today: Day) -> None: ...
