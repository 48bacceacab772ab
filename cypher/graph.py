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

from cypher.compose.together import grouped, joined
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
                return await _single(session, statement.text, parameters, self.database.read_seconds)


@dataclass(frozen=True, slots=True)
class Asked:
    """A read, and where its value will be."""

    statement: Statement
    parameters: dict[str, Any]
    answer: asyncio.Future[Any]


@dataclass(frozen=True)
class Graph(Scope):
    """One workspace as a viewer reads and writes it. Every statement gets the workspace from here, never from a caller."""

    database: Database
    workspace: str
    actor: str = ""
    ran: list[str] = field(default_factory=list)
    """The names of the statements, in order; of reads that went together, joined by a plus."""
    until: float = math.inf
    """By time.monotonic(): no statement starts after this, and one that runs is stopped by the server."""
    waiting: list[Asked] = field(default_factory=list, init=False, repr=False)
    running: set[asyncio.Task[None]] = field(default_factory=set, init=False, repr=False)

    def seconds(self, most: float) -> float:
        """How long a statement may still run; TimedOut where the time is over. The server takes 0 for no limit at all."""
        left = self.until - monotonic()
        if left <= 0:
            raise TimedOut("The request ran into its time limit.")
        return max(min(most, left), 0.001)

    async def run(self, statement: Statement, parameters: dict[str, Any]) -> Any:
        """Read, in one statement with whatever else is asked for at the same moment.

        Whoever waits may be cancelled, as by an error elsewhere in an operation; the statement is not, for that would break its connection.
        """
        loop = asyncio.get_running_loop()
        asked = Asked(statement, parameters, loop.create_future())
        if not self.waiting:
            loop.call_soon(loop.call_soon, self._send)  # who was told at the same moment may need one turn of the loop more to ask
        self.waiting.append(asked)
        return await asked.answer

    def _send(self) -> None:
        task = asyncio.create_task(self._answer(grouped(self.waiting)))
        self.waiting.clear()
        self.running.add(task)
        task.add_done_callback(self.running.discard)

    async def _answer(self, groups: list[list[Asked]]) -> None:
        """Tell all at once, so that what they ask for next goes together again."""
        ended = await asyncio.gather(*map(self._values, groups), return_exceptions=True)
        for group, values in zip(groups, ended, strict=True):
            for place, one in enumerate(group):
                if one.answer.done():
                    continue
                if isinstance(values, BaseException):
                    one.answer.set_exception(values)
                else:
                    one.answer.set_result(values[place])

    async def _values(self, group: list[Asked]) -> list[Any]:
        """Read by auto-commit, which saves a round trip; it has no retry of its own, so a broken connection is tried once more."""
        started, names = perf_counter(), " + ".join(one.statement.name for one in group)
        self.ran.append(names)
        only = group[0] if len(group) == 1 else None
        text, given = (only.statement.text, only.parameters) if only else joined(group)
        given["workspace"] = self.workspace
        with mapped():
            try:
                value = await self._in_session(text, given)
            except (ServiceUnavailable, SessionExpired, TransientError):
                value = await self._in_session(text, given)
        log.debug("%s %.1f ms", names, (perf_counter() - started) * 1000)
        return [value] if only else value

    async def _in_session(self, text: str, parameters: dict[str, Any]) -> Any:
        async with self.database.session("READ") as session:
            return await _single(session, text, parameters, self.seconds(self.database.read_seconds))

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


async def _single(session: Any, text: str, parameters: dict[str, Any], seconds: float) -> Any:
    result = await session.run(Query(text, timeout=seconds), parameters)
    record = await result.single()
    return None if record is None else record[0]
