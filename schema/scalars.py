"""The scalars of the contract, each with what it stands for in the rows: moments and days are text there, amounts whole ten-thousandths."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, NewType

import strawberry
from graphql import GraphQLError

from service.fields import plain_amount

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(DAY.pattern + r"[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})")
FARTHEST = timedelta(days=1)
"""No time zone lies farther from UTC, so a moment this far from the ends of the calendar has a day in each."""


def _moment(value: Any) -> datetime:
    try:
        if not MOMENT.fullmatch(value):
            raise ValueError
        parsed = datetime.fromisoformat(value.upper())
    except (TypeError, ValueError):
        raise GraphQLError("A DateTime is an RFC 3339 text with its offset, such as 2026-03-01T09:30:00Z.") from None
    try:
        at = parsed.astimezone(UTC)
        _ = at - FARTHEST, at + FARTHEST
    except OverflowError:
        raise GraphQLError("This DateTime lies outside the years that can be stored.") from None
    return at


def _day(value: Any) -> date:
    try:
        if not DAY.fullmatch(value):
            raise ValueError
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise GraphQLError("A Date is a day as text, such as 2026-03-01.") from None


def _decimal(value: Any) -> str:
    """The text as it is: where it is used it is checked, so that one bad number costs one row of an import and not the call."""
    if not isinstance(value, str):
        raise GraphQLError('A Decimal is a plain number as text, such as "1250.50".')
    return value


DateTime = NewType("DateTime", str)
Date = NewType("Date", str)
Decimal = NewType("Decimal", str)
JSON = NewType("JSON", object)

SCALARS: dict[object, Any] = {
    DateTime: strawberry.scalar(
        name="DateTime", description="A moment in UTC, RFC 3339, such as 2026-03-01T09:30:00.000000Z.", serialize=str, parse_value=_moment
    ),
    Date: strawberry.scalar(
        name="Date", description="A day in the workspace's time zone, such as 2026-03-01.", serialize=str, parse_value=_day
    ),
    Decimal: strawberry.scalar(
        name="Decimal", description="A plain decimal number as text, such as 1250.5.", serialize=plain_amount, parse_value=_decimal
    ),
    JSON: strawberry.scalar(name="JSON", description="Any JSON value.", serialize=lambda value: value, parse_value=lambda value: value),
}
