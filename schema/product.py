"""Products: what we sell."""

from typing import Annotated

import strawberry

from cypher import product
from cypher.product import ProductRow
from schema.context import Info
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.node import KINDS, Node
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from service import products as use_cases


@strawberry.type(description="What we sell.")
class Product(Node):
    row = ProductRow
    version: int = strawberry.field(description="Raised by every change.")
    key: str = strawberry.field(description="The key, unique in the workspace.")
    name: str = strawberry.field(description="The name.")
    family: str | None = strawberry.field(description="The family it belongs to.")

    @strawberry.field(description="The products that it goes with, by name.")
    async def goes_with(root: strawberry.Parent[ProductRow], info: Info) -> list[Annotated["Product", strawberry.lazy("schema.product")]]:
        return (await info.context.children(product.goes_with, root.id)).items


KINDS["Product"] = product.by_ids

ProductResult = Annotated[
    Product | InvalidInput | NotFound | Conflict | Forbidden, strawberry.union("ProductResult", description="The product, or why not.")
]


@strawberry.input(description="Makes the product with this key, or changes it; what is absent stays, null clears.")
class SaveProductInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    key: str = strawberry.field(description="The key, which never changes.")
    expected_version: Whole = strawberry.field(description="The version that the change is based on; 0: there is none yet.")
    name: str = strawberry.field(description="The name.")
    family: Text = strawberry.field(description="The family it belongs to.")
    goes_with: strawberry.Maybe[list[str] | None] = strawberry.field(
        description="Keys of the products that it goes with, exactly these; each one exists, and none is its own."
    )


@strawberry.type
class ProductQueries:
    @strawberry.field(description="All products, by name.")
    async def products(self, info: Info) -> list[Product]:
        return await product.all(info.context.caller.graph)  # type: ignore[return-value]


@strawberry.type
class ProductMutations:
    @strawberry.mutation(description="Makes or changes a product, by its key.")
    async def save_product(self, info: Info, input: Annotated[SaveProductInput, INPUT]) -> ProductResult:
        return await answered(info, await use_cases.save(info.context.caller, given(input)))
