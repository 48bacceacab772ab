"""Past moments as arguments: the day that `asOf` stands for."""

from typing import Annotated, Any

import strawberry

from cypher.words import Day
from schema.context import Info
from schema.errors import AsOfInFuture
from schema.scalars import DateTime
from service.stamp import moment

AsOf = Annotated[DateTime | None, strawberry.argument(description="The moment to tell of; absent: now.")]


def day_at(info: Info, as_of: Any) -> Day | None:
    """The day of a moment in the workspace's time zone; null means now. Raises AsOfInFuture."""
    if as_of is None:
        return None
    at, caller = moment(as_of), info.context.caller
    if at > moment(caller.clock.now()):
        raise AsOfInFuture("`asOf` lies in the future. Give a moment that has come, or leave it out for now.")
    return caller.viewer.today(at)
