"""Merging: what of several becomes one, what of doubles stays, that nothing is left of those who went, and that writers meanwhile lose nothing."""

import uuid
from typing import Any

import pytest

from schema.node import global_id
from tests.conftest import World, at_once
from tests.strangers.cases import snapshot
from tests.upkeep.conftest import Kept
from tests.upkeep.test_deletions import mixed
from tests.upkeep.test_erasures import places

PERSON = """query($id: ID!) { person(id: $id) {
  name email phone notes tags preferences externalRefs { key }
  employments { account { name } title isPrimary since until }
  groups { nodes { name } }
  relationships { nodes { relationshipKind from { name } to { name } strength certainty note since until } }
  acquaintances { teamMember { name } level since }
  memberships { nodes { deal { name } roles { role certainty source } stance influence since } }
} }"""
MERGED = "__typename ... on PersonMerge { person { id } mergedIds } ... on AccountMerge { account { id } mergedIds }"


async def merge(kept: Kept, mutation: str, keep: str, *others: str, **given: Any) -> str:
    """What came of it: `done`, or the problem's type with its reason or the code and place of its issue."""
    names = kept.made.names
    told = await kept.world.tell(mutation, MERGED, keepId=names[keep], mergeIds=[names[one] for one in others], **given)
    if "mergedIds" in told:
        assert (told.get("person") or told["account"])["id"] == names[keep]
        assert told["mergedIds"] == list(dict.fromkeys(names[one] for one in others))
        return "done"
    if "issues" in told:
        return f"{told['issues'][0]['code']} {'.'.join(told['issues'][0]['path'])}"
    return f"{told['__typename']} {told.get('reason') or '.'.join(told['argument'])}"


async def person(kept: Kept) -> Any:
    body = await kept.world.ask(PERSON, {"id": kept.made.names["person"]})
    assert "errors" not in body, body
    return body["data"]["person"]


async def log(kept: Kept, since: int) -> set[tuple[str, str, tuple[str, ...]]]:
    body = await kept.world.ask("{ changes(first: 100) { nodes { action entityType fields { field } message } } }")
    nodes = body["data"]["changes"]["nodes"][since:]
    assert not any("merged_ids" in one["message"] for one in nodes)
    return {(one["action"], one["entityType"], tuple(sorted(field["field"] for field in one["fields"]))) for one in nodes}


@pytest.fixture
async def twins(kept: Kept) -> Kept:
    """Anna, and the same person entered once more: both with posts, ties, groups, places on committees, things said."""
    made, tell, names = kept.made, kept.world.tell, kept.made.names
    await made.make("third", "createPerson", name="Cem")
    await made.make(
        "twin",
        "createPerson",
        name="Zdenka",
        email="zdenka@mill.example",
        notes="Met at the fair",
        tags=["vip"],
        externalRefs=[{"system": "crm", "key": "twin"}],
        employment={"accountId": "@account", "title": "Chief", "department": "Weaving", "since": "2024-01-01"},
    )
    anna, twin, ben, cem = (names[name] for name in ("person", "twin", "colleague", "third"))
    await tell(
        "addEmployment", "__typename", personId=twin, employment={"accountId": names["holding"], "title": "Adviser", "isPrimary": False}
    )
    await made.make("weak", "relatePeople", kind="KNOWS", fromId=anna, toId=ben, strength=2, note="From school", since="2020-01-01")
    await made.make("strong", "relatePeople", kind="KNOWS", fromId=twin, toId=ben, strength=4, certainty="CONFIRMED", since="2022-01-01")
    await made.make("between", "relatePeople", kind="INFLUENCES", fromId=twin, toId=anna)
    await made.make("conflict", "relatePeople", kind="CONFLICTS_WITH", fromId=anna, toId=cem)
    await made.make("conflict too", "relatePeople", kind="CONFLICTS_WITH", fromId=cem, toId=twin, strength=5)
    await made.make("one superior", "relatePeople", kind="REPORTS_TO", fromId=anna, toId=cem, since="2024-05-01")
    await made.make("other superior", "relatePeople", kind="REPORTS_TO", fromId=twin, toId=names["nobody"], since="2023-05-01")
    await tell("setAcquaintance", "__typename", personId=twin, teamMemberId=names["us"], level=3, since="2023-01-01")
    await tell("setAcquaintance", "__typename", personId=anna, teamMemberId=names["us"], level=2, since="2022-01-01")
    await tell("updateGroup", "__typename", id=names["group"], addPersonIds=[anna, twin])
    role = {"dealId": names["deal"], "partyId": twin, "since": "2024-02-01"}
    member = {"fields": "__typename ... on Member { id }"}
    await made.make("twin member", "assignRole", **member, **role, role="DECIDER", certainty="CONFIRMED", source="said by Olga")
    await tell("assignRole", "__typename", **role, role="USER")
    await tell("assessMember", "__typename", memberId=names["twin member"], influence=8, at="2024-03-01T00:00:00Z")
    await tell("assessMember", "__typename", memberId=names["twin member"], stance="CHAMPION", at="2024-03-01T00:00:00Z")
    await tell("addNeed", "__typename", memberId=names["twin member"], kind="GOAL", text="Wants it silent")
    await tell("assignRole", "__typename", dealId=names["next"], partyId=twin, role="BUYER")
    said = {"kind": "MEETING", "at": "2026-01-06T08:00:00Z"}
    await tell("logInteraction", "__typename", **said, personIds=[anna, twin])
    await tell("logInteraction", "__typename", **said, personIds=[twin], dealId=names["deal"])
    return kept


