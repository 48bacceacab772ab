"""The demo workspace: the committee that the explorer's second example shows, and filling it twice."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from cypher.graph import Database
from cypher.words import Permission, RiskKind
from service import app, cli, demo, team, workspaces
from service.auth import issue
from service.outcomes import Done
from service.stamp import Clock
from service.viewer import caller_as
from tests.conftest import AUTH, World
from tests.recorded import same

RISKS = Path(__file__).with_name("risks.graphql")
BUILD = Path(__file__).resolve().parents[2] / "web" / "build.py"


@pytest.fixture
def built() -> None:
    """The explorer's page as set-up builds it; it takes no time when it stands there already."""
    subprocess.run((sys.executable, BUILD), check=True)


async def test_the_demo_tells_its_story_and_stays_the_same(database: Database) -> None:
    assert await demo.fill(database, Clock()) == demo.WORKSPACE
    written = await _changes(database)
    assert await demo.fill(database, Clock()) == demo.WORKSPACE
    assert await _changes(database) == written > 1_000
    await _is_left_alone_after_a_week(database)
    transport = httpx.ASGITransport(app=app.application(database, AUTH, development=True))
    token = issue(AUTH, demo.SUBJECT, None, timedelta(hours=1))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers={"Authorization": f"Bearer {token}"}) as client:
        answers = [
            (await client.post("/graphql", json={"query": path.read_text(encoding="utf-8")})).json()
            for path in sorted(app.EXAMPLES.glob("*.graphql"))
        ]
    assert all("errors" not in one for one in answers), answers
    deal = answers[1]["data"]["deals"]["nodes"][0]
    seats = {
        (one["party"]["name"], tuple(sorted(role["role"] for role in one["roles"])), one["stance"]) for one in deal["committee"]["members"]
    }
    assert (deal["name"], deal["account"]["name"], deal["owner"]["name"]) == (
        "Line control for the frame works",
        "Adventure Works Cycles",
        "Karolina Mazur",
    )
    assert seats == {
        ("Laura", ("DECIDER",), "NEUTRAL"),
        ("The board", ("APPROVER",), None),
        ("David", ("GATEKEEPER",), None),
        ("James", ("INFLUENCER", "USER"), "CHAMPION"),
        ("Jean", ("INFLUENCER",), "BLOCKER"),
        ("Pekka Salo", ("INFLUENCER",), "SUPPORTER"),
        ("Peter", ("USER",), "SUPPORTER"),
        ("Sheela", (), None),
        ("The new plant manager", (), None),
    }


async def test_the_demo_shows_every_risk_with_its_evidence_in_two_languages(database: Database) -> None:
    await demo.fill(database, Clock())
    later = Clock(now=lambda: datetime(2099, 1, 1, 8, tzinfo=UTC))  # than whenever the demo was filled
    token = issue(AUTH, demo.SUBJECT, demo.WORKSPACE, timedelta(hours=1))
    transport = httpx.ASGITransport(app=app.application(database, AUTH, development=True, clock=later))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers={"Authorization": f"Bearer {token}"}) as client:
        asked = {"query": RISKS.read_text(encoding="utf-8")}
        deals = (await client.post("/graphql", json=asked)).json()["data"]["deals"]["nodes"]
    found = [one for deal in deals for one in deal["committee"]["risks"]]
    assert {one["kind"] for one in found} == set(RiskKind)
    assert all(one["english"] and one["polski"] != one["english"] for one in found)
    in_trouble = [deal for deal in deals if deal["account"]["name"] == "Harbour Works"]
    same(RISKS.with_suffix(".json"), json.dumps(in_trouble, indent=2, ensure_ascii=False) + "\n")


SPOKEN = """{ deals(first: 100) { nodes { name status lastInteractionAt needs { text } objections { text phase { key } }
  interactions { nodes { interactionKind at participants { name } } } evaluations { workingTogether judge { party { name } } }
  account { lifecycle satisfaction suggestedProducts { product { key } } } } } }"""


