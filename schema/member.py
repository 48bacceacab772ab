"""Committees: the parties on a deal, the roles they play there, and what we judged of them."""

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import deal, interaction, member, network, team
from cypher.compose.page import Order
from cypher.deal import StoodRow
from cypher.member import AssessmentRow, BriefMemberRow, BriefRoleRow, MemberRow, PastMemberRow, RoleRow
from cypher.network import CommitteeNetworkRow
from cypher.process import BuyingProcessRow, PhaseRow
from cypher.words import Day, Moment
from schema.connection import After, Connection, First, page_below, window
from schema.context import Info
from schema.enums import Access, Awareness, Certainty, DealStatus, Role, Stance
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.judgement import JudgedCommittee, JudgedMember, judged_of, seat_of, when
from schema.moments import dated, has_come
from schema.node import KINDS, PAST, Node, bare
from schema.picture import MOST_PEOPLE, Kinds, MapLimit, gaps_of, pictured
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.process import Locale, Phase, catalogue
from schema.reach import Limit, MaxHops, ToMeet, day_of, departure_of, limited, routes_to
from schema.scalars import Date, DateTime
from schema.selection import asked, load
from schema.team import TeamMember
from schema.timeline import changes_since
from service import assessments, committees, maps, roles
from service.messages import say
from service.network.influence import Coalition as FoundCoalition
from service.openings import openings
from service.reach import MOST_STEPS, coalitions_of, member_ranks

if TYPE_CHECKING:
    from schema.change import Change
    from schema.deal import Deal
    from schema.map import RelationshipMap
    from schema.network import Coalition, DepartureImpact, Introduction, MemberRank, RouteReport
    from schema.party import Party

LATEST_ASSESSMENT = (Order("at", descending=True), Order("id", descending=True))
NEWEST_MEMBER = (Order("id", descending=True),)
AnyDeal = Annotated["Deal", strawberry.lazy("schema.deal")]
AnyParty = Annotated["Party", strawberry.lazy("schema.party")]


@strawberry.type(description="What a team member judged of a committee member, stating only what it names.")
class Assessment(Node):
    row = AssessmentRow
    named: list[str] = strawberry.field(description="The fields that it states; null in one of them means unknown.")
    stance: Stance | None = strawberry.field(description="How the member stands towards our offer.")
    influence: int | None = strawberry.field(description="How much it sways the decision, 0 to 10.")
    access: Access | None = strawberry.field(description="How well we reach it.")
    awareness: Awareness | None = strawberry.field(description="How far it has come on the way to buying.")
    favours: str | None = strawberry.field(description="The competitor that it favours.")
    note: str | None = strawberry.field(description="What else was noted.")
    at: DateTime = strawberry.field(description="The moment that it holds from.")

    @strawberry.field(description="Who judged.")
    async def by(root: strawberry.Parent[AssessmentRow], info: Info) -> TeamMember | None:
        found = load(info, team.by_ids, team.brief_by_ids, root.by)
        return None if found is None else await found


@strawberry.type(description="A role that a member plays on a deal.")
class RoleAssignment(Node):
    row = (RoleRow, BriefRoleRow)
    version: int = strawberry.field(description="Raised by every change.")
    role: Role = strawberry.field(description="The role.")
    since: Date | None = strawberry.field(description="The first day; null: as long as the member sits there.")
    until: Date | None = strawberry.field(description="The first day on which it is no longer played; null while it is.")
    certainty: Certainty = strawberry.field(description="How sure we are.")
    confirmed_at: DateTime | None = strawberry.field(description="When it was confirmed; null while it is assumed.")
    source: str | None = strawberry.field(description="Where we know it from.")

    @strawberry.field(description="Who plays it.")
    async def member(root: strawberry.Parent[BriefRoleRow], info: Info) -> Annotated["Member", strawberry.lazy("schema.member")]:
        return await info.context.load(member.by_ids, root.member_id)  # type: ignore[misc]

    @strawberry.field(description="The role's name in a language.")
    def label(root: strawberry.Parent[BriefRoleRow], info: Info, locale: Locale = None) -> str:
        return say(f"role-{root.role}", locale, info.context.caller.viewer.locale)

    @strawberry.field(description="The phases in which it matters; none: all.")
    async def phases(root: strawberry.Parent[RoleRow], info: Info) -> list[Phase]:
        if not root.phase_ids:
            return []
        known = (await catalogue(info)).phases
        found: list[Any] = [known[id_][1] for id_ in root.phase_ids if id_ in known]
        return sorted(found, key=lambda one: one.position)

    @strawberry.field(description="Who confirmed it.")
    async def confirmed_by(root: strawberry.Parent[RoleRow], info: Info) -> TeamMember | None:
        found = load(info, team.by_ids, team.brief_by_ids, root.confirmed_by)
        return None if found is None else await found


