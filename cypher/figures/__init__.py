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


VISIT = ("place", "id", "entered", "left", "recorded", "left_by", "closed_as", "trigger")
DEAL = ("created_at", "closed_at", "status", "account")
TALK = ("id", "kind", "at", "sentiment")
WINNER = ("account", "at")
"""The fields of a line, one under the other; what is not there is an empty text. A place is the key of a phase or stage."""


class VisitedRow(Row, frozen=True):
    """What deals visited in one process, as lines."""

    of: str
    pieces: list[PieceRow]
    """In their order; retired ones are among them."""
    deals: list[str]
    visits: list[list[str]]
    """Of each deal its visits, in no order; `talks`, the interactions about it, likewise."""
    talks: list[list[str]]
    winners: list[str]
    """Every deal won since then, in whatever process."""


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
