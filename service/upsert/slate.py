"""The slate of one import: every thing that its rows name, read in bulk, as the rows judged so far leave it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher import batch, group, interaction, ref, workspace
from cypher.words import RelationshipKind
from cypher.workspace import WorkspaceRow
from service import accounts, assessments, deals, employments, interactions, people, relationships, roles
from service.fields import Fields, absent
from service.outcomes import Problem
from service.writing import Writing

Ref = tuple[str, str]
FIELDS: Mapping[str, Fields] = {
    "Account": accounts.FIELDS,
    "Person": people.FIELDS,
    "Employment": employments.FIELDS,
    "Relationship": relationships.FIELDS,
    "Deal": deals.FIELDS | deals.CLOSING,
    "RoleAssignment": {name: roles.CHANGING[name] for name in ("since", "until", "certainty")},
    "Interaction": interactions.FIELDS,
    "Member": {name: assessments.FIELDS[name] for name in ("stance", "influence")},
}
"""What rows can say of each kind; a member's are what was judged of it."""


class Refusal(Exception):
    """A row that can't be applied, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


@dataclass
class Thing:
    """One entity: as it stood (None: it is new), and what the rows made of it."""

    kind: str
    id: str
    before: Any
    values: dict[str, Any] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    reference: dict[str, str] | None = None
    """Of a new one: what is stored of the external reference that it came under."""

    def __getattr__(self, name: str) -> Any:
        """A field as it is by now."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self.values[name] if name in self.values else getattr(self.before, name, None)

    def take(self, values: Mapping[str, Any]) -> list["Thing"]:
        """Let a row's values hold; gives this thing where any differs."""
        differs = any(getattr(self, name) != value for name, value in values.items())
        self.values |= values
        self.named |= values.keys()
        return [self] if differs else []

    @property
    def changed(self) -> dict[str, tuple[Any, Any]]:
        """What a Change tells: name → (before, after)."""
        if self.before is None:
            return {name: (None, self.values[name]) for name in self.values if name in self.named}
        old = {name: getattr(self.before, name) for name in self.values}
        return {name: (old[name], value) for name, value in self.values.items() if old[name] != value}


@dataclass
class Slate:
    """What is known of the graph while rows are judged."""

    writing: Writing
    home: WorkspaceRow
    named: dict[Ref, tuple[str, str, bool]] = field(default_factory=dict)
    """What references name: kind, id, whether it is hidden."""
    things: dict[str, Thing] = field(default_factory=dict)
    posts: dict[str, list[Thing]] = field(default_factory=dict)
    """Of each person."""
    ties: dict[tuple[str, str, str], list[Thing]] = field(default_factory=dict)
    """By kind and both ends, those of a conflict sorted."""
    superior: dict[str, str] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    seats: dict[tuple[str, str], list[Thing]] = field(default_factory=dict)
    """Members, by deal and party, former ones included."""
    roles: dict[tuple[str, str, str], list[Thing]] = field(default_factory=dict)
    """By deal, party and role."""
    made: set[str] = field(default_factory=set)
    """The things that the row in hand has begun."""

    def make(self, kind: str, **values: Any) -> Thing:
        """Begin a new thing."""
        thing = Thing(kind, self.writing.stamp.new_id(), None, absent(FIELDS[kind]) | values, set(values))
        self.things[thing.id] = thing
        self.made.add(thing.id)
        return thing


def parted(things: list[Thing], kind: str) -> tuple[list[Thing], list[Thing]]:
    """Of this kind: the new ones, and those that stood before."""
    of_kind = [one for one in things if one.kind == kind]
    return [one for one in of_kind if one.before is None], [one for one in of_kind if one.before is not None]


def tie_key(kind: str, from_id: str, to_id: str) -> tuple[str, str, str]:
    """Where a tie is found again: a conflict has no direction."""
    if kind == RelationshipKind.CONFLICTS_WITH:
        from_id, to_id = sorted((from_id, to_id))
    return kind, from_id, to_id


READ: Mapping[str, Any] = {
    "Interaction": interaction.by_ids,
    "Account": batch.accounts,
    "Person": batch.people,
    "Group": group.by_ids,
    "Deal": batch.deals,
}
"""Kind → the statement that reads what references name; interactions first, since their deals are read too."""


async def read(writing: Writing, wanted: set[Ref], *, ties: bool, parents: bool, roles: bool) -> Slate:
    """Read whatever these references name, with the people's posts; their ties, the accounts' parents, seats where rows tell of such.

    The workspace's lock comes first. Every writer needs it to end, so what is read stays true; a lock on each thing would cost a write.
    """
    slate = Slate(writing, await workspace.lock(writing.work))
    for found in await ref.find(writing.work, refs=[{"system": system, "key": key} for system, key in sorted(wanted)]):
        slate.named[found.system, found.key] = (found.kind, found.entity_id, found.hidden)
    ids = {
        kind: sorted({id_ for of, id_, hidden in slate.named.values() if of == kind and not hidden})
        for kind in ("Account", "Person", "Group", "Deal", "Interaction")
    }
    for kind, rows in READ.items():
        for row in await rows(writing.work, ids=ids[kind]) if ids[kind] else ():
            slate.things[row.id] = Thing(kind, row.id, row)
            if kind == "Interaction" and row.deal_id:
                ids["Deal"] = sorted({*ids["Deal"], row.deal_id})
    if parents and ids["Account"]:
        slate.parent |= {one.id: one.above_id for one in await batch.parents(writing.work, ids=ids["Account"])}
    if ids["Person"]:
        await _posts(slate, ids["Person"])
    if ties and ids["Person"]:
        await _ties(slate, ids["Person"])
    if roles:
        await _seats(slate, ids["Deal"], ids["Person"] + ids["Group"])
    return slate


async def _posts(slate: Slate, person_ids: list[str]) -> None:
    for post in await batch.posts(slate.writing.work, ids=person_ids):
        slate.things[post.id] = thing = Thing("Employment", post.id, post)
        slate.posts.setdefault(post.person_id, []).append(thing)


async def _ties(slate: Slate, person_ids: list[str]) -> None:
    work = slate.writing.work
    for tie in {tie.id: tie for tie in await batch.ties(work, ids=person_ids)}.values():
        slate.things[tie.id] = thing = Thing("Relationship", tie.id, tie)
        slate.ties.setdefault(tie_key(tie.relationship_kind, tie.from_id, tie.to_id), []).append(thing)
    slate.superior |= {one.id: one.above_id for one in await batch.superiors(work, ids=person_ids)}


async def _seats(slate: Slate, deal_ids: list[str], party_ids: list[str]) -> None:
    if not deal_ids or not party_ids:
        return
    for seat in await batch.seats(slate.writing.work, deal_ids=deal_ids, party_ids=party_ids):
        slate.things[seat.id] = Thing("Member", seat.id, seat)
        slate.seats.setdefault((seat.deal_id, seat.party_id), []).append(slate.things[seat.id])
        for role in seat.roles:
            slate.things[role.id] = Thing("RoleAssignment", role.id, role)
            slate.roles.setdefault((seat.deal_id, seat.party_id, role.role), []).append(slate.things[role.id])
