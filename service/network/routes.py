"""Routes from our team to a person or a group: the best ones, how many are independent, and whether a gatekeeper stands on them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import islice, pairwise
from math import prod
from typing import Any

import networkx as nx
from networkx.algorithms.connectivity import local_node_connectivity

from cypher.words import TieKind
from service.network.graph import SINK, SOURCE, STRONGEST, Walkable

MOST_PATHS = 50_000


@dataclass(frozen=True, slots=True)
class Hop:
    """One tie of a route, as it is walked; `reversed` when it is stored the other way round."""

    from_id: str
    to_id: str
    kind: TieKind
    strength: int
    reversed: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A simple path that begins with one of us; `product` of strength ÷ 5, from 0 to 1."""

    hops: tuple[Hop, ...]
    product: float
    passes_gatekeeper: bool

    @property
    def team_member_id(self) -> str:
        return self.hops[0].from_id

    @property
    def weakest(self) -> Hop:
        """The first of its weakest ties."""
        return min(self.hops, key=lambda hop: hop.strength)


@dataclass(frozen=True, slots=True)
class RouteReport:
    """How we get to a target. `gatekeeper_dependence` is a share, None without a route."""

    routes: tuple[Route, ...]
    disjoint_routes: int
    gatekeeper_dependence: float | None
    best_without_gatekeeper: Route | None
    truncated: bool


NOWHERE = RouteReport((), 0, None, None, truncated=False)


def routes(ways: Walkable, targets: Collection[str], max_hops: int = 4, limit: int = 3) -> RouteReport:
    """The best `limit` routes of at most `max_hops` ties, the first one from us counted, to any of the targets (a group's people).

    They are ordered by product, then fewer hops, then ids. Beyond 50,000 simple paths the rest is left aside, and the report says so.
    """
    near = _near(ways, targets, max_hops)
    if not near:
        return NOWHERE
    paths = list(islice(_paths(ways, near, sorted(set(targets) & near.keys()), max_hops), MOST_PATHS + 1))
    found = [_measured(ways, path, max_hops) for path in paths[:MOST_PATHS]]
    best = nsmallest(limit, found)
    clear = min((one for one in found if not _guarded(ways, one[2])), default=None)
    shown = tuple(_route(ways, path) for *_, path in best)
    return RouteReport(
        shown,
        _disjoint(ways, near, targets),
        sum(route.passes_gatekeeper for route in shown) / len(shown) if shown else None,
        _route(ways, clear[2]) if clear else None,
        truncated=len(paths) > MOST_PATHS,
    )


def disjoint_routes(ways: Walkable, targets: Collection[str], max_hops: int = 4) -> int:
    """The largest number of routes, of any length, no two of which share a person or a team member, among the people near both ends."""
    return _disjoint(ways, _near(ways, targets, max_hops), targets)


def _near(ways: Walkable, targets: Collection[str], max_hops: int) -> dict[str, int]:
    """Who is within `max_hops` ties of us and of the nearest target, with the least number of ties of a walk through them.

    Empty where no target can be reached. Our own members are among them.
    """
    graph = ways.graph
    ours = nx.single_source_shortest_path_length(graph, SOURCE, cutoff=max_hops + 1)
    theirs: dict[str, int] = {}
    for target in sorted(set(targets) & ours.keys()):
        for person, ties in nx.single_target_shortest_path_length(graph, target, cutoff=max_hops).items():
            theirs[person] = min(ties, theirs.get(person, ties))
    return {one: ours[one] - 1 + theirs[one] for one in theirs if one in ours and one != SOURCE}


def _disjoint(ways: Walkable, near: dict[str, int], targets: Collection[str]) -> int:
    """The maximum flow from us to the targets where each person and each of us lets through one: by Menger, the disjoint paths."""
    if not near:
        return 0
    graph = ways.graph.subgraph([SOURCE, *near]).copy()
    ends = near.keys() & set(targets)
    graph.add_edges_from([(before, SINK) for end in ends for before in graph.predecessors(end) if before not in ends])
    graph.remove_nodes_from(ends)
    return int(local_node_connectivity(graph, SOURCE, SINK)) if SINK in graph else 0


def _paths(ways: Walkable, near: dict[str, int], targets: Iterable[str], max_hops: int) -> Iterator[tuple[str, ...]]:
    """Every simple path of at most `max_hops` ties, from the team member on. Searched from its end, where few are: many know somebody.

    The strongest ties are tried first, so that what is cut at the limit is likely the weaker part.
    """
    inside = [one for one, ties in near.items() if ties <= max_hops]
    back = _strongest_first(ways.graph.subgraph(inside))
    known = ways.covers.keys() & back.nodes
    for target in targets:
        for walked in _walks(back, target, known, max_hops - 1):
            for team_member in ways.covers[walked[-1]]:
                yield team_member, *reversed(walked)


def _walks(back: Any, target: str, known: set[str], most: int) -> Iterator[list[str]]:
    if target in known:
        yield [target]
    others = sorted(known - {target})
    if most > 0 and others:
        yield from nx.all_simple_paths(back, target, others, cutoff=most)


def _strongest_first(graph: Any) -> Any:
    back: Any = nx.DiGraph()
    back.add_nodes_from(graph)
    ties = [(-edge["step"].strength, before, after) for before, after, edge in graph.edges(data=True) if edge]
    back.add_edges_from((after, before) for _, before, after in sorted(ties))
    return back


Measured = tuple[int, int, tuple[str, ...]]
"""What routes are ordered by: the product, negative and in whole numbers, so that equal ones are equal; the hops; the ids."""


def _measured(ways: Walkable, path: tuple[str, ...], max_hops: int) -> Measured:
    strengths = [ways.graph.edges[tie]["step"].strength for tie in pairwise(path)]
    return -prod(strengths) * STRONGEST ** (max_hops - len(strengths)), len(strengths), path


def _guarded(ways: Walkable, path: tuple[str, ...]) -> bool:
    return not ways.gatekeepers.get(path[-1], frozenset()).isdisjoint(path)


def _route(ways: Walkable, path: tuple[str, ...]) -> Route:
    steps = [(before, after, ways.graph.edges[before, after]["step"]) for before, after in pairwise(path)]
    hops = tuple(Hop(before, after, step.kind, step.strength, step.reversed) for before, after, step in steps)
    return Route(hops, prod(hop.strength for hop in hops) / STRONGEST ** len(hops), _guarded(ways, path))
