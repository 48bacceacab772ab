"""Importing rows by external reference: the inputs of `upsert` and what it answers."""

from enum import StrEnum
from typing import Annotated, Any

import strawberry

from schema.context import Info
from schema.enums import BuyClass, Certainty, DealStatus, InteractionKind, RelationshipKind, Role, Seniority, Stance, told
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.money import ExternalRefInput, MoneyInput
from schema.node import Node, global_id, load_node
from schema.problems import Conflict, Forbidden, InvalidInput, Problem, answered
from schema.scalars import Date, DateTime
from service import outcomes
from service import upsert as use_case

REF = "What it is called in the other system; unknown there means that it is new."
SINCE = "The first day; null where unknown."
UNTIL = "The first day on which it no longer holds; null while it does."


class BatchList(StrEnum):
    ACCOUNTS = "ACCOUNTS"
    PEOPLE = "PEOPLE"
    EMPLOYMENTS = "EMPLOYMENTS"
    DEALS = "DEALS"
    ROLES = "ROLES"
    TIES = "TIES"
    INTERACTIONS = "INTERACTIONS"
    MOVES = "MOVES"


class BatchOutcome(StrEnum):
    CREATED = "CREATED"
    UPDATED = "UPDATED"
    UNCHANGED = "UNCHANGED"
    FAILED = "FAILED"


told(
    BatchList,
    "A list of an import.",
    ACCOUNTS="The accounts.",
    PEOPLE="The people.",
    EMPLOYMENTS="The posts.",
    DEALS="The deals.",
    ROLES="The roles that people and groups play on deals.",
    TIES="The ties between people.",
    INTERACTIONS="What happened between us and customers.",
    MOVES="The moves of deals from phase to phase and from stage to stage.",
)
told(
    BatchOutcome,
    "What became of a row.",
    CREATED="It made something new.",
    UPDATED="It changed something.",
    UNCHANGED="All of it stood already.",
    FAILED="It was not applied; see problem.",
)


@strawberry.type(description="What became of one row.")
class BatchRow:
    list: BatchList = strawberry.field(description="The list that it stands in.")
    index: int = strawberry.field(description="Its place there, from 0.")
    outcome: BatchOutcome = strawberry.field(description="What became of it.")
    of: strawberry.Private[tuple[str, str] | None] = None
    wrong: strawberry.Private[dict[str, Any] | None] = None

    @strawberry.field(description="The id of what it is about; null where it failed, or would have been made by a dry run.")
    def entity_id(self) -> strawberry.ID | None:
        return global_id(*self.of) if self.of else None

    @strawberry.field(description="What it is about.")
    async def entity(self, info: Info) -> Node | None:
        found = load_node(info, *self.of) if self.of else None
        return None if found is None else await found

    @strawberry.field(description="Why it failed.")
    async def problem(self, info: Info) -> Problem | None:
        return await answered(info, use_case.problem(self.wrong)) if self.wrong else None


@strawberry.type(description="What became of an import's rows, in the order they were applied.")
class Batch:
    rows: list[BatchRow] = strawberry.field(description="Every row's answer.")

    def _count(self, outcome: BatchOutcome) -> int:
        return sum(row.outcome is outcome for row in self.rows)

    @strawberry.field(description="How many rows made something new.")
    def created(self) -> int:
        return self._count(BatchOutcome.CREATED)

    @strawberry.field(description="How many rows changed something.")
    def updated(self) -> int:
        return self._count(BatchOutcome.UPDATED)

    @strawberry.field(description="How many rows stood already.")
    def unchanged(self) -> int:
        return self._count(BatchOutcome.UNCHANGED)

    @strawberry.field(description="How many rows were not applied.")
    def failed(self) -> int:
        return self._count(BatchOutcome.FAILED)


BatchResult = Annotated[
    Batch | InvalidInput | Conflict | Forbidden, strawberry.union("BatchResult", description="What became of the rows, or why nothing did.")
]


