"""Steps of deals: moving, closing, opening again. What a step is and where it leads: `wheels` and `targets`; taking it back: `undo`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from cypher import visit
from cypher.words import ChangeAction, CloseStatus, DealStatus, Moment, Permission
from service import deals, processes, targets, triggers, wheels
from service.fields import NOTE, Field, Fields, Given, cleaned, instant, invalid
from service.outcomes import Done, InvalidInput, NotFound, Outcome, Problem
from service.stamp import just_after
from service.stand import Stand, kept, memory, record, standing, undoable
from service.targets import Targets
from service.text import camel
from service.triggers import Trigger
from service.viewer import Caller
from service.wheels import STILL, Exit, Turn, Wheel
from service.writing import Writing, needs, perform

AT = {"at": Field(instant)}
STEP = AT | {"reason": NOTE}


@dataclass(frozen=True)
class Course:
    """What a step does to a deal: each of its wheels, and its other properties."""

    at: Moment
    phase: Turn
    stage: Turn
    action: ChangeAction
    reason: str | None = None
    fields: tuple[tuple[str, Any], ...] = ()
    trigger: Trigger | None = None


Rule = Callable[[Writing, Stand, Given, dict[str, Any]], Course | Problem]
"""Where a step leads from where a deal stands, given the input and its cleaned values, or why it is refused."""


@needs(Permission.EDITOR)
async def move(caller: Caller, given: Given) -> Outcome:
    """Let a deal step to another phase, stage or process."""
    return await _step(caller, "moveDeal", given, STEP, _moved)


async def _step(caller: Caller, mutation: str, given: Given, fields: Fields, rule: Rule) -> Outcome:
    """The frame of every step: what is given is judged, then where it leads from where the deal stands, then it is taken."""
    values, issues = cleaned(fields, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        stand = await standing(writing, given)
        if not isinstance(stand, Stand):
            return stand
        trigger = await triggers.of_step(writing, given, stand.deal.id)
        if isinstance(trigger, NotFound | InvalidInput):
            return trigger
        step = rule(writing, stand, given, values)
        return await _taken(writing, stand, replace(step, trigger=trigger)) if isinstance(step, Course) else step

    return await perform(caller, mutation, given, job)


def _moved(writing: Writing, stand: Stand, given: Given, values: dict[str, Any]) -> Course | InvalidInput:
    deal, way = stand.deal, stand.way
    buying_switched = way.buying.key != deal.buying_process
    selling_switched = (way.selling and way.selling.key) != deal.sales_process
    if problem := wheels.movable(deal.status):
        return problem
    here = stand.phases.open.of if stand.phases.open else None
    to = targets.of_move(way, given, here, buying_switched=buying_switched, selling_switched=selling_switched)
    if isinstance(to, InvalidInput):
        return to
    phase = wheels.move(stand.phases, to.phase, switched=buying_switched)
    stage = wheels.move(stand.stages, to.stage, switched=selling_switched)
    at = values.get("at") or _now(writing, stand)
    problem = targets.fitting(deal.status, way, to) or _timed(writing, stand, at, phase, stage)
    return problem or Course(at, phase, stage, ChangeAction.MOVED, values.get("reason"))


@needs(Permission.EDITOR)
async def close(caller: Caller, given: Given) -> Outcome:
    """Close a deal as won, lost or abandoned."""
    return await _step(caller, "closeDeal", given, AT | deals.CLOSING, _closed)


def _closed(writing: Writing, stand: Stand, given: Given, values: dict[str, Any]) -> Course | Problem:
    status: CloseStatus = given["status"]
    if problem := wheels.closable(stand.deal.status) or deals.unclosed(status, values):
        return problem
    to = targets.of_winning(stand.way)
    phase, stage = wheels.close(stand.phases, status, to.phase), wheels.close(stand.stages, status, to.stage)
    at = values.get("at") or _now(writing, stand)
    told = {"status": DealStatus(status), "closed_at": at, **{name: values.get(name) for name in deals.CLOSING}}
    return _timed(writing, stand, at, phase, stage) or Course(at, phase, stage, ChangeAction.CLOSED, None, tuple(told.items()))


@needs(Permission.EDITOR)
async def reopen(caller: Caller, given: Given) -> Outcome:
    """Open a closed deal again, where it was closed or where it is said."""
    return await _step(caller, "reopenDeal", given, STEP, _reopened)


def _reopened(writing: Writing, stand: Stand, given: Given, values: dict[str, Any]) -> Course | InvalidInput:
    if problem := wheels.reopenable(stand.deal.status):
        return problem
    to = targets.of_reopening(stand.way, given, stand.phases, stand.stages)
    if not isinstance(to, Targets):
        return to
    phase, stage = wheels.reopen(stand.phases, to.phase), wheels.reopen(stand.stages, to.stage)
    at = values.get("at") or _now(writing, stand)
    told = {"status": DealStatus.OPEN, "closed_at": None, "close_reason": None, "lost_to": None}
    problem = _timed(writing, stand, at, phase, stage)
    return problem or Course(at, phase, stage, ChangeAction.REOPENED, values.get("reason"), tuple(told.items()))


def _now(writing: Writing, stand: Stand) -> Moment:
    """The moment of a step that names none. One that waited for another writer's step stands after it, not where it was asked for."""
    return max(writing.stamp.at, stand.deal.closed_at or "", wheels.latest(stand.phases), wheels.latest(stand.stages))


