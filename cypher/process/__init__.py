"""Buying and selling processes: how a customer buys, how we sell, and which stage serves which phase.

The catalogue holds what deals need; the longer texts and the expected roles have statements of their own.
"""

from typing import Any

from cypher.graph import Scope, Work
from cypher.query import Row, query
from cypher.words import Awareness, BuyClass, Role


class PhaseRow(Row, frozen=True):
    id: str
    key: str
    position: int
    locales: list[str]
    names: list[str]
    """One a locale, in the same order."""
    awareness: Awareness | None
    after_purchase: bool
    max_healthy_days: int | None
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
    probability: float | None
    max_healthy_days: int | None
    retired: bool
    serves: list[str]
    """The ids of its phases, at most one of each buying process; retired ones are left out."""


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


class TextsRow(Row, frozen=True):
    """What a process or a step says beside its name."""

    id: str
    texts: str | None
    """JSON: locale → field → text or list."""


class ExpectationRow(Row, frozen=True):
    role: Role
    required: bool
    goal: int
    weight: float
    buy_classes: list[BuyClass]
    """None named: all."""


class ExpectationsOf(Row, frozen=True):
    of: str
    items: list[ExpectationRow]


class StepInUseRow(Row, frozen=True):
    """A phase or stage whose process is locked until the transaction ends."""

    id: str
    retired: bool
    deals: int
    """How many are in it."""


@query
async def catalogue(scope: Scope) -> CatalogueRow: ...


@query
async def texts(scope: Scope, *, ids: list[str]) -> list[TextsRow]: ...


@query
async def expectations(scope: Scope, *, ids: list[str]) -> list[ExpectationsOf]: ...


@query
async def lock_buying(work: Work, *, key: str) -> str | None: ...


@query
async def lock_sales(work: Work, *, key: str | None, stage_id: str | None) -> str | None: ...


@query
async def lock_steps(work: Work, *, ids: list[str]) -> list[StepInUseRow]: ...


@query
async def write(work: Work, *, buying: list[dict[str, Any]], sales: list[dict[str, Any]]) -> None: ...
