"""A Maven repository on this machine, for the tests of the download: it serves, counts, and lies when asked to."""

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

NAMES = tuple(f"part-{number:02}" for number in range(24))


@dataclass
class Repository:
    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    cut_once: set[str] = field(default_factory=set)

    def lock(self, folder: Path) -> Path:
        """A lock file that names what the repository holds now."""
        lines = ["# group:artifact:version  sha256  bytes"]
        for path, content in self.files.items():
            *group, name, version, _ = path.strip("/").split("/")
            coordinates = f"{'.'.join(group)}:{name}:{version}"
            lines.append(f"{coordinates}  {hashlib.sha256(content).hexdigest()}  {len(content)}")
        file = folder / "neo4j-1.0.0.lock"
        file.write_text("\n".join(lines) + "\n")
        return file

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        path = request.path
        self.asked[path] += 1
        content = self.files.get(path)
        request.send_response(404 if content is None else 200)
        request.send_header("Content-Length", str(len(content or b"")))
        request.end_headers()
        if path in self.cut_once:
            self.cut_once.remove(path)
            request.wfile.write((content or b"")[:1000])
            request.close_connection = True
        else:
            request.wfile.write(content or b"")


@pytest.fixture
def repository() -> Iterator[Repository]:
    made = Repository(files={f"/org/example/{name}/1.0/{name}-1.0.jar": name.encode() * 40_000 for name in NAMES})

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            """Keep the output of the tests quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield made
        server.shutdown()
        thread.join()