async def test_people_become_one(twins: Kept) -> None:
    names, today = twins.made.names, twins.world.caller.viewer.today("2026-11-25T00:00:00.000000Z")
    before = len(await twins.changes())
    assert await merge(twins, "mergePeople", "person", "twin", idempotencyKey="once") == "done"
    told = await person(twins)
    assert {name: told[name] for name in ("name", "email", "phone", "notes", "tags", "preferences")} == {
        "name": "Anna",
        "email": "zdenka@mill.example",
        "phone": None,
        "notes": "Met at the fair",
        "tags": ["vip"],
        "preferences": [],
    }
    assert {one["key"] for one in told["externalRefs"]} == {names["person key"], "twin"}
    assert [(*list(one.values())[1:], one["account"]["name"]) for one in told["employments"]] == [
        ("Head", True, None, None, "account"),
        ("Adviser", False, None, None, "holding"),
    ]
    assert [one["name"] for one in told["groups"]["nodes"]] == ["Board"]
    ties = {
        (one["relationshipKind"], one["from"]["name"], one["to"]["name"], one["strength"], one["certainty"], one["note"], one["since"])
        for one in told["relationships"]["nodes"]
    }
    assert ties == {
        ("KNOWS", "Anna", "Ben", 4, "CONFIRMED", "From school", "2020-01-01"),
        ("CONFLICTS_WITH", "Cem", "Anna", 5, "ASSUMED", None, None),
        ("REPORTS_TO", "Anna", "Cem", None, "ASSUMED", None, "2024-05-01"),
        ("REPORTS_TO", "Ben", "Anna", None, "ASSUMED", None, None),
    }
    assert [(one["level"], one["since"]) for one in told["acquaintances"]] == [(3, "2022-01-01")]
    members = {
        (
            one["deal"]["name"],
            one["stance"],
            one["influence"],
            frozenset((role["role"], role["certainty"], role["source"]) for role in one["roles"]),
        )
        for one in told["memberships"]["nodes"]
    }
    assert members == {
        (
            "Line 4",
            "NEUTRAL",
            8,
            frozenset({("DECIDER", "CONFIRMED", "said by Olga"), ("USER", "ASSUMED", None)}),
        ),
        ("Line 6", None, None, frozenset({("BUYER", "ASSUMED", None)})),
    }
    assert today
    assert await log(twins, before) == {
        ("MERGED", "Person", ("email", "mergedIds", "notes", "tags")),
        ("MERGED", "Employment", ("department", "mergedIds")),
        ("UPDATED", "Employment", ("personId",)),
        ("MERGED", "Relationship", ("fromId", "mergedIds", "note", "since")),
        ("MERGED", "Relationship", ("mergedIds", "toId")),
        ("ENDED", "Relationship", ("fromId", "until")),
        ("MERGED", "Acquaintance", ("mergedIds", "personId", "since")),
        ("MERGED", "Member", ("mergedIds", "since")),
        ("MERGED", "RoleAssignment", ("memberId", "mergedIds", "since")),
        ("UPDATED", "RoleAssignment", ("memberId",)),
        ("UPDATED", "Need", ("memberId",)),
        ("UPDATED", "Member", ("partyId",)),
    }
    assert await nothing_of(twins, "twin", "twin member", "weak", "between", "conflict")
    assert await merge(twins, "mergePeople", "person", "twin", idempotencyKey="once") == "done"
    assert await merge(twins, "mergePeople", "person", "twin") == "NotFound mergeIds.0"


