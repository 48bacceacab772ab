"""A committee as it stood at a moment, with all that figures are made of. How it is read from the graph is told in `service/snapshots.py`.

Snapshot
├── deal      Deal: status, phase and its process's phases with the roles they expect, alignment, what came after the purchase
├── members   Member: party, people (a person alone, a group's people), roles, the judgement in force
├── doubts    open objections, questions and complaints;  wants: open needs
├── network   ties among the people, and around the deciders and approvers as far as routes go; whom of them we know
└── rules     the workspace's settings
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from cypher.words import (
    Awareness,
    BuyClass,
    DealStatus,
    InteractionKind,
    NeedKind,
    ObjectionKind,
    RelationshipKind,
    Role,
    Seniority,
    Stance,
)
from service.network.graph import Network, Tie, Walkable, walkable

SECONDS_A_DAY = 86_400
STANCES = {Stance.CHAMPION: 2, Stance.SUPPORTER: 1, Stance.NEUTRAL: 0, Stance.SCEPTIC: -1, Stance.BLOCKER: -2}
LADDER = {awareness: step for step, awareness in enumerate(Awareness)}
NOBODY = Network(())
DECIDING = frozenset({Role.DECIDER, Role.APPROVER})


@dataclass(frozen=True)
class Rules:
    """The settings in force; days, but for the three in the middle."""

    engaged_days: int = 90
    fresh_days: int = 90
    cold_days: int = 30
    key_player_from: int = 7
    thread_above: int = 30
    assumed_strength: int = 2
    ahead_days: int = 14
    objection_days: int = 14
    former_after_days: int = 730


class Contact(NamedTuple):
    """An interaction that a person took part in. `by_us` is None where nobody said who began."""

    at: datetime
    kind: InteractionKind
    by_us: bool | None


class Acquaintance(NamedTuple):
    """An active team member who knows a person. Levels 1 to 5."""

    team_member_id: str
    level: int
    wanted: int | None


@dataclass(frozen=True)
class Person:
    """Contacts are those of the 90 days up to now; `last_at` and `engaged_at` are of all up to now, None where there was none."""

    id: str
    name: str
    is_placeholder: bool = False
    is_external: bool = False
    has_left: bool = False
    """No current post at an account where it had one when it joined."""
    seniority: Seniority | None = None
    department: str | None = None
    contacts: tuple[Contact, ...] = ()
    last_at: datetime | None = None
    engaged_at: datetime | None = None
    """When it last took part in what engages: a call, meeting, demo, visit, event, or a message that it started."""
    acquaintances: tuple[Acquaintance, ...] = ()


@dataclass(frozen=True)
class Playing:
    """A role that a member plays. No phases: it matters in all."""

    role: Role
    phase_ids: frozenset[str] = frozenset()
    confirmed: bool = False

    def matters_in(self, phase_id: str | None) -> bool:
        return phase_id is None or not self.phase_ids or phase_id in self.phase_ids


@dataclass(frozen=True)
class Member:
    """A party on the committee. Unknown stance (−2 to +2), influence (0 to 10) and awareness (a step of the ladder) are None."""

    id: str
    party_id: str
    name: str
    people: tuple[Person, ...]
    is_group: bool = False
    is_external: bool = False
    has_left: bool = False
    playing: tuple[Playing, ...] = ()
    stance: int | None = None
    influence: int | None = None
    awareness: int | None = None
    favours: str | None = None
    assessed_at: datetime | None = None

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(one.role for one in self.playing)

    @property
    def last_at(self) -> datetime | None:
        return max((one.last_at for one in self.people if one.last_at), default=None)

    @property
    def person_ids(self) -> frozenset[str]:
        return frozenset(one.id for one in self.people)

    def plays(self, role: Role, phase_id: str | None = None) -> bool:
        """Whether it plays a role that matters in a phase; without one, in any."""
        return any(one.role == role and one.matters_in(phase_id) for one in self.playing)


@dataclass(frozen=True)
class Expected:
    """A role that a phase expects of a deal of its buy class."""

    role: Role
    required: bool
    goal: int
    weight: float


@dataclass(frozen=True)
class Phase:
    """A phase that takes visits; `awareness` is a step of the ladder. `healthy_days`: beyond it a stay is too long; None: no stay is."""

    id: str
    key: str
    position: int
    awareness: int | None = None
    after_purchase: bool = False
    healthy_days: float | None = None
    expects: tuple[Expected, ...] = ()


@dataclass(frozen=True)
class Deal:
    id: str
    status: DealStatus = DealStatus.OPEN
    buy_class: BuyClass | None = None
    phases: tuple[Phase, ...] = ()
    """Of its process, in order, without retired ones."""
    phase: Phase | None = None
    entered_at: datetime | None = None
    gap: int | None = None
    """Above 0: we are so many phases ahead of the customer."""
    ahead_since: datetime | None = None
    closed_at: datetime | None = None
    delivered_at: datetime | None = None
    """The beginning of the day we promised to deliver on."""
    is_evaluated: bool = False
    wants_more: bool = False
    """An evaluation of it wants to go on."""
    is_continued: bool = False


@dataclass(frozen=True)
class Doubt:
    """An open objection, question or complaint."""

    id: str
    kind: ObjectionKind
    member_id: str
    raised_at: datetime
    text: str = ""


@dataclass(frozen=True)
class Want:
    """An open need."""

    id: str
    kind: NeedKind
    member_id: str
    opened_at: datetime | None = None
    text: str = ""
    priority: int | None = None


@dataclass(frozen=True)
class Snapshot:
    """`now` is where spans of time end: of a closed deal its `closed_at` where no other moment is asked for. `at` is the moment itself."""

    deal: Deal
    members: tuple[Member, ...]
    now: datetime
    at: datetime
    rules: Rules = Rules()
    doubts: tuple[Doubt, ...] = ()
    wants: tuple[Want, ...] = ()
    network: Network = NOBODY

    @cached_property
    def ways(self) -> Walkable:
        """The network as routes walk it."""
        return walkable(self.network, self.rules.assumed_strength)

    @cached_property
    def swayed(self) -> dict[str, tuple[Tie, ...]]:
        """Person → the ties of those who influence them."""
        found: dict[str, list[Tie]] = {}
        for tie in self.network.of_kinds((RelationshipKind.INFLUENCES,)):
            found.setdefault(tie.to_id, []).append(tie)
        return {person: tuple(ties) for person, ties in found.items()}

    @cached_property
    def engaged(self) -> frozenset[str]:
        """The ids of members who are engaged. A placeholder never is; a group is when one of its people is."""
        return frozenset(one.id for one in self.members if is_engaged(one, self.now, self.rules))

    @cached_property
    def key_players(self) -> tuple[Member, ...]:
        """Members with an influence from `key_player_from` on."""
        return tuple(one for one in self.members if one.influence is not None and one.influence >= self.rules.key_player_from)

    def since(self, days: float) -> datetime:
        return self.now - timedelta(days=days)

    def days_since(self, when: datetime) -> float:
        """Elapsed seconds ÷ 86,400."""
        return (self.now - when).total_seconds() / SECONDS_A_DAY


def is_engaged(member: Member, now: datetime, rules: Rules) -> bool:
    """Whether one of a member's people took part, in the `engaged_days` × 24 hours up to now, in what engages."""
    since = now - timedelta(days=rules.engaged_days)
    return any(one.engaged_at is not None and one.engaged_at >= since and not one.is_placeholder for one in member.people)
