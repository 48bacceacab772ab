"""Relay connections with keyset cursors. A cursor holds what is listed, the order and the row's values in it; another list refuses it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeVar

import msgspec
import strawberry

from cypher.compose.page import NEVER_NULL, NUMBERS, SORTS, Order, Page
from cypher.words import SortDirection
from schema.context import Batch, Info
from schema.errors import BadPage
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
    listed: strawberry.Private[str]
    orders: strawberry.Private[tuple[Order, ...]]
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
        return sealed(row, self.listed, self.orders)


@dataclass(frozen=True)
class Window:
    """The page arguments of a list, checked."""

    kind: str
    """What is listed: no list takes the cursor of one of another kind."""
    orders: tuple[Order, ...]
    size: int
    cursor: str | None
    backward: bool

    @property
    def page(self) -> Page:
        """One row more than is shown, which tells whether there is more."""
        after = None if self.cursor is None else _opened(self.cursor, self.kind, self.orders)
        return Page(self.orders, self.size + 1, after, self.backward)


def window(
    kind: str,
    first: int | None,
    after: str | None,
    last: int | None = None,
    before: str | None = None,
    order_by: list[Any] | None = None,
    orders: tuple[Order, ...] = (),
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
        orders = tuple(dict.fromkeys(Order(SORTS[one.by.value], one.direction == SortDirection.DESC) for one in order_by))
    return Window(kind, orders, size, before if last is not None else after, last is not None)


def _signature(kind: str, orders: tuple[Order, ...]) -> str:
    return ",".join((kind, *(f"{order.property}{'-' if order.descending else ''}" for order in orders)))


def sealed(row: Any, kind: str, orders: tuple[Order, ...]) -> str:
    """The cursor of a row in an order."""
    values = [_value(row, order.property) for order in (*orders, Order("id"))]
    return urlsafe_b64encode(msgspec.json.encode([_signature(kind, orders), values])).decode().rstrip("=")


def _value(row: Any, name: str) -> Any:
    if name in ("revenue", "amount"):
        money = row.annual_revenue if name == "revenue" else row.amount
        return money and money.amount
    return getattr(row, ATTRIBUTES.get(name, name))


ATTRIBUTES = {camel(name): name for name in ("name_key", "created_at", "updated_at", "expected_close_on", "closed_at")} | {
    camel(name): name for name in ("phase_entered_at", "last_interaction_at")
}


def _opened(cursor: str, kind: str, orders: tuple[Order, ...]) -> tuple[Any, ...]:
    refused = BadPage("This cursor is not of this list in this order. Use a cursor that the same field gave with the same orderBy.")
    try:
        signature, values = msgspec.json.decode(
            urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=tuple[str, list[str | int | None]]
        )
    except (ValueError, msgspec.DecodeError):
        raise refused from None
    names = [*(order.property for order in orders), "id"]
    if signature != _signature(kind, orders) or len(values) != len(names):
        raise refused
    if not all(_fits(value, name) for value, name in zip(values, names, strict=True)):
        raise refused
    return tuple(values)


def _fits(value: str | int | None, name: str) -> bool:
    """Whether a column can hold such a value: text, or a whole number of 64 bits."""
    if value is None:
        return name not in NEVER_NULL
    if isinstance(value, str):
        return name not in NUMBERS
    return name in NUMBERS and -(2**63) <= value < 2**63


def connected(asked: Window, rows: list[Any], count: Count, kind: Callable[..., Any] = Connection) -> Any:
    """Shape the rows of a page, one more than shown where there is more."""
    more, shown = len(rows) > asked.size, rows[: asked.size]
    shown = shown[::-1] if asked.backward else shown
    beyond = asked.cursor is not None
    info = PageInfo(
        has_next_page=beyond if asked.backward else more,
        has_previous_page=more if asked.backward else beyond,
        start_cursor=sealed(shown[0], asked.kind, asked.orders) if shown else None,
        end_cursor=sealed(shown[-1], asked.kind, asked.orders) if shown else None,
    )
    return kind(rows=shown, listed=asked.kind, orders=asked.orders, stands=info, count=count)


async def page_below(info: Info, statement: Batch, counting: Batch, of: str, asked: Window, **arguments: Any) -> Any:
    """A page of what hangs on one parent; parents of the same answer share a statement. It is counted only where that is asked for."""
    found = await info.context.children(statement, of, **arguments, page=asked.page)

    async def count() -> int:
        return (await info.context.children(counting, of, **arguments)).count

    return connected(asked, found.items, count)
