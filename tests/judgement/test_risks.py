"""Each of the 22 risks just where it begins and just where it does not yet; health made of them; and what to do about them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cypher.words import ActionKind, DealStatus, NeedKind, ObjectionKind, RiskKind, Role, Severity
from service.judgement.actions import actions
from service.judgement.risks import health, risks
from service.judgement.snapshot import Deal, Doubt, Member, Playing, Rules, Snapshot, Want
from service.judgement.telling import Tongue, reason, sentence, title
from tests.judgement.committees import GUARDS, INFLUENCES, ago, deal, expects, group, member, network, phase, snapshot, spoke
from tests.judgement.test_measures import OFTEN

DECIDER, APPROVER, USER, BUYER = Role.DECIDER, Role.APPROVER, Role.USER, Role.BUYER
FIRST = phase(0, expects(USER), expects(BUYER, required=False))
SECOND = phase(1, expects(DECIDER, weight=3), awareness=3)
LAST = phase(2, expects(APPROVER, weight=2), expects(USER), healthy_days=20.0)
PATH = (FIRST, SECOND, LAST)
CALLED = (spoke(3),)
SURE = Playing(USER, confirmed=True)


def at(number: int, *members: Member, **more: object) -> Snapshot:
    return snapshot(*members, on=deal(*PATH, at=number, **more))


def reached(*ties: tuple[object, ...], decider: Member | None = None) -> Snapshot:
    one = decider or member("d", DECIDER)
    return snapshot(one, network=network((one,), *ties, covers=(("t", "x", 3),)))


MANY = tuple(member(f"m{number}", stance=1) for number in range(5))
LEFT = member("a", DECIDER, has_left=True)
HEARD = Doubt("o", ObjectionKind.QUESTION, "a", ago(14), "How much?")
SWAYED = (member("d", DECIDER), member("f", influence=8, stance=1), member("x", influence=4, stance=-1))

CASES: list[tuple[RiskKind, Snapshot, Snapshot]] = [
    (RiskKind.NO_DECIDER, at(1), at(0)),
    (RiskKind.NO_DECIDER, at(2), at(1, member("a", DECIDER))),
    (RiskKind.NO_APPROVER, at(2), at(1)),
    (RiskKind.ROLE_MISSING, at(0), at(0, member("a", USER))),
    (RiskKind.ROLE_UNENGAGED, at(0, member("a", USER)), at(0, member("a", USER, contacts=CALLED))),
    (RiskKind.SINGLE_THREADED, at(1, member("a", contacts=OFTEN)), at(1, member("a", contacts=OFTEN), member("b", contacts=OFTEN))),
    (RiskKind.SINGLE_THREADED, at(1), at(0)),
    (RiskKind.NO_CHAMPION, at(1, member("a", stance=1)), at(1, member("a", stance=2))),
    (
        RiskKind.CHAMPION_GONE_COLD,
        at(0, member("a", stance=2, contacts=(spoke(30.001),))),
        at(0, member("a", stance=2, contacts=(spoke(30),))),
    ),
    (RiskKind.CHAMPION_GONE_COLD, at(0, member("a", stance=2)), at(0, member("a", stance=1))),
    (RiskKind.CHAMPION_WITHOUT_INFLUENCE, at(0, member("a", stance=2, influence=4)), at(0, member("a", stance=2, influence=5))),
    (
        RiskKind.CHAMPION_WITHOUT_INFLUENCE,
        at(0, member("a", stance=2, influence=1)),
        at(0, member("a", stance=2, influence=1), member("b", stance=2)),
    ),
    (RiskKind.RIVAL_CHAMPION, at(0, member("a", influence=7, favours="Rival")), at(0, member("a", influence=6, favours="Rival"))),
    (
        RiskKind.BLOCKER_NEAR_DECIDER,
        snapshot(*SWAYED, network=network(SWAYED, (INFLUENCES, "f", "d", 4), (INFLUENCES, "x", "d", 4))),
        snapshot(*SWAYED, network=network(SWAYED, (INFLUENCES, "f", "d", 5), (INFLUENCES, "x", "d", 4))),
    ),
    (
        RiskKind.KEY_PLAYERS_AGAINST,
        at(0, member("a", influence=7, stance=1), member("b", influence=7)),
        at(0, member("a", influence=7, stance=1), member("b", influence=6)),
    ),
    (
        RiskKind.NO_CONSENSUS,
        at(0, member("a", influence=7, stance=2), member("b", influence=7, stance=-1)),
        at(0, member("a", influence=7, stance=2), member("b", influence=7, stance=0)),
    ),
    (RiskKind.BLIND_SPOT, at(0, *MANY), at(0, *MANY[1:])),
    (RiskKind.BLIND_SPOT, at(0, *MANY), at(0, *MANY, member("a", stance=-1))),
    (
        RiskKind.GATEKEEPER_ONLY_WAY,
        reached((GUARDS, "x", "d", 3)),
        reached((GUARDS, "g", "d", 3), (INFLUENCES, "x", "d", 3)),
    ),
    (RiskKind.DECIDER_OUT_OF_REACH, reached((INFLUENCES, "d", "x", 3)), reached((INFLUENCES, "x", "d", 3))),
    (RiskKind.STALE_MAP, at(0, member("a")), at(0, member("a"), member("b", assessed_at=ago(90)))),
    (RiskKind.GUESSWORK, at(0, member("a", Playing(USER)), member("b", SURE)), at(0, member("a", SURE))),
    (RiskKind.AWARENESS_LAGS, at(1, member("a", DECIDER, awareness=2)), at(1, member("a", DECIDER, awareness=3))),
    (RiskKind.AWARENESS_LAGS, at(1, member("a", influence=7, awareness=2)), at(1, member("a", influence=6, awareness=2))),
    (RiskKind.AHEAD_OF_BUYER, at(0, gap=1, ahead_since=ago(14)), at(0, gap=1, ahead_since=ago(13.99))),
    (RiskKind.OVERDUE, at(2, entered_at=ago(20.01)), at(2, entered_at=ago(20))),
    (RiskKind.OVERDUE, at(2, entered_at=ago(21)), at(1, entered_at=ago(999))),
    (RiskKind.MEMBER_LEFT, at(0, LEFT), at(0, replace(LEFT, has_left=False))),
    (
        RiskKind.UNANSWERED_OBJECTION,
        snapshot(member("a"), doubts=(HEARD,)),
        snapshot(member("a"), doubts=(replace(HEARD, raised_at=ago(13.9)),)),
    ),
]


def kinds(given: Snapshot) -> set[RiskKind]:
    return {one.kind for one in risks(given)}


@pytest.mark.parametrize(("kind", "risky", "safe"), CASES)
def test_a_risk_is_told_where_it_begins(kind: RiskKind, risky: Snapshot, safe: Snapshot) -> None:
    assert kind in kinds(risky)
    assert kind not in kinds(safe)


def test_every_risk_has_its_case_and_its_sentence() -> None:
    assert {kind for kind, *_ in CASES} == set(RiskKind)
    for kind, risky, _ in CASES:
        (found,) = (one for one in risks(risky) if one.kind == kind)
        assert all(one.name in sentence(found, Rules(), Tongue("en")) for one in found.members)


def test_nothing_is_a_risk_before_there_is_a_committee() -> None:
    assert kinds(snapshot(on=Deal("deal"))) == set()


def test_health_is_what_risks_leave_and_never_below_nothing() -> None:
    found = risks(at(1))
    assert [(one.kind, one.severity) for one in found] == [
        (RiskKind.NO_DECIDER, Severity.HIGH),
        (RiskKind.SINGLE_THREADED, Severity.HIGH),
        (RiskKind.NO_CHAMPION, Severity.MEDIUM),
    ]
    assert (health(found).score, [one.points for one in health(found).losses]) == (50, [20, 20, 10])
    assert health(found * 3).score == 0
    assert [one.kind for one in risks(at(1), Severity.HIGH)] == [RiskKind.NO_DECIDER, RiskKind.SINGLE_THREADED]


def done(given: Snapshot) -> list[tuple[ActionKind, RiskKind | None, Role | None]]:
    return [(one.kind, one.risk.kind if one.risk else None, one.role) for one in actions(given, risks(given))]


def test_what_to_do_comes_by_severity_then_weight_then_kind() -> None:
    given = at(2, member("a", USER, contacts=CALLED, has_left=True), member("b", stance=2))
    assert done(given) == [
        (ActionKind.FIND_ROLE, RiskKind.NO_DECIDER, DECIDER),
        (ActionKind.FIND_ROLE, RiskKind.NO_APPROVER, APPROVER),
        (ActionKind.REPLACE_LEAVER, RiskKind.MEMBER_LEFT, USER),
        (ActionKind.ENGAGE_ROLE, RiskKind.SINGLE_THREADED, None),
        (ActionKind.TALK_TO_CHAMPION, RiskKind.CHAMPION_GONE_COLD, None),
        (ActionKind.CONFIRM_MAP, RiskKind.GUESSWORK, None),
    ]


def test_what_is_done_without_a_risk_comes_last() -> None:
    wants = (Want("n", NeedKind.GOAL, "a", ago(1), "Fewer stops"),)
    given = replace(at(0, member("a", contacts=CALLED)), doubts=(replace(HEARD, raised_at=ago(1)),), wants=wants)
    assert done(given) == [
        (ActionKind.FIND_ROLE, RiskKind.ROLE_MISSING, USER),
        (ActionKind.FIND_ROLE, None, BUYER),
        (ActionKind.ANSWER_OBJECTION, None, None),
        (ActionKind.MEET_NEED, None, None),
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"closed_at": ago(30)}, {ActionKind.EVALUATE_PURCHASE}),
        ({"closed_at": ago(29.9)}, set()),
        ({"closed_at": ago(90), "delivered_at": ago(29)}, set()),
        ({"closed_at": ago(90), "is_evaluated": True}, set()),
        ({"closed_at": ago(90), "is_evaluated": True, "wants_more": True}, {ActionKind.PROPOSE_NEXT}),
        ({"closed_at": ago(90), "is_evaluated": True, "wants_more": True, "is_continued": True}, set()),
    ],
)
def test_after_a_purchase(more: dict[str, object], expected: set[ActionKind]) -> None:
    given = snapshot(on=Deal("deal", DealStatus.WON, **more))  # type: ignore[arg-type]
    assert {kind for kind, *_ in done(given)} == expected


@pytest.mark.parametrize("status", [DealStatus.LOST, DealStatus.ABANDONED])
def test_nothing_is_to_be_done_about_what_is_lost(status: DealStatus) -> None:
    assert done(at(1, LEFT, status=status)) == []


def test_a_key_stays_while_the_reason_lasts_and_no_two_are_alike() -> None:
    given = at(2, LEFT, member("b", stance=2, contacts=(spoke(40),)), member("c", stance=2), entered_at=ago(50))
    today = {one.key: one.subject for one in actions(given, risks(given))}
    later = replace(given, now=given.now + timedelta(days=9))
    assert list(today) == [one.key for one in actions(later, risks(later))]
    assert len(set(today)) == len(today)
    again = at(2, LEFT, member("b", stance=2, contacts=(spoke(35),)), member("c", stance=2), entered_at=ago(50))
    assert len(set(today) - {one.key for one in actions(again, risks(again))}) == 1, "a champion who went cold anew is a new reason"


def test_every_action_says_what_and_why() -> None:
    wants = (Want("n", NeedKind.PAIN_POINT, "a", None, "Stops"),)
    everything = replace(
        at(1, member("a", DECIDER, influence=8, stance=2, awareness=1), group("g", DECIDER, people=()), entered_at=ago(5)),
        doubts=(HEARD, replace(HEARD, id="p", raised_at=ago(2), kind=ObjectionKind.COMPLAINT)),
        wants=wants,
    )
    for one in actions(everything, risks(everything)):
        assert "{" not in title(one, Tongue("en")) + reason(one, Rules(), Tongue("en"), ["Do this"])
        assert reason(one, Rules(), Tongue("en"), ["Do this"]).endswith("Do this")


def test_weight_is_the_phases_and_a_leaver_is_missed_in_the_heaviest_role() -> None:
    late = phase(1, expects(BUYER, weight=9))
    on = deal(phase(0, expects(BUYER, weight=1), expects(APPROVER, weight=3)), late)
    left = member("b", BUYER, has_left=True)
    told = [(one.kind, one.role, one.weight) for one in actions(snapshot(left, on=on), risks(snapshot(left, on=on)))]
    assert told[:2] == [(ActionKind.FIND_ROLE, APPROVER, 3), (ActionKind.REPLACE_LEAVER, BUYER, 1)]
    both = snapshot(member("b", USER, DECIDER, has_left=True), on=deal(phase(0, expects(USER), expects(DECIDER, weight=5))))
    (one,) = [one for one in actions(both, risks(both)) if one.kind == ActionKind.REPLACE_LEAVER]
    assert (one.role, one.weight) == (DECIDER, 5)


def test_a_blocker_near_the_decider_is_one_whose_influence_counts() -> None:
    members = (member("d", DECIDER), member("b", influence=5, stance=-2), member("u", stance=-2), member("z", influence=0, stance=-2))
    ties = tuple((INFLUENCES, one, "d", 5) for one in "buz")
    given = snapshot(*members, network=network(members, *ties))
    (found,) = [one for one in risks(given) if one.kind == RiskKind.BLOCKER_NEAR_DECIDER]
    assert [one.id for one in found.members] == ["d", "b"]


def test_the_oldest_objection_is_told_with_who_raised_it() -> None:
    doubts = (Doubt("1", ObjectionKind.QUESTION, "a", ago(40)), Doubt("2", ObjectionKind.COMPLAINT, "b", ago(20)))
    given = replace(at(0, member("a"), member("b")), doubts=doubts)
    (found,) = [one for one in risks(given) if one.kind == RiskKind.UNANSWERED_OBJECTION]
    assert [one.id for one in found.members] == ["a", "b"]
    told = sentence(found, Rules(), Tongue("en"))
    assert told == "A question of A has been open for 40 days. In all, 2 wait for an answer."
