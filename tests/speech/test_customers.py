"""What an account is to us: its purchases, how it judges them, and what it might buy too."""

from typing import Any

from tests.speech.conftest import Said

ACCOUNT = "lifecycle customerSince satisfaction"
EVALUATION = (
    "__typename ... on Deal { id version evaluations { id problemSolved workingTogether promisesKept valueForMoney willContinue continueBecause "
    "note at judge { id } by { name } } }"
)
DAY = 24


async def won(said: Said, name: str, hours: float, **given: Any) -> str:
    """A deal that is won at an hour."""
    deal = await said.make(name, "createDeal", accountId=said.ids["account"], name=name, createdAt=said.timed.at(hours), **given)
    assert await said.timed.step("closeDeal", id=deal, status="WON", at=said.timed.at(hours)) == "done"
    return deal


async def test_an_account_becomes_a_customer_and_a_former_one(said: Said) -> None:
    """Its zone is ahead of UTC, so that its day begins earlier."""
    await said.told("updateWorkspace", "__typename", timeZone="Europe/Warsaw", settings={"formerAfterDays": 10})
    assert await said.node("account", "Account", ACCOUNT) == {"lifecycle": "PROSPECT", "customerSince": None, "satisfaction": None}
    await won(said, "first", 15.5)
    assert await said.node("account", "Account", ACCOUNT) == {"lifecycle": "CUSTOMER", "customerSince": "2026-03-03", "satisfaction": None}
    said.timed.turn(15.5 + 10 * DAY)
    await said.timed.step("closeDeal", id=said.ids["deal"], status="LOST")
    assert (await said.node("account", "Account", ACCOUNT))["lifecycle"] == "CUSTOMER"
    said.timed.turn(15.6 + 10 * DAY)
    assert (await said.node("account", "Account", ACCOUNT))["lifecycle"] == "FORMER_CUSTOMER"
    await said.timed.deal(name="New")
    assert (await said.node("account", "Account", ACCOUNT))["lifecycle"] == "CUSTOMER"


async def test_each_judge_has_one_evaluation(said: Said) -> None:
    deal = await won(said, "first", 10)
    judge = await said.make("judge", "addMember", dealId=deal, partyId=said.ids["ada"])
    told = await said.told(
        "evaluatePurchase", EVALUATION, dealId=deal, memberId=judge, problemSolved=5, valueForMoney=2, note="Good", at=said.timed.at(20)
    )
    (one,) = told["evaluations"]
    assert one == {
        "id": one["id"],
        "problemSolved": 5,
        "workingTogether": None,
        "promisesKept": None,
        "valueForMoney": 2,
        "willContinue": None,
        "continueBecause": [],
        "note": "Good",
        "at": said.timed.at(20),
        "judge": {"id": judge},
        "by": {"name": f"admin@{said.timed.world.workspace}"},
    }
    again = await said.told(
        "evaluatePurchase",
        EVALUATION,
        dealId=deal,
        memberId=judge,
        expectedVersion=told["version"],
        note=None,
        willContinue=True,
        continueBecause=["SATISFIED"],
    )
    (changed,) = again["evaluations"]
    assert changed == one | {"note": None, "willContinue": True, "continueBecause": ["SATISFIED"], "at": said.timed.at(100)}
    assert again["version"] == told["version"]
    whole = await said.told("evaluatePurchase", EVALUATION, dealId=deal, workingTogether=1, at=said.timed.at(50))
    assert [mark["judge"] for mark in whole["evaluations"]] == [{"id": judge}, None]
    assert (await said.node("account", "Account", ACCOUNT))["satisfaction"] == ((5 + 2) / 2 + 1) / 2
    said.timed.turn(51 + 365 * DAY)
    assert (await said.node("account", "Account", ACCOUNT))["satisfaction"] == (5 + 2) / 2
    said.timed.turn(101 + 365 * DAY)
    assert (await said.node("account", "Account", ACCOUNT))["satisfaction"] is None


async def test_what_may_be_judged(said: Said) -> None:
    deal = await won(said, "first", 10)
    for given, issue in (
        ({"dealId": said.ids["deal"], "problemSolved": 3}, "WRONG_STATE dealId"),
        ({"problemSolved": 6}, "OUT_OF_RANGE problemSolved"),
        ({}, "REQUIRED problemSolved"),
        ({"note": None}, "REQUIRED problemSolved"),
        ({"problemSolved": 3, "memberId": said.ids["member"]}, "CONTRADICTION memberId"),
        ({"problemSolved": 3, "memberId": said.ids["ada"]}, "NotFound"),
        ({"problemSolved": 3, "at": said.timed.at(9)}, "OUT_OF_ORDER at"),
        ({"problemSolved": 3, "at": said.timed.at(101)}, "IN_FUTURE at"),
        ({"willContinue": False, "continueBecause": ["SATISFIED"]}, "CONTRADICTION continueBecause"),
        ({"willContinue": False, "expectedVersion": 99}, "Conflict"),
        ({"willContinue": False}, "done"),
        ({"continueBecause": ["SATISFIED"]}, "CONTRADICTION continueBecause"),
    ):
        assert await said.issue("evaluatePurchase", **{"dealId": deal, **given}) == issue, given


async def test_what_goes_with_a_purchase_is_suggested(said: Said) -> None:
    for key, others in (
        ("oil", []),
        ("belts", []),
        ("spares", []),
        ("course", []),
        ("loom", ["oil", "belts", "course"]),
        ("press", ["oil", "spares"]),
    ):
        await said.make(key, "saveProduct", key=key, name=key, goesWith=others)
    await won(said, "looms", 10, products=["loom"])
    await won(said, "presses", 20, products=["press"])
    await said.timed.deal(products=["belts"])
    suggested = "suggestedProducts(limit: 2) { product { key } because { key } boughtOn }"
    found = await said.node("account", "Account", f"{suggested} all: suggestedProducts {{ product {{ key }} }}")
    assert [(one["product"]["key"], one["because"]["key"], one["boughtOn"]) for one in found["suggestedProducts"]] == [
        ("oil", "press", "2026-03-03"),
        ("spares", "press", "2026-03-03"),
    ]
    assert [one["product"]["key"] for one in found["all"]] == ["oil", "spares", "course"]
    document = "query($id: ID!) { account(id: $id) { suggestedProducts(limit: 101) { boughtOn } } }"
    body = await said.timed.world.ask(document, {"id": said.ids["account"]})
    assert body["errors"][0]["extensions"]["code"] == "BAD_PAGE"