@strawberry.type(
    description="A person or group on a deal's committee, now or at the moment that its id names. "
    "Judgements are, each for itself, what the latest assessment naming it says."
)
class Member(Node, JudgedMember):
    row = (MemberRow, BriefMemberRow)
    version: int = strawberry.field(description="Raised by every change of it, its roles and its judgements.")
    party: AnyParty = strawberry.field(description="Who it is.")
    since: Date | None = strawberry.field(description="The day on which it was added.")
    until: Date | None = strawberry.field(description="The first day on which it was no longer there; null while it is.")
    roles: list[RoleAssignment] = strawberry.field(description="The roles that it plays.")
    stance: Stance | None = strawberry.field(description="How it stands towards our offer; null where unknown.")
    influence: int | None = strawberry.field(description="How much it sways the decision, 0 to 10; null where unknown.")
    access: Access | None = strawberry.field(description="How well we reach it; null where unknown.")
    awareness: Awareness | None = strawberry.field(description="How far it has come on the way to buying; null where unknown.")
    favours: str | None = strawberry.field(description="The competitor that it favours.")
    assessed_at: DateTime | None = strawberry.field(description="When it was last judged.")
    as_of: DateTime | None = strawberry.field(description="The moment that this tells of; null: now.")

    @strawberry.field(description="The same member as it is today.")
    async def current(root: strawberry.Parent[BriefMemberRow], info: Info) -> Annotated["Member", strawberry.lazy("schema.member")]:
        return await info.context.load(member.by_ids, root.member_id)  # type: ignore[misc]

    @strawberry.field(description="The deal.")
    async def deal(root: strawberry.Parent[BriefMemberRow], info: Info) -> AnyDeal:
        return await load(info, deal.by_ids, deal.brief_by_ids, root.deal_id)  # type: ignore[misc]

    @strawberry.field(description="When it last took part in an interaction, a group through its people.")
    async def last_interaction_at(root: strawberry.Parent[BriefMemberRow], info: Info) -> DateTime | None:
        day = day_of(info, root.as_of)
        return (await info.context.children(interaction.last_of_members, root.member_id, at=root.as_of, day=day)).at

    @strawberry.field(description="What was judged of it, latest first.")
    async def assessments(
        root: strawberry.Parent[BriefMemberRow], info: Info, first: First = None, after: After = None
    ) -> Connection[Assessment]:
        asked = window("Assessment", first, after, orders=LATEST_ASSESSMENT)
        return await page_below(info, member.assessments, member.count_assessments, root.member_id, asked, at=root.as_of)

    @strawberry.field(description="How we get to it: the best routes from our team, of a group to any of its people.")
    async def routes(
        root: strawberry.Parent[BriefMemberRow], info: Info, max_hops: MaxHops = 4, limit: Limit = 3
    ) -> Annotated["RouteReport", strawberry.lazy("schema.network")]:
        return await routes_to(info, root.party, max_hops, limit, root.as_of)

    @strawberry.field(description="What this deal loses when it leaves.")
    async def departure(
        root: strawberry.Parent[BriefMemberRow], info: Info
    ) -> Annotated["DepartureImpact", strawberry.lazy("schema.network")]:
        return await departure_of(info, root.member_id, root.party, root.as_of)


