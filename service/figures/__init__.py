"""The figures of a process over a period, all counted from one reading of it. What each is: the modules beside this."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from cypher import figures
from cypher.compose.where import Where
from cypher.graph import Graph
from cypher.words import InteractionKind, Moment
from service.figures.closings import Closings, closings
from service.figures.columns import Columns, Period, Source, columns
from service.figures.paths import FunnelStep, conversion, funnel
from service.figures.rates import Rate
from service.figures.said import BeforeAdvance, before_advance, interaction_conversion, lost_within_days_of
from service.figures.steps import StepFigures, Transition, slowest, steps, transitions
from service.stamp import moment

MANY = 2_000
"""Visits that a thread of its own counts, so that other requests need not wait."""
FIRST, LAST = "0001-01-01T00:00:00.000000Z", "9999-12-31T23:59:59.999999Z"


@dataclass(frozen=True, eq=False)
class ProcessFigures:
    """The figures of one process; each is counted when it is asked for, and once."""

    of: str
    columns: Columns

    @cached_property
    def deals(self) -> int:
        return np.unique(self.columns.deal[self.columns.counts]).size

    @cached_property
    def steps(self) -> list[StepFigures]:
        return steps(self.columns)

    @cached_property
    def slowest_step(self) -> StepFigures | None:
        return slowest(self.steps)

    @cached_property
    def transitions(self) -> list[Transition]:
        return transitions(self.columns)

    @cached_property
    def closings(self) -> Closings:
        return closings(self.columns)

    @cached_property
    def before_advance(self) -> list[BeforeAdvance]:
        return before_advance(self.columns)

    def interaction_conversion(self, start: InteractionKind, end: InteractionKind) -> Rate:
        return interaction_conversion(self.columns, start, end)

    def lost_within_days_of(self, kind: InteractionKind, days: int) -> Rate:
        return lost_within_days_of(self.columns, kind, days)

    def conversion(self, start: str, end: str) -> Rate:
        return conversion(self.columns, start, end)

    def funnel(self, keys: list[str]) -> list[FunnelStep]:
        return funnel(self.columns, keys)

    async def counted(self, count: "Callable[[ProcessFigures], Any]") -> Any:
        """What a function gives of these figures; beside the event loop where that takes a while."""
        return await asyncio.to_thread(count, self) if self.columns.deal.size > MANY else count(self)


def begins(day: date, zone: str) -> Moment:
    """The moment at which a day begins in a time zone; the first there is for a day that began before the calendar does."""
    try:
        return moment(datetime.combine(day, time(), ZoneInfo(zone)))
    except OverflowError:
        return FIRST


async def read(graph: Graph, *, ids: list[str], period: Period, where: Where, talk: bool) -> list[ProcessFigures]:
    """The figures of these processes over the deals that fit, all of one reading; those of interactions and objections only with `talk`."""
    found = await figures.visited(graph, ids=ids, since=period.since, until=period.until, talk=talk, where=where)

    def made() -> list[ProcessFigures]:
        return [_figures(one, period) for one in found]

    return await asyncio.to_thread(made) if sum(len(one.deals) for one in found) > MANY else made()


def _figures(source: Source, period: Period) -> ProcessFigures:
    return ProcessFigures(source.of, columns(source, period))
