"""What was changed of a committee since a moment: of its deal, its members, its judgements and the ties between its people."""

from typing import Any

from tests.moves.conftest import Timed

CHANGES = """query($deal: ID!, $since: DateTime!, $asOf: DateTime, $first: Int, $after: String) { deal(id: $deal) { committee(asOf: $asOf) {
  changes(since: $since, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { action entityType } } } } }"""


async def changes(timed: Timed, deal: str, hours: float, **more: Any) -> list[tuple[str, str]]:
    body = await timed.world.ask(CHANGES, {"deal": deal, "since": timed.at(hours), "first": 100, **more})
    assert "errors" not in body, body
    found = body["data"]["deal"]["committee"]["changes"]
    assert found["totalCount"] == len(found["nodes"])
    return [(one["action"], one["entityType"]) for one in found["nodes"]]


async def id_of(timed: Timed, mutation: str, **given: Any) -> str:
    return str((await timed.world.tell(mutation, "... on Node { id }", **given))["id"])


async def test_changes_of_a_committee_since_a_moment(timed: Timed) -> None:
    deal, other = await timed.deal(), await timed.deal(name="Other")
    anna, ben, carl = [await id_of(timed, "createPerson", name=name) for name in ("Anna", "Ben", "Carl")]
    timed.turn(1)
    seat = await id_of(timed, "addMember", dealId=deal, partyId=anna)
    await id_of(timed, "addMember", dealId=deal, partyId=ben)
    await id_of(timed, "addMember", dealId=other, partyId=carl)
    timed.turn(2)
    await id_of(timed, "assessMember", memberId=seat, stance="CHAMPION")
    inside = await id_of(timed, "relatePeople", kind="INFLUENCES", fromId=anna, toId=ben)
    await id_of(timed, "relatePeople", kind="INFLUENCES", fromId=anna, toId=carl)
    timed.turn(3)
    await id_of(timed, "updateRelationship", id=inside, strength=5)
    assert await timed.step("updateDeal", id=deal, name="Large looms") == "done"

    later = [*await changes(timed, deal, 2)]
    assert [kind for _, kind in later] == ["Relationship", "Deal"]
    whole = await changes(timed, deal, -1)
    assert [kind for _, kind in whole] == ["Deal", "Member", "Member", "Assessment", "Relationship", "Relationship", "Deal"]
    assert await changes(timed, deal, 0) == whole[1:]
    assert await changes(timed, deal, 0, asOf=timed.at(2)) == whole[1:5]
    assert await changes(timed, deal, 3) == []


async def test_they_come_in_pages(timed: Timed) -> None:
    deal = await timed.deal()
    for number in range(5):
        timed.turn(number + 1)
        assert await timed.step("updateDeal", id=deal, name=f"Looms {number}") == "done"
    seen, after = 0, None
    while True:
        body = await timed.world.ask(CHANGES, {"deal": deal, "since": timed.at(0), "first": 2, "after": after})
        found = body["data"]["deal"]["committee"]["changes"]
        seen, after = seen + len(found["nodes"]), found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert seen == 5
    told = await timed.world.ask(CHANGES, {"deal": deal, "since": timed.at(1), "first": 2, "after": after})
    assert told["errors"][0]["extensions"]["code"] == "BAD_PAGE"
