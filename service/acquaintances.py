"""Acquaintances: who of us knows a person, how well, and how well they would like to."""

from typing import Any

from cypher import acquaintance, team
from cypher.words import ChangeAction, Permission
from service import dated, people
from service.fields import DAY, NOTE, Field, Given, absent, cleaned, differences, invalid, refused, stored, whole
from service.outcomes import Done, IssueCode, NotFound, Outcome
from service.viewer import Caller
from service.writing import Writing, made_all, needs, not_found, perform, stale

FIELDS = {
    "level": Field(whole(1, 5), required=True),
    "wanted_level": Field(whole(1, 5)),
    "note": NOTE,
    "since": DAY,
    "until": DAY,
}


@needs(Permission.EDITOR)
async def set_(caller: Caller, given: Given) -> Outcome:
    """Make, change or end the acquaintance of a team member with a person."""
    values, issues = cleaned(FIELDS, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        both = await people.known(writing, personId=given["person_id"])
        if isinstance(both, NotFound):
            return both
        if not await team.by_ids(writing.work, ids=[given["team_member_id"]]):
            return not_found("TeamMember", "teamMemberId", given["team_member_id"])
        before = await _standing(writing, given, values)
        if problem := stale(given.get("expected_version"), "Acquaintance", before):
            return problem
        if issues := dated.wrong(values, before, writing.today):
            return invalid(issues)
        account = people.account_of(both[given["person_id"]])
        return await (_change(writing, before, values, account) if before else _make(writing, given, values, account))

    return await perform(caller, "setAcquaintance", given, job)


async def _standing(writing: Writing, given: Given, values: dict[str, Any]) -> acquaintance.AcquaintanceRow | None:
    """The current acquaintance; where there is none, and an end is told, the one that is over and began on the same day."""
    if current := await acquaintance.lock(writing.work, open_key=_open_key(given)):
        return current
    if values.get("until") is None or values.get("since") is None:
        return None
    ends = {"team_member_id": given["team_member_id"], "person_id": given["person_id"]}
    return await acquaintance.lock_ended(writing.work, **ends, since=values["since"])


async def _make(writing: Writing, given: Given, values: dict[str, Any], account: str | None) -> Outcome:
    """Begin an acquaintance. One that is over already must say when it began: else an end told twice would make another."""
    ended = values.get("until") is not None
    if ended and values.get("since") is None:
        return refused(("since",), IssueCode.REQUIRED, "required")
    id_, ends = writing.stamp.new_id(), {"team_member_id": given["team_member_id"], "person_id": given["person_id"]}
    fields = stored(FIELDS, absent(FIELDS) | values) | {"id": id_, "openKey": None if ended else _open_key(given)}
    made_all(await acquaintance.create(writing.work, **ends, fields=fields), [fields])
    changed = {name: (None, value) for name, value in (ends | values).items()}
    writing.record(ChangeAction.CREATED, "Acquaintance", id_, version=1, fields=changed, account=account)
    return Done("Acquaintance", id_)


async def _change(writing: Writing, before: acquaintance.AcquaintanceRow, values: dict[str, Any], account: str | None) -> Outcome:
    """Write the differences as one Change; none is no change."""
    if changed := differences(before, values):
        fields = stored(FIELDS, {name: after for name, (_, after) in changed.items()})
        over = {"openKey": None} if dated.ends(values, before) else {}
        version = await acquaintance.update(writing.work, id=before.id, fields=fields | over)
        action = ChangeAction.ENDED if over else ChangeAction.UPDATED
        writing.record(action, "Acquaintance", before.id, version=version, fields=changed, account=account)
    return Done("Acquaintance", before.id)


def _open_key(given: Given) -> str:
    return f"{given['team_member_id']}|{given['person_id']}"
