"""The one place that makes ids and reads the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import uuid_utils

from cypher.words import Day, Moment


def moment(when: datetime) -> Moment:
    """The stored text of a moment: UTC, microseconds, always the same width."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def just_after(at: Moment) -> Moment:
    """The next moment that can be told from it."""
    return moment(datetime.fromisoformat(at) + timedelta(microseconds=1))


def day_of(at: Moment, zone: str) -> Day:
    """The day that a moment falls on in a time zone."""
    return datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).date().isoformat()


@dataclass(frozen=True)
class Clock:
    """Where moments and ids come from; tests and the demo give one that repeats itself."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    new_id: Callable[[], str] = lambda: str(uuid_utils.uuid7())


@dataclass
class Stamp:
    """The moment and the ids of one mutation, made before its transaction and the same again when the driver repeats it."""

    clock: Clock
    at: Moment = ""
    _ids: list[str] = field(default_factory=list)
    _used: int = 0

    def __post_init__(self) -> None:
        self.at = self.at or moment(self.clock.now())

    def again(self) -> None:
        """Begin an attempt: the same ids in the same order."""
        self._used = 0

    def new_id(self) -> str:
        """The next id of this attempt."""
        if self._used == len(self._ids):
            self._ids.append(self.clock.new_id())
        self._used += 1
        return self._ids[self._used - 1]
