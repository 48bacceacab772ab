"""What the keyed reads cost: each answers one row, and reads no more of the graph than its ceiling says."""

from collections.abc import Iterator
from typing import Any

import pytest

from cypher.compose.page import Order, Page
from cypher.graph import Database
from cypher.words import RelationshipKind
from tests.conftest import World
from tests.statements.explain import statements

SEED = """
CREATE (a:Account {workspace: $workspace, id: 'account', nameKey: 'account'})
WITH a
CALL (a) {
  UNWIND range(1, 1000) AS n
  CREATE (a)-[:HAS_DEAL]->(:Deal {workspace: $workspace, id: 'deal ' + (1000 + n), accountId: a.id, amount: n, createdAt: '2026-01-01'})
}
MATCH (d:Deal {workspace: $workspace, id: 'deal 1500'})
UNWIND range(1, 60) AS n
CREATE (a)<-[:WORKS_AT {workspace: $workspace, id: 'post ' + n, primary: true, openKey: n + '|primary', title: 'Buyer'}]-
  (p:Person {workspace: $workspace, id: 'person ' + n, nameKey: 'person ' + n, title: 'Buyer', employerId: a.id})-[:SITS_AS]->
  (m:Member {workspace: $workspace, id: 'member ' + n, roles: ['BUYER'], roleIds: ['role ' + n], roleCertainties: ['ASSUMED']})-[:ON]->(d)
CREATE (m)-[:PLAYS]->(:RoleAssignment {workspace: $workspace, id: 'role ' + n, role: 'BUYER', certainty: 'ASSUMED'})
FOREACH (x IN range(1, 3) | CREATE (m)-[:ASSESSED]->(:Assessment {workspace: $workspace, id: 'assessment ' + n + '.' + x}))
WITH collect(p) AS people
UNWIND range(1, 59) AS n
WITH people[0] AS one, people[n] AS other, n
CREATE (one)-[:KNOWS {workspace: $workspace, id: 'tie ' + n}]->(other)
"""
BY_NAME = Page((Order("nameKey"),), 21)
NEWEST = Page((Order("id", descending=True),), 21)
TIES = {"kinds": list(RelationshipKind), "direction": "BOTH"}
CEILINGS: dict[str, tuple[int, dict[str, Any], Page | None]] = {
    "deal.by_ids": (72, {"ids": ["deal 1500"]}, None),
    "member.committee": (1510, {"ids": ["deal 1500"], "former": False}, None),
    "deal.of_accounts": (1430, {"ids": ["account"]}, Page((), 51)),
    "deal.count_of_accounts": (5, {"ids": ["account"]}, None),
    "person.by_ids": (20, {"ids": ["person 1"]}, None),
    "post.of_people": (20, {"ids": ["person 1"], "day": None}, None),
    "member.of_parties": (60, {"ids": ["person 1"], "status": None}, NEWEST),
    "tie.of_people": (435, {"ids": ["person 1"], **TIES}, Page((), 21)),
    "account.by_ids": (18, {"ids": ["account"]}, None),
    "account.brief_by_ids": (3, {"ids": ["account"]}, None),
    "deal.brief_by_ids": (4, {"ids": ["deal 1500"]}, None),
    "person.brief_by_ids": (8, {"ids": ["person 1"]}, None),
    "member.brief_of_parties": (30, {"ids": ["person 1"], "status": None}, NEWEST),
    "person.page": (365, {}, BY_NAME),
    "network.committee_maps": (2700, {"ids": ["deal 1500"], "kinds": None, "day": None, "steps": 1000}, None),
    "network.around": (1500, {"ids": ["person 1"], "accounts": [], "day": None, "most": 1000, "steps": 1000}, None),
    "network.direct_reports": (12, {"ids": ["person 1"]}, BY_NAME),
    "network.managers": (12, {"ids": ["person 1"]}, None),
    "judgement.snapshots": (6400, {"ids": ["deal 1500"], "at": "2026-01-05T09:30:00.000000Z", "day": None}, None),
    "judgement.people": (40, {"ids": ["person 1"], "at": "2026-01-05T09:30:00.000000Z"}, None),
    "judgement.heat": (250, {"ids": ["account"], "at": "2026-01-05T09:30:00.000000Z"}, None),
    "merge.held": (700, {"id": "person 1", "ids": ["person 2"]}, None),
    "person.of_accounts": (1100, {"ids": ["account"], "day": None}, BY_NAME),
}
"""Statement → database hits at most, parameters, page. A committee with its deal may cost 1,962: what the fastest other way costs."""


@pytest.fixture
async def seeded(world: World) -> World:
    for text in (SEED, "CALL db.prepareForReplanning()"):
        await world.database.driver.execute_query(text, workspace=world.workspace, database_=world.database.name)
    return world


async def test_no_keyed_read_costs_more_than_its_ceiling(seeded: World) -> None:
    costs = {name: await cost(seeded.database, seeded.workspace, name) for name in CEILINGS}
    over = {name: hits for name, (rows, hits) in costs.items() if rows != 1 or not 0 < hits <= CEILINGS[name][0]}
    assert over == {}, costs


async def cost(database: Database, workspace: str, name: str) -> tuple[int, int]:
    """Rows and database hits of a statement."""
    _, parameters, page = CEILINGS[name]
    statement = statements()[name]
    if page:
        statement, parameters = page.applied(statement), {**parameters, **page.parameters}
    text = "CYPHER 5 PROFILE " + statement.text.removeprefix("CYPHER 5\n")
    async with database.session("READ") as session:
        result = await session.run(text, {**parameters, "workspace": workspace})
        rows = [record async for record in result]
        return len(rows), sum(hits((await result.consume()).profile))


def hits(plan: dict[str, Any]) -> Iterator[int]:
    yield plan.get("dbHits", 0)
    for child in plan.get("children", ()):
        yield from hits(child)
