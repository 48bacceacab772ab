"""Judging the moves of deals, and letting each deal stand as its row says: put in order of time, then taken one by one."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from cypher import batch
from cypher.words import DealStatus, Moment
from service import targets
from service.fields import NOTE, Field, Given, cleaned, instant, invalid, refused
from service.messages import say
from service.outcomes import InvalidInput, IssueCode, NotFound, Problem
from service.targets import Targets, Way
from service.text import camel
from service.upsert import histories
from service.upsert.histories import History, Stay, Wish, Writer
from service.upsert.judges import Path, named
from service.upsert.slate import Refusal, Slate, Thing

MOVE = {"at": Field(instant, required=True), "reason": NOTE}
SAYS = ("status", "closed_at", "phase", "stage")
"""What a row of a deal says of where it stands."""


@dataclass(frozen=True)
class Move:
    """A row that can be applied as far as it can be told by itself."""

    index: int
    at: Moment
    phase: Any
    stage: Any
    reason: str | None


def written_by(slate: Slate) -> Writer:
    return Writer(slate.writing.stamp, slate.writing.caller.viewer.id)


def wish(way: Way, row: Given, path: Path) -> Wish | InvalidInput:
    """Where a row says that a deal stands; null says nothing."""
    closed, issues = cleaned({"closed_at": Field(instant)}, row, path)
    if issues:
        return invalid(issues)
    phase, stage = (_piece(way, row, name, path) for name in ("phase", "stage"))
    for one in (phase, stage):
        if isinstance(one, InvalidInput):
            return one
    status = row.get("status")
    return Wish(status and DealStatus(status), closed.get("closed_at"), phase, stage)


def _piece(way: Way, row: Given, name: str, path: Path) -> Any:
    """The phase or stage that a row names; None where it names none."""
    pieces: list[Any] = [*way.buying.phases] if name == "phase" else [*way.selling.stages] if way.selling else []
    if (key := row.get(name)) is None:
        return None
    found = next((one for one in pieces if one.key == key), None)
    if found is None:
        return refused((*path, name), IssueCode.UNKNOWN_KEY, "unknown-key", value=key)
    return refused((*path, name), IssueCode.UNKNOWN_KEY, "piece-retired", value=key) if found.retired else found


def below(problem: InvalidInput | None, path: Path, at: str = "at") -> InvalidInput | None:
    """The problem of a step, told at the row that asked for it; `at`: what the row calls its moment."""
    if problem is None:
        return None
    stem = tuple(camel(part) for part in path)
    told = [replace(one, path=(*stem, *(at if part == "at" else part for part in one.path))) for one in problem.issues]
    return replace(problem, issues=tuple(told))


def tried(history: History, wanted: Wish) -> InvalidInput | None:
    """Why a deal can't stand as a row says, its moves left aside."""
    status = wanted.status or history.status
    if wanted.closed_at and status == DealStatus.OPEN:
        return refused(("closed_at",), IssueCode.WRONG_STATE, "deal-open")
    return history.copy().fulfil(wanted)


@dataclass
class Steps:
    """The histories of the deals of a call, what rows wish of them, and the moves that rows tell of them."""

    slate: Slate
    known: dict[str, History]
    """Of deals that stand, by id, as they stand."""
    wishes: dict[str, Wish]
    begun: dict[str, History]
    """Of new deals, and of those that stand once they took steps: what is to be written."""
    beginnings: dict[tuple[str, str], list[Given]]
    """The moves of the call, by the reference of their deal."""

    def of(self, id_: str) -> History | None:
        """What a deal went through, as far as it is known by now."""
        return self.begun.get(id_) or self.known.get(id_)

    def begin(self, row: Given, way: Way, created_at: Moment | None, wanted: Wish) -> History:
        """Where a new deal begins: at a move of that moment, else where its row says, else at the first phase and stage."""
        ref = (row["external_ref"]["system"], row["external_ref"]["key"])
        clean = [cleaned({"at": MOVE["at"]}, one)[0] | {"row": one} for one in self.beginnings.get(ref, [])]
        moments = [one["at"] for one in clean if "at" in one and one["at"] <= self.slate.writing.stamp.at]
        at = created_at or min(moments, default=self.slate.writing.stamp.at)
        first = [one["row"] for one in clean if one.get("at") == at]
        history = History(way, written_by(self.slate), at, DealStatus.OPEN)
        usual = targets.first(way)
        history.begin(
            Targets(
                self._first(way, first, "phase", ref, wanted.phase if _before(way, wanted) else None) or usual.phase,
                self._first(way, first, "stage", ref, wanted.stage if _before(way, wanted) else None) or usual.stage,
            )
        )
        return history

    def _first(self, way: Way, rows: list[Given], name: str, ref: tuple[str, str], wished: Any) -> Any:
        for row in rows:
            found = _piece(way, row, name, ())
            if found is not None and not isinstance(found, InvalidInput):
                return found
        return None if any(row.get(name) for row in self.beginnings.get(ref, [])) else wished


def _before(way: Way, wanted: Wish) -> bool:
    """Whether what is wished can be where a deal begins: not after its purchase."""
    to = Targets(wanted.phase, wanted.stage)
    return wanted.status != DealStatus.WON or targets.fitting(DealStatus.WON, way, to) is not None


