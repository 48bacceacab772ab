"""What a field of an input may hold: declared once an entity, checked in one place, and turned into stored properties.

A `Field` cleans one value or raises Unfit. A table of fields (name → Field) checks a whole input, which is the mapping of
only the fields that the client named.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from iso4217 import Currency

from cypher.rows import MoneyRow
from service.messages import say
from service.outcomes import InvalidInput, Issue, IssueCode
from service.stamp import moment
from service.text import camel

Given = Mapping[str, Any]
PLAIN = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?")
DIGITS, PLACES = 14, 4
SCALE = 10**PLACES
CURRENCIES = frozenset(one.value for one in Currency) | {"BGN", "HRK"}
"""Those of ISO 4217, and those that the euro has followed since 2023: deals of earlier years hold them."""
UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing: Hangul's fillers, Braille's empty cell."""


class Unfit(Exception):
    """A value that can't be taken: the code, the catalogue's key and what the sentence needs."""

    def __init__(self, code: IssueCode, key: str, **values: Any) -> None:
        super().__init__(key)
        self.code, self.key, self.values = code, key, values


def _plain(name: str, value: Any) -> dict[str, Any]:
    return {camel(name): value}


@dataclass(frozen=True)
class Field:
    """How a value is cleaned, whether it may be null, and which properties it becomes."""

    clean: Callable[[Any], Any]
    required: bool = False
    stored: Callable[[str, Any], dict[str, Any]] = _plain
    empty: Any = None
    """What null is stored as: lists are never null."""


Fields = Mapping[str, Field]


