"""The endpoint: GraphQL over HTTP for one schema. Who may ask, and what a resolver gets to see, are its callers' to say.

Nothing a browser sends without asking first (a form, a text, a GET) can change anything: mutations need POST with
`application/json`, for which another site must pass CORS; and a caller proves who they are by a header, never by a cookie.
"""

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import orjson
import uuid_utils
from graphql import ExecutionResult, GraphQLSchema, execute, get_variable_values
from graphql.execution.values import VariableValues
from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send
from strawberry.execution import optimized_is_awaitable

from cypher.errors import GraphError
from service.execution import Fallback
from service.http import body, failures, negotiation
from service.http.body import Asked
from service.http.documents import Documents, Operation
from service.http.failures import Refusal

log = logging.getLogger("dmu.http")
ALLOWED = ("GET", "POST")
OK_BELOW = 300
SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
PARTIAL = 294  # the draft's own status for an answer with both `data` and `errors`, in its own media type only

Admit = Callable[[Request], Awaitable[Any]]


@dataclass(frozen=True)
class Bounds:
    """How large a request may be, in bytes, and how long, in seconds, its body may take to arrive."""

    body: int
    seconds: float
    headers: int
    header_count: int
    address: int
    json_depth: int


@dataclass(frozen=True)
class Endpoint:
    """An ASGI application. `admit` gives the context of a known caller or raises Refusal, before any body is read."""

    schema: GraphQLSchema
    executor: type
    documents: Documents
    admit: Admit
    bounds: Bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        id_ = request_id(request)
        kind = negotiation.GRAPHQL
        headers: dict[str, str] = {}
        try:
            kind = self._checked(request)
            status, payload = 200, await self._answer(request, id_)
        except Refusal as refusal:
            status, headers, payload = refusal.status, refusal.headers, {"errors": refusal.errors}
        except ClientDisconnect:
            return
        except Exception:
            log.exception("request %s", id_)
            status, payload = 500, {"errors": failures.unexpected().errors}
        if "errors" in payload:
            payload["errors"] = [{**one, "extensions": {**one["extensions"], "requestId": id_}} for one in payload["errors"]]
            status = PARTIAL if "data" in payload and kind == negotiation.GRAPHQL else status
        # A client that knows only JSON takes any status below 300 for an answer, and needs the other type to trust the rest.
        kind = kind if status < OK_BELOW else negotiation.GRAPHQL
        await _send(send, status, {"Content-Type": f"{kind}; charset=utf-8", "X-Request-Id": id_, **headers}, orjson.dumps(payload))

    def _checked(self, request: Request) -> str:
        """Look at nothing but the request's line and headers; the media type to answer in."""
        if request.method not in ALLOWED:
            raise Refusal(405, "METHOD_NOT_ALLOWED", "Ask with POST, or a query with GET.", headers={"Allow": ", ".join(ALLOWED)})
        self._check_size(request)
        kind = negotiation.answered_as(", ".join(request.headers.getlist("Accept")))
        if kind is None:
            raise Refusal(406, "NOT_ACCEPTABLE", f"The answer can be `{negotiation.GRAPHQL}` or `{negotiation.JSON}`. Accept one of them.")
        if request.method == "POST":
            self._check_body(request)
        return kind

    def _check_size(self, request: Request) -> None:
        raw, bounds = request.headers.raw, self.bounds
        if len(request.scope["query_string"]) > bounds.address:
            raise Refusal(414, "TOO_LARGE", f"The address is longer than {bounds.address:,} bytes. Use POST.")
        if len(raw) > bounds.header_count or sum(len(name) + len(value) for name, value in raw) > bounds.headers:
            said = f"At most {bounds.header_count} headers of {bounds.headers:,} bytes together are taken."
            raise Refusal(431, "TOO_LARGE", said, headers={"Connection": "close"})

    def _check_body(self, request: Request) -> None:
        headers = request.headers
        if not negotiation.is_json(headers.get("Content-Type", "")):
            raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send JSON in UTF-8, with `Content-Type: application/json`.")
        if headers.get("Content-Encoding", "identity").lower() != "identity":
            said = "Send the body as it is, without a content encoding."
            raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", said, headers={"Accept-Encoding": "identity"})
        if int(headers.get("Content-Length", 0)) > self.bounds.body:
            raise body.too_large(self.bounds.body)

    async def _answer(self, request: Request, id_: str) -> dict[str, Any]:
        try:
            context = await self.admit(request)
        except GraphError as error:
            log.exception("request %s: sign-in", id_)
            raise failures.outage(error) from None
        asked = await self._asked(request)
        operation = await self._operation(asked)
        if request.method == "GET" and not operation.reads:
            raise Refusal(405, "METHOD_NOT_ALLOWED", "A GET may only read. Send this with POST.", headers={"Allow": "POST"})
        variables = self._variables(operation, asked)
        cost = self.documents.cost(operation, variables.coerced)
        payload = await self._run(operation, asked, context, variables, id_)
        if asked.extensions.get("cost") is True:
            payload["extensions"] = {"cost": round(cost, 2)}
        return payload

    async def _asked(self, request: Request) -> Asked:
        if request.method == "GET":
            return body.from_address(request.scope["query_string"], self.bounds.json_depth)
        return body.from_body(await body.read(request.receive, self.bounds.body, self.bounds.seconds), self.bounds.json_depth)

    async def _operation(self, asked: Asked) -> Operation:
        found = await self.documents.prepared(self.documents.text(asked.query, asked.hash))
        if isinstance(found, Refusal):
            raise found.again()
        return found.operation(asked.operation_name)

    def _variables(self, operation: Operation, asked: Asked) -> VariableValues:
        """The variables as resolvers get them, of which only those that the operation declares are looked at."""
        documents, declared = self.documents, operation.node.variable_definitions or ()
        most, hide = documents.limits.errors, not documents.suggestions
        found = get_variable_values(self.schema, declared, asked.variables, most, hide)
        if isinstance(found, list):
            raise Refusal.of(422, "BAD_VARIABLES", found)
        return found

    async def _run(self, operation: Operation, asked: Asked, context: Any, variables: VariableValues, id_: str) -> dict[str, Any]:
        """The answer, by the operation's plan; whatever that doesn't understand, graphql-core answers, errors included."""
        if operation.plan:
            try:
                return {"data": await operation.plan(context, variables)}
            except Fallback as fallback:
                log.debug("request %s: not by its plan: %s", id_, fallback)
        result = await self._executed(operation, asked, context)
        return {"data": result.data, "errors": failures.told(result.errors, id_)} if result.errors else {"data": result.data}

    async def _executed(self, operation: Operation, asked: Asked, context: Any) -> ExecutionResult:
        result = execute(
            self.schema,
            operation.document,
            context_value=context,
            variable_values=asked.variables,
            operation_name=operation.node.name.value if operation.node.name else None,
            executor_class=self.executor,
            is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type] # Strawberry's own: a bool where graphql-core asks for a guard
        )
        return result if isinstance(result, ExecutionResult) else await result


def request_id(request: Request) -> str:
    """The caller's own id of the request, where it is one that can stand in a log line; else a new one."""
    given = request.headers.get("X-Request-Id", "")
    return given if SANE_ID.fullmatch(given) else str(uuid_utils.uuid7())


async def _send(send: Send, status: int, headers: dict[str, str], content: bytes) -> None:
    told = {**headers, "Content-Length": str(len(content)), "Vary": "Accept", "Cache-Control": "no-store"}
    raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in told.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": content})
