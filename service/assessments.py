"""Assessments: what a team member judged of a committee member. They are appended, never overwritten."""

from cypher import deal, member
from cypher.words import Permission
from service.committees import JUDGED, judge
from service.fields import LINE, LOOSE_WORD, NOTE, Field, Given, cleaned, instant, invalid, refused, whole
from service.outcomes import Done, IssueCode, Outcome
from service.stamp import day_of
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform

FIELDS = {
    "stance": LOOSE_WORD,
    "influence": Field(whole(0, 10)),
    "access": LOOSE_WORD,
    "awareness": LOOSE_WORD,
    "favours": LINE,
    "note": NOTE,
    "at": Field(instant),
}


@needs(Permission.EDITOR)
async def assess(caller: Caller, given: Given) -> Outcome:
    """Append a judgement that states only what is named; null states that it is unknown."""
    values, issues = cleaned(FIELDS, given)
    if issues:
        return invalid(issues)
    named = [name for name in JUDGED if name in values]
    if not named:
        return refused(("stance",), IssueCode.REQUIRED, "nothing-judged")

    async def job(writing: Writing) -> Outcome:
        at = values.get("at") or writing.stamp.at
        if at > writing.stamp.at:
            return refused(("at",), IssueCode.IN_FUTURE, "moment-in-future")
        judged = await member.lock(writing.work, id=given["member_id"])
        if judged is None:
            return not_found("Member", "memberId", given["member_id"])
        if judged.until is not None and day_of(at, writing.caller.viewer.time_zone) >= judged.until:
            return refused(("member_id",), IssueCode.WRONG_STATE, "member-gone", until=judged.until)
        on = (await deal.by_ids(writing.work, ids=[judged.deal_id]))[0]
        said = {name: values.get(name) for name in (*JUDGED, "note")} | {"named": named, "by": writing.caller.viewer.id, "at": at}
        await judge(writing, on, [(judged.id, said)])
        return Done("Member", judged.id)

    return await perform(caller, "assessMember", given, job)
