"""People and their posts."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import account, acquaintance, group, interaction, network, person, post, ref, tie
from cypher.compose.page import Order
from cypher.person import BriefPersonRow, PersonRow
from cypher.post import PostRow
from schema.connection import After, Before, Connection, Edge, First, Last, Window, connected, page_below, window
from schema.context import Info
from schema.enums import Direction, PersonSort, RelationshipKind, Role, Seniority, SortDirection
from schema.errors import OutOfRange
from schema.filters import PEOPLE, filtered
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.interaction import Habits, Interaction, habits_of, interactions_of
from schema.judgement import JudgedPerson
from schema.moments import AsOf, day_at
from schema.money import ExternalRef, ExternalRefInput
from schema.node import KINDS, Node, local_id
from schema.party import Party
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.reach import Limit, MaxHops, departure_of, routes_to
from schema.scalars import Date, DateTime
from schema.selection import load
from service import employments, people
from service.execution import by_id, known_by

if TYPE_CHECKING:
    from schema.account import Account
    from schema.group import Group
    from schema.network import DepartureImpact, RouteReport
    from schema.relationship import Acquaintance, Relationship

BY_NAME = (Order("nameKey"),)
MOST_LEVELS = 40
Parent = strawberry.Parent[BriefPersonRow]
PostParent = strawberry.Parent[PostRow]


@strawberry.input(description="An order of people; several are applied one after the other, then the id.")
class PersonOrder:
    by: PersonSort = strawberry.field(description="What is compared.")
    direction: SortDirection | None = strawberry.field(default=SortDirection.ASC, description="Which way.")


@strawberry.type(description="A person's post at an account, dated.")
class Employment(Node):
    row = PostRow
    version: int = strawberry.field(description="Raised by every change.")
    title: str | None = strawberry.field(description="The title.")
    department: str | None = strawberry.field(description="The department.")
    seniority: Seniority | None = strawberry.field(description="How high it stands.")
    usual_roles: list[Role] = strawberry.field(description="The roles that such a post usually plays; proposed when a deal opens.")
    since: Date | None = strawberry.field(description="The first day; null where unknown.")
    until: Date | None = strawberry.field(description="The first day on which it no longer holds; null while it does.")
    is_primary: bool = strawberry.field(description="Whether it is the person's main post.")

    @strawberry.field(description="Who holds it.")
    async def person(root: PostParent, info: Info) -> Annotated["Person", strawberry.lazy("schema.person")]:
        return await load(info, person.by_ids, person.brief_by_ids, root.person_id)  # type: ignore[misc]

    @strawberry.field(description="Where it is.")
    async def account(root: PostParent, info: Info) -> Annotated["Account", strawberry.lazy("schema.account")]:
        return await load(info, account.by_ids, account.brief_by_ids, root.account_id)  # type: ignore[misc]


@strawberry.type(description="Somebody who matters to a buying decision, inside or outside the account.")
class Person(Party, Node, JudgedPerson):
    row = (PersonRow, BriefPersonRow)
    version: int = strawberry.field(description="Raised by every change.")
    created_at: DateTime = strawberry.field(description="When they were entered.")
    updated_at: DateTime = strawberry.field(description="When they were last changed.")
    name: str = strawberry.field(description="The name.")
    email: str | None = strawberry.field(description="The e-mail address.")
    phone: str | None = strawberry.field(description="The telephone number.")
    locale: str | None = strawberry.field(description="The language they prefer, such as pl or en-GB.")
    preferences: list[str] = strawberry.field(description="What they like and dislike in dealing with us.")
    notes: str | None = strawberry.field(description="Whatever else we know.")
    tags: list[str] = strawberry.field(description="Our own labels.")
    is_placeholder: bool = strawberry.field(description="Whether only the post is known, not yet who holds it.")
    is_erased: bool = strawberry.field(description="Whether all that identifies the person was removed.")

    @strawberry.field(description="What they are called in other systems.")
    @by_id
    async def external_refs(root: Parent, info: Info) -> list[ExternalRef]:
        return (await info.context.children(ref.of_nodes, root.id)).items

    @strawberry.field(description="The account of the primary current post.")
    async def employer(root: Parent, info: Info) -> Annotated["Account", strawberry.lazy("schema.account")] | None:
        found = load(info, account.by_ids, account.brief_by_ids, root.employer_id)
        return None if found is None else await found

    title: str | None = strawberry.field(description="The title of the primary current post.")
    department: str | None = strawberry.field(description="The department of the primary current post.")
    seniority: Seniority | None = strawberry.field(description="How high the primary current post stands.")

    @strawberry.field(description="The posts that hold, the primary one first.")
    @by_id
    async def employments(root: Parent, info: Info, as_of: AsOf = None) -> list[Employment]:
        return (await info.context.children(post.of_people, root.id, day=day_at(info, as_of))).items

    @strawberry.field(description="The groups they belong to now, by name.")
    @by_id
    async def groups(
        root: Parent, info: Info, first: First = None, after: After = None
    ) -> Connection[Annotated["Group", strawberry.lazy("schema.group")]]:
        asked = window("Group", first, after, orders=BY_NAME)
        return await page_below(info, group.of_people, group.count_of_people, root.id, asked)

    @strawberry.field(description="The ties with other people that hold now, in the order they were entered.")
    @by_id
    async def relationships(
        root: Parent,
        info: Info,
        kinds: Annotated[list[RelationshipKind] | None, strawberry.argument(description="Of these kinds only; absent: of all.")] = None,
        direction: Annotated[Direction | None, strawberry.argument(description="Which end the person stands at.")] = Direction.BOTH,
        first: First = None,
        after: After = None,
    ) -> Connection[Annotated["Relationship", strawberry.lazy("schema.relationship")]]:
        asked = window("Relationship", first, after)
        wanted: Any = {"kinds": tuple(RelationshipKind) if kinds is None else tuple(kinds), "direction": direction or Direction.BOTH}
        return await page_below(info, tie.of_people, tie.count_of_people, root.id, asked, **wanted)

    @strawberry.field(description="How they deal with us, from the interactions of 365 days.")
    async def habits(root: Parent, info: Info) -> Habits:
        return await habits_of(info, root.id)

    @strawberry.field(description="The interactions in which they took part, newest first.")
    async def interactions(root: Parent, info: Info, first: First = None, after: After = None) -> Connection[Interaction]:
        return await interactions_of(info, interaction.of_people, interaction.count_of_people, root.id, first, after)

    @strawberry.field(description="Who of us knows them now, the best acquainted first.")
    @by_id
    async def acquaintances(root: Parent, info: Info) -> list[Annotated["Acquaintance", strawberry.lazy("schema.relationship")]]:
        return (await info.context.children(acquaintance.of_people, root.id)).items

    @strawberry.field(description="The manager; null at the top, and where none is known.")
    async def manager(root: Parent, info: Info) -> Annotated["Person", strawberry.lazy("schema.person")] | None:
        above = (await info.context.children(network.managers, root.id)).people
        return await load(info, person.by_ids, person.brief_by_ids, above[0]) if above else None  # type: ignore[misc]

    @strawberry.field(description="The chain upward, the own manager first.")
    async def managers(root: Parent, info: Info) -> list[Annotated["Person", strawberry.lazy("schema.person")]]:
        return await _people(info, (await info.context.children(network.managers, root.id)).people)

    @strawberry.field(description="Who reports to them now, by name.")
    async def reports(
        root: Parent,
        info: Info,
        depth: Annotated[int | None, strawberry.argument(description="How many levels down, 1 to 40.")] = 1,
        first: First = None,
        after: After = None,
    ) -> Connection[Annotated["Person", strawberry.lazy("schema.person")]]:
        return await _reports(info, root.id, 1 if depth is None else depth, window("Person", first, after, orders=BY_NAME))

    @strawberry.field(description="Who controls access to them now, the strongest first.")
    async def gatekeepers(root: Parent, info: Info) -> list[Annotated["Person", strawberry.lazy("schema.person")]]:
        return await _people(info, (await info.context.children(network.gatekeepers, root.id)).people)

    @strawberry.field(description="How we get to them: the best routes from our team, and how much hangs on few people.")
    async def routes(
        root: Parent, info: Info, max_hops: MaxHops = 4, limit: Limit = 3
    ) -> Annotated["RouteReport", strawberry.lazy("schema.network")]:
        return await routes_to(info, root, max_hops, limit)

    @strawberry.field(description="What is lost on our open deals when they leave.")
    async def departure(root: Parent, info: Info) -> Annotated["DepartureImpact", strawberry.lazy("schema.network")]:
        return await departure_of(info, root.id, root)


async def _people(info: Info, ids: list[str]) -> Any:
    loads = [load(info, person.by_ids, person.brief_by_ids, id_) for id_ in ids]
    return [await one for one in loads if one is not None]


async def _reports(info: Info, of: str, depth: int, asked: Window) -> Any:
    if not 1 <= depth <= MOST_LEVELS:
        raise OutOfRange(f"`depth` is from 1 to {MOST_LEVELS}.")
    if depth > 1:
        return await page_below(info, network.reports, network.count_of_reports, of, asked, depth=depth)
    found = await info.context.children(network.direct_reports, of, page=asked.page)

    async def count() -> int:
        return (await info.context.children(network.count_of_reports, of, depth=1)).count

    return connected(asked, found.items, count)


KINDS["Person"] = person.by_ids
KINDS["Employment"] = post.by_ids


@strawberry.type(description="A person of an account, with the posts there.")
class AccountPeopleEdge(Edge[Person]):
    employments: list[Employment] = strawberry.field(description="The posts at this account, the primary one first.")


@strawberry.type(description="A page of the people of an account, each once.")
class AccountPeopleConnection(Connection[Person]):
    posts: strawberry.Private[dict[str, list[PostRow]]]

    @strawberry.field(description="The people with their cursors and their posts there.")
    def edges(self) -> list[AccountPeopleEdge]:
        return [AccountPeopleEdge(cursor=self.cursor(row), node=row, employments=self.posts[row.id]) for row in self.rows]  # type: ignore[arg-type]


async def colleagues(info: Info, of: str, asked: Any, as_of: Any) -> AccountPeopleConnection:
    """A page of the people with a post at an account."""
    day = day_at(info, as_of)
    items = (await info.context.children(person.of_accounts, of, day=day, page=asked.page)).items

    async def count() -> int:
        return (await info.context.children(person.count_of_accounts, of, day=day, where=asked.where)).count

    posts = {one.person.id: one.posts for one in items}
    kind = partial(AccountPeopleConnection, posts=posts)
    return connected(asked, [one.person for one in items], count, kind)


PersonResult = Annotated[
    Person | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("PersonResult", description="The person, or why not.")
]
EmploymentResult = Annotated[
    Employment | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("EmploymentResult", description="The post, or why not.")
]
BASED_ON = "The version that the change is based on."


@strawberry.input(description="A post at an account.")
class EmploymentInput:
    account_id: strawberry.ID = strawberry.field(description="The account.")
    title: Text = strawberry.field(description="The title.")
    department: Text = strawberry.field(description="The department.")
    seniority: strawberry.Maybe[Seniority | None] = strawberry.field(description="How high it stands.")
    usual_roles: strawberry.Maybe[list[Role] | None] = strawberry.field(description="The roles that such a post usually plays.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="The first day, today at the latest.")
    until: strawberry.Maybe[Date | None] = strawberry.field(description="The first day on which it no longer holds, today at the latest.")
    is_primary: strawberry.Maybe[bool | None] = strawberry.field(
        description="True takes this over from another post; absent: primary where no other one is."
    )


@strawberry.input(description="A new person.")
class CreatePersonInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    name: str = strawberry.field(description="The name; of a placeholder the post, such as the CFO.")
    email: Text = strawberry.field(description="The e-mail address.")
    phone: Text = strawberry.field(description="The telephone number.")
    locale: Text = strawberry.field(description="The language they prefer.")
    preferences: strawberry.Maybe[list[str] | None] = strawberry.field(description="What they like and dislike, up to 50.")
    notes: Text = strawberry.field(description="Whatever else we know.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="Our own labels, up to 50.")
    is_placeholder: bool | None = strawberry.field(default=False, description="Whether only the post is known, not yet who holds it.")
    employment: strawberry.Maybe[EmploymentInput | None] = strawberry.field(description="The first post.")
    external_refs: strawberry.Maybe[list[ExternalRefInput] | None] = strawberry.field(description="What they are called in other systems.")


@strawberry.input(description="A change of a person; what is absent stays, null clears.")
class UpdatePersonInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The person.")
    expected_version: Whole = strawberry.field(description=BASED_ON)
    name: Text = strawberry.field(description="The name.")
    email: Text = strawberry.field(description="The e-mail address.")
    phone: Text = strawberry.field(description="The telephone number.")
    locale: Text = strawberry.field(description="The language they prefer.")
    preferences: strawberry.Maybe[list[str] | None] = strawberry.field(description="What they like and dislike, up to 50.")
    notes: Text = strawberry.field(description="Whatever else we know.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="Our own labels, up to 50.")
    is_placeholder: strawberry.Maybe[bool | None] = strawberry.field(description="False once it is known who holds the post.")
    external_refs: strawberry.Maybe[list[ExternalRefInput] | None] = strawberry.field(
        description="What they are called in the systems named here; null or an empty list clears all."
    )


@strawberry.input(description="One more post of a person.")
class AddEmploymentInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    person_id: strawberry.ID = strawberry.field(description="The person.")
    employment: EmploymentInput = strawberry.field(description="The post.")


@strawberry.input(description="A change of a post; what is absent stays, null clears.")
class UpdateEmploymentInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The post.")
    expected_version: Whole = strawberry.field(description=BASED_ON)
    title: Text = strawberry.field(description="The title.")
    department: Text = strawberry.field(description="The department.")
    seniority: strawberry.Maybe[Seniority | None] = strawberry.field(description="How high it stands.")
    usual_roles: strawberry.Maybe[list[Role] | None] = strawberry.field(description="The roles that such a post usually plays.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="The first day, today at the latest.")
    until: strawberry.Maybe[Date | None] = strawberry.field(
        description="The first day on which it no longer holds; equal to `since` it never held, null lets it hold again."
    )
    is_primary: strawberry.Maybe[bool | None] = strawberry.field(description="True takes this over from the person's other post.")


@strawberry.type
class PersonQueries:
    @strawberry.field(description="The person with this id, or null.")
    @known_by(lambda given: local_id(given["id"], "Person"))
    async def person(self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The person's id.")]) -> Person | None:
        return await load(info, person.by_ids, person.brief_by_ids, local_id(id, "Person"))  # type: ignore[misc]

    @strawberry.field(description="All people, in the order they were entered where no other is asked for.")
    async def people(
        self,
        info: Info,
        where: PEOPLE = None,
        order_by: Annotated[list[PersonOrder] | None, strawberry.argument(description="The order.")] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Person]:
        graph = info.context.caller.graph
        asked = window("Person", first, after, last, before, order_by, filtered=await filtered(info, where))
        rows = await person.page(graph, page=asked.page)
        return connected(asked, rows, lambda: person.count(graph, where=asked.where))


@strawberry.type
class PersonMutations:
    @strawberry.mutation(description="Enters a person.")
    async def create_person(self, info: Info, input: Annotated[CreatePersonInput, INPUT]) -> PersonResult:
        return await answered(info, await people.create(info.context.caller, given(input, account_id="Account")))

    @strawberry.mutation(description="Changes what is named of a person.")
    async def update_person(self, info: Info, input: Annotated[UpdatePersonInput, INPUT]) -> PersonResult:
        return await answered(info, await people.update(info.context.caller, given(input, id="Person")))

    @strawberry.mutation(description="Gives a person one more post.")
    async def add_employment(self, info: Info, input: Annotated[AddEmploymentInput, INPUT]) -> EmploymentResult:
        named = given(input, person_id="Person", account_id="Account")
        return await answered(info, await employments.add(info.context.caller, named))

    @strawberry.mutation(description="Changes or ends a post.")
    async def update_employment(self, info: Info, input: Annotated[UpdateEmploymentInput, INPUT]) -> EmploymentResult:
        return await answered(info, await employments.update(info.context.caller, given(input, id="Employment")))
