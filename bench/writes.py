"""Mutations against the raw driver: the same nodes and Changes in one managed transaction of two statements, without a service."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count, cycle
from pathlib import Path
from time import perf_counter
from typing import Any

import psutil
import uuid_utils
from neo4j import AsyncDriver, AsyncManagedTransaction

from bench.client import FEWEST, Address, Exchange
from bench.data import AT, DAY, ROLES, SMALL, Sizes, id_of
from bench.measure import Cell, Sample, sample, summed
from cypher.query import STATEMENTS
from schema.node import global_id
from service.text import fold

ROOM = Path(__file__).parent / "operations"
WARM_SECONDS = 2.0
PROBLEM = "... on Problem { message }"


@dataclass(frozen=True)
class Write:
    """A mutation and its floor. Both are given the sizes of a workspace and a number that is never given twice there."""

    name: str
    mutation: str
    kind: str
    input: Callable[[Sizes, int], dict[str, Any]]
    floor: Callable[[Sizes, int], dict[str, Any]]
    changes: int

    @property
    def document(self) -> str:
        named = f"{self.mutation[0].upper()}{self.mutation[1:]}Input!"
        return (
            f"mutation($input: {named}) {{ {self.mutation}(input: $input) {{ __typename ... on {self.kind} {{ id version }} {PROBLEM} }} }}"
        )

    def body(self, sizes: Sizes, number: int) -> dict[str, Any]:
        """A request, under an idempotency key of its own."""
        return {"query": self.document, "variables": {"input": self.input(sizes, number) | {"idempotencyKey": new_id()}}}

    @property
    def statement(self) -> str:
        return (ROOM / f"{self.name}.cypher").read_text(encoding="utf-8")


def seat(sizes: Sizes, number: int) -> tuple[int, int, str]:
    """Deal, seat and a role that nobody has given that seat: the data set gives two at most, four are left."""
    deal, rest = number % sizes.deals, number // sizes.deals
    place, layer = rest % (SMALL - 1) + 1, rest // (SMALL - 1) % 4
    return deal, place, ROLES[(place + 2 + layer) % 6]


def assign(sizes: Sizes, number: int) -> dict[str, Any]:
    deal, place, role = seat(sizes, number)
    kind, party = sizes.seated(deal)[place]
    return {"dealId": global_id("Deal", id_of("Deal", deal)), "partyId": global_id(kind, id_of(kind, party)), "role": role}


def assign_floor(sizes: Sizes, number: int) -> dict[str, Any]:
    deal, place, role = seat(sizes, number)
    member = id_of("Member", sizes.first_member(deal) + place)
    row = {"id": new_id(), "memberId": member, "dealId": id_of("Deal", deal), "role": role, "phaseIds": [], "certainty": "ASSUMED"}
    return {"memberId": member, "row": row}


def judged(sizes: Sizes, number: int) -> str:
    return id_of("Member", number % sizes.first_member(sizes.deals))


def assess(sizes: Sizes, number: int) -> dict[str, Any]:
    return {"memberId": global_id("Member", judged(sizes, number)), "stance": "SUPPORTER", "influence": number % 11}


def assess_floor(sizes: Sizes, number: int) -> dict[str, Any]:
    said = {"named": ["stance", "influence"], "stance": "SUPPORTER", "influence": number % 11, "at": AT}
    return {"memberId": judged(sizes, number), "row": said | {"id": new_id(), "memberId": judged(sizes, number)}}


def create(sizes: Sizes, number: int) -> dict[str, Any]:
    post = {"accountId": global_id("Account", id_of("Account", number % sizes.accounts)), "title": "Buyer", "department": "Purchasing"}
    return {"name": f"New {number}", "email": f"new{number}@example.com", "employment": post}


def create_floor(sizes: Sizes, number: int) -> dict[str, Any]:
    id_, name = new_id(), f"New {number}"
    person = {"id": id_, "version": 1, "createdAt": AT, "updatedAt": AT, "name": name, "nameKey": fold(name), "isPlaceholder": False}
    person |= {"email": f"new{number}@example.com", "tags": [], "preferences": [], "isErased": False}
    post = {"id": new_id(), "version": 1, "title": "Buyer", "department": "Purchasing", "primary": True, "usualRoles": []}
    return {"accountId": id_of("Account", number % sizes.accounts), "person": person, "post": post | {"openKey": f"{id_}|primary"}}


WRITES = (
    Write("create", "createPerson", "Person", create, create_floor, 2),
    Write("assess", "assessMember", "Member", assess, assess_floor, 1),
    Write("assign", "assignRole", "Member", assign, assign_floor, 1),
)


def new_id() -> str:
    return str(uuid_utils.uuid7())


@dataclass(frozen=True)
class Tenant:
    """A workspace that is written to: how much it holds, and the service's address with a token of it."""

    workspace: str
    sizes: Sizes
    address: Address


