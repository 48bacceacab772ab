"""Networks of people: parts of the graph, cut out whole for calculations. What ids name is read by the nouns' own statements."""

from cypher.compose.page import Page
from cypher.graph import Graph
from cypher.person import PeopleOf as PersonPageOf
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import Day, Moment, RelationshipKind, Role

TieTuple = tuple[RelationshipKind, str, str, int | None]
"""Kind, from, to, strength. There may be a hundred thousand in one answer, so they are no rows of their own."""
CoverTuple = tuple[str, str, int]
"""Team member, person, level."""


class PeopleOf(Row, frozen=True):
    """The people of a party or of an account, by id."""

    of: str
    people: list[str]


class AroundRow(Row, frozen=True):
    settings: str
    targets: list[PeopleOf]
    circles: list[PeopleOf]
    people: list[str]
    ties: list[TieTuple]
    covers: list[CoverTuple]
    truncated: bool
    """Whether some ring had more people, or more ties, than may be read."""


class PlayerRow(Row, frozen=True):
    deal_id: str
    party: str
    roles: list[Role]
    people: list[str]


class LeavingRow(Row, frozen=True):
    of: str
    party: str
    people: list[str]
    accounts: list[str]
    """Those of the deals, and a person's employer; one may stand there twice."""
    deals: list[str]
    players: list[PlayerRow]


@query
async def around(graph: Graph, *, ids: list[str], accounts: list[str], day: Day | None, most: int, steps: int) -> AroundRow: ...


@query
async def leaving(graph: Graph, *, ids: list[str], day: Day | None) -> list[LeavingRow]: ...


class SeatRow(Row, frozen=True):
    member: str
    people: list[str]
    """The person, or the group's people."""


class CommitteeNetworkRow(Row, frozen=True):
    of: str
    seats: list[SeatRow]
    ties: list[TieTuple]
    """Among the people of the committee, of every kind."""
    beyond: list[TieTuple]
    """INFLUENCES from one of them to another by way of somebody else, and REPORTS_TO from any of them up to the top."""


class ColleaguesRow(Row, frozen=True):
    of: str
    people: list[str]
    ties: list[TieTuple]


@query
async def committees(graph: Graph, *, ids: list[str], day: Day | None, at: Moment | None, steps: int) -> list[CommitteeNetworkRow]: ...


@query
async def colleagues(graph: Graph, *, ids: list[str], kinds: list[RelationshipKind], most: int, steps: int) -> list[ColleaguesRow]: ...


@query
async def managers(graph: Graph, *, ids: list[str]) -> list[PeopleOf]: ...


@query
async def gatekeepers(graph: Graph, *, ids: list[str]) -> list[PeopleOf]: ...


@query
async def direct_reports(graph: Graph, *, ids: list[str], page: Page) -> list[PersonPageOf]: ...


@query
async def reports(graph: Graph, *, ids: list[str], depth: int, page: Page) -> list[PersonPageOf]: ...


@query
async def count_of_reports(graph: Graph, *, ids: list[str], depth: int) -> list[CountOf]: ...
