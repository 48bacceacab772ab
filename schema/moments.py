"""Past moments as arguments: the moment and the day that `asOf` stands for, and ids that name one."""

from typing import Annotated, Any

import strawberry

from cypher.words import Day, Moment
from schema.context import Info
from schema.errors import AsOfInFuture
from schema.scalars import DateTime
from service.stamp import moment

AsOf = Annotated[DateTime | None, strawberry.argument(description="The moment to tell of; absent: now.")]


def moment_at(info: Info, as_of: Any) -> Moment | None:
    """The stored text of a moment; null means now. Raises AsOfInFuture."""
    if as_of is None:
        return None
    at = moment(as_of)
    if not has_come(info, at):
        raise AsOfInFuture("`asOf` lies in the future. Give a moment that has come, or leave it out for now.")
    return at


def has_come(info: Info, at: Moment) -> bool:
    return at <= moment(info.context.caller.clock.now())


def day_at(info: Info, as_of: Any) -> Day | None:
    """The day of a moment in the workspace's time zone; null means now. Raises AsOfInFuture."""
    at = moment_at(info, as_of)
    return None if at is None else info.context.caller.viewer.today(at)


def dated(id_: str, at: Moment | None) -> str:
    """The id of a thing at a moment; of the thing itself where there is none."""
    return id_ if at is None else f"{id_}@{at}"
