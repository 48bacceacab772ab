"""The rules of steps, without any input or output: what a step does to a wheel (the customer's phases, our stages), and when it may be.

Where a step leads is told by `targets`; reading and writing is done by `moves`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from cypher.process import PhaseRow, StageRow
from cypher.visit import VisitRow
from cypher.words import CloseStatus, DealStatus, Moment, Step
from service.fields import refused
from service.outcomes import InvalidInput, IssueCode

Piece = PhaseRow | StageRow
"""A piece of a process: what a deal visits."""
P = TypeVar("P", PhaseRow, StageRow)


@dataclass(frozen=True)
class Exit:
    """How the open visit ends."""

    by: Step
    closed_as: CloseStatus | None = None


@dataclass(frozen=True)
class Entry:
    """Which visit begins."""

    into: Piece
    step: Step


@dataclass(frozen=True)
class Turn:
    """What a step does to one wheel. With neither it stands still."""

    exit: Exit | None = None
    entry: Entry | None = None


STILL = Turn()


@dataclass(frozen=True)
class Wheel(Generic[P]):
    """The pieces of the process that a deal follows, in order, and what the deal visited, oldest first."""

    pieces: Sequence[P]
    visits: Sequence[VisitRow]

    @property
    def open(self) -> VisitRow | None:
        """The visit that goes on."""
        return next((one for one in self.visits if one.left_at is None), None)

    @property
    def closed_in(self) -> P | None:
        """Where the deal was when it was closed last; None where it never was, or that takes no visits any more."""
        last = next((one.of for one in reversed(self.visits) if one.closed_as), None)
        return next((one for one in self.pieces if one.id == last and not one.retired), None)


def direction(wheel: Wheel[P], into: P) -> Step:
    """The kind of a step from the visit that goes on, else from the last one. Retired pieces are not counted as being on the way."""
    if not wheel.visits:
        return Step.START
    here = (wheel.open or wheel.visits[-1]).of
    order = [one.id for one in wheel.pieces if not one.retired or one.id == here]
    if here not in order:
        return Step.SWITCH
    far = order.index(into.id) - order.index(here)
    if far < 0:
        return Step.RETURN
    return (Step.REPEAT, Step.ADVANCE, Step.SKIP)[min(far, 2)]


def move(wheel: Wheel[P], into: P | None, *, switched: bool = False) -> Turn:
    """Go on to another piece; `switched` says that its process is another one, and then None leaves without one."""
    if into is None:
        return Turn(_exit(wheel, Step.SWITCH)) if switched else STILL
    step = Step.SWITCH if switched and wheel.visits else direction(wheel, into)
    return Turn(_exit(wheel, step), Entry(into, step))


def close(wheel: Wheel[P], status: CloseStatus, after: P | None) -> Turn:
    """End the visit; a won deal goes on to what comes after the purchase, where there is such a thing."""
    won = status == CloseStatus.WON and after is not None
    return Turn(_exit(wheel, Step.CLOSE, status), Entry(after, Step.ADVANCE) if won and after else None)


def reopen(wheel: Wheel[P], into: P | None) -> Turn:
    """Begin again. A visit after the purchase, which goes on, is left for what the step is by its direction."""
    if into is None:
        return STILL
    return Turn(_exit(wheel, direction(wheel, into)), Entry(into, Step.REOPEN))


def _exit(wheel: Wheel[Any], by: Step, closed_as: CloseStatus | None = None) -> Exit | None:
    return Exit(by, closed_as) if wheel.open else None


def timed(at: Moment, now: Moment, turning: Sequence[Wheel[Any]], begun: Moment) -> InvalidInput | None:
    """Why a step can't be at a moment: it has not come, or lies before a visit that it ends, or what happened before; `begun`: the deal."""
    if at > now:
        return refused(("at",), IssueCode.IN_FUTURE, "moment-in-future")
    earliest = max((begun, *(latest(wheel) for wheel in turning)))
    if at < earliest:
        return refused(("at",), IssueCode.OUT_OF_ORDER, "step-too-early", earliest=earliest)
    return None


def latest(wheel: Wheel[Any]) -> Moment:
    """The last moment that is told of a wheel already."""
    return wheel.open.entered_at if wheel.open else max((one.left_at or "" for one in wheel.visits), default="")


def movable(status: DealStatus) -> InvalidInput | None:
    """Why a deal does not move at all."""
    if status in {DealStatus.LOST, DealStatus.ABANDONED}:
        return refused(("id",), IssueCode.WRONG_STATE, "deal-closed", status=status)
    return None


def closable(status: DealStatus) -> InvalidInput | None:
    """Why a deal can't be closed."""
    return None if status == DealStatus.OPEN else refused(("id",), IssueCode.WRONG_STATE, "deal-closed-already", status=status)


def reopenable(status: DealStatus) -> InvalidInput | None:
    """Why a deal can't be opened again."""
    return refused(("id",), IssueCode.WRONG_STATE, "deal-open-already") if status == DealStatus.OPEN else None
