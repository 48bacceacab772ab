"""How long the health of 50 deals and the agenda of 100 take as a workspace grows, beside the floor: the same statement, nothing else.

`python -m bench.judgements`: workspaces with 100, 1,000 and 10,000 deals.
"""

import asyncio
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import httpx
import orjson
import typer
from rich.console import Console
from rich.table import Table

from bench import contenders
from bench.client import WrongAnswer
from bench.data import Sizes, id_of
from bench.load import SUBJECT, WORKSPACES, fill
from bench.measure import took
from cypher import judgement, server
from cypher.graph import Database, System
from cypher.system import sign_in
from service.auth import AuthConfig, issue
from service.stamp import moment

ROOM = Path(__file__).parent
PAGE, OWN = 50, 100
QUESTIONS = {
    "health of 50 deals": "{ deals(first: 50) { nodes { name health { score losses { risk { kind } } } "
    "nextActions(limit: 3) { title } } } }",
    "agenda of 100 deals": "{ viewer { agenda { kind severity title deal { name } } } }",
}
DEALS_OF_AN_ACCOUNT = 3
out = Console()


@dataclass(frozen=True)
class Tenant:
    """A workspace, who asks there, and the deals that each question is about."""

    workspace: str
    deals: tuple[list[str], list[str]]


async def filled(database: Database, workspace: str, deals: int) -> Tenant:
    """A workspace with so many deals, three interactions with everybody, and a hundred deals of the one who asks."""
    await fill(database, workspace, Sizes(max(40, deals // DEALS_OF_AN_ACCOUNT), deals, 0, 0))
    (admin,) = await sign_in(System(database), subject=SUBJECT, workspace_id=workspace)
    now = datetime.now(UTC)
    moments = [moment(now - timedelta(days=days)) for days in (3, 20, 70)]
    own = [id_of("Deal", number) for number in range(min(OWN, deals))]
    for name, given in (("interactions", {"moments": moments}), ("owned", {"ids": own, "owner": admin.id})):
        text = (ROOM / f"{name}.cypher").read_text(encoding="utf-8")
        async with database.session("WRITE") as session:
            await (await session.run(text, workspace=workspace, **given)).consume()
    first = [id_of("Deal", number) for number in range(min(PAGE, deals))]
    return Tenant(workspace, (first, own))


async def floor(database: Database, tenant: Tenant, ids: list[str]) -> None:
    """The one statement that reads so many committees, by auto-commit, and its answer as JSON."""
    statement = judgement.snapshots.statement  # type: ignore[attr-defined]
    given = {"ids": ids, "at": moment(datetime.now(UTC)), "day": None, "workspace": tenant.workspace}
    async with database.session("READ") as session:
        record = await (await session.run(statement.text, given)).single()
    orjson.dumps(record[0])


async def measured(database: Database, http: httpx.AsyncClient, auth: AuthConfig, tenants: dict[int, Tenant], rounds: int) -> Table:
    table = Table("question", *(f"{deals:,} deals: service, floor, ÷" for deals in tenants), "growth")
    for place, (name, document) in enumerate(QUESTIONS.items()):
        cells, services = [], []
        for tenant in tenants.values():
            token = f"Bearer {issue(auth, SUBJECT, tenant.workspace, timedelta(hours=1))}"

            async def asked(token: str = token, document: str = document) -> None:
                answer = await http.post("/graphql", json={"query": document}, headers={"Authorization": token})
                if "errors" in answer.json():
                    raise WrongAnswer(answer.text[:1000])

            async def bare(tenant: Tenant = tenant, ids: list[str] = tenant.deals[place]) -> None:
                await floor(database, tenant, ids)

            service, least = await took(asked, rounds), await took(bare, rounds)
            services.append(service)
            cells.append(f"{service:,.0f} ms, {least:,.0f} ms, {service / least:.2f}")
        table.add_row(name, *cells, f"{services[-1] / services[0]:.2f}")
    return table


async def run(folder: Path, sizes: Sequence[int], rounds: int, line: str) -> None:
    auth = AuthConfig(secret=secrets.token_urlsafe(48), jwks_url=None, issuer=None, audience=None)
    with server.running(folder / "neo4j", line=line) as own:
        database = Database.connect(own.uri, own.user, own.password, write_seconds=600)
        tenants = {deals: await filled(database, workspace, deals) for deals, workspace in zip(sizes, WORKSPACES, strict=False)}
        environment = {"NEO4J_URI": own.uri, "NEO4J_USER": own.user, "NEO4J_PASSWORD": own.password, "DMU_JWT_SECRET": auth.secret or ""}
        with contenders.service(environment, "", folder) as service:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{service.address.port}", timeout=600) as http:
                out.print(await measured(database, http, auth, tenants, rounds))
        await database.close()


def main(
    deals: Annotated[list[int] | None, typer.Option(help="How many deals a workspace has; may be repeated.")] = None,
    rounds: Annotated[int, typer.Option(help="How often everything is measured.")] = 7,
    line: Annotated[str, typer.Option(help="Which Neo4j: 2026 or 5.26.")] = "2026",
) -> None:
    """Measure health and agenda as a workspace grows."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder), deals or [100, 1_000, 10_000], rounds, line))


if __name__ == "__main__":
    typer.run(main)
