"""The service on a real socket, a workspace with something in it, and a way to run a client from its package against it."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cypher.graph import Database
from tests.conftest import World, make_world
from tests.http.conftest import Served, serving
from tests.node import MODULES, node

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SECONDS = 120


@dataclass
class Live:
    """Where the service listens, a token for it, and ids of what stands in the workspace."""

    served: Served
    ids: dict[str, str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.served.port}/graphql"

    async def tell(self, script: str | Path) -> dict[str, Any]:
        """What a script of this folder prints, as JSON. It finds the service and the ids in its environment."""
        told: dict[str, Any] = json.loads(await run(HERE / script, **self.environment, IDS=json.dumps(self.ids)))
        return told

    @property
    def environment(self) -> dict[str, str]:
        return {"ENDPOINT": self.url, "TOKEN": self.served.token}


async def run(program: Path, *arguments: str, folder: Path = HERE, **environment: str) -> str:
    """What a JavaScript program prints. Nothing waits for it but its test: the service runs in this process."""
    pipe, env = asyncio.subprocess.PIPE, {**os.environ, **environment}
    ran = await asyncio.create_subprocess_exec(node().program, program, *arguments, cwd=folder, env=env, stdout=pipe, stderr=pipe)
    try:
        out, err = await asyncio.wait_for(ran.communicate(), SECONDS)
    finally:
        if ran.returncode is None:
            ran.kill()
            await ran.wait()
    assert ran.returncode == 0, f"{program.name} (`make setup-dev` installs what it needs):\n{out.decode()}\n{err.decode()}"
    return out.decode()


async def tool(package: str, command: str, *arguments: str, folder: Path, **environment: str) -> str:
    """What a package's own command prints."""
    commands = json.loads((MODULES / package / "package.json").read_text(encoding="utf-8"))["bin"]
    program = commands[command] if isinstance(commands, dict) else commands
    return await run(MODULES / package / program, *arguments, folder=folder, **environment)


@pytest.fixture
async def live(database: Database) -> AsyncIterator[Live]:
    world = await make_world(database)
    ids = await seed(world)
    async with serving(database, f"admin@{world.workspace}") as served:
        yield Live(served, ids)
    await world.client.aclose()


async def seed(world: World) -> dict[str, str]:
    """A holding with five mills, and a deal with the first whose committee is a person and a board."""
    holding = await id_of(world, "createAccount", name="Holding")
    mills = [await id_of(world, "createAccount", name=f"Mill {number}", parentId=holding) for number in range(1, 6)]
    person = await id_of(world, "createPerson", name="Anna Berg", employment={"accountId": mills[0], "title": "Director"})
    board = await id_of(world, "createGroup", accountId=mills[0], name="Board", kind="BOARD", personIds=[person])
    deal = await id_of(world, "createDeal", accountId=mills[0], name="Line 4")
    for party, role in ((person, "DECIDER"), (board, "APPROVER")):
        await id_of(world, "assignRole", dealId=deal, partyId=party, role=role)
    return {"holding": holding, "mill": mills[0], "person": person, "deal": deal}


async def id_of(world: World, mutation: str, **given: Any) -> str:
    return str((await world.tell(mutation, "... on Node { id }", **given))["id"])