@dataclass
class Numbers:
    """The next unused number of each write in each workspace."""

    used: dict[tuple[str, str], Iterator[int]] = field(default_factory=dict)

    def next(self, write: Write, tenant: Tenant) -> int:
        return next(self.used.setdefault((write.name, tenant.workspace), count()))


def exchanges(write: Write, tenants: list[Tenant], numbers: Numbers) -> Callable[[int], Iterator[Exchange]]:
    """What each writer sends: new things in its workspace, each with a key of its own."""
    right = f'"__typename":"{write.kind}"'.encode()

    def of_writer(number: int) -> Iterator[Exchange]:
        tenant = tenants[number % len(tenants)]
        while True:
            body = write.body(tenant.sizes, numbers.next(write, tenant))
            yield Exchange(tenant.address.post(body), lambda answer: right in answer)

    return of_writer


@dataclass(frozen=True)
class RawDriver:
    """The floor of writes. It runs in this process, which sends nothing else meanwhile."""

    driver: AsyncDriver
    tenants: list[Tenant]
    numbers: Numbers

    async def once(self, write: Write, tenant: Tenant) -> None:
        parameters = write.floor(tenant.sizes, self.numbers.next(write, tenant)) | {"workspace": tenant.workspace}
        changes = [self._change(write) for _ in range(write.changes)]

        async def job(transaction: AsyncManagedTransaction) -> None:
            await (await transaction.run(write.statement, parameters)).consume()
            append = {"workspace": tenant.workspace, "changes": changes, "outcome": None}
            await (await transaction.run(STATEMENTS["change.append"].text, append)).consume()

        async with self.driver.session(database="neo4j") as session:
            await session.execute_write(job)

    def _change(self, write: Write) -> dict[str, Any]:
        told = {"id": new_id(), "at": AT, "actor": id_of("Person", 0), "action": "CREATED", "entityType": write.kind, "entityVersion": 1}
        return told | {"entityId": new_id(), "fields": f'[{{"field":"since","before":null,"after":"{DAY}"}}]'}

    async def sample(self, cell: Cell, write: Write, database: psutil.Process, seconds: float) -> Sample:
        latencies: list[float] = []
        own, before = psutil.Process(), sum(database.cpu_times()[:2])
        spent, started = sum(own.cpu_times()[:2]), perf_counter()

        async def writer(tenant: Tenant) -> None:
            while (begun := perf_counter()) < started + seconds or len(latencies) < FEWEST:
                await self.once(write, tenant)
                latencies.append(perf_counter() - begun)

        gc.disable()
        try:
            await asyncio.gather(*(writer(one) for one, _ in zip(cycle(self.tenants), range(cell.connections), strict=False)))
        finally:
            gc.enable()
        took = perf_counter() - started
        return summed(cell, latencies, took, sum(own.cpu_times()[:2]) - spent, sum(database.cpu_times()[:2]) - before)


@dataclass(frozen=True)
class Writers:
    """So many writers in so many workspaces."""

    writers: int
    workspaces: int

    @property
    def name(self) -> str:
        return f"{self.writers} in {self.workspaces}"


PLACES = (Writers(1, 1), Writers(16, 1), Writers(16, 8))


@dataclass(frozen=True)
class Bench:
    """The workspaces to write to, what the service's processes have spent, the driver and process of the database."""

    tenants: list[Tenant]
    spent: Callable[[], float]
    driver: AsyncDriver
    database: psutil.Process

    async def rounds(self, many: int, seconds: float, say: Callable[[str], None]) -> list[Sample]:
        """Service and raw driver in turn; a round before the counted ones warms both up."""
        numbers, found = Numbers(), []
        for number in range(many + 1):
            for write in WRITES:
                for place in PLACES:
                    both = await self._both(write, place, numbers, seconds if number else max(seconds, WARM_SECONDS))
                    found += both if number else []
                    say(f"round {number} of {many}: {both[0].operation}")
        return found

    async def _both(self, write: Write, place: Writers, numbers: Numbers, seconds: float) -> list[Sample]:
        reached = self.tenants[: place.workspaces]
        sent = exchanges(write, reached, numbers)
        cell = Cell("service", f"{write.name} {place.name}", place.writers, reached[0].address, sent, self.spent)
        mine = await sample(cell, self.database, seconds)
        raw = RawDriver(self.driver, reached, numbers)
        return [mine, await raw.sample(replace(cell, contender="floor"), write, self.database, seconds)]
