"""Timelines: the Changes of many accounts or deals, newest first, in one statement."""

from typing import Any

from cypher import change
from cypher.compose.page import Order
from cypher.words import Moment
from schema.connection import page_below, window
from schema.context import Batch, Info
from service.stamp import moment

OLDEST_FIRST = (Order("seq"),)
NEWEST_FIRST = (Order("seq", descending=True),)
ANY: dict[str, Any] = {"after_seq": 0, "actions": None, "types": None, "account_id": None, "deal_id": None}


async def timeline(info: Info, page_of: Batch, count_of: Batch, of: str, first: int | None, after: str | None) -> Any:
    """A page of the Changes of one thing."""
    asked = window("Change", first, after, orders=NEWEST_FIRST)
    return await page_below(info, page_of, count_of, of, asked, **ANY)


async def changes_since(info: Info, deal_id: str, since: Any, until: Moment | None, first: int | None, after: str | None) -> Any:
    """A page of the Changes of a deal's committee that were recorded after a moment, up to another."""
    begun = moment(since)
    asked = window(f"Change since {begun}", first, after, orders=OLDEST_FIRST)
    between: dict[str, Any] = {"since": begun, "until": until or info.context.now}
    return await page_below(info, change.of_committees, change.count_of_committees, deal_id, asked, **between)
