"""Shares with their terms, and the interval in which the true one lies."""

from dataclasses import dataclass
from math import sqrt

SMALL = 30
Z = 1.96
"""The quantile of the normal distribution for 95 %."""


@dataclass(frozen=True)
class Rate:
    """So many of so many. `low` and `high`: Wilson's 95 % interval; all three are null where there is nothing to divide by."""

    numerator: int
    denominator: int

    @property
    def value(self) -> float | None:
        return self.numerator / self.denominator if self.denominator else None

    @property
    def low(self) -> float | None:
        interval = self.interval
        return interval and interval[0]

    @property
    def high(self) -> float | None:
        interval = self.interval
        return interval and interval[1]

    @property
    def small_sample(self) -> bool:
        return self.denominator < SMALL

    @property
    def interval(self) -> tuple[float, float] | None:
        """The score interval of E. B. Wilson (1927), between 0 and 1.

        The formula is closed; scipy and statsmodels have it too, for seconds of start and 80 MB in every worker.
        """
        if not self.denominator:
            return None
        share, square = self.numerator / self.denominator, Z * Z / self.denominator
        centre, half = share + square / 2, Z * sqrt(share * (1 - share) / self.denominator + square / (4 * self.denominator))
        return max(0.0, min(share, (centre - half) / (1 + square))), min(1.0, max(share, (centre + half) / (1 + square)))
