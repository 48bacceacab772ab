"""Which of doubles stays: held against a count of every day, for any dated things."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from service.unions import Union, united

DAYS = [(date(2025, 1, 1) + timedelta(number)).isoformat() for number in range(12)]


@dataclass(frozen=True)
class Thing:
    key: str
    since: str | None
    until: str | None
    strength: int

    def holds(self, day: str) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def made(key: str, days: tuple[int, int], open_start: bool, open_end: bool, strength: int) -> Thing:
    since, until = sorted(days)
    return Thing(key, None if open_start else DAYS[since], None if open_end else DAYS[until], strength)


THINGS = st.lists(
    st.builds(
        made, st.sampled_from("ab"), st.tuples(st.integers(0, 11), st.integers(0, 11)), st.booleans(), st.booleans(), st.integers(0, 3)
    ),
    max_size=8,
    unique=True,
)


def told(things: list[Thing]) -> list[Union[Thing]]:
    return united(things, lambda one: one.key, lambda one: one.strength)


@given(THINGS)
def test_what_held_on_a_day_still_does_and_once(things: list[Thing]) -> None:
    unions = told(things)
    for key in "ab":
        for day in DAYS:
            held = any(one.holds(day) for one in things if one.key == key)
            now = [union for union in unions if union.stays.key == key and Thing(key, union.since, union.until, 0).holds(day)]
            assert len(now) == held


@given(THINGS)
def test_each_thing_stays_or_goes_once_and_the_strongest_stays(things: list[Thing]) -> None:
    unions = told(things)
    assert sorted(map(repr, (one for union in unions for one in (union.stays, *union.others)))) == sorted(map(repr, things))
    for union in unions:
        assert {one.key for one in union.others} <= {union.stays.key}
        assert all(one.strength <= union.stays.strength for one in union.others)


def test_who_went_and_came_back_is_no_double() -> None:
    first, again = Thing("a", None, "2025-01-03", 1), Thing("a", "2025-01-03", None, 1)
    assert told([again, first]) == [Union(first, [], None, "2025-01-03"), Union(again, [], "2025-01-03", None)]


def test_what_is_joined_through_others_is_one() -> None:
    early, late, between = Thing("a", None, "2025-01-03", 1), Thing("a", "2025-01-05", None, 2), Thing("a", "2025-01-02", "2025-01-06", 1)
    assert told([early, late, between]) == [Union(late, [early, between], None, None)]
