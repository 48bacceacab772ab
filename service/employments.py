"""Employments: a person's dated posts at accounts, one of the current ones primary."""

from typing import Any

from cypher import person, post
from cypher.words import ChangeAction, Permission
from service import dated
from service.fields import DAY, LINE, LOOSE_WORD, Field, Given, absent, cleaned, differences, flag, invalid, stored, words
from service.outcomes import Done, Outcome
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale, still

FIELDS = {
    "title": LINE,
    "department": LINE,
    "seniority": LOOSE_WORD,
    "usual_roles": Field(words, empty=()),
    "since": DAY,
    "until": DAY,
    "is_primary": Field(flag, required=True, stored=lambda _, value: {"primary": value}),
}


@needs(Permission.EDITOR)
async def add(caller: Caller, given: Given) -> Outcome:
    """Give a person one more post."""
    values, issues = cleaned(FIELDS, given["employment"], ("employment",))
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        if await person.lock(writing.work, id=given["person_id"]) is None:
            return not_found("Person", "personId", given["person_id"])
        return await opened(writing, given["person_id"], given["employment"]["account_id"], values)

    return await perform(caller, "addEmployment", given, job)


async def opened(writing: Writing, person_id: str, account_id: str, values: dict[str, Any]) -> Outcome:
    """Write a post of a person who is locked or new. A current one that says nothing is primary where no other is."""
    if issues := dated.wrong(values, None, writing.today, ("employment",)):
        return invalid(issues)
    id_ = writing.stamp.new_id()
    current, standing = values.get("until") is None, await _primary(writing, person_id)
    primary = values.get("is_primary", current and standing is None)
    if primary and current and standing:
        await _demote(writing, standing)
    fields = stored(FIELDS, absent(FIELDS) | values | {"is_primary": primary}) | _open(person_id, primary and current)
    if await post.create(writing.work, person_id=person_id, account_id=account_id, fields=fields | {"id": id_}) is None:
        return not_found("Account", "employment.accountId", account_id)
    told = {"person_id": person_id, "account_id": account_id} | values | {"is_primary": primary}
    changed = {name: (None, value) for name, value in told.items()}
    writing.record(ChangeAction.CREATED, "Employment", id_, version=1, fields=changed, account=account_id)
    return Done("Employment", id_)


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of a post; `until` ends it, and null there lets it hold again."""
    values, issues = cleaned(FIELDS, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await _lock(writing, given["id"])
        if before is None:
            return not_found("Employment", "id", given["id"])
        if problem := stale(given.get("expected_version"), "Employment", before):
            return problem
        if issues := dated.wrong(values, before, writing.today):
            return invalid(issues)
        await _change(writing, before, values)
        return Done("Employment", before.id)

    return await perform(caller, "updateEmployment", given, job)


async def _lock(writing: Writing, id_: str) -> post.PostRow | None:
    """Take the person's lock, then the post's: whoever writes a person's posts waits, so that one of them stays primary."""
    found = await post.by_ids(writing.work, ids=[id_])
    if not found:
        return None
    still(await person.lock(writing.work, id=found[0].person_id))
    return still(await post.lock(writing.work, id=id_))


async def _change(writing: Writing, before: post.PostRow, values: dict[str, Any]) -> None:
    """Write the differences as one Change, and take the primary place over from another post where this one claims it."""
    current = values.get("until", before.until) is None
    standing = await _primary(writing, before.person_id)
    taken = standing is not None and standing.id != before.id
    if dated.reopens(values, before) and taken and "is_primary" not in values:
        values = values | {"is_primary": False}
    primary = values.get("is_primary", before.is_primary) and current
    changed = differences(before, values)
    if not changed:
        return
    if primary and standing and taken:
        await _demote(writing, standing)
    fields = stored(FIELDS, {name: after for name, (_, after) in changed.items()}) | _open(before.person_id, primary)
    version = await post.update(writing.work, id=before.id, fields=fields)
    action = ChangeAction.ENDED if dated.ends(values, before) else ChangeAction.UPDATED
    writing.record(action, "Employment", before.id, version=version, fields=changed, account=before.account_id)


async def _primary(writing: Writing, person_id: str) -> post.PostRow | None:
    """The post that is a person's primary current one."""
    posts = [row for of in await post.of_people(writing.work, ids=[person_id], day=None) for row in of.items]
    return next((row for row in posts if row.is_primary), None)


async def _demote(writing: Writing, standing: post.PostRow) -> None:
    version = await post.update(writing.work, id=standing.id, fields={"primary": False} | _open(standing.person_id, primary=False))
    changed = {"is_primary": (True, False)}
    writing.record(ChangeAction.UPDATED, "Employment", standing.id, version=version, fields=changed, account=standing.account_id)


def _open(person_id: str, primary: bool) -> dict[str, str | None]:
    return {"openKey": f"{person_id}|primary" if primary else None}
