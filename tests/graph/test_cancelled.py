"""Whoever waits for a statement may be cancelled; the statement is not, for that would break its connection."""

import asyncio
import gc
import warnings

from cypher import account
from cypher.compose.page import Page
from cypher.graph import Database, Graph
from tests.conftest import World


async def test_a_cancelled_reader_leaves_no_connection_broken(neo4j: tuple[str, str, str], world: World) -> None:
    database = Database.connect(*neo4j)
    graph = Graph(database, world.workspace)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        readers = [asyncio.create_task(account.page(graph, page=Page((), 2, None, False))) for _ in range(8)]
        await asyncio.sleep(0.002)
        for one in readers:
            one.cancel()
        ended = await asyncio.gather(*readers, return_exceptions=True)
        await account.page(graph, page=Page((), 2, None, False))
        await asyncio.gather(*graph.running)
        await database.close()
        gc.collect()
    assert all(isinstance(one, asyncio.CancelledError) for one in ended)
    assert not [one.message for one in told if issubclass(one.category, ResourceWarning)]
