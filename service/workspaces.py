"""Making and purging workspaces, which no viewer of the API can do."""

from pathlib import Path
from typing import Any

from cypher import process
from cypher.graph import Database, Graph, System, Work
from cypher.system import create_workspace, purge
from cypher.words import Permission
from service import templates
from service.stamp import Clock
from service.text import fold

DATA = Path(__file__).resolve().parent.parent / "data"
BATCH = 5000


async def create(
    database: Database, clock: Clock, *, name: str, subject: str, id_: str | None = None, currency: str = "EUR", time_zone: str = "Etc/UTC"
) -> str:
    """Make a workspace with its first administrator and a copy of all built-in processes; gives its id. Safe to repeat with an id."""
    id_ = id_ or clock.new_id()
    fields = {
        "name": name,
        "defaultLocale": "en",
        "timeZone": time_zone,
        "currency": currency,
        "defaultBuyingProcess": templates.DEFAULT_BUYING,
        "defaultSalesProcess": templates.DEFAULT_SALES,
        "settings": "{}",
    }
    admin = {
        "id": clock.new_id(),
        "name": subject,
        "nameKey": fold(subject),
        "subject": subject,
        "permission": Permission.ADMIN,
        "isActive": True,
    }
    copies = _copies(clock)

    async def job(work: Work) -> str:
        if await create_workspace(work, id=id_, fields=fields, admin=admin):
            await process.create(work, **copies)
        return id_

    return await Graph(database, id_).write(job)


def _copies(clock: Clock) -> dict[str, list[dict[str, Any]]]:
    """The built-in processes as properties with new ids."""
    loaded = templates.load(DATA / "processes")
    phases = {(one.key, phase.key): clock.new_id() for one in loaded.buying for phase in one.phases}
    buying = [
        {
            "process": _named(one) | {"id": clock.new_id()},
            "phases": [
                _named(phase)
                | {"id": phases[one.key, phase.key], "position": place, "awareness": phase.awareness, "afterPurchase": phase.after_purchase}
                | {"retired": False}
                for place, phase in enumerate(one.phases)
            ],
        }
        for one in loaded.buying
    ]
    stages = [
        {
            "stage": _named(stage) | {"id": clock.new_id(), "position": place, "retired": False},
            "serves": [phases[ref.process, ref.phase] for ref in stage.serves],
        }
        for place, stage in enumerate(loaded.sales.stages)
    ]
    return {"buying": buying, "sales": [{"process": _named(loaded.sales) | {"id": clock.new_id()}, "stages": stages}]}


def _named(one: templates.Named) -> dict[str, Any]:
    return {
        "key": one.key,
        "locales": [translation.locale for translation in one.translations],
        "names": [translation.name for translation in one.translations],
    }


async def remove(database: Database, id_: str) -> int:
    """Remove a workspace and all that belongs to it, batch by batch; gives the number of nodes."""
    removed = 0
    while gone := await purge(System(database), id=id_, limit=BATCH):
        removed += gone
    return removed
