"""The demo workspace, as a plan and graphql-core both read it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from strawberry import Schema

from cypher.graph import Database, Graph, System
from cypher.system import sign_in
from schema.context import Context
from schema.node import parted
from schema.schema import build
from service import demo
from service.stamp import Clock
from service.viewer import Caller, Viewer
from tests.execution.operations import Pool

NAMED = """{
  viewer { teamMember { id } workspace { id } }
  accounts { edges { cursor node { id people { nodes { id } } groups { nodes { id } } } } }
  deals { nodes { id committee { id members {
    id roles { id } assessments { nodes { id } } party { id ... on Person { relationships { nodes { id } } acquaintances { id } } }
  } } } }
  changes { edges { cursor node { id } } }
  buyingProcesses { id key phases { id key } }
  products { key }
}"""


@dataclass(frozen=True, repr=False)
class Demonstration:
    schema: Schema
    context: Callable[[], Context]
    pool: Pool


@pytest.fixture(scope="session")
async def demonstration(database: Database) -> Demonstration:
    workspace, schema = await demo.fill(database, Clock()), build()
    (row,) = await sign_in(System(database), subject=demo.SUBJECT, workspace_id=workspace)
    viewer = Viewer(row.id, row.workspace, row.permission, row.time_zone, row.currency, row.default_locale)
    caller = Caller(viewer, Graph(database, workspace, row.id), Clock())

    def context() -> Context:
        return Context(replace(caller, graph=Graph(database, workspace, row.id)))

    told = await schema.execute(NAMED, context_value=context())
    assert not told.errors, told.errors
    return Demonstration(schema, context, pool(told.data))


def pool(told: Any) -> Pool:
    """What arguments may name: ids by their kinds, cursors, keys; now and then what is nowhere."""
    ids, cursors, keys = (sorted(set(_under(told, key))) for key in ("id", "cursor", "key"))
    kinds = {f"{kind.lower()}.id": [one for one in ids if parted(one)[0] == kind] for kind in ("Account", "Deal", "Person")}
    moments = ["2026-01-01T00:00:00Z", "2024-06-30T12:00:00+02:00", "2999-01-01T00:00:00Z"]
    numbers = {f"{field}.{size}": [1, 2, 3, 100] for field in ("deals", "people") for size in ("first", "last")}
    words = {"String": ["", "en", "pl-PL", "Account", *keys], "Int": [1, 2, 3, 5, 100, 0], "Boolean": [True, False]}
    times = {"DateTime": moments, "Date": ["2026-01-01"], "Decimal": ["1.50"], "JSON": [1]}
    return {"ID": [*ids, "nothing"], "after": cursors, "before": cursors, **kinds, **numbers, **words, **times}


def _under(told: Any, key: str) -> list[str]:
    if isinstance(told, list):
        return [one for inner in told for one in _under(inner, key)]
    if not isinstance(told, dict):
        return []
    own = [told[key]] if key in told else []
    return own + [one for inner in told.values() for one in _under(inner, key)]
