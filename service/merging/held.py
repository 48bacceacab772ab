"""What joins merged people or accounts to others, as it will be: which of doubles stays, and what it becomes. Pure rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cypher.merge import HeldRow
from cypher.words import Certainty, Day, RelationshipKind
from service import relationships
from service.unions import Union, united

TIES = frozenset(kind.value for kind in RelationshipKind)
ENTITIES = {"WORKS_AT": "Employment", "COVERS": "Acquaintance", **dict.fromkeys(TIES, "Relationship")}
"""Type of a relationship that is a thing of its own → the thing's kind."""
FILLED = ("strength", "level", "wantedLevel", "note", "title", "department", "seniority", "usualRoles")
"""What one that stays takes over from its doubles where it has none."""
EMPTY: tuple[Any, ...] = (None, [])


@dataclass
class Held:
    """A relationship that a merge moves, or that may be a double of such a one."""

    row: HeldRow
    from_id: str
    to_id: str
    """Its ends as they will be."""
    place: int
    """Of the merged one that it joined, the newest 1; 0: only the one that stays."""
    others: Sequence["Held"] = ()
    """Its doubles, which go."""
    after: dict[str, Any] = field(default_factory=dict)
    """Its properties as they will be."""

    def __post_init__(self) -> None:
        self.after = dict(self.row.properties)

    @property
    def kind(self) -> str:
        return self.row.kind

    @property
    def since(self) -> Day | None:
        return self.after.get("since")

    @property
    def until(self) -> Day | None:
        return self.after.get("until")

    @property
    def is_moved(self) -> bool:
        return (self.from_id, self.to_id) != (self.row.from_id, self.row.to_id)

    @property
    def is_touched(self) -> bool:
        return self.is_moved or self.after != self.row.properties

    @property
    def key(self) -> tuple[Any, ...]:
        """What doubles have in common."""
        ends = (self.from_id, self.to_id)
        return (self.kind, self.row.deletion, *(sorted(ends) if self.kind == RelationshipKind.CONFLICTS_WITH else ends))

    @property
    def strength(self) -> tuple[Any, ...]:
        """Current before ended, then primary, strong, sure, that of the one that stays, of the newer one."""
        force = self.after.get("strength") or self.after.get("level") or 0
        sure = self.after.get("certainty") == Certainty.CONFIRMED
        return (self.until is None, self.after.get("primary") is True, force, sure, -self.place)


@dataclass(frozen=True)
class Plan:
    """What a merge does to relationships."""

    touched: Sequence[Held]
    """Those that stay and become other than they were."""
    between: Sequence[Held]
    """Those among the merged, which go."""
    doubles: Sequence[Held]
    """Those that go because a stronger one stays."""


def plan(rows: Iterable[HeldRow], keep_id: str, ids: Sequence[str], today: Day) -> Plan:
    """What becomes of these relationships when `ids`, newest first, become `keep_id`.

    Doubles are of one kind between the same two at overlapping times. One superior stays, one primary post, one parent: that of the
    one that stays, else the newest's. A superior who stays no longer was one up to today.
    """
    held = [_held(row, keep_id, ids) for row in sorted(rows, key=lambda row: row.properties.get("id") or row.ref)]
    between = [one for one in held if one.from_id == one.to_id]
    unions = united((one for one in held if one.from_id != one.to_id), lambda one: one.key, lambda one: one.strength)
    stay = [_whole(union) for union in unions]
    surplus = _surplus_parents(stay, keep_id)
    stay = [one for one in stay if one not in surplus]
    _leave_one_superior(stay, keep_id, today)
    _leave_one_primary(stay)
    for one in stay:
        _keep_in_step(one)
    return Plan([one for one in stay if one.is_touched], between, surplus + [other for one in stay for other in one.others])


def _held(row: HeldRow, keep_id: str, ids: Sequence[str]) -> Held:
    places = {id_: place for place, id_ in enumerate(ids, 1)}
    from_id, to_id = (keep_id if end in places else end for end in (row.from_id, row.to_id))
    return Held(row, from_id, to_id, max(places.get(row.from_id, 0), places.get(row.to_id, 0)))


def _whole(union: Union[Held]) -> Held:
    """The one that stays: it holds as long as any of its doubles did, has what it lacked from the first of them, and knows their ids."""
    stays = union.stays
    if not union.others:
        return stays
    stays.others = sorted(union.others, key=lambda other: other.place)
    stays.after |= {name: value for name, value in (("since", union.since), ("until", union.until)) if value != stays.after.get(name)}
    for name in FILLED:
        held = [value for one in stays.others if (value := one.after.get(name)) not in EMPTY]
        if held and stays.after.get(name) in EMPTY:
            stays.after[name] = held[0]
    if stays.kind in ENTITIES:
        stays.after["mergedIds"] = [*stays.after.get("mergedIds", ()), *swallowed(stays)]
    return stays


def swallowed(one: Held) -> list[str]:
    """The ids of its doubles, and of theirs."""
    return [id_ for other in one.others for id_ in (other.after["id"], *other.after.get("mergedIds", ()))]


def _current(held: Iterable[Held], kind: str) -> list[Held]:
    """Those of a kind that hold and can be seen, of the one that stays first."""
    return sorted((one for one in held if one.kind == kind and one.until is None and one.row.deletion is None), key=lambda one: one.place)


def _surplus_parents(held: Iterable[Held], keep_id: str) -> list[Held]:
    return [one for one in _current(held, "SUBSIDIARY_OF") if one.from_id == keep_id][1:]


def _leave_one_superior(held: Iterable[Held], keep_id: str, today: Day) -> None:
    for one in [one for one in _current(held, RelationshipKind.REPORTS_TO) if one.from_id == keep_id][1:]:
        one.after["until"] = today


def _leave_one_primary(held: Iterable[Held]) -> None:
    seen = set[str]()
    for one in (one for one in _current(held, "WORKS_AT") if one.after["primary"]):
        one.after["primary"] = one.from_id not in seen
        seen.add(one.from_id)


def _keep_in_step(one: Held) -> None:
    """The key that only one current relationship may carry, and the next version of one that changes."""
    if one.kind in ENTITIES or one.kind == "BELONGS_TO":
        one.after |= {"openKey": key} if (key := _open_key(one)) or "openKey" in one.after else {}
    if one.is_touched and "version" in one.after:
        one.after["version"] += 1


def _open_key(one: Held) -> str | None:
    if one.until is not None or (one.kind == "WORKS_AT" and not one.after["primary"]):
        return None
    if one.kind in TIES:
        return relationships.open_key(RelationshipKind(one.kind), one.from_id, one.to_id)
    return f"{one.from_id}|{'primary' if one.kind == 'WORKS_AT' else one.to_id}"
