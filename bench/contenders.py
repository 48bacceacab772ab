"""Who is measured: real processes on this machine, each with what it wants to be asked and how its processor time is read."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bench.client import Address
from bench.operations import Answer, Operation, plain
from bench.peer import Peer

READY_SECONDS = 60.0
STOP_SECONDS = 10.0
ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Contender:
    """A server under load. `request` gives the bytes that ask it an operation about one id, `like_ours` the answer's plain form."""

    name: str
    address: Address
    request: Callable[[Operation, str], bytes]
    like_ours: Callable[[Operation, Answer], object] | None
    processes: list[psutil.Process] = field(default_factory=list)

    def processor_seconds(self) -> float:
        """User and system time of all its processes so far."""
        return sum(sum(process.cpu_times()[:2]) for process in self.processes)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: list[str], environment: dict[str, str], port: int, log: Path) -> Iterator[list[psutil.Process]]:
    """A server process with its children, once it listens; ended afterwards. What it says is kept in the log."""
    with log.open("wb") as said:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=said, stderr=said)
        try:
            _wait(process, port, log)
            parent = psutil.Process(process.pid)
            yield [parent, *parent.children(recursive=True)]
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(STOP_SECONDS)
            process.kill()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    process.kill()
    raise ChildProcessError(f"A server did not start; the end of {log}:\n{log.read_text(errors='replace')[-3000:]}")


@contextmanager
def service(environment: dict[str, str], token: str, folder: Path) -> Iterator[Contender]:
    """Our service as `dmu serve` starts it with a configured secret: one worker, everything on."""
    port = free_port()
    command = [sys.executable, "-c", "from service.cli import main; main()", "serve", "--port", str(port)]
    address = Address(port, "/graphql", (("Authorization", f"Bearer {token}"),))

    def request(operation: Operation, id_: str) -> bytes:
        return address.post({"query": operation.ours, "variables": {"id": operation.global_id(id_)}})

    with running(command, os.environ | environment, port, folder / "service.log") as processes:
        yield Contender("service", address, request, lambda _, answer: plain(answer), processes)


@contextmanager
def floors(environment: dict[str, str], folder: Path) -> Iterator[list[Contender]]:
    """The floor and, in the same process, the statements of the service without the service."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "bench.floor:app", "--port", str(port), "--log-level", "warning"]
    with running(command, os.environ | environment, port, folder / "floor.log") as processes:
        yield [_floor(name, Address(port, f"/{name}"), processes) for name in ("floor", "same")]


def _floor(name: str, address: Address, processes: list[psutil.Process]) -> Contender:
    def request(operation: Operation, id_: str) -> bytes:
        return address.post({"id": id_}, f"/{operation.name}")

    return Contender(name, address, request, (lambda _, answer: plain(answer)) if name == "floor" else None, processes)


@contextmanager
def peers(peer: Peer, kind: str, processes: int, token: str, folder: Path) -> Iterator[Contender]:
    """@neo4j/graphql behind one server program, in one or more processes."""
    port, name = free_port(), f"{kind}×{processes}"
    address = Address(port, "/graphql" if kind == "yoga" else "/", (("Authorization", f"Bearer {token}"),))

    def request(operation: Operation, id_: str) -> bytes:
        return address.post({"query": operation.peers, "variables": {"id": id_}})

    with running(peer.command(kind, port, processes), peer.environment, port, folder / f"{name}.log") as found:
        yield Contender(name, address, request, lambda operation, answer: operation.like_ours(answer), found)
