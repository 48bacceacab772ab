"""The application: routes, sign-in, and the life of the database connection. The only module that knows the schema."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from cypher.errors import GraphError
from cypher.graph import Database, Graph, System
from cypher.system import ready
from schema.context import Context
from schema.costs import WEIGHTS
from schema.export import deal_file
from schema.schema import build
from service import demo, explorer
from service.auth import AuthConfig, Refused, Verifier, issue
from service.http.documents import Documents
from service.http.download import Download
from service.http.failures import Refusal
from service.http.view import Admit, Endpoint
from service.settings import Settings
from service.stamp import Clock
from service.viewer import Caller, SignIn

log = logging.getLogger("dmu.app")
EXAMPLES = Path(__file__).parent / "examples"
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]


@dataclass(frozen=True)
class Gate:
    """Nobody passes without a known token. From then on the request has so many seconds for its statements."""

    database: Database
    sign_in: SignIn
    clock: Clock
    seconds: float

    async def admit(self, request: Request) -> Context:
        """What resolvers get of a known caller."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        try:
            if kind.casefold() != "bearer":
                raise Refused("no bearer token")
            viewer = await self.sign_in.viewer(token.strip())
        except Refused as refused:
            log.info("refused: %s", refused.reason)
            said = "Who are you? Send `Authorization: Bearer <token>` with a valid token of an active team member."
            raise Refusal(401, "UNAUTHENTICATED", said, headers={"WWW-Authenticate": "Bearer"}) from None
        graph = Graph(self.database, viewer.workspace, viewer.id, until=monotonic() + self.seconds)
        request.state.ran = graph.ran  # the names of the statements, for whoever watches from around the application
        return Context(Caller(viewer, graph, self.clock, self.sign_in.forget))


@dataclass(frozen=True)
class Door:
    """A browser that opens the endpoint gets the explorer; `development` signs it in."""

    endpoint: ASGIApp
    development: AuthConfig | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope) if scope["type"] == "http" else None
        if request and request.method == "GET" and explorer.asks_for_page(request):
            await explorer.explorer_page(request, self._explorer())(scope, receive, send)
        else:
            await self.endpoint(scope, receive, send)

    def _explorer(self) -> explorer.ExplorerData:
        token = issue(self.development, demo.SUBJECT, demo.WORKSPACE, timedelta(hours=12)) if self.development else None
        operations = tuple(
            explorer.Operation(path.stem, path.read_text(encoding="utf-8"), "{}") for path in sorted(EXAMPLES.glob("*.graphql"))
        )
        return explorer.ExplorerData("/graphql", token, operations)


def endpoint(admit: Admit, settings: Settings) -> Endpoint:
    """The view over our schema."""
    schema = build()
    core = schema._schema  # noqa: SLF001 - Strawberry gives graphql-core's schema no other name
    documents = Documents(
        core,
        settings.limits(),
        WEIGHTS,
        introspection=settings.introspection,
        suggestions=settings.suggestions,
        trusted=settings.trusted(),
        trusted_only=settings.trusted_only,
    )
    return Endpoint(core, schema.execution_context_class, documents, admit, settings.bounds())


def around(settings: Settings, *, development: bool) -> list[Middleware]:
    """What every answer passes through."""
    hosts = [Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK)] if development else []
    origins = [one.strip() for one in settings.origins.split(",") if one.strip()]
    allowed: dict[str, Any] = {
        "allow_origins": origins,
        "allow_methods": ["GET", "POST"],
        "allow_headers": ["Authorization", "Content-Type", "X-Request-Id"],
        "expose_headers": ["X-Request-Id"],
    }
    cors = [Middleware(CORSMiddleware, **allowed)] if origins else []
    return [*hosts, *cors, Middleware(GZipMiddleware, minimum_size=settings.compress_bytes, compresslevel=5)]


def application(
    database: Database, auth: AuthConfig, *, development: bool, clock: Clock | None = None, settings: Settings | None = None
) -> Starlette:
    """Put the application together. `development`: the page signs itself in, and only a loopback host is answered."""
    settings = settings or Settings.model_construct()
    gate = Gate(database, SignIn(database, Verifier(auth)), clock or Clock(), settings.request_seconds)
    door = Door(endpoint(gate.admit, settings), auth if development else None)

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

    files = Download(gate.admit, deal_file)
    routes = [
        Route("/graphql", door),
        Route("/export/deal/{id}.{ending}", files.answer, methods=["GET"]),
        Route("/ready", readiness),
        Route("/alive", liveness),
        explorer.assets(),
    ]
    return Starlette(routes=routes, lifespan=lifespan, middleware=around(settings, development=development))


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
    return application(database, settings.auth(secret), development=not settings.signs_in, settings=settings)
