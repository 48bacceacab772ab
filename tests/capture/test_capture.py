"""Capturing after a meeting: one consistent committee, or nothing; what stands is kept; a repeated call changes nothing."""

from typing import Any

from tests.conftest import World, at_once
from tests.strangers.cases import snapshot

ID = "__typename ... on Node { id }"
KEPT = """
__typename ... on Capture {
  keys { key member { id version stance influence party { __typename id name } roles { role certainty source } } }
  committee { members { id } }
  interaction { id summary participants { name } teamParticipants { id } about { id } }
}
"""


async def on_a_deal(world: World) -> tuple[str, str]:
    account = (await world.tell("createAccount", ID, name="Mill"))["id"]
    return account, (await world.tell("createDeal", ID, accountId=account, name="Line 4"))["id"]


def twelve(account: str, known: str, **more: Any) -> dict[str, Any]:
    """Twelve people, one of them known and one a placeholder, with nine ties and a call."""
    people: list[dict[str, Any]] = [{"key": "p0", "partyId": known, "roles": ["DECIDER", "USER"], "certainty": "CONFIRMED"}]
    people += [
        {
            "key": f"p{number}",
            "person": {"name": f"P{number}", "isPlaceholder": number == 11, "employment": {"accountId": account, "title": "Buyer"}},
            "roles": ["INFLUENCER"] if number % 2 else [],
            "assessment": {"stance": "SUPPORTER", "influence": number % 11},
        }
        for number in range(1, 12)
    ]
    ties = [{"kind": "REPORTS_TO", "from": f"p{number}", "to": "p0"} for number in range(1, 6)]
    ties += [{"kind": "INFLUENCES", "from": f"p{number}", "to": "p0", "strength": 4} for number in range(6, 10)]
    call = {"kind": "CALL", "at": "2026-01-05T08:00:00Z", "initiatedByUs": True, "summary": "All of them"}
    return {"source": "The kick-off", "people": people, "ties": ties, "interaction": call} | more


async def test_twelve_people_nine_ties_and_a_call_make_one_committee_and_once(world: World) -> None:
    account, deal = await on_a_deal(world)
    anna = (await world.tell("createPerson", ID, name="Anna", employment={"accountId": account}))["id"]
    await world.tell("assignRole", ID, dealId=deal, partyId=anna, role="DECIDER", source="She said so")
    given = twelve(account, anna, dealId=deal, idempotencyKey="once")
    told = await world.tell("capture", KEPT, **given)
    assert [one["key"] for one in told["keys"]] == [f"p{number}" for number in range(12)]
    assert len(told["committee"]["members"]) == 12
    first = told["keys"][0]["member"]
    assert first["roles"] == [
        {"role": "DECIDER", "certainty": "ASSUMED", "source": "She said so"},
        {"role": "USER", "certainty": "CONFIRMED", "source": "The kick-off"},
    ]
    assert told["keys"][3]["member"]["stance"] == "SUPPORTER"
    assert told["keys"][3]["member"]["influence"] == 3
    assert len(told["interaction"]["participants"]) == 11, "a placeholder was not there"
    assert told["interaction"]["about"]["id"] == deal
    before = await snapshot(world)
    assert await world.tell("capture", KEPT, **given) == told
    assert await snapshot(world) == before
    tied = await world.ask("query($id: ID!) { person(id: $id) { relationships(first: 50) { nodes { relationshipKind } } } }", {"id": anna})
    assert len(tied["data"]["person"]["relationships"]["nodes"]) == 9


async def test_told_again_under_another_key_only_what_is_new_is_written(world: World) -> None:
    _, deal = await on_a_deal(world)
    anna, ben = [(await world.tell("createPerson", ID, name=name))["id"] for name in ("Anna", "Ben")]
    people = [{"key": "a", "partyId": anna, "roles": ["USER"]}, {"key": "b", "partyId": ben}]
    given = {"dealId": deal, "people": people, "ties": [{"kind": "CONFLICTS_WITH", "from": "a", "to": "b"}]}
    for _ in range(2):  # the second one leaves its locks
        await world.tell("capture", KEPT, **given)
    before = await snapshot(world)
    again = given | {"ties": [{"kind": "CONFLICTS_WITH", "from": "b", "to": "a"}]}
    told = await world.tell("capture", KEPT, **again)
    assert told["interaction"] is None
    assert await snapshot(world) == before


