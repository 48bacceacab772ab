"""What is told of a committee: role coverage, measures, risks, health and what to do next, each with what explains it."""

import asyncio
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import judgement, process
from cypher.words import Moment
from schema.context import Info
from schema.enums import ActionKind, CoverageState, RiskKind, Role, Severity, Verdict
from schema.moments import AsOf, dated, moment_at
from schema.node import load_node
from schema.process import Locale, Phase, catalogue
from schema.reach import Limit, limited
from schema.scalars import DateTime
from service import closeness, heat
from service.execution import by_id
from service.judgement import actions, coverage, snapshot, strength, telling
from service.judgement.measures import MEASURES
from service.judgement.risks import SEVERITIES, Loss
from service.judgement.telling import Tongue
from service.snapshots import Judged, When, judged, whole
from service.stamp import moment
from service.wording import held, said

if TYPE_CHECKING:
    from schema.member import Member

AnyMember = Annotated["Member", strawberry.lazy("schema.member")]
USUAL = 10
"""So many things to do are told where nobody says how many."""


@dataclass(frozen=True)
class Told:
    """Something told of a committee at a moment (None: now), with where it comes from."""

    it: Any
    judged: Judged
    as_of: Moment | None
    name: str = ""

    @property
    def rules(self) -> snapshot.Rules:
        return self.judged.snapshot.rules


def when(info: Info, as_of: Moment | None) -> When:
    """The moment that is told of, in the workspace's zone."""
    viewer = info.context.caller.viewer
    return When(as_of or info.context.now, None if as_of is None else viewer.today(as_of), viewer.time_zone)


def judged_of(info: Info, deal_id: str, as_of: Moment | None) -> Awaitable[Judged]:
    """A deal's committee as it is judged."""
    return info.context.children(judged, deal_id, when=when(info, as_of))


async def members_of(info: Info, members: Iterable[snapshot.Member], as_of: Moment | None) -> list[Any]:
    """The rows of members, at the moment that is told of."""
    loads = [load_node(info, "Member", dated(one.id, as_of)) for one in members]
    rows = await asyncio.gather(*(one for one in loads if one is not None))
    return [row for row in rows if row is not None]


def tongue(info: Info, locale: str | None) -> Tongue:
    return Tongue(locale, info.context.caller.viewer.locale)


def _own(name: str, description: str) -> Any:
    """A plain field of what is told."""
    return strawberry.field(resolver=lambda root: getattr(root.it, name), description=description)


@strawberry.type(description="How a role stands in the phase that the deal is in.")
class RoleCoverage:
    role: Role = _own("role", "The role.")
    state: CoverageState = _own("state", "How it stands.")
    required: bool = _own("required", "Whether the phase needs it.")
    goal: int = _own("goal", "How many engaged players it should have; 0: it is not expected.")
    weight: float = _own("weight", "How much it counts beside the other roles.")

    @strawberry.field(description="Who plays it in this phase.")
    async def members(root: strawberry.Parent[Told], info: Info) -> list[AnyMember]:
        return await members_of(info, root.it.members, root.as_of)

    @strawberry.field(description="Those of them who are in touch with us.")
    async def engaged(root: strawberry.Parent[Told], info: Info) -> list[AnyMember]:
        return await members_of(info, root.it.engaged, root.as_of)


@strawberry.type(description="A figure with its terms. What can't be known is null.")
class Measure:
    value: float | None = _own("value", "The figure.")
    verdict: Verdict = _own("verdict", "How it stands to its threshold.")
    warn_at: float | None = _own("warn_at", "The threshold; null: it is held against none.")
    numerator: float | None = _own("numerator", "What is divided, where it is a share.")
    denominator: float | None = _own("denominator", "By what it is divided.")
    roles: list[Role] = _own("roles", "The roles that explain it.")

    @strawberry.field(description="The members that explain it.")
    async def members(root: strawberry.Parent[Told], info: Info) -> list[AnyMember]:
        return await members_of(info, root.it.members, root.as_of)

    @strawberry.field(description="Why it is so, in a sentence.")
    def why(root: strawberry.Parent[Told], info: Info, locale: Locale = None) -> str:
        return telling.why(root.name, root.it, root.rules, tongue(info, locale))