async def nothing_of(kept: Kept, *gone: str) -> bool:
    """Whether none of these is there any more, by `node`, in the graph, or in what other things repeat; the log and kept answers tell of them."""
    ids = {kept.local(name) for name in gone}
    body = await kept.world.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": [kept.made.names[name] for name in gone]})
    assert body["data"]["nodes"] == [None] * len(gone)
    graph = [one for one in await kept.graph() if one[0] != "Merged"]
    named = [held for _, a, b, held in graph if {a, b} & ids or any(id_ in held for id_ in ids)]
    return all("mergedIds" in held for held in named) and not any({a, b} & ids for _, a, b, _ in graph)


async def test_a_member_who_went_stays_a_former_one(twins: Kept) -> None:
    """Members of one deal at different times are no doubles: the person went and came back."""
    names, tell = twins.made.names, twins.world.tell
    first = await tell("addMember", "__typename ... on Member { id }", dealId=names["open"], partyId=names["twin"], since="2024-01-01")
    await tell("removeMember", "__typename", id=first["id"], until="2024-06-01")
    await tell("addMember", "__typename", dealId=names["open"], partyId=names["person"], since="2025-01-01")
    assert await merge(twins, "mergePeople", "person", "twin") == "done"
    asked = "query($id: ID!) { deal(id: $id) { committee { members(former: %s) { party { name } since until } } } }"
    for former, span in (("true", ("2024-01-01", "2024-06-01")), ("false", ("2025-01-01", None))):
        body = await twins.world.ask(asked % former, {"id": names["open"]})
        assert [tuple(one.values()) for one in body["data"]["deal"]["committee"]["members"]] == [({"name": "Anna"}, *span)]


async def test_what_is_hidden_comes_back_as_that_of_the_one_who_stays(twins: Kept) -> None:
    assert [await twins.delete(name) for name in ("deal", "strong", "group")] == ["done"] * 3
    assert await merge(twins, "mergePeople", "person", "twin") == "done"
    assert await mixed(twins) == []
    assert [await twins.restore(name) for name in ("deal", "group")] == ["done"] * 2
    assert await twins.restore("strong") == "Conflict ALREADY_EXISTS"
    told = await person(twins)
    assert [(one["deal"]["name"], one["influence"]) for one in told["memberships"]["nodes"]].count(("Line 4", 8)) == 1
    assert [one["name"] for one in told["groups"]["nodes"]] == ["Board"]
    assert await mixed(twins) == []


async def test_a_placeholder_takes_the_name_of_who_it_was(kept: Kept) -> None:
    names = kept.made.names
    await kept.made.make("cfo", "createPerson", name="The CFO", isPlaceholder=True)
    assert await merge(kept, "mergePeople", "cfo", "nobody", "double") == "done"
    body = await kept.world.ask("query($id: ID!) { person(id: $id) { name isPlaceholder email } }", {"id": names["cfo"]})
    assert body["data"]["person"] == {"name": "double", "isPlaceholder": False, "email": f"nobody@{kept.world.workspace}"}


