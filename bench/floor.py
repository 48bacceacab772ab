"""The floor: bare routes that send fixed statements by auto-commit and answer with orjson. No sign-in, no schema, no limits, no log.

`/floor/a8` runs the operation's own single statement; `/same/a8` runs, one after the other, the statements that our service ran.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import orjson
from neo4j import AsyncGraphDatabase
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

driver = AsyncGraphDatabase.driver(
    os.environ["NEO4J_URI"],
    auth=(os.environ["NEO4J_USER"], os.environ["NEO4J_PASSWORD"]),
    telemetry_disabled=True,
    notifications_min_severity="OFF",
)
told: dict[str, Any] = orjson.loads(Path(os.environ["BENCH_STATEMENTS"]).read_bytes())
WORKSPACE, FLOOR, SAME = told["workspace"], told["floor"], told["same"]


async def _run(text: str, parameters: dict[str, Any]) -> Any:
    async with driver.session(database="neo4j", default_access_mode="READ") as session:
        result = await session.run(text, parameters)
        record = await result.single()
        return record[0] if record else None


async def floor(request: Request) -> Response:
    asked = orjson.loads(await request.body())
    data = await _run(FLOOR[request.path_params["name"]], {"workspace": WORKSPACE, "id": asked["id"]})
    return Response(orjson.dumps({"data": data}), media_type="application/json")


async def same(request: Request) -> Response:
    asked = orjson.loads(await request.body())
    runs = SAME[request.path_params["name"]][asked["id"]]
    return Response(orjson.dumps({"data": [await _run(text, parameters) for text, parameters in runs]}), media_type="application/json")


@asynccontextmanager
async def lifespan(_: Starlette) -> AsyncIterator[None]:
    yield
    await driver.close()


app = Starlette(
    routes=[Route("/floor/{name}", floor, methods=["POST"]), Route("/same/{name}", same, methods=["POST"])],
    lifespan=lifespan,
)
