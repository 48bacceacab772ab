"""Buying and selling processes: how a customer buys, how we sell, and which stage serves which phase. One statement reads all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

import strawberry

from cypher import process
from cypher.process import BuyingProcessRow, CatalogueRow, PhaseRow, SalesProcessRow, StageRow
from schema.context import Info
from schema.enums import Awareness
from schema.node import KINDS, Node

Locale = Annotated[str | None, strawberry.argument(description="The language; absent: the workspace's.")]
Named = BuyingProcessRow | PhaseRow | SalesProcessRow | StageRow


@dataclass
class Catalogue:
    """All processes of a workspace, found by key and by id."""

    row: CatalogueRow
    of: str = ""
    buying: dict[str, BuyingProcessRow] = field(default_factory=dict)
    sales: dict[str, SalesProcessRow] = field(default_factory=dict)
    phases: dict[str, tuple[BuyingProcessRow, PhaseRow]] = field(default_factory=dict)
    stages: dict[str, tuple[SalesProcessRow, StageRow]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.buying = {one.key: one for one in self.row.buying}
        self.sales = {one.key: one for one in self.row.sales}
        self.phases = {phase.id: (one, phase) for one in self.row.buying for phase in one.phases}
        self.stages = {stage.id: (one, stage) for one in self.row.sales for stage in one.stages}

    def phase(self, process_key: str, key: str | None) -> PhaseRow | None:
        """The phase with this key in a process."""
        found = self.buying.get(process_key)
        return next((one for one in found.phases if one.key == key), None) if found else None

    def stage(self, process_key: str | None, key: str | None) -> StageRow | None:
        """The stage with this key in a process."""
        found = self.sales.get(process_key or "")
        return next((one for one in found.stages if one.key == key), None) if found else None


async def _read(graph: Any, *, ids: Sequence[str]) -> list[Catalogue]:
    found = await process.catalogue(graph)
    return [Catalogue(found, of) for of in ids]


async def catalogue(info: Info) -> Catalogue:
    """The workspace's processes, read once a request."""
    found: Catalogue = await info.context.children(_read, "")
    return found


def named(root: Named, info: Info, locale: str | None) -> str:
    """The name in a language, else in the workspace's, else in English."""
    names = dict(zip(root.locales, root.names, strict=True))
    usual = info.context.caller.viewer.locale
    wanted = [locale, locale.split("-")[0]] if locale else []
    return next(names[one] for one in (*wanted, usual, usual.split("-")[0], "en", root.locales[0]) if one in names)


@strawberry.type(description="A name in one language.")
class Translation:
    locale: str = strawberry.field(description="The language.")
    name: str = strawberry.field(description="The name in it.")


def translated(root: Named) -> list[Translation]:
    """The names of a process or a step of one."""
    return [Translation(locale=locale, name=name) for locale, name in zip(root.locales, root.names, strict=True)]


@strawberry.type(description="A step of how a customer buys.")
class Phase(Node):
    row = PhaseRow
    key: str = strawberry.field(description="The key, unique within its process.")
    position: int = strawberry.field(description="Its place in the process.")
    awareness: Awareness | None = strawberry.field(description="What a committee member should have come to by it.")
    after_purchase: bool = strawberry.field(description="Whether it comes after the purchase.")

    @strawberry.field(description="The name in a language.")
    def name(root: strawberry.Parent[PhaseRow], info: Info, locale: Locale = None) -> str:
        return named(root, info, locale)

    @strawberry.field(description="The name in all its languages.")
    def translations(root: strawberry.Parent[PhaseRow]) -> list[Translation]:
        return translated(root)

    @strawberry.field(description="Our stages that serve it.")
    async def stages(root: strawberry.Parent[PhaseRow], info: Info) -> list[Annotated["Stage", strawberry.lazy("schema.process")]]:
        return [stage for _, stage in (await catalogue(info)).stages.values() if root.id in stage.serves]  # type: ignore[misc]

    @strawberry.field(description="The process that it belongs to.")
    async def process(root: strawberry.Parent[PhaseRow], info: Info) -> Annotated["BuyingProcess", strawberry.lazy("schema.process")]:
        return (await catalogue(info)).phases[root.id][0]  # type: ignore[return-value]


