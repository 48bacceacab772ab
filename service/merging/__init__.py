"""Merging people or accounts that are the same into one: the use cases. What becomes of ties and of committees stands beside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from cypher import account, deletion, merge, person, workspace
from cypher.account import AccountRow
from cypher.person import PersonRow
from cypher.words import ChangeAction, Permission
from service import accounts, people
from service.fields import Fields, Given, Unfit, invalid, issue, refused, stored
from service.merging import seats, ties
from service.outcomes import Done, IssueCode, Outcome, Problem
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

MOST = 20
Merged = PersonRow | AccountRow


@dataclass(frozen=True)
class Noun:
    """What differs between merging people and merging accounts."""

    kind: str
    mutation: str
    fields: Fields
    read: Callable[..., Any]
    account_of: Callable[[Any], str | None]


PEOPLE = Noun("Person", "mergePeople", people.FIELDS, person.by_ids, people.account_of)
ACCOUNTS = Noun("Account", "mergeAccounts", accounts.FIELDS, account.by_ids, lambda row: row.id)


@needs(Permission.MANAGER)
async def merge_people(caller: Caller, given: Given) -> Outcome:
    """Let several people be the one of `keep_id`."""
    return await _merge(caller, PEOPLE, given)


@needs(Permission.MANAGER)
async def merge_accounts(caller: Caller, given: Given) -> Outcome:
    """Let several accounts be the one of `keep_id`."""
    return await _merge(caller, ACCOUNTS, given)


async def _merge(caller: Caller, noun: Noun, given: Given) -> Outcome:
    ids = list(dict.fromkeys(given["merge_ids"]))
    if problem := _unusable(given["keep_id"], ids):
        return problem

    async def job(writing: Writing) -> Outcome:
        await workspace.lock(writing.work)  # people report and accounts belong to others afterwards, which could close a circle
        await merge.lock(writing.work, ids=sorted([given["keep_id"], *ids]))
        found = {row.id: row for row in await noun.read(writing.work, ids=[given["keep_id"], *ids])}
        if problem := _missing(noun, found, given) or stale(given.get("expected_version"), noun.kind, found.get(given["keep_id"])):
            return problem
        if problem := _nameless(found, given):
            return problem
        newest_first = sorted((found[id_] for id_ in ids), key=lambda row: (row.updated_at, row.id), reverse=True)
        outcome = await _merged(writing, noun, found[given["keep_id"]], newest_first)
        return Done(noun.kind, given["keep_id"], {"mergedIds": ids}) if outcome is None else outcome

    return await perform(caller, noun.mutation, given, job)


async def _merged(writing: Writing, noun: Noun, keep: Merged, newest_first: Sequence[Merged]) -> Problem | None:
    """Let the others be the one that stays. All are locked."""
    ids = [row.id for row in newest_first]
    filled = _filled(noun, keep, newest_first)
    if noun is PEOPLE:
        await seats.join(writing, keep.id, ids)
    between = await ties.join(writing, keep.id, ids)
    gone = [{"kind": noun.kind, "id": id_} for id_ in ids] + between
    fields = stored(noun.fields, {name: after for name, (_, after) in filled.items()})
    version = await merge.close(writing.work, id=keep.id, ids=ids, gone=[one["id"] for one in gone], at=writing.stamp.at, fields=fields)
    await deletion.settle(writing.work, id=keep.id)
    if await deletion.closes_circle(writing.work, id=keep.id):
        return refused(("merge_ids",), IssueCode.CYCLE, "merge-cycle", kept=keep.name)
    told = filled | {"merged_ids": ([], gone)}
    writing.record(ChangeAction.MERGED, noun.kind, keep.id, version=version, fields=told, account=noun.account_of(keep))
    return None


def _filled(noun: Noun, keep: Merged, newest_first: Sequence[Merged]) -> dict[str, tuple[Any, Any]]:
    """Which fields of the one that stays are empty and held by others: name → (before, after). A placeholder's name is none."""
    filled: dict[str, tuple[Any, Any]] = {}
    for name in noun.fields:
        before = getattr(keep, name)
        if before in (None, []) and (held := [value for row in newest_first if (value := getattr(row, name)) not in (None, [])]):
            filled[name] = (before, held[0])
    named = [row for row in newest_first if isinstance(row, PersonRow) and not row.is_placeholder]
    if isinstance(keep, PersonRow) and keep.is_placeholder and named:
        filled |= {"name": (keep.name, named[0].name), "is_placeholder": (True, False)}
    return filled


def _unusable(keep_id: str, ids: Sequence[str]) -> Problem | None:
    if not ids:
        return refused(("merge_ids",), IssueCode.REQUIRED, "required")
    if len(ids) > MOST:
        return refused(("merge_ids",), IssueCode.TOO_MANY, "too-many", max=MOST, count=len(ids))
    if keep_id in ids and keep_id:
        return invalid([issue(("merge_ids", str(ids.index(keep_id))), Unfit(IssueCode.CONTRADICTION, "merged-into-itself"))])
    return None


def _missing(noun: Noun, found: dict[str, Merged], given: Given) -> Problem | None:
    if given["keep_id"] not in found:
        return not_found(noun.kind, "keepId", given["keep_id"])
    for place, id_ in enumerate(given["merge_ids"]):
        if id_ not in found:
            return not_found(noun.kind, f"mergeIds.{place}", id_)
    return None


def _nameless(found: dict[str, Merged], given: Given) -> Problem | None:
    """Why an erased person can't take part: what was removed would come back, or nothing tells that it is the same person."""
    named = {"keep_id": given["keep_id"]} | {f"merge_ids.{place}": id_ for place, id_ in enumerate(given["merge_ids"])}
    for path, id_ in named.items():
        if getattr(found[id_], "is_erased", False):
            return refused(tuple(path.split(".")), IssueCode.WRONG_STATE, "merge-erased")
    return None
