"""Filters as clients write them: what can be asked of accounts, people, deals and members, and the operators on single values.

What they mean is told in `service.filters`; how they become a predicate, in `cypher.compose`.
"""

from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Annotated, Any, NamedTuple

import strawberry

from cypher.compose.where import UNFILTERED, Where, written
from cypher.words import Direction as Way
from schema.context import Info
from schema.enums import (
    Access,
    AlignmentState,
    Awareness,
    BuyClass,
    DealStatus,
    Direction,
    Lifecycle,
    RelationshipKind,
    Role,
    Seniority,
    Stance,
)
from schema.errors import BadValue
from schema.node import KINDS, local_id
from schema.scalars import Date, DateTime, Decimal
from service import filters, workspace_settings
from service.filter_limits import BadFilter, limited


def part(description: str, **more: Any) -> Any:
    """A field of a filter: what is left out, or null, asks for nothing."""
    return strawberry.field(default=strawberry.UNSET, description=description, **more)


EQ, NE, IN = "It is this.", "It is not this, or there is none.", "It is one of these."
GT, GTE, LT, LTE = "It is greater.", "It is greater or the same.", "It is less.", "It is less or the same."
IS_NULL = "True: there is none. False: there is one."


@strawberry.input(description="What a text is held against, in any case of letters; a name without regard to accents too.")
class StringFilter:
    eq: str | None = part(EQ)
    ne: str | None = part(NE)
    in_: list[str] | None = part(IN, name="in")
    contains: str | None = part("It holds this somewhere.")
    starts_with: str | None = part("It begins with this.")
    is_null: bool | None = part(IS_NULL)


@strawberry.input(description="What a whole number is held against.")
class IntFilter:
    eq: int | None = part(EQ)
    ne: int | None = part(NE)
    in_: list[int] | None = part(IN, name="in")
    gt: int | None = part(GT)
    gte: int | None = part(GTE)
    lt: int | None = part(LT)
    lte: int | None = part(LTE)
    is_null: bool | None = part(IS_NULL)


@strawberry.input(description="What an amount is held against, as a number, whatever its currency.")
class DecimalFilter:
    eq: Decimal | None = part(EQ)
    gt: Decimal | None = part(GT)
    gte: Decimal | None = part(GTE)
    lt: Decimal | None = part(LT)
    lte: Decimal | None = part(LTE)
    is_null: bool | None = part(IS_NULL)


@strawberry.input(description="What a day is held against.")
class DateFilter:
    eq: Date | None = part(EQ)
    gt: Date | None = part("It is later.")
    gte: Date | None = part("It is later or the same.")
    lt: Date | None = part("It is earlier.")
    lte: Date | None = part("It is earlier or the same.")
    is_null: bool | None = part(IS_NULL)


@strawberry.input(description="What a moment is held against.")
class DateTimeFilter:
    gt: DateTime | None = part("It is later.")
    gte: DateTime | None = part("It is later or the same.")
    lt: DateTime | None = part("It is earlier.")
    lte: DateTime | None = part("It is earlier or the same.")
    is_null: bool | None = part(IS_NULL)


@strawberry.input(description="Which thing it is.")
class IdFilter:
    eq: strawberry.ID | None = part(EQ)
    in_: list[strawberry.ID] | None = part(IN, name="in")
    is_null: bool | None = part(IS_NULL)


@strawberry.input(description="What a stance is held against; null where it is unknown.")
class StanceFilter:
    eq: Stance | None = part(EQ)
    in_: list[Stance] | None = part(IN, name="in")
    is_null: bool | None = part(IS_NULL)


@strawberry.input(description="What accounts must fit; an empty filter fits all.")
class AccountFilter:
    and_: list["AccountFilter"] | None = part("All of these fit.", name="and")
    or_: list["AccountFilter"] | None = part("One of these fits.", name="or")
    not_: Annotated["AccountFilter", strawberry.lazy("schema.filters")] | None = part("This does not fit.", name="not")
    id: IdFilter | None = part("Which account it is.")
    name: StringFilter | None = part("The name.")
    domain: StringFilter | None = part("The internet domain.")
    industry: StringFilter | None = part("The branch it works in.")
    country: StringFilter | None = part("The country it sits in.")
    tier: StringFilter | None = part("How we rank it.")
    employees: IntFilter | None = part("How many work there.")
    annual_revenue: DecimalFilter | None = part("The yearly revenue.")
    lifecycle: list[Lifecycle] | None = part("How far it is a customer: one of these.")
    tags: list[str] | None = part("It has one of these labels.")
    parent: Annotated["AccountFilter", strawberry.lazy("schema.filters")] | None = part("It belongs to an account that fits.")
    deals: Annotated["DealListFilter", strawberry.lazy("schema.filters")] | None = part("What we try to sell to it.")
    people: Annotated["PersonListFilter", strawberry.lazy("schema.filters")] | None = part("Who has a post there now.")
    team_member: IdFilter | None = part("Who of us looks after it.")


