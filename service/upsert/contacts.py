"""Judging and writing the rows of interactions."""

from typing import Any

from cypher import interaction
from service import interactions, refs
from service.fields import Given, cleaned_of, invalid, refused, stored
from service.interactions import JOINED, Joined
from service.messages import say
from service.outcomes import IssueCode, NotFound
from service.text import camel
from service.upsert.committees import Selling
from service.upsert.judges import Judged, Path, clean, made, named, own
from service.upsert.slate import FIELDS, Refusal, Slate, Thing, parted


def contact(slate: Slate, selling: Selling, row: Given, path: Path) -> Judged:
    """An interaction; where nobody of us is named for a new one, who imports took part."""
    values, issues = cleaned_of("interaction", FIELDS["Interaction"], row, path)
    for place, one in enumerate(row["person_refs"]):
        issues += refs.flaws(one, (*path, "person_refs", str(place)))
    clean({}, row, path)
    if issues:
        raise Refusal(invalid(issues))
    if problem := interactions.untimely(values["at"], slate.writing.stamp.at, path):
        raise Refusal(problem)
    thing = own(slate, row, "Interaction")
    values |= _joined(slate, selling, row, path, thing)
    if not values["person_ids"] and not values.get("deal_id", thing and thing.deal_id):
        raise Refusal(refused((*path, "person_refs"), IssueCode.REQUIRED, "nobody-met"))
    if thing:
        return thing, thing.take(values)
    thing = made(slate, row, "Interaction", {"deal_id": None} | values)
    return thing, [thing]


def _joined(slate: Slate, selling: Selling, row: Given, path: Path, thing: Thing | None) -> dict[str, Any]:
    """What a row joins; the order of people means nothing."""
    them = list(dict.fromkeys(_person(slate, one, (*path, "person_refs", str(place))) for place, one in enumerate(row["person_refs"])))
    joined: dict[str, Any] = {"person_ids": _as_held(thing, "person_ids", them)}
    if "deal_ref" in row:
        joined["deal_id"] = named(slate, row, "deal_ref", ("Deal",), path).id if row["deal_ref"] else None
    if row.get("team_emails") is not None:
        us = list(dict.fromkeys(_colleague(selling, one, path) for one in row["team_emails"]))
        joined["team_member_ids"] = _as_held(thing, "team_member_ids", us)
    elif thing is None:
        joined["team_member_ids"] = [slate.writing.caller.viewer.id]
    return joined


def _person(slate: Slate, reference: Given, path: Path) -> str:
    return str(named(slate, {path[-1]: reference}, path[-1], ("Person",), path[:-1]).id)


def _as_held(thing: Thing | None, name: str, ids: list[str]) -> list[str]:
    held: list[str] = getattr(thing, name) if thing else []
    return held if thing and set(held) == set(ids) else ids


def _colleague(selling: Selling, email: str, path: Path) -> str:
    if found := selling.colleagues.get(email.lower()):
        return found
    told = tuple(camel(part) for part in (*path, "team_emails"))
    raise Refusal(NotFound(say("no-colleague", None, email=email), told))


async def write_contacts(slate: Slate, changed: list[Thing]) -> None:
    """Write new interactions and those that differ, with who took part. Their Changes are noted with all the others."""
    new, old = parted(changed, "Interaction")
    work, at = slate.writing.work, slate.writing.stamp.at
    if new:
        begun = {"createdAt": at, "updatedAt": at}
        rows = [{"interaction": _stored(slate, one) | begun | {"id": one.id}, "refs": [one.reference], **_parties(one)} for one in new]
        await interaction.create(work, interactions=rows)
    if old:
        rows = [{"id": one.id, "fields": _stored(slate, one), **_parties(one)} for one in old]
        deals = sorted({id_ for one in old for id_ in (one.before.deal_id, one.deal_id) if id_})
        await interaction.update(work, at=at, interactions=rows, deal_ids=deals)


def _held(thing: Thing) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in FIELDS["Interaction"]}


def _parties(thing: Thing) -> dict[str, Any]:
    return interactions.parties(_held(thing), _all(thing))


def _stored(slate: Slate, thing: Thing) -> dict[str, Any]:
    return stored(FIELDS["Interaction"], _held(thing)) | interactions.dated(slate.writing, thing.at, _all(thing))


def _all(thing: Thing) -> Joined:
    return Joined(**{name: getattr(thing, name) for name in JOINED}, account_id=None)
