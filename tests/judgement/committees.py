"""Committees for the tests, small and readable: only what a case is about is named."""

from datetime import UTC, datetime, timedelta
from typing import Any

from cypher.words import InteractionKind, RelationshipKind, Role
from service.judgement.snapshot import Acquaintance, Contact, Deal, Expected, Member, Person, Phase, Playing, Rules, Snapshot
from service.network.graph import Cover, Network, Tie

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
KNOWS, REPORTS_TO, INFLUENCES = RelationshipKind.KNOWS, RelationshipKind.REPORTS_TO, RelationshipKind.INFLUENCES
GUARDS = RelationshipKind.CONTROLS_ACCESS_TO


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def spoke(days: float, kind: InteractionKind = InteractionKind.CALL, by_us: bool | None = None) -> Contact:
    return Contact(ago(days), kind, by_us)


def person(id_: str, *contacts: Contact, **more: Any) -> Person:
    """A person whose every contact engages."""
    last = max((one.at for one in contacts), default=None)
    return Person(id_, id_.title(), contacts=contacts, **({"last_at": last, "engaged_at": last} | more))


def known(*covers: tuple[int, int | None]) -> tuple[Acquaintance, ...]:
    return tuple(Acquaintance(f"t{number}", level, wanted) for number, (level, wanted) in enumerate(covers))


def member(id_: str, *roles: Role | Playing, contacts: tuple[Contact, ...] = (), of: dict[str, Any] | None = None, **more: Any) -> Member:
    """A member who is one person of the same id; `of` says more of the person."""
    playing = tuple(one if isinstance(one, Playing) else Playing(one) for one in roles)
    people = more.pop("people", (person(id_, *contacts, **(of or {})),))
    return Member(id_, id_, id_.title(), people, playing=playing, **more)


def group(id_: str, *roles: Role | Playing, people: tuple[Person, ...], **more: Any) -> Member:
    return member(id_, *roles, people=people, is_group=True, **more)


def expects(role: Role, *, required: bool = True, goal: int = 1, weight: float = 1) -> Expected:
    return Expected(role, required, goal, weight)


def phase(number: int, *expected: Expected, **more: Any) -> Phase:
    return Phase(f"phase {number}", f"phase-{number}", number, expects=expected, **more)


def deal(*phases: Phase, at: int | None = 0, **more: Any) -> Deal:
    return Deal("deal", phases=phases, phase=None if at is None or not phases else phases[at], **more)


def snapshot(*members: Member, on: Deal | None = None, rules: Rules | None = None, **more: Any) -> Snapshot:
    return Snapshot(on or Deal("deal"), members, NOW, NOW, rules or Rules(), **more)


def network(members: tuple[Member, ...], *ties: tuple[Any, ...], covers: tuple[tuple[str, str, int], ...] = ()) -> Network:
    """Ties as (kind, from, to, strength)."""
    people = {one.id for member in members for one in member.people} | {end for tie in ties for end in tie[1:3]}
    return Network.of(people, [Tie(*tie) for tie in ties], [Cover(*one) for one in covers])