def _timed(writing: Writing, stand: Stand, at: Moment, phase: Turn, stage: Turn) -> InvalidInput | None:
    turning: list[Wheel[Any]] = [wheel for wheel, turn in ((stand.phases, phase), (stand.stages, stage)) if turn != STILL]
    return wheels.timed(at, _now(writing, stand), turning, max(stand.deal.created_at, stand.deal.closed_at or ""))


async def _taken(writing: Writing, stand: Stand, step: Course) -> Outcome:
    """Write a step, with its Change and what takes it back."""
    before, fields = stand.deal, dict(step.fields)
    fields |= {"buying_process": stand.way.buying.key, "sales_process": stand.way.selling and stand.way.selling.key}
    phase, stage = _turned(writing, stand, step, "phase"), _turned(writing, stand, step, "stage")
    fields |= phase.fields | stage.fields
    await processes.hold(writing.work, [one for one in (phase.now, stage.now) if one])
    opened, ended = [[one["id"] for one in visits] for visits in (phase.opened + stage.opened, phase.ended + stage.ended)]
    remembered = [*undoable(writing, stand), memory(stand, writing.stamp.at, opened, ended)]
    await visit.write(
        writing.work,
        id=before.id,
        at=writing.stamp.at,
        fields={camel(name): value for name, value in fields.items()} | {"undo": kept(remembered)},
        removed=[],
        changed=phase.ended + stage.ended,
        phase_id=phase.now,
        stage_id=stage.now,
        phase_visits=phase.opened,
        stage_visits=stage.opened,
    )
    record(writing, before, fields, step.action, step.reason, step.trigger)
    return Done("Deal", before.id)


@dataclass(frozen=True)
class Turned:
    """What is written of one wheel."""

    now: str | None
    fields: dict[str, Any]
    ended: list[dict[str, Any]]
    opened: list[dict[str, Any]]


def _turned(writing: Writing, stand: Stand, step: Course, name: str) -> Turned:
    wheel: Wheel[Any] = stand.phases if name == "phase" else stand.stages
    turn = step.phase if name == "phase" else step.stage
    open_, key = wheel.open, f"{stand.deal.id}|{name} visit"
    ended: list[dict[str, Any]] = [{"id": open_.id, "fields": _ending(turn.exit, step.at)}] if turn.exit and open_ else []
    if turn.entry:
        before = max((one.recorded_at for one in wheel.visits), default="")
        recorded = max(writing.stamp.at, just_after(before)) if before else writing.stamp.at  # visits of one moment stand in this order
        made: dict[str, Any] = {"id": writing.stamp.new_id(), "enteredAt": step.at, "recordedAt": recorded, "step": turn.entry.step}
        made |= {"reason": step.reason, "by": writing.caller.viewer.id, "openKey": key}
        made |= {"triggeredBy": step.trigger.id, "triggeredKind": step.trigger.kind} if step.trigger else {}
        into = turn.entry.into
        return Turned(into.id, {f"{name}_key": into.key, f"{name}_entered_at": step.at}, ended, [made])
    if turn.exit:
        return Turned(None, {f"{name}_key": None, f"{name}_entered_at": None}, ended, [])
    return Turned(open_.of if open_ else None, {}, [], [])


def _ending(exit_: Exit, at: Moment) -> dict[str, Any]:
    return {"leftAt": at, "leftBy": exit_.by, "closedAs": exit_.closed_as, "openKey": None}
