"""The explorer page: what the server writes into it, and what a person sees and does in a real browser.

The API behind it is a stand-in of two fields: who asks, and what was said.
"""

import asyncio
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

import httpx
import pytest
import strawberry
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
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


@pytest.fixture(scope="module", autouse=True)
def built() -> Path:
    """The page as set-up builds it; it takes no time when it stands there already."""
    subprocess.run((sys.executable, WEB / "build.py"), check=True)
    return explorer.DIST


def get(url: str, *, host: str = "127.0.0.1:8000", accept: str = "text/html,*/*;q=0.8") -> httpx.Response:
    async def answer() -> httpx.Response:
        transport = httpx.ASGITransport(application(DATA))
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            return await client.get(url, headers={"Accept": accept})

    return asyncio.run(answer())


def start_data(html: str) -> object:
    """What a browser would read from the page: the text up to the first end tag."""
    found = re.search(r'<script type="application/json" id="explorer">(.*?)</script', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


def test_the_page_carries_what_it_starts_with() -> None:
    assert start_data(explorer.page(DATA)) == {
        "endpoint": "/graphql",
        "token": "development-token",
        "operations": [
            {"name": "Who am I?", "document": WHO.document, "variables": "{}"},
            {"name": "Say something", "document": SAY.document, "variables": '{"words": "good day"}'},
        ],
    }


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029", "\\", '"', "é"])
def test_no_text_of_an_example_ends_the_element_it_stands_in(hostile: str) -> None:
    html = explorer.page(replace(DATA, operations=(Operation(hostile, hostile, hostile),)))
    data = start_data(html)
    assert isinstance(data, dict)
    assert data["operations"] == [{"name": hostile, "document": hostile, "variables": hostile}]
    assert html.count("<script") == explorer.TEMPLATE.read_text("utf-8").count("<script")
    assert "\u2028" not in html


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
    data = start_data(get("/graphql", host=host).text)
    assert isinstance(data, dict)
    assert data["token"] == token


def test_the_token_is_not_in_a_log_line() -> None:
    assert "development-token" not in repr(DATA)


def test_the_page_allows_no_other_origin_and_is_not_kept() -> None:
    answer = get("/graphql")
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "script-src" not in policy
    assert "http" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("url", "accept", "status"),
    [
        ("/graphql", "text/html,application/xhtml+xml,*/*;q=0.8", 200),
        ("/graphql", "application/json", 405),
        ("/graphql", "*/*", 405),
        ("/graphql?query={bearer}", "text/html", 405),
    ],
)
def test_only_a_browser_that_opens_the_endpoint_gets_the_page(url: str, accept: str, status: int) -> None:
    answer = get(url, accept=accept)
    assert answer.status_code == status


def test_every_file_that_the_page_names_is_served_from_here(built: Path) -> None:
    html = (built / "index.html").read_text("utf-8")
    named = [address for address in re.findall(r'(?:src|href)="([^"]*)"', html) if address != "data:,"]
    assert len(named) >= 2
    assert {get(address).status_code for address in named} == {200}


def test_without_a_build_the_page_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explorer, "TEMPLATE", tmp_path / "index.html")
    answer = get("/graphql")
    assert answer.status_code == 503
    assert "make setup" in answer.text
    assert get("/explorer/assets/any.js").status_code == 404


def test_a_built_page_needs_no_node(built: Path) -> None:
    before = (built / "index.html").stat().st_mtime_ns
    subprocess.run((sys.executable, WEB / "build.py"), check=True, env={"PATH": ""})
    assert (built / "index.html").stat().st_mtime_ns == before


@pytest.mark.long
def test_a_changed_file_is_built_anew_and_a_dead_registry_is_told(tmp_path: Path) -> None:
    web = shutil.copytree(WEB, tmp_path / "web", ignore=shutil.ignore_patterns("node_modules"))
    (web / "explorer" / "src" / "page.css").write_text("html { margin: 0 }\n")
    nowhere = {
        "npm_config_registry": "http://127.0.0.1:9",
        "npm_config_cache": str(tmp_path),
        "npm_config_fetch_retries": "0",
    }
    build = subprocess.run((sys.executable, web / "build.py"), env={**os.environ, **nowhere}, capture_output=True, text=True, check=False)
    assert build.returncode == 1
    assert " ci --include=dev --ignore-scripts` failed in " in build.stderr
    assert "run `make setup` again" in build.stderr


@dataclass(frozen=True)
class Visit:
    """The page in a browser, every address it asked for, and what it complained of."""

    page: Page
    asked: list[str]
    complaints: list[str]

    def run(self, answer: str) -> None:
        self.page.get_by_role("button", name="Execute query").click()
        expect(self.page.locator(".graphiql-response .view-lines")).to_contain_text(answer)

    def write(self, section: str, text: str) -> None:
        """Replaces what stands in the editor of a section by pasting: typed, each bracket would close itself."""
        self.page.get_by_role("region", name=section).locator(".graphiql-editor:not(.hidden) .view-lines").click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("ControlOrMeta+V")
        self._settle()

    def open_tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()
        self._settle()

    def _settle(self) -> None:
        """GraphiQL takes note of a changed text after 100 ms, and stores its tabs 500 ms after that."""
        self.page.wait_for_timeout(1000)


