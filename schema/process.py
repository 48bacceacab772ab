"""Buying and selling processes: how a customer buys, how we sell, and which stage serves which phase.

One statement reads them all with their names; the longer texts and the expected roles come with others, where they are asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import process
from cypher.process import BuyingProcessRow, CatalogueRow, PhaseRow, SalesProcessRow, StageRow
from schema.context import Info
from schema.enums import Awareness, BuyClass, Role
from schema.filters import DEALS
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.node import KINDS, Node
from schema.period import From, To, figures_of
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from service import buying, selling
from service.wording import Texts, held, named, said

if TYPE_CHECKING:
    from schema.figures import ProcessFigures

Locale = Annotated[
    str | None, strawberry.argument(description="The language; absent, or where nothing is said in it: the workspace's, then English.")
]
AnyFigures = Annotated["ProcessFigures", strawberry.lazy("schema.figures")]
FIGURES = (
    "How it does, over the visits that were entered in a period of whole days in the workspace's time zone; never kept, always as of now."
)
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


async def _texts(root: Named, info: Info) -> Texts:
    """What a part says, read only where it is asked for."""
    found = info.context.load(process.texts, root.id)
    return held((await found).texts) if found else {}


async def _said(root: Named, info: Info, name: str, locale: str | None) -> Any:
    return said(await _texts(root, info), name, locale, info.context.caller.viewer.locale)


@strawberry.type(description="What something is called in one language.")
class Translation:
    locale: str = strawberry.field(description="The language.")
    name: str = strawberry.field(description="The name in it.")
    description: str | None = strawberry.field(description="What it is, in it.")


@strawberry.type(description="A process, or a step of one.")
class Part(Node):
    key: str = strawberry.field(description="The key: a process's is unique in the workspace, a step's within its process.")

    @strawberry.field(description="The name in a language.")
    def name(root: strawberry.Parent[Named], info: Info, locale: Locale = None) -> str:
        return named(root, locale, info.context.caller.viewer.locale)

    @strawberry.field(description="What it is, in a language.")
    async def description(root: strawberry.Parent[Named], info: Info, locale: Locale = None) -> str | None:
        return await _said(root, info, "description", locale)

    @strawberry.field(description="The name and the description in each of its languages.")
    async def translations(root: strawberry.Parent[Named], info: Info) -> list[Translation]:
        texts = await _texts(root, info)
        return [
            Translation(locale=locale, name=name, description=texts.get(locale, {}).get("description"))
            for locale, name in zip(root.locales, root.names, strict=True)
        ]


@strawberry.type(description="A role that a phase expects somebody to play.")
class RoleExpectation:
    role: Role = strawberry.field(description="The role.")
    required: bool = strawberry.field(description="Whether the phase needs it.")
    goal: int = strawberry.field(description="How many engaged players it should have.")
    weight: float = strawberry.field(description="How much it counts beside the other roles.")
    buy_classes: list[BuyClass] = strawberry.field(description="For which purchases it is expected; none named: for all.")


@strawberry.type(description="A step of how a customer buys.")
class Phase(Part):
    row = PhaseRow
    position: int = strawberry.field(description="Its place in the process, from 0; retired ones come last.")
    max_healthy_days: int | None = strawberry.field(
        description="The longest stay that is no cause for worry; null: what stays have shown so far counts."
    )
    awareness: Awareness | None = strawberry.field(description="What a committee member should have come to by it.")
    after_purchase: bool = strawberry.field(description="Whether it comes after the purchase.")
    retired: bool = strawberry.field(description="Whether it keeps its history and takes no new visit.")

    @strawberry.field(description="What the customer does in it and wants to know, in a language.")
    async def customer_does(root: strawberry.Parent[PhaseRow], info: Info, locale: Locale = None) -> list[str]:
        return await _said(root, info, "customerDoes", locale) or []

    @strawberry.field(description="What the seller does in it, in a language.")
    async def seller_does(root: strawberry.Parent[PhaseRow], info: Info, locale: Locale = None) -> list[str]:
        return await _said(root, info, "sellerDoes", locale) or []

    @strawberry.field(description="The signal that the customer has reached it, in a language.")
    async def reached_when(root: strawberry.Parent[PhaseRow], info: Info, locale: Locale = None) -> str | None:
        return await _said(root, info, "reachedWhen", locale)

    @strawberry.field(description="The roles that it expects.")
    async def expects(root: strawberry.Parent[PhaseRow], info: Info) -> list[RoleExpectation]:
        return (await info.context.children(process.expectations, root.id)).items

    @strawberry.field(description="Our stages that serve it, retired ones left out.")
    async def stages(root: strawberry.Parent[PhaseRow], info: Info) -> list[Annotated["Stage", strawberry.lazy("schema.process")]]:
        found = (await catalogue(info)).stages.values()
        return [stage for _, stage in found if root.id in stage.serves and not stage.retired]  # type: ignore[misc]

    @strawberry.field(description="The process that it belongs to.")
    async def process(root: strawberry.Parent[PhaseRow], info: Info) -> Annotated["BuyingProcess", strawberry.lazy("schema.process")]:
        return (await catalogue(info)).phases[root.id][0]  # type: ignore[return-value]


@strawberry.type(description="How a customer buys: phases in order.")
class BuyingProcess(Part):
    row = BuyingProcessRow
    version: int = strawberry.field(description="Raised by every change, those of its phases included.")
    phases: list[Phase] = strawberry.field(description="The phases in their order, the retired ones last.")

    @strawberry.field(description=FIGURES)
    async def figures(
        root: strawberry.Parent[BuyingProcessRow], info: Info, where: DEALS = None, start: From = None, end: To = None
    ) -> AnyFigures:
        return await figures_of(info, root.id, where, start, end)  # type: ignore[return-value]


@strawberry.type(description="A team that a stage involves.")
class StageTeam:
    team: str = strawberry.field(description="The team.")
    does: str = strawberry.field(description="What it has to do.")


@strawberry.type(description="A step of how we sell.")
class Stage(Part):
    row = StageRow
    position: int = strawberry.field(description="Its place in the process, from 0; retired ones come last.")
    probability: float | None = strawberry.field(description="The chance to win a deal that has come so far, from 0 to 1.")
    max_healthy_days: int | None = strawberry.field(description="The longest stay that is no cause for worry.")
    retired: bool = strawberry.field(description="Whether it keeps its history and takes no new visit.")

    @strawberry.field(description="The sign that it is done, in a language.")
    async def done_when(root: strawberry.Parent[StageRow], info: Info, locale: Locale = None) -> str | None:
        return await _said(root, info, "doneWhen", locale)

    @strawberry.field(description="The teams that it involves, with what each has to do, in a language.")
    async def teams(root: strawberry.Parent[StageRow], info: Info, locale: Locale = None) -> list[StageTeam]:
        return [StageTeam(**one) for one in await _said(root, info, "teams", locale) or []]

    @strawberry.field(description="The phases that it serves, at most one of each buying process; retired ones are left out.")
    async def serves(root: strawberry.Parent[StageRow], info: Info) -> list[Phase]:
        return [phase for _, phase in (await catalogue(info)).phases.values() if phase.id in root.serves]  # type: ignore[misc]

    @strawberry.field(description="The process that it belongs to.")
    async def process(root: strawberry.Parent[StageRow], info: Info) -> Annotated["SalesProcess", strawberry.lazy("schema.process")]:
        return (await catalogue(info)).stages[root.id][0]  # type: ignore[return-value]


@strawberry.type(description="How we sell: stages in order.")
class SalesProcess(Part):
    row = SalesProcessRow
    version: int = strawberry.field(description="Raised by every change, those of its stages included.")
    stages: list[Stage] = strawberry.field(description="The stages in their order, the retired ones last.")

    @strawberry.field(description=FIGURES)
    async def figures(
        root: strawberry.Parent[SalesProcessRow], info: Info, where: DEALS = None, start: From = None, end: To = None
    ) -> AnyFigures:
        return await figures_of(info, root.id, where, start, end)  # type: ignore[return-value]


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

BuyingProcessResult = Annotated[
    BuyingProcess | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("BuyingProcessResult", description="The buying process, or why not."),
]
SalesProcessResult = Annotated[
    SalesProcess | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("SalesProcessResult", description="The sales process, or why not."),
]
Lines = strawberry.Maybe[list[str] | None]
VERSION = "The version of the process that the change is based on; 0: there is none yet."
USUAL = "in the language of a reader who asks for none; other languages in `texts`"


@strawberry.input(description="What something is called in one language.")
class TranslationInput:
    locale: str = strawberry.field(description="The language, such as en or pl-PL.")
    name: str = strawberry.field(description="The name in it.")
    description: Text = strawberry.field(description="What it is, in it.")


@strawberry.input(description="A role that a phase expects.")
class RoleExpectationInput:
    role: Role = strawberry.field(description="The role, once a phase.")
    required: bool = strawberry.field(description="Whether the phase needs it.")
    goal: int | None = strawberry.field(default=1, description="How many engaged players it should have, from 1 to 100.")
    weight: float | None = strawberry.field(default=1, description="How much it counts beside the other roles, from 0 to 100.")
    buy_classes: strawberry.Maybe[list[BuyClass] | None] = strawberry.field(
        description="For which purchases it is expected; none named: for all."
    )


@strawberry.input(description="What a phase says in one language; what is absent stays, null clears.")
class PhaseTextInput:
    locale: str = strawberry.field(description="The language, which the phase has a translation for.")
    customer_does: Lines = strawberry.field(description="What the customer does and wants to know.")
    seller_does: Lines = strawberry.field(description="What the seller does.")
    reached_when: Text = strawberry.field(description="The signal that the customer has reached it.")


@strawberry.input(description="A phase, matched by its key; of one that stands, what is absent stays, null clears.")
class PhaseInput:
    key: str = strawberry.field(description="The key, unique in the process.")
    translations: list[TranslationInput] = strawberry.field(description="Its names: exactly these languages.")
    customer_does: Lines = strawberry.field(description=f"What the customer does and wants to know, {USUAL}.")
    seller_does: Lines = strawberry.field(description=f"What the seller does, {USUAL}.")
    reached_when: Text = strawberry.field(description=f"The signal that the customer has reached it, {USUAL}.")
    texts: strawberry.Maybe[list[PhaseTextInput] | None] = strawberry.field(description="What it says by language.")
    max_healthy_days: Whole = strawberry.field(description="The longest stay that is no cause for worry.")
    awareness: strawberry.Maybe[Awareness | None] = strawberry.field(description="What a committee member should have come to by it.")
    after_purchase: bool | None = strawberry.field(
        default=False, description="Whether it comes after the purchase; those that do stand last, and never first."
    )
    expects: strawberry.Maybe[list[RoleExpectationInput] | None] = strawberry.field(description="The roles that it expects: exactly these.")


@strawberry.input(description="A team that a stage involves.")
class StageTeamInput:
    team: str = strawberry.field(description="The team.")
    does: str = strawberry.field(description="What it has to do.")


@strawberry.input(description="A phase that a stage serves.")
class PhaseRef:
    process: str = strawberry.field(description="The key of the buying process.")
    phase: str = strawberry.field(description="The key of one of its phases.")


@strawberry.input(description="What a stage says in one language; what is absent stays, null clears.")
class StageTextInput:
    locale: str = strawberry.field(description="The language, which the stage has a translation for.")
    done_when: Text = strawberry.field(description="The sign that it is done.")
    teams: strawberry.Maybe[list[StageTeamInput] | None] = strawberry.field(description="The teams that it involves: exactly these.")


@strawberry.input(description="A stage, matched by its key; of one that stands, what is absent stays, null clears.")
class StageInput:
    key: str = strawberry.field(description="The key, unique in the process.")
    translations: list[TranslationInput] = strawberry.field(description="Its names: exactly these languages.")
    probability: strawberry.Maybe[float | None] = strawberry.field(
        description="The chance to win a deal that has come so far, from 0 to 1."
    )
    max_healthy_days: Whole = strawberry.field(description="The longest stay that is no cause for worry.")
    done_when: Text = strawberry.field(description=f"The sign that it is done, {USUAL}.")
    teams: strawberry.Maybe[list[StageTeamInput] | None] = strawberry.field(description=f"The teams that it involves, {USUAL}.")
    texts: strawberry.Maybe[list[StageTextInput] | None] = strawberry.field(description="What it says by language.")
    serves: list[PhaseRef] = strawberry.field(description="The phases that it serves: exactly these, at most one of each buying process.")


@strawberry.input(description="Makes the buying process with this key, or changes it. A phase left out is retired, unless a deal is in it.")
class SaveBuyingProcessInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    key: str = strawberry.field(description="The key, which never changes.")
    expected_version: Whole = strawberry.field(description=VERSION)
    translations: list[TranslationInput] = strawberry.field(description="Its names: exactly these languages.")
    phases: list[PhaseInput] = strawberry.field(description="The phases in their order, up to 100.")


@strawberry.input(description="Makes the sales process with this key, or changes it. A stage left out is retired, unless a deal is in it.")
class SaveSalesProcessInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    key: str = strawberry.field(description="The key, which never changes.")
    expected_version: Whole = strawberry.field(description=VERSION)
    translations: list[TranslationInput] = strawberry.field(description="Its names: exactly these languages.")
    stages: list[StageInput] = strawberry.field(description="The stages in their order, up to 100.")


@strawberry.input(description="Which phase of a buying process a stage serves.")
class SetStagePhaseInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    stage_id: strawberry.ID = strawberry.field(description="The stage.")
    expected_version: Whole = strawberry.field(description="The version of the stage's process that the change is based on.")
    buying_process: str = strawberry.field(description="The key of the buying process.")
    phase: Text = strawberry.field(description="The key of its phase; null: none, absent: as it is.")


@strawberry.type
class ProcessMutations:
    @strawberry.mutation(description="Makes or changes how a customer buys, by its key.")
    async def save_buying_process(self, info: Info, input: Annotated[SaveBuyingProcessInput, INPUT]) -> BuyingProcessResult:
        return await answered(info, await buying.save(info.context.caller, given(input)))

    @strawberry.mutation(description="Makes or changes how we sell, by its key.")
    async def save_sales_process(self, info: Info, input: Annotated[SaveSalesProcessInput, INPUT]) -> SalesProcessResult:
        return await answered(info, await selling.save(info.context.caller, given(input)))

    @strawberry.mutation(description="Lets a stage serve a phase of a buying process, or none of it.")
    async def set_stage_phase(self, info: Info, input: Annotated[SetStagePhaseInput, INPUT]) -> SalesProcessResult:
        return await answered(info, await selling.set_phase(info.context.caller, given(input, stage_id="Stage")))
