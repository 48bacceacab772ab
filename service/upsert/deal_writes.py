"""Writing what was judged of deals, members and roles; accounts, people, posts and ties are written before."""

from collections.abc import Mapping
from typing import Any

from cypher import batch, deal, member
from cypher.words import Certainty, ChangeAction, Moment
from service import committees, dated, deals, processes, roles
from service.committees import NewRole, Party, Place
from service.fields import stored
from service.targets import Way
from service.upsert.slate import FIELDS, Slate, Thing, parted
from service.writing import made_all

PLACES = ("account_id", "owner_id", "products")
JUDGED = tuple(FIELDS["Member"])


async def write_deals(slate: Slate, changed: list[Thing], openings: Mapping[str, tuple[Way, Moment]]) -> None:
    """Write new deals with their first visits, and what differs of the others. Their Changes are noted with all the others."""
    work, at = slate.writing.work, slate.writing.stamp.at
    new, old = parted(changed, "Deal")
    if new:
        made = [_opened(slate, one, *openings[one.id]) for one in new]
        await processes.enter(work, made)
        made_all(await deal.create(work, deals=made), made)
    if old:
        await batch.update_deals(work, at=at, rows=[{"id": one.id, "fields": _fields(one, one.changed)} for one in old])
    if placed := [one for one in old if not one.changed.keys().isdisjoint(PLACES)]:
        rows = [{"id": one.id, "accountId": one.account_id, "ownerId": one.owner_id, "products": one.products} for one in placed]
        await batch.place_deals(work, rows=rows)


def _opened(slate: Slate, thing: Thing, way: Way, created_at: Moment) -> dict[str, Any]:
    fields = _fields(thing, thing.values) | {"id": thing.id, "accountId": thing.account_id, "ownerId": thing.owner_id}
    made = deals.opened(slate.writing, fields, way, created_at)
    thing.take(deals.begun(made["deal"]))
    return made | {"products": thing.products, "refs": [thing.reference]}


def _fields(thing: Thing, names: Mapping[str, Any]) -> dict[str, Any]:
    table = FIELDS[thing.kind]
    return stored(table, {name: thing.values[name] for name in names if name in table})


async def write_committees(slate: Slate, changed: list[Thing]) -> None:
    """Write members, roles and judgements, each with its Change. Roles that end go before those that begin."""
    work = slate.writing.work
    begun, held = parted(changed, "RoleAssignment")
    members = [thing for thing in changed if thing.kind == "Member"]
    said = {one.id: judgement for one in members if (judgement := _judgement(one))}
    playing = {one.member_id for one in begun}
    if new := [one for one in members if one.before is None]:
        rows = [
            committees.seated(
                slate.writing, _place(slate, one), one.id, _party(slate, one), one.since, 1 + (one.id in playing) + (one.id in said)
            )
            for one in new
        ]
        made_all(await member.add(work, members=rows), rows)
    if held:
        rows = [{"id": one.id, "fields": _held(slate, one)} for one in held]
        await batch.update_roles(work, rows=sorted(rows, key=lambda row: row["fields"].get("openKey") is not None))
    if begun:
        rows = [committees.begun(slate.writing, _place(slate, one), one.member_id, _new_role(one)) for one in begun]
        await member.assign(work, roles=rows)
    if said:
        rows = [committees.judged(slate.writing, _place(slate, slate.things[id_]), id_, _said(slate, told)) for id_, told in said.items()]
        await member.assess(work, assessments=rows)


def _place(slate: Slate, thing: Thing) -> Place:
    return {"account": slate.things[thing.deal_id].account_id, "deal": thing.deal_id}


def _party(slate: Slate, thing: Thing) -> Party:
    return Party(slate.things[thing.party_id].kind, thing.party_id)


def _judgement(thing: Thing) -> dict[str, Any]:
    """What the rows judged differently of a member."""
    return {name: getattr(thing, name) for name in JUDGED if getattr(thing, name) != getattr(thing.before, name, None)}


def _said(slate: Slate, judgement: dict[str, Any]) -> dict[str, Any]:
    empty = dict.fromkeys((*committees.JUDGED, "note"))
    return empty | judgement | {"named": list(judgement), "by": slate.writing.caller.viewer.id, "at": slate.writing.stamp.at}


def _held(slate: Slate, thing: Thing) -> dict[str, Any]:
    """What is stored of a role that changes, its Change noted."""
    changed = thing.changed
    after = {name: value for name, (_, value) in changed.items()}
    action = ChangeAction.ENDED if dated.ends(after, thing.before) else ChangeAction.UPDATED
    slate.writing.record(action, thing.kind, thing.id, version=thing.before.version + 1, fields=changed, **_place(slate, thing))
    return _fields(thing, changed) | roles.kept(slate.writing, thing.before, after)


def _new_role(thing: Thing) -> NewRole:
    return NewRole(thing.role, thing.since, thing.until, certainty=thing.certainty or Certainty.ASSUMED)
