"""Interactions: what happened between us and the customer, and who took part."""

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import deal, interaction, person, team
from cypher.compose.page import Order
from cypher.interaction import InteractionRow
from schema.connection import page_below, window
from schema.context import Batch, Info
from schema.enums import InteractionKind
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.node import KINDS, Node
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.scalars import DateTime
from schema.selection import load
from schema.team import TeamMember
from service import habits, interactions
from service.customers import back

if TYPE_CHECKING:
    from schema.deal import Deal
    from schema.person import Person

LATEST = (Order("at", descending=True), Order("id", descending=True))
Parent = strawberry.Parent[InteractionRow]
Flag = strawberry.Maybe[bool | None]
Ids = strawberry.Maybe[list[strawberry.ID] | None]


@strawberry.type(description="Something that happened between us and the customer.")
class Interaction(Node):
    row = InteractionRow
    version: int = strawberry.field(description="Raised by every change.")
    interaction_kind: InteractionKind = strawberry.field(description="What sort of contact it was.")
    at: DateTime = strawberry.field(description="When it began.")
    minutes: int | None = strawberry.field(description="How many minutes it took.")
    initiated_by_us: bool | None = strawberry.field(description="Whether we began it; null where unknown.")
    sentiment: int | None = strawberry.field(description="How it went, from -2, badly, to 2, very well.")
    summary: str | None = strawberry.field(description="What was said and done.")

    @strawberry.field(description="The deal that it was about.")
    async def about(root: Parent, info: Info) -> Annotated["Deal", strawberry.lazy("schema.deal")] | None:
        found = load(info, deal.by_ids, deal.brief_by_ids, root.deal_id)
        return None if found is None else await found

    @strawberry.field(description="Who of them took part, by name.")
    async def participants(root: Parent, info: Info) -> list[Annotated["Person", strawberry.lazy("schema.person")]]:
        return await _all(info, person.by_ids, person.brief_by_ids, root.person_ids)

    @strawberry.field(description="Who of us took part, by name.")
    async def team_participants(root: Parent, info: Info) -> list[TeamMember]:
        return await _all(info, team.by_ids, team.brief_by_ids, root.team_member_ids)


async def _all(info: Info, whole: Batch, brief: Batch, ids: list[str]) -> Any:
    """The rows with these ids that are there."""
    loads = [load(info, whole, brief, id_) for id_ in ids]
    return [row for row in [await one for one in loads if one is not None] if row is not None]


KINDS["Interaction"] = interaction.by_ids


async def interactions_of(info: Info, page_of: Batch, count_of: Batch, of: str, first: int | None, after: str | None) -> Any:
    """A page of the interactions of one thing, newest first."""
    asked = window("Interaction", first, after, orders=LATEST)
    return await page_below(info, page_of, count_of, of, asked)


@strawberry.type(description="How somebody deals with us, from the interactions of 365 days.")
class Habits:
    usual_kind: InteractionKind | None = strawberry.field(description="The most frequent kind; of several the one seen last.")
    their_share: float | None = strawberry.field(
        description="The share that they began, of those of which it is known who did, from 0 to 1; null without any."
    )
    median_gap_days: float | None = strawberry.field(description="The median of the days between two; null with fewer than two.")


async def habits_of(info: Info, person_id: str) -> Habits:
    """What a person's interactions of the last 365 days show."""
    since = back(info.context.now, habits.DAYS)
    contacts = (await info.context.children(interaction.recent_of_people, person_id, since=since)).items
    return habits.habit(contacts)  # type: ignore[return-value]


InteractionResult = Annotated[
    Interaction | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("InteractionResult", description="The interaction, or why not."),
]
SENTIMENT = "How it went, from -2, badly, to 2, very well."
MINUTES = "How many minutes it took, from 0 to 100,000."
BEGAN = "Whether we began it; null where unknown."


@strawberry.input(description="Something that happened between us and the customer.")
class LogInteractionInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    kind: InteractionKind = strawberry.field(description="What sort of contact it was.")
    at: DateTime = strawberry.field(description="When it began, now at the latest.")
    minutes: Whole = strawberry.field(description=MINUTES)
    initiated_by_us: Flag = strawberry.field(description=BEGAN)
    sentiment: Whole = strawberry.field(description=SENTIMENT)
    summary: Text = strawberry.field(description="What was said and done.")
    deal_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The deal that it was about.")
    person_ids: list[strawberry.ID] = strawberry.field(description="Who of them took part, up to 100; none only where a deal is named.")
    team_member_ids: Ids = strawberry.field(description="Who of us took part, up to 100; absent or null: the viewer.")


@strawberry.input(description="A change of an interaction; what is absent stays, null clears.")
class UpdateInteractionInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The interaction.")
    expected_version: Whole = strawberry.field(description="The version that the change is based on.")
    kind: strawberry.Maybe[InteractionKind | None] = strawberry.field(description="What sort of contact it was.")
    at: strawberry.Maybe[DateTime | None] = strawberry.field(description="When it began, now at the latest.")
    minutes: Whole = strawberry.field(description=MINUTES)
    initiated_by_us: Flag = strawberry.field(description=BEGAN)
    sentiment: Whole = strawberry.field(description=SENTIMENT)
    summary: Text = strawberry.field(description="What was said and done.")
    deal_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The deal that it was about.")
    person_ids: Ids = strawberry.field(description="Who of them took part: exactly these, up to 100.")
    team_member_ids: Ids = strawberry.field(description="Who of us took part: exactly these, up to 100.")


NAMED = {"id": "Interaction", "deal_id": "Deal", "person_ids": "Person", "team_member_ids": "TeamMember"}


@strawberry.type
class InteractionMutations:
    @strawberry.mutation(description="Logs something that happened between us and the customer.")
    async def log_interaction(self, info: Info, input: Annotated[LogInteractionInput, INPUT]) -> InteractionResult:
        return await answered(info, await interactions.log(info.context.caller, given(input, **NAMED)))

    @strawberry.mutation(description="Changes what is named of an interaction.")
    async def update_interaction(self, info: Info, input: Annotated[UpdateInteractionInput, INPUT]) -> InteractionResult:
        return await answered(info, await interactions.update(info.context.caller, given(input, **NAMED)))
