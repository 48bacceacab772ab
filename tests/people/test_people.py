"""People and their posts through the API: entering, changing, the primary post, an account's people, what strangers see."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.conftest import World

PERSON = "__typename ... on Person { id version name title employer { name } employments { id title isPrimary since } }"
EMPLOYMENT = "__typename ... on Employment { id version title isPrimary since until }"
ACCOUNT = "__typename ... on Account { id }"


def day(back: int) -> str:
    """The day so many days before today, in UTC, which is the time zone of the tests' workspaces."""
    return (datetime.now(UTC).date() - timedelta(days=back)).isoformat()


async def account(world: World, name: str = "Mill") -> str:
    return str((await world.tell("createAccount", ACCOUNT, name=name))["id"])


async def actions(world: World) -> list[tuple[int, str, str]]:
    """Number, action and kind of every Change."""
    body = await world.ask("{ changes(first: 100) { nodes { seq action entityType } } }")
    return [(one["seq"], one["action"], one["entityType"]) for one in body["data"]["changes"]["nodes"]]


async def test_a_person_with_a_post(world: World) -> None:
    mill = await account(world)
    post = {
        "accountId": mill,
        "title": "CFO",
        "department": "Finance",
        "seniority": "EXECUTIVE",
        "usualRoles": ["APPROVER"],
        "since": day(9),
    }
    made = await world.tell("createPerson", PERSON, name="Ada Żak", email="ada@mill.example", employment=post, tags=["x", "x"])
    assert (made["version"], made["title"], made["employer"]) == (1, "CFO", {"name": "Mill"})
    query = (
        "query($id: ID!) { person(id: $id) { name email phone preferences notes tags isPlaceholder isErased department seniority "
        "externalRefs { key } employments { title usualRoles since until isPrimary person { name } account { name } } } }"
    )
    body = await world.ask(query, {"id": made["id"]})
    assert body["data"]["person"] == {
        "name": "Ada Żak",
        "email": "ada@mill.example",
        "phone": None,
        "preferences": [],
        "notes": None,
        "tags": ["x"],
        "isPlaceholder": False,
        "isErased": False,
        "department": "Finance",
        "seniority": "EXECUTIVE",
        "externalRefs": [],
        "employments": [
            {
                "title": "CFO",
                "usualRoles": ["APPROVER"],
                "since": day(9),
                "until": None,
                "isPrimary": True,
                "person": {"name": "Ada Żak"},
                "account": {"name": "Mill"},
            }
        ],
    }
    assert await actions(world) == [(1, "CREATED", "Account"), (2, "CREATED", "Person"), (3, "CREATED", "Employment")]


async def test_naming_a_placeholder(world: World) -> None:
    made = await world.tell("createPerson", PERSON, name="The CFO", isPlaceholder=True)
    changed = await world.tell("updatePerson", PERSON, id=made["id"], expectedVersion=1, name="Ewa", isPlaceholder=False, notes="n")
    assert (changed["id"], changed["version"], changed["name"]) == (made["id"], 2, "Ewa")
    same = await world.tell("updatePerson", PERSON, id=made["id"], name="Ewa")
    assert same["version"] == 2
    stale = await world.tell("updatePerson", PERSON, id=made["id"], expectedVersion=1, name="Eva")
    assert (stale["reason"], stale["currentVersion"], stale["currentEntity"]["id"]) == ("STALE_VERSION", 2, made["id"])
    assert await actions(world) == [(1, "CREATED", "Person"), (2, "UPDATED", "Person")]


async def test_what_is_wrong_with_a_person_is_told_at_once(world: World) -> None:
    mill = await account(world)
    post = {"accountId": mill, "title": "x" * 301}
    refused = await world.tell("createPerson", PERSON, name=" ", notes="x" * 20_001, tags=["t"] * 51, employment=post)
    assert [(one["path"], one["code"]) for one in refused["issues"]] == [
        (["name"], "REQUIRED"),
        (["notes"], "TOO_LONG"),
        (["tags"], "TOO_MANY"),
        (["employment", "title"], "TOO_LONG"),
    ]
    cleared = await world.tell("updatePerson", PERSON, id=(await world.tell("createPerson", PERSON, name="A"))["id"], name=None)
    assert cleared["issues"] == [{"path": ["name"], "code": "REQUIRED"}]


