"""The explorer page: what the server writes into it, and what a person sees and does in a real browser.

The API behind it is a stand-in of two fields: who asks, and what was said.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import strawberry
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from strawberry.asgi import GraphQL
from strawberry.types import Info

from service import explorer
from service.explorer import ExplorerData, Operation

WEB = Path(__file__).resolve().parents[2] / "web"
WHO = Operation("Who am I?", "query Who {\n  bearer\n}\n")
SAY = Operation("Say something", "query Say($words: String!) {\n  said(words: $words)\n}\n", '{"words": "good day"}')
DATA = ExplorerData("/graphql", "development-token", (WHO, SAY))


@strawberry.type
class Query:
    @strawberry.field
    def bearer(self, info: Info) -> str:
        request: Request = info.context["request"]
        return request.headers.get("Authorization", "nobody")

    @strawberry.field
    def said(self, words: str) -> str:
        return f"You said {words}."


def application(data: ExplorerData) -> Starlette:
    api: GraphQL = GraphQL(strawberry.Schema(Query), graphql_ide=None)

    async def page(request: Request) -> Response:
        if explorer.asks_for_page(request):
            return explorer.explorer_page(request, data)
        return Response(status_code=405)

    return Starlette(routes=[Route("/graphql", page), explorer.assets(), Route("/graphql", api, methods=["POST"])])


@pytest.fixture(scope="session")
def built() -> Path:
    subprocess.run((sys.executable, WEB / "build.py"), check=True)
    return explorer.DIST


def client(data: ExplorerData = DATA, host: str = "127.0.0.1:8000") -> TestClient:
    return TestClient(application(data), base_url=f"http://{host}", headers={"Accept": "text/html,*/*;q=0.8"})


def start_data(html: str) -> object:
    """What a browser would read from the page: the text up to the first end tag."""
    found = re.search(r'<script type="application/json" id="explorer">(.*?)</script', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


@pytest.mark.usefixtures("built")
def test_the_page_carries_what_it_starts_with() -> None:
    assert start_data(explorer.page(DATA)) == {
        "endpoint": "/graphql",
        "token": "development-token",
        "operations": [
            {"name": "Who am I?", "document": WHO.document, "variables": "{}"},
            {"name": "Say something", "document": SAY.document, "variables": '{"words": "good day"}'},
        ],
    }


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029", "\\", '"', "é"])
def test_no_text_of_an_example_ends_the_element_it_stands_in(hostile: str) -> None:
    html = explorer.page(replace(DATA, operations=(Operation(hostile, hostile, hostile),)))
    data = start_data(html)
    assert isinstance(data, dict)
    assert data["operations"] == [{"name": hostile, "document": hostile, "variables": hostile}]
    assert html.count("<script") == explorer.TEMPLATE.read_text("utf-8").count("<script")
    assert "\u2028" not in html


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("host", "token"),
    [
        ("127.0.0.1:8000", "development-token"),
        ("localhost:8000", "development-token"),
        ("[::1]:8000", "development-token"),
        ("rebound.example:8000", None),
        ("127.0.0.1.example", None),
    ],
)
def test_the_token_is_for_this_machine_only(host: str, token: str | None) -> None:
    data = start_data(client(host=host).get("/graphql").text)
    assert isinstance(data, dict)
    assert data["token"] == token


def test_the_token_is_not_in_a_log_line() -> None:
    assert "development-token" not in repr(DATA)


@pytest.mark.usefixtures("built")
def test_the_page_allows_no_other_origin_and_is_not_kept() -> None:
    answer = client().get("/graphql")
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "script-src" not in policy
    assert "http" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("url", "accept", "page"),
    [
        ("/graphql", "text/html,application/xhtml+xml,*/*;q=0.8", True),
        ("/graphql", "application/json", False),
        ("/graphql", "*/*", False),
        ("/graphql?query={bearer}", "text/html", False),
    ],
)
@pytest.mark.usefixtures("built")
def test_only_a_browser_that_opens_the_endpoint_gets_the_page(url: str, accept: str, page: bool) -> None:
    answer = client().get(url, headers={"Accept": accept})
    assert (answer.status_code == 200) is page


def test_every_file_that_the_page_names_is_served_from_here(built: Path) -> None:
    html = (built / "index.html").read_text("utf-8")
    named = [address for address in re.findall(r'(?:src|href)="([^"]*)"', html) if address != "data:,"]
    assert len(named) >= 2
    assert {client().get(address).status_code for address in named} == {200}


def test_without_a_build_the_page_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer, "TEMPLATE", tmp_path / "index.html")
    answer = client().get("/graphql")
    assert answer.status_code == 503
    assert "make setup" in answer.text
    assert client().get("/explorer/assets/any.js").status_code == 404


def test_a_built_page_needs_no_node(built: Path) -> None:
    before = (built / "index.html").stat().st_mtime_ns
    subprocess.run((sys.executable, WEB / "build.py"), check=True, env={"PATH": ""})
    assert (built / "index.html").stat().st_mtime_ns == before


@pytest.mark.long
def test_a_changed_file_is_built_anew_and_a_dead_registry_is_told(tmp_path: Path) -> None:
    web = shutil.copytree(WEB, tmp_path / "web", ignore=shutil.ignore_patterns("node_modules"))
    (web / "explorer" / "src" / "page.css").write_text("html { margin: 0 }\n")
    nowhere = {"npm_config_registry": "http://127.0.0.1:9", "npm_config_cache": str(tmp_path), "npm_config_fetch_retries": "0"}
    build = subprocess.run(
        (sys.executable, web / "build.py"), env={**os.environ, **nowhere}, capture_output=True, text=True, check=False
    )
    assert build.returncode == 1
    assert " ci --include=dev --ignore-scripts` failed in " in build.stderr
    assert "run `make setup` again" in build.stderr


@dataclass
class Visit:
    """A page, every address it asked for, and what it complained of."""

    page: Page
    asked: list[str]
    complaints: list[str]

    def run(self, answer: str) -> None:
        self.page.get_by_role("button", name="Execute query").click()
        expect(self.page.locator(".graphiql-response .view-lines")).to_contain_text(answer)

    def write(self, editor: str, text: str) -> None:
        self.page.locator(f".graphiql-editor[aria-label='{editor}'] .view-lines, {editor} .view-lines").first.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)


@contextmanager
def served(data: ExplorerData, port: int = 0) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(application(data), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        yield "http://127.0.0.1:{}".format(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
