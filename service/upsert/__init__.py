"""Importing: up to 1,000 rows by external reference in one transaction, each applied whole or not at all.

Rows are judged one after the other on a slate read in bulk, then all that differs is written in bulk.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from service.fields import Given, refused
from service.outcomes import Conflict, ConflictReason, Done, InvalidInput, Issue, IssueCode, NotFound, Outcome, Problem
from service.upsert import judges, slate, writes
from service.viewer import Caller
from service.writing import Writing, perform

MOST = 1_000
LISTS = {"accounts": judges.account, "people": judges.person, "employments": judges.employment, "ties": judges.tie}
"""The lists in the order they are applied."""


async def upsert(caller: Caller, given: Given) -> Outcome:
    """Apply the rows; Done carries the counts and an answer for each row."""
    count = sum(len(given.get(name) or ()) for name in LISTS)
    if count > MOST:
        return refused(("rows",), IssueCode.TOO_MANY, "too-many", max=MOST, count=count)

    async def job(writing: Writing) -> Outcome:
        known = await slate.read(writing, set(_references(given)))
        rows = [_judged(known, name, index, row) for name in LISTS for index, row in enumerate(given.get(name) or ())]
        if given.get("dry_run"):
            rows = [row if (thing := known.things.get(row["id"])) and thing.before else row | {"id": None} for row in rows]
        else:
            await writes.write(known)
        return Done("Batch", "", rows)

    return await perform(caller, "upsert", given, job)


def _references(given: Given) -> Iterator[slate.Ref]:
    for row in (row for name in LISTS for row in given.get(name) or ()):
        yield from ((value["system"], value["key"]) for field, value in row.items() if field.endswith("_ref") and value)


def _judged(known: slate.Slate, name: str, index: int, row: Given) -> dict[str, Any]:
    """What became of a row, as JSON can hold it."""
    told: dict[str, Any] = {"list": name.upper(), "index": index, "kind": None, "id": None, "problem": None}
    known.made.clear()
    try:
        thing, changed = LISTS[name](known, row, (name, str(index)))
    except slate.Refusal as refusal:
        return told | {"outcome": "FAILED", "problem": {"type": type(refusal.problem).__name__, **asdict(refusal.problem)}}
    return told | {
        "kind": thing.kind,
        "id": thing.id,
        "outcome": "CREATED" if thing.id in known.made else "UPDATED" if changed else "UNCHANGED",
    }


def problem(told: dict[str, Any]) -> Problem:
    """The problem that a row's answer holds as JSON."""
    match told:
        case {"type": "InvalidInput", "message": message, "issues": issues}:
            return InvalidInput(message, tuple(Issue(tuple(one["path"]), IssueCode(one["code"]), one["message"]) for one in issues))
        case {"type": "NotFound", "message": message, "argument": argument}:
            return NotFound(message, tuple(argument))
    current = told["current"]
    return Conflict(told["message"], ConflictReason(told["reason"]), told["current_version"], current and (current[0], current[1]))
