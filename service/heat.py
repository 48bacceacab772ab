"""How roles stand over all open deals of an account."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from cypher import judgement, process
from cypher.graph import Graph
from cypher.judgement import OpenDealOf
from cypher.words import CoverageState, Moment, Role
from service.judgement.coverage import role_states
from service.judgement.snapshot import Deal, Member, Person, Playing, Snapshot
from service.snapshots import Frame, framed


@dataclass(frozen=True)
class RoleHeat:
    """In how many open deals a role stands how."""

    role: Role
    states: Counter[CoverageState]


@dataclass(frozen=True)
class HeatOf:
    of: str
    """The account's id."""
    roles: tuple[RoleHeat, ...]


async def heat(graph: Graph, *, ids: list[str], at: Moment) -> list[HeatOf]:
    """Of each account, for each role, how many of its open deals are in which state."""
    row, catalogue = await asyncio.gather(judgement.heat(graph, ids=ids, at=at), process.catalogue(graph))
    frame = framed(row, catalogue, {})
    states: dict[str, list[tuple[Role, CoverageState]]] = {of: [] for of in ids}
    for one in row.deals:
        states[one.of] += [(role.role, role.state) for role in role_states(_snapshot(one, frame, datetime.fromisoformat(at)))]
    return [
        HeatOf(of, tuple(RoleHeat(role, Counter(state for one, state in found if one == role)) for role in Role))
        for of, found in states.items()
    ]


def _snapshot(seen: OpenDealOf, frame: Frame, now: datetime) -> Snapshot:
    """A committee of those who play a role, with nothing but what role states are made of."""
    rows = frame.processes.get(seen.buying_process, ())
    ids = frozenset(one.id for one in rows)
    here = next((frame.phase(one, seen.buy_class) for one in rows if one.key == seen.phase_key), None)
    members = []
    for number, one in enumerate(seen.players):
        engaged_at = None if one.engaged_at is None else datetime.fromisoformat(one.engaged_at)
        playing = tuple(Playing(role.role, ids & set(role.phase_ids)) for role in one.roles)
        members.append(Member(str(number), "", "", (Person("", "", engaged_at=engaged_at),), playing=playing))
    return Snapshot(Deal("", phase=here), tuple(members), now, now, frame.rules)
