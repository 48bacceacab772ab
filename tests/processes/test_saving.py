"""Saving processes through the API: what changes, what stays, what is refused, and what it leaves in the log."""

import asyncio
from typing import Any

import pytest

from tests.conftest import World

BUYING = """__typename ... on BuyingProcess { id version key name translations { locale name description }
  phases { id key position name retired awareness afterPurchase maxHealthyDays customerDoes reachedWhen expects { role goal weight buyClasses } } }"""
SELLING = """__typename ... on SalesProcess { id version key name
  stages { id key position name retired probability doneWhen teams { team does } serves { key process { key } } } }"""
PATH = ["need-recognition", "information-search", "evaluation-of-alternatives", "purchase-decision", "post-purchase-evaluation"]
READ = """{ path: buyingProcess(key: "purchase-path") { version phases { id key retired position name
    pl: name(locale: "pl") customerDoes polish: customerDoes(locale: "pl") expects { role } stages { key } } }
  sales: salesProcess(key: "sales") { version stages { id key retired position serves { key process { key } } teams { team } } } }"""
CHANGES = """{ changes { nodes { seq action entityType entityVersion informs fields { field before after } message } } }"""


def en(name: str, **more: Any) -> list[dict[str, Any]]:
    return [{"locale": "en", "name": name, **more}]


def phase(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "translations": en(key.capitalize()), **more}


def stage(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "translations": en(key.capitalize()), "serves": [], **more}


async def read(world: World) -> dict[str, Any]:
    return (await world.ask(READ))["data"]  # type: ignore[no-any-return]


async def changes(world: World) -> list[dict[str, Any]]:
    return (await world.ask(CHANGES))["data"]["changes"]["nodes"]  # type: ignore[no-any-return]


async def a_deal(world: World, **given: Any) -> str:
    account = await world.tell("createAccount", "... on Account { id }", name="Mill")
    made = await world.tell("createDeal", "... on Deal { id }", accountId=account["id"], name="Line 4", **given)
    return made["id"]  # type: ignore[no-any-return]


def issues(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(".".join(one["path"]), one["code"]) for one in answer["issues"]]


async def test_a_buying_process_is_made(world: World) -> None:
    expects = [
        {"role": "USER", "required": True},
        {"role": "BUYER", "required": False, "goal": 2, "weight": 0.5, "buyClasses": ["NEW_TASK"]},
    ]
    made = await world.tell(
        "saveBuyingProcess",
        BUYING,
        key="Own way",
        expectedVersion=0,
        translations=en("Our way", description="How they buy"),
        phases=[
            phase("look", customerDoes=["Looks"], reachedWhen="It looks", awareness="AWARENESS", maxHealthyDays=20, expects=expects),
            phase("buy"),
            phase("use", afterPurchase=True),
        ],
    )
    assert (made["version"], made["name"]) == (1, "Our way")
    assert made["translations"] == [{"locale": "en", "name": "Our way", "description": "How they buy"}]
    look, buy, use = made["phases"]
    assert (look["position"], look["customerDoes"], look["reachedWhen"], look["awareness"]) == (0, ["Looks"], "It looks", "AWARENESS")
    assert look["maxHealthyDays"] == 20
    assert look["expects"] == [
        {"role": "USER", "goal": 1, "weight": 1.0, "buyClasses": []},
        {"role": "BUYER", "goal": 2, "weight": 0.5, "buyClasses": ["NEW_TASK"]},
    ]
    assert (buy["customerDoes"], buy["reachedWhen"], buy["expects"], buy["afterPurchase"], use["afterPurchase"]) == (
        [],
        None,
        [],
        False,
        True,
    )
    deal = await a_deal(world, buyingProcess="Own way")
    body = await world.ask("query($id: ID!) { deal(id: $id) { phase { key } } }", {"id": deal})
    assert body["data"]["deal"]["phase"] == {"key": "look"}