def _measure(name: str, description: str) -> Any:
    def resolve(root: strawberry.Parent[Told]) -> Measure:
        return Told(MEASURES[name](root.judged.snapshot), root.judged, root.as_of, name)  # type: ignore[return-value]

    return strawberry.field(resolver=resolve, description=description)


@strawberry.type(description="The figures of a committee, each computed only where it is asked for.")
class CommitteeMeasures:
    completeness: Measure = _measure("completeness", "The share, by weight, of the process's required roles that somebody plays.")
    completeness_unweighted: Measure = _measure("completeness_unweighted", "The share of the process's required roles that are played.")
    goal_attainment: Measure = _measure("goal_attainment", "The share of all players wanted over the process who are in touch with us.")
    phase_fit: Measure = _measure("phase_fit", "The share of the phase's required roles in which somebody is in touch with us.")
    confirmed_share: Measure = _measure("confirmed_share", "The share of role assignments that are confirmed.")
    freshness: Measure = _measure("freshness", "The share of members judged or in an interaction lately.")
    threads: Measure = _measure("threads", "How many members we have a living relationship with.")
    thread_roles: Measure = _measure("thread_roles", "How many roles those members play.")
    thread_branches: Measure = _measure("thread_branches", "In how many lines of reporting those members stand.")
    acquaintance_gap: Measure = _measure("acquaintance_gap", "How many members we know less well than we want to.")
    support: Measure = _measure("support", "How stances weigh by influence, from -1 to 1.")
    unknown_influence_share: Measure = _measure("unknown_influence_share", "The share of influence held by members of unknown stance.")
    key_player_majority: Measure = _measure("key_player_majority", "The share of key players who are for us.")
    consensus: Measure = _measure("consensus", "How far key players agree over us, from 0 to 1.")
    champion_margin: Measure = _measure("champion_margin", "The influence of our mightiest champion, less that of who is against us.")
    blocker_exposure: Measure = _measure("blocker_exposure", "The share of what sways a decider that comes from people against us.")
    blind_spot: Measure = _measure("blind_spot", "How many members are known to be against us; nobody, among many, is suspicious.")
    levels: Measure = _measure("levels", "How many levels of hierarchy take part.")
    departments: Measure = _measure("departments", "How many departments take part.")
    people: Measure = _measure("people", "How many people take part, those in groups included.")
    density: Measure = _measure("density", "The share of possible ties between them that are known.")


@strawberry.type(description="Something that endangers the deal, with what proves it.")
class Risk:
    kind: RiskKind = _own("kind", "What it is.")
    severity: Severity = _own("severity", "How much it weighs.")
    roles: list[Role] = _own("roles", "The roles that prove it.")
    value: float | None = _own("value", "The figure behind it; null where there is none.")
    threshold: float | None = _own("threshold", "What the figure is held against.")

    @strawberry.field(description="What is wrong, in a sentence.")
    def message(root: strawberry.Parent[Told], info: Info, locale: Locale = None) -> str:
        return telling.sentence(root.it, root.rules, tongue(info, locale))

    @strawberry.field(description="The members that prove it.")
    async def members(root: strawberry.Parent[Told], info: Info) -> list[AnyMember]:
        return await members_of(info, root.it.members, root.as_of)


@strawberry.type(description="What a risk takes from a deal's health.")
class HealthLoss:
    points: int = _own("points", "20 for a high, 10 for a medium, 4 for a low risk.")

    @strawberry.field(description="The risk.")
    def risk(root: strawberry.Parent[Told]) -> Risk:
        loss: Loss = root.it
        return Told(loss.risk, root.judged, root.as_of)  # type: ignore[return-value]


@strawberry.type(description="How well a deal stands: 100 less what its risks take.")
class Health:
    score: int = _own("score", "From 0 to 100.")

    @strawberry.field(description="What each kind of risk takes, the most severe first.")
    def losses(root: strawberry.Parent[Told]) -> list[HealthLoss]:
        return [Told(one, root.judged, root.as_of) for one in root.it.losses]  # type: ignore[misc]


