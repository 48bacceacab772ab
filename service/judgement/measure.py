"""A figure with its terms, and how it is held against its threshold."""

from collections.abc import Callable
from dataclasses import dataclass

from cypher.words import Role, Verdict
from service.judgement.snapshot import Member


@dataclass(frozen=True)
class Scale:
    """The last column of the tables in measures.md: from where on a value is a warning, and bad. Null trips nothing."""

    warn_at: float
    warns: Callable[[float], bool]
    is_bad: Callable[[float], bool] = lambda _: False

    def verdict(self, value: float | None) -> Verdict:
        if value is None:
            return Verdict.UNKNOWN
        if self.is_bad(value):
            return Verdict.BAD
        return Verdict.WARN if self.warns(value) else Verdict.GOOD


def below(warn_at: float, bad: float | None = None) -> Scale:
    """A warning below this, bad below that."""
    return Scale(warn_at, lambda value: value < warn_at, lambda value: bad is not None and value < bad)


def up_to(warn_at: float, bad: float | None = None) -> Scale:
    """A warning up to this, it included; bad below that."""
    return Scale(warn_at, lambda value: value <= warn_at, lambda value: bad is not None and value < bad)


def above(warn_at: float) -> Scale:
    """A warning above this."""
    return Scale(warn_at, lambda value: value > warn_at)


@dataclass(frozen=True)
class Measure:
    """A value that can't be known is None, not 0; its verdict is UNKNOWN then. Members and roles are those that explain it."""

    value: float | None
    verdict: Verdict
    warn_at: float | None
    numerator: float | None
    denominator: float | None
    members: tuple[Member, ...] = ()
    roles: tuple[Role, ...] = ()


def figure(
    value: float | None,
    scale: Scale | None = None,
    *,
    of: tuple[float | None, float | None] = (None, None),
    members: tuple[Member, ...] = (),
    roles: tuple[Role, ...] = (),
) -> Measure:
    """A measure held against its scale; `of` are numerator and denominator."""
    verdict = scale.verdict(value) if scale else Verdict.UNKNOWN
    return Measure(value, verdict, scale.warn_at if scale else None, *of, members, roles)


def share(
    part: float, whole: float, scale: Scale | None = None, *, members: tuple[Member, ...] = (), roles: tuple[Role, ...] = ()
) -> Measure:
    """A part of a whole, None where the whole is 0."""
    return figure(part / whole if whole else None, scale, of=(part, whole), members=members, roles=roles)
