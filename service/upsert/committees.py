"""Judging the rows of deals and of roles, with what they name beside external references: processes, products, colleagues."""

from dataclasses import dataclass
from typing import Any

from cypher import batch, process, product
from cypher.process import CatalogueRow
from cypher.words import DealStatus, Moment, Role
from service import dated, deals
from service.fields import Given, invalid, refused
from service.messages import say
from service.outcomes import IssueCode, NotFound, Problem
from service.targets import Way
from service.text import camel
from service.upsert import steps as stepping
from service.upsert.histories import History, Wish
from service.upsert.judges import Judged, Path, clean, found, made, named, own
from service.upsert.slate import FIELDS, Refusal, Slate, Thing
from service.upsert.steps import Steps

WHOLE_DEAL = deals.FIELDS | deals.CLOSING | deals.PRODUCTS | deals.CREATED_AT


@dataclass
class Selling:
    """What deals and interactions name, and what deals went through."""

    catalogue: CatalogueRow
    products: set[str]
    colleagues: dict[str, str]
    """By e-mail address in lower case."""
    steps: Steps


async def read(slate: Slate, rows: list[Given], contacts: list[Given], moves: list[Given]) -> Selling:
    """Read what the rows of deals, interactions and moves name."""
    work = slate.writing.work
    keys = sorted({key for row in rows for key in row.get("products") or ()})
    owners = {row["owner_email"].lower() for row in rows if row.get("owner_email")}
    emails = sorted(owners | {one.lower() for row in contacts for one in row.get("team_emails") or ()})
    known = {one.key for one in await product.by_keys(work, keys=keys)} if keys else set()
    colleagues = {one.email: one.id for one in await batch.colleagues(work, emails=emails)} if emails else {}
    catalogue = await process.catalogue(work) if rows or moves else CatalogueRow(buying=[], sales=[])
    return Selling(catalogue, known, colleagues, await stepping.read(slate, catalogue, rows, moves))


def deal(slate: Slate, selling: Selling, row: Given, path: Path) -> Judged:
    """A deal, and where it stands. What is said of that is tried here, and taken with the moves of the call."""
    values = clean(WHOLE_DEAL, row, path)
    created_at = values.pop("created_at", None)
    thing = own(slate, row, "Deal")
    values |= _joined(slate, selling, row, path, new=thing is None)
    if issues := deals.unknown_products(values.get("products", []), selling.products, path):
        raise Refusal(invalid(issues))
    values |= {"products": sorted(values["products"])} if "products" in values else {}
    _stop(deals.unclosed(row.get("status") or (DealStatus.OPEN if thing is None else thing.status), values, path))
    if thing:
        _stop(_moved(thing, row, path))
        says = _wish(selling, selling.steps.of(thing.id), thing, row, path)
        changed = thing.take(values)
        return thing, [thing] if says else changed
    thing = _new(slate, selling, row, path, values, created_at)
    return thing, [thing]


def _new(slate: Slate, selling: Selling, row: Given, path: Path, values: dict[str, Any], created_at: Moment | None) -> Thing:
    """A deal that begins, and where its row says that it stands."""
    if created_at and created_at > slate.writing.stamp.at:
        raise Refusal(refused((*path, "created_at"), IssueCode.IN_FUTURE, "moment-in-future"))
    way = deals.way_of(slate.home, selling.catalogue, row, path)
    if not isinstance(way, Way):
        raise Refusal(way)
    wanted = stepping.wish(way, row, path)
    if not isinstance(wanted, Wish):
        raise Refusal(wanted)
    history = selling.steps.begin(row, way, created_at, wanted)
    _stop(stepping.below(stepping.tried(history, wanted), path, "closedAt"))
    thing = made(slate, row, "Deal", {"owner_id": None, "products": []} | values)
    thing.values |= {"status": DealStatus.OPEN, "buying_process": way.buying.key, "sales_process": way.selling and way.selling.key}
    selling.steps.begun[thing.id] = history
    if wanted != Wish():
        selling.steps.wishes[thing.id] = wanted
    return thing


def _wish(selling: Selling, history: History | None, thing: Thing, row: Given, path: Path) -> bool:
    """Note where a row says that a deal stands, which stands already; gives whether it says so."""
    if history is None:
        return False
    wanted = stepping.wish(history.way, row, path)
    if not isinstance(wanted, Wish):
        raise Refusal(wanted)
    if wanted == Wish():
        return False
    _stop(stepping.below(stepping.tried(history, wanted), path, "closedAt"))
    selling.steps.wishes[thing.id] = wanted
    return True


def _stop(problem: Problem | None) -> None:
    if problem:
        raise Refusal(problem)


def _joined(slate: Slate, selling: Selling, row: Given, path: Path, *, new: bool) -> dict[str, Any]:
    """The account and the owner that a row names."""
    joined: dict[str, Any] = {}
    if row.get("account_ref"):
        joined["account_id"] = named(slate, row, "account_ref", ("Account",), path).id
    elif new or "account_ref" in row:
        raise Refusal(refused((*path, "account_ref"), IssueCode.ACCOUNT_REQUIRED, "account-required"))
    if "owner_email" in row:
        email = row["owner_email"]
        joined["owner_id"] = email and selling.colleagues.get(email.lower())
        if email and not joined["owner_id"]:
            told = tuple(camel(part) for part in (*path, "owner_email"))
            raise Refusal(NotFound(say("no-colleague", None, email=email), told))
    return joined


def _moved(thing: Thing, row: Given, path: Path) -> Problem | None:
    """An import leaves a deal in the processes that it follows."""
    for name in ("buying_process", "sales_process"):
        if name in row and row[name] != getattr(thing, name):
            return refused((*path, name), IssueCode.WRONG_STATE, "process-stays")
    return None


def role(slate: Slate, row: Given, path: Path) -> Judged:
    """A role that a party plays on a deal, and what is judged of the member: the current role, else that with the same `since`."""
    values = clean(FIELDS["RoleAssignment"], row, path)
    judgement = clean(FIELDS["Member"], row, path)
    on = named(slate, row, "deal_ref", ("Deal",), path)
    party = named(slate, row, "party_ref", ("Person", "Group"), path)
    key = (on.id, party.id, Role(row["role"]))
    standing = found(slate.roles.get(key, []), values, current_first=True)
    if issues := dated.wrong(values, standing, slate.writing.today, path):
        raise Refusal(invalid(issues))
    if standing:
        member = slate.things[standing.member_id]
        _in_time(values, member, path)
        if dated.reopens(values, standing) and member.until:
            raise Refusal(refused((*path, "until"), IssueCode.WRONG_STATE, "member-gone", until=member.until))
        return standing, standing.take(values) + member.take(judgement)
    member = _seat(slate, on.id, party.id, values, path)
    member.take(judgement)
    begun = slate.make("RoleAssignment", deal_id=on.id, member_id=member.id, role=key[2], **values)
    slate.roles.setdefault(key, []).append(begun)
    return begun, [begun]


def _in_time(values: dict[str, Any], member: Thing, path: Path) -> None:
    if issues := dated.too_early(values, member, path):
        raise Refusal(invalid(issues))


def _seat(slate: Slate, deal_id: str, party_id: str, values: dict[str, Any], path: Path) -> Thing:
    """The member that a party is now on a deal; who is not there yet joins with the role."""
    seats = slate.seats.setdefault((deal_id, party_id), [])
    if current := next((one for one in seats if one.until is None), None):
        _in_time(values, current, path)
        return current
    since = values.get("since") or values.get("until") or slate.writing.today
    seats.append(slate.make("Member", deal_id=deal_id, party_id=party_id, since=since))
    return seats[-1]
