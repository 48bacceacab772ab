"""Where steps lead, without any input or output: pieces of processes as the input names them, or as the rules do where it is silent."""

from collections.abc import Sequence
from dataclasses import dataclass

from cypher.process import BuyingProcessRow, CatalogueRow, PhaseRow, SalesProcessRow, StageRow
from cypher.words import DealStatus
from service import processes
from service.fields import Given, invalid, refused
from service.outcomes import InvalidInput, IssueCode
from service.wheels import P, Wheel


@dataclass(frozen=True)
class Way:
    """The processes that a deal follows."""

    buying: BuyingProcessRow
    selling: SalesProcessRow | None


@dataclass(frozen=True)
class Targets:
    """Where a step leads on each wheel; None: that wheel stays where it is."""

    phase: PhaseRow | None
    stage: StageRow | None


def way(catalogue: CatalogueRow, buying_key: str | None, sales_key: str | None, path: tuple[str, ...] = ()) -> Way | InvalidInput:
    """The processes with these keys. A deal may go without a sales process, not without a buying process."""
    if buying_key is None:
        return refused((*path, "buying_process"), IssueCode.REQUIRED, "required")
    buying = processes.buying(catalogue, buying_key)
    if buying is None:
        return invalid([processes.unknown((*path, "buying_process"), buying_key)])
    selling = processes.sales(catalogue, sales_key)
    if sales_key is not None and selling is None:
        return invalid([processes.unknown((*path, "sales_process"), sales_key)])
    return Way(buying, selling)


def first(way: Way) -> Targets:
    """Where a deal begins of which nothing is said."""
    return Targets(processes.first_phase(way.buying), processes.first_stage(way.selling) if way.selling else None)


def of_start(way: Way, given: Given) -> Targets | InvalidInput:
    """Where a new deal begins: as named, else at the first."""
    phase = _named(way.buying.phases, given, "phase")
    stage = _named(way.selling.stages if way.selling else [], given, "stage")
    if isinstance(phase, InvalidInput):
        return phase
    if isinstance(stage, InvalidInput):
        return stage
    usual = first(way)
    return Targets(phase or usual.phase, stage or usual.stage)


def of_move(way: Way, given: Given, here: str | None, *, buying_switched: bool, selling_switched: bool) -> Targets | InvalidInput:
    """Where a move leads. A switch of process leads to its first piece unless another is named; `here`: the phase that the deal is in."""
    stage = _named(way.selling.stages if way.selling else [], given, "stage")
    if isinstance(stage, InvalidInput):
        return stage
    if stage is None and selling_switched and way.selling:
        stage = processes.first_stage(way.selling)
    phase: PhaseRow | InvalidInput | None
    if given.get("with_phase"):
        phase = _along(way, given, stage)
        if isinstance(phase, PhaseRow) and phase.id == here and not buying_switched:
            phase = None
    else:
        phase = _named(way.buying.phases, given, "phase")
        phase = processes.first_phase(way.buying) if phase is None and buying_switched else phase
    if isinstance(phase, InvalidInput):
        return phase
    if phase is None and stage is None and not selling_switched:
        return refused(("phase",), IssueCode.REQUIRED, "nothing-moved")
    return Targets(phase, stage)


def _along(way: Way, given: Given, stage: StageRow | None) -> PhaseRow | InvalidInput:
    """The phase that the stage serves."""
    if "phase" in given:
        return refused(("with_phase",), IssueCode.CONTRADICTION, "phase-twice")
    if stage is None:
        return refused(("stage",), IssueCode.REQUIRED, "with-phase-without-stage")
    phase = served(stage, way.buying.phases)
    return phase or refused(("with_phase",), IssueCode.CONTRADICTION, "stage-serves-nothing", stage=stage.key, process=way.buying.key)


def of_reopening(way: Way, given: Given, phases: Wheel[PhaseRow], stages: Wheel[StageRow]) -> Targets | InvalidInput:
    """Where a deal goes on that opens again: as named, else where it was closed."""
    phase = _named(way.buying.phases, given, "phase") or phases.closed_in
    stage = _named(way.selling.stages if way.selling else [], given, "stage") or stages.closed_in
    if isinstance(stage, InvalidInput):
        return stage
    if phase is None:
        return refused(("phase",), IssueCode.REQUIRED, "phase-gone")
    if isinstance(phase, InvalidInput):
        return phase
    return Targets(phase, stage)


def of_winning(way: Way) -> Targets:
    """Where a won deal goes: to the first phase after the purchase, and to the first stage that serves such a phase."""
    after = _after(way)
    return Targets(next(iter(after), None), next(iter(_serving(way, after)), None))


def fitting(status: DealStatus, way: Way, targets: Targets) -> InvalidInput | None:
    """Why a won deal can't go there: it stays in what comes after the purchase."""
    if status != DealStatus.WON:
        return None
    after = _after(way)
    if not after:
        return refused(("id",), IssueCode.WRONG_STATE, "nothing-after-purchase")
    if targets.phase and targets.phase not in after:
        return refused(("phase",), IssueCode.WRONG_STATE, "before-purchase", value=targets.phase.key)
    if targets.stage and targets.stage not in _serving(way, after):
        return refused(("stage",), IssueCode.WRONG_STATE, "before-purchase", value=targets.stage.key)
    return None


def served(stage: StageRow, phases: Sequence[PhaseRow]) -> PhaseRow | None:
    """The one of these phases that a stage serves."""
    return next((one for one in phases if one.id in stage.serves and not one.retired), None)


def _after(way: Way) -> list[PhaseRow]:
    return [one for one in way.buying.phases if one.after_purchase and not one.retired]


def _serving(way: Way, phases: Sequence[PhaseRow]) -> list[StageRow]:
    return [one for one in (way.selling.stages if way.selling else []) if not one.retired and served(one, phases)]


def _named(pieces: Sequence[P], given: Given, name: str) -> P | InvalidInput | None:
    """The piece that the input names; None where it names none."""
    if name not in given:
        return None
    key = given[name]
    if key is None:
        return refused((name,), IssueCode.REQUIRED, "required")
    found = next((one for one in pieces if one.key == key), None)
    if found is None:
        return refused((name,), IssueCode.UNKNOWN_KEY, "unknown-key", value=key)
    return refused((name,), IssueCode.UNKNOWN_KEY, "piece-retired", value=key) if found.retired else found
