"""What deals take from the workspace's processes: the first phase and stage, and phases by their keys."""

from cypher.process import BuyingProcessRow, CatalogueRow, PhaseRow, SalesProcessRow, StageRow
from service.fields import Unfit, issue
from service.outcomes import Issue, IssueCode


def buying(catalogue: CatalogueRow, key: str) -> BuyingProcessRow | None:
    """The buying process with this key."""
    return next((one for one in catalogue.buying if one.key == key), None)


def sales(catalogue: CatalogueRow, key: str | None) -> SalesProcessRow | None:
    """The sales process with this key."""
    return next((one for one in catalogue.sales if one.key == key), None)


def first_phase(process: BuyingProcessRow) -> PhaseRow:
    """The phase where a deal begins: the first that still takes visits."""
    return next(one for one in process.phases if not one.retired)


def first_stage(process: SalesProcessRow) -> StageRow:
    """The stage where a deal begins: the first that still takes visits."""
    return next(one for one in process.stages if not one.retired)


def phase_ids(process: BuyingProcessRow, keys: list[str]) -> tuple[list[str], list[Issue]]:
    """The phases with these keys in a deal's process, and what is wrong with the keys."""
    known = {one.key: one.id for one in process.phases if not one.retired}
    issues = [
        issue(("phases", str(place)), Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=key))
        for place, key in enumerate(keys)
        if key not in known
    ]
    return list(dict.fromkeys(known[key] for key in keys if key in known)), issues


def unknown(path: tuple[str, ...], key: str) -> Issue:
    """The issue of a key that nothing has."""
    return issue(path, Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=key))
