"""How a process does, counted over what deals visited. What each figure is, and how it is counted: `service.figures`."""

from typing import Annotated, Any

import strawberry

from schema.context import Info
from schema.enums import InteractionKind
from schema.errors import OutOfRange, TooMany
from schema.node import global_id
from schema.process import Phase, Stage, catalogue
from service import figures
from service.figures.columns import Piece
from service.figures.steps import Transition as Moved

MOST_STEPS = 100
USUAL_DAYS, MOST_DAYS = 30, 36_500
NOBODY = (None, None)
Parent = strawberry.Parent[figures.ProcessFigures]


@strawberry.type(description="So many of so many.")
class Rate:
    value: float | None = strawberry.field(description="The share, from 0 to 1; null where there is nothing to divide by.")
    numerator: int = strawberry.field(description="How many.")
    denominator: int = strawberry.field(description="Of how many.")
    low: float | None = strawberry.field(description="The lower end of Wilson's 95 % interval.")
    high: float | None = strawberry.field(description="The upper end of Wilson's 95 % interval.")
    small_sample: bool = strawberry.field(description="Whether it is of fewer than 30.")


@strawberry.type(description="A figure of one step.")
class OfStep:
    @strawberry.field(description="The phase, where the process is one of buying.")
    async def phase(root: strawberry.Parent[Any], info: Info) -> Phase | None:
        return (await catalogue(info)).phases.get(root.piece.id, NOBODY)[1] if root.piece else None  # type: ignore[return-value]

    @strawberry.field(description="The stage, where the process is one of selling.")
    async def stage(root: strawberry.Parent[Any], info: Info) -> Stage | None:
        return (await catalogue(info)).stages.get(root.piece.id, NOBODY)[1] if root.piece else None  # type: ignore[return-value]


@strawberry.type(
    description="How deals did in a phase or stage. The visits are those entered in the period, and what became of them up to now."
)
class StepFigures(OfStep):
    deals: int = strawberry.field(description="How many deals came there.")
    entries: int = strawberry.field(description="How many visits began: the sum of the nine that follow.")
    advanced: int = strawberry.field(description="Visits that ended by a step to the next one.")
    skipped: int = strawberry.field(description="Visits that ended by a step further than the next one.")
    returned: int = strawberry.field(description="Visits that ended by a step to an earlier one.")
    repeated: int = strawberry.field(description="Visits that ended by beginning anew in the same place.")
    won: int = strawberry.field(description="Visits that ended with the deal being won.")
    lost: int = strawberry.field(description="Visits that ended with the deal being lost.")
    abandoned: int = strawberry.field(description="Visits that ended with the deal being abandoned.")
    switched: int = strawberry.field(description="Visits that ended with the deal changing to another process.")
    still_there: int = strawberry.field(description="Visits that go on.")
    median_days: float | None = strawberry.field(description="The median length of the visits that ended, in days of 24 hours.")
    p90_days: float | None = strawberry.field(description="The length that nine of ten visits that ended do not exceed.")
    mean_days: float | None = strawberry.field(description="The mean length of the visits that ended.")
    median_days_per_deal: float | None = strawberry.field(description="The median over deals of all their ended visits together.")
    lost_median_days: float | None = strawberry.field(description="The median length of the visits that ended as lost or abandoned.")
    open_median_days: float | None = strawberry.field(description="How long those that go on have lasted so far, in the median.")
    drop_off: Rate = strawberry.field(description="Visits that ended as lost or abandoned, of all.")
    revisited: Rate = strawberry.field(description="Deals that came back, of those that left; beginning anew is no leaving.")
    skip_share: Rate = strawberry.field(description="Steps further than the next one, of all steps out.")
    win_chance: float | None = strawberry.field(
        description="The chance that a deal here is won in the end; null after the purchase, and where no end can be reached."
    )
    win_chance_moves: int = strawberry.field(description="How many moves out, closing included, that is drawn from.")
    objections: int = strawberry.field(description="How many objections were raised there in the period, of any kind.")


@strawberry.type(description="How often deals went from one step to another, or to an end.")
class Transition:
    count: int = strawberry.field(description="How often.")
    share: float = strawberry.field(description="The share of all that led out of where it began.")

    @strawberry.field(name="from", description="The phase or stage where it began.")
    def start(root: strawberry.Parent[Moved]) -> strawberry.ID | None:
        return _id(root.start)

    @strawberry.field(name="to", description="The phase or stage where it led; null for an end.")
    def end(root: strawberry.Parent[Moved]) -> strawberry.ID | None:
        return None if isinstance(root.end, str) else _id(root.end)

    @strawberry.field(description="The key of the phase or stage where it began.")
    def from_key(root: strawberry.Parent[Moved]) -> str:
        return root.start.key

    @strawberry.field(description="The key of the phase or stage where it led; of an end: won, lost, abandoned or switched.")
    def to_key(root: strawberry.Parent[Moved]) -> str:
        return root.end if isinstance(root.end, str) else root.end.key


