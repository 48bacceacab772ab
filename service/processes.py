"""What deals take from the workspace's processes: the first phase and stage, and phases by their keys."""

from typing import Any

from cypher import process
from cypher.errors import ConstraintBroken
from cypher.graph import Work
from cypher.process import BuyingProcessRow, CatalogueRow, PhaseRow, SalesProcessRow, StageRow
from service.fields import Unfit, issue
from service.outcomes import Issue, IssueCode


def buying(catalogue: CatalogueRow, key: str) -> BuyingProcessRow | None:
    """The buying process with this key."""
    return next((one for one in catalogue.buying if one.key == key), None)


def sales(catalogue: CatalogueRow, key: str | None) -> SalesProcessRow | None:
    """The sales process with this key."""
    return next((one for one in catalogue.sales if one.key == key), None)


def first_phase(followed: BuyingProcessRow) -> PhaseRow:
    """The phase where a deal begins: the first that still takes visits."""
    return next(one for one in followed.phases if not one.retired)


def first_stage(followed: SalesProcessRow) -> StageRow:
    """The stage where a deal begins: the first that still takes visits."""
    return next(one for one in followed.stages if not one.retired)


async def enter(work: Work, deals: list[dict[str, Any]]) -> None:
    """Lock the processes of the phases and stages that new deals are about to enter; `deals` is what `deal.create` takes."""
    phases = {one["phaseId"] for one in deals}
    stages = {one["stageId"] for one in deals if one["stageId"]}
    await hold(work, sorted(phases) + sorted(stages))


async def hold(work: Work, ids: list[str]) -> None:
    """Lock the processes of these phases and stages, in this order. Where one was retired meanwhile, the mutation is judged anew."""
    if any(step.retired for step in await process.lock_steps(work, ids=ids)):
        raise ConstraintBroken("A phase or stage was retired by another writer.")


def phase_ids(followed: BuyingProcessRow, keys: list[str]) -> tuple[list[str], list[Issue]]:
    """The phases with these keys in a deal's process, and what is wrong with the keys."""
    known = {one.key: one.id for one in followed.phases if not one.retired}
    issues = [
        issue(("phases", str(place)), Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=key))
        for place, key in enumerate(keys)
        if key not in known
    ]
    return list(dict.fromkeys(known[key] for key in keys if key in known)), issues


def unknown(path: tuple[str, ...], key: str) -> Issue:
    """The issue of a key that nothing has."""
    return issue(path, Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=key))
