"""Whom to meet next on committees: each person whom none of us knows, with what knowing them would bring. For many committees at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cypher import network
from cypher.graph import Graph
from cypher.network import AroundRow
from cypher.words import Role
from service.apart import calculated
from service.judgement.coverage import RoleState, role_states
from service.judgement.snapshot import DECIDING, Member, Snapshot
from service.judgement.telling import Tongue
from service.network.graph import Network
from service.network.introductions import Introduction, introductions
from service.reach import MOST_PEOPLE, MOST_STEPS, Found, network_of, size_of, ways_of
from service.snapshots import When, judged


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody to meet; `targets` are the deciders and approvers to whom the way becomes better, `roles` what they play untouched."""

    person_id: str
    gain: float
    targets: tuple[Member, ...]
    roles: tuple[Role, ...]

    def reason(self, to: Tongue) -> str:
        """Why to meet them, in a sentence."""
        kind = "both" if self.targets and self.roles else "routes" if self.targets else "roles"
        return to.say(f"introduction-{kind}", names=to.names(self.targets), roles=to.roles(self.roles), count=len(self.roles))


async def openings(graph: Graph, *, ids: list[str], when: When, limit: int) -> list[Found[tuple[Opening, ...]]]:
    """The best `limit` of each of these deals' committees."""
    seen = await judged(graph, ids=ids, when=when)
    parties = {member.party_id for one in seen for member in one.snapshot.members}
    around = await network.around(graph, ids=sorted(parties), accounts=[], day=when.day, most=MOST_PEOPLE, steps=MOST_STEPS)
    asked = [(_targets(one.snapshot), _people(one.snapshot), _role_gains(one.snapshot)) for one in seen]
    told = await calculated(size_of(around), _introductions, around, asked, limit)
    return [Found(one.of, tuple(_opening(one.snapshot, each) for each in found)) for one, found in zip(seen, told, strict=True)]


Asked = tuple[list[frozenset[str]], frozenset[str], dict[str, float]]
"""The people of each decider and approver, the people of the committee, what their unengaged roles weigh."""


def _introductions(around: AroundRow, asked: Sequence[Asked], limit: int) -> list[tuple[Introduction, ...]]:
    whole: Network = network_of(around)
    ways = ways_of(around)
    return [introductions(whole, ways, targets, committee, gains, limit) for targets, committee, gains in asked]


def _deciding(snapshot: Snapshot) -> list[Member]:
    return [one for one in snapshot.members if one.roles & DECIDING]


def _targets(snapshot: Snapshot) -> list[frozenset[str]]:
    return [one.person_ids for one in _deciding(snapshot)]


def _people(snapshot: Snapshot) -> frozenset[str]:
    return frozenset(person for one in snapshot.members for person in one.person_ids)


def _untouched(snapshot: Snapshot) -> list[RoleState]:
    """The required roles of the phase that somebody plays and in which nobody is engaged."""
    return [one for one in role_states(snapshot) if one.required and one.members and not one.engaged]


def _role_gains(snapshot: Snapshot) -> dict[str, float]:
    """Person → Σ weight of the untouched roles that they play, alone or in a group, ÷ Σ weight of all required ones."""
    whole = sum(one.weight for one in role_states(snapshot) if one.required)
    gains: dict[str, float] = {}
    for state in _untouched(snapshot) if whole else ():
        for person in {person for member in state.members for person in member.person_ids}:
            gains[person] = gains.get(person, 0.0) + state.weight / whole
    return gains


def _opening(snapshot: Snapshot, found: Introduction) -> Opening:
    deciding = _deciding(snapshot)
    played: Mapping[Role, frozenset[str]] = {
        one.role: frozenset(person for member in one.members for person in member.person_ids) for one in _untouched(snapshot)
    }
    roles = tuple(role for role, people in played.items() if found.person_id in people)
    return Opening(found.person_id, found.gain, tuple(deciding[place] for place in found.improves), roles)
