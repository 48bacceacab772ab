"""Figures as the API gives them, of deals that the API moved."""

from typing import Any

import pytest

from service.figures.columns import FATES
from service.text import camel
from tests.moves.conftest import Timed

RATE = "{ value numerator denominator low high smallSample }"
COUNTS = " ".join(camel(name) for name in FATES)
STEP = f"""phase {{ key }} stage {{ key }} deals entries {COUNTS} medianDays p90Days meanDays medianDaysPerDeal lostMedianDays openMedianDays
  dropOff {RATE} revisited {RATE} skipShare {RATE} winChance winChanceMoves"""
FIGURES = f"""deals winRate {RATE} repurchase {RATE} cycleMedianDays cycleP90Days steps {{ {STEP} }} slowestStep {{ {STEP} }}
  transitions {{ from to fromKey toKey count share }}"""
DAY = 24


async def figures(
    timed: Timed, fields: str, key: str = "purchase-path", kind: str = "buyingProcess", **period: str | None
) -> dict[str, Any]:
    document = f"query($key: String!, $from: Date, $to: Date) {{ {kind}(key: $key) {{ figures(from: $from, to: $to) {{ {fields} }} }} }}"
    body = await timed.world.ask(document, {"key": key, **period})
    assert "errors" not in body, body
    return body["data"][kind]["figures"]  # type: ignore[no-any-return]


def terms(rate: dict[str, Any]) -> tuple[int, int]:
    return rate["numerator"], rate["denominator"]


async def test_nothing_is_known_of_a_process_that_nobody_followed(timed: Timed) -> None:
    found = await figures(timed, FIGURES)
    nothing = {"value": None, "numerator": 0, "denominator": 0, "low": None, "high": None, "smallSample": True}
    assert (found["deals"], found["winRate"], found["repurchase"], found["cycleMedianDays"]) == (0, nothing, nothing, None)
    assert (found["slowestStep"], found["transitions"], len(found["steps"])) == (None, [], 5)
    for one in found["steps"]:
        assert {name for name, value in one.items() if value in (0, None)} >= {"deals", "entries", "medianDays", "winChance", "stage"}
        assert one["dropOff"] == nothing


async def test_a_won_deal_leaves_as_won_and_goes_on_after_the_purchase(timed: Timed) -> None:
    deal = await timed.deal()
    for hours, phase in ((DAY, "information-search"), (3 * DAY, "purchase-decision")):
        timed.turn(hours)
        assert await timed.step("moveDeal", id=deal, phase=phase) == "done"
    timed.turn(10 * DAY)
    assert await timed.step("closeDeal", id=deal, status="WON") == "done"
    timed.turn(12 * DAY)
    found = await figures(timed, FIGURES)
    moves = [(one["fromKey"], one["toKey"], one["count"], one["share"]) for one in found["transitions"]]
    assert moves == [
        ("need-recognition", "information-search", 1, 1),
        ("information-search", "purchase-decision", 1, 1),
        ("purchase-decision", "won", 1, 1),
    ]
    assert [one["to"] is None for one in found["transitions"]] == [False, False, True]
    assert (found["deals"], terms(found["winRate"]), found["cycleMedianDays"], found["cycleP90Days"]) == (1, (1, 1), 10, 10)
    assert terms(found["repurchase"]) == (0, 0)
    steps = {one["phase"]["key"]: one for one in found["steps"]}
    assert {key: one["winChance"] for key, one in steps.items()} == {
        **dict.fromkeys(("need-recognition", "information-search", "purchase-decision"), 1),
        **dict.fromkeys(("evaluation-of-alternatives", "post-purchase-evaluation")),
    }
    assert (steps["information-search"]["skipped"], terms(steps["information-search"]["skipShare"])) == (1, (1, 1))
    after = steps["post-purchase-evaluation"]
    assert (after["stillThere"], after["openMedianDays"], after["medianDays"]) == (1, 2, None)


