"""What a process's figures are counted from, as arrays: one of visits in the order of their deals and of time, one of deals.

It knows neither GraphQL nor Neo4j: a source gives lines of text, whose fields the statement's module names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from cypher.figures import DEAL, TALK, VISIT, WINNER
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
    """Where the columns come from: lines, and of each deal a list of them."""

    @property
    def of(self) -> str: ...
    @property
    def pieces(self) -> Sequence[Piece]: ...
    @property
    def deals(self) -> Sequence[str]: ...
    @property
    def visits(self) -> Sequence[Sequence[str]]: ...
    @property
    def talks(self) -> Sequence[Sequence[str]]: ...
    @property
    def winners(self) -> Sequence[str]: ...


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
    visit = _parted(chain.from_iterable(source.visits), VISIT)
    told = _parted(source.deals, DEAL)
    won = _parted(source.winners, WINNER)
    deal = _numbers(source.visits)
    fate = _coded(FATE, zip(visit["left_by"], visit["closed_as"], strict=True))
    entered = moments(visit["entered"])
    order = np.lexsort((np.array(visit["id"], "S36"), moments(visit["recorded"]), entered, deal))
    return Columns(
        source.pieces,
        period,
        deal[order],
        _coded(keys, visit["place"])[order],
        fate[order],
        entered[order],
        moments(visit["left"])[order],
        np.array(visit["trigger"], dtype=str)[order],
        period.holds(entered)[order],
        moments(told["created_at"]),
        moments(told["closed_at"]),
        np.array(told["status"], dtype=str),
        told["account"],
        won["account"],
        moments(won["at"]),
        _talks(source),
    )


def _talks(source: Source) -> Talks:
    talk = _parted(chain.from_iterable(source.talks), TALK)
    sentiments = [float(one or "nan") for one in talk["sentiment"]]
    ids, kinds = np.array(talk["id"], dtype=str), _coded(KIND, talk["kind"])
    return Talks(_numbers(source.talks), ids, kinds, moments(talk["at"]), np.array(sentiments, np.float64))


def _numbers(of_deals: Sequence[Sequence[str]]) -> Ints:
    """Of each line the number of its deal."""
    return np.repeat(np.arange(len(of_deals)), [len(one) for one in of_deals])


def _parted(lines: Iterable[str], fields: tuple[str, ...]) -> dict[str, list[str]]:
    """The fields of many lines, each as a column: one split for all of them."""
    parts = "\n".join(lines).split("\n")
    return {name: parts[place :: len(fields)] if len(parts) > 1 else [] for place, name in enumerate(fields)}


def _coded(codes: dict[Any, int], values: Iterable[Any]) -> Ints:
    return np.array([codes[one] for one in values], np.int64)
