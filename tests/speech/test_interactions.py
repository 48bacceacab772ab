"""Interactions through the API: logging and changing, who took part, the lists they are in, and what follows from them."""

from typing import Any

import pytest

from tests.speech.conftest import Said

INTERACTION = (
    "__typename ... on Interaction { id version interactionKind at minutes initiatedByUs sentiment summary about { id } "
    "participants { name } teamParticipants { id } }"
)


def call(said: Said, hours: float, **given: Any) -> dict[str, Any]:
    return {"kind": "CALL", "at": said.timed.at(hours), "personIds": [said.ids["ada"]], **given}


async def took_part(said: Said) -> list[tuple[str, str, str, bool]]:
    text = (
        "MATCH (p {workspace: $w})-[k:TOOK_PART_IN]->(i) "
        "RETURN labels(p)[0] AS kind, i.kind AS i, k.at = i.at AS same, k.at AS at, k.engages AS e"
    )
    found = await said.timed.world.database.driver.execute_query(text, w=said.timed.world.workspace)
    assert all(row["same"] for row in found.records)
    return sorted((row["kind"], row["i"], row["at"], row["e"]) for row in found.records)


async def test_what_is_logged_reads_back(said: Said) -> None:
    viewer = (await said.timed.world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"]
    told = await said.told(
        "logInteraction",
        INTERACTION,
        **call(said, 5, dealId=said.ids["deal"], minutes=20, initiatedByUs=False, sentiment=-2, summary="Asked for the price"),
    )
    assert told | {"id": ""} == {
        "__typename": "Interaction",
        "id": "",
        "version": 1,
        "interactionKind": "CALL",
        "at": said.timed.at(5),
        "minutes": 20,
        "initiatedByUs": False,
        "sentiment": -2,
        "summary": "Asked for the price",
        "about": {"id": said.ids["deal"]},
        "participants": [{"name": "Ada"}],
        "teamParticipants": [{"id": viewer}],
    }
    assert await took_part(said) == [("Person", "CALL", said.timed.at(5), True), ("TeamMember", "CALL", said.timed.at(5), True)]
    body = await said.timed.world.ask(
        "query($id: ID!) { deal(id: $id) { timeline(first: 1) { nodes { message account { id } } } } }", said.ids | {"id": said.ids["deal"]}
    )
    assert body["data"]["deal"]["timeline"]["nodes"] == [
        {"message": f"admin@{said.timed.world.workspace} entered the call with Ada.", "account": {"id": said.ids["account"]}}
    ]


async def test_a_change_keeps_everything_in_step(said: Said) -> None:
    other = await said.timed.deal(name="Other")
    id_ = await said.make("call", "logInteraction", **call(said, 5, dealId=said.ids["deal"]))
    await said.make("earlier", "logInteraction", **call(said, 3, dealId=said.ids["deal"]))
    changed = await said.told(
        "updateInteraction",
        INTERACTION,
        id=id_,
        kind="MESSAGE",
        at=said.timed.at(7),
        dealId=other,
        personIds=[said.ids["ben"]],
        teamMemberIds=None,
    )
    assert (changed["version"], changed["interactionKind"], changed["about"]["id"]) == (2, "MESSAGE", other)
    assert (changed["participants"], changed["teamParticipants"]) == ([{"name": "Ben"}], [])
    assert ("Person", "MESSAGE", said.timed.at(7), False) in await took_part(said)
    assert [(await said.timed.read(one, "lastInteractionAt"))["lastInteractionAt"] for one in (said.ids["deal"], other)] == [
        said.timed.at(3),
        said.timed.at(7),
    ]
    theirs = await said.told("updateInteraction", INTERACTION, id=id_, initiatedByUs=False, dealId=None)
    assert theirs["about"] is None
    assert ("Person", "MESSAGE", said.timed.at(7), True) in await took_part(said)
    same = await said.told("updateInteraction", INTERACTION, id=id_, initiatedByUs=False, personIds=[said.ids["ben"]])
    assert same["version"] == 3
    assert (await said.told("updateInteraction", INTERACTION, id=id_, expectedVersion=2, minutes=1))["reason"] == "STALE_VERSION"


@pytest.mark.parametrize(
    ("given", "issue"),
    [
        ({"at": 100.01}, "IN_FUTURE at"),
        ({"minutes": -1}, "OUT_OF_RANGE minutes"),
        ({"sentiment": 3}, "OUT_OF_RANGE sentiment"),
        ({"summary": "x" * 20_001}, "TOO_LONG summary"),
        ({"personIds": []}, "REQUIRED personIds"),
        ({"personIds": ["no"]}, "NotFound"),
        ({"teamMemberIds": ["ada"]}, "NotFound"),
        ({"dealId": "ada"}, "NotFound"),
        ({"personIds": ["ada"] * 101}, "TOO_MANY personIds"),
        ({"personIds": ["ada", "ada"]}, "done"),
        ({"personIds": [], "dealId": "deal"}, "done"),
    ],
)
async def test_what_may_be_logged(said: Said, given: dict[str, Any], issue: str) -> None:
    def filled(value: Any) -> Any:
        return [filled(one) for one in value] if isinstance(value, list) else said.ids.get(value, value)

    named = {name: said.timed.at(value) if name == "at" else filled(value) for name, value in given.items()}
    assert await said.issue("logInteraction", **call(said, 5, **named)) == issue


async def test_null_clears_only_what_may_be_empty(said: Said) -> None:
    id_ = await said.make("call", "logInteraction", **call(said, 5, minutes=3))
    for name, issue in (("kind", "REQUIRED kind"), ("at", "REQUIRED at"), ("personIds", "REQUIRED personIds"), ("minutes", "done")):
        assert await said.issue("updateInteraction", id=id_, **{name: None}) == issue


async def test_lists_are_newest_first_and_go_on_by_cursor(said: Said) -> None:
    for hours in (1, 9, 5, 5, 7):
        await said.make(str(hours), "logInteraction", **call(said, hours, dealId=said.ids["deal"]))
    await said.make("elsewhere", "logInteraction", **call(said, 8, personIds=[said.ids["ben"]]))
    page = "interactions(first: 2, after: $after) { totalCount nodes { at } pageInfo { endCursor hasNextPage } }"
    for kind, name, expected in (
        ("Deal", "deal", [9, 7, 5, 5, 1]),
        ("Person", "ada", [9, 7, 5, 5, 1]),
        ("Account", "account", [9, 7, 5, 5, 1]),
    ):
        seen, after = [], None
        while True:
            document = f"query($id: ID!, $after: String) {{ node(id: $id) {{ ... on {kind} {{ {page} }} }} }}"
            found = (await said.timed.world.ask(document, {"id": said.ids[name], "after": after}))["data"]["node"]["interactions"]
            seen += [one["at"] for one in found["nodes"]]
            after = found["pageInfo"]["endCursor"]
            if not found["pageInfo"]["hasNextPage"]:
                break
        assert (seen, found["totalCount"]) == ([said.timed.at(one) for one in expected], 5)


async def test_an_account_has_what_its_people_did_while_they_were_there(said: Said) -> None:
    """March 2nd, 8 o'clock in UTC, is hour 0; Ben is with the mill on the 3rd."""
    post = {"accountId": said.ids["account"], "since": "2026-03-03", "until": "2026-03-04"}
    await said.make("post", "addEmployment", personId=said.ids["ben"], employment=post)
    for hours in (15.9, 16, 39.9, 40):
        await said.make(str(hours), "logInteraction", **call(said, hours, personIds=[said.ids["ben"]]))
    found = await said.node("account", "Account", "lastInteractionAt interactions { nodes { at } }")
    assert [one["at"] for one in found["interactions"]["nodes"]] == [said.timed.at(39.9), said.timed.at(16)]
    assert found["lastInteractionAt"] == said.timed.at(39.9)


async def test_a_member_was_last_seen_itself_or_through_its_people(said: Said) -> None:
    fields = "lastInteractionAt"
    assert [(await said.node(one, "Member", fields))[fields] for one in ("member", "seat")] == [None, None]
    await said.make("1", "logInteraction", **call(said, 2))
    await said.make("2", "logInteraction", **call(said, 6, personIds=[said.ids["ben"]]))
    assert [(await said.node(one, "Member", fields))[fields] for one in ("member", "seat")] == [said.timed.at(2), said.timed.at(6)]
    document = "query($id: ID!) { deal(id: $id) { committee { members { party { name } lastInteractionAt } } } }"
    body = await said.timed.world.ask(document, {"id": said.ids["deal"]})
    assert [one["lastInteractionAt"] for one in body["data"]["deal"]["committee"]["members"]] == [said.timed.at(2), said.timed.at(6)]
    assert said.timed.world.watched.ran == ["deal.by_ids + member.committee", "interaction.last_of_members"]


async def test_habits_tell_how_somebody_deals_with_us(said: Said) -> None:
    fields = "habits { usualKind theirShare medianGapDays }"
    assert (await said.node("ada", "Person", fields))["habits"] == {"usualKind": None, "theirShare": None, "medianGapDays": None}
    for hours, kind, ours in ((0, "CALL", True), (12, "DEMO", False), (36, "CALL", None), (84, "DEMO", True), (-24 * 362, "VISIT", False)):
        await said.make(str(hours), "logInteraction", **call(said, hours, kind=kind, initiatedByUs=ours))
    assert (await said.node("ada", "Person", fields))["habits"] == {"usualKind": "DEMO", "theirShare": 1 / 3, "medianGapDays": 1.0}
