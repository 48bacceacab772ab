"""People, the ties that hold between them, and whom our team knows. What holds at a moment is the caller's to choose."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

import networkx as nx

from cypher.words import RelationshipKind, TieKind

SOURCE, SINK = "(us)", "(them)"
"""Where every route begins, and where every route to one target ends. Ids are UUIDs, so nothing else is called so."""
BOTH_WAYS = frozenset({RelationshipKind.KNOWS, RelationshipKind.REPORTS_TO})
NEVER = RelationshipKind.CONFLICTS_WITH
REPORTING_STRENGTH = 3
STRONGEST = 5


class Tie(NamedTuple):
    """A tie from one person to another. Strength 1 to 5, None where nobody said."""

    kind: RelationshipKind
    from_id: str
    to_id: str
    strength: int | None = None


class Cover(NamedTuple):
    """An active team member who knows a person. Level 1 to 5."""

    team_member_id: str
    person_id: str
    level: int


@dataclass(frozen=True, slots=True)
class Network:
    """People with the ties among them. Make it by `of`, which puts everything in one order: the same data give the same answers."""

    people: tuple[str, ...]
    ties: tuple[Tie, ...] = ()
    covers: tuple[Cover, ...] = ()

    @classmethod
    def of(cls, people: Iterable[str], ties: Iterable[Tie] = (), covers: Iterable[Cover] = ()) -> "Network":
        """Ties and acquaintances of anybody else are left out."""
        known = frozenset(people)
        inside = (tie for tie in ties if tie.from_id in known and tie.to_id in known)
        ours = (cover for cover in covers if cover.person_id in known)
        return cls(tuple(sorted(known)), tuple(sorted(inside, key=_order)), tuple(sorted(ours)))

    def without(self, gone: Collection[str]) -> "Network":
        """The same network after these people have left."""
        return Network(
            tuple(one for one in self.people if one not in gone),
            tuple(tie for tie in self.ties if tie.from_id not in gone and tie.to_id not in gone),
            tuple(cover for cover in self.covers if cover.person_id not in gone),
        )

    def of_kinds(self, kinds: Collection[RelationshipKind]) -> list[Tie]:
        """The ties of these kinds only."""
        return [tie for tie in self.ties if tie.kind in kinds]


def _order(tie: Tie) -> tuple[Any, ...]:
    return tie.kind, tie.from_id, tie.to_id, tie.strength or 0


class Step(NamedTuple):
    """How one gets from one to the next on a route: the strongest tie that can be walked that way."""

    kind: TieKind
    strength: int
    reversed: bool


@dataclass(frozen=True, slots=True)
class Walkable:
    """A network as routes walk it: SOURCE → team members → people. Made once, asked for many targets."""

    graph: Any
    """A networkx DiGraph; an edge's `step` is a Step. Edges from our side have none."""
    covers: dict[str, tuple[str, ...]]
    """Person → who of us knows them."""
    gatekeepers: dict[str, frozenset[str]]
    """Person → who controls access to them."""


def walkable(network: Network, assumed_strength: int) -> Walkable:
    """The ways through a network: KNOWS and REPORTS_TO both ways, INFLUENCES and CONTROLS_ACCESS_TO forward, CONFLICTS_WITH never.

    A tie without a strength has `assumed_strength`, REPORTS_TO 3. Of several ties between two people the strongest counts; of equally
    strong ones the one that is walked in its own direction, then the first by name of its kind.
    """
    graph: Any = nx.DiGraph()
    graph.add_node(SOURCE)
    graph.add_nodes_from(network.people)
    covers: dict[str, list[str]] = {}
    for cover in network.covers:
        graph.add_edge(SOURCE, cover.team_member_id)
        graph.add_edge(cover.team_member_id, cover.person_id, step=Step(TieKind.COVERS, cover.level, reversed=False))
        covers.setdefault(cover.person_id, []).append(cover.team_member_id)
    best = _strongest(network.ties, assumed_strength)
    graph.add_edges_from((from_id, to_id, {"step": step}) for (from_id, to_id), step in best.items())
    guards: dict[str, set[str]] = {}
    for tie in network.of_kinds((RelationshipKind.CONTROLS_ACCESS_TO,)):
        guards.setdefault(tie.to_id, set()).add(tie.from_id)
    return Walkable(
        graph,
        {person: tuple(ours) for person, ours in covers.items()},
        {person: frozenset(keepers) for person, keepers in guards.items()},
    )


def _strongest(ties: Iterable[Tie], assumed_strength: int) -> dict[tuple[str, str], Step]:
    best: dict[tuple[str, str], Step] = {}
    for tie in ties:
        if tie.kind == NEVER:
            continue
        usual = REPORTING_STRENGTH if tie.kind == RelationshipKind.REPORTS_TO else assumed_strength
        kind, strength = TieKind(tie.kind), tie.strength or usual
        _take(best, (tie.from_id, tie.to_id), Step(kind, strength, reversed=False))
        if tie.kind in BOTH_WAYS:
            _take(best, (tie.to_id, tie.from_id), Step(kind, strength, reversed=True))
    return best


def _take(best: dict[tuple[str, str], Step], pair: tuple[str, str], step: Step) -> None:
    standing = best.get(pair)
    if standing is None or (-step.strength, step.reversed, step.kind) < (-standing.strength, standing.reversed, standing.kind):
        best[pair] = step
