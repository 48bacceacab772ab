"""Roles: which of the six a member plays on a deal, in which phases, from when to when, and how sure we are."""

from typing import Any

from cypher import deal, member, process
from cypher.deal import DealRow
from cypher.member import MemberRow, RoleRow
from cypher.words import Certainty, ChangeAction, Permission
from service import committees, dated, processes
from service.committees import NewRole, Party, Seat
from service.fields import DAY, NOTE, Field, Given, cleaned, differences, invalid, refused, stored, word
from service.outcomes import Done, Issue, IssueCode, Outcome, Problem
from service.text import camel
from service.viewer import Caller
from service.writing import Writing, exists, needs, not_found, perform, stale, still

FIELDS = {"since": DAY, "certainty": Field(word, required=True), "source": NOTE}
CHANGING = FIELDS | {"until": DAY, "phase_ids": Field(list, empty=())}


@needs(Permission.EDITOR)
async def assign(caller: Caller, given: Given) -> Outcome:
    """Let a party play a role on a deal; who is not on the committee yet joins it."""
    values, issues = cleaned(FIELDS, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        on = await deal.lock(writing.work, id=given["deal_id"])
        if on is None:
            return not_found("Deal", "dealId", given["deal_id"])
        party = await committees.party_of(writing, given["party_id"])
        if party is None:
            return not_found("Party", "partyId", given["party_id"])
        phase_ids, issues = await _phase_ids(writing, on, given)
        if issues := [*dated.wrong(values, None, writing.today), *issues]:
            return invalid(issues)
        new = NewRole(given["role"], phase_ids=phase_ids, **{"certainty": Certainty.ASSUMED, **values})
        return await _played(writing, on, party, new)

    return await perform(caller, "assignRole", given, job)


async def _played(writing: Writing, on: DealRow, party: Party, new: NewRole) -> Outcome:
    standing = await member.lock_seat(writing.work, deal_id=on.id, party_id=party.id)
    if standing is None:
        (id_,) = await committees.seat(writing, on, [Seat(party, new.since or writing.today, [new])])
        return Done("Member", id_)
    if problem := _double(standing, new.role, None):
        return problem
    if issues := dated.too_early({"since": new.since}, standing):
        return invalid(issues)
    await committees.assign(writing, on, [(standing.id, new)])
    return Done("Member", standing.id)


def _double(standing: MemberRow, role: str, own: str | None) -> Problem | None:
    """The conflict with an assignment of the same role that the member has now."""
    twin = next((one for one in standing.roles if one.role == role and one.id != own), None)
    return exists("RoleAssignment", twin.id, twin.version) if twin else None


async def _phase_ids(writing: Writing, on: DealRow, given: Given) -> tuple[list[str], list[Issue]]:
    keys = given.get("phases")
    followed = processes.buying(await process.catalogue(writing.work), on.buying_process) if keys else None
    return processes.phase_ids(followed, keys or []) if followed else ([], [])


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of a role: its phases, days, certainty, source. A role's end is its `until`."""
    values, issues = cleaned({name: CHANGING[name] for name in ("since", "until", "certainty", "source")}, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        named = await member.roles_by_ids(writing.work, ids=[given["id"]])
        if not named:
            return not_found("RoleAssignment", "id", given["id"])
        holder = still(await member.lock(writing.work, id=named[0].member_id))
        before = still(next(iter(await member.roles_by_ids(writing.work, ids=[given["id"]])), None))
        on = (await deal.by_ids(writing.work, ids=[before.deal_id]))[0]
        phase_ids, issues = await _phase_ids(writing, on, given)
        if problem := stale(given.get("expected_version"), "RoleAssignment", before):
            return problem
        if issues := [*(dated.wrong(values, before, writing.today) or dated.too_early(values, holder)), *issues]:
            return invalid(issues)
        named_phases = {"phase_ids": phase_ids} if "phases" in given else {}
        return await _changed(writing, on, holder, before, differences(before, values | named_phases))

    return await perform(caller, "updateRole", given, job)


async def _changed(writing: Writing, on: DealRow, holder: MemberRow, before: RoleRow, changed: dict[str, tuple[Any, Any]]) -> Outcome:
    """Write the differences as one Change; none is no change."""
    after = {name: value for name, (_, value) in changed.items()}
    if dated.reopens(after, before):
        if holder.until is not None:
            return refused(("until",), IssueCode.WRONG_STATE, "member-gone", until=holder.until)
        if problem := _double(holder, before.role, before.id):
            return problem
    if changed:
        fields = stored(CHANGING, {name: value for name, value in after.items() if name != "phase_ids"}) | kept(writing, before, after)
        version = await member.update_role(writing.work, id=before.id, fields=fields, phase_ids=after.get("phase_ids"))
        action = ChangeAction.ENDED if dated.ends(after, before) else ChangeAction.UPDATED
        writing.record(action, "RoleAssignment", before.id, version=version, fields=changed, account=on.account_id, deal=on.id)
    return Done("Member", before.member_id)


def kept(writing: Writing, before: RoleRow, after: dict[str, Any]) -> dict[str, Any]:
    """What follows from the changes: who confirmed the role and when, and the key that a current role carries."""
    made: dict[str, Any] = {}
    if "certainty" in after:
        sure = after["certainty"] == Certainty.CONFIRMED
        made |= {camel("confirmed_at"): writing.stamp.at if sure else None, "confirmedBy": writing.caller.viewer.id if sure else None}
    if dated.ends(after, before):
        made["openKey"] = None
    if dated.reopens(after, before):
        made["openKey"] = f"{before.member_id}|{before.role}"
    return made
