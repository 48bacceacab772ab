"""Writing what a sample's files tell, through the same use cases that the API offers, in batches that are safe to repeat."""

from collections.abc import Callable
from itertools import islice
from typing import Any

from cypher.words import Permission
from service import accounts, team, upsert
from service.importing.adventureworks import Entry, Sample, Seller
from service.importing.tables import ImportFailed, Unusable
from service.outcomes import Done, InvalidInput, NotFound, Outcome, Problem
from service.text import camel
from service.viewer import Caller

Advance = Callable[[int], None]


def steps(sample: Sample) -> int:
    """How often `load` will tell that it got on."""
    return len(sample.entries) + len(sample.sellers) + len(sample.served)


async def load(caller: Caller, sample: Sample, advance: Advance) -> list[Unusable]:
    """Write everything; gives the lines that can't be used, those that the reader found included."""
    unusable = list(sample.unusable)
    accounts_by_key: dict[str, str] = {}
    entries = iter(sample.entries)
    while batch := list(islice(entries, upsert.MOST)):
        rows = _done(await upsert.upsert(caller, _given(batch))).extra
        for entry, told in zip(batch, rows, strict=True):
            if told["problem"]:
                unusable.append(_refused(entry, upsert.problem(told["problem"])))
            elif entry.list == "accounts":
                accounts_by_key[entry.row["external_ref"]["key"]] = told["id"]
        advance(len(batch))
    sellers = {}
    for seller in sample.sellers.values():
        sellers[seller.key] = await _colleague(caller, seller)
        advance(1)
    await _teams(caller, sample, accounts_by_key, sellers, advance)
    return sorted(unusable, key=lambda one: (one.file, one.line))


def _given(batch: list[Entry]) -> dict[str, Any]:
    """A call's rows; they stand in the order in which its answers come."""
    given: dict[str, Any] = {}
    for entry in batch:
        given.setdefault(entry.list, []).append(entry.row)
    return given


def _done(outcome: Outcome) -> Done:
    if not isinstance(outcome, Done):
        raise ImportFailed(outcome.message)
    return outcome


def _refused(entry: Entry, problem: Problem) -> Unusable:
    line = entry.line
    path = problem.issues[0].path if isinstance(problem, InvalidInput) else problem.argument if isinstance(problem, NotFound) else ()
    columns = {camel(name): column for name, column in entry.columns.items()}
    column = next((columns[part] for part in path if part in columns), next(iter(entry.columns.values()), ""))
    return Unusable(line.file if line else "", line.number if line else 0, column, problem.message)


async def _colleague(caller: Caller, seller: Seller) -> str:
    given = {"subject": f"adventureworks-{seller.key}", "name": seller.name, "email": seller.email}
    return _done(await team.save(caller, given | {"permission": Permission.VIEWER, "is_active": False})).id


async def _teams(caller: Caller, sample: Sample, ids: dict[str, str], sellers: dict[str, str], advance: Advance) -> None:
    """Put each seller on the teams of their accounts, beside whoever is there."""
    served = iter(sample.served.items())
    while some := list(islice(served, upsert.MOST)):
        joining = {ids[key]: (sellers[seller], sample.sellers[seller].title) for key, seller in some if key in ids}
        _done(await accounts.join_teams(caller, {"joining": joining}))
        advance(len(some))
