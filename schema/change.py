"""The audit trail: Changes, and the timelines made of them."""

import asyncio
import json
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import account, change, deal, team
from cypher.change import ChangeRow
from schema.account import Account
from schema.connection import After, Connection, First, connected, window
from schema.context import Batch, Info
from schema.enums import ChangeAction
from schema.node import KINDS, Node, bare, global_id, local_id, parted
from schema.scalars import JSON, DateTime
from schema.subject import names, read
from schema.team import TeamMember
from schema.timeline import OLDEST_FIRST
from service.changes import sentence
from service.messages import tongue

if TYPE_CHECKING:
    from schema.deal import Deal

REFERENCES = {
    **dict.fromkeys(("accountId", "parentId"), "Account"),
    **dict.fromkeys(("ownerId", "teamMemberId"), "TeamMember"),
    **dict.fromkeys(("personId", "fromId", "toId", "personIds", "addPersonIds", "removePersonIds"), "Person"),
    "memberId": "Member",
    "teamMemberIds": "TeamMember",
    **dict.fromkeys(("continuesId", "dealId"), "Deal"),
    "phaseIds": "Phase",
}
"""Field → the kind of what it names. A Change keeps ids inside the workspace; a party's kind varies, so it is kept with the id."""


@strawberry.type(
    description="A field before and after a Change. What other things it names are told by their global ids, which `node` resolves."
)
class FieldChange:
    field: str = strawberry.field(
        description="The field's name, for what is referred to as the inputs name it: ownerId, partyId, addPersonIds, phaseIds."
    )
    before: JSON | None = strawberry.field(
        description="Its value before, in the same form as `after`; null where it had none, and where people only came."
    )
    after: JSON | None = strawberry.field(
        description="Its value after: text, number, truth; a word of an enum by its name; days and moments as Date and DateTime write "
        "them; money as {amount, currency} with amount as Decimal writes it; lists as lists; a team as a list of {member, function}. "
        "Null where it has none."
    )


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
        return await read(info, root.entity_type, root.entity_id)

    @strawberry.field(description="The account that it concerns.")
    async def account(root: strawberry.Parent[ChangeRow], info: Info) -> Account | None:
        return await _loaded(info, account.by_ids, root.account)

    @strawberry.field(description="The deal that it concerns.")
    async def deal(root: strawberry.Parent[ChangeRow], info: Info) -> Annotated["Deal", strawberry.lazy("schema.deal")] | None:
        return await _loaded(info, deal.by_ids, root.deal)

    @strawberry.field(description="The fields that changed.")
    def fields(root: strawberry.Parent[ChangeRow]) -> list[FieldChange]:
        return [
            FieldChange(field=one["field"], **{side: _told(one["field"], one[side]) for side in ("before", "after")})
            for one in json.loads(root.fields)
        ]

    @strawberry.field(description="The change in a sentence, with the names of today.")
    async def message(
        root: strawberry.Parent[ChangeRow],
        info: Info,
        locale: Annotated[str | None, strawberry.argument(description="The language; absent: the workspace's.")] = None,
    ) -> str:
        wanted = tongue(locale, info.context.caller.viewer.locale)
        actor, called = await asyncio.gather(_loaded(info, team.by_ids, root.actor), names(info, root, wanted))
        fields = [one["field"] for one in json.loads(root.fields)]
        return sentence(root.action, root.entity_type, actor and actor.name, called, fields, wanted)


def _told(field: str, value: Any) -> Any:
    """A kept value as clients see it, with global ids."""
    if value is None:
        return None
    if field in ("partyId", "triggeredBy"):
        return global_id(value["kind"], value["id"])
    if field == "mergedIds":
        return [global_id(one["kind"], one["id"]) for one in value]
    if field == "team":
        return [{"member": global_id("TeamMember", one["member"]), "function": one["function"]} for one in value]
    if (kind := REFERENCES.get(field)) is None:
        return value
    return [global_id(kind, one) for one in value] if isinstance(value, list) else global_id(kind, value)


async def _loaded(info: Info, statement: Batch, id_: str | None) -> Any:
    found = info.context.load(statement, id_)
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
        return change.of_entities, change.count_of_entities, bare(parted(entity_id)[1])
    if deal_id is not None:
        return change.of_deals, change.count_of_deals, deal_id
    return change.of_accounts, change.count_of_accounts, account_id


KINDS["Change"] = change.by_ids
