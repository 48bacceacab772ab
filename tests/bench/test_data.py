"""The benchmark's data set has the shape that the API writes, and the floor's statements answer what the service answers."""

from datetime import timedelta
from typing import Any

import pytest
from neo4j import AsyncDriver

from bench.data import Sizes
from bench.load import SUBJECT, WORKSPACES, fill
from bench.operations import READS, leaves, plain
from cypher.graph import Database
from service import workspaces
from service.auth import issue
from tests.conftest import AUTH, World
from tests.deals.test_deals import a_deal

SIZES = Sizes(accounts=10, deals=60, big_accounts=1, big_deals=5)
ID = "__typename ... on Node { id }"
SHAPE = """
MATCH (n {workspace: $workspace}) WHERE NOT n:Change AND NOT n:TeamMember AND NOT n:Outcome
UNWIND [key IN keys(n) WHERE key <> 'lock'] AS key
RETURN DISTINCT labels(n)[0] AS of, key, valueType(n[key]) AS type
UNION
MATCH ({workspace: $workspace})-[r]->() UNWIND keys(r) AS key
RETURN DISTINCT type(r) AS of, key, valueType(r[key]) AS type
UNION
MATCH (n {workspace: $workspace})-[r]->(other)
RETURN DISTINCT labels(n)[0] AS of, type(r) AS key, labels(other)[0] AS type
"""


@pytest.fixture(scope="module")
async def filled(database: Database) -> str:
    await workspaces.remove(database, WORKSPACES[0])
    await fill(database, WORKSPACES[0], SIZES)
    return WORKSPACES[0]


async def shape(driver: AsyncDriver, workspace: str) -> set[tuple[str, str, str]]:
    """Properties with their types, and what is tied to what; without `lock`, which later writes leave behind."""
    found = await driver.execute_query(SHAPE, workspace=workspace)
    return {(of, key, kind.replace(" NOT NULL", "")) for of, key, kind in found.records}


async def through_the_api(world: World) -> None:
    """One of each kind, with the values that the data set has."""

    async def made(mutation: str, **given: Any) -> str:
        return str((await world.tell(mutation, ID, **given))["id"])

    money = {"amount": "1000", "currency": "EUR"}
    account = await made("createAccount", name="A", industry="I", country="PL", employees=1, annualRevenue=money, tags=["key"])
    post = {"accountId": account, "title": "Buyer", "department": "Purchasing", "seniority": "MANAGER", "since": "2024-01-01"}
    ada, bob = [await made("createPerson", name=one, email="a@example.com", tags=["met"], employment=post) for one in ("Ada", "Bob")]
    group = await made("createGroup", accountId=account, name="Board", kind="BOARD")
    for kind in ("REPORTS_TO", "INFLUENCES", "CONFLICTS_WITH", "KNOWS", "CONTROLS_ACCESS_TO"):
        await made("relatePeople", kind=kind, fromId=ada, toId=bob, strength=3, certainty="CONFIRMED", since="2025-02-01")
    seller = await made("saveTeamMember", subject=f"s@{world.workspace}", name="Seller", permission="EDITOR")
    more = {"tags": ["q1"], "competitors": ["Rival"], "expectedCloseOn": "2026-09-30", "amount": money, "ownerId": seller}
    deal = await a_deal(world, account, **more)
    for party in (ada, group):
        member = await made("assignRole", dealId=deal, partyId=party, role="USER", certainty="CONFIRMED", since="2026-01-05")
        await made("assessMember", memberId=member, stance="CHAMPION", influence=3)
        await made("assessMember", memberId=member, access="DEEP", awareness="ACTION")


async def test_data_has_the_shape_of_the_api(world: World, database: Database, filled: str) -> None:
    await through_the_api(world)
    assert await shape(database.driver, filled) == await shape(database.driver, world.workspace)


@pytest.mark.parametrize("operation", READS, ids=lambda one: one.name)
async def test_floor_answers_as_the_service(world: World, database: Database, filled: str, operation: Any) -> None:
    for id_ in operation.ids(SIZES):
        asked = {"query": operation.ours, "variables": {"id": operation.global_id(id_)}}
        ours = await world.client.post(
            "/graphql", json=asked, headers={"Authorization": f"Bearer {issue(AUTH, SUBJECT, filled, timedelta(hours=1))}"}
        )
        floor = await database.driver.execute_query(operation.statement, workspace=filled, id=id_)
        assert plain(ours.json()["data"]) == plain(floor.records[0][0])
    assert leaves(ours.json()["data"]) >= 1