def _whole_letters(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shows_nothing(value: str) -> bool:
    """Whether there is nothing to see but spaces, control and format characters, and marks without a letter to stand on."""
    return all(one in UNSEEN or unicodedata.category(one)[0] in "ZCM" for one in value)


def text(most: int = 300) -> Callable[[Any], str]:
    """Text without NUL and lone surrogates; blank is no text."""

    def clean(value: Any) -> str:
        if "\0" in value or not _whole_letters(value):
            raise Unfit(IssueCode.BAD_VALUE, "bad-text")
        if len(value) > most:
            raise Unfit(IssueCode.TOO_LONG, "too-long", max=most, length=len(value))
        if _shows_nothing(value):
            raise Unfit(IssueCode.REQUIRED, "required")
        return str(value)

    return clean


def label(most: int = 300) -> Callable[[Any], str]:
    """Text of one line, without control characters."""
    one = text(most)

    def clean(value: Any) -> str:
        if any(unicodedata.category(character) == "Cc" for character in value):
            raise Unfit(IssueCode.BAD_VALUE, "bad-key")
        return one(value)

    return clean


def whole(low: int, high: int) -> Callable[[Any], int]:
    def clean(value: Any) -> int:
        if not low <= value <= high:
            raise Unfit(IssueCode.OUT_OF_RANGE, "out-of-range", low=str(low), high=str(high))
        return int(value)

    return clean


def real(low: float, high: float) -> Callable[[Any], float]:
    def clean(value: Any) -> float:
        if not low <= value <= high:
            raise Unfit(IssueCode.OUT_OF_RANGE, "out-of-range", low=str(low), high=str(high))
        return float(value)

    return clean


def texts(most: int = 50, each: int = 100) -> Callable[[Any], list[str]]:
    one = text(each)

    def clean(value: Any) -> list[str]:
        if len(value) > most:
            raise Unfit(IssueCode.TOO_MANY, "too-many", max=most, count=len(value))
        if any(_shows_nothing(item) for item in value):
            raise Unfit(IssueCode.BAD_VALUE, "blank-entry")
        return list(dict.fromkeys(one(item) for item in value))

    return clean


def words(value: Any) -> list[str]:
    """A list of a closed vocabulary's words, each once."""
    return list(dict.fromkeys(str(word) for word in value))


def word(value: StrEnum) -> StrEnum:
    return value


def flag(value: Any) -> bool:
    return bool(value)


def day(value: date) -> str:
    return value.isoformat()


def instant(value: datetime) -> str:
    return moment(value)


def money(value: Any) -> MoneyRow:
    """An amount with its currency, in whole ten-thousandths."""
    return MoneyRow(amount=scaled(value["amount"]), currency=currency(value["currency"]))


def scaled(amount: str) -> int:
    """A plain decimal in whole ten-thousandths: `-1.25` → -12500. Digits are counted before they are read, however many there are."""
    plain = PLAIN.fullmatch(amount)
    if not plain:
        raise Unfit(IssueCode.BAD_VALUE, "bad-number")
    sign, digits, fraction = plain[1], plain[2].lstrip("0"), (plain[3] or "").rstrip("0")
    if len(digits) > DIGITS or len(fraction) > PLACES:
        raise Unfit(IssueCode.OUT_OF_RANGE, "bad-amount")
    return int(f"{sign}0{digits}{fraction:0<{PLACES}}")


def money_as(amount: str, currency: str) -> Callable[[str, Any], dict[str, Any]]:
    """Money is two properties of a node."""
    return lambda _, value: {amount: value and value.amount, currency: value and value.currency}


def as_property(property: str) -> Callable[[str, Any], dict[str, Any]]:
    """How a value is stored whose property has another name than its field."""
    return lambda _, value: {property: value}


def locale(value: Any) -> str:
    """A language tag (BCP 47)."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}", value):
        raise Unfit(IssueCode.BAD_VALUE, "bad-locale")
    return str(value)


@cache
def _zones() -> frozenset[str]:
    """The zones of the IANA database that mean the same everywhere."""
    return frozenset(available_timezones() - {"Factory", "localtime"})


def time_zone(value: Any) -> str:
    if value not in _zones():
        raise Unfit(IssueCode.BAD_VALUE, "bad-time-zone")
    return str(value)


def currency(value: Any) -> str:
    if value not in CURRENCIES:
        raise Unfit(IssueCode.BAD_VALUE, "bad-currency")
    return str(value)


NAME = Field(text(), required=True)
LINE = Field(text())
NOTE = Field(text(20_000))
TAGS = Field(texts(), empty=())
LOOSE_WORD = Field(word)
DAY = Field(day)


def issue(path: tuple[str, ...], unfit: Unfit) -> Issue:
    """The issue that a client sees."""
    spelled = tuple(camel(name) for name in path)
    return Issue(spelled, unfit.code, say(unfit.key, None, **{"field": ".".join(spelled), **unfit.values}))


def cleaned(fields: Fields, given: Given, path: tuple[str, ...] = ()) -> tuple[dict[str, Any], list[Issue]]:
    """Check what is given of these fields; gives the clean values and what is wrong. Null becomes the field's `empty`."""
    values: dict[str, Any] = {}
    issues: list[Issue] = []
    for name in (name for name in fields if name in given):
        field, value = fields[name], given[name]
        try:
            if value is None and field.required:
                raise Unfit(IssueCode.REQUIRED, "required")
            values[name] = (list(field.empty) if field.empty == () else field.empty) if value is None else field.clean(value)
        except Unfit as unfit:
            needless = unfit.code == IssueCode.REQUIRED and not field.required
            issues.append(issue((*path, name), Unfit(IssueCode.BAD_VALUE, "blank") if needless else unfit))
    return values, sorted(issues, key=lambda one: one.path)


def cleaned_of(noun: str, fields: Fields, given: Given, path: tuple[str, ...] = ()) -> tuple[dict[str, Any], list[Issue]]:
    """As `cleaned`, of a noun whose inputs call `kind` and `status` what the entity, among others, calls `needKind` and `needStatus`."""
    said = {f"{noun}_{word}": word for word in ("kind", "status")}
    values, issues = cleaned({said.get(name, name): field for name, field in fields.items()}, given, path)
    return {name: values[said.get(name, name)] for name in fields if said.get(name, name) in values}, issues


def absent(fields: Fields) -> dict[str, Any]:
    """What fields hold that nobody named: a new entity begins with these."""
    return {name: list(field.empty) if field.empty == () else field.empty for name, field in fields.items()}


def stored(fields: Fields, values: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that clean values become."""
    made: dict[str, Any] = {}
    for name, value in values.items():
        made |= fields[name].stored(name, value)
    return made


def shown(value: Any) -> Any:
    """A value as JSON in a Change: money as the API writes it."""
    if isinstance(value, MoneyRow):
        return {"amount": plain_amount(value.amount), "currency": value.currency}
    return value


def plain_amount(scaled: int) -> str:
    """Whole ten-thousandths as a plain decimal: 12500 → `1.25`."""
    sign, digits = ("-" if scaled < 0 else ""), abs(scaled)
    fraction = f"{digits % SCALE:04d}".rstrip("0")
    return f"{sign}{digits // SCALE}{'.' if fraction else ''}{fraction}"


def differences(before: Any, values: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Which of the values differ from a row's: name → (before, after)."""
    old = {name: getattr(before, name) for name in values}
    return {name: (old[name], value) for name, value in values.items() if old[name] != value}


def invalid(issues: list[Issue]) -> InvalidInput:
    """The problem that tells these issues."""
    return InvalidInput(say("invalid-input", None, count=len(issues), first=issues[0].message), tuple(issues))


def refused(path: tuple[str, ...], code: IssueCode, key: str, **values: Any) -> InvalidInput:
    """The problem with a single issue."""
    return invalid([issue(path, Unfit(code, key, **values))])
