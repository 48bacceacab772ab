"""How deals of a process ended in the period: how many were won, how long that took, and who bought again."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from service.figures.columns import ABANDONED, LOST, WON, Columns, Ints, days, moments
from service.figures.rates import Rate
from service.figures.steps import quantile

YEAR = np.timedelta64(365, "D")


@dataclass(frozen=True)
class Closings:
    """Lengths in days of 24 hours, from a deal's beginning to its closing."""

    win_rate: Rate
    repurchase: Rate
    cycle_median_days: float | None
    cycle_p90_days: float | None


def closings(columns: Columns) -> Closings:
    """What was closed in the period while it was in this process, and is closed now."""
    closed = _closed(columns)
    won = closed[columns.status[closed] == "WON"]
    decided = won.size + int((columns.status[closed] == "LOST").sum())
    lasted = days(columns.closed_at[closed] - columns.created_at[closed])
    return Closings(Rate(won.size, decided), _repurchase(columns, won), quantile(lasted, 0.5), quantile(lasted, 0.9))


def _closed(columns: Columns) -> Ints:
    """The deals whose last closing ended a visit to this process, in the period."""
    ended = np.isin(columns.fate, (WON, LOST, ABANDONED)) & columns.period.holds(columns.left)
    return np.unique(columns.deal[ended & (columns.left == columns.closed_at[columns.deal])])


def _repurchase(columns: Columns, won: Ints) -> Rate:
    """Accounts that won another deal, of whatever process, within a year of one of these; those without a year since are left out."""
    wins: dict[str, list[np.datetime64]] = defaultdict(list)
    for account, at in sorted(zip(columns.winners, columns.won_at, strict=True)):
        wins[account].append(at)
    now = moments([columns.period.now])[0]
    again: dict[str, bool] = {}
    for deal in won.tolist():
        account, at = columns.accounts[deal], columns.closed_at[deal]
        if at + YEAR <= now:
            others = bisect_right(wins[account], at + YEAR) - bisect_left(wins[account], at) - 1
            again[account] = again.get(account, False) or others > 0
    return Rate(sum(again.values()), len(again))
