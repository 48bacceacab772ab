"""Which things are doubles when several people or accounts become one, and which of them stays: pure rules."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from cypher.words import Day


class Dated(Protocol):
    """What holds from `since` (None: ever) up to, without, `until` (None: still)."""

    @property
    def since(self) -> Day | None: ...
    @property
    def until(self) -> Day | None: ...


T = TypeVar("T", bound=Dated)


@dataclass(frozen=True)
class Union(Generic[T]):
    """Doubles: the one that stays, those that go, and the days over which any of them held."""

    stays: T
    others: Sequence[T]
    since: Day | None
    until: Day | None


def united(things: Iterable[T], key: Callable[[T], Hashable], strength: Callable[[T], Any]) -> list[Union[T]]:
    """Unite the things of one key whose times overlap, directly or through others; the one of the greatest strength stays.

    What held at any moment still holds then, once. Things of one key at different times are no doubles: somebody went and came back.
    Of several with the greatest strength the first stays. In the order of the first thing of each key, then of time.
    """
    alike: dict[Hashable, list[T]] = defaultdict(list)
    for one in things:
        alike[key(one)].append(one)
    return [_united(cluster, strength) for group in alike.values() for cluster in _overlapping(group)]


def _overlapping(group: list[T]) -> list[list[T]]:
    clusters: list[list[T]] = []
    end: Day | None = ""
    for one in sorted(group, key=lambda thing: thing.since or ""):
        if end is None or (one.since or "") < end:
            clusters[-1].append(one)
            end = None if end is None or one.until is None else max(end, one.until)
        else:
            clusters.append([one])
            end = one.until
    return clusters


def _united(cluster: list[T], strength: Callable[[T], Any]) -> Union[T]:
    stays = max(cluster, key=strength)
    ends = [one.until for one in cluster if one.until is not None]
    begins = [one.since for one in cluster if one.since is not None]
    return Union(
        stays,
        [one for one in cluster if one is not stays],
        min(begins) if len(begins) == len(cluster) else None,
        max(ends) if len(ends) == len(cluster) else None,
    )
