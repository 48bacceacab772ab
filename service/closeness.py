"""How close we are to members and people: read many at once, without the rest of their committees."""

from dataclasses import dataclass
from datetime import datetime

from cypher import judgement
from cypher.graph import Graph
from service.judgement.snapshot import Member, Person, Rules, is_engaged
from service.judgement.strength import Strength, strength, strongest
from service.snapshots import When, known, seated
from service.workspace_settings import in_force


@dataclass(frozen=True)
class Seat:
    """A member at a moment; `now` is where spans of time end."""

    of: str
    """The member's id."""
    member: Member
    now: datetime
    rules: Rules

    @property
    def is_engaged(self) -> bool:
        return is_engaged(self.member, self.now, self.rules)

    @property
    def strength(self) -> Strength:
        return strongest(self.member, self.now)


@dataclass(frozen=True)
class Known:
    """A person now."""

    of: str
    person: Person
    now: datetime

    @property
    def strength(self) -> Strength:
        return strength(self.person, self.now)


async def seats(graph: Graph, *, ids: list[str], when: When) -> list[Seat]:
    """These members, former ones too."""
    found = await judgement.seats(graph, ids=ids, at=when.at, day=when.day)
    rules = Rules(**in_force(found.settings))
    return [Seat(one.of, seated(one.seat, when, frozenset(one.family)), datetime.fromisoformat(one.moment), rules) for one in found.seats]


async def people(graph: Graph, *, ids: list[str], at: str) -> list[Known]:
    """These people."""
    rows = await judgement.people(graph, ids=ids, at=at)
    return [Known(row.id, known(row, None), datetime.fromisoformat(at)) for row in rows]
