"""Reading committees as snapshots, many at once: the rows of `cypher/judgement` turned into what `service/judgement` works on."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from cypher import judgement, process
from cypher.graph import Graph
from cypher.judgement import DealSeen, HeatRow, MemberSeen, PersonSeen, SeatSeen, SnapshotsRow, TiesOf
from cypher.process import CatalogueRow
from cypher.words import Certainty, Day, Moment
from service.judgement import past
from service.judgement.actions import Action, actions
from service.judgement.finding import Finding
from service.judgement.past import Standing, Wheels, holds
from service.judgement.risks import Health, health, risks
from service.judgement.snapshot import (
    DECIDING,
    LADDER,
    STANCES,
    Acquaintance,
    Contact,
    Deal,
    Doubt,
    Expected,
    Member,
    Person,
    Phase,
    Playing,
    Rules,
    Snapshot,
    Want,
)
from service.judgement.vicinity import Vicinity, tie
from service.network.graph import Cover, Network
from service.paces import PACES
from service.workspace_settings import in_force


@dataclass(frozen=True)
class Judged:
    """A deal's committee with what follows from it, computed when it is asked for and once."""

    of: str
    """The deal's id."""
    snapshot: Snapshot

    @cached_property
    def risks(self) -> tuple[Finding, ...]:
        return risks(self.snapshot)

    @cached_property
    def health(self) -> Health:
        return health(self.risks)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        return actions(self.snapshot, self.risks)


@dataclass(frozen=True)
class When:
    """The moment that is told of; `day` is None for now. `zone` says when a day begins."""

    at: Moment
    day: Day | None
    zone: str


async def judged(graph: Graph, *, ids: list[str], when: When) -> list[Judged]:
    """The committees of these deals, read at once; deals that are not there are left out."""
    row, catalogue, paces = await asyncio.gather(
        judgement.snapshots(graph, ids=ids, at=when.at, day=when.day), process.catalogue(graph), PACES.of(graph)
    )
    frame = framed(row, catalogue, paces)
    near = Vicinity([tie(*one) for one in row.ties], [Cover(*one) for one in row.covers])
    return [Judged(one.id, _snapshot(one, when, frame, near)) for one in row.deals]


def whole(of: Judged, inner: TiesOf) -> Judged:
    """The same with all ties among the people of the committee and the chains of managers above them, which some figures need."""
    network = of.snapshot.network
    ties = {*network.ties, *(tie(*one) for one in inner.ties)}
    people = {*network.people, *(end for one in ties for end in (one.from_id, one.to_id))}
    return Judged(of.of, replace(of.snapshot, network=Network.of(people, ties, network.covers)))


@dataclass(frozen=True)
class Frame:
    """What committees of one workspace are held against: its settings, its processes with the roles they expect, who belongs to whom."""

    rules: Rules
    processes: dict[str, tuple[Any, ...]]
    """Key → the phases' rows, retired ones too."""
    expected: dict[str, tuple[Any, ...]]
    """Phase → what it expects of any buy class."""
    paces: dict[str, float]
    wheels: Wheels
    families: dict[str, frozenset[str]]
    """Account → it and all its subsidiaries."""

    def phase(self, row: Any, buy_class: str | None) -> Phase:
        """A phase as it is for a deal of this buy class; a deal without one has all that is expected."""
        expects = tuple(
            Expected(one.role, one.required, one.goal, one.weight)
            for one in self.expected.get(row.id, ())
            if buy_class is None or not one.buy_classes or buy_class in one.buy_classes
        )
        healthy = row.max_healthy_days if row.max_healthy_days is not None else self.paces.get(row.id)
        awareness = None if row.awareness is None else LADDER[row.awareness]
        return Phase(row.id, row.key, row.position, awareness, row.after_purchase, healthy, expects)


def framed(row: SnapshotsRow | HeatRow, catalogue: CatalogueRow, paces: dict[str, float]) -> Frame:
    """The frame of a workspace as it is now."""
    processes: dict[str, tuple[Any, ...]] = {one.key: tuple(one.phases) for one in catalogue.buying}
    items: dict[str, tuple[Any, ...]] = {one.of: tuple(one.items) for one in row.expected}
    families = {one.of: frozenset(one.ids) for one in getattr(row, "families", ())}
    return Frame(Rules(**in_force(row.settings)), processes, items, paces, _wheels(catalogue), families)


def _wheels(catalogue: CatalogueRow) -> Wheels:
    phases = [(one.key, phase) for one in catalogue.buying for phase in one.phases]
    stages = [stage for one in catalogue.sales for stage in one.stages]
    return Wheels(
        {phase.id: phase.position for _, phase in phases},
        {phase.id: key for key, phase in phases},
        {stage.id: stage.serves for stage in stages},
    )


def _snapshot(row: DealSeen, when: When, frame: Frame, near: Vicinity) -> Snapshot:
    on, phase_ids = _deal(row, when, frame)
    home = frame.families.get(row.account_id, frozenset())
    members = tuple(_member(one, when, phase_ids, home) for one in row.members)
    targets = {person for one in members if one.roles & DECIDING for person in one.person_ids}
    everybody = {person for one in members for person in one.person_ids}
    return Snapshot(
        deal=on,
        members=members,
        now=datetime.fromisoformat(row.moment),
        at=datetime.fromisoformat(when.at),
        rules=frame.rules,
        doubts=tuple(
            Doubt(one.id, one.kind, seen.seat.id, datetime.fromisoformat(one.raised_at), one.text)
            for seen in row.members
            for one in seen.doubts
        ),
        wants=tuple(
            Want(one.id, one.kind, seen.seat.id, datetime.fromisoformat(one.opened_at), one.text, one.priority)
            for seen in row.members
            for one in seen.wants
        ),
        network=near.of(targets, everybody),
    )


