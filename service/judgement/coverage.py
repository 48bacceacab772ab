"""Which of the expected roles somebody plays, who of them is in touch with us, and the measures made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from cypher.words import CoverageState, Role
from service.judgement.measure import Measure, below, share
from service.judgement.snapshot import Deal, Expected, Member, Snapshot

HALF = 0.5
SURE_FROM = 0.6
EXACT = 9
"""Decimals of a sum of weights: half of them is half, whatever floats make of tenths."""


@dataclass(frozen=True)
class RoleState:
    """How a role stands in a deal's phase. Goal and weight are 0 where it is not expected."""

    role: Role
    state: CoverageState
    required: bool
    goal: int
    weight: float
    members: tuple[Member, ...]
    """Who plays it; a role that matters in other phases only does not count."""
    engaged: tuple[Member, ...]


def role_states(snapshot: Snapshot) -> tuple[RoleState, ...]:
    """Each of the six roles in the deal's phase (measures.md, *Roles*).

    No expectation: NOT_EXPECTED; nobody plays it: MISSING; nobody engaged: UNENGAGED; engaged < goal: BELOW_GOAL; else COVERED.
    A deal in no phase expects none.
    """
    phase = snapshot.deal.phase
    expected = {one.role: one for one in united(phase.expects if phase else ())}
    return tuple(_state(snapshot, role, expected.get(role)) for role in Role)


def _state(snapshot: Snapshot, role: Role, expected: Expected | None) -> RoleState:
    phase_id = snapshot.deal.phase.id if snapshot.deal.phase else None
    players = tuple(one for one in snapshot.members if one.plays(role, phase_id))
    engaged = tuple(one for one in players if one.id in snapshot.engaged)
    if expected is None:
        return RoleState(role, CoverageState.NOT_EXPECTED, False, 0, 0.0, players, engaged)
    state = state_of(len(players), len(engaged), expected.goal)
    return RoleState(role, state, expected.required, expected.goal, expected.weight, players, engaged)


def state_of(players: int, engaged: int, goal: int) -> CoverageState:
    """The state of an expected role."""
    if not players:
        return CoverageState.MISSING
    if not engaged:
        return CoverageState.UNENGAGED
    return CoverageState.BELOW_GOAL if engaged < goal else CoverageState.COVERED


def united(expectations: Iterable[Expected]) -> tuple[Expected, ...]:
    """One expectation a role: required if one requires it, with the largest goal and weight."""
    found: dict[Role, Expected] = {}
    for one in expectations:
        other = found.get(one.role, one)
        required, goal, weight = one.required or other.required, max(one.goal, other.goal), max(one.weight, other.weight)
        found[one.role] = Expected(one.role, required, goal, weight)
    return tuple(found[role] for role in Role if role in found)


def over_process(deal: Deal) -> tuple[Expected, ...]:
    """The roles that any phase of the deal's process expects."""
    return united(one for phase in deal.phases for one in phase.expects)


def completeness(snapshot: Snapshot) -> Measure:
    """Σ over required roles of the process of weight·[somebody plays it] ÷ Σ weight; 0 to 1, None where none is required."""
    return _completeness(snapshot, weighted=True)


def completeness_unweighted(snapshot: Snapshot) -> Measure:
    """Required roles of the process that somebody plays ÷ required roles; 0 to 1, None where none is required."""
    return _completeness(snapshot, weighted=False)


def _completeness(snapshot: Snapshot, *, weighted: bool) -> Measure:
    required = [one for one in over_process(snapshot.deal) if one.required]
    played = [one for one in required if any(member.plays(one.role) for member in snapshot.members)]
    whole, part = (round(fsum(one.weight if weighted else 1 for one in some), EXACT) for some in (required, played))
    missing = tuple(one.role for one in required if one not in played)
    return share(part, whole, below(1, bad=HALF), roles=missing)


def goal_attainment(snapshot: Snapshot) -> Measure:
    """Σ min(engaged, goal) ÷ Σ goal over the roles that the process expects; 0 to 1, None where it expects none."""
    expected = over_process(snapshot.deal)
    engaged = {one.role: _engaged(snapshot, one.role) for one in expected}
    part = sum(min(len(engaged[one.role]), one.goal) for one in expected)
    short = tuple(one.role for one in expected if len(engaged[one.role]) < one.goal)
    return share(part, sum(one.goal for one in expected), below(1, bad=HALF), roles=short)


def _engaged(snapshot: Snapshot, role: Role) -> list[Member]:
    return [one for one in snapshot.members if one.id in snapshot.engaged and one.plays(role)]


def phase_fit(snapshot: Snapshot) -> Measure:
    """Required roles of the phase with at least one engaged player ÷ required roles of the phase; 0 to 1, None where none is required."""
    required = [one for one in role_states(snapshot) if one.required]
    lacking = tuple(one.role for one in required if not one.engaged)
    return share(len(required) - len(lacking), len(required), below(1), roles=lacking)


def confirmed_share(snapshot: Snapshot) -> Measure:
    """Confirmed role assignments ÷ all; 0 to 1, None where nobody plays a role."""
    every = [(member, one) for member in snapshot.members for one in member.playing]
    guessed = [(member, one.role) for member, one in every if not one.confirmed]
    members = tuple(dict.fromkeys(member for member, _ in guessed))
    roles = tuple(role for role in Role if any(role == one for _, one in guessed))
    return share(len(every) - len(guessed), len(every), below(SURE_FROM), members=members, roles=roles)


def freshness(snapshot: Snapshot) -> Measure:
    """Share of members assessed or in an interaction in the last `fresh_days`; 0 to 1, None on an empty committee."""
    since = snapshot.since(snapshot.rules.fresh_days)
    stale = [one for one in snapshot.members if not any(at and at >= since for at in (one.assessed_at, one.last_at))]
    whole = len(snapshot.members)
    return share(whole - len(stale), whole, below(HALF), members=tuple(stale))
