"""Writes the data set through the project's own statements, thousands of rows at a time, so that its shape is that of the use cases."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from neo4j import AsyncDriver

from bench.data import Data, Sizes
from cypher import batch, deal, group, member, process
from cypher.graph import Database, Graph, System, Work
from cypher.migrations import migrate
from cypher.system import sign_in
from cypher.words import Permission
from service import team, workspaces
from service.outcomes import Done
from service.processes import buying, first_phase, first_stage, sales
from service.stamp import Clock
from service.templates import DEFAULT_BUYING, DEFAULT_SALES
from service.viewer import Caller, Viewer

Write = Callable[[Work, list[dict[str, Any]]], Awaitable[object]]
SUBJECT = "bench"
WORKSPACES = tuple(f"01900000-00ff-7000-8000-{number:012x}" for number in range(8))
"""The first one is read; all eight are written."""
BATCH = 3000
NODES = (Path(__file__).parent / "nodes.cypher").read_text(encoding="utf-8")
OWNERS = 10
PEER_LABELS = ("Account", "Person", "Group", "Deal", "Member", "RoleAssignment", "Assessment", "TeamMember")


async def fill(database: Database, workspace: str, sizes: Sizes) -> None:
    """Make a workspace and its data set. The data set's ids are the same in each workspace."""
    await migrate(database)
    await workspaces.create(database, Clock(), name="Bench", subject=SUBJECT, id_=workspace)
    graph = Graph(database, workspace)
    (admin,) = await sign_in(System(database), subject=SUBJECT, workspace_id=workspace)
    caller = Caller(Viewer(admin.id, workspace, Permission.ADMIN), graph, Clock())
    data = await _data(caller, sizes)
    for rows, write in _steps(data):
        for part in _batches(rows):
            await graph.write(lambda work, part=part, write=write: write(work, part))  # type: ignore[misc]


async def _data(caller: Caller, sizes: Sizes) -> Data:
    owners = []
    for number in range(OWNERS):
        saved = await team.save(caller, {"subject": f"seller-{number}", "name": f"Seller {number}", "permission": Permission.EDITOR})
        if not isinstance(saved, Done):
            raise TypeError(f"The team member could not be made: {saved}")
        owners.append(saved.id)
    catalogue = await process.catalogue(caller.graph)
    how, ours = buying(catalogue, DEFAULT_BUYING), sales(catalogue, DEFAULT_SALES)
    if how is None or ours is None:
        raise LookupError("The workspace has not got the default processes.")
    phase, stage = first_phase(how), first_stage(ours)
    return Data(sizes, tuple(owners), (phase.id, phase.key), (stage.id, stage.key))


def _steps(data: Data) -> list[tuple[Iterable[dict[str, Any]], Write]]:
    """What is written, and with which statement; what joins things comes after them."""
    return [
        (data.accounts(), lambda work, rows: _nodes(work, "Account", rows)),
        (data.people(), lambda work, rows: _nodes(work, "Person", rows)),
        (data.posts(), lambda work, rows: batch.create_posts(work, rows=rows)),
        (data.ties(), lambda work, rows: batch.create_ties(work, rows=rows)),
        (data.groups(), _groups),
        (data.deals(), lambda work, rows: deal.create(work, deals=rows)),
        (data.members(), lambda work, rows: member.add(work, members=rows)),
        (data.roles(), lambda work, rows: member.assign(work, roles=rows)),
        (data.assessments(), lambda work, rows: member.assess(work, assessments=rows)),
    ]


async def _nodes(work: Work, label: str, rows: list[dict[str, Any]]) -> None:
    """The one statement of our own: the project's write either a single thing or many that each have an external reference."""
    told = [{"label": label, "fields": row} for row in rows]
    await (await work.transaction.run(NODES, {"workspace": work.graph.workspace, "rows": told})).consume()


async def _groups(work: Work, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        await group.create(work, account_id=row["accountId"], fields=row["fields"])


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    left = iter(rows)
    while part := list(islice(left, BATCH)):
        yield part


async def index_for_peer(driver: AsyncDriver) -> None:
    """The indexes that @neo4j/graphql's manual recommends: each type's id, by which its queries filter."""
    for label in PEER_LABELS:
        await driver.execute_query(f"CREATE INDEX peer_{label.lower()} IF NOT EXISTS FOR (n:{label}) ON (n.id)")
    await driver.execute_query("CALL db.awaitIndexes(300)")
