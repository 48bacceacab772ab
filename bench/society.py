"""One account with any number of people and ties, invented and the same every time, written straight into the graph."""

import random
from typing import Any

from cypher.graph import Database

BATCH = 5_000
TO_THE_TOP = 0.1
KINDS = ("KNOWS", "INFLUENCES", "KNOWS", "INFLUENCES", "CONFLICTS_WITH")
PEOPLE = """
MERGE (a:Account {workspace: $workspace, id: $account})
SET a.name = 'Great Works', a.nameKey = 'great works', a.version = 1, a.tags = [], a.createdAt = '2026-01-01', a.updatedAt = '2026-01-01'
WITH a
UNWIND $people AS one
CREATE (p:Person {workspace: $workspace, id: one.id, name: one.name, nameKey: one.name, employerId: a.id, department: one.department,
  seniority: 'MANAGER', version: 1, tags: [], preferences: [], isPlaceholder: false, isErased: false, createdAt: '2026-01-01',
  updatedAt: '2026-01-01'})
CREATE (p)-[w:WORKS_AT {workspace: $workspace, id: one.id, primary: true, usualRoles: [], version: 1, department: one.department,
  openKey: one.id + '|primary'}]->(a)
"""
TIES = """
UNWIND $ties AS one
MATCH (from:Person {workspace: $workspace, id: one.from})
MATCH (to:Person {workspace: $workspace, id: one.to})
CREATE (from)-[k:$(one.kind)]->(to)
SET k.workspace = $workspace, k.id = one.id, k.strength = one.strength, k.certainty = 'ASSUMED', k.version = 1
"""
COVERS = """
UNWIND $covers AS one
MATCH (t:TeamMember {workspace: $workspace, id: $team_member})
MATCH (p:Person {workspace: $workspace, id: one.to})
CREATE (t)-[:COVERS {workspace: $workspace, id: one.id, level: one.level, version: 1}]->(p)
"""


def numbered(kind: int, number: int) -> str:
    return f"01900000-0000-7000-{kind:04x}-{number:012x}"


def person(number: int) -> str:
    """The id of one of the account's people; the first stands at its top."""
    return numbered(0x8001, number)


def chosen(people: int, ties: int) -> list[dict[str, Any]]:
    """Everybody has a manager; the other ties join anybody, some of them ending at the first three people."""
    chance = random.Random(people)  # noqa: S311 - data, not secrets
    found = {("REPORTS_TO", number, (number - 1) // 8): 0 for number in range(1, people)}
    while len(found) < ties:
        one, other = chance.randrange(people), chance.randrange(3 if chance.random() < TO_THE_TOP else people)
        if one != other:
            found[chance.choice(KINDS), one, other] = chance.randrange(6)
    return [
        {"kind": kind, "from": person(one), "to": person(other), "id": numbered(0x8002, place), "strength": strength or None}
        for place, ((kind, one, other), strength) in enumerate(found.items())
    ]


async def settle(database: Database, workspace: str, team_member: str, people: int, ties: int, known: int) -> str:
    """Write an account with so many people and ties among them; gives its id. Each `known`th person is known to the team member."""
    account = numbered(0x8000, 0)

    async def written(text: str, name: str, rows: list[dict[str, Any]], **more: Any) -> None:
        for start in range(0, len(rows), BATCH):
            given = {name: rows[start : start + BATCH], "workspace": workspace, **more}
            await database.driver.execute_query("CYPHER 5 " + text, given, database_=database.name)

    everybody = [{"id": person(number), "name": f"person {number}", "department": f"D{number % 20}"} for number in range(people)]
    covers = [{"id": numbered(0x8003, number), "to": person(number), "level": number % 5 + 1} for number in range(9, people, known)]
    await written(PEOPLE, "people", everybody, account=account)
    await written(TIES, "ties", chosen(people, ties))
    await written(COVERS, "covers", covers, team_member=team_member)
    return account
