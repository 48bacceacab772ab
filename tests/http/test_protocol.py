"""GraphQL over HTTP, a row per case: what goes over the wire, and the status, type and body that come back."""

import asyncio
import json
import time
from typing import Any

import pytest

from cypher.graph import Database
from tests.http.conftest import GRAPHQL, JSON, Answer, Served, answer, serving

ASK = b'{"query": "{ __typename }"}'
ANSWER = {"data": {"__typename": "Query"}}
UTF_8 = "; charset=utf-8"
CLIENTS = {
    "apollo": "application/graphql-response+json,application/json;q=0.9",
    "urql": "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed",
    "relay": "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/json", JSON),
        ("Application/JSON", JSON),
        ("application/json; charset=UTF-8", JSON),
        ('application/json;charset="utf-8"', JSON),
        ("application/json, application/graphql-response+json;q=0.9", JSON),
        ("text/html, */*;q=0.1", JSON),
        (GRAPHQL, GRAPHQL),
        ("APPLICATION/GraphQL-Response+JSON", GRAPHQL),
        ("application/graphql-response+json;q=0.5, text/plain", GRAPHQL),
        ("application/json;q=0.5, application/graphql-response+json", GRAPHQL),
        ("application/json, application/graphql-response+json", GRAPHQL),
        ("application/json;q=0, */*", GRAPHQL),
        *((accept, GRAPHQL) for accept in CLIENTS.values()),
    ],
)
async def test_the_answer_is_of_the_type_the_client_likes_best(served: Served, accept: str | None, kind: str) -> None:
    got = await served.post(ASK, accept=accept)
    assert (got.status, got.kind, got.body) == (200, kind + UTF_8, ANSWER)
    assert "accept" in got.headers["vary"].lower()


@pytest.mark.parametrize(
    "accept", ["text/html", "application/xml, image/*", "application/json;q=0", "application/json;charset=latin-1", "nonsense", "*/*;q=0"]
)
async def test_a_client_that_takes_neither_type_is_refused(served: Served, accept: str) -> None:
    got = await served.post(ASK, accept=accept)
    assert (got.status, got.kind, got.codes) == (406, GRAPHQL + UTF_8, ["NOT_ACCEPTABLE"])


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 200),
        ("Application/JSON", 200),
        ("application/json; charset=utf-8", 200),
        ("application/json;charset=UTF8", 200),
        ('application/json; charset="utf-8"; profile=x', 200),
        (None, 415),
        ("", 415),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/form-data; boundary=x", 415),
        ("application/graphql", 415),
        ("application/json; charset=iso-8859-1", 415),
        ("application/json, text/plain", 415),
        ("application/jsonp", 415),
    ],
)
async def test_a_body_is_json_in_utf_8(served: Served, content_type: str | None, status: int) -> None:
    got = await served.post(ASK, content_type=content_type)
    assert got.status == status
    assert "data" in got.body if status == 200 else got.codes == ["UNSUPPORTED_MEDIA_TYPE"]


