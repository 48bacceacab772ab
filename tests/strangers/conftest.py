"""Furnished workspaces: one that has something to hide, and two alike of people who have no business there."""

from collections.abc import AsyncIterator

import pytest

from cypher.graph import Database
from tests.conftest import make_world
from tests.strangers.cases import Furnished, furnished
from tests.strangers.copies import Mold, close

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
async def onlookers(mold: Mold) -> AsyncIterator[tuple[Furnished, Furnished]]:
    """Two workspaces with the same things, of which nothing is asked but questions."""
    made = await mold.copy(**WIDE), await mold.copy(**WIDE)
    yield made
    await close(*(one.world for one in made))


@pytest.fixture
async def twins(mold: Mold) -> AsyncIterator[tuple[Furnished, Furnished]]:
    """Two workspaces with the same things: what is asked of both, in the same order, finds both in the same state."""
    made = await mold.copy(**WIDE), await mold.copy(**WIDE)
    yield made
    await close(*(one.world for one in made))