async def test_what_is_absent_stays_and_null_clears(world: World) -> None:
    whole = phase(
        "look", customerDoes=["Looks"], reachedWhen="It looks", awareness="AWARENESS", expects=[{"role": "USER", "required": True}]
    )
    first = await world.tell(
        "saveBuyingProcess", BUYING, key="own", translations=en("Own", description="Text"), phases=[whole, phase("buy")]
    )
    same = await world.tell("saveBuyingProcess", BUYING, key="own", translations=en("Own"), phases=[phase("look"), phase("buy")])
    assert same == first
    assert len(await changes(world)) == 1
    cleared = phase("look", customerDoes=None, reachedWhen=None, awareness=None, expects=None)
    last = await world.tell(
        "saveBuyingProcess", BUYING, key="own", translations=en("Own", description=None), phases=[cleared, phase("buy")]
    )
    look = last["phases"][0]
    assert (look["customerDoes"], look["reachedWhen"], look["awareness"], look["expects"]) == ([], None, None, [])
    assert last["translations"][0]["description"] is None
    assert (last["version"], look["id"]) == (2, first["phases"][0]["id"])
    assert (await changes(world))[-1]["fields"] == [
        {"field": "translations", "before": {"description.en": "Text"}, "after": {}},
        {
            "field": "phases",
            "before": {
                "look": {
                    "awareness": "AWARENESS",
                    "expects": [{"role": "USER", "required": True, "goal": 1, "weight": 1.0, "buyClasses": []}],
                    "customerDoes.en": ["Looks"],
                    "reachedWhen.en": "It looks",
                }
            },
            "after": {"look": {"awareness": None, "expects": []}},
        },
    ]


async def test_texts_are_said_by_language(world: World) -> None:
    both = [{"locale": "en", "name": "Look"}, {"locale": "lv", "name": "Skats"}]
    one = {"key": "look", "translations": both, "customerDoes": ["Looks"], "texts": [{"locale": "lv", "customerDoes": ["Skatās"]}]}
    await world.tell("saveBuyingProcess", BUYING, key="own", translations=en("Own"), phases=[one])
    asked = '{ buyingProcess(key: "own") { phases { customerDoes lv: customerDoes(locale: "lv") fa: customerDoes(locale: "fa") } } }'
    assert (await world.ask(asked))["data"]["buyingProcess"]["phases"] == [{"customerDoes": ["Looks"], "lv": ["Skatās"], "fa": ["Looks"]}]
    await world.tell("updateWorkspace", "__typename", defaultLocale="lv-LV")
    await world.tell(
        "saveBuyingProcess",
        BUYING,
        key="own",
        translations=en("Own"),
        phases=[{"key": "look", "translations": both, "customerDoes": ["Lūko"]}],
    )
    en_and_lv = '{ buyingProcess(key: "own") { phases { customerDoes en: customerDoes(locale: "en") } } }'
    assert (await world.ask(en_and_lv))["data"]["buyingProcess"]["phases"] == [{"customerDoes": ["Lūko"], "en": ["Looks"]}]
    unknown = {"key": "look", "translations": both, "texts": [{"locale": "pl", "reachedWhen": "…"}]}
    refused = await world.tell("saveBuyingProcess", BUYING, key="own", translations=en("Own"), phases=[unknown])
    assert issues(refused) == [("phases.0.texts.0.locale", "UNKNOWN_KEY")]


