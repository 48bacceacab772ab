"""How widely we are in touch with a committee: threads, their roles and branches, and where we know people less than we want."""

from cypher.words import Role
from service.judgement.measure import Measure, above, below, figure
from service.judgement.snapshot import Member, Snapshot
from service.judgement.strength import strength, strongest
from service.network.hierarchy import branches

ENOUGH, ALONE, TWO = 4, 2, 2


def threads_of(snapshot: Snapshot) -> tuple[Member, ...]:
    """Members whose strength is above `thread_above`."""
    return tuple(one for one in snapshot.members if strongest(one, snapshot.now).score > snapshot.rules.thread_above)


def threads(snapshot: Snapshot) -> Measure:
    """How many threads there are; 0 and more."""
    found = threads_of(snapshot)
    return figure(len(found), below(ENOUGH, bad=ALONE), members=found)


def thread_roles(snapshot: Snapshot) -> Measure:
    """Distinct roles that threads play; 0 to 6."""
    found = threads_of(snapshot)
    roles = tuple(role for role in Role if any(one.plays(role) for one in found))
    return figure(len(roles), below(TWO), members=found, roles=roles)


def thread_branches(snapshot: Snapshot) -> Measure:
    """Distinct reporting branches among threads, of a group those of its people who are strong enough; who has no chain is in none."""
    heads = branches(snapshot.network)
    found = threads_of(snapshot)
    strong = {person.id for one in found for person in one.people if strength(person, snapshot.now).score > snapshot.rules.thread_above}
    members = tuple(one for one in found if strong & one.person_ids & heads.keys())
    return figure(len({heads[person] for person in strong if person in heads}), below(TWO), members=members)


def acquaintance_gap(snapshot: Snapshot) -> Measure:
    """Members whose best acquaintance with one of us is below the level wanted (the highest wanted of them); 0 and more."""
    found = tuple(one for one in snapshot.members if _too_distant(one))
    return figure(len(found), above(0), members=found)


def _too_distant(member: Member) -> bool:
    every = [one for person in member.people for one in person.acquaintances]
    wanted = max((one.wanted for one in every if one.wanted is not None), default=None)
    return wanted is not None and max(one.level for one in every) < wanted
