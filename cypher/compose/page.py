"""Keyset pages: the order, the condition "after this row", and the limit, written into a list's statement.

A list's file holds `{{page a: MATCH (a:Account …)}}` (inside a parent's scope `{{page d of parent: …}}`). A plain walk along the
index (workspace, property, id) serves the first order; rows without the property are in no such index and come last in either
direction, so they are a branch of their own, which is read only when the first one did not fill the page.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from cypher.compose.where import UNFILTERED, Where
from cypher.model import NODES
from cypher.query import Statement
from cypher.words import AccountSort, DealSort, PersonSort

SORTS: dict[str, str] = {
    AccountSort.NAME: "nameKey",
    AccountSort.CREATED_AT: "createdAt",
    AccountSort.UPDATED_AT: "updatedAt",
    AccountSort.EMPLOYEES: "employees",
    AccountSort.ANNUAL_REVENUE: "revenue",
    DealSort.AMOUNT: "amount",
    DealSort.EXPECTED_CLOSE_ON: "expectedCloseOn",
    DealSort.CLOSED_AT: "closedAt",
    DealSort.PHASE_ENTERED_AT: "phaseEnteredAt",
    DealSort.LAST_INTERACTION_AT: "lastInteractionAt",
    PersonSort.NAME: "nameKey",
}
"""What each sort of the contract reads; the three enums share their names."""

NEVER_NULL = frozenset({"nameKey", "createdAt", "updatedAt", "seq", "at", "id", "rank"})
PROPERTIES = frozenset(SORTS.values()) | NEVER_NULL
NUMBERS = frozenset({"amount", "revenue", "employees", "seq", "rank"})
"""`rank` is calculated: such a list is cut by the service."""
MARKER = re.compile(r"\{\{page (\w+)(?: of (\w+))?: (.+?)\}\}", re.DOTALL)


@dataclass(frozen=True)
class Order:
    """One column of an order. `id` ends every order by itself."""

    property: str
    descending: bool = False

    def __post_init__(self) -> None:
        if self.property not in PROPERTIES:
            raise ValueError(f"Nothing is ordered by {self.property!r}.")


@dataclass(frozen=True)
class Page:
    """A page of `limit` rows (ask for one more than shown) after the row with these values, or before it when `backward`."""

    orders: tuple[Order, ...]
    limit: int
    after: tuple[Any, ...] | None = None
    backward: bool = False
    where: Where = UNFILTERED

    @property
    def parameters(self) -> dict[str, Any]:
        values = {} if self.after is None else {f"after{place}": value for place, value in enumerate(self.after) if value is not None}
        return {"limit": self.limit, **values, **self.where.parameters}

    def applied(self, statement: Statement) -> Statement:
        """The statement with this page written into it; made once for each shape of page."""
        nulls = None if self.after is None else tuple(value is None for value in self.after)
        return _applied(statement, self.orders, nulls, self.backward, self.where.shape)


_LEAST = "-9000000000000000000"
"""A bound that every number passes: only a range makes the planner walk the ordered index (measured: 23 hits against 20,001)."""


@dataclass(frozen=True)
class _Column:
    """A column of the written order: what is compared, which way, and with what of the cursor."""

    expression: str
    descending: bool
    cursor: str


Nulls = tuple[bool, ...] | None
"""Which values of the cursor are null; None without a cursor."""


@lru_cache(maxsize=1024)
def _applied(statement: Statement, orders: tuple[Order, ...], nulls: Nulls, backward: bool, where: Where) -> Statement:
    def write(found: re.Match[str]) -> str:
        variable, parent, anchor = found.groups()
        fitting = replace(where, anchor=None) if parent else where  # below a parent reading begins at the parent
        anchor = anchor if parent else where.begun(variable, anchor)
        branches = [_branch(variable, anchor, orders, nulls, backward, part, fitting) for part in _parts(orders, nulls, backward)]
        if len(branches) == 1:
            return branches[0]
        both = "\n  UNION ALL\n".join(f"{branch} RETURN {variable}" for branch in branches)
        return f"CALL ({parent or ''}) {{\n{both}\n}} WITH {variable} LIMIT $limit"

    return replace(statement, text=MARKER.sub(write, statement.text))


def _parts(orders: tuple[Order, ...], nulls: Nulls, backward: bool) -> list[bool]:
    """Which rows the page may need, in order: True those that have the first property, False those without it."""
    if not orders or orders[0].property in NEVER_NULL:
        return [True]
    both = [False, True] if backward else [True, False]
    if nulls is None or nulls[0] == backward:
        return both
    return both[1:]


def _branch(variable: str, anchor: str, orders: tuple[Order, ...], nulls: Nulls, backward: bool, present: bool, where: Where) -> str:
    first = orders[0] if orders else Order("id")
    conditions = [f"{variable}.id IS NOT NULL"]
    if not present:
        conditions.append(f"{variable}.{first.property} IS NULL")
    elif first.property != "id":
        least = _LEAST if first.property in NUMBERS else "''"
        conditions.append(f"{variable}.{first.property} >= {least}")
    columns = _columns(variable, orders, nulls, backward, present)
    if nulls is not None and nulls[0] == (not present):
        if len(columns) > 1 and present:  # what the index can seek by; the exact condition follows
            conditions.append(f"{columns[0].expression} {'<=' if columns[0].descending else '>='} {columns[0].cursor}")
        conditions.append(_beyond(columns))
    if where.predicate != "true":
        conditions.append(where.predicate)
    anchor, leading = (anchor, []) if where.anchor else _hinted(variable, anchor, first.property if present else "id")
    glue = " AND " if " WHERE " in f" {anchor} " else " WHERE "
    direction = " DESC" if columns[0].descending else ""
    fixed = "".join(f"{variable}.{name}{direction}, " for name in leading)
    order = ", ".join(f"{column.expression}{' DESC' if column.descending else ''}" for column in columns)
    return f"{anchor}{glue}{' AND '.join(conditions)}\n  WITH {variable} ORDER BY {fixed}{order} LIMIT $limit"


def _hinted(variable: str, anchor: str, property: str) -> tuple[str, list[str]]:
    """The anchor with the index that its list walks, and the properties that it fixes; nothing of both for a list of relationships.

    An order that names the fixed properties too is the index's own, so that the walk ends with the page. Without the hint the planner
    scans an index that is empty when it looks, and goes on doing so.
    """
    found = re.search(rf"\({variable}:(\w+) {{(.+?)}}\)", anchor)
    if not found:
        return anchor, []
    leading = [pair.split(":")[0].strip() for pair in found[2].split(",")]
    if " USING INDEX " in anchor:
        return anchor, leading
    whole = (*leading[1:], property, "id")
    has_order = leading == ["workspace"] or whole in NODES[found[1]].indexes
    columns = dict.fromkeys(("workspace", *(whole if has_order else (*leading[1:], "id"))))
    hint = f" USING INDEX SEEK {variable}:{found[1]}({', '.join(columns)})"
    return anchor[: found.end()] + hint + anchor[found.end() :], leading


def _columns(variable: str, orders: tuple[Order, ...], nulls: Nulls, backward: bool, present: bool) -> list[_Column]:
    """The orders as written columns; a property that may be null is led by a column that puts its nulls last."""
    made: list[_Column] = []
    for place, order in enumerate((*orders, Order("id"))):
        expression, is_null = f"{variable}.{order.property}", bool(nulls and nulls[place])
        if order.property not in NEVER_NULL and place == 0 and not present:
            continue
        if order.property not in NEVER_NULL and place > 0:
            made.append(_Column(f"({expression} IS NULL)", backward, "true" if is_null else "false"))
        if not is_null or place == 0:
            made.append(_Column(expression, order.descending != backward, f"$after{place}"))
    return made


def _beyond(columns: list[_Column]) -> str:
    """True for the rows after the cursor's, column by column."""
    first, *rest = columns
    ahead = f"{first.expression} {'<' if first.descending else '>'} {first.cursor}"
    return f"CASE WHEN {first.expression} = {first.cursor} THEN {_beyond(rest)} ELSE {ahead} END" if rest else ahead
