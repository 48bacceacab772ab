"""A request's time is limited: no statement starts after it, a running one is stopped by the server, and nothing is left half done."""

import time

import pytest

from cypher.errors import TimedOut
from cypher.graph import Database, Graph
from cypher.query import Statement
from tests.conftest import World
from tests.http.conftest import Served, serving

CREATE = 'mutation { createAccount(input: {name: "Too late"}) { __typename } }'


async def test_a_running_statement_is_stopped(world: World) -> None:
    text = "CYPHER 5 UNWIND range(1, 2000000000) AS a WITH a WHERE a < 0 RETURN count(a)"
    endless = Statement("endless", "Reads nothing, for long.", frozenset(), (), text)
    graph = Graph(world.database, world.workspace, until=time.monotonic() + 0.3)
    started = time.monotonic()
    with pytest.raises(TimedOut):
        await graph.run(endless, {})
    assert time.monotonic() - started < 5


async def test_after_its_time_a_request_reads_and_writes_nothing(database: Database, subject: str, served: Served) -> None:
    async with serving(database, subject, request_seconds=0) as late:
        for query in ("{ accounts { totalCount } }", CREATE):
            got = await late.ask(query)
            assert (got.status, got.codes) == (294, ["TIMED_OUT"])
            assert got.body["data"] is None
        assert (await late.ask("{ __typename }")).status == 200
    names = [one["name"] for one in (await served.ask("{ accounts(first: 100) { nodes { name } } }")).body["data"]["accounts"]["nodes"]]
    assert "Too late" not in names
