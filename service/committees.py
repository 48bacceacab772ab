"""Committees: who comes onto a deal's decision-making unit and who leaves it, and copying one to another deal."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cypher import deal, group, member, person
from cypher.deal import DealRow
from cypher.group import GroupRow
from cypher.member import AssessmentRow, MemberRow
from cypher.words import Certainty, ChangeAction, Day, Permission, Role
from service import dated
from service.fields import DAY, Given, cleaned, invalid, refused
from service.outcomes import Done, IssueCode, Outcome, Problem
from service.viewer import Caller
from service.writing import Writing, exists, made_all, needs, not_found, perform, stale

JUDGED = ("stance", "influence", "access", "awareness", "favours")
Place = dict[str, str]
"""The account and the deal whose timelines tell of a Change."""


class Party(NamedTuple):
    """A person or a group, which a committee knows alike."""

    kind: str
    id: str


@dataclass(frozen=True)
class NewRole:
    """A role that a new member begins with."""

    role: Role
    since: Day | None = None
    until: Day | None = None
    phase_ids: list[str] = field(default_factory=list)
    certainty: Certainty = Certainty.ASSUMED
    source: str | None = None


@dataclass(frozen=True)
class Seat:
    """A party that is to become a member of a committee, with what comes along."""

    party: Party
    since: Day | None
    roles: list[NewRole] = field(default_factory=list)
    assessments: list[AssessmentRow] = field(default_factory=list)


@needs(Permission.EDITOR)
async def add(caller: Caller, given: Given) -> Outcome:
    """Put a person or a group on a deal's committee, from today where no day is named."""
    values, _ = cleaned({"since": DAY}, given)

    async def job(writing: Writing) -> Outcome:
        if issues := dated.wrong(values, None, writing.today):
            return invalid(issues)
        found = await deal.lock(writing.work, id=given["deal_id"])
        if found is None:
            return not_found("Deal", "dealId", given["deal_id"])
        party = await party_of(writing, given["party_id"])
        if party is None:
            return not_found("Party", "partyId", given["party_id"])
        if standing := await member.lock_seat(writing.work, deal_id=found.id, party_id=given["party_id"]):
            return exists("Member", standing.id, standing.version)
        (id_,) = await seat(writing, found, [Seat(party, values.get("since", writing.today))])
        return Done("Member", id_)

    return await perform(caller, "addMember", given, job)


@needs(Permission.EDITOR)
async def remove(caller: Caller, given: Given) -> Outcome:
    """End a member's time on its committee, and with it the roles that it plays there."""
    values, _ = cleaned({"until": DAY}, given)

    async def job(writing: Writing) -> Outcome:
        before = await member.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Member", "id", given["id"])
        until = values.get("until") or writing.today
        if problem := stale(given.get("expected_version"), "Member", before) or _unremovable(before, until, writing.today):
            return problem
        version = await member.remove(writing.work, id=before.id, until=until)
        account_id = (await deal.by_ids(writing.work, ids=[before.deal_id]))[0].account_id
        where = {"account": account_id, "deal": before.deal_id}
        writing.record(ChangeAction.ENDED, "Member", before.id, version=version, fields={"until": (None, until)}, **where)
        for role in before.roles:
            writing.record(
                ChangeAction.ENDED, "RoleAssignment", role.id, version=role.version + 1, fields={"until": (None, until)}, **where
            )
        return Done("Member", before.id)

    return await perform(caller, "removeMember", given, job)


def _unremovable(before: MemberRow, until: Day, today: Day) -> Problem | None:
    if before.until is not None:
        return refused(("id",), IssueCode.WRONG_STATE, "member-gone", until=before.until)
    if issues := dated.wrong({"until": until}, before, today):
        return invalid(issues)
    if any(role.since and role.since > until for role in before.roles):
        return refused(("until",), IssueCode.OUT_OF_ORDER, "out-of-order", other="roles.since")
    return None


@needs(Permission.EDITOR)
async def copy(caller: Caller, given: Given) -> Outcome:
    """Put who sits on one deal's committee on another's, their roles as assumed; who is there already is left alone."""

    async def job(writing: Writing) -> Outcome:
        target = await deal.lock(writing.work, id=given["to_deal_id"])
        if target is None:
            return not_found("Deal", "toDealId", given["to_deal_id"])
        if problem := stale(given.get("expected_version"), "Deal", target):
            return problem
        source = await deal.by_ids(writing.work, ids=[given["from_deal_id"]])
        if not source:
            return not_found("Deal", "fromDealId", given["from_deal_id"])
        new = await _missing_members(writing, source[0], target)
        judged = {of.of: of.items for of in await member.standing_assessments(writing.work, ids=[one.id for one in new])}
        same_phases = source[0].buying_process == target.buying_process
        kept = judged if given.get("with_assessments") else {}
        await seat(writing, target, [_copied(one, kept.get(one.id, []), writing.today, same_phases) for one in new])
        return Done("Deal", target.id)

    return await perform(caller, "copyCommittee", given, job)


