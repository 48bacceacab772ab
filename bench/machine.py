"""What the figures were measured on."""

import platform
from importlib.metadata import version
from pathlib import Path

import msgspec
import psutil

from bench.peer import ROOM
from cypher.server import Server
from cypher.server.artifacts import lock_of


def machine(server: Server) -> str:
    """One sentence: processor, memory, system, versions of all that took part."""
    processor = next(
        (line.split(":")[1].strip() for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")), platform.machine()
    )
    cores, memory = psutil.cpu_count(), psutil.virtual_memory().total / 2**30
    ours = ", ".join(f"{name} {version(name)}" for name in ("neo4j", "strawberry-graphql", "starlette", "uvicorn"))
    peers = msgspec.json.decode((ROOM / "package.json").read_bytes())["dependencies"]
    theirs = ", ".join(f"{name} {peers[name]}" for name in ("@neo4j/graphql", "graphql-yoga", "@apollo/server"))
    database = lock_of(server.line).stem.removeprefix("neo4j-")
    return (
        f"{cores} cores of {processor}, {memory:.0f} GiB, {platform.system()} {platform.release()}, everything on this one machine. "
        f"Python {platform.python_version()}, Neo4j Community {database}, {ours}; {theirs}."
    )


def _lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []
