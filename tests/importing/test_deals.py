"""Importing deals and the roles that are played on them."""

from typing import Any

from tests.conftest import World
from tests.importing.test_upsert import changes, counts, ref, upsert

DEAL = """{ deals(first: 1) { nodes {
  name version createdAt amount { amount } status tags owner { name } account { name } products { key } phase { key } stage { key }
  phaseEnteredAt committee { members {
    version party { name } stance influence since roles { role certainty confirmedAt since } assessments(first: 5) { nodes { named stance influence } }
  } }
} } }"""


async def ground(world: World, **more: Any) -> dict[str, Any]:
    """Two accounts, two people, a colleague and a product; more rows beside them."""
    for email, active in (("Kim@ours.example", False), ("kim@ours.example", True)):
        given = {"subject": f"kim {active}", "name": f"Kim {active}", "email": email, "permission": "EDITOR", "isActive": active}
        await world.tell("saveTeamMember", "... on TeamMember { id }", **given)
    await world.tell("saveProduct", "... on Product { key }", key="saw", name="Saw")
    accounts = [{"externalRef": ref("account", n), "name": f"A{n}"} for n in (1, 2)]
    people = [{"externalRef": ref("person", n), "name": f"P{n}", "accountRef": ref("account", 1)} for n in (1, 2)]
    return await upsert(world, accounts=accounts, people=people, **more)


def deal(**more: Any) -> dict[str, Any]:
    return {"externalRef": ref("deal", 1), "accountRef": ref("account", 1), "name": "Saws"} | more


def role(person: int, name: str, **more: Any) -> dict[str, Any]:
    return {"dealRef": ref("deal", 1), "partyRef": ref("person", person), "role": name} | more


async def read(world: World) -> dict[str, Any]:
    return (await world.ask(DEAL))["data"]["deals"]["nodes"][0]  # type: ignore[no-any-return]


async def test_a_deal_with_its_committee_twice(world: World) -> None:
    rows: dict[str, Any] = {
        "deals": [
            deal(
                amount={"amount": "120.5", "currency": "EUR"},
                ownerEmail="KIM@ours.example",
                products=["saw"],
                tags=["t"],
                createdAt="2026-03-01T09:00:00Z",
            )
        ],
        "roles": [
            role(1, "DECIDER", since="2026-04-01", certainty="CONFIRMED", stance="SUPPORTER", influence=8),
            role(1, "APPROVER"),
            role(2, "USER", since="2026-03-02", until="2026-05-01"),
        ],
    }
    first = await ground(world, **rows)
    assert counts(first) == (8, 0, 0, 0), first["rows"]
    told = await read(world)
    members = {one["party"]["name"]: one for one in told.pop("committee")["members"]}
    assert told == {
        "name": "Saws",
        "version": 1,
        "createdAt": "2026-03-01T09:00:00.000000Z",
        "phaseEnteredAt": "2026-03-01T09:00:00.000000Z",
        "amount": {"amount": "120.5"},
        "status": "OPEN",
        "tags": ["t"],
        "owner": {"name": "Kim True"},
        "account": {"name": "A1"},
        "products": [{"key": "saw"}],
        "phase": told["phase"],
        "stage": told["stage"],
    }
    assert told["phase"] and told["stage"]
    decider = members["P1"]
    assert {(one["role"], one["certainty"], bool(one["confirmedAt"])) for one in decider["roles"]} == {
        ("DECIDER", "CONFIRMED", True),
        ("APPROVER", "ASSUMED", False),
    }
    assert decider["assessments"]["nodes"] == [{"named": ["stance", "influence"], "stance": "SUPPORTER", "influence": 8}]
    assert (decider["stance"], decider["influence"], decider["since"], decider["version"]) == ("SUPPORTER", 8, "2026-04-01", 3)
    assert (members["P2"]["roles"], members["P2"]["since"]) == ([], "2026-03-02")
    written = await changes(world)
    assert counts(await upsert(world, **rows)) == (0, 0, 4, 0)
    assert await changes(world) == written
    assert await read(world) == told | {"committee": {"members": list(members.values())}}


