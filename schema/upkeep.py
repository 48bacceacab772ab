"""Upkeep: hiding and bringing back."""

from typing import Annotated, Any

import strawberry

from schema.context import Info
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.node import Node, global_id, load_node, parted
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from service import deletions
from service.outcomes import Done


@strawberry.type(description="Something was hidden, with what hangs on it.")
class Deleted:
    deleted_id: strawberry.ID = strawberry.field(description="Its id, by which `restore` brings it back.")


@strawberry.type(description="Something hidden was brought back, with what the same deletion hid.")
class Restored:
    node: Node = strawberry.field(description="What was brought back.")


DeletedResult = Annotated[
    Deleted | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("DeletedResult", description="What was hidden, or why not."),
]
RestoreResult = Annotated[
    Restored | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("RestoreResult", description="What was brought back, or why not."),
]


@strawberry.input(description="Which thing is meant.")
class DeleteInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="Its id.")
    expected_version: Whole = strawberry.field(description="The version that the change is based on.")


def _meant(input: DeleteInput) -> dict[str, Any]:
    """The input with the kind of the thing that its id names."""
    return given(input, id=deletions.KINDS) | {"kind": parted(input.id)[0] or "Node"}


async def node_of(info: Info, done: Done) -> Any:
    """The row of what a use case was about, as it is now."""
    info.context.forget()
    return await load_node(info, done.kind, done.id)  # type: ignore[misc]


@strawberry.type
class UpkeepMutations:
    @strawberry.mutation(description="Hides something that was entered by mistake, with what hangs on it; `restore` brings it back.")
    async def delete(self, info: Info, input: Annotated[DeleteInput, INPUT]) -> DeletedResult:
        outcome = await deletions.delete(info.context.caller, _meant(input))
        if isinstance(outcome, Done):
            return Deleted(deleted_id=global_id(outcome.kind, outcome.id))
        return await answered(info, outcome)

    @strawberry.mutation(description="Brings back all that the deletion of this thing hid.")
    async def restore(self, info: Info, input: Annotated[DeleteInput, INPUT]) -> RestoreResult:
        outcome = await deletions.restore(info.context.caller, _meant(input))
        if isinstance(outcome, Done):
            return Restored(node=await node_of(info, outcome))
        return await answered(info, outcome)
