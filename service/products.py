"""Products: making and changing them by key, and which go together."""

from typing import Any

from cypher import product
from cypher.words import ChangeAction, Permission
from service.fields import LINE, NAME, Field, Given, Unfit, absent, cleaned, differences, invalid, issue, stored, texts
from service.outcomes import Done, Issue, IssueCode, Outcome
from service.viewer import Caller
from service.writing import Writing, needs, perform, stale

FIELDS = {"name": NAME, "family": LINE}
KEYS = {"key": NAME, "goes_with": Field(texts(1000, 300), empty=())}


@needs(Permission.MANAGER)
async def save(caller: Caller, given: Given) -> Outcome:
    """Make the product with this key, or change what is named of it."""
    values, issues = cleaned(FIELDS, given)
    keys, wrong = cleaned(KEYS, given)
    issues += wrong
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await product.lock(writing.work, key=keys["key"])
        if problem := stale(given.get("expected_version"), "Product", before):
            return problem
        if issues := await _misfits(writing, keys["key"], keys.get("goes_with", [])):
            return invalid(issues)
        if before is None:
            return await _make(writing, keys, values)
        return await _change(writing, before, keys.get("goes_with"), values)

    return await perform(caller, "saveProduct", given, job)


async def _misfits(writing: Writing, own: str, others: list[str]) -> list[Issue]:
    """What is wrong with the keys of the products that one goes with."""
    known = {row.key for row in await product.by_keys(writing.work, keys=others)} if others else set()
    issues = []
    for place, key in enumerate(others):
        path = ("goes_with", str(place))
        if key == own:
            issues.append(issue(path, Unfit(IssueCode.CONTRADICTION, "goes-with-itself")))
        elif key not in known:
            issues.append(issue(path, Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=key)))
    return issues


async def _make(writing: Writing, keys: dict[str, Any], values: dict[str, Any]) -> Outcome:
    id_ = writing.stamp.new_id()
    fields = stored(FIELDS, absent(FIELDS) | values) | {"id": id_, "key": keys["key"]}
    await product.create(writing.work, fields=fields)
    if keys.get("goes_with"):
        await product.set_goes_with(writing.work, id=id_, keys=keys["goes_with"])
    changed = {name: (None, value) for name, value in (keys | values).items()}
    writing.record(ChangeAction.CREATED, "Product", id_, version=1, fields=changed)
    return Done("Product", id_)


async def _change(writing: Writing, before: product.ProductRow, others: list[str] | None, values: dict[str, Any]) -> Outcome:
    """Write the differences as one Change; none is no change."""
    changed = differences(before, values)
    fields = stored(FIELDS, {name: after for name, (_, after) in changed.items()})
    if others is not None:
        standing = [row.key for of in await product.goes_with(writing.work, ids=[before.id]) for row in of.items]
        if set(standing) != set(others):
            await product.set_goes_with(writing.work, id=before.id, keys=others)
            changed["goes_with"] = (sorted(standing), sorted(others))
    if changed:
        version = await product.update(writing.work, id=before.id, fields=fields)
        writing.record(ChangeAction.UPDATED, "Product", before.id, version=version, fields=changed)
    return Done("Product", before.id)
