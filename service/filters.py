"""What a filter means: from the fields that a client named to a condition on the graph. Writing it as Cypher is `cypher.compose`.

A filter comes as a mapping of only what was named, ids decoded. Lists match any of their values, so that an empty one matches nothing.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from cypher.compose.condition import All, Condition, Either, Fact, Has, Is, Not, Related
from cypher.words import DealStatus, Direction, Lifecycle, Moment, RelationshipKind
from service.fields import PLACES, PLAIN
from service.filter_limits import BadFilter
from service.stamp import moment
from service.text import fold

SURROGATES = re.compile("[\ud800-\udfff]")
NOTHING = Either()
NO_TEXT = "\0"
"""What no stored text holds."""
LONGEST = 10_000
"""No text that filters read is longer, folded though it may be."""
MOST_DIGITS = 18
MOST_HOPS = 2


@dataclass(frozen=True)
class Now:
    """The moment that a filter is asked at, and the settings that it may be held against."""

    at: Moment
    engaged_days: int
    former_after_days: int

    def before(self, days: int) -> Moment:
        """The moment so many days of 24 hours ago; texts that sort before or after every moment where the calendar ends."""
        try:
            return moment(datetime.fromisoformat(self.at).astimezone(UTC) - timedelta(days=days))
        except OverflowError:
            return "" if days > 0 else "~"


Given = Mapping[str, Any]
Read = Callable[[Any, Now], Condition]


def read(label: str, given: Given, now: Now) -> Condition:
    """The condition of a filter of this label. Raises BadFilter."""
    parts = (FILTERS[label][name](value, now) for name, value in given.items() if value is not None)
    return All(tuple(parts))


def uses_settings(given: Any) -> bool:
    """Whether a filter asks for something that the workspace's settings decide."""
    if isinstance(given, Mapping):
        return not given.keys().isdisjoint(("is_engaged", "lifecycle")) or any(map(uses_settings, given.values()))
    return isinstance(given, list) and any(map(uses_settings, given))


def _cleaned(value: str) -> str:
    """A text as it can be asked for: what can't be stored is nowhere."""
    return NO_TEXT if len(value) > LONGEST or SURROGATES.search(value) else value


def _folded(value: str) -> str:
    """A part of a name as names are stored; a space at its end stays, since it parts two words."""
    clean = _cleaned(value)
    edges = clean[:1].isspace(), clean[-1:].isspace()
    folded = fold(clean)
    return f"{' ' if edges[0] else ''}{folded}{' ' if edges[1] and folded else ''}"


OPERATORS = {"in_": "in", "starts_with": "startsWith"}


def _each(value: Any, clean: Callable[[Any], Any]) -> Any:
    return tuple(dict.fromkeys(map(clean, value))) if isinstance(value, list) else clean(value)


def _compared(property: str, given: Given, _: Now, *, clean: Callable[[Any], Any] = lambda value: value, loose: bool = False) -> Condition:
    """Each operator that was named holds."""
    parts: list[Condition] = []
    for name, value in given.items():
        if value is None:
            continue
        if name == "is_null":
            parts.append(Is(property, "null" if value else "some"))
        else:
            parts.append(Is(property, f"{'loose ' if loose else ''}{OPERATORS.get(name, name)}", _each(value, clean)))
    return All(tuple(parts))


def name(property: str) -> Read:
    def condition(given: Given, now: Now) -> Condition:
        whole = {
            key: _each(value, lambda one: fold(_cleaned(one)))
            for key, value in given.items()
            if key in ("eq", "ne", "in_") and value is not None
        }
        parts = {key: _folded(value) for key, value in given.items() if key in ("contains", "starts_with") and value is not None}
        rest = {key: value for key, value in given.items() if key == "is_null"}
        return _compared(property, whole | parts | rest, now, clean=lambda one: one)

    return condition


def text(property: str) -> Read:
    return partial(_compared, property, clean=_cleaned, loose=True)


def plain(property: str) -> Read:
    return partial(_compared, property)


def days(property: str) -> Read:
    return partial(_compared, property, clean=lambda day: day.isoformat())


def moments(property: str) -> Read:
    return partial(_compared, property, clean=moment)


def one_of(property: str) -> Read:
    return lambda given, _: Is(property, "in", tuple(map(str, given)))


def flag(property: str) -> Read:
    return lambda given, _: Is(property, "eq", given)


