"""The service on a real socket, and what came back over it, byte for byte."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
import uvicorn

from cypher.graph import Database
from service import workspaces
from service.app import application
from service.auth import issue
from service.http.server import BoundedHead
from service.settings import Settings
from service.stamp import Clock
from tests.conftest import AUTH

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"


@dataclass
class Answer:
    """One response; its body's request ids, which differ, are taken out and held against the header."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def kind(self) -> str:
        return self.headers["content-type"]

    @property
    def body(self) -> Any:
        body = json.loads(self.raw)
        for error in body.get("errors", []):
            assert error["extensions"].pop("requestId") == self.headers["x-request-id"]
        return body

    @property
    def codes(self) -> list[str]:
        return [error["extensions"]["code"] for error in self.body["errors"]]


@dataclass
class Served:
    """A service that listens, and a token of somebody whom it knows."""

    port: int
    token: str

    def request(self, method: str = "POST", target: str = "/graphql", body: bytes = b"", **headers: str | None) -> bytes:
        """A request as it goes over the wire. A header that is None is left out."""
        given: dict[str, str | None] = {"host": "127.0.0.1", "authorization": f"Bearer {self.token}"}
        if method == "POST":
            given |= {"content_type": JSON, "content_length": str(len(body))}
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in {**given, **headers}.items() if value is not None]
        return "\r\n".join([f"{method} {target} HTTP/1.1", *lines, "", ""]).encode("latin-1") + body

    async def exchange(self, raw: bytes) -> Answer:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(raw)
            return await answer(reader)
        finally:
            writer.close()

    async def post(self, body: bytes, **headers: str | None) -> Answer:
        return await self.exchange(self.request("POST", body=body, **headers))

    async def ask(self, query: str, /, *, accept: str = GRAPHQL, **more: Any) -> Answer:
        return await self.post(json.dumps({"query": query, **more}).encode(), accept=accept)

    async def get(self, headers: dict[str, str | None] | None = None, /, **parameters: str) -> Answer:
        return await self.exchange(self.request("GET", f"/graphql?{urlencode(parameters)}", **(headers or {})))


async def answer(reader: asyncio.StreamReader) -> Answer:
    head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)).decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
    raw = await asyncio.wait_for(reader.readexactly(int(headers["content-length"])), 30)
    return Answer(int(head[0].split()[1]), headers, raw)


@asynccontextmanager
async def serving(database: Database, subject: str, **settings: Any) -> AsyncIterator[Served]:
    app = application(database, AUTH, development=False, settings=Settings.model_construct(**settings))
    server = uvicorn.Server(uvicorn.Config(app, port=0, lifespan="off", ws="none", http=BoundedHead, log_level="error"))
    running = asyncio.create_task(server.serve())
    try:
        while not server.started:
            assert not running.done(), "the server did not start"
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Served(port, issue(AUTH, subject, None, timedelta(hours=1)))
    finally:
        server.should_exit = True
        await running


@pytest.fixture(scope="session")
async def subject(database: Database) -> str:
    """Somebody who may do everything in a workspace that these tests share."""
    clock = Clock()
    id_ = clock.new_id()
    await workspaces.create(database, clock, name="Over the wire", subject=f"admin@{id_}", id_=id_)
    return f"admin@{id_}"


@pytest.fixture(scope="session")
async def served(database: Database, subject: str) -> AsyncIterator[Served]:
    async with serving(database, subject) as made:
        yield made