async def memberships_of(info: Info, party_id: str, status: DealStatus | None, first: int | None, after: str | None) -> Any:
    """A page of a party's places on committees, newest first, past ones too."""
    asked = window("Member", first, after, orders=NEWEST_MEMBER)
    statement = member.brief_of_parties if _is_brief(info, "nodes") and _is_brief(info, "edges", "node") else member.of_parties
    return await page_below(info, statement, member.count_of_parties, party_id, asked, status=status)


@dataclass(frozen=True)
class CommitteeOf:
    """A deal's committee: nothing is stored of it, it is the deal's members."""

    id: str
    """The deal's, with the moment where one was asked for: `<id>@<moment>`."""

    @property
    def deal_id(self) -> str:
        return bare(self.id)

    @property
    def as_of(self) -> Moment | None:
        """The moment that it tells of; None: now."""
        return self.id.partition("@")[2] or None


@strawberry.type(description="The decision-making unit of a deal, now or at the moment that its id names: its members.")
class Committee(Node, JudgedCommittee):
    row = CommitteeOf

    @strawberry.field(description="The deal.")
    async def deal(root: strawberry.Parent[CommitteeOf], info: Info) -> AnyDeal:
        return await load(info, deal.by_ids, deal.brief_by_ids, root.deal_id)  # type: ignore[misc]

    as_of: DateTime | None = strawberry.field(description="The moment that this tells of; null: now.")

    @strawberry.field(description="The phase that the customer is in.")
    async def phase(root: strawberry.Parent[CommitteeOf], info: Info) -> Phase | None:
        found = await _in_phase(info, root)
        return found and found[1]  # type: ignore[return-value]

    @strawberry.field(description="Who sits on it, in the order they joined; a filter's list matches any of its values.")
    async def members(
        root: strawberry.Parent[CommitteeOf],
        info: Info,
        roles: Annotated[list[Role] | None, strawberry.argument(description="Only who plays one of these now.")] = None,
        stances: Annotated[list[Stance] | None, strawberry.argument(description="Only who stands so.")] = None,
        phase: Annotated[
            str | None, strawberry.argument(description="Only whose role matters in this phase; a key of the deal's process.")
        ] = None,
        engaged: Annotated[bool | None, strawberry.argument(description="Only who is in touch with us lately, or only who is not.")] = None,
        former: Annotated[bool | None, strawberry.argument(description="Those removed instead.")] = False,
    ) -> list[Member]:
        if phase is None and root.as_of is None and _is_brief(info):
            brief = (await info.context.children(member.committee, root.deal_id, former=bool(former))).items
            return await _in_touch(info, [one for one in brief if _matches(one, roles, stances)], engaged)
        rows = await sitting(info, root, former=bool(former))
        wanted = await _wanted(info, root, phase)
        return await _in_touch(info, [one for one in rows if _matches(one, roles, stances, wanted)], engaged)

    @strawberry.field(description="The members by influence, groups by their highest person.")
    async def member_ranks(
        root: strawberry.Parent[CommitteeOf],
        info: Info,
        include_reporting: Annotated[bool | None, strawberry.argument(description="Whether every manager influences each report.")] = False,
    ) -> list[Annotated["MemberRank", strawberry.lazy("schema.network")]]:
        found = member_ranks(await _network(info, root), reporting=bool(include_reporting))
        return [replace(one, member=dated(one.member, root.as_of)) for one in found]  # type: ignore[misc]

    @strawberry.field(description="Members who sway each other and stand on one side, the greatest first.")
    async def coalitions(
        root: strawberry.Parent[CommitteeOf], info: Info
    ) -> list[Annotated["Coalition", strawberry.lazy("schema.network")]]:
        found, rows = await asyncio.gather(_network(info, root), sitting(info, root))
        stances = {one.member_id: one.stance for one in rows}
        return [_at(one, root.as_of) for one in coalitions_of(found, stances)]  # type: ignore[misc]

    @strawberry.field(description="Its people with what joins them, ready to be drawn: groups, their people, and who of us knows them.")
    async def map(
        root: strawberry.Parent[CommitteeOf], info: Info, kinds: Kinds = None, limit: MapLimit = 200
    ) -> Annotated["RelationshipMap", strawberry.lazy("schema.map")]:
        plan = maps.cut_to(await _plan(info, root), limited(limit, 200, MOST_PEOPLE))
        gaps = gaps_of((await judged_of(info, root.deal_id, root.as_of)).snapshot) if "gaps" in asked(info) else []
        return pictured(plan, kinds, gaps)  # type: ignore[return-value]

    @strawberry.field(
        description="What was changed, up to this moment: of the deal, members, judgements and ties between its people; oldest first."
    )
    async def changes(
        root: strawberry.Parent[CommitteeOf],
        info: Info,
        since: Annotated[DateTime, strawberry.argument(description="Only what was recorded after this moment.")],
        first: First = None,
        after: After = None,
    ) -> Connection[Annotated["Change", strawberry.lazy("schema.change")]]:
        return await changes_since(info, root.deal_id, since, root.as_of, first, after)

    @strawberry.field(description="Whom to meet next: people whom none of us knows, by what knowing them would bring.")
    async def next_introductions(
        root: strawberry.Parent[CommitteeOf], info: Info, limit: Limit = 5
    ) -> list[Annotated["Introduction", strawberry.lazy("schema.network")]]:
        most = limited(limit, 5)
        found = await info.context.children(openings, root.deal_id, when=when(info, root.as_of), limit=most)
        return [ToMeet(one, day_of(info, root.as_of)) for one in found.told]  # type: ignore[misc]


