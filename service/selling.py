"""Saving how we sell: stages in order, what is said of each, the teams that it involves, and the phases that it serves."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cypher import deal, process
from cypher.process import CatalogueRow
from cypher.words import ChangeAction, Permission
from service import processes
from service.buying import DAYS
from service.fields import NAME, NOTE, Field, Given, Unfit, cleaned, invalid, issue, real, refused, text
from service.outcomes import Done, Issue, IssueCode, Outcome
from service.steps import Asked, Path, Read, Standing, Step, changes, in_use, listed, planned, read_said
from service.text import camel
from service.viewer import Caller
from service.wording import Wording, said
from service.writing import Writing, needs, not_found, perform, stale

STAGE = {"key": NAME, "probability": Field(real(0, 1)), "max_healthy_days": DAYS}
SAYS = {"done_when": NOTE}
TASK = {"team": NAME, "does": Field(text(20_000), required=True)}
CELL = {"process": NAME, "phase": NAME}
BLANK: dict[str, Any] = {"probability": None, "maxHealthyDays": None, "serves": {}}
Phases = Mapping[tuple[str, str], str]
"""Keys of a process and one of its phases → the phase's id; retired ones are left out."""


@needs(Permission.MANAGER)
async def save(caller: Caller, given: Given) -> Outcome:
    """Make the sales process with this key, or change it: the named stages in their order, the others retired."""
    keys, issues = cleaned({"key": NAME}, given)
    wording, wrong = read_said(given, (), lambda _, __: ({}, []))
    asked, more = _stages(given)
    issues += wrong + more
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        locked = await process.lock_sales(writing.work, key=keys["key"], stage_id=None)
        catalogue = await process.catalogue(writing.work)
        before = await _standing(writing, catalogue, locked) if locked else None
        if problem := stale(given.get("expected_version"), "SalesProcess", before):
            return problem
        if issues := _unknown(asked, catalogue):
            return invalid(issues)
        standing = before.steps if before else {}
        after = planned(writing, asked, standing, BLANK)
        if used := await in_use(writing, "stages", standing, after):
            return used
        said_now = wording.over(before.wording if before else None, caller.viewer.locale)
        return await _write(writing, keys["key"], before, said_now, after, _phases(catalogue))

    return await perform(caller, "saveSalesProcess", given, job)


@needs(Permission.MANAGER)
async def set_phase(caller: Caller, given: Given) -> Outcome:
    """Let a stage serve this phase of a buying process, or none of it."""

    async def job(writing: Writing) -> Outcome:
        locked = await process.lock_sales(writing.work, key=None, stage_id=given["stage_id"])
        if locked is None:
            return not_found("Stage", "stageId", given["stage_id"])
        catalogue = await process.catalogue(writing.work)
        before = await _standing(writing, catalogue, locked)
        if problem := stale(given.get("expected_version"), "SalesProcess", before):
            return problem
        stage = next(one for one in before.steps.values() if one.id == given["stage_id"])
        if stage.fields["retired"]:
            return refused(("stage_id",), IssueCode.WRONG_STATE, "retired-stage")
        cell = {"process": given["buying_process"], "phase": given.get("phase")}
        if issues := _unknown_cell(cell, catalogue, ("buying_process",), ("phase",)):
            return invalid(issues)
        if "phase" not in given:
            return Done("SalesProcess", before.id)
        serves = {name: phase for name, phase in stage.fields["serves"].items() if name != cell["process"]}
        serves |= {cell["process"]: cell["phase"]} if cell["phase"] is not None else {}
        after = [replace(one, fields=one.fields | {"serves": serves}) if one is stage else one for one in before.steps.values()]
        row = next(one for one in catalogue.sales if one.id == before.id)
        return await _write(writing, row.key, before, before.wording, after, _phases(catalogue))

    return await perform(caller, "setStagePhase", given, job)


def _stages(given: Given) -> tuple[list[Asked], list[Issue]]:
    asked: list[Asked] = []

    def stage(item: Given, at: Path) -> Read:
        values, issues = cleaned(STAGE, item, at)
        wording, wrong = read_said(item, at, _says)
        cells, more = listed(item, "serves", at, lambda one, path: cleaned(CELL, one, path), "process")
        fields = {camel(name): value for name, value in values.items() if name != "key"}
        fields["serves"] = {one.get("process"): one.get("phase") for one in cells}
        asked.append(Asked(values.get("key", ""), fields, wording))
        return values, issues + wrong + more

    values, issues = listed(given, "stages", (), stage, "key")
    if not values and not issues:
        issues = [issue(("stages",), Unfit(IssueCode.REQUIRED, "required"))]
    return asked, issues


