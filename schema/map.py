"""Maps: who stands on one, what joins them, what is missing; one payload from which any frontend draws."""

from typing import Any

import strawberry

from cypher import group, person, team
from cypher.group import GroupRow
from cypher.person import PersonRow
from schema.context import Info
from schema.enums import Access, Certainty, CoverageState, Role, Stance, TieKind
from schema.group import Group
from schema.member import BRIEF_PARTY, Member
from schema.node import load_node
from schema.party import Party
from schema.picture import Ring, Standing
from schema.selection import asked, load
from schema.team import TeamMember


@strawberry.type(description="Somebody on a map: a person, a group that sits on the committee, or one of us.")
class MapNode:
    key: str = strawberry.field(description="Unique within the map.")
    label: str = strawberry.field(description="The name.")
    sublabel: str | None = strawberry.field(description="The title of the primary current post.")

    @strawberry.field(description="The person or group; null for one of us.")
    def party(root: strawberry.Parent[Standing], info: Info) -> Party | None:
        row: Any = root.person
        if row is None or isinstance(row, PersonRow | GroupRow) or _enough(info):
            return row
        return load(info, person.by_ids, person.brief_by_ids, row.id)  # type: ignore[return-value]

    @strawberry.field(description="One of us; null for a person or a group.")
    async def team_member(root: strawberry.Parent[Standing], info: Info) -> TeamMember | None:
        found = load(info, team.by_ids, team.brief_by_ids, root.team_member_id)
        return None if found is None else await found

    @strawberry.field(description="Its place on the committee; on an account's map the one on an open deal that was judged last.")
    async def member(root: strawberry.Parent[Standing], info: Info) -> Member | None:
        found = None if root.member_id is None else load_node(info, "Member", root.member_id)
        return None if found is None else await found

    roles: list[Role] = strawberry.field(description="The roles that it plays; on an account's map on any open deal.")
    stance: Stance | None = strawberry.field(description="How it stands towards our offer.")
    influence: int | None = strawberry.field(description="How much it sways the decision, 0 to 10.")
    access: Access | None = strawberry.field(description="How well we reach it.")


def _enough(info: Info) -> bool:
    """Whether the brief row of a person holds what is asked for; found out once for all nodes of a map."""
    nodes = info._raw_info.field_nodes  # noqa: SLF001 - as in `selection.load`
    known, key = info.context.known, ("party", *map(id, nodes))
    if key not in known:
        known[key] = asked(info) <= BRIEF_PARTY
    return known[key]


@strawberry.type(description="A tie on a map.")
class MapEdge:
    key: str = strawberry.field(description="Unique within the map.")
    from_: str = strawberry.field(name="from", description="The key of the node where it starts.")
    to: str = strawberry.field(description="The key of the node where it ends.")
    kind: TieKind = strawberry.field(description="How the two are tied.")
    strength: int | None = strawberry.field(description="How strong it is, 1 to 5; null where nobody said.")
    certainty: Certainty | None = strawberry.field(description="How sure we are, of ties between people.")
    label: str | None = strawberry.field(description="What was noted of it.")


@strawberry.type(description="Nodes that belong together: a group, or a department.")
class MapGroup:
    key: str = strawberry.field(description="Unique within the map.")
    label: str = strawberry.field(description="The name.")

    @strawberry.field(description="The group; null for a department.")
    async def group(root: strawberry.Parent[Ring], info: Info) -> Group | None:
        found = info.context.load(group.by_ids, root.group_id)
        return None if found is None else await found

    nodes: list[str] = strawberry.field(description="The keys of its nodes.")


@strawberry.type(description="A ghost: a role that the deal's phase expects and nobody plays.")
class MapGap:
    key: str = strawberry.field(description="Unique within the map.")
    role: Role = strawberry.field(description="The role.")
    state: CoverageState = strawberry.field(description="How the role stands: MISSING.")
    required: bool = strawberry.field(description="Whether the phase requires it.")
    goal: int = strawberry.field(description="How many should play it and be in touch with us.")


@strawberry.type(description="People with what joins them, ready to be drawn.")
class RelationshipMap:
    nodes: list[MapNode] = strawberry.field(description="Who stands on it.")
    edges: list[MapEdge] = strawberry.field(description="What joins them.")
    groups: list[MapGroup] = strawberry.field(description="Who belongs together.")
    gaps: list[MapGap] = strawberry.field(description="Whom a committee lacks; none on an account's map.")
    truncated: bool = strawberry.field(description="Whether somebody was left out.")
