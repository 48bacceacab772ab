"""The application: routes, sign-in, and the life of the database connection. The only module that knows the schema."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from strawberry.asgi import GraphQL

from cypher.errors import GraphError
from cypher.graph import Database, Graph, System
from cypher.system import ready
from schema.context import Context
from schema.schema import build
from service import demo, explorer
from service.auth import AuthConfig, Refused, Verifier, issue
from service.settings import Settings
from service.stamp import Clock
from service.viewer import Caller, SignIn, Viewer

log = logging.getLogger("dmu.app")
EXAMPLES = Path(__file__).parent / "examples"
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]


class Endpoint(GraphQL[Context, None]):
    """Strawberry's view, with our context and a faster encoder."""

    def __init__(self, database: Database, clock: Clock, forget: Callable[[], None]) -> None:
        super().__init__(build(), graphql_ide=None, allow_queries_via_get=True, subscription_protocols=())
        self.database, self.clock, self.forget = database, clock, forget

    async def get_context(self, request: Any, response: Any) -> Context:  # noqa: ARG002 - the view's signature
        viewer: Viewer = request.state.viewer
        graph = Graph(self.database, viewer.workspace, viewer.id)
        request.state.ran = graph.ran  # the names of the statements, for whoever watches from around the application
        return Context(Caller(viewer, graph, self.clock, self.forget))

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)


class Gate:
    """In front of the endpoint: the explorer for a browser, and nobody passes without a known token."""

    def __init__(self, inner: ASGIApp, sign_in: SignIn, development: AuthConfig | None) -> None:
        self.inner, self.sign_in, self.development = inner, sign_in, development

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        if request.method == "GET" and explorer.asks_for_page(request):
            await explorer.explorer_page(request, self._explorer())(scope, receive, send)
            return
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        try:
            if kind.casefold() != "bearer":
                raise Refused("no bearer token")
            request.state.viewer = await self.sign_in.viewer(token.strip())
        except Refused as refused:
            log.info("refused: %s", refused.reason)
            await _unauthenticated()(scope, receive, send)
            return
        except GraphError:
            log.exception("sign-in")
            await _failed("UNAVAILABLE", "The database does not answer. Try again in a moment.", 503)(scope, receive, send)
            return
        await self.inner(scope, receive, send)

    def _explorer(self) -> explorer.ExplorerData:
        token = issue(self.development, demo.SUBJECT, None, timedelta(hours=12)) if self.development else None
        operations = tuple(
            explorer.Operation(path.stem, path.read_text(encoding="utf-8"), "{}") for path in sorted(EXAMPLES.glob("*.graphql"))
        )
        return explorer.ExplorerData("/graphql", token, operations)


def _failed(code: str, message: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return JSONResponse({"errors": [{"message": message, "extensions": {"code": code}}]}, status, headers)


def _unauthenticated() -> Response:
    said = "Who are you? Send `Authorization: Bearer <token>` with a valid token of an active team member."
    return _failed("UNAUTHENTICATED", said, 401, {"WWW-Authenticate": "Bearer"})


def application(database: Database, auth: AuthConfig, *, development: bool, clock: Clock | None = None) -> Starlette:
    """Put the application together. `development`: the page signs itself in, and only a loopback host is answered."""
    sign_in = SignIn(database, Verifier(auth))
    endpoint = Gate(Endpoint(database, clock or Clock(), sign_in.forget), sign_in, auth if development else None)

    async def readiness(_: Request) -> Response:
        try:
            await ready(System(database))
        except GraphError:
            return JSONResponse({"ready": False}, 503)
        return JSONResponse({"ready": True})

    async def liveness(_: Request) -> Response:
        return JSONResponse({"alive": True})

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await database.close()

    routes = [Route("/graphql", endpoint), Route("/ready", readiness), Route("/alive", liveness), explorer.assets()]
    hosts = [Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK)] if development else []
    return Starlette(routes=routes, lifespan=lifespan, middleware=hosts)


def from_environment() -> Starlette:
    """What a worker of uvicorn runs."""
    settings = Settings()
    secret = (settings.folder / "development-secret").read_text() if not settings.signs_in else None
    database = Database.connect(
        settings.neo4j_uri or "",
        settings.neo4j_user,
        settings.neo4j_password.get_secret_value(),
        settings.neo4j_database,
        read_seconds=settings.read_seconds,
        write_seconds=settings.write_seconds,
    )
    return application(database, settings.auth(secret), development=not settings.signs_in)
