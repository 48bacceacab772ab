"""The period that figures are of, as arguments, and the reading of them; the figures themselves: `figures`."""

from datetime import date
from typing import Annotated, Any, cast

import strawberry

from schema.context import Info
from schema.filters import filtered
from schema.scalars import Date
from schema.selection import asked
from service.figures import FIRST, LAST, ProcessFigures, begins, read
from service.figures.columns import Period

From = Annotated[Date | None, strawberry.argument(name="from", description="The first day of the period; absent: from the beginning.")]
To = Annotated[Date | None, strawberry.argument(name="to", description="The first day after the period; absent: up to now.")]


OF_TALK = {"beforeAdvance", "interactionConversion", "lostWithinDaysOf"}
"""The figures that need to know what was said."""


async def figures_of(info: Info, process_id: str, where: Any, start: Any, end: Any) -> ProcessFigures:
    """The figures of a process from a day up to, without, another, in the workspace's zone; read once for the same period and filter."""
    caller = info.context.caller
    zone = caller.viewer.time_zone
    since = FIRST if start is None else begins(cast(date, start), zone)
    until = LAST if end is None else begins(cast(date, end), zone)
    talk = bool(asked(info) & OF_TALK) or "objections" in asked(info, "steps") | asked(info, "slowestStep")
    period, fitting = Period(since, until, info.context.now), await filtered(info, where)
    return await info.context.children(read, process_id, period=period, where=fitting.where, talk=talk)
