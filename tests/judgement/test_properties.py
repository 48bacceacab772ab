"""What holds of every committee: ranges, that more never counts less, and the figures of a second, naive implementation."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as some

from cypher.words import InteractionKind, Role, Seniority
from service.judgement.coverage import role_states
from service.judgement.measures import MEASURES
from service.judgement.risks import health, risks
from service.judgement.snapshot import Contact, Member, Playing, Snapshot
from service.judgement.strength import strength
from tests.judgement import naive
from tests.judgement.committees import INFLUENCES, NOW, ago, deal, expects, group, member, network, person, phase, snapshot, spoke

SHARES = {
    *("completeness", "completeness_unweighted", "goal_attainment", "phase_fit", "confirmed_share", "freshness"),
    *("unknown_influence_share", "key_player_majority", "consensus", "blocker_exposure", "density"),
}
PHASES = tuple(f"phase {number}" for number in range(3))
contacts = some.lists(
    some.builds(
        Contact,
        some.floats(0, 200).map(ago),
        some.sampled_from(InteractionKind),
        some.sampled_from([True, False, None]),
    ),
    max_size=15,
).map(tuple)
playing = some.lists(
    some.builds(Playing, some.sampled_from(Role), some.frozensets(some.sampled_from(PHASES), max_size=2), some.booleans()), max_size=3
).map(tuple)
expected = some.lists(
    some.builds(
        expects, some.sampled_from(Role), required=some.booleans(), goal=some.integers(1, 3), weight=some.sampled_from([0.5, 1, 2.5])
    ),
    max_size=5,
)


@some.composite
def committees(draw: some.DrawFn) -> Snapshot:
    members: list[Member] = []
    for number in range(draw(some.integers(0, 6))):
        people = tuple(
            person(f"p{draw(some.integers(0, 7))}", *draw(contacts), seniority=draw(some.none() | some.sampled_from(Seniority)))
            for _ in range(draw(some.integers(1, 2)))
        )
        judged = {
            "stance": draw(some.none() | some.integers(-2, 2)),
            "influence": draw(some.none() | some.integers(0, 10)),
            "assessed_at": draw(some.none() | some.floats(0, 200).map(ago)),
        }
        made = (group if len(people) > 1 else member)(f"m{number}", *draw(playing), people=people, **judged)
        members.append(made)
    path = tuple(phase(number, *draw(expected)) for number in range(3))
    everybody = sorted({one.id for one in members for one in one.people})
    ties = draw(
        some.lists(some.tuples(some.sampled_from(everybody), some.sampled_from(everybody), some.none() | some.integers(1, 5)), max_size=10)
        if everybody
        else some.just([])
    )
    joined = [(INFLUENCES, a, b, strong) for a, b, strong in {(a, b): (a, b, strong) for a, b, strong in ties if a != b}.values()]
    on = deal(*path, at=draw(some.none() | some.integers(0, 2)))
    return snapshot(*members, on=on, network=network(tuple(members), *joined))


@given(committees())
@settings(max_examples=60, deadline=None)
def test_figures_stay_in_their_ranges_and_agree_with_a_naive_second(given: Snapshot) -> None:
    for name, figure in MEASURES.items():
        found = figure(given).value
        assert found is None or name not in SHARES or -1e-9 <= found <= 1 + 1e-9, name
    for name, second in naive.MEASURES.items():
        found, other = MEASURES[name](given).value, second(given)
        assert (found is None) == (other is None), name
        assert found is None or other is None or abs(found - other) < 1e-9, name
    assert [(one.role, one.state) for one in role_states(given)] == naive.states(given)
    score = health(risks(given)).score
    assert 0 <= score <= 100
    assert score == naive.health([one.severity for one in risks(given)])


@given(committees(), some.sampled_from(Role))
@settings(max_examples=40, deadline=None)
def test_covering_a_role_never_lowers_completeness(given: Snapshot, role: Role) -> None:
    covered = replace(given, members=(*given.members, member("new", role, contacts=(spoke(1),))))
    for name in ("completeness", "completeness_unweighted", "goal_attainment", "phase_fit"):
        before, after = MEASURES[name](given).value, MEASURES[name](covered).value
        assert before is None or (after is not None and after >= before - 1e-12), name


@given(committees(), contacts)
@settings(max_examples=40, deadline=None)
def test_one_more_engaged_member_never_lowers_threads(given: Snapshot, more: tuple[Contact, ...]) -> None:
    joined = replace(given, members=(*given.members, member("new", contacts=more)))
    for name in ("threads", "thread_roles", "thread_branches"):
        assert (MEASURES[name](joined).value or 0) >= (MEASURES[name](given).value or 0)


@given(contacts, some.sampled_from(Seniority), some.sampled_from([InteractionKind.MEETING, InteractionKind.CALL]))
@settings(max_examples=60, deadline=None)
def test_strength_agrees_and_one_more_talk_of_unknown_beginner_never_weakens(
    had: tuple[Contact, ...], seniority: Seniority, kind: InteractionKind
) -> None:
    before = strength(person("a", *had, seniority=seniority), NOW)
    after = strength(person("a", *had, Contact(datetime.fromisoformat(NOW.isoformat()), kind, None), seniority=seniority), NOW)
    assert 0 <= before.score <= after.score <= 100
    assert before.score == naive.strength(had, seniority)
