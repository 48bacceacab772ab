"""Two deals of the demo that are in trouble: with the others of it they show every risk at least once. All dates are past and stay so."""

from datetime import UTC, date, datetime
from typing import Any

from cypher import member, objection, ref
from cypher.words import Awareness, Certainty, ObjectionKind, RelationshipKind, Role, Stance
from service import acquaintances, assessments, buying, committees, objections
from service.demo.story import own
from service.viewer import Caller

HARBOUR = own("harbour-works")
QUICK = "quick-order"
PEOPLE = {
    "hw-head": ("Marta Lind", "Head of operations", "EXECUTIVE"),
    "hw-office": ("Olle Berg", "Office manager", "ASSISTANT"),
    "hw-finance": ("Sara Holm", "Chief financial officer", "EXECUTIVE"),
    "hw-dock": ("Nils Ek", "Dock foreman", "MANAGER"),
    "hw-planner": ("Ida Falk", "Planner", "SPECIALIST"),
    "hw-buyer": ("Per Ström", "Buyer", "SPECIALIST"),
    "hw-safety": ("Eva Sund", "Safety officer", "SPECIALIST"),
}
GONE = own("hw-gone")
RIVAL = "Rival Controls"
BEGAN, MOVED, ASKED = (datetime(2026, *day, 8, tzinfo=UTC) for day in ((1, 10), (2, 2), (2, 3)))


def _deal(key: str, name: str, **more: Any) -> dict[str, Any]:
    money = {"amount": "96000", "currency": "USD"}
    return {
        "external_ref": own(key),
        "account_ref": HARBOUR,
        "name": name,
        "amount": money,
        "owner_email": "karolina@seller.example",
    } | more


def _role(deal: str, who: str, role: Role, **more: Any) -> dict[str, Any]:
    return {"deal_ref": own(deal), "party_ref": own(who), "role": role, "since": date(2026, 1, 12)} | more


def _rows() -> dict[str, list[dict[str, Any]]]:
    post = {"account_ref": HARBOUR, "since": date(2020, 1, 1)}
    people = [
        {"external_ref": own(key), "name": name, "account_ref": HARBOUR, "title": title, "seniority": rank}
        for key, (name, title, rank) in PEOPLE.items()
    ]
    sure = {"certainty": Certainty.CONFIRMED}
    return {
        "accounts": [{"external_ref": HARBOUR, "name": "Harbour Works", "industry": "Shipping", "country": "SE"}],
        "people": [*people, {"external_ref": GONE, "name": "Jan Dahl"}],
        "employments": [{"person_ref": GONE, "title": "Yard manager", "until": date(2026, 2, 20), **post}],
        "deals": [
            _deal("crane", "Crane control", created_at=BEGAN, competitors=[RIVAL]),
            _deal("gates", "Harbour gates", created_at=BEGAN, buying_process=QUICK),
        ],
        "roles": [
            _role("crane", "hw-head", Role.DECIDER, influence=9, stance=Stance.SUPPORTER, **sure),
            _role("crane", "hw-office", Role.GATEKEEPER, influence=2, **sure),
            _role("crane", "hw-finance", Role.INFLUENCER, influence=8, stance=Stance.BLOCKER, **sure),
            _role("crane", "hw-dock", Role.USER, influence=3, stance=Stance.CHAMPION, **sure),
            _role("crane", "hw-gone", Role.USER, influence=4),
            *(_role("gates", who, Role.USER) for who in ("hw-dock", "hw-planner", "hw-buyer", "hw-safety", "hw-office")),
        ],
        "ties": [{"kind": RelationshipKind.CONTROLS_ACCESS_TO, "from_ref": own("hw-office"), "to_ref": own("hw-head"), "strength": 4}],
        "moves": [
            {"deal_ref": own("crane"), "phase": "evaluation-of-alternatives", "stage": "closing", "at": MOVED},
            {"deal_ref": own("gates"), "phase": "order", "at": MOVED},
        ],
    }


JUDGED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("crane", "hw-head", {"awareness": Awareness.INTEREST}),
    ("crane", "hw-finance", {"favours": RIVAL}),
)


async def fill(caller: Caller, us: dict[str, str], made: Any, rows: Any) -> None:
    """Make both deals where they are missing; `made` runs a use case once, `rows` an import."""
    await made(caller, buying.save, key=QUICK, expected_version=0, **_process())
    await rows(caller, **_rows())
    names = [own(one) for one in ("crane", "gates", "hw-head", "hw-finance", "hw-dock", "hw-office")]
    known = {one.key: one.entity_id for one in await ref.find(caller.graph, refs=names)}
    for deal, who, said in JUDGED:
        seat = await made(caller, committees.add, deal_id=known[deal], party_id=known[who])
        standing = await member.standing_assessments(caller.graph, ids=[seat])
        if not said.keys() <= {name for of in standing for one in of.items for name in one.named}:
            await made(caller, assessments.assess, member_id=seat, **said)
    covered = {"person_id": known["hw-office"], "team_member_id": us["karolina"], "level": 3, "wanted_level": None}
    await made(caller, acquaintances.set_, **covered, expected_version=0)
    if not any(of.items for of in await objection.of_deals(caller.graph, ids=[known["crane"]])):
        seat = await made(caller, committees.add, deal_id=known["crane"], party_id=known["hw-dock"])
        said = {"member_id": seat, "kind": ObjectionKind.QUESTION, "text": "Who trains the night shift?", "at": ASKED}
        await made(caller, objections.raise_, **said)


def _process() -> dict[str, Any]:
    """A short way to buy, in which a long stay shows."""

    def phase(key: str, name: str, *expects: dict[str, Any], days: int) -> dict[str, Any]:
        names = [{"locale": "en", "name": name}]
        return {"key": key, "translations": names, "expects": list(expects), "max_healthy_days": days}

    wanted = [{"role": role, "required": True} for role in (Role.USER, Role.DECIDER, Role.APPROVER)]
    return {
        "translations": [{"locale": "en", "name": "Quick order"}, {"locale": "pl", "name": "Szybkie zamówienie"}],
        "phases": [phase("look", "Look", wanted[0], days=30), phase("order", "Order", *wanted[1:], days=14)],
    }