async def read(slate: Slate, catalogue: Any, rows: list[Given], moves: list[Given]) -> Steps:
    """Read what the deals that stand have visited, where rows tell of steps."""
    refs = {(row["external_ref"]["system"], row["external_ref"]["key"]) for row in rows if any(row.get(name) for name in SAYS)}
    beginnings: dict[tuple[str, str], list[Given]] = {}
    for row in moves:
        beginnings.setdefault((row["deal_ref"]["system"], row["deal_ref"]["key"]), []).append(row)
    ids = sorted({slate.named[ref][1] for ref in refs | beginnings.keys() if slate.named.get(ref, ("",))[0] == "Deal"})
    ids = [one for one in ids if one in slate.things]
    known = {}
    for found in await batch.histories(slate.writing.work, ids=ids) if ids else ():
        deal = slate.things[found.of].before
        way = targets.way(catalogue, deal.buying_process, deal.sales_process)
        if isinstance(way, Way):
            known[found.of] = histories.of_row(way, written_by(slate), deal, found)
    return Steps(slate, known, {}, {}, beginnings)


def settle(steps: Steps, rows: list[Given], without: set[int]) -> dict[int, tuple[Thing, bool] | Problem]:
    """Take all steps; gives for each move the deal and whether it was a new step, or why it was refused."""
    answers: dict[int, tuple[Thing, bool] | Problem] = {}
    moves: dict[str, list[Move]] = {}
    for index, row in enumerate(rows):
        if index not in without:
            try:
                thing, move = _judged(steps, row, index)
                moves.setdefault(thing.id, []).append(move)
            except Refusal as refusal:
                answers[index] = refusal.problem
    for id_ in {**moves, **steps.wishes}:
        history = steps.begun.get(id_) or steps.known[id_].copy()
        thing = steps.slate.things[id_]
        for index, answer in _replayed(history, moves.get(id_, []), steps.wishes.get(id_), new=id_ in steps.begun).items():
            answers[index] = answer if isinstance(answer, InvalidInput) else (thing, answer)
        _keep(steps, thing, history)
    return answers


def _judged(steps: Steps, row: Given, index: int) -> tuple[Thing, Move]:
    path = ("moves", str(index))
    values, issues = cleaned(MOVE, row, path)
    if issues:
        raise Refusal(invalid(issues))
    thing = named(steps.slate, row, "deal_ref", ("Deal",), path)
    history = steps.of(thing.id)
    if history is None:
        raise Refusal(NotFound(say("not-found", None, kind="Deal"), (*path, "dealRef")))
    phase, stage = (_piece(history.way, row, name, path) for name in ("phase", "stage"))
    for one in (phase, stage):
        if isinstance(one, InvalidInput):
            raise Refusal(one)
    if phase is None and stage is None:
        raise Refusal(refused((*path, "phase"), IssueCode.REQUIRED, "nothing-moved"))
    return thing, Move(index, values["at"], phase, stage, values.get("reason"))


def _replayed(history: History, moves: list[Move], wanted: Wish | None, *, new: bool) -> dict[int, bool | InvalidInput]:
    """Take the moves by their moments, then by their places, and let the deal close where its row says."""
    stays = history.stays()
    answers: dict[int, bool | InvalidInput] = {}
    closing = wanted and wanted.closed_at if history.status == DealStatus.OPEN else None
    for move in sorted(moves, key=lambda one: (one.at, one.index)):
        if closing and wanted and move.at > closing:
            history.fulfil(wanted)
            wanted = None
        left = _unseen(stays, move)
        if left == (None, None):
            answers[move.index] = new
            continue
        answers[move.index] = below(_step(history, move, left, wanted), ("moves", str(move.index))) or True
    if wanted:
        history.fulfil(wanted)
    return answers


def _step(history: History, move: Move, left: tuple[Any, Any], wanted: Wish | None) -> InvalidInput | None:
    """A move; where the deal was closed and its row says that it is open, it opens again by it."""
    if history.status in (DealStatus.LOST, DealStatus.ABANDONED) and wanted and wanted.status == DealStatus.OPEN:
        return history.reopen(move.at, *left, move.reason)
    return history.move(move.at, *left, move.reason)


def _unseen(stays: Counter[Stay], move: Move) -> tuple[Any, Any]:
    """What of a move is not there yet: a visit accounts for one move."""
    left = []
    for piece in (move.phase, move.stage):
        stay = (piece.id, move.at) if piece else None
        seen = stay is not None and stays[stay] > 0
        if seen and stay:
            stays[stay] -= 1
        left.append(None if seen else piece)
    return left[0], left[1]


def _keep(steps: Steps, thing: Thing, history: History) -> None:
    """Let the deal be where its history leaves it."""
    held = histories.state(history)
    if thing.before is None:
        steps.begun[thing.id] = history
        if history.status != DealStatus.OPEN:
            thing.take({"status": history.status, "closed_at": history.closed_at})
        return
    before = steps.known[thing.id]
    if (history.phases, history.stages) == (before.phases, before.stages):
        return
    if history.reopened and history.status == DealStatus.OPEN:
        held |= {name: None for name in ("close_reason", "lost_to") if name not in thing.named}
    thing.take(held)
    steps.begun[thing.id] = history
