"""Importing: up to 1,000 rows by external reference in one transaction, each applied whole or not at all.

Rows are judged one after the other on a slate read in bulk, then all that differs is written in bulk.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from cypher.errors import ConstraintBroken
from cypher.graph import Work
from cypher.words import Permission
from service.fields import Given, refused
from service.messages import say
from service.outcomes import Conflict, ConflictReason, Done, InvalidInput, Issue, IssueCode, NotFound, Outcome, Problem
from service.stamp import Stamp
from service.upsert import committees, contacts, judges, slate, steps, writes
from service.viewer import Caller
from service.writing import Writing, needs, perform

MOST = 1_000
LISTS = ("accounts", "people", "employments", "deals", "roles", "ties", "interactions", "moves")
"""In the order they are applied."""
Place = tuple[str, int]
"""A row's list, and where it stands there."""
Answer = tuple[dict[str, Any], list[slate.Thing]]
"""What is told of a row, and the things that it changed."""
Judge = Callable[[slate.Slate, Given, judges.Path], judges.Judged]


@needs(Permission.EDITOR)
async def upsert(caller: Caller, given: Given) -> Outcome:
    """Apply the rows; Done carries the counts and an answer for each row."""
    if problem := _too_many(given):
        return problem

    async def job(writing: Writing, doubles: set[Place]) -> Outcome:
        return Done("Batch", "", await _applied(writing, given, doubles, write=not given.get("dry_run")))

    try:
        return await perform(caller, "upsert", given, partial(job, doubles=set()))
    except ConstraintBroken:
        doubles = await _doubles(caller, given)
        return await perform(caller, "upsert", given, partial(job, doubles=doubles))


def _too_many(given: Given) -> InvalidInput | None:
    """The problem of more rows than one call takes, at the list that goes beyond."""
    count = 0
    for name in LISTS:
        count += len(given.get(name) or ())
        if count > MOST:
            total = sum(len(given.get(name) or ()) for name in LISTS)
            return refused((name,), IssueCode.TOO_MANY, "too-many-rows", max=MOST, count=total)
    return None


async def _applied(writing: Writing, given: Given, without: set[Place], *, write: bool) -> list[dict[str, Any]]:
    """Judge all rows but some and write what they change; gives each row's answer, as JSON can hold it."""
    parents = any("parent_ref" in row for row in given.get("accounts") or ())
    wanted = {"ties": bool(given.get("ties")), "roles": bool(given.get("roles")), "parents": parents}
    known = await slate.read(writing, set(_references(given)), **wanted)
    moves = given.get("moves") or []
    selling = await committees.read(known, given.get("deals") or [], given.get("interactions") or [], moves)
    judge: Mapping[str, Judge] = {
        "accounts": judges.account,
        "people": judges.person,
        "employments": judges.employment,
        "deals": lambda on, row, path: committees.deal(on, selling, row, path),
        "roles": committees.role,
        "ties": judges.tie,
        "interactions": lambda on, row, path: contacts.contact(on, selling, row, path),
    }
    judged = [
        _double(name, index) if (name, index) in without else _judged(known, judge[name], name, index, row)
        for name in judge
        for index, row in enumerate(given.get(name) or ())
    ]
    taken = steps.settle(selling.steps, moves, {index for name, index in without if name == "moves"})
    judged += [_stepped(taken.get(index), index) for index in range(len(moves))]
    rows = [row | {"outcome": _outcome(row["outcome"], changed)} for row, changed in judged]
    if write:
        await writes.write(known, selling.steps)
        return rows
    return [row if (thing := known.things.get(row["id"])) and thing.before else row | {"id": None} for row in rows]


def _references(given: Given) -> Iterator[slate.Ref]:
    for row in (row for name in LISTS for row in given.get(name) or ()):
        yield from ((value["system"], value["key"]) for field, value in row.items() if field.endswith("_ref") and value)
        yield from ((value["system"], value["key"]) for value in row.get("person_refs") or ())


def _judged(known: slate.Slate, judge: Judge, name: str, index: int, row: Given) -> Answer:
    """What became of a row, and the things that it changed."""
    known.made.clear()
    try:
        thing, changed = judge(known, row, (name, str(index)))
    except slate.Refusal as refusal:
        return _failed(name, index, refusal.problem), []
    outcome = "CREATED" if thing.id in known.made else "UPDATED" if changed else "UNCHANGED"
    return {"list": name.upper(), "index": index, "kind": thing.kind, "id": thing.id, "problem": None, "outcome": outcome}, changed


def _stepped(answer: tuple[slate.Thing, bool] | Problem | None, index: int) -> Answer:
    """What became of a move: it made a step, or that stood already."""
    if answer is None:
        return _double("moves", index)
    if not isinstance(answer, tuple):
        return _failed("moves", index, answer), []
    thing, new = answer
    told = {"list": "MOVES", "index": index, "kind": thing.kind, "id": thing.id, "problem": None}
    return told | {"outcome": "CREATED" if new else "UNCHANGED"}, []


def _outcome(judged: str, changed: list[slate.Thing]) -> str:
    """A row's outcome once all rows are judged: where they left things as they stood before the call, nothing was updated."""
    return "UNCHANGED" if judged == "UPDATED" and all(one.before and not one.changed for one in changed) else judged


def _failed(name: str, index: int, problem: Problem) -> dict[str, Any]:
    told = {"type": type(problem).__name__, **asdict(problem)}
    return {"list": name.upper(), "index": index, "kind": None, "id": None, "problem": told, "outcome": "FAILED"}


def _double(name: str, index: int) -> Answer:
    return _failed(name, index, Conflict(say("taken-meanwhile"), ConflictReason.ALREADY_EXISTS)), []


async def _doubles(caller: Caller, given: Given) -> set[Place]:
    """The rows that the database itself refuses, though they were judged right: found by halving, in transactions that leave nothing."""
    places = [(name, index) for name in LISTS for index in range(len(given.get(name) or ()))]
    refused: set[Place] = set()

    async def search(slice_: list[Place], later: list[Place]) -> None:
        if await _fits(caller, given, refused.union(later)):
            return
        if len(slice_) == 1:
            refused.update(slice_)
            return
        half = len(slice_) // 2
        await search(slice_[:half], slice_[half:] + later)
        await search(slice_[half:], later)

    await search(places, [])
    return refused


class _Undone(Exception):
    """Ends a trial, so that nothing of it stays."""


async def _fits(caller: Caller, given: Given, without: set[Place]) -> bool:
    """Whether the database takes the rows but these."""
    stamp = Stamp(caller.clock)

    async def trial(work: Work) -> None:
        stamp.again()
        await _applied(Writing(caller, work, stamp), given, without, write=True)
        raise _Undone

    try:
        await caller.graph.write(trial)
    except _Undone:
        return True
    except ConstraintBroken:
        return False
    return False


def problem(told: dict[str, Any]) -> Problem:
    """The problem that a row's answer holds as JSON."""
    match told:
        case {"type": "InvalidInput", "message": message, "issues": issues}:
            return InvalidInput(message, tuple(Issue(tuple(one["path"]), IssueCode(one["code"]), one["message"]) for one in issues))
        case {"type": "NotFound", "message": message, "argument": argument}:
            return NotFound(message, tuple(argument))
    current = told["current"]
    return Conflict(told["message"], ConflictReason(told["reason"]), told["current_version"], current and (current[0], current[1]))
