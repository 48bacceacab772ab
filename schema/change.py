"""The audit trail: Changes, and the timelines made of them."""

import json
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import account, change, deal, team
from cypher.change import ChangeRow
from cypher.compose.page import Order
from schema.account import Account
from schema.connection import After, Connection, First, connected, window
from schema.context import Batch, Info
from schema.enums import ChangeAction
from schema.node import KINDS, Node, global_id, load_node, local_id, parted
from schema.scalars import JSON, DateTime
from schema.team import TeamMember
from service.changes import sentence
from service.wording import named

if TYPE_CHECKING:
    from schema.deal import Deal

OLDEST_FIRST = (Order("seq"),)


@strawberry.type(description="A field before and after a Change.")
class FieldChange:
    field: str = strawberry.field(description="The field's name.")
    before: JSON | None = strawberry.field(description="Its value before; null where it had none.")
    after: JSON | None = strawberry.field(description="Its value after; null where it has none.")


@strawberry.type(description="What was changed, by whom, when, before and after.")
class Change(Node):
    row = ChangeRow
    seq: int = strawberry.field(description="Its number in the workspace: without gaps, in the order of the commits.")
    at: DateTime = strawberry.field(description="When it was recorded.")
    action: ChangeAction = strawberry.field(description="What was done.")
    entity_type: str = strawberry.field(description="The kind of what was changed, such as Account.")
    entity_version: int | None = strawberry.field(description="The version that the change made.")

    informs: list[str] = strawberry.field(description="Of a sales process: the teams that it involves, before and after, by name.")

    @strawberry.field(description="Who did it; null for the system.")
    async def actor(root: strawberry.Parent[ChangeRow], info: Info) -> TeamMember | None:
        return await _loaded(info, team.by_ids, root.actor)

    @strawberry.field(description="The id of what was changed.")
    def entity_id(root: strawberry.Parent[ChangeRow]) -> strawberry.ID:
        return global_id(root.entity_type, root.entity_id)

    @strawberry.field(description="What was changed, as it is now; null where it is hidden.")
    async def entity(root: strawberry.Parent[ChangeRow], info: Info) -> Node | None:
        return await _entity(root, info)

    @strawberry.field(description="The account that it concerns.")
    async def account(root: strawberry.Parent[ChangeRow], info: Info) -> Account | None:
        return await _loaded(info, account.by_ids, root.account)

    @strawberry.field(description="The deal that it concerns.")
    async def deal(root: strawberry.Parent[ChangeRow], info: Info) -> Annotated["Deal", strawberry.lazy("schema.deal")] | None:
        return await _loaded(info, deal.by_ids, root.deal)

    @strawberry.field(description="The fields that changed.")
    def fields(root: strawberry.Parent[ChangeRow]) -> list[FieldChange]:
        return [FieldChange(**one) for one in json.loads(root.fields)]

    @strawberry.field(description="The change in a sentence.")
    async def message(
        root: strawberry.Parent[ChangeRow],
        info: Info,
        locale: Annotated[str | None, strawberry.argument(description="The language; absent: the workspace's.")] = None,
    ) -> str:
        actor = await _loaded(info, team.by_ids, root.actor)
        entity = await _entity(root, info)
        names = [one["field"] for one in json.loads(root.fields)]
        usual = info.context.caller.viewer.locale
        called = named(entity, locale, usual) if hasattr(entity, "names") else getattr(entity, "name", None)
        wanted = locale or usual
        return sentence(root.action, root.entity_type, actor and actor.name, called, names, wanted)


async def _loaded(info: Info, statement: Batch, id_: str | None) -> Any:
    found = info.context.load(statement, id_)
    return None if found is None else await found


async def _entity(root: ChangeRow, info: Info) -> Any:
    found = load_node(info, root.entity_type, root.entity_id) if root.entity_type in KINDS else None
    return None if found is None else await found


@strawberry.type
class ChangeQueries:
    @strawberry.field(description="What was changed, oldest first, of all that the arguments leave.")
    async def changes(
        self,
        info: Info,
        after_seq: Annotated[int | None, strawberry.argument(description="Only those with a greater number.")] = None,
        actions: Annotated[list[ChangeAction] | None, strawberry.argument(description="Only these actions.")] = None,
        entity_types: Annotated[list[str] | None, strawberry.argument(description="Only these kinds, such as Account.")] = None,
        entity_id: Annotated[strawberry.ID | None, strawberry.argument(description="Only of this thing.")] = None,
        account_id: Annotated[strawberry.ID | None, strawberry.argument(description="Only what concerns this account.")] = None,
        deal_id: Annotated[strawberry.ID | None, strawberry.argument(description="Only what concerns this deal.")] = None,
        first: First = None,
        after: After = None,
    ) -> Connection[Change]:
        account_id_ = None if account_id is None else local_id(account_id, "Account")
        deal_id_ = None if deal_id is None else local_id(deal_id, "Deal")
        some = {"after_seq": after_seq or 0, "actions": actions, "types": entity_types, "account_id": account_id_, "deal_id": deal_id_}
        asked = window("Change", first, after, orders=OLDEST_FIRST)
        graph = info.context.caller.graph
        page_of, count_of, of = _anchor(entity_id, account_id_, deal_id_)
        if of is None:
            rows = await change.of_workspace(graph, **some, page=asked.page)  # type: ignore[arg-type]
            return connected(asked, rows, partial(change.count_of_workspace, graph, **some))  # type: ignore[arg-type]
        found = await page_of(graph, ids=[of], **some, page=asked.page)

        async def count() -> int:
            return (await count_of(graph, ids=[of], **some))[0].count

        return connected(asked, found[0].items, count)


def _anchor(entity_id: str | None, account_id: str | None, deal_id: str | None) -> tuple[Batch, Batch, str | None]:
    """The narrowest list that the arguments name."""
    if entity_id is not None:
        return change.of_entities, change.count_of_entities, parted(entity_id)[1]
    if deal_id is not None:
        return change.of_deals, change.count_of_deals, deal_id
    return change.of_accounts, change.count_of_accounts, account_id


KINDS["Change"] = change.by_ids
