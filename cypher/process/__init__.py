"""Buying and selling processes: how a customer buys, how we sell, and which stage serves which phase."""

from typing import Any

from cypher.graph import Scope, Work
from cypher.query import Row, query
from cypher.words import Awareness


class PhaseRow(Row, frozen=True):
    id: str
    key: str
    position: int
    locales: list[str]
    names: list[str]
    """One a locale, in the same order."""
    awareness: Awareness | None
    after_purchase: bool
    retired: bool


class BuyingProcessRow(Row, frozen=True):
    id: str
    version: int
    key: str
    locales: list[str]
    names: list[str]
    phases: list[PhaseRow]
    """In their order; retired ones are among them."""


class StageRow(Row, frozen=True):
    id: str
    key: str
    position: int
    locales: list[str]
    names: list[str]
    retired: bool
    serves: list[str]
    """The ids of its phases, at most one of each buying process."""


class SalesProcessRow(Row, frozen=True):
    id: str
    version: int
    key: str
    locales: list[str]
    names: list[str]
    stages: list[StageRow]
    """In their order; retired ones are among them."""


class CatalogueRow(Row, frozen=True):
    buying: list[BuyingProcessRow]
    """In the order of their keys, as the sales processes are."""
    sales: list[SalesProcessRow]


@query
async def catalogue(scope: Scope) -> CatalogueRow: ...


@query
async def create(work: Work, *, buying: list[dict[str, Any]], sales: list[dict[str, Any]]) -> None: ...
