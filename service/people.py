"""People: making and changing them. Their posts, groups and ties have use cases of their own."""

from typing import Any

from cypher import person
from cypher.words import ChangeAction, Permission
from service import employments, refs
from service.fields import LINE, NOTE, TAGS, Field, Given, absent, cleaned, differences, flag, invalid, stored, text, texts
from service.outcomes import Done, Issue, NotFound, Outcome
from service.text import fold
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

FIELDS = {
    "name": Field(text(), required=True, stored=lambda _, value: {"name": value, "nameKey": fold(value)}),
    "email": LINE,
    "phone": LINE,
    "locale": LINE,
    "preferences": Field(texts(each=300), empty=()),
    "notes": NOTE,
    "tags": TAGS,
    "is_placeholder": Field(flag, required=True, empty=False),
}


@needs(Permission.EDITOR)
async def create(caller: Caller, given: Given) -> Outcome:
    """Make a person, with a post where one is given."""
    values, post_values, issues = checked(given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        return await entered(writing, given, values, post_values)

    return await perform(caller, "createPerson", given, job)


async def entered(writing: Writing, given: Given, values: dict[str, Any], post_values: dict[str, Any]) -> Outcome:
    """Write a new person of checked values, with a post where one is given."""
    if problem := await refs.taken(writing, given.get("external_refs"), None):
        return problem
    id_, at, post = writing.stamp.new_id(), writing.stamp.at, given.get("employment")
    made = {"id": id_, "version": 1, "createdAt": at, "updatedAt": at, "isErased": False}
    await person.create(writing.work, fields=stored(FIELDS, absent(FIELDS) | values) | made)
    changed = {name: (None, value) for name, value in values.items()}
    await refs.refer(writing, id_, given, changed)
    writing.record(ChangeAction.CREATED, "Person", id_, version=1, fields=changed, account=post and post["account_id"])
    if post:
        opened = await employments.opened(writing, id_, post["account_id"], post_values)
        if not isinstance(opened, Done):
            return opened
    return Done("Person", id_)


def checked(given: Given) -> tuple[dict[str, Any], dict[str, Any], list[Issue]]:
    """What a new person holds, what their post does, and what is wrong with either."""
    values, issues = cleaned(FIELDS, given)
    post_values, post_issues = cleaned(employments.FIELDS, given.get("employment") or {}, ("employment",))
    return values, post_values, issues + refs.checked(given.get("external_refs")) + post_issues


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of a person."""
    values, issues = cleaned(FIELDS, given)
    issues += refs.checked(given.get("external_refs"))
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await person.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Person", "id", given["id"])
        if problem := stale(given.get("expected_version"), "Person", before):
            return problem
        if problem := await refs.taken(writing, given.get("external_refs"), before.id):
            return problem
        changed = differences(before, values)
        fields = stored(FIELDS, {name: after for name, (_, after) in changed.items()})
        await refs.refer(writing, before.id, given, changed)
        if changed:
            version = await person.update(writing.work, id=before.id, at=writing.stamp.at, fields=fields)
            writing.record(ChangeAction.UPDATED, "Person", before.id, version=version, fields=changed, account=account_of(before))
        return Done("Person", before.id)

    return await perform(caller, "updatePerson", given, job)


def account_of(row: person.PersonRow) -> str | None:
    """The account whose timeline tells of a person: that of the primary current post."""
    return row.employer_id


async def known(writing: Writing, **ids: str) -> dict[str, person.PersonRow] | NotFound:
    """The people whom the input's fields name, or the problem of the first one who is not there."""
    found = {row.id: row for row in await person.by_ids(writing.work, ids=list(ids.values()))}
    for argument, id_ in ids.items():
        if id_ not in found:
            return not_found("Person", argument, id_)
    return found
