"""What can set off a step of a deal: an interaction, a need that was met, an objection that was answered."""

from collections.abc import Callable
from typing import Any, NamedTuple

from cypher import interaction, need, objection
from cypher.words import NeedStatus, ObjectionStatus
from service.fields import Given, refused
from service.outcomes import InvalidInput, IssueCode, NotFound
from service.writing import Writing, not_found

KINDS: dict[str, tuple[Any, Callable[[Any], bool]]] = {
    "Interaction": (interaction.by_ids, lambda _: True),
    "Need": (need.by_ids, lambda row: row.need_status == NeedStatus.MET),
    "Objection": (objection.by_ids, lambda row: row.objection_status == ObjectionStatus.ANSWERED),
}
"""Kind → the statement that reads it, and whether one such has come so far that it sets something off."""


class Trigger(NamedTuple):
    kind: str
    id: str


async def of_step(writing: Writing, given: Given, deal_id: str) -> Trigger | NotFound | InvalidInput | None:
    """What the input says set the step off; None where it names nothing. An interaction about no deal can set off any."""
    id_ = given.get("triggered_by")
    if id_ is None:
        return None
    for kind, (read, ripe) in KINDS.items():
        for row in await read(writing.work, ids=[id_]):
            if row.deal_id not in (deal_id, None):
                return refused(("triggered_by",), IssueCode.CONTRADICTION, "of-another-deal")
            return Trigger(kind, row.id) if ripe(row) else refused(("triggered_by",), IssueCode.WRONG_STATE, "not-ripe")
    return not_found("Interaction/Need/Objection", "triggeredBy", id_)