async def _missing_members(writing: Writing, source: DealRow, target: DealRow) -> list[MemberRow]:
    """The source's members who are not on the target's committee and have not left their posts."""
    both = {of.of: of.items for of in await member.whole_committee(writing.work, ids=[source.id, target.id], former=False)}
    left = set(await member.leavers(writing.work, deal_id=source.id))
    passed = left | {one.party.id for one in both.get(target.id, [])}
    return [one for one in both.get(source.id, []) if one.party.id not in passed]


def _copied(one: MemberRow, judged: list[AssessmentRow], today: Day, same_phases: bool) -> Seat:
    roles = [NewRole(role.role, phase_ids=role.phase_ids if same_phases else [], source=role.source) for role in one.roles]
    party = Party("Group" if isinstance(one.party, GroupRow) else "Person", one.party.id)
    return Seat(party, today, roles, judged)


async def party_of(writing: Writing, id_: str) -> Party | None:
    """The person or the group that has this id."""
    if await person.by_ids(writing.work, ids=[id_]):
        return Party("Person", id_)
    return Party("Group", id_) if await group.by_ids(writing.work, ids=[id_]) else None


async def seat(writing: Writing, on: DealRow, seats: list[Seat]) -> list[str]:
    """Put new members on a locked deal's committee, each with a Change, and give their ids. The parties must not sit there yet."""
    ids = [writing.stamp.new_id() for _ in seats]
    if not seats:
        return ids
    made = []
    for id_, one in zip(ids, seats, strict=True):
        version = 1 + bool(one.roles) + bool(one.assessments)
        made.append(seated(writing, _place(on), id_, one.party, one.since, version))
    made_all(await member.add(writing.work, members=made), made)
    await assign(writing, on, [(id_, role) for id_, one in zip(ids, seats, strict=True) for role in one.roles])
    await judge(writing, on, [(id_, _judgement(row)) for id_, one in zip(ids, seats, strict=True) for row in one.assessments])
    return ids


def seated(writing: Writing, place: Place, id_: str, party: Party, since: Day | None, version: int) -> dict[str, Any]:
    """What `member.add` takes for a new member, its Change noted with the version that it has when all is written."""
    fields = {"party_id": (None, party._asdict()), "since": (None, since)}
    writing.record(ChangeAction.CREATED, "Member", id_, version=version, fields=fields, **place)
    return {"partyId": party.id, "member": {"id": id_, "dealId": place["deal"], "since": since, "createdAt": writing.stamp.at}}


def _judgement(row: AssessmentRow) -> dict[str, Any]:
    held = {name: getattr(row, name) if name in row.named else None for name in JUDGED}
    return held | {"named": row.named, "note": row.note, "by": row.by, "at": row.at}


async def assign(writing: Writing, on: DealRow, roles: list[tuple[str, NewRole]]) -> None:
    """Let members of a deal begin to play roles, each with a Change; their members' versions are raised."""
    if not roles:
        return
    await member.assign(writing.work, roles=[begun(writing, _place(on), member_id, new) for member_id, new in roles])


def begun(writing: Writing, place: Place, member_id: str, new: NewRole) -> dict[str, Any]:
    """The properties of a role that a member begins to play, its Change noted."""
    told = {name: getattr(new, name) for name in ("since", "until", "certainty", "source")}
    sure = new.certainty == Certainty.CONFIRMED
    row = told | {"id": writing.stamp.new_id(), "memberId": member_id, "dealId": place["deal"], "role": new.role, "phaseIds": new.phase_ids}
    row |= {"confirmedAt": writing.stamp.at if sure else None, "confirmedBy": writing.caller.viewer.id if sure else None}
    told = {"member_id": member_id, "role": new.role, "phase_ids": new.phase_ids} | told
    fields = {name: (None, value) for name, value in told.items() if value}
    writing.record(ChangeAction.CREATED, "RoleAssignment", row["id"], version=1, fields=fields, **place)
    return row


async def judge(writing: Writing, on: DealRow, judgements: list[tuple[str, dict[str, Any]]]) -> None:
    """Append judgements of members, each with a Change; their members' versions are raised."""
    if not judgements:
        return
    await member.assess(writing.work, assessments=[judged(writing, _place(on), member_id, said) for member_id, said in judgements])


def judged(writing: Writing, place: Place, member_id: str, judgement: dict[str, Any]) -> dict[str, Any]:
    """The properties of a new judgement, its Change noted."""
    row = judgement | {"id": writing.stamp.new_id(), "memberId": member_id}
    fields = {"member_id": (None, member_id)} | {name: (None, row[name]) for name in row["named"]}
    if row["note"]:
        fields["note"] = (None, row["note"])
    writing.record(ChangeAction.CREATED, "Assessment", row["id"], version=None, fields=fields, **place)
    return row


def _place(on: DealRow) -> Place:
    return {"account": on.account_id, "deal": on.id}
