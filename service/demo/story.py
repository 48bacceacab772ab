"""What is invented of the demo: deals, committees, stances and ties among real people of the sample, as rows of `upsert`.

The first deal tells a story: the finance chief decides together with the board, her assistant guards her door, the head of production is
for us, the head of information services against; an adviser from outside has a say, the purchasing manager sits there without a clear role,
and nobody knows who places the orders. The others have the gaps that real lists of contacts have.
"""

from typing import Any

from cypher.words import Access, Awareness, Certainty, RelationshipKind, Role, Stance
from service.importing.adventureworks import CYCLES, account_ref, person_ref

STORES = frozenset({"292", "294", "296", "298", "300", "302", "528", "530", "532", "556", "620", "622", "624", "642", "644", "782", "784"})
"""The part of the sample that the demo has beside Adventure Works Cycles."""

CEO, PRODUCTION, CONTROL, FINANCE = person_ref("1"), person_ref("25"), person_ref("26"), person_ref("234")
PURCHASING, ASSISTANT, COMPUTERS, QUALITY = person_ref("250"), person_ref("262"), person_ref("263"), person_ref("211")
CONFIRMED = Certainty.CONFIRMED


def own(key: str) -> dict[str, str]:
    """The external reference of something invented."""
    return {"system": "demo", "key": key}


ADVISER, BOARD, STAND_IN = own("adviser"), own("board"), own("new-plant-manager")
FIRST = own("line-control")
TEAM = (("karolina", "Karolina Mazur", "EDITOR"), ("tom", "Tom Brandt", "MANAGER"), ("ines", "Inês Duarte", "EDITOR"))
PRODUCTS = (
    ("spare-parts", "Spare parts", "Service"),
    ("line-control", "Line control", "Automation"),
    ("service-plan", "Service plan", "Service"),
    ("demo-bikes", "Test fleet", "Retail"),
)


GOES_WITH = {"service-plan": ["spare-parts"]}


def email(subject: str) -> str:
    return f"{subject}@seller.example"


ADVISERS: dict[str, list[dict[str, Any]]] = {
    "accounts": [{"external_ref": own("nordic-advisers"), "name": "Nordic Advisers", "industry": "Consulting", "country": "FI"}],
    "people": [{"external_ref": ADVISER, "name": "Pekka Salo", "account_ref": own("nordic-advisers"), "title": "Partner"}],
}


def _deal(key: str, where: dict[str, str], name: str, amount: int | None, owner: str | None, **more: Any) -> dict[str, Any]:
    money = amount and {"amount": str(amount), "currency": "USD"}
    return {"external_ref": own(key), "account_ref": where, "name": name, "amount": money, "owner_email": owner and email(owner)} | more


DEALS = (
    _deal("tool-store", CYCLES, "Service plan for the tool store", 64_000, "ines", products=["service-plan"], buy_class="STRAIGHT_REBUY"),
    _deal("parcel", account_ref("528"), "Courier bikes 2027", 38_500, "karolina", products=["demo-bikes"], source="Trade fair"),
    _deal("outdoor", account_ref("530"), "Test fleet for two shops", 21_000, "tom", products=["demo-bikes"], buy_class="NEW_TASK"),
    _deal("north", account_ref("532"), "Workshop service", None, "tom", products=["service-plan"]),
    _deal("tandem", account_ref("620"), "Tandem test fleet", 17_250, None, products=["demo-bikes"], tags=["needs an owner"]),
    _deal("budget", account_ref("624"), "Children's bikes pilot", 9_900, "ines", source="Referral"),
    _deal("advanced", account_ref("642"), "Spare parts contract", 52_000, "karolina", buy_class="MODIFIED_REBUY"),
)


def _role(deal: str, party: dict[str, str], role: Role, **more: Any) -> dict[str, Any]:
    return {"deal_ref": own(deal), "party_ref": party, "role": role} | more


