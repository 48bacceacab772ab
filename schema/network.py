"""Routes to people, what a departure costs, ranks, coalitions, introductions: what the network tells. Maps are in `map`."""

from collections.abc import Awaitable
from functools import partial
from typing import Any

import strawberry

from cypher import deal, person, team
from cypher.compose.page import Order
from cypher.rows import MoneyRow
from cypher.words import TieKind as StoredTieKind
from schema.connection import Connection, Edge, connected, window
from schema.context import Info
from schema.deal import Deal
from schema.enums import RelationshipKind, Role, Severity, TieKind
from schema.judgement import tongue
from schema.member import Member
from schema.money import Money
from schema.node import Node, load_node
from schema.party import Party
from schema.person import Person
from schema.process import Locale
from schema.reach import MOST_HOPS, AboutParty, ToMeet
from schema.selection import asked, load
from schema.team import TeamMember
from service import reach
from service.network.departure import Departure
from service.network.influence import PersonRank
from service.network.routes import Hop as FoundHop
from service.network.routes import Route as FoundRoute
from service.network.routes import RouteReport as FoundReport


def person_of(info: Info, id_: str) -> Awaitable[Any]:
    """A person's row, brief where that is enough."""
    return load(info, person.by_ids, person.brief_by_ids, id_)  # type: ignore[return-value]


@strawberry.type(description="One tie of a route, as it is walked.")
class Hop:
    @strawberry.field(name="from", description="From whom: a team member on the first, else a person.")
    async def from_(root: strawberry.Parent[FoundHop], info: Info) -> Node:
        if root.kind == StoredTieKind.COVERS:
            return await load(info, team.by_ids, team.brief_by_ids, root.from_id)  # type: ignore[misc]
        return await person_of(info, root.from_id)

    @strawberry.field(description="To whom.")
    async def to(root: strawberry.Parent[FoundHop], info: Info) -> Person:
        return await person_of(info, root.to_id)

    kind: TieKind = strawberry.field(description="The strongest tie between the two that can be walked this way.")
    strength: int = strawberry.field(description="Its strength from 1 to 5; where nobody said, the one that is assumed.")
    reversed: bool = strawberry.field(description="Whether it is walked against its direction.")


@strawberry.type(description="A way from one of us to a person, each knowing the next.")
class Route:
    @strawberry.field(name="from", description="Who of us it begins with.")
    async def from_(root: strawberry.Parent[FoundRoute], info: Info) -> TeamMember:
        return await load(info, team.by_ids, team.brief_by_ids, root.team_member_id)  # type: ignore[misc]

    hops: list[Hop] = strawberry.field(description="Its ties, ours first.")
    product: float = strawberry.field(description="The product of strength ÷ 5 of its ties: 0 to 1.")
    weakest: Hop = strawberry.field(description="The weakest of its ties, the first of several.")
    passes_gatekeeper: bool = strawberry.field(description="Whether somebody on it controls access to the target.")


@strawberry.type(description="How we get to a person or a group.")
class RouteReport:
    @strawberry.field(description="To whom.")
    async def target(root: strawberry.Parent[AboutParty], info: Info) -> Party:
        return await root.load(info)

    @strawberry.field(description="The best routes: by product, then fewer ties.")
    def routes(root: strawberry.Parent[AboutParty]) -> list[Route]:
        return _report(root).routes  # type: ignore[return-value]

    @strawberry.field(description="How many routes share neither a person nor one of us: 0 no access, 1 fragile, more sound.")
    def disjoint_routes(root: strawberry.Parent[AboutParty]) -> int:
        return _report(root).disjoint_routes

    @strawberry.field(description="The share of these routes that pass a gatekeeper, 0 to 1; null without a route.")
    def gatekeeper_dependence(root: strawberry.Parent[AboutParty]) -> float | None:
        return _report(root).gatekeeper_dependence

    @strawberry.field(description="The best of all routes that passes no gatekeeper.")
    def best_without_gatekeeper(root: strawberry.Parent[AboutParty]) -> Route | None:
        return _report(root).best_without_gatekeeper  # type: ignore[return-value]

    @strawberry.field(description="Whether there are more people, ties or routes around than were looked at.")
    def truncated(root: strawberry.Parent[AboutParty]) -> bool:
        return _report(root).truncated


