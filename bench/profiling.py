"""Where the service's time goes under load: py-spy samples its stacks from outside, without slowing what it watches."""

import asyncio
import sys
from collections import Counter
from pathlib import Path

from bench.client import run
from bench.contenders import ROOT
from bench.measure import Exchanges, prime
from bench.operations import READS
from bench.report import AT, table
from bench.world import World
from bench.writes import WRITES, Numbers, exchanges

SECONDS = 8
RATE = 400
PACKAGES = ("neo4j", "strawberry", "graphql", "starlette", "uvicorn", "msgspec", "asyncio", "jwt")
ROOMS = ("service", "schema", "cypher")
MOST = 15
FRAME = 0.9
"""What holds more than this is the frame around the work."""


async def profile(world: World, name: str) -> str:
    """Shares of the processor time of one operation or mutation: by package, and of the functions that hold most of it."""
    service = world.named("service")
    sent = await _exchanges(world, name)
    raw = world.folder / f"{name}.stacks"
    command = [str(Path(sys.executable).parent / "py-spy"), "record", "--pid", str(service.processes[0].pid), "--duration", str(SECONDS)]
    command += ["--rate", str(RATE), "--format", "raw", "--full-filenames", "--output", str(raw)]
    watching = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE)
    load = asyncio.create_task(run(service.address, sent, AT, SECONDS + 1))
    _, said = await watching.communicate()
    await load
    if watching.returncode:
        raise ChildProcessError(f"py-spy could not watch the service: {said.decode()}")
    return _told(name, raw.read_text())


async def _exchanges(world: World, name: str) -> Exchanges:
    for write in WRITES:
        if write.name == name:
            return exchanges(write, world.tenants()[:1], Numbers())
    operation = next(one for one in READS if one.name == name)
    return (await prime(world.named("service"), operation, operation.ids(world.plan.sizes), {})).turn


def _told(name: str, stacks: str) -> str:
    own, inside, whole = Counter[str](), Counter[str](), 0
    for line in stacks.splitlines():
        frames, _, many = line.rpartition(" ")
        found = frames.split(";")
        whole += int(many)
        own[_package(found[-1])] += int(many)
        for frame in set(map(_function, found)):
            inside[frame] += int(many)
    beneath = [(one, many) for one, many in inside.most_common() if many < FRAME * whole]
    packages = table((f"{name}: own time of", "%"), ((one, f"{100 * many / whole:.1f}") for one, many in own.most_common(MOST)))
    functions = table(("function, with what it calls", "%"), ((one, f"{100 * many / whole:.1f}") for one, many in beneath[: 2 * MOST]))
    return f"{packages}\n\n{functions}"


def _package(frame: str) -> str:
    return next((one for one in (*PACKAGES, *ROOMS) if f"/{one}/" in frame), "other")


def _function(frame: str) -> str:
    function, _, place = frame.rpartition(" (")
    parts = Path(place.split(":")[0].removeprefix(f"{ROOT}/")).parts
    return f"{function} ({'/'.join(parts[-2:])})"
