"""What a filter asks of one thing, as a tree that holds no Cypher: every name in it is one of the closed lists of `names`.

A condition is true or false, never unknown: of a thing without the value nothing holds but
the operators of NEVER_UNKNOWN and what is put into `Not`.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class All:
    """Each part holds; without parts, of everything."""

    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """One part holds; without parts, of nothing."""

    parts: tuple["Condition", ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """The complement."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Is:
    """A property held against a value, as one of OPERATORS says."""

    property: str
    operator: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Has:
    """Something that one of RELATIONS leads to fits."""

    relation: str
    part: "Condition" = All()


@dataclass(frozen=True, slots=True)
class Related:
    """A person within so many current ties of these kinds fits."""

    kinds: tuple[str, ...]
    direction: str
    hops: int
    part: "Condition" = All()


@dataclass(frozen=True, slots=True)
class Fact:
    """One of FACTS holds with these values."""

    name: str
    values: tuple[tuple[str, Any], ...] = ()


Condition = All | Either | Not | Is | Has | Related | Fact
EVERYTHING = All()
