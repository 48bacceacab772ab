"""Groups: bodies inside an account, and which people belong to them from when to when."""

from typing import Any

from cypher import group, person
from cypher.words import ChangeAction, Day, Permission
from service import dated, refs
from service.fields import DAY, Field, Given, Unfit, absent, cleaned, differences, invalid, issue, refused, stored, text, word
from service.outcomes import Done, Issue, IssueCode, NotFound, Outcome, Problem
from service.text import camel, fold
from service.viewer import Caller
from service.writing import Writing, made_all, needs, not_found, perform, stale

FIELDS = {
    "name": Field(text(), required=True, stored=lambda _, value: {"name": value, "nameKey": fold(value)}),
    "group_kind": Field(word, stored=lambda _, value: {"kind": value}),
}


@needs(Permission.EDITOR)
async def create(caller: Caller, given: Given) -> Outcome:
    """Make a group inside an account, with its people where some are named."""
    values, issues = _cleaned(given)
    days, _ = cleaned({"since": DAY}, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        if issues := dated.wrong(days, None, writing.today):
            return invalid(issues)
        if problem := await refs.taken(writing, given.get("external_refs"), None):
            return problem
        id_, at = writing.stamp.new_id(), writing.stamp.at
        fields = stored(FIELDS, absent(FIELDS) | values) | {"id": id_, "version": 1, "createdAt": at, "updatedAt": at}
        if await group.create(writing.work, account_id=given["account_id"], fields=fields) is None:
            return not_found("Account", "accountId", given["account_id"])
        changed = {name: (None, value) for name, value in values.items()}
        if missing := await _add(writing, id_, given, "person_ids", days.get("since"), changed):
            return missing
        await refs.refer(writing, id_, given, changed)
        writing.record(ChangeAction.CREATED, "Group", id_, version=1, fields=changed, account=given["account_id"])
        return Done("Group", id_)

    return await perform(caller, "createGroup", given, job)


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of a group; people come and go on a day, today where none is named."""
    values, issues = _cleaned(given)
    issues += _torn(given)
    days, _ = cleaned({"on": DAY}, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await group.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Group", "id", given["id"])
        if conflict := stale(given.get("expected_version"), "Group", before) or await refs.taken(
            writing, given.get("external_refs"), before.id
        ):
            return conflict
        changed = differences(before, values)
        if problem := await _come_and_go(writing, before.id, given, days.get("on") or writing.today, changed):
            return problem
        await refs.refer(writing, before.id, given, changed)
        return await _changed(writing, before, changed)

    return await perform(caller, "updateGroup", given, job)


Changed = dict[str, tuple[Any, Any]]


async def _changed(writing: Writing, before: group.GroupRow, changed: Changed) -> Outcome:
    """Write the differences as one Change; none is no change."""
    if changed:
        fields = stored(FIELDS, {name: after for name, (_, after) in changed.items() if name in FIELDS})
        version = await group.update(writing.work, id=before.id, at=writing.stamp.at, fields=fields)
        writing.record(ChangeAction.UPDATED, "Group", before.id, version=version, fields=changed, account=before.account_id)
    return Done("Group", before.id)


def _cleaned(given: Given) -> tuple[dict[str, Any], list[Issue]]:
    """The inputs call a group's kind `kind`; its type calls it `groupKind`, since kinds of other things stand beside it."""
    named = {"group_kind": given["kind"]} if "kind" in given else {}
    values, issues = cleaned(FIELDS, {**given, **named})
    return values, issues + refs.checked(given.get("external_refs"))


def _torn(given: Given) -> list[Issue]:
    both = set(given.get("add_person_ids") or ()) & set(given.get("remove_person_ids") or ())
    unfit = Unfit(IssueCode.CONTRADICTION, "both-ways", other="addPersonIds")
    return [issue(("remove_person_ids",), unfit)] if both else []


async def _come_and_go(writing: Writing, id_: str, given: Given, on: Day, changed: Changed) -> Problem | None:
    if on > writing.today:
        return refused(("on",), IssueCode.IN_FUTURE, "in-future")
    if problem := await _remove(writing, id_, given, on, changed):
        return problem
    return await _add(writing, id_, given, "add_person_ids", on, changed)


async def _add(writing: Writing, id_: str, given: Given, name: str, since: Day | None, changed: Changed) -> NotFound | None:
    """Let the named people belong to the group; who already does stays as they are."""
    named = list(dict.fromkeys(given.get(name) or ()))
    if missing := await _missing(writing, named, name):
        return missing
    standing = {row.person_id for row in await group.belonging(writing.work, id=id_)} if named else set()
    if new := [one for one in named if one not in standing]:
        made_all(await group.add_people(writing.work, id=id_, person_ids=new, since=since), new)
        changed[name] = (None, new)
    return None


async def _remove(writing: Writing, id_: str, given: Given, until: Day, changed: Changed) -> Problem | None:
    """End the named people's belonging; who does not belong to the group is left alone."""
    named = list(dict.fromkeys(given.get("remove_person_ids") or ()))
    if missing := await _missing(writing, named, "remove_person_ids"):
        return missing
    leaving = [row for row in await group.belonging(writing.work, id=id_) if row.person_id in named] if named else []
    if any(row.since and until < row.since for row in leaving):
        return refused(("on",), IssueCode.OUT_OF_ORDER, "out-of-order", other="since")
    if leaving:
        gone = [row.person_id for row in leaving]
        await group.remove_people(writing.work, id=id_, person_ids=gone, until=until)
        changed["remove_person_ids"] = (gone, None)
    return None


async def _missing(writing: Writing, named: list[str], argument: str) -> NotFound | None:
    known = {row.id for row in await person.by_ids(writing.work, ids=named)} if named else set()
    return next((not_found("Person", camel(argument), one) for one in named if one not in known), None)
