"""Search: whatever is called so, or nearly so, of any kind."""

from collections.abc import Awaitable
from typing import Annotated, Any

import strawberry

from cypher.compose.page import Order
from schema.account import Account
from schema.connection import After, Connection, Edge, First, connected, window
from schema.context import Info
from schema.deal import Deal
from schema.group import Group
from schema.node import load_node
from schema.person import Person
from service.search import LONGEST, hits

SearchHit = Annotated[Account | Person | Group | Deal, strawberry.union("SearchHit", description="What can be found.")]
BY_RANK = (Order("rank"), Order("nameKey"))


@strawberry.type(description="Something that was found, with its place in the list.")
class SearchEdge(Edge[SearchHit]):
    score: float = strawberry.field(description="How well it fits, from 1, which is called exactly so, to 0.")


@strawberry.type(description="A page of what was found, the best first; 100 at most in all.")
class SearchConnection(Connection[SearchHit]):
    @strawberry.field(description="What was found, with cursors and scores.")
    async def edges(self, info: Info) -> list[SearchEdge]:
        found = zip(self.rows, await self._things(info), strict=True)
        return [SearchEdge(cursor=self.cursor(hit), node=thing, score=hit.score) for hit, thing in found]

    @strawberry.field(description="What was found.")
    async def nodes(self, info: Info) -> list[SearchHit]:
        return await self._things(info)

    async def _things(self, info: Info) -> list[Any]:
        loads: list[Awaitable[Any]] = [load_node(info, hit.kind, hit.id) for hit in self.rows]  # type: ignore[misc]
        return [await one for one in loads]


@strawberry.type
class SearchQueries:
    @strawberry.field(
        description="What is called so, or nearly so, by name, domain, e-mail address or title: accounts, people, groups and deals."
    )
    async def search(
        self,
        info: Info,
        text: Annotated[str, strawberry.argument(description="What was typed, begun words and slips too; 200 characters of it are read.")],
        first: First = None,
        after: After = None,
    ) -> SearchConnection:
        page = window(f"Search {text[:LONGEST]!r}", first, after, orders=BY_RANK)
        found = await hits(info.context.caller.graph, text=text)
        beyond = page.page.after
        rest = [one for one in found if beyond is None or one.place > tuple(beyond)]

        async def count() -> int:
            return len(found)

        return connected(page, rest[: page.size + 1], count, SearchConnection)
