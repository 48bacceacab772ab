"""Networks that everybody knows, as networkx ships them: our figures against ones computed by other means, to nine decimals."""

from itertools import permutations
from typing import Any

import networkx as nx
import numpy as np
import pytest

from cypher.words import RelationshipKind
from service.network.departure import fragmentation
from service.network.graph import SINK, SOURCE, Cover, Network, Tie, walkable
from service.network.influence import ranks
from service.network.routes import disjoint_routes, routes

CLASSICS = {
    "karate": nx.karate_club_graph,
    "florence": nx.florentine_families_graph,
    "misérables": nx.les_miserables_graph,
    "davis": nx.davis_southern_women_graph,
}
CLOSE = 1e-9


@pytest.fixture(params=CLASSICS)
def classic(request: pytest.FixtureRequest) -> Any:
    """An undirected graph whose nodes are text, with weights from 1 to 5 or none."""
    graph = CLASSICS[request.param]()
    return nx.relabel_nodes(graph, {one: str(one) for one in graph})


def told(graph: Any, kind: RelationshipKind = RelationshipKind.INFLUENCES) -> Network:
    """Each edge once, from the one named first; a weight that is too great for a strength is 5."""
    ties = [Tie(kind, one, other, min(edge.get("weight", 0), 5) or None) for one, other, edge in graph.edges(data=True)]
    return Network.of(graph, ties)


def directed(network: Network) -> Any:
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(network.people)
    graph.add_weighted_edges_from((tie.from_id, tie.to_id, tie.strength or 3) for tie in network.ties)
    return graph


def test_scores_solve_the_equation_of_page_rank(classic: Any) -> None:
    network = told(classic)
    people, graph = network.people, directed(network)
    flow = nx.to_numpy_array(graph, people)  # who is influenced passes on to who influences
    given = flow.sum(axis=0)
    moves = np.where(given > 0, flow / np.where(given > 0, given, 1), 1 / len(people))
    exact = np.linalg.solve(np.eye(len(people)) - 0.85 * moves, np.full(len(people), 0.15 / len(people)))
    assert {one.id: one.score for one in ranks(network)} == pytest.approx(dict(zip(people, exact, strict=True)), abs=CLOSE)


def test_betweenness_counts_shortest_paths(classic: Any) -> None:
    network = told(classic)
    graph, count = directed(network), len(network.people)
    between = dict.fromkeys(network.people, 0.0)
    for one, other in permutations(network.people, 2):
        paths = list(nx.all_shortest_paths(graph, one, other)) if nx.has_path(graph, one, other) else []
        for path in paths:
            for middle in path[1:-1]:
                between[middle] += 1 / len(paths) / ((count - 1) * (count - 2))
    assert {one.id: one.betweenness for one in ranks(network)} == pytest.approx(between, abs=CLOSE)


def test_degrees_and_ranks_count(classic: Any) -> None:
    network = told(classic)
    graph, shown = directed(network), ranks(network)
    assert {one.id: (one.in_degree, one.out_degree) for one in shown} == {
        one: (graph.in_degree(one), graph.out_degree(one)) for one in graph
    }
    scores = [round(one.score, 9) for one in shown]
    assert [one.rank for one in shown] == [1 + sum(other > score for other in scores) for score in scores]


def test_fragmentation_follows_distances(classic: Any) -> None:
    network = told(classic, RelationshipKind.KNOWS)
    assert fragmentation(network, network.people) == pytest.approx(1 - nx.global_efficiency(classic), abs=CLOSE)


def test_disjoint_routes_have_a_cut_of_their_size_and_are_found(classic: Any) -> None:
    """Both halves of Menger's theorem: so many paths that share nobody, and as few people whose loss parts us from the target."""
    people = sorted(classic)
    network = Network.of(people, told(classic, RelationshipKind.KNOWS).ties, [Cover(f"us {one}", one, 3) for one in people[:4]])
    ways = walkable(network, 2)
    for target in people[4:]:
        graph = ways.graph.subgraph(near(network, target)).copy()
        graph.add_edge(target, SINK)
        graph.nodes[target]["end"] = True
        told_ = disjoint_routes(ways, (target,))
        if told_:
            paths = list(nx.node_disjoint_paths(ways.graph.subgraph(near(network, target)), SOURCE, target))
            inner = [one for path in paths for one in path[1:-1]]
            assert len(paths) == told_
            assert len(inner) == len(set(inner))
            cut = nx.minimum_node_cut(ways.graph.subgraph(near(network, target)), SOURCE, target)
            assert len(cut) == told_


def near(network: Network, target: str) -> set[str]:
    """Who is within four ties of both ends."""
    graph = walkable(network, 2).graph
    ours, theirs = nx.shortest_path_length(graph, SOURCE), nx.shortest_path_length(graph.reverse(), target)
    return {one for one in graph if one == SOURCE or (ours.get(one, 9) <= 5 and theirs.get(one, 9) <= 4)}


def test_the_best_route_is_the_best_walk_within_four_ties(classic: Any) -> None:
    people = sorted(classic)
    network = Network.of(people, told(classic, RelationshipKind.KNOWS).ties, [Cover("us", people[0], 4)])
    ways = walkable(network, 2)
    step = np.zeros((len(people), len(people)))
    for tie in network.ties:
        one, other = people.index(tie.from_id), people.index(tie.to_id)
        step[one, other] = step[other, one] = (tie.strength or 2) / 5
    best = reach = np.where(np.arange(len(people)) == 0, 0.8, 0)
    for _ in range(3):
        reach = (reach[:, None] * step).max(axis=0)
        best = np.maximum(best, reach)
    for place, person in enumerate(people):
        report = routes(ways, (person,), limit=1)
        assert (report.routes[0].product if report.routes else 0) == pytest.approx(best[place], abs=CLOSE)
