"""What an account is to us: whether it buys, how content it is, what it might buy too."""

from typing import Annotated, Any

import strawberry

from cypher import customer, product
from cypher.customer import StandingRow, SuggestionRow
from schema.context import Info
from schema.enums import Lifecycle
from schema.errors import BadPage
from schema.product import Product
from schema.scalars import Date
from schema.settings import settings_of
from service import customers
from service.stamp import day_of

MOST = 100


@strawberry.type(description="A product that an account might buy too.")
class ProductSuggestion:
    product: Product = strawberry.field(description="What it might buy.")
    row: strawberry.Private[SuggestionRow]

    @strawberry.field(description="What it bought that this goes with.")
    async def because(self, info: Info) -> Product:
        return await info.context.load(product.by_ids, self.row.because_id)  # type: ignore[misc]

    @strawberry.field(description="The day on which it bought that last.")
    def bought_on(self, info: Info) -> Date | None:
        return _day(info, self.row.bought_at)


Limit = Annotated[int | None, strawberry.argument(description="How many at most: 1 to 100, 5 where null.")]


def _day(info: Info, at: str | None) -> Any:
    return None if at is None else day_of(at, info.context.caller.viewer.time_zone)


async def lifecycle_of(info: Info, account_id: str) -> Lifecycle:
    """Whether an account is a prospect, a customer, or a former one."""
    standing: StandingRow = await info.context.children(customer.standing, account_id)
    days = (await settings_of(info))["former_after_days"] if standing.last_won_at else 0
    return customers.lifecycle(standing, info.context.now, days)


async def customer_since(info: Info, account_id: str) -> Any:
    """The day of an account's first won deal."""
    return _day(info, (await info.context.children(customer.standing, account_id)).first_won_at)


async def satisfaction_of(info: Info, account_id: str) -> float | None:
    """The mean of an account's marks over the last 365 days."""
    since = customers.back(info.context.now, customers.SATISFIED_DAYS)
    return (await info.context.children(customer.satisfaction, account_id, since=since)).mean


async def suggestions_of(info: Info, account_id: str, limit: int | None) -> list[ProductSuggestion]:
    """What an account might buy too."""
    most = 5 if limit is None else limit
    if not 1 <= most <= MOST:
        raise BadPage(f"`limit` is from 1 to {MOST}.")
    found = (await info.context.children(customer.suggestions, account_id, most=most)).items
    return [ProductSuggestion(product=one.product, row=one) for one in found]