@strawberry.type(description="How a customer buys: phases in order.")
class BuyingProcess(Node):
    row = BuyingProcessRow
    version: int = strawberry.field(description="Raised by every change.")
    key: str = strawberry.field(description="The key, unique in the workspace.")
    phases: list[Phase] = strawberry.field(description="The phases in their order.")

    @strawberry.field(description="The name in a language.")
    def name(root: strawberry.Parent[BuyingProcessRow], info: Info, locale: Locale = None) -> str:
        return named(root, info, locale)

    @strawberry.field(description="The name in all its languages.")
    def translations(root: strawberry.Parent[BuyingProcessRow]) -> list[Translation]:
        return translated(root)


@strawberry.type(description="A step of how we sell.")
class Stage(Node):
    row = StageRow
    key: str = strawberry.field(description="The key, unique within its process.")
    position: int = strawberry.field(description="Its place in the process.")

    @strawberry.field(description="The name in a language.")
    def name(root: strawberry.Parent[StageRow], info: Info, locale: Locale = None) -> str:
        return named(root, info, locale)

    @strawberry.field(description="The name in all its languages.")
    def translations(root: strawberry.Parent[StageRow]) -> list[Translation]:
        return translated(root)

    @strawberry.field(description="The phases that it serves, at most one of each buying process.")
    async def serves(root: strawberry.Parent[StageRow], info: Info) -> list[Phase]:
        return [phase for _, phase in (await catalogue(info)).phases.values() if phase.id in root.serves]  # type: ignore[misc]

    @strawberry.field(description="The process that it belongs to.")
    async def process(root: strawberry.Parent[StageRow], info: Info) -> Annotated["SalesProcess", strawberry.lazy("schema.process")]:
        return (await catalogue(info)).stages[root.id][0]  # type: ignore[return-value]


@strawberry.type(description="How we sell: stages in order.")
class SalesProcess(Node):
    row = SalesProcessRow
    version: int = strawberry.field(description="Raised by every change.")
    key: str = strawberry.field(description="The key, unique in the workspace.")
    stages: list[Stage] = strawberry.field(description="The stages in their order.")

    @strawberry.field(description="The name in a language.")
    def name(root: strawberry.Parent[SalesProcessRow], info: Info, locale: Locale = None) -> str:
        return named(root, info, locale)

    @strawberry.field(description="The name in all its languages.")
    def translations(root: strawberry.Parent[SalesProcessRow]) -> list[Translation]:
        return translated(root)


Key = Annotated[str, strawberry.argument(description="The process's key.")]


@strawberry.type
class ProcessQueries:
    @strawberry.field(description="All buying processes, by key.")
    async def buying_processes(self, info: Info) -> list[BuyingProcess]:
        return (await catalogue(info)).row.buying  # type: ignore[return-value]

    @strawberry.field(description="The buying process with this key, or null.")
    async def buying_process(self, info: Info, key: Key) -> BuyingProcess | None:
        return (await catalogue(info)).buying.get(key)  # type: ignore[return-value]

    @strawberry.field(description="All sales processes, by key.")
    async def sales_processes(self, info: Info) -> list[SalesProcess]:
        return (await catalogue(info)).row.sales  # type: ignore[return-value]

    @strawberry.field(description="The sales process with this key, or null.")
    async def sales_process(self, info: Info, key: Key) -> SalesProcess | None:
        return (await catalogue(info)).sales.get(key)  # type: ignore[return-value]


async def _buying(graph: Any, *, ids: list[str]) -> list[BuyingProcessRow]:
    return [one for one in (await process.catalogue(graph)).buying if one.id in ids]


async def _sales(graph: Any, *, ids: list[str]) -> list[SalesProcessRow]:
    return [one for one in (await process.catalogue(graph)).sales if one.id in ids]


async def _phases(graph: Any, *, ids: list[str]) -> list[PhaseRow]:
    return [phase for one in (await process.catalogue(graph)).buying for phase in one.phases if phase.id in ids]


async def _stages(graph: Any, *, ids: list[str]) -> list[StageRow]:
    return [stage for one in (await process.catalogue(graph)).sales for stage in one.stages if stage.id in ids]


KINDS |= {"BuyingProcess": _buying, "SalesProcess": _sales, "Phase": _phases, "Stage": _stages}
