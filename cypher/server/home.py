"""The data folder of a local Neo4j: who lives there, on which port, with which password. Nothing here starts anything.

    server.json         line, port and password, mode 0600
    server.pid          locked by the server as long as it lives; its text is the server's process id
    start.lock          held by whoever starts a server, until it answers
    conf/ data/ logs/   Neo4j's own

A copy of the folder, made while no server runs, is a backup.
"""

import fcntl
import json
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from cypher.server.errors import StartError

LOOPBACK = "127.0.0.1"
STATE, PID, START_LOCK, CONF = "server.json", "server.pid", "start.lock", Path("conf", "neo4j.conf")
SETTINGS = """\
server.bolt.listen_address={host}:{port}
server.bolt.advertised_address={host}:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
internal.server.bolt.thread_pool_shutdown_wait_time=0s
"""


@dataclass(frozen=True, slots=True)
class State:
    """What a data folder remembers between two starts."""

    line: str
    port: int
    password: str = field(repr=False)


def prepare(folder: Path) -> None:
    """Makes the folder, or refuses one that is something else."""
    if folder.exists() and not folder.is_dir():
        raise StartError(f"{folder} is a file; a folder for Neo4j's data is wanted. Name another path.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = {entry.name for entry in folder.iterdir()}
    if STATE not in names and names - {PID, START_LOCK}:
        raise StartError(f"{folder} holds other things, no {STATE} of ours. Name an empty or a new folder.")


@contextmanager
def claim(folder: Path) -> Iterator[int | None]:
    """A descriptor whose lock makes the folder that of one server, or None when one lives there.

    The lock goes with the descriptor: a process that inherits it keeps the folder until it ends, however it ends.
    """
    descriptor = os.open(folder / PID, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if ours := _locked(descriptor, fcntl.LOCK_EX):
            os.ftruncate(descriptor, 0)
        yield descriptor if ours else None
    finally:
        os.close(descriptor)


def occupied(folder: Path) -> bool:
    """Whether a server lives in the folder; it may be coming up, or just going down."""
    try:
        descriptor = os.open(folder / PID, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        return not _locked(descriptor, fcntl.LOCK_SH)
    finally:
        os.close(descriptor)


def _locked(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def tenant(folder: Path) -> int | None:
    """The process id of the server that lives in the folder."""
    return int((folder / PID).read_text() or 0) or None if occupied(folder) else None


def recall(folder: Path) -> State | None:
    try:
        return State(**json.loads((folder / STATE).read_text()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise StartError(
            f"{folder / STATE} can't be read ({error}). Put back a copy of it, or set the data folder aside: the "
            "password in it opens the data."
        ) from error


def settle(folder: Path, line: str, port: int) -> State:
    """Writes down what the next server here uses: what the folder remembers, with the wanted port if one is wanted."""
    old = recall(folder)
    if old and old.line != line:
        raise StartError(f"{folder} holds data of line {old.line} of Neo4j, {line} was asked for. Ask for that, or another folder.")
    password = old.password if old else secrets.token_urlsafe(24)
    state = State(line, _port(port, old.port if old else 0), password)
    _write(folder / STATE, json.dumps(asdict(state)))
    (folder / CONF).parent.mkdir(exist_ok=True)
    _write(folder / CONF, SETTINGS.format(host=LOOPBACK, port=state.port))
    return state


def _write(file: Path, text: str) -> None:
    """All of it or nothing, also when we are killed; for the owner's eyes only."""
    part = file.with_suffix(".part")
    part.unlink(missing_ok=True)
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as content:
        content.write(text)
    part.replace(file)


def _port(wanted: int, remembered: int) -> int:
    if wanted and not _free(wanted):
        raise StartError(f"Port {wanted} is taken by another program. End it, or ask for another port (0: any).")
    return wanted or _free(remembered) or _free(0)


def _free(port: int) -> int:
    """The port itself, for 0 any free one; 0 when it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return 0
        return int(probe.getsockname()[1])
