"""Relay connections with keyset cursors. A cursor holds the row's values in the list's order; another list, order or filter refuses it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Generic, TypeVar

import strawberry

from cypher.compose.page import SORTS, Order, Page
from cypher.compose.where import UNFILTERED, Where
from cypher.words import SortDirection
from schema import cursors
from schema.context import Batch, Info
from schema.errors import BadPage
from schema.filters import ALL, Filtered
from service.text import camel

T = TypeVar("T")
MOST, USUAL = 100, 20
Count = Callable[[], Awaitable[int]]

First = Annotated[int | None, strawberry.argument(description="How many rows: 1 to 100, 20 where absent.")]
After = Annotated[str | None, strawberry.argument(description="The cursor after which to go on.")]
Last = Annotated[int | None, strawberry.argument(description="How many rows before `before`, or at the end.")]
Before = Annotated[str | None, strawberry.argument(description="The cursor before which to go back.")]


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether more follows after this page.")
    has_previous_page: bool = strawberry.field(description="Whether more stands before this page.")
    start_cursor: str | None = strawberry.field(description="The cursor of the first row.")
    end_cursor: str | None = strawberry.field(description="The cursor of the last row.")


@strawberry.type(description="A row of a list, with its place in it.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="The row's place: give it as `after` or `before`.")
    node: T = strawberry.field(description="The row itself.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    rows: strawberry.Private[list[Any]]
    listed: strawberry.Private["Window"]
    stands: strawberry.Private[PageInfo]
    count: strawberry.Private[Count]

    @strawberry.field(description="The rows with their cursors.")
    def edges(self) -> list[Edge[T]]:
        return [Edge(cursor=self.cursor(row), node=row) for row in self.rows]

    @strawberry.field(description="Where this page stands.")
    def page_info(self) -> PageInfo:
        return self.stands

    @strawberry.field(description="The rows without their cursors.")
    def nodes(self) -> list[T]:
        return self.rows

    @strawberry.field(description="How many rows the whole list has; it stops at 10,000. Counted only when asked for.")
    async def total_count(self) -> int:
        return await self.count()

    def cursor(self, row: Any) -> str:
        """A row's place in this list."""
        return sealed(row, self.listed)


@dataclass(frozen=True)
class Window:
    """The page arguments of a list, checked."""

    kind: str
    """What is listed: no list takes the cursor of one of another kind."""
    orders: tuple[Order, ...]
    size: int
    cursor: str | None
    backward: bool
    filtered: Filtered = ALL

    @property
    def where(self) -> Where:
        return self.filtered.where

    @property
    def page(self) -> Page:
        """One row more than is shown, which tells whether there is more."""
        return Page(self.orders, self.size + 1, _opened(self), self.backward, self.where)

    @cached_property
    def named(self) -> str:
        """What tells this list from others."""
        orders = ",".join(f"{order.property}{'-' if order.descending else ''}" for order in self.orders)
        return f"{self.kind} {orders} {self.filtered.told}"


def window(
    kind: str,
    first: int | None,
    after: str | None,
    last: int | None = None,
    before: str | None = None,
    order_by: list[Any] | None = None,
    orders: tuple[Order, ...] = (),
    filtered: Filtered = ALL,
) -> Window:
    """Check page arguments; raises BadPage with what to do."""
    if last is not None and first is not None:
        raise BadPage("Give either `first` or `last`, not both.")
    if (last is None and before is not None) or (last is not None and after is not None):
        raise BadPage("`after` goes with `first`, `before` with `last`.")
    size = USUAL if first is None and last is None else (first if last is None else last)
    if size is None or not 1 <= size <= MOST:
        raise BadPage(f"`first` and `last` are from 1 to {MOST}.")
    if order_by:
        asked = [Order(SORTS[one.by.value], one.direction == SortDirection.DESC) for one in order_by]
        orders = tuple({one.property: one for one in reversed(asked)}.values())[::-1]
    return Window(kind, orders, size, before if last is not None else after, last is not None, filtered)


def sealed(row: Any, asked: Window) -> str:
    """The cursor of a row in a list."""
    return cursors.sealed([_value(row, order.property) for order in (*asked.orders, Order("id"))], asked.named)


def _value(row: Any, name: str) -> Any:
    if name in ("revenue", "amount"):
        money = row.annual_revenue if name == "revenue" else row.amount
        return money and money.amount
    return getattr(row, ATTRIBUTES.get(name, name))


ATTRIBUTES = {camel(name): name for name in ("name_key", "created_at", "updated_at", "expected_close_on", "closed_at")} | {
    camel(name): name for name in ("phase_entered_at", "last_interaction_at")
}


def _opened(asked: Window) -> tuple[Any, ...] | None:
    if asked.cursor is None:
        return None
    try:
        return tuple(cursors.opened(asked.cursor, asked.named))
    except cursors.Broken:
        said = "This cursor is not of this list in this order. Use a cursor that the same field gave with the same orderBy and where."
        raise BadPage(said) from None


def connected(asked: Window, rows: list[Any], count: Count, kind: Callable[..., Any] = Connection) -> Any:
    """Shape the rows of a page, one more than shown where there is more."""
    more, shown = len(rows) > asked.size, rows[: asked.size]
    shown = shown[::-1] if asked.backward else shown
    beyond = asked.cursor is not None
    info = PageInfo(
        has_next_page=beyond if asked.backward else more,
        has_previous_page=more if asked.backward else beyond,
        start_cursor=sealed(shown[0], asked) if shown else None,
        end_cursor=sealed(shown[-1], asked) if shown else None,
    )
    return kind(rows=shown, listed=asked, stands=info, count=count)


async def page_below(
    info: Info, statement: Batch, counting: Batch, of: str, asked: Window, fitting: Batch | None = None, **arguments: Any
) -> Any:
    """A page of what hangs on one parent; parents of the same answer share a statement. It is counted only where that is asked for.

    `fitting` counts what fits a filter, where the list takes one.
    """
    found = await info.context.children(statement, of, **arguments, page=asked.page)

    async def count() -> int:
        if fitting and asked.where != UNFILTERED:
            return (await info.context.children(fitting, of, **arguments, where=asked.where)).count
        return (await info.context.children(counting, of, **arguments)).count

    return connected(asked, found.items, count)
