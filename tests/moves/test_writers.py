"""Random legal and illegal steps from several writers at once: what must hold of visits holds after each round, and refusals say why."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import at_once
from tests.moves.conftest import Timed
from tests.moves.invariants import broken

PROCESSES = {
    "purchase-path": (
        "need-recognition",
        "information-search",
        "evaluation-of-alternatives",
        "purchase-decision",
        "post-purchase-evaluation",
    ),
    "buyer-journey": ("awareness", "consideration", "decision"),
}
SERVES = {
    "prospecting": {"purchase-path": 0, "buyer-journey": 0},
    "objection-handling": {"purchase-path": 2, "buyer-journey": 1},
    "follow-up": {"purchase-path": 4},
}
AFTER = "post-purchase-evaluation"
Step = tuple[str, dict[str, Any]]

MOVES: list[dict[str, Any]] = [
    *({"phase": key} for key in (*PROCESSES["purchase-path"], *PROCESSES["buyer-journey"], AFTER, "nowhere")),
    *({"stage": key} for key in (*SERVES, "nowhere")),
    *({"stage": key, "withPhase": True} for key in SERVES),
    *({"buyingProcess": key} for key in PROCESSES),
    *({"phase": key, "at": at} for key in ("consideration", AFTER) for at in ("2999-01-01T00:00:00Z", "2001-01-01T00:00:00Z")),
    {"phase": "awareness", "stage": "follow-up", "withPhase": True},
    {},
]
OTHERS: list[Step] = [
    *(("closeDeal", {"status": status}) for status in ("WON", "WON", "LOST", "ABANDONED")),
    *(("reopenDeal", {}), ("reopenDeal", {"stage": "follow-up"}), ("undoMove", {}), ("undoMove", {})),
    ("closeDeal", {"status": "LOST", "at": "2001-01-01T00:00:00Z"}),
]
steps = st.sampled_from([*(("moveDeal", one) for one in MOVES), *OTHERS])
rounds = st.lists(st.lists(st.tuples(st.integers(0, 1), steps), min_size=1, max_size=5), min_size=2, max_size=8)
COUNTED: Counter[str] = Counter()


@dataclass
class Pair:
    """Two deals of one example, with how many of their steps can be taken back."""

    timed: Timed
    ids: list[str] = field(default_factory=list)
    depth: Counter[str] = field(default_factory=Counter)

    async def round(self, todo: list[tuple[int, Step]]) -> None:
        """Take these steps at once. Where a deal is meant by one step only, its answer is foretold."""
        foretold = {id_: await self.state(id_) for id_ in self.ids}
        answers = await at_once(*(self.timed.step(mutation, id=self.ids[which], **told) for which, (mutation, told) in todo))
        alone = Counter(which for which, _ in todo)
        for (which, (mutation, told)), answer in zip(todo, answers, strict=True):
            id_ = self.ids[which]
            if alone[which] == 1:
                assert answer == expected(foretold[id_], mutation, told, self.depth[id_]), (foretold[id_], mutation, told)
            COUNTED[answer.split()[0]] += 1
            self.depth[id_] += 0 if answer != "done" else -1 if mutation == "undoMove" else 1

    async def state(self, id_: str) -> dict[str, Any]:
        return await self.timed.read(id_, "version status buyingProcess { key } phase { key } stage { key }")


def expected(deal: dict[str, Any], mutation: str, given: dict[str, Any], depth: int) -> str:
    """What a step by itself must answer, by the rules as the domain tells them."""
    if mutation == "undoMove":
        return "done" if depth else "WRONG_STATE id"
    if mutation == "reopenDeal":
        return "WRONG_STATE id" if deal["status"] == "OPEN" else "done"
    if mutation == "closeDeal" and deal["status"] != "OPEN":
        return "WRONG_STATE id"
    if mutation == "closeDeal":
        return timing(given)
    return of_move(deal, given)


def of_move(deal: dict[str, Any], given: dict[str, Any]) -> str:
    here = deal["buyingProcess"]["key"]
    process = given.get("buyingProcess", here)
    first = PROCESSES[process][0] if process != here else None
    served = SERVES.get(given.get("stage", ""), {}).get(process)
    along = bool(given.get("withPhase"))
    phase = PROCESSES[process][served] if along and served is not None else given.get("phase", first)
    refusals = {
        "WRONG_STATE id": deal["status"] in {"LOST", "ABANDONED"},
        "UNKNOWN_KEY stage": given.get("stage") == "nowhere",
        "CONTRADICTION withPhase": along and ("phase" in given or served is None),
        "UNKNOWN_KEY phase": phase is not None and phase not in PROCESSES[process],
        "REQUIRED phase": phase is None and "stage" not in given,
    }
    refusal = next((name for name, holds in refusals.items() if holds), None)
    if refusal or deal["status"] != "WON":
        return refusal or timing(given)
    return of_won(process, None if along and phase == (deal["phase"] or {}).get("key") else phase, given)


def of_won(process: str, phase: str | None, given: dict[str, Any]) -> str:
    if AFTER not in PROCESSES[process]:
        return "WRONG_STATE id"
    if phase not in {None, AFTER}:
        return "WRONG_STATE phase"
    return "WRONG_STATE stage" if given.get("stage", "follow-up") != "follow-up" else timing(given)


def timing(given: dict[str, Any]) -> str:
    return {"2999": "IN_FUTURE at", "2001": "OUT_OF_ORDER at"}.get(given.get("at", "")[:4], "done")


async def holds(timed: Timed, todo: list[list[tuple[int, Step]]]) -> None:
    timed.turn(0)
    pair = Pair(timed, [await timed.deal(), await timed.deal(buyingProcess="buyer-journey")])
    for number, steps in enumerate(todo, 1):
        timed.turn(number / 60)
        await pair.round(steps)
        assert await broken(timed.world) == []
    for id_ in pair.ids:
        while pair.depth[id_]:
            assert await timed.step("undoMove", id=id_) == "done"
            pair.depth[id_] -= 1
        found = await timed.read(id_, "status phaseHistory { step leftBy } stageHistory { step leftBy }")
        start = [{"step": "START", "leftBy": None}]
        assert found == {"status": "OPEN", "phaseHistory": start, "stageHistory": start}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(todo=rounds)
async def test_what_must_hold_holds_after_every_round(timed: Timed, todo: list[list[tuple[int, Step]]]) -> None:
    await holds(timed, todo)


@pytest.mark.long
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(todo=rounds)
async def test_so_it_does_for_many_rounds(timed: Timed, todo: list[list[tuple[int, Step]]]) -> None:
    await holds(timed, todo)


def test_the_rounds_meant_something(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\nsteps: {dict(COUNTED.most_common())}")
    assert COUNTED["done"] > sum(COUNTED.values()) / 10
    assert len(COUNTED) > 4
