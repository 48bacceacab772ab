"""How deals do in each phase or stage: what became of the visits, how long they lasted, who came back, and the chance to win."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from service.figures.columns import (
    ABANDONED,
    ADVANCED,
    FATES,
    LOST,
    REPEATED,
    RETURNED,
    SKIPPED,
    STILL_THERE,
    SWITCHED,
    WON,
    Columns,
    Days,
    Ints,
    Mask,
    Piece,
    days,
    moments,
)
from service.figures.rates import Rate

MOVES = (ADVANCED, SKIPPED, RETURNED, SWITCHED)
CLOSINGS = (WON, LOST, ABANDONED)
ABSORBING = (*CLOSINGS, SWITCHED)
ENOUGH_LOST = 5


@dataclass(frozen=True)
class StepFigures:
    """One phase or stage. Lengths in days of 24 hours, null where no visit tells one."""

    piece: Piece
    deals: int
    entries: int
    advanced: int
    skipped: int
    returned: int
    repeated: int
    won: int
    lost: int
    abandoned: int
    switched: int
    still_there: int
    median_days: float | None
    p90_days: float | None
    mean_days: float | None
    median_days_per_deal: float | None
    lost_median_days: float | None
    open_median_days: float | None
    drop_off: Rate
    revisited: Rate
    skip_share: Rate
    win_chance: float | None
    win_chance_moves: int

    @property
    def objections(self) -> int:
        """How many were raised there in the period, of any kind."""
        return self.piece.objections


@dataclass(frozen=True)
class Transition:
    """How many moves led from one place to another, or to an end; `share`: of all that led out of the first."""

    start: Piece
    end: Piece | str
    count: int
    share: float


def steps(columns: Columns) -> list[StepFigures]:
    """The figures of every phase or stage, in their order."""
    size = len(columns.pieces)
    fates = np.bincount(columns.place[columns.counts] * len(FATES) + columns.fate[columns.counts], minlength=size * len(FATES))
    chances = win_chances(columns)
    made = zip(columns.pieces, fates.reshape(size, len(FATES)).tolist(), chances, strict=True)
    return [_step(columns, place, piece, counted, chance) for place, (piece, counted, chance) in enumerate(made)]


def _step(columns: Columns, place: int, piece: Piece, counted: list[int], chance: float | None) -> StepFigures:
    here = columns.counts & (columns.place == place)
    fate, lasted, deal = columns.fate[here], columns.days[here], columns.deal[here]
    gone = (fate == LOST) | (fate == ABANDONED)
    stayed = fate != STILL_THERE
    now = moments([columns.period.now])[0]
    return StepFigures(
        piece=piece,
        deals=np.unique(deal).size,
        entries=fate.size,
        **dict(zip(FATES, counted, strict=True)),
        median_days=quantile(lasted[stayed], 0.5),
        p90_days=quantile(lasted[stayed], 0.9),
        mean_days=float(lasted[stayed].mean()) if stayed.any() else None,
        median_days_per_deal=quantile(_sums(deal[stayed], lasted[stayed]), 0.5),
        lost_median_days=quantile(lasted[gone], 0.5),
        open_median_days=quantile(days(now - columns.entered[here][~stayed]), 0.5),
        drop_off=Rate(int(gone.sum()), fate.size),
        revisited=_revisited(columns, place, here),
        skip_share=Rate(counted[SKIPPED], sum(counted[fate] for fate in MOVES)),
        win_chance=chance,
        win_chance_moves=sum(counted[fate] for fate in (*MOVES, *CLOSINGS)),
    )


def quantile(values: Days, share: float) -> float | None:
    """The value that a share of the values, from 0 to 1, do not exceed, interpolated linearly; null of nothing."""
    return float(np.quantile(values, share)) if values.size else None


def _sums(deal: Ints, lasted: Days) -> Days:
    """The sum of each deal's lengths."""
    _, number = np.unique(deal, return_inverse=True)
    return np.bincount(number, lasted).astype(np.float64)


def _revisited(columns: Columns, place: int, here: Mask) -> Rate:
    """Deals that came back after they had left, of those that left; a visit begun anew is no leaving."""
    out = np.flatnonzero(here & (columns.fate != STILL_THERE) & (columns.fate != REPEATED))
    left, first = np.unique(columns.deal[out], return_index=True)
    last = last_at(columns, place)
    return Rate(int((last[left] > out[first]).sum()), left.size)


def last_at(columns: Columns, place: int) -> Ints:
    """Of each deal its last visit there; −1 of those that were never there."""
    last = np.full(len(columns.accounts), -1)
    there = np.flatnonzero(columns.place == place)
    last[columns.deal[there]] = there  # of several the last one stays, for visits are in order
    return last


def slowest(figures: Sequence[StepFigures]) -> StepFigures | None:
    """The step that deals stayed in longest before they were lost or abandoned there, of those with enough of such visits."""
    enough = [one for one in figures if one.drop_off.numerator >= ENOUGH_LOST]
    return max(enough, key=lambda one: one.lost_median_days or 0, default=None)


def moved(columns: Columns) -> npt.NDArray[np.int64]:
    """How many visits of the period led from each place (row) to each place, then to each of the absorbing ends (column)."""
    size = len(columns.pieces)
    width = size + len(ABSORBING)
    counted = np.zeros(size * width, np.int64)
    on = np.flatnonzero(columns.counts & columns.follows & np.isin(columns.fate, (ADVANCED, SKIPPED, RETURNED, REPEATED)))
    counted += np.bincount(columns.place[on] * width + columns.place[on + 1], minlength=size * width)
    for column, fate in enumerate(ABSORBING, size):
        ended = columns.place[columns.counts & (columns.fate == fate)]
        counted += np.bincount(ended * width + column, minlength=size * width)
    return counted.reshape(size, width)


def transitions(columns: Columns) -> list[Transition]:
    """Every move that happened, by where it began, then by where it led."""
    counted = moved(columns)
    ends: list[Piece | str] = [*columns.pieces, *(FATES[fate] for fate in ABSORBING)]
    sums = counted.sum(axis=1)
    return [
        Transition(columns.pieces[start], ends[end], int(counted[start, end]), float(counted[start, end] / sums[start]))
        for start, end in np.argwhere(counted).tolist()
    ]


def win_chances(columns: Columns) -> list[float | None]:
    """Of each phase before the purchase, or stage, the chance that a deal which leaves it is won in the end; null where no end is reached.

    The absorbing chain of the transition matrix: (I − Q)⁻¹ R, of R the column of those won (Kemeny and Snell, Finite Markov Chains, 1960).
    """
    size = len(columns.pieces)
    before = np.array([not piece.after_purchase for piece in columns.pieces], bool)
    counted = moved(columns)
    sums = counted.sum(axis=1)
    shares = counted / np.maximum(sums, 1)[:, np.newaxis]
    ending = before & (counted[:, size:].sum(axis=1) > 0)
    for _ in range(size):
        ending |= before & (counted[:, :size][:, ending].sum(axis=1) > 0)
    found = np.flatnonzero(ending)
    inner = shares[np.ix_(found, found)]
    chances = np.linalg.solve(np.eye(found.size) - inner, shares[found, size])
    known = dict(zip(found.tolist(), np.clip(chances, 0, 1).tolist(), strict=True))
    return [known.get(place) for place in range(size)]
