"""A furnished workspace, the graph that it is, and hiding and bringing back by name."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from schema.node import parted
from tests.conftest import World, check_in_step
from tests.strangers.cases import Furnished
from tests.strangers.copies import Mold, close

GRAPH = """
MATCH (n {workspace: $w}) WHERE NOT n:Change AND NOT n:Outcome
RETURN labels(n) AS kind, n.id AS a, '' AS b, properties(n) AS held
UNION ALL
MATCH (a {workspace: $w})-[r]->(b) RETURN [type(r)] AS kind, a.id AS a, b.id AS b, properties(r) AS held
"""


@dataclass
class Kept:
    """A furnished workspace."""

    made: Furnished

    @property
    def world(self) -> World:
        return self.made.world

    async def graph(self) -> set[tuple[Any, ...]]:
        """Everything but the log, without the property that only locks."""
        found = await self.world.database.driver.execute_query(GRAPH, w=self.world.workspace, database_=self.world.database.name)
        return {
            (row["kind"][0], row["a"], row["b"], repr(sorted((name, value) for name, value in row["held"].items() if name != "lock")))
            for row in found.records
        }

    async def kinds(self, name: str) -> set[tuple[str, str]]:
        """The label of a thing, and of its relationships the types with the labels at their other ends."""
        text = (
            "MATCH (n {workspace: $w, id: $id}) WHERE NOT n:Deletion "  # which has the id of what it hid
            "RETURN labels(n)[0], COLLECT { MATCH (n)-[r]-(o) RETURN DISTINCT [type(r), labels(o)[0]] }"
        )
        found = await self.world.database.driver.execute_query(text, w=self.world.workspace, id=self.local(name))
        ((label, ties),) = found.records
        return {(label, "")} | {(kind, end) for kind, end in ties}

    def local(self, name: str) -> str:
        return parted(self.made.names[name])[1]

    async def tell(self, mutation: str, name: str, **given: Any) -> str:
        """What came of it: `done`, or the problem's type with its reason or the code of its issue."""
        fields = {"delete": "... on Deleted { deletedId }", "restore": "... on Restored { node { id } }"}[mutation]
        told = await self.world.tell(mutation, fields, id=self.made.names[name], **given)
        if "message" not in told:
            assert (told.get("deletedId") or told["node"]["id"]) == self.made.names[name]
            return "done"
        code = told["issues"][0]["code"] if "issues" in told else told.get("reason", "")
        return f"{told['__typename']} {code}".strip()

    async def delete(self, name: str, **given: Any) -> str:
        return await self.tell("delete", name, **given)

    async def restore(self, name: str, **given: Any) -> str:
        return await self.tell("restore", name, **given)

    async def make_third(self) -> None:
        await self.made.make("third", "createPerson", name="Cem")

    async def changes(self) -> list[tuple[str, str]]:
        """Action and kind of every Change, oldest first."""
        body = await self.world.ask("{ changes(first: 100) { nodes { action entityType message } pageInfo { hasNextPage } } }")
        assert not body["data"]["changes"]["pageInfo"]["hasNextPage"]
        return [(one["action"], one["entityType"]) for one in body["data"]["changes"]["nodes"]]


@pytest.fixture
async def kept(mold: Mold) -> AsyncIterator[Kept]:
    made = await mold.copy()
    yield Kept(made)
    await close(made.world)
    await check_in_step(made.world)
