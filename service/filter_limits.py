"""How much filters may ask for: the database plans each new shape of a filter, and that time grows faster than the filter.

Measured on two busy cores: 8 relations within one another take 1.1 s to plan, 16 take 14 s; 20 side by side 1.5 s; 100 conditions 1 s.
"""

from typing import NamedTuple

from cypher.compose.condition import All, Condition, Either, Fact, Has, Is, Not, Related

MOST_CONDITIONS = 100
MOST_RELATIONS = 20
MOST_DEEP = 8
FOLLOWS = frozenset(("engaged", "inside"))
"""Facts that are read along relations."""


class BadFilter(Exception):
    """A filter that can't be asked; the sentence says why and what to do."""


class Extent(NamedTuple):
    """Values held against something, relations followed, and how many of these lie within one another."""

    conditions: int = 0
    relations: int = 0
    deep: int = 0


def extent(condition: Condition) -> Extent:
    """What a condition asks for."""
    match condition:
        case All(parts) | Either(parts):
            each = [extent(part) for part in parts]
            return Extent(
                sum(one.conditions for one in each), sum(one.relations for one in each), max((one.deep for one in each), default=0)
            )
        case Not(part):
            return extent(part)
        case Has(_, part):
            return _followed(part, 1, 1)
        case Related(_, _, hops, part):
            return _followed(part, hops * (hops + 1) // 2, hops)
        case Fact(name, _) if name in FOLLOWS:
            return Extent(1, 1, 1)
        case Is() | Fact():
            return Extent(1)


def _followed(part: Condition, relations: int, deep: int) -> Extent:
    below = extent(part)
    return Extent(below.conditions, below.relations + relations, below.deep + deep)


def limited(condition: Condition) -> Condition:
    """The condition of one filter, where it asks for no more than it may. Raises BadFilter."""
    conditions, relations, deep = extent(condition)
    for count, most, what in (
        (deep, MOST_DEEP, "relations within one another"),
        (relations, MOST_RELATIONS, "relations"),
        (conditions, MOST_CONDITIONS, "conditions"),
    ):
        if count > most:
            raise BadFilter(f"A filter may ask for {most} {what}; this one asks for {count}. Ask for less, or in several requests.")
    return condition