async def _plan(info: Info, root: CommitteeOf) -> maps.Plan:
    """The rows of a committee's map."""
    day = day_of(info, root.as_of)
    if day is not None:
        return await maps.of_committee(info.context.caller.graph, await sitting(info, root), day)
    row = await info.context.children(network.committee_maps, root.deal_id, kinds=None, day=None, steps=MOST_STEPS)
    return maps.Plan(row.drawn, row.members, truncated=False)


async def _network(info: Info, root: CommitteeOf) -> CommitteeNetworkRow:
    """The people of a committee and the ties among them, now or at its moment."""
    day = day_of(info, root.as_of)
    found: CommitteeNetworkRow = await info.context.children(network.committees, root.deal_id, day=day, at=root.as_of, steps=MOST_STEPS)
    return found


def _at(one: FoundCoalition, as_of: Moment | None) -> FoundCoalition:
    members, bridges = (tuple(dated(id_, as_of) for id_ in ids) for ids in (one.members, one.bridges))
    return replace(one, members=members, bridges=bridges)


async def _in_touch(info: Info, rows: list[Any], engaged: bool | None) -> list[Any]:
    """Those who are engaged, or those who are not; all where neither is asked for."""
    if engaged is None:
        return rows
    seats = await asyncio.gather(*(seat_of(info, one) for one in rows))
    return [one for one, seat in zip(rows, seats, strict=True) if seat.is_engaged == engaged]


async def sitting(info: Info, root: CommitteeOf, *, former: bool = False) -> list[MemberRow]:
    """Who sits on a committee, now or at its moment, in the order they joined; or only those who did once before."""
    if root.as_of is None:
        return (await info.context.children(member.whole_committee, root.deal_id, former=former)).items
    day = info.context.caller.viewer.today(root.as_of)
    return (await info.context.children(member.past_committee, root.deal_id, at=root.as_of, day=day, former=former)).items


async def stood(info: Info, deal_id: str, at: Moment) -> StoodRow | None:
    """How a deal stood at a moment; None where it was not there yet."""
    return (await info.context.children(_stood, deal_id, at=at)).row


@dataclass(frozen=True)
class _Then:
    """What a thing was at a moment; None where it was not there."""

    of: str
    row: Any


async def _stood(graph: Any, *, ids: list[str], at: Moment) -> list[_Then]:
    found = {row.id: row for row in await deal.stood(graph, ids=ids, at=at)}
    return [_Then(of, found.get(of)) for of in ids]


async def _were(graph: Any, *, ids: list[str], at: Moment, day: Day) -> list[_Then]:
    found = {row.member_id: row for row in await member.past_by_ids(graph, ids=ids, at=at, day=day)}
    return [_Then(of, found.get(of)) for of in ids]