async def test_the_demo_tells_what_was_said_whom_nobody_called_and_how_a_purchase_was_judged(database: Database) -> None:
    await demo.fill(database, Clock())
    transport = httpx.ASGITransport(app=app.application(database, AUTH, development=True))
    token = issue(AUTH, demo.SUBJECT, demo.WORKSPACE, timedelta(hours=1))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers={"Authorization": f"Bearer {token}"}) as client:
        found = (await client.post("/graphql", json={"query": SPOKEN})).json()["data"]["deals"]["nodes"]
    by_name = {one["name"]: one for one in found}
    line, plan = by_name["Line control for the frame works"], by_name["First service plan"]
    seen = [one["at"] for one in line["interactions"]["nodes"] if {"name": "James"} in one["participants"]]
    assert (datetime.now(UTC) - datetime.fromisoformat(seen[0])).days >= 95
    assert (len(line["interactions"]["nodes"]), len(line["needs"]), len(line["objections"])) == (5, 1, 1)
    assert (plan["status"], plan["account"]["lifecycle"], plan["account"]["satisfaction"]) == ("WON", "CUSTOMER", 4.0)
    assert plan["evaluations"] == [{"workingTogether": 5, "judge": {"party": {"name": "Sheela"}}}]
    assert plan["account"]["suggestedProducts"] == [{"product": {"key": "spare-parts"}}]


async def test_the_demo_is_made_beside_others_in_a_database_of_our_own_only(database: Database, world: World) -> None:
    await workspaces.remove(database, demo.WORKSPACE)
    await cli.prepare(database, seed=True, own=False)
    await cli.prepare(database, seed=False, own=True)
    assert await workspaces.find(database, demo.WORKSPACE) is None
    await cli.prepare(database, seed=True, own=True)
    assert await workspaces.find(database, demo.WORKSPACE)


async def test_the_explorer_asks_in_the_demo_workspace_though_another_has_the_same_subject(database: Database, built: None) -> None:
    await demo.fill(database, Clock())
    other = await workspaces.create(database, Clock(), name="Another", subject=demo.SUBJECT)
    transport = httpx.ASGITransport(app=app.application(database, AUTH, development=True))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        page = (await client.get("/graphql", headers={"Accept": "text/html"})).text
        token = re.search(r"eyJ[\w-]+\.[\w-]+\.[\w-]+", page)
        assert token
        asked = {"query": "{ viewer { workspace { name } } }"}
        answer = await client.post("/graphql", json=asked, headers={"Authorization": f"Bearer {token[0]}"})
    await workspaces.remove(database, other)
    assert answer.json() == {"data": {"viewer": {"workspace": {"name": "Demo"}}}}


async def _is_left_alone_after_a_week(database: Database) -> None:
    """Filled again without the answers kept for its keys, it holds no judgement twice, and a colleague stays as somebody made them."""
    caller = await caller_as(database, Clock(), demo.SUBJECT, demo.WORKSPACE)
    assert caller
    tom = {"subject": "tom", "name": "Tom B.", "permission": Permission.VIEWER}
    assert isinstance(await team.save(caller, tom), Done)
    written = await _changes(database)
    forgotten = "MATCH (o:Outcome {workspace: $id}) DELETE o RETURN count(*)"
    found = await database.driver.execute_query(forgotten, id=demo.WORKSPACE, database_=database.name)
    assert found.records[0][0] > 0
    assert await demo.fill(database, Clock()) == demo.WORKSPACE
    assert await _changes(database) == written
    assert isinstance(await team.save(caller, tom | {"name": "Tom Brandt", "permission": Permission.MANAGER}), Done)


async def _changes(database: Database) -> int:
    asked = "MATCH (w:Workspace {id: $id}) RETURN w.changeSeq"
    async with database.session("READ") as session:
        return (await (await session.run(asked, id=demo.WORKSPACE)).single())[0]  # type: ignore[no-any-return]


def test_examples_are_there() -> None:
    names = [Path(path).name for path in sorted(app.EXAMPLES.glob("*.graphql"))]
    assert names == ["1-who-am-i.graphql", "2-committee.graphql", "3-network.graphql"]
