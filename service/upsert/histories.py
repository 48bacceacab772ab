"""Replaying what deals went through, without any input or output: where they begin, their moves, and where a row says that they stand.

The rules of steps are `wheels`' and `targets`'; this module puts the steps of many moments in their order.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from cypher.batch import HistoryRow
from cypher.process import PhaseRow, StageRow
from cypher.visit import PhaseVisitRow, StageVisitRow, VisitRow
from cypher.words import AlignmentState, CloseStatus, DealStatus, Moment
from service import targets, wheels
from service.fields import refused
from service.outcomes import InvalidInput, IssueCode
from service.stamp import Stamp
from service.targets import Targets, Way
from service.wheels import STILL, P, Turn, Wheel

Stay = tuple[str, Moment]
"""Where a visit was and when it began."""


@dataclass(frozen=True)
class Wish:
    """Where a row says that a deal stands; None: it does not say."""

    status: DealStatus | None = None
    closed_at: Moment | None = None
    phase: PhaseRow | None = None
    stage: StageRow | None = None


@dataclass(frozen=True)
class Writer:
    """Who records the steps, and with which ids."""

    stamp: Stamp
    by: str


@dataclass
class History:
    """What a deal has visited, as the rows judged so far leave it."""

    way: Way
    writer: Writer
    created_at: Moment
    status: DealStatus
    closed_at: Moment | None = None
    phases: list[VisitRow] = field(default_factory=list)
    stages: list[VisitRow] = field(default_factory=list)
    alignment: AlignmentState | None = None
    alignment_since: Moment | None = None
    reopened: bool = False

    @property
    def now(self) -> Moment:
        return self.writer.stamp.at

    @property
    def phase_wheel(self) -> Wheel[PhaseRow]:
        return Wheel(self.way.buying.phases, self.phases)

    @property
    def stage_wheel(self) -> Wheel[StageRow]:
        return Wheel(self.way.selling.stages if self.way.selling else [], self.stages)

    def copy(self) -> "History":
        """A history on which a row can be tried."""
        made = History(**{one: getattr(self, one) for one in self.__dataclass_fields__})
        made.phases, made.stages = [*self.phases], [*self.stages]
        return made

    def stays(self) -> Counter[Stay]:
        """Every visit there is by now."""
        return Counter((one.of, one.entered_at) for one in (*self.phases, *self.stages))

    def turn(self, at: Moment, phase: Turn, stage: Turn, reason: str | None = None) -> InvalidInput | None:
        """Take a step on both wheels, or say why that can't be at this moment."""
        turning: list[Wheel[Any]] = [wheel for wheel, one in ((self.phase_wheel, phase), (self.stage_wheel, stage)) if one != STILL]
        if problem := wheels.timed(at, self.now, turning, max(self.created_at, self.closed_at or "")):
            return problem
        self._turned(self.phases, PhaseVisitRow, phase, at, reason)
        self._turned(self.stages, StageVisitRow, stage, at, reason)
        self._align(at)
        return None

    def _turned(self, visits: list[VisitRow], kind: type[VisitRow], turn: Turn, at: Moment, reason: str | None) -> None:
        if turn.exit:
            place = next(place for place, one in enumerate(visits) if one.left_at is None)
            visits[place] = msgspec.structs.replace(visits[place], left_at=at, left_by=turn.exit.by, closed_as=turn.exit.closed_as)
        if turn.entry:
            visits.append(
                kind(
                    id=self.writer.stamp.new_id(),
                    entered_at=at,
                    left_at=None,
                    step=turn.entry.step,
                    left_by=None,
                    closed_as=None,
                    reason=reason,
                    by=self.writer.by,
                    recorded_at=self.now,
                    triggered_by=None,
                    triggered_kind=None,
                    of=turn.entry.into.id,
                )
            )

    def _align(self, at: Moment) -> None:
        state = self._state()
        if state is not self.alignment:
            self.alignment, self.alignment_since = state, at

    def _state(self) -> AlignmentState:
        phase, stage = self.in_phase, self.in_stage
        served = targets.served(stage, self.way.buying.phases) if stage else None
        if phase is None or served is None:
            return AlignmentState.UNMAPPED
        gap = served.position - phase.position
        return AlignmentState.SELLER_AHEAD if gap > 0 else AlignmentState.SELLER_BEHIND if gap < 0 else AlignmentState.IN_STEP

    @property
    def in_phase(self) -> PhaseRow | None:
        return _piece(self.phase_wheel)

    @property
    def in_stage(self) -> StageRow | None:
        return _piece(self.stage_wheel)

    def begin(self, to: Targets) -> None:
        """Enter the first phase and stage."""
        self._turned(self.phases, PhaseVisitRow, wheels.move(self.phase_wheel, to.phase), self.created_at, None)
        self._turned(self.stages, StageVisitRow, wheels.move(self.stage_wheel, to.stage), self.created_at, None)
        self._align(self.created_at)

    def move(self, at: Moment, phase: PhaseRow | None, stage: StageRow | None, reason: str | None = None) -> InvalidInput | None:
        """Go on to other pieces; where neither is named, stand still."""
        if phase is None and stage is None:
            return None
        problem = wheels.movable(self.status) or targets.fitting(self.status, self.way, Targets(phase, stage))
        return problem or self.turn(at, wheels.move(self.phase_wheel, phase), wheels.move(self.stage_wheel, stage), reason)

    def close(self, at: Moment, status: CloseStatus) -> InvalidInput | None:
        """Close as won, lost or abandoned; a won deal goes on to what comes after the purchase."""
        to = targets.of_winning(self.way)
        phase, stage = wheels.close(self.phase_wheel, status, to.phase), wheels.close(self.stage_wheel, status, to.stage)
        if problem := self.turn(at, phase, stage):
            return problem
        self.status, self.closed_at = DealStatus(status), at
        return None

    def reopen(self, at: Moment, phase: PhaseRow | None, stage: StageRow | None, reason: str | None = None) -> InvalidInput | None:
        """Open again, where it is said, else where it was closed."""
        into = phase or self.phase_wheel.closed_in or targets.first(self.way).phase
        to = stage or self.stage_wheel.closed_in
        if problem := self.turn(at, wheels.reopen(self.phase_wheel, into), wheels.reopen(self.stage_wheel, to), reason):
            return problem
        self.status, self.closed_at, self.reopened = DealStatus.OPEN, None, True
        return None

    def fulfil(self, wish: Wish) -> InvalidInput | None:
        """Let the deal stand as a row says: what it does not say stays; a step of which no moment is known is taken now."""
        status = wish.status or self.status
        if status == DealStatus.OPEN:
            if self.status != DealStatus.OPEN:
                return self.reopen(self.now, wish.phase, wish.stage)
            return self.move(self.now, *self._elsewhere(wish.phase, wish.stage))
        return self._stay_closed(wish) if status == self.status else self._closed(wish, CloseStatus(status))

    def _closed(self, wish: Wish, status: CloseStatus) -> InvalidInput | None:
        at = wish.closed_at or self.now
        before, after = self._parted(wish, status)
        problem = self.reopen(at, None, None) if self.status != DealStatus.OPEN else None
        problem = problem or self.move(at, *self._elsewhere(*before)) or self.close(at, status)
        return problem or self.move(at, *self._elsewhere(*after))

    def _stay_closed(self, wish: Wish) -> InvalidInput | None:
        """A deal that was closed so already: it may move only after the purchase."""
        if wish.closed_at not in (None, self.closed_at):
            return refused(("closed_at",), IssueCode.WRONG_STATE, "closed-otherwise", at=self.closed_at)
        before, after = self._parted(wish, CloseStatus(self.status))
        held = (self.phase_wheel.closed_in, self.stage_wheel.closed_in)
        if any(one is not None and one != was for one, was in zip(before, held, strict=True)):
            return refused(("phase",), IssueCode.WRONG_STATE, "deal-closed", status=self.status)
        return self.move(self.now, *self._elsewhere(*after))

    def _parted(self, wish: Wish, status: CloseStatus) -> tuple[Any, Any]:
        """Where the wished pieces belong: before the close, or after it, which only a won deal has."""
        named = (wish.phase, wish.stage)
        if status != CloseStatus.WON:
            return named, (None, None)
        later = [
            one is not None and targets.fitting(DealStatus.WON, self.way, to) is None
            for one, to in ((wish.phase, Targets(wish.phase, None)), (wish.stage, Targets(None, wish.stage)))
        ]
        return tuple(None if is_later else one for one, is_later in zip(named, later, strict=True)), tuple(
            one if is_later else None for one, is_later in zip(named, later, strict=True)
        )

    def _elsewhere(self, phase: PhaseRow | None, stage: StageRow | None) -> tuple[PhaseRow | None, StageRow | None]:
        """Those of the pieces in which the deal is not."""
        return None if phase == self.in_phase else phase, None if stage == self.in_stage else stage