async def _in_phase(info: Info, root: CommitteeOf) -> tuple[BuyingProcessRow, PhaseRow] | None:
    """The process and the phase that a committee's deal is in, now or at the committee's moment."""
    known = await catalogue(info)
    if root.as_of is None:
        now: Any = await info.context.load(deal.by_ids, root.deal_id)  # type: ignore[misc]
        phase = known.phase(now.buying_process, now.phase_key)
        return (known.buying[now.buying_process], phase) if phase else None
    then = await stood(info, root.deal_id, root.as_of)
    return known.phases[then.phase_id] if then and then.phase_id else None


BRIEF = frozenset(
    {
        *("__typename", "id", "deal", "until", "stance", "influence", "access", "awareness", "assessments", "party", "roles"),
        *("routes", "departure", "lastInteractionAt", "isEngaged", "isExternal", "tieStrength"),
    }
)
BRIEF_PARTY = frozenset(
    {
        *("__typename", "id", "name", "title", "department", "seniority", "employer", "memberships", "externalRefs"),
        *("employments", "groups", "relationships", "acquaintances", "groupKind", "account", "people"),
        *("manager", "managers", "reports", "gatekeepers", "routes", "departure", "tieStrength"),
    }
)
BRIEF_ROLE = frozenset({"__typename", "id", "member", "role", "certainty", "label"})
"""The fields that the brief rows of `member.committee` answer; one name more, and the whole committee is read."""


def _is_brief(info: Info, *path: str) -> bool:
    return asked(info, *path) <= BRIEF and asked(info, *path, "party") <= BRIEF_PARTY and asked(info, *path, "roles") <= BRIEF_ROLE


@dataclass(frozen=True)
class _InPhase:
    """A phase of a deal's process, beside the other ones of that process. Phases of other processes do not count."""

    id: str
    ids: frozenset[str]

    def has(self, role: RoleRow) -> bool:
        counting = self.ids.intersection(role.phase_ids)
        return bool(self.id) and (not counting or self.id in counting)


async def _wanted(info: Info, root: CommitteeOf, key: str | None) -> _InPhase | None:
    """The phase with this key of the process that the deal follows, at the committee's moment where it was in one then."""
    if key is None:
        return None
    found = await catalogue(info)
    stands = await _in_phase(info, root) if root.as_of else None
    followed: Any = await info.context.load(deal.by_ids, root.deal_id)  # type: ignore[misc]
    process = stands[0] if stands else found.buying[followed.buying_process]
    phase = next((one for one in process.phases if one.key == key), None)
    return _InPhase(phase.id if phase else "", frozenset(one.id for one in process.phases))


def _matches(one: Any, roles: list[Role] | None, stances: list[Stance] | None, phase: _InPhase | None = None) -> bool:
    if stances is not None and one.stance not in stances:
        return False
    if roles is None and phase is None:
        return True
    return any((roles is None or role.role in roles) and (phase is None or phase.has(role)) for role in one.roles)


async def _committees(graph: Any, *, ids: list[str]) -> list[CommitteeOf]:
    return [CommitteeOf(row.id) for row in await deal.by_ids(graph, ids=ids)]


async def _past_committee(info: Info, id_: str, at: Moment) -> CommitteeOf | None:
    there = has_come(info, at) and await info.context.load(deal.brief_by_ids, id_)  # type: ignore[misc]
    return CommitteeOf(dated(id_, at)) if there else None


async def _past_member(info: Info, id_: str, at: Moment) -> PastMemberRow | None:
    if not has_come(info, at):
        return None
    return (await info.context.children(_were, id_, at=at, day=info.context.caller.viewer.today(at))).row


PAST |= {"Committee": _past_committee, "Member": _past_member}
KINDS |= {
    "Committee": _committees,
    "Member": member.by_ids,
    "RoleAssignment": member.roles_by_ids,
    "Assessment": member.assessments_by_ids,
}

MemberResult = Annotated[
    Member | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("MemberResult", description="The member, or why not.")
]
CERTAINTY = "How sure we are; a confirmed role tells who confirmed it and when."


