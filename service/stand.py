"""A deal as it stands in its processes, locked for a step; and what a step or its undoing leaves beside the visits: Change and memory."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from cypher import process, visit
from cypher.deal import DealRow
from cypher.process import CatalogueRow, PhaseRow, StageRow
from cypher.visit import StandingRow
from cypher.words import ChangeAction, Moment
from service import targets
from service.fields import Given
from service.outcomes import Problem
from service.stamp import moment
from service.targets import Way
from service.triggers import Trigger
from service.wheels import Wheel
from service.writing import Writing, not_found, stale

UNDO_HOURS = 24
UNDO_MOST = 100
"""How many steps a deal keeps that can be taken back, beside the hours."""
STATE = (
    *("status", "closed_at", "close_reason", "lost_to", "buying_process", "phase_key", "phase_entered_at"),
    *("sales_process", "stage_key", "stage_entered_at"),
)
"""What a step may change of a deal, and taking it back restores."""
TOLD = {name: name.removesuffix("_key") for name in STATE}
"""The same under the names that clients know."""


@dataclass(frozen=True)
class Stand:
    """A deal as it stands, locked."""

    row: StandingRow
    catalogue: CatalogueRow
    way: Way
    """The processes that it follows from now on: those of a switch already."""
    phases: Wheel[PhaseRow]
    stages: Wheel[StageRow]

    @property
    def deal(self) -> DealRow:
        return self.row.deal


async def standing(writing: Writing, given: Given) -> Stand | Problem:
    """The deal of the input, locked, with the processes that the input names for it."""
    row = await visit.standing(writing.work, id=given["id"])
    if row is None:
        return not_found("Deal", "id", given["id"])
    if problem := stale(given.get("expected_version"), "Deal", row.deal):
        return problem
    catalogue = await process.catalogue(writing.work)
    buying, selling = given.get("buying_process", row.deal.buying_process), given.get("sales_process", row.deal.sales_process)
    way = targets.way(catalogue, buying, selling)
    if not isinstance(way, Way):
        return way
    stages = way.selling.stages if way.selling else []
    return Stand(row, catalogue, way, Wheel(way.buying.phases, row.phases), Wheel(stages, row.stages))


def record(
    writing: Writing,
    before: DealRow,
    fields: dict[str, Any],
    action: ChangeAction,
    reason: str | None = None,
    trigger: Trigger | None = None,
) -> None:
    """Note the Change of a deal: what differs, the reason that was given, and what set it off."""
    old = {name: getattr(before, name) for name in TOLD}
    told = {TOLD[name]: (old[name], fields[name]) for name in TOLD if name in fields and fields[name] != old[name]}
    told |= {"reason": (None, reason)} if reason else {}
    told |= {"triggered_by": (None, trigger._asdict())} if trigger else {}
    version = before.version + 1
    writing.record(action, "Deal", before.id, version=version, fields=told, account=before.account_id, deal=before.id)


def undoable(writing: Writing, stand: Stand) -> list[dict[str, Any]]:
    """The steps that can still be taken back, oldest first."""
    earliest = moment(datetime.fromisoformat(writing.stamp.at) - timedelta(hours=UNDO_HOURS))
    return [one for one in remembered(stand) if one["recordedAt"] >= earliest]


def remembered(stand: Stand) -> list[dict[str, Any]]:
    """All steps that the deal remembers, the last one among them, whenever they were."""
    return json.loads(stand.row.undo or "[]")  # type: ignore[no-any-return]


def memory(stand: Stand, at: Moment, opened: list[str], ended: list[str]) -> dict[str, Any]:
    """What takes a step back: how the deal was, and which visits it opened and ended."""
    before = {name: getattr(stand.deal, name) for name in STATE}
    before |= {"alignment": stand.row.alignment.state, "alignment_since": stand.row.alignment.since}
    return {"recordedAt": at, "before": before, "opened": opened, "ended": ended}


def kept(records: list[dict[str, Any]]) -> str | None:
    """What a deal keeps of the steps that can be taken back."""
    return orjson.dumps(records[-UNDO_MOST:]).decode() if records else None