@contextmanager
def served(data: ExplorerData, port: int = 0) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(application(data), port=port, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the stand-in server did not start"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "these tests look at the page in Debian's Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    clipboard = ["clipboard-read", "clipboard-write"]
    with browser.new_context(viewport={"width": 1280, "height": 800}, permissions=clipboard) as context:
        yield context.new_page()


def visit(page: Page, base: str) -> Visit:
    seen = Visit(page, [], [])
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda line: seen.complaints.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.goto(f"{base}/graphql")
    expect(page.locator(".graphiql-query-editor .view-lines")).to_be_visible()
    return seen


def stored(page: Page) -> str:
    return str(page.evaluate("JSON.stringify(localStorage)"))


@pytest.mark.long
def test_the_first_query_works_at_once_and_nothing_leaves_the_machine(page: Page) -> None:
    with served(DATA) as base:
        seen = visit(page, base)
        expect(page.locator(".graphiql-query-editor .view-lines")).to_contain_text("# Who am I?")
        seen.run("Bearer development-token")
        page.get_by_role("button", name="Show Documentation Explorer").click()
        expect(page.locator(".graphiql-doc-explorer")).to_contain_text("Query")
        page.wait_for_load_state("networkidle")
    assert {url.split("/", 3)[2] for url in seen.asked if not url.startswith("data:")} == {base.removeprefix("http://")}
    assert any("graphql.worker" in url for url in seen.asked)
    assert seen.complaints == []


@pytest.mark.long
def test_the_page_is_drawn_in_its_own_fonts(page: Page) -> None:
    with served(DATA) as base:
        visit(page, base)
        for family in ("Roboto", "Fira Code", "codicon"):
            loaded = "family => [...document.fonts].some(font => font.family === family && font.status === 'loaded')"
            page.wait_for_function(loaded, arg=family)
        for name in ("Execute query", "Prettify query", "Headers"):
            box = page.get_by_role("button", name=name).bounding_box()
            assert box is not None
            assert 0 < box["x"] < box["x"] + box["width"] < 1280
            assert 0 < box["y"] < box["y"] + box["height"] < 800


@pytest.mark.long
def test_each_example_has_a_tab_with_its_variables(page: Page) -> None:
    with served(DATA) as base:
        seen = visit(page, base)
        assert page.get_by_role("tab").all_inner_texts() == ["Who", "Say"]
        seen.open_tab("Say")
        seen.run("You said good day.")


@pytest.mark.long
def test_the_first_tab_has_its_variables_too(page: Page) -> None:
    with served(replace(DATA, operations=(SAY,))) as base:
        seen = visit(page, base)
        seen.run("You said good day.")
        page.reload()
        seen.run("You said good day.")


@pytest.mark.long
@pytest.mark.parametrize("header", ["Authorization", "authorization"])
def test_a_person_can_put_another_token_and_the_browser_does_not_keep_it(page: Page, header: str) -> None:
    with served(DATA) as base:
        seen = visit(page, base)
        page.get_by_role("button", name="Headers").click()
        seen.write("Headers", json.dumps({header: "Bearer my-own"}))
        seen.run('"Bearer my-own"')
    assert "query Who" in stored(page)
    assert "my-own" not in stored(page)
    assert "development-token" not in stored(page)


@pytest.mark.long
def test_without_a_token_the_page_is_not_signed_in_and_says_so(page: Page) -> None:
    with served(replace(DATA, token=None)) as base:
        seen = visit(page, base)
        seen.run("nobody")
        page.get_by_role("button", name="Headers").click()
        expect(page.get_by_role("region", name="Headers").locator(".view-lines").last).to_contain_text("not signed in")


@pytest.mark.long
def test_without_examples_there_is_an_empty_tab(page: Page) -> None:
    with served(replace(DATA, operations=())) as base:
        seen = visit(page, base)
        seen.write("Operation Editor", "{ bearer }")
        seen.run("development-token")


@pytest.mark.long
def test_a_reload_keeps_what_was_written_and_other_examples_replace_it(page: Page) -> None:
    with served(DATA) as base:
        seen = visit(page, base)
        seen.open_tab("Say")
        seen.write("Variables", '{"words": "good night"}')
        seen.run("You said good night.")
        page.reload()
        seen.run("You said good night.")
    with served(replace(DATA, operations=(WHO,)), port=int(base.rsplit(":", 1)[1])) as base:
        seen = visit(page, base)
        assert page.get_by_role("tab").all_inner_texts() == ["Who"]
        seen.run("development-token")
