"""How long the large questions about networks take as an account grows, and how long somebody else's small ones wait meanwhile.

`python -m bench.networks`: accounts with 100, 1,000 and 5,000 people and ten times as many ties, each in a workspace of its own.
"""

import asyncio
import secrets
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Annotated

import httpx
import typer
from rich.console import Console
from rich.table import Table

from bench import contenders
from bench.client import WrongAnswer
from bench.load import SUBJECT, WORKSPACES
from bench.society import person, settle
from cypher import server
from cypher.graph import Database, System
from cypher.migrations import migrate
from cypher.system import sign_in
from schema.node import global_id
from service import workspaces
from service.auth import AuthConfig, issue
from service.stamp import Clock

TIES_EACH, KNOWN = 10, 50
SMALL = "query($id: ID!) { account(id: $id) { name } }"
ROUTES = "routes { disjointRoutes gatekeeperDependence truncated routes { product hops { to { name } } } }"
QUESTIONS = {
    "map": "query($id: ID!) { account(id: $id) { map(limit: 1000) { truncated nodes { key label roles } edges { from to kind strength } "
    "groups { label } } } }",
    "org chart": "query($id: ID!) { account(id: $id) { orgChart(limit: 1000) { truncated nodes { key label } edges { from to } } } }",
    "ranks": "query($id: ID!) { account(id: $id) { personRanks(first: 100) { edges { rank score node { name } } } } }",
    "betweenness": "query($id: ID!) { account(id: $id) { personRanks(first: 100) { edges { rank betweenness node { name } } } } }",
    "routes": f"query($person: ID!) {{ person(id: $person) {{ {ROUTES} }} }}",
    "departure": "query($person: ID!) { person(id: $person) { departure { fragmentation severity routesLost } } }",
    "reports": "query($person: ID!) { person(id: $person) { reports(depth: 40, first: 100) { totalCount nodes { name } } } }",
}
out = Console()


@dataclass(frozen=True)
class Client:
    """Somebody who asks about one account."""

    http: httpx.AsyncClient
    token: str
    ids: Mapping[str, str]

    async def seconds(self, document: str) -> float:
        """How long an answer takes. Raises WrongAnswer."""
        used = {name: id_ for name, id_ in self.ids.items() if f"${name}:" in document}
        started = perf_counter()
        answer = await self.http.post("/graphql", json={"query": document, "variables": used}, headers={"Authorization": self.token})
        if "errors" in answer.json():
            raise WrongAnswer(answer.text[:1000])
        return perf_counter() - started


async def beside(client: Client, document: str) -> tuple[float, list[float]]:
    """The seconds of a large question, and those of the small ones that were asked one after the other meanwhile."""
    large = asyncio.create_task(client.seconds(document))
    waits = []
    while not large.done():
        waits.append(await client.seconds(SMALL))
    return await large, waits


async def measured(clients: dict[int, Client], rounds: int) -> Table:
    """Medians over the rounds after one that warms up."""
    table = Table("question", *(f"{people:,} people" for people in clients), "small ones beside the last: p50, p95, most, in ms")
    for name, document in QUESTIONS.items():
        cells, waits = [], [0.0]
        for client in clients.values():
            runs = [await beside(client, document) for _ in range(rounds + 1)][1:]
            cells.append(f"{1000 * median(seconds for seconds, _ in runs):,.0f} ms")
            waits = sorted(wait for _, found in runs for wait in found)
        told = (waits[len(waits) // 2], waits[len(waits) * 95 // 100], waits[-1])
        table.add_row(name, *cells, ", ".join(f"{1000 * one:.1f}" for one in told))
    return table


async def settled(database: Database, sizes: Sequence[int]) -> dict[int, str]:
    """A workspace for each size, with its account; sizes with the accounts' ids."""
    await migrate(database)
    made = {}
    for people, workspace in zip(sizes, WORKSPACES, strict=False):
        await workspaces.create(database, Clock(), name="Bench", subject=SUBJECT, id_=workspace)
        (admin,) = await sign_in(System(database), subject=SUBJECT, workspace_id=workspace)
        made[people] = await settle(database, workspace, admin.id, people, people * TIES_EACH, KNOWN)
    return made


async def run(folder: Path, sizes: Sequence[int], rounds: int, line: str) -> None:
    auth = AuthConfig(secret=secrets.token_urlsafe(48), jwks_url=None, issuer=None, audience=None)
    with server.running(folder / "neo4j", line=line) as own:
        database = Database.connect(own.uri, own.user, own.password, write_seconds=600)
        accounts = await settled(database, sizes)
        environment = {"NEO4J_URI": own.uri, "NEO4J_USER": own.user, "NEO4J_PASSWORD": own.password, "DMU_JWT_SECRET": auth.secret or ""}
        with contenders.service(environment, "", folder) as service:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{service.address.port}", timeout=600) as http:
                clients = {}
                for (people, account), workspace in zip(accounts.items(), WORKSPACES, strict=False):
                    ids = {"id": global_id("Account", account), "person": global_id("Person", person(0))}
                    clients[people] = Client(http, f"Bearer {issue(auth, SUBJECT, workspace, timedelta(hours=1))}", ids)
                out.print(await measured(clients, rounds))
        await database.close()


def main(
    people: Annotated[list[int] | None, typer.Option(help="How many people an account has; may be repeated.")] = None,
    rounds: Annotated[int, typer.Option(help="How often everything is measured.")] = 5,
    line: Annotated[str, typer.Option(help="Which Neo4j: 2026 or 5.26.")] = "2026",
) -> None:
    """Measure the questions about networks as an account grows."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder), people or [100, 1_000, 5_000], rounds, line))


if __name__ == "__main__":
    typer.run(main)