async def test_an_erasure_forgets_also_those_who_were_merged(twins: Kept) -> None:
    secrets = ("Zdenka", "zdenka@mill.example", "Met at the fair", "said by Olga", "From school", "Wants it silent")
    assert await merge(twins, "mergePeople", "person", "twin") == "done"
    assert await places(twins.world, secrets) >= {"Person", "Change", "RoleAssignment", "KNOWS", "Need"}
    told = await twins.world.tell("erasePerson", "__typename", id=twins.made.names["person"])
    assert told == {"__typename": "Erasure"}
    assert await places(twins.world, secrets) == set()
    assert await merge(twins, "mergePeople", "person", "nobody") == "WRONG_STATE keepId"
    assert await merge(twins, "mergePeople", "nobody", "double", "person") == "WRONG_STATE mergeIds.1"


async def test_accounts_become_one(kept: Kept) -> None:
    names, tell = kept.made.names, kept.world.tell
    await kept.made.make("twin", "createAccount", name="Mill Ltd", domain="mill.example", employees=90, parentId="@holding")
    await kept.made.make("below", "createAccount", name="Below", parentId="@twin")
    await kept.made.make("their deal", "createDeal", accountId="@twin", name="Line 9", salesProcess="@sales process")
    await kept.made.make("their group", "createGroup", accountId="@twin", name="Union")
    await tell("addEmployment", "__typename", personId=names["person"], employment={"accountId": names["twin"], "title": "Chair"})
    await tell("addEmployment", "__typename", personId=names["colleague"], employment={"accountId": names["twin"], "title": "Clerk"})
    await tell("setAccountTeam", "__typename", accountId=names["twin"], members=[{"teamMemberId": names["us"], "function": "support"}])
    before = len(await kept.changes())
    assert await merge(kept, "mergeAccounts", "account", "twin") == "done"
    asked = """query($id: ID!) { account(id: $id) { name domain employees parent { name } subsidiaries { nodes { name } } groups { nodes { name } }
      deals(first: 50) { nodes { name } } team { member { name } function }
      people { nodes { name title } } } }"""
    told = (await kept.world.ask(asked, {"id": names["account"]}))["data"]["account"]
    assert told == {
        "name": "account",
        "domain": "mill.example",
        "employees": 90,
        "parent": {"name": "holding"},
        "subsidiaries": {"nodes": [{"name": "Below"}]},
        "groups": {"nodes": [{"name": "Board"}, {"name": "Union"}]},
        "deals": {"nodes": [{"name": name} for name in ("Line 4", "Line 6", "open", "moved", "closed", "won", "Line 9")]},
        "team": [{"member": {"name": "Us"}, "function": "support"}],
        "people": {"nodes": [{"name": "Anna", "title": "Head"}, {"name": "Ben", "title": "Clerk"}]},
    }
    assert await log(kept, before) == {
        ("MERGED", "Account", ("domain", "employees", "mergedIds")),
        ("UPDATED", "Account", ("parentId",)),
        ("UPDATED", "Deal", ("accountId",)),
        ("UPDATED", "Group", ("accountId",)),
        ("MERGED", "Employment", ("mergedIds",)),
        ("UPDATED", "Employment", ("accountId",)),
    }
    assert await nothing_of(kept, "twin")
    body = await kept.world.ask("query($id: ID!) { deal(id: $id) { account { name } } }", {"id": names["their deal"]})
    assert body["data"]["deal"]["account"]["name"] == "account"


async def test_a_circle_is_refused_and_nothing_changes(kept: Kept) -> None:
    names = kept.made.names
    await kept.made.make("third", "createPerson", name="Cem")
    await kept.world.tell("relatePeople", "__typename", kind="REPORTS_TO", fromId=names["third"], toId=names["colleague"])
    await kept.made.make("under", "createAccount", name="Under", parentId="@holding")
    await kept.made.make("lowest", "createAccount", name="Lowest", parentId="@under")
    before = await snapshot(kept.world)
    assert await merge(kept, "mergePeople", "person", "third") == "CYCLE mergeIds"
    assert await merge(kept, "mergeAccounts", "holding", "lowest") == "CYCLE mergeIds"
    assert await snapshot(kept.world) == before
    assert await merge(kept, "mergePeople", "person", "colleague") == "done"  # who reports to whom they are: the tie goes