def _deal(row: DealSeen, when: When, frame: Frame) -> tuple[Deal, frozenset[str]]:
    """The deal at the moment, and the ids of all phases of the process that it followed."""
    stood = _now(row, frame) if when.day is None else past.standing(row.visits, when.at, frame.wheels)
    key = frame.wheels.process_of.get(stood.last_phase_id or "", row.buying_process)
    rows = frame.processes.get(key, ())
    here = next((one for one in rows if stood.phase and one.id == stood.phase.of), None)
    made = Deal(
        id=row.id,
        status=stood.status,
        buy_class=row.buy_class,
        phases=tuple(frame.phase(one, row.buy_class) for one in rows if not one.retired),
        phase=frame.phase(here, row.buy_class) if here else None,
        entered_at=_moment(stood.phase.entered_at) if stood.phase else None,
        gap=stood.gap,
        ahead_since=_moment(stood.ahead_since),
        closed_at=_moment(stood.closed_at),
        delivered_at=datetime.fromisoformat(row.deliver_on).replace(tzinfo=ZoneInfo(when.zone)) if row.deliver_on else None,
        is_evaluated=bool(row.evaluations),
        wants_more=any(row.evaluations),
        is_continued=row.is_continued,
    )
    return made, frozenset(one.id for one in rows)


@dataclass(frozen=True)
class _Here:
    of: str
    entered_at: Moment


def _now(row: DealSeen, frame: Frame) -> Any:
    phase = next((one for one in frame.processes.get(row.buying_process, ()) if one.key == row.phase_key), None)
    here: Any = _Here(phase.id, row.phase_entered_at) if phase and row.phase_entered_at else None
    ahead = row.alignment_since if (row.alignment_gap or 0) > 0 else None
    return Standing(row.status, here, phase.id if phase else None, row.alignment_gap, ahead, row.closed_at)


def _moment(at: Moment | None) -> datetime | None:
    return None if at is None else datetime.fromisoformat(at)


def _member(seen: MemberSeen, when: When, phase_ids: frozenset[str], home: frozenset[str]) -> Member:
    """Phases of other processes than the deal's do not count in a role; one left with none matters in all."""
    playing = tuple(
        Playing(one.role, phase_ids & set(one.phase_ids), _is_sure(one.certainty, one.confirmed_at, when.at))
        for one in sorted(seen.roles, key=lambda one: one.role)
    )
    if when.day is None:
        return seated(seen.seat, when, home, playing)
    return seated(seen.seat, when, home, playing, *past.in_force(seen.assessments))


def _is_sure(certainty: Certainty, confirmed_at: Moment | None, at: Moment) -> bool:
    return certainty == Certainty.CONFIRMED and (confirmed_at is None or confirmed_at <= at)


def seated(
    seat: SeatSeen,
    when: When,
    home: frozenset[str],
    playing: tuple[Playing, ...] = (),
    said: dict[str, Any] | None = None,
    assessed_at: Moment | None = None,
) -> Member:
    """A member; `home`: the account that buys and its subsidiaries; `said`, `assessed_at`: a past moment's judgement, else today's."""
    judged = {name: getattr(seat, name) for name in past.JUDGED} if said is None else said
    joined = seat.since or seat.created_at[:10]
    people = tuple(known(one, when.day, home, joined) for one in sorted(seat.people, key=lambda one: one.id))
    alone = not seat.party.is_group and bool(people)
    return Member(
        id=seat.id,
        party_id=seat.party.id,
        name=seat.party.name,
        people=people,
        is_group=seat.party.is_group,
        is_external=people[0].is_external if alone else seat.party.account_id not in home,
        has_left=alone and people[0].has_left,
        playing=playing,
        stance=None if judged["stance"] is None else STANCES[judged["stance"]],
        influence=judged["influence"],
        awareness=None if judged["awareness"] is None else LADDER[judged["awareness"]],
        favours=judged["favours"],
        assessed_at=_moment(seat.assessed_at if said is None else assessed_at),
    )


def known(seen: PersonSeen, day: Day | None, home: frozenset[str] = frozenset(), joined: Day | None = None) -> Person:
    """A person as it stood on a day; `joined`: the day on which it came onto a committee."""
    current = [one for one in seen.posts if holds(one.since, one.until, day)]
    main = max((one for one in current if one.primary), key=lambda one: one.since or "", default=None)
    had = {one.account_id for one in seen.posts if joined and holds(one.since, one.until, joined)}
    return Person(
        id=seen.id,
        name=seen.name,
        is_placeholder=seen.is_placeholder,
        is_external=not any(one.account_id in home for one in current),
        has_left=bool(had) and not had & {one.account_id for one in current},
        seniority=main.seniority if main else None,
        department=main.department if main else None,
        contacts=tuple(Contact(datetime.fromisoformat(one.at), one.kind, one.by_us) for one in seen.contacts),
        last_at=_moment(seen.last.at),
        engaged_at=_moment(seen.last.engaged_at),
        acquaintances=tuple(Acquaintance(one.team_member_id, one.level, one.wanted) for one in seen.covers),
    )
