"""Taking the last step of a deal back, within 24 hours, as if it had not been."""

from typing import Any

from cypher import visit
from cypher.process import PhaseRow, StageRow
from cypher.words import ChangeAction, Permission
from service import processes, targets
from service.fields import Given, refused
from service.outcomes import Done, InvalidInput, IssueCode, Outcome
from service.stand import Stand, kept, record, remembered, standing, undoable
from service.targets import Way
from service.text import camel
from service.viewer import Caller
from service.wheels import Piece
from service.writing import Writing, needs, perform


@needs(Permission.EDITOR)
async def undo(caller: Caller, given: Given) -> Outcome:
    """Take the last step back: a move, a closing or an opening again. Doing so again takes back the one before."""

    async def job(writing: Writing) -> Outcome:
        stand = await standing(writing, given)
        if not isinstance(stand, Stand):
            return stand
        if not (records := undoable(writing, stand)):
            return _nothing(stand)
        before = records[-1]["before"]
        way = targets.way(stand.catalogue, before["buying_process"], before["sales_process"])
        if not isinstance(way, Way):
            return way
        phase = _piece(way.buying.phases, before["phase_key"])
        stage = _piece(way.selling.stages if way.selling else [], before["stage_key"])
        for piece in (phase, stage):
            if piece and piece.retired:
                return refused(("id",), IssueCode.WRONG_STATE, "undo-into-retired", value=piece.key)
        await _restore(writing, stand, records, phase.id if phase else None, stage.id if stage else None)
        return Done("Deal", stand.deal.id)

    return await perform(caller, "undoMove", given, job)


def _piece(pieces: list[PhaseRow] | list[StageRow], key: str | None) -> Piece | None:
    return next((one for one in pieces if one.key == key), None)


def _nothing(stand: Stand) -> InvalidInput:
    if steps := remembered(stand):
        return refused(("id",), IssueCode.WRONG_STATE, "undo-too-late", at=steps[-1]["recordedAt"])
    return refused(("id",), IssueCode.WRONG_STATE, "nothing-to-undo")


async def _restore(writing: Writing, stand: Stand, records: list[dict[str, Any]], phase_id: str | None, stage_id: str | None) -> None:
    *rest, last = records
    await processes.hold(writing.work, [one for one in (phase_id, stage_id) if one])
    state = last["before"]
    await visit.write(
        writing.work,
        id=stand.deal.id,
        at=writing.stamp.at,
        fields={camel(name): value for name, value in state.items()} | {"undo": kept(rest)},
        removed=last["opened"],
        changed=[{"id": one, "fields": _going_on(stand, one)} for one in last["ended"]],
        phase_id=phase_id,
        stage_id=stage_id,
        phase_visits=[],
        stage_visits=[],
    )
    record(writing, stand.deal, state, ChangeAction.MOVED)


def _going_on(stand: Stand, id_: str) -> dict[str, Any]:
    kind = "phase" if any(one.id == id_ for one in stand.row.phases) else "stage"
    return {"leftAt": None, "leftBy": None, "closedAs": None, "openKey": f"{stand.deal.id}|{kind} visit"}
