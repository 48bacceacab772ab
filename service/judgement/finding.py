"""A risk that was found, and the rules of those about roles, contact and stances. All together: `service/judgement/risks.py`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher.words import CoverageState, RiskKind, Role, Severity
from service.judgement import contact, coverage, stance
from service.judgement.coverage import RoleState
from service.judgement.snapshot import DECIDING, Member, Snapshot

HIGH, MEDIUM, LOW = Severity.HIGH, Severity.MEDIUM, Severity.LOW
WEAK_BELOW = 5
SECOND = 1
"""The place of a process's second phase."""


@dataclass(frozen=True)
class Finding:
    """One kind of risk with what proves it; value and threshold are None where there is no figure behind it."""

    kind: RiskKind
    severity: Severity
    members: tuple[Member, ...] = ()
    roles: tuple[Role, ...] = ()
    value: float | None = None
    threshold: float | None = None
    terms: Mapping[str, Any] = field(default_factory=dict)
    """What else its sentence names, such as the kind of an objection."""


def place(snapshot: Snapshot) -> int | None:
    """Which phase of its process the deal is in, from 0."""
    phase = snapshot.deal.phase
    return next((number for number, one in enumerate(snapshot.deal.phases) if phase and one.id == phase.id), None)


def unfilled(snapshot: Snapshot) -> Iterator[Finding]:
    """NO_DECIDER and NO_APPROVER, from the first phase that requires the role on; ROLE_MISSING for the others that the phase requires."""
    states = {one.role: one for one in coverage.role_states(snapshot)}
    for role, kind in ((Role.DECIDER, RiskKind.NO_DECIDER), (Role.APPROVER, RiskKind.NO_APPROVER)):
        if not states[role].members and _is_due(snapshot, role):
            yield Finding(kind, HIGH, roles=(role,))
    missing = tuple(one.role for one in states.values() if _lacks(one, CoverageState.MISSING) and one.role not in DECIDING)
    if missing:
        yield Finding(RiskKind.ROLE_MISSING, MEDIUM, roles=missing, value=len(missing), threshold=0)


def unengaged(snapshot: Snapshot) -> Iterator[Finding]:
    """ROLE_UNENGAGED: a required role that somebody plays, nobody of them in touch with us."""
    found = [one for one in coverage.role_states(snapshot) if _lacks(one, CoverageState.UNENGAGED)]
    if found:
        members = tuple(dict.fromkeys(member for one in found for member in one.members))
        yield Finding(RiskKind.ROLE_UNENGAGED, MEDIUM, members, tuple(one.role for one in found), len(found), 0)


def _lacks(role: RoleState, state: CoverageState) -> bool:
    return role.required and role.state == state


def _is_due(snapshot: Snapshot, role: Role) -> bool:
    here = place(snapshot)
    first = next((number for number, one in enumerate(snapshot.deal.phases) if _requires(one.expects, role)), None)
    return here is not None and first is not None and here >= first


def _requires(expects: Any, role: Role) -> bool:
    return any(one.role == role and one.required for one in expects)


def _is_under_way(snapshot: Snapshot) -> bool:
    """From the second phase on."""
    return (place(snapshot) or 0) >= SECOND


def single_threaded(snapshot: Snapshot) -> Iterator[Finding]:
    """SINGLE_THREADED: one thread or none, from the second phase on."""
    found = contact.threads_of(snapshot)
    if len(found) <= 1 and _is_under_way(snapshot):
        yield Finding(RiskKind.SINGLE_THREADED, HIGH, found, value=len(found), threshold=1)


def championed(snapshot: Snapshot) -> Iterator[Finding]:
    """NO_CHAMPION, from the second phase on; CHAMPION_GONE_COLD; CHAMPION_WITHOUT_INFLUENCE, where each is known to have little."""
    champions = stance.champions(snapshot)
    if not champions:
        if _is_under_way(snapshot):
            yield Finding(RiskKind.NO_CHAMPION, MEDIUM, value=0, threshold=1)
        return
    cold = cold_champions(snapshot)
    if cold:
        silent = [snapshot.days_since(one.last_at) for one in cold if one.last_at]
        longest = max(silent) if len(silent) == len(cold) else None
        yield Finding(RiskKind.CHAMPION_GONE_COLD, MEDIUM, cold, value=longest, threshold=snapshot.rules.cold_days)
    known = [one.influence for one in champions if one.influence is not None]
    if len(known) == len(champions) and max(known) < WEAK_BELOW:
        yield Finding(RiskKind.CHAMPION_WITHOUT_INFLUENCE, LOW, champions, value=max(known), threshold=WEAK_BELOW)


def cold_champions(snapshot: Snapshot) -> tuple[Member, ...]:
    """Champions whose last interaction is over `cold_days` ago, or who had none."""
    since = snapshot.since(snapshot.rules.cold_days)
    return tuple(one for one in stance.champions(snapshot) if one.last_at is None or one.last_at < since)


def rivals(snapshot: Snapshot) -> Iterator[Finding]:
    """RIVAL_CHAMPION: a key player favours a competitor."""
    found = tuple(one for one in snapshot.key_players if one.favours)
    if found:
        competitors = ", ".join(dict.fromkeys(str(one.favours) for one in found))
        yield Finding(RiskKind.RIVAL_CHAMPION, HIGH, found, value=len(found), threshold=0, terms={"competitors": competitors})


def stances(snapshot: Snapshot) -> Iterator[Finding]:
    """KEY_PLAYERS_AGAINST: majority ≤ 0.5; NO_CONSENSUS: below 0.5; BLIND_SPOT: five members or more, none with s < 0."""
    majority, agreement = stance.key_player_majority(snapshot), stance.consensus(snapshot)
    if majority.value is not None and majority.value <= stance.HALF:
        yield Finding(RiskKind.KEY_PLAYERS_AGAINST, HIGH, majority.members, value=majority.value, threshold=stance.HALF)
    if agreement.value is not None and agreement.value < stance.HALF:
        yield Finding(RiskKind.NO_CONSENSUS, MEDIUM, agreement.members, value=agreement.value, threshold=stance.HALF)
    if len(snapshot.members) >= stance.MANY and not stance.against(snapshot):
        yield Finding(RiskKind.BLIND_SPOT, LOW, value=0, threshold=0, terms={"count": len(snapshot.members)})


def knowledge(snapshot: Snapshot) -> Iterator[Finding]:
    """STALE_MAP: freshness < 0.5; GUESSWORK: confirmed share < 0.6."""
    fresh, sure = coverage.freshness(snapshot), coverage.confirmed_share(snapshot)
    if fresh.value is not None and fresh.value < coverage.HALF:
        yield Finding(RiskKind.STALE_MAP, MEDIUM, fresh.members, value=fresh.value, threshold=coverage.HALF)
    if sure.value is not None and sure.value < coverage.SURE_FROM:
        yield Finding(RiskKind.GUESSWORK, LOW, sure.members, sure.roles, sure.value, coverage.SURE_FROM)
