"""What is told of a committee through the API: as it stands, at past moments, after a deal closed, and by other settings."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from cypher.graph import Database
from service.stamp import Clock
from tests.conftest import World, make_world

ID = "__typename ... on Node { id }"
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
TOLD = """
query($deal: ID!, $at: DateTime) { deal(id: $deal) {
  health(asOf: $at) { score losses { risk { kind } } }
  committee(asOf: $at) {
    roleCoverage { role state engaged { party { name } } }
    measures { phaseFit { value } threads { value } keyPlayerMajority { value numerator denominator members { party { name } } } }
    risks { kind members { party { name } } }
    engaged: members(engaged: true) { party { name } isEngaged isExternal tieStrength { score lastAt } }
    members { party { name } isEngaged isExternal asOf }
  }
} }
"""


@pytest.fixture
async def today(database: Database) -> AsyncIterator[World]:
    made = await make_world(database, Clock(now=lambda: NOW))
    yield made
    await made.client.aclose()


async def told(world: World, deal: str, at: str | None = None) -> Any:
    body = await world.ask(TOLD, {"deal": deal, "at": at})
    assert "errors" not in body, body
    return body["data"]["deal"]


async def story(world: World) -> tuple[str, str, str]:
    """A deal of March: Anna uses, is judged in May, and was called on 1 April; she comes from outside since 15 May."""
    account = (await world.tell("createAccount", ID, name="Mill"))["id"]
    elsewhere = (await world.tell("createAccount", ID, name="Elsewhere"))["id"]
    fields = "__typename ... on Person { id employments { id } }"
    anna = await world.tell("createPerson", fields, name="Anna", employment={"accountId": account, "since": "2025-01-01"})
    deal = (await world.tell("createDeal", ID, accountId=account, name="Line 4", createdAt="2026-03-01T08:00:00Z"))["id"]
    await world.tell("addMember", ID, dealId=deal, partyId=anna["id"], since="2026-03-02")
    member = (await world.tell("assignRole", ID, dealId=deal, partyId=anna["id"], role="USER", since="2026-03-02"))["id"]
    call = {"kind": "CALL", "at": "2026-04-01T08:00:00Z", "personIds": [anna["id"]]}
    await world.tell("logInteraction", ID, dealId=deal, **call)
    await world.tell("assessMember", ID, memberId=member, influence=8, stance="NEUTRAL", at="2026-05-01T08:00:00Z")
    await world.tell("updateEmployment", ID, id=anna["employments"][0]["id"], until="2026-05-15")
    await world.tell("addEmployment", ID, personId=anna["id"], employment={"accountId": elsewhere, "since": "2026-05-15"})
    return deal, anna["id"], member


async def test_a_committee_is_judged_as_it_stood(today: World) -> None:
    deal, _, _ = await story(today)
    now, april, march, before = [
        await told(today, deal, at) for at in (None, "2026-04-02T08:00:00Z", "2026-03-15T08:00:00Z", "2026-02-01T08:00:00Z")
    ]
    assert {"kind": "MEMBER_LEFT", "members": [{"party": {"name": "Anna"}}]} in now["committee"]["risks"]
    assert now["committee"]["members"][0] | {"asOf": None} == {
        "party": {"name": "Anna"},
        "isEngaged": True,
        "isExternal": True,
        "asOf": None,
    }
    assert now["committee"]["measures"]["keyPlayerMajority"] == {
        "value": 0,
        "numerator": 0,
        "denominator": 1,
        "members": [{"party": {"name": "Anna"}}],
    }
    assert "MEMBER_LEFT" not in [one["kind"] for one in april["committee"]["risks"]]
    assert april["committee"]["measures"]["keyPlayerMajority"]["value"] is None, "she was judged later"
    assert april["committee"]["members"][0]["isExternal"] is False
    assert [one["party"]["name"] for one in april["committee"]["engaged"]] == ["Anna"]
    states = {one["role"]: one["state"] for one in march["committee"]["roleCoverage"]}
    assert (states["USER"], states["DECIDER"]) == ("UNENGAGED", "NOT_EXPECTED")
    assert march["committee"]["engaged"] == []
    assert before["committee"]["members"] == []
    assert before["health"] == {"score": 100, "losses": []}


async def test_a_closed_deal_is_judged_by_the_days_up_to_its_close(today: World) -> None:
    deal, anna, _ = await story(today)
    await today.tell("closeDeal", ID, id=deal, status="LOST", at="2026-04-10T08:00:00Z")
    await today.tell("logInteraction", ID, kind="VISIT", at="2026-05-20T08:00:00Z", personIds=[anna])
    closed = await told(today, deal)
    seen = closed["committee"]["engaged"][0]["tieStrength"]
    assert seen["lastAt"] == "2026-04-01T08:00:00.000000Z", "what came after the close counts nowhere"
    later = await told(today, deal, "2026-05-30T08:00:00Z")
    assert later["committee"]["engaged"][0]["tieStrength"]["lastAt"] == "2026-05-20T08:00:00.000000Z"
    person = await today.ask("query($id: ID!) { person(id: $id) { tieStrength { score lastAt weights { recency } } } }", {"id": anna})
    assert person["data"]["person"]["tieStrength"]["lastAt"] == "2026-05-20T08:00:00.000000Z"


async def test_what_is_judged_after_the_close_freshens_nothing(today: World) -> None:
    account = (await today.tell("createAccount", ID, name="Mill"))["id"]
    deal = (await today.tell("createDeal", ID, accountId=account, name="Line 3", createdAt="2025-01-10T08:00:00Z"))["id"]
    for name, days in (("Ann", ("2025-05-20", "2026-05-20")), ("Ben", ("2025-01-11", "2026-05-20"))):
        person = (await today.tell("createPerson", ID, name=name))["id"]
        member = (await today.tell("addMember", ID, dealId=deal, partyId=person, since="2025-01-10"))["id"]
        for day in days:
            await today.tell("assessMember", ID, memberId=member, stance="NEUTRAL", at=f"{day}T08:00:00Z")
    await today.tell("closeDeal", ID, id=deal, status="LOST", at="2025-06-01T08:00:00Z")
    asked = "query($id: ID!) { deal(id: $id) { committee { measures { freshness { value members { party { name } } } } } } }"
    body = await today.ask(asked, {"id": deal})
    assert body["data"]["deal"]["committee"]["measures"]["freshness"] == {"value": 0.5, "members": [{"party": {"name": "Ben"}}]}


async def test_a_setting_changes_the_figure_and_its_terms(today: World) -> None:
    deal, _, _ = await story(today)
    await today.tell("updateWorkspace", ID, settings={"engagedDays": 30, "keyPlayerFrom": 9})
    found = (await told(today, deal))["committee"]
    assert found["engaged"] == []
    assert found["measures"]["keyPlayerMajority"] == {"value": None, "numerator": 0, "denominator": 0, "members": []}
    await today.tell("updateWorkspace", ID, settings=None)
    assert [one["party"]["name"] for one in (await told(today, deal))["committee"]["engaged"]] == ["Anna"]


async def test_groups_count_through_their_people_and_external_by_their_account(today: World) -> None:
    deal, anna, _ = await story(today)
    holding = (await today.tell("createAccount", ID, name="Holding"))["id"]
    board = (await today.tell("createGroup", ID, accountId=holding, name="Board", personIds=[anna], since="2026-01-01"))["id"]
    await today.tell("assignRole", ID, dealId=deal, partyId=board, role="INFLUENCER")
    found = (await told(today, deal))["committee"]
    seen = {one["party"]["name"]: (one["isEngaged"], one["isExternal"]) for one in found["members"]}
    assert seen == {"Anna": (True, True), "Board": (True, True)}
    assert {one["role"]: one["state"] for one in found["roleCoverage"]}["INFLUENCER"] == "COVERED"


async def test_an_accounts_roles_are_counted_over_its_open_deals(today: World) -> None:
    await story(today)
    body = await today.ask("{ accounts { nodes { name roleHeat { role covered unengaged missing notExpected belowGoal } } } }")
    heat = {one["name"]: {each.pop("role"): each for each in one["roleHeat"]} for one in body["data"]["accounts"]["nodes"]}
    assert heat["Mill"]["USER"] == {"covered": 1, "unengaged": 0, "missing": 0, "notExpected": 0, "belowGoal": 0}
    assert heat["Mill"]["INFLUENCER"]["missing"] == 1
    assert heat["Mill"]["DECIDER"]["notExpected"] == 1
    assert all(sum(one.values()) == 0 for one in heat["Elsewhere"].values())


async def test_the_future_has_no_health(today: World) -> None:
    deal, _, _ = await story(today)
    body = await today.ask('query($id: ID!) { deal(id: $id) { health(asOf: "2026-07-01T00:00:00Z") { score } } }', {"id": deal})
    assert body["errors"][0]["extensions"]["code"] == "AS_OF_IN_FUTURE"
