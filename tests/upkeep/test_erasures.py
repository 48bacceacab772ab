"""Erasing: no copy of what identifies is left anywhere in the database, every figure stays; the export tells all that is held before."""

import re
from typing import Any

import pytest

from tests.conftest import World
from tests.strangers.cases import snapshot
from tests.upkeep.conftest import Kept

SECRETS = ("Zdenka", "Krawczyk", "zdenka.k@mill.example", "+48 600 111 222", "cs-CZ", "likes tea", "met at the fair", "vip", "badge-7")
WRITTEN = ("judged in haste", "said by Olga", "old friends", "knows her well", "needs it quiet", "too loud", "we dampen it", "fair work")
SUMMARY = "Zdenka Krawczyk asked for silence; write to Zdenka.K@mill.example. zdenka krawczyk agreed."
ABOUT = "As Zdenka Krawczyk wished"
ALL = """
MATCH (n) WHERE n.workspace = $w OR n.id = $w
RETURN labels(n)[0] + ' ' + coalesce(n.id, '') AS place, properties(n) AS held
UNION ALL
MATCH (n {workspace: $w})-[r]->() RETURN type(r) + ' ' + coalesce(r.id, '') AS place, properties(r) AS held
"""
FIGURES = """query($deal: ID!) { deal(id: $deal) {
  committee { members { roles { role certainty } stance influence access awareness favours assessedAt since until } }
  needs { needKind priority needStatus } objections { objectionKind objectionStatus raisedAt } phaseHistory { enteredAt step }
  interactions { nodes { interactionKind at minutes sentiment participants { id } } } } }"""


async def figures(world: World, deal: str) -> Any:
    """All that an erasure leaves; who took part in an order of its own."""
    told = (await world.ask(FIGURES, {"deal": deal}))["data"]["deal"]
    for one in told["interactions"]["nodes"]:
        one["participants"].sort(key=lambda who: who["id"])
    return told


async def places(world: World, words: tuple[str, ...]) -> set[str]:
    """Every place in the database where one of the words stands, in any case of letters."""
    found = await world.database.driver.execute_query(ALL, w=world.workspace, database_=world.database.name)
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    return {row["place"].split()[0] for row in found.records if pattern.search(str(row["held"]))}


