"""Ties: relationships between people, and acquaintances of our team with people."""

from typing import Annotated

import strawberry

from cypher import acquaintance, person, team, tie
from cypher.acquaintance import AcquaintanceRow
from cypher.tie import TieRow
from schema.context import Info
from schema.enums import Certainty, RelationshipKind
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.node import KINDS, Node
from schema.person import BASED_ON, Person
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.scalars import Date
from schema.selection import load
from schema.team import TeamMember
from service import acquaintances, relationships

SINCE = "The first day; null where unknown."
UNTIL = "The first day on which it no longer holds; null while it does."
STRENGTH = "How strong it is, from 1 to 5."
LEVEL = "How well they know each other, from 1 to 5."


@strawberry.type(description="A directed, dated tie between two people.")
class Relationship(Node):
    row = TieRow
    version: int = strawberry.field(description="Raised by every change.")
    relationship_kind: RelationshipKind = strawberry.field(description="How the one is tied to the other.")
    strength: int | None = strawberry.field(description=STRENGTH)
    certainty: Certainty = strawberry.field(description="How sure we are of it.")
    note: str | None = strawberry.field(description="Whatever else we know of it.")
    since: Date | None = strawberry.field(description=SINCE)
    until: Date | None = strawberry.field(description=UNTIL)

    @strawberry.field(name="from", description="Where it starts.")
    async def from_(root: strawberry.Parent[TieRow], info: Info) -> Person:
        return await load(info, person.by_ids, person.brief_by_ids, root.from_id)  # type: ignore[misc]

    @strawberry.field(description="Where it ends.")
    async def to(root: strawberry.Parent[TieRow], info: Info) -> Person:
        return await load(info, person.by_ids, person.brief_by_ids, root.to_id)  # type: ignore[misc]


@strawberry.type(description="A tie between our team member and a person.")
class Acquaintance(Node):
    row = AcquaintanceRow
    version: int = strawberry.field(description="Raised by every change.")
    level: int = strawberry.field(description=LEVEL)
    wanted_level: int | None = strawberry.field(description="How well we want to know the person, from 1 to 5.")
    note: str | None = strawberry.field(description="Whatever else we know of it.")
    since: Date | None = strawberry.field(description=SINCE)
    until: Date | None = strawberry.field(description=UNTIL)

    @strawberry.field(description="Who of us.")
    async def team_member(root: strawberry.Parent[AcquaintanceRow], info: Info) -> TeamMember:
        return await load(info, team.by_ids, team.brief_by_ids, root.team_member_id)  # type: ignore[misc]

    @strawberry.field(description="Whom they know.")
    async def person(root: strawberry.Parent[AcquaintanceRow], info: Info) -> Person:
        return await load(info, person.by_ids, person.brief_by_ids, root.person_id)  # type: ignore[misc]


KINDS["Relationship"] = tie.by_ids
KINDS["Acquaintance"] = acquaintance.by_ids
RelationshipResult = Annotated[
    Relationship | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("RelationshipResult", description="The tie, or why not."),
]
AcquaintanceResult = Annotated[
    Acquaintance | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("AcquaintanceResult", description="The acquaintance, or why not."),
]


@strawberry.input(description="A new tie between two people.")
class RelatePeopleInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    kind: RelationshipKind = strawberry.field(description="How the one is tied to the other.")
    from_id: strawberry.ID = strawberry.field(description="The person where it starts.")
    to_id: strawberry.ID = strawberry.field(description="The person where it ends.")
    strength: Whole = strawberry.field(description=STRENGTH)
    certainty: Certainty | None = strawberry.field(default=Certainty.ASSUMED, description="How sure we are of it.")
    note: Text = strawberry.field(description="Whatever else we know of it.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="The first day, today at the latest.")


@strawberry.input(description="A change of a tie; what is absent stays, null clears.")
class UpdateRelationshipInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The tie.")
    expected_version: Whole = strawberry.field(description=BASED_ON)
    strength: Whole = strawberry.field(description=STRENGTH)
    certainty: strawberry.Maybe[Certainty | None] = strawberry.field(description="How sure we are of it.")
    note: Text = strawberry.field(description="Whatever else we know of it.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="The first day, today at the latest.")
    until: strawberry.Maybe[Date | None] = strawberry.field(
        description="The first day on which it no longer holds; equal to `since` it never held, null lets it hold again."
    )


@strawberry.input(description="Makes, changes or ends the acquaintance of a team member with a person.")
class SetAcquaintanceInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    person_id: strawberry.ID = strawberry.field(description="The person.")
    team_member_id: strawberry.ID = strawberry.field(description="The team member.")
    expected_version: Whole = strawberry.field(description="The acquaintance's version that the change is based on.")
    level: int = strawberry.field(description=LEVEL)
    wanted_level: Whole = strawberry.field(description="How well we want to know the person, from 1 to 5.")
    note: Text = strawberry.field(description="Whatever else we know of it.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="The first day, today at the latest.")
    until: strawberry.Maybe[Date | None] = strawberry.field(
        description="Ends it: the first day on which it no longer holds. Where none stands, one that is over is entered; it needs `since`."
    )


@strawberry.type
class RelationshipMutations:
    @strawberry.mutation(description="Ties a person to another one.")
    async def relate_people(self, info: Info, input: Annotated[RelatePeopleInput, INPUT]) -> RelationshipResult:
        named = given(input, from_id="Person", to_id="Person")
        return await answered(info, await relationships.relate(info.context.caller, named))

    @strawberry.mutation(description="Changes or ends a tie.")
    async def update_relationship(self, info: Info, input: Annotated[UpdateRelationshipInput, INPUT]) -> RelationshipResult:
        return await answered(info, await relationships.update(info.context.caller, given(input, id="Relationship")))

    @strawberry.mutation(description="Says how well one of us knows a person.")
    async def set_acquaintance(self, info: Info, input: Annotated[SetAcquaintanceInput, INPUT]) -> AcquaintanceResult:
        named = given(input, person_id="Person", team_member_id="TeamMember")
        return await answered(info, await acquaintances.set_(info.context.caller, named))
