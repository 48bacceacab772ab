"""Timelines: the Changes of many accounts or deals, newest first, in one statement."""

from typing import Any

from cypher.compose.page import Order
from schema.connection import connected, window
from schema.context import Batch, Info

NEWEST_FIRST = (Order("seq", descending=True),)
ANY: dict[str, Any] = {"after_seq": 0, "actions": None, "types": None, "account_id": None, "deal_id": None}


async def timeline(info: Info, page_of: Batch, count_of: Batch, of: str, first: int | None, after: str | None) -> Any:
    """A page of the Changes of one thing."""
    asked = window(first, after, orders=NEWEST_FIRST)
    found = await info.context.children(page_of, of, **ANY, page=asked.page)

    async def count() -> int:
        return (await info.context.children(count_of, of, **ANY)).count

    return connected(asked, found.items, count)
