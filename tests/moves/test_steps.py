"""Sequences of steps, checked by hand: what each is recorded as, and why each of the others is refused."""

from typing import Any

import pytest

from tests.moves.conftest import Timed

HISTORY = """status phase { key } stage { key }
  phaseHistory { phase { key } enteredAt leftAt step leftBy closedAs reason }
  stageHistory { stage { key } step leftBy closedAs }"""
PHASES = {"need": "need-recognition", "info": "information-search", "alternatives": "evaluation-of-alternatives"}
PHASES |= {"decision": "purchase-decision", "after": "post-purchase-evaluation", "unaware": "unaware", "awareness": "awareness"}
SHORT = {key: name for name, key in PHASES.items()}
Told = list[tuple[str, dict[str, Any], str]]


def move(expected: str = "done", **given: Any) -> tuple[str, dict[str, Any], str]:
    if "phase" in given:
        given["phase"] = PHASES.get(given["phase"], given["phase"])
    return "moveDeal", given, expected


def close(status: str, expected: str = "done", **given: Any) -> tuple[str, dict[str, Any], str]:
    return "closeDeal", {"status": status, **given}, expected


def reopen(expected: str = "done", **given: Any) -> tuple[str, dict[str, Any], str]:
    if "phase" in given:
        given["phase"] = PHASES.get(given["phase"], given["phase"])
    return "reopenDeal", given, expected


