"""Clients from their packages, unchanged, against the running service: they page, cache by id, change and are refused."""

from typing import Any

import pytest
from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXAsyncTransport

from tests.clients.conftest import Live

PERSON = "query($id: ID!) { person(id: $id) { version name employments { title account { name } } } }"
RENAME = (
    "mutation($input: UpdatePersonInput!) { updatePerson(input: $input) { ... on Person { version name } ... on Problem { message } } }"
)


async def test_apollo(live: Live) -> None:
    told = await live.tell("apollo.mjs")
    renamed = told.pop("renamed")
    assert (renamed["name"], renamed["version"]) == ("A holding of mills", 2)
    mills = [f"Mill {number}" for number in range(1, 6)]
    assert told == {
        "party": ["Person", "Group"],
        "firstPage": 4,
        "hasNextPage": False,
        "namesBefore": ["Holding", *mills],
        "namesAfterwards": ["A holding of mills", *mills],
        "parties": [{"__typename": "Person", "name": "Anna Berg"}, {"__typename": "Group", "name": "Board"}],
        "problem": "Conflict",
        "refused": ["VALIDATION_FAILED"],
        "badPage": ["BAD_PAGE"],
    }


async def test_urql(live: Live) -> None:
    told = await live.tell("urql.mjs")
    first = told["first"]
    assert (told["again"], told["asked"]) == (first, 1)
    assert told["renamed"]["name"] == told["afterwards"]["name"] == f"{first['name']} by the river"
    assert told["renamed"]["version"] == told["afterwards"]["version"] == first["version"] + 1
    assert told["refused"] == ["VALIDATION_FAILED"]
    assert told["half"] == {"account": None, "viewer": {"__typename": "Viewer", "permission": "ADMIN"}}
    assert told["halfRefused"] == ["BAD_PAGE"]
    sent = [("GET", 200), ("POST", 200), ("GET", 200), ("GET", 422), ("GET", 294)]
    assert [(one["method"], one["status"]) for one in told["sent"]] == sent
    assert all("text/event-stream" in one["accept"] for one in told["sent"])
    assert {one["type"] for one in told["sent"]} == {"application/graphql-response+json; charset=utf-8"}


async def test_gql(live: Live) -> None:
    def asked(text: str, **variables: Any) -> GraphQLRequest:
        return GraphQLRequest(text, variable_values=variables)

    person = live.ids["person"]
    transport = HTTPXAsyncTransport(live.url, headers={"Authorization": f"Bearer {live.served.token}"})
    async with Client(transport=transport, fetch_schema_from_transport=True) as client:
        told = await client.execute(asked(PERSON, id=person))
        post = {"title": "Director", "account": {"name": "Mill 1"}}
        assert told == {"person": {"version": 1, "name": "Anna Berg", "employments": [post]}}
        changed = await client.execute(asked(RENAME, input={"id": person, "expectedVersion": 1, "name": "Anna Holm"}))
        assert changed == {"updatePerson": {"version": 2, "name": "Anna Holm"}}
        late = await client.execute(asked(RENAME, input={"id": person, "expectedVersion": 1, "name": "Anna Lind"}))
        assert set(late["updatePerson"]) == {"message"}
        with pytest.raises(TransportQueryError) as refused:
            await client.execute(asked("{ accounts(first: 0) { totalCount } }"))
        assert refused.value.errors
        assert refused.value.errors[0]["extensions"]["code"] == "BAD_PAGE"
