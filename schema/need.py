"""What members of a committee say of themselves: their needs, and what they object."""

from typing import Annotated

import strawberry

from cypher import member, need, objection
from cypher.need import NeedRow
from cypher.objection import ObjectionRow
from schema.context import Info
from schema.enums import NeedKind, NeedStatus, ObjectionKind, ObjectionStatus
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.member import Member
from schema.node import KINDS, Node
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.process import Phase, catalogue
from schema.scalars import DateTime
from service import member_needs, objections

PRIORITY = "How much it matters, from 1, little, to 5, most."


@strawberry.type(description="A goal, pain point, requirement or preference that a member of a committee holds.")
class Need(Node):
    row = NeedRow
    version: int = strawberry.field(description="Raised by every change.")
    need_kind: NeedKind = strawberry.field(description="What sort of need it is.")
    text: str = strawberry.field(description="What is needed.")
    priority: int | None = strawberry.field(description=PRIORITY)
    need_status: NeedStatus = strawberry.field(description="How it stands.")

    @strawberry.field(description="Whose it is.")
    async def member(root: strawberry.Parent[NeedRow], info: Info) -> Member:
        return await info.context.load(member.by_ids, root.member_id)  # type: ignore[misc]


@strawberry.type(description="An objection, question or complaint of a member of a committee.")
class Objection(Node):
    row = ObjectionRow
    version: int = strawberry.field(description="Raised by every change.")
    objection_kind: ObjectionKind = strawberry.field(description="What sort of doubt it is.")
    text: str = strawberry.field(description="What was said.")
    objection_status: ObjectionStatus = strawberry.field(description="How it stands.")
    answer: str | None = strawberry.field(description="What we answered.")
    raised_at: DateTime = strawberry.field(description="When it was raised.")
    answered_at: DateTime | None = strawberry.field(description="When it was answered; null while it is not.")

    @strawberry.field(description="The phase that the deal was in when it was raised; null where it was in none.")
    async def phase(root: strawberry.Parent[ObjectionRow], info: Info) -> Phase | None:
        known = (await catalogue(info)).phases
        return known[root.phase_id][1] if root.phase_id in known else None  # type: ignore[return-value]

    @strawberry.field(description="Who raised it.")
    async def member(root: strawberry.Parent[ObjectionRow], info: Info) -> Member:
        return await info.context.load(member.by_ids, root.member_id)  # type: ignore[misc]


KINDS |= {"Need": need.by_ids, "Objection": objection.by_ids}

NeedResult = Annotated[
    Need | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("NeedResult", description="The need, or why not.")
]
ObjectionResult = Annotated[
    Objection | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("ObjectionResult", description="The objection, or why not."),
]


@strawberry.input(description="Something that a member needs; it is open.")
class AddNeedInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    member_id: strawberry.ID = strawberry.field(description="Whose it is.")
    kind: NeedKind = strawberry.field(description="What sort of need it is.")
    text: str = strawberry.field(description="What is needed.")
    priority: Whole = strawberry.field(description=PRIORITY)


@strawberry.input(description="A change of a need; what is absent stays, null clears.")
class UpdateNeedInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The need.")
    expected_version: Whole = strawberry.field(description="The need's version that the change is based on.")
    kind: strawberry.Maybe[NeedKind | None] = strawberry.field(description="What sort of need it is.")
    text: Text = strawberry.field(description="What is needed.")
    priority: Whole = strawberry.field(description=PRIORITY)
    status: strawberry.Maybe[NeedStatus | None] = strawberry.field(description="How it stands.")


@strawberry.input(description="Something that a member objects, asks or complains about; it is open, in the phase that the deal was in.")
class RaiseObjectionInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    member_id: strawberry.ID = strawberry.field(description="Who raised it.")
    kind: ObjectionKind | None = strawberry.field(default=ObjectionKind.OBJECTION, description="What sort of doubt it is.")
    text: str = strawberry.field(description="What was said.")
    at: strawberry.Maybe[DateTime | None] = strawberry.field(description="When it was raised, now at the latest; absent: now.")


@strawberry.input(description="A change of an objection; what is absent stays, null clears. An answer alone leaves the status as it is.")
class UpdateObjectionInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The objection.")
    expected_version: Whole = strawberry.field(description="The objection's version that the change is based on.")
    kind: strawberry.Maybe[ObjectionKind | None] = strawberry.field(description="What sort of doubt it is.")
    text: Text = strawberry.field(description="What was said.")
    answer: Text = strawberry.field(description="What we answered.")
    status: strawberry.Maybe[ObjectionStatus | None] = strawberry.field(description="How it stands.")


@strawberry.type
class NeedMutations:
    @strawberry.mutation(description="Notes what a member needs.")
    async def add_need(self, info: Info, input: Annotated[AddNeedInput, INPUT]) -> NeedResult:
        return await answered(info, await member_needs.add(info.context.caller, given(input, member_id="Member")))

    @strawberry.mutation(description="Changes what is named of a need.")
    async def update_need(self, info: Info, input: Annotated[UpdateNeedInput, INPUT]) -> NeedResult:
        return await answered(info, await member_needs.update(info.context.caller, given(input, id="Need")))

    @strawberry.mutation(description="Notes what a member objects, asks or complains about.")
    async def raise_objection(self, info: Info, input: Annotated[RaiseObjectionInput, INPUT]) -> ObjectionResult:
        return await answered(info, await objections.raise_(info.context.caller, given(input, member_id="Member")))

    @strawberry.mutation(description="Changes what is named of an objection.")
    async def update_objection(self, info: Info, input: Annotated[UpdateObjectionInput, INPUT]) -> ObjectionResult:
        return await answered(info, await objections.update(info.context.caller, given(input, id="Objection")))
