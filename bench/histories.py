"""How long all figures of a process take as its history grows, beside the floor: the same statement, nothing else.

`python -m bench.histories`: workspaces with 1,000, 10,000 and 100,000 deals, five visits each.
"""

import asyncio
import secrets
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import httpx
import orjson
import typer
from rich.console import Console
from rich.table import Table

from bench import contenders, hits
from bench.client import WrongAnswer
from bench.load import SUBJECT, WORKSPACES
from bench.measure import took
from cypher import server
from cypher.graph import Database
from cypher.migrations import migrate
from cypher.words import InteractionKind
from service import workspaces
from service.auth import AuthConfig, issue
from service.stamp import Clock
from service.templates import DEFAULT_BUYING

RATE = "{ value numerator denominator low high smallSample }"
DOCUMENT = f"""query($process: String!, $from: Date) {{ buyingProcess(key: $process) {{ figures(from: $from) {{
  deals winRate {RATE} repurchase {RATE} cycleMedianDays cycleP90Days
  steps {{
    phase {{ key }} deals entries advanced skipped returned repeated won lost abandoned switched stillThere
    medianDays p90Days meanDays medianDaysPerDeal lostMedianDays openMedianDays
    dropOff {RATE} revisited {RATE} skipShare {RATE} winChance winChanceMoves objections }}
  slowestStep {{ phase {{ key }} }}
  transitions {{ from to fromKey toKey count share }}
  beforeAdvance {{ phase {{ key }} kind moves share meanSentiment }}
  conversion(from: "information-search", to: "purchase-decision") {RATE}
  funnel(steps: ["need-recognition", "evaluation-of-alternatives", "purchase-decision"]) {{
    reached ofPrevious {RATE} medianDaysFromPrevious }}
  interactionConversion(from: CALL, to: MEETING) {RATE}
  lostWithinDaysOf(kind: CALL, days: 30) {RATE}
}} }} }}"""
WALKS = [
    {"places": [0, 1, 2, 3, 4], "left": ["ADVANCE", "ADVANCE", "ADVANCE", "CLOSE", None], "status": "WON"},
    {"places": [0, 1, 2, 1, 2], "left": ["ADVANCE", "ADVANCE", "RETURN", "ADVANCE", "CLOSE"], "status": "LOST"},
    {"places": [0, 2, 3, 2, 3], "left": ["SKIP", "ADVANCE", "RETURN", "ADVANCE", None], "status": "OPEN"},
    {"places": [0, 0, 1, 2, 3], "left": ["REPEAT", "ADVANCE", "ADVANCE", "ADVANCE", "CLOSE"], "status": "ABANDONED"},
]
"""How deals go, one after the other."""
DEALS_AT_ONCE = 50_000
out = Console()


async def filled(database: Database, workspace: str, deals: int) -> None:
    """A workspace with the built-in processes and so many deals that follow the default one, begun within the last eleven months."""
    await workspaces.create(database, Clock(), name="Bench", subject=SUBJECT, id_=workspace)
    text = Path(__file__).with_suffix(".cypher").read_text(encoding="utf-8")
    start = (datetime.now(UTC) - timedelta(days=340)).isoformat()
    given = {"workspace": workspace, "process": DEFAULT_BUYING, "walks": WALKS, "kinds": list(InteractionKind), "start": start}
    for first in range(0, deals, DEALS_AT_ONCE):
        async with database.session("WRITE") as session:
            await (await session.run(text, **given, first=first, last=min(deals, first + DEALS_AT_ONCE) - 1)).consume()


async def floor(database: Database, runs: Sequence[hits.Run]) -> None:
    """The statements that the service runs, by auto-commit, and their answers as JSON."""
    for text, parameters in runs:
        async with database.session("READ") as session:
            record = await (await session.run(text, parameters)).single()
        orjson.dumps(record and record[0])


async def measured(database: Database, http: httpx.AsyncClient, auth: AuthConfig, sizes: Sequence[int], rounds: int) -> Table:
    table = Table("deals, visits", "service", "floor", "÷", "answer")
    since = (datetime.now(UTC) - timedelta(days=365)).date().isoformat()
    given = {"query": DOCUMENT, "variables": {"process": DEFAULT_BUYING, "from": since}}
    for deals, workspace in zip(sizes, WORKSPACES, strict=False):
        token = issue(auth, SUBJECT, workspace, timedelta(hours=1))
        told = 0

        async def asked(token: str = token, deals: int = deals) -> None:
            nonlocal told
            answer = await http.post("/graphql", json=given, headers={"Authorization": f"Bearer {token}"})
            body = answer.json()
            if "errors" in body or body["data"]["buyingProcess"]["figures"]["deals"] != deals:
                raise WrongAnswer(answer.text[:1000])
            told = len(answer.content)

        (seen,) = await hits.of_service(database, auth, token, [(DOCUMENT, given["variables"])])  # type: ignore[list-item]
        service, least = await took(asked, rounds), await took(lambda seen=seen: floor(database, seen.runs), rounds)  # type: ignore[misc]
        table.add_row(f"{deals:,}, {5 * deals:,}", f"{service:,.0f} ms", f"{least:,.0f} ms", f"{service / least:.2f}", f"{told:,} bytes")
    return table


async def run(folder: Path, sizes: Sequence[int], rounds: int, line: str) -> None:
    auth = AuthConfig(secret=secrets.token_urlsafe(48), jwks_url=None, issuer=None, audience=None)
    with server.running(folder / "neo4j", line=line) as own:
        database = Database.connect(own.uri, own.user, own.password, read_seconds=120, write_seconds=600)
        await migrate(database)
        for deals, workspace in zip(sizes, WORKSPACES, strict=False):
            await filled(database, workspace, deals)
        environment = {"NEO4J_URI": own.uri, "NEO4J_USER": own.user, "NEO4J_PASSWORD": own.password, "DMU_JWT_SECRET": auth.secret or ""}
        with contenders.service(environment, "", folder) as service:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{service.address.port}", timeout=600) as http:
                out.print(await measured(database, http, auth, sizes, rounds))
        await database.close()


def main(
    deals: Annotated[list[int] | None, typer.Option(help="How many deals a workspace has; may be repeated.")] = None,
    rounds: Annotated[int, typer.Option(help="How often everything is measured.")] = 7,
    line: Annotated[str, typer.Option(help="Which Neo4j: 2026 or 5.26.")] = "2026",
) -> None:
    """Measure all figures of a process as its history grows."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder), deals or [1_000, 10_000, 100_000], rounds, line))


if __name__ == "__main__":
    typer.run(main)
