"""Hiding and bringing back: what goes along, what stays, that nothing finds it meanwhile, and that all comes back as it was."""

import random
from typing import Any

import pytest

from tests.conftest import World, at_once
from tests.strangers.cases import snapshot
from tests.upkeep.conftest import Kept

HIDEABLE = ("account", "person", "colleague", "group", "deal", "tie", "the product", "call", "need", "objection")
GONE = {
    "account": {"Account": 1, "Deal": 6, "Group": 1, "Member": 2, "Employment": 1, "RoleAssignment": 1, "Need": 1, "Objection": 1},
    "person": {"Person": 1, "Member": 1, "Employment": 1, "Relationship": 1, "RoleAssignment": 1, "Need": 1, "Objection": 1},
    "colleague": {"Person": 1, "Member": 1, "Acquaintance": 1, "Relationship": 1},
    "group": {"Group": 1},
    "deal": {"Deal": 1, "Member": 1, "RoleAssignment": 1, "Need": 1, "Objection": 1},
    "tie": {"Relationship": 1},
    "the product": {"Product": 1},
    "call": {"Interaction": 1},
    "need": {"Need": 1},
    "objection": {"Objection": 1},
}
"""What goes along, by kind: each leaves a Change, and another one when it comes back."""


@pytest.mark.parametrize("name", HIDEABLE)
async def test_all_comes_back_as_it_was(kept: Kept, name: str) -> None:
    before, log = await kept.graph(), await kept.changes()
    assert await kept.delete(name) == "done"
    body = await kept.world.ask("query($id: ID!) { node(id: $id) { id } }", {"id": kept.made.names[name]})
    assert body["data"]["node"] is None
    hidden = (await kept.changes())[len(log) :]
    assert counted(hidden, "DELETED") == GONE[name]
    assert await kept.delete(name) == "NotFound"
    assert await kept.restore(name) == "done"
    assert await kept.graph() == before
    assert counted((await kept.changes())[len(log) + len(hidden) :], "RESTORED") == GONE[name]
    assert await kept.restore(name) == "InvalidInput WRONG_STATE"


def counted(log: list[tuple[str, str]], action: str) -> dict[str, int]:
    assert {one for one, _ in log} == {action}
    kinds = [kind for _, kind in log]
    return {kind: kinds.count(kind) for kind in kinds}


@pytest.mark.parametrize("seed", range(3))
async def test_any_sequence_comes_back_in_the_end(kept: Kept, seed: int) -> None:
    """Whatever is hidden and brought back in whatever order, in the end everything is as it was."""
    dice, before, hidden = random.Random(seed), await kept.graph(), set[str]()
    for _ in range(14):
        name = dice.choice(HIDEABLE)
        if name in hidden:
            told = await kept.restore(name)
            assert told in ("done", "InvalidInput WRONG_STATE")  # what it hangs on is hidden
            hidden -= {name} if told == "done" else set()
        elif await kept.delete(name) == "done":
            hidden.add(name)
        assert await mixed(kept) == []
    while hidden:
        back = [name for name in sorted(hidden) if await kept.restore(name) == "done"]
        assert back
        hidden -= set(back)
    assert await kept.graph() == before


async def mixed(kept: Kept) -> list[Any]:
    """Relationships that join a hidden thing to one that stays under a name that statements know, or two that stay under a hidden one."""
    text = """
    MATCH (a {workspace: $w})-[r]->(b) WHERE NOT type(r) IN ['HID', 'NAMES']
    WITH type(r) STARTS WITH 'DELETED_' AS hidden, r, labels(a)[0] AS one, labels(b)[0] AS other
    WITH hidden, r, one, other, one STARTS WITH 'Deleted' AS here, other STARTS WITH 'Deleted' AS there
    WHERE (here <> there AND NOT hidden) OR (NOT here AND NOT there AND hidden AND r.deletion <> r.id)
    RETURN one, type(r), other
    """
    found = await kept.world.database.driver.execute_query(text, w=kept.world.workspace)
    return [tuple(row.values()) for row in found.records]


