"""Timelines: the Changes of many accounts or deals, newest first, in one statement."""

from typing import Any

from cypher.compose.page import Order
from schema.connection import page_below, window
from schema.context import Batch, Info

NEWEST_FIRST = (Order("seq", descending=True),)
ANY: dict[str, Any] = {"after_seq": 0, "actions": None, "types": None, "account_id": None, "deal_id": None}


async def timeline(info: Info, page_of: Batch, count_of: Batch, of: str, first: int | None, after: str | None) -> Any:
    """A page of the Changes of one thing."""
    asked = window("Change", first, after, orders=NEWEST_FIRST)
    return await page_below(info, page_of, count_of, of, asked, **ANY)
