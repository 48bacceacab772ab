"""Committees through the API: members, roles, judgements, copying, their rules, and writers at the same time."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.conftest import World
from tests.deals.test_deals import a_deal, an_account, the_changes

MEMBER = (
    "__typename ... on Member { id version since until stance influence access awareness favours assessedAt party { id name } "
    "roles { id version role certainty since source confirmedAt confirmedBy { id } label phases { key } } }"
)
DEAL = (
    "__typename ... on Deal { id committee { "
    " members { version stance assessedAt party { name } roles { role certainty phases { key } } } } }"
)


def day(back: int) -> str:
    return (datetime.now(UTC).date() - timedelta(days=back)).isoformat()


async def a_person(world: World, name: str = "Ada", **given: Any) -> str:
    return str((await world.tell("createPerson", "__typename ... on Person { id }", name=name, **given))["id"])


async def a_place(world: World) -> tuple[str, str]:
    """A deal and a person."""
    return await a_deal(world, await an_account(world)), await a_person(world)


async def members(world: World, deal_id: str, arguments: str = "") -> list[str]:
    document = f"query($id: ID!) {{ deal(id: $id) {{ committee {{ members{arguments} {{ party {{ name }} }} }} }} }}"
    body = await world.ask(document, {"id": deal_id})
    return [one["party"]["name"] for one in body["data"]["deal"]["committee"]["members"]]


def issues(told: Any) -> list[tuple[list[str], str]]:
    return [(one["path"], one["code"]) for one in told["issues"]]


async def test_adding_and_removing(world: World) -> None:
    deal_id, ada = await a_place(world)
    made = await world.tell("addMember", MEMBER, dealId=deal_id, partyId=ada)
    assert (made["version"], made["since"], made["until"], made["roles"]) == (1, day(0), None, [])
    again = await world.tell("addMember", MEMBER, dealId=deal_id, partyId=ada)
    assert (again["reason"], again["currentEntity"]) == ("ALREADY_EXISTS", {"__typename": "Member", "id": made["id"]})
    role = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="DECIDER")
    assert (role["id"], role["version"], [one["role"] for one in role["roles"]]) == (made["id"], 2, ["DECIDER"])
    assert issues(await world.tell("removeMember", MEMBER, id=made["id"], until=day(-1))) == [(["until"], "IN_FUTURE")]
    assert issues(await world.tell("removeMember", MEMBER, id=made["id"], until=day(1))) == [(["until"], "OUT_OF_ORDER")]
    gone = await world.tell("removeMember", MEMBER, id=made["id"], expectedVersion=2)
    assert (gone["version"], gone["until"], gone["roles"]) == (3, day(0), [])
    assert issues(await world.tell("removeMember", MEMBER, id=made["id"])) == [(["id"], "WRONG_STATE")]
    assert (await members(world, deal_id), await members(world, deal_id, "(former: true)")) == ([], ["Ada"])
    back = await world.tell("addMember", MEMBER, dealId=deal_id, partyId=ada)
    assert back["id"] != made["id"]
    assert (await the_changes(world))[3:] == [
        (4, "CREATED", "Member"),
        (5, "CREATED", "RoleAssignment"),
        (6, "ENDED", "Member"),
        (7, "ENDED", "RoleAssignment"),
        (8, "CREATED", "Member"),
    ]


async def test_a_group_is_a_member_and_memberships_tell_the_past(world: World) -> None:
    mill = await an_account(world)
    group = await world.tell("createGroup", "__typename ... on Group { id }", accountId=mill, name="Board")
    first, second = await a_deal(world, mill, "First"), await a_deal(world, mill, "Second")
    made = await world.tell("assignRole", MEMBER, dealId=first, partyId=group["id"], role="APPROVER")
    await world.tell("addMember", MEMBER, dealId=second, partyId=group["id"])
    await world.tell("removeMember", MEMBER, id=made["id"])
    fields = "... on Party { memberships(first: 1) { totalCount nodes { deal { name } until } pageInfo { endCursor } } } "
    fields += "... on Group { won: memberships(status: WON) { totalCount } open: memberships(status: OPEN) { nodes { deal { name } } } }"
    body = await world.ask(f"query($id: ID!) {{ node(id: $id) {{ {fields} }} }}", {"id": group["id"]})
    node = body["data"]["node"]
    assert node["memberships"]["nodes"] == [{"deal": {"name": "Second"}, "until": None}]
    assert (node["memberships"]["totalCount"], node["won"]["totalCount"]) == (2, 0)
    assert node["open"]["nodes"] == [{"deal": {"name": "Second"}}, {"deal": {"name": "First"}}]


async def test_roles(world: World) -> None:
    deal_id, ada = await a_place(world)
    wrong = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="BUYER", phases=["purchase-decision", "nope"])
    assert issues(wrong) == [(["phases", "1"], "UNKNOWN_KEY")]
    made = await world.tell(
        "assignRole",
        MEMBER,
        dealId=deal_id,
        partyId=ada,
        role="BUYER",
        phases=["purchase-decision"],
        since=day(3),
        source="She said so",
        certainty="CONFIRMED",
    )
    assert (made["version"], made["since"]) == (2, day(3))
    (role,) = made["roles"]
    assert {name: role[name] for name in ("version", "role", "certainty", "since", "source", "label", "phases")} == {
        "version": 1,
        "role": "BUYER",
        "certainty": "CONFIRMED",
        "since": day(3),
        "source": "She said so",
        "label": "Buyer",
        "phases": [{"key": "purchase-decision"}],
    }
    assert role["confirmedAt"]
    assert role["confirmedBy"]
    double = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="BUYER")
    assert (double["reason"], double["currentEntity"]) == ("ALREADY_EXISTS", {"__typename": "RoleAssignment", "id": role["id"]})
    changed = await world.tell("updateRole", MEMBER, id=role["id"], expectedVersion=1, certainty="ASSUMED", phases=None, source=None)
    (after,) = changed["roles"]
    assert (changed["version"], after["version"], after["certainty"], after["confirmedAt"], after["confirmedBy"]) == (
        3,
        2,
        "ASSUMED",
        None,
        None,
    )
    assert (after["phases"], after["source"]) == ([], None)
    stale = await world.tell("updateRole", MEMBER, id=role["id"], expectedVersion=1, source="x")
    assert (stale["reason"], stale["currentVersion"], stale["currentEntity"]["id"]) == ("STALE_VERSION", 2, role["id"])
    assert issues(await world.tell("updateRole", MEMBER, id=role["id"], until=day(4))) == [(["until"], "OUT_OF_ORDER")]
    ended = await world.tell("updateRole", MEMBER, id=role["id"], until=day(0))
    assert (ended["version"], ended["roles"]) == (4, [])
    twin = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="BUYER")
    reopened = await world.tell("updateRole", MEMBER, id=role["id"], until=None)
    assert (reopened["reason"], reopened["currentEntity"]["id"]) == ("ALREADY_EXISTS", twin["roles"][0]["id"])
    await world.tell("updateRole", MEMBER, id=twin["roles"][0]["id"], until=day(0))
    reopened = await world.tell("updateRole", MEMBER, id=role["id"], until=None)
    assert [one["id"] for one in reopened["roles"]] == [role["id"]]


async def test_no_role_before_its_member(world: World) -> None:
    deal_id, ada = await a_place(world)
    await world.tell("addMember", MEMBER, dealId=deal_id, partyId=ada, since=day(3))
    early = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="DECIDER", since=day(4))
    assert issues(early) == [(["since"], "OUT_OF_ORDER")]
    made = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="DECIDER", since=day(3))
    role = {"id": made["roles"][0]["id"]}
    assert issues(await world.tell("updateRole", MEMBER, **role, since=day(4))) == [(["since"], "OUT_OF_ORDER")]
    both = await world.tell("updateRole", MEMBER, **role, since=None, until=day(4))
    assert issues(both) == [(["until"], "OUT_OF_ORDER")]
    assert (await world.tell("updateRole", MEMBER, **role, since=day(2)))["roles"][0]["since"] == day(2)


async def test_who_left_is_judged_no_more_but_for_the_time_before(world: World) -> None:
    deal_id, ada = await a_place(world)
    made = await world.tell("addMember", MEMBER, dealId=deal_id, partyId=ada, since=day(9))
    await world.tell("removeMember", MEMBER, id=made["id"], until=day(5))
    for at in ({}, {"at": f"{day(5)}T00:00:00Z"}):
        told = await world.tell("assessMember", MEMBER, memberId=made["id"], stance="CHAMPION", **at)
        assert issues(told) == [(["memberId"], "WRONG_STATE")]
    within = await world.tell("assessMember", MEMBER, memberId=made["id"], stance="CHAMPION", at=f"{day(6)}T23:59:59Z")
    assert within["stance"] == "CHAMPION"


async def test_filters_of_a_committee(world: World) -> None:
    deal_id, ada = await a_place(world)
    bob = await a_person(world, "Bob")
    await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="DECIDER", phases=["purchase-decision"])
    made = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=bob, role="USER")
    await world.tell("assessMember", MEMBER, memberId=made["id"], stance="BLOCKER")
    assert await members(world, deal_id) == ["Ada", "Bob"]
    assert await members(world, deal_id, "(roles: [DECIDER, BUYER])") == ["Ada"]
    assert await members(world, deal_id, "(roles: [])") == []
    assert await members(world, deal_id, "(stances: [BLOCKER, CHAMPION])") == ["Bob"]
    assert await members(world, deal_id, '(phase: "need-recognition")') == ["Bob"]
    assert await members(world, deal_id, '(phase: "purchase-decision")') == ["Ada", "Bob"]
    assert await members(world, deal_id, '(phase: "purchase-decision", roles: [DECIDER])') == ["Ada"]
    assert await members(world, deal_id, '(phase: "nope")') == []


async def test_each_judgement_is_what_the_latest_naming_it_says(world: World) -> None:
    deal_id, ada = await a_place(world)
    made = (await world.tell("addMember", MEMBER, dealId=deal_id, partyId=ada))["id"]
    assert issues(await world.tell("assessMember", MEMBER, memberId=made, note="only a note")) == [(["stance"], "REQUIRED")]
    assert issues(await world.tell("assessMember", MEMBER, memberId=made, influence=11)) == [(["influence"], "OUT_OF_RANGE")]
    assert issues(await world.tell("assessMember", MEMBER, memberId=made, stance=None, at="2999-01-01T00:00:00Z")) == [
        (["at"], "IN_FUTURE")
    ]
    await world.tell("assessMember", MEMBER, memberId=made, stance="CHAMPION", influence=7, favours="Acme", at="2026-05-02T00:00:00Z")
    await world.tell("assessMember", MEMBER, memberId=made, stance="BLOCKER", access="DEEP", at="2026-05-01T00:00:00Z")
    last = await world.tell("assessMember", MEMBER, memberId=made, favours=None, awareness="DESIRE", note="n", at="2026-05-03T00:00:00Z")
    told = {name: last[name] for name in ("version", "stance", "influence", "access", "awareness", "favours", "assessedAt")}
    assert told == {
        "version": 4,
        "stance": "CHAMPION",
        "influence": 7,
        "access": "DEEP",
        "awareness": "DESIRE",
        "favours": None,
        "assessedAt": "2026-05-03T00:00:00.000000Z",
    }
    document = (
        "query($id: ID!) { node(id: $id) { ... on Member { assessments(first: 2) { totalCount nodes { id at named note by { id } } } } } }"
    )
    page = (await world.ask(document, {"id": made}))["data"]["node"]["assessments"]
    assert page["totalCount"] == 3
    assert [(one["at"][:10], one["named"], one["note"]) for one in page["nodes"]] == [
        ("2026-05-03", ["awareness", "favours"], "n"),
        ("2026-05-02", ["stance", "influence", "favours"], None),
    ]
    assert page["nodes"][0]["by"]
    assert (await the_changes(world))[4:] == [(n, "CREATED", "Assessment") for n in (5, 6, 7)]


async def test_copying_a_committee(world: World) -> None:
    mill = await an_account(world)
    old, new = await a_deal(world, mill, "Old"), await a_deal(world, mill, "New")
    people = {name: await a_person(world, name) for name in ("Ada", "Bob", "Cid", "Dan")}
    for name, role in [("Ada", "DECIDER"), ("Bob", "USER"), ("Cid", "BUYER")]:
        await world.tell(
            "assignRole", MEMBER, dealId=old, partyId=people[name], role=role, certainty="CONFIRMED", phases=["purchase-decision"]
        )
    ada = await world.tell("addMember", MEMBER, dealId=old, partyId=people["Dan"])
    judged = await world.tell("assessMember", MEMBER, memberId=ada["id"], stance="SCEPTIC", at="2026-05-01T00:00:00Z")
    await world.tell("assessMember", MEMBER, memberId=ada["id"], stance="CHAMPION", at="2026-05-02T00:00:00Z")
    cid = (await world.ask("query($id: ID!) { node(id: $id) { ... on Party { memberships { nodes { id } } } } }", {"id": people["Cid"]}))[
        "data"
    ]
    await world.tell("removeMember", MEMBER, id=cid["node"]["memberships"]["nodes"][0]["id"])
    await world.tell("addMember", MEMBER, dealId=new, partyId=people["Bob"])
    assert judged["stance"] == "SCEPTIC"
    told = await world.tell("copyCommittee", DEAL, toDealId=new, fromDealId=old, expectedVersion=1, withAssessments=True)
    phases = [{"key": "purchase-decision"}]
    assert told["committee"]["members"] == [
        {"version": 1, "stance": None, "assessedAt": None, "party": {"name": "Bob"}, "roles": []},
        {
            "version": 2,
            "stance": None,
            "assessedAt": None,
            "party": {"name": "Ada"},
            "roles": [{"role": "DECIDER", "certainty": "ASSUMED", "phases": phases}],
        },
        {"version": 2, "stance": "CHAMPION", "assessedAt": "2026-05-02T00:00:00.000000Z", "party": {"name": "Dan"}, "roles": []},
    ]
    before = await the_changes(world)
    again = await world.tell("copyCommittee", DEAL, toDealId=new, fromDealId=old)
    assert (again["committee"], await the_changes(world)) == (told["committee"], before)
    assert [kind for _, _, kind in before[-4:]] == ["Member", "Member", "RoleAssignment", "Assessment"]


async def test_who_left_the_post_is_not_copied(world: World) -> None:
    mill = await an_account(world)
    post = {"accountId": mill, "since": day(100)}
    ada = await world.tell("createPerson", "__typename ... on Person { id employments { id } }", name="Ada", employment=post)
    bob = await a_person(world, "Bob", employment=post)
    old, new = await a_deal(world, mill, "Old"), await a_deal(world, mill, "New")
    for party in (ada["id"], bob):
        await world.tell("addMember", MEMBER, dealId=old, partyId=party, since=day(50))
    await world.tell("updateEmployment", "__typename ... on Employment { id }", id=ada["employments"][0]["id"], until=day(1))
    await world.tell("copyCommittee", DEAL, toDealId=new, fromDealId=old)
    assert await members(world, new) == ["Bob"]


async def test_usual_roles_are_proposed(world: World) -> None:
    mill = await an_account(world)
    await a_person(world, "Ada", employment={"accountId": mill, "usualRoles": ["APPROVER", "DECIDER"]})
    await a_person(world, "Bob", employment={"accountId": mill})
    await a_person(world, "Cid", employment={"accountId": mill, "usualRoles": ["USER"], "until": day(0)})
    deal_id = await a_deal(world, mill, withUsualRoles=True)
    document = "query($id: ID!) { deal(id: $id) { committee { members { party { name } roles { role certainty } } } } }"
    body = await world.ask(document, {"id": deal_id})
    roles = [{"role": "APPROVER", "certainty": "ASSUMED"}, {"role": "DECIDER", "certainty": "ASSUMED"}]
    assert body["data"]["deal"]["committee"]["members"] == [{"party": {"name": "Ada"}, "roles": roles}]


async def test_one_role_and_one_member_also_under_concurrent_writers(world: World) -> None:
    deal_id, ada = await a_place(world)
    told = await asyncio.gather(*(world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="USER") for _ in range(8)))
    assert sorted(one["__typename"] for one in told) == ["Conflict"] * 7 + ["Member"]
    role = next(one["roles"][0]["id"] for one in told if one["__typename"] == "Member")
    assert {one["currentEntity"]["id"] for one in told if one["__typename"] == "Conflict"} == {role}
    assert (await the_changes(world))[3:] == [(4, "CREATED", "Member"), (5, "CREATED", "RoleAssignment")]
    changed = await asyncio.gather(*(world.tell("updateRole", MEMBER, id=role, expectedVersion=1, source=f"S{n}") for n in range(8)))
    assert sorted(one["__typename"] for one in changed) == ["Conflict"] * 7 + ["Member"]
    assert (await the_changes(world))[5:] == [(6, "UPDATED", "RoleAssignment")]


async def test_a_stranger_changes_nothing(world: World, stranger: World) -> None:
    deal_id, ada = await a_place(world)
    made = await world.tell("assignRole", MEMBER, dealId=deal_id, partyId=ada, role="USER")
    before = await the_changes(world)
    theirs = await a_deal(stranger, await an_account(stranger))
    for mutation, name, given in [
        ("addMember", "dealId", {"dealId": deal_id, "partyId": ada}),
        ("addMember", "partyId", {"dealId": theirs, "partyId": ada}),
        ("assignRole", "partyId", {"dealId": theirs, "partyId": ada, "role": "USER"}),
        ("removeMember", "id", {"id": made["id"]}),
        ("updateRole", "id", {"id": made["roles"][0]["id"], "source": "x"}),
        ("assessMember", "memberId", {"memberId": made["id"], "stance": None}),
    ]:
        told = await stranger.tell(mutation, MEMBER, **given)
        assert (told["__typename"], told["argument"], told["missingId"]) == ("NotFound", [name], given[name])
    told = await stranger.tell("copyCommittee", DEAL, toDealId=theirs, fromDealId=deal_id)
    assert (told["__typename"], told["argument"]) == ("NotFound", ["fromDealId"])
    ids = [made["id"], made["roles"][0]["id"]]
    assert (await stranger.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids}))["data"]["nodes"] == [None, None]
    assert await the_changes(world) == before
