"""How strong our relationship with a person is, and with a member."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import floor

from cypher.words import InteractionKind, Seniority
from service.judgement.snapshot import SECONDS_A_DAY, Contact, Member, Person

WINDOW_DAYS = 90
HALF_LIFE_DAYS = 30
OFTEN = 12
"""So many interactions in the window, and more is not better."""
DEPTHS = {
    **dict.fromkeys((InteractionKind.VISIT, InteractionKind.MEETING, InteractionKind.DEMO), 1.0),
    **dict.fromkeys((InteractionKind.EVENT, InteractionKind.CALL), 0.7),
    **dict.fromkeys((InteractionKind.MESSAGE, InteractionKind.OTHER), 0.3),
}
RANKS = {
    Seniority.BOARD: 1.0,
    Seniority.EXECUTIVE: 0.9,
    Seniority.DIRECTOR: 0.7,
    Seniority.MANAGER: 0.5,
    Seniority.SPECIALIST: 0.3,
    Seniority.ASSISTANT: 0.2,
}
UNKNOWN_RANK = 0.3
WEIGHTS = {"recency": 30, "frequency": 25, "two_way": 15, "depth": 15, "seniority": 15}


@dataclass(frozen=True)
class Strength:
    """0 to 100, and its terms, each 0 to 1. Without any interaction all are 0."""

    recency: float = 0.0
    frequency: float = 0.0
    two_way: float = 0.0
    depth: float = 0.0
    seniority: float = 0.0
    last_at: datetime | None = None

    @property
    def score(self) -> int:
        """The weighted sum, rounded half up."""
        total: float = sum(weight * getattr(self, term) for term, weight in WEIGHTS.items())
        return floor(round(total, 9) + 0.5)


def strength(person: Person, now: datetime) -> Strength:
    """30·recency + 25·frequency + 15·two-way + 15·depth + 15·seniority, over the 90 days up to now (measures.md, *Threads and strength*).

    Recency halves every 30 days since the last interaction; frequency is full at 12; two-way is twice the share of the scarcer direction
    among those of which it is known who began; depth is that of the deepest kind; seniority that of the primary current post.
    """
    if person.last_at is None:
        return Strength()
    since = now - timedelta(days=WINDOW_DAYS)
    recent = [one for one in person.contacts if since <= one.at <= now]
    return Strength(
        recency=0.5 ** ((now - person.last_at).total_seconds() / SECONDS_A_DAY / HALF_LIFE_DAYS),
        frequency=min(1.0, len(recent) / OFTEN),
        two_way=_two_way(recent),
        depth=max((DEPTHS[one.kind] for one in recent), default=0.0),
        seniority=RANKS[person.seniority] if person.seniority else UNKNOWN_RANK,
        last_at=person.last_at,
    )


def _two_way(recent: Sequence[Contact]) -> float:
    begun = [one.by_us for one in recent if one.by_us is not None]
    scarcer = min(begun.count(True), begun.count(False))
    return 2 * scarcer / len(begun) if begun else 0.0


def strongest(member: Member, now: datetime) -> Strength:
    """The strength of a member: of a group the highest among its people, none without people."""
    found = [strength(one, now) for one in sorted(member.people, key=lambda one: one.id)]
    return max(found, key=lambda one: one.score, default=Strength())
