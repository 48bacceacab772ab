"""Accounts: the companies that buy."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from cypher import account, change, deal, group, interaction, ref
from cypher.account import AccountRow, BriefAccountRow
from cypher.words import SortDirection as Direction
from schema.connection import After, Before, Connection, First, Last, connected, page_below, window
from schema.context import Info
from schema.customer import Limit, ProductSuggestion, customer_since, lifecycle_of, satisfaction_of, suggestions_of
from schema.enums import AccountSort, Lifecycle, RelationshipKind, SortDirection
from schema.filters import ACCOUNTS, DEALS, PEOPLE, filtered
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.interaction import Interaction, interactions_of
from schema.judgement import JudgedAccount
from schema.moments import AsOf
from schema.money import ExternalRef, ExternalRefInput, Money, MoneyInput
from schema.network import PersonRankConnection, ranks_of
from schema.node import KINDS, Node, local_id
from schema.person import BY_NAME, AccountPeopleConnection, PersonOrder, colleagues
from schema.picture import Kinds, MapLimit, account_map, chart_wanted, map_wanted
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.scalars import Date, DateTime
from schema.selection import load
from schema.team import TeamMember
from schema.timeline import timeline as changes_of
from service import accounts as use_cases
from service.execution import by_id, known_by

if TYPE_CHECKING:
    from schema.change import Change
    from schema.deal import Deal, DealOrder
    from schema.group import Group
    from schema.map import RelationshipMap

INFLUENCE = [RelationshipKind.INFLUENCES]


@strawberry.type(description="Who of us looks after an account, and as what.")
class AccountTeamMember:
    member: TeamMember = strawberry.field(description="The team member.")
    function: str = strawberry.field(description="As what, such as key-account manager.")


@strawberry.input(description="An order of accounts; several are applied one after the other, then the id.")
class AccountOrder:
    by: AccountSort = strawberry.field(description="What is compared.")
    direction: SortDirection | None = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.type(description="A company that buys.")
class Account(Node, JudgedAccount):
    row = (AccountRow, BriefAccountRow)
    version: int = strawberry.field(description="Raised by every change.")
    created_at: DateTime = strawberry.field(description="When it was entered.")
    updated_at: DateTime = strawberry.field(description="When it was last changed.")
    name: str = strawberry.field(description="The name.")
    domain: str | None = strawberry.field(description="The internet domain, such as example.com.")
    industry: str | None = strawberry.field(description="The branch it works in.")
    country: str | None = strawberry.field(description="The country it sits in.")
    employees: int | None = strawberry.field(description="How many work there.")
    annual_revenue: Money | None = strawberry.field(description="The yearly revenue.")
    tier: str | None = strawberry.field(description="How we rank it, in our own words.")
    tags: list[str] = strawberry.field(description="Our own labels.")

    @strawberry.field(description="What it is called in other systems.")
    @by_id
    async def external_refs(root: strawberry.Parent[AccountRow], info: Info) -> list[ExternalRef]:
        return (await info.context.children(ref.of_nodes, root.id)).items

    @strawberry.field(description="Whether it is a prospect, a customer, or a former one.")
    async def lifecycle(root: strawberry.Parent[BriefAccountRow], info: Info) -> Lifecycle:
        return await lifecycle_of(info, root.id)

    @strawberry.field(description="The day on which the first deal with it was won; null while none is.")
    async def customer_since(root: strawberry.Parent[BriefAccountRow], info: Info) -> Date | None:
        return await customer_since(info, root.id)

    @strawberry.field(description="The mean of its evaluations of the last 365 days, of each the mean of its marks, 1 to 5.")
    async def satisfaction(root: strawberry.Parent[BriefAccountRow], info: Info) -> float | None:
        return await satisfaction_of(info, root.id)

    @strawberry.field(
        description="What it might buy too: goes with something won there, was never won and is in no open deal there; latest bought first."
    )
    async def suggested_products(root: strawberry.Parent[BriefAccountRow], info: Info, limit: Limit = 5) -> list[ProductSuggestion]:
        return await suggestions_of(info, root.id, limit)

    @strawberry.field(description="When we last had contact: about one of its deals, or with somebody who had a post there on that day.")
    async def last_interaction_at(root: strawberry.Parent[BriefAccountRow], info: Info) -> DateTime | None:
        return (await info.context.children(interaction.last_of_accounts, root.id)).at

    @strawberry.field(description="What happened about its deals, or with somebody who had a post there on that day, newest first.")
    async def interactions(
        root: strawberry.Parent[BriefAccountRow], info: Info, first: First = None, after: After = None
    ) -> Connection[Interaction]:
        return await interactions_of(info, interaction.of_accounts, interaction.count_of_accounts, root.id, first, after)

    @strawberry.field(description="The account that it belongs to.")
    async def parent(
        root: strawberry.Parent[AccountRow],
        info: Info,
    ) -> Annotated["Account", strawberry.lazy("schema.account")] | None:
        found = load(info, account.by_ids, account.brief_by_ids, root.parent_id)
        return None if found is None else await found

    @strawberry.field(description="The accounts that belong to it, in the order they were entered.")
    @by_id
    async def subsidiaries(
        root: strawberry.Parent[AccountRow],
        info: Info,
        first: First = None,
        after: After = None,
    ) -> Connection[Annotated["Account", strawberry.lazy("schema.account")]]:
        asked = window("Account", first, after)
        return await page_below(info, account.subsidiaries, account.count_subsidiaries, root.id, asked)

    @strawberry.field(description="What we try to sell to it, in the order it was entered where no other is asked for.")
    @by_id
    async def deals(
        root: strawberry.Parent[AccountRow],
        info: Info,
        where: DEALS = None,
        order_by: Annotated[
            list[Annotated["DealOrder", strawberry.lazy("schema.deal")]] | None, strawberry.argument(description="The order.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Annotated["Deal", strawberry.lazy("schema.deal")]]:
        asked = window("Deal", first, after, last, before, order_by, filtered=await filtered(info, where))
        return await page_below(info, deal.of_accounts, deal.count_of_accounts, root.id, asked, deal.count_fitting_of_accounts)

    @strawberry.field(description="Who of us looks after it, by name.")
    @by_id
    async def team(root: strawberry.Parent[AccountRow], info: Info) -> list[AccountTeamMember]:
        return (await info.context.children(account.team, root.id)).items

    @strawberry.field(description="What was changed about it and its deals, newest first.")
    @by_id
    async def timeline(
        root: strawberry.Parent[AccountRow], info: Info, first: First = None, after: After = None
    ) -> Connection[Annotated["Change", strawberry.lazy("schema.change")]]:
        return await changes_of(info, change.of_accounts, change.count_of_accounts, root.id, first, after)

    @strawberry.field(description="The people with a post there, each once, by name where no other order is asked for.")
    @by_id
    async def people(
        root: strawberry.Parent[AccountRow],
        info: Info,
        where: PEOPLE = None,
        order_by: Annotated[list[PersonOrder] | None, strawberry.argument(description="The order.")] = None,
        as_of: AsOf = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> AccountPeopleConnection:
        asked = window("Person", first, after, last, before, order_by, orders=BY_NAME, filtered=await filtered(info, where))
        return await colleagues(info, root.id, asked, as_of)

    @strawberry.field(description="The groups inside it, by name.")
    @by_id
    async def groups(
        root: strawberry.Parent[AccountRow], info: Info, first: First = None, after: After = None
    ) -> Connection[Annotated["Group", strawberry.lazy("schema.group")]]:
        asked = window("Group", first, after, orders=BY_NAME)
        return await page_below(info, group.of_accounts, group.count_of_accounts, root.id, asked)

    @strawberry.field(description="Who reports to whom, ready to be drawn.")
    async def org_chart(
        root: strawberry.Parent[AccountRow],
        info: Info,
        root_id: Annotated[
            strawberry.ID | None, strawberry.argument(name="root", description="The person at the top of it; absent: everybody's.")
        ] = None,
        depth: Annotated[int | None, strawberry.argument(description="How many levels below the root; absent: all.")] = None,
        as_of: AsOf = None,
        limit: MapLimit = 500,
    ) -> Annotated["RelationshipMap", strawberry.lazy("schema.map")]:
        return await account_map(info, root.id, chart_wanted(root_id, depth, limit), as_of)  # type: ignore[return-value]

    @strawberry.field(description="Its people, and whoever sits on its open deals, with what joins them, ready to be drawn.")
    async def map(
        root: strawberry.Parent[AccountRow],
        info: Info,
        kinds: Kinds = None,
        include_subsidiaries: Annotated[
            bool | None, strawberry.argument(description="Whether people of the accounts below count.")
        ] = False,
        as_of: AsOf = None,
        limit: MapLimit = 200,
    ) -> Annotated["RelationshipMap", strawberry.lazy("schema.map")]:
        return await account_map(info, root.id, map_wanted(kinds, include_subsidiaries, limit), as_of)  # type: ignore[return-value]

    @strawberry.field(description="Its people, the most influential first.")
    async def person_ranks(
        root: strawberry.Parent[AccountRow],
        info: Info,
        kinds: Annotated[
            list[RelationshipKind] | None,
            strawberry.argument(description="The ties that carry influence, from who has it to whom it reaches."),
        ] = INFLUENCE,
        include_reporting: Annotated[bool | None, strawberry.argument(description="Whether every manager influences each report.")] = False,
        first: First = None,
        after: After = None,
    ) -> PersonRankConnection:
        return await ranks_of(info, root.id, kinds, bool(include_reporting), first, after)


KINDS["Account"] = account.by_ids

AccountResult = Annotated[
    Account | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("AccountResult", description="The account, or why not.")
]


@strawberry.input(description="A new account.")
class CreateAccountInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    name: str = strawberry.field(description="The name.")
    domain: Text = strawberry.field(description="The internet domain.")
    industry: Text = strawberry.field(description="The branch it works in.")
    country: Text = strawberry.field(description="The country it sits in.")
    employees: Whole = strawberry.field(description="How many work there.")
    annual_revenue: strawberry.Maybe[MoneyInput | None] = strawberry.field(description="The yearly revenue.")
    tier: Text = strawberry.field(description="How we rank it.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="Our own labels, up to 50.")
    parent_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The account that it belongs to.")
    external_refs: strawberry.Maybe[list[ExternalRefInput] | None] = strawberry.field(description="What it is called in other systems.")


@strawberry.input(description="A change of an account; what is absent stays, null clears.")
class UpdateAccountInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The account.")
    expected_version: Whole = strawberry.field(description="The version that the change is based on.")
    name: Text = strawberry.field(description="The name.")
    domain: Text = strawberry.field(description="The internet domain.")
    industry: Text = strawberry.field(description="The branch it works in.")
    country: Text = strawberry.field(description="The country it sits in.")
    employees: Whole = strawberry.field(description="How many work there.")
    annual_revenue: strawberry.Maybe[MoneyInput | None] = strawberry.field(description="The yearly revenue.")
    tier: Text = strawberry.field(description="How we rank it.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="Our own labels, up to 50.")
    parent_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(description="The account that it belongs to.")
    external_refs: strawberry.Maybe[list[ExternalRefInput] | None] = strawberry.field(
        description="What it is called in the systems named here; null or an empty list clears all."
    )


@strawberry.input(description="A team member's part in an account's team.")
class AccountTeamInput:
    team_member_id: strawberry.ID = strawberry.field(description="The team member.")
    function: str = strawberry.field(description="As what, such as key-account manager.")


@strawberry.input(description="An account's whole team.")
class SetAccountTeamInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    account_id: strawberry.ID = strawberry.field(description="The account.")
    expected_version: Whole = strawberry.field(description="The account's version that the change is based on.")
    members: list[AccountTeamInput] = strawberry.field(description="Everybody who looks after it; whoever is missing no longer does.")


@strawberry.type
class AccountQueries:
    @strawberry.field(description="The account with this id, or null.")
    @known_by(lambda given: local_id(given["id"], "Account"))
    async def account(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The account's id.")]
    ) -> Account | None:
        found = load(info, account.by_ids, account.brief_by_ids, local_id(id, "Account"))
        return None if found is None else await found

    @strawberry.field(description="All accounts, in the order they were entered where no other is asked for.")
    async def accounts(
        self,
        info: Info,
        where: ACCOUNTS = None,
        order_by: Annotated[list[AccountOrder] | None, strawberry.argument(description="The order.")] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Account]:
        graph = info.context.caller.graph
        asked = window("Account", first, after, last, before, order_by, filtered=await filtered(info, where))
        rows = await account.page(graph, page=asked.page)
        return connected(asked, rows, lambda: account.count(graph, where=asked.where))


@strawberry.type
class AccountMutations:
    @strawberry.mutation(description="Enters an account.")
    async def create_account(self, info: Info, input: Annotated[CreateAccountInput, INPUT]) -> AccountResult:
        return await answered(info, await use_cases.create(info.context.caller, given(input, parent_id="Account")))

    @strawberry.mutation(description="Changes what is named of an account.")
    async def update_account(self, info: Info, input: Annotated[UpdateAccountInput, INPUT]) -> AccountResult:
        return await answered(info, await use_cases.update(info.context.caller, given(input, id="Account", parent_id="Account")))

    @strawberry.mutation(description="Says who of us looks after an account.")
    async def set_account_team(self, info: Info, input: Annotated[SetAccountTeamInput, INPUT]) -> AccountResult:
        named = given(input, account_id="Account", team_member_id="TeamMember")
        return await answered(info, await use_cases.set_team(info.context.caller, named))
