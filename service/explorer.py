"""The explorer: the GraphiQL page that a browser gets at the endpoint, and the files it loads.

The page is built by web/build.py; what it shows and whom it is signed in as is the caller's to say.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

DIST = Path(__file__).resolve().parent.parent / "web" / "explorer" / "dist"
TEMPLATE = DIST / "index.html"
START = '<script type="application/json" id="explorer">'
LOOPBACK = ("127.0.0.1", "::1", "localhost")

# The editor writes styles of its own into the page and carries its fonts in the style sheet; nothing is fetched from
# anywhere else, and no other page may frame this one, because it holds a token.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
    "X-Content-Type-Options": "nosniff",
}
NOT_BUILT = """<!doctype html>
<html lang="en">
<title>GraphQL explorer</title>
<h1>The explorer page has not been built yet</h1>
<p>Run <code>make setup</code> in the project's folder, then reload this page. The API at this address works without it.
"""


@dataclass(frozen=True, slots=True)
class Operation:
    """One example, a tab in the page: a title, a GraphQL document and its variables as JSON text."""

    name: str
    document: str
    variables: str = "{}"


@dataclass(frozen=True, slots=True)
class ExplorerData:
    """What the page starts with; without a token it is not signed in."""

    endpoint: str
    token: str | None = field(repr=False)
    operations: tuple[Operation, ...]


def asks_for_page(request: Request) -> bool:
    """Whether this GET is a person's browser opening the endpoint; one that carries a query is for the API."""
    return "text/html" in request.headers.get("Accept", "") and "query" not in request.query_params


def explorer_page(request: Request, data: ExplorerData) -> Response:
    """The page. The token goes only to a browser that calls this machine by a name of its own.

    A site elsewhere can point its name at 127.0.0.1 (DNS rebinding) and would read the token from the page.
    """
    if request.url.hostname not in LOOPBACK:
        data = ExplorerData(data.endpoint, None, data.operations)
    return HTMLResponse(page(data), 200 if TEMPLATE.is_file() else 503, HEADERS)


def page(data: ExplorerData) -> str:
    """The built page with the data in it, or a page that says how to build it."""
    if not TEMPLATE.is_file():
        return NOT_BUILT
    return TEMPLATE.read_text("utf-8").replace(START, START + _inline(asdict(data)), 1)


def assets() -> Mount:
    """The files that the page loads, to be mounted among the application's routes."""
    return Mount("/explorer/assets", _Assets(directory=DIST / "assets", check_dir=False), name="explorer")


class _Assets(StaticFiles):
    """Not found, instead of a failure, while the page has not been built."""

    async def check_config(self) -> None:
        if not TEMPLATE.is_file():
            raise HTTPException(404)
        await super().check_config()


def _inline(data: object) -> str:
    """JSON that can stand in a script element: ASCII only, and no `<`, with which an end tag or a comment begins."""
    return json.dumps(data).replace("<", "\\u003c")
