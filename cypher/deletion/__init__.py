"""Deletions: what was entered by mistake loses its name with what hangs on it, so that no other statement finds it, and gets it back.

The model's HIDEABLE tells how. What hides and what brings back runs in one transaction with its Changes; the caller settles what others
repeat of the thing.
"""

from cypher.graph import Work
from cypher.query import Row, query
from cypher.words import Moment


class ShownRow(Row, frozen=True):
    """A thing that can be hidden, or that stands in the way of a hidden one."""

    kind: str
    id: str
    version: int


class HiddenRow(ShownRow, frozen=True):
    deletion: str
    """The id of what was deleted: the thing itself, or what it hung on."""
    hangs_on_hidden: bool
    starts_at: str
    """Of a tie, the id of the person whom it starts at; else its own."""


class ToldRow(ShownRow, frozen=True):
    """A thing that was hidden or came back, and whose timelines tell of it."""

    account: str | None
    deal: str | None


@query
async def lock(work: Work, *, id: str) -> ShownRow | None: ...


@query
async def lock_tie(work: Work, *, id: str) -> ShownRow | None: ...


@query
async def hide(work: Work, *, id: str, at: Moment, by: str) -> list[ToldRow]: ...


@query
async def hide_tie(work: Work, *, id: str) -> list[ToldRow]: ...


@query
async def lock_hidden(work: Work, *, id: str) -> HiddenRow | None: ...


@query
async def lock_hidden_tie(work: Work, *, id: str) -> HiddenRow | None: ...


@query
async def hand_over(work: Work, *, id: str) -> None: ...


@query
async def doubles(work: Work, *, id: str) -> list[ShownRow]: ...


@query
async def tie_doubles(work: Work, *, id: str) -> list[ShownRow]: ...


@query
async def restore(work: Work, *, id: str) -> list[ToldRow]: ...


@query
async def restore_tie(work: Work, *, id: str) -> list[ToldRow]: ...


@query
async def settle(work: Work, *, id: str) -> None: ...


@query
async def closes_circle(work: Work, *, id: str) -> bool: ...