async def test_days_of_a_post(world: World) -> None:
    mill = await account(world)
    for since, until, issues in (
        (day(-1), None, [(["employment", "since"], "IN_FUTURE")]),
        (None, day(-1), [(["employment", "until"], "IN_FUTURE")]),
        (day(3), day(4), [(["employment", "until"], "OUT_OF_ORDER")]),
    ):
        told = await world.tell("createPerson", PERSON, name="A", employment={"accountId": mill, "since": since, "until": until})
        assert [(one["path"], one["code"]) for one in told["issues"]] == issues
    person = await world.tell("createPerson", PERSON, name="A", employment={"accountId": mill, "since": day(5)})
    post = person["employments"][0]["id"]
    assert (await world.tell("updateEmployment", EMPLOYMENT, id=post, until=day(6)))["issues"][0]["code"] == "OUT_OF_ORDER"
    taken_back = await world.tell("updateEmployment", EMPLOYMENT, id=post, until=day(5))
    assert (taken_back["version"], taken_back["until"]) == (2, day(5))
    query = "query($id: ID!, $asOf: DateTime) { person(id: $id) { employer { name } employments(asOf: $asOf) { id } } }"
    for back in (0, 4, 5, 6):
        body = await world.ask(query, {"id": person["id"], "asOf": f"{day(back)}T00:00:00Z"})
        assert body["data"]["person"] == {"employer": None, "employments": []}
    assert (await actions(world))[-1][1:] == ("ENDED", "Employment")


async def test_a_post_holds_up_to_its_last_day(world: World) -> None:
    mill = await account(world)
    person = await world.tell("createPerson", PERSON, name="A", employment={"accountId": mill, "title": "T", "since": day(5)})
    await world.tell("updateEmployment", EMPLOYMENT, id=person["employments"][0]["id"], until=day(2))
    query = (
        "query($id: ID!, $mill: ID!, $asOf: DateTime) { person(id: $id) { employments(asOf: $asOf) { title } } "
        "account(id: $mill) { people(asOf: $asOf) { totalCount edges { node { name } employments { title } } } } }"
    )
    for back, holds in ((6, False), (5, True), (3, True), (2, False)):
        body = await world.ask(query, {"id": person["id"], "mill": mill, "asOf": f"{day(back)}T12:00:00Z" if back else None})
        assert body["data"] == {
            "person": {"employments": [{"title": "T"}] if holds else []},
            "account": {
                "people": {"totalCount": int(holds), "edges": [{"node": {"name": "A"}, "employments": [{"title": "T"}]}] if holds else []}
            },
        }
    later = await world.ask(query, {"id": person["id"], "mill": mill, "asOf": f"{day(-2)}T00:00:00Z"})
    assert {one["extensions"]["code"] for one in later["errors"]} == {"AS_OF_IN_FUTURE"}


async def test_a_post_takes_the_primary_place_over(world: World) -> None:
    mill, shop = await account(world), await account(world, "Shop")
    person = await world.tell("createPerson", PERSON, name="A", employment={"accountId": mill, "title": "One"})
    second = await world.tell("addEmployment", EMPLOYMENT, personId=person["id"], employment={"accountId": shop, "title": "Two"})
    assert second["isPrimary"] is False
    third = await world.tell(
        "addEmployment", EMPLOYMENT, personId=person["id"], employment={"accountId": shop, "title": "Three", "isPrimary": True}
    )
    assert third["isPrimary"] is True
    assert await posts(world, person["id"]) == {("One", False), ("Two", False), ("Three", True)}
    await world.tell("updateEmployment", EMPLOYMENT, id=second["id"], isPrimary=True)
    assert await posts(world, person["id"]) == {("One", False), ("Two", True), ("Three", False)}
    await world.tell("updateEmployment", EMPLOYMENT, id=second["id"], until=day(0))
    assert await posts(world, person["id"]) == {("One", False), ("Three", False)}
    await world.tell("updateEmployment", EMPLOYMENT, id=third["id"], isPrimary=True)
    again = await world.tell("updateEmployment", EMPLOYMENT, id=second["id"], until=None)
    assert again["isPrimary"] is False
    assert await posts(world, person["id"]) == {("One", False), ("Two", False), ("Three", True)}
    assert [one[1:] for one in (await actions(world))[2:]] == [
        ("CREATED", "Person"),
        ("CREATED", "Employment"),
        ("CREATED", "Employment"),
        ("UPDATED", "Employment"),
        ("CREATED", "Employment"),
        ("UPDATED", "Employment"),
        ("UPDATED", "Employment"),
        ("ENDED", "Employment"),
        ("UPDATED", "Employment"),
        ("UPDATED", "Employment"),
    ]