DEEP = b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 5_000 + b"]" * 5_000 + b"}}"
BODIES: dict[str, tuple[bytes, int, str]] = {
    "nothing": (b"", 400, "BAD_JSON"),
    "no JSON": (b"NONSENSE", 400, "BAD_JSON"),
    "half": (b'{"query":', 400, "BAD_JSON"),
    "null": (b"null", 400, "BAD_JSON"),
    "true": (b"true", 400, "BAD_JSON"),
    "a number": (b"7", 400, "BAD_JSON"),
    "a string": (b'"x"', 400, "BAD_JSON"),
    "NaN": (b"NaN", 400, "BAD_JSON"),
    "a batch": (b"[" + ASK + b"]", 400, "BAD_JSON"),
    "a NaN inside": (b'{"query": "{ __typename }", "variables": {"a": NaN}}', 400, "BAD_JSON"),
    "5,000 deep": (DEEP, 400, "BAD_JSON"),
    "100 deep": (DEEP.replace(b"[" * 4_900, b"").replace(b"]" * 4_900, b""), 400, "BAD_JSON"),
    "a million digits": (b'{"query": "{ __typename }", "variables": {"a": ' + b"9" * 1_000_000 + b"}}", 400, "BAD_JSON"),
    "beyond a double": (b'{"query": "{ __typename }", "variables": {"a": 1e999}}', 400, "BAD_JSON"),
    "invalid UTF-8": (b'{"query": "\xff"}', 400, "BAD_JSON"),
    "UTF-16": (ASK.decode().encode("utf-16"), 400, "BAD_JSON"),
    "a byte order mark": (b"\xef\xbb\xbf" + ASK, 400, "BAD_JSON"),
    "a lone surrogate": (b'{"query": "{ __typename }", "operationName": "\\ud800"}', 400, "BAD_JSON"),
    "no query": (b"{}", 422, "BAD_REQUEST"),
    "a typo": (b'{"qeury": "{ __typename }"}', 422, "BAD_REQUEST"),
    "query null": (b'{"query": null}', 422, "BAD_REQUEST"),
    "query 7": (b'{"query": 7}', 422, "BAD_REQUEST"),
    "query []": (b'{"query": []}', 422, "BAD_REQUEST"),
    "operationName {}": (b'{"query": "{ __typename }", "operationName": {}}', 422, "BAD_REQUEST"),
    "variables [7]": (b'{"query": "{ __typename }", "variables": [7]}', 422, "BAD_REQUEST"),
    "variables text": (b'{"query": "{ __typename }", "variables": "{}"}', 422, "BAD_REQUEST"),
    "extensions 0": (b'{"query": "{ __typename }", "extensions": 0}', 422, "BAD_REQUEST"),
    "persistedQuery 7": (b'{"extensions": {"persistedQuery": 7}}', 422, "BAD_REQUEST"),
    "sha256Hash 7": (b'{"extensions": {"persistedQuery": {"sha256Hash": 7}}}', 422, "BAD_REQUEST"),
    "an unknown hash": (b'{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "00"}}}', 404, "PERSISTED_QUERY_NOT_FOUND"),
    "a wrong hash": (b'{"query": "{ __typename }", "extensions": {"persistedQuery": {"sha256Hash": "00"}}}', 422, "BAD_REQUEST"),
    "an empty document": (b'{"query": ""}', 400, "PARSE_FAILED"),
    "no GraphQL": (b'{"query": "{"}', 400, "PARSE_FAILED"),
    "a lone surrogate in GraphQL": (b'{"query": "{ node(id: \\"\\\\ud800\\") { id } }"}', 400, "PARSE_FAILED"),
    "invalid": (b'{"query": "{ nothingOfThisName }"}', 422, "VALIDATION_FAILED"),
    "a subscription": (b'{"query": "subscription { a }"}', 422, "VALIDATION_FAILED"),
    "fragments only": (b'{"query": "fragment A on Query { __typename }"}', 422, "VALIDATION_FAILED"),
    "a type system": (b'{"query": "type A { a: Int }"}', 422, "VALIDATION_FAILED"),
    "two operations": (b'{"query": "query A { __typename } query B { __typename }"}', 422, "NO_SUCH_OPERATION"),
    "two operations, empty name": (
        b'{"query": "query A { __typename } query B { __typename }", "operationName": ""}',
        422,
        "NO_SUCH_OPERATION",
    ),
    "another name": (b'{"query": "query A { __typename }", "operationName": "B"}', 422, "NO_SUCH_OPERATION"),
    "a variable is missing": (b'{"query": "query A($id: ID!) { node(id: $id) { id } }"}', 422, "BAD_VARIABLES"),
    "a variable of another type": (
        b'{"query": "query A($id: ID!) { node(id: $id) { id } }", "variables": {"id": [1.5]}}',
        422,
        "BAD_VARIABLES",
    ),
}


@pytest.mark.parametrize("accept", [JSON, GRAPHQL])
@pytest.mark.parametrize("name", BODIES)
async def test_a_bad_body_is_refused_without_data(served: Served, name: str, accept: str) -> None:
    body, status, code = BODIES[name]
    got = await served.post(body, accept=accept)
    assert (got.status, got.kind) == (status, GRAPHQL + UTF_8)
    assert set(got.body) == {"errors"}
    assert set(got.codes) == {code}
    assert all(error["message"] for error in got.body["errors"])
    assert len(got.raw) < 10_000


