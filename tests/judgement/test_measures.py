"""Every measure against figures worked out by hand, the unknowable ones too; and how each verdict falls."""

from typing import Any

import pytest

from cypher.words import CoverageState, InteractionKind, Role, Seniority, Verdict
from service.judgement.coverage import role_states
from service.judgement.measures import MEASURES
from service.judgement.snapshot import Member, Playing, Rules, Snapshot
from service.judgement.strength import Strength, strength, strongest
from tests.judgement.committees import (
    INFLUENCES,
    KNOWS,
    NOW,
    REPORTS_TO,
    deal,
    expects,
    group,
    known,
    member,
    network,
    person,
    phase,
    snapshot,
    spoke,
)

DECIDER, USER, BUYER, APPROVER, INFLUENCER = Role.DECIDER, Role.USER, Role.BUYER, Role.APPROVER, Role.INFLUENCER
GOOD, WARN, BAD, UNKNOWN = Verdict.GOOD, Verdict.WARN, Verdict.BAD, Verdict.UNKNOWN
CALLED, LONG_AGO = (spoke(3),), (spoke(200),)
OFTEN = tuple(spoke(day, InteractionKind.MEETING, day % 2 == 0) for day in range(12))
"""Yesterday and the days before: strength 30·1 + 25 + 15 + 15 + 4.5, rounded."""
PATH = (phase(0, expects(USER)), phase(1, expects(DECIDER, weight=3), expects(INFLUENCER, goal=2), expects(BUYER, required=False)))
TENTHS = phase(0, expects(DECIDER, weight=0.1), expects(USER, weight=0.2), expects(BUYER, weight=0.3))
Case = tuple[str, Snapshot, float | None, Verdict]


def judged(*pairs: tuple[int | None, int | None]) -> tuple[Member, ...]:
    """Members of these influences and stances."""
    return tuple(member(f"m{number}", influence=i, stance=s) for number, (i, s) in enumerate(pairs))


def on_path(*members: Member, at: int | None = 0) -> Snapshot:
    return snapshot(*members, on=deal(*PATH, at=at))


def tied(members: tuple[Member, ...], *ties: tuple[Any, ...]) -> Snapshot:
    return snapshot(*members, network=network(members, *ties))


SURE, GUESSED = Playing(USER, confirmed=True), Playing(USER)
TEAM = group("team", DECIDER, people=(person("a", *CALLED), person("b")))
EXPOSED = (member("d", DECIDER), member("f", influence=8, stance=2), member("x", influence=6, stance=-2))
CHAIN = (member("a", contacts=OFTEN), member("b", contacts=OFTEN), member("c", contacts=OFTEN))
BROAD = (
    member("a", of={"seniority": Seniority.BOARD, "department": "Sales "}),
    member("b", of={"seniority": Seniority.BOARD, "department": "sales"}),
    member("c", of={"seniority": Seniority.MANAGER, "department": "IT"}),
)

