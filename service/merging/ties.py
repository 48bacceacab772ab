"""Joining what merged people or accounts are joined to, to the one that stays; each thing that becomes another leaves a Change."""

from collections.abc import Iterable, Sequence
from typing import Any

from cypher import merge
from cypher.words import ChangeAction, RelationshipKind
from service.merging.held import ENTITIES, Held, plan, swallowed
from service.writing import Writing

ENDS = {
    "WORKS_AT": ("person_id", "account_id"),
    "COVERS": ("team_member_id", "person_id"),
    **dict.fromkeys(map(str, RelationshipKind), ("from_id", "to_id")),
}
FIELDS = {"HAS_DEAL": ("Deal", "account_id"), "PART_OF": ("Group", "account_id"), "SUBSIDIARY_OF": ("Account", "parent_id")}
"""Type of a relationship that is a field of the thing at its other end → the thing's kind and the field."""
TOLD = {
    name: name for name in ("since", "until", "strength", "level", "wantedLevel", "note", "title", "department", "seniority", "usualRoles")
}
TOLD |= {"primary": "is_primary"}


async def join(writing: Writing, keep_id: str, ids: Sequence[str]) -> list[dict[str, str]]:
    """Give the one that stays what the others are joined to; tells the ties between them, which go: `{kind, id}`."""
    planned = plan(await merge.held(writing.work, id=keep_id, ids=list(ids)), keep_id, ids, writing.today)
    fates = {one.row.ref: {"goes": False, "properties": _changed(one)} for one in planned.touched}
    fates |= {one.row.ref: {"goes": True, "properties": {}} for one in (*planned.between, *planned.doubles)}
    await merge.join(writing.work, id=keep_id, ids=list(ids), fates=fates)
    for one in planned.touched:
        if one.row.deletion is None:
            _record(writing, one)
    return _named(planned.between)


def _named(gone: Iterable[Held]) -> list[dict[str, str]]:
    return [{"kind": ENTITIES[one.kind], "id": one.after["id"]} for one in gone if one.kind in ENTITIES]


def _changed(one: Held) -> dict[str, Any]:
    return {name: value for name, value in one.after.items() if name not in one.row.properties or one.row.properties[name] != value}


def _record(writing: Writing, one: Held) -> None:
    """Note the Change of what is a thing of its own, or of the thing at the other end that it is a field of."""
    if one.kind in ENTITIES:
        told = _ends(one) | {TOLD[name]: (one.row.properties.get(name), value) for name, value in _changed(one).items() if name in TOLD}
        told |= {"merged_ids": ([], [{"kind": ENTITIES[one.kind], "id": id_} for id_ in swallowed(one)])} if one.others else {}
        ends = one.until is not None and one.row.properties.get("until") is None
        action = ChangeAction.MERGED if one.others else ChangeAction.ENDED if ends else ChangeAction.UPDATED
        writing.record(action, ENTITIES[one.kind], one.after["id"], version=one.after["version"], fields=told, account=one.row.account)
    elif one.is_moved and one.kind in FIELDS:
        _record_end(writing, one)


def _ends(one: Held) -> dict[str, tuple[Any, Any]]:
    before, after = (one.row.from_id, one.row.to_id), (one.from_id, one.to_id)
    return {name: (old, new) for name, old, new in zip(ENDS[one.kind], before, after, strict=True) if old != new}


def _record_end(writing: Writing, one: Held) -> None:
    kind, name = FIELDS[one.kind]
    outgoing = one.kind == "HAS_DEAL"
    id_, before, after = (one.to_id, one.row.from_id, one.from_id) if outgoing else (one.from_id, one.row.to_id, one.to_id)
    if before != after and one.row.other_version is not None:
        version, deal = one.row.other_version + 1, id_ if kind == "Deal" else None
        account = id_ if kind == "Account" else after
        writing.record(ChangeAction.UPDATED, kind, id_, version=version, fields={name: (before, after)}, account=account, deal=deal)
