"""Maps of committees and accounts, and org charts: what stands on them, as rows. How they are drawn is any frontend's."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cypher import member, network
from cypher.graph import Graph
from cypher.member import MemberRow
from cypher.network import CandidateRow, CandidatesRow, DrawnRow, MapSeatRow
from cypher.words import Day, Moment, RelationshipKind
from service.apart import calculated
from service.network.cut import Candidate, chart, kept
from service.reach import MOST_PEOPLE, MOST_STEPS, Found

Kinds = tuple[RelationshipKind, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A map before it is drawn: its rows, the members among them, and whether something was left out."""

    drawn: DrawnRow
    members: list[MapSeatRow]
    """In the order in which the last of a party's is the one that is shown."""
    truncated: bool


def cut_to(plan: Plan, limit: int) -> Plan:
    """The map of a committee with at most `limit` people; groups stay."""
    if len(plan.drawn.people) <= limit:
        return plan
    playing = {one.party for one in plan.members if one.roles}
    playing |= {person for person, group, _ in plan.drawn.belonging if group in playing}
    known = {person for _, _, _, person, *_ in plan.drawn.covers}
    managers = {one: other for _, kind, one, other, *_ in plan.drawn.ties if kind == RelationshipKind.REPORTS_TO}
    ties = Counter(end for tie in plan.drawn.ties for end in tie[2:4])
    people = [Candidate(one.id, one.id in playing, one.id in known, ties[one.id], managers.get(one.id)) for one in plan.drawn.people]
    return Plan(_only(plan.drawn, frozenset(kept(people, limit))), plan.members, truncated=True)


def _only(drawn: DrawnRow, people: frozenset[str]) -> DrawnRow:
    return DrawnRow(
        people=[one for one in drawn.people if one.id in people],
        groups=drawn.groups,
        ties=[tie for tie in drawn.ties if tie[2] in people and (tie[3] in people or not tie[0])],
        covers=[cover for cover in drawn.covers if cover[3] in people],
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of an account is asked for: its map, or with `chart` the org chart below `root`."""

    limit: int
    kinds: Kinds | None = None
    subsidiaries: bool = False
    chart: bool = False
    root: str | None = None
    depth: int | None = None


async def of_accounts(graph: Graph, *, ids: list[str], wanted: Wanted, day: Day | None, at: Moment | None) -> list[Found[Plan]]:
    """The maps of accounts, in two statements for all that fit, one more for past judgements."""
    rows = await network.candidates(graph, ids=ids, subsidiaries=wanted.subsidiaries, day=day, most=MOST_PEOPLE)
    return [Found(row.of, await _plan(graph, row, wanted, day, at)) for row in rows]


async def _plan(graph: Graph, row: CandidatesRow, wanted: Wanted, day: Day | None, at: Moment | None) -> Plan:
    people, cut = await calculated(len(row.people) // 10, _chosen, row.people, wanted)
    drawn = await network.parties(graph, ids=people, kinds=None if wanted.kinds is None else list(wanted.kinds), day=day, steps=MOST_STEPS)
    shown = frozenset(people)
    seated = [one.id for one in row.members if one.party in shown]
    return Plan(drawn, await _members(graph, seated, day, at), cut or row.truncated)


def _chosen(rows: list[CandidateRow], wanted: Wanted) -> tuple[list[str], bool]:
    fit = [row for row in rows if row.employed or not wanted.chart]
    candidates = [Candidate(row.id, row.playing, row.known, row.ties, row.manager) for row in fit]
    if wanted.chart:
        candidates = chart(candidates, wanted.root, wanted.depth)
    people = kept(candidates, wanted.limit)
    return people, len(people) < len(candidates)


async def _members(graph: Graph, ids: list[str], day: Day | None, at: Moment | None) -> list[MapSeatRow]:
    """The members with these ids, the one judged last at the end."""
    rows: Sequence[MemberRow] = []
    if ids:
        rows = await (member.past_by_ids(graph, ids=ids, at=at, day=day) if at and day else member.by_ids(graph, ids=ids))
    return [_seat(row) for row in sorted(rows, key=lambda one: (one.assessed_at or "", one.id))]


def _seat(row: MemberRow) -> MapSeatRow:
    roles = [role.role for role in row.roles]
    return MapSeatRow(id=row.id, party=row.party.id, roles=roles, stance=row.stance, influence=row.influence, access=row.access)


async def of_committee(graph: Graph, members: Sequence[MemberRow], day: Day) -> Plan:
    """The map of those who sat on a committee once, on that day."""
    parties = [one.party.id for one in members]
    drawn = await network.parties(graph, ids=parties, kinds=None, day=day, steps=MOST_STEPS)
    return Plan(drawn, [_seat(one) for one in members], truncated=False)
