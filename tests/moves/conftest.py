"""A workspace whose clock the test turns, and whose deals keep what must hold of them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cypher.graph import Database
from service.stamp import Clock
from tests.conftest import World, make_world
from tests.moves.invariants import broken

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
DEAL = "__typename ... on Deal { id version }"


@dataclass
class Timed:
    """A world, an account in it, and the moment that its clock shows."""

    world: World
    hands: list[datetime] = field(default_factory=lambda: [START])
    account: str = ""

    def at(self, hours: float) -> str:
        """The moment so many hours after the start, as the API writes it."""
        return (START + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def turn(self, hours: float) -> None:
        """Let the clock show the moment so many hours after the start."""
        self.hands[0] = START + timedelta(hours=hours)

    async def deal(self, **given: Any) -> str:
        made = await self.world.tell("createDeal", DEAL, **{"accountId": self.account, "name": "Looms", **given})
        return str(made["id"])

    async def step(self, mutation: str, /, **given: Any) -> str:
        """What a step answers: `done`, or the first issue as `CODE path`."""
        told = await self.world.tell(mutation, DEAL, **given)
        if told["__typename"] == "Deal":
            return "done"
        if told["__typename"] != "InvalidInput":
            return str(told["__typename"])
        (issue,) = told["issues"]
        assert len(told["message"].split()) > 5
        return f"{issue['code']} {'.'.join(issue['path'])}"

    async def read(self, deal: str, fields: str) -> dict[str, Any]:
        body = await self.world.ask(f"query($id: ID!) {{ deal(id: $id) {{ {fields} }} }}", {"id": deal})
        assert "errors" not in body, body
        return body["data"]["deal"]  # type: ignore[no-any-return]


@pytest.fixture
async def timed(database: Database) -> AsyncIterator[Timed]:
    hands = [START]
    world = await make_world(database, Clock(lambda: hands[0]))
    made = Timed(world, hands)
    made.account = (await world.tell("createAccount", "__typename ... on Account { id }", name="Mill"))["id"]
    yield made
    await world.client.aclose()
    assert await broken(world) == []