UNDO = ("undoMove", {}, "done")
STAGE = "prospecting"
CASES: dict[str, tuple[Told, list[str], list[str]]] = {
    "start": ([], ["need START"], ["prospecting START"]),
    "advance and skip": (
        [move(phase="info"), move(phase="decision")],
        ["need START>ADVANCE", "info ADVANCE>SKIP", "decision SKIP"],
        ["prospecting START"],
    ),
    "return and repeat": (
        [move(phase="decision"), move(phase="decision"), move(phase="need")],
        ["need START>SKIP", "decision SKIP>REPEAT", "decision REPEAT>RETURN", "need RETURN"],
        ["prospecting START"],
    ),
    "an open deal may be beyond the purchase": ([move(phase="after")], ["need START>SKIP", "after SKIP"], ["prospecting START"]),
    "a stage by itself": (
        [move(stage="qualification")],
        ["need START"],
        ["prospecting START>ADVANCE", "qualification ADVANCE"],
    ),
    "a stage with its phase": (
        [move(stage="closing", withPhase=True)],
        ["need START>SKIP", "decision SKIP"],
        ["prospecting START>SKIP", "closing SKIP"],
    ),
    "a stage whose phase the customer is in already": (
        [move(stage="needs-analysis", withPhase=True), move(stage="objection-handling", withPhase=True)],
        ["need START>SKIP", "alternatives SKIP"],
        ["prospecting START>SKIP", "needs-analysis SKIP>SKIP", "objection-handling SKIP"],
    ),
    "switch to the first": ([move(buyingProcess="adoption")], ["need START>SWITCH", "unaware SWITCH"], ["prospecting START"]),
    "switch to a named one, and back": (
        [move(buyingProcess="adoption", phase="awareness"), move(buyingProcess="purchase-path", phase="decision")],
        ["need START>SWITCH", "awareness SWITCH>SWITCH", "decision SWITCH"],
        ["prospecting START"],
    ),
    "the same process is no switch": (
        [move(buyingProcess="purchase-path", phase="info")],
        ["need START>ADVANCE", "info ADVANCE"],
        ["prospecting START"],
    ),
    "without a sales process, and with one again": (
        [move(salesProcess=None), move(stage="closing", expected="UNKNOWN_KEY stage"), move(salesProcess="sales", stage="closing")],
        ["need START"],
        ["prospecting START>SWITCH", "closing SWITCH"],
    ),
    "lost, and opened again where it was": (
        [move(phase="info"), close("LOST", lostTo="Rival"), reopen()],
        ["need START>ADVANCE", "info ADVANCE>CLOSE LOST", "info REOPEN"],
        ["prospecting START>CLOSE LOST", "prospecting REOPEN"],
    ),
    "abandoned, and opened again elsewhere": (
        [close("ABANDONED"), reopen(phase="decision", stage="closing")],
        ["need START>CLOSE ABANDONED", "decision REOPEN"],
        ["prospecting START>CLOSE ABANDONED", "closing REOPEN"],
    ),
    "won goes on after the purchase": (
        [move(phase="decision", stage="closing"), close("WON")],
        ["need START>SKIP", "decision SKIP>CLOSE WON", "after ADVANCE"],
        ["prospecting START>SKIP", "closing SKIP>CLOSE WON", "follow-up ADVANCE"],
    ),
    "won repeats after the purchase, and opens again before it": (
        [close("WON"), move(phase="after"), move(stage="follow-up"), reopen()],
        ["need START>CLOSE WON", "after ADVANCE>REPEAT", "after REPEAT>RETURN", "need REOPEN"],
        ["prospecting START>CLOSE WON", "follow-up ADVANCE>REPEAT", "follow-up REPEAT>RETURN", "prospecting REOPEN"],
    ),
    "undo of each kind": (
        [
            *(move(phase="info"), move(stage="closing", withPhase=True), UNDO, close("WON"), UNDO),
            *(move(buyingProcess="adoption"), UNDO, close("LOST"), reopen(phase="decision"), UNDO, UNDO),
        ],
        ["need START>ADVANCE", "info ADVANCE"],
        ["prospecting START"],
    ),
    "refusals of an open deal": (
        [
            move("REQUIRED phase"),
            move("REQUIRED phase", phase=None),
            move("REQUIRED buyingProcess", buyingProcess=None),
            move("UNKNOWN_KEY phase", phase="nowhere"),
            move("UNKNOWN_KEY stage", stage="nowhere"),
            move("UNKNOWN_KEY buyingProcess", buyingProcess="nowhere"),
            move("UNKNOWN_KEY salesProcess", salesProcess="nowhere"),
            move("UNKNOWN_KEY phase", buyingProcess="adoption", phase="info"),
            move("CONTRADICTION withPhase", stage="closing", phase="info", withPhase=True),
            move("REQUIRED stage", withPhase=True),
            move("CONTRADICTION withPhase", buyingProcess="buyer-journey", stage="follow-up", withPhase=True),
            move("IN_FUTURE at", phase="info", at="2999-01-01T00:00:00Z"),
            move("OUT_OF_ORDER at", phase="info", at="2026-03-02T07:59:59.999999Z"),
            close("LOST", "OUT_OF_ORDER at", at="2026-03-01T00:00:00Z"),
            close("WON", "WRONG_STATE lostTo", lostTo="Rival"),
            close("WON", "TOO_LONG lostTo", lostTo="x" * 301),
            move("TOO_LONG reason", phase="info", reason="x" * 20_001),
            reopen("WRONG_STATE id"),
            ("undoMove", {}, "WRONG_STATE id"),
            move("Conflict", phase="info", expectedVersion=7),
        ],
        ["need START"],
        ["prospecting START"],
    ),
    "refusals of a lost deal": (
        [
            close("LOST"),
            move("WRONG_STATE id", phase="info"),
            move("WRONG_STATE id", salesProcess=None),
            close("WON", "WRONG_STATE id"),
            reopen("UNKNOWN_KEY phase", phase="nowhere"),
            reopen("OUT_OF_ORDER at", at="2026-03-02T00:00:00Z"),
            reopen("REQUIRED phase", phase=None),
        ],
        ["need START>CLOSE LOST"],
        ["prospecting START>CLOSE LOST"],
    ),
    "refusals of a won deal": (
        [
            close("WON"),
            move("WRONG_STATE phase", phase="decision"),
            move("WRONG_STATE stage", stage="closing"),
            move("WRONG_STATE phase", buyingProcess="solution-cycle"),
            move("WRONG_STATE id", buyingProcess="adoption"),
            close("LOST", "WRONG_STATE id"),
        ],
        ["need START>CLOSE WON", "after ADVANCE"],
        ["prospecting START>CLOSE WON", "follow-up ADVANCE"],
    ),
}


def told(visits: list[dict[str, Any]], name: str) -> list[str]:
    """Each visit in short: `info ADVANCE>CLOSE WON`."""
    made = []
    for one in visits:
        key = one[name]["key"]
        out = f">{one['leftBy']}" if one["leftBy"] else ""
        made.append(f"{SHORT.get(key, key)} {one['step']}{out}{' ' + one['closedAs'] if one['closedAs'] else ''}")
    return made


