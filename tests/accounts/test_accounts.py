"""Accounts through the API: entering, changing, parents, references, idempotency, and what strangers see."""

import asyncio
from typing import Any

from tests.conftest import World

ACCOUNT = "__typename ... on Account { id version name }"


async def test_entering_and_changing(world: World) -> None:
    made = await world.tell(
        "createAccount", ACCOUNT, name="Łódź Works", annualRevenue={"amount": "1250.50", "currency": "PLN"}, tags=["a", "a"]
    )
    assert (made["version"], made["name"]) == (1, "Łódź Works")
    changed = await world.tell(
        "updateAccount", ACCOUNT, id=made["id"], expectedVersion=1, name="Lodz Works", industry="Machines", tags=None
    )
    assert changed["version"] == 2
    body = await world.ask(
        "query($id: ID!) { account(id: $id) { name industry tags annualRevenue { amount currency } parent { name } externalRefs { key } } }",
        {"id": made["id"]},
    )
    assert body["data"]["account"] == {
        "name": "Lodz Works",
        "industry": "Machines",
        "tags": [],
        "annualRevenue": {"amount": "1250.5", "currency": "PLN"},
        "parent": None,
        "externalRefs": [],
    }


async def test_what_is_wrong_is_told_at_once(world: World) -> None:
    refused = await world.tell(
        "createAccount", ACCOUNT, name=" ", industry="x" * 301, employees=-1, annualRevenue={"amount": "0.00001", "currency": "EUR"}
    )
    assert [(one["path"], one["code"]) for one in refused["issues"]] == [
        (["annualRevenue"], "OUT_OF_RANGE"),
        (["employees"], "OUT_OF_RANGE"),
        (["industry"], "TOO_LONG"),
        (["name"], "REQUIRED"),
    ]


async def test_a_stale_version_is_a_conflict_also_under_concurrent_writers(world: World) -> None:
    made = await world.tell("createAccount", ACCOUNT, name="One")
    told = await asyncio.gather(
        *(world.tell("updateAccount", ACCOUNT, id=made["id"], expectedVersion=1, industry=f"Branch {n}") for n in range(8))
    )
    assert sorted(one["__typename"] for one in told) == ["Account"] + ["Conflict"] * 7
    conflicts = [one for one in told if one["__typename"] == "Conflict"]
    assert {(one["reason"], one["currentVersion"], one["currentEntity"]["id"]) for one in conflicts} == {("STALE_VERSION", 2, made["id"])}
    assert await numbers(world) == [1, 2]


async def test_the_same_key_works_once(world: World) -> None:
    told = await asyncio.gather(*(world.tell("createAccount", ACCOUNT, idempotencyKey="k", name="Once") for _ in range(8)))
    assert len({one["id"] for one in told}) == 1
    other = await world.tell("createAccount", ACCOUNT, idempotencyKey="k", name="Twice")
    assert other["reason"] == "IDEMPOTENCY_KEY_REUSED"
    assert await numbers(world) == [1]


async def test_one_external_reference_names_one_thing(world: World) -> None:
    refs = [{"system": "crm-account", "key": "7"}]
    told = await asyncio.gather(*(world.tell("createAccount", ACCOUNT, name=f"A{n}", externalRefs=refs) for n in range(6)))
    kinds = sorted(one["__typename"] for one in told)
    assert kinds == ["Account"] + ["Conflict"] * 5
    standing = next(one["id"] for one in told if one["__typename"] == "Account")
    assert {one["currentEntity"]["id"] for one in told if one["__typename"] == "Conflict"} == {standing}
    body = await world.ask('{ byExternalRef(system: "crm-account", key: "7") { id } }')
    assert body["data"]["byExternalRef"]["id"] == standing
    assert await numbers(world) == [1]


async def test_parents_never_close_a_circle_also_under_concurrent_writers(world: World) -> None:
    a, b = [(await world.tell("createAccount", ACCOUNT, name=name))["id"] for name in "AB"]
    told = await asyncio.gather(
        world.tell("updateAccount", ACCOUNT, id=a, parentId=b),
        world.tell("updateAccount", ACCOUNT, id=b, parentId=a),
    )
    assert sorted(one["__typename"] for one in told) == ["Account", "InvalidInput"]
    assert next(one for one in told if "issues" in one)["issues"] == [{"path": ["parentId"], "code": "CYCLE"}]
    alone = await world.tell("updateAccount", ACCOUNT, id=a, parentId=a)
    assert alone["issues"][0]["code"] == "CYCLE"


