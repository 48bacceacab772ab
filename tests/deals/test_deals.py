"""Deals through the API: entering, changing, their processes and first visits, orders, and what strangers see."""

import asyncio
from typing import Any

from tests.conftest import World

DEAL = "__typename ... on Deal { id version name }"
ACCOUNT = "__typename ... on Account { id }"


async def an_account(world: World, name: str = "Mill") -> str:
    return str((await world.tell("createAccount", ACCOUNT, name=name))["id"])


async def a_deal(world: World, account_id: str, name: str = "Looms", **given: Any) -> str:
    return str((await world.tell("createDeal", DEAL, accountId=account_id, name=name, **given))["id"])


async def the_changes(world: World) -> list[tuple[int, str, str]]:
    body = await world.ask("{ changes(first: 100) { nodes { seq action entityType } } }")
    return [(one["seq"], one["action"], one["entityType"]) for one in body["data"]["changes"]["nodes"]]


async def test_a_new_deal_begins_in_the_first_phase_and_stage(world: World) -> None:
    mill = await an_account(world)
    viewer = (await world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"]
    made = await a_deal(
        world, mill, ownerId=viewer, amount={"amount": "1250.5", "currency": "EUR"}, createdAt="2026-03-01T10:00:00+01:00", tags=["a"]
    )
    document = """query($id: ID!) { deal(id: $id) {
        version createdAt name status amount { amount currency } tags account { name } owner { id }
        buyingProcess { key } phase { key position awareness afterPurchase stages { key } } phaseEnteredAt
        salesProcess { key } stage { key name(locale: "pl") serves { key process { key } } }
        committee { members { id } } continues { id } continuedBy { id } timeline { nodes { action } } } }"""
    body = await world.ask(document, {"id": made})
    assert body["data"]["deal"] == {
        "version": 1,
        "createdAt": "2026-03-01T09:00:00.000000Z",
        "name": "Looms",
        "status": "OPEN",
        "amount": {"amount": "1250.5", "currency": "EUR"},
        "tags": ["a"],
        "account": {"name": "Mill"},
        "owner": {"id": viewer},
        "buyingProcess": {"key": "purchase-path"},
        "phase": {
            "key": "need-recognition",
            "position": 0,
            "awareness": "AWARENESS",
            "afterPurchase": False,
            "stages": [{"key": "prospecting"}],
        },
        "phaseEnteredAt": "2026-03-01T09:00:00.000000Z",
        "salesProcess": {"key": "sales"},
        "stage": {
            "key": "prospecting",
            "name": "Prospecting",
            "serves": [
                {"key": "awareness", "process": {"key": "adoption"}},
                {"key": "awareness", "process": {"key": "buyer-journey"}},
                {"key": "need-established", "process": {"key": "customer-buying"}},
                {"key": "need-recognition", "process": {"key": "purchase-path"}},
                {"key": "need-recognition-and-readiness-to-change", "process": {"key": "solution-cycle"}},
            ],
        },
        "committee": {"members": []},
        "continues": None,
        "continuedBy": [],
        "timeline": {"nodes": [{"action": "CREATED"}]},
    }


async def test_the_first_visits_are_in_the_graph(world: World) -> None:
    await a_deal(world, await an_account(world), createdAt="2026-03-01T10:00:00Z")
    found = await world.database.driver.execute_query(
        "MATCH (d:Deal {workspace: $w})-[:VISITED]->(v)-[:OF]->(step) RETURN labels(v)[0], v.enteredAt, v.leftAt, v.step, step.key, "
        "EXISTS { (d)-[:IN_PHASE|IN_STAGE]->(step) } AS here, v.openKey IS NOT NULL AS open",
        w=world.workspace,
    )
    assert {tuple(row.values()) for row in found.records} == {
        ("PhaseVisit", "2026-03-01T10:00:00.000000Z", None, "START", "need-recognition", True, True),
        ("StageVisit", "2026-03-01T10:00:00.000000Z", None, "START", "prospecting", True, True),
    }


async def test_what_is_wrong_with_a_new_deal(world: World) -> None:
    mill = await an_account(world)

    async def issues(**given: Any) -> list[tuple[list[str], str]]:
        told = await world.tell("createDeal", DEAL, **{"accountId": mill, "name": "X", **given})
        return [(one["path"], one["code"]) for one in told["issues"]]

    assert await issues(buyingProcess="nope") == [(["buyingProcess"], "UNKNOWN_KEY")]
    assert await issues(salesProcess="nope") == [(["salesProcess"], "UNKNOWN_KEY")]
    assert await issues(buyingProcess=None) == [(["buyingProcess"], "REQUIRED")]
    assert await issues(products=["nope"]) == [(["products", "0"], "UNKNOWN_KEY")]
    assert await issues(createdAt="2999-01-01T00:00:00Z") == [(["createdAt"], "IN_FUTURE")]
    assert await issues(name=" ", source="x" * 301) == [(["name"], "REQUIRED"), (["source"], "TOO_LONG")]
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("accountId", {"accountId": "x"}),
        ("ownerId", {"ownerId": mill}),
        ("continuesId", {"continuesId": mill}),
    ]
    for name, given in wrong:
        told = await world.tell("createDeal", DEAL, **{"accountId": mill, "name": "X", **given})
        assert (told["__typename"], told["argument"], told["missingId"]) == ("NotFound", [name], given[name])
    assert await the_changes(world) == [(1, "CREATED", "Account")]


