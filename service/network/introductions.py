"""Whom to meet next: each person whom none of us knows, by what knowing them would bring."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, prod
from typing import Any

import networkx as nx

from cypher.words import RelationshipKind
from service.network.graph import SINK, SOURCE, STRONGEST, Network, Walkable

MOST_HOPS = 4
NEW_LEVEL = 3
NEARBY = 2
"""Ties between a candidate and a decider or approver."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A person to meet. `gain` is `route_gain` plus `role_gain`; `improves` tells the places of the targets to whom the way is better."""

    person_id: str
    route_gain: float
    role_gain: float
    improves: tuple[int, ...]

    @property
    def gain(self) -> float:
        return self.route_gain + self.role_gain


def introductions(
    network: Network,
    ways: Walkable,
    targets: Sequence[Collection[str]],
    committee: Collection[str],
    role_gains: Mapping[str, float],
    limit: int = 5,
) -> tuple[Introduction, ...]:
    """The best `limit` of those whose gain is above 0, highest first, then by id.

    `targets`: the people of each decider and approver. `role_gains`: person → Σ weight of the required roles they play in which nobody is
    engaged ÷ Σ weight of the required ones. Candidates are on the committee, or within two ties (of any kind but CONFLICTS_WITH, without
    direction) of a target; knowing them means a COVERS tie of 3.
    """
    reach = [_products(ways, target) for target in targets]
    now = [max((_level(ways, person) * product for person, product in one.items()), default=0.0) for one in reach]
    found = []
    for person in sorted(_candidates(network, targets, committee) - ways.covers.keys()):
        more = [max(0.0, NEW_LEVEL / STRONGEST * one.get(person, 0.0) - have) for one, have in zip(reach, now, strict=True)]
        improves = tuple(place for place, gain in enumerate(more) if gain > 0)
        found.append(Introduction(person, sum(more), role_gains.get(person, 0.0), improves))
    return tuple(sorted((one for one in found if one.gain > 0), key=lambda one: (-round(one.gain, 12), one.person_id))[:limit])


def _level(ways: Walkable, person: str) -> float:
    """Of the best acquainted of us, ÷ 5."""
    levels = [ways.graph.edges[ours, person]["step"].strength for ours in ways.covers.get(person, ())]
    return max(levels, default=0) / STRONGEST


def _candidates(network: Network, targets: Sequence[Collection[str]], committee: Collection[str]) -> set[str]:
    near: Any = nx.Graph()
    near.add_nodes_from(network.people)
    near.add_edges_from((tie.from_id, tie.to_id) for tie in network.ties if tie.kind != RelationshipKind.CONFLICTS_WITH)
    ends = [person for target in targets for person in target if person in near]
    around = [nx.single_source_shortest_path_length(near, person, cutoff=NEARBY) for person in ends]
    return {person for one in around for person in one} | (set(committee) & set(network.people))


def _products(ways: Walkable, target: Collection[str]) -> dict[str, float]:
    """Person → the greatest product of strength ÷ 5 on a walk of at most three ties from there to the target; 1 for its own people.

    Shortest paths by −log(strength ÷ 5) in a graph of layers, one for each tie walked, since the strongest walk may be too long.
    """
    layers = _layers(ways, target)
    best: dict[str, float] = {}
    for end, path in nx.single_source_dijkstra_path(layers, SINK, weight="far").items():
        if end != SINK:
            best[end[0]] = max(best.get(end[0], 0.0), _product(ways, [person for person, _ in path[:0:-1]]))
    return best


def _layers(ways: Walkable, target: Collection[str]) -> Any:
    """From SINK to (person, 0) of the target, and from (person, n) to (person, n + 1) against the direction of a route."""
    layers: Any = nx.DiGraph()
    layers.add_node(SINK)
    ring = sorted({person for person in target if person in ways.graph})
    layers.add_edges_from((SINK, (person, 0), {"far": 0.0}) for person in ring)
    ours = set(ways.graph.successors(SOURCE))
    for layer in range(MOST_HOPS - 1):
        ties = [(before, after) for after in ring for before in ways.graph.predecessors(after) if before not in ours]
        far = [-log(ways.graph.edges[tie]["step"].strength / STRONGEST) for tie in ties]
        layers.add_edges_from(((after, layer), (before, layer + 1), {"far": one}) for (before, after), one in zip(ties, far, strict=True))
        ring = sorted({before for before, _ in ties})
    return layers


def _product(ways: Walkable, walk: Sequence[str]) -> float:
    strengths: list[int] = [ways.graph.edges[tie]["step"].strength for tie in pairwise(walk)]
    return float(prod(strengths) / STRONGEST ** len(strengths))