@pytest.fixture
async def known(kept: Kept) -> Kept:
    """A person of whom everything is told that can be told."""
    made, tell = kept.made, kept.world.tell
    await made.make(
        "zdenka",
        "createPerson",
        name="Zdenka Nowak",
        email="zdenka.k@mill.example",
        phone="+48 600 111 222",
        locale="cs-CZ",
        preferences=["likes tea"],
        notes="met at the fair",
        tags=["vip"],
        externalRefs=[{"system": "crm", "key": "badge-7"}],
        employment={"accountId": "@account", "title": "Head of sound"},
        idempotencyKey="made",
    )
    zdenka = made.names["zdenka"]
    await tell("updatePerson", "__typename", id=zdenka, name="Zdenka Krawczyk")
    member = await tell(
        "assignRole",
        "__typename ... on Member { id }",
        dealId=made.names["deal"],
        partyId=zdenka,
        role="USER",
        source="said by Olga",
        certainty="CONFIRMED",
    )
    made.names["seat"] = member["id"]
    await tell("assessMember", "__typename", memberId=member["id"], stance="SCEPTIC", influence=8, note="judged in haste")
    await tell("relatePeople", "__typename", kind="KNOWS", fromId=zdenka, toId=made.names["person"], note="old friends", strength=3)
    await tell("setAcquaintance", "__typename", personId=zdenka, teamMemberId=made.names["us"], level=3, note="knows her well")
    await tell("addNeed", "__typename", memberId=member["id"], kind="GOAL", text="needs it quiet", priority=2)
    raised = await tell("raiseObjection", "__typename ... on Objection { id }", memberId=member["id"], text="too loud")
    await tell("updateObjection", "__typename", id=raised["id"], answer="we dampen it", status="ANSWERED")
    judge = await tell("addMember", "__typename ... on Member { id }", dealId=made.names["won"], partyId=zdenka)
    await tell("evaluatePurchase", "__typename", dealId=made.names["won"], memberId=judge["id"], problemSolved=4, note="fair work")
    said = {"kind": "CALL", "at": "2026-02-01T09:00:00Z", "summary": SUMMARY, "dealId": made.names["deal"]}
    logged = await tell("logInteraction", "__typename ... on Interaction { id }", **said, personIds=[zdenka, made.names["person"]])
    await tell("logInteraction", "__typename", **said, personIds=[made.names["person"]])
    await tell("updateInteraction", "__typename", id=logged["id"], summary=SUMMARY + " Zdenka Nowak it was then.")
    other = {"personId": made.names["person"], "teamMemberId": made.names["us"]}
    await tell("updatePerson", "__typename", id=made.names["colleague"], notes=f"{ABOUT}, +48 600 111 222")
    await tell("updatePerson", "__typename", id=made.names["colleague"], notes=f"{ABOUT} instead of others")
    await tell("setAcquaintance", "__typename", **other, level=2, note=ABOUT)
    await tell("assessMember", "__typename", memberId=made.names["member"], stance="NEUTRAL", note=ABOUT)
    await tell("updateDeal", "__typename", id=made.names["closed"], name="What Zdenka Krawczyk wants", closeReason=ABOUT)
    await tell("updateGroup", "__typename", id=made.names["group"], name="The people of Zdenka Krawczyk")
    await tell("moveDeal", "__typename", id=made.names["open"], phase="purchase-decision", reason=ABOUT)
    made.names["said"] = logged["id"]
    return kept


async def erased(kept: Kept, as_: str = "admin") -> dict[str, Any]:
    asked = "mutation($input: DeleteInput!) { erasePerson(input: $input) { __typename ... on Erasure { person { id name isErased } } } }"
    return (await kept.world.ask(asked, {"input": {"id": kept.made.names["zdenka"]}}, as_))["data"]["erasePerson"]  # type: ignore[no-any-return]


async def test_no_copy_is_left_and_every_figure_stays(known: Kept) -> None:
    world, names = known.world, known.made.names
    assert await places(world, SECRETS) >= {"Person", "Interaction", "ExternalRef", "Change"}
    assert await places(world, WRITTEN) >= {"Assessment", "RoleAssignment", "KNOWS", "COVERS", "Need", "Objection", "PurchaseEvaluation"}
    before = await figures(world, names["deal"])
    assert await erased(known) == {"__typename": "Erasure", "person": {"id": names["zdenka"], "name": "(erased)", "isErased": True}}
    assert await places(world, SECRETS + WRITTEN) == set()
    assert await figures(world, names["deal"]) == before
    told = await world.ask("query($id: ID!) { node(id: $id) { ... on Interaction { summary } } }", {"id": names["said"]})
    kept = "(erased) asked for silence; write to (erased). (erased) agreed. (erased) it was then."
    assert told["data"]["node"]["summary"] == kept
    log = await world.ask(
        "query($id: ID!) { changes(entityId: $id) { nodes { action fields { field before after } } } }", {"id": names["zdenka"]}
    )
    assert [one["action"] for one in log["data"]["changes"]["nodes"]] == ["CREATED", "UPDATED", "ERASED"]
    assert await erased(known) == {"__typename": "Erasure", "person": {"id": names["zdenka"], "name": "(erased)", "isErased": True}}
    again = await world.ask("query($id: ID!) { changes(entityId: $id) { totalCount } }", {"id": names["zdenka"]})
    assert again["data"]["changes"]["totalCount"] == 3


