"""The period that figures are of, as arguments, and the reading of them; the figures themselves: `figures`."""

from collections.abc import Awaitable
from datetime import date
from typing import Annotated, Any, cast

import strawberry

from schema.context import Info
from schema.scalars import Date
from service.figures import FIRST, LAST, ProcessFigures, begins, read
from service.figures.columns import Period
from service.stamp import moment

From = Annotated[Date | None, strawberry.argument(name="from", description="The first day of the period; absent: from the beginning.")]
To = Annotated[Date | None, strawberry.argument(name="to", description="The first day after the period; absent: up to now.")]


def figures_of(info: Info, process_id: str, start: Any, end: Any) -> Awaitable[ProcessFigures]:
    """The figures of a process from a day up to, without, another, in the workspace's time zone; read once for the same period."""
    caller = info.context.caller
    zone = caller.viewer.time_zone
    since = FIRST if start is None else begins(cast(date, start), zone)
    until = LAST if end is None else begins(cast(date, end), zone)
    return info.context.children(read, process_id, period=Period(since, until, moment(caller.clock.now())))
