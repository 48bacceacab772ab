"""The definitions once more, as plainly as they can be written: every path is enumerated, every cut is tried. For small networks."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, combinations, pairwise, permutations

from service.network.graph import Network

INFINITE = 10**6


def steps(network: Network, assumed: int) -> dict[tuple[str, str], int]:
    """From whom to whom one can walk, with the strength of the strongest tie."""
    found: dict[tuple[str, str], int] = {}
    for kind, one, other, strength in network.ties:
        if kind != "CONFLICTS_WITH":
            value = strength or (3 if kind == "REPORTS_TO" else assumed)
            found[one, other] = max(found.get((one, other), 0), value)
            if kind in ("KNOWS", "REPORTS_TO"):
                found[other, one] = max(found.get((other, one), 0), value)
    return found


def routes(network: Network, targets: Collection[str], most: int, assumed: int) -> list[tuple[float, tuple[str, ...]]]:
    """All simple paths with their products."""
    walk = steps(network, assumed)
    known = {(cover.team_member_id, cover.person_id): cover.level for cover in network.covers}
    found = []
    for ours in {cover.team_member_id for cover in network.covers}:
        for length in range(1, most + 1):
            for people in permutations(network.people, length):
                strengths = [known.get((ours, people[0])), *(walk.get(pair) for pair in pairwise(people))]
                if people[-1] in targets and None not in strengths:
                    product = 1.0
                    for strength in strengths:
                        product *= strength / 5  # type: ignore[operator]
                    found.append((product, (ours, *people)))
    return found


def distances(nodes: Iterable[str], arcs: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Floyd and Warshall."""
    nodes = list(nodes)
    far = {(one, other): 0 if one == other else INFINITE for one in nodes for other in nodes}
    far |= dict.fromkeys(arcs, 1)
    for middle in nodes:
        for one in nodes:
            for other in nodes:
                far[one, other] = min(far[one, other], far[one, middle] + far[middle, other])
    return far


def arcs(network: Network, assumed: int) -> set[tuple[str, str]]:
    return {(cover.team_member_id, cover.person_id) for cover in network.covers} | set(steps(network, assumed))


def cut(network: Network, target: str, most: int, assumed: int) -> int:
    """The least number of people and team members, the target aside, without whom no walk leads to the target."""
    all_arcs = arcs(network, assumed)
    ours = {cover.team_member_id for cover in network.covers}
    far = distances([*network.people, *ours], all_arcs)
    from_us = {one: min((far[us, one] for us in ours), default=INFINITE) for one in [*network.people, *ours]}
    near = {one for one in from_us if from_us[one] <= most and far[one, target] <= most}
    others = sorted(near - {target})
    for size in range(len(others) + 1):
        for gone in combinations(others, size):
            if not reaches(ours & near - {*gone}, target, {arc for arc in all_arcs if {*arc} <= near - {*gone}}):
                return size
    raise AssertionError("the whole network is a cut")


def reaches(starts: Iterable[str], target: str, all_arcs: set[tuple[str, str]]) -> bool:
    seen = set(starts)
    while more := {after for before, after in all_arcs if before in seen} - seen:
        seen |= more
    return target in seen


def fragmentation(network: Network, circle: Collection[str]) -> float | None:
    people = [one for one in network.people if one in circle]
    if len(people) <= 1:
        return None
    pairs = {
        (one, other) for kind, one, other, _ in network.ties if kind in ("KNOWS", "INFLUENCES", "REPORTS_TO") and {one, other} <= {*people}
    }
    far = distances(people, pairs | {(other, one) for one, other in pairs})
    near = sum(1 / far[pair] for pair in permutations(people, 2) if far[pair] < INFINITE)
    return 1 - near / (len(people) * (len(people) - 1))


def influence_paths(network: Network, end: str) -> Iterator[tuple[str, ...]]:
    """Simple INFLUENCES paths of one or two ties."""
    tied = {(tie.from_id, tie.to_id) for tie in network.ties if tie.kind == "INFLUENCES"}
    for path in chain(permutations(network.people, 2), permutations(network.people, 3)):
        if path[-1] == end and all(pair in tied for pair in pairwise(path)):
            yield path
