"""Deals: what we try to sell to an account."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from cypher import account, change, deal, evaluation, interaction, need, objection, product, ref, team, visit
from cypher.deal import BriefDealRow, DealRow, OpenedDealRow
from schema.connection import After, Before, Connection, First, Last, connected, window
from schema.context import Info
from schema.enums import BuyClass, DealSort, DealStatus, NeedStatus, ObjectionStatus, SortDirection
from schema.evaluation import EvaluatePurchaseInput, PurchaseEvaluation
from schema.filters import DEALS, filtered
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.interaction import Interaction, interactions_of
from schema.judgement import JudgedDeal
from schema.member import Committee, CommitteeOf
from schema.moments import AsOf, dated, moment_at
from schema.money import ExternalRef, ExternalRefInput, Money, MoneyInput
from schema.need import Need, Objection
from schema.node import KINDS, Node, local_id
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.process import BuyingProcess, Phase, SalesProcess, Stage, catalogue
from schema.scalars import Date, DateTime
from schema.selection import load
from schema.team import TeamMember
from schema.timeline import timeline as changes_of
from schema.visit import Alignment, PhaseVisit, StageVisit, alignment_of
from service import committees, deals, evaluations
from service.execution import by_id, known_by

if TYPE_CHECKING:
    from schema.account import Account
    from schema.change import Change
    from schema.product import Product

Parent = strawberry.Parent[DealRow]
AnyAccount = Annotated["Account", strawberry.lazy("schema.account")]
AnyDeal = Annotated["Deal", strawberry.lazy("schema.deal")]


@strawberry.input(description="An order of deals; several are applied one after the other, then the id.")
class DealOrder:
    by: DealSort = strawberry.field(description="What is compared.")
    direction: SortDirection | None = strawberry.field(default=SortDirection.ASC, description="Which way.")


OrderBy = Annotated[list[DealOrder] | None, strawberry.argument(description="The order.")]


@strawberry.type(description="An opportunity with an account.")
class Deal(Node, JudgedDeal):
    row = (DealRow, BriefDealRow)
    version: int = strawberry.field(description="Raised by every change.")
    created_at: DateTime = strawberry.field(description="When it began.")
    updated_at: DateTime = strawberry.field(description="When it was last changed.")
    name: str = strawberry.field(description="The name.")
    amount: Money | None = strawberry.field(description="What it is worth.")
    status: DealStatus = strawberry.field(description="How it stands.")
    buy_class: BuyClass | None = strawberry.field(description="How new the purchase is for the customer.")
    source: str | None = strawberry.field(description="What set it off.")
    tags: list[str] = strawberry.field(description="Our own labels.")
    competitors: list[str] = strawberry.field(description="Who else is in it.")
    lost_to: str | None = strawberry.field(description="To whom it was lost.")
    close_reason: str | None = strawberry.field(description="Why it closed so.")
    expected_close_on: Date | None = strawberry.field(description="The day on which it is expected to close.")
    deliver_on: Date | None = strawberry.field(description="The day we promised to deliver or start.")
    closed_at: DateTime | None = strawberry.field(description="When it was closed.")
    phase_entered_at: DateTime | None = strawberry.field(description="When it came into its phase.")
    last_interaction_at: DateTime | None = strawberry.field(description="When we last had contact about it.")

    @strawberry.field(description="The company that buys.")
    async def account(root: Parent, info: Info) -> AnyAccount:
        if isinstance(root, OpenedDealRow):
            return root.account  # type: ignore[return-value]
        return await load(info, account.by_ids, account.brief_by_ids, root.account_id)  # type: ignore[misc]

    @strawberry.field(description="Who of us owns it.")
    async def owner(root: Parent, info: Info) -> TeamMember | None:
        if isinstance(root, OpenedDealRow):
            return root.owner  # type: ignore[return-value]
        found = load(info, team.by_ids, team.brief_by_ids, root.owner_id)
        return None if found is None else await found

    @strawberry.field(description="What it sells, by name.")
    @by_id
    async def products(root: Parent, info: Info) -> list[Annotated["Product", strawberry.lazy("schema.product")]]:
        return (await info.context.children(product.of_deals, root.id)).items

    @strawberry.field(description="What it is called in other systems.")
    @by_id
    async def external_refs(root: Parent, info: Info) -> list[ExternalRef]:
        return (await info.context.children(ref.of_nodes, root.id)).items

    @strawberry.field(description="How the customer buys.")
    async def buying_process(root: Parent, info: Info) -> BuyingProcess:
        return (await catalogue(info)).buying[root.buying_process]  # type: ignore[return-value]

    @strawberry.field(description="The phase that the customer is in.")
    async def phase(root: Parent, info: Info) -> Phase | None:
        return (await catalogue(info)).phase(root.buying_process, root.phase_key)  # type: ignore[return-value]

    @strawberry.field(description="How we sell.")
    async def sales_process(root: Parent, info: Info) -> SalesProcess | None:
        return (await catalogue(info)).sales.get(root.sales_process or "")  # type: ignore[return-value]

    @strawberry.field(description="The stage that our selling is in.")
    async def stage(root: Parent, info: Info) -> Stage | None:
        return (await catalogue(info)).stage(root.sales_process, root.stage_key)  # type: ignore[return-value]

    @strawberry.field(description="Its stays in phases, oldest first.")
    @by_id
    async def phase_history(root: Parent, info: Info) -> list[PhaseVisit]:
        return (await info.context.children(visit.phases_of_deals, root.id)).items

    @strawberry.field(description="Its stays in stages, oldest first.")
    @by_id
    async def stage_history(root: Parent, info: Info) -> list[StageVisit]:
        return (await info.context.children(visit.stages_of_deals, root.id)).items

    @strawberry.field(description="Whether our selling is in step with the customer's buying.")
    async def alignment(root: Parent, info: Info) -> Alignment:
        return await alignment_of(info, root)

    @strawberry.field(description="Who decides: its members, now or at a moment; before the deal was there nobody.")
    @by_id
    def committee(root: Parent, info: Info, as_of: AsOf = None) -> Committee:
        return CommitteeOf(dated(root.id, moment_at(info, as_of)))  # type: ignore[return-value]

    @strawberry.field(description="What its members need, former members too, in the order it was entered.")
    async def needs(
        root: Parent,
        info: Info,
        statuses: Annotated[list[NeedStatus] | None, strawberry.argument(description="Only those that stand so.")] = None,
    ) -> list[Need]:
        found = (await info.context.children(need.of_deals, root.id)).items
        return [one for one in found if statuses is None or one.need_status in statuses]

    @strawberry.field(description="What its members objected, former members too, in the order it was entered.")
    async def objections(
        root: Parent,
        info: Info,
        statuses: Annotated[list[ObjectionStatus] | None, strawberry.argument(description="Only those that stand so.")] = None,
    ) -> list[Objection]:
        found = (await info.context.children(objection.of_deals, root.id)).items
        return [one for one in found if statuses is None or one.objection_status in statuses]

    @strawberry.field(description="What happened between us and the customer about it, newest first.")
    async def interactions(root: Parent, info: Info, first: First = None, after: After = None) -> Connection[Interaction]:
        return await interactions_of(info, interaction.of_deals, interaction.count_of_deals, root.id, first, after)

    @strawberry.field(description="How the purchase was judged, newest first.")
    async def evaluations(root: Parent, info: Info) -> list[PurchaseEvaluation]:
        return (await info.context.children(evaluation.of_deals, root.id)).items

    @strawberry.field(description="The deal that it continues.")
    async def continues(root: Parent, info: Info) -> AnyDeal | None:
        found = load(info, deal.by_ids, deal.brief_by_ids, root.continues_id)
        return None if found is None else await found

    @strawberry.field(description="The deals that continue it, oldest first.")
    @by_id
    async def continued_by(root: Parent, info: Info) -> list[AnyDeal]:
        return (await info.context.children(deal.continued_by, root.id)).items

    @strawberry.field(description="What was changed about it, newest first.")
    @by_id
    async def timeline(
        root: Parent, info: Info, first: First = None, after: After = None
    ) -> Connection[Annotated["Change", strawberry.lazy("schema.change")]]:
        return await changes_of(info, change.of_deals, change.count_of_deals, root.id, first, after)


KINDS["Deal"] = deal.by_ids


DealResult = Annotated[
    Deal | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("DealResult", description="The deal, or why not.")
]
Texts = strawberry.Maybe[list[str] | None]
Day = strawberry.Maybe[Date | None]
Refs = strawberry.Maybe[list[ExternalRefInput] | None]


@strawberry.input(description="A new deal.")
class CreateDealInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    account_id: strawberry.ID = strawberry.field(description="The account.")
    name: str = strawberry.field(description="The name.")
    amount: strawberry.Maybe[MoneyInput | None] = strawberry.field(description="What it is worth.")
    buy_class: strawberry.Maybe[BuyClass | None] = strawberry.field(description="How new the purchase is for the customer.")
    source: Text = strawberry.field(description="What set it off.")
    products: Texts = strawberry.field(description="Keys of what it sells.")
    tags: Texts = strawberry.field(description="Our own labels, up to 50.")
    competitors: Texts = strawberry.field(description="Who else is in it, up to 50.")
    expected_close_on: Day = strawberry.field(description="The day on which it is expected to close.")
    deliver_on: Day = strawberry.field(description="The day we promised to deliver or start.")
    owner_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="Who of us owns it.")
    buying_process: Text = strawberry.field(description="The key of how the customer buys; absent: the workspace's default.")
    sales_process: Text = strawberry.field(description="The key of how we sell; absent: the workspace's default, null: none.")
    phase: Text = strawberry.field(description="The key of the phase in which it begins; absent: the first.")
    stage: Text = strawberry.field(description="The key of the stage in which it begins; absent: the first.")
    continues_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The deal that it continues.")
    with_usual_roles: bool | None = strawberry.field(
        default=False, description="Whether those whose post at the account has usual roles become members who play them, as assumed."
    )
    external_refs: Refs = strawberry.field(description="What it is called in other systems.")
    created_at: strawberry.Maybe[DateTime | None] = strawberry.field(description="When it began; absent: now.")


@strawberry.input(description="A change of a deal; what is absent stays, null clears.")
class UpdateDealInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The deal.")
    expected_version: Whole = strawberry.field(description="The version that the change is based on.")
    name: Text = strawberry.field(description="The name.")
    amount: strawberry.Maybe[MoneyInput | None] = strawberry.field(description="What it is worth.")
    buy_class: strawberry.Maybe[BuyClass | None] = strawberry.field(description="How new the purchase is for the customer.")
    source: Text = strawberry.field(description="What set it off.")
    products: Texts = strawberry.field(description="Keys of what it sells: exactly these.")
    tags: Texts = strawberry.field(description="Our own labels, up to 50.")
    competitors: Texts = strawberry.field(description="Who else is in it, up to 50.")
    expected_close_on: Day = strawberry.field(description="The day on which it is expected to close.")
    deliver_on: Day = strawberry.field(description="The day we promised to deliver or start.")
    owner_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="Who of us owns it.")
    close_reason: Text = strawberry.field(description="Why it closed so; only of a closed deal.")
    lost_to: Text = strawberry.field(description="To whom it was lost; only of a lost deal.")
    external_refs: Refs = strawberry.field(description="What it is called in the systems named here; null or an empty list clears all.")


@strawberry.input(description="Which committee is copied to which deal.")
class CopyCommitteeInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    to_deal_id: strawberry.ID = strawberry.field(description="The deal that gets the members.")
    expected_version: Whole = strawberry.field(description="That deal's version that the change is based on.")
    from_deal_id: strawberry.ID = strawberry.field(description="The deal whose members are copied.")
    with_assessments: bool | None = strawberry.field(
        default=False, description="Whether the latest judgements come along, with their dates."
    )


@strawberry.type
class DealQueries:
    @strawberry.field(description="The deal with this id, or null.")
    @known_by(lambda given: local_id(given["id"], "Deal"))
    async def deal(self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The deal's id.")]) -> Deal | None:
        found = load(info, deal.by_ids, deal.brief_by_ids, local_id(id, "Deal"))
        return None if found is None else await found

    @strawberry.field(description="All deals, in the order they were entered where no other is asked for.")
    async def deals(
        self,
        info: Info,
        where: DEALS = None,
        order_by: OrderBy = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Deal]:
        graph = info.context.caller.graph
        asked = window("Deal", first, after, last, before, order_by, filtered=await filtered(info, where))
        return connected(asked, await deal.page(graph, page=asked.page), lambda: deal.count(graph, where=asked.where))


NAMED = {"id": "Deal", "account_id": "Account", "owner_id": "TeamMember", "continues_id": "Deal"}


@strawberry.type
class DealMutations:
    @strawberry.mutation(description="Enters a deal.")
    async def create_deal(self, info: Info, input: Annotated[CreateDealInput, INPUT]) -> DealResult:
        return await answered(info, await deals.create(info.context.caller, given(input, **NAMED)))

    @strawberry.mutation(description="Changes what is named of a deal.")
    async def update_deal(self, info: Info, input: Annotated[UpdateDealInput, INPUT]) -> DealResult:
        return await answered(info, await deals.update(info.context.caller, given(input, **NAMED)))

    @strawberry.mutation(description="Puts who sits on one deal's committee on another's; who is there already is left alone.")
    async def copy_committee(self, info: Info, input: Annotated[CopyCommitteeInput, INPUT]) -> DealResult:
        return await answered(info, await committees.copy(info.context.caller, given(input, to_deal_id="Deal", from_deal_id="Deal")))

    @strawberry.mutation(description="Notes how somebody judges a purchase.")
    async def evaluate_purchase(self, info: Info, input: Annotated[EvaluatePurchaseInput, INPUT]) -> DealResult:
        named = given(input, deal_id="Deal", member_id="Member")
        return await answered(info, await evaluations.evaluate(info.context.caller, named))