ROLES = (
    _role("line-control", FINANCE, Role.DECIDER, certainty=CONFIRMED, influence=9, stance=Stance.NEUTRAL),
    _role("line-control", BOARD, Role.APPROVER, influence=10),
    _role("line-control", ASSISTANT, Role.GATEKEEPER, certainty=CONFIRMED, influence=3),
    _role("line-control", PRODUCTION, Role.USER, certainty=CONFIRMED, influence=7, stance=Stance.CHAMPION),
    _role("line-control", PRODUCTION, Role.INFLUENCER),
    _role("line-control", COMPUTERS, Role.INFLUENCER, certainty=CONFIRMED, influence=6, stance=Stance.BLOCKER),
    _role("line-control", ADVISER, Role.INFLUENCER, influence=5, stance=Stance.SUPPORTER),
    _role("line-control", CONTROL, Role.USER, certainty=CONFIRMED, influence=2, stance=Stance.SUPPORTER),
    _role("tool-store", PURCHASING, Role.BUYER, certainty=CONFIRMED, influence=5, stance=Stance.SUPPORTER),
    _role("tool-store", QUALITY, Role.USER, stance=Stance.SCEPTIC, influence=4),
    _role("parcel", person_ref("527"), Role.APPROVER, certainty=CONFIRMED, influence=7, stance=Stance.NEUTRAL),
    _role("parcel", person_ref("2009"), Role.BUYER, influence=4),
    _role("outdoor", person_ref("2008"), Role.DECIDER, certainty=CONFIRMED, influence=9, stance=Stance.CHAMPION),
    _role("outdoor", person_ref("529"), Role.APPROVER),
    _role("north", person_ref("531"), Role.APPROVER, influence=6, stance=Stance.SCEPTIC),
    _role("tandem", person_ref("619"), Role.BUYER),
    _role("budget", person_ref("2014"), Role.DECIDER, influence=8, stance=Stance.SUPPORTER),
    _role("budget", person_ref("623"), Role.GATEKEEPER, influence=3, stance=Stance.BLOCKER),
    _role("advanced", person_ref("2010"), Role.APPROVER, certainty=CONFIRMED, influence=6, stance=Stance.SUPPORTER),
    _role("advanced", person_ref("641"), Role.BUYER, certainty=CONFIRMED, influence=5, stance=Stance.NEUTRAL),
)

WITHOUT_ROLE = (("line-control", PURCHASING), ("line-control", STAND_IN), ("north", person_ref("2007")))
"""Who sits on a committee, though nobody knows as what."""

JUDGED: tuple[tuple[str, dict[str, str], dict[str, Any]], ...] = (
    ("line-control", FINANCE, {"access": Access.INTRODUCED, "awareness": Awareness.INTEREST}),
    ("line-control", ASSISTANT, {"access": Access.IN_CONTACT}),
    ("line-control", PRODUCTION, {"access": Access.DEEP, "awareness": Awareness.CONVICTION}),
    ("line-control", COMPUTERS, {"access": Access.NONE, "favours": "Rival Controls"}),
    ("line-control", CONTROL, {"access": Access.REGULAR}),
    ("outdoor", person_ref("2008"), {"access": Access.REGULAR, "awareness": Awareness.DESIRE}),
)


def _tie(kind: RelationshipKind, from_: dict[str, str], to: dict[str, str], strength: int) -> dict[str, Any]:
    return {"kind": kind, "from_ref": from_, "to_ref": to, "strength": strength}


TIES = (
    _tie(RelationshipKind.CONTROLS_ACCESS_TO, ASSISTANT, FINANCE, 5),
    _tie(RelationshipKind.INFLUENCES, PRODUCTION, FINANCE, 4),
    _tie(RelationshipKind.INFLUENCES, COMPUTERS, FINANCE, 3),
    _tie(RelationshipKind.INFLUENCES, ADVISER, PRODUCTION, 2),
    _tie(RelationshipKind.INFLUENCES, CEO, FINANCE, 5),
    _tie(RelationshipKind.CONFLICTS_WITH, COMPUTERS, PRODUCTION, 3),
    _tie(RelationshipKind.KNOWS, CONTROL, ASSISTANT, 4),
    _tie(RelationshipKind.KNOWS, person_ref("2008"), person_ref("2007"), 3),
    _tie(RelationshipKind.CONTROLS_ACCESS_TO, person_ref("623"), person_ref("2014"), 4),
)
ACQUAINTED = (
    ("karolina", PRODUCTION, 4, None),
    ("karolina", CONTROL, 3, None),
    ("ines", PRODUCTION, 3, None),
    ("tom", FINANCE, 1, 3),
    ("tom", person_ref("2008"), 4, None),
)
"""Who of us knows whom, how well, and how well we would like to."""