async def test_what_is_hidden_is_erased_too(known: Kept) -> None:
    assert [await known.delete(name) for name in ("deal", "said")] == ["done", "done"]
    assert (await erased(known))["__typename"] == "Erasure"
    assert await places(known.world, SECRETS + WRITTEN) == set()


async def test_other_people_keep_what_is_told_of_them(known: Kept) -> None:
    world = known.world
    await world.tell(
        "updatePerson", "__typename", id=known.made.names["colleague"], notes="Zdenkas is another word", email="anna@mill.example"
    )
    before = await snapshot(world)
    await erased(known)
    after = await snapshot(world)
    lost = {one[0] for one in before - after}
    assert lost <= {
        *("Person", "ExternalRef", "NAMES", "Assessment", "RoleAssignment", "KNOWS", "COVERS", "Need", "Objection", "PurchaseEvaluation"),
        *("Interaction", "Change", "Workspace", "Outcome", "Deal", "Group", "PhaseVisit"),
    }
    assert sum(one[0] == "Person" for one in before - after) == 1
    assert {one[0] for one in after - before} <= lost


async def test_only_an_administrator_erases_and_exports(known: Kept, stranger: World) -> None:
    world, before = known.world, await snapshot(known.world)
    subject = f"manager@{world.workspace}"
    await world.tell("saveTeamMember", "__typename", subject=subject, name="Max", permission="MANAGER")
    assert (await erased(known, "manager"))["__typename"] == "Forbidden"
    asked = "query($id: ID!) { personExport(id: $id) }"
    told = await world.ask(asked, {"id": known.made.names["zdenka"]}, "manager")
    assert (told["data"]["personExport"], told["errors"][0]["extensions"]["code"]) == (None, "FORBIDDEN")
    assert await stranger.ask(asked, {"id": known.made.names["zdenka"]}) == {"data": {"personExport": None}}
    told = await stranger.tell("erasePerson", "__typename", id=known.made.names["zdenka"])
    assert told["__typename"] == "NotFound"
    assert {one[0] for one in before ^ await snapshot(world)} <= {"TeamMember", "Change", "Workspace"}


async def test_the_export_tells_all_that_is_held(known: Kept) -> None:
    told = await known.world.ask("query($id: ID!) { personExport(id: $id) }", {"id": known.made.names["zdenka"]})
    text = str(told["data"]["personExport"])
    assert [word for word in (*SECRETS, *WRITTEN) if word not in text] == []
    await erased(known)
    told = await known.world.ask("query($id: ID!) { personExport(id: $id) }", {"id": known.made.names["zdenka"]})
    assert [word for word in (*SECRETS, *WRITTEN) if word in str(told["data"]["personExport"])] == []


async def test_doubles_are_found_by_address_and_by_name_with_employer(kept: Kept) -> None:
    async def made(name: str, **given: Any) -> str:
        return str((await kept.made.make(name, "createPerson", name=name, **given))["id"])

    post = {"employment": {"accountId": "@account"}}
    one, other = await made("Łucja Żak", email="LUCJA@mill.example"), await made("L. Zak", email="lucja@mill.example")
    third, fourth = await made("Lucja  zak", **post), await made("ŁUCJA ŻAK", **post)
    await made("lucja zak")
    body = await kept.world.ask("{ duplicatePeople { because people { id } } }")
    assert [(group["because"], [found["id"] for found in group["people"]]) for group in body["data"]["duplicatePeople"]] == [
        ("SAME_EMAIL", [one, other]),
        ("SAME_EMAIL", [kept.made.names["nobody"], kept.made.names["double"]]),
        ("SAME_NAME_AND_EMPLOYER", [third, fourth]),
    ]
    assert len((await kept.world.ask("{ duplicatePeople(limit: 1) { because } }"))["data"]["duplicatePeople"]) == 1
    told = await kept.world.ask("{ duplicatePeople(limit: 0) { because } }")
    assert told["errors"][0]["extensions"]["code"] == "OUT_OF_RANGE"
