"""Amounts of money and external references: small values that several nouns share."""

import strawberry

from schema.scalars import Decimal


@strawberry.type(description="An amount with its currency.")
class Money:
    amount: Decimal = strawberry.field(description="The amount as a plain decimal.")
    currency: str = strawberry.field(description="The ISO 4217 code.")


@strawberry.input(description="An amount with its currency.")
class MoneyInput:
    amount: Decimal = strawberry.field(description="At most 14 digits before and 4 after the point.")
    currency: str = strawberry.field(description="The ISO 4217 code, such as EUR.")


@strawberry.type(description="What a thing is called in another system.")
class ExternalRef:
    system: str = strawberry.field(description="The other system and kind of object, such as hubspot-contact.")
    key: str = strawberry.field(description="The thing's key there.")


@strawberry.input(description="What a thing is called in another system.")
class ExternalRefInput:
    system: str = strawberry.field(description="The other system and kind of object, such as hubspot-contact.")
    key: str = strawberry.field(description="The thing's key there.")
