"""Upkeep: hiding and bringing back, erasing, telling what is held, finding doubles."""

import asyncio
from typing import Annotated, Any

import strawberry

from cypher import person
from schema.account import Account
from schema.context import Info
from schema.enums import DuplicateReason
from schema.errors import NotAllowed, OutOfRange
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.node import Node, global_id, local_id, parted
from schema.person import Person
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.scalars import JSON
from service import deletions, dossiers, erasures, merging, outcomes
from service.outcomes import Done


@strawberry.type(description="Something was hidden, with what hangs on it.")
class Deleted:
    deleted_id: strawberry.ID = strawberry.field(description="Its id, by which `restore` brings it back.")


@strawberry.type(description="Something hidden was brought back, with what the same deletion hid.")
class Restored:
    node: Node = strawberry.field(description="What was brought back.")


DeletedResult = Annotated[
    Deleted | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("DeletedResult", description="What was hidden, or why not."),
]
RestoreResult = Annotated[
    Restored | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("RestoreResult", description="What was brought back, or why not."),
]


@strawberry.input(description="Which thing is meant.")
class DeleteInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="Its id.")
    expected_version: Whole = strawberry.field(description="The version that the change is based on.")


def _meant(input: DeleteInput) -> dict[str, Any]:
    """The input with the kind of the thing that its id names."""
    return given(input, id=deletions.KINDS) | {"kind": parted(input.id)[0] or "Node"}


def _is_row(outcome: outcomes.Outcome, row: Any) -> bool:
    """Whether it is done, and the thing still to be seen."""
    return isinstance(outcome, Done) and not isinstance(row, NotFound)


def _merged(outcome: outcomes.Outcome) -> list[strawberry.ID]:
    return [global_id(outcome.kind, id_) for id_ in outcome.extra["mergedIds"]] if isinstance(outcome, Done) else []


@strawberry.type(description="What identifies a person was removed; the figures stay.")
class Erasure:
    person: Person = strawberry.field(description="The person, without a name.")


ErasureResult = Annotated[
    Erasure | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("ErasureResult", description="Who was erased, or why not."),
]


@strawberry.input(description="Which things are the same, and which of them stays.")
class MergeInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    keep_id: strawberry.ID = strawberry.field(description="The one that stays, with its id.")
    expected_version: Whole = strawberry.field(description="The version of the one that stays, on which the merge is based.")
    merge_ids: list[strawberry.ID] = strawberry.field(
        description="Those that become it, 1 to 20. Their ids are gone, but for what Changes tell."
    )


@strawberry.type(description="People became one.")
class PersonMerge:
    person: Person = strawberry.field(description="The one who stays, with what the others had.")
    merged_ids: list[strawberry.ID] = strawberry.field(description="Those who became that one, in the order of the input.")


@strawberry.type(description="Accounts became one.")
class AccountMerge:
    account: Account = strawberry.field(description="The one that stays, with what the others had.")
    merged_ids: list[strawberry.ID] = strawberry.field(description="Those that became that one, in the order of the input.")


MergeResult = Annotated[
    AccountMerge | PersonMerge | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("MergeResult", description="What stays, or why nothing was merged."),
]


@strawberry.type(description="People who are probably the same.")
class DuplicateGroup:
    ids: strawberry.Private[list[str]]
    because: DuplicateReason = strawberry.field(description="What they have in common.")

    @strawberry.field(description="The people, in the order they were entered.")
    async def people(self, info: Info) -> list[Person]:
        found = await asyncio.gather(*(info.context.load(person.by_ids, id_) for id_ in self.ids[:MOST_PEOPLE]))  # type: ignore[arg-type]
        return [row for row in found if row is not None]