@strawberry.type(description="What a seller should do now about a deal.")
class NextAction:
    key: str = _own("key", "The same as long as its reason lasts; takes it to `snooze`.")
    kind: ActionKind = _own("kind", "What sort of thing it is.")
    rank: int = strawberry.field(description="Its place among the deal's actions, from 1.", resolver=lambda root: int(root.name))
    role: Role | None = _own("role", "The role that it is about.")
    risk: RiskKind | None = strawberry.field(
        description="The risk behind it.", resolver=lambda root: root.it.risk.kind if root.it.risk else None
    )

    @strawberry.field(description="What to do.")
    def title(root: strawberry.Parent[Told], info: Info, locale: Locale = None) -> str:
        return telling.title(root.it, tongue(info, locale))

    @strawberry.field(description="Why, and what helps in the deal's phase.")
    async def reason(root: strawberry.Parent[Told], info: Info, locale: Locale = None) -> str:
        return await reason_of(info, root.it, root.judged, locale)

    @strawberry.field(description="The phase that the deal is in.")
    async def phase(root: strawberry.Parent[Told], info: Info) -> Phase | None:
        here = root.judged.snapshot.deal.phase
        return (await catalogue(info)).phases[here.id][1] if here else None  # type: ignore[return-value]

    @strawberry.field(description="The members whom it concerns.")
    async def members(root: strawberry.Parent[Told], info: Info) -> list[AnyMember]:
        return await members_of(info, root.it.members, root.as_of)


async def reason_of(info: Info, action: actions.Action, of: Judged, locale: str | None) -> str:
    """Why to do something, with what sellers are advised to do in the deal's phase."""
    phase = of.snapshot.deal.phase
    texts = await info.context.load(process.texts, phase.id) if phase else None  # type: ignore[misc]
    usual = info.context.caller.viewer.locale
    advice = said(held(texts.texts), "sellerDoes", locale, usual) if texts else None
    return telling.reason(action, of.snapshot.rules, tongue(info, locale), advice or ())


@strawberry.type(description="How much each term of a relationship's strength weighs.")
class StrengthWeights:
    recency: int = strawberry.field(description="Of how lately.")
    frequency: int = strawberry.field(description="Of how often.")
    two_way: int = strawberry.field(description="Of how evenly both sides begin.")
    depth: int = strawberry.field(description="Of how deep the contacts are.")
    seniority: int = strawberry.field(description="Of how high the person stands.")


@strawberry.type(description="How strong our relationship is: 0 to 100, made of five terms from 0 to 1.")
class RelationshipStrength:
    score: int = strawberry.field(description="The weighted sum of the terms.")
    recency: float = strawberry.field(description="How lately: halves every 30 days since the last interaction.")
    frequency: float = strawberry.field(description="How often: full with 12 interactions in 90 days.")
    two_way: float = strawberry.field(description="How evenly both sides begin, over 90 days.")
    depth: float = strawberry.field(description="How deep the deepest contact of 90 days was: a visit counts more than a message.")
    seniority: float = strawberry.field(description="How high the person stands.")

    @strawberry.field(description="What each term weighs.")
    def weights(root: strawberry.Parent[Any]) -> StrengthWeights:
        return StrengthWeights(**strength.WEIGHTS)

    @strawberry.field(description="When the last interaction was.")
    def last_at(root: strawberry.Parent[strength.Strength]) -> DateTime | None:
        return None if root.last_at is None else moment(root.last_at)  # type: ignore[return-value]


