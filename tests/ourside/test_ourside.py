"""Our side through the API: products, the team, the workspace and its settings."""

import asyncio
from typing import Any

import pytest

from tests.conftest import World

PRODUCT = "__typename ... on Product { id version key name family goesWith { key } }"
MEMBER = "__typename ... on TeamMember { id version name email permission isActive }"
WORKSPACE = "__typename ... on Workspace { version name timeZone settings { engagedDays coldDays keyPlayerFrom } }"
DEFAULTS = {
    "engagedDays": 90,
    "freshDays": 90,
    "coldDays": 30,
    "keyPlayerFrom": 7,
    "threadAbove": 30,
    "assumedStrength": 2,
    "aheadDays": 14,
    "objectionDays": 14,
    "formerAfterDays": 730,
}


async def test_a_product_is_made_and_changed_by_its_key(world: World) -> None:
    await world.tell("saveProduct", PRODUCT, key="helmet", name="Helmet")
    made = await world.tell("saveProduct", PRODUCT, key="bike", name="Bike", family="Bikes", goesWith=["helmet"])
    assert (made["version"], made["family"], made["goesWith"]) == (1, "Bikes", [{"key": "helmet"}])
    same = await world.tell("saveProduct", PRODUCT, key="bike", name="Bike")
    assert same == made
    changed = await world.tell("saveProduct", PRODUCT, key="bike", expectedVersion=1, name="Road bike", family=None, goesWith=None)
    assert changed == made | {"version": 2, "name": "Road bike", "family": None, "goesWith": []}
    body = await world.ask("{ products { key } }")
    assert body["data"]["products"] == [{"key": "helmet"}, {"key": "bike"}]
    assert [one["fields"] for one in await changes(world)][-1] == ["name", "family", "goesWith"]


async def test_what_a_product_goes_with_exists_and_is_another(world: World) -> None:
    refused = await world.tell("saveProduct", PRODUCT, key="bike", name="Bike", goesWith=["bike", "nothing"])
    assert refused["issues"] == [
        {"path": ["goesWith", "0"], "code": "CONTRADICTION"},
        {"path": ["goesWith", "1"], "code": "UNKNOWN_KEY"},
    ]
    assert await changes(world) == []


async def test_one_key_or_subject_at_once_makes_one(world: World) -> None:
    products = await asyncio.gather(*(world.tell("saveProduct", PRODUCT, key="k", name="Same") for _ in range(8)))
    members = await asyncio.gather(*(world.tell("saveTeamMember", MEMBER, subject="s", name="Same", permission="EDITOR") for _ in range(8)))
    assert len({one["id"] for one in products}) == len({one["id"] for one in members}) == 1
    assert [(one["seq"], one["entityType"]) for one in await changes(world)] == [(1, "Product"), (2, "TeamMember")]


async def test_of_those_who_expect_none_one_makes_it(world: World) -> None:
    told = await asyncio.gather(*(world.tell("saveProduct", PRODUCT, key="k", expectedVersion=0, name=f"Product {n}") for n in range(8)))
    assert sorted(one["__typename"] for one in told) == ["Conflict"] * 7 + ["Product"]
    assert {one["currentVersion"] for one in told if one["__typename"] == "Conflict"} == {1}
    assert len(await changes(world)) == 1


async def test_the_same_idempotency_key_works_once(world: World) -> None:
    keys = {"idempotencyKey": "k", "key": "bike"}
    first = await world.tell("saveProduct", PRODUCT, **keys, name="Bike")
    await world.tell("saveProduct", PRODUCT, key="bike", name="Road bike")
    again = await world.tell("saveProduct", PRODUCT, **keys, name="Bike")
    assert (again["id"], again["name"]) == (first["id"], "Road bike")
    other = await world.tell("saveProduct", PRODUCT, **keys, name="Other")
    assert other["reason"] == "IDEMPOTENCY_KEY_REUSED"


async def test_permission_and_activity_apply_at_once(world: World) -> None:
    colleague = {"subject": f"colleague@{world.workspace}", "name": "Ola", "email": "ola@example.com"}
    made = await world.tell("saveTeamMember", MEMBER, **colleague, permission="MANAGER")
    assert (made["version"], made["isActive"]) == (1, True)
    product = 'mutation { saveProduct(input: {key: "k", name: "K"}) { __typename } }'
    assert await typename(world, product) == "Product"
    await world.tell("saveTeamMember", MEMBER, **colleague, permission="EDITOR")
    assert await typename(world, product) == "Forbidden"
    gone = await world.tell("saveTeamMember", MEMBER, **colleague, permission="EDITOR", isActive=False)
    assert (gone["version"], gone["isActive"]) == (3, False)
    body = await world.ask(product, as_="colleague")
    assert body["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.parametrize(
    ("loss", "path"), [({"permission": "MANAGER"}, "permission"), ({"permission": "ADMIN", "isActive": False}, "isActive")]
)
async def test_the_last_administrator_stays(world: World, loss: dict[str, Any], path: str) -> None:
    refused = await world.tell("saveTeamMember", MEMBER, subject=f"admin@{world.workspace}", name="A", **loss)
    assert refused["issues"] == [{"path": [path], "code": "WRONG_STATE"}]
    assert await changes(world) == []


