"""The demo's story as the explorer tells it: the way to who decides, the gatekeeper, the champion's leaving, whom to meet next."""

import json
from datetime import timedelta
from pathlib import Path

import httpx

from cypher.graph import Database
from service import app, demo
from service.auth import issue
from service.stamp import Clock
from tests.conftest import AUTH, Watched
from tests.recorded import same

STORY = app.EXAMPLES / "3-network.graphql"


async def test_the_network_of_the_first_deal(database: Database) -> None:
    await demo.fill(database, Clock())
    watched = Watched(app.application(database, AUTH, development=True))
    token = issue(AUTH, demo.SUBJECT, None, timedelta(hours=1))
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=watched), base_url="http://127.0.0.1", headers=headers) as client:
        body = (await client.post("/graphql", json={"query": STORY.read_text(encoding="utf-8")})).json()
    assert "errors" not in body, body
    statements = sorted({name for ran in watched.ran for name in ran.split(" + ")})
    assert len(watched.ran) < 20  # when which loads go together is a matter of moments, so that the number is not recorded
    recorded = {**body, "statements": statements}
    same(Path(__file__).with_name("network.json"), json.dumps(recorded, indent=2, ensure_ascii=False) + "\n")
