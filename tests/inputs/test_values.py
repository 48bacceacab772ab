"""What single values may be: amounts, currencies, zones, moments, days, texts. What is refused is told with its code."""

from typing import Any

import pytest
from graphql import GraphQLError
from hypothesis import given
from hypothesis import strategies as st

from schema.scalars import _day, _moment
from service.fields import Unfit, currency, plain_amount, scaled, text, texts, time_zone
from service.stamp import day_of, moment


def code(clean: Any, value: Any) -> str:
    with pytest.raises(Unfit) as refused:
        clean(value)
    return str(refused.value.code)


@pytest.mark.parametrize(
    "amount",
    ["1e999999999", "1e-999999999", "1E2", "１２", " 12 ", "12\n", "1_000", "+1", ".5", "1.", "", "-", "--1", "NaN", "Infinity", "1,5"],
)
def test_what_is_no_plain_number_is_no_amount(amount: str) -> None:
    assert code(scaled, amount) == "BAD_VALUE"


@pytest.mark.parametrize("amount", ["1.00000000000000000000000000000000001", "0.00001", "1" * 15, "9" * 100_000, "0." + "0" * 9_000 + "1"])
def test_an_amount_that_would_not_be_kept_whole_is_out_of_range(amount: str) -> None:
    assert code(scaled, amount) == "OUT_OF_RANGE"


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_every_amount_comes_back_as_it_was(amount: int) -> None:
    assert scaled(plain_amount(amount)) == amount


def test_needless_zeros_of_an_amount_are_taken() -> None:
    assert [scaled(amount) for amount in ("0012.500000", "-0.0", "99999999999999.9999")] == [125_000, 0, 10**18 - 1]


def test_currencies_are_those_of_iso_4217() -> None:
    assert [currency(one) for one in ("EUR", "USD", "PLN", "BGN")] == ["EUR", "USD", "PLN", "BGN"]
    assert {code(currency, one) for one in ("ZZZ", "eur", "EURO", "", "ABC")} == {"BAD_VALUE"}


def test_zones_mean_the_same_everywhere() -> None:
    assert [time_zone(one) for one in ("Europe/Warsaw", "UTC")] == ["Europe/Warsaw", "UTC"]
    assert {code(time_zone, one) for one in ("localtime", "Factory", "Europe/Nowhere", "../etc/passwd")} == {"BAD_VALUE"}


@pytest.mark.parametrize("value", [" ", "\u200b", "\u200f\u200e", "\u0301", "\t\u00a0", "\u3164", "\u2800"])
def test_what_shows_nothing_is_no_text(value: str) -> None:
    assert code(text(), value) == "REQUIRED"
    assert code(texts(), ["seen", value]) == "BAD_VALUE"
    assert text()(f"É{value}") == f"É{value}"


@pytest.mark.parametrize(
    "value",
    [
        *("20260301T090000Z", "2026-W10-1T09:00:00Z", "2026-03-01T09:00:00,5Z", "2026-03-01T09:00:00+05:30:15", "2026-03-01T09:00:00"),
        *(
            "2026-03-01 09:00:00Z",
            "2026-03-01T09:00Z",
            "2026-03-01T09Z",
            "2026-03-01T25:00:00Z",
            "2026-02-30T00:00:00Z",
            " 2026-03-01T09:00:00Z",
        ),
        *("2026-03-01T09:00:00Z\n", "２026-03-01T09:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", 1, None),
    ],
)
def test_a_moment_is_written_as_rfc_3339_says(value: Any) -> None:
    with pytest.raises(GraphQLError):
        _moment(value)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("2026-03-01t09:00:00.5z", "2026-03-01T09:00:00.500000Z"),
        ("2026-03-01T09:00:00.123456789+05:30", "2026-03-01T03:30:00.123456Z"),
        ("0900-01-02T03:04:05Z", "0900-01-02T03:04:05.000000Z"),
    ],
)
def test_a_moment_is_kept_at_one_width(value: str, kept: str) -> None:
    assert moment(_moment(value)) == kept


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_the_farthest_moments_have_a_day_in_every_zone(zone: str) -> None:
    days = [day_of(moment(_moment(value)), zone) for value in ("0001-01-02T00:00:00Z", "9999-12-30T23:59:59Z")]
    assert [len(one) for one in days] == [10, 10]


def test_a_day_is_written_with_its_hyphens() -> None:
    assert _day("0900-03-01").isoformat() == "0900-03-01"
    for value in ("2026-W10-1", "20260301  ", "20260301", "2026-3-1", "2026-02-30", "２026-03-01", "2026-03-01\n", 20260301, None):
        with pytest.raises(GraphQLError):
            _day(value)