CASES: list[Case] = [
    ("completeness", snapshot(), None, UNKNOWN),
    ("completeness", on_path(), 0, BAD),
    ("completeness", on_path(member("a", USER)), 1 / 5, BAD),
    ("completeness", on_path(member("a", DECIDER)), 3 / 5, WARN),
    ("completeness", on_path(member("a", DECIDER, USER), member("b", INFLUENCER)), 1, GOOD),
    ("completeness", snapshot(member("a", BUYER), on=deal(TENTHS)), 1 / 2, WARN),
    ("completeness_unweighted", snapshot(), None, UNKNOWN),
    ("completeness_unweighted", on_path(member("a", DECIDER)), 1 / 3, BAD),
    ("completeness_unweighted", on_path(member("a", DECIDER, BUYER), member("b", USER)), 2 / 3, WARN),
    ("goal_attainment", snapshot(member("a", DECIDER, contacts=CALLED)), None, UNKNOWN),
    ("goal_attainment", on_path(member("a", DECIDER)), 0, BAD),
    ("goal_attainment", on_path(member("a", DECIDER, INFLUENCER, contacts=CALLED), member("b", USER)), 2 / 5, BAD),
    ("goal_attainment", on_path(member("a", *Role, contacts=CALLED), member("b", INFLUENCER, contacts=CALLED)), 1, GOOD),
    ("phase_fit", on_path(at=None), None, UNKNOWN),
    ("phase_fit", on_path(member("a", USER)), 0, WARN),
    ("phase_fit", on_path(member("a", USER, contacts=CALLED)), 1, GOOD),
    ("phase_fit", on_path(member("a", USER, INFLUENCER, contacts=CALLED), at=1), 1 / 2, WARN),
    ("confirmed_share", snapshot(member("a")), None, UNKNOWN),
    ("confirmed_share", snapshot(member("a", SURE, Playing(BUYER)), member("b", SURE)), 2 / 3, GOOD),
    ("confirmed_share", snapshot(member("a", SURE), member("b", GUESSED)), 1 / 2, WARN),
    ("freshness", snapshot(), None, UNKNOWN),
    ("freshness", snapshot(member("a", contacts=CALLED), member("b", assessed_at=NOW), member("c", contacts=LONG_AGO)), 2 / 3, GOOD),
    ("freshness", snapshot(member("a"), member("b"), member("c", assessed_at=NOW)), 1 / 3, WARN),
    ("threads", snapshot(), 0, BAD),
    ("threads", snapshot(*(member(f"m{number}", contacts=OFTEN) for number in range(2))), 2, WARN),
    ("threads", snapshot(*(member(f"m{number}", contacts=OFTEN) for number in range(4)), member("x", contacts=LONG_AGO)), 4, GOOD),
    ("thread_roles", snapshot(member("a", USER, DECIDER, contacts=OFTEN), member("b", BUYER)), 2, GOOD),
    ("thread_roles", snapshot(member("a", USER, contacts=OFTEN), member("b", USER, contacts=OFTEN)), 1, WARN),
    ("thread_branches", tied(CHAIN, (REPORTS_TO, "a", "h", 3), (REPORTS_TO, "h", "top", 3)), 1, WARN),
    ("thread_branches", tied(CHAIN, (REPORTS_TO, "a", "h", 3), (REPORTS_TO, "h", "top", 3), (REPORTS_TO, "b", "top", 3)), 2, GOOD),
    ("thread_branches", tied(CHAIN), 0, WARN),
    ("acquaintance_gap", snapshot(member("a", of={"acquaintances": known((2, 4))}), member("b")), 1, WARN),
    ("acquaintance_gap", snapshot(member("a", of={"acquaintances": known((2, 4), (4, None))})), 0, GOOD),
    ("support", snapshot(*judged((None, 2), (5, None))), None, UNKNOWN),
    ("support", snapshot(*judged((0, 2))), None, UNKNOWN),
    ("support", snapshot(*judged((8, 2), (4, -1))), (16 - 4) / 24, GOOD),
    ("support", snapshot(*judged((10, 0), (5, 2), (5, 0))), 10 / 40, WARN),
    ("support", snapshot(*judged((3, 1), (8, -2))), -13 / 22, BAD),
    ("unknown_influence_share", snapshot(*judged((None, None))), None, UNKNOWN),
    ("unknown_influence_share", snapshot(*judged((6, 1), (3, None), (None, None))), 3 / 9, UNKNOWN),
    ("key_player_majority", snapshot(*judged((6, 2))), None, UNKNOWN),
    ("key_player_majority", snapshot(*judged((7, 1), (9, None))), 1 / 2, WARN),
    ("key_player_majority", snapshot(*judged((7, 1), (9, 2), (10, 0))), 2 / 3, GOOD),
    ("consensus", snapshot(*judged((7, 1), (9, None), (3, -2))), None, UNKNOWN),
    ("consensus", snapshot(*judged((7, 2), (9, -2))), 0, WARN),
    ("consensus", snapshot(*judged((7, 1), (9, 1))), 1, GOOD),
    ("consensus", snapshot(*judged((7, 2), (9, 0), (8, 1))), 1 - (2 / 3) ** 0.5 / 2, GOOD),
    ("champion_margin", snapshot(*judged((None, 2), (5, -1))), None, UNKNOWN),
    ("champion_margin", snapshot(*judged((7, 2), (4, 2))), 7, GOOD),
    ("champion_margin", snapshot(*judged((4, 2), (6, -1), (None, -2))), -2, WARN),
    ("blocker_exposure", tied(EXPOSED), None, UNKNOWN),
    ("blocker_exposure", tied(EXPOSED, (INFLUENCES, "f", "d", 5), (INFLUENCES, "x", "d", 2)), 2.4 / 10.4, GOOD),
    ("blocker_exposure", tied(EXPOSED, (INFLUENCES, "f", "d", None), (INFLUENCES, "x", "d", 5)), 6 / 9.2, WARN),
    ("blocker_exposure", tied(EXPOSED, (INFLUENCES, "f", "d", 5), (INFLUENCES, "x", "f", 5)), 6 / 14, WARN),
    ("blind_spot", snapshot(*judged((5, -1), (5, -2), (5, None))), 2, GOOD),
    ("blind_spot", snapshot(*judged((5, 0), (5, 2), (5, 1), (5, None))), 0, GOOD),
    ("blind_spot", snapshot(*judged((5, 0), (5, 2), (5, 1), (5, None), (5, 1))), 0, WARN),
    ("levels", snapshot(*BROAD), 2, UNKNOWN),
    ("departments", snapshot(*BROAD), 2, UNKNOWN),
    ("people", snapshot(TEAM, member("a")), 2, UNKNOWN),
    ("density", snapshot(member("a")), None, UNKNOWN),
    ("density", tied(BROAD, (KNOWS, "a", "b", 3), (INFLUENCES, "a", "b", 3), (KNOWS, "a", "z", 3)), 1 / 6, UNKNOWN),
]