@strawberry.input(description="What people must fit; an empty filter fits all. Post fields are those of the primary current post.")
class PersonFilter:
    and_: list["PersonFilter"] | None = part("All of these fit.", name="and")
    or_: list["PersonFilter"] | None = part("One of these fits.", name="or")
    not_: Annotated["PersonFilter", strawberry.lazy("schema.filters")] | None = part("This does not fit.", name="not")
    id: IdFilter | None = part("Which person it is.")
    name: StringFilter | None = part("The name.")
    email: StringFilter | None = part("The e-mail address.")
    department: StringFilter | None = part("The department.")
    seniority: list[Seniority] | None = part("How high the post stands: one of these.")
    tags: list[str] | None = part("The person has one of these labels.")
    title: StringFilter | None = part("The title.")
    employer: AccountFilter | None = part("Works at an account that fits.")
    former_employer: AccountFilter | None = part("Had a post, and has none now, at an account that fits.")
    memberships: Annotated["MemberListFilter", strawberry.lazy("schema.filters")] | None = part(
        "The committees they sit on now, by themselves."
    )
    related_to: Annotated["RelatedFilter", strawberry.lazy("schema.filters")] | None = part("Is tied now to a person who fits.")
    is_known_to_us: bool | None = part("Whether one of us knows them now.")
    is_placeholder: bool | None = part("Whether only the post is known, not yet who holds it.")


@strawberry.input(description="To whom a person must be tied now.")
class RelatedFilter:
    kinds: list[RelationshipKind] | None = part("By ties of these kinds; absent: of any.")
    direction: Direction | None = strawberry.field(
        default=Way.BOTH, description="Which end of each tie the person stands at; of conflicts it means nothing."
    )
    person: PersonFilter = strawberry.field(description="The other person.")
    max_hops: int | None = strawberry.field(default=1, description="Over how many ties at most: 1 or 2.")


@strawberry.input(description="What deals must fit; an empty filter fits all.")
class DealFilter:
    and_: list["DealFilter"] | None = part("All of these fit.", name="and")
    or_: list["DealFilter"] | None = part("One of these fits.", name="or")
    not_: Annotated["DealFilter", strawberry.lazy("schema.filters")] | None = part("This does not fit.", name="not")
    id: IdFilter | None = part("Which deal it is.")
    name: StringFilter | None = part("The name.")
    status: list[DealStatus] | None = part("How it stands: one of these.")
    amount: DecimalFilter | None = part("What it is worth.")
    currency: StringFilter | None = part("The currency of the amount.")
    buy_class: list[BuyClass] | None = part("How new the purchase is for the customer: one of these.")
    source: StringFilter | None = part("What set it off.")
    products: list[str] | None = part("It sells one of the products with these keys.")
    tags: list[str] | None = part("It has one of these labels.")
    expected_close_on: DateFilter | None = part("The day on which it is expected to close.")
    created_at: DateTimeFilter | None = part("When it began.")
    closed_at: DateTimeFilter | None = part("When it was closed.")
    owner: IdFilter | None = part("Who of us owns it.")
    account: AccountFilter | None = part("The company that buys.")
    buying_process: StringFilter | None = part("The key of how the customer buys.")
    phase: StringFilter | None = part("The key of the phase that the customer is in.")
    sales_process: StringFilter | None = part("The key of how we sell.")
    stage: StringFilter | None = part("The key of the stage that our selling is in.")
    committee: Annotated["MemberListFilter", strawberry.lazy("schema.filters")] | None = part("Who sits there now.")
    missing_roles: list[Role] | None = part("Nobody plays any of these now, whatever the phase expects.")
    alignment: list[AlignmentState] | None = part("How our selling stands to the customer's buying: one of these.")
    days_in_phase: IntFilter | None = part("How many whole days it has been in its phase.")
    last_interaction_at: DateTimeFilter | None = part("When we last had contact about it.")


