"""What a seller should do next about a deal (processes.md, *What to do next*)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2s
from typing import Any

from cypher.words import ActionKind, CoverageState, DealStatus, RiskKind, Role, Severity
from service.judgement import coverage, risks
from service.judgement.finding import Finding
from service.judgement.snapshot import Member, Snapshot

EVALUATE_AFTER_DAYS = 30
PLACES = {kind: number for number, kind in enumerate(ActionKind)}
MAP_RISKS = (RiskKind.STALE_MAP, RiskKind.GUESSWORK, RiskKind.BLIND_SPOT)


@dataclass(frozen=True)
class Action:
    """One thing to do. `subject` tells it from others of its kind on the deal; `risk` is behind it, cut to what this action is about."""

    kind: ActionKind
    deal_id: str
    subject: str
    risk: Finding | None = None
    members: tuple[Member, ...] = ()
    role: Role | None = None
    weight: float = 0.0
    since: datetime | None = None
    terms: Mapping[str, Any] = field(default_factory=dict)
    """What its sentences name beside members and role."""

    @property
    def severity(self) -> Severity:
        return self.risk.severity if self.risk else Severity.LOW

    @property
    def key(self) -> str:
        """The same as long as the reason lasts: of the deal, the kind and the subject."""
        digest = blake2s(self.subject.encode(), digest_size=9).hexdigest()
        return f"{self.kind.lower().replace('_', '-')}:{self.deal_id}:{digest}"


Risks = Mapping[RiskKind, Finding]
Rule = Callable[[Snapshot, Risks], Iterator[Action]]


def actions(snapshot: Snapshot, found: tuple[Finding, ...]) -> tuple[Action, ...]:
    """What to do, best first; `found` are all risks of the snapshot. Nothing for a deal that is lost or abandoned.

    By severity of the risk behind it, then weight of the role, then the order of the kinds; those without a risk come last.
    """
    if snapshot.deal.status in (DealStatus.LOST, DealStatus.ABANDONED):
        return ()
    by_kind = {one.kind: one for one in found}
    every = [one for rule in RULES for one in rule(snapshot, by_kind)]
    return tuple(sorted(every, key=_order))


def _order(one: Action) -> tuple[Any, ...]:
    return one.risk is None, -risks.SEVERITIES.index(one.severity), -one.weight, PLACES[one.kind], one.subject


def _find_role(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    """An expected role that nobody plays, or one of the two that are due from an earlier phase on."""
    due = {Role.DECIDER: found.get(RiskKind.NO_DECIDER), Role.APPROVER: found.get(RiskKind.NO_APPROVER)}
    others = found.get(RiskKind.ROLE_MISSING)
    for one in coverage.role_states(snapshot):
        risk = due.get(one.role) or (others if others and one.role in others.roles else None)
        if risk or one.state == CoverageState.MISSING:
            weight = _weight(snapshot, one.role)
            narrow = replace(risk, roles=(one.role,)) if risk else None
            yield Action(ActionKind.FIND_ROLE, snapshot.deal.id, one.role, narrow, role=one.role, weight=weight)


def _weight(snapshot: Snapshot, role: Role) -> float:
    """A role's weight in the deal's phase; where that expects none of it, the largest of any phase."""
    phase = snapshot.deal.phase
    expected = [*coverage.united(phase.expects if phase else ()), *coverage.over_process(snapshot.deal)]
    return next((one.weight for one in expected if one.role == role), 0.0)


def _replace_leaver(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    risk = found.get(RiskKind.MEMBER_LEFT)
    for one in risk.members if risk else ():
        role = max((role for role in Role if role in one.roles), key=partial(_weight, snapshot), default=None)
        weight = _weight(snapshot, role) if role else 0.0
        narrow = replace(risk, members=(one,)) if risk else None
        yield Action(ActionKind.REPLACE_LEAVER, snapshot.deal.id, one.id, narrow, (one,), role, weight)


def _engage_role(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    """A role with too few engaged players, a deal with too few threads, a decider or approver whom we reach badly or not at all."""
    deal_id, behind = snapshot.deal.id, found.get(RiskKind.ROLE_UNENGAGED)
    for one in coverage.role_states(snapshot):
        if one.state in (CoverageState.UNENGAGED, CoverageState.BELOW_GOAL):
            risk = replace(behind, roles=(one.role,), members=one.members) if behind and one.role in behind.roles else None
            aside = tuple(member for member in one.members if member not in one.engaged)
            terms = {"engaged": len(one.engaged), "goal": one.goal}
            yield Action(ActionKind.ENGAGE_ROLE, deal_id, one.role, risk, aside, one.role, one.weight, terms=terms)
    if risk := found.get(RiskKind.SINGLE_THREADED):
        wanted = tuple(one for one in snapshot.key_players if one not in risk.members)
        yield Action(ActionKind.ENGAGE_ROLE, deal_id, risk.kind, risk, wanted)
    for kind in (RiskKind.DECIDER_OUT_OF_REACH, RiskKind.GATEKEEPER_ONLY_WAY):
        for member in found[kind].members if kind in found else ():
            role = Role.DECIDER if member.plays(Role.DECIDER) else Role.APPROVER
            weight = _weight(snapshot, role)
            narrow = replace(found[kind], members=(member,), roles=(role,))
            yield Action(ActionKind.ENGAGE_ROLE, deal_id, f"{kind} {member.id}", narrow, (member,), role, weight)


def _talk_to_champion(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    if risk := found.get(RiskKind.NO_CHAMPION):
        yield Action(ActionKind.TALK_TO_CHAMPION, snapshot.deal.id, risk.kind, risk)
    if risk := found.get(RiskKind.CHAMPION_GONE_COLD):
        for one in risk.members:
            cold_since = one.last_at + timedelta(days=snapshot.rules.cold_days) if one.last_at else None
            subject, narrow = f"{one.id} {one.last_at}", replace(risk, members=(one,))
            yield Action(ActionKind.TALK_TO_CHAMPION, snapshot.deal.id, subject, narrow, (one,), since=cold_since)


def _raise_awareness(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    behind = risks.laggards(snapshot)
    if behind and snapshot.deal.phase:
        subject, risk = snapshot.deal.phase.id, found.get(RiskKind.AWARENESS_LAGS)
        yield Action(ActionKind.RAISE_AWARENESS, snapshot.deal.id, subject, risk, behind, since=snapshot.deal.entered_at)


def _in_step(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    deal = snapshot.deal
    if risk := found.get(RiskKind.AHEAD_OF_BUYER):
        yield Action(ActionKind.REALIGN, deal.id, str(deal.ahead_since), risk, since=deal.ahead_since)
    if risk := found.get(RiskKind.OVERDUE):
        yield Action(ActionKind.UNBLOCK_PHASE, deal.id, str(deal.entered_at), risk, since=deal.entered_at)


def _answer_objection(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    for one in sorted(snapshot.doubts, key=lambda one: (one.raised_at, one.id)):
        risk = found.get(RiskKind.UNANSWERED_OBJECTION) if risks.is_overdue(snapshot, one) else None
        terms, raiser = {"objection": one.kind, "text": one.text}, _member(snapshot, one.member_id)
        if risk:
            risk = replace(risk, members=raiser, value=snapshot.days_since(one.raised_at), terms=terms)
        yield Action(ActionKind.ANSWER_OBJECTION, snapshot.deal.id, one.id, risk, raiser, since=one.raised_at, terms=terms)


def _confirm_map(snapshot: Snapshot, found: Risks) -> Iterator[Action]:
    """One, with the first of its risks: they are undone together."""
    behind = [found[kind] for kind in MAP_RISKS if kind in found]
    if behind:
        yield Action(ActionKind.CONFIRM_MAP, snapshot.deal.id, "map", behind[0], behind[0].members)


def _meet_need(snapshot: Snapshot, _: Risks) -> Iterator[Action]:
    for one in snapshot.wants:
        terms = {"need": one.kind, "text": one.text}
        holder = _member(snapshot, one.member_id)
        yield Action(ActionKind.MEET_NEED, snapshot.deal.id, one.id, None, holder, since=one.opened_at, terms=terms)


def _member(snapshot: Snapshot, id_: str) -> tuple[Member, ...]:
    return tuple(one for one in snapshot.members if one.id == id_)


def _after_purchase(snapshot: Snapshot, _: Risks) -> Iterator[Action]:
    """EVALUATE_PURCHASE: 30 days after delivery (else closing), no evaluation. PROPOSE_NEXT: one wants to go on, no deal follows."""
    deal = snapshot.deal
    if deal.status != DealStatus.WON or deal.closed_at is None:
        return
    due = (deal.delivered_at or deal.closed_at) + timedelta(days=EVALUATE_AFTER_DAYS)
    if not deal.is_evaluated and due <= snapshot.at:
        yield Action(ActionKind.EVALUATE_PURCHASE, deal.id, str(deal.closed_at), since=due)
    if deal.wants_more and not deal.is_continued:
        yield Action(ActionKind.PROPOSE_NEXT, deal.id, str(deal.closed_at))


RULES: tuple[Rule, ...] = (
    _find_role,
    _replace_leaver,
    _engage_role,
    _talk_to_champion,
    _raise_awareness,
    _in_step,
    _answer_objection,
    _confirm_map,
    _meet_need,
    _after_purchase,
)