def amounts(property: str) -> Read:
    """Whole ten-thousandths are compared; what lies between two of them equals none."""

    def compared(operator: str, value: str) -> Condition:
        below, above = _around(value)
        if operator == "eq" and below != above:
            return NOTHING
        return Is(property, operator, below if operator in ("gt", "lte") else above)

    def condition(given: Given, now: Now) -> Condition:
        nulls = _compared(property, {"is_null": given.get("is_null")}, now)
        numbers = (compared(operator, value) for operator, value in given.items() if operator != "is_null" and value is not None)
        return All((nulls, *numbers))

    return condition


def _around(value: str) -> tuple[int, int]:
    """The whole ten-thousandths next to a decimal, below and above; twice the same where it is one."""
    found = PLAIN.fullmatch(value)
    if not found:
        raise BadFilter('An amount in a filter is a plain number as text, such as "1250.50".')
    sign, digits, fraction = found[1], found[2].lstrip("0"), (found[3] or "").rstrip("0")
    if len(digits) > MOST_DIGITS - PLACES:
        size = 10**MOST_DIGITS
        return (-size, -size) if sign else (size, size)
    size, between = int(f"0{digits}{fraction[:PLACES]:0<{PLACES}}"), len(fraction) > PLACES
    return (-size - between, -size) if sign else (size, size + between)


def days_since(property: str) -> Read:
    """Days of 24 hours since a moment, begun ones left out: n of them have passed when it lies n days back, and not yet n + 1."""

    def at_least(number: int, now: Now) -> Condition:
        return Is(property, "lte", now.before(number))

    def fewer(number: int, now: Now) -> Condition:
        return Is(property, "gt", now.before(number))

    def compared(operator: str, value: Any, now: Now) -> Condition:
        match operator:
            case "eq":
                return All((at_least(value, now), fewer(value + 1, now)))
            case "ne":
                return Either((Is(property, "null"), fewer(value, now), at_least(value + 1, now)))
            case "in_":
                return Either(tuple(compared("eq", one, now) for one in value))
            case "gt" | "gte":
                return at_least(value + (operator == "gt"), now)
            case "lt" | "lte":
                return fewer(value + (operator == "lte"), now)
            case _:
                return Is(property, "null" if value else "some")

    return lambda given, now: All(tuple(compared(operator, value, now) for operator, value in given.items() if value is not None))


def tagged(given: list[str], _: Now) -> Condition:
    return Fact("tagged", (("tags", tuple(map(_cleaned, given))),))


def led(relation: str, label: str) -> Read:
    """What the relation leads to fits: there is one, where the filter is empty."""
    return lambda given, now: Has(relation, read(label, given, now))


def listed(relation: str, label: str) -> Read:
    def condition(given: Given, now: Now) -> Condition:
        parts: list[Condition] = []
        if (some := given.get("some")) is not None:
            parts.append(Has(relation, read(label, some, now)))
        if (none := given.get("none")) is not None:
            parts.append(Not(Has(relation, read(label, none, now))))
        return All(tuple(parts))

    return condition


def our(relation: str) -> Read:
    """One of us is there who has the id; nobody is, where it is asked to be null."""

    def condition(given: Given, now: Now) -> Condition:
        ids = {key: value for key, value in given.items() if key != "is_null"}
        parts: list[Condition] = [Has(relation, _compared("id", ids, now))] if any(value is not None for value in ids.values()) else []
        if (is_null := given.get("is_null")) is not None:
            parts.append(Not(Has(relation)) if is_null else Has(relation))
        return All(tuple(parts))

    return condition


def lifecycle(given: list[str], now: Now) -> Condition:
    """A customer from its first won deal; a former one when none is open and the last was won longer ago than the workspace says."""
    won = Is("status", "in", (DealStatus.WON.value,))
    lately = Has("deals", All((won, Is("closedAt", "gte", now.before(now.former_after_days)))))
    stands = Either((lately, Has("deals", Is("status", "in", (DealStatus.OPEN.value,)))))
    meanings: dict[Lifecycle, Condition] = {
        Lifecycle.PROSPECT: Not(Has("deals", won)),
        Lifecycle.CUSTOMER: All((Has("deals", won), stands)),
        Lifecycle.FORMER_CUSTOMER: All((Has("deals", won), Not(stands))),
    }
    return Either(tuple(meanings[Lifecycle(one)] for one in dict.fromkeys(given)))