@strawberry.input(description="What members of committees must fit; an empty filter fits all.")
class MemberFilter:
    and_: list["MemberFilter"] | None = part("All of these fit.", name="and")
    or_: list["MemberFilter"] | None = part("One of these fits.", name="or")
    not_: Annotated["MemberFilter", strawberry.lazy("schema.filters")] | None = part("This does not fit.", name="not")
    roles: list[Role] | None = part("Plays one of these now.")
    stance: StanceFilter | None = part("How they stand towards our offer.")
    influence: IntFilter | None = part("How much they sway the decision, 0 to 10.")
    access: list[Access] | None = part("How well we reach them: one of these.")
    awareness: list[Awareness] | None = part("How far they have come: one of these.")
    person: PersonFilter | None = part("It is a person who fits; a group is none.")
    deal: DealFilter | None = part("The deal whose committee it is.")
    is_engaged: bool | None = part(
        "Whether they took part in something that engages, within the workspace's span; a group through its people."
    )
    is_external: bool | None = part("Whether they stand outside the account and its subsidiaries.")


@strawberry.input(description="Which people there must be, or not be.")
class PersonListFilter:
    some: PersonFilter | None = part("One of them fits.")
    none: PersonFilter | None = part("None of them fits.")


@strawberry.input(description="Which deals there must be, or not be.")
class DealListFilter:
    some: DealFilter | None = part("One of them fits.")
    none: DealFilter | None = part("None of them fits.")


@strawberry.input(description="Which members there must be, or not be.")
class MemberListFilter:
    some: MemberFilter | None = part("One of them fits.")
    none: MemberFilter | None = part("None of them fits.")


ACCOUNTS = Annotated[AccountFilter | None, strawberry.argument(description="Which accounts; absent: all.")]
PEOPLE = Annotated[PersonFilter | None, strawberry.argument(description="Which people; absent: all.")]
DEALS = Annotated[DealFilter | None, strawberry.argument(description="Which deals; absent: all.")]
IDS = {(AccountFilter, "id"): "Account", (PersonFilter, "id"): "Person", (DealFilter, "id"): "Deal"}
"""Of which kind the ids are that a field asks for; any other field asks for one of us."""
LABELS: dict[type, tuple[str, str]] = {AccountFilter: ("Account", "a"), PersonFilter: ("Person", "p"), DealFilter: ("Deal", "d")}
"""Each filter's label, and how the statements of its lists call a thing of it."""


class Filtered(NamedTuple):
    """A filter ready to be asked, and a text that is the same only for the same filter: cursors hold it."""

    where: Where = UNFILTERED
    told: str = ""


ALL = Filtered()


async def filtered(info: Info, given: Any) -> Filtered:
    """The filter that a list was given; read once a request, however many lists have it. Raises BadValue."""
    named = _named(given) if given else {}
    if not named:
        return ALL
    told = sha256(repr(named).encode("utf-8", "surrogatepass")).hexdigest()  # each cursor of the list is sealed with it
    kept = info.context.filters
    if (type(given), told) not in kept:
        now = await _now(info, named)
        kept[type(given), told] = _read(type(given), named, now, told)
    return kept[type(given), told]


def _read(kind: type, named: dict[str, Any], now: filters.Now, told: str) -> Filtered:
    label, variable = LABELS[kind]
    try:
        condition = limited(filters.read(label, named, now))
    except BadFilter as bad:
        raise BadValue(str(bad)) from None
    return Filtered(written(condition, label, variable), told)


async def _now(info: Info, named: dict[str, Any]) -> filters.Now:
    caller, settings = info.context.caller, "{}"
    if filters.uses_settings(named):
        row: Any = await info.context.load(KINDS["Workspace"], caller.viewer.workspace)  # type: ignore[misc]
        settings = row.settings
    numbers = workspace_settings.in_force(settings)
    return filters.Now(info.context.now, numbers["engaged_days"], numbers["former_after_days"])


def _named(given: Any) -> dict[str, Any]:
    """What a client named of a filter, plain, with ids as the graph has them."""
    kept = ((one.name, getattr(given, one.name)) for one in fields(given))
    return {name: _plain(held, given, name) for name, held in kept if held is not None and held is not strawberry.UNSET}


def _plain(held: Any, given: Any, name: str) -> Any:
    if isinstance(held, IdFilter):
        kind = IDS.get((type(given), name), "TeamMember")
        return {key: _decoded(value, kind) for key, value in _named(held).items()}
    if isinstance(held, list):
        return [_plain(one, given, name) for one in held]
    if is_dataclass(held) and not isinstance(held, type):
        return _named(held)
    return held.value if isinstance(held, Enum) else held


def _decoded(value: Any, kind: str) -> Any:
    if isinstance(value, list):
        return [str(local_id(one, kind)) for one in value]
    return value if isinstance(value, bool) else str(local_id(value, kind))
