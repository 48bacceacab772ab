"""What a use case returns: that it is done, or which problem stands in the way.

Outcome
├── Done             something changed, or had changed already under this key
└── Problem
├── NotFound     an id names nothing that the viewer may see
├── Forbidden    the viewer's permission does not reach so far
├── Conflict     stale version, already there, idempotency key used otherwise
└── InvalidInput one or more issues, each with its path, code and sentence
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class ConflictReason(StrEnum):
    STALE_VERSION = "STALE_VERSION"
    ALREADY_EXISTS = "ALREADY_EXISTS"
    IDEMPOTENCY_KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"


class IssueCode(StrEnum):
    REQUIRED = "REQUIRED"
    BAD_VALUE = "BAD_VALUE"
    OUT_OF_RANGE = "OUT_OF_RANGE"
    TOO_LONG = "TOO_LONG"
    TOO_MANY = "TOO_MANY"
    UNKNOWN_KEY = "UNKNOWN_KEY"
    DUPLICATE_KEY = "DUPLICATE_KEY"
    CONTRADICTION = "CONTRADICTION"
    WRONG_STATE = "WRONG_STATE"
    SELF_TIE = "SELF_TIE"
    CYCLE = "CYCLE"
    OUT_OF_ORDER = "OUT_OF_ORDER"
    IN_FUTURE = "IN_FUTURE"
    PAST_MOMENT = "PAST_MOMENT"
    PHASE_IN_USE = "PHASE_IN_USE"
    ACCOUNT_REQUIRED = "ACCOUNT_REQUIRED"
    POST_REQUIRED = "POST_REQUIRED"


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong with the input. `path` as the client spells it: `("employment", "title")`."""

    path: tuple[str, ...]
    code: IssueCode
    message: str


@dataclass(frozen=True)
class Done:
    """`kind` and `id` name the entity that answers; `extra` is whatever else the answer needs, as JSON."""

    kind: str
    id: str
    extra: Any = None


@dataclass(frozen=True)
class NotFound:
    message: str
    argument: tuple[str, ...]
    missing: str | None = None
    """The id as the client wrote it."""


@dataclass(frozen=True)
class Forbidden:
    message: str


@dataclass(frozen=True)
class Conflict:
    message: str
    reason: ConflictReason
    current_version: int | None = None
    current: tuple[str, str] | None = None
    """Kind and id of the one that stands."""


@dataclass(frozen=True)
class InvalidInput:
    message: str
    issues: tuple[Issue, ...]


Problem = NotFound | Forbidden | Conflict | InvalidInput
Outcome = Done | Problem
