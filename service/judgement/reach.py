"""A committee in its network: how exposed its deciders are, which ways lead to them, and how broad it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.words import Role
from service.judgement.measure import Measure, above, figure, share
from service.judgement.snapshot import DECIDING, Member, Snapshot
from service.network import influence, routes
from service.network.graph import Network
from service.network.hierarchy import Place, Shape
from service.network.hierarchy import shape as shape_of
from service.network.influence import Judged

EXPOSED_ABOVE = 0.33


@dataclass(frozen=True)
class Reach:
    """How we get to a decider or approver: whether at all, and the share of the best routes that pass a gatekeeper."""

    member: Member
    has_route: bool
    dependence: float | None


def reaches(snapshot: Snapshot) -> tuple[Reach, ...]:
    """The ways to each decider and approver, a group's people counting as one target."""
    return tuple(_reach(snapshot, one) for one in snapshot.members if one.roles & DECIDING)


def _reach(snapshot: Snapshot, member: Member) -> Reach:
    report = routes.routes(snapshot.ways, sorted(member.person_ids))
    return Reach(member, bool(report.routes), report.gatekeeper_dependence)


def exposures(snapshot: Snapshot) -> tuple[tuple[Member, float | None], ...]:
    """Each decider with its exposure: the share of what sways it that comes from s < 0, of a group the highest of its people's.

    0 to 1, None where nobody of known influence and stance reaches it.
    """
    return tuple((one, _exposure(snapshot, one)) for one in snapshot.members if one.plays(Role.DECIDER))


def _exposure(snapshot: Snapshot, decider: Member) -> float | None:
    judged = _judged([one for one in snapshot.members if one.id != decider.id])
    judged = {person: one for person, one in judged.items() if person not in decider.person_ids}
    assumed = snapshot.rules.assumed_strength
    found = [influence.exposure(_near(snapshot, person), person, judged, assumed) for person in sorted(decider.person_ids)]
    return max((one for one in found if one is not None), default=None)


def _near(snapshot: Snapshot, person: str) -> Network:
    """Who influences a person by one tie or two: exposure looks no further, and the whole network may be large."""
    first = snapshot.swayed.get(person, ())
    ties = {*first, *(tie for one in first for tie in snapshot.swayed.get(one.from_id, ()))}
    return Network.of({person, *(one.from_id for one in ties)}, ties)


def _judged(members: Sequence[Member]) -> dict[str, Judged]:
    """The judgement of each person: its own where it sits alone, else that of its group."""
    found: dict[str, Judged] = {}
    for one in sorted(members, key=lambda one: not one.is_group):
        if one.influence is not None and one.stance is not None:
            found |= dict.fromkeys(one.person_ids, Judged(one.influence, one.stance))
    return found


def swaying(snapshot: Snapshot, targets: Sequence[Member]) -> tuple[Member, ...]:
    """Who is against us with an influence that we know, and influences one of these by one tie or two: what exposure counts."""
    near = {tie.from_id for target in targets for person in target.person_ids for tie in snapshot.swayed.get(person, ())}
    near |= {tie.from_id for person in near for tie in snapshot.swayed.get(person, ())}
    against = (one for one in snapshot.members if (one.stance or 0) < 0 and one.influence)
    return tuple(one for one in against if one not in targets and near & one.person_ids)


def blocker_exposure(snapshot: Snapshot) -> Measure:
    """The highest exposure of its deciders; 0 to 1, None where it is known of none."""
    found = [(one, value) for one, value in exposures(snapshot) if value is not None]
    highest = max((value for _, value in found), default=None)
    exposed = tuple(one for one, value in found if value == highest)
    return figure(highest, above(EXPOSED_ABOVE), members=exposed)


def shape(snapshot: Snapshot) -> Shape:
    """Levels of hierarchy, departments, people and ties of a committee, each person counted once."""
    people = {person.id: person for one in snapshot.members for person in one.people}
    network = Network.of(people, snapshot.network.ties)
    return shape_of(network, [Place(one.seniority, one.department) for one in people.values()])


def levels(snapshot: Snapshot) -> Measure:
    """Levels of hierarchy taking part, by seniority; 0 to 6."""
    return figure(shape(snapshot).levels)


def departments(snapshot: Snapshot) -> Measure:
    """Departments taking part; 0 and more."""
    return figure(shape(snapshot).departments)


def people(snapshot: Snapshot) -> Measure:
    """People on the committee and in its groups; 0 and more."""
    return figure(shape(snapshot).people)


def density(snapshot: Snapshot) -> Measure:
    """Ordered pairs with a tie of any kind but CONFLICTS_WITH ÷ n(n−1); 0 to 1, None below two people."""
    found = shape(snapshot)
    return share(found.pairs, found.people * (found.people - 1))
