"""Every acknowledged write survives a killed database, with its Change, in one gapless sequence."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Any

from cypher import account, change, server
from cypher.compose.page import Order, Page
from cypher.errors import GraphError
from cypher.graph import Database, Graph
from cypher.migrations import migrate
from cypher.words import Permission
from service import accounts, workspaces
from service.outcomes import Done
from service.stamp import Clock
from service.viewer import Caller, Viewer

WRITERS = 16
LINE = os.environ.get("LINE") or "2026"


async def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    clock = Clock()
    own = server.start(tmp_path, line=LINE, quick=True)
    database = Database.connect(own.uri, own.user, own.password, retry_seconds=1)
    await migrate(database)
    workspace = await workspaces.create(database, clock, name="Crash", subject="admin")
    caller = Caller(Viewer(clock.new_id(), workspace, Permission.ADMIN), Graph(database, workspace), clock)

    acknowledged: dict[str, str] = {}
    writers = [asyncio.create_task(_write(caller, writer, acknowledged)) for writer in range(WRITERS)]
    while len(acknowledged) < 100:
        await asyncio.sleep(0.01)
    os.kill(own.pid, signal.SIGKILL)
    await asyncio.gather(*writers)
    await database.close()

    again = await asyncio.to_thread(server.start, tmp_path, line=LINE, quick=True)
    try:
        found, changes = await _stored(again, workspace, list(acknowledged))
    finally:
        server.stop(tmp_path)
    assert found == acknowledged
    assert [row.seq for row in changes] == list(range(1, len(changes) + 1))
    assert acknowledged.keys() <= {row.entity_id for row in changes}


async def _write(caller: Caller, writer: int, acknowledged: dict[str, str]) -> None:
    """Enter accounts until the database is gone."""
    for place in range(10_000):
        name = f"writer {writer} account {place}"
        try:
            done = await accounts.create(caller, {"name": name})
        except GraphError:
            return
        assert isinstance(done, Done)
        acknowledged[done.id] = name


async def _stored(own: server.Server, workspace: str, ids: list[str]) -> tuple[dict[str, str], list[Any]]:
    database = Database.connect(own.uri, own.user, own.password)
    graph = Graph(database, workspace)
    try:
        found = {row.id: row.name for row in await account.by_ids(graph, ids=ids)}
        every: dict[str, Any] = {"after_seq": 0, "actions": None, "types": None, "account_id": None, "deal_id": None}
        return found, await change.of_workspace(graph, **every, page=Page((Order("seq"),), 100_000))
    finally:
        await database.close()
