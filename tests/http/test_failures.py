"""Errors inside an execution: what was worded for clients reaches them, all else is masked and stands in the log under the request's id."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import strawberry
from graphql import GraphQLError

from cypher.errors import Busy, ConstraintBroken, GraphError, NewerDatabase, TimedOut, Unavailable
from cypher.graph import Database
from service.http.documents import Documents
from service.http.view import Endpoint
from service.settings import Settings
from tests.http.conftest import GRAPHQL, serving

RAISED: dict[str, Exception] = {
    "bug": ZeroDivisionError("a secret of ours"),
    "core": GraphQLError("a secret of ours"),
    "worded": GraphQLError("Ask otherwise. " + "x" * 1_000, extensions={"code": "OTHERWISE"}),
    "unavailable": Unavailable("a secret of ours"),
    "timedOut": TimedOut("a secret of ours"),
    "busy": Busy("a secret of ours"),
    "constraint": ConstraintBroken("a secret of ours"),
    "newer": NewerDatabase("a secret of ours"),
    "other": GraphError("a secret of ours"),
}
CODES = ["INTERNAL", "INTERNAL", "OTHERWISE", "UNAVAILABLE", "TIMED_OUT", "BUSY", "CONFLICT", "INTERNAL", "INTERNAL"]


@strawberry.type
class Query:
    @strawberry.field
    def fails(self, how: str) -> str | None:
        raise RAISED[how]

    @strawberry.field
    def lacks(self) -> str:
        return None  # type: ignore[return-value]

    @strawberry.field
    def number(self) -> int | None:
        return "a secret of ours"  # type: ignore[return-value]

    @strawberry.field
    def takes(self, words: list[str]) -> int:
        return len(words)


async def anybody(_: Any) -> None:
    """Nobody is refused."""


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    settings = Settings.model_construct()
    schema = strawberry.Schema(Query)
    documents = Documents(schema._schema, settings.limits(), {})
    app = Endpoint(schema._schema, schema.execution_context_class, documents, anybody, settings.bounds())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://here", headers={"Accept": GRAPHQL}) as made:
        yield made


@pytest.mark.parametrize(("how", "code"), list(zip(RAISED, CODES, strict=True)))
async def test_an_error_gets_its_code(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture, how: str, code: str) -> None:
    asked = {"query": "query($how: String!) { fails(how: $how) }", "variables": {"how": how}}
    with caplog.at_level(logging.ERROR, "dmu.http"):
        got = await client.post("/", json=asked, headers={"X-Request-Id": "find-me"})
    (error,) = got.json()["errors"]
    assert (got.status_code, got.json()["data"], error["path"]) == (294, {"fails": None}, ["fails"])
    assert error["extensions"] == {"code": code, "requestId": "find-me"}
    assert "secret" not in got.text
    assert len(error["message"]) <= 300
    if code == "INTERNAL":
        assert "find-me" in caplog.text
        assert "a secret of ours" in caplog.text


async def test_data_that_is_not_what_the_schema_says_is_a_bug(client: httpx.AsyncClient) -> None:
    got = await client.post("/", json={"query": "{ number }"})
    assert (got.status_code, got.json()["errors"][0]["extensions"]["code"]) == (294, "INTERNAL")
    assert "secret" not in got.text
    lacking = (await client.post("/", json={"query": "{ lacks }"})).json()
    assert (lacking["data"], lacking["errors"][0]["extensions"]["code"]) == (None, "INTERNAL")


async def test_a_value_that_only_the_execution_can_judge_is_told(client: httpx.AsyncClient) -> None:
    got = await client.post("/", json={"query": 'query($a: String) { takes(words: ["x", $a]) }', "variables": {"a": None}})
    (error,) = got.json()["errors"]
    assert error["extensions"]["code"] in ("BAD_VALUE", "VALIDATION_FAILED")
    assert "words" in error["message"] or "$a" in error["message"]


async def test_without_a_database_nobody_is_let_in_and_nothing_is_told(subject: str, caplog: pytest.LogCaptureFixture) -> None:
    nowhere = Database.connect("bolt://127.0.0.1:9", "neo4j", "a secret of ours")
    async with serving(nowhere, subject) as served:
        with caplog.at_level(logging.ERROR, "dmu.http"):
            got = await served.post(b'{"query": "{ __typename }"}', x_request_id="find-me")
        assert (got.status, got.codes) == (503, ["UNAVAILABLE"])
        assert b"127.0.0.1" not in got.raw
        assert "find-me" in caplog.text
        assert (await served.exchange(served.request("GET", "/ready"))).status == 503
    await nowhere.close()