@pytest.mark.parametrize("name", CASES)
async def test_sequences(timed: Timed, name: str) -> None:
    sequence, phases, stages = CASES[name]
    deal = await timed.deal()
    for hour, (mutation, given, expected) in enumerate(sequence, 1):
        timed.turn(hour)
        assert await timed.step(mutation, id=deal, **given) == expected, (mutation, given)
    found = await timed.read(deal, HISTORY)
    assert (told(found["phaseHistory"], "phase"), told(found["stageHistory"], "stage")) == (phases, stages)


async def test_steps_tell_when_why_and_by_whom(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(60)
    assert await timed.step("moveDeal", id=deal, phase="information-search", reason="They asked for offers", at=timed.at(36)) == "done"
    fields = "phaseEnteredAt phaseHistory { id enteredAt leftAt recordedAt days reason by { name } phase { name } }"
    found = await timed.read(deal, fields)
    first, second = found["phaseHistory"]
    assert (first["enteredAt"], first["leftAt"], first["days"]) == (timed.at(0), timed.at(36), 1.5)
    assert (second["enteredAt"], second["recordedAt"], second["days"]) == (timed.at(36), timed.at(60), 1.0)
    assert (second["reason"], second["by"], second["phase"]) == (
        "They asked for offers",
        {"name": first["by"]["name"]},
        {"name": "Information search"},
    )
    assert found["phaseEnteredAt"] == timed.at(36)
    node = "query($id: ID!) { node(id: $id) { __typename id ... on PhaseVisit { step phase { key } } } }"
    body = await timed.world.ask(node, {"id": second["id"]})
    assert body["data"]["node"] == {
        "__typename": "PhaseVisit",
        "id": second["id"],
        "step": "ADVANCE",
        "phase": {"key": "information-search"},
    }


async def test_a_visit_may_be_of_no_length(timed: Timed) -> None:
    deal = await timed.deal()
    for phase in ("information-search", "purchase-decision", "information-search"):
        assert await timed.step("moveDeal", id=deal, phase=phase) == "done"
    found = await timed.read(deal, HISTORY)
    assert told(found["phaseHistory"], "phase") == ["need START>ADVANCE", "info ADVANCE>SKIP", "decision SKIP>RETURN", "info RETURN"]
    assert {one["enteredAt"] for one in found["phaseHistory"]} == {timed.at(0)}


async def test_late_steps_come_after_what_is_told(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(10)
    assert await timed.step("moveDeal", id=deal, phase="information-search", at=timed.at(5)) == "done"
    assert await timed.step("moveDeal", id=deal, phase="purchase-decision", at=timed.at(4.9)) == "OUT_OF_ORDER at"
    assert await timed.step("moveDeal", id=deal, stage="closing", at=timed.at(2)) == "done"
    assert await timed.step("moveDeal", id=deal, phase="purchase-decision", stage="follow-up", at=timed.at(4)) == "OUT_OF_ORDER at"
    assert await timed.step("closeDeal", id=deal, status="LOST", at=timed.at(4)) == "OUT_OF_ORDER at"
    assert await timed.step("closeDeal", id=deal, status="LOST", at=timed.at(5)) == "done"
    assert await timed.step("reopenDeal", id=deal, at=timed.at(4)) == "OUT_OF_ORDER at"
    assert await timed.step("reopenDeal", id=deal, at=timed.at(7)) == "done"


async def test_closing_and_opening_again_tell_and_forget_why(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(1)
    assert await timed.step("closeDeal", id=deal, status="LOST", lostTo="Rival", closeReason="Price") == "done"
    fields = "status closedAt closeReason lostTo phase { key } phaseEnteredAt stage { key } alignment { state gap since }"
    lost = {"status": "LOST", "closedAt": timed.at(1), "closeReason": "Price", "lostTo": "Rival", "phase": None, "phaseEnteredAt": None}
    lost |= {"stage": None, "alignment": {"state": "UNMAPPED", "gap": None, "since": timed.at(1)}}
    assert await timed.read(deal, fields) == lost
    timed.turn(2)
    assert await timed.step("reopenDeal", id=deal, reason="They called") == "done"
    found = await timed.read(deal, fields + " phaseHistory { reason }")
    assert (found["status"], found["closedAt"], found["closeReason"], found["lostTo"]) == ("OPEN", None, None, None)
    assert found["phaseHistory"][-1] == {"reason": "They called"}
    assert await timed.step("undoMove", id=deal) == "done"
    assert await timed.read(deal, fields) == lost


async def test_undo_within_a_day_only(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(1)
    assert await timed.step("moveDeal", id=deal, phase="information-search") == "done"
    timed.turn(2)
    assert await timed.step("moveDeal", id=deal, phase="purchase-decision") == "done"
    timed.turn(26)
    assert await timed.step("undoMove", id=deal) == "done"
    assert await timed.step("undoMove", id=deal) == "WRONG_STATE id"
    timeline = await timed.read(deal, "version timeline { nodes { action message fields { field before after } } }")
    first, second, third, _ = timeline["timeline"]["nodes"]
    assert timeline["version"] == 4
    assert {one["field"]: (one["before"], one["after"]) for one in second["fields"]}["phase"] == ("information-search", "purchase-decision")
    assert {one["field"]: (one["before"], one["after"]) for one in first["fields"]}["phase"] == ("purchase-decision", "information-search")
    assert (first["action"], second["action"], third["action"]) == ("MOVED", "MOVED", "MOVED")
    assert "moved the deal “Looms”" in second["message"]


async def test_a_deal_begins_where_it_is_said(timed: Timed) -> None:
    deal = await timed.deal(phase="purchase-decision", stage="closing")
    found = await timed.read(deal, HISTORY + " alignment { state gap }")
    assert (told(found["phaseHistory"], "phase"), told(found["stageHistory"], "stage")) == (["decision START"], ["closing START"])
    assert found["alignment"] == {"state": "IN_STEP", "gap": 0}
    for given, path in (
        ({"phase": "nowhere"}, "phase"),
        ({"stage": "nowhere"}, "stage"),
        ({"salesProcess": None, "stage": "closing"}, "stage"),
    ):
        assert await timed.step("createDeal", accountId=timed.account, name="X", **given) == f"UNKNOWN_KEY {path}"


async def test_alignment(timed: Timed) -> None:
    deal = await timed.deal(buyingProcess="purchase-path")
    fields = "alignment { state gap since servedPhase { key } }"

    async def alignment() -> tuple[str, int | None, str, str | None]:
        found = (await timed.read(deal, fields))["alignment"]
        return found["state"], found["gap"], found["since"], found["servedPhase"] and found["servedPhase"]["key"]

    assert await alignment() == ("IN_STEP", 0, timed.at(0), "need-recognition")
    timed.turn(1)
    await timed.step("moveDeal", id=deal, stage="needs-analysis")
    assert await alignment() == ("SELLER_AHEAD", 2, timed.at(1), "evaluation-of-alternatives")
    timed.turn(2)
    await timed.step("moveDeal", id=deal, stage="closing")
    assert await alignment() == ("SELLER_AHEAD", 3, timed.at(1), "purchase-decision")
    timed.turn(3)
    await timed.step("moveDeal", id=deal, phase="post-purchase-evaluation")
    assert await alignment() == ("SELLER_BEHIND", -1, timed.at(3), "purchase-decision")
    timed.turn(4)
    await timed.step("undoMove", id=deal)
    assert await alignment() == ("SELLER_AHEAD", 3, timed.at(1), "purchase-decision")
    await timed.step("moveDeal", id=deal, buyingProcess="customer-buying", phase="purchase-decision")
    assert await alignment() == ("IN_STEP", 0, timed.at(4), "purchase-decision")
    timed.turn(5)
    await timed.step("moveDeal", id=deal, salesProcess=None)
    assert await alignment() == ("UNMAPPED", None, timed.at(5), None)


async def test_a_key_moves_once(timed: Timed) -> None:
    deal = await timed.deal()
    for _ in range(2):
        assert await timed.step("moveDeal", id=deal, phase="information-search", idempotencyKey="a") == "done"
    assert told((await timed.read(deal, HISTORY))["phaseHistory"], "phase") == ["need START>ADVANCE", "info ADVANCE"]
    assert await timed.step("moveDeal", id=deal, phase="purchase-decision", idempotencyKey="a") == "Conflict"


async def test_alignment_follows_the_mapping(timed: Timed) -> None:
    deal = await timed.deal()
    stage = (await timed.read(deal, "stage { id }"))["stage"]["id"]
    given = {"stageId": stage, "buyingProcess": "purchase-path"}
    for phase, told in (("purchase-decision", ("SELLER_AHEAD", 3)), (None, ("UNMAPPED", None)), ("need-recognition", ("IN_STEP", 0))):
        await timed.world.tell("setStagePhase", "... on SalesProcess { version }", **given, phase=phase)
        assert tuple((await timed.read(deal, "alignment { state gap }"))["alignment"].values()) == told
