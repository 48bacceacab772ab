"""What a process's figures are counted from, as arrays: one of visits in the order of their deals and of time, one of deals.

It knows neither GraphQL nor Neo4j: a source gives lists, moments as text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from cypher.words import InteractionKind, Moment

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Moments = npt.NDArray[np.datetime64]
Days = npt.NDArray[np.float64]

FATES = ("advanced", "skipped", "returned", "repeated", "won", "lost", "abandoned", "switched", "still_there")
"""What can become of a visit; each has one. A fate is a place in this list."""
ADVANCED, SKIPPED, RETURNED, REPEATED, WON, LOST, ABANDONED, SWITCHED, STILL_THERE = range(len(FATES))
LEFT_BY = {"ADVANCE": ADVANCED, "SKIP": SKIPPED, "RETURN": RETURNED, "REPEAT": REPEATED, "SWITCH": SWITCHED, "": STILL_THERE}
CLOSED_AS = {"WON": WON, "LOST": LOST, "ABANDONED": ABANDONED}
FATE = {(step, ""): fate for step, fate in LEFT_BY.items()} | {("CLOSE", status): fate for status, fate in CLOSED_AS.items()}
KINDS = tuple(InteractionKind)
KIND = {kind.value: place for place, kind in enumerate(KINDS)}
A_DAY = np.timedelta64(1, "D") / np.timedelta64(1, "us")


class Piece(Protocol):
    """A phase or stage."""

    @property
    def kind(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def after_purchase(self) -> bool: ...
    @property
    def objections(self) -> int: ...


class Source(Protocol):
    """Where the columns come from: an item of each list is a deal, an item in it a visit; what is not there is an empty text."""

    @property
    def of(self) -> str: ...
    @property
    def pieces(self) -> Sequence[Piece]: ...
    @property
    def places(self) -> Sequence[Sequence[str]]: ...
    @property
    def visits(self) -> Sequence[Sequence[str]]: ...
    @property
    def entered(self) -> Sequence[Sequence[Moment]]: ...
    @property
    def left(self) -> Sequence[Sequence[Moment]]: ...
    @property
    def recorded(self) -> Sequence[Sequence[Moment]]: ...
    @property
    def left_by(self) -> Sequence[Sequence[str]]: ...
    @property
    def closed_as(self) -> Sequence[Sequence[str]]: ...
    @property
    def triggers(self) -> Sequence[Sequence[str]]: ...
    @property
    def talks(self) -> Sequence[Sequence[str]]: ...
    @property
    def talk_kinds(self) -> Sequence[Sequence[str]]: ...
    @property
    def talked_at(self) -> Sequence[Sequence[Moment]]: ...
    @property
    def sentiments(self) -> Sequence[Sequence[str]]: ...
    @property
    def created_at(self) -> Sequence[Moment]: ...
    @property
    def closed_at(self) -> Sequence[Moment]: ...
    @property
    def status(self) -> Sequence[str]: ...
    @property
    def accounts(self) -> Sequence[str]: ...
    @property
    def winners(self) -> Sequence[str]: ...
    @property
    def won_at(self) -> Sequence[Moment]: ...


@dataclass(frozen=True)
class Period:
    """From a moment up to, without, another; and the moment at which it is looked at."""

    since: Moment
    until: Moment
    now: Moment

    def holds(self, at: Moments) -> Mask:
        """Which of these moments lie in it."""
        since, until = moments([self.since, self.until])
        held: Mask = (at >= since) & (at < until)
        return held


@dataclass(frozen=True, eq=False)
class Talks:
    """The interactions about the deals, in the order of these."""

    deal: Ints
    id: npt.NDArray[np.str_]
    kind: Ints
    """Its place in KINDS."""
    at: Moments
    sentiment: Days
    """From −2 to 2; not-a-number where nobody said."""


@dataclass(frozen=True, eq=False)
class Columns:
    """One process in one period. Visits are ordered by deal, then by when they were entered, then by when that was recorded."""

    pieces: Sequence[Piece]
    period: Period
    deal: Ints
    """Of each visit the number of its deal; `place` and `fate` likewise."""
    place: Ints
    fate: Ints
    entered: Moments
    left: Moments
    """Not-a-time while the visit goes on."""
    trigger: npt.NDArray[np.str_]
    """The id of what led there; empty where nothing is known."""
    counts: Mask
    """Which visits were entered in the period."""
    created_at: Moments
    """Of each deal, as the next ones."""
    closed_at: Moments
    status: npt.NDArray[np.str_]
    accounts: Sequence[str]
    winners: Sequence[str]
    won_at: Moments
    talks: Talks

    @property
    def days(self) -> Days:
        """How many days of 24 hours each visit lasted; not-a-number while it goes on."""
        return days(self.left - self.entered)

    @property
    def follows(self) -> Mask:
        """Of each visit whether the one after it is the same deal's."""
        return np.append(self.deal[1:] == self.deal[:-1], False) if self.deal.size else np.zeros(0, bool)

    def place_of(self, key: str) -> int:
        """The place of the phase or stage with this key; −1, where no visit is, of one that nothing has."""
        return next((place for place, piece in enumerate(self.pieces) if piece.key == key), -1)


def moments(texts: Iterable[Moment]) -> Moments:
    """Moments of stored text; not-a-time for an empty one."""
    return np.array(list(texts), "S26").astype("datetime64[us]")  # without the Z, which numpy takes for a question of zones


def days(spans: npt.NDArray[Any]) -> Days:
    """Spans of time in days of 24 hours."""
    return np.where(np.isnat(spans), np.nan, spans.astype("timedelta64[us]").astype(np.int64) / A_DAY)


def columns(source: Source, period: Period) -> Columns:
    """Make the arrays."""
    keys = {piece.key: place for place, piece in enumerate(source.pieces)}
    deal = np.repeat(np.arange(len(source.places)), [len(one) for one in source.places])
    place = _coded(keys, chain.from_iterable(source.places))
    fate = _coded(FATE, zip(chain.from_iterable(source.left_by), chain.from_iterable(source.closed_as), strict=True))
    entered, left, recorded = (moments(chain.from_iterable(one)) for one in (source.entered, source.left, source.recorded))
    order = np.lexsort((np.array(list(chain.from_iterable(source.visits)), "S36"), recorded, entered, deal))
    return Columns(
        source.pieces,
        period,
        deal[order],
        place[order],
        fate[order],
        entered[order],
        left[order],
        np.array(list(chain.from_iterable(source.triggers)), dtype=str)[order],
        period.holds(entered)[order],
        moments(source.created_at),
        moments(source.closed_at),
        np.array(source.status, dtype=str),
        source.accounts,
        source.winners,
        moments(source.won_at),
        _talks(source),
    )


def _talks(source: Source) -> Talks:
    return Talks(
        np.repeat(np.arange(len(source.talks)), [len(one) for one in source.talks]),
        np.array(list(chain.from_iterable(source.talks)), dtype=str),
        _coded(KIND, chain.from_iterable(source.talk_kinds)),
        moments(chain.from_iterable(source.talked_at)),
        np.array([float(one or "nan") for one in chain.from_iterable(source.sentiments)], np.float64),
    )


def _coded(codes: dict[Any, int], values: Iterable[Any]) -> Ints:
    return np.array([codes[one] for one in values], np.int64)