def _id(piece: Piece) -> strawberry.ID:
    return global_id(piece.kind, piece.id)


@strawberry.type(description="How many deals came so far.")
class FunnelStep(OfStep):
    reached: int = strawberry.field(description="How many deals.")
    of_previous: Rate = strawberry.field(description="Of those that reached the step before; of the first step: of all.")
    median_days_from_previous: float | None = strawberry.field(description="The median of the days since they came to the step before.")


@strawberry.type(description="Before how many moves that led on from a step there was an interaction of a kind.")
class BeforeAdvance(OfStep):
    kind: InteractionKind = strawberry.field(description="The kind of interaction.")
    moves: int = strawberry.field(
        description="Before how many moves there was one: in the 14 days before, within the visit, or as the trigger."
    )
    share: float = strawberry.field(description="The share of all moves that led on from there.")
    mean_sentiment: float | None = strawberry.field(description="How those interactions went in the mean, -2 to 2; null where nobody said.")


@strawberry.type(
    description="How a process did in a period: over the visits that were entered in it, and what became of them up to now, whenever."
)
class ProcessFigures:
    @strawberry.field(description="How many deals began a visit in the period.")
    def deals(root: Parent) -> int:
        return root.deals

    @strawberry.field(description="Deals won, of those won or lost, that were closed in the period while they were in this process.")
    async def win_rate(root: Parent) -> Rate:
        return (await root.counted(lambda one: one.closings)).win_rate

    @strawberry.field(
        description="Accounts that won another deal within 365 days, of those with one won in the period; without 365 days since, left out."
    )
    async def repurchase(root: Parent) -> Rate:
        return (await root.counted(lambda one: one.closings)).repurchase

    @strawberry.field(description="The median of the days from beginning to closing, of deals closed in the period.")
    async def cycle_median_days(root: Parent) -> float | None:
        return (await root.counted(lambda one: one.closings)).cycle_median_days

    @strawberry.field(description="The days from beginning to closing that nine of ten deals do not exceed.")
    async def cycle_p90_days(root: Parent) -> float | None:
        return (await root.counted(lambda one: one.closings)).cycle_p90_days

    @strawberry.field(description="The phases or stages in their order, retired ones last.")
    async def steps(root: Parent) -> list[StepFigures]:
        return await root.counted(lambda one: one.steps)

    @strawberry.field(
        description="Where deals had stayed longest, in the median, before they were lost or abandoned; of steps with five such visits."
    )
    async def slowest_step(root: Parent) -> StepFigures | None:
        return await root.counted(lambda one: one.slowest_step)

    @strawberry.field(description="Where deals went from where, in the order of the steps.")
    async def transitions(root: Parent) -> list[Transition]:
        return await root.counted(lambda one: one.transitions)

    @strawberry.field(description="Which kinds of interaction came before deals went on, by the steps that they went on from.")
    async def before_advance(root: Parent) -> list[BeforeAdvance]:
        return await root.counted(lambda one: one.before_advance)

    @strawberry.field(
        description="Deals that came to a step at or after their first entry to another in the period, of those that entered it."
    )
    async def conversion(
        root: Parent,
        start: Annotated[str, strawberry.argument(name="from", description="The key of the phase or stage that is entered first.")],
        end: Annotated[str, strawberry.argument(name="to", description="The key of the phase or stage that is come to.")],
    ) -> Rate:
        return await root.counted(lambda one: one.conversion(start, end))

    @strawberry.field(description="How many deals came to each of these steps, one after the other.")
    async def funnel(
        root: Parent, steps: Annotated[list[str], strawberry.argument(description="Keys of phases or stages in their order, at most 100.")]
    ) -> list[FunnelStep]:
        if len(steps) > MOST_STEPS:
            raise TooMany(f"`funnel` takes at most {MOST_STEPS} steps; these are {len(steps)}.")
        return await root.counted(lambda one: one.funnel(steps))

    @strawberry.field(description="Deals that later had an interaction of another kind, of those that had one of the first in the period.")
    async def interaction_conversion(
        root: Parent,
        start: Annotated[InteractionKind, strawberry.argument(name="from", description="The kind that comes first.")],
        end: Annotated[InteractionKind, strawberry.argument(name="to", description="The kind that follows.")],
    ) -> Rate:
        return await root.counted(lambda one: one.interaction_conversion(start, end))

    @strawberry.field(description="Deals lost within so many days after an interaction of a kind, of those that had one in the period.")
    async def lost_within_days_of(
        root: Parent,
        kind: Annotated[InteractionKind, strawberry.argument(description="The kind of interaction.")],
        days: Annotated[int | None, strawberry.argument(description="How many days of 24 hours: 0 to 36,500.")] = USUAL_DAYS,
    ) -> Rate:
        days = USUAL_DAYS if days is None else days
        if not 0 <= days <= MOST_DAYS:
            raise OutOfRange(f"`days` of `lostWithinDaysOf` is from 0 to {MOST_DAYS:,}.")
        return await root.counted(lambda one: one.lost_within_days_of(kind, days))
