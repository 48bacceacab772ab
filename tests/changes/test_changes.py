"""What Changes tell: ids that clients can resolve, where a deal began, and who did what to whom in a sentence."""

import json
import re
from typing import Any

from schema.change import REFERENCES
from service import (
    accounts,
    acquaintances,
    assessments,
    deals,
    employments,
    groups,
    people,
    products,
    relationships,
    roles,
    stand,
    team,
    workspace_settings,
)
from service.changes import field_word
from service.text import camel
from tests.conftest import World
from tests.importing.test_upsert import ref, upsert

ID = "... on Node { id }"
CHANGES = """query($after: Int) { changes(afterSeq: $after, first: 100) {
  nodes { action entityType entityId message fields { field before after } } } }"""
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")
REFERENCE = re.compile(r"\w+Ids?")


async def the_changes(world: World, after: int = 0) -> list[dict[str, Any]]:
    body = await world.ask(CHANGES, {"after": after})
    return list(body["data"]["changes"]["nodes"])


async def id_of(world: World, mutation: str, **given: Any) -> str:
    return str((await world.tell(mutation, ID, **given))["id"])


async def everything(world: World) -> dict[str, str]:
    """A workspace where every field that refers to something has been changed, and the ids of what stands there."""
    us = (await world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"]
    holding = await id_of(world, "createAccount", name="Holding")
    mill = await id_of(world, "createAccount", name="Mill", parentId=holding)
    await id_of(world, "updateAccount", id=mill, parentId=None)
    await id_of(world, "setAccountTeam", accountId=mill, members=[{"teamMemberId": us, "function": "key account"}])
    ada = await id_of(world, "createPerson", name="Ada", employment={"accountId": mill})
    bob = await id_of(world, "createPerson", name="Bob")
    board = await id_of(world, "createGroup", accountId=mill, name="Board", personIds=[ada])
    await id_of(world, "updateGroup", id=board, addPersonIds=[bob], removePersonIds=[ada])
    await id_of(world, "relatePeople", kind="INFLUENCES", fromId=ada, toId=bob)
    await id_of(world, "setAcquaintance", personId=ada, teamMemberId=us, level=2)
    earlier = await id_of(world, "createDeal", accountId=mill, name="Looms")
    deal = await id_of(world, "createDeal", accountId=mill, name="Spindles", ownerId=us, continuesId=earlier)
    await id_of(world, "updateDeal", id=deal, ownerId=None)
    member = await id_of(world, "assignRole", dealId=deal, partyId=ada, role="DECIDER", phases=["purchase-decision"])
    await id_of(world, "addMember", dealId=deal, partyId=board)
    await id_of(world, "assessMember", memberId=member, stance="CHAMPION")
    await id_of(world, "copyCommittee", fromDealId=deal, toDealId=earlier)
    return {"us": us, "mill": mill, "holding": holding, "ada": ada, "bob": bob, "board": board, "earlier": earlier, "member": member}


def references(changes: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Field → the ids that Changes tell there."""
    told: dict[str, set[str]] = {}
    for one in (one for change in changes for one in change["fields"] if REFERENCE.fullmatch(one["field"])):
        for side in (one["before"], one["after"]):
            told.setdefault(one["field"], set()).update(side if isinstance(side, list) else filter(None, [side]))
    return told


async def test_changes_tell_ids_that_resolve(world: World) -> None:
    made = await everything(world)
    changes = await the_changes(world)
    assert not UUID.search(json.dumps([one["fields"] for one in changes]))
    told = references(changes)
    phase = next(iter(told.pop("phaseIds")))
    assert made["member"] in told.pop("memberId")
    assert told == {
        "parentId": {made["holding"]},
        "accountId": {made["mill"]},
        "personId": {made["ada"]},
        "fromId": {made["ada"]},
        "toId": {made["bob"]},
        "teamMemberId": {made["us"]},
        "ownerId": {made["us"]},
        "continuesId": {made["earlier"]},
        "partyId": {made["ada"], made["board"]},
        "personIds": {made["ada"]},
        "addPersonIds": {made["bob"]},
        "removePersonIds": {made["ada"]},
    }
    body = await world.ask("query($id: ID!) { node(id: $id) { __typename ... on Phase { key } } }", {"id": phase})
    assert body["data"]["node"] == {"__typename": "Phase", "key": "purchase-decision"}
    team = [one for change in changes for one in change["fields"] if one["field"] == "team"]
    assert team == [{"field": "team", "before": [], "after": [{"member": made["us"], "function": "key account"}]}]


async def test_a_new_deal_tells_where_it_begins_however_it_is_entered(world: World) -> None:
    mill = await id_of(world, "createAccount", name="Mill", externalRefs=[ref("account", 1)])
    way = {"name": "Looms", "buyingProcess": "adoption", "salesProcess": "sales"}
    await id_of(world, "createDeal", accountId=mill, **way)
    await upsert(world, deals=[{"externalRef": ref("deal", 1), "accountRef": ref("account", 1), **way}])
    told = [
        {one["field"]: one["after"] for one in change["fields"]} for change in await the_changes(world) if change["entityType"] == "Deal"
    ]
    begun = {"buyingProcess": "adoption", "phase": "unaware", "salesProcess": "sales", "stage": "prospecting", "accountId": mill}
    assert [{name: one[name] for name in begun} for one in told] == [begun, begun]


async def test_sentences_name_whom_and_what_they_are_about(world: World) -> None:
    made = await everything(world)
    await id_of(world, "saveTeamMember", subject=f"admin@{world.workspace}", name="Kim", permission="ADMIN")
    await id_of(world, "removeMember", id=made["member"])
    told = [one["message"] for one in await the_changes(world)]
    for sentence in (
        "Kim changed the account “Mill”: parent account.",
        "Kim changed the group “Board”: people who left, people who came.",
        "Kim entered the post of Ada at Mill.",
        "Kim entered the tie “Ada influences Bob”.",
        "Kim entered the acquaintance of Kim with Ada.",
        "Kim changed the deal “Spindles”: owner.",
        "Kim entered the place of Board on the committee of the deal “Spindles”.",
        "Kim entered the role Decider of Ada on the deal “Spindles”.",
        "Kim entered a judgement of Ada on the deal “Spindles”.",
        "Kim ended the place of Ada on the committee of the deal “Spindles”.",
        "Kim ended the role Decider of Ada on the deal “Spindles”.",
    ):
        assert sentence in told, told


def test_every_field_of_a_change_has_words() -> None:
    tables = [module.FIELDS for module in (accounts, people, employments, relationships, acquaintances, groups, deals, assessments, team)]
    tables += [deals.CLOSING, deals.PRODUCTS, roles.CHANGING, products.KEYS, products.FIELDS, workspace_settings.FIELDS]
    names = {name for table in tables for name in table} - {"at"} | set(stand.TOLD.values())
    names |= {f"settings.{camel(name)}" for name in workspace_settings.SETTINGS}
    others = {"partyId", "team", "externalRefs", "role", "translations", "phases", "stages", "reason", "subject"}
    for name in {camel(name) for name in names} | set(REFERENCES) | others:
        assert field_word(name, "en")
