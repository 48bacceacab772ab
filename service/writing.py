"""How every mutation runs: permission, idempotency, one transaction that ends with its Changes, or a problem that leaves nothing behind."""

import hashlib
import json
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Protocol, TypeVar

import orjson

from cypher import change, outcome
from cypher.errors import ConstraintBroken
from cypher.graph import Work
from cypher.words import ChangeAction, Day, Permission
from service.fields import Field, Given, Unfit, cleaned, invalid, issue, label, shown
from service.messages import say
from service.outcomes import Conflict, ConflictReason, Done, Forbidden, IssueCode, NotFound, Outcome, Problem
from service.stamp import Stamp, moment
from service.text import camel
from service.viewer import Caller

T = TypeVar("T")
KEPT_DAYS = 7
ATTEMPTS = 5
KEY = {"idempotency_key": Field(label())}


@dataclass
class Writing:
    """One attempt at a mutation: its transaction, its stamp, and the Changes it leaves."""

    caller: Caller
    work: Work
    stamp: Stamp
    changes: list[dict[str, Any]] = field(default_factory=list)
    quiet: bool = False
    """Whether something was written that is nobody else's business, and leaves no Change."""

    @property
    def today(self) -> Day:
        return self.caller.viewer.today(self.stamp.at)

    def record(
        self,
        action: ChangeAction,
        kind: str,
        id: str,
        *,
        version: int | None,
        fields: dict[str, tuple[Any, Any]],
        account: str | None = None,
        deal: str | None = None,
        informs: Sequence[str] = (),
    ) -> None:
        """Note a Change of one entity; `fields` is name → (before, after), `informs` names teams. It is written at the end."""
        told = [{"field": camel(name), "before": shown(before), "after": shown(after)} for name, (before, after) in fields.items()]
        self.changes.append(
            {
                "id": self.stamp.new_id(),
                "at": self.stamp.at,
                "actor": self.caller.viewer.id,
                "action": action,
                "entityType": kind,
                "entityId": id,
                "entityVersion": version,
                "account": account,
                "deal": deal,
                "informs": list(informs),
                "fields": orjson.dumps(told, default=str).decode(),
            }
        )


Job = Callable[[Writing], Awaitable[Outcome]]
UseCase = Callable[[Caller, Given], Awaitable[Outcome]]


def needs(permission: Permission) -> Callable[[UseCase], UseCase]:
    """Let a use case run for those with this permission. It is asked first: who lacks it is told nothing of the input."""

    def guarded(use_case: UseCase) -> UseCase:
        @wraps(use_case)
        async def run(caller: Caller, given: Given) -> Outcome:
            if not caller.viewer.may(permission):
                return Forbidden(say("forbidden", None, needed=permission, yours=caller.viewer.permission))
            if past := [issue(path, Unfit(IssueCode.PAST_MOMENT, "past-moment")) for path in _past(given)]:
                return invalid(past)
            return await use_case(caller, given)

        return run

    return guarded


def _past(given: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Where in an input ids name a moment."""
    if isinstance(given, Mapping | list):
        for key, held in given.items() if isinstance(given, Mapping) else enumerate(given):
            yield from _past(held, (*path, str(key)))
    elif getattr(given, "past", False):
        yield path


class _Abandoned(Exception):
    """Ends a transaction that must leave nothing, with the outcome that is answered."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


async def perform(caller: Caller, mutation: str, given: Given, job: Job) -> Outcome:
    """Run the job of a use case, which `needs` guards. A problem rolls everything back. Another writer was first: it is judged anew."""
    if flaws := cleaned(KEY, given)[1]:
        return invalid(flaws)
    stamp = Stamp(caller.clock)
    key = given.get("idempotency_key")
    claim = None if key is None else (f"{caller.viewer.id}|{mutation}|{key}", _hash(given))

    async def attempt(work: Work) -> Outcome:
        stamp.again()
        writing = Writing(caller, work, stamp)
        if claim and (before := await _before(writing, *claim)):
            raise _Abandoned(before)
        done = await job(writing)
        if not isinstance(done, Done):
            raise _Abandoned(done)
        await _finish(writing, claim and claim[0], done)
        return done

    for remaining in range(ATTEMPTS, 0, -1):
        try:
            return await caller.graph.write(attempt)
        except _Abandoned as abandoned:
            return abandoned.outcome
        except ConstraintBroken:
            if remaining == 1:
                raise
    raise AssertionError("There is at least one attempt.")


async def _before(writing: Writing, scope: str, digest: str) -> Outcome | None:
    """What this key answered before; None where the work is still to do. Waits while another request holds the key."""
    expired = moment(datetime.fromisoformat(writing.stamp.at) - timedelta(days=KEPT_DAYS))
    kept = await outcome.claim(writing.work, scope=scope, hash=digest, at=writing.stamp.at, expired=expired)
    if kept.hash != digest:
        return Conflict(say("key-reused"), ConflictReason.IDEMPOTENCY_KEY_REUSED)
    return Done(**json.loads(kept.answer)) if kept.answer else None


async def _finish(writing: Writing, scope: str | None, done: Done) -> None:
    """Write the Changes and the answer kept for the key. What changed nothing keeps nothing, and takes no number."""
    if not writing.changes and not writing.quiet:
        if scope:
            raise _Abandoned(done)
        return
    kept = None
    if scope:
        answer = orjson.dumps({"kind": done.kind, "id": done.id, "extra": done.extra}).decode()
        kept = {"scope": scope, "answer": answer}
    await change.append(writing.work, changes=writing.changes, outcome=kept)


def _hash(given: Given) -> str:
    """A digest of an input, the same however its fields were ordered."""
    rest = {name: value for name, value in given.items() if name != "idempotency_key"}
    return hashlib.sha256(orjson.dumps(rest, option=orjson.OPT_SORT_KEYS, default=str)).hexdigest()


class Standing(Protocol):
    """A row of what a write is about."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...


def stale(expected: int | None, kind: str, stands: Standing | None) -> Conflict | None:
    """The conflict of a write that was based on another version than the one that stands; what is not there yet has version 0."""
    current = stands.version if stands else 0
    if expected is None or expected == current:
        return None
    said = say("stale-version", None, expected=expected, current=current)
    return Conflict(said, ConflictReason.STALE_VERSION, current, (kind, stands.id) if stands else None)


def not_found(kind: str, argument: str, id: str | None = None) -> NotFound:
    """The problem of an id that names nothing here. `argument` as the client spells it, parts joined by dots."""
    return NotFound(say("not-found", None, kind=kind), tuple(argument.split(".")), getattr(id, "given", None))


def exists(kind: str, id: str, version: int | None = None) -> Conflict:
    """The conflict with one that stands already."""
    return Conflict(say("already-exists"), ConflictReason.ALREADY_EXISTS, version, (kind, id))


def made_all(count: int | None, wanted: Sequence[Any]) -> None:
    """Raise ConstraintBroken, which has the mutation judged anew, where what was joined has been hidden meanwhile."""
    if (count or 0) != len(wanted):
        raise ConstraintBroken("Something that this joins has been hidden meanwhile.")


def still(row: T | None) -> T:
    """A row that was there before it was locked. Raise ConstraintBroken, which has the mutation judged anew, where it is gone."""
    if row is None:
        raise ConstraintBroken("What this is about has been hidden, or merged, meanwhile.")
    return row


__all__ = ["Job", "Problem", "Writing", "exists", "made_all", "needs", "not_found", "perform", "stale", "still"]