@strawberry.type
class JudgedCommittee:
    """The part of a committee that is told here."""

    @strawberry.field(description="Each of the six roles as it stands in the deal's phase.")
    async def role_coverage(root: strawberry.Parent[Any], info: Info) -> list[RoleCoverage]:
        of = await judged_of(info, root.deal_id, root.as_of)
        return [Told(one, of, root.as_of) for one in coverage.role_states(of.snapshot)]  # type: ignore[misc]

    @strawberry.field(description="Its figures.")
    async def measures(root: strawberry.Parent[Any], info: Info) -> CommitteeMeasures:
        at = root.as_of
        inner = info.context.children(judgement.within, root.deal_id, day=when(info, at).day)
        of, ties = await asyncio.gather(judged_of(info, root.deal_id, at), inner)
        return Told(None, whole(of, ties), at)  # type: ignore[return-value]

    @strawberry.field(description="What endangers the deal, the most severe first; one of each kind.")
    async def risks(
        root: strawberry.Parent[Any],
        info: Info,
        min_severity: Annotated[Severity | None, strawberry.argument(description="Only those at least so severe.")] = None,
    ) -> list[Risk]:
        of = await judged_of(info, root.deal_id, root.as_of)
        least = SEVERITIES.index(min_severity or Severity.LOW)
        return [Told(one, of, root.as_of) for one in of.risks if SEVERITIES.index(one.severity) >= least]  # type: ignore[misc]


@strawberry.type
class JudgedDeal:
    """The part of a deal that is told here."""

    @strawberry.field(description="How well it stands, now or at a moment.")
    @by_id
    async def health(root: strawberry.Parent[Any], info: Info, as_of: AsOf = None) -> Health:
        at = moment_at(info, as_of)
        of = await judged_of(info, root.id, at)
        return Told(of.health, of, at)  # type: ignore[return-value]

    @strawberry.field(description="What to do now, the most pressing first.")
    @by_id
    async def next_actions(root: strawberry.Parent[Any], info: Info, limit: Limit = USUAL) -> list[NextAction]:
        of = await judged_of(info, root.id, None)
        most = limited(limit, USUAL)
        return [Told(one, of, None, str(rank)) for rank, one in enumerate(of.actions[:most], 1)]  # type: ignore[misc]


@strawberry.type
class JudgedMember:
    """The part of a member that is told here."""

    @strawberry.field(description="Whether it, or somebody of the group, was in touch with us lately.")
    async def is_engaged(root: strawberry.Parent[Any], info: Info) -> bool:
        return (await seat_of(info, root)).is_engaged

    @strawberry.field(description="Whether it stands outside the account that buys and its subsidiaries.")
    async def is_external(root: strawberry.Parent[Any], info: Info) -> bool:
        return (await seat_of(info, root)).member.is_external

    @strawberry.field(description="How strong our relationship with it is; with a group: with the one of its people we are closest to.")
    async def tie_strength(root: strawberry.Parent[Any], info: Info) -> RelationshipStrength:
        return (await seat_of(info, root)).strength  # type: ignore[return-value]


def seat_of(info: Info, member: Any) -> Awaitable[closeness.Seat]:
    """What tells how close we are to a member, at the member's moment."""
    return info.context.children(closeness.seats, member.member_id, when=when(info, member.as_of))


@strawberry.type
class JudgedPerson:
    """The part of a person that is told here."""

    @strawberry.field(description="How strong our relationship with the person is.")
    @by_id
    async def tie_strength(root: strawberry.Parent[Any], info: Info) -> RelationshipStrength:
        return (await info.context.children(closeness.people, root.id, at=info.context.now)).strength


def _deals(state: CoverageState, description: str) -> Any:
    return strawberry.field(resolver=lambda root: root.states[state], description=description)


@strawberry.type(description="In how many open deals of an account a role stands how.")
class RoleHeat:
    role: Role = strawberry.field(description="The role.")
    covered: int = _deals(CoverageState.COVERED, "Where as many as wanted are in touch with us.")
    below_goal: int = _deals(CoverageState.BELOW_GOAL, "Where fewer than wanted are in touch with us.")
    unengaged: int = _deals(CoverageState.UNENGAGED, "Where nobody who plays it is in touch with us.")
    missing: int = _deals(CoverageState.MISSING, "Where nobody plays it, though the phase expects it.")
    not_expected: int = _deals(CoverageState.NOT_EXPECTED, "Where the phase does not expect it.")


@strawberry.type
class JudgedAccount:
    """The part of an account that is told here."""

    @strawberry.field(description="Its open deals by how each of the six roles stands in them.")
    @by_id
    async def role_heat(root: strawberry.Parent[Any], info: Info) -> list[RoleHeat]:
        return (await info.context.children(heat.heat, root.id, at=info.context.now)).roles
