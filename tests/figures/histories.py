"""Random histories of deals in one process, told as plain objects, and the columns that the graph would give of them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from cypher.figures import PieceRow, VisitedRow
from cypher.words import InteractionKind
from service.stamp import moment

START = datetime(2026, 1, 5, 8, tzinfo=UTC)
NOW = START + timedelta(days=800)
KEYS = ("need", "search", "choice", "order", "use", "old")
AFTER = {"use"}
"""What comes after the purchase; `old` is retired."""
PIECES = [PieceRow(kind="Phase", id=f"id of {key}", key=key, after_purchase=key in AFTER) for key in KEYS]


@dataclass(frozen=True)
class Visit:
    key: str
    entered: datetime
    left: datetime | None = None
    left_by: str | None = None
    closed_as: str | None = None
    process: str = "this"
    trigger: str = ""


@dataclass(frozen=True)
class Talk:
    id: str
    kind: InteractionKind
    at: datetime
    sentiment: int | None


@dataclass
class Deal:
    account: str
    created: datetime
    status: str = "OPEN"
    closed: datetime | None = None
    visits: list[Visit] = field(default_factory=list)
    """In order."""
    talks: list[Talk] = field(default_factory=list)

    def leave(self, at: datetime, by: str, closed_as: str | None = None) -> None:
        if self.visits and self.visits[-1].left is None:
            self.visits[-1] = replace(self.visits[-1], left=at, left_by=by, closed_as=closed_as)


def direction(here: str, to: str) -> str:
    far = KEYS.index(to) - KEYS.index(here)
    return "RETURN" if far < 0 else ("REPEAT", "ADVANCE")[far] if far < 2 else "SKIP"


@st.composite
def deals(draw: Callable[..., Any]) -> Deal:
    """A deal that goes its way by legal steps, in hours that may be none."""
    at = START + timedelta(hours=draw(st.integers(0, 400 * 24)))
    deal = Deal(draw(st.sampled_from("ABC")), at, visits=[Visit(draw(st.sampled_from(KEYS[:4])), at)])
    process = "this"
    for step in draw(st.lists(st.sampled_from(("move", "move", "move", "WON", "LOST", "ABANDONED", "switch", "reopen")), max_size=9)):
        at += timedelta(hours=draw(st.sampled_from((0, 0, 1, 5, 24, 240, 340, 2000))))
        if at > NOW:
            break
        to = draw(st.sampled_from(KEYS))
        last = deal.visits[-1]
        if step == "move" and deal.status == "OPEN":
            deal.leave(at, direction(last.key, to))
            deal.visits.append(Visit(to, at, process=process))
        elif step == "switch" and deal.status == "OPEN":
            process = "that" if process == "this" else "this"
            deal.leave(at, "SWITCH")
            deal.visits.append(Visit(to, at, process=process))
        elif step == "reopen" and deal.status != "OPEN":
            deal.leave(at, direction(last.key, to))
            deal.visits.append(Visit(to, at, process=process))
            deal.status, deal.closed = "OPEN", None
        elif step in ("WON", "LOST", "ABANDONED") and deal.status == "OPEN":
            deal.leave(at, "CLOSE", step)
            deal.status, deal.closed = step, at
            if step == "WON":
                deal.visits.append(Visit("use", at, process=process))
    talked(draw, deal)
    return deal


def talked(draw: Callable[..., Any], deal: Deal) -> None:
    """Talks around the moves of a deal, one of which may have led to the last of them."""
    for number in range(draw(st.integers(0, 4))):
        at = draw(st.sampled_from(deal.visits)).entered + timedelta(
            hours=draw(st.sampled_from((-24 * 14 - 1, -24 * 14, -24 * 14, -1, 0, 1)))
        )
        kind = draw(st.sampled_from((InteractionKind.CALL, InteractionKind.DEMO, InteractionKind.VISIT)))
        deal.talks.append(Talk(f"{deal.account}{at}{number}", kind, at, draw(st.sampled_from((None, -2, 0, 1)))))
    if deal.talks and draw(st.booleans()):
        deal.visits[-1] = replace(deal.visits[-1], trigger=deal.talks[0].id)


def source(told: list[Deal], since: datetime) -> VisitedRow:
    """What `visited.cypher` gives of them, each deal's visits in no order."""
    chosen = [(deal, [(place, one) for place, one in enumerate(deal.visits) if _asked(one, since)][::-1]) for deal in told]
    chosen = [(deal, visits) for deal, visits in chosen if visits]
    winners = [deal for deal in told if deal.status == "WON" and deal.closed and deal.closed >= since]

    def visited(place: int, one: Visit) -> str:
        left = moment(one.left) if one.left else ""
        told = (one.key, f"{place:036}", moment(one.entered), left, moment(NOW), one.left_by or "", one.closed_as or "", one.trigger)
        return "\n".join(told)

    def talked(one: Talk) -> str:
        return "\n".join((one.id, one.kind.value, moment(one.at), "" if one.sentiment is None else str(one.sentiment)))

    def closed(deal: Deal) -> str:
        return "\n".join((moment(deal.created), moment(deal.closed) if deal.closed else "", deal.status, deal.account))

    return VisitedRow(
        of="process",
        pieces=PIECES,
        deals=[closed(deal) for deal, _ in chosen],
        visits=[[visited(*one) for one in visits] for _, visits in chosen],
        talks=[[talked(one) for one in deal.talks] for deal, _ in chosen],
        winners=[f"{deal.account}\n{moment(deal.closed)}" for deal in winners if deal.closed],
    )


def _asked(visit: Visit, since: datetime) -> bool:
    closed = visit.closed_as is not None and visit.left is not None and visit.left >= since
    return visit.process == "this" and (visit.entered >= since or closed)