async def posts(world: World, person: str) -> set[tuple[str, bool]]:
    body = await world.ask("query($id: ID!) { person(id: $id) { employments { title isPrimary } } }", {"id": person})
    return {(one["title"], one["isPrimary"]) for one in body["data"]["person"]["employments"]}


async def test_one_primary_post_under_concurrent_writers(world: World) -> None:
    mill = await account(world)
    person = await world.tell("createPerson", PERSON, name="A")
    told = await asyncio.gather(
        *(
            world.tell(
                "addEmployment", EMPLOYMENT, personId=person["id"], employment={"accountId": mill, "title": f"{n}", "isPrimary": True}
            )
            for n in range(8)
        )
    )
    assert [one["__typename"] for one in told] == ["Employment"] * 8
    standing = await posts(world, person["id"])
    assert (len(standing), sum(primary for _, primary in standing)) == (8, 1)
    changes = await actions(world)
    assert [seq for seq, _, _ in changes] == list(range(1, 18))  # the account, the person, eight posts, seven that gave way
    assert sum(action == "UPDATED" for _, action, _ in changes) == 7


async def test_the_people_of_an_account(world: World) -> None:
    mill = await account(world)
    for name in ("c", "Ä", "b"):
        await world.tell("createPerson", PERSON, name=name, employment={"accountId": mill, "title": name})
    twice = await world.tell("createPerson", PERSON, name="d", employment={"accountId": mill, "title": "d1"})
    await world.tell("addEmployment", EMPLOYMENT, personId=twice["id"], employment={"accountId": mill, "title": "d2"})
    await world.tell("createPerson", PERSON, name="outside")
    query = (
        "query($mill: ID!, $order: [PersonOrder!], $after: String) { account(id: $mill) { people(orderBy: $order, first: 3, after: $after) "
        "{ totalCount nodes { name } edges { cursor node { name } employments { title } } pageInfo { hasNextPage endCursor } } } }"
    )
    for order, names in (
        (None, ["Ä", "b", "c", "d"]),
        ([{"by": "NAME", "direction": "DESC"}], ["d", "c", "b", "Ä"]),
        ([{"by": "CREATED_AT"}], ["c", "Ä", "b", "d"]),
        ([{"by": "UPDATED_AT", "direction": "DESC"}], ["d", "b", "Ä", "c"]),
    ):
        first = (await world.ask(query, {"mill": mill, "order": order}))["data"]["account"]["people"]
        assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (4, True)
        rest = await world.ask(query, {"mill": mill, "order": order, "after": first["pageInfo"]["endCursor"]})
        last = rest["data"]["account"]["people"]
        assert [one["name"] for one in first["nodes"] + last["nodes"]] == names
        titles = {one["node"]["name"]: [post["title"] for post in one["employments"]] for one in first["edges"] + last["edges"]}
        assert titles == {"Ä": ["Ä"], "b": ["b"], "c": ["c"], "d": ["d1", "d2"]}


async def test_all_people_both_ways(world: World) -> None:
    for name in ("C", "a", "B"):
        await world.tell("createPerson", PERSON, name=name)
    query = "query($order: [PersonOrder!], $last: Int) { people(orderBy: $order, last: $last) { totalCount nodes { name } } }"
    body = await world.ask(query, {"order": [{"by": "NAME"}], "last": 2})
    assert body["data"]["people"] == {"totalCount": 3, "nodes": [{"name": "B"}, {"name": "C"}]}


async def test_a_stranger_neither_reads_nor_changes(world: World, stranger: World) -> None:
    mill = await account(world)
    mine = await world.tell("createPerson", PERSON, name="Mine", employment={"accountId": mill})
    theirs = await stranger.tell("createPerson", PERSON, name="Theirs")
    post = mine["employments"][0]["id"]
    query = "query($person: ID!, $post: ID!) { person(id: $person) { name } node(id: $post) { id } people { totalCount } }"
    body = await stranger.ask(query, {"person": mine["id"], "post": post})
    assert body == {"data": {"person": None, "node": None, "people": {"totalCount": 1}}}
    nowhere: list[tuple[dict[str, Any], list[str]]] = [
        (await stranger.tell("updatePerson", PERSON, id=mine["id"], name="X"), ["id"]),
        (await stranger.tell("updateEmployment", EMPLOYMENT, id=post, title="X"), ["id"]),
        (await stranger.tell("addEmployment", EMPLOYMENT, personId=mine["id"], employment={"accountId": mill}), ["personId"]),
        (
            await stranger.tell("addEmployment", EMPLOYMENT, personId=theirs["id"], employment={"accountId": mill}),
            ["employment", "accountId"],
        ),
        (await stranger.tell("createPerson", PERSON, name="X", employment={"accountId": mill}), ["employment", "accountId"]),
    ]
    assert [(told["__typename"], told["argument"]) for told, _ in nowhere] == [("NotFound", argument) for _, argument in nowhere]
    assert await actions(stranger) == [(1, "CREATED", "Person")]