async def test_a_phase_left_out_is_retired_and_keeps_its_id_and_texts(world: World) -> None:
    before = {one["key"]: one for one in (await read(world))["path"]["phases"]}
    kept = [{"key": key, "translations": [{"locale": "en", "name": "Anew"}]} for key in reversed(PATH[1:4])]
    saved = await world.tell("saveBuyingProcess", BUYING, key="purchase-path", expectedVersion=1, translations=en("Path"), phases=kept)
    assert [(one["key"], one["position"], one["retired"]) for one in saved["phases"]] == [
        ("purchase-decision", 0, False),
        ("evaluation-of-alternatives", 1, False),
        ("information-search", 2, False),
        ("need-recognition", 3, True),
        ("post-purchase-evaluation", 4, True),
    ]
    after = {one["key"]: one for one in (await read(world))["path"]["phases"]}
    assert {key: one["id"] for key, one in after.items()} == {key: one["id"] for key, one in before.items()}
    assert after["need-recognition"]["polish"] == before["need-recognition"]["polish"]
    assert after["information-search"]["customerDoes"] == before["information-search"]["customerDoes"]
    assert after["information-search"]["pl"] == "Anew"
    assert after["need-recognition"]["stages"] == []
    stages = {one["key"]: one for one in (await read(world))["sales"]["stages"]}
    assert "purchase-path" not in {one["process"]["key"] for one in stages["prospecting"]["serves"]}
    deal = await a_deal(world)
    body = await world.ask("query($id: ID!) { deal(id: $id) { phase { key } } }", {"id": deal})
    assert body["data"]["deal"]["phase"] == {"key": "purchase-decision"}
    again = [{"key": "need-recognition", "translations": en("Need")}, *kept]
    back = await world.tell("saveBuyingProcess", BUYING, key="purchase-path", translations=en("Path"), phases=again)
    first = back["phases"][0]
    assert (first["id"], first["retired"], first["position"]) == (before["need-recognition"]["id"], False, 0)
    assert first["customerDoes"] == before["need-recognition"]["customerDoes"]


