"""Ways through a process: who came from one step to another, and how far deals come along a row of steps."""

from dataclasses import dataclass

import numpy as np

from service.figures.columns import Columns, Ints, Piece, days
from service.figures.rates import Rate
from service.figures.steps import last_at, quantile


@dataclass(frozen=True)
class FunnelStep:
    """How many deals came so far, in days since the step before; `piece` is null where no step has the key."""

    piece: Piece | None
    reached: int
    of_previous: Rate
    median_days_from_previous: float | None


def conversion(columns: Columns, start: str, end: str) -> Rate:
    """Deals that entered one step in the period, and of these the ones that entered another at or after their first entry."""
    first = _first(columns, start, np.zeros(len(columns.accounts), np.int64), counted=True)
    entered = first >= 0
    return Rate(int((last_at(columns, columns.place_of(end))[entered] >= first[entered]).sum()), int(entered.sum()))


def funnel(columns: Columns, keys: list[str]) -> list[FunnelStep]:
    """How many deals came to each of these steps in turn: entered the first in the period, each other at or after the one before."""
    made: list[FunnelStep] = []
    before = np.zeros(len(columns.accounts), np.int64)
    reached = np.unique(columns.deal[columns.counts]).size
    for key in keys:
        here = _first(columns, key, before, counted=not made)
        there = here >= 0
        place, rate = columns.place_of(key), Rate(int(there.sum()), reached)
        since = days(columns.entered[here[there]] - columns.entered[before[there]]) if made else np.zeros(0)
        made.append(FunnelStep(columns.pieces[place] if place >= 0 else None, rate.numerator, rate, quantile(since, 0.5)))
        before, reached = here, rate.numerator
    return made


def _first(columns: Columns, key: str, since: Ints, *, counted: bool) -> Ints:
    """Of each deal its first visit to a step that is not before the visit `since`; −1 of those without, and where `since` is −1.

    `counted` leaves out visits that were not entered in the period.
    """
    known = since[columns.deal] if columns.deal.size else columns.deal
    fits = (columns.place == columns.place_of(key)) & (known >= 0) & (np.arange(columns.deal.size) >= known)
    there = np.flatnonzero(fits & columns.counts if counted else fits)
    deals, first = np.unique(columns.deal[there], return_index=True)
    found = np.full(len(columns.accounts), -1)
    found[deals] = there[first]
    return found
