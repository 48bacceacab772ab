"""Who stands above whom: reporting branches, and the shape of a committee."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import networkx as nx

from cypher.words import RelationshipKind, Seniority
from service.network.graph import Network


def branches(network: Network) -> dict[str, str]:
    """Person → the highest person of its reporting chain below the top. The top itself and whoever has no chain are left out."""
    below: Any = nx.DiGraph((tie.to_id, tie.from_id) for tie in network.of_kinds((RelationshipKind.REPORTS_TO,)))
    heads = [head for top in below if not below.in_degree(top) for head in below.successors(top)]
    return {person: head for head in heads for person in (head, *nx.descendants(below, head))}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands in the company; None where unknown."""

    seniority: Seniority | None
    department: str | None


@dataclass(frozen=True, slots=True)
class Shape:
    """How broad a committee is. Density: ordered pairs with a tie ÷ n(n−1), 0 to 1, None below two people."""

    levels: int
    departments: int
    people: int
    pairs: int
    density: float | None


def shape(network: Network, places: Collection[Place]) -> Shape:
    """The shape of a committee of the network's people: levels by seniority, departments by name in any case of letters.

    Ties of every kind but CONFLICTS_WITH count (Johnston and Bonoma 1981: vertical and lateral involvement, extensivity, connectedness).
    """
    people = len(network.people)
    pairs = len({(tie.from_id, tie.to_id) for tie in network.ties if tie.kind != RelationshipKind.CONFLICTS_WITH})
    return Shape(
        len({place.seniority for place in places if place.seniority}),
        len({place.department.strip().casefold() for place in places if place.department}),
        people,
        pairs,
        pairs / (people * (people - 1)) if people > 1 else None,
    )