def _report(root: AboutParty) -> FoundReport:
    return root.told


@strawberry.type(description="A role that nobody would play any more.")
class EmptiedRole:
    @strawberry.field(description="The deal.")
    async def deal(root: strawberry.Parent[tuple[str, str]], info: Info) -> Deal:
        return await load(info, deal.by_ids, deal.brief_by_ids, root[0])  # type: ignore[misc]

    @strawberry.field(description="The role.")
    def role(root: strawberry.Parent[tuple[str, str]]) -> Role:
        return root[1]  # type: ignore[return-value]


@strawberry.type(description="What is lost when a person or a group leaves.")
class DepartureImpact:
    @strawberry.field(description="Who leaves.")
    async def party(root: strawberry.Parent[AboutParty], info: Info) -> Party:
        return await root.load(info)

    @strawberry.field(description="The roles on these deals that nobody else plays.")
    def roles_left_empty(root: strawberry.Parent[AboutParty]) -> list[EmptiedRole]:
        return _cost(root).emptied  # type: ignore[return-value]

    @strawberry.field(description="The deciders and approvers whom no route would lead to any more.")
    async def unreachable(root: strawberry.Parent[AboutParty], info: Info) -> list[Person]:
        return [await one for one in [person_of(info, id_) for id_ in _cost(root).unreachable]]

    @strawberry.field(description="How many disjoint routes to the other deciders and approvers would be lost.")
    def routes_lost(root: strawberry.Parent[AboutParty]) -> int:
        return _cost(root).routes_lost

    @strawberry.field(description="By how much people would be further apart, -1 to 1; null where there are fewer than two, or too many.")
    def fragmentation(root: strawberry.Parent[AboutParty]) -> float | None:
        return _cost(root).fragmentation

    @strawberry.field(description="The open deals where they sit; of a member its own deal.")
    async def deals(root: strawberry.Parent[AboutParty], info: Info) -> list[Deal]:
        loads = [load(info, deal.by_ids, deal.brief_by_ids, id_) for id_ in root.told.deals]
        return [await one for one in loads if one is not None]

    @strawberry.field(description="What those deals are worth, by currency.")
    async def amount(root: strawberry.Parent[AboutParty], info: Info) -> list[Money]:
        loads = [info.context.load(deal.by_ids, id_) for id_ in root.told.deals]
        amounts = [(await one).amount for one in loads if one is not None]
        sums: dict[str, int] = {}
        for one in amounts:
            if one is not None:
                sums[one.currency] = sums.get(one.currency, 0) + one.amount
        return [MoneyRow(amount=sums[currency], currency=currency) for currency in sorted(sums)]  # type: ignore[misc]

    @strawberry.field(description="Whether there are more people or ties around than were looked at.")
    def truncated(root: strawberry.Parent[AboutParty]) -> bool:
        return root.told.truncated

    @strawberry.field(description="HIGH where a role is emptied or somebody becomes unreachable, MEDIUM where routes are lost, else LOW.")
    def severity(root: strawberry.Parent[AboutParty]) -> Severity:
        return _cost(root).severity


def _cost(root: AboutParty) -> Departure:
    return root.told.cost


@strawberry.type(description="A member's place by influence in its committee; a group's is that of its highest person.")
class MemberRank:
    @strawberry.field(description="The member.")
    async def member(root: strawberry.Parent[reach.Ranked], info: Info) -> Member:
        return await load_node(info, "Member", root.member)  # type: ignore[misc]

    rank: int = strawberry.field(description="1, 2, 2, 4: by score to nine decimals.")
    score: float = strawberry.field(description="PageRank, from 0 to 1; it sums to 1 over the committee's people.")
    betweenness: float = strawberry.field(description="The share of shortest ways between others that lead through, 0 to 1.")
    in_degree: int = strawberry.field(description="How many influence this one.")
    out_degree: int = strawberry.field(description="How many this one influences.")


@strawberry.type(description="Members who sway each other and stand on one side.")
class Coalition:
    stance: float | None = strawberry.field(description="Their mean stance, -2 to 2.")

    @strawberry.field(description="Who they are.")
    async def members(root: strawberry.Parent[Any], info: Info) -> list[Member]:
        return await _members(info, root.members)

    @strawberry.field(description="Members outside who are tied to one of them and to one of another coalition.")
    async def bridges(root: strawberry.Parent[Any], info: Info) -> list[Member]:
        return await _members(info, root.bridges)