def _piece(wheel: Wheel[P]) -> P | None:
    return next((one for one in wheel.pieces if wheel.open and one.id == wheel.open.of), None)


def of_row(way: Way, writer: Writer, deal: Any, row: HistoryRow) -> History:
    """The history of a deal that stands."""
    return History(
        way,
        writer,
        deal.created_at,
        deal.status,
        deal.closed_at,
        [*row.phases],
        [*row.stages],
        alignment=row.alignment.state,
        alignment_since=row.alignment.since,
    )


def _visit(one: VisitRow, open_key: str) -> dict[str, Any]:
    """A visit's properties."""
    made = {"id": one.id, "enteredAt": one.entered_at, "leftAt": one.left_at, "step": one.step, "leftBy": one.left_by}
    made |= {"closedAs": one.closed_as, "reason": one.reason, "by": one.by, "recordedAt": one.recorded_at}
    return made | {"openKey": open_key if one.left_at is None else None}


def state(history: History) -> dict[str, Any]:
    """Where the deal is, under the names of its row."""
    phase, stage = history.in_phase, history.in_stage
    entered = [wheel.open.entered_at if wheel.open else None for wheel in (history.phase_wheel, history.stage_wheel)]
    return {
        "status": history.status,
        "closed_at": history.closed_at,
        "phase_key": phase and phase.key,
        "phase_entered_at": entered[0],
        "stage_key": stage and stage.key,
        "stage_entered_at": entered[1],
    }


