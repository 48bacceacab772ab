"""Filters of every kind and depth, on random graphs: what the database answers is what plain Python says."""

from random import Random

import pytest

from cypher.graph import Database
from schema.node import global_id
from service.stamp import Clock
from tests.conftest import make_world
from tests.filters.asking import KINDS, Asker
from tests.filters.evaluator import Evaluator
from tests.filters.graphs import NOW, Maker, write

LISTS = {"AccountFilter": "accounts", "PersonFilter": "people", "DealFilter": "deals"}
TOGETHER = 3


async def agree(database: Database, seed: int, filters: int, size: int = 6) -> int:
    """Ask so many filters of one random graph; gives how many of them told some of its things from others."""
    world = await make_world(database, Clock(now=lambda: NOW))
    graph = Maker(seed, size).make()
    await write(database, world.workspace, graph)
    asker, right, telling, refused = Asker(Random(seed), graph), Evaluator(graph, NOW), 0, 0
    for start in range(0, filters, TOGETHER):
        kinds = [list(LISTS)[number % 3] for number in range(start, start + TOGETHER)]
        asked = [asker.filter(kind, 1 + number % 4) for number, kind in enumerate(kinds)]
        fields = [f"f{n}: {LISTS[kind]}(where: $f{n}, first: 100) {{ totalCount nodes {{ id }} }}" for n, kind in enumerate(kinds)]
        head = ", ".join(f"$f{n}: {kind}" for n, kind in enumerate(kinds))
        body = await world.ask(f"query({head}) {{ {' '.join(fields)} }}", {f"f{n}": one for n, one in enumerate(asked)})
        if "errors" in body:
            assert body["errors"][0]["message"].startswith("A filter may ask for"), (seed, body["errors"], asked)
            refused += TOGETHER
            continue
        for number, (kind, one) in enumerate(zip(kinds, asked, strict=True)):
            things, name = getattr(graph, KINDS[kind]), kind.removesuffix("Filter")
            fitting = {global_id(name, it["id"]) for it in things if right.fits(name, one, it)}
            found = body["data"][f"f{number}"]
            assert ({it["id"] for it in found["nodes"]}, found["totalCount"], len(found["nodes"])) == (
                fitting,
                len(fitting),
                len(fitting),
            ), (seed, one)
            telling += 0 < len(fitting) < len(things)
    await world.client.aclose()
    assert refused < filters / 4
    return telling


async def test_filters_mean_what_plain_python_says(database: Database) -> None:
    assert await agree(database, 0, 45) > 8


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 108))
async def test_many_filters_mean_what_plain_python_says(database: Database, seed: int) -> None:
    assert await agree(database, seed, 300, 4 + seed % 6) > 45
