"""What is left out of a map or an org chart that is too large."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may stand on a map, with what decides whether they stay when it is too large."""

    id: str
    playing: bool
    """Plays a role on an open deal."""
    known: bool
    """To one of us."""
    ties: int
    manager: str | None


def kept(candidates: Sequence[Candidate], limit: int) -> list[str]:
    """The at most `limit` people of a map, in order of id: first who plays roles, then whom we know, then by number of ties, then id.

    Everybody kept brings along the chain of managers, as far as it is among the candidates; whoever's chain has no room is left out.
    """
    above = {one.id: one.manager for one in candidates}
    stays: set[str] = set()
    for one in sorted(candidates, key=lambda one: (not one.playing, not one.known, -one.ties, one.id)):
        more = {*_chain(above, one.id)} - stays
        if len(stays) + len(more) <= limit:
            stays |= more
    return sorted(stays)


def _chain(above: Mapping[str, str | None], person: str) -> Iterable[str]:
    """The person and whoever stands above; a circle ends where it closes."""
    chain = [person]
    while (up := above.get(chain[-1])) in above and up not in chain:
        chain.append(up)  # type: ignore[arg-type]
    return chain


def chart(candidates: Sequence[Candidate], root: str | None, depth: int | None) -> list[Candidate]:
    """Those of an org chart: the person `root` and whoever stands below, at most `depth` levels; without a root, from every top."""
    people = {one.id: one for one in candidates}
    below: Any = nx.DiGraph()
    below.add_nodes_from(people)
    below.add_edges_from((one.manager, one.id) for one in candidates if one.manager in people)
    tops: Collection[str] = [one for one in people if not below.in_degree(one)] if root is None else {root} & people.keys()
    found = {person for top in tops for person in nx.single_source_shortest_path_length(below, top, cutoff=depth)}
    return [one for one in candidates if one.id in found]
