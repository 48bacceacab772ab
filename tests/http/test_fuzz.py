"""Whatever is sent, the answer is the protocol's: never a failure of ours, never something of our insides."""

import asyncio
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from graphql.language import StringValueNode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from tests.http.conftest import Answer, Served

HERE = re.escape(str(Path(__file__).parents[2]).encode())
INSIDE = re.compile(rb"Traceback|File \"|site-packages|Neo\.|neo4j|bolt|RecursionError|<class|object at 0x|INTERNAL|" + HERE, re.IGNORECASE)
WORDS = ["query", "mutation", "fragment", "on", "Query", "node", "accounts", "viewer", "__typename", "__schema", "A", "nothing"]
MARKS = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ":",
    "!",
    "$",
    "...",
    "@",
    "|",
    "&",
    "=",
    '"',
    '"""',
    "#",
    "\n",
    "\\u0000",
    "\ufeff",
    "9" * 400,
    "1e999",
]
DOCUMENTS = st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map(" ".join)
TEXTS = st.text(max_size=20).filter(lambda text: not INSIDE.search(text.encode(errors="replace")))
"""None looks like our insides: an answer may quote what was sent."""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(["query", "operationName", "variables", "extensions", "other"])
BODIES = st.dictionaries(KEYS, VALUES | DOCUMENTS).map(lambda body: json.dumps(body).encode())
HEADERS = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60)
SOME = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(SOME, max_examples=1_000)


def check(got: Answer, own: str = "\0") -> None:
    """What holds of any answer; `own` is text of the client's, which may stand in it."""
    assert got.status < 500, got.raw
    assert not INSIDE.search(got.raw.replace(own.encode(), b"")), got.raw
    assert set(got.body) <= ({"data", "errors", "extensions"} if got.status < 300 else {"errors"})


@SOME
@given(body=BODIES | st.binary(max_size=200) | VALUES.map(lambda value: json.dumps(value).encode()))
async def test_any_body(served: Served, body: bytes) -> None:
    check(await served.post(body))


@SOME
@given(document=DOCUMENTS | TEXTS, variables=VALUES)
async def test_any_document(served: Served, document: str, variables: Any) -> None:
    check(await served.ask(document, variables=variables))


@SOME
@given(accept=HEADERS, content_type=HEADERS, encoding=HEADERS, request_id=HEADERS)
async def test_any_header(served: Served, accept: str, content_type: str, encoding: str, request_id: str) -> None:
    body = b'{"query": "{ __typename }"}'
    check(await served.post(body, accept=accept, content_type=content_type, content_encoding=encoding, x_request_id=request_id), request_id)
    check(await served.post(body, accept=accept, x_request_id=request_id), request_id)


@SOME
@given(variables=st.dictionaries(st.sampled_from(["id", "first", "after", "where", "orderBy", "asOf", "input"]), VALUES))
async def test_any_variables(served: Served, variables: dict[str, Any]) -> None:
    query = """query($id: ID!, $first: Int, $after: String, $where: AccountFilter, $orderBy: [AccountOrder!]) {
        node(id: $id) { id } accounts(first: $first, after: $after, where: $where, orderBy: $orderBy) { totalCount nodes { id } }
    }"""
    check(await served.ask(query, variables={"id": "x", **variables}))
    mutation = "mutation($input: CreateAccountInput!) { createAccount(input: $input) { __typename ... on Problem { message } } }"
    check(await served.ask(mutation, variables=variables))


def texts(pattern: str) -> st.SearchStrategy[StringValueNode]:
    return (st.from_regex(pattern, fullmatch=True) | st.text(max_size=30)).map(lambda text: StringValueNode(value=text))


schemathesis.graphql.scalar("DateTime", texts(r"20[0-9]{2}-(0[1-9]|1[0-2])-[0-2][0-9]T[0-2][0-9]:[0-5][0-9]:00Z"))
schemathesis.graphql.scalar("Date", texts(r"20[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9]"))
schemathesis.graphql.scalar("Decimal", texts(r"-?[0-9]{1,16}(\.[0-9]{1,6})?"))
schemathesis.graphql.scalar("JSON", texts("[a-z]*"))


@pytest.mark.long
async def test_whatever_the_schema_allows(served: Served) -> None:
    """Each query and mutation with arguments and selections at random; nothing fails on our side, and the workspace stays readable."""

    def run() -> int:
        schema = schemathesis.graphql.from_url(
            f"http://127.0.0.1:{served.port}/graphql", headers={"Authorization": f"Bearer {served.token}"}
        )
        operations = [found.ok() for found in schema.get_all_operations()]
        for operation in operations:

            @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
            def fuzz(case: Any) -> None:
                document = case.body if isinstance(case.body, str) else case.body["query"]
                got = asyncio.run_coroutine_threadsafe(served.ask(document), loop).result(60)
                check(got)
                seen.append(got.status)

            fuzz()
        return len(operations)

    loop, seen = asyncio.get_running_loop(), list[int]()
    assert await asyncio.to_thread(run) > 35
    assert sum(status < 300 for status in seen) > len(seen) / 4, Counter(seen)
    assert (await served.ask("{ accounts { totalCount } }")).status == 200
