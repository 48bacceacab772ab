"""Needs and objections through the API, their rules, and the steps of deals that they set off."""

from typing import Any

from tests.speech.conftest import Said

NEED = "__typename ... on Need { id version needKind text priority needStatus member { id version } }"
OBJECTION = "__typename ... on Objection { id version objectionKind text objectionStatus answer phase { key } raisedAt answeredAt member { id version } }"


async def stored(said: Said, label: str) -> list[dict[str, Any]]:
    text = f"MATCH (n:{label} {{workspace: $w}}) RETURN properties(n) AS held ORDER BY n.id"
    found = await said.timed.world.database.driver.execute_query(text, w=said.timed.world.workspace)
    return [row["held"] for row in found.records]


async def test_a_need_is_open_until_it_is_met_or_dropped(said: Said) -> None:
    member = said.ids["member"]
    told = await said.told("addNeed", NEED, memberId=member, kind="PAIN_POINT", text="Waste", priority=4)
    assert told == {
        "__typename": "Need",
        "id": told["id"],
        "version": 1,
        "needKind": "PAIN_POINT",
        "text": "Waste",
        "priority": 4,
        "needStatus": "OPEN",
        "member": {"id": member, "version": 2},
    }
    met = await said.told("updateNeed", NEED, id=told["id"], status="MET", expectedVersion=1)
    assert (met["version"], met["needStatus"], met["member"]["version"]) == (2, "MET", 3)
    said.timed.turn(110)
    await said.told("updateNeed", NEED, id=told["id"], status="DROPPED")
    assert (await stored(said, "Need"))[0]["closedAt"] == said.timed.at(100)
    again = await said.told("updateNeed", NEED, id=told["id"], status="OPEN", priority=None)
    assert (again["priority"], "closedAt" in (await stored(said, "Need"))[0]) == (None, False)
    assert (await said.told("updateNeed", NEED, id=told["id"], status="OPEN"))["version"] == 4


async def test_an_objection_is_raised_in_the_phase_of_its_moment(said: Said) -> None:
    await said.timed.step("moveDeal", id=said.ids["deal"], phase="purchase-decision", at=said.timed.at(50))
    now = await said.told("raiseObjection", OBJECTION, memberId=said.ids["member"], text="Too dear")
    assert now | {"id": ""} == {
        "__typename": "Objection",
        "id": "",
        "version": 1,
        "objectionKind": "OBJECTION",
        "text": "Too dear",
        "objectionStatus": "OPEN",
        "answer": None,
        "phase": {"key": "purchase-decision"},
        "raisedAt": said.timed.at(100),
        "answeredAt": None,
        "member": {"id": said.ids["member"], "version": 2},
    }
    then = await said.told("raiseObjection", OBJECTION, memberId=said.ids["seat"], kind="QUESTION", text="Why?", at=said.timed.at(49))
    assert (then["phase"]["key"], then["raisedAt"]) == ("need-recognition", said.timed.at(49))
    answered = await said.told("updateObjection", OBJECTION, id=then["id"], status="ANSWERED", answer="Because")
    assert (answered["answer"], answered["answeredAt"], answered["member"]["version"]) == ("Because", said.timed.at(100), 3)
    document = """query($id: ID!) { deal(id: $id) { all: objections { text } open: objections(statuses: [OPEN]) { text } none: objections(statuses: []) { text }
        timeline(first: 2) { nodes { message } } } }"""
    deal = (await said.timed.world.ask(document, {"id": said.ids["deal"]}))["data"]["deal"]
    assert (deal["all"], deal["open"], deal["none"]) == ([{"text": "Too dear"}, {"text": "Why?"}], [{"text": "Too dear"}], [])
    assert deal["timeline"]["nodes"][1]["message"].endswith(" entered a question of Board on the deal “Looms”.")
    closed = await said.told("updateObjection", OBJECTION, id=then["id"], status="WITHDRAWN")
    assert (closed["answeredAt"], (await stored(said, "Objection"))[1]["closedAt"]) == (None, said.timed.at(100))


async def test_what_may_be_said(said: Said) -> None:
    member = said.ids["member"]
    add, raise_ = {"memberId": member, "kind": "GOAL", "text": "x"}, {"memberId": member, "text": "x"}
    assert await said.issue("addNeed", **add | {"priority": 6}) == "OUT_OF_RANGE priority"
    assert await said.issue("addNeed", **add | {"text": " "}) == "REQUIRED text"
    assert await said.issue("addNeed", **add | {"text": "x" * 20_001}) == "TOO_LONG text"
    assert await said.issue("addNeed", **add | {"memberId": said.ids["ada"]}) == "NotFound"
    assert await said.issue("raiseObjection", **raise_ | {"at": said.timed.at(101)}) == "IN_FUTURE at"
    assert await said.issue("raiseObjection", **raise_ | {"kind": None}) == "REQUIRED kind"
    need, objection = await said.make("need", "addNeed", **add), await said.make("objection", "raiseObjection", **raise_)
    for mutation, id_, name in (("updateNeed", need, "status"), ("updateNeed", need, "text"), ("updateObjection", objection, "kind")):
        assert await said.issue(mutation, id=id_, **{name: None}) == f"REQUIRED {name}"
    await said.make("member", "removeMember", id=member)
    assert await said.issue("addNeed", **add) == "WRONG_STATE memberId"
    assert await said.issue("raiseObjection", **raise_) == "WRONG_STATE memberId"
    assert await said.issue("updateNeed", id=need, status="DROPPED") == "done"


async def test_a_step_tells_what_set_it_off(said: Said) -> None:
    deal, member = said.ids["deal"], said.ids["member"]
    other = await said.timed.deal(name="Other")
    need = await said.make("need", "addNeed", memberId=member, kind="GOAL", text="Speed")
    objection = await said.make("objection", "raiseObjection", memberId=member, text="Too dear")
    call = {"kind": "CALL", "at": said.timed.at(60), "personIds": [said.ids["ada"]]}
    ours = await said.make("call", "logInteraction", **call)
    theirs = await said.make("theirs", "logInteraction", **call, dealId=other)

    async def moved(trigger: str, **given: Any) -> str:
        return await said.timed.step("moveDeal", id=deal, triggeredBy=trigger, **given)

    assert [await moved(one, phase="purchase-decision") for one in (need, objection)] == ["WRONG_STATE triggeredBy"] * 2
    assert await moved(theirs, phase="purchase-decision") == "CONTRADICTION triggeredBy"
    assert await moved(member, phase="purchase-decision") == "NotFound"
    await said.make("need", "updateNeed", id=need, status="MET")
    await said.make("objection", "updateObjection", id=objection, status="ANSWERED")
    for trigger in (need, objection, ours):
        assert await moved(trigger, phase="purchase-decision", stage="closing") == "done"
    fields = "{ triggeredBy { __typename id } }"
    found = await said.timed.read(
        deal, f"phaseHistory {fields} stageHistory {fields} timeline(first: 1) {{ nodes {{ fields {{ field after }} }} }}"
    )
    expected = [None, ("Need", need), ("Objection", objection), ("Interaction", ours)]
    for history in ("phaseHistory", "stageHistory"):
        triggers = [one["triggeredBy"] for one in found[history]]
        assert [one and (one["__typename"], one["id"]) for one in triggers] == expected
    assert {"field": "triggeredBy", "after": ours} in found["timeline"]["nodes"][0]["fields"]
