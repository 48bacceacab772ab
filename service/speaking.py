"""What needs and objections have in common: the member who has them, and the timelines that tell of them."""

from typing import NamedTuple

from cypher import deal, member
from cypher.deal import DealRow
from cypher.member import MemberRow
from service.committees import Place
from service.fields import Given, refused
from service.outcomes import InvalidInput, IssueCode, NotFound
from service.writing import Writing, not_found


class Speaker(NamedTuple):
    """A member, locked, and its deal."""

    member: MemberRow
    deal: DealRow

    @property
    def place(self) -> Place:
        return {"account": self.deal.account_id, "deal": self.deal.id}


async def speaker(writing: Writing, given: Given) -> Speaker | NotFound | InvalidInput:
    """The member of an input, locked; it sits on the committee now."""
    found = await member.lock(writing.work, id=given["member_id"])
    if found is None:
        return not_found("Member", "memberId", given["member_id"])
    if found.until is not None:
        return refused(("member_id",), IssueCode.WRONG_STATE, "member-gone", until=found.until)
    return Speaker(found, (await deal.by_ids(writing.work, ids=[found.deal_id]))[0])


async def place_of(writing: Writing, deal_id: str) -> Place:
    """The account and the deal whose timelines tell of a Change on a deal."""
    (on,) = await deal.by_ids(writing.work, ids=[deal_id])
    return {"account": on.account_id, "deal": on.id}
