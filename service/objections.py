"""Objections, questions and complaints: what members raise in a phase, and how it was answered."""

from typing import Any

from cypher import objection
from cypher.objection import ObjectionRow
from cypher.words import ChangeAction, ObjectionKind, ObjectionStatus, Permission
from service.fields import (
    NOTE,
    Field,
    Given,
    absent,
    as_property,
    cleaned,
    cleaned_of,
    differences,
    instant,
    invalid,
    refused,
    stored,
    text,
    word,
)
from service.outcomes import Done, IssueCode, Outcome
from service.speaking import Speaker, place_of, speaker
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

FIELDS = {
    "objection_kind": Field(word, required=True, stored=as_property("kind")),
    "text": Field(text(20_000), required=True),
}
CHANGING = FIELDS | {"objection_status": Field(word, required=True, stored=as_property("status")), "answer": NOTE}
AT = {"at": Field(instant)}


@needs(Permission.EDITOR)
async def raise_(caller: Caller, given: Given) -> Outcome:
    """Note what a member objects, in the phase that the deal was in then; it is open."""
    values, issues = cleaned_of("objection", FIELDS, {"kind": ObjectionKind.OBJECTION, **given})
    when, _ = cleaned(AT, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        at = when.get("at") or writing.stamp.at
        if at > writing.stamp.at:
            return refused(("at",), IssueCode.IN_FUTURE, "moment-in-future")
        whose = await speaker(writing, given)
        if not isinstance(whose, Speaker):
            return whose
        phase = await objection.phase_at(writing.work, deal_id=whose.deal.id, at=at)
        id_, begun = writing.stamp.new_id(), {"objection_status": ObjectionStatus.OPEN}
        row = stored(CHANGING, absent(CHANGING) | values | begun) | {"id": id_, "raisedAt": at}
        row |= {"memberId": whose.member.id, "dealId": whose.deal.id, "phaseId": phase and phase.id, "phaseKey": phase and phase.key}
        await objection.create(writing.work, objections=[row])
        told = {"member_id": whose.member.id} | values | {"phase": phase and phase.key, "raised_at": at}
        fields = {name: (None, value) for name, value in told.items() if value is not None}
        writing.record(ChangeAction.CREATED, "Objection", id_, version=1, fields=fields, **whose.place)
        return Done("Objection", id_)

    return await perform(caller, "raiseObjection", given, job)


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of an objection."""
    values, issues = cleaned_of("objection", CHANGING, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await objection.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Objection", "id", given["id"])
        if problem := stale(given.get("expected_version"), "Objection", before):
            return problem
        if changed := differences(before, values):
            fields = stored(CHANGING, {name: after for name, (_, after) in changed.items()}) | _closed(writing, before, changed)
            version = await objection.update(writing.work, id=before.id, fields=fields)
            place = await place_of(writing, before.deal_id)
            writing.record(ChangeAction.UPDATED, "Objection", before.id, version=version, fields=changed, **place)
        return Done("Objection", before.id)

    return await perform(caller, "updateObjection", given, job)


def _closed(writing: Writing, before: ObjectionRow, changed: dict[str, tuple[Any, Any]]) -> dict[str, Any]:
    """When it was answered, and when it left being open, kept in step."""
    if "objection_status" not in changed:
        return {}
    _, after = changed["objection_status"]
    answered = writing.stamp.at if after == ObjectionStatus.ANSWERED else None
    return {"answeredAt": answered, "closedAt": None if after == ObjectionStatus.OPEN else before.closed_at or writing.stamp.at}
