"""What a workspace decides for itself: its name, locale, zone and currency, its default processes, and the settings of its measures."""

from dataclasses import dataclass
from typing import Any

import orjson

from cypher import process, workspace
from cypher.words import ChangeAction, Permission
from service import processes
from service.fields import NAME, Field, Given, cleaned, currency, differences, invalid, locale, stored, text, time_zone, whole
from service.outcomes import Done, Issue, Outcome
from service.text import camel
from service.viewer import Caller
from service.writing import Writing, needs, perform, stale

LONGEST = 3650


@dataclass(frozen=True)
class Setting:
    """A number that measures hold figures against: what it is unless changed, and between what it may be."""

    default: int
    low: int = 1
    high: int = LONGEST


SETTINGS = {
    "engaged_days": Setting(90),
    "fresh_days": Setting(90),
    "cold_days": Setting(30),
    "key_player_from": Setting(7, 0, 10),
    "thread_above": Setting(30, 0, 99),
    "assumed_strength": Setting(2, 1, 5),
    "ahead_days": Setting(14),
    "objection_days": Setting(14),
    "former_after_days": Setting(730),
}


FIELDS = {
    "name": NAME,
    "default_locale": Field(locale, required=True),
    "time_zone": Field(time_zone, required=True),
    "currency": Field(currency, required=True),
    "default_buying_process": Field(text(), required=True),
    "default_sales_process": Field(text()),
}
NUMBERS = {name: Field(whole(one.low, one.high), empty=one.default) for name, one in SETTINGS.items()}


def in_force(kept: str) -> dict[str, int]:
    """Every setting, from the JSON of those that differ from their defaults."""
    changed = orjson.loads(kept)
    return {name: changed.get(camel(name), one.default) for name, one in SETTINGS.items()}


def kept(settings: dict[str, int]) -> str:
    """The JSON of those settings that differ from their defaults."""
    return orjson.dumps({camel(name): value for name, value in settings.items() if value != SETTINGS[name].default}).decode()


@needs(Permission.ADMIN)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of the workspace. Viewers carry its zone, so who signs in is looked up anew from here on."""
    values, issues = cleaned(FIELDS, given)
    numbers, wrong = _numbers(given)
    issues += wrong
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await workspace.lock(writing.work)
        if problem := stale(given.get("expected_version"), "Workspace", before):
            return problem
        if issues := await _unknown(writing, values):
            return invalid(issues)
        return await _change(writing, before, values, numbers)

    try:
        return await perform(caller, "updateWorkspace", given, job)
    finally:
        caller.forget()


def _numbers(given: Given) -> tuple[dict[str, int], list[Issue]]:
    """The settings that are named; null instead of them all names each default."""
    if "settings" not in given:
        return {}, []
    if given["settings"] is None:
        return {name: one.default for name, one in SETTINGS.items()}, []
    return cleaned(NUMBERS, given["settings"], ("settings",))


async def _unknown(writing: Writing, values: dict[str, Any]) -> list[Issue]:
    """Which of the named processes this workspace does not have."""
    buying, sales = values.get("default_buying_process"), values.get("default_sales_process")
    if buying is None and sales is None:
        return []
    catalogue = await process.catalogue(writing.work)
    missing = [processes.unknown(("default_buying_process",), buying)] if buying and not processes.buying(catalogue, buying) else []
    return missing + ([processes.unknown(("default_sales_process",), sales)] if sales and not processes.sales(catalogue, sales) else [])


async def _change(writing: Writing, before: workspace.WorkspaceRow, values: dict[str, Any], numbers: dict[str, int]) -> Outcome:
    """Write the differences as one Change; none is no change. A setting is told by itself, as `settings.coldDays`."""
    changed = differences(before, values)
    fields = stored(FIELDS, {name: after for name, (_, after) in changed.items()})
    old = in_force(before.settings)
    if turned := {name: value for name, value in numbers.items() if value != old[name]}:
        fields["settings"] = kept(old | turned)
        changed |= {f"settings.{name}": (old[name], value) for name, value in turned.items()}
    if changed:
        version = await workspace.update(writing.work, fields=fields)
        writing.record(ChangeAction.UPDATED, "Workspace", before.id, version=version, fields=changed)
    return Done("Workspace", before.id)
