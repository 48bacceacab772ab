"""Deals in groups, as a list of them would be folded: by status, by phase, by month, by whom."""

from collections.abc import Awaitable
from typing import Annotated, Any

import strawberry

from cypher import account, product, team
from schema.context import Batch, Info
from schema.enums import DealGroupBy
from schema.errors import BadPage
from schema.figures import Rate
from schema.filters import DEALS, filtered
from schema.money import Money
from schema.node import Node, load_node
from schema.process import catalogue
from service.figures import groups

MOST_GROUPS, USUAL = 1000, 200
KINDS = {
    DealGroupBy.PHASE: "Phase",
    DealGroupBy.STAGE: "Stage",
    DealGroupBy.OWNER: "TeamMember",
    DealGroupBy.ACCOUNT: "Account",
    DealGroupBy.BUYING_PROCESS: "BuyingProcess",
    DealGroupBy.SALES_PROCESS: "SalesProcess",
    DealGroupBy.PRODUCT: "Product",
}
NAMES: dict[DealGroupBy, tuple[Batch, str]] = {
    DealGroupBy.OWNER: (team.brief_by_ids, "name"),
    DealGroupBy.ACCOUNT: (account.brief_by_ids, "name"),
    DealGroupBy.PRODUCT: (product.by_ids, "key"),
}
"""What tells a thing in one word, and where it is read."""


@strawberry.type(description="What the deals of a group have in common.")
class GroupKey:
    by: DealGroupBy = strawberry.field(description="What they were grouped by.")

    @strawberry.field(
        description="What they have in common: a key, an owner's or account's name, a month (YYYY-MM), else the words; null: those without."
    )
    async def value(root: strawberry.Parent[groups.GroupKey], info: Info) -> str | None:
        if root.said is None or root.by not in KINDS:
            return root.said
        if root.by in NAMES:
            statement, name = NAMES[root.by]
            return getattr(await _loaded(info, statement, root.said), name)
        found = await catalogue(info)
        steps: dict[str, Any] = {**found.phases, **found.stages}
        if root.said in steps:
            return steps[root.said][1].key
        processes: list[Any] = [*found.row.buying, *found.row.sales]
        return next((one.key for one in processes if one.id == root.said), None)

    @strawberry.field(description="The thing that they have in common, where it is one.")
    async def node(root: strawberry.Parent[groups.GroupKey], info: Info) -> Node | None:
        found = load_node(info, KINDS.get(root.by, ""), root.said or "") if root.said else None
        return None if found is None else await found


def _loaded(info: Info, statement: Batch, id_: str) -> Awaitable[Any]:
    return info.context.load(statement, id_)  # type: ignore[return-value]


@strawberry.type(description="Deals with something in common.")
class DealGroup:
    keys: list[GroupKey] = strawberry.field(description="What they have in common, in the order that was asked for.")
    count: int = strawberry.field(description="How many they are.")
    amount: list[Money] = strawberry.field(description="What they are worth together, in each currency, by its code.")
    win_rate: Rate = strawberry.field(description="Won ones, of those won or lost.")


By = Annotated[list[DealGroupBy], strawberry.argument(description="What they are grouped by, each once; none: all deals are one group.")]
Limit = Annotated[int | None, strawberry.argument(description="How many groups: 1 to 1,000.")]


@strawberry.type
class GroupQueries:
    @strawberry.field(description="The deals that fit in groups, the largest first, then by their keys; combinations that occur.")
    async def deal_groups(self, info: Info, by: By, where: DEALS = None, limit: Limit = USUAL) -> list[DealGroup]:
        limit = USUAL if limit is None else limit
        if not 1 <= limit <= MOST_GROUPS:
            raise BadPage(f"`limit` is from 1 to {MOST_GROUPS:,}.")
        if len(by) > len(DealGroupBy):
            raise BadPage(f"`by` names each of {len(DealGroupBy)} keys once at most; these are {len(by)}.")
        return await groups.deal_groups(info.context.caller, by, limit, (await filtered(info, where)).where)  # type: ignore[return-value]