async def test_a_step_that_deals_are_in_can_not_be_retired(world: World) -> None:
    deals = [await a_deal(world) for _ in range(2)]
    asked = "query($id: ID!) { deal(id: $id) { phase { key retired } stage { key } } }"
    phases = [{"key": key, "translations": en(key)} for key in PATH[1:4]]
    document = "mutation($input: SaveBuyingProcessInput!) { saveBuyingProcess(input: $input) { ... on InvalidInput { issues { path code message } } } }"
    body = await world.ask(document, {"input": {"key": "purchase-path", "translations": en("Path"), "phases": phases}})
    (issue,) = body["data"]["saveBuyingProcess"]["issues"]
    assert (issue["path"], issue["code"]) == (["phases"], "PHASE_IN_USE")
    assert "2 deals are in need-recognition" in issue["message"]
    refused = await world.tell("saveSalesProcess", SELLING, key="sales", translations=en("Sales"), stages=[stage("closing")])
    assert issues(refused) == [("stages", "PHASE_IN_USE")]
    moved = [{"key": "information-search", "translations": en("a")}, {"key": PATH[0], "translations": en("b"), "afterPurchase": True}]
    across = await world.tell("saveBuyingProcess", BUYING, key="purchase-path", translations=en("Path"), phases=moved)
    assert issues(across) == [("phases", "PHASE_IN_USE")]
    found = (await world.ask(asked, {"id": deals[0]}))["data"]["deal"]
    assert found == {"phase": {"key": "need-recognition", "retired": False}, "stage": {"key": "prospecting"}}
    assert (await read(world))["path"]["version"] == 1


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"phases": []}, [("phases", "REQUIRED")]),
        ({"phases": [phase("a"), phase("a")]}, [("phases.1.key", "DUPLICATE_KEY")]),
        ({"phases": [phase("a", afterPurchase=True)]}, [("phases.0.afterPurchase", "CONTRADICTION")]),
        ({"phases": [phase("a"), phase("b", afterPurchase=True), phase("c")]}, [("phases.2.afterPurchase", "OUT_OF_ORDER")]),
        ({"phases": [phase("a", afterPurchase=None)]}, [("phases.0.afterPurchase", "REQUIRED")]),
        ({"phases": [phase(" ")]}, [("phases.0.key", "REQUIRED"), ("phases.0.translations.0.name", "REQUIRED")]),
        ({"phases": [phase("a", maxHealthyDays=0)]}, [("phases.0.maxHealthyDays", "OUT_OF_RANGE")]),
        ({"phases": [phase("a", customerDoes=["x" * 20_001])]}, [("phases.0.customerDoes", "TOO_LONG")]),
        ({"phases": [phase(str(n)) for n in range(101)]}, [("phases", "TOO_MANY")]),
        ({"phases": [{"key": "a", "translations": []}]}, [("phases.0.translations", "REQUIRED")]),
        ({"phases": [{"key": "a", "translations": en("A") + en("B")}]}, [("phases.0.translations.1.locale", "DUPLICATE_KEY")]),
        ({"translations": [{"locale": "no such", "name": "A"}]}, [("translations.0.locale", "BAD_VALUE")]),
        ({"translations": []}, [("translations", "REQUIRED")]),
        (
            {"phases": [phase("a", expects=[{"role": "USER", "required": True}, {"role": "USER", "required": False}])]},
            [("phases.0.expects.1.role", "DUPLICATE_KEY")],
        ),
        (
            {"phases": [phase("a", expects=[{"role": "USER", "required": True, "goal": 0, "weight": -1}])]},
            [("phases.0.expects.0.goal", "OUT_OF_RANGE"), ("phases.0.expects.0.weight", "OUT_OF_RANGE")],
        ),
        ({"phases": [phase("a", expects=[{"role": "USER", "required": True, "goal": None}])]}, [("phases.0.expects.0.goal", "REQUIRED")]),
    ],
    ids=lambda value: str(value)[:60],
)
async def test_a_wrong_buying_process_is_refused_with_its_place(
    world: World, given: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    refused = await world.tell("saveBuyingProcess", BUYING, **{"key": "own", "translations": en("Own"), "phases": [phase("a")], **given})
    assert issues(refused) == expected
    assert await changes(world) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"stages": []}, [("stages", "REQUIRED")]),
        ({"stages": [stage("a"), stage("a")]}, [("stages.1.key", "DUPLICATE_KEY")]),
        ({"stages": [stage("a", probability=1.1)]}, [("stages.0.probability", "OUT_OF_RANGE")]),
        ({"stages": [stage("a", serves=[{"process": "no", "phase": "no"}])]}, [("stages.0.serves.0.process", "UNKNOWN_KEY")]),
        ({"stages": [stage("a", serves=[{"process": "adoption", "phase": "no"}])]}, [("stages.0.serves.0.phase", "UNKNOWN_KEY")]),
        (
            {"stages": [stage("a", serves=[{"process": "adoption", "phase": "desire"}, {"process": "adoption", "phase": "action"}])]},
            [("stages.0.serves.1.process", "DUPLICATE_KEY")],
        ),
        ({"stages": [stage("a", teams=[{"team": "IT", "does": " "}])]}, [("stages.0.teams.0.does", "REQUIRED")]),
        ({"stages": [stage("a", teams=[{"team": "IT", "does": "a"}] * 2)]}, [("stages.0.teams.1.team", "DUPLICATE_KEY")]),
    ],
    ids=lambda value: str(value)[:60],
)
async def test_a_wrong_sales_process_is_refused_with_its_place(
    world: World, given: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    refused = await world.tell("saveSalesProcess", SELLING, **{"key": "own", "translations": en("Own"), "stages": [stage("a")], **given})
    assert issues(refused) == expected
    assert await changes(world) == []


async def test_a_sales_process_is_made_and_changed(world: World) -> None:
    serves = [{"process": "adoption", "phase": "desire"}]
    teams = [{"team": "Finance", "does": "Checks credit"}]
    made = await world.tell(
        "saveSalesProcess",
        SELLING,
        key="own",
        translations=en("Own"),
        stages=[stage("a", probability=0.3, doneWhen="Done", teams=teams, serves=serves), stage("b")],
    )
    first, second = made["stages"]
    assert (first["probability"], first["doneWhen"], first["teams"]) == (0.3, "Done", teams)
    assert first["serves"] == [{"key": "desire", "process": {"key": "adoption"}}]
    other = [{"team": "Law", "does": "Reads the contract"}]
    saved = await world.tell(
        "saveSalesProcess", SELLING, key="own", expectedVersion=1, translations=en("Own"), stages=[stage("b", teams=other)]
    )
    assert [(one["id"], one["key"], one["retired"]) for one in saved["stages"]] == [(second["id"], "b", False), (first["id"], "a", True)]
    told = await changes(world)
    assert [(one["action"], one["entityVersion"], one["informs"]) for one in told] == [
        ("CREATED", 1, ["Finance"]),
        ("UPDATED", 2, ["Law", "Finance"]),
    ]
    assert told[1]["fields"] == [
        {
            "field": "stages",
            "before": {"b": {"position": 1}, "a": {"position": 0, "retired": False}},
            "after": {"b": {"position": 0, "teams.en": other}, "a": {"position": 1, "retired": True}},
        }
    ]
    assert told[1]["message"].endswith("changed the sales process “Own”: stages.")


async def test_a_cell_of_the_mapping_is_set_and_cleared(world: World) -> None:
    stages = {one["key"]: one for one in (await read(world))["sales"]["stages"]}
    own = stages["follow-up"]
    at = {"stageId": own["id"], "buyingProcess": "buyer-journey"}
    saved = await world.tell("setStagePhase", SELLING, **at, expectedVersion=1, phase="decision")
    serves = {one["process"]["key"]: one["key"] for one in saved["stages"][6]["serves"]}
    assert serves == {
        "purchase-path": "post-purchase-evaluation",
        "solution-cycle": "evaluation",
        "adoption": "action",
        "buyer-journey": "decision",
    }
    assert (await world.tell("setStagePhase", SELLING, **at, phase="decision"))["version"] == 2
    assert (await world.tell("setStagePhase", SELLING, **at))["version"] == 2
    stale = await world.tell("setStagePhase", SELLING, **at, expectedVersion=1, phase=None)
    assert (stale["reason"], stale["currentVersion"], stale["currentEntity"]["__typename"]) == ("STALE_VERSION", 2, "SalesProcess")
    cleared = await world.tell("setStagePhase", SELLING, **at, phase=None)
    assert {one["process"]["key"] for one in cleared["stages"][6]["serves"]} == {"purchase-path", "solution-cycle", "adoption"}
    (told, undone) = await changes(world)
    everybody = ["Sales", "Marketing", "Product", "IT", "Customer service", "Point-of-sale systems"]
    assert (told["entityType"], told["informs"], undone["informs"]) == ("SalesProcess", everybody, everybody)
    (cell,) = told["fields"]
    assert (cell["field"], cell["before"]["follow-up"]["serves"].get("buyer-journey")) == ("stages", None)
    assert cell["after"]["follow-up"]["serves"]["buyer-journey"] == "decision"
    # the other stages kept theirs
    now = {one["key"]: one["serves"] for one in (await read(world))["sales"]["stages"]}
    assert now == {key: one["serves"] for key, one in stages.items()}


async def test_a_wrong_cell_is_refused(world: World, stranger: World) -> None:
    own = (await read(world))["sales"]["stages"][0]["id"]
    foreign = (await read(stranger))["sales"]["stages"][0]["id"]

    async def ask(**given: Any) -> Any:
        return await world.tell("setStagePhase", SELLING, **{"stageId": own, "buyingProcess": "adoption", "phase": "desire", **given})

    assert issues(await ask(buyingProcess="no")) == [("buyingProcess", "UNKNOWN_KEY")]
    assert issues(await ask(phase="need-recognition")) == [("phase", "UNKNOWN_KEY")]
    assert (await ask(stageId=foreign))["argument"] == ["stageId"]
    phases = [{"key": key, "translations": en(key)} for key in ("unaware", "awareness")]
    await world.tell("saveBuyingProcess", BUYING, key="adoption", translations=en("Adoption"), phases=phases)
    assert issues(await ask(phase="desire")) == [("phase", "UNKNOWN_KEY")]
    await world.tell("saveSalesProcess", SELLING, key="sales", translations=en("Sales"), stages=[stage("closing")])
    assert issues(await ask(phase="unaware")) == [("stageId", "WRONG_STATE")]


async def test_of_two_saves_on_one_version_one_is_refused(world: World) -> None:
    def save(name: str) -> Any:
        phases = [{"key": key, "translations": en(name)} for key in PATH]
        return world.tell("saveBuyingProcess", BUYING, key="purchase-path", expectedVersion=1, translations=en(name), phases=phases)

    told = await asyncio.gather(*(save(f"Way {n}") for n in range(6)))
    assert sorted(one["__typename"] for one in told) == ["BuyingProcess"] + ["Conflict"] * 5
    assert [(one["seq"], one["entityVersion"]) for one in await changes(world)] == [(1, 2)]
    made = await asyncio.gather(
        *(world.tell("saveSalesProcess", SELLING, key="new", translations=en("New"), stages=[stage("a")]) for _ in range(6))
    )
    assert len({one["id"] for one in made}) == 1
    assert [one["entityType"] for one in await changes(world)] == ["BuyingProcess", "SalesProcess"]


async def test_cells_set_at_once_all_hold(world: World) -> None:
    stages = (await read(world))["sales"]["stages"]
    await asyncio.gather(
        *(world.tell("setStagePhase", SELLING, stageId=one["id"], buyingProcess="adoption", phase="unaware") for one in stages)
    )
    after = (await read(world))["sales"]
    assert after["version"] == 1 + len(stages)
    assert {cell["key"] for one in after["stages"] for cell in one["serves"] if cell["process"]["key"] == "adoption"} == {"unaware"}


async def test_no_deal_enters_a_phase_while_it_is_retired(world: World) -> None:
    account = (await world.tell("createAccount", "... on Account { id }", name="Mill"))["id"]
    phases = [{"key": key, "translations": en(key)} for key in PATH[1:]]

    def enter(number: int) -> Any:
        return world.tell("createDeal", "__typename ... on Deal { id }", accountId=account, name=f"Deal {number}")

    def retire() -> Any:
        return world.tell("saveBuyingProcess", BUYING, key="purchase-path", translations=en("Path"), phases=phases)

    told = await asyncio.gather(*(retire() if number % 4 == 1 else enter(number) for number in range(12)))
    assert {one["__typename"] for one in told} <= {"Deal", "BuyingProcess", "InvalidInput"}
    body = await world.ask(
        '{ deals(first: 20) { nodes { phase { key retired } } } path: buyingProcess(key: "purchase-path") { phases { key retired } } }'
    )
    found = body["data"]["deals"]["nodes"]
    assert len(found) == 9
    assert not any(one["phase"]["retired"] for one in found)


async def test_the_same_idempotency_key_works_once(world: World) -> None:
    given = {"idempotencyKey": "k", "key": "own", "translations": en("Own"), "phases": [phase("a")]}
    first = await world.tell("saveBuyingProcess", BUYING, **given)
    await world.tell("saveBuyingProcess", BUYING, key="own", translations=en("Other"), phases=[phase("a")])
    again = await world.tell("saveBuyingProcess", BUYING, **given)
    assert (again["id"], again["name"], again["version"]) == (first["id"], "Other", 2)
    reused = await world.tell("saveBuyingProcess", BUYING, **given | {"key": "another"})
    assert reused["reason"] == "IDEMPOTENCY_KEY_REUSED"


@pytest.mark.parametrize(("permission", "answer"), [("MANAGER", "BuyingProcess"), ("EDITOR", "Forbidden"), ("VIEWER", "Forbidden")])
async def test_processes_are_a_managers(world: World, permission: str, answer: str) -> None:
    await world.tell("saveTeamMember", "__typename", subject=f"ola@{world.workspace}", name="Ola", permission=permission)
    document = "mutation($input: SaveBuyingProcessInput!) { saveBuyingProcess(input: $input) { __typename } }"
    body = await world.ask(document, {"input": {"key": "own", "translations": en("Own"), "phases": [phase("a")]}}, as_="ola")
    assert body["data"]["saveBuyingProcess"]["__typename"] == answer


async def test_another_workspaces_processes_are_its_own(world: World, stranger: World) -> None:
    before = await read(stranger)
    await world.tell("saveBuyingProcess", BUYING, key="purchase-path", translations=en("Mine"), phases=[phase("a")])
    assert await read(stranger) == before