SECTIONS = {
    "employments": "Employment",
    "groups": "Group",
    "relationships": "Relationship",
    "acquaintances": "Acquaintance",
    "memberships": "Member",
    "roles": "RoleAssignment",
    "assessments": "Assessment",
    "needs": "Need",
    "objections": "Objection",
    "evaluations": "PurchaseEvaluation",
    "interactions": "Interaction",
}
"""Section of an export → the kind of what it lists."""


def _named(held: dict[str, Any], kind: str) -> Any:
    """A part of an export with global ids."""
    own = {"id": global_id(kind, held["id"])} if "id" in held else {}
    return held | own | {name: [_named(one, of) for one in held[name]] for name, of in SECTIONS.items() if name in held}


MOST_GROUPS, MOST_PEOPLE = 100, 100


@strawberry.type
class UpkeepQueries:
    @strawberry.field(description="All that is held about a person, for administrators; null where there is no such person.")
    async def person_export(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The person's id.")]
    ) -> JSON | None:
        held = await dossiers.export(info.context.caller, local_id(id, "Person"))
        if isinstance(held, outcomes.Forbidden):
            raise NotAllowed(held.message)
        return None if held is None else JSON(_named(held, "Person"))

    @strawberry.field(description="Groups of people who are probably the same, to be merged; those with one e-mail address first.")
    async def duplicate_people(
        self,
        info: Info,
        limit: Annotated[int | None, strawberry.argument(description="How many groups: 1 to 100.")] = 20,
    ) -> list[DuplicateGroup]:
        most = 20 if limit is None else limit
        if not 1 <= most <= MOST_GROUPS:
            raise OutOfRange(f"`limit` is from 1 to {MOST_GROUPS}.")
        found = await dossiers.doubles(info.context.caller, most)
        return [DuplicateGroup(ids=one.ids, because=one.because) for one in found]


@strawberry.type
class UpkeepMutations:
    @strawberry.mutation(description="Removes what identifies a person, also from the log, and keeps the figures. It can't be undone.")
    async def erase_person(self, info: Info, input: Annotated[DeleteInput, INPUT]) -> ErasureResult:
        outcome = await erasures.erase(info.context.caller, given(input, id="Person"))
        row = await answered(info, outcome)
        return Erasure(person=row) if _is_row(outcome, row) else row

    @strawberry.mutation(
        description="Lets people who are the same be one: of doubled ties, posts and roles the stronger stays. It can't be undone."
    )
    async def merge_people(self, info: Info, input: Annotated[MergeInput, INPUT]) -> MergeResult:
        outcome = await merging.merge_people(info.context.caller, given(input, keep_id="Person", merge_ids="Person"))
        row = await answered(info, outcome)
        return PersonMerge(person=row, merged_ids=_merged(outcome)) if _is_row(outcome, row) else row

    @strawberry.mutation(
        description="Lets accounts that are the same be one, with the deals, groups and people of all. It can't be undone."
    )
    async def merge_accounts(self, info: Info, input: Annotated[MergeInput, INPUT]) -> MergeResult:
        outcome = await merging.merge_accounts(info.context.caller, given(input, keep_id="Account", merge_ids="Account"))
        row = await answered(info, outcome)
        return AccountMerge(account=row, merged_ids=_merged(outcome)) if _is_row(outcome, row) else row

    @strawberry.mutation(description="Hides something that was entered by mistake, with what hangs on it; `restore` brings it back.")
    async def delete(self, info: Info, input: Annotated[DeleteInput, INPUT]) -> DeletedResult:
        outcome = await deletions.delete(info.context.caller, _meant(input))
        if isinstance(outcome, Done):
            return Deleted(deleted_id=global_id(outcome.kind, outcome.id))
        return await answered(info, outcome)

    @strawberry.mutation(description="Brings back all that the deletion of this thing hid.")
    async def restore(self, info: Info, input: Annotated[DeleteInput, INPUT]) -> RestoreResult:
        outcome = await deletions.restore(info.context.caller, _meant(input))
        row = await answered(info, outcome)
        return Restored(node=row) if _is_row(outcome, row) else row