def first_visits(history: History, id_: str) -> dict[str, Any]:
    """What `deal.create` takes of a new deal's first visits."""
    phase, stage = history.phases[0], next(iter(history.stages), None)
    return {
        "phaseId": phase.of,
        "phaseVisit": _visit(phase, f"{id_}|phase visit"),
        "stageId": stage and stage.of,
        "stageVisit": stage and _visit(stage, f"{id_}|stage visit"),
    }


def steps(history: History, id_: str, known: Sequence[VisitRow]) -> dict[str, Any]:
    """What `batch.write_steps` takes of a deal of which these visits are in the graph, as they stand there."""
    standing = {one.id: one for one in known}
    changed = [
        {"id": one.id, "fields": _visit(one, f"{id_}|{kind} visit")}
        for kind, visits in (("phase", history.phases), ("stage", history.stages))
        for one in visits
        if one.id in standing and one != standing[one.id]
    ]
    phase, stage = history.in_phase, history.in_stage
    return {
        "id": id_,
        "fields": {"undo": None, "alignment": history.alignment, "alignmentSince": history.alignment_since},
        "changed": changed,
        "phaseVisits": _begun(history.phases, standing, f"{id_}|phase visit"),
        "stageVisits": _begun(history.stages, standing, f"{id_}|stage visit"),
        "phaseId": phase and phase.id,
        "stageId": stage and stage.id,
    }


def _begun(visits: list[VisitRow], standing: dict[str, VisitRow], open_key: str) -> list[dict[str, Any]]:
    return [{"of": one.of, "visit": _visit(one, open_key)} for one in visits if one.id not in standing]