def known_to_us(given: bool, _: Now) -> Condition:
    return Has("us") if given else Not(Has("us"))


def related(given: Given, now: Now) -> Condition:
    hops = 1 if given.get("max_hops") is None else given["max_hops"]
    if not 1 <= hops <= MOST_HOPS:
        raise BadFilter(f"`maxHops` of `relatedTo` is from 1 to {MOST_HOPS}.")
    kinds = tuple(RelationshipKind) if given.get("kinds") is None else tuple(given["kinds"])
    part = read("Person", given["person"], now)
    return Related(tuple(map(str, kinds)), str(given.get("direction") or Direction.BOTH), hops, part) if kinds else NOTHING


def missing_roles(given: list[str], _: Now) -> Condition:
    roles = Fact("plays", (("roles", tuple(map(str, given))),))
    return Not(Has("committee", roles)) if given else NOTHING


def engaged(given: bool, now: Now) -> Condition:
    values = (("since", now.before(now.engaged_days)), ("now", now.at), ("days", now.engaged_days))
    return Fact("engaged", values) if given else Not(Fact("engaged", values))


def external(given: bool, _: Now) -> Condition:
    return Not(Fact("inside")) if given else Fact("inside")


def _joined(label: str) -> dict[str, Read]:
    def parts(given: Iterable[Given], now: Now) -> tuple[Condition, ...]:
        return tuple(read(label, one, now) for one in given)

    return {
        "and_": lambda given, now: All(parts(given, now)),
        "or_": lambda given, now: Either(parts(given, now)),
        "not_": lambda given, now: Not(read(label, given, now)),
    }


FILTERS: dict[str, dict[str, Read]] = {
    "Account": {
        **_joined("Account"),
        "id": plain("id"),
        "name": name("nameKey"),
        **{one: text(one) for one in ("domain", "industry", "country", "tier")},
        "employees": plain("employees"),
        "annual_revenue": amounts("revenue"),
        "lifecycle": lifecycle,
        "tags": tagged,
        "parent": led("parent", "Account"),
        "deals": listed("deals", "Deal"),
        "people": listed("people", "Person"),
        "team_member": our("team"),
    },
    "Person": {
        **_joined("Person"),
        "id": plain("id"),
        "name": name("nameKey"),
        **{one: text(one) for one in ("email", "department", "title")},
        "seniority": one_of("seniority"),
        "tags": tagged,
        "employer": led("employer", "Account"),
        "former_employer": led("formerEmployer", "Account"),
        "memberships": listed("memberships", "Member"),
        "related_to": related,
        "is_known_to_us": known_to_us,
        "is_placeholder": flag("isPlaceholder"),
    },
    "Deal": {
        **_joined("Deal"),
        "id": plain("id"),
        "name": name("nameKey"),
        "status": one_of("status"),
        "amount": amounts("amount"),
        "buy_class": one_of("buyClass"),
        **{one: text(one) for one in ("currency", "source")},
        "products": lambda given, _: Has("products", Is("key", "in", tuple(map(_cleaned, given)))),
        "tags": tagged,
        "expected_close_on": days("expectedCloseOn"),
        "created_at": moments("createdAt"),
        "closed_at": moments("closedAt"),
        "owner": plain("ownerId"),
        "account": led("account", "Account"),
        "buying_process": text("buyingProcess"),
        "phase": text("phaseKey"),
        "sales_process": text("salesProcess"),
        "stage": text("stageKey"),
        "committee": listed("committee", "Member"),
        "missing_roles": missing_roles,
        "alignment": lambda given, _: Fact("aligned", (("states", tuple(map(str, given))),)),
        "days_in_phase": days_since("phaseEnteredAt"),
        "last_interaction_at": moments("lastInteractionAt"),
    },
    "Member": {
        **_joined("Member"),
        "roles": lambda given, _: Fact("plays", (("roles", tuple(map(str, given))),)),
        "stance": partial(_compared, "stance", clean=str),
        "influence": plain("influence"),
        "access": one_of("access"),
        "awareness": one_of("awareness"),
        "person": led("person", "Person"),
        "deal": led("deal", "Deal"),
        "is_engaged": engaged,
        "is_external": external,
    },
}
"""What each field of each filter means."""
