"""What figures are counted from: the visits of whole processes, and deals by what they have in common. Counting is the service's."""

from typing import Literal

from cypher.compose.groups import Groups
from cypher.compose.where import Where
from cypher.graph import Graph
from cypher.query import Row, query
from cypher.words import Moment


class PieceRow(Row, frozen=True):
    """A phase or stage."""

    kind: Literal["Phase", "Stage"]
    id: str
    key: str
    after_purchase: bool
    """False for every stage."""
    objections: int = 0
    """How many were raised there in the period."""


class VisitedRow(Row, frozen=True):
    """What deals visited in one process, as columns: an item of each is a deal, and an item in it, where there is one, a visit.

    What is not there is an empty text, for a list that is gathered holds no nulls.
    """

    of: str
    pieces: list[PieceRow]
    """In their order; retired ones are among them."""
    places: list[list[str]]
    """The keys of the phases or stages."""
    visits: list[list[str]]
    entered: list[list[Moment]]
    left: list[list[Moment]]
    recorded: list[list[Moment]]
    left_by: list[list[str]]
    closed_as: list[list[str]]
    triggers: list[list[str]]
    """The ids of what led there."""
    deals: list[str]
    created_at: list[Moment]
    closed_at: list[Moment]
    status: list[str]
    accounts: list[str]
    talks: list[list[str]]
    """The ids of the interactions about each deal; `talk_kinds`, `talked_at` and `sentiments` likewise."""
    talk_kinds: list[list[str]]
    talked_at: list[list[Moment]]
    sentiments: list[list[str]]
    """Whole numbers, as text."""
    winners: list[str]
    """The account of every deal won since then, in whatever process."""
    won_at: list[Moment]


@query
async def visited(graph: Graph, *, ids: list[str], since: Moment, until: Moment, talk: bool, where: Where) -> list[VisitedRow]: ...


class SumRow(Row, frozen=True):
    """A sum of money, in two parts, for one of them alone may be too large for the database."""

    currency: str
    billions: int
    """Thousands of millions of ten-thousandths; `units` is what is left."""
    units: int


class GroupRow(Row, frozen=True):
    keys: list[str | None]
    """As many as were asked for; null for deals without one."""
    count: int
    won: int
    lost: int
    amounts: list[SumRow]
    """In no order."""


@query
async def groups(graph: Graph, *, page: Groups) -> list[GroupRow]: ...
