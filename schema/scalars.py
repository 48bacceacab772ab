"""The scalars of the contract, each with what it stands for in the rows: moments and days are text there, amounts whole ten-thousandths."""

from datetime import UTC, date, datetime
from decimal import Decimal as PlainDecimal
from decimal import InvalidOperation
from typing import Any, NewType

import strawberry
from graphql import GraphQLError

from service.fields import plain_amount


def _moment(value: Any) -> datetime:
    try:
        parsed = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        parsed = None
    if parsed is None or parsed.tzinfo is None or "T" not in value.upper():
        raise GraphQLError("A DateTime is an RFC 3339 text with its offset, such as 2026-03-01T09:30:00Z.")
    try:
        return parsed.astimezone(UTC)
    except OverflowError:
        raise GraphQLError("This DateTime lies outside the years that can be stored.") from None


def _day(value: Any) -> date:
    try:
        if len(value) != len("2026-03-01"):
            raise ValueError
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise GraphQLError("A Date is a day as text, such as 2026-03-01.") from None


def _decimal(value: Any) -> PlainDecimal:
    try:
        parsed = PlainDecimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        parsed = None
    if parsed is None or not parsed.is_finite():
        raise GraphQLError('A Decimal is a plain number as text, such as "1250.50".')
    return parsed


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
