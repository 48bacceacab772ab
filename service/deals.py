"""Deals: entering and changing them, their place: account, owner, processes, products, the deal that they continue."""

from typing import Any

from cypher import account, deal, member, process, product, team, workspace
from cypher.deal import DealRow
from cypher.process import CatalogueRow
from cypher.words import ChangeAction, DealStatus, Moment, Permission, Step
from cypher.workspace import WorkspaceRow
from service import committees, processes, refs, targets
from service.committees import NewRole, Party, Seat
from service.fields import (
    DAY,
    LINE,
    LOOSE_WORD,
    NOTE,
    TAGS,
    Field,
    Given,
    absent,
    cleaned,
    differences,
    instant,
    invalid,
    money,
    money_as,
    refused,
    stored,
    text,
    texts,
)
from service.outcomes import Done, InvalidInput, Issue, IssueCode, Outcome, Problem
from service.stamp import day_of
from service.targets import Targets, Way
from service.text import fold
from service.viewer import Caller
from service.writing import Writing, made_all, needs, not_found, perform, stale

FIELDS = {
    "name": Field(text(), required=True, stored=lambda _, value: {"name": value, "nameKey": fold(value)}),
    "amount": Field(money, stored=money_as("amount", "currency")),
    "buy_class": LOOSE_WORD,
    "source": LINE,
    "tags": TAGS,
    "competitors": Field(texts(50, 300), empty=()),
    "expected_close_on": DAY,
    "deliver_on": DAY,
}
CLOSING = {"close_reason": NOTE, "lost_to": LINE}
CREATED_AT = {"created_at": Field(instant)}
PRODUCTS = {"products": Field(texts(1000, 300), empty=())}
Changed = dict[str, tuple[Any, Any]]


@needs(Permission.EDITOR)
async def create(caller: Caller, given: Given) -> Outcome:
    """Enter a deal with an account, at the named or the first phase and stage, and with its usual roles where that is asked for."""
    values, issues = cleaned(FIELDS, given)
    rest, more = cleaned(CREATED_AT | PRODUCTS, given)
    issues += more + refs.checked(given.get("external_refs"))
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        created_at = rest.get("created_at") or writing.stamp.at
        if created_at > writing.stamp.at:
            return refused(("created_at",), IssueCode.IN_FUTURE, "moment-in-future")
        home, catalogue = await workspace.read(writing.work), await process.catalogue(writing.work)
        way = way_of(home, catalogue, given)
        if not isinstance(way, Way):
            return way
        start = targets.of_start(way, given)
        if not isinstance(start, Targets):
            return start
        if problem := await _named(writing, given, rest.get("products")):
            return problem
        id_ = await _entered(writing, given, values, rest.get("products") or [], way, start, created_at)
        return Done("Deal", id_)

    return await perform(caller, "createDeal", given, job)


def way_of(home: WorkspaceRow, catalogue: CatalogueRow, given: Given, path: tuple[str, ...] = ()) -> Way | InvalidInput:
    """The named processes, or the workspace's defaults."""
    buying_key = given.get("buying_process", home.default_buying_process)
    return targets.way(catalogue, buying_key, given.get("sales_process", home.default_sales_process), path)


async def _named(writing: Writing, given: Given, keys: list[str] | None, own: str | None = None) -> Problem | None:
    """What is wrong with what the input names: account, owner, earlier deal, products, external references."""
    account_id, owner_id, earlier = given.get("account_id"), given.get("owner_id"), given.get("continues_id")
    if account_id is not None and not await account.by_ids(writing.work, ids=[account_id]):
        return not_found("Account", "accountId", account_id)
    if owner_id is not None and not await team.by_ids(writing.work, ids=[owner_id]):
        return not_found("TeamMember", "ownerId", owner_id)
    if earlier is not None and not await deal.by_ids(writing.work, ids=[earlier]):
        return not_found("Deal", "continuesId", earlier)
    if issues := await _unknown_products(writing, keys):
        return invalid(issues)
    return await refs.taken(writing, given.get("external_refs"), own)


async def _unknown_products(writing: Writing, keys: list[str] | None) -> list[Issue]:
    return unknown_products(keys or [], {row.key for row in await product.by_keys(writing.work, keys=keys)} if keys else set())


def unknown_products(keys: list[str], known: set[str], path: tuple[str, ...] = ()) -> list[Issue]:
    """The issues of the keys that no product has."""
    return [processes.unknown((*path, "products", str(place)), key) for place, key in enumerate(keys) if key not in known]


