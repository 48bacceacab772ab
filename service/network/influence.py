"""Who sways whom: ranks in the graph of influence, a person's exposure to those against us, and coalitions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx
import rustworkx as rx

from cypher.words import RelationshipKind
from service.network.graph import REPORTING_STRENGTH, STRONGEST, Network

INFLUENCE = (RelationshipKind.INFLUENCES,)
USUAL_STRENGTH = 3
DAMPING, TOLERANCE, MOST_ROUNDS = 0.85, 1e-12, 1000
LEAST_PEOPLE = 3
"""Fewer have nobody in between."""
DECIMALS = 9
STABLE = 12
"""Decimals of betweenness, which several threads add up, now in this order and now in that."""


@dataclass(frozen=True, slots=True)
class PersonRank:
    """A person's place by influence. Scores sum to 1 over the network; betweenness is from 0 to 1."""

    id: str
    rank: int
    score: float
    betweenness: float
    in_degree: int
    out_degree: int


def ranks(
    network: Network, kinds: Collection[RelationshipKind] = INFLUENCE, *, reporting: bool = False, with_betweenness: bool = True
) -> tuple[PersonRank, ...]:
    """Everybody, by influence, then by id. Rank goes to those who influence; with `reporting` a manager influences each report.

    PageRank (Page, Brin, Motwani, Winograd 1999) over the ties turned round, weighted by strength, damping 0.85, uniform teleport, what
    nobody passes on spread uniformly. Betweenness: Brandes 2001, directed, unweighted, ÷ (n−1)(n−2); 0 where it is not asked for.
    Degrees count people in the stored direction. Ranks are 1, 2, 2, 4 by score to nine decimals.
    """
    pairs = _strengths(network, kinds, reporting=reporting)
    number = {person: place for place, person in enumerate(network.people)}
    graph: Any = rx.PyDiGraph(multigraph=False)
    graph.add_nodes_from(network.people)
    graph.add_edges_from([(number[to_id], number[from_id], strength) for (from_id, to_id), strength in pairs.items()])
    scores = rx.pagerank(graph, alpha=DAMPING, weight_fn=float, tol=TOLERANCE, max_iter=MOST_ROUNDS) if number else {}
    counts = with_betweenness and len(number) >= LEAST_PEOPLE
    between = rx.digraph_betweenness_centrality(graph, normalized=True, endpoints=False) if counts else dict.fromkeys(number.values(), 0.0)
    return _ranked(network.people, scores, between, graph)


def _ranked(people: Sequence[str], scores: Any, between: Any, graph: Any) -> tuple[PersonRank, ...]:
    order = sorted(range(len(people)), key=lambda place: (-round(scores[place], DECIMALS), people[place]))
    made: list[PersonRank] = []
    for position, place in enumerate(order, 1):
        last = made[-1] if made else None
        rank = last.rank if last and round(last.score, DECIMALS) == round(scores[place], DECIMALS) else position
        # the graph is turned round: who influences this one stands at the end of an edge that starts here
        degrees = graph.out_degree(place), graph.in_degree(place)
        made.append(PersonRank(people[place], rank, scores[place], round(between[place], STABLE), *degrees))
    return tuple(made)


def _strengths(network: Network, kinds: Collection[RelationshipKind], *, reporting: bool) -> dict[tuple[str, str], int]:
    """From whom to whom, in the stored direction, with the strength of the strongest."""
    found: dict[tuple[str, str], int] = {}
    for tie in network.of_kinds(kinds):
        pair = tie.from_id, tie.to_id
        found[pair] = max(found.get(pair, 0), tie.strength or USUAL_STRENGTH)
    for tie in network.of_kinds((RelationshipKind.REPORTS_TO,)) if reporting else ():
        pair = tie.to_id, tie.from_id
        found[pair] = max(found.get(pair, 0), REPORTING_STRENGTH)
    return found


@dataclass(frozen=True, slots=True)
class Judged:
    """What we judged of a member: influence 0 to 10, stance −2 to +2, both known."""

    influence: int
    stance: int


def exposure(network: Network, person: str, judged: Mapping[str, Judged], assumed_strength: int) -> float | None:
    """How much of what reaches a person comes from those against us, 0 to 1; None where nothing does.

    Over simple INFLUENCES paths of one or two ties that end at the person and start at another member with known influence and stance:
    each weighs influence × Π(strength ÷ 5), without a strength `assumed_strength`. `judged` holds those members' people.
    """
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(network.people)
    graph.add_edges_from((tie.to_id, tie.from_id, {"share": (tie.strength or assumed_strength)}) for tie in network.of_kinds(INFLUENCE))
    starts = sorted(set(judged) & graph.nodes - {person})
    if person not in graph or not starts:
        return None
    whole = against = 0
    for path in nx.all_simple_paths(graph, person, starts, cutoff=2):
        weight = judged[path[-1]].influence * (STRONGEST if len(path) == 2 else 1)  # noqa: PLR2004 - one tie joins two people
        for before, after in pairwise(path):
            weight *= graph.edges[before, after]["share"]
        whole += weight
        against += weight if judged[path[-1]].stance < 0 else 0
    return against / whole if whole else None


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of a committee, with the people it stands for: the person, or the group's people now. Stance None: unknown."""

    member_id: str
    people: frozenset[str]
    stance: int | None


@dataclass(frozen=True, slots=True)
class Coalition:
    """Members who sway each other and stand on one side; `stance` is their mean. Ids of members, sorted."""

    stance: float
    members: tuple[str, ...]
    bridges: tuple[str, ...]


def coalitions(network: Network, seats: Sequence[Seat]) -> tuple[Coalition, ...]:
    """Connected components, of two or more, of INFLUENCES ties without direction between members both for or both against us.

    A bridge is a member outside, tied to one of the coalition's members and to one of another coalition's. The greatest coalition is
    first, then by ids.
    """
    tied = _tied(network, seats)
    stances = {seat.member_id: seat.stance or 0 for seat in seats}
    alike: Any = nx.Graph((one, other) for one, other in tied.edges if stances[one] * stances[other] > 0)
    groups = sorted((tuple(sorted(group)) for group in nx.connected_components(alike)), key=lambda group: (-len(group), group))
    found = []
    for group in groups:
        others = {member for other in groups if other != group for member in other}
        outside = [member for member in sorted(stances) if member not in group]
        bridges = [member for member in outside if set(group) & (near := set(tied[member])) and others & near]
        found.append(Coalition(sum(stances[member] for member in group) / len(group), group, tuple(bridges)))
    return tuple(found)


def _tied(network: Network, seats: Sequence[Seat]) -> Any:
    """Members, and which of them have people of whom one influences the other."""
    sits: dict[str, list[str]] = {}
    for seat in seats:
        for person in seat.people:
            sits.setdefault(person, []).append(seat.member_id)
    graph: Any = nx.Graph()
    graph.add_nodes_from(seat.member_id for seat in seats)
    for tie in network.of_kinds(INFLUENCE):
        ends = [(one, other) for one in sits.get(tie.from_id, ()) for other in sits.get(tie.to_id, ())]
        graph.add_edges_from((one, other) for one, other in ends if one != other)
    return graph
