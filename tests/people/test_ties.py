"""Groups, relationships and acquaintances: what holds, what bars what, also under concurrent writers."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

from schema.node import parted
from service import relationships
from service.outcomes import Done, InvalidInput, IssueCode
from service.stamp import Clock
from tests.conftest import World
from tests.people.test_people import PERSON, account, actions, day

GROUP = "__typename ... on Group { id version name groupKind people { totalCount nodes { name } } }"
TIE = "__typename ... on Relationship { id version relationshipKind strength certainty since until from { name } to { name } }"
ACQUAINTANCE = "__typename ... on Acquaintance { id version level wantedLevel note since until person { name } teamMember { id } }"
TIES = (
    "query($id: ID!, $kinds: [RelationshipKind!], $direction: Direction) { person(id: $id) { "
    "relationships(kinds: $kinds, direction: $direction) { totalCount nodes { relationshipKind from { name } to { name } } } } }"
)


async def people(world: World, names: str) -> list[str]:
    return [str((await world.tell("createPerson", PERSON, name=name))["id"]) for name in names]


async def test_people_come_to_a_group_and_go(world: World) -> None:
    mill = await account(world)
    a, b, c = await people(world, "ABC")
    made = await world.tell("createGroup", GROUP, accountId=mill, name="Board", kind="BOARD", personIds=[b, a, a], since=day(9))
    assert (made["groupKind"], made["people"]) == ("BOARD", {"totalCount": 2, "nodes": [{"name": "A"}, {"name": "B"}]})
    early = await world.tell("updateGroup", GROUP, id=made["id"], removePersonIds=[a], on=day(10))
    assert early["issues"] == [{"path": ["on"], "code": "OUT_OF_ORDER"}]
    late = await world.tell("updateGroup", GROUP, id=made["id"], addPersonIds=[c], on=day(-1))
    assert late["issues"] == [{"path": ["on"], "code": "IN_FUTURE"}]
    torn = await world.tell("updateGroup", GROUP, id=made["id"], addPersonIds=[c], removePersonIds=[c])
    assert torn["issues"] == [{"path": ["removePersonIds"], "code": "CONTRADICTION"}]
    changed = await world.tell("updateGroup", GROUP, id=made["id"], expectedVersion=1, addPersonIds=[b, c], removePersonIds=[a])
    assert (changed["version"], changed["people"]["nodes"]) == (2, [{"name": "B"}, {"name": "C"}])
    unchanged = await world.tell("updateGroup", GROUP, id=made["id"], addPersonIds=[b], removePersonIds=[a], kind="BOARD")
    assert unchanged["version"] == 2
    back = await world.tell("updateGroup", GROUP, id=made["id"], addPersonIds=[a], kind=None)
    assert (back["version"], back["groupKind"], back["people"]["totalCount"]) == (3, None, 3)
    query = (
        "query($id: ID!, $mill: ID!) { person(id: $id) { groups { totalCount nodes { name account { name } } } } "
        "account(id: $mill) { groups { totalCount nodes { name } } } }"
    )
    body = await world.ask(query, {"id": a, "mill": mill})
    assert body["data"] == {
        "person": {"groups": {"totalCount": 1, "nodes": [{"name": "Board", "account": {"name": "Mill"}}]}},
        "account": {"groups": {"totalCount": 1, "nodes": [{"name": "Board"}]}},
    }
    assert [one[1:] for one in (await actions(world))[4:]] == [("CREATED", "Group"), ("UPDATED", "Group"), ("UPDATED", "Group")]


async def test_a_person_joins_a_group_once_under_concurrent_writers(world: World) -> None:
    mill = await account(world)
    (a,) = await people(world, "A")
    group = (await world.tell("createGroup", GROUP, accountId=mill, name="Team"))["id"]
    told = await asyncio.gather(*(world.tell("updateGroup", GROUP, id=group, addPersonIds=[a]) for _ in range(6)))
    assert {(one["version"], one["people"]["totalCount"]) for one in told} == {(2, 1)}
    assert len(await actions(world)) == 4


async def test_a_tie_and_its_end(world: World) -> None:
    a, b, c = await people(world, "ABC")
    made = await world.tell("relatePeople", TIE, kind="KNOWS", fromId=a, toId=b, strength=4, since=day(7))
    assert (made["certainty"], made["from"], made["to"], made["version"]) == ("ASSUMED", {"name": "A"}, {"name": "B"}, 1)
    unsure = await world.tell("relatePeople", TIE, kind="INFLUENCES", fromId=c, toId=a, certainty=None)
    assert unsure["issues"] == [{"path": ["certainty"], "code": "REQUIRED"}]
    assert (await world.tell("relatePeople", TIE, kind="INFLUENCES", fromId=c, toId=a))["certainty"] == "ASSUMED"
    for kinds, direction, found in (
        (None, "BOTH", [("KNOWS", "A", "B"), ("INFLUENCES", "C", "A")]),
        (None, "OUT", [("KNOWS", "A", "B")]),
        (None, "IN", [("INFLUENCES", "C", "A")]),
        (["KNOWS", "REPORTS_TO"], "BOTH", [("KNOWS", "A", "B")]),
        ([], "BOTH", []),
    ):
        body = await world.ask(TIES, {"id": a, "kinds": kinds, "direction": direction})
        ties = body["data"]["person"]["relationships"]
        assert [(one["relationshipKind"], one["from"]["name"], one["to"]["name"]) for one in ties["nodes"]] == found
        assert ties["totalCount"] == len(found)
    for given, code in (
        ({"until": day(8)}, "OUT_OF_ORDER"),
        ({"until": day(-1)}, "IN_FUTURE"),
        ({"strength": 6}, "OUT_OF_RANGE"),
        ({"certainty": None}, "REQUIRED"),
    ):
        assert (await world.tell("updateRelationship", TIE, id=made["id"], **given))["issues"][0]["code"] == code
    ended = await world.tell("updateRelationship", TIE, id=made["id"], expectedVersion=1, until=day(7), certainty="CONFIRMED")
    assert (ended["version"], ended["until"], ended["certainty"]) == (2, day(7), "CONFIRMED")
    body = await world.ask(TIES, {"id": b, "direction": "BOTH"})
    assert body["data"]["person"]["relationships"] == {"totalCount": 0, "nodes": []}
    stale = await world.tell("updateRelationship", TIE, id=made["id"], expectedVersion=1, strength=1)
    assert (stale["reason"], stale["currentVersion"], stale["currentEntity"]["id"]) == ("STALE_VERSION", 2, made["id"])
    assert [one[1] for one in await actions(world)] == ["CREATED"] * 5 + ["ENDED"]


async def test_what_ties_are_refused(world: World) -> None:
    a, b, c = await people(world, "ABC")
    first = await world.tell("relatePeople", TIE, kind="CONFLICTS_WITH", fromId=a, toId=b)
    for given, code in (
        ({"fromId": a, "toId": a}, "SELF_TIE"),
        ({"fromId": a, "toId": c, "strength": 0}, "OUT_OF_RANGE"),
        ({"fromId": a, "toId": c, "note": "x" * 20_001}, "TOO_LONG"),
        ({"fromId": a, "toId": c, "since": day(-1)}, "IN_FUTURE"),
    ):
        assert (await world.tell("relatePeople", TIE, kind="KNOWS", **given))["issues"][0]["code"] == code
    for ends in ({"fromId": a, "toId": b}, {"fromId": b, "toId": a}):
        twice = await world.tell("relatePeople", TIE, kind="CONFLICTS_WITH", **ends)
        assert (twice["reason"], twice["currentEntity"]["id"], twice["currentVersion"]) == ("ALREADY_EXISTS", first["id"], 1)
    manager = await world.tell("relatePeople", TIE, kind="REPORTS_TO", fromId=a, toId=b)
    other = await world.tell("relatePeople", TIE, kind="REPORTS_TO", fromId=a, toId=c)
    assert (other["reason"], other["currentEntity"]["id"]) == ("ALREADY_EXISTS", manager["id"])
    await world.tell("relatePeople", TIE, kind="REPORTS_TO", fromId=b, toId=c)
    circle = await world.tell("relatePeople", TIE, kind="REPORTS_TO", fromId=c, toId=a)
    assert circle["issues"] == [{"path": ["toId"], "code": "CYCLE"}]
    await world.tell("updateRelationship", TIE, id=manager["id"], until=day(0))
    assert (await world.tell("relatePeople", TIE, kind="REPORTS_TO", fromId=c, toId=a))["__typename"] == "Relationship"
    reopened = await world.tell("updateRelationship", TIE, id=manager["id"], until=None)
    assert reopened["issues"][0]["code"] == "CYCLE"


async def test_no_circle_of_reporting_under_concurrent_writers(world: World) -> None:
    a, b, c = await people(world, "ABC")
    told = await asyncio.gather(
        *(world.tell("relatePeople", TIE, kind="REPORTS_TO", fromId=x, toId=y) for x, y in ((a, b), (b, c), (c, a)))
    )
    assert sorted(one["__typename"] for one in told) == ["InvalidInput", "Relationship", "Relationship"]
    assert next(one for one in told if "issues" in one)["issues"] == [{"path": ["toId"], "code": "CYCLE"}]
    assert [seq for seq, _, _ in await actions(world)] == [1, 2, 3, 4, 5]


async def test_a_tie_stands_once_under_concurrent_writers(world: World) -> None:
    a, b = await people(world, "AB")
    told = await asyncio.gather(
        *(world.tell("relatePeople", TIE, kind="CONFLICTS_WITH", fromId=x, toId=y) for x, y in ((a, b), (b, a)) * 4)
    )
    assert sorted(one["__typename"] for one in told) == ["Conflict"] * 7 + ["Relationship"]
    standing = next(one["id"] for one in told if one["__typename"] == "Relationship")
    assert {(one["reason"], one["currentEntity"]["id"]) for one in told if one["__typename"] == "Conflict"} == {
        ("ALREADY_EXISTS", standing)
    }
    assert await actions(world) == [(1, "CREATED", "Person"), (2, "CREATED", "Person"), (3, "CREATED", "Relationship")]


async def me(world: World) -> str:
    return str((await world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"])


async def test_an_acquaintance_is_made_changed_and_ended(world: World) -> None:
    (a,) = await people(world, "A")
    ours = {"personId": a, "teamMemberId": await me(world)}
    made = await world.tell("setAcquaintance", ACQUAINTANCE, **ours, level=2, wantedLevel=4, since=day(5))
    assert (made["version"], made["level"], made["wantedLevel"], made["person"]) == (1, 2, 4, {"name": "A"})
    changed = await world.tell("setAcquaintance", ACQUAINTANCE, **ours, expectedVersion=1, level=3, wantedLevel=None)
    assert (changed["id"], changed["version"], changed["level"], changed["wantedLevel"]) == (made["id"], 2, 3, None)
    for given, code in (
        ({"level": 6}, "OUT_OF_RANGE"),
        ({"level": 3, "wantedLevel": 0}, "OUT_OF_RANGE"),
        ({"level": 3, "until": day(6)}, "OUT_OF_ORDER"),
    ):
        assert (await world.tell("setAcquaintance", ACQUAINTANCE, **ours, **given))["issues"][0]["code"] == code
    stale = await world.tell("setAcquaintance", ACQUAINTANCE, **ours, expectedVersion=1, level=5)
    assert (stale["reason"], stale["currentVersion"], stale["currentEntity"]["id"]) == ("STALE_VERSION", 2, made["id"])
    query = "query($id: ID!) { person(id: $id) { acquaintances { level teamMember { id } } } }"
    body = await world.ask(query, {"id": a})
    assert body["data"]["person"]["acquaintances"] == [{"level": 3, "teamMember": {"id": ours["teamMemberId"]}}]
    ended = await world.tell("setAcquaintance", ACQUAINTANCE, **ours, level=3, until=day(0))
    assert (ended["id"], ended["until"]) == (made["id"], day(0))
    assert (await world.ask(query, {"id": a}))["data"]["person"]["acquaintances"] == []
    twice = await world.tell("setAcquaintance", ACQUAINTANCE, **ours, level=3, until=day(0))
    assert twice["issues"] == [{"path": ["since"], "code": "REQUIRED"}]
    past = [await world.tell("setAcquaintance", ACQUAINTANCE, **ours, level=3, since=day(5), until=day(0)) for _ in range(2)]
    assert [(one["id"], one["version"]) for one in past] == [(made["id"], ended["version"])] * 2, "it is found again by its beginning"
    assert [one[1] for one in await actions(world)] == ["CREATED", "CREATED", "UPDATED", "ENDED"]
    before = [await world.tell("setAcquaintance", ACQUAINTANCE, **ours, level=1, since=day(9), until=day(7)) for _ in range(2)]
    assert before[0]["id"] == before[1]["id"] != made["id"]
    assert (await world.tell("setAcquaintance", ACQUAINTANCE, **ours, level=1, since=day(9), until=day(8)))["version"] == 2
    assert [one[1] for one in await actions(world)][4:] == ["CREATED", "UPDATED"]


async def test_an_acquaintance_stands_once_under_concurrent_writers(world: World) -> None:
    (a,) = await people(world, "A")
    ours = {"personId": a, "teamMemberId": await me(world)}
    told = await asyncio.gather(*(world.tell("setAcquaintance", ACQUAINTANCE, **ours, level=2) for _ in range(6)))
    assert {(one["version"], one["level"]) for one in told} == {(1, 2)}
    assert len({one["id"] for one in told}) == 1
    assert len(await actions(world)) == 2


async def test_a_stranger_neither_sees_nor_ties(world: World, stranger: World) -> None:
    mill = await account(world)
    a, b = await people(world, "AB")
    x, y = await people(stranger, "XY")
    tie = (await world.tell("relatePeople", TIE, kind="KNOWS", fromId=a, toId=b))["id"]
    group = (await world.tell("createGroup", GROUP, accountId=mill, name="Team"))["id"]
    acquaintance = (await world.tell("setAcquaintance", ACQUAINTANCE, personId=a, teamMemberId=await me(world), level=1))["id"]
    body = await stranger.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": [tie, group, acquaintance]})
    assert body == {"data": {"nodes": [None, None, None]}}
    theirs = (await stranger.tell("createGroup", GROUP, accountId=await account(stranger), name="Theirs", personIds=[x]))["id"]
    for told, argument in (
        (await stranger.tell("relatePeople", TIE, kind="KNOWS", fromId=x, toId=a), "toId"),
        (await stranger.tell("relatePeople", TIE, kind="REPORTS_TO", fromId=a, toId=y), "fromId"),
        (await stranger.tell("updateRelationship", TIE, id=tie, strength=1), "id"),
        (await stranger.tell("createGroup", GROUP, accountId=mill, name="X"), "accountId"),
        (await stranger.tell("updateGroup", GROUP, id=group, name="X"), "id"),
        (await stranger.tell("updateGroup", GROUP, id=theirs, addPersonIds=[a]), "addPersonIds"),
        (await stranger.tell("updateGroup", GROUP, id=theirs, removePersonIds=[a]), "removePersonIds"),
        (await stranger.tell("setAcquaintance", ACQUAINTANCE, personId=a, teamMemberId=await me(stranger), level=1), "personId"),
        (await stranger.tell("setAcquaintance", ACQUAINTANCE, personId=x, teamMemberId=await me(world), level=1), "teamMemberId"),
    ):
        assert (told["__typename"], told["argument"]) == ("NotFound", [argument])


async def test_today_is_the_day_in_the_workspace_s_time_zone(world: World) -> None:
    a, b = [parted(one)[1] for one in await people(world, "AB")]
    noon = Clock(now=lambda: datetime(2026, 3, 1, 12, tzinfo=UTC))
    given = {"kind": "KNOWS", "from_id": a, "to_id": b, "since": date(2026, 3, 2)}
    refused = await relationships.relate(replace(world.caller, clock=noon), given)
    assert isinstance(refused, InvalidInput)
    assert [(one.path, one.code) for one in refused.issues] == [(("since",), IssueCode.IN_FUTURE)]
    east = replace(world.caller.viewer, time_zone="Pacific/Kiritimati")
    assert isinstance(await relationships.relate(replace(world.caller, clock=noon, viewer=east), given), Done)
