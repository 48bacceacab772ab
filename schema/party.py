"""Parties: whoever can sit on a committee, a person or a group."""

from typing import Annotated, Any

import strawberry

from schema.connection import After, Connection, First
from schema.context import Info
from schema.enums import DealStatus
from schema.member import Member, memberships_of
from schema.node import Node
from service.execution import by_id

Status = Annotated[DealStatus | None, strawberry.argument(description="On deals that stand so only; absent: on all.")]


@strawberry.interface(description="A person or a group: whoever can sit on a committee.")
class Party(Node):
    name: str = strawberry.field(description="The name.")

    @strawberry.field(description="The places on committees, past ones too, the newest first.")
    @by_id
    async def memberships(
        root: strawberry.Parent[Any], info: Info, status: Status = None, first: First = None, after: After = None
    ) -> Connection[Member]:
        return await memberships_of(info, root.id, status, first, after)