FAULTS: list[tuple[dict[str, Any], list[tuple[str, str]]]] = [
    ({"people": [{"key": "a"}]}, [("people.0.partyId", "REQUIRED")]),
    ({"people": [{"key": "a", "person": {"name": "A"}}, {"key": "a", "person": {"name": "B"}}]}, [("people.1.key", "DUPLICATE_KEY")]),
    ({"people": [{"key": str(n), "person": {"name": "A"}} for n in range(51)]}, [("people", "TOO_MANY")]),
    ({"people": [{"key": "a", "person": {"name": " "}}]}, [("people.0.person.name", "REQUIRED")]),
    ({"people": [{"key": "a", "person": {"name": "A"}, "assessment": {"note": "?"}}]}, [("people.0.assessment", "REQUIRED")]),
    (
        {"people": [{"key": "a", "person": {"name": "A"}, "assessment": {"influence": 11}}]},
        [("people.0.assessment.influence", "OUT_OF_RANGE")],
    ),
    ({"people": [{"key": "a", "person": {"name": "A"}, "certainty": None}]}, [("people.0.certainty", "REQUIRED")]),
    (
        {"people": [{"key": "a", "person": {"name": "A"}}], "ties": [{"kind": "KNOWS", "from": "a", "to": "b"}]},
        [("ties.0.to", "UNKNOWN_KEY")],
    ),
    (
        {"people": [{"key": "a", "person": {"name": "A"}}], "ties": [{"kind": "KNOWS", "from": "a", "to": "a"}]},
        [("ties.0.to", "SELF_TIE")],
    ),
    (
        {
            "people": [{"key": "a", "person": {"name": "A"}}, {"key": "b", "person": {"name": "B"}}],
            "ties": [{"kind": "REPORTS_TO", "from": "a", "to": "b"}, {"kind": "REPORTS_TO", "from": "b", "to": "a"}],
        },
        [("ties.1.toId", "CYCLE")],
    ),
    (
        {"people": [{"key": "a", "person": {"name": "A"}}], "interaction": {"kind": "CALL", "at": "2999-01-01T00:00:00Z"}},
        [("interaction.at", "IN_FUTURE")],
    ),
    (
        {
            "people": [{"key": "a", "person": {"name": "A"}}],
            "interaction": {"kind": "CALL", "at": "2026-01-01T00:00:00Z", "participants": ["x"]},
        },
        [("interaction.participants.0", "UNKNOWN_KEY")],
    ),
]


async def test_what_is_wrong_anywhere_leaves_nothing(world: World) -> None:
    account, deal = await on_a_deal(world)
    board = (await world.tell("createGroup", ID, accountId=account, name="Board"))["id"]
    before = await snapshot(world)
    for given, issues in FAULTS:
        told = await world.tell("capture", KEPT, dealId=deal, **given)
        assert [(".".join(one["path"]), one["code"]) for one in told["issues"]] == issues, given
    group = [{"key": "a", "person": {"name": "A"}}, {"key": "g", "partyId": board}]
    for more, path in (
        ({"ties": [{"kind": "KNOWS", "from": "a", "to": "g"}]}, ["ties", "0", "to"]),
        (
            {"interaction": {"kind": "CALL", "at": "2026-01-01T00:00:00Z", "participants": ["a", "g"]}},
            ["interaction", "participants", "1"],
        ),
    ):
        told = await world.tell("capture", KEPT, dealId=deal, people=group, **more)
        assert [(one["path"], one["code"]) for one in told["issues"]] == [(path, "BAD_VALUE")]
    gone = await world.tell("capture", KEPT, dealId=deal, people=[group[0], {"key": "x", "partyId": deal}])
    assert (gone["__typename"], gone["argument"]) == ("NotFound", ["people", "1", "partyId"])
    assert await snapshot(world) == before


async def test_two_who_write_down_the_same_meeting_make_one_committee(world: World) -> None:
    _, deal = await on_a_deal(world)
    anna = (await world.tell("createPerson", ID, name="Anna"))["id"]
    people = [{"key": "a", "partyId": anna, "roles": ["USER"]}]
    told = await at_once(*(world.tell("capture", KEPT, dealId=deal, people=people) for _ in range(4)))
    assert {one["keys"][0]["member"]["id"] for one in told} == {told[0]["keys"][0]["member"]["id"]}
    assert all(len(one["keys"][0]["member"]["roles"]) == 1 for one in told)


async def test_a_group_can_be_captured(world: World) -> None:
    account, deal = await on_a_deal(world)
    board = (await world.tell("createGroup", ID, accountId=account, name="Board"))["id"]
    call = {"kind": "MEETING", "at": "2026-01-05T08:00:00Z"}
    people = [{"key": "g", "partyId": board, "roles": ["APPROVER"]}, {"key": "a", "person": {"name": "A"}}]
    told = await world.tell("capture", KEPT, dealId=deal, people=people, interaction=call)
    assert told["keys"][0]["member"]["party"]["__typename"] == "Group"
    assert [one["name"] for one in told["interaction"]["participants"]] == ["A"]
