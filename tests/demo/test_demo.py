"""The demo workspace: the committee that the explorer's second example shows, and filling it twice."""

from pathlib import Path

import httpx

from cypher.graph import Database
from service import app, demo
from service.auth import issue
from service.stamp import Clock
from tests.conftest import AUTH, timedelta


async def test_the_demo_tells_its_story_and_stays_the_same(database: Database) -> None:
    assert await demo.fill(database, Clock()) == demo.WORKSPACE
    written = await _changes(database)
    assert await demo.fill(database, Clock()) == demo.WORKSPACE
    assert await _changes(database) == written > 1_000
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


async def _changes(database: Database) -> int:
    asked = "MATCH (w:Workspace {id: $id}) RETURN w.changeSeq"
    async with database.session("READ") as session:
        return (await (await session.run(asked, id=demo.WORKSPACE)).single())[0]  # type: ignore[no-any-return]


def test_examples_are_there() -> None:
    assert [Path(path).name for path in sorted(app.EXAMPLES.glob("*.graphql"))] == ["1-who-am-i.graphql", "2-committee.graphql"]