@pytest.mark.parametrize(("name", "given", "value", "verdict"), CASES)
def test_a_measure_is_what_was_worked_out(name: str, given: Snapshot, value: float | None, verdict: Verdict) -> None:
    found = MEASURES[name](given)
    assert found.value == (value if value is None else pytest.approx(value))
    assert found.verdict == verdict


def test_every_measure_has_cases_and_an_unknowable_one_where_it_can_be() -> None:
    always = {"threads", "thread_roles", "thread_branches", "acquaintance_gap", "blind_spot", "levels", "departments", "people"}
    assert {name for name, *_ in CASES} == set(MEASURES)
    assert {name for name, _, value, _ in CASES if value is None} == set(MEASURES) - always


@pytest.mark.parametrize(
    ("members", "state"),
    [
        ((), CoverageState.MISSING),
        ((member("a", USER),), CoverageState.MISSING),
        ((member("a", Playing(INFLUENCER, frozenset({"phase 0"}))),), CoverageState.MISSING),
        ((member("a", INFLUENCER),), CoverageState.UNENGAGED),
        ((member("a", INFLUENCER, contacts=LONG_AGO),), CoverageState.UNENGAGED),
        ((member("a", INFLUENCER, contacts=CALLED, of={"is_placeholder": True}),), CoverageState.UNENGAGED),
        ((member("a", INFLUENCER, contacts=CALLED),), CoverageState.BELOW_GOAL),
        ((member("a", Playing(INFLUENCER, frozenset({"phase 1"})), contacts=CALLED), member("b", INFLUENCER)), CoverageState.BELOW_GOAL),
        ((member("a", INFLUENCER, contacts=CALLED), group("g", INFLUENCER, people=TEAM.people)), CoverageState.COVERED),
    ],
)
def test_a_role_stands_as_its_players_do(members: tuple[Member, ...], state: CoverageState) -> None:
    states = {one.role: one for one in role_states(on_path(*members, at=1))}
    assert states[INFLUENCER].state == state
    assert states[USER].state == CoverageState.NOT_EXPECTED


@pytest.mark.parametrize(
    ("contacts", "seniority", "terms", "score"),
    [
        ((), Seniority.BOARD, (0, 0, 0, 0, 0), 0),
        ((spoke(0),), None, (1, 1 / 12, 0, 0.7, 0.3), 47),
        ((spoke(30, InteractionKind.VISIT, True),), Seniority.EXECUTIVE, (0.5, 1 / 12, 0, 1, 0.9), 46),
        (
            (spoke(0, InteractionKind.MESSAGE, True), spoke(0, InteractionKind.MESSAGE, False)),
            Seniority.ASSISTANT,
            (1, 1 / 6, 1, 0.3, 0.2),
            57,
        ),
        ((spoke(90), spoke(90.01)), Seniority.DIRECTOR, (0.125, 1 / 12, 0, 0.7, 0.7), 27),
        ((spoke(120, InteractionKind.DEMO),), Seniority.MANAGER, (1 / 16, 0, 0, 0, 0.5), 9),
        (OFTEN, Seniority.BOARD, (1, 1, 1, 1, 1), 100),
    ],
)
def test_strength_is_what_its_terms_make(
    contacts: tuple[Any, ...], seniority: Seniority | None, terms: tuple[float, ...], score: int
) -> None:
    found = strength(person("a", *contacts, seniority=seniority), NOW)
    assert (found.recency, found.frequency, found.two_way, found.depth, found.seniority) == pytest.approx(terms)
    assert found.score == score


def test_a_group_is_as_close_as_its_closest_person() -> None:
    assert strongest(TEAM, NOW) == strength(TEAM.people[0], NOW)
    assert strongest(group("g", people=()), NOW) == Strength()


@pytest.mark.parametrize(
    ("rules", "name", "value"),
    [
        (Rules(engaged_days=2), "phase_fit", 0),
        (Rules(engaged_days=3), "phase_fit", 1),
        (Rules(fresh_days=2), "freshness", 0),
        (Rules(thread_above=90), "threads", 0),
        (Rules(key_player_from=6), "key_player_majority", 1),
        (Rules(key_player_from=7), "key_player_majority", None),
    ],
)
def test_a_setting_moves_the_figure(rules: Rules, name: str, value: float | None) -> None:
    one = member("a", USER, contacts=CALLED, influence=6, stance=1)
    assert MEASURES[name](snapshot(one, on=deal(*PATH), rules=rules)).value == value
