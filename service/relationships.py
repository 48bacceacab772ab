"""Relationships: dated ties from one person to another. Acquaintances with our team are elsewhere."""

from typing import Any

from cypher import person, tie, workspace
from cypher.words import Certainty, ChangeAction, Permission, RelationshipKind
from service import dated, people
from service.fields import DAY, NOTE, Field, Given, absent, cleaned, differences, invalid, refused, stored, whole, word
from service.outcomes import Done, IssueCode, NotFound, Outcome, Problem
from service.viewer import Caller
from service.writing import Writing, exists, made_all, needs, not_found, perform, stale, still

FIELDS = {
    "strength": Field(whole(1, 5)),
    "certainty": Field(word, required=True, empty=Certainty.ASSUMED),
    "note": NOTE,
    "since": DAY,
    "until": DAY,
}


@needs(Permission.EDITOR)
async def relate(caller: Caller, given: Given) -> Outcome:
    """Tie a person to another one."""
    values, issues = cleaned(FIELDS, given)
    if issues:
        return invalid(issues)
    kind, from_id, to_id = RelationshipKind(given["kind"]), given["from_id"], given["to_id"]
    if from_id == to_id:
        return refused(("to_id",), IssueCode.SELF_TIE, "self-tie")

    async def job(writing: Writing) -> Outcome:
        if issues := dated.wrong(values, None, writing.today):
            return invalid(issues)
        if kind is RelationshipKind.REPORTS_TO:
            await workspace.lock(writing.work)
        both = await people.known(writing, fromId=from_id, toId=to_id)
        if isinstance(both, NotFound):
            return both
        return await tied(writing, kind, both[from_id], both[to_id], values)

    return await perform(caller, "relatePeople", given, job)


async def tied(writing: Writing, kind: RelationshipKind, from_: person.PersonRow, to: person.PersonRow, values: dict[str, Any]) -> Outcome:
    """Write a new tie of checked values; where it may let somebody report, the workspace is locked."""
    if problem := await _barred(writing, kind, from_, to):
        return problem
    id_ = writing.stamp.new_id()
    fields = stored(FIELDS, absent(FIELDS) | values) | {"id": id_, "openKey": open_key(kind, from_.id, to.id)}
    made_all(await tie.create(writing.work, kind=kind, from_id=from_.id, to_id=to.id, fields=fields), [fields])
    told = {"relationship_kind": kind, "from_id": from_.id, "to_id": to.id} | values
    changed = {name: (None, value) for name, value in told.items()}
    writing.record(ChangeAction.CREATED, "Relationship", id_, version=1, fields=changed, account=people.account_of(from_))
    return Done("Relationship", id_)


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of a tie; `until` ends it, and null there lets it hold again."""
    values, issues = cleaned(FIELDS, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await _lock(writing, given)
        if before is None:
            return not_found("Relationship", "id", given["id"])
        if conflict := stale(given.get("expected_version"), "Relationship", before):
            return conflict
        if issues := dated.wrong(values, before, writing.today):
            return invalid(issues)
        both = {row.id: row for row in await person.by_ids(writing.work, ids=[before.from_id, before.to_id])}
        from_, to = both[before.from_id], both[before.to_id]
        if dated.reopens(values, before) and (problem := await _barred(writing, before.relationship_kind, from_, to)):
            return problem
        if changed := differences(before, values):
            current = values.get("until", before.until) is None
            key = open_key(before.relationship_kind, from_.id, to.id) if current else None
            fields = stored(FIELDS, {name: after for name, (_, after) in changed.items()}) | {"openKey": key}
            version = await tie.update(writing.work, id=before.id, fields=fields)
            action = ChangeAction.ENDED if dated.ends(values, before) else ChangeAction.UPDATED
            account = people.account_of(from_)
            writing.record(action, "Relationship", before.id, version=version, fields=changed, account=account)
        return Done("Relationship", before.id)

    return await perform(caller, "updateRelationship", given, job)


async def _lock(writing: Writing, given: Given) -> tie.TieRow | None:
    """Lock a tie; where it may let a person report again, the workspace first, since that can close a circle."""
    found = await tie.by_ids(writing.work, ids=[given["id"]])
    if not found:
        return None
    if found[0].relationship_kind is RelationshipKind.REPORTS_TO and given.get("until", "") is None:
        await workspace.lock(writing.work)
    return still(await tie.lock(writing.work, id=given["id"]))


async def _barred(writing: Writing, kind: RelationshipKind, from_: person.PersonRow, to: person.PersonRow) -> Problem | None:
    """Why this tie may not hold now: another one does already, or a circle of reporting would close."""
    standing = await tie.standing(writing.work, person_id=from_.id, open_key=open_key(kind, from_.id, to.id))
    if standing:
        return exists("Relationship", standing.id, standing.version)
    if kind is RelationshipKind.REPORTS_TO and await tie.reports_to(writing.work, id=to.id, superior_id=from_.id):
        return refused(("to_id",), IssueCode.CYCLE, "cycle", lower=from_.name, upper=to.name)
    return None


def open_key(kind: RelationshipKind, from_id: str, to_id: str) -> str:
    """What only one current tie may carry: a person reports to one other, and a conflict has no direction."""
    if kind is RelationshipKind.REPORTS_TO:
        return f"{kind}|{from_id}"
    ends = sorted((from_id, to_id)) if kind is RelationshipKind.CONFLICTS_WITH else (from_id, to_id)
    return "|".join((kind, *ends))