@strawberry.input(description="A new member of a committee.")
class AddMemberInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    deal_id: strawberry.ID = strawberry.field(description="The deal.")
    party_id: strawberry.ID = strawberry.field(description="The person or group.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="From which day; absent: today.")


@strawberry.input(description="The end of a member's time on a committee.")
class RemoveMemberInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The member.")
    expected_version: Whole = strawberry.field(description="The member's version that the change is based on.")
    until: strawberry.Maybe[Date | None] = strawberry.field(description="The first day on which it is no longer there; absent: today.")


@strawberry.input(description="A role that somebody plays on a deal; who is not on the committee yet joins it.")
class AssignRoleInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    deal_id: strawberry.ID = strawberry.field(description="The deal.")
    party_id: strawberry.ID = strawberry.field(description="The person or group.")
    role: Role = strawberry.field(description="The role.")
    phases: strawberry.Maybe[list[str] | None] = strawberry.field(description="Keys of the phases in which it matters; none: all.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="From which day.")
    certainty: Certainty | None = strawberry.field(default=Certainty.ASSUMED, description=CERTAINTY)
    source: Text = strawberry.field(description="Where we know it from.")


@strawberry.input(description="A change of a role; what is absent stays, null clears.")
class UpdateRoleInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    id: strawberry.ID = strawberry.field(description="The role assignment.")
    expected_version: Whole = strawberry.field(description="The role assignment's version that the change is based on.")
    phases: strawberry.Maybe[list[str] | None] = strawberry.field(description="Keys of the phases in which it matters; none: all.")
    since: strawberry.Maybe[Date | None] = strawberry.field(description="From which day.")
    until: strawberry.Maybe[Date | None] = strawberry.field(description="The first day on which it is no longer played.")
    certainty: strawberry.Maybe[Certainty | None] = strawberry.field(description=CERTAINTY)
    source: Text = strawberry.field(description="Where we know it from.")


@strawberry.input(description="A judgement of a member; it states only what it names, and null states that something is unknown.")
class AssessMemberInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    member_id: strawberry.ID = strawberry.field(description="The member.")
    stance: strawberry.Maybe[Stance | None] = strawberry.field(description="How it stands towards our offer.")
    influence: Whole = strawberry.field(description="How much it sways the decision, 0 to 10.")
    access: strawberry.Maybe[Access | None] = strawberry.field(description="How well we reach it.")
    awareness: strawberry.Maybe[Awareness | None] = strawberry.field(description="How far it has come on the way to buying.")
    favours: Text = strawberry.field(description="The competitor that it favours.")
    note: Text = strawberry.field(description="What else to note.")
    at: strawberry.Maybe[DateTime | None] = strawberry.field(description="The moment that it holds from; absent: now.")


PARTY = ("Person", "Group")


@strawberry.type
class MemberMutations:
    @strawberry.mutation(description="Puts a person or a group on a deal's committee.")
    async def add_member(self, info: Info, input: Annotated[AddMemberInput, INPUT]) -> MemberResult:
        return await answered(info, await committees.add(info.context.caller, given(input, deal_id="Deal", party_id=PARTY)))

    @strawberry.mutation(description="Ends a member's time on its committee, and with it its roles there.")
    async def remove_member(self, info: Info, input: Annotated[RemoveMemberInput, INPUT]) -> MemberResult:
        return await answered(info, await committees.remove(info.context.caller, given(input, id="Member")))

    @strawberry.mutation(description="Lets somebody play a role on a deal.")
    async def assign_role(self, info: Info, input: Annotated[AssignRoleInput, INPUT]) -> MemberResult:
        return await answered(info, await roles.assign(info.context.caller, given(input, deal_id="Deal", party_id=PARTY)))

    @strawberry.mutation(description="Changes or ends a role.")
    async def update_role(self, info: Info, input: Annotated[UpdateRoleInput, INPUT]) -> MemberResult:
        return await answered(info, await roles.update(info.context.caller, given(input, id="RoleAssignment")))

    @strawberry.mutation(description="Appends a judgement of a member.")
    async def assess_member(self, info: Info, input: Annotated[AssessMemberInput, INPUT]) -> MemberResult:
        return await answered(info, await assessments.assess(info.context.caller, given(input, member_id="Member")))
