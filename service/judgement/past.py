"""How a deal and a judgement stood at a past moment, told from what was recorded; and which dated things hold on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher.judgement import JudgementSeen, VisitSeen
from cypher.words import Day, DealStatus, Moment, Step

JUDGED = ("stance", "influence", "awareness", "favours")


@dataclass(frozen=True)
class Standing:
    """Where a deal stood: the visits it was in, and since when we were ahead of the customer by so many phases."""

    status: DealStatus
    phase: VisitSeen | None
    last_phase_id: str | None
    gap: int | None
    ahead_since: Moment | None
    closed_at: Moment | None


@dataclass(frozen=True)
class Wheels:
    """Each phase's place in its process, and for each stage the phases that it serves."""

    positions: Mapping[str, int]
    process_of: Mapping[str, str]
    serves: Mapping[str, Sequence[str]]

    def gap(self, phase_id: str, stage_id: str) -> int | None:
        """The position of the phase that the stage serves in the phase's process, less that of the phase."""
        process = self.process_of.get(phase_id)
        served = next((one for one in self.serves.get(stage_id, ()) if self.process_of.get(one) == process), None)
        return None if served is None or phase_id not in self.positions else self.positions[served] - self.positions[phase_id]


def holds(since: Day | None, until: Day | None, day: Day | None) -> bool:
    """Whether a dated thing holds on a day; None: now, where what is current has no end."""
    if day is None:
        return until is None
    return (since is None or since <= day) and (until is None or day < until)


def in_force(judgements: Iterable[JudgementSeen]) -> tuple[dict[str, Any], Moment | None]:
    """Each judgement as the latest one naming it says, and when the latest was made; oldest first."""
    said: dict[str, Any] = dict.fromkeys(JUDGED)
    at = None
    for one in judgements:
        said |= {name: getattr(one, name) for name in JUDGED if name in one.named}
        at = one.at
    return said, at


def standing(visits: Sequence[VisitSeen], at: Moment, wheels: Wheels) -> Standing:
    """How a deal stood at a moment, from its visits up to then, oldest first."""
    phases = [one for one in visits if one.is_of_phase]
    status, closed_at = _status(phases, at)
    here = _open(visits, at, of_phase=True)
    gap, since = _ahead(visits, at, wheels)
    return Standing(status, here, phases[-1].of if phases else None, gap, since, closed_at)


def _status(phases: Sequence[VisitSeen], at: Moment) -> tuple[DealStatus, Moment | None]:
    status, closed_at = DealStatus.OPEN, None
    for one in phases:
        if one.step in (Step.START, Step.REOPEN):
            status, closed_at = DealStatus.OPEN, None
        if one.left_by == Step.CLOSE and one.closed_as and one.left_at and one.left_at <= at:
            status, closed_at = DealStatus(one.closed_as), one.left_at
    return status, closed_at


def _open(visits: Sequence[VisitSeen], at: Moment, *, of_phase: bool) -> VisitSeen | None:
    """The visit that holds at a moment: from its entry up to, without, its end."""
    standing = [one for one in visits if one.is_of_phase == of_phase and one.entered_at <= at and (one.left_at is None or at < one.left_at)]
    return standing[-1] if standing else None


def _ahead(visits: Sequence[VisitSeen], at: Moment, wheels: Wheels) -> tuple[int | None, Moment | None]:
    """The gap at a moment, and since when it has been above 0."""
    turns = {turn for one in visits for turn in (one.entered_at, one.left_at) if turn is not None and turn <= at}
    gap, since = None, None
    for turn in sorted(turns):
        phase, stage = (_open(visits, turn, of_phase=kind) for kind in (True, False))
        gap = wheels.gap(phase.of, stage.of) if phase and stage else None
        since = (since or turn) if gap is not None and gap > 0 else None
    return gap, since
