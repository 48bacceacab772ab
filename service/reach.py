"""What the network says of people and groups: routes to them, and what is lost when they leave. For many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from cypher import network
from cypher.graph import Graph
from cypher.network import AroundRow, ColleaguesRow, CommitteeNetworkRow, LeavingRow
from cypher.words import Day, RelationshipKind, Stance
from service.apart import calculated
from service.network.departure import DECIDING, Departure, Player, departure
from service.network.graph import Cover, Network, Tie, Walkable, walkable
from service.network.influence import Coalition, PersonRank, Seat, coalitions, ranks
from service.network.routes import RouteReport, routes
from service.workspace_settings import in_force

T = TypeVar("T")
MOST_PEOPLE, MOST_STEPS = 6_000, 150_000
"""The most that is read of a network; what is cut is said."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What was calculated for one of many ids."""

    of: str
    told: T


async def reports(graph: Graph, *, ids: list[str], max_hops: int, limit: int, day: Day | None) -> list[Found[RouteReport]]:
    """Routes to each of these people and groups."""
    around = await network.around(graph, ids=ids, accounts=[], day=day, most=MOST_PEOPLE, steps=MOST_STEPS)
    return await calculated(size_of(around), _reports, around, max_hops, limit)


def size_of(around: AroundRow) -> int:
    return len(around.people) + len(around.ties)


def network_of(around: AroundRow) -> Network:
    """The network that was read."""
    return Network.of(around.people, (Tie(*tie) for tie in around.ties), (Cover(*cover) for cover in around.covers))


def ways_of(around: AroundRow) -> Walkable:
    """The same as routes walk it."""
    return walkable(network_of(around), in_force(around.settings)["assumed_strength"])


def _reports(around: AroundRow, max_hops: int, limit: int) -> list[Found[RouteReport]]:
    ways = ways_of(around)
    return [Found(one.of, _cut(routes(ways, one.people, max_hops, limit), around)) for one in around.targets]


def _cut(report: RouteReport, around: AroundRow) -> RouteReport:
    return replace(report, truncated=True) if around.truncated else report


@dataclass(frozen=True, slots=True)
class Leaving:
    """A departure with the deals that it touches."""

    party: str
    deals: tuple[str, ...]
    cost: Departure
    truncated: bool


async def departures(graph: Graph, *, ids: list[str], day: Day | None) -> list[Found[Leaving]]:
    """What is lost when each of these parties leaves; of a member's id, what its own deal loses."""
    leaving = await network.leaving(graph, ids=ids, day=day)
    deciding = {player.party for one in leaving for player in one.players if DECIDING.intersection(player.roles)}
    accounts = {account for one in leaving for account in one.accounts}
    around = await network.around(graph, ids=sorted(deciding), accounts=sorted(accounts), day=day, most=MOST_PEOPLE, steps=MOST_STEPS)
    return await calculated(size_of(around), _departures, around, leaving)


def _departures(around: AroundRow, leaving: Sequence[LeavingRow]) -> list[Found[Leaving]]:
    whole, assumed = network_of(around), in_force(around.settings)["assumed_strength"]
    circles = {one.of: frozenset(one.people) for one in around.circles}
    return [_departure(one, whole, circles, assumed, truncated=around.truncated) for one in leaving]


def _departure(one: LeavingRow, whole: Network, circles: dict[str, frozenset[str]], assumed: int, *, truncated: bool) -> Found[Leaving]:
    players = [Player(row.deal_id, row.party, frozenset(row.people), frozenset(row.roles)) for row in one.players]
    circle = frozenset[str]().union(*(circles.get(account, frozenset()) for account in one.accounts))
    cut = len(circle) >= MOST_PEOPLE
    known = frozenset[str]() if cut else circle
    cost = departure(whole, known, players, one.party, frozenset(one.people), assumed)
    return Found(one.of, Leaving(one.party, tuple(one.deals), cost, truncated or cut))


@dataclass(frozen=True, slots=True)
class Ranked:
    """A member's place by influence: that of its highest person."""

    member: str
    rank: int
    score: float
    betweenness: float
    in_degree: int
    out_degree: int


def member_ranks(row: CommitteeNetworkRow, *, reporting: bool) -> list[Ranked]:
    """The members of a committee by influence, then by id; a group in which nobody is has no place."""
    people = {person for seat in row.seats for person in seat.people}
    places = {one.id: one for one in ranks(Network.of(people, (Tie(*tie) for tie in row.ties)), reporting=reporting)}
    found = []
    for seat in row.seats:
        highest = min((places[person] for person in seat.people), key=lambda one: (one.rank, one.id), default=None)
        if highest:
            found.append(Ranked(seat.member, highest.rank, highest.score, highest.betweenness, highest.in_degree, highest.out_degree))
    return sorted(found, key=lambda one: (one.rank, one.member))


@dataclass(frozen=True, slots=True)
class Ranking:
    """The people of an account by influence."""

    people: tuple[PersonRank, ...]
    truncated: bool


async def person_ranks(
    graph: Graph, *, ids: list[str], kinds: tuple[RelationshipKind, ...], reporting: bool, with_betweenness: bool
) -> list[Found[Ranking]]:
    """The people of each of these accounts by influence."""
    read = list(dict.fromkeys((*kinds, RelationshipKind.REPORTS_TO) if reporting else kinds))
    rows = await network.colleagues(graph, ids=ids, kinds=read, most=MOST_PEOPLE, steps=MOST_STEPS)
    size = sum(len(row.people) + len(row.ties) for row in rows)
    return await calculated(size, _person_ranks, rows, kinds, reporting, with_betweenness)


def _person_ranks(
    rows: list[ColleaguesRow], kinds: tuple[RelationshipKind, ...], reporting: bool, with_betweenness: bool
) -> list[Found[Ranking]]:
    networks = [Network.of(row.people, (Tie(*tie) for tie in row.ties)) for row in rows]
    told = [ranks(one, kinds, reporting=reporting, with_betweenness=with_betweenness) for one in networks]
    return [Found(row.of, Ranking(one, row.truncated)) for row, one in zip(rows, told, strict=True)]


STANCES = {Stance.CHAMPION: 2, Stance.SUPPORTER: 1, Stance.NEUTRAL: 0, Stance.SCEPTIC: -1, Stance.BLOCKER: -2}


def coalitions_of(row: CommitteeNetworkRow, stances: Mapping[str, Stance | None]) -> tuple[Coalition, ...]:
    """The coalitions of a committee whose members stand so."""
    seats = [Seat(seat.member, frozenset(seat.people), _number(stances.get(seat.member))) for seat in row.seats]
    return coalitions(Network.of({one for seat in seats for one in seat.people}, (Tie(*tie) for tie in row.ties)), seats)


def _number(stance: Stance | None) -> int | None:
    return None if stance is None else STANCES[stance]
