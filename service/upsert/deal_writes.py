"""Writing what was judged of deals, members and roles; accounts, people, posts and ties are written before."""

from collections.abc import Iterable, Mapping
from typing import Any

from cypher import batch, deal, member
from cypher.words import Certainty, ChangeAction
from service import committees, dated, deals, processes, roles
from service.committees import NewRole, Party, Place
from service.fields import stored
from service.text import camel
from service.upsert import histories
from service.upsert.histories import History
from service.upsert.slate import FIELDS, Slate, Thing, parted
from service.upsert.steps import Steps
from service.writing import made_all

PLACES = ("account_id", "owner_id", "products")
JUDGED = tuple(FIELDS["Member"])


async def write_deals(slate: Slate, changed: list[Thing], steps: Steps) -> None:
    """Write new deals, what differs of the others, and what they went through. Their Changes are noted with all the others."""
    work, at = slate.writing.work, slate.writing.stamp.at
    new, old = parted(changed, "Deal")
    await processes.hold(work, sorted(_entered(steps.begun.values())))
    if new:
        made = [_opened(slate, one, steps.begun[one.id]) for one in new]
        made_all(await deal.create(work, deals=made), made)
    if old:
        await batch.update_deals(work, at=at, rows=[{"id": one.id, "fields": _fields(one, one.changed)} for one in old])
    if placed := [one for one in old if not one.changed.keys().isdisjoint(PLACES)]:
        rows = [{"id": one.id, "accountId": one.account_id, "ownerId": one.owner_id, "products": one.products} for one in placed]
        await batch.place_deals(work, rows=rows)

    if rows := [row for id_, history in steps.begun.items() if (row := _steps(id_, history, steps.known.get(id_)))]:
        await batch.write_steps(work, rows=rows)


def _entered(held: Iterable[History]) -> set[str]:
    """The phases and stages that deals are in from now on."""
    return {piece.id for history in held for piece in (history.in_phase, history.in_stage) if piece}


def _steps(id_: str, history: History, before: History | None) -> dict[str, Any] | None:
    """What is written of a deal's steps; None of a new one that only began, with which that was written."""
    known = [*before.phases, *before.stages] if before else [*history.phases[:1], *history.stages[:1]]
    if before is None and len(known) == len(history.phases) + len(history.stages) and history.in_phase:
        return None
    row = histories.steps(history, id_, known)
    return row | {"fields": row["fields"] | _state(history)}


def _state(history: History) -> dict[str, Any]:
    return {camel(name): value for name, value in histories.state(history).items()}


def _opened(slate: Slate, thing: Thing, history: History) -> dict[str, Any]:
    fields = _fields(thing, thing.values) | {"id": thing.id, "accountId": thing.account_id, "ownerId": thing.owner_id}
    fields |= {"createdAt": history.created_at, "updatedAt": slate.writing.stamp.at, **_state(history)}
    fields |= {"buyingProcess": history.way.buying.key, "salesProcess": history.way.selling and history.way.selling.key}
    thing.take(deals.begun(fields))
    return {"deal": fields, **histories.first_visits(history, thing.id), "products": thing.products, "refs": [thing.reference]}


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
