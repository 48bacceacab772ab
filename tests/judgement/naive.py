"""The figures a second time, written as slowly and plainly as the definitions read."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise, permutations
from typing import Any

from cypher.words import CoverageState, Role, Seniority, Severity
from service.judgement.snapshot import Contact, Member, Snapshot
from tests.judgement.committees import NOW

DEPTH = {"VISIT": 1, "MEETING": 1, "DEMO": 1, "EVENT": 0.7, "CALL": 0.7, "MESSAGE": 0.3, "OTHER": 0.3}
RANK = {"BOARD": 1, "EXECUTIVE": 0.9, "DIRECTOR": 0.7, "MANAGER": 0.5, "SPECIALIST": 0.3, "ASSISTANT": 0.2}


def strength(contacts: tuple[Contact, ...], seniority: Seniority | None) -> int:
    if not contacts:
        return 0
    days = [(NOW - one.at).total_seconds() / 86_400 for one in contacts]
    late = [one for one, day in zip(contacts, days, strict=True) if day <= 90]
    ours, theirs = sum(one.by_us is True for one in late), sum(one.by_us is False for one in late)
    total = 30 * 0.5 ** (min(days) / 30) + 25 * min(1, len(late) / 12)
    total += 15 * (2 * min(ours, theirs) / (ours + theirs) if ours + theirs else 0)
    total += 15 * max([DEPTH[one.kind] for one in late] or [0]) + 15 * (RANK[seniority] if seniority else 0.3)
    return int(Decimal(str(round(total, 9))).quantize(Decimal(1), ROUND_HALF_UP))


def engaged(one: Member) -> bool:
    return any(talk and (NOW - talk).total_seconds() <= 90 * 86_400 for talk in (person.engaged_at for person in one.people))


def close(one: Member) -> bool:
    return any(strength(person.contacts, person.seniority) > 30 for person in one.people)


def share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def needs(given: Snapshot) -> dict[Role, tuple[bool, int, float]]:
    found: dict[Role, tuple[bool, int, float]] = {}
    for phase in given.deal.phases:
        for one in phase.expects:
            required, goal, weight = found.get(one.role, (False, 0, 0.0))
            found[one.role] = required or one.required, max(goal, one.goal), max(weight, one.weight)
    return found


def players(given: Snapshot, role: Role) -> list[Member]:
    return [one for one in given.members if role in [each.role for each in one.playing]]


def completeness(given: Snapshot) -> float | None:
    required = {role: weight for role, (needed, _, weight) in needs(given).items() if needed}
    return share(sum(weight for role, weight in required.items() if players(given, role)), sum(required.values()))


def goal_attainment(given: Snapshot) -> float | None:
    goals = {role: goal for role, (_, goal, _) in needs(given).items()}
    met = [min(goal, sum(engaged(one) for one in players(given, role))) for role, goal in goals.items()]
    return share(sum(met), sum(goals.values()))


def states(given: Snapshot) -> list[tuple[Role, CoverageState]]:
    here = given.deal.phase
    found = []
    for role in Role:
        goals = [one.goal for one in here.expects if one.role == role] if here else []
        playing = [
            one
            for one in given.members
            if any(each.role == role and (not each.phase_ids or not here or here.id in each.phase_ids) for each in one.playing)
        ]
        busy = [one for one in playing if engaged(one)]
        if not goals:
            state = CoverageState.NOT_EXPECTED
        elif not playing:
            state = CoverageState.MISSING
        elif not busy:
            state = CoverageState.UNENGAGED
        else:
            state = CoverageState.BELOW_GOAL if len(busy) < max(goals) else CoverageState.COVERED
        found.append((role, state))
    return found


def phase_fit(given: Snapshot) -> float | None:
    here = given.deal.phase
    required = {one.role for one in here.expects if one.required} if here else set()
    good = (CoverageState.COVERED, CoverageState.BELOW_GOAL)
    return share(sum(state in good for role, state in states(given) if role in required), len(required))


def confirmed_share(given: Snapshot) -> float | None:
    every = [each.confirmed for one in given.members for each in one.playing]
    return share(sum(every), len(every))


def freshness(given: Snapshot) -> float | None:
    def fresh(one: Member) -> bool:
        moments = [one.assessed_at, *(person.last_at for person in one.people)]
        return any(moment and (NOW - moment).total_seconds() <= 90 * 86_400 for moment in moments)

    return share(sum(map(fresh, given.members)), len(given.members))


def threads(given: Snapshot) -> float:
    return sum(map(close, given.members))


def thread_roles(given: Snapshot) -> float:
    return len({each.role for one in given.members if close(one) for each in one.playing})


def support(given: Snapshot) -> float | None:
    known = [one for one in given.members if one.influence is not None and one.stance is not None]
    return share(sum((one.influence or 0) * (one.stance or 0) for one in known), 2 * sum(one.influence or 0 for one in known))


def unknown_influence_share(given: Snapshot) -> float | None:
    return share(sum(one.influence or 0 for one in given.members if one.stance is None), sum(one.influence or 0 for one in given.members))


def keys(given: Snapshot) -> list[Member]:
    return [one for one in given.members if (one.influence or 0) >= 7]


def key_player_majority(given: Snapshot) -> float | None:
    return share(len([one for one in keys(given) if one.stance in (1, 2)]), len(keys(given)))


def consensus(given: Snapshot) -> float | None:
    stances = [one.stance for one in keys(given) if one.stance is not None]
    if len(stances) < 2:
        return None
    mean = sum(stances) / len(stances)
    return float(1 - (sum((one - mean) ** 2 for one in stances) / len(stances)) ** 0.5 / 2)


def champion_margin(given: Snapshot) -> float | None:
    for_us = [one.influence for one in given.members if one.stance == 2 and one.influence is not None]
    others = [one.influence for one in given.members if one.stance in (-1, -2) and one.influence is not None]
    return max(for_us) - max(others, default=0) if for_us else None


def blocker_exposure(given: Snapshot) -> float | None:
    ties: dict[tuple[str, str], Any] = {(tie.from_id, tie.to_id): (tie.strength or 2) / 5 for tie in given.network.ties}
    values = [
        value
        for decider in given.members
        if Role.DECIDER in decider.roles
        for target in decider.person_ids
        if (value := _exposed(given, ties, decider, target)) is not None
    ]
    return max(values, default=None)


def _exposed(given: Snapshot, ties: dict[tuple[str, str], float], decider: Member, target: str) -> float | None:
    judged: dict[str, tuple[int, int]] = {}
    for groups in (True, False):
        for one in given.members:
            if one.id != decider.id and one.is_group == groups and one.influence is not None and one.stance is not None:
                judged |= dict.fromkeys(one.person_ids, (one.influence, one.stance))
    whole = against = 0.0
    for length in (2, 3):
        for path in permutations(sorted(given.network.people), length):
            start, steps = path[0], list(pairwise(path))
            if path[-1] != target or start not in judged or start in decider.person_ids or not all(step in ties for step in steps):
                continue
            weight = float(judged[start][0])
            for step in steps:
                weight *= ties[step]
            whole += weight
            against += weight if judged[start][1] < 0 else 0
    return share(against, whole)


def health(severities: list[Severity]) -> int:
    return max(0, 100 - sum({"HIGH": 20, "MEDIUM": 10, "LOW": 4}[one] for one in severities))


MEASURES: dict[str, Callable[[Snapshot], float | None]] = {
    one.__name__: one
    for one in (
        *(completeness, goal_attainment, phase_fit, confirmed_share, freshness, threads, thread_roles, support),
        *(unknown_influence_share, key_player_majority, consensus, champion_margin, blocker_exposure),
    )
}