async def test_one_external_reference_names_one_person_or_group(world: World) -> None:
    mill, refs = await account(world), [{"system": "crm", "key": "7"}]
    told = await asyncio.gather(
        *(world.tell("createPerson", PERSON, name=f"P{n}", externalRefs=refs) for n in range(3)),
        *(world.tell("createGroup", "__typename ... on Group { id }", accountId=mill, name=f"G{n}", externalRefs=refs) for n in range(3)),
    )
    made = [one["id"] for one in told if one["__typename"] != "Conflict"]
    assert len(made) == 1
    assert [one["currentEntity"]["id"] for one in told if one["__typename"] == "Conflict"] == made * 5
    body = await world.ask('{ byExternalRef(system: "crm", key: "7") { id ... on Party { name memberships { totalCount } } } }')
    assert (body["data"]["byExternalRef"]["id"], body["data"]["byExternalRef"]["memberships"]) == (made[0], {"totalCount": 0})
    assert [seq for seq, _, _ in await actions(world)] == [1, 2]


async def test_the_same_key_adds_one_post(world: World) -> None:
    mill = await account(world)
    person = await world.tell("createPerson", PERSON, name="A")
    given = {"personId": person["id"], "employment": {"accountId": mill, "title": "T"}, "idempotencyKey": "k"}
    told = await asyncio.gather(*(world.tell("addEmployment", EMPLOYMENT, **given) for _ in range(6)))
    assert len({one["id"] for one in told}) == 1
    assert await posts(world, person["id"]) == {("T", True)}
    unsaid = await world.tell("addEmployment", EMPLOYMENT, personId=person["id"], employment={"accountId": mill, "isPrimary": None})
    assert unsaid["issues"] == [{"path": ["employment", "isPrimary"], "code": "REQUIRED"}]


async def test_changes_tell_what_became_of_a_post(world: World) -> None:
    mill = await account(world)
    person = await world.tell("createPerson", PERSON, name="Ada", employment={"accountId": mill, "title": "CFO"})
    post = person["employments"][0]["id"]
    await world.tell("updateEmployment", EMPLOYMENT, id=post, title="CEO", until=day(0))
    query = (
        "query($id: ID!, $mill: ID!) { changes(entityId: $id) { nodes { action entityVersion message fields { field before after } } } "
        "account(id: $mill) { timeline { nodes { entityType } } } }"
    )
    body = await world.ask(query, {"id": post, "mill": mill})
    created, ended = body["data"]["changes"]["nodes"]
    told = {one["field"]: one["after"] for one in created["fields"]}
    assert (told["title"], told["isPrimary"], created["action"], created["entityVersion"]) == ("CFO", True, "CREATED", 1)
    assert ended["fields"] == [
        {"field": "title", "before": "CFO", "after": "CEO"},
        {"field": "until", "before": None, "after": day(0)},
    ]
    assert (ended["action"], ended["entityVersion"]) == ("ENDED", 2)
    assert ended["message"].endswith(" ended the post of Ada at Mill.")
    timeline = [one["entityType"] for one in body["data"]["account"]["timeline"]["nodes"]]
    assert timeline == ["Employment", "Employment", "Person", "Account"]


async def test_the_primary_post_comes_first_however_old_it_is(world: World) -> None:
    mill = await account(world)
    person = await world.tell("createPerson", PERSON, name="A", employment={"accountId": mill, "title": "main", "since": day(99)})
    for title, since in (("later", day(9)), ("unknown", None), ("latest", day(1))):
        post = {"accountId": mill, "title": title, "since": since}
        await world.tell("addEmployment", EMPLOYMENT, personId=person["id"], employment=post)
    query = (
        "query($id: ID!, $mill: ID!) { person(id: $id) { employments { title } } "
        "account(id: $mill) { people { edges { employments { title } } } } }"
    )
    body = await world.ask(query, {"id": person["id"], "mill": mill})
    wanted = [{"title": title} for title in ("main", "latest", "later", "unknown")]
    assert body["data"]["person"]["employments"] == wanted
    assert body["data"]["account"]["people"]["edges"] == [{"employments": wanted}]
