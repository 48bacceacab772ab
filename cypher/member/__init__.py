"""Committees: the parties on a deal, the roles they play there, and what we judged of them."""

from collections.abc import Sequence
from typing import Any

from cypher.compose.page import Page
from cypher.graph import Graph, Scope, Work
from cypher.group import GroupRow
from cypher.person import BriefPersonRow, PersonRow
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import Access, Awareness, Certainty, Day, DealStatus, Moment, Role, Stance


class BriefRoleRow(Row, frozen=True):
    """What is shown of a role nearly everywhere."""

    id: str
    member_id: str
    role: Role
    certainty: Certainty


class RoleRow(BriefRoleRow, frozen=True):
    version: int
    deal_id: str
    phase_ids: list[str]
    """None: it matters in all phases."""
    since: Day | None
    until: Day | None
    confirmed_at: Moment | None
    confirmed_by: str | None
    source: str | None


class BriefMemberRow(Row, frozen=True):
    """What is shown of a party on a deal nearly everywhere, with the roles that it plays there now.

    Each judgement is as the latest assessment naming it says.
    """

    id: str
    deal_id: str
    until: Day | None
    stance: Stance | None
    influence: int | None
    access: Access | None
    awareness: Awareness | None
    party: BriefPersonRow | GroupRow
    roles: Sequence[BriefRoleRow]

    @property
    def member_id(self) -> str:
        """The member's, whatever the moment."""
        return self.id.partition("@")[0]

    @property
    def as_of(self) -> Moment | None:
        """The moment that it tells of; None: now."""
        return None


class MemberRow(BriefMemberRow, frozen=True):
    version: int
    since: Day | None
    created_at: Moment
    favours: str | None
    assessed_at: Moment | None
    party: PersonRow | GroupRow
    roles: Sequence[RoleRow]


class PastMemberRow(MemberRow, frozen=True):
    """A member as it was at a moment, which its id names: `<id>@<moment>`. Its party and its roles themselves are today's."""

    as_of: Moment


class PastMembersOf(Row, frozen=True):
    of: str
    items: list[PastMemberRow]


class BriefMembersOf(Row, frozen=True):
    of: str
    items: list[BriefMemberRow]


class MembersOf(Row, frozen=True):
    of: str
    items: list[MemberRow]


class AssessmentRow(Row, frozen=True):
    id: str
    member_id: str
    named: list[str]
    """Which of the next five it states; null there means unknown."""
    stance: Stance | None
    influence: int | None
    access: Access | None
    awareness: Awareness | None
    favours: str | None
    note: str | None
    by: str | None
    at: Moment


class AssessmentsOf(Row, frozen=True):
    of: str
    items: list[AssessmentRow]


class UsualRolesRow(Row, frozen=True):
    person_id: str
    roles: list[Role]


@query
async def committee(scope: Scope, *, ids: list[str], former: bool) -> list[BriefMembersOf]: ...


@query
async def whole_committee(scope: Scope, *, ids: list[str], former: bool) -> list[MembersOf]: ...


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[MemberRow]: ...


@query
async def past_committee(scope: Scope, *, ids: list[str], at: Moment, day: Day, former: bool) -> list[PastMembersOf]: ...


@query
async def past_by_ids(scope: Scope, *, ids: list[str], at: Moment, day: Day) -> list[PastMemberRow]: ...


@query
async def of_parties(graph: Graph, *, ids: list[str], status: DealStatus | None, page: Page) -> list[MembersOf]: ...


@query
async def brief_of_parties(graph: Graph, *, ids: list[str], status: DealStatus | None, page: Page) -> list[BriefMembersOf]: ...


@query
async def count_of_parties(graph: Graph, *, ids: list[str], status: DealStatus | None) -> list[CountOf]: ...


@query
async def roles_by_ids(scope: Scope, *, ids: list[str]) -> list[RoleRow]: ...


@query
async def assessments(graph: Graph, *, ids: list[str], at: Moment | None, page: Page) -> list[AssessmentsOf]: ...


@query
async def count_assessments(graph: Graph, *, ids: list[str], at: Moment | None) -> list[CountOf]: ...


@query
async def assessments_by_ids(scope: Scope, *, ids: list[str]) -> list[AssessmentRow]: ...


@query
async def standing_assessments(scope: Scope, *, ids: list[str]) -> list[AssessmentsOf]: ...


@query
async def leavers(scope: Scope, *, deal_id: str) -> list[str]: ...


@query
async def usual_roles(scope: Scope, *, account_id: str) -> list[UsualRolesRow]: ...


@query
async def lock(work: Work, *, id: str) -> MemberRow | None: ...


@query
async def lock_seat(work: Work, *, deal_id: str, party_id: str) -> MemberRow | None: ...


@query
async def add(work: Work, *, members: list[dict[str, Any]]) -> int: ...


@query
async def remove(work: Work, *, id: str, until: Day) -> int: ...


@query
async def assign(work: Work, *, roles: list[dict[str, Any]]) -> None: ...


@query
async def update_role(work: Work, *, id: str, fields: dict[str, Any], phase_ids: list[str] | None) -> int: ...


@query
async def assess(work: Work, *, assessments: list[dict[str, Any]]) -> None: ...
