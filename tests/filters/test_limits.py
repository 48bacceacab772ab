"""What a filter may ask for has limits, which a refusal tells."""

from typing import Any

import pytest

from cypher.compose.condition import All, Either, Not
from cypher.compose.where import written
from service.filter_limits import MOST_CONDITIONS, MOST_DEEP, MOST_RELATIONS
from tests.conftest import World

DEALS = "query($where: DealFilter) { deals(where: $where) { totalCount } }"
ANY_MEMBER = {"committee": {"some": {}}}


def nested(deep: int) -> dict[str, Any]:
    """The deals of the account of the deals of the account … so many steps away."""
    made: dict[str, Any] = {}
    for step in range(deep):
        made = {"deals": {"some": made}} if (deep - step) % 2 == 0 else {"account": made}
    return made


CASES = {
    "deep": (
        nested(MOST_DEEP),
        {"account": {"deals": {"some": nested(MOST_DEEP - 1)}}},
        f"A filter may ask for {MOST_DEEP} relations within one another",
    ),
    "relations": (
        {"and": [ANY_MEMBER] * MOST_RELATIONS},
        {"or": [ANY_MEMBER] * (MOST_RELATIONS + 1)},
        f"A filter may ask for {MOST_RELATIONS} relations;",
    ),
    "conditions": (
        {"and": [{"amount": {"gt": "1"}}] * MOST_CONDITIONS},
        {"and": [{"amount": {"gt": "1", "lt": "2"}}] * (MOST_CONDITIONS // 2 + 1)},
        f"A filter may ask for {MOST_CONDITIONS} conditions;",
    ),
}


@pytest.mark.parametrize("case", CASES)
async def test_a_filter_may_ask_for_so_much(world: World, case: str) -> None:
    most, more, sentence = CASES[case]
    assert await world.ask(DEALS, {"where": most}) == {"data": {"deals": {"totalCount": 0}}}
    told = await world.ask(DEALS, {"where": more})
    assert (told["data"], told["errors"][0]["extensions"]["code"], world.watched.ran) == (None, "BAD_VALUE", [])
    assert told["errors"][0]["message"].startswith(sentence)


async def test_one_filter_of_many_lists_is_read_for_all(world: World) -> None:
    for number in range(22):
        await world.tell("createAccount", "__typename", name=f"Account {number}")
    told = await world.ask("{ accounts(first: 50) { nodes { deals(where: { committee: { some: {} } }) { totalCount } } } }")
    assert told["data"]["accounts"]["nodes"] == [{"deals": {"totalCount": 0}}] * 22
    names = [name for together in world.watched.ran for name in together.split(" + ")]
    assert (names.count("deal.of_accounts"), names.count("deal.count_fitting_of_accounts")) == (1, 1)


def test_what_holds_of_all_or_nothing_is_no_literal() -> None:
    """A planner that knows it beforehand drops the other conditions, and then refuses the index hint that needs them."""
    where = written(Either((Not(All()), Either())), "Person", "p")
    assert (where.predicate, where.values) == ("((NOT $w0 OR $w1))", (True, False))