async def test_an_account_team_is_told_as_a_whole(world: World) -> None:
    made = await world.tell("createAccount", ACCOUNT, name="Mill")
    colleagues = [
        (await world.tell("saveTeamMember", "... on TeamMember { id }", subject=name, name=name, permission="EDITOR"))["id"]
        for name in "AB"
    ]
    team = "__typename ... on Account { version team { function member { name } } } ... on NotFound { argument missingId }"

    async def tell(*members: tuple[str, str], **given: Any) -> dict[str, Any]:
        named = [{"teamMemberId": id_, "function": function} for id_, function in members]
        return await world.tell("setAccountTeam", team, accountId=made["id"], members=named, **given)

    (first, second), everybody = colleagues, [(colleagues[0], "key account"), (colleagues[1], "service")]
    assert (await tell(*everybody))["team"] == [
        {"function": "key account", "member": {"name": "A"}},
        {"function": "service", "member": {"name": "B"}},
    ]
    assert (await tell(*everybody))["version"] == 2, "nothing new is no change"
    assert (await tell((second, "key account")))["team"] == [{"function": "key account", "member": {"name": "B"}}]
    assert (await tell((second, "x"), expectedVersion=2))["__typename"] == "Conflict"
    missing = await tell((second, "x"), (made["id"], "y"))
    assert (missing["__typename"], missing["argument"]) == ("NotFound", ["members", "1", "teamMemberId"])
    twice = await tell((first, "x"), (first, "y"), (second, " "))
    assert [(one["path"], one["code"]) for one in twice["issues"]] == [
        (["members", "1", "teamMemberId"], "DUPLICATE_KEY"),
        (["members", "2", "function"], "REQUIRED"),
    ]
    assert (await tell())["team"] == []
    assert await numbers(world) == [1, 2, 3, 4, 5, 6]


async def test_a_stranger_sees_nothing(world: World, stranger: World) -> None:
    made = await world.tell("createAccount", ACCOUNT, name="Mine", externalRefs=[{"system": "s", "key": "k"}])
    query = 'query($id: ID!) { account(id: $id) { name } node(id: $id) { id } accounts { totalCount } byExternalRef(system: "s", key: "k") { id } }'
    body = await stranger.ask(query, {"id": made["id"]})
    assert body == {"data": {"account": None, "node": None, "accounts": {"totalCount": 0}, "byExternalRef": None}}
    missing = await stranger.tell("updateAccount", ACCOUNT, id=made["id"], name="Yours")
    assert (missing["__typename"], missing["missingId"], missing["argument"]) == ("NotFound", made["id"], ["id"])
    assert (await stranger.tell("createAccount", ACCOUNT, name="Below", parentId=made["id"]))["__typename"] == "NotFound"
    assert (await stranger.tell("createAccount", ACCOUNT, name="Same", externalRefs=[{"system": "s", "key": "k"}]))[
        "__typename"
    ] == "Account"


async def test_pages_run_both_ways_and_nulls_come_last(world: World) -> None:
    for name, employees in (("C", None), ("a", 5), ("B", 9), ("d", None), ("e", 5)):
        await world.tell("createAccount", ACCOUNT, name=name, employees=employees)
    for order, names in (
        ([], "CaBde"),
        ([{"by": "NAME"}], "aBCde"),
        ([{"by": "NAME", "direction": "DESC"}], "edCBa"),
        ([{"by": "EMPLOYEES"}], "aeBCd"),
        ([{"by": "EMPLOYEES", "direction": "DESC"}], "BaeCd"),
        ([{"by": "EMPLOYEES"}, {"by": "NAME", "direction": "DESC"}], "eaBdC"),
    ):
        assert "".join(await walked(world, order, "first", "after")) == names
        assert "".join(await walked(world, order, "last", "before")) == names


async def walked(world: World, order: list[dict[str, Any]], size: str, place: str) -> list[str]:
    """All names, read two at a time."""
    query = (
        f"query($order: [AccountOrder!], $at: String) {{ accounts(orderBy: $order, {size}: 2, {place}: $at) "
        "{ nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
    )
    names: list[str] = []
    at = None
    while True:
        body = await world.ask(query, {"order": order, "at": at})
        page = body["data"]["accounts"]
        found = [one["name"] for one in page["nodes"]]
        names = names + found if size == "first" else found + names
        info = page["pageInfo"]
        if not info["hasNextPage" if size == "first" else "hasPreviousPage"]:
            return names
        at = info["endCursor" if size == "first" else "startCursor"]


async def test_bad_pages_are_refused(world: World) -> None:
    for arguments in ("first: 0", "first: 1, last: 1", 'after: "nonsense"', "first: 101", 'first: 1, before: "x"'):
        body = await world.ask(f"{{ accounts({arguments}) {{ totalCount }} }}")
        assert body["errors"][0]["extensions"]["code"] == "BAD_PAGE"


async def numbers(world: World) -> list[int]:
    """The sequence of the workspace's Changes."""
    body = await world.ask("{ changes(first: 100) { nodes { seq } } }")
    return [one["seq"] for one in body["data"]["changes"]["nodes"]]


async def test_every_change_is_told(world: World) -> None:
    made = await world.tell("createAccount", ACCOUNT, name="Acme")
    await world.tell("updateAccount", ACCOUNT, id=made["id"], industry="Steel", tags=["a"])
    query = "query($id: ID!) { account(id: $id) { timeline { totalCount nodes { seq action entity { id } message fields { field before after } } } } }"
    timeline = (await world.ask(query, {"id": made["id"]}))["data"]["account"]["timeline"]
    who = f"admin@{world.workspace}"
    assert timeline == {
        "totalCount": 2,
        "nodes": [
            {
                "seq": 2,
                "action": "UPDATED",
                "entity": {"id": made["id"]},
                "message": f"{who} changed the account “Acme”: industry, tags.",
                "fields": [{"field": "industry", "before": None, "after": "Steel"}, {"field": "tags", "before": [], "after": ["a"]}],
            },
            {
                "seq": 1,
                "action": "CREATED",
                "entity": {"id": made["id"]},
                "message": f"{who} entered the account “Acme”.",
                "fields": [{"field": "name", "before": None, "after": "Acme"}],
            },
        ],
    }
