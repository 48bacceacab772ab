"""Capturing after a meeting: one mutation for all that it taught."""

from dataclasses import dataclass
from typing import Annotated, Any

import strawberry

from cypher import interaction, member
from schema.context import Info
from schema.enums import Access, Awareness, Certainty, InteractionKind, RelationshipKind, Role, Stance
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.interaction import Interaction
from schema.member import Committee, CommitteeOf, Member
from schema.person import CreatePersonInput
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.scalars import DateTime
from service import capture
from service.outcomes import Done

PARTY = ("Person", "Group")


@strawberry.type(description="Who became or was which member.")
class CapturedKey:
    key: str = strawberry.field(description="The key that the input gave.")
    of: strawberry.Private[str]

    @strawberry.field(description="The member.")
    async def member(self, info: Info) -> Member:
        return await info.context.load(member.by_ids, self.of)  # type: ignore[misc]


@dataclass(frozen=True)
class Captured:
    """What was captured, by ids."""

    deal_id: str
    keys: list[CapturedKey]
    interaction_id: str | None


@strawberry.type(description="What a meeting taught, as it stands now.")
class Capture:
    keys: list[CapturedKey] = strawberry.field(description="The member of each key, in the order of the input.")

    @strawberry.field(description="The deal's committee.")
    def committee(root: strawberry.Parent[Captured]) -> Committee:
        return CommitteeOf(root.deal_id)  # type: ignore[return-value]

    @strawberry.field(description="The interaction that was logged; null where none was named.")
    async def interaction(root: strawberry.Parent[Captured], info: Info) -> Interaction | None:
        found = info.context.load(interaction.by_ids, root.interaction_id)
        return None if found is None else await found

    @classmethod
    def is_type_of(cls, obj: Any, _info: Any) -> bool:
        return isinstance(obj, Captured)


CaptureResult = Annotated[
    Capture | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("CaptureResult", description="What was captured, or why not."),
]


@strawberry.input(description="A judgement; it states only what it names, and null states that something is unknown.")
class AssessmentInput:
    stance: strawberry.Maybe[Stance | None] = strawberry.field(description="How the member stands towards our offer.")
    influence: Whole = strawberry.field(description="How much it sways the decision, 0 to 10.")
    access: strawberry.Maybe[Access | None] = strawberry.field(description="How well we reach it.")
    awareness: strawberry.Maybe[Awareness | None] = strawberry.field(description="How far it has come on the way to buying.")
    favours: Text = strawberry.field(description="The competitor that it favours.")
    note: Text = strawberry.field(description="What else to note.")


@strawberry.input(description="Somebody who was met or spoken of: a party that is known, or a new person.")
class CapturePersonInput:
    key: str = strawberry.field(description="What ties and participants of this call name them by.")
    party_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The person or group, where it is known.")
    person: strawberry.Maybe[CreatePersonInput | None] = strawberry.field(description="The new person, where they are not.")
    roles: strawberry.Maybe[list[Role] | None] = strawberry.field(
        description="Roles that they play; those they play already stay as they are."
    )
    certainty: Certainty | None = strawberry.field(default=Certainty.ASSUMED, description="How sure we are of the roles.")
    assessment: strawberry.Maybe[AssessmentInput | None] = strawberry.field(description="What we judged of them.")


@strawberry.input(description="A tie between two of the people; one that stands already is kept.")
class CaptureTieInput:
    kind: RelationshipKind = strawberry.field(description="What ties them.")
    from_: str = strawberry.field(name="from", description="The key of who has the tie.")
    to: str = strawberry.field(description="The key of who it leads to.")
    strength: Whole = strawberry.field(description="How strong it is, 1 to 5.")
    note: Text = strawberry.field(description="What else to note.")


@strawberry.input(description="The meeting itself; of us the viewer took part.")
class CaptureInteractionInput:
    kind: InteractionKind = strawberry.field(description="What sort of contact it was.")
    at: DateTime = strawberry.field(description="When it began.")
    minutes: Whole = strawberry.field(description="How many minutes it took.")
    initiated_by_us: strawberry.Maybe[bool | None] = strawberry.field(description="Whether we began it.")
    sentiment: Whole = strawberry.field(description="How it went, from -2, badly, to 2, very well.")
    summary: Text = strawberry.field(description="What was said and done.")
    participants: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="The keys of who took part; absent: all people but placeholders."
    )


@strawberry.input(description="What one meeting about a deal taught, all or nothing.")
class CaptureInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    deal_id: strawberry.ID = strawberry.field(description="The deal.")
    source: Text = strawberry.field(description="Where we know the roles from.")
    people: list[CapturePersonInput] = strawberry.field(description="Who was met or spoken of, up to 50; who is new joins the committee.")
    ties: strawberry.Maybe[list[CaptureTieInput] | None] = strawberry.field(description="How they are tied, up to 200.")
    interaction: strawberry.Maybe[CaptureInteractionInput | None] = strawberry.field(description="The meeting, where it is to be logged.")


@strawberry.type
class CaptureMutations:
    @strawberry.mutation(description="Writes down what a meeting taught, in one transaction; what stands already is kept.")
    async def capture(self, info: Info, input: Annotated[CaptureInput, INPUT]) -> CaptureResult:
        named = given(input, deal_id="Deal", party_id=PARTY, account_id="Account")
        outcome = await capture.capture(info.context.caller, named)
        if not isinstance(outcome, Done):
            return await answered(info, outcome)
        info.context.forget()
        keys = [CapturedKey(key=one["key"], of=one["member"]) for one in outcome.extra["keys"]]
        return Captured(outcome.id, keys, outcome.extra["interaction"])  # type: ignore[return-value]
