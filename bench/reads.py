"""Measures the read operations in a world, and the growth of their time with the data."""

from pathlib import Path

from bench import hits
from bench.contenders import Contender
from bench.data import Sizes
from bench.load import WORKSPACES
from bench.measure import Cell, Primed, prime, rounds, sample
from bench.operations import READS, Operation
from bench.report import AT, Figures, Spread, spread
from bench.world import Plan, Say, World, built, peopled

GROWN = Sizes(accounts=4000, deals=12_000, big_accounts=1, big_deals=60)
SMALL = Sizes(accounts=40, deals=120, big_accounts=1, big_deals=60)
WARM_SECONDS = 0.6


async def measure(world: World, say: Say) -> Figures:
    """All operations with everybody, in rounds."""
    primed = await _primed(world, say)
    cells = [_cell(who, operation, primed[who.name, operation.name], many) for who, operation, many in _wanted(world)]
    for cell in cells:
        if cell.connections == AT:
            say(f"warming up: {cell.operation}, {cell.contender}")
            await sample(cell, world.process, WARM_SECONDS)
    made = Figures(await rounds(cells, world.process, world.plan.rounds, world.plan.seconds, say))
    made.leaves = {one.name: primed["service", one.name].leaves for one in world.plan.operations}
    await _count(world, made)
    return made


async def _primed(world: World, say: Say) -> dict[tuple[str, str], Primed]:
    right: dict[str, object] = {}
    made = {}
    for who in world.contenders:
        for operation in world.plan.operations:
            say(f"comparing answers: {operation.name}, {who.name}")
            made[who.name, operation.name] = await prime(who, operation, operation.ids(world.plan.sizes), right)
    return made


def _wanted(world: World) -> list[tuple[Contender, Operation, int]]:
    ours = {"service": world.plan.connections, "floor": world.plan.connections, "same": (AT,)}
    return [
        (who, operation, many)
        for who in world.contenders
        for operation in world.plan.operations
        for many in ours.get(who.name, world.plan.peer_connections)
    ]


def _cell(who: Contender, operation: Operation, primed: Primed, connections: int) -> Cell:
    return Cell(who.name, operation.name, connections, who.address, primed.turn, who.processor_seconds)


async def _count(world: World, figures: Figures) -> None:
    """Hits of each operation's first question."""
    first = {one: one.ids(world.plan.sizes)[0] for one in world.plan.operations}
    for one, id_ in first.items():
        ran = world.ran[f"{one.name} {id_}"]
        floor = await hits.of_statement(world.database.driver, one.statement, {"workspace": WORKSPACES[0], "id": id_})
        figures.hits[one.name] = {"service": ran.hits, "floor": floor}
        figures.statements[one.name] = len(ran.runs)
    if world.peer:
        asked = [(one.peers, {"id": id_}) for one, id_ in first.items()]
        for one, counted in zip(first, await hits.of_peer(world.peer, world.token(), asked), strict=True):
            figures.hits[one.name]["peer"] = counted


async def growth(folder: Path, seconds: float, many: int, line: str, say: Say) -> dict[str, Spread]:
    """p50 at 1 connection over a hundred times the accounts, deals and people ÷ over the small data set, round by round."""
    plans = [Plan(sizes, peers=False, writes=False, line=line) for sizes in (SMALL, GROWN)]
    for place in ("small", "grown"):
        (folder / place).mkdir(exist_ok=True)
    async with (
        built(plans[0], folder / "small", say) as less,
        built(plans[1], folder / "grown", say) as more,
        peopled(less, say),
        peopled(more, say),
    ):
        ratios: dict[str, list[float]] = {}
        worlds = [(world, await _primed(world, say)) for world in (less, more)]
        for number in range(-1, many):  # a round before the counted ones warms up
            for operation in READS:
                say(f"growth, round {number + 1} of {many}: {operation.name}")
                cells = [_cell(world.named("service"), operation, primed["service", operation.name], 1) for world, primed in worlds]
                small, grown = [await sample(cell, world.process, seconds) for cell, (world, _) in zip(cells, worlds, strict=True)]
                ratios.setdefault(operation.name, []).extend([grown.p50 / small.p50] if number >= 0 else [])
    return {name: spread(found) for name, found in ratios.items()}
