"""How deals did after what was said: before which moves we talked, which kind of talk led to which, and who was lost soon after one."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cypher.words import InteractionKind
from service.figures.columns import ADVANCED, KIND, KINDS, SKIPPED, Columns, Ints, Mask, Piece
from service.figures.rates import Rate

NEAR = np.timedelta64(14, "D")


@dataclass(frozen=True)
class BeforeAdvance:
    """Before how many of the moves that led on from a step there was an interaction of the kind; `share`: of all of them, from 0 to 1.

    `mean_sentiment`, from −2 to 2, is that of those interactions; null where nobody said how they went.
    """

    piece: Piece
    kind: InteractionKind
    moves: int
    share: float
    mean_sentiment: float | None


def before_advance(columns: Columns) -> list[BeforeAdvance]:
    """What came in the 14 days up to each `ADVANCE` or `SKIP` and within the visit that it ended, and what it names as its trigger."""
    moved = np.flatnonzero(columns.counts & np.isin(columns.fate, (ADVANCED, SKIPPED)))
    move, talk = _pairs(columns.deal[moved], columns.talks.deal)
    near = _near(columns, moved[move], talk)
    move, talk = move[near], talk[near]
    cell = columns.place[moved[move]] * len(KINDS) + columns.talks.kind[talk]
    size = len(columns.pieces) * len(KINDS)
    once = np.unique(np.stack((move, cell)), axis=1)
    counted = np.bincount(once[1], minlength=size)
    of = np.bincount(columns.place[moved], minlength=len(columns.pieces))
    means = _means(columns.talks.sentiment[talk], cell, size)
    return [
        BeforeAdvance(columns.pieces[place], KINDS[kind], int(count), float(count / of[place]), means[place * len(KINDS) + kind])
        for place, kind in np.ndindex(len(columns.pieces), len(KINDS))
        if (count := counted[place * len(KINDS) + kind])
    ]


def _pairs(left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """The places of every two that are equal; the second list is in order."""
    first, last = np.searchsorted(right, left, "left"), np.searchsorted(right, left, "right")
    many = last - first
    start = np.repeat(first - (np.cumsum(many) - many), many)
    return np.repeat(np.arange(left.size), many), np.arange(int(many.sum())) + start


def _near(columns: Columns, visit: Ints, talk: Ints) -> Mask:
    at, left = columns.talks.at[talk], columns.left[visit]
    next_one = np.minimum(visit + 1, max(columns.trigger.size - 1, 0))
    near: Mask = columns.follows[visit] & (columns.trigger[next_one] == columns.talks.id[talk])
    return near | (at >= columns.entered[visit]) & (at <= left) & (at >= left - NEAR)


def _means(values: npt.NDArray[np.float64], cell: Ints, size: int) -> list[float | None]:
    told = ~np.isnan(values)
    sums, counts = np.bincount(cell[told], values[told], size), np.bincount(cell[told], minlength=size)
    return [float(total / count) if count else None for total, count in zip(sums, counts, strict=True)]


def interaction_conversion(columns: Columns, start: InteractionKind, end: InteractionKind) -> Rate:
    """Deals with an interaction of one kind in the period, and of those the ones that had one of the other kind later, whenever."""
    talks, many = columns.talks, len(columns.accounts)
    first, last = np.full(many, np.datetime64("NaT", "us")), np.full(many, np.datetime64("NaT", "us"))
    begun, ended = _in_period(columns, start), talks.kind == KIND[end.value]
    np.fmin.at(first, talks.deal[begun], talks.at[begun])
    np.fmax.at(last, talks.deal[ended], talks.at[ended])
    return Rate(int((last > first).sum()), int((~np.isnat(first)).sum()))


def lost_within_days_of(columns: Columns, kind: InteractionKind, days: int) -> Rate:
    """Deals with an interaction of the kind in the period, and of those the ones that were lost at most so many days of 24 hours later."""
    there = _in_period(columns, kind)
    deal = columns.talks.deal[there]
    passed = columns.closed_at[deal] - columns.talks.at[there]
    lost = (columns.status[deal] == "LOST") & (passed >= np.timedelta64(0)) & (passed <= np.timedelta64(days, "D"))
    return Rate(np.unique(deal[lost]).size, np.unique(deal).size)


def _in_period(columns: Columns, kind: InteractionKind) -> Mask:
    """Interactions of the kind, in the period, about deals that began a visit in it."""
    talks = columns.talks
    counted: Mask = np.isin(talks.deal, columns.deal[columns.counts])
    counted &= (talks.kind == KIND[kind.value]) & columns.period.holds(talks.at)
    return counted
