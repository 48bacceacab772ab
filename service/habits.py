"""How somebody deals with us, without any input or output: measures.md's `Person.habits`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median

from cypher.interaction import ContactRow
from cypher.words import InteractionKind

DAYS = 365
SECONDS_A_DAY = 86_400


@dataclass(frozen=True)
class Habit:
    usual_kind: InteractionKind | None
    their_share: float | None
    """Of the interactions of which it is known who began, from 0 to 1."""
    median_gap_days: float | None


def habit(contacts: Sequence[ContactRow]) -> Habit:
    """The habits that these interactions show, oldest first; of several kinds that are equally frequent, the one seen last."""
    counts = Counter(one.interaction_kind for one in contacts)
    last = {one.interaction_kind: place for place, one in enumerate(contacts)}
    begun = [one.initiated_by_us for one in contacts if one.initiated_by_us is not None]
    moments = [datetime.fromisoformat(one.at) for one in contacts]
    gaps = [(later - earlier).total_seconds() / SECONDS_A_DAY for earlier, later in pairwise(moments)]
    return Habit(
        max(counts, key=lambda kind: (counts[kind], last[kind]), default=None),
        begun.count(False) / len(begun) if begun else None,
        median(gaps) if gaps else None,
    )
