"""All 22 risks of a committee, and a deal's health made of them (measures.md, *Risks*)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cypher.words import RiskKind, Role, Severity
from service.judgement import finding, reach
from service.judgement.finding import HIGH, LOW, MEDIUM, Finding
from service.judgement.snapshot import DECIDING, Doubt, Member, Snapshot

POINTS = {Severity.HIGH: 20, Severity.MEDIUM: 10, Severity.LOW: 4}
WHOLE = 100
SEVERITIES = list(Severity)
KINDS = {kind: number for number, kind in enumerate(RiskKind)}


def access(snapshot: Snapshot) -> Iterator[Finding]:
    """GATEKEEPER_ONLY_WAY: all best routes to a decider or approver pass one; DECIDER_OUT_OF_REACH: a decider has no route."""
    ways = reach.reaches(snapshot)
    guarded = tuple(one.member for one in ways if one.dependence == 1)
    if guarded:
        roles = tuple(role for role in Role if role in DECIDING and any(one.plays(role) for one in guarded))
        yield Finding(RiskKind.GATEKEEPER_ONLY_WAY, MEDIUM, guarded, roles, 1, 1)
    away = tuple(one.member for one in ways if not one.has_route and one.member.plays(Role.DECIDER))
    if away:
        yield Finding(RiskKind.DECIDER_OUT_OF_REACH, HIGH, away, (Role.DECIDER,), len(away), 0)


def exposed(snapshot: Snapshot) -> Iterator[Finding]:
    """BLOCKER_NEAR_DECIDER: a decider's exposure > 0.33; who is against us and near it comes after the deciders."""
    found = [(one, value) for one, value in reach.exposures(snapshot) if value is not None and value > reach.EXPOSED_ABOVE]
    if found:
        deciders = tuple(one for one, _ in found)
        near = reach.swaying(snapshot, deciders)
        highest = max(value for _, value in found)
        terms = {"deciders": deciders, "blockers": near}
        yield Finding(RiskKind.BLOCKER_NEAR_DECIDER, HIGH, (*deciders, *near), (Role.DECIDER,), highest, reach.EXPOSED_ABOVE, terms)


def awareness(snapshot: Snapshot) -> Iterator[Finding]:
    """AWARENESS_LAGS: a key player, decider or approver is known to be less aware than the phase needs."""
    found = tuple(one for one in laggards(snapshot) if one in snapshot.key_players or one.roles & DECIDING)
    if found:
        yield Finding(RiskKind.AWARENESS_LAGS, MEDIUM, found, value=len(found), threshold=0)


def laggards(snapshot: Snapshot) -> tuple[Member, ...]:
    """Members whose awareness is known and below the phase's (processes.md)."""
    wanted = snapshot.deal.phase.awareness if snapshot.deal.phase else None
    if wanted is None:
        return ()
    return tuple(one for one in snapshot.members if one.awareness is not None and one.awareness < wanted)


def pace(snapshot: Snapshot) -> Iterator[Finding]:
    """AHEAD_OF_BUYER: alignment ≥ 1 for `ahead_days`; OVERDUE: the stay in the phase exceeds what is healthy there."""
    deal, rules = snapshot.deal, snapshot.rules
    if deal.gap is not None and deal.gap >= 1 and deal.ahead_since and snapshot.days_since(deal.ahead_since) >= rules.ahead_days:
        days = snapshot.days_since(deal.ahead_since)
        yield Finding(RiskKind.AHEAD_OF_BUYER, MEDIUM, value=days, threshold=rules.ahead_days, terms={"gap": deal.gap})
    healthy = deal.phase.healthy_days if deal.phase else None
    if healthy is not None and deal.entered_at and snapshot.days_since(deal.entered_at) > healthy:
        yield Finding(RiskKind.OVERDUE, MEDIUM, value=snapshot.days_since(deal.entered_at), threshold=healthy)


def departed(snapshot: Snapshot) -> Iterator[Finding]:
    """MEMBER_LEFT: a current member has no current post at the account it had one at when it joined."""
    gone = tuple(one for one in snapshot.members if one.has_left)
    if gone:
        roles = tuple(role for role in Role if any(one.plays(role) for one in gone))
        yield Finding(RiskKind.MEMBER_LEFT, HIGH, gone, roles, len(gone), 0)


def unanswered(snapshot: Snapshot) -> Iterator[Finding]:
    """UNANSWERED_OBJECTION: one of any kind open for `objection_days`; the longest open gives the kind and the value."""
    found = sorted((one for one in snapshot.doubts if is_overdue(snapshot, one)), key=lambda one: (one.raised_at, one.id))
    if found:
        raisers = {one.member_id for one in found}
        members = tuple(one for one in snapshot.members if one.id in raisers)
        days = snapshot.days_since(found[0].raised_at)
        oldest = tuple(one for one in members if one.id == found[0].member_id)
        terms = {"objection": found[0].kind, "raiser": oldest, "count": len(found)}
        yield Finding(RiskKind.UNANSWERED_OBJECTION, LOW, members, value=days, threshold=snapshot.rules.objection_days, terms=terms)


def is_overdue(snapshot: Snapshot, doubt: Doubt) -> bool:
    """Whether an open objection has waited `objection_days`."""
    return doubt.raised_at <= snapshot.since(snapshot.rules.objection_days)


RULES: tuple[Callable[[Snapshot], Iterator[Finding]], ...] = (
    finding.unfilled,
    finding.unengaged,
    finding.single_threaded,
    finding.championed,
    finding.rivals,
    exposed,
    finding.stances,
    access,
    finding.knowledge,
    awareness,
    pace,
    departed,
    unanswered,
)


def risks(snapshot: Snapshot, min_severity: Severity = Severity.LOW) -> tuple[Finding, ...]:
    """One finding a kind, the most severe first, then in the order of the kinds."""
    found = [one for rule in RULES for one in rule(snapshot)]
    least = SEVERITIES.index(min_severity)
    kept = [one for one in found if SEVERITIES.index(one.severity) >= least]
    return tuple(sorted(kept, key=lambda one: (-SEVERITIES.index(one.severity), KINDS[one.kind])))


@dataclass(frozen=True)
class Loss:
    """What a risk takes from the health."""

    points: int
    risk: Finding


@dataclass(frozen=True)
class Health:
    """0 to 100: 100 less 20 per HIGH, 10 per MEDIUM and 4 per LOW kind of risk, never below 0."""

    score: int
    losses: tuple[Loss, ...]


def health(found: tuple[Finding, ...]) -> Health:
    """The health that these risks leave."""
    losses = tuple(Loss(POINTS[one.severity], one) for one in found)
    return Health(max(0, WHOLE - sum(one.points for one in losses)), losses)
