"""What is counted over columns agrees with what a person would count by hand, on random histories."""

from datetime import timedelta
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.words import InteractionKind
from service.figures.closings import closings
from service.figures.columns import FATES, Period, columns
from service.figures.paths import conversion, funnel
from service.figures.rates import Rate
from service.figures.said import before_advance, interaction_conversion, lost_within_days_of
from service.figures.steps import slowest, steps, transitions
from service.stamp import moment
from tests.figures.histories import KEYS, NOW, START, Deal, deals, source
from tests.figures.plain import Plain

HISTORIES = st.lists(deals(), max_size=25)
PERIODS = st.sampled_from([(0, 801), (0, 801), (30, 200), (100, 101), (300, 100), (5, 90)])


def both(told: list[Deal], days: tuple[int, int]):
    since, until = (START + timedelta(days=day) for day in days)
    made = columns(source(told, since), Period(moment(since), moment(until), moment(NOW)))
    return made, Plain(told, since, until, NOW)


def terms(rate: Rate) -> tuple[int, int]:
    return rate.numerator, rate.denominator


@settings(max_examples=60, deadline=None)
@given(HISTORIES, PERIODS)
def test_steps_are_what_a_person_counts(told: list[Deal], days: tuple[int, int]) -> None:
    made, plain = both(told, days)
    found = steps(made)
    assert [one.piece.key for one in found] == list(KEYS)
    chances = plain.chances()
    for one in found:
        for name, value in plain.step(one.piece.key).items():
            figure = getattr(one, name)
            assert terms(figure) == value if isinstance(figure, Rate) else figure == pytest.approx(value), (one.piece.key, name)
        assert one.win_chance == pytest.approx(chances[one.piece.key], abs=1e-6), one.piece.key
        assert one.entries == sum(getattr(one, name) for name in FATES)
    lost = {one.piece.key: plain.step(one.piece.key) for one in found}
    enough = {key: one["lost_median_days"] for key, one in lost.items() if one["lost"] + one["abandoned"] >= 5}
    slow = slowest(found)
    assert (slow.lost_median_days if slow else None) == (max(enough.values()) if enough else None)


@settings(max_examples=40, deadline=None)
@given(HISTORIES, PERIODS)
def test_transitions_are_what_a_person_counts(told: list[Deal], days: tuple[int, int]) -> None:
    made, plain = both(told, days)
    found = {(one.start.key, one.end if isinstance(one.end, str) else one.end.key): one for one in transitions(made)}
    moves = plain.moves()
    assert {pair: one.count for pair, one in found.items()} == moves
    for (start, _), one in found.items():
        assert one.share == pytest.approx(one.count / sum(count for (other, _), count in moves.items() if other == start))


@settings(max_examples=60, deadline=None)
@given(HISTORIES, PERIODS, st.lists(st.sampled_from((*KEYS, "nothing")), max_size=5))
def test_ways_are_what_a_person_counts(told: list[Deal], days: tuple[int, int], keys: list[str]) -> None:
    made, plain = both(told, days)
    found = [(one.reached, one.of_previous.denominator, one.median_days_from_previous) for one in funnel(made, keys)]
    assert (
        found == pytest.approx(plain.funnel(keys))
        if not found
        else all(one == pytest.approx(other) for one, other in zip(found, plain.funnel(keys), strict=True))
    )
    for start in keys[:2]:
        for end in keys:
            assert terms(conversion(made, start, end)) == plain.conversion(start, end)


@settings(max_examples=60, deadline=None)
@given(HISTORIES, PERIODS)
def test_closings_are_what_a_person_counts(told: list[Deal], days: tuple[int, int]) -> None:
    made, plain = both(told, days)
    found = closings(made)
    assert terms(found.win_rate) == plain.win_rate()
    assert terms(found.repurchase) == plain.repurchase()
    assert (found.cycle_median_days, found.cycle_p90_days) == pytest.approx(plain.cycle())


@settings(max_examples=100, deadline=None)
@given(HISTORIES, PERIODS, st.sampled_from((0, 1, 30)))
def test_what_was_said_is_what_a_person_counts(told: list[Deal], days: tuple[int, int], within: int) -> None:
    made, plain = both(told, days)
    found = {(one.piece.key, one.kind): (one.moves, one.share, one.mean_sentiment) for one in before_advance(made)}
    expected = plain.before_advance()
    assert list(found) == list(expected)
    for cell, figures in expected.items():
        assert found[cell] == pytest.approx(figures), cell
    for kind in (InteractionKind.CALL, InteractionKind.DEMO):
        assert terms(lost_within_days_of(made, kind, within)) == plain.lost_within(kind, within)
        for other in (InteractionKind.CALL, InteractionKind.VISIT):
            assert terms(interaction_conversion(made, kind, other)) == plain.interaction_conversion(kind, other)


@given(st.integers(1, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_an_interval_ends_where_the_share_seen_is_just_possible(pair: tuple[int, int]) -> None:
    """Wilson's ends are the p for which |share − p| is 1.96 standard deviations of a share of so many."""
    rate = Rate(*pair)
    for end in (rate.low, rate.high):
        assert end is not None
        assert abs(rate.value - end) == pytest.approx(1.96 * sqrt(end * (1 - end) / rate.denominator), abs=1e-7)
    assert 0 <= rate.low <= rate.value <= rate.high <= 1
    assert rate.small_sample == (rate.denominator < 30)


def test_a_share_of_nothing_is_unknown() -> None:
    rate = Rate(0, 0)
    assert (rate.value, rate.low, rate.high, rate.small_sample) == (None, None, None, True)
