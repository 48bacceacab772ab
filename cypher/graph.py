"""The one place that opens sessions: reads by auto-commit, writes in managed transactions, each inside one workspace."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic, perf_counter
from typing import Any, TypeVar, cast

from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction, Query, unit_of_work
from neo4j.exceptions import ServiceUnavailable, SessionExpired, TransientError

from cypher.errors import TimedOut, mapped
from cypher.query import Statement

T = TypeVar("T")
log = logging.getLogger("dmu.graph")


@dataclass(frozen=True)
class Database:
    """A pool of connections to one database, and how long a statement may run there."""

    driver: AsyncDriver
    name: str
    bookmarks: Any = None
    read_seconds: float = 10
    write_seconds: float = 30

    @classmethod
    def connect(cls, uri: str, user: str, password: str, name: str = "neo4j", *, retry_seconds: float = 15, **limits: float) -> "Database":
        """Make the pool; nothing is sent yet. In a cluster (`neo4j://`) bookmarks let a reader see its own writes.

        A write that meets a deadlock or an outage is tried again for `retry_seconds`.
        """
        bookmarks = AsyncGraphDatabase.bookmark_manager() if uri.startswith("neo4j") else None
        driver = AsyncGraphDatabase.driver(
            uri,
            auth=(user, password),
            user_agent="dmu",
            telemetry_disabled=True,
            notifications_min_severity="OFF",
            connection_acquisition_timeout=10,
            max_transaction_retry_time=retry_seconds,
        )
        return cls(driver, name, bookmarks, **limits)

    async def close(self) -> None:
        """Close every connection."""
        await self.driver.close()

    def session(self, access: str) -> Any:
        return self.driver.session(database=self.name, default_access_mode=access, bookmark_manager=self.bookmarks)


class Scope:
    """Where a statement runs. A stub's first argument."""

    async def run(self, statement: Statement, parameters: dict[str, Any]) -> Any:
        """The single value that the statement returns, or None where it returns no row."""
        raise NotImplementedError


@dataclass(frozen=True)
class System(Scope):
    """Statements of `cypher/system`, which no viewer stands behind: sign-in, readiness, workspaces."""

    database: Database

    async def run(self, statement: Statement, parameters: dict[str, Any]) -> Any:
        with mapped():
            async with self.database.session("WRITE" if statement.writes else "READ") as session:
                return await _single(session, statement, parameters, self.database.read_seconds)


@dataclass(frozen=True)
class Graph(Scope):
    """One workspace as a viewer reads and writes it. Every statement gets the workspace from here, never from a caller."""

    database: Database
    workspace: str
    actor: str = ""
    ran: list[str] = field(default_factory=list)
    until: float = math.inf
    """By time.monotonic(): no statement starts after this, and one that runs is stopped by the server."""

    def seconds(self, most: float) -> float:
        """How long a statement may still run; TimedOut where the time is over. The server takes 0 for no limit at all."""
        left = self.until - monotonic()
        if left <= 0:
            raise TimedOut("The request ran into its time limit.")
        return max(min(most, left), 0.001)

    async def run(self, statement: Statement, parameters: dict[str, Any]) -> Any:
        """Read by auto-commit, which saves a round trip; it has no retry of its own, so a broken connection is tried once more."""
        self.ran.append(statement.name)
        started = perf_counter()
        parameters["workspace"] = self.workspace
        with mapped():
            try:
                value = await self._read(statement, parameters)
            except (ServiceUnavailable, SessionExpired, TransientError):
                value = await self._read(statement, parameters)
        log.debug("%s %.1f ms", statement.name, (perf_counter() - started) * 1000)
        return value

    async def _read(self, statement: Statement, parameters: dict[str, Any]) -> Any:
        """Not to be cancelled: an error elsewhere in an operation cancels what runs beside it, and that would break the connection."""
        return await asyncio.shield(self._in_session(statement, parameters))

    async def _in_session(self, statement: Statement, parameters: dict[str, Any]) -> Any:
        async with self.database.session("READ") as session:
            return await _single(session, statement, parameters, self.seconds(self.database.read_seconds))

    async def write(self, job: Callable[["Work"], Awaitable[T]]) -> T:
        """Run the job in one transaction. The driver runs it again after a deadlock, so it must not keep state of its own."""

        @unit_of_work(timeout=self.seconds(self.database.write_seconds), metadata={"actor": self.actor, "workspace": self.workspace})
        async def once(transaction: AsyncManagedTransaction) -> T:
            return await job(Work(self, transaction))

        with mapped():
            async with self.database.session("WRITE") as session:
                return cast(T, await session.execute_write(once))


@dataclass(frozen=True)
class Work(Scope):
    """A write transaction of one workspace."""

    graph: Graph
    transaction: AsyncManagedTransaction

    async def run(self, statement: Statement, parameters: dict[str, Any]) -> Any:
        self.graph.ran.append(statement.name)
        self.graph.seconds(self.graph.database.write_seconds)
        result = await self.transaction.run(statement.text, {**parameters, "workspace": self.graph.workspace})
        record = await result.single()
        return None if record is None else record[0]


async def _single(session: Any, statement: Statement, parameters: dict[str, Any], seconds: float) -> Any:
    result = await session.run(Query(statement.text, timeout=seconds), parameters)
    record = await result.single()
    return None if record is None else record[0]
