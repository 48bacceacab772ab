"""How customers judge what they bought."""

import strawberry

from cypher import evaluation, member, team
from cypher.evaluation import EvaluationRow
from schema.context import Info
from schema.enums import ContinueReason
from schema.inputs import KEY, Text, Whole
from schema.member import Member
from schema.node import KINDS, Node
from schema.scalars import DateTime
from schema.selection import load
from schema.team import TeamMember

SOLVED = "How far the problem is solved, 1 to 5."
TOGETHER = "How well we work together, 1 to 5."
PROMISES = "How well promises were kept, 1 to 5."
VALUE = "How good the value for money is, 1 to 5."
GOES_ON = "Whether they go on with us."
BECAUSE = "Why they go on with us."


@strawberry.type(description="How a member of the committee, or the customer as a whole, judges a purchase.")
class PurchaseEvaluation(Node):
    row = EvaluationRow
    problem_solved: int | None = strawberry.field(description=SOLVED)
    working_together: int | None = strawberry.field(description=TOGETHER)
    promises_kept: int | None = strawberry.field(description=PROMISES)
    value_for_money: int | None = strawberry.field(description=VALUE)
    will_continue: bool | None = strawberry.field(description=GOES_ON)
    continue_because: list[ContinueReason] = strawberry.field(description=BECAUSE)
    note: str | None = strawberry.field(description="What else was said.")
    at: DateTime = strawberry.field(description="When they judged.")

    @strawberry.field(description="Who judged; null: the customer as a whole.")
    async def judge(root: strawberry.Parent[EvaluationRow], info: Info) -> Member | None:
        found = info.context.load(member.by_ids, root.member_id)
        return None if found is None else await found

    @strawberry.field(description="Who of us wrote it down.")
    async def by(root: strawberry.Parent[EvaluationRow], info: Info) -> TeamMember | None:
        found = load(info, team.by_ids, team.brief_by_ids, root.by)
        return None if found is None else await found


KINDS["PurchaseEvaluation"] = evaluation.by_ids


@strawberry.input(
    description="How somebody judges a purchase, of a won deal. There is one for each judge: again, what is absent stays, null clears."
)
class EvaluatePurchaseInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    deal_id: strawberry.ID = strawberry.field(description="The deal.")
    expected_version: Whole = strawberry.field(description="The deal's version that this is based on.")
    member_id: strawberry.Maybe[strawberry.ID | None] = strawberry.field(
        description="The member of its committee who judged; absent or null: the customer as a whole."
    )
    problem_solved: Whole = strawberry.field(description=SOLVED)
    working_together: Whole = strawberry.field(description=TOGETHER)
    promises_kept: Whole = strawberry.field(description=PROMISES)
    value_for_money: Whole = strawberry.field(description=VALUE)
    will_continue: strawberry.Maybe[bool | None] = strawberry.field(description=GOES_ON)
    continue_because: strawberry.Maybe[list[ContinueReason] | None] = strawberry.field(description=BECAUSE)
    note: Text = strawberry.field(description="What else was said.")
    at: strawberry.Maybe[DateTime | None] = strawberry.field(description="When they judged, from the close to now; absent: now.")
