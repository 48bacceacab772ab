"""Steps of deals as mutations: moving, taking back, closing, opening again."""

from typing import Annotated

import strawberry

from schema.context import Info
from schema.deal import DealResult
from schema.enums import CloseStatus
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.problems import answered
from schema.scalars import DateTime
from service import moves, triggers, undo

VERSION = "The version that the step is based on."
When = strawberry.Maybe[DateTime | None]
WHEN = "When it happened: not before what it follows; absent: now."
REASON = "Why, in a few words."


@strawberry.input(description="Where a deal moves: a phase, a stage, another process, or several of these.")
class MoveDealInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The deal.")
    expected_version: Whole = strawberry.field(description=VERSION)
    buying_process: Text = strawberry.field(description="The key of another buying process; without a phase the deal goes to its first.")
    sales_process: Text = strawberry.field(
        description="The key of another sales process; without a stage the deal goes to its first. Null: from now on none."
    )
    phase: Text = strawberry.field(description="The key of the phase that the customer came to.")
    stage: Text = strawberry.field(description="The key of the stage that we came to.")
    with_phase: bool | None = strawberry.field(
        default=False,
        description="Whether the customer came along to the phase that the stage serves; a customer already there stays.",
    )
    reason: Text = strawberry.field(description=REASON)
    triggered_by: strawberry.Maybe[strawberry.ID | None] = strawberry.field(
        description="What set it off: an interaction, a need that was met, or an objection that was answered."
    )
    at: When = strawberry.field(description=WHEN)


@strawberry.input(description="Which deal's last step is taken back.")
class UndoMoveInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The deal.")
    expected_version: Whole = strawberry.field(description=VERSION)


@strawberry.input(description="How a deal closes.")
class CloseDealInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The deal.")
    expected_version: Whole = strawberry.field(description=VERSION)
    status: CloseStatus = strawberry.field(description="Won, lost or abandoned.")
    close_reason: Text = strawberry.field(description=REASON)
    lost_to: Text = strawberry.field(description="To whom it was lost; only of a lost deal.")
    at: When = strawberry.field(description=WHEN)


@strawberry.input(description="A closed deal that opens again.")
class ReopenDealInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The deal.")
    expected_version: Whole = strawberry.field(description=VERSION)
    phase: Text = strawberry.field(description="The key of the phase in which it goes on; absent: the one in which it was closed.")
    stage: Text = strawberry.field(description="The key of the stage in which it goes on; absent: the one in which it was closed.")
    reason: Text = strawberry.field(description=REASON)
    at: When = strawberry.field(description=WHEN)


@strawberry.type
class MoveMutations:
    @strawberry.mutation(description="Moves a deal to another phase, stage or process; no direction is refused.")
    async def move_deal(self, info: Info, input: Annotated[MoveDealInput, INPUT]) -> DealResult:
        return await answered(info, await moves.move(info.context.caller, given(input, id="Deal", triggered_by=tuple(triggers.KINDS))))

    @strawberry.mutation(description="Takes the last step of a deal back, within 24 hours, as if it had not been.")
    async def undo_move(self, info: Info, input: Annotated[UndoMoveInput, INPUT]) -> DealResult:
        return await answered(info, await undo.undo(info.context.caller, given(input, id="Deal")))

    @strawberry.mutation(description="Closes a deal; a won one goes on to what comes after the purchase.")
    async def close_deal(self, info: Info, input: Annotated[CloseDealInput, INPUT]) -> DealResult:
        return await answered(info, await moves.close(info.context.caller, given(input, id="Deal")))

    @strawberry.mutation(description="Opens a closed deal again.")
    async def reopen_deal(self, info: Info, input: Annotated[ReopenDealInput, INPUT]) -> DealResult:
        return await answered(info, await moves.reopen(info.context.caller, given(input, id="Deal")))
