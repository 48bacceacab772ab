"""What a run stands on: a Neo4j of its own with the data set, tokens, and everybody who is measured, started and ended together."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import orjson
import psutil

from bench import contenders, hits
from bench.client import Address
from bench.contenders import Contender
from bench.data import SMALL, Sizes
from bench.load import SUBJECT, WORKSPACES, fill, index_for_peer
from bench.operations import READS, Operation
from bench.peer import KINDS, Peer, peer
from bench.writes import Tenant, Write
from cypher import server
from cypher.graph import Database, System
from cypher.system import workspaces
from service.auth import AuthConfig, issue

OTHERS = Sizes(accounts=20, deals=60, big_accounts=1, big_deals=20)
"""What the seven workspaces hold that are only written to."""
Say = Callable[[str], None]


@dataclass(frozen=True)
class Plan:
    """What is to be measured, and how long."""

    sizes: Sizes
    rounds: int = 5
    seconds: float = 2.0
    connections: tuple[int, ...] = (1, 8, 32)
    peer_connections: tuple[int, ...] = (1, 8, 32)
    operations: tuple[Operation, ...] = READS
    peers: bool = True
    writes: bool = True
    line: str = "2026"


@dataclass
class World:
    """A database with data, and who is measured over it."""

    plan: Plan
    own: server.Server
    database: Database
    folder: Path
    auth: AuthConfig
    ran: dict[str, hits.Seen] = field(default_factory=dict)
    contenders: list[Contender] = field(default_factory=list)
    peer: Peer | None = None

    @property
    def environment(self) -> dict[str, str]:
        names = {"NEO4J_URI": self.own.uri, "NEO4J_USER": self.own.user, "NEO4J_PASSWORD": self.own.password}
        return names | {"DMU_JWT_SECRET": self.auth.secret or "", "BENCH_SECRET": self.auth.secret or ""}

    def token(self, workspace: str = WORKSPACES[0]) -> str:
        return issue(self.auth, SUBJECT, workspace, timedelta(hours=12))

    def named(self, name: str) -> Contender:
        return next(one for one in self.contenders if one.name == name)

    @property
    def process(self) -> psutil.Process:
        return psutil.Process(self.own.pid)

    async def ran_by(self, write: Write) -> list[str]:
        """The statements of one mutation, the last that the data set has room for."""
        sizes = self.plan.sizes
        return await hits.statements(self.database, self.auth, self.token(), write.body(sizes, sizes.deals * (SMALL - 1) * 4 - 1))

    def tenants(self) -> list[Tenant]:
        """The workspaces to write to."""
        at = self.named("service").address
        headers = {one: (("Authorization", f"Bearer {self.token(one)}"),) for one in WORKSPACES}
        sizes = dict.fromkeys(WORKSPACES, OTHERS) | {WORKSPACES[0]: self.plan.sizes}
        return [Tenant(one, sizes[one], Address(at.port, at.path, headers[one])) for one in WORKSPACES]


@asynccontextmanager
async def built(plan: Plan, folder: Path, say: Say) -> AsyncIterator[World]:
    """A database in the folder, filled where it is not yet, without anybody over it."""
    async with AsyncExitStack() as stack:
        own = stack.enter_context(server.running(folder / "neo4j", line=plan.line))
        database = Database.connect(own.uri, own.user, own.password, write_seconds=600)
        stack.push_async_callback(database.close)
        auth = AuthConfig(secret=secrets.token_urlsafe(48), jwks_url=None, issuer=None, audience=None)
        await _filled(database, plan, say)
        yield World(plan, own, database, folder, auth)


async def _filled(database: Database, plan: Plan, say: Say) -> None:
    standing = {one.id for one in await workspaces(System(database))}
    for number, workspace in enumerate(WORKSPACES if plan.writes else WORKSPACES[:1]):
        if workspace not in standing:
            say(f"filling workspace {number + 1}")
            await fill(database, workspace, OTHERS if number else plan.sizes)
    if plan.peers:
        await index_for_peer(database.driver)


@asynccontextmanager
async def peopled(world: World, say: Say) -> AsyncIterator[World]:
    """The world with its servers running. What our service runs for each operation is found out first: one contender repeats it."""
    say("asking which statements the service runs")
    await _seen(world)
    environment = world.environment | {"BENCH_STATEMENTS": str(_statements(world))}
    async with AsyncExitStack() as stack:
        world.contenders = stack.enter_context(contenders.floors(environment, world.folder))
        world.contenders.append(stack.enter_context(contenders.service(environment, world.token(), world.folder)))
        if world.plan.peers:
            world.peer = peer(environment)
            for kind in KINDS:
                for processes in (1, 2):
                    say(f"starting {kind} with {processes}")
                    world.contenders.append(stack.enter_context(contenders.peers(world.peer, kind, processes, world.token(), world.folder)))
        yield world


async def _seen(world: World) -> None:
    asked = [(operation, id_) for operation in world.plan.operations for id_ in operation.ids(world.plan.sizes)]
    documents = [(operation.ours, {"id": operation.global_id(id_)}) for operation, id_ in asked]
    found = await hits.of_service(world.database, world.auth, world.token(), documents)
    world.ran = {f"{operation.name} {id_}": one for (operation, id_), one in zip(asked, found, strict=True)}


def _statements(world: World) -> Path:
    """The file that tells the floor what to send."""
    same = {one.name: {id_: world.ran[f"{one.name} {id_}"].runs for id_ in one.ids(world.plan.sizes)} for one in world.plan.operations}
    told = {"workspace": WORKSPACES[0], "floor": {one.name: one.statement for one in world.plan.operations}, "same": same}
    path = world.folder / "statements.json"
    path.write_bytes(orjson.dumps(told))
    return path
