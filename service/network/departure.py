"""What it costs when somebody leaves: emptied roles, deciders out of reach, lost routes, a network that falls apart."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import rustworkx as rx

from cypher.words import RelationshipKind, Role, Severity
from service.network.graph import Network, walkable
from service.network.routes import disjoint_routes

CONTACT = (RelationshipKind.KNOWS, RelationshipKind.INFLUENCES, RelationshipKind.REPORTS_TO)
DECIDING = frozenset({Role.DECIDER, Role.APPROVER})


@dataclass(frozen=True, slots=True)
class Player:
    """A party with the roles that it plays on an open deal, and its people: the person, or the group's people now."""

    deal_id: str
    party_id: str
    people: frozenset[str]
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Departure:
    """`emptied` holds deals and roles; `fragmentation` is from −1 to 1, None where it can't be known."""

    emptied: tuple[tuple[str, Role], ...]
    unreachable: tuple[str, ...]
    routes_lost: int
    fragmentation: float | None
    severity: Severity


def departure(
    network: Network, circle: Collection[str], players: Sequence[Player], party: str, gone: frozenset[str], assumed_strength: int
) -> Departure:
    """What is lost when a party leaves, with its people `gone`.

    `players`: all players of the deals where it sits. `circle`: the people of the account and its open deals' committees, among whom
    distances are taken; `network` holds them and whoever else routes may lead through.
    """
    leaving = [one for one in players if _leaves(one, party, gone)]
    staying = [one for one in players if not _leaves(one, party, gone)]
    left = {(one.deal_id, role) for one in leaving for role in one.roles}
    emptied = tuple(sorted(left - {(one.deal_id, role) for one in staying for role in one.roles}))
    unreachable, lost = _lost(network, staying, gone, assumed_strength)
    before, after = fragmentation(network, circle), fragmentation(network.without(gone), set(circle) - gone)
    return Departure(
        emptied,
        unreachable,
        lost,
        None if before is None or after is None else after - before,
        Severity.HIGH if emptied or unreachable else Severity.MEDIUM if lost else Severity.LOW,
    )


def _leaves(player: Player, party: str, gone: frozenset[str]) -> bool:
    return player.party_id == party or (bool(player.people) and player.people <= gone)


def _lost(network: Network, staying: Sequence[Player], gone: frozenset[str], assumed_strength: int) -> tuple[tuple[str, ...], int]:
    """Which deciders and approvers nobody reaches any more, and how many disjoint routes to all of them are lost."""
    targets = {one.party_id: one.people for one in staying if one.roles & DECIDING}
    before, after = (walkable(one, assumed_strength) for one in (network, network.without(gone)))
    unreachable: set[str] = set()
    lost = 0
    for people in targets.values():
        had = disjoint_routes(before, people)
        has = disjoint_routes(after, people - gone) if had else 0
        lost += had - has
        unreachable |= people - gone if had and not has else set()
    return tuple(sorted(unreachable)), lost


def fragmentation(network: Network, circle: Collection[str]) -> float | None:
    """How far people are apart: 1 − Σ 1÷distance over ordered pairs ÷ n(n−1), unreachable adding 0 (Borgatti 2006). None below two people.

    Distances go along KNOWS, INFLUENCES and REPORTS_TO without direction, among the circle only. Takes 12 n² bytes.
    """
    people = sorted(set(circle) & set(network.people))
    count = len(people)
    if count <= 1:
        return None
    number = {person: place for place, person in enumerate(people)}
    pairs = {(number[tie.from_id], number[tie.to_id]) for tie in network.of_kinds(CONTACT) if tie.from_id in number and tie.to_id in number}
    graph: Any = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(people)
    graph.add_edges_from_no_data(sorted(pairs))
    distances = rx.graph_distance_matrix(graph, null_value=0.0)
    pairs_at: list[int] = np.bincount(distances.astype(np.int32).ravel()).tolist()
    near = sum(many / distance for distance, many in enumerate(pairs_at) if distance)
    return 1 - near / (count * (count - 1))