async def test_what_cannot_be_merged(kept: Kept) -> None:
    before = await snapshot(kept.world)
    assert await merge(kept, "mergePeople", "person") == "REQUIRED mergeIds"
    assert await merge(kept, "mergePeople", "person", "nobody", "person") == "CONTRADICTION mergeIds.1"
    assert await merge(kept, "mergePeople", "person", "nobody", "account") == "NotFound mergeIds.1"
    assert await merge(kept, "mergePeople", "account", "nobody") == "NotFound keepId"
    assert await merge(kept, "mergePeople", "person", "nobody", expectedVersion=9) == "Conflict STALE_VERSION"
    assert await merge(kept, "mergeAccounts", "account", "hidden") == "NotFound mergeIds.0"
    many = [global_id("Person", f"{uuid.UUID(int=number)}") for number in range(21)]
    told = await kept.world.tell("mergePeople", MERGED, keepId=kept.made.names["person"], mergeIds=many)
    assert "issues" in told, told
    assert told["issues"] == [{"path": ["mergeIds"], "code": "TOO_MANY"}]
    assert await snapshot(kept.world) == before


@pytest.mark.parametrize("seed", range(3))
async def test_writers_meanwhile_lose_nothing(kept: Kept, seed: int) -> None:
    """Whoever is first: what was written of the one who went is of the one who stays, or was refused."""
    names, tell = kept.made.names, kept.world.tell
    twin, anna = names["double"], names["person"]
    member = await tell("assignRole", "__typename ... on Member { id roles { id } }", dealId=names["deal"], partyId=twin, role="DECIDER")
    role = member["roles"][0]["id"]
    jobs = [
        merge(kept, "mergePeople", "person", "double"),
        tell("updatePerson", "__typename", id=twin, phone=f"+48 {seed}"),
        tell("addMember", "__typename", dealId=names["next"], partyId=twin),
        tell("addMember", "__typename", dealId=names["next"], partyId=anna),
        tell("relatePeople", "__typename", kind="KNOWS", fromId=twin, toId=names["colleague"]),
        tell("assignRole", "__typename", dealId=names["deal"], partyId=twin, role="USER"),
        tell("assessMember", "__typename", memberId=member["id"], influence=seed),
        tell("updateRole", "__typename", id=role, certainty="CONFIRMED"),
        tell("addEmployment", "__typename", personId=twin, employment={"accountId": names["holding"]}),
        tell("setAcquaintance", "__typename", personId=twin, teamMemberId=names["us"], level=4),
        tell("logInteraction", "__typename", kind="CALL", at="2026-02-01T08:00:00Z", personIds=[twin]),
        tell("updateGroup", "__typename", id=names["group"], addPersonIds=[twin]),
    ]
    order = jobs[seed:] + jobs[:seed]
    told = await at_once(*order)
    assert "done" in told
    assert {one["__typename"] for one in told if one != "done"} <= {
        *("Person", "Member", "Relationship", "Employment", "Acquaintance", "Interaction", "Group", "NotFound", "Conflict"),
    }
    assert await nothing_of(kept, "double")
    assert await mixed(kept) == []
    kinds = await kept.kinds("person")
    assert kinds >= {("Person", ""), ("SITS_AS", "Member")}
    text = "MATCH (d:Deal {workspace: $w})<-[:ON]-(m:Member)<-[:SITS_AS]-(p) WHERE m.until IS NULL WITH d, p, count(*) AS n WHERE n > 1 RETURN n"
    found = await kept.world.database.driver.execute_query(text, w=kept.world.workspace)
    assert found.records == []


async def test_a_stranger_merges_nothing(kept: Kept, stranger: World) -> None:
    before = await snapshot(kept.world)
    told = await stranger.tell("mergePeople", MERGED, keepId=kept.made.names["person"], mergeIds=[kept.made.names["double"]])
    assert (told["__typename"], told["argument"]) == ("NotFound", ["keepId"])
    own = await stranger.tell("createPerson", "__typename ... on Person { id }", name="Mine")
    told = await stranger.tell("mergePeople", MERGED, keepId=own["id"], mergeIds=[kept.made.names["double"]])
    assert (told["__typename"], told["argument"]) == ("NotFound", ["mergeIds", "0"])
    assert await snapshot(kept.world) == before
