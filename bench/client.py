"""The load: HTTP/1.1 over kept-alive connections, each with one request at a time, every answer checked.

A client of its own because the known ones fall short here: httpx needs more processor time than the service it would measure, autocannon
tells no p95 and checks no answer against an expected one. The parser is httptools, the loop uvloop, both of uvicorn.
"""

import asyncio
import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

import httptools
import orjson

OK = 200
FEWEST = 10
"""Answers without which a run tells nothing: a slow server is waited for."""


class WrongAnswer(Exception):
    """A server answered something else than what is known to be right: its figures would mean nothing."""


@dataclass(frozen=True)
class Exchange:
    """A request as bytes, and what is asked of its answer: these very bytes, else whatever `right` says of the body."""

    request: bytes
    right: Callable[[bytes], bool]
    expected: bytes | None = None

    def check(self, status: int, body: bytes) -> None:
        if status != OK or (body != self.expected and not self.right(body)):
            raise WrongAnswer(f"Status {status}: {body[:2000].decode(errors='replace')}\nto {self.request[-600:].decode(errors='replace')}")


@dataclass(frozen=True)
class Address:
    """Where a server listens on this machine, and the headers that it wants."""

    port: int
    path: str
    headers: tuple[tuple[str, str], ...] = ()

    def post(self, body: object, path: str = "") -> bytes:
        """The bytes of a request."""
        content = orjson.dumps(body)
        lines = [f"POST {self.path}{path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept: application/json"]
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        return "\r\n".join([*lines, "", ""]).encode() + content


@dataclass
class Load:
    """What a run of the load measured: seconds that each answer took, and how long the whole lasted."""

    latencies: list[float] = field(default_factory=list)
    seconds: float = 0


class _Connection(asyncio.Protocol):
    """Sends the next request when the answer to the last one is whole, until the time is over and there are answers enough."""

    def __init__(self, exchanges: Iterator[Exchange], load: Load, until: float) -> None:
        self.exchanges, self.load, self.until = exchanges, load, until
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.body: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self._send()

    def _send(self) -> None:
        now = perf_counter()
        over = now >= self.until and len(self.load.latencies) >= FEWEST
        exchange = None if over else next(self.exchanges, None)
        if exchange is None:
            self.transport.close()
            self.done.set_result(None)
            return
        self.exchange, self.sent = exchange, now
        self.parser = httptools.HttpResponseParser(self)
        self.transport.write(exchange.request)  # type: ignore[attr-defined]

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)

    def on_body(self, data: bytes) -> None:
        self.body.append(data)

    def on_message_complete(self) -> None:
        self.load.latencies.append(perf_counter() - self.sent)
        body = b"".join(self.body)
        self.body.clear()
        try:
            self.exchange.check(self.parser.get_status_code(), body)
        except WrongAnswer as wrong:
            self.done.set_exception(wrong)
            self.transport.close()
            return
        asyncio.get_running_loop().call_soon(self._send)

    def connection_lost(self, _: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(WrongAnswer("The server closed the connection."))


async def run(address: Address, exchanges: Callable[[int], Iterator[Exchange]], connections: int, seconds: float) -> Load:
    """Load a server for so long; `exchanges` gives each connection, by its number, what it sends. Raises WrongAnswer."""
    load, loop = Load(), asyncio.get_running_loop()
    gc.collect()
    gc.disable()
    started = perf_counter()
    try:
        made = [
            await loop.create_connection(
                lambda number=number: _Connection(exchanges(number), load, started + seconds),  # type: ignore[misc]
                "127.0.0.1",
                address.port,
            )
            for number in range(connections)
        ]
        await asyncio.gather(*(connection.done for _, connection in made))
    finally:
        gc.enable()
    load.seconds = perf_counter() - started
    return load


async def ask(address: Address, request: bytes) -> bytes:
    """The body that answers one request. Raises WrongAnswer unless its status is 200."""
    bodies: list[bytes] = []

    def keep(body: bytes) -> bool:
        bodies.append(body)
        return True

    await run(address, lambda _: iter([Exchange(request, keep)]), 1, 60)
    return bodies[0]