@pytest.mark.parametrize(
    "body",
    [
        b'{"query": "query A { __typename } query B { a: __typename }", "operationName": "A"}',
        b'{"query": "query A { __typename }"}',
        b'{"query": "{ __typename }", "operationName": null, "variables": null, "extensions": null}',
        b'{"query": "{ __typename }", "operationName": "", "variables": {}, "extensions": {}}',
        b'{"query": "{ __typename }", "variables": {"unknown": {"a": [1]}}, "extensions": {"other": 1}, "documentId": 7}',
        b'{"query": "{ nothing }", "query": "{ __typename }"}',
        b'  {"query": "{\\n __typename \\t}"}  ',
    ],
)
async def test_what_is_optional_may_be_absent_or_null(served: Served, body: bytes) -> None:
    got = await served.post(body)
    assert (got.status, got.body) == (200, ANSWER)


@pytest.mark.parametrize(
    ("parameters", "status", "body"),
    [
        ({"query": "{ __typename }"}, 200, ANSWER),
        ({"query": "{ __typename }", "operationName": "", "variables": "", "extensions": "null"}, 200, ANSWER),
        ({"query": "query($a: ID!) { node(id: $a) { id } }", "variables": '{"a": "x"}'}, 200, {"data": {"node": None}}),
        ({"query": "query null { __typename }", "operationName": "null"}, 200, ANSWER),
        ({"query": "mutation { __typename }"}, 405, "METHOD_NOT_ALLOWED"),
        ({"query": "query A { __typename } mutation B { __typename }", "operationName": "B"}, 405, "METHOD_NOT_ALLOWED"),
        ({}, 422, "BAD_REQUEST"),
        ({"query": "{ __typename }", "variables": "[]"}, 400, "BAD_JSON"),
        ({"query": "{ __typename }", "variables": "{"}, 400, "BAD_JSON"),
        ({"query": "{ __typename }", "extensions": "7"}, 400, "BAD_JSON"),
        ({str(number): "" for number in range(30)}, 400, "BAD_REQUEST"),
        ({"query": f"{{ __typename # {'x' * 20_000}\n }}"}, 414, "TOO_LARGE"),
    ],
)
async def test_a_get_may_ask(served: Served, parameters: dict[str, str], status: int, body: Any) -> None:
    got = await served.get(**parameters)
    assert got.status == status
    assert got.body == body if status == 200 else got.codes == [body]
    assert got.headers.get("allow") == ("POST" if status == 405 else None)


@pytest.mark.parametrize(("query", "status"), [("query=%ff", 400), ("query=%ED%A0%80", 400), ("query={a}&query={b}", 422)])
async def test_an_address_is_utf_8_and_says_things_once(served: Served, query: str, status: int) -> None:
    assert (await served.exchange(served.request("GET", f"/graphql?{query}"))).status == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_other_methods_are_told_which_there_are(served: Served, method: str) -> None:
    got = await served.exchange(served.request(method))
    assert (got.status, got.headers["allow"], got.codes) == (405, "GET, POST", ["METHOD_NOT_ALLOWED"])


async def test_errors_beside_data_are_a_partial_success(served: Served) -> None:
    ids = ["x"] * 101
    query = f"{{ viewer {{ permission }} nodes(ids: {json.dumps(ids)}) {{ id }} }}"
    expected = {
        "data": None,
        "errors": [{"message": "`nodes` takes at most 100 ids; these are 101. Ask in several requests.", "path": ["nodes"]}],
    }
    for accept, status in ((GRAPHQL, 294), (JSON, 200)):
        got = await served.ask(query, accept=accept)
        assert (got.status, got.kind, got.codes) == (status, accept + UTF_8, ["TOO_MANY"])
        (error,) = got.body["errors"]
        assert {"data": got.body["data"], "errors": [{key: error[key] for key in ("message", "path")}]} == expected


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate, gzip"])
async def test_an_encoded_body_is_not_read(served: Served, encoding: str) -> None:
    got = await served.post(b"\x1f\x8b\x08", content_encoding=encoding)
    assert (got.status, got.headers["accept-encoding"], got.codes) == (415, "identity", ["UNSUPPORTED_MEDIA_TYPE"])


async def test_a_large_body_is_refused_before_it_is_read(served: Served) -> None:
    got = await served.exchange(served.request("POST", content_length="4194305", expect="100-continue"))
    assert (got.status, got.headers["connection"], got.codes) == (413, "close", ["TOO_LARGE"])