async def test_two_administrators_can_not_remove_each_other_at_once(world: World) -> None:
    one, other = f"admin@{world.workspace}", f"second@{world.workspace}"
    await world.tell("saveTeamMember", MEMBER, subject=other, name="Second", permission="ADMIN")
    told = await asyncio.gather(
        *(world.tell("saveTeamMember", MEMBER, subject=subject, name="Demoted", permission="VIEWER") for subject in (one, other))
    )
    assert sorted(answer["__typename"] for answer in told) == ["InvalidInput", "TeamMember"]
    assert len(await changes(world)) == 2


async def test_a_team_member_needs_a_name_and_an_activity(world: World) -> None:
    refused = await world.tell("saveTeamMember", MEMBER, subject="s", name=" ", permission="VIEWER", isActive=None)
    assert refused["issues"] == [{"path": ["isActive"], "code": "REQUIRED"}, {"path": ["name"], "code": "REQUIRED"}]


async def test_settings_begin_with_defaults_and_go_back_to_them(world: World) -> None:
    assert await settings(world) == DEFAULTS
    changed = await world.tell("updateWorkspace", WORKSPACE, expectedVersion=1, settings={"coldDays": 45, "keyPlayerFrom": 10})
    assert (changed["version"], changed["settings"]) == (2, {"engagedDays": 90, "coldDays": 45, "keyPlayerFrom": 10})
    await world.tell("updateWorkspace", WORKSPACE, settings={"coldDays": None})
    assert await settings(world) == DEFAULTS | {"keyPlayerFrom": 10}
    await world.tell("updateWorkspace", WORKSPACE, settings=None)
    assert await settings(world) == DEFAULTS
    assert [one["fields"] for one in await changes(world)] == [
        ["settings.coldDays", "settings.keyPlayerFrom"],
        ["settings.coldDays"],
        ["settings.keyPlayerFrom"],
    ]


async def test_settings_have_ranges(world: World) -> None:
    refused = await world.tell("updateWorkspace", WORKSPACE, settings={"keyPlayerFrom": 11, "engagedDays": 0, "assumedStrength": 6})
    assert refused["issues"] == [
        {"path": ["settings", name], "code": "OUT_OF_RANGE"} for name in ("assumedStrength", "engagedDays", "keyPlayerFrom")
    ]
    assert await settings(world) == DEFAULTS


async def test_a_workspace_changes_what_is_named(world: World) -> None:
    changed = await world.tell("updateWorkspace", WORKSPACE, name="Ours", timeZone="Europe/Warsaw", defaultSalesProcess=None)
    assert (changed["name"], changed["timeZone"], changed["version"]) == ("Ours", "Europe/Warsaw", 2)
    body = await world.ask("{ viewer { workspace { defaultSalesProcess { key } } } }")
    assert body["data"]["viewer"]["workspace"]["defaultSalesProcess"] is None
    late = await world.tell("updateWorkspace", WORKSPACE, expectedVersion=1, name="Theirs")
    assert (late["reason"], late["currentVersion"], late["currentEntity"]["__typename"]) == ("STALE_VERSION", 2, "Workspace")


async def test_what_a_workspace_can_not_take(world: World) -> None:
    refused = await world.tell("updateWorkspace", WORKSPACE, name=None, timeZone="Mars/Base", currency="euro", defaultLocale="e n")
    assert [(one["path"], one["code"]) for one in refused["issues"]] == [
        (["currency"], "BAD_VALUE"),
        (["defaultLocale"], "BAD_VALUE"),
        (["name"], "REQUIRED"),
        (["timeZone"], "BAD_VALUE"),
    ]
    unknown = await world.tell("updateWorkspace", WORKSPACE, defaultBuyingProcess="none", defaultSalesProcess="none")
    assert [(one["path"], one["code"]) for one in unknown["issues"]] == [
        (["defaultBuyingProcess"], "UNKNOWN_KEY"),
        (["defaultSalesProcess"], "UNKNOWN_KEY"),
    ]


async def test_a_workspace_sees_only_its_own_products_and_team(world: World, stranger: World) -> None:
    await world.tell("saveProduct", PRODUCT, key="bike", name="Bike")
    theirs = await stranger.tell("saveProduct", PRODUCT, key="helmet", name="Helmet", goesWith=["bike"])
    assert theirs["issues"] == [{"path": ["goesWith", "0"], "code": "UNKNOWN_KEY"}]
    body = await stranger.ask("{ products { key } }")
    assert body["data"]["products"] == []


async def settings(world: World) -> dict[str, int]:
    body = await world.ask(f"{{ viewer {{ workspace {{ settings {{ {' '.join(DEFAULTS)} }} }} }} }}")
    return body["data"]["viewer"]["workspace"]["settings"]  # type: ignore[no-any-return]


async def typename(world: World, mutation: str) -> str:
    body = await world.ask(mutation, as_="colleague")
    return body["data"]["saveProduct"]["__typename"]  # type: ignore[no-any-return]


async def changes(world: World, as_: str = "admin") -> list[dict[str, Any]]:
    body = await world.ask("{ changes { edges { node { seq entityType fields { field } } } } }", as_=as_)
    found = [edge["node"] for edge in body["data"]["changes"]["edges"]]
    return [one | {"fields": [each["field"] for each in one["fields"]]} for one in found]