@strawberry.input(description="An account; what is absent stays, null clears.")
class UpsertAccountRow:
    external_ref: ExternalRefInput = strawberry.field(description=REF)
    name: str = strawberry.field(description="The name.")
    domain: Text = strawberry.field(description="The internet domain.")
    industry: Text = strawberry.field(description="The branch it works in.")
    country: Text = strawberry.field(description="The country it sits in.")
    employees: Whole = strawberry.field(description="How many work there.")
    annual_revenue: strawberry.Maybe[MoneyInput | None] = strawberry.field(description="The yearly revenue.")
    tier: Text = strawberry.field(description="How we rank it.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="Our own labels, up to 50.")
    parent_ref: strawberry.Maybe[ExternalRefInput | None] = strawberry.field(description="The account that it belongs to.")


@strawberry.input(description="A person, with the primary post; what is absent stays, null clears.")
class UpsertPersonRow:
    external_ref: ExternalRefInput = strawberry.field(description=REF)
    name: str = strawberry.field(description="The name.")
    email: Text = strawberry.field(description="The e-mail address.")
    phone: Text = strawberry.field(description="The telephone number.")
    locale: Text = strawberry.field(description="The language, such as en or pl-PL.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="Our own labels, up to 50.")
    account_ref: strawberry.Maybe[ExternalRefInput | None] = strawberry.field(
        description="The employer; another one than before ends the primary post today and opens a new one."
    )
    title: Text = strawberry.field(description="The primary post's title.")
    department: Text = strawberry.field(description="The primary post's department.")
    seniority: strawberry.Maybe[Seniority | None] = strawberry.field(description="The primary post's seniority.")


@strawberry.input(description="A post, found by person, account and since (absent: the current one).")
class UpsertEmploymentRow:
    person_ref: ExternalRefInput = strawberry.field(description="The person.")
    account_ref: ExternalRefInput = strawberry.field(description="The employer.")
    title: Text = strawberry.field(description="The title.")
    department: Text = strawberry.field(description="The department.")
    seniority: strawberry.Maybe[Seniority | None] = strawberry.field(description="The seniority.")
    usual_roles: strawberry.Maybe[list[Role] | None] = strawberry.field(description="The roles that this post usually plays.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description=SINCE)
    until: strawberry.Maybe[Date | None] = strawberry.field(description=UNTIL)
    is_primary: strawberry.Maybe[bool | None] = strawberry.field(description="Whether it is the main one; absent: where no other is.")


@strawberry.input(
    description="A deal; what is absent stays, null clears. A new one begins where its first move of the same call leads if that is its "
    "beginning, else in the phase and stage of the row, else in the first ones. It takes the moves of the call, and stands as the row says."
)
class UpsertDealRow:
    external_ref: ExternalRefInput = strawberry.field(description=REF)
    account_ref: strawberry.Maybe[ExternalRefInput | None] = strawberry.field(description="The account that buys; a new deal needs one.")
    name: str = strawberry.field(description="The name.")
    amount: strawberry.Maybe[MoneyInput | None] = strawberry.field(description="What it is worth.")
    expected_close_on: strawberry.Maybe[Date | None] = strawberry.field(description="The day on which we expect the decision.")
    deliver_on: strawberry.Maybe[Date | None] = strawberry.field(description="The day on which we promised to deliver or start.")
    created_at: strawberry.Maybe[DateTime | None] = strawberry.field(
        description="When it began, where the row makes it; absent: with its first move of the same call, else now."
    )
    status: strawberry.Maybe[DealStatus | None] = strawberry.field(
        description="How it stands: the deal is closed or opened again where it stands otherwise."
    )
    phase: Text = strawberry.field(
        description="The key of the phase that it is in, or was in when it was closed; a deal that is elsewhere moves there now."
    )
    stage: Text = strawberry.field(
        description="The key of the stage that it is in, or was in when it was closed; a deal that is elsewhere moves there now."
    )
    closed_at: strawberry.Maybe[DateTime | None] = strawberry.field(description="When it was closed; absent: now, where the row closes it.")
    close_reason: Text = strawberry.field(description="Why it closed as it did.")
    lost_to: Text = strawberry.field(description="To whom it was lost.")
    owner_email: Text = strawberry.field(description="The e-mail address of the team member who owns it.")
    buying_process: Text = strawberry.field(
        description="The key of the buying process that a new deal follows; absent: the workspace's default."
    )
    sales_process: Text = strawberry.field(
        description="The key of the sales process that a new deal is sold by; absent: the workspace's default."
    )
    buy_class: strawberry.Maybe[BuyClass | None] = strawberry.field(description="How new the purchase is to the customer.")
    source: Text = strawberry.field(description="What set it off.")
    products: strawberry.Maybe[list[str] | None] = strawberry.field(description="The keys of the products that it sells.")
    tags: strawberry.Maybe[list[str] | None] = strawberry.field(description="Our own labels, up to 50.")


@strawberry.input(
    description="A role, found by deal, party and role: the current one, also where its since differs, which the row then changes; where "
    "none is current, the ended one with the same since, else a new one. A new party joins the committee; no role begins before its member."
)
class UpsertRoleRow:
    deal_ref: ExternalRefInput = strawberry.field(description="The deal.")
    party_ref: ExternalRefInput = strawberry.field(description="The person or group.")
    role: Role = strawberry.field(description="The role that it plays.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description=SINCE)
    until: strawberry.Maybe[Date | None] = strawberry.field(description=UNTIL)
    certainty: strawberry.Maybe[Certainty | None] = strawberry.field(description="How sure we are of it.")
    stance: strawberry.Maybe[Stance | None] = strawberry.field(
        description="How the member stands to the deal, judged now where it differs."
    )
    influence: Whole = strawberry.field(description="How much the member sways, from 0 to 10, judged now where it differs.")


@strawberry.input(description="A tie, found by kind, from and to: the current one, else that with the same since.")
class UpsertTieRow:
    kind: RelationshipKind = strawberry.field(description="How the one is tied to the other.")
    from_ref: ExternalRefInput = strawberry.field(description="The person where it starts.")
    to_ref: ExternalRefInput = strawberry.field(description="The person where it ends.")
    strength: Whole = strawberry.field(description="How strong it is, from 1 to 5.")
    certainty: strawberry.Maybe[Certainty | None] = strawberry.field(description="How sure we are of it.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description=SINCE)
    until: strawberry.Maybe[Date | None] = strawberry.field(description=UNTIL)
    note: Text = strawberry.field(description="Whatever else we know of it.")


@strawberry.input(description="Something that happened between us and the customer; what is absent stays, null clears.")
class UpsertInteractionRow:
    external_ref: ExternalRefInput = strawberry.field(description=REF)
    kind: InteractionKind = strawberry.field(description="What sort of contact it was.")
    at: DateTime = strawberry.field(description="When it began, now at the latest.")
    minutes: Whole = strawberry.field(description="How many minutes it took, from 0 to 100,000.")
    initiated_by_us: strawberry.Maybe[bool | None] = strawberry.field(description="Whether we began it; null where unknown.")
    sentiment: Whole = strawberry.field(description="How it went, from -2, badly, to 2, very well.")
    summary: Text = strawberry.field(description="What was said and done.")
    deal_ref: strawberry.Maybe[ExternalRefInput | None] = strawberry.field(description="The deal that it was about.")
    person_refs: list[ExternalRefInput] = strawberry.field(description="Who of them took part: exactly these; none only with a deal.")
    team_emails: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="The e-mail addresses of who of us took part; absent or null, for a new one: who imports."
    )


@strawberry.input(
    description="A step of a deal to a phase, a stage or both. Moves of one deal are taken by their moments, then by their places; "
    "one stands already where the deal came there at that moment."
)
class UpsertMoveRow:
    deal_ref: ExternalRefInput = strawberry.field(description="The deal.")
    phase: Text = strawberry.field(description="The key of the phase that the customer came to.")
    stage: Text = strawberry.field(description="The key of the stage that we came to.")
    at: DateTime = strawberry.field(description="When, now at the latest; not before what the deal went through already.")
    reason: Text = strawberry.field(description="Why, in a few words.")


@strawberry.input(description="Up to 1,000 rows over all lists, applied in the order of the lists, so that a row may name one before it.")
class UpsertInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    dry_run: bool | None = strawberry.field(default=False, description="Answer as if, and write nothing.")
    accounts: strawberry.Maybe[list[UpsertAccountRow] | None] = strawberry.field(description="The accounts.")
    people: strawberry.Maybe[list[UpsertPersonRow] | None] = strawberry.field(description="The people.")
    employments: strawberry.Maybe[list[UpsertEmploymentRow] | None] = strawberry.field(description="The posts.")
    deals: strawberry.Maybe[list[UpsertDealRow] | None] = strawberry.field(description="The deals.")
    roles: strawberry.Maybe[list[UpsertRoleRow] | None] = strawberry.field(description="The roles on deals.")
    ties: strawberry.Maybe[list[UpsertTieRow] | None] = strawberry.field(description="The ties between people.")
    interactions: strawberry.Maybe[list[UpsertInteractionRow] | None] = strawberry.field(
        description="What happened between us and customers."
    )
    moves: strawberry.Maybe[list[UpsertMoveRow] | None] = strawberry.field(description="The moves of deals, oldest first or in any order.")


@strawberry.type
class BatchMutations:
    @strawberry.mutation(description="Enters or changes up to 1,000 things by external reference; a wrong row never holds up another.")
    async def upsert(self, info: Info, input: Annotated[UpsertInput, INPUT]) -> BatchResult:
        outcome = await use_case.upsert(info.context.caller, given(input))
        if not isinstance(outcome, outcomes.Done):
            return await answered(info, outcome)
        info.context.forget()
        return Batch(rows=[_row(one) for one in outcome.extra])


def _row(one: dict[str, Any]) -> BatchRow:
    of = (one["kind"], one["id"]) if one["id"] else None
    return BatchRow(list=BatchList(one["list"]), index=one["index"], outcome=BatchOutcome(one["outcome"]), of=of, wrong=one["problem"])
