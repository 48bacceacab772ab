"""Uniting the places that merged people have on committees: one member at a time on a deal, each role once."""

from collections.abc import Sequence
from typing import Any

from cypher import merge
from cypher.merge import PlayedRow, SeatRow
from cypher.words import Certainty, ChangeAction
from service.unions import Union, united
from service.writing import Writing

Told = dict[str, tuple[Any, Any]]


async def join(writing: Writing, keep_id: str, ids: Sequence[str]) -> None:
    """Let members of one deal be one, and all stand under `keep_id`, before the people themselves do; `ids` come newest first."""
    places = {id_: place for place, id_ in enumerate([keep_id, *ids])}
    all_ = await merge.seats(writing.work, ids=[keep_id, *ids])
    unions = united(
        sorted(all_, key=lambda seat: seat.id),
        lambda seat: (seat.deal_id, seat.deletion),
        lambda seat: (seat.until is None, -places[seat.party_id]),
    )
    touched = [union for union in unions if union.others or union.stays.party_id != keep_id]
    await merge.seat(writing.work, party_id=keep_id, rows=[_joined(writing, union, keep_id) for union in touched])


def _joined(writing: Writing, union: Union[SeatRow], keep_id: str) -> dict[str, Any]:
    """What `merge.seat` takes, the Changes noted."""
    stays, others = union.stays, union.others
    roles = united(
        [role for seat in (stays, *others) for role in seat.roles],
        lambda role: role.role,
        lambda role: (role.until is None, role.certainty == Certainty.CONFIRMED, role in stays.roles),
    )
    judged = sorted((one for seat in (stays, *others) for one in seat.evaluations), key=lambda one: (one.at, one.id))
    gone_roles = [role.id for one in roles for role in one.others]
    swallowed = [id_ for seat in others for id_ in (seat.id, *seat.merged_ids)] + gone_roles + [one.id for one in judged[:-1]]
    fields = {"since": union.since, "until": union.until, "mergedIds": [*stays.merged_ids, *swallowed]}
    told: Told = {name: (getattr(stays, name), fields[name]) for name in ("since", "until") if getattr(stays, name) != fields[name]}
    if stays.party_id != keep_id:
        told["party_id"] = ({"kind": "Person", "id": stays.party_id}, {"kind": "Person", "id": keep_id})
    if others:
        told["merged_ids"] = ([], [{"kind": "Member", "id": seat.id} for seat in others])
    _record(writing, stays, ChangeAction.MERGED if others else ChangeAction.UPDATED, "Member", stays, told)
    kept = [_role(writing, union, one) for one in roles]
    _record_stated(writing, union)
    return {
        "id": stays.id,
        "fields": fields,
        "others": [seat.id for seat in others],
        "roles": [one for one in kept if one["fields"]],
        "goneRoles": gone_roles,
        "goneEvaluations": [one.id for one in judged[:-1]],
    }


def _role(writing: Writing, seats: Union[SeatRow], union: Union[PlayedRow]) -> dict[str, Any]:
    """The fields of a role that stays, its Change noted if there are any."""
    stays = union.stays
    source = next((role.source for role in (stays, *union.others) if role.source), None)
    after = {"since": union.since, "until": union.until, "source": source}
    told: Told = {name: (getattr(stays, name), value) for name, value in after.items() if getattr(stays, name) != value}
    if moved_from := [seat.id for seat in seats.others if stays in seat.roles]:
        told["member_id"] = (moved_from[0], seats.stays.id)
    if union.others:
        told["merged_ids"] = ([], [{"kind": "RoleAssignment", "id": role.id} for role in union.others])
    if told:
        _record(writing, seats.stays, ChangeAction.MERGED if union.others else ChangeAction.UPDATED, "RoleAssignment", stays, told)
    return {"id": stays.id, "fields": after | {"version": stays.version + 1} if told else {}}


def _record_stated(writing: Writing, union: Union[SeatRow]) -> None:
    for seat in union.others:
        for one in seat.stated:
            _record(writing, union.stays, ChangeAction.UPDATED, one.kind, one, {"member_id": (seat.id, union.stays.id)})


def _record(writing: Writing, seat: SeatRow, action: ChangeAction, kind: str, row: Any, told: Told) -> None:
    """Note a Change on the deal's timeline. Nothing hidden leaves one."""
    if seat.deletion is None:
        writing.record(action, kind, row.id, version=row.version + 1, fields=told, account=seat.account_id, deal=seat.deal_id)
