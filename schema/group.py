"""Groups: bodies inside an account that can hold roles as one."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from cypher import account, group, person, ref
from cypher.compose.page import Order
from cypher.group import GroupRow
from schema.connection import After, Connection, First, page_below, window
from schema.context import Info
from schema.enums import GroupKind
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.money import ExternalRef, ExternalRefInput
from schema.node import KINDS, Node
from schema.party import Party
from schema.person import BASED_ON, Person
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.scalars import Date
from schema.selection import load
from service import groups

if TYPE_CHECKING:
    from schema.account import Account

BY_NAME = (Order("nameKey"),)


@strawberry.type(description="A body inside an account, such as a board or a team, that can hold roles as one.")
class Group(Party, Node):
    row = GroupRow
    version: int = strawberry.field(description="Raised by every change.")
    name: str = strawberry.field(description="The name.")
    group_kind: GroupKind | None = strawberry.field(description="What sort of body it is.")

    @strawberry.field(description="The account it is a part of.")
    async def account(root: strawberry.Parent[GroupRow], info: Info) -> Annotated["Account", strawberry.lazy("schema.account")]:
        return await load(info, account.by_ids, account.brief_by_ids, root.account_id)  # type: ignore[misc]

    @strawberry.field(description="What it is called in other systems.")
    async def external_refs(root: strawberry.Parent[GroupRow], info: Info) -> list[ExternalRef]:
        return (await info.context.children(ref.of_nodes, root.id)).items

    @strawberry.field(description="Who belongs to it now, by name.")
    async def people(root: strawberry.Parent[GroupRow], info: Info, first: First = None, after: After = None) -> Connection[Person]:
        asked = window("Person", first, after, orders=BY_NAME)
        return await page_below(info, person.of_groups, person.count_of_groups, root.id, asked)


KINDS["Group"] = group.by_ids
GroupResult = Annotated[
    Group | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("GroupResult", description="The group, or why not.")
]


@strawberry.input(description="A new group.")
class CreateGroupInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    account_id: strawberry.ID = strawberry.field(description="The account it is a part of.")
    name: str = strawberry.field(description="The name.")
    kind: strawberry.Maybe[GroupKind | None] = strawberry.field(description="What sort of body it is.")
    person_ids: strawberry.Maybe[list[strawberry.ID] | None] = strawberry.field(description="Who belongs to it.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="The day from which on they do; absent: unknown.")
    external_refs: strawberry.Maybe[list[ExternalRefInput] | None] = strawberry.field(description="What it is called in other systems.")


@strawberry.input(description="A change of a group; what is absent stays, null clears.")
class UpdateGroupInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The group.")
    expected_version: Whole = strawberry.field(description=BASED_ON)
    name: Text = strawberry.field(description="The name.")
    kind: strawberry.Maybe[GroupKind | None] = strawberry.field(description="What sort of body it is.")
    add_person_ids: strawberry.Maybe[list[strawberry.ID] | None] = strawberry.field(
        description="Who comes; who belongs to it already stays as they are."
    )
    remove_person_ids: strawberry.Maybe[list[strawberry.ID] | None] = strawberry.field(
        description="Who goes; who does not belong to it is left alone."
    )
    on: strawberry.Maybe[Date | None] = strawberry.field(description="The day on which they come and go; absent: today.")
    external_refs: strawberry.Maybe[list[ExternalRefInput] | None] = strawberry.field(
        description="What it is called in the systems named here; null or an empty list clears all."
    )


@strawberry.type
class GroupMutations:
    @strawberry.mutation(description="Enters a group of an account.")
    async def create_group(self, info: Info, input: Annotated[CreateGroupInput, INPUT]) -> GroupResult:
        named = given(input, account_id="Account", person_ids="Person")
        return await answered(info, await groups.create(info.context.caller, named))

    @strawberry.mutation(description="Changes what is named of a group, and who belongs to it.")
    async def update_group(self, info: Info, input: Annotated[UpdateGroupInput, INPUT]) -> GroupResult:
        named = given(input, id="Group", add_person_ids="Person", remove_person_ids="Person")
        return await answered(info, await groups.update(info.context.caller, named))
