"""The command of `make bench`. What it measures is told in README.md beside this."""

import asyncio
import logging
import re
import sys
import tempfile
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import orjson
import typer
import uvloop
from rich.console import Console

from bench import profiling, reads
from bench.client import WrongAnswer
from bench.data import Sizes
from bench.machine import machine
from bench.operations import READS
from bench.report import Figures, tables
from bench.world import Plan, built, peopled
from bench.writes import WRITES, Bench
from cypher.server import ServerError

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"
MARKS = ("<!-- bench: written by make bench -->", "<!-- bench ends -->")
out = Console(stderr=True)


def main(
    quick: Annotated[bool, typer.Option(help="Two minutes: little data, few and short rounds, the peer at 8 connections.")] = False,
    accounts: Annotated[int, typer.Option(help="Accounts of the data set, 12 people each.")] = 4000,
    deals: Annotated[int, typer.Option(help="Deals, 2,000 of them of two accounts.")] = 12_000,
    rounds: Annotated[int, typer.Option(help="How often everything is measured.")] = 5,
    seconds: Annotated[float, typer.Option(help="How long each measurement loads its server.")] = 1.5,
    only: Annotated[list[str] | None, typer.Option(help="Of the reading operations only this; may be repeated.")] = None,
    queries: Annotated[bool, typer.Option(help="With reading operations.")] = True,
    peers: Annotated[bool, typer.Option(help="With @neo4j/graphql.")] = True,
    mutations: Annotated[bool, typer.Option(help="With mutations.")] = True,
    growth: Annotated[bool, typer.Option(help="Also the growth of p50 with a hundred times the data, in two more databases.")] = False,
    profile: Annotated[
        list[str] | None, typer.Option(help="Only tell where the service's time goes in this operation; may be repeated.")
    ] = None,
    data: Annotated[
        Path | None, typer.Option(help="Keep the database in this folder and find it filled next time; without mutations, which change it.")
    ] = None,
    line: Annotated[str, typer.Option(help="Which Neo4j: 2026 or 5.26.")] = "2026",
    readme: Annotated[bool, typer.Option(help="Put the tables into README.md.")] = False,
) -> None:
    """Measure the service beside a bare route, the raw driver and @neo4j/graphql over the same database."""
    chosen = tuple(one for one in READS if queries and (not only or one.name in only))
    writes = mutations and data is None
    plan = Plan(Sizes(accounts, deals), rounds, seconds, operations=chosen, peers=peers and queries, writes=writes, line=line)
    if quick:
        plan = replace(plan, sizes=Sizes(200, 1300, 1, 1000), rounds=2, seconds=0.5, peer_connections=(8,))
    if data:
        data.mkdir(parents=True, exist_ok=True)
    logging.getLogger("neo4j").setLevel(logging.ERROR)
    with nullcontext(data) if data else tempfile.TemporaryDirectory() as folder, uvloop_runner() as runner:
        runner.run(_bench(plan, Path(folder), profile or [], growth=growth, readme=readme))


def uvloop_runner() -> asyncio.Runner:
    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


async def _bench(plan: Plan, folder: Path, profiles: list[str], *, growth: bool, readme: bool) -> None:
    with out.status("…") as status:
        async with built(plan, folder, status.update) as world, peopled(world, status.update):
            if profiles:
                out.print("\n\n".join([await profiling.profile(world, name) for name in profiles]), markup=False)
                return
            figures = await reads.measure(world, status.update)
            named: tuple[str, ...] = ()
            if plan.writes:
                service = world.named("service")
                bench = Bench(world.tenants(), service.processor_seconds, world.database.driver, world.process)
                figures.samples += await bench.rounds(plan.rounds, plan.seconds, status.update)
                figures.statements |= {one.name: len(await world.ran_by(one)) for one in WRITES}
                named = tuple(one.name for one in WRITES)
            where = machine(world.own)
        if growth:
            figures.growth = await reads.growth(folder, plan.seconds, plan.rounds, plan.line, status.update)
    _tell(plan, figures, named, where, readme=readme)


def _tell(plan: Plan, figures: Figures, named: tuple[str, ...], where: str, *, readme: bool) -> None:
    """Print the tables, and leave them and the figures in `results`."""
    much = f"{plan.sizes.accounts:,} accounts, {plan.sizes.people:,} people, {plan.sizes.deals:,} deals"
    told = (
        f"{tables(figures, named)}\n\n{where} Data: {much}. {plan.rounds} rounds of {plan.seconds:g} s, interleaved; median (least–most)."
    )
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.md").write_text(told + "\n", encoding="utf-8")
    (RESULTS / "latest.json").write_bytes(orjson.dumps({"machine": where, **figures.as_json()}, option=orjson.OPT_INDENT_2))
    Console(width=250, soft_wrap=True).print(told, markup=False, highlight=False)
    if readme:
        path = ROOT / "README.md"
        text = re.sub(
            f"(?s)({MARKS[0]}\n).*?({MARKS[1]})", lambda found: f"{found[1]}\n{told}\n\n{found[2]}", path.read_text(encoding="utf-8")
        )
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(main)
    try:
        app()
    except (WrongAnswer, ServerError, ChildProcessError) as error:
        out.print(str(error), markup=False, style="red")
        sys.exit(1)