async def _entered(
    writing: Writing, given: Given, values: dict[str, Any], keys: list[str], way: Way, start: Targets, created_at: Moment
) -> str:
    """Write the deal with its first visits, and its committee where that is asked for."""
    id_ = writing.stamp.new_id()
    fields = stored(FIELDS, absent(FIELDS) | values) | {"id": id_}
    fields |= {"accountId": given["account_id"], "ownerId": given.get("owner_id"), "continuesId": given.get("continues_id")}
    made = opened(writing, fields, way, created_at, start) | {"products": keys}
    await processes.enter(writing.work, [made])
    made_all(await deal.create(writing.work, deals=[made]), [made])
    changed: Changed = {name: (None, value) for name, value in values.items()}
    changed |= {name: (None, given[name]) for name in ("account_id", "owner_id", "continues_id") if given.get(name)}
    changed |= {name: (None, value) for name, value in begun(made["deal"]).items()}
    changed |= {"products": (None, keys)} if keys else {}
    await refs.refer(writing, id_, given, changed)
    writing.record(ChangeAction.CREATED, "Deal", id_, version=1, fields=changed, account=given["account_id"], deal=id_)
    if given.get("with_usual_roles"):
        await _propose(writing, id_, day_of(created_at, writing.caller.viewer.time_zone))
    return id_


def opened(writing: Writing, fields: dict[str, Any], way: Way, created_at: Moment, start: Targets | None = None) -> dict[str, Any]:
    """What `deal.create` takes: these properties, and where the deal starts, at the first phase and stage by itself, with their visits."""
    start = start or targets.first(way)
    phase, stage = start.phase or processes.first_phase(way.buying), start.stage
    fields |= {"createdAt": created_at, "updatedAt": writing.stamp.at, "status": DealStatus.OPEN}
    fields |= {"buyingProcess": way.buying.key, "phaseKey": phase.key, "phaseEnteredAt": created_at}
    if way.selling and stage:
        fields |= {"salesProcess": way.selling.key, "stageKey": stage.key, "stageEnteredAt": created_at}
    return {
        "deal": fields,
        "phaseId": phase.id,
        "phaseVisit": _first_visit(writing, f"{fields['id']}|phase visit", created_at),
        "stageId": stage and stage.id,
        "stageVisit": stage and _first_visit(writing, f"{fields['id']}|stage visit", created_at),
    }


def begun(fields: dict[str, Any]) -> dict[str, str]:
    """Where a new deal with these properties starts, under the names that clients know."""
    named = {"buying_process": "buyingProcess", "phase": "phaseKey", "sales_process": "salesProcess", "stage": "stageKey"}
    return {name: fields[key] for name, key in named.items() if fields.get(key)}


def _first_visit(writing: Writing, open_key: str, at: Moment) -> dict[str, Any]:
    made = {"id": writing.stamp.new_id(), "enteredAt": at, "recordedAt": writing.stamp.at, "step": Step.START}
    return made | {"by": writing.caller.viewer.id, "openKey": open_key}


async def _propose(writing: Writing, id_: str, since: str) -> None:
    """Let whose post at the account has usual roles become members who play them, as assumed."""
    (on,) = await deal.by_ids(writing.work, ids=[id_])
    usual = await member.usual_roles(writing.work, account_id=on.account_id)
    seats = [Seat(Party("Person", one.person_id), since, [NewRole(role) for role in one.roles]) for one in usual]
    await committees.seat(writing, on, seats)


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of a deal."""
    values, issues = cleaned(FIELDS | CLOSING, given)
    rest, more = cleaned(PRODUCTS, given)
    issues += more + refs.checked(given.get("external_refs"))
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await deal.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Deal", "id", given["id"])
        if problem := stale(given.get("expected_version"), "Deal", before) or unclosed(before.status, values):
            return problem
        if problem := await _named(writing, given, rest.get("products"), before.id):
            return problem
        changed = differences(before, values)
        await _relate(writing, before, given, rest.get("products"), changed)
        await refs.refer(writing, before.id, given, changed)
        if changed:
            fields = stored(FIELDS | CLOSING, {name: changed[name][1] for name in values if name in changed})
            version = await deal.update(writing.work, id=before.id, at=writing.stamp.at, fields=fields)
            writing.record(
                ChangeAction.UPDATED, "Deal", before.id, version=version, fields=changed, account=before.account_id, deal=before.id
            )
        return Done("Deal", before.id)

    return await perform(caller, "updateDeal", given, job)


def unclosed(status: str, values: dict[str, Any], path: tuple[str, ...] = ()) -> Problem | None:
    """Only a closed deal has a reason for it, and only a lost one was lost to somebody."""
    if values.get("close_reason") is not None and status == DealStatus.OPEN:
        return refused((*path, "close_reason"), IssueCode.WRONG_STATE, "deal-open")
    if values.get("lost_to") is not None and status != DealStatus.LOST:
        return refused((*path, "lost_to"), IssueCode.WRONG_STATE, "deal-not-lost")
    return None


async def _relate(writing: Writing, before: DealRow, given: Given, keys: list[str] | None, changed: Changed) -> None:
    if "owner_id" in given and given["owner_id"] != before.owner_id:
        await deal.set_owner(writing.work, id=before.id, owner_id=given["owner_id"])
        changed["owner_id"] = (before.owner_id, given["owner_id"])
    if keys is None:
        return
    standing = [row.key for of in await product.of_deals(writing.work, ids=[before.id]) for row in of.items]
    if set(standing) != set(keys):
        await deal.set_products(writing.work, id=before.id, keys=keys)
        changed["products"] = (sorted(standing), sorted(keys))
