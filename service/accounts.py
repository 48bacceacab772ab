"""Accounts: making and changing them, their place under a parent, and our team for them."""

from collections.abc import Mapping
from typing import Any

from cypher import account, batch, team, workspace
from cypher.words import ChangeAction, Permission
from service import refs
from service.fields import (
    LINE,
    NAME,
    TAGS,
    Field,
    Given,
    Unfit,
    absent,
    cleaned,
    differences,
    invalid,
    issue,
    money,
    money_as,
    refused,
    stored,
    text,
    whole,
)
from service.outcomes import Done, IssueCode, Outcome, Problem
from service.text import fold
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

FIELDS = {
    "name": Field(text(), required=True, stored=lambda _, value: {"name": value, "nameKey": fold(value)}),
    "domain": LINE,
    "industry": LINE,
    "country": LINE,
    "employees": Field(whole(0, 2**31 - 1)),
    "annual_revenue": Field(money, stored=money_as("revenue", "revenueCurrency")),
    "tier": LINE,
    "tags": TAGS,
}


@needs(Permission.EDITOR)
async def create(caller: Caller, given: Given) -> Outcome:
    """Make an account, under a parent where one is named."""
    values, issues = cleaned(FIELDS, given)
    issues += refs.checked(given.get("external_refs"))
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        id_ = writing.stamp.new_id()
        if problem := await refs.taken(writing, given.get("external_refs"), None):
            return problem
        at = writing.stamp.at
        fields = stored(FIELDS, absent(FIELDS) | values) | {"id": id_, "version": 1, "createdAt": at, "updatedAt": at}
        await account.create(writing.work, fields=fields)
        changed = {name: (None, value) for name, value in values.items()}
        if misplaced := await _place(writing, id_, None, given, changed):
            return misplaced
        await refs.refer(writing, id_, given, changed)
        writing.record(ChangeAction.CREATED, "Account", id_, version=1, fields=changed, account=id_)
        return Done("Account", id_)

    return await perform(caller, "createAccount", given, job)


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of an account."""
    values, issues = cleaned(FIELDS, given)
    issues += refs.checked(given.get("external_refs"))
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        if given.get("parent_id"):
            await workspace.lock(writing.work)
        before = await account.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Account", "id", given["id"])
        if problem := stale(given.get("expected_version"), "Account", before):
            return problem
        if problem := await refs.taken(writing, given.get("external_refs"), before.id):
            return problem
        changed = differences(before, values)
        if misplaced := await _place(writing, before.id, before.parent_id, given, changed):
            return misplaced
        await refs.refer(writing, before.id, given, changed)
        return await _changed(writing, before.id, changed)

    return await perform(caller, "updateAccount", given, job)


async def _changed(writing: Writing, id_: str, changed: dict[str, tuple[Any, Any]]) -> Outcome:
    """Write the differences as one Change; none is no change."""
    if changed:
        fields = stored(FIELDS, {name: after for name, (_, after) in changed.items() if name in FIELDS})
        version = await account.update(writing.work, id=id_, at=writing.stamp.at, fields=fields)
        writing.record(ChangeAction.UPDATED, "Account", id_, version=version, fields=changed, account=id_)
    return Done("Account", id_)


async def _place(writing: Writing, id_: str, standing: str | None, given: Given, changed: dict[str, tuple[Any, Any]]) -> Problem | None:
    """Put an account under the named parent. A new account has nothing below it, so only a moved one can close a circle."""
    if "parent_id" not in given or given["parent_id"] == standing:
        return None
    parent_id = given["parent_id"]
    if parent_id is not None:
        above = await account.is_above(writing.work, id=id_, below_id=parent_id)
        if above is None:
            return not_found("Account", "parentId", parent_id)
        if above:
            return refused(("parent_id",), IssueCode.CYCLE, "cycle", lower="this account", upper="its parent")
    await account.set_parent(writing.work, id=id_, parent_id=parent_id)
    changed["parent_id"] = (standing, parent_id)
    return None


def _told(functions: Mapping[str, str]) -> list[dict[str, str]]:
    """Team members with their functions, as a Change keeps them."""
    return [{"member": id_, "function": told} for id_, told in functions.items()]


@needs(Permission.MANAGER)
async def set_team(caller: Caller, given: Given) -> Outcome:
    """Say who of us looks after an account, each with a function; whoever is not named no longer does."""
    places: dict[str, int] = {}
    issues = []
    for place, one in enumerate(given["members"]):
        issues += cleaned({"function": NAME}, one, ("members", str(place)))[1]
        if places.setdefault(one["team_member_id"], place) != place:
            path = ("members", str(place), "teamMemberId")
            issues.append(issue(path, Unfit(IssueCode.DUPLICATE_KEY, "duplicate", value=one["team_member_id"].given)))
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await account.lock(writing.work, id=given["account_id"])
        if before is None:
            return not_found("Account", "accountId", given["account_id"])
        if problem := stale(given.get("expected_version"), "Account", before):
            return problem
        wanted = {one["team_member_id"]: one["function"] for one in given["members"]}
        known = {row.id for row in await team.by_ids(writing.work, ids=list(wanted))}
        if (missing := next((id_ for id_ in wanted if id_ not in known), None)) is not None:  # an id of another kind is ""
            return not_found("TeamMember", f"members.{places[missing]}.teamMemberId", missing)
        standing = {one.member.id: one.function for of in await account.team(writing.work, ids=[before.id]) for one in of.items}
        if standing == wanted:
            return Done("Account", before.id)
        await account.set_team(writing.work, id=before.id, members=[{"id": id_, "function": told} for id_, told in wanted.items()])
        return await _changed(writing, before.id, {"team": (_told(standing), _told(wanted))})

    return await perform(caller, "setAccountTeam", given, job)


@needs(Permission.MANAGER)
async def join_teams(caller: Caller, given: Given) -> Outcome:
    """Put one of us on the team of each of many accounts, in one transaction; who is there stays. Accounts that are gone are left out.

    `given["joining"]` is account id → (team member id, function).
    """
    joining: dict[str, tuple[str, str]] = given["joining"]

    async def job(writing: Writing) -> Outcome:
        locked = {row.id: row for row in await batch.lock_accounts(writing.work, ids=list(joining))}
        teams = await account.team(writing.work, ids=list(locked))
        standing = {of.of: {one.member.id: one.function for one in of.items} for of in teams}
        new = {id_: joining[id_] for id_ in locked if standing[id_].get(joining[id_][0]) != joining[id_][1]}
        rows = [{"id": id_, "member": member, "function": told} for id_, (member, told) in new.items()]
        await batch.join_teams(writing.work, rows=rows)
        await batch.update_accounts(writing.work, at=writing.stamp.at, rows=[{"id": id_, "fields": {}} for id_ in new])
        for id_, (member, told) in new.items():
            fields = {"team": (_told(standing[id_]), _told(standing[id_] | {member: told}))}
            writing.record(ChangeAction.UPDATED, "Account", id_, version=locked[id_].version + 1, fields=fields, account=id_)
        return Done("Batch", "")

    return await perform(caller, "joinTeams", given, job)
