"""A real Neo4j for the whole session, and a fresh workspace for each test that asks for one."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from cypher import server
from cypher.graph import Database, Graph
from cypher.migrations import migrate
from cypher.words import Permission
from service import workspaces
from service.app import application
from service.auth import AuthConfig, issue
from service.settings import Settings
from service.stamp import Clock
from service.viewer import Caller, Viewer

if TYPE_CHECKING:
    from tests.strangers.copies import Mold

AUTH = AuthConfig(secret="a secret of the tests, long enough for HS256", jwks_url=None, issuer=None, audience=None)


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """Address, user and password: the server of NEO4J_URI, else one of our own for this session. LINE chooses 2026 or 5.26."""
    if uri := os.environ.get("NEO4J_URI"):
        yield uri, os.environ.get("NEO4J_USER", "neo4j"), os.environ["NEO4J_PASSWORD"]
        return
    folder: Path = tmp_path_factory.mktemp("neo4j")
    with server.running(folder, line=os.environ.get("LINE", "2026"), quick=True) as own:
        yield own.uri, own.user, own.password


@pytest.fixture(scope="session")
async def database(neo4j: tuple[str, str, str]) -> AsyncIterator[Database]:
    made = Database.connect(*neo4j)
    await migrate(made)
    yield made
    await made.close()


@dataclass
class World:
    """A workspace of its own, and people of it who ask through the real application."""

    database: Database
    workspace: str
    caller: Caller
    client: httpx.AsyncClient
    watched: "Watched"
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def graph(self) -> Graph:
        return self.caller.graph

    async def ask(self, document: str, variables: dict[str, Any] | None = None, as_: str = "admin") -> dict[str, Any]:
        """The JSON body of one HTTP round trip."""
        token = self.tokens.setdefault(as_, issue(AUTH, f"{as_}@{self.workspace}", None, timedelta(hours=1)))
        answer = await self.client.post(
            "/graphql", json={"query": document, "variables": variables or {}}, headers={"Authorization": f"Bearer {token}"}
        )
        return answer.json()  # type: ignore[no-any-return]

    async def tell(self, mutation: str, fields: str, **given: Any) -> Any:
        """Run one mutation with this input; `fields` are those of the entity, problems are told whole."""
        kind = input_type(mutation)
        problems = (
            "... on InvalidInput { issues { path code } } ... on NotFound { missingId argument } "
            "... on Conflict { reason currentVersion currentEntity { __typename id } } ... on Problem { __typename message }"
        )
        body = await self.ask(f"mutation($input: {kind}) {{ {mutation}(input: $input) {{ {fields} {problems} }} }}", {"input": given})
        assert "errors" not in body, body
        return body["data"][mutation]


SHARED = {"restore": "Delete", "erasePerson": "Delete", "mergePeople": "Merge", "mergeAccounts": "Merge"}
"""Mutations that share an input type; all others have one of their own name."""


def input_type(mutation: str) -> str:
    return f"{SHARED.get(mutation, mutation[0].upper() + mutation[1:])}Input!"


class Watched:
    """The application, and the names of the statements that its last request ran."""

    def __init__(self, inner: ASGIApp) -> None:
        self.inner = inner
        self.ran: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.inner(scope, receive, send)
        self.ran = scope.get("state", {}).get("ran", [])


async def make_world(database: Database, clock: Clock | None = None, **settings: Any) -> World:
    clock = clock or Clock()
    id_ = clock.new_id()
    await workspaces.create(database, clock, name="A workspace", subject=f"admin@{id_}", id_=id_)
    return await open_world(database, id_, clock, **settings)


async def open_world(database: Database, id_: str, clock: Clock | None = None, **settings: Any) -> World:
    """A workspace that is there, in which `admin@…` is an administrator."""
    clock = clock or Clock()
    watched = Watched(application(database, AUTH, development=False, clock=clock, settings=Settings.model_construct(**settings)))
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app=watched), base_url="http://127.0.0.1")
    admin = await _id_of_admin(client, id_)
    caller = Caller(Viewer(admin, id_, Permission.ADMIN), Graph(database, id_, admin), clock)
    return World(database, id_, caller, client, watched)


async def _id_of_admin(client: httpx.AsyncClient, id_: str) -> str:
    from schema.node import parted

    token = issue(AUTH, f"admin@{id_}", None, timedelta(hours=1))
    asked = await client.post("/graphql", json={"query": "{ viewer { teamMember { id } } }"}, headers={"Authorization": f"Bearer {token}"})
    return parted(asked.json()["data"]["viewer"]["teamMember"]["id"])[1]


OUT_OF_STEP = """
CALL () {
  MATCH (p:Person {workspace: $workspace}) WHERE p.id IS NOT NULL
  WITH p, COLLECT { MATCH (p)-[w:WORKS_AT]->(a) WHERE w.primary AND w.until IS NULL
                    RETURN [one IN [w.title, w.department, w.seniority, a.id] | coalesce(one, '')] } AS posts
  WHERE [one IN [p.title, p.department, p.seniority, p.employerId] | coalesce(one, '')] <> coalesce(posts[0], ['', '', '', ''])
  RETURN p.id AS id
  UNION ALL
  MATCH (m:Member {workspace: $workspace}) WHERE m.id IS NOT NULL
  WITH m, COLLECT { MATCH (m)-[:PLAYS]->(r) WHERE r.until IS NULL RETURN r {.id, .role, .certainty} ORDER BY r.role } AS roles
  WHERE m.roles <> [r IN roles | r.role] OR m.roleIds <> [r IN roles | r.id] OR m.roleCertainties <> [r IN roles | r.certainty]
    OR m.roles IS NULL OR m.roleIds IS NULL OR m.roleCertainties IS NULL
  RETURN m.id AS id
}
RETURN collect(id)
"""
"""Whose copy of the present (a person's post, a member's roles) is not what the history says."""


@pytest.fixture
async def world(database: Database) -> AsyncIterator[World]:
    made = await make_world(database)
    yield made
    await made.client.aclose()
    await check_in_step(made)


async def check_in_step(world: World) -> None:
    found = await world.database.driver.execute_query(OUT_OF_STEP, workspace=world.workspace, database_=world.database.name)
    assert found.records[0][0] == []


@pytest.fixture(scope="session")
async def mold(database: Database) -> "Mold":
    """A furnished workspace, of which each test that needs one takes a copy."""
    from tests.strangers.copies import molded

    return await molded(database)


@pytest.fixture
async def stranger(database: Database) -> AsyncIterator[World]:
    """Somebody of another workspace on the same database."""
    made = await make_world(database)
    yield made
    await made.client.aclose()


async def at_once(*jobs: Any) -> list[Any]:
    """Run coroutines at the same time."""
    return list(await asyncio.gather(*jobs))
