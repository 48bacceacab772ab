"""Networks of people: parts of the graph, cut out whole for calculations. What ids name is read by the nouns' own statements."""

from cypher.compose.page import Page
from cypher.graph import Graph
from cypher.group import GroupRow
from cypher.person import BriefPersonRow
from cypher.person import PeopleOf as PersonPageOf
from cypher.query import Row, query
from cypher.rows import CountOf
from cypher.words import Access, Certainty, Day, Moment, RelationshipKind, Role, Stance

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
    truncated: bool
    """Whether there may be more people, or more ties, than may be read."""


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


class DrawnRow(Row, frozen=True):
    """What a map is drawn of: people, those groups that are parties of their own, and what joins them."""

    people: list[BriefPersonRow]
    groups: list[GroupRow]
    ties: list[tuple[str, str, str, str, int | None, Certainty | None, str | None]]
    """Id, kind, from, to, strength, certainty, note; or BELONGS_TO, without an id, from a person to any group, with the group's name."""
    covers: list[tuple[str, str, str, str, int, str | None]]
    """Id, team member, its name, person, level, note."""

    @property
    def belonging(self) -> list[tuple[str, str, str]]:
        """Person, group, its name; in order."""
        return sorted((tie[2], tie[3], tie[6] or "") for tie in self.ties if not tie[0])


class MapSeatRow(Row, frozen=True):
    """What a map shows of a member."""

    id: str
    party: str
    roles: list[Role]
    stance: Stance | None
    influence: int | None
    access: Access | None


class CommitteeMapRow(Row, frozen=True):
    of: str
    members: list[MapSeatRow]
    drawn: DrawnRow


class CandidateRow(Row, frozen=True):
    id: str
    employed: bool
    playing: bool
    """Whether it plays a role on an open deal, by itself or in a group."""
    known: bool
    ties: int
    manager: str | None


class OpenSeatRow(Row, frozen=True):
    """Who sits on an open deal."""

    id: str
    party: str
    is_group: bool


class CandidatesRow(Row, frozen=True):
    of: str
    people: list[CandidateRow]
    members: list[OpenSeatRow]
    truncated: bool


@query
async def committee_maps(
    graph: Graph, *, ids: list[str], kinds: list[RelationshipKind] | None, day: Day | None, steps: int
) -> list[CommitteeMapRow]: ...


@query
async def parties(graph: Graph, *, ids: list[str], kinds: list[RelationshipKind] | None, day: Day | None, steps: int) -> DrawnRow: ...


@query
async def candidates(graph: Graph, *, ids: list[str], subsidiaries: bool, day: Day | None, most: int) -> list[CandidatesRow]: ...
