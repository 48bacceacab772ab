"""Importing what deals went through: moves in any order, closings, interactions; twice, and what must hold of every deal afterwards."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from cypher.graph import Database
from service.stamp import Clock
from tests.conftest import World, make_world
from tests.importing.test_upsert import counts, ref, upsert
from tests.moves.invariants import broken

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
START = datetime(2026, 3, 2, 8, tzinfo=UTC)
HISTORY = "step leftBy closedAs enteredAt leftAt reason"
DEAL = f"""{{ deals {{ nodes {{ name version status closedAt createdAt phase {{ key }} stage {{ key }} alignment {{ state since }}
  phaseHistory {{ phase {{ key }} {HISTORY} }} stageHistory {{ stage {{ key }} {HISTORY} }} timeline {{ nodes {{ action fields {{ field }} }} }} }} }} }}"""


def at(hours: float) -> str:
    return (START + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def move(hours: float, deal: int = 1, **more: Any) -> dict[str, Any]:
    return {"dealRef": ref("deal", deal), "at": at(hours), **more}


def deal(n: int = 1, **more: Any) -> dict[str, Any]:
    return {"externalRef": ref("deal", n), "accountRef": ref("account", 1), "name": f"D{n}"} | more


@pytest.fixture
async def world(database: Database) -> AsyncIterator[World]:
    made = await make_world(database, Clock(lambda: NOW))
    await upsert(made, accounts=[{"externalRef": ref("account", 1), "name": "A"}], people=[{"externalRef": ref("person", 1), "name": "P"}])
    yield made
    await made.client.aclose()
    assert await broken(made) == []


async def read(world: World) -> list[dict[str, Any]]:
    return (await world.ask(DEAL))["data"]["deals"]["nodes"]  # type: ignore[no-any-return]


def walk(one: dict[str, Any], name: str = "phase") -> list[tuple[str, str, str | None, str]]:
    return [(stay[name]["key"], stay["step"], stay["leftBy"], stay["enteredAt"]) for stay in one[f"{name}History"]]


def outcomes(told: dict[str, Any], name: str = "MOVES") -> list[str]:
    return [
        one["outcome"] + "".join(f" {issue['code']} {'.'.join(issue['path'])}" for issue in (one["problem"] or {}).get("issues", []))
        for one in told["rows"]
        if one["list"] == name
    ]


async def test_a_lost_deal_with_its_moves_twice(world: World) -> None:
    moves = [
        move(5, phase="information-search", stage="needs-analysis", reason="asked"),
        move(0, phase="need-recognition"),
        move(5, phase="need-recognition"),
        move(9, phase="purchase-decision"),
        move(9, phase="purchase-decision"),
    ]
    given = {"deals": [deal(createdAt=at(0), status="LOST", closedAt=at(20), lostTo="Acme", phase="purchase-decision")], "moves": moves}
    first = await upsert(world, **given)
    assert counts(first) == (6, 0, 0, 0), first["rows"]
    (one,) = await read(world)
    assert (one["status"], one["closedAt"], one["phase"], one["version"]) == ("LOST", at(20), None, 1)
    assert walk(one) == [
        ("need-recognition", "START", "ADVANCE", at(0)),
        ("information-search", "ADVANCE", "RETURN", at(5)),
        ("need-recognition", "RETURN", "SKIP", at(5)),
        ("purchase-decision", "SKIP", "REPEAT", at(9)),
        ("purchase-decision", "REPEAT", "CLOSE", at(9)),
    ]
    assert walk(one, "stage")[1:] == [("needs-analysis", "SKIP", "CLOSE", at(5))]
    second = await upsert(world, **given)
    assert counts(second) == (0, 0, 6, 0), second["rows"]
    assert await read(world) == [one]


async def test_a_standing_deal_goes_on_is_won_and_moves_after_the_purchase(world: World) -> None:
    await upsert(world, deals=[deal(createdAt=at(0))])
    (begun,) = await read(world)
    assert walk(begun) == [("need-recognition", "START", None, at(0))]
    moves = [move(3, phase="information-search"), move(2, phase="need-recognition"), move(-1, phase="information-search")]
    told = await upsert(world, moves=moves)
    assert outcomes(told) == ["CREATED", "CREATED", "FAILED OUT_OF_ORDER moves.2.at"]
    won = await upsert(
        world,
        deals=[deal(status="WON", closedAt=at(8))],
        moves=[move(7, phase="purchase-decision"), move(8.5, phase="purchase-decision"), move(9, phase="post-purchase-evaluation")],
    )
    assert outcomes(won, "DEALS") == ["UPDATED"]
    assert outcomes(won)[:2] == ["CREATED", "FAILED WRONG_STATE moves.1.phase"]
    (one,) = await read(world)
    assert (one["status"], one["closedAt"], one["version"]) == ("WON", at(8), 3)
    assert [change["action"] for change in one["timeline"]["nodes"]] == ["CLOSED", "MOVED", "CREATED"]
    again = await upsert(world, deals=[deal(status="OPEN")])
    assert outcomes(again, "DEALS") == ["UPDATED"]
    (reopened,) = await read(world)
    assert (reopened["status"], reopened["closedAt"], reopened["timeline"]["nodes"][0]["action"]) == ("OPEN", None, "REOPENED")


@pytest.mark.parametrize(
    ("given", "issue"),
    [
        ({"status": "LOST", "closedAt": at(-1)}, "OUT_OF_ORDER deals.0.closedAt"),
        ({"status": "LOST", "closedAt": at(24 * 365)}, "IN_FUTURE deals.0.closedAt"),
        ({"closedAt": at(1)}, "WRONG_STATE deals.0.closedAt"),
        ({"phase": "nowhere"}, "UNKNOWN_KEY deals.0.phase"),
        ({"stage": "nowhere"}, "UNKNOWN_KEY deals.0.stage"),
        ({"lostTo": "Acme"}, "WRONG_STATE deals.0.lostTo"),
    ],
)
async def test_a_deal_that_cannot_stand_so_is_refused_whole(world: World, given: dict[str, Any], issue: str) -> None:
    told = await upsert(world, deals=[deal(createdAt=at(0), **given)], moves=[move(1, phase="information-search")])
    assert outcomes(told, "DEALS") == [f"FAILED {issue}"]
    assert (outcomes(told), await read(world)) == (["FAILED"], [])


async def test_what_a_move_must_say(world: World) -> None:
    moves = [move(1), move(1, phase="nowhere"), move(24 * 365, phase="information-search"), move(1, deal=2, phase="information-search")]
    told = await upsert(world, deals=[deal(createdAt=at(0))], moves=moves)
    assert outcomes(told) == ["FAILED REQUIRED moves.0.phase", "FAILED UNKNOWN_KEY moves.1.phase", "FAILED IN_FUTURE moves.2.at", "FAILED"]


async def test_a_dry_run_answers_as_if(world: World) -> None:
    given: dict[str, Any] = {
        "deals": [deal(createdAt=at(0), status="ABANDONED", closedAt=at(9))],
        "moves": [move(1, phase="information-search")],
    }
    assert counts(await upsert(world, dryRun=True, **given)) == (2, 0, 0, 0)
    assert await read(world) == []


async def test_interactions_are_found_again_by_their_reference(world: World) -> None:
    await world.tell("saveTeamMember", "__typename", subject="kim", name="Kim", email="kim@ours.example", permission="EDITOR")
    row = {"externalRef": ref("call", 1), "kind": "CALL", "at": at(1), "personRefs": [ref("person", 1)], "dealRef": ref("deal", 1)}
    given = {"deals": [deal(createdAt=at(0))], "interactions": [row | {"teamEmails": ["KIM@ours.example"], "minutes": 4}]}
    assert counts(await upsert(world, **given)) == (2, 0, 0, 0)
    assert counts(await upsert(world, **given)) == (0, 0, 2, 0)
    wrong = [row | {"at": at(24 * 365)}, row | {"teamEmails": ["no@ours.example"]}, row | {"personRefs": [], "dealRef": None}]
    told = await upsert(world, interactions=wrong)
    assert outcomes(told, "INTERACTIONS") == ["FAILED IN_FUTURE interactions.0.at", "FAILED", "FAILED REQUIRED interactions.2.personRefs"]
    changed = await upsert(world, interactions=[row | {"at": at(2), "teamEmails": []}])
    assert counts(changed) == (0, 1, 0, 0)
    document = """{ deals { nodes { lastInteractionAt interactions { nodes { version at minutes participants { name } teamParticipants { name } } } } }
        byExternalRef(system: "call", key: "1") { __typename } }"""
    body = (await world.ask(document))["data"]
    assert body["deals"]["nodes"][0] == {
        "lastInteractionAt": at(2),
        "interactions": {"nodes": [{"version": 2, "at": at(2), "minutes": 4, "participants": [{"name": "P"}], "teamParticipants": []}]},
    }


PHASES = ("need-recognition", "information-search", "purchase-decision")
STAGES = ("prospecting", "needs-analysis", "closing")


def history(random: Random, n: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A deal and its moves in any order: steps repeat, share moments, turn back."""
    row = deal(n, createdAt=at(0))
    if status := random.choice((None, "WON", "LOST")):
        row |= {"status": status, "closedAt": at(30)}
    moves = []
    for _ in range(random.randint(0, 6)):
        named = {name: random.choice(keys) for name, keys in (("phase", PHASES), ("stage", STAGES)) if random.random() < 0.7}
        moves.append(move(random.choice((0, 1, 1, 5, 7, 30)), n, **named or {"phase": PHASES[1]}))
    return row, moves


@pytest.mark.parametrize("seed", range(3))
async def test_nothing_of_any_event_log_is_lost(world: World, seed: int) -> None:
    random = Random(seed)
    made = [history(random, n) for n in range(20)]
    given = {"deals": [row for row, _ in made], "moves": [one for _, moves in made for one in moves]}
    random.shuffle(given["moves"])
    first = await upsert(world, **given)
    assert set(outcomes(first)) <= {"CREATED"}, first
    assert set(outcomes(await upsert(world, **given))) <= {"UNCHANGED"}
    for one, (_, moves) in zip(await read(world), made, strict=True):
        for name in ("phase", "stage"):
            wanted = sorted((step["at"], step[name]) for step in moves if name in step)
            seen = sorted((stay["enteredAt"], stay[name]["key"]) for stay in one[f"{name}History"])
            assert not [step for step in wanted if step not in seen or wanted.count(step) > seen.count(step)]