async def test_a_hidden_person_leaves_nothing_that_statements_find(kept: Kept) -> None:
    assert await kept.kinds("person") == {
        *{("Person", ""), ("WORKS_AT", "Account"), ("SITS_AS", "Member"), ("REPORTS_TO", "Person"), ("NAMES", "ExternalRef")},
        ("TOOK_PART_IN", "Interaction"),
    }
    await kept.delete("person")
    assert await kept.kinds("person") == {
        *{("DeletedPerson", ""), ("DELETED_WORKS_AT", "Account"), ("SITS_AS", "DeletedMember"), ("DELETED_REPORTS_TO", "Person")},
        *{("NAMES", "ExternalRef"), ("DELETED_TOOK_PART_IN", "Interaction"), ("HID", "Deletion")},
    }
    assert await kept.kinds("member") == {
        *{("DeletedMember", ""), ("SITS_AS", "DeletedPerson"), ("DELETED_ON", "Deal"), ("PLAYS", "DeletedRoleAssignment")},
        *{("ASSESSED", "DeletedAssessment"), ("HOLDS", "DeletedNeed"), ("RAISED", "DeletedObjection"), ("HID", "Deletion")},
    }
    asked = """query($deal: ID!, $account: ID!, $key: String!) {
      people { nodes { name } } byExternalRef(system: "crm", key: $key) { id }
      deal(id: $deal) { committee { members { id } } needs { id } objections { id } interactions { nodes { participants { name } } } }
      account(id: $account) { people { nodes { name } totalCount } } }"""
    given = {"deal": kept.made.names["deal"], "account": kept.made.names["account"], "key": kept.made.names["person key"]}
    body = await kept.world.ask(asked, given)
    assert "Anna" not in str(body)
    assert body["data"]["deal"]["committee"]["members"] == body["data"]["deal"]["needs"] == body["data"]["deal"]["objections"] == []
    assert body["data"]["account"]["people"] == {"nodes": [], "totalCount": 0}


async def test_the_references_of_a_hidden_thing_stay_taken(kept: Kept) -> None:
    await kept.delete("person")
    refs = [{"system": "crm", "key": kept.made.names["person key"]}]
    told = await kept.world.tell("createPerson", "__typename", name="Another", externalRefs=refs)
    assert (told["reason"], told["currentEntity"]) == ("ALREADY_EXISTS", None)


async def test_a_hidden_employer_is_not_shown(kept: Kept) -> None:
    asked = "query($id: ID!) { person(id: $id) { title employer { name } employments { id } } }"
    await kept.delete("account")
    body = await kept.world.ask(asked, {"id": kept.made.names["person"]})
    assert body["data"]["person"] == {"title": None, "employer": None, "employments": []}
    await kept.restore("account")
    body = await kept.world.ask(asked, {"id": kept.made.names["person"]})
    assert body["data"]["person"]["title"] == "Head"


async def test_a_double_stands_in_the_way(kept: Kept) -> None:
    for name, make in (
        ("the product", ("saveProduct", {"key": "@product", "name": "Other"})),
        ("tie", ("relatePeople", {"kind": "REPORTS_TO", "fromId": "@colleague", "toId": "@person"})),
    ):
        assert await kept.delete(name) == "done"
        made = await kept.world.tell(make[0], "__typename ... on Node { id }", **kept.made.filled(make[1]))
        fields = "... on Restored { node { id } }"
        told = await kept.world.tell("restore", fields, id=kept.made.names[name])
        assert (told["reason"], told["currentEntity"]["id"]) == ("ALREADY_EXISTS", made["id"])


