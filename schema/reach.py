"""What the fields of people, members and accounts that look into the network share; the types they give are in `network`."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry

from cypher import group, person
from cypher.group import GroupRow
from cypher.words import Day, Moment
from schema.context import Info
from schema.errors import BadPage, OutOfRange
from schema.selection import load
from service import reach
from service.openings import Opening

MOST_HOPS, MOST_LISTED = 4, 100
MaxHops = Annotated[int | None, strawberry.argument(description="How many ties a route may have, ours counted: 1 to 4.")]
Limit = Annotated[int | None, strawberry.argument(description="How many at most: 1 to 100.")]


def limited(limit: int | None, usual: int, most: int = MOST_LISTED) -> int:
    """A `limit`, checked; what is usual where it is null."""
    if limit is not None and not 1 <= limit <= most:
        raise BadPage(f"`limit` is from 1 to {most:,}.")
    return usual if limit is None else limit


@dataclass(frozen=True)
class AboutParty:
    """What was found out about a party, and which one it is; a group has no statement in common with people."""

    party: str
    is_group: bool
    told: Any

    def load(self, info: Info) -> Awaitable[Any]:
        whole, brief = (group.by_ids, group.by_ids) if self.is_group else (person.by_ids, person.brief_by_ids)
        return load(info, whole, brief, self.party)  # type: ignore[return-value]


def day_of(info: Info, at: Moment | None) -> Day | None:
    """The day of a stored moment; None for now."""
    return None if at is None else info.context.caller.viewer.today(at)


async def routes_to(info: Info, row: Any, max_hops: int | None, limit: int | None, at: Moment | None = None) -> Any:
    """Routes to a party, whose row tells which kind it is."""
    hops = MOST_HOPS if max_hops is None else max_hops
    if not 1 <= hops <= MOST_HOPS:
        raise OutOfRange(f"`maxHops` is from 1 to {MOST_HOPS}.")
    found = await info.context.children(reach.reports, row.id, max_hops=hops, limit=limited(limit, 3), day=day_of(info, at))
    return AboutParty(row.id, isinstance(row, GroupRow), found.told)


async def departure_of(info: Info, id_: str, party: Any, at: Moment | None = None) -> Any:
    """What is lost when a party leaves; `id_` is its own, or its member's for that deal only."""
    found = await info.context.children(reach.departures, id_, day=day_of(info, at))
    return AboutParty(party.id, isinstance(party, GroupRow), found.told)


@dataclass(frozen=True)
class ToMeet:
    """Somebody to meet, as of the committee's moment."""

    it: Opening
    day: Day | None
