"""Furnished workspaces: one that has something to hide, and two alike of people who have no business there."""

from collections.abc import AsyncIterator

import pytest

from cypher.graph import Database
from tests.conftest import make_world
from tests.strangers.cases import Furnished, furnished

WIDE = {
    "operation_cost": 100_000,
    "document_aliases": 2_000,
    "document_fields": 5_000,
    "document_characters": 100_000,
    "document_tokens": 20_000,
}
"""Limits for documents that select all there is to see."""


@pytest.fixture(scope="package")
async def first(database: Database) -> AsyncIterator[Furnished]:
    made = await make_world(database, **WIDE)
    yield await furnished(made)
    await made.client.aclose()


@pytest.fixture(scope="package")
async def onlookers(database: Database) -> AsyncIterator[tuple[Furnished, Furnished]]:
    """Two workspaces with the same things, of which nothing is asked but questions."""
    made = [await make_world(database, **WIDE) for _ in range(2)]
    yield await furnished(made[0]), await furnished(made[1])
    for one in made:
        await one.client.aclose()


@pytest.fixture
async def twins(database: Database) -> AsyncIterator[tuple[Furnished, Furnished]]:
    """Two workspaces with the same things: what is asked of both, in the same order, finds both in the same state."""
    made = [await make_world(database, **WIDE) for _ in range(2)]
    yield await furnished(made[0]), await furnished(made[1])
    for one in made:
        await one.client.aclose()
