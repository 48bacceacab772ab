"""Migrations: once only when two start together, recorded, refused where the graph is newer. The test server's number is put back."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from cypher.errors import NewerDatabase
from cypher.graph import Database
from cypher.migrations import MIGRATIONS, migrate
from cypher.model import NODES, constraints, indexes

LATEST = MIGRATIONS[-1].number


async def ask(database: Database, statement: str, **parameters: object) -> list[list[object]]:
    async with database.session("WRITE") as session:
        result = await session.run(statement, parameters)
        return [record.values() async for record in result]


async def number(database: Database) -> list[list[object]]:
    return await ask(database, "MATCH (m:Migrations) RETURN m.number")


async def set_number(database: Database, wanted: int) -> None:
    await ask(database, "MATCH (m:Migrations) SET m.number = $wanted", wanted=wanted)


@pytest.fixture
async def put_back(database: Database) -> AsyncIterator[None]:
    yield
    await set_number(database, LATEST)


async def test_what_ran_is_recorded_and_does_not_run_again(database: Database) -> None:
    assert await number(database) == [[LATEST]]
    assert await migrate(database) == []


async def test_the_model_stands_in_the_database(database: Database) -> None:
    made = {str(name) for (name,) in await ask(database, "SHOW CONSTRAINTS YIELD name")}
    made |= {str(name) for (name,) in await ask(database, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name")}
    wanted = {statement.split()[statement.split().index("IF") - 1] for statement in (*constraints(), *indexes())}
    assert len(wanted) > len(NODES)
    assert wanted <= made


async def test_two_at_once_migrate_once(neo4j: tuple[str, str, str], database: Database, put_back: None) -> None:
    other = Database.connect(*neo4j)
    await set_number(database, 0)
    ran = await asyncio.gather(migrate(database), migrate(other), migrate(database))
    await other.close()
    assert sorted(ran, key=len) == [[], [], MIGRATIONS]
    assert await number(database) == [[LATEST]]


async def test_a_newer_database_is_refused_and_left_alone(database: Database, put_back: None) -> None:
    await set_number(database, LATEST + 1)
    with pytest.raises(NewerDatabase, match=f"at migration {LATEST + 1}, this program knows {LATEST}: run a newer version of the service"):
        await migrate(database)
    assert await number(database) == [[LATEST + 1]]
