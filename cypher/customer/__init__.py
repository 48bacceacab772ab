"""Accounts as customers: what they bought, how content they are, and what they might buy too."""

from cypher.graph import Graph
from cypher.product import ProductRow
from cypher.query import Row, query
from cypher.words import Moment


class StandingRow(Row, frozen=True):
    of: str
    first_won_at: Moment | None
    last_won_at: Moment | None
    open: int


class SatisfactionRow(Row, frozen=True):
    of: str
    mean: float | None


class SuggestionRow(Row, frozen=True):
    product: ProductRow
    because_id: str
    bought_at: Moment | None


class SuggestionsOf(Row, frozen=True):
    of: str
    items: list[SuggestionRow]


@query
async def standing(graph: Graph, *, ids: list[str]) -> list[StandingRow]: ...


@query
async def satisfaction(graph: Graph, *, ids: list[str], since: Moment) -> list[SatisfactionRow]: ...


@query
async def suggestions(graph: Graph, *, ids: list[str], most: int) -> list[SuggestionsOf]: ...
