"""From the rows of a map to what stands on it, before anything more is asked of it. The types of the API are in `map`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

import msgspec
import strawberry

from cypher.network import DrawnRow, MapSeatRow
from cypher.words import CoverageState
from cypher.words import RelationshipKind as Kind
from cypher.words import Role as RoleWord
from cypher.words import TieKind as Tied
from schema.context import Info
from schema.enums import RelationshipKind
from schema.errors import OutOfRange
from schema.moments import moment_at
from schema.node import global_id, local_id
from schema.reach import day_of, limited
from service import maps
from service.judgement.coverage import role_states
from service.judgement.snapshot import Snapshot
from service.maps import Plan, Wanted

MOST_PEOPLE = 1_000
Kinds = Annotated[list[RelationshipKind] | None, strawberry.argument(description="Only ties of these kinds; absent: of all.")]
MapLimit = Annotated[int | None, strawberry.argument(description="How many people at most: 1 to 1,000.")]


class Standing(msgspec.Struct, frozen=True, gc=False):
    """A node."""

    key: str
    label: str
    sublabel: str | None = None
    person: Any = None
    """The row of a person or a group."""
    team_member_id: str | None = None
    member_id: str | None = None
    roles: Sequence[RoleWord] = ()
    stance: Any = None
    influence: int | None = None
    access: Any = None


class Line(msgspec.Struct, frozen=True, gc=False):
    """An edge."""

    key: str
    from_: str
    to: str
    kind: Any
    strength: int | None = None
    certainty: Any = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Ring:
    """People who belong together."""

    key: str
    label: str
    group_id: str | None
    nodes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ghost:
    """An expected role that nobody plays."""

    key: str
    role: RoleWord
    state: CoverageState
    required: bool
    goal: int


def gaps_of(snapshot: Snapshot) -> list[Ghost]:
    """What a committee lacks in its phase."""
    missing = [one for one in role_states(snapshot) if one.state == CoverageState.MISSING]
    return [Ghost(f"gap:{one.role}", one.role, one.state, one.required, one.goal) for one in missing]


@dataclass(frozen=True, slots=True)
class Picture:
    """A map."""

    nodes: list[Standing]
    edges: list[Line]
    groups: list[Ring]
    truncated: bool
    gaps: Sequence[Ghost] = ()


def pictured(plan: Plan, kinds: Sequence[Any] | None = None, gaps: Sequence[Ghost] = (), *, people_only: bool = False) -> Picture:
    """A map's nodes and edges; keys are the global ids of what they show. `people_only`: without us, as on an org chart."""
    drawn = plan.drawn
    seats = _seats(plan.members)
    keys = {row.id: global_id("Person", row.id) for row in drawn.people} | {row.id: global_id("Group", row.id) for row in drawn.groups}
    nodes = [_node(keys[row.id], row, row.title, seats) for row in sorted(drawn.people, key=lambda row: row.id)]
    nodes += [_node(keys[row.id], row, None, seats) for row in drawn.groups]
    edges = [
        Line(global_id("Relationship", id_), keys[from_id], keys[to_id], kind, strength, certainty, note)
        for id_, kind, from_id, to_id, strength, certainty, note in sorted(drawn.ties)
        if id_ and (kinds is None or kind in kinds)
    ]
    if not people_only:
        ours = {id_: name for _, id_, name, *_ in sorted(drawn.covers)}
        keys |= {id_: global_id("TeamMember", id_) for id_ in ours}
        nodes += [Standing(keys[id_], name, team_member_id=id_) for id_, name in ours.items()]
        edges += [_covers(keys, cover) for cover in sorted(drawn.covers)]
        edges += [
            Line(f"{keys[person_id]}>{keys[group_id]}", keys[person_id], keys[group_id], Tied.MEMBER_OF)
            for person_id, group_id, _ in drawn.belonging
            if group_id in keys
        ]
    return Picture(nodes, edges, _rings(drawn, keys), plan.truncated, gaps)


def _covers(keys: Mapping[str, str], cover: Any) -> Line:
    id_, team_member_id, _, person_id, level, note = cover
    return Line(global_id("Acquaintance", id_), keys[team_member_id], keys[person_id], Tied.COVERS, level, label=note)


def _seats(members: Sequence[MapSeatRow]) -> dict[str, list[MapSeatRow]]:
    seats: dict[str, list[MapSeatRow]] = {}
    for one in members:
        seats.setdefault(one.party, []).append(one)
    return seats


def _node(key: str, row: Any, sublabel: str | None, seats: Mapping[str, list[MapSeatRow]]) -> Standing:
    places = seats.get(row.id)
    if not places:
        return Standing(key, row.name, sublabel, row)
    last = places[-1]
    return Standing(key, row.name, sublabel, row, None, last.id, _roles(places), last.stance, last.influence, last.access)


def _roles(places: Sequence[MapSeatRow]) -> Sequence[RoleWord]:
    if len(places) == 1:
        return places[0].roles
    played = {role for place in places for role in place.roles}
    return [role for role in RoleWord if role in played]


def _rings(drawn: DrawnRow, keys: Mapping[str, str]) -> list[Ring]:
    """Groups by name, then departments by name."""
    rings: dict[str, Ring] = {}
    for person_id, group_id, name in sorted(drawn.belonging, key=lambda one: (one[2], one[1], one[0])):
        rings.setdefault(group_id, Ring(global_id("Group", group_id), name, group_id)).nodes.append(keys[person_id])
    departments: dict[str, Ring] = {}
    for row in sorted(drawn.people, key=lambda row: (row.department or "", row.id)):
        if row.department:
            folded = row.department.strip().casefold()
            departments.setdefault(folded, Ring(f"department:{folded}", row.department, None)).nodes.append(keys[row.id])
    return [*rings.values(), *departments.values()]


async def account_map(info: Info, id_: str, wanted: Wanted, as_of: Any) -> Picture:
    """The map or the org chart of an account, now or at a moment."""
    at = moment_at(info, as_of)
    found = await info.context.children(maps.of_accounts, id_, wanted=wanted, day=day_of(info, at), at=at)
    return pictured(found.told, people_only=wanted.chart)


def map_wanted(kinds: list[RelationshipKind] | None, subsidiaries: bool | None, limit: int | None) -> Wanted:
    """The part of an account that its map shows."""
    wanted: Any = None if kinds is None else tuple(dict.fromkeys(kinds))
    return Wanted(limited(limit, 200, MOST_PEOPLE), wanted, bool(subsidiaries))


def chart_wanted(root: str | None, depth: int | None, limit: int | None) -> Wanted:
    """The part of an account that an org chart shows. A root that is nobody of ours shows nobody."""
    if depth is not None and depth < 0:
        raise OutOfRange("`depth` is 0 or more: how many levels below the root.")
    below = None if root is None else str(local_id(root, "Person"))
    return Wanted(limited(limit, 500, MOST_PEOPLE), (Kind.REPORTS_TO,), chart=True, root=below, depth=depth)
