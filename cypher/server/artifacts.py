"""The jars of Neo4j: reads a lock file and makes a folder that holds exactly its artifacts, each checked by its sha256.

Starting a server from that folder is `process`.
"""

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from filelock import FileLock, Timeout
from jgo.maven import MavenContext
from platformdirs import user_cache_path
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from cypher.server.errors import DownloadError, HashError, ServerError

LOCKS = Path(__file__).parents[2] / "data" / "neo4j"
AT_ONCE = 8
ATTEMPTS = 3
CHUNK = 1 << 17
LIMITS = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
TIMEOUT = httpx.Timeout(30, connect=5)

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Artifact:
    """One line of a lock file."""

    group: str
    name: str
    version: str
    classifier: str
    sha256: str
    size: int

    @property
    def file(self) -> str:
        return "-".join(filter(None, (self.name, self.version, self.classifier))) + ".jar"

    @property
    def path(self) -> str:
        """Where every Maven repository keeps it, relative to the repository's address."""
        return "/".join((*self.group.split("."), self.name, self.version, self.file))


@dataclass(frozen=True, slots=True)
class Lock:
    name: str
    digest: str
    artifacts: tuple[Artifact, ...]

    @property
    def main(self) -> Artifact:
        return next(a for a in self.artifacts if (a.group, a.name, a.classifier) == ("org.neo4j", "neo4j", ""))


def lock_of(line: str, locks: Path = LOCKS) -> Path:
    """The lock file of a line of Neo4j: "2026" -> neo4j-2026.09.0.lock."""
    found = sorted(locks.glob(f"neo4j-{line}.*.lock"))
    if len(found) != 1:
        known = ", ".join(p.name for p in sorted(locks.glob("neo4j-*.lock"))) or "no lock file at all"
        raise ServerError(f"Line {line!r} of Neo4j needs one file neo4j-{line}.*.lock in {locks}; there: {known}.")
    return found[0]


def read_lock(path: Path) -> Lock:
    text = path.read_text(encoding="utf-8")
    lines = [(n, line.split()) for n, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    artifacts = tuple(_artifact(fields, f"{path}:{number}") for number, fields in lines)
    return Lock(path.stem, hashlib.sha256(text.encode()).hexdigest(), artifacts)


def _artifact(fields: list[str], where: str) -> Artifact:
    try:
        coordinates, sha256, size = fields
        group, name, version, *classifier = coordinates.split(":")
        bytes.fromhex(sha256)
        return Artifact(group, name, version, ":".join(classifier), sha256, int(size))
    except ValueError as error:
        raise ServerError(f"{where}: expected `group:artifact:version[:classifier]  sha256  bytes` ({error}).") from error


def library(lock: Lock, *, cache: Path | None = None, repository: str | None = None) -> Path:
    """The folder that holds the lock's artifacts, filled from `repository` where something is missing.

    Raises DownloadError or HashError; finished files stay, so the next call goes on from there.
    """
    root = (cache or user_cache_path("dmu")).absolute()
    # The digest in the name: a changed lock never meets the jars of the old one on a classpath.
    folder = root / f"{lock.name}-{lock.digest[:8]}"
    if _complete(folder, lock):
        return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(root / f"{folder.name}.lock"):
            if not _complete(folder, lock):
                _fill(folder, lock, repository or next(iter(MavenContext().remote_repos.values())))
                _marker(folder).touch()
    except OSError as error:
        raise DownloadError(f"{folder} can't be written: {error}. Make room there, or name another cache.") from error
    return folder


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    lock = FileLock(file)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        Console(stderr=True).print("Another process is fetching Neo4j; waiting for it.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _marker(folder: Path) -> Path:
    """Says that every file was hashed once: a later start looks at sizes only."""
    return folder / "verified"


def _complete(folder: Path, lock: Lock) -> bool:
    if not _marker(folder).exists():
        return False
    sizes = {entry.name: entry.stat().st_size for entry in os.scandir(folder)}
    return all(sizes.get(a.file) == a.size for a in lock.artifacts)


def _fill(folder: Path, lock: Lock, repository: str) -> None:
    _marker(folder).unlink(missing_ok=True)
    missing = [a for a in lock.artifacts if _sha256(folder / a.file) != a.sha256]
    try:
        with _progress(lock, missing) as advance:
            _download_all(missing, folder, repository, advance)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise DownloadError(_advice(lock, folder, repository, error)) from error


def _sha256(file: Path) -> str | None:
    if not file.exists():
        return None
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


@contextmanager
def _progress(lock: Lock, missing: list[Artifact]) -> Iterator[Advance]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(f"Fetching {lock.name}", total=sum(a.size for a in missing))
        yield lambda count: bar.advance(task, count)


def _download_all(missing: list[Artifact], folder: Path, repository: str, advance: Advance) -> None:
    given_up = threading.Event()

    def go_on(count: int) -> None:
        if given_up.is_set():
            raise CancelledError
        advance(count)

    with httpx.Client(base_url=repository, limits=LIMITS, timeout=TIMEOUT, follow_redirects=True) as client:
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            for done in as_completed([pool.submit(_download, client, a, folder, go_on) for a in missing]):
                done.result()
        finally:  # the first failure, and Ctrl-C, end the others within a chunk
            given_up.set()
            pool.shutdown(cancel_futures=True)


def _download(client: httpx.Client, artifact: Artifact, folder: Path, advance: Advance) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            _download_once(client, artifact, folder, advance)
            break
        except httpx.TransportError:
            if attempt == ATTEMPTS:
                raise


def _download_once(client: httpx.Client, artifact: Artifact, folder: Path, advance: Advance) -> None:
    part = folder / f"{artifact.file}.part"
    digest = hashlib.sha256()
    with client.stream("GET", artifact.path) as response, part.open("wb") as file:
        response.raise_for_status()
        for chunk in response.iter_bytes(CHUNK):
            digest.update(chunk)
            file.write(chunk)
            advance(len(chunk))
    if digest.hexdigest() != artifact.sha256:
        part.unlink()
        raise HashError(
            f"{response.url} has sha256 {digest.hexdigest()}, the lock file says {artifact.sha256}. The file was not "
            "kept. The repository or a proxy on the way changes files: try again, or name another repository."
        )
    part.replace(folder / artifact.file)


def _advice(lock: Lock, folder: Path, repository: str, error: Exception) -> str:
    left = [a for a in lock.artifacts if not (folder / a.file).exists()]
    return (
        f"{lock.name}: {len(left)} of {len(lock.artifacts)} files ({sum(a.size for a in left) / 1e6:.0f} MB) could not "
        f"be fetched from {repository}: {error}. Check the network, or name another Maven repository, and start "
        f"again: what is finished stays in {folder}."
    )
