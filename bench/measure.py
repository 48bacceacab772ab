"""Runs the load in rounds in which the contenders take turns, so that a busy moment of the machine meets all of them."""

import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import orjson
import psutil

from bench.client import Address, Exchange, WrongAnswer, ask, run
from bench.contenders import Contender
from bench.operations import Answer, Operation, leaves

Exchanges = Callable[[int], Iterator[Exchange]]


@dataclass(frozen=True)
class Sample:
    """One run of the load. Latencies in milliseconds, processor time in milliseconds a request."""

    contender: str
    operation: str
    connections: int
    requests_per_second: float
    p50: float
    p95: float
    processor: float
    database: float


@dataclass(frozen=True)
class Cell:
    """What is loaded in each round: somebody, with something, over so many connections."""

    contender: str
    operation: str
    connections: int
    address: Address
    exchanges: Exchanges
    processor_seconds: Callable[[], float]


async def sample(cell: Cell, database: psutil.Process, seconds: float) -> Sample:
    """Load one cell for so long. Raises WrongAnswer."""
    before = cell.processor_seconds(), sum(database.cpu_times()[:2])
    load = await run(cell.address, cell.exchanges, cell.connections, seconds)
    after = cell.processor_seconds(), sum(database.cpu_times()[:2])
    return summed(cell, load.latencies, load.seconds, after[0] - before[0], after[1] - before[1])


def summed(cell: Cell, latencies: list[float], seconds: float, processor: float, database: float) -> Sample:
    """The sample of a run's figures, all in seconds."""
    many = len(latencies)
    cuts = quantiles([1000 * one for one in latencies], n=20, method="inclusive")
    return Sample(
        *(cell.contender, cell.operation, cell.connections, many / seconds, cuts[9], cuts[18]),
        *(1000 * processor / many, 1000 * database / many),
    )


async def rounds(cells: list[Cell], database: psutil.Process, many: int, seconds: float, say: Callable[[str], None]) -> list[Sample]:
    """Every cell once a round, those of one question one after the other, whoever begins changing from round to round."""
    found = []
    for number in range(many):
        shuffled = random.Random(number).sample(cells, len(cells))  # noqa: S311 - an order, nothing secret
        for cell in sorted(shuffled, key=lambda one: (one.operation, one.connections)):
            found.append(await sample(cell, database, seconds))
            say(f"round {number + 1} of {many}: {cell.operation} at {cell.connections}, {cell.contender}")
    return found


@dataclass(frozen=True)
class Primed:
    """An operation's exchanges with a contender, whose answers have been compared with the floor's."""

    exchanges: list[Exchange]
    leaves: int

    def turn(self, connection: int) -> Iterator[Exchange]:
        """All in turn without end, each connection beginning elsewhere."""
        place = connection % len(self.exchanges)
        return islice(cycle(self.exchanges), place, None)


async def prime(contender: Contender, operation: Operation, ids: list[str], right: dict[str, object]) -> Primed:
    """Ask everything once and compare with what is right: `right` is filled by the first contender that is primed."""
    made, most = [], 0
    for id_ in ids:
        request = contender.request(operation, id_)
        body = await ask(contender.address, request)
        data = _data(body)
        most = max(most, leaves(data))
        if contender.like_ours:
            found = contender.like_ours(operation, data)
            known = right.setdefault(f"{operation.name} {id_}", found)
            if known != found:
                raise WrongAnswer(f"{contender.name} answers {operation.name} about {id_} otherwise: {_difference(known, found)}")
        made.append(Exchange(request, _same(data), body))
    return Primed(made, most)


def _difference(right: object, found: object, path: str = "") -> str:
    """Where two answers part first."""
    if isinstance(right, dict) and isinstance(found, dict) and right.keys() == found.keys():
        return next(_difference(right[name], found[name], f"{path}.{name}") for name in right if right[name] != found[name])
    if isinstance(right, list) and isinstance(found, list) and len(right) == len(found):
        return next(
            _difference(*both, f"{path}[{place}]") for place, both in enumerate(zip(right, found, strict=True)) if both[0] != both[1]
        )
    return f"{path} is {found}, {right} is right"


def _data(body: bytes) -> Answer:
    answer = orjson.loads(body)
    if answer.get("errors"):
        raise WrongAnswer(f"Errors: {answer['errors']}")
    data: Answer = answer["data"]
    return data


def _same(expected: object) -> Callable[[bytes], bool]:
    return lambda body: bool(orjson.loads(body).get("data") == expected)


async def took(job: Callable[[], Awaitable[Any]], rounds: int) -> float:
    """The median of so many rounds after two that warm up, in ms."""
    found = []
    for _ in range(rounds + 2):
        started = perf_counter()
        await job()
        found.append(1000 * (perf_counter() - started))
    return median(found[2:])
