"""The agenda: what needs the viewer today, in which order, and what is put off for the viewer alone."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from cypher.graph import Database
from service.stamp import Clock
from tests.conftest import World, make_world

ID = "__typename ... on Node { id }"
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
AGENDA = "query($of: ID, $limit: Int) { viewer { agenda(limit: $limit, accountId: $of) { key kind severity title role since deal { name } people { name } } } }"


@pytest.fixture
async def today(database: Database) -> AsyncIterator[World]:
    made = await make_world(database, Clock(now=lambda: NOW))
    yield made
    await made.client.aclose()


async def us(world: World) -> str:
    return str((await world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"])


async def sell(world: World, account: str, owner: str, name: str, amount: str | None = None, **more: Any) -> str:
    """A deal in its second phase, which nobody knows anything about: two high risks, at least."""
    money = amount and {"amount": amount, "currency": more.pop("currency", "EUR")}
    given = {"accountId": account, "name": name, "ownerId": owner, "amount": money, "createdAt": "2026-03-01T08:00:00Z"} | more
    deal = (await world.tell("createDeal", ID, **given))["id"]
    await world.tell("moveDeal", ID, id=deal, phase="evaluation-of-alternatives", at="2026-03-02T08:00:00Z")
    return str(deal)


async def agenda(world: World, as_: str = "admin", **given: Any) -> list[dict[str, Any]]:
    body = await world.ask(AGENDA, given, as_)
    assert "errors" not in body, body
    return body["data"]["viewer"]["agenda"]  # type: ignore[no-any-return]


async def test_what_needs_the_viewer_comes_by_severity_amount_and_close_two_a_deal(today: World) -> None:
    me, account, other = (
        await us(today),
        (await today.tell("createAccount", ID, name="Mill"))["id"],
        (await today.tell("createAccount", ID, name="Works"))["id"],
    )
    await sell(today, account, me, "small", "10")
    await sell(today, account, me, "dollars", "900", currency="USD")
    await sell(today, other, me, "great", "500")
    await sell(today, account, me, "soon", "10", expectedCloseOn="2026-06-02")
    lost = await sell(today, account, me, "lost", "9999")
    await today.tell("closeDeal", ID, id=lost, status="LOST")
    await today.tell("createDeal", ID, accountId=account, name="somebody else's")
    found = await agenda(today, limit=100)
    assert [one["deal"]["name"] for one in found] == ["great", "great", "soon", "soon", "small", "small", "dollars", "dollars"]
    assert [(one["kind"], one["severity"]) for one in found[:2]] == [("FIND_ROLE", "HIGH"), ("ENGAGE_ROLE", "HIGH")]
    assert [one["deal"]["name"] for one in await agenda(today, of=other)] == ["great", "great"]
    assert len(await agenda(today, limit=3)) == 3


async def test_an_account_that_is_not_ours_has_no_agenda(today: World, stranger: World) -> None:
    theirs = (await stranger.tell("createAccount", ID, name="Mill"))["id"]
    mine = (await today.tell("createAccount", ID, name="Mill"))["id"]
    await sell(today, mine, await us(today), "deal")
    assert await agenda(today, of=theirs) == await agenda(today, of="nothing") == []
    assert today.watched.ran == ["workspace.viewer", "judgement.agenda"]


async def test_what_is_put_off_is_gone_for_the_viewer_only_and_until_that_day(today: World) -> None:
    me, account = await us(today), (await today.tell("createAccount", ID, name="Mill"))["id"]
    deal = await sell(today, account, me, "deal", "10")
    before = await agenda(today)
    key = before[0]["key"]
    told = await today.tell("snooze", "__typename ... on Snoozed { key until }", key=key, until="2026-06-02", idempotencyKey="once")
    assert told == {"__typename": "Snoozed", "key": key, "until": "2026-06-02"}
    after = await agenda(today)
    assert key not in [one["key"] for one in after]
    assert after[0] == before[1]
    still = await today.ask("query($id: ID!) { deal(id: $id) { nextActions { key rank } } }", {"id": deal})
    assert still["data"]["deal"]["nextActions"][0] == {"key": key, "rank": 1}
    assert (await today.ask("{ changes(first: 100) { nodes { entityType } } }"))["data"]["changes"]["nodes"][-1]["entityType"] != "Snooze"
    assert await today.tell("snooze", "__typename ... on Snoozed { key until }", key=key, until="2026-06-02", idempotencyKey="once") == told
    conflict = await today.tell("snooze", "__typename", key=key, until="2026-06-03", idempotencyKey="once")
    assert conflict["reason"] == "IDEMPOTENCY_KEY_REUSED"
    await today.tell("snooze", "__typename", key=key, until="2026-06-01")
    assert await agenda(today) == before


async def test_a_viewer_may_put_off_but_not_into_the_past_and_nothing_that_is_not_there(today: World) -> None:
    await today.tell("saveTeamMember", ID, subject=f"viewer@{today.workspace}", name="V", permission="VIEWER")
    account = (await today.tell("createAccount", ID, name="Mill"))["id"]
    await sell(today, account, await us(today), "deal")
    key = (await agenda(today))[0]["key"]
    late = await today.tell("snooze", "__typename", key=key, until="2026-05-31")
    assert [(one["path"], one["code"]) for one in late["issues"]] == [(["until"], "OUT_OF_RANGE")]
    for wrong in ("", "find-role", key[:-1], key.replace(key.split(":")[1], "0" * 36)):
        assert (await today.tell("snooze", "__typename", key=wrong, until="2026-07-01"))["argument"] == ["key"]
    asked = "mutation($input: SnoozeInput!) { snooze(input: $input) { __typename } }"
    body = await today.ask(asked, {"input": {"key": key, "until": "2026-07-01"}}, "viewer")
    assert body["data"]["snooze"]["__typename"] == "Snoozed"
    assert key in [one["key"] for one in await agenda(today)]


@pytest.mark.parametrize("deals", [1, 12])
async def test_health_and_agenda_take_the_same_statements_for_any_number_of_deals(today: World, deals: int) -> None:
    me, account = await us(today), (await today.tell("createAccount", ID, name="Mill"))["id"]
    for number in range(deals):
        await sell(today, account, me, f"deal {number}", "10")
    page = "{ deals(first: 50) { nodes { name health { score losses { risk { kind } } } nextActions(limit: 3) { title } } } }"
    body = await today.ask(page)
    assert len(body["data"]["deals"]["nodes"]) == deals
    assert today.watched.ran == ["deal.page", "judgement.snapshots", "process.catalogue"]
    assert len(await agenda(today, limit=100)) == 2 * deals
    assert sorted(today.watched.ran) == [
        "deal.brief_by_ids",
        "judgement.agenda",
        "judgement.snapshots",
        "process.catalogue",
        "workspace.viewer",
    ]