async def test_another_superior_or_employer_stands_in_the_way(kept: Kept) -> None:
    await kept.make_third()
    assert await kept.delete("person") == "done"
    await kept.made.make("new tie", "relatePeople", kind="REPORTS_TO", fromId="@colleague", toId="@third")
    assert await kept.restore("person") == "Conflict ALREADY_EXISTS"
    assert await kept.delete("new tie") == "done"
    assert await kept.restore("person") == "done"
    assert await kept.restore("new tie") == "Conflict ALREADY_EXISTS"
    assert await kept.delete("account") == "done"
    await kept.world.tell(
        "addEmployment", "__typename", **kept.made.filled({"personId": "@person", "employment": {"accountId": "@holding"}})
    )
    assert await kept.restore("account") == "Conflict ALREADY_EXISTS"


async def test_no_circle_closes(kept: Kept) -> None:
    await kept.make_third()
    assert await kept.delete("tie") == "done"
    await kept.made.make("one", "relatePeople", kind="REPORTS_TO", fromId="@person", toId="@third")
    await kept.made.make("two", "relatePeople", kind="REPORTS_TO", fromId="@third", toId="@colleague")
    assert await kept.restore("tie") == "InvalidInput CYCLE"


async def test_what_hangs_on_hidden_things_waits(kept: Kept) -> None:
    for name in ("need", "deal", "account"):
        assert await kept.delete(name) == "done"
    assert [await kept.restore(name) for name in ("need", "deal")] == ["InvalidInput WRONG_STATE"] * 2
    assert await kept.restore("next") == "InvalidInput WRONG_STATE"  # hidden with its account
    assert [await kept.restore(name) for name in ("account", "need", "deal", "need")] == [
        "done",
        "InvalidInput WRONG_STATE",
        "done",
        "done",
    ]


async def test_a_version_and_a_key_are_minded(kept: Kept) -> None:
    assert await kept.delete("deal", expectedVersion=99) == "Conflict STALE_VERSION"
    assert [await kept.delete("deal", idempotencyKey="k") for _ in range(2)] == ["done", "done"]
    assert [await kept.restore("deal", idempotencyKey="k") for _ in range(2)] == ["done", "done"]
    assert await kept.tell("delete", "member") == "NotFound"


async def test_deleting_at_once_deletes_once(kept: Kept) -> None:
    before = await kept.graph()
    assert sorted(await at_once(*(kept.delete("account") for _ in range(4)))) == ["NotFound"] * 3 + ["done"]
    told = await at_once(*(kept.restore("account") for _ in range(4)))
    assert sorted(told) == ["InvalidInput WRONG_STATE"] * 3 + ["done"]
    assert await kept.graph() == before


async def test_writers_and_a_deletion_leave_nothing_between(kept: Kept) -> None:
    """Whoever is first: what joins the hidden thing is hidden too, or was refused."""
    names = kept.made.names
    for _ in range(3):
        await at_once(
            kept.delete("person"),
            kept.world.tell("updatePerson", "__typename", id=names["person"], notes="Now"),
            kept.world.tell("addMember", "__typename", dealId=names["next"], partyId=names["person"]),
            kept.world.tell("relatePeople", "__typename", kind="KNOWS", fromId=names["person"], toId=names["colleague"]),
            kept.world.tell("assignRole", "__typename", dealId=names["deal"], partyId=names["person"], role="BUYER"),
            kept.world.tell("assessMember", "__typename", memberId=names["member"], stance="CHAMPION"),
        )
        assert await mixed(kept) == []
        text = "MATCH (n:!Deletion {workspace: $w, id: $id}) RETURN labels(n)[0]"
        found = await kept.world.database.driver.execute_query(text, w=kept.world.workspace, id=kept.local("person"))
        assert found.records[0][0] == "DeletedPerson"
        assert await kept.restore("person") == "done"
        assert await mixed(kept) == []


async def test_a_stranger_neither_hides_nor_brings_back(kept: Kept, stranger: World) -> None:
    await kept.delete("deal")
    before = await snapshot(kept.world)
    for name in HIDEABLE:
        for mutation in ("delete", "restore"):
            told = await stranger.tell(mutation, "__typename", id=kept.made.names[name])
            assert told["__typename"] == "NotFound", told
    assert await snapshot(kept.world) == before