async def test_a_deal_that_opens_again_is_counted_as_what_it_is_now(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(DAY)
    assert await timed.step("closeDeal", id=deal, status="LOST") == "done"
    assert terms((await figures(timed, FIGURES))["winRate"]) == (0, 1)
    timed.turn(2 * DAY)
    assert await timed.step("reopenDeal", id=deal) == "done"
    found = await figures(timed, FIGURES)
    assert (terms(found["winRate"]), found["cycleMedianDays"]) == ((0, 0), None)
    step = found["steps"][0]
    assert (step["deals"], step["entries"], step["lost"], step["stillThere"], terms(step["revisited"])) == (1, 2, 1, 1, (1, 1))


async def test_a_change_of_process_is_an_end_in_the_one_and_a_beginning_in_the_other(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(DAY)
    assert await timed.step("moveDeal", id=deal, buyingProcess="adoption", phase="interest") == "done"
    timed.turn(2 * DAY)
    assert await timed.step("closeDeal", id=deal, status="LOST") == "done"
    old, new = await figures(timed, FIGURES), await figures(timed, FIGURES, "adoption")
    assert [(one["fromKey"], one["toKey"]) for one in old["transitions"]] == [("need-recognition", "switched")]
    assert (old["steps"][0]["switched"], old["steps"][0]["winChance"], terms(old["winRate"])) == (1, 0, (0, 0))
    assert [(one["fromKey"], one["toKey"]) for one in new["transitions"]] == [("interest", "lost")]
    assert (new["deals"], terms(new["winRate"]), new["cycleMedianDays"]) == (1, (0, 1), 2)


async def test_a_visit_of_no_length_counts_and_beginning_anew_is_no_leaving(timed: Timed) -> None:
    deal = await timed.deal()
    for phase in ("information-search", "information-search", "need-recognition"):
        assert await timed.step("moveDeal", id=deal, phase=phase, at=timed.at(0)) == "done"
    found = await figures(timed, FIGURES)
    first, second, *_ = found["steps"]
    assert (first["entries"], first["advanced"], first["stillThere"], terms(first["revisited"]), first["medianDays"]) == (
        2,
        1,
        1,
        (1, 1),
        0,
    )
    assert (second["entries"], second["repeated"], second["returned"], second["medianDaysPerDeal"]) == (2, 1, 1, 0)
    assert terms(second["revisited"]) == (0, 1)
    assert second["winChanceMoves"] == 1
    assert [(one["fromKey"], one["toKey"], one["share"]) for one in found["transitions"]] == [
        ("need-recognition", "information-search", 1),
        ("information-search", "need-recognition", 0.5),
        ("information-search", "information-search", 0.5),
    ]


async def test_a_retired_phase_keeps_its_figures(timed: Timed) -> None:
    named = [{"locale": "en", "name": "Step"}]
    phases = [{"key": key, "translations": named} for key in ("ask", "weigh", "take")]
    saved = await timed.world.tell("saveBuyingProcess", "__typename", key="mine", translations=named, phases=phases)
    assert saved["__typename"] == "BuyingProcess"
    deal = await timed.deal(buyingProcess="mine")
    timed.turn(DAY)
    for phase in ("weigh", "take"):
        assert await timed.step("moveDeal", id=deal, phase=phase) == "done"
    left = [phases[0], phases[2]]
    saved = await timed.world.tell("saveBuyingProcess", "__typename", key="mine", expectedVersion=1, translations=named, phases=left)
    assert saved["__typename"] == "BuyingProcess"
    found = await figures(timed, "steps { phase { key retired } entries advanced } transitions { fromKey toKey }", "mine")
    assert found["steps"] == [
        {"phase": {"key": "ask", "retired": False}, "entries": 1, "advanced": 1},
        {"phase": {"key": "take", "retired": False}, "entries": 1, "advanced": 0},
        {"phase": {"key": "weigh", "retired": True}, "entries": 1, "advanced": 1},
    ]


async def test_stages_have_figures_of_their_own(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(DAY)
    assert await timed.step("moveDeal", id=deal, stage="closing") == "done"
    timed.turn(2 * DAY)
    assert await timed.step("closeDeal", id=deal, status="ABANDONED") == "done"
    asked = {"key": "sales", "kind": "salesProcess"}
    found = await figures(
        timed,
        'conversion(from: "prospecting", to: "closing") { numerator denominator } funnel(steps: ["prospecting", "closing", "none"]) { stage { key } phase { key } reached ofPrevious { numerator denominator } medianDaysFromPrevious }',
        **asked,
    )
    assert found["conversion"] == {"numerator": 1, "denominator": 1}
    assert [
        (one["stage"] and one["stage"]["key"], one["reached"], terms(one["ofPrevious"]), one["medianDaysFromPrevious"])
        for one in found["funnel"]
    ] == [
        ("prospecting", 1, (1, 1), None),
        ("closing", 1, (1, 1), 1),
        (None, 0, (0, 1), None),
    ]
    found = await figures(timed, FIGURES, **asked)
    closing = next(one for one in found["steps"] if one["stage"]["key"] == "closing")
    assert (closing["abandoned"], terms(closing["dropOff"]), closing["lostMedianDays"], closing["phase"]) == (1, (1, 1), 1, None)


@pytest.mark.parametrize(
    ("zone", "entered", "day"),
    [
        ("Europe/Warsaw", "2026-03-28T23:30:00Z", "2026-03-29"),  # the night in which an hour is left out
        ("Europe/Warsaw", "2026-03-29T21:59:59Z", "2026-03-29"),  # its end, one hour earlier than on other days
        ("Asia/Kathmandu", "2026-03-10T18:15:00Z", "2026-03-11"),  # the first moment of the day there
        ("America/Los_Angeles", "2026-03-10T06:59:59Z", "2026-03-09"),
        ("America/Asuncion", "2020-10-04T04:00:00Z", "2020-10-04"),  # a day that began at one o'clock
    ],
)
async def test_a_period_is_of_the_workspaces_days(timed: Timed, zone: str, entered: str, day: str) -> None:
    assert (await timed.world.tell("updateWorkspace", "__typename", timeZone=zone))["__typename"] == "Workspace"
    timed.turn(400 * DAY)
    await timed.deal(createdAt=entered)
    after = f"{day[:-2]}{int(day[-2:]) + 1:02}"
    for start, end, deals in ((day, after, 1), (None, day, 0), (after, None, 0), (None, None, 1), (after, day, 0)):
        assert await figures(timed, "deals", **{"from": start, "to": end}) == {"deals": deals}


SAID = f"""beforeAdvance {{ phase {{ key }} stage {{ key }} kind moves share meanSentiment }} steps {{ phase {{ key }} stage {{ key }} objections }}
  interactionConversion(from: CALL, to: DEMO) {RATE} sameKind: interactionConversion(from: CALL, to: CALL) {RATE}
  lostWithinDaysOf(kind: DEMO) {RATE} soon: lostWithinDaysOf(kind: DEMO, days: 1) {RATE}"""


async def test_figures_tell_what_was_said_before(timed: Timed) -> None:
    """A call and a demo before a step, an objection in it; lost two days after another demo."""
    person = (await timed.world.tell("createPerson", "... on Person { id }", name="Anna"))["id"]
    deal = await timed.deal()
    await timed.deal(name="Nobody talks of it")
    seat = (await timed.world.tell("addMember", "... on Member { id }", dealId=deal, partyId=person))["id"]
    for day, kind, sentiment in ((1, "CALL", -1), (2, "CALL", None), (3, "DEMO", 2), (22, "DEMO", 1)):
        timed.turn(day * DAY)
        about = {"dealId": deal, "personIds": [person], "sentiment": sentiment}
        made = await timed.world.tell("logInteraction", "__typename", kind=kind, at=timed.at(day * DAY), **about)
        assert made["__typename"] == "Interaction"
        if day == 3:
            assert (await timed.world.tell("raiseObjection", "__typename", memberId=seat, text="Too dear"))["__typename"] == "Objection"
            assert await timed.step("moveDeal", id=deal, phase="information-search") == "done"
    timed.turn(24 * DAY)
    assert await timed.step("closeDeal", id=deal, status="LOST") == "done"
    found = await figures(timed, SAID)
    need = {"phase": {"key": "need-recognition"}, "stage": None}
    assert found["beforeAdvance"] == [
        {**need, "kind": "CALL", "moves": 1, "share": 1, "meanSentiment": -1},
        {**need, "kind": "DEMO", "moves": 1, "share": 1, "meanSentiment": 2},
    ]
    assert {one["phase"]["key"]: one["objections"] for one in found["steps"] if one["objections"]} == {"need-recognition": 1}
    assert [terms(found[name]) for name in ("interactionConversion", "sameKind", "lostWithinDaysOf", "soon")] == [
        (1, 1),
        (1, 1),
        (1, 1),
        (0, 1),
    ]
    sold = await figures(timed, SAID, "sales", "salesProcess")
    assert ({one["stage"]["key"]: one["objections"] for one in sold["steps"] if one["objections"]}) == {"prospecting": 1}
    assert (sold["beforeAdvance"], terms(sold["lostWithinDaysOf"])) == ([], (1, 1))
    later = await figures(timed, SAID, **{"from": "2026-03-06"})
    assert (later["beforeAdvance"], terms(later["lostWithinDaysOf"]), later["steps"][0]["objections"]) == ([], (0, 0), 0)


async def test_figures_are_of_the_deals_that_fit(timed: Timed) -> None:
    await timed.deal(name="Small", amount={"amount": "10", "currency": "EUR"})
    deal = await timed.deal(name="Large", amount={"amount": "90000", "currency": "EUR"})
    timed.turn(DAY)
    assert await timed.step("moveDeal", id=deal, phase="purchase-decision") == "done"
    document = """query($where: DealFilter) { buyingProcess(key: "purchase-path") {
      all: figures { deals } few: figures(where: $where) { deals steps { entries } }
    } }"""
    for where, deals, entries in (
        ({"amount": {"gt": "50000"}}, 1, 2),
        ({"name": {"startsWith": "small"}, "phase": {"eq": "need-recognition"}}, 1, 1),
        ({"committee": {"some": {}}}, 0, 0),
        ({}, 2, 3),
    ):
        body = await timed.world.ask(document, {"where": where})
        found = body["data"]["buyingProcess"]
        assert (found["all"], found["few"]["deals"]) == ({"deals": 2}, deals)
        assert sum(one["entries"] for one in found["few"]["steps"]) == entries


async def test_days_have_their_bounds(timed: Timed) -> None:
    asked = '{ buyingProcess(key: "purchase-path") { figures { lostWithinDaysOf(kind: DEMO, days: -1) { value } } } }'
    assert (await timed.world.ask(asked))["errors"][0]["extensions"]["code"] == "OUT_OF_RANGE"


async def test_a_funnel_has_so_many_steps_at_most(timed: Timed) -> None:
    asked = 'query($steps: [String!]!) { buyingProcess(key: "purchase-path") { figures { funnel(steps: $steps) { reached } } } }'
    assert (await timed.world.ask(asked, {"steps": ["x"] * 101}))["errors"][0]["extensions"]["code"] == "TOO_MANY"
