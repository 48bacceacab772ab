"""What deals have visited: stays in phases and stages, and the steps that lead from one to the next."""

from typing import Any

from cypher.deal import AlignmentRow, DealRow
from cypher.graph import Graph, Work
from cypher.query import Row, query
from cypher.words import CloseStatus, Moment, Step


class VisitRow(Row, frozen=True):
    id: str
    entered_at: Moment
    left_at: Moment | None
    step: Step
    """The kind of step that led in; `left_by` of the one that led out."""
    left_by: Step | None
    closed_as: CloseStatus | None
    reason: str | None
    by: str | None
    recorded_at: Moment
    triggered_by: str | None
    """The id of what led here, of the kind of `triggered_kind`: an Interaction, a Need or an Objection."""
    triggered_kind: str | None
    of: str
    """The id of the phase or stage."""


class PhaseVisitRow(VisitRow, frozen=True):
    pass


class StageVisitRow(VisitRow, frozen=True):
    pass


class PhaseVisitsOf(Row, frozen=True):
    of: str
    items: list[PhaseVisitRow]


class StageVisitsOf(Row, frozen=True):
    of: str
    items: list[StageVisitRow]


class StandingRow(Row, frozen=True):
    """A deal that is locked, with what it has visited, oldest first."""

    deal: DealRow
    alignment: AlignmentRow
    phases: list[PhaseVisitRow]
    stages: list[StageVisitRow]
    undo: str | None
    """JSON: what the last steps changed, oldest first."""


@query
async def phases_of_deals(graph: Graph, *, ids: list[str]) -> list[PhaseVisitsOf]: ...


@query
async def stages_of_deals(graph: Graph, *, ids: list[str]) -> list[StageVisitsOf]: ...


@query
async def phases_by_ids(graph: Graph, *, ids: list[str]) -> list[PhaseVisitRow]: ...


@query
async def stages_by_ids(graph: Graph, *, ids: list[str]) -> list[StageVisitRow]: ...


@query
async def standing(work: Work, *, id: str) -> StandingRow | None: ...


@query
async def write(
    work: Work,
    *,
    id: str,
    at: Moment,
    fields: dict[str, Any],
    removed: list[str],
    changed: list[dict[str, Any]],
    phase_id: str | None,
    stage_id: str | None,
    phase_visits: list[dict[str, Any]],
    stage_visits: list[dict[str, Any]],
) -> None: ...
