"""The part of a network that one committee's figures need, cut from what was read for many at once."""

from collections.abc import Iterable

from cypher.words import RelationshipKind
from service.network.graph import BOTH_WAYS, Cover, Network, Tie

DEPTH = 3
"""Ties between a decider and the person whom one of us knows: routes have four."""


class Vicinity:
    """Ties by the people they lead to. Made once for many committees."""

    def __init__(self, ties: Iterable[Tie], covers: Iterable[Cover]) -> None:
        self._leading: dict[str, list[tuple[Tie, str]]] = {}
        self._covers: dict[str, list[Cover]] = {}
        for tie in ties:
            self._leading.setdefault(tie.to_id, []).append((tie, tie.from_id))
            if tie.kind in BOTH_WAYS:
                self._leading.setdefault(tie.from_id, []).append((tie, tie.to_id))
        for cover in covers:
            self._covers.setdefault(cover.person_id, []).append(cover)

    def of(self, targets: Iterable[str], others: Iterable[str] = ()) -> Network:
        """Whatever leads to the targets within three ties, with the other people that are named."""
        people: set[str] = set(targets)
        ties: set[Tie] = set()
        ring = set(people)
        for _ in range(DEPTH):
            found = [step for person in ring for step in self._leading.get(person, ())]
            ties |= {tie for tie, _ in found}
            ring = {person for _, person in found} - people
            people |= ring
        covers = [cover for person in people for cover in self._covers.get(person, ())]
        return Network.of(people | set(others), ties, covers)


def tie(kind: RelationshipKind, from_id: str, to_id: str, strength: int | None) -> Tie:
    """A tie as it is read."""
    return Tie(RelationshipKind(kind), from_id, to_id, strength)