async def test_a_body_without_a_length_is_counted(database: Database, subject: str) -> None:
    async with serving(database, subject, body_bytes=1_000) as served:
        head = served.request("POST", content_length=None, transfer_encoding="chunked")
        piece = b"200\r\n" + b" " * 512 + b"\r\n"
        assert (await served.exchange(head + b"1b\r\n" + ASK + b"\r\n0\r\n\r\n")).body == ANSWER
        got = await served.exchange(head + piece * 3)
        assert (got.status, got.codes) == (413, ["TOO_LARGE"])


async def test_a_slow_body_is_given_up(database: Database, subject: str) -> None:
    async with serving(database, subject, body_seconds=0.3) as served:
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        writer.write(served.request("POST", body=ASK)[:-5])
        started = time.perf_counter()
        got = await answer(reader)
        writer.close()
        assert (got.status, got.headers["connection"], got.codes) == (408, "close", ["TOO_SLOW"])
        assert time.perf_counter() - started < 1
        assert (await served.post(ASK)).body == ANSWER


async def test_strangers_are_answered_without_reading_what_they_send(served: Served) -> None:
    """Only the head is sent, and no `100 Continue` is asked for by the answer."""
    got = await served.exchange(served.request("POST", content_length="1000", authorization=None, expect="100-continue"))
    assert (got.status, got.headers["www-authenticate"], got.codes) == (401, "Bearer", ["UNAUTHENTICATED"])


async def test_too_many_or_too_large_headers(served: Served) -> None:
    many = {f"x_{number}": "1" for number in range(10_000)}
    for headers in (many, {"x_long": "x" * 40_000}):
        got = await served.post(ASK, **headers)
        assert (got.status, got.codes) == (431, ["TOO_LARGE"])


@pytest.mark.parametrize(
    ("given", "kept"), [("a-B_c.7", True), ("x" * 64, True), ("x" * 65, False), ("a b", False), ("a\t7", False), ("{}", False)]
)
async def test_a_sane_request_id_is_taken_over(served: Served, given: str, kept: bool) -> None:
    got = await served.post(b"{}", x_request_id=given)
    assert got.codes == ["BAD_REQUEST"]
    assert (got.headers["x-request-id"] == given) is kept


async def test_request_ids_that_are_made_differ(served: Served) -> None:
    assert len({(await served.post(ASK)).headers["x-request-id"] for _ in range(3)}) == 3


async def test_large_answers_are_compressed_for_those_who_take_it(served: Served) -> None:
    body = json.dumps({"query": "{ __schema { types { name description fields { name description } } } }"}).encode()
    small, large = await served.post(ASK, accept_encoding="gzip"), await served.post(body, accept_encoding="gzip")
    assert "content-encoding" not in small.headers
    assert large.headers["content-encoding"] == "gzip"
    assert set(large.headers["vary"].lower().replace(" ", "").split(",")) == {"accept", "accept-encoding"}
    assert len(large.raw) * 3 < len((await served.post(body)).raw)


async def test_other_origins_pass_by_the_list_only(database: Database, subject: str, served: Served) -> None:
    async def preflight(service: Served, origin: str) -> Answer:
        asked = {"origin": origin, "access_control_request_method": "POST", "access_control_request_headers": "authorization,content-type"}
        return await service.exchange(service.request("OPTIONS", authorization=None, **asked))

    async with serving(database, subject, origins="https://app.example, https://other.example") as listed:
        assert (await preflight(listed, "https://app.example")).headers["access-control-allow-origin"] == "https://app.example"
        assert "access-control-allow-origin" not in (await preflight(listed, "https://evil.example")).headers
        got = await listed.post(ASK, origin="https://app.example")
        assert got.headers["access-control-allow-origin"] == "https://app.example"
        assert got.headers["access-control-expose-headers"] == "X-Request-Id"
    assert (await preflight(served, "https://app.example")).status == 405
    assert "access-control-allow-origin" not in (await served.post(ASK, origin="https://app.example")).headers


async def test_a_browser_gets_the_page_and_the_probes_answer(served: Served) -> None:
    page = await served.exchange(served.request("GET", accept="text/html,application/xhtml+xml,*/*;q=0.8", authorization=None))
    assert page.kind.startswith("text/html")
    for path, body in (("/ready", {"ready": True}), ("/alive", {"alive": True})):
        got = await served.exchange(served.request("GET", path, authorization=None))
        assert (got.status, got.body) == (200, body)
