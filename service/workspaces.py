"""Making and purging workspaces, which no viewer of the API can do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from cypher import process
from cypher.graph import Database, Graph, System, Work
from cypher.system import WorkspaceName, create_workspace, purge
from cypher.system import workspaces as all_workspaces
from cypher.words import Permission
from service import buying, selling, team, templates, workspace_settings
from service.fields import Field, absent, cleaned, label, stored
from service.stamp import Clock
from service.steps import Step
from service.text import camel
from service.wording import Wording

DATA = Path(__file__).resolve().parent.parent / "data"
BATCH = 5000


class Unusable(ValueError):
    """What a workspace was to be made of can't be used: a sentence for each thing that is wrong."""


# A subject stands in tokens and logs, a workspace's name in terminals: both are one line.
ADMIN = team.FIELDS | {"subject": Field(label(), required=True)}
FIELDS = workspace_settings.FIELDS | {"name": Field(label(), required=True)}


async def create(
    database: Database, clock: Clock, *, name: str, subject: str, id_: str | None = None, currency: str = "EUR", time_zone: str = "Etc/UTC"
) -> str:
    """Make a workspace with its first administrator and a copy of all built-in processes; gives its id. Safe to repeat with an id.

    Raises Unusable, before anything is written.
    """
    id_ = id_ or clock.new_id()
    fields, admin = _checked(name, subject, currency, time_zone)
    admin["id"] = clock.new_id()
    copies = _copies(clock)

    async def job(work: Work) -> str:
        if await create_workspace(work, id=id_, fields=fields, admin=admin):
            await process.write(work, **copies)
        return id_

    return await Graph(database, id_).write(job)


def _checked(name: str, subject: str, currency: str, time_zone: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The properties of the workspace and of its administrator, from the same tables of fields as when they are changed."""
    processes = {"default_buying_process": templates.DEFAULT_BUYING, "default_sales_process": templates.DEFAULT_SALES}
    made = {"name": name, "default_locale": "en", "time_zone": time_zone, "currency": currency} | processes
    fields, issues = cleaned(FIELDS, made)
    values, wrong = cleaned(ADMIN, {"subject": subject})
    if issues or wrong:
        raise Unusable("\n".join(one.message for one in issues + wrong))
    admin = absent(ADMIN) | values | {"name": values["subject"], "permission": Permission.ADMIN, "is_active": True}
    return stored(FIELDS, fields) | {"settings": "{}"}, stored(ADMIN, admin)


def _copies(clock: Clock) -> dict[str, list[dict[str, Any]]]:
    """The built-in processes as properties with new ids."""
    loaded = templates.load(DATA / "processes")
    phases = {(one.key, phase.key): clock.new_id() for one in loaded.buying for phase in one.phases}
    bought = [
        {"process": _head(one, clock), "phases": [buying.stored(step, clock.new_id) for step in _phases(one, phases)]}
        for one in loaded.buying
    ]
    stages = [
        selling.stored(Step(clock.new_id(), stage.key, _wording(stage), _fields(stage, place, serves=_cells(stage))), phases)
        for place, stage in enumerate(loaded.sales.stages)
    ]
    return {"buying": bought, "sales": [{"process": _head(loaded.sales, clock), "stages": stages}]}


def _head(one: templates.BuyingTemplate | templates.SalesTemplate, clock: Clock) -> dict[str, Any]:
    return _wording(one).stored() | {"id": clock.new_id(), "key": one.key, "version": 1}


def _phases(one: templates.BuyingTemplate, ids: dict[tuple[str, str], str]) -> Iterator[Step]:
    for place, phase in enumerate(one.phases):
        expects = [msgspec.to_builtins(expected) for expected in phase.expects]
        yield Step(ids[one.key, phase.key], phase.key, _wording(phase), _fields(phase, place, expects=expects))


def _cells(stage: templates.StageTemplate) -> dict[str, str]:
    return {ref.process: ref.phase for ref in stage.serves}


def _wording(one: templates.Named) -> Wording:
    told: dict[str, Any] = {translation.locale: msgspec.to_builtins(translation) for translation in one.translations}
    names = {locale: said.pop("name") for locale, said in told.items()}
    return Wording(names, {locale: {name: text for name, text in said.items() if name != "locale"} for locale, said in told.items()})


def _fields(one: templates.Named, place: int, **linked: Any) -> dict[str, Any]:
    """A step's properties beside what it says, those that a file leaves at their defaults included."""
    own = {camel(name): getattr(one, name) for name in one.__struct_fields__ if name not in ("key", "translations", "expects", "serves")}
    return own | {"position": place, "retired": False} | linked


async def find(database: Database, id_: str) -> WorkspaceName | None:
    return next((one for one in await all_workspaces(System(database)) if one.id == id_), None)


async def remove(database: Database, id_: str) -> int:
    """Remove a workspace and all that belongs to it, batch by batch; gives the number of nodes. Cut short, it can be repeated."""
    removed = 0
    while gone := await purge(System(database), id=id_, limit=BATCH):
        removed += gone
    return removed
