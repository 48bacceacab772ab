"""Database hits of a question: PROFILE of every statement that it runs, on each side. Also which statements our service ran for it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from neo4j import AsyncDriver, Query
from starlette.types import ASGIApp, Receive, Scope, Send

from bench.peer import HITS, Peer
from cypher.graph import Database
from service.app import application
from service.auth import AuthConfig

Run = tuple[str, dict[str, Any]]
LANGUAGE = "CYPHER 5\n"


@dataclass
class Seen:
    """What was sent since the last clearing, and its hits."""

    runs: list[Run] = field(default_factory=list)
    hits: int = 0


@dataclass(frozen=True)
class Watched(Database):
    """A database whose sessions profile each statement before they run it."""

    seen: Seen = field(default_factory=Seen)

    @asynccontextmanager
    async def session(self, access: str) -> AsyncIterator["_Session"]:
        async with super().session(access) as inner:
            yield _Session(inner, self.seen)


@dataclass(frozen=True)
class _Session:
    inner: Any
    seen: Seen

    async def run(self, query: Query | str, parameters: dict[str, Any], **_: Any) -> Any:
        text = query if isinstance(query, str) else query.text
        self.seen.runs.append((str(text), dict(parameters)))
        self.seen.hits += await _profiled(self.inner, str(text), parameters)
        return await self.inner.run(query, parameters)


async def _profiled(session: Any, text: str, parameters: dict[str, Any]) -> int:
    result = await session.run(text.replace(LANGUAGE, "CYPHER 5 PROFILE\n", 1), parameters)
    return _below((await result.consume()).profile)


def _below(plan: dict[str, Any]) -> int:
    return int(plan.get("dbHits", 0)) + sum(_below(child) for child in plan.get("children", []))


async def of_statement(driver: AsyncDriver, text: str, parameters: dict[str, Any]) -> int:
    """Hits of one statement."""
    async with driver.session(database="neo4j") as session:
        return await _profiled(session, text, parameters)


async def of_service(database: Database, auth: AuthConfig, token: str, documents: list[tuple[str, dict[str, Any]]]) -> list[Seen]:
    """What the service, in this process, runs for each document with its variables; sign-in does not count."""
    watched = Watched(database.driver, database.name, database.bookmarks)
    transport = httpx.ASGITransport(app=application(watched, auth, development=False))
    headers, found = {"Authorization": f"Bearer {token}"}, []
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=headers) as client:
        await client.post("/graphql", json={"query": "{ viewer { permission } }"})
        for query, variables in documents:
            watched.seen.runs, watched.seen.hits = [], 0
            (await client.post("/graphql", json={"query": query, "variables": variables})).raise_for_status()
            found.append(Seen(watched.seen.runs, watched.seen.hits))
    return found


@dataclass
class _Listening:
    """The application, and the names of the statements that its last request ran."""

    inner: ASGIApp
    ran: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.inner(scope, receive, send)
        self.ran = scope.get("state", {}).get("ran", [])


async def statements(database: Database, auth: AuthConfig, token: str, body: dict[str, Any]) -> list[str]:
    """The names of the statements that the service, in this process, runs for one request; what it writes stays."""
    listening = _Listening(application(database, auth, development=False))
    transport = httpx.ASGITransport(app=listening)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers={"Authorization": f"Bearer {token}"}) as client:
        (await client.post("/graphql", json=body)).raise_for_status()
    return listening.ran


async def of_peer(peer: Peer, token: str, documents: list[tuple[str, dict[str, Any]]]) -> list[int]:
    """Hits of the peer for each document."""
    asked = [{"query": query, "variables": variables, "token": f"Bearer {token}"} for query, variables in documents]
    process = await asyncio.create_subprocess_exec(
        peer.node, str(HITS), env=peer.environment, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    told, _ = await process.communicate(json.dumps(asked).encode())
    if process.returncode:
        raise ChildProcessError("The peer could not be profiled; its words are above.")
    found: list[int] = json.loads(told)
    return found
