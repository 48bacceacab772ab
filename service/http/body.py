"""What a request asks, read from its body or its address. Nothing but a small, flat enough JSON object gets through."""

import asyncio
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import ClientDisconnect
from starlette.types import Receive

from service.http.failures import Refusal

MOST_PARAMETERS = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A well-formed GraphQL-over-HTTP request."""

    query: str | None
    operation_name: str | None = None
    variables: dict[str, Any] = field(default_factory=dict)
    extensions: dict[str, Any] = field(default_factory=dict)

    @property
    def hash(self) -> str | None:
        """The SHA-256 of a trusted document; Refusal where something else stands in its place."""
        persisted = self.extensions.get("persistedQuery")
        if persisted is None:
            return None
        found = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
        if not isinstance(found, str):
            raise Refusal(422, "BAD_REQUEST", "`extensions.persistedQuery.sha256Hash` must be a string: the document's SHA-256 in hex.")
        return found.lower()


async def read(receive: Receive, most: int, seconds: float) -> bytes:
    """The body, as long as it is no larger than `most` bytes and arrives within `seconds`."""
    whole = bytearray()
    try:
        async with asyncio.timeout(seconds):
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise ClientDisconnect
                whole += message.get("body", b"")
                if len(whole) > most:
                    raise too_large(most)
                more = message.get("more_body", False)
    except TimeoutError:
        said = f"The body did not arrive within {seconds:g} seconds. Send it again."
        raise Refusal(408, "TOO_SLOW", said, headers={"Connection": "close"}) from None
    return bytes(whole)


def too_large(most: int) -> Refusal:
    return Refusal(413, "TOO_LARGE", f"The body is larger than {most:,} bytes. Ask in several requests.", headers={"Connection": "close"})


def from_body(body: bytes, depth: int) -> Asked:
    """Decode a body. JSON that is no object, nests deeper than `depth` or holds a number beyond a double is refused."""
    return _asked(_object(body, "The body", depth))


def from_address(query: bytes, depth: int) -> Asked:
    """Decode the query of an address, in which `variables` and `extensions` are JSON texts."""
    try:
        pairs = parse_qsl(query.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except ValueError:
        raise Refusal(400, "BAD_REQUEST", "The address must be percent-encoded UTF-8 with few parameters.") from None
    given: dict[str, Any] = dict(pairs)
    if len(given) < len(pairs):
        raise Refusal(422, "BAD_REQUEST", "The address names a parameter twice. Give each once.")
    for name in ("variables", "extensions"):
        text = given.get(name) or "null"
        given[name] = None if text == "null" else _object(text.encode(), f"`{name}`", depth)
    return _asked(given)


def _object(text: bytes, what: str, depth: int) -> dict[str, Any]:
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Refusal(400, "BAD_JSON", f"{what} is not JSON in UTF-8: {error}.") from None
    if not isinstance(value, dict):
        raise Refusal(400, "BAD_JSON", f'{what} must be a JSON object, like {{"query": "{{ __typename }}"}}.')
    if not _flatter(value, depth):
        raise Refusal(400, "BAD_JSON", f"{what} nests deeper than {depth} levels.")
    return value


def _flatter(value: Any, depth: int) -> bool:
    """Whether no more than `depth` containers stand in one another."""
    level = [value]
    for _ in range(depth):
        level = [child for one in level for child in (one.values() if isinstance(one, dict) else one) if isinstance(child, dict | list)]
        if not level:
            return True
    return False


def _asked(given: dict[str, Any]) -> Asked:
    asked = Asked(
        _of(given, "query", str, "a string"),
        _of(given, "operationName", str, "a string") or None,
        _of(given, "variables", dict, "an object") or {},
        _of(given, "extensions", dict, "an object") or {},
    )
    if asked.query is None and asked.hash is None:
        raise Refusal(422, "BAD_REQUEST", "`query` is missing: the text of a GraphQL document.")
    return asked


def _of(given: dict[str, Any], name: str, kind: type, called: str) -> Any:
    value = given.get(name)
    if value is not None and not isinstance(value, kind):
        raise Refusal(422, "BAD_REQUEST", f"`{name}` must be {called}.")
    return value