async def test_rows_change_only_what_they_name(world: World) -> None:
    await ground(world, deals=[deal(ownerEmail="kim@ours.example", products=["saw"], tags=["t"])], roles=[role(1, "DECIDER", influence=8)])
    before = await changes(world)
    told = await upsert(
        world,
        deals=[{"externalRef": ref("deal", 1), "accountRef": ref("account", 2), "name": "Saws", "ownerEmail": None, "products": []}],
        roles=[role(1, "DECIDER", until="2026-11-20", since="2026-11-01", stance="BLOCKER", influence=None), role(1, "USER")],
    )
    assert [one["outcome"] for one in told["rows"]] == ["UPDATED", "UPDATED", "CREATED"]
    assert await changes(world) == before + 4  # the deal, the role that ended, the one that began, the judgement
    after = await read(world)
    assert (after["account"], after["owner"], after["products"], after["tags"], after["version"]) == ({"name": "A2"}, None, [], ["t"], 2)
    (member,) = after["committee"]["members"]
    assert ([one["role"] for one in member["roles"]], member["stance"], member["influence"]) == (["USER"], "BLOCKER", None)
    again = await upsert(world, roles=[role(1, "DECIDER", since="2026-11-01", until=None)])
    assert again["rows"][0]["outcome"] == "UPDATED"
    assert {one["role"] for one in (await read(world))["committee"]["members"][0]["roles"]} == {"DECIDER", "USER"}


async def test_a_role_before_its_member_is_refused(world: World) -> None:
    seated = role(1, "DECIDER", since="2026-04-01")
    early = [role(1, "APPROVER", since="2026-03-31"), role(1, "DECIDER", since="2026-03-01")]
    told = await ground(world, deals=[deal(createdAt="2026-03-01T00:00:00Z")], roles=[seated, *early, role(1, "BUYER", since="2026-04-01")])
    failed = [one["problem"]["issues"] for one in told["rows"] if one["problem"]]
    assert [[(one["path"], one["code"]) for one in issues] for issues in failed] == [
        [(["roles", "1", "since"], "OUT_OF_ORDER")],
        [(["roles", "2", "since"], "OUT_OF_ORDER")],
    ]
    assert {one["role"] for one in (await read(world))["committee"]["members"][0]["roles"]} == {"DECIDER", "BUYER"}


async def test_wrong_rows(world: World) -> None:
    wrong = [
        deal(accountRef=None),
        deal(ownerEmail="nobody@ours.example"),
        deal(products=["saw", "axe"]),
        deal(buyingProcess="no-such"),
        deal(closeReason="Why not"),
        deal(createdAt="2099-01-01T00:00:00Z"),
        deal(name="Right"),
        deal(salesProcess=None),
    ]
    told = await ground(world, deals=wrong, roles=[role(3, "USER"), role(1, "USER", influence=11), role(1, "USER", since="2099-01-01")])
    failed = [one["problem"] for one in told["rows"] if one["problem"]]
    assert [(one["__typename"], [(issue["path"][-1], issue["code"]) for issue in one.get("issues", [])]) for one in failed] == [
        ("InvalidInput", [("accountRef", "ACCOUNT_REQUIRED")]),
        ("NotFound", []),
        ("InvalidInput", [("1", "UNKNOWN_KEY")]),
        ("InvalidInput", [("buyingProcess", "UNKNOWN_KEY")]),
        ("InvalidInput", [("closeReason", "WRONG_STATE")]),
        ("InvalidInput", [("createdAt", "IN_FUTURE")]),
        ("InvalidInput", [("salesProcess", "WRONG_STATE")]),
        ("NotFound", []),
        ("InvalidInput", [("influence", "OUT_OF_RANGE")]),
        ("InvalidInput", [("since", "IN_FUTURE")]),
    ]
    after = await read(world)
    assert (after["name"], after["committee"]["members"]) == ("Right", [])
