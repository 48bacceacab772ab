"""Purchase evaluations: how a customer judges what it bought. There is one for each judge; who judges again changes it."""

from typing import Any

from cypher import deal, evaluation, member
from cypher.deal import DealRow
from cypher.evaluation import EvaluationRow
from cypher.words import ChangeAction, DealStatus, Moment, Permission
from service.fields import NOTE, Field, Given, absent, cleaned, differences, flag, instant, invalid, refused, stored, whole, words
from service.outcomes import Done, IssueCode, Outcome, Problem
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

MARK = Field(whole(1, 5))
MARKS = ("problem_solved", "working_together", "promises_kept", "value_for_money")
FIELDS = {
    **dict.fromkeys(MARKS, MARK),
    "will_continue": Field(flag),
    "continue_because": Field(words, empty=()),
    "note": NOTE,
}
AT = {"at": Field(instant)}


@needs(Permission.EDITOR)
async def evaluate(caller: Caller, given: Given) -> Outcome:
    """Note how a member, or the customer as a whole, judges a purchase; what is absent stays as the same judge said before."""
    values, issues = cleaned(FIELDS, given)
    when, _ = cleaned(AT, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        on = await deal.lock(writing.work, id=given["deal_id"])
        if on is None:
            return not_found("Deal", "dealId", given["deal_id"])
        at = when.get("at") or writing.stamp.at
        if problem := stale(given.get("expected_version"), "Deal", on) or _untimely(writing, on, at):
            return problem
        judge = given.get("member_id")
        if problem := await _elsewhere(writing, on, judge):
            return problem
        told = await evaluation.of_deals(writing.work, ids=[on.id])
        before = next((one for of in told for one in of.items if one.member_id == judge), None)
        return await _judged(writing, on, before, judge, values, at)

    return await perform(caller, "evaluatePurchase", given, job)


def _untimely(writing: Writing, on: DealRow, at: Moment) -> Problem | None:
    """Why a purchase can't be judged at this moment."""
    if on.status != DealStatus.WON:
        return refused(("deal_id",), IssueCode.WRONG_STATE, "nothing-bought", status=on.status)
    if at > writing.stamp.at:
        return refused(("at",), IssueCode.IN_FUTURE, "moment-in-future")
    if at < (on.closed_at or ""):
        return refused(("at",), IssueCode.OUT_OF_ORDER, "out-of-order", other="closedAt")
    return None


async def _elsewhere(writing: Writing, on: DealRow, judge: str | None) -> Problem | None:
    if judge is None:
        return None
    found = await member.by_ids(writing.work, ids=[judge])
    if not found:
        return not_found("Member", "memberId", judge)
    return None if found[0].deal_id == on.id else refused(("member_id",), IssueCode.CONTRADICTION, "of-another-deal")


async def _judged(
    writing: Writing, on: DealRow, before: EvaluationRow | None, judge: str | None, values: dict[str, Any], at: Moment
) -> Outcome:
    """Write what differs as one Change; nothing is no change."""
    told = absent(FIELDS) | ({name: getattr(before, name) for name in FIELDS} if before else {}) | values
    if told["will_continue"] is False and told["continue_because"]:
        return refused(("continue_because",), IssueCode.CONTRADICTION, "reasons-to-stop")
    changed = differences(before, values) if before else {name: (None, value) for name, value in values.items() if value not in (None, [])}
    if not changed:
        return Done("Deal", on.id) if before else refused(("problem_solved",), IssueCode.REQUIRED, "nothing-evaluated")
    id_ = before.id if before else writing.stamp.new_id()
    fields = stored(FIELDS, told) | {"dealId": on.id, "memberId": judge, "by": writing.caller.viewer.id, "at": at}
    await evaluation.write(writing.work, deal_id=on.id, id=id_, fields=fields)
    changed = changed if before or judge is None else {"member_id": (None, judge)} | changed
    action = ChangeAction.UPDATED if before else ChangeAction.CREATED
    writing.record(action, "PurchaseEvaluation", id_, version=None, fields=changed, account=on.account_id, deal=on.id)
    return Done("Deal", on.id)
