"""Deals in groups, by every key there is."""

from typing import Any

import pytest

from cypher.words import DealGroupBy
from tests.moves.conftest import Timed

GROUP = "keys { by value node { __typename id } } count amount { amount currency } winRate { numerator denominator }"
DAY = 24


async def groups(timed: Timed, by: list[str], **asked: Any) -> list[dict[str, Any]]:
    document = f"query($by: [DealGroupBy!]!, $limit: Int, $where: DealFilter) {{ dealGroups(by: $by, limit: $limit, where: $where) {{ {GROUP} }} }}"
    body = await timed.world.ask(document, {"by": by, "limit": 200, **asked})
    assert "errors" not in body, body
    return body["data"]["dealGroups"]  # type: ignore[no-any-return]


def told(found: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [
        (*(key["value"] for key in one["keys"]), one["count"], {sum_["currency"]: sum_["amount"] for sum_ in one["amount"]})
        for one in found
    ]


@pytest.fixture
async def sold(timed: Timed) -> Timed:
    """Four deals: two open, of which one has nothing but a name, one lost, one won."""
    tell = timed.world.tell
    us = (await timed.world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"]
    other = (await tell("createAccount", "... on Account { id }", name="Foundry", industry="Metal"))["id"]
    for key in ("loom", "thread"):
        await tell("saveProduct", "__typename", key=key, name=key)
    price = {"amount": "100.5", "currency": "EUR"}
    await timed.deal(name="Plain")
    rich = {"ownerId": us, "source": "fair", "buyClass": "NEW_TASK", "products": ["loom", "thread"], "expectedCloseOn": "2026-05-31"}
    await timed.deal(name="Rich", amount=price, **rich)
    lost = await timed.deal(accountId=other, amount={"amount": "7", "currency": "CHF"}, products=["loom"], salesProcess=None)
    won = await timed.deal(accountId=other, amount=price, buyingProcess="adoption")
    timed.turn(30 * DAY)
    assert await timed.step("closeDeal", id=lost, status="LOST", at="2026-03-31T22:30:00Z", closeReason="price") == "done"
    assert await timed.step("closeDeal", id=won, status="WON", at="2026-03-31T21:30:00Z") == "done"
    return timed


EXPECTED: dict[str, list[tuple[Any, ...]]] = {
    "STATUS": [("OPEN", 2, {"EUR": "100.5"}), ("LOST", 1, {"CHF": "7"}), ("WON", 1, {"EUR": "100.5"})],
    "PHASE": [("need-recognition", 2, {"EUR": "100.5"}), (None, 2, {"CHF": "7", "EUR": "100.5"})],
    "STAGE": [("prospecting", 2, {"EUR": "100.5"}), (None, 2, {"CHF": "7", "EUR": "100.5"})],
    "OWNER": [(None, 3, {"CHF": "7", "EUR": "100.5"}), ("us", 1, {"EUR": "100.5"})],
    "ACCOUNT": [("Mill", 2, {"EUR": "100.5"}), ("Foundry", 2, {"CHF": "7", "EUR": "100.5"})],
    "INDUSTRY": [("Metal", 2, {"CHF": "7", "EUR": "100.5"}), (None, 2, {"EUR": "100.5"})],
    "BUY_CLASS": [(None, 3, {"CHF": "7", "EUR": "100.5"}), ("NEW_TASK", 1, {"EUR": "100.5"})],
    "CURRENCY": [("EUR", 2, {"EUR": "201"}), ("CHF", 1, {"CHF": "7"}), (None, 1, {})],
    "BUYING_PROCESS": [("purchase-path", 3, {"CHF": "7", "EUR": "100.5"}), ("adoption", 1, {"EUR": "100.5"})],
    "SALES_PROCESS": [("sales", 3, {"EUR": "201"}), (None, 1, {"CHF": "7"})],
    "PRODUCT": [("loom", 2, {"CHF": "7", "EUR": "100.5"}), (None, 2, {"EUR": "100.5"}), ("thread", 1, {"EUR": "100.5"})],
    "SOURCE": [(None, 3, {"CHF": "7", "EUR": "100.5"}), ("fair", 1, {"EUR": "100.5"})],
    "CLOSE_REASON": [(None, 3, {"EUR": "201"}), ("price", 1, {"CHF": "7"})],
    "CLOSED_MONTH": [(None, 2, {"EUR": "100.5"}), ("2026-03", 2, {"CHF": "7", "EUR": "100.5"})],
    "EXPECTED_CLOSE_MONTH": [(None, 3, {"CHF": "7", "EUR": "100.5"}), ("2026-05", 1, {"EUR": "100.5"})],
}


async def test_deals_are_grouped_by_every_key(sold: Timed) -> None:
    assert set(EXPECTED) == set(DealGroupBy)
    us = (await sold.world.ask("{ viewer { teamMember { name } } }"))["data"]["viewer"]["teamMember"]["name"]
    for by, said in EXPECTED.items():
        expected = [(us if one[0] == "us" else one[0], *one[1:]) for one in said]
        found = await groups(sold, [by])
        assert sorted(told(found), key=str) == sorted(expected, key=str), by
        assert [one["count"] for one in found] == sorted((one["count"] for one in found), reverse=True)
        for one in found:
            (key,) = one["keys"]
            assert (key["by"], bool(key["node"])) == (by, key["value"] is not None and by in THINGS), by
            assert not key["node"] or key["node"]["__typename"] == THINGS[by]


THINGS = {
    "PHASE": "Phase",
    "STAGE": "Stage",
    "OWNER": "TeamMember",
    "ACCOUNT": "Account",
    "BUYING_PROCESS": "BuyingProcess",
    "SALES_PROCESS": "SalesProcess",
    "PRODUCT": "Product",
}


async def test_several_keys_make_a_group_of_each_combination_that_occurs(sold: Timed) -> None:
    found = await groups(sold, ["ACCOUNT", "STATUS"])
    assert sorted(told(found), key=str) == [
        ("Foundry", "LOST", 1, {"CHF": "7"}),
        ("Foundry", "WON", 1, {"EUR": "100.5"}),
        ("Mill", "OPEN", 2, {"EUR": "100.5"}),
    ]
    rates = {one["keys"][1]["value"]: one["winRate"] for one in found}
    assert rates["WON"] == {"numerator": 1, "denominator": 1}
    assert rates["OPEN"] == {"numerator": 0, "denominator": 0}
    assert len(await groups(sold, list(DealGroupBy))) == 5
    (whole,) = await groups(sold, [])
    assert (whole["count"], whole["winRate"]) == (4, {"numerator": 1, "denominator": 2})
    assert whole["amount"] == [{"amount": "7", "currency": "CHF"}, {"amount": "201", "currency": "EUR"}]


async def test_months_are_those_of_the_workspaces_zone(sold: Timed) -> None:
    await sold.world.tell("updateWorkspace", "__typename", timeZone="Europe/Warsaw")
    found = {(*one[:2],) for one in told(await groups(sold, ["CLOSED_MONTH"]))}
    assert found == {(None, 2), ("2026-03", 1), ("2026-04", 1)}


async def test_sums_may_be_larger_than_the_database_counts(timed: Timed) -> None:
    most = {"amount": "99999999999999.9999", "currency": "EUR"}
    for _ in range(10):
        await timed.deal(amount=most)
    (found,) = await groups(timed, ["STATUS"])
    assert found["amount"] == [{"amount": "999999999999999.999", "currency": "EUR"}]


async def test_a_limit_keeps_the_largest(sold: Timed) -> None:
    assert told(await groups(sold, ["STATUS"], limit=1)) == [("OPEN", 2, {"EUR": "100.5"})]
    for limit in (0, 1001):
        body = await sold.world.ask(f"{{ dealGroups(by: [STATUS], limit: {limit}) {{ count }} }}")
        assert body["errors"][0]["extensions"]["code"] == "BAD_PAGE"


async def test_groups_are_of_the_deals_that_fit(sold: Timed) -> None:
    assert told(await groups(sold, ["STATUS"], where={"status": ["LOST"]})) == [("LOST", 1, {"CHF": "7"})]
    assert told(await groups(sold, ["STATUS"], where={"name": {"eq": "rich"}})) == [("OPEN", 1, {"EUR": "100.5"})]
    assert told(await groups(sold, [], where={"account": {"name": {"eq": "Foundry"}}, "status": ["LOST", "WON"]}))[0][0] >= 1
    assert await groups(sold, ["STATUS"], where={"name": {"eq": "nothing"}}) == []