async def test_a_deal_without_a_sales_process_and_one_that_continues_it(world: World) -> None:
    mill = await an_account(world)
    first = await a_deal(world, mill, "First", salesProcess=None, buyingProcess="adoption")
    second = await a_deal(world, mill, "Second", continuesId=first)
    document = (
        "query($id: ID!) { deal(id: $id) { phase { key } salesProcess { key } stage { key } continuedBy { id name } continues { id } } }"
    )
    body = await world.ask(document, {"id": first})
    assert body["data"]["deal"] == {
        "phase": {"key": "unaware"},
        "salesProcess": None,
        "stage": None,
        "continuedBy": [{"id": second, "name": "Second"}],
        "continues": None,
    }
    assert (await world.ask(document, {"id": second}))["data"]["deal"]["continues"] == {"id": first}


async def test_changing_a_deal(world: World) -> None:
    mill = await an_account(world)
    viewer = (await world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"]
    made = await a_deal(world, mill, ownerId=viewer, source="fair")
    changed = await world.tell("updateDeal", DEAL, id=made, expectedVersion=1, name="Spindles", source=None, ownerId=None)
    assert (changed["version"], changed["name"]) == (2, "Spindles")
    same = await world.tell("updateDeal", DEAL, id=made, expectedVersion=2, name="Spindles")
    assert same["version"] == 2
    assert await the_changes(world) == [(1, "CREATED", "Account"), (2, "CREATED", "Deal"), (3, "UPDATED", "Deal")]
    body = await world.ask(
        "{ viewer { teamMember { deals { totalCount } } }\n changes(afterSeq: 2) { nodes { fields { field before after } } } }"
    )
    assert body["data"]["viewer"]["teamMember"]["deals"]["totalCount"] == 0
    told = {one["field"]: (one["before"], one["after"]) for one in body["data"]["changes"]["nodes"][0]["fields"]}
    assert told.keys() == {"name", "source", "ownerId"}
    assert told["name"] == ("Looms", "Spindles")
    for name, value, code in [("closeReason", "price", "WRONG_STATE"), ("lostTo", "Acme", "WRONG_STATE"), ("name", None, "REQUIRED")]:
        refused = await world.tell("updateDeal", DEAL, id=made, **{name: value})
        assert [(one["path"], one["code"]) for one in refused["issues"]] == [([name], code)]


async def test_a_stale_version_is_a_conflict_also_under_concurrent_writers(world: World) -> None:
    made = await a_deal(world, await an_account(world))
    told = await asyncio.gather(*(world.tell("updateDeal", DEAL, id=made, expectedVersion=1, source=f"S{n}") for n in range(8)))
    assert sorted(one["__typename"] for one in told) == ["Conflict"] * 7 + ["Deal"]
    conflicts = [one for one in told if one["__typename"] == "Conflict"]
    assert {(one["reason"], one["currentVersion"], one["currentEntity"]["id"]) for one in conflicts} == {("STALE_VERSION", 2, made)}
    assert [seq for seq, _, _ in await the_changes(world)] == [1, 2, 3]


async def test_orders_and_pages(world: World) -> None:
    mill = await an_account(world)
    for name, amount in [("B", "2"), ("A", None), ("C", "1")]:
        await a_deal(world, mill, name, amount=amount and {"amount": amount, "currency": "EUR"})
    document = """query($id: ID!, $after: String) {
        account(id: $id) { deals(orderBy: [{by: AMOUNT, direction: DESC}], first: 2, after: $after) {
        nodes { name } totalCount pageInfo { hasNextPage endCursor } } } deals(orderBy: [{by: NAME}]) { nodes { name } totalCount } }"""
    data = (await world.ask(document, {"id": mill}))["data"]
    page = data["account"]["deals"]
    assert ([one["name"] for one in page["nodes"]], page["totalCount"], page["pageInfo"]["hasNextPage"]) == (["B", "C"], 3, True)
    assert ([one["name"] for one in data["deals"]["nodes"]], data["deals"]["totalCount"]) == (["A", "B", "C"], 3)
    rest = (await world.ask(document, {"id": mill, "after": page["pageInfo"]["endCursor"]}))["data"]["account"]["deals"]
    assert ([one["name"] for one in rest["nodes"]], rest["pageInfo"]["hasNextPage"]) == (["A"], False)


async def test_a_stranger_sees_nothing(world: World, stranger: World) -> None:
    made = await a_deal(world, await an_account(world))
    body = await stranger.ask("query($id: ID!) { deal(id: $id) { id } node(id: $id) { id } deals { totalCount } }", {"id": made})
    assert body["data"] == {"deal": None, "node": None, "deals": {"totalCount": 0}}
    told = await stranger.tell("updateDeal", DEAL, id=made, name="Mine")
    assert (told["__typename"], told["argument"], told["missingId"]) == ("NotFound", ["id"], made)


async def test_processes_are_nodes(world: World) -> None:
    body = await world.ask(
        """{ buyingProcesses { id key name phases { id key } }
        buyingProcess(key: "buyer-journey") { name(locale: "lv") translations { locale name } }
        salesProcesses { id key stages { id key } } salesProcess(key: "nope") { id }
        viewer { workspace { defaultBuyingProcess { key } defaultSalesProcess { key } } } }"""
    )
    data = body["data"]
    keys = [one["key"] for one in data["buyingProcesses"]]
    assert keys == [
        "adoption",
        "buyer-journey",
        "customer-buying",
        "purchase-path",
        "solution-cycle",
    ]
    assert data["buyingProcess"] == {
        "name": "Pircēja ceļojums",
        "translations": [{"locale": "en", "name": "Buyer journey"}, {"locale": "lv", "name": "Pircēja ceļojums"}],
    }
    assert data["salesProcess"] is None
    assert data["viewer"]["workspace"] == {"defaultBuyingProcess": {"key": "purchase-path"}, "defaultSalesProcess": {"key": "sales"}}
    ids = [data["buyingProcesses"][0]["id"], data["buyingProcesses"][0]["phases"][1]["id"]]
    ids += [data["salesProcesses"][0]["id"], data["salesProcesses"][0]["stages"][2]["id"]]
    asked = " ".join(f"... on {kind} {{ key }}" for kind in ("BuyingProcess", "Phase", "SalesProcess", "Stage"))
    nodes = (await world.ask(f"query($ids: [ID!]!) {{ nodes(ids: $ids) {{ id {asked} }} }}", {"ids": ids}))["data"]["nodes"]
    assert nodes == [
        {"id": ids[0], "key": "adoption"},
        {"id": ids[1], "key": "awareness"},
        {"id": ids[2], "key": "sales"},
        {"id": ids[3], "key": "needs-analysis"},
    ]


async def test_a_deal_sells_exactly_the_named_products(world: World) -> None:
    mill = await an_account(world)
    for key in ("loom", "spindle"):
        await world.tell("saveProduct", "__typename ... on Product { id }", key=key, name=key.title())
    made = await a_deal(world, mill, products=["spindle", "loom", "loom"])
    document = "query($id: ID!) { deal(id: $id) { version products { key } } }"
    assert (await world.ask(document, {"id": made}))["data"]["deal"] == {"version": 1, "products": [{"key": "loom"}, {"key": "spindle"}]}
    same = await world.tell("updateDeal", DEAL, id=made, products=["loom", "spindle"])
    fewer = await world.tell("updateDeal", DEAL, id=made, products=["loom"])
    assert (same["version"], fewer["version"]) == (1, 2)
    assert (await world.ask(document, {"id": made}))["data"]["deal"] == {"version": 2, "products": [{"key": "loom"}]}
