"""Our team: who uses the system, and how far their changes reach."""

from typing import Any

from cypher import team, workspace
from cypher.words import ChangeAction, Permission
from service.fields import LINE, NAME, Field, Given, absent, cleaned, differences, flag, invalid, refused, stored, text, word
from service.outcomes import Done, InvalidInput, IssueCode, Outcome
from service.text import fold
from service.viewer import Caller
from service.writing import Writing, needs, perform, stale

FIELDS = {
    "name": Field(text(), required=True, stored=lambda _, value: {"name": value, "nameKey": fold(value)}),
    "email": LINE,
    "permission": Field(word, required=True),
    "is_active": Field(flag, required=True),
}


@needs(Permission.ADMIN)
async def save(caller: Caller, given: Given) -> Outcome:
    """Make the team member with this subject, or change what is named of it. Who signs in is looked up anew from here on."""
    values, issues = cleaned(FIELDS, given)
    subject, wrong = cleaned({"subject": NAME}, given)
    issues += wrong
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        await workspace.lock(writing.work)
        before = await team.lock(writing.work, subject=subject["subject"])
        if problem := stale(given.get("expected_version"), "TeamMember", before):
            return problem
        return await (_change(writing, before, values) if before else _make(writing, subject, values))

    try:
        return await perform(caller, "saveTeamMember", given, job)
    finally:
        caller.forget()


async def _make(writing: Writing, subject: dict[str, Any], values: dict[str, Any]) -> Outcome:
    if "name" not in values:
        return refused(("name",), IssueCode.REQUIRED, "required")
    id_ = writing.stamp.new_id()
    values = {"is_active": True} | values
    await team.create(writing.work, fields=stored(FIELDS, absent(FIELDS) | values) | subject | {"id": id_})
    changed = {name: (None, value) for name, value in (subject | values).items()}
    writing.record(ChangeAction.CREATED, "TeamMember", id_, version=1, fields=changed)
    return Done("TeamMember", id_)


async def _change(writing: Writing, before: team.TeamMemberRow, values: dict[str, Any]) -> Outcome:
    """Write the differences as one Change; none is no change."""
    if problem := await _nobody_left(writing, before, values):
        return problem
    if changed := differences(before, values):
        fields = stored(FIELDS, {name: after for name, (_, after) in changed.items()})
        version = await team.update(writing.work, id=before.id, fields=fields)
        writing.record(ChangeAction.UPDATED, "TeamMember", before.id, version=version, fields=changed)
    return Done("TeamMember", before.id)


async def _nobody_left(writing: Writing, before: team.TeamMemberRow, values: dict[str, Any]) -> InvalidInput | None:
    """The problem of taking a workspace's last active administrator away. The workspace is locked, so two can't remove each other."""
    if before.permission != Permission.ADMIN or not before.is_active:
        return None
    goes = next((name for name, kept in (("permission", Permission.ADMIN), ("is_active", True)) if values.get(name, kept) != kept), None)
    if goes is None or await team.has_other_admin(writing.work, id=before.id):
        return None
    return refused((goes,), IssueCode.WRONG_STATE, "last-admin")
