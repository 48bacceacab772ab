"""Needs: what members of a committee want to reach, suffer from, require or prefer, and whether it is met."""

from typing import Any

from cypher import need
from cypher.need import NeedRow
from cypher.words import ChangeAction, NeedStatus, Permission
from service.fields import Field, Given, absent, as_property, cleaned_of, differences, invalid, stored, text, whole, word
from service.outcomes import Done, Outcome
from service.speaking import Speaker, place_of, speaker
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

FIELDS = {
    "need_kind": Field(word, required=True, stored=as_property("kind")),
    "text": Field(text(20_000), required=True),
    "priority": Field(whole(1, 5)),
}
CHANGING = FIELDS | {"need_status": Field(word, required=True, stored=as_property("status"))}


@needs(Permission.EDITOR)
async def add(caller: Caller, given: Given) -> Outcome:
    """Note what a member needs; the need is open."""
    values, issues = cleaned_of("need", FIELDS, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        whose = await speaker(writing, given)
        if not isinstance(whose, Speaker):
            return whose
        id_, begun = writing.stamp.new_id(), {"need_status": NeedStatus.OPEN}
        row = stored(CHANGING, absent(FIELDS) | values | begun) | {"id": id_, "openedAt": writing.stamp.at}
        await need.create(writing.work, needs=[row | {"memberId": whose.member.id, "dealId": whose.deal.id}])
        fields = {name: (None, value) for name, value in ({"member_id": whose.member.id} | values).items() if value is not None}
        writing.record(ChangeAction.CREATED, "Need", id_, version=1, fields=fields, **whose.place)
        return Done("Need", id_)

    return await perform(caller, "addNeed", given, job)


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of a need."""
    values, issues = cleaned_of("need", CHANGING, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await need.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Need", "id", given["id"])
        if problem := stale(given.get("expected_version"), "Need", before):
            return problem
        if changed := differences(before, values):
            fields = stored(CHANGING, {name: after for name, (_, after) in changed.items()}) | _closed(writing, before, changed)
            version = await need.update(writing.work, id=before.id, fields=fields)
            writing.record(
                ChangeAction.UPDATED, "Need", before.id, version=version, fields=changed, **await place_of(writing, before.deal_id)
            )
        return Done("Need", before.id)

    return await perform(caller, "updateNeed", given, job)


def _closed(writing: Writing, before: NeedRow, changed: dict[str, tuple[Any, Any]]) -> dict[str, Any]:
    """When it left being open, kept in step."""
    if "need_status" not in changed:
        return {}
    _, after = changed["need_status"]
    return {"closedAt": None if after == NeedStatus.OPEN else before.closed_at or writing.stamp.at}
