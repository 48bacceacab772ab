"""A viewer's agenda: what needs them today, and putting it off."""

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from cypher import deal, judgement, person
from schema.context import Info
from schema.enums import ActionKind, Role, Severity
from schema.inputs import INPUT, KEY, Text, given
from schema.judgement import judged_of, reason_of, tongue
from schema.node import local_id
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.process import Locale
from schema.reach import Limit, limited
from schema.scalars import Date, DateTime
from schema.selection import load
from service import agenda
from service.agenda import Item
from service.judgement import telling
from service.outcomes import Done
from service.stamp import moment

if TYPE_CHECKING:
    from schema.deal import Deal
    from schema.person import Person

USUAL = 10
Parent = strawberry.Parent[Item]


def _own(name: str, description: str) -> Any:
    return strawberry.field(resolver=lambda root: getattr(root.action, name), description=description)


@strawberry.type(description="Something that needs the viewer today.")
class AgendaItem:
    key: str = _own("key", "The same as long as its reason lasts; takes it to `snooze`.")
    kind: ActionKind = _own("kind", "What sort of thing it is.")
    severity: Severity = _own("severity", "How much the risk behind it weighs; low where there is none.")
    role: Role | None = _own("role", "The role that it is about.")

    @strawberry.field(description="The deal.")
    async def deal(root: Parent, info: Info) -> Annotated["Deal", strawberry.lazy("schema.deal")]:
        return await load(info, deal.by_ids, deal.brief_by_ids, root.judged.of)  # type: ignore[misc]

    @strawberry.field(description="What to do.")
    def title(root: Parent, info: Info, locale: Locale = None) -> str:
        return telling.title(root.action, tongue(info, locale))

    @strawberry.field(description="Why, and what helps in the deal's phase.")
    async def reason(root: Parent, info: Info, locale: Locale = None) -> str:
        return await reason_of(info, root.action, root.judged, locale)

    @strawberry.field(description="Whom it concerns; of a group, its people.")
    async def people(root: Parent, info: Info) -> list[Annotated["Person", strawberry.lazy("schema.person")]]:
        ids = dict.fromkeys(one.id for member in root.action.members for one in member.people)
        loads = [load(info, person.by_ids, person.brief_by_ids, id_) for id_ in ids]
        return [row for row in await asyncio.gather(*(one for one in loads if one is not None)) if row is not None]

    @strawberry.field(description="Since when its reason lasts; null where that is not known.")
    def since(root: Parent) -> DateTime | None:
        return None if root.action.since is None else moment(root.action.since)  # type: ignore[return-value]


@strawberry.type
class Agenda:
    """The part of a viewer that is told here."""

    @strawberry.field(
        description="What needs the viewer today: what to do next about the deals that they own and that are open or were won in the last "
        "90 days, at most two things a deal; the most severe first, then the greatest amount, then the earliest expected close."
    )
    async def agenda(
        root: strawberry.Parent[Any],
        info: Info,
        limit: Limit = USUAL,
        account_id: Annotated[strawberry.ID | None, strawberry.argument(description="Only of this account's deals.")] = None,
    ) -> list[AgendaItem]:
        most, caller = limited(limit, USUAL), info.context.caller
        since = moment(datetime.fromisoformat(info.context.now) - timedelta(days=agenda.DAYS))
        of = None if account_id is None else local_id(account_id, "Account")
        row = await judgement.agenda(caller.graph, id=caller.viewer.id, account_id=of, since=since)
        if row is None:
            return []
        found = await asyncio.gather(*(judged_of(info, one.id, None) for one in row.deals))
        judged = {one.of: one for one in found if one is not None}
        viewer = caller.viewer
        return agenda.ranked(row, judged, viewer.currency, viewer.today(info.context.now))[:most]  # type: ignore[return-value]


@strawberry.type(description="What was put off, and until when.")
class Snoozed:
    key: str = strawberry.field(description="The item's key.")
    until: Date = strawberry.field(description="The first day on which it is shown again.")


SnoozeResult = Annotated[
    Snoozed | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("SnoozeResult", description="What was put off, or why not.")
]


@strawberry.input(description="What is put off on the viewer's own agenda; a deal's next actions still tell it.")
class SnoozeInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    key: str = strawberry.field(description="The item's key.")
    until: Date = strawberry.field(description="The first day on which it is shown again; today: at once.")


@strawberry.type
class AgendaMutations:
    @strawberry.mutation(description="Puts off an item of the viewer's agenda until a day; nobody else's changes.")
    async def snooze(self, info: Info, input: Annotated[SnoozeInput, INPUT]) -> SnoozeResult:
        outcome = await agenda.snooze(info.context.caller, given(input))
        if isinstance(outcome, Done):
            return Snoozed(key=outcome.id, until=outcome.extra["until"])
        return await answered(info, outcome)