def _says(item: Given, at: Path) -> Read:
    values, issues = cleaned(SAYS, item, at)
    teams, wrong = listed(item, "teams", at, lambda one, path: cleaned(TASK, one, path), "team")
    return values | ({"teams": teams} if "teams" in item else {}), issues + wrong


def _unknown(asked: list[Asked], catalogue: CatalogueRow) -> list[Issue]:
    """What is wrong with the phases that stages shall serve."""
    return [
        wrong
        for place, one in enumerate(asked)
        for cell, (name, phase) in enumerate(one.fields["serves"].items())
        for wrong in _unknown_cell(
            {"process": name, "phase": phase},
            catalogue,
            ("stages", str(place), "serves", str(cell), "process"),
            ("stages", str(place), "serves", str(cell), "phase"),
        )
    ]


def _unknown_cell(cell: dict[str, Any], catalogue: CatalogueRow, process_at: Path, phase_at: Path) -> list[Issue]:
    if processes.buying(catalogue, cell["process"]) is None:
        return [issue(process_at, Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=cell["process"]))]
    if cell["phase"] is not None and (cell["process"], cell["phase"]) not in _phases(catalogue):
        return [issue(phase_at, Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=cell["phase"]))]
    return []


def _phases(catalogue: CatalogueRow) -> dict[tuple[str, str], str]:
    return {(one.key, phase.key): phase.id for one in catalogue.buying for phase in one.phases if not phase.retired}


async def _standing(writing: Writing, catalogue: CatalogueRow, id_: str) -> Standing:
    row = next(one for one in catalogue.sales if one.id == id_)
    texts = {one.id: one.texts for one in await process.texts(writing.work, ids=[id_, *(stage.id for stage in row.stages)])}
    cells = {phase_id: cell for cell, phase_id in _phases(catalogue).items()}
    steps = {
        stage.key: Step(
            stage.id,
            stage.key,
            Wording.of(stage, texts[stage.id]),
            {
                "position": stage.position,
                "retired": stage.retired,
                "probability": stage.probability,
                "maxHealthyDays": stage.max_healthy_days,
                "serves": dict(sorted(cells[phase_id] for phase_id in stage.serves)),
            },
        )
        for stage in row.stages
    }
    return Standing(row.id, row.version, Wording.of(row, texts[row.id]), steps)


async def _write(writing: Writing, key: str, before: Standing | None, wording: Wording, after: list[Step], phases: Phases) -> Outcome:
    """Write the differences as one Change, which informs the teams; none is no change."""
    id_ = before.id if before else writing.stamp.new_id()
    if changed := changes(before, wording, "stages", after):
        version = before.version + 1 if before else 1
        differing = changed["stages"][1] if "stages" in changed else {}
        rows = [stored(step, phases) for step in after if step.key in differing]
        head = wording.stored() | {"id": id_, "key": key, "version": version}
        await process.write(writing.work, buying=[], sales=[{"process": head, "stages": rows}])
        await deal.align(writing.work, buying=None, selling=key)
        action = ChangeAction.UPDATED if before else ChangeAction.CREATED
        concerned = [*after, *(before.steps.values() if before else ())]
        teams = teams_of([one for one in concerned if not one.fields["retired"]], writing.caller.viewer.locale)
        writing.record(action, "SalesProcess", id_, version=version, fields=changed, informs=teams)
    return Done("SalesProcess", id_)


def teams_of(steps: list[Step], usual: str) -> list[str]:
    """The teams that stages involve, each once, by the names that a reader in the workspace's language gets."""
    return list(dict.fromkeys(one["team"] for step in steps for one in said(step.wording.texts, "teams", None, usual) or []))


def stored(step: Step, phases: Phases) -> dict[str, Any]:
    """A stage as its properties, and the ids of the phases that it serves."""
    fields = {name: value for name, value in step.fields.items() if name != "serves"}
    serves = [phases[cell] for cell in step.fields["serves"].items()]
    return {"stage": fields | step.wording.stored() | {"id": step.id, "key": step.key}, "serves": serves}
