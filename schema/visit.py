"""What deals have visited, phase by phase and stage by stage, and how the two wheels stand to each other."""

from datetime import datetime

import strawberry

from cypher import deal, team, visit
from cypher.deal import DealRow
from cypher.visit import PhaseVisitRow, StageVisitRow, VisitRow
from schema.context import Info
from schema.enums import AlignmentState, CloseStatus, Step
from schema.node import KINDS, Node, load_node
from schema.process import Phase, Stage, catalogue
from schema.scalars import DateTime
from schema.selection import load
from schema.team import TeamMember
from service.stamp import moment
from service.targets import served

Parent = strawberry.Parent[VisitRow]
SECONDS_A_DAY = 86_400


@strawberry.type(description="A stay of a deal in a phase or stage.")
class Stay(Node):
    entered_at: DateTime = strawberry.field(description="When it began.")
    left_at: DateTime | None = strawberry.field(description="When it ended; null while it goes on.")
    step: Step = strawberry.field(description="The kind of step that led in.")
    left_by: Step | None = strawberry.field(description="The kind of step that led out; null while it goes on.")
    closed_as: CloseStatus | None = strawberry.field(description="How the deal was closed, where that ended it.")
    reason: str | None = strawberry.field(description="Why the deal came here, as it was told.")
    recorded_at: DateTime = strawberry.field(description="When it was recorded.")

    @strawberry.field(description="Who recorded it.")
    async def by(root: Parent, info: Info) -> TeamMember | None:
        found = load(info, team.by_ids, team.brief_by_ids, root.by)
        return None if found is None else await found

    @strawberry.field(description="What set the step off: an interaction, a need that was met, an objection that was answered.")
    async def triggered_by(root: Parent, info: Info) -> Node | None:
        found = load_node(info, root.triggered_kind, root.triggered_by) if root.triggered_kind and root.triggered_by else None
        return None if found is None else await found

    @strawberry.field(description="How many days of 24 hours it lasted, or has lasted so far.")
    def days(root: Parent, info: Info) -> float:
        left = root.left_at or moment(info.context.caller.clock.now())
        return (datetime.fromisoformat(left) - datetime.fromisoformat(root.entered_at)).total_seconds() / SECONDS_A_DAY


@strawberry.type(description="A stay of a deal in a phase.")
class PhaseVisit(Stay):
    row = PhaseVisitRow

    @strawberry.field(description="The phase.")
    async def phase(root: Parent, info: Info) -> Phase:
        return (await catalogue(info)).phases[root.of][1]  # type: ignore[return-value]


@strawberry.type(description="A stay of a deal in a stage.")
class StageVisit(Stay):
    row = StageVisitRow

    @strawberry.field(description="The stage.")
    async def stage(root: Parent, info: Info) -> Stage:
        return (await catalogue(info)).stages[root.of][1]  # type: ignore[return-value]


KINDS |= {"PhaseVisit": visit.phases_by_ids, "StageVisit": visit.stages_by_ids}


@strawberry.type(description="How our selling stands to the customer's buying.")
class Alignment:
    state: AlignmentState = strawberry.field(description="Who is ahead.")
    gap: int | None = strawberry.field(
        description="The position of the phase that our stage serves, less that of the phase the customer is in; null where there is none."
    )
    since: DateTime | None = strawberry.field(description="Since when the state is this.")
    deal: strawberry.Private[DealRow]

    @strawberry.field(description="The phase that our stage serves.")
    async def served_phase(self, info: Info) -> Phase | None:
        processes = await catalogue(info)
        stage = processes.stage(self.deal.sales_process, self.deal.stage_key)
        phases = processes.buying[self.deal.buying_process].phases
        return served(stage, phases) if stage else None  # type: ignore[return-value]


async def alignment_of(info: Info, row: DealRow) -> Alignment:
    """How the wheels of a deal stand."""
    found = await info.context.load(deal.alignments, row.id)  # type: ignore[misc]
    return Alignment(state=found.state, gap=found.gap, since=found.since, deal=row)
