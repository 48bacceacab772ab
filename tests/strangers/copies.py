"""Copies of a furnished workspace: furnishing takes a hundred requests, a copy takes one statement. The ids are those of the original."""

from dataclasses import dataclass
from typing import Any

from cypher.graph import Database
from tests.conftest import World, make_world, open_world
from tests.strangers.cases import Furnished, furnished

NODES = """
MATCH (n) WHERE n.workspace = $w OR (n:Workspace AND n.id = $w)
RETURN elementId(n) AS at, labels(n) AS labels, properties(n) AS held
"""
TIES = """
MATCH (a)-[r]->(b) WHERE a.workspace = $w OR (a:Workspace AND a.id = $w)
RETURN elementId(a) AS `from`, elementId(b) AS to, type(r) AS kind, properties(r) AS held
"""
WRITE = """
UNWIND $nodes AS one
CREATE (n:$(one.labels)) SET n = one.held
WITH collect([one.at, n]) AS made
UNWIND $ties AS tie
WITH tie, [pair IN made WHERE pair[0] = tie.from | pair[1]][0] AS a, [pair IN made WHERE pair[0] = tie.to | pair[1]][0] AS b
CREATE (a)-[r:$(tie.kind)]->(b) SET r = tie.held
"""


@dataclass
class Mold:
    """What a furnished workspace holds, to be written again under the name of another."""

    original: Furnished
    nodes: list[dict[str, Any]]
    ties: list[dict[str, Any]]

    async def copy(self, **settings: Any) -> Furnished:
        """Another workspace with the same things; every text that names the workspace names the new one."""
        world = self.original.world
        id_ = world.caller.clock.new_id()
        renamed = {"nodes": _renamed(self.nodes, world.workspace, id_), "ties": _renamed(self.ties, world.workspace, id_)}
        await world.database.driver.execute_query(WRITE, renamed, database_=world.database.name)
        return Furnished(await open_world(world.database, id_, **settings), _renamed(self.original.names, world.workspace, id_))


async def molded(database: Database) -> Mold:
    made = await furnished(await make_world(database))
    await made.world.client.aclose()
    nodes, ties = [
        [dict(row) for row in (await database.driver.execute_query(text, w=made.world.workspace, database_=database.name)).records]
        for text in (NODES, TIES)
    ]
    return Mold(made, nodes, ties)


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {key: _renamed(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, old, new) for one in value]
    return value.replace(old, new) if isinstance(value, str) else value


async def close(*worlds: World) -> None:
    for one in worlds:
        await one.client.aclose()