async def _members(info: Info, ids: tuple[str, ...]) -> Any:
    loads = [load_node(info, "Member", id_) for id_ in ids]
    return [await one for one in loads if one is not None]


@strawberry.type(description="A person of an account, with the place by influence.")
class PersonRankEdge(Edge[Person]):
    rank: int = strawberry.field(description="1, 2, 2, 4: by score to nine decimals.")
    score: float = strawberry.field(description="PageRank, from 0 to 1; it sums to 1 over the account's people.")
    betweenness: float = strawberry.field(description="The share of shortest ways between others that lead through, 0 to 1.")
    in_degree: int = strawberry.field(description="How many influence this one.")
    out_degree: int = strawberry.field(description="How many this one influences.")


@strawberry.type(description="A page of the people of an account, the most influential first.")
class PersonRankConnection(Connection[Person]):
    truncated: bool = strawberry.field(description="Whether the account has more people, or more ties, than were looked at.", default=False)

    @strawberry.field(description="The people with their cursors and places.")
    async def edges(self, info: Info) -> list[PersonRankEdge]:
        return [await self._edge(one, load_) for one, load_ in [(one, self._load(info, one)) for one in self.rows]]

    @strawberry.field(description="The people without their places.")
    async def nodes(self, info: Info) -> list[Person]:
        return [await one for one in [person_of(info, one.id) for one in self.rows]]

    @staticmethod
    def _load(info: Info, rank: PersonRank) -> Awaitable[Any]:
        names = asked(info, "node")
        return info.context.load(person.brief_by_ids if names <= _BRIEF_PERSON else person.by_ids, rank.id)  # type: ignore[return-value]

    async def _edge(self, rank: PersonRank, row: Awaitable[Any]) -> PersonRankEdge:
        return PersonRankEdge(
            cursor=self.cursor(rank),
            node=await row,
            rank=rank.rank,
            score=rank.score,
            betweenness=rank.betweenness,
            in_degree=rank.in_degree,
            out_degree=rank.out_degree,
        )


_BRIEF_PERSON = frozenset({"__typename", "id", "name", "title", "department", "seniority", "employer"})
BY_RANK = (Order("rank"),)


async def ranks_of(
    info: Info, account_id: str, kinds: list[RelationshipKind] | None, reporting: bool, first: int | None, after: str | None
) -> PersonRankConnection:
    """A page of an account's people by influence."""
    page = window("PersonRank", first, after, orders=BY_RANK)
    wanted: Any = ("INFLUENCES",) if kinds is None else tuple(dict.fromkeys(kinds))
    between = "betweenness" in asked(info, "edges")
    found = await info.context.children(reach.person_ranks, account_id, kinds=wanted, reporting=reporting, with_betweenness=between)
    beyond = page.page.after
    rest = [one for one in found.told.people if beyond is None or (one.rank, one.id) > tuple(beyond)]

    async def count() -> int:
        return min(len(found.told.people), 10_000)

    kind = partial(PersonRankConnection, truncated=found.told.truncated)
    return connected(page, rest[: page.size + 1], count, kind)


@strawberry.type(description="A person whom none of us knows, and what knowing them would bring.")
class Introduction:
    @strawberry.field(description="Whom to meet.")
    async def person(root: strawberry.Parent[ToMeet], info: Info) -> Person:
        return await person_of(info, root.it.person_id)

    @strawberry.field(description="How much better the best routes to deciders and approvers become, and the weight of untouched roles.")
    def gain(root: strawberry.Parent[ToMeet]) -> float:
        return root.it.gain

    @strawberry.field(description="Why, in a sentence.")
    def reason(root: strawberry.Parent[ToMeet], info: Info, locale: Locale = None) -> str:
        return root.it.reason(tongue(info, locale))

    @strawberry.field(description="The best route to them: who can introduce us.")
    async def via(root: strawberry.Parent[ToMeet], info: Info) -> Route | None:
        found = await info.context.children(reach.reports, root.it.person_id, max_hops=MOST_HOPS, limit=1, day=root.day)
        return next(iter(found.told.routes), None)
