"""Writing a judged slate: a few statements a kind, and one Change per changed entity."""

from typing import Any

from cypher import batch
from cypher.words import ChangeAction, DealStatus
from service import relationships
from service.fields import stored
from service.stand import TOLD as STEPPED
from service.upsert.contacts import write_contacts
from service.upsert.deal_writes import write_committees, write_deals
from service.upsert.slate import FIELDS, Slate, Thing, parted
from service.upsert.steps import Steps

TOLD = ("Account", "Person", "Employment", "Relationship", "Deal", "Interaction")
"""What one Change each is noted of here; members, roles and judgements note their own."""


async def write(slate: Slate, steps: Steps) -> None:
    """Write all that differs, new things before what joins them."""
    changed = [thing for thing in slate.things.values() if thing.before is None or thing.changed]
    await _nodes(slate, changed)
    await _joins(slate, changed)
    await write_deals(slate, changed, steps)
    await write_contacts(slate, changed)
    for thing in changed:
        if thing.kind in TOLD:
            _tell(slate, thing)
    await write_committees(slate, changed)


async def _nodes(slate: Slate, changed: list[Thing]) -> None:
    work, at = slate.writing.work, slate.writing.stamp.at
    for kind, create, update in (
        ("Account", batch.create_accounts, batch.update_accounts),
        ("Person", batch.create_people, batch.update_people),
    ):
        new, old = parted(changed, kind)
        begun = {"version": 1, "createdAt": at, "updatedAt": at} | ({"isErased": False} if kind == "Person" else {})
        if new:
            await create(work, rows=[{"fields": _fields(one) | begun | {"id": one.id}, "ref": one.reference} for one in new])
        if old:
            await update(work, at=at, rows=[{"id": one.id, "fields": _fields(one)} for one in old])
    moved = [one for one in changed if one.kind == "Account" and "parent_id" in one.changed]
    if moved:
        await batch.set_parents(work, rows=[{"id": one.id, "parentId": one.parent_id} for one in moved])


async def _joins(slate: Slate, changed: list[Thing]) -> None:
    """Posts and ties: those that give an open key back go before those that take one."""
    work = slate.writing.work
    new, old = parted(changed, "Employment")
    if old:
        rows = [{"id": one.id, "fields": _fields(one) | {"openKey": _primary_key(one)}} for one in old]
        await batch.update_posts(work, rows=_releasing_first(rows))
    if new:
        rows = [
            {"personId": one.person_id, "accountId": one.account_id, "fields": _fields(one) | _begun(one, _primary_key(one))} for one in new
        ]
        await batch.create_posts(work, rows=rows)
    new, old = parted(changed, "Relationship")
    if old:
        rows = [{"id": one.id, "fields": _fields(one) | {"openKey": _tie_key(one)}} for one in old]
        await batch.update_ties(work, rows=_releasing_first(rows))
    if new:
        ends = [{"kind": one.relationship_kind, "fromId": one.from_id, "toId": one.to_id} for one in new]
        rows = [end | {"fields": _fields(one) | _begun(one, _tie_key(one))} for end, one in zip(ends, new, strict=True)]
        await batch.create_ties(work, rows=rows)


def _releasing_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["fields"]["openKey"] is not None)


def _fields(thing: Thing) -> dict[str, Any]:
    table = FIELDS[thing.kind]
    names = thing.values if thing.before is None else thing.changed
    return stored(table, {name: thing.values[name] for name in names if name in table})


def _begun(thing: Thing, open_key: str | None) -> dict[str, Any]:
    return {"id": thing.id, "openKey": open_key}


def _primary_key(post: Thing) -> str | None:
    return f"{post.person_id}|primary" if post.is_primary and post.until is None else None


def _tie_key(tie: Thing) -> str | None:
    return relationships.open_key(tie.relationship_kind, tie.from_id, tie.to_id) if tie.until is None else None


def _tell(slate: Slate, thing: Thing) -> None:
    """Note the one Change of a thing."""
    version = 1 if thing.before is None else thing.before.version + 1
    deal = thing.id if thing.kind == "Deal" else thing.deal_id if thing.kind == "Interaction" else None
    fields = {STEPPED.get(name, name): pair for name, pair in thing.changed.items()}
    slate.writing.record(_action(thing), thing.kind, thing.id, version=version, fields=fields, account=_account(slate, thing), deal=deal)


def _action(thing: Thing) -> ChangeAction:
    """What was done to it; of a deal that went on, the step is told before whatever else changed."""
    if thing.before is None:
        return ChangeAction.CREATED
    if thing.kind in {"Employment", "Relationship"} and thing.before.until is None and thing.until is not None:
        return ChangeAction.ENDED
    if "status" in thing.changed:
        return ChangeAction.REOPENED if thing.status == DealStatus.OPEN else ChangeAction.CLOSED
    return ChangeAction.UPDATED if thing.changed.keys().isdisjoint(STEPPED) else ChangeAction.MOVED


def _account(slate: Slate, thing: Thing) -> str | None:
    """The account whose timeline tells of it: a person's is that of the primary post."""
    if thing.kind in {"Account", "Employment", "Deal"}:
        return thing.id if thing.kind == "Account" else str(thing.account_id)
    if thing.kind == "Interaction":
        employers = (_employer(slate, one) for one in thing.person_ids)
        return str(slate.things[thing.deal_id].account_id) if thing.deal_id in slate.things else next(filter(None, employers), None)
    return _employer(slate, thing.id if thing.kind == "Person" else thing.from_id)


def _employer(slate: Slate, person_id: str) -> str | None:
    posts = slate.posts.get(person_id, [])
    return next((one.account_id for one in posts if one.is_primary and one.until is None), None)
