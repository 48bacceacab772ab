"""What customers of the demo say and do: a champion whom nobody called for weeks, a need, an objection, and a purchase that was judged."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from cypher import evaluation, need, objection, ref
from cypher.words import ContinueReason, DealStatus, InteractionKind, NeedKind, Role
from service import committees, evaluations, member_needs, objections
from service.demo.story import ASSISTANT, CONTROL, FINANCE, FIRST, PRODUCTION, PURCHASING, QUALITY, email, own
from service.importing.adventureworks import CYCLES
from service.viewer import Caller

Known = dict[tuple[str, str], str]
Rows = Callable[..., Awaitable[None]]
Made = Callable[..., Awaitable[str]]
BOUGHT = own("first-plan")
SAID: tuple[tuple[str, int, InteractionKind, list[dict[str, str]], bool, int, str, str], ...] = (
    ("first-call", 110, InteractionKind.CALL, [PRODUCTION], False, 1, "karolina", "Asked how one screen could show the whole frame line."),
    ("works-visit", 95, InteractionKind.VISIT, [PRODUCTION], True, 2, "karolina", "Walked along the line and counted its stops."),
    ("stops", 41, InteractionKind.MESSAGE, [CONTROL], False, 1, "karolina", "Sent the list of stops of a month."),
    ("savings", 12, InteractionKind.MEETING, [FINANCE, ASSISTANT], True, -1, "tom", "Wants to see the savings before anything else."),
    ("next-date", 3, InteractionKind.CALL, [ASSISTANT], True, 0, "tom", "No date before the board meets."),
)
"""Key, days ago, kind, who took part, whether we began, how it went, who of us, what was said. The champion was last met 95 days ago."""


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _spoken(now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "external_ref": own(f"said-{key}"),
            "kind": kind,
            "at": now - timedelta(days=days),
            "deal_ref": FIRST,
            "person_refs": who,
            "initiated_by_us": ours,
            "sentiment": mood,
            "team_emails": [email(us)],
            "summary": text,
            "minutes": 30,
        }
        for key, days, kind, who, ours, mood, us, text in SAID
    ]


def _bought() -> dict[str, Any]:
    """A deal that was won in spring, with its steps."""
    deal: dict[str, Any] = {"external_ref": BOUGHT, "account_ref": CYCLES, "name": "First service plan", "products": ["service-plan"]}
    deal |= {"owner_email": email("ines"), "created_at": _day("2026-01-12T09:00"), "status": DealStatus.WON}
    steps = (
        ("2026-01-28T10:00", "information-search", "qualification"),
        ("2026-02-16T10:00", "evaluation-of-alternatives", "presentation-or-demonstration"),
        ("2026-03-30T10:00", "purchase-decision", "closing"),
    )
    return {
        "deals": [deal | {"closed_at": _day("2026-04-20T10:00"), "amount": {"amount": "38000", "currency": "USD"}}],
        "roles": [{"deal_ref": BOUGHT, "party_ref": who, "role": role} for who, role in ((PURCHASING, Role.BUYER), (QUALITY, Role.USER))],
        "moves": [{"deal_ref": BOUGHT, "at": _day(at), "phase": phase, "stage": stage} for at, phase, stage in steps],
    }


async def fill(caller: Caller, made: Made, rows: Rows) -> None:
    """Tell all this where it is missing; `made` runs a use case once, `rows` an import."""
    if not await ref.find(caller.graph, refs=[own(f"said-{SAID[0][0]}")]):
        await rows(caller, interactions=_spoken(caller.clock.now()))
    await rows(caller, **_bought())
    named = [FIRST, BOUGHT, PRODUCTION, FINANCE, PURCHASING]
    known = {(one.system, one.key): one.entity_id for one in await ref.find(caller.graph, refs=named)}
    first, bought, champion, chief, buyer = (known[one["system"], one["key"]] for one in named)
    if not any(of.items for of in await need.of_deals(caller.graph, ids=[first])):
        seat = await made(caller, committees.add, deal_id=first, party_id=champion)
        await made(caller, member_needs.add, member_id=seat, kind=NeedKind.GOAL, text="Half as many stops of the frame line", priority=5)
    if not any(of.items for of in await objection.of_deals(caller.graph, ids=[first])):
        seat = await made(caller, committees.add, deal_id=first, party_id=chief)
        await made(caller, objections.raise_, member_id=seat, text="Nobody has shown what a stop costs us.")
    if not any(of.items for of in await evaluation.of_deals(caller.graph, ids=[bought])):
        seat = await made(caller, committees.add, deal_id=bought, party_id=buyer)
        marks = {"problem_solved": 4, "working_together": 5, "promises_kept": 3, "value_for_money": 4, "will_continue": True}
        said = marks | {"continue_because": [ContinueReason.SATISFIED], "at": _day("2026-05-20T09:00")}
        await made(caller, evaluations.evaluate, deal_id=bought, member_id=seat, **said)
