"""Filters: a condition becomes one predicate with its values as parameters, and the narrowest place to begin reading from.

A list's file holds `{{page d: …}}`, a count's `{{where d: …}}`; the predicate is written into either. Where something narrow is asked
for (an id, a name, whatever a relation leads there from), the list begins at it; else it walks the index of its order.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from cypher.compose.condition import EVERYTHING, All, Condition, Either, Fact, Has, Is, Not, Related
from cypher.compose.names import FACTS, NEVER_UNKNOWN, OPERATORS, PROPERTIES, RELATIONS, Relation
from cypher.query import Statement
from cypher.words import Direction, RelationshipKind

MARKER = re.compile(r"\{\{where (\w+)(?: of (\w+))?: (.+?)\}\}", re.DOTALL)
UNDIRECTED = RelationshipKind.CONFLICTS_WITH


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where reading may begin: the text that binds the variable, and how many hops and how wide a place it is; less is narrower."""

    width: int
    text: str


@dataclass(frozen=True, slots=True)
class Where:
    """A filter of one list, written. Equal filters are equal, so that what is asked of many parents goes together."""

    predicate: str = "true"
    values: tuple[Any, ...] = ()
    anchor: str | None = None
    fixed: tuple[tuple[str, str], ...] = ()
    """Properties that have one value, each with the parameter that holds it: an index that begins with them serves the list."""

    @property
    def parameters(self) -> dict[str, Any]:
        return {f"w{place}": value for place, value in enumerate(self.values)}

    @property
    def shape(self) -> "Where":
        """The same without its values: what the text hangs on."""
        return replace(self, values=())

    def applied(self, statement: Statement) -> Statement:
        """The statement that counts, with this filter written into it."""
        return _applied(statement, self.shape)

    def begun(self, variable: str, anchor: str) -> str:
        """The text that a list or count without a parent begins with."""
        if self.anchor is not None:
            return f"{self.anchor} WITH DISTINCT {variable} WHERE {variable}.workspace = $workspace"
        if not self.fixed:
            return anchor
        pairs = "".join(f", {name}: {parameter}" for name, parameter in self.fixed)
        columns = ", ".join(("workspace", *(name for name, _ in self.fixed), "id"))
        return anchor.replace("workspace: $workspace", f"workspace: $workspace{pairs}").replace("(workspace, id)", f"({columns})")

    def chosen(self, variable: str, anchor: str) -> str:
        """The text that reads what fits, of a list or count without a parent."""
        return self.fitting(self.begun(variable, anchor))

    def fitting(self, begun: str) -> str:
        """The text with the predicate as its last condition."""
        return f"{begun}{' AND ' if ' WHERE ' in begun else ' WHERE '}{self.predicate}"


UNFILTERED = Where()


@lru_cache(maxsize=1024)
def _applied(statement: Statement, where: Where) -> Statement:
    def write(found: re.Match[str]) -> str:
        variable, parent, anchor = found.groups()
        return where.fitting(anchor) if parent else where.chosen(variable, anchor)

    return replace(statement, text=MARKER.sub(write, statement.text))


def written(condition: Condition, label: str, variable: str) -> Where:
    """Write a condition on things of this label, which the list's statement calls by this variable."""
    if condition == EVERYTHING:
        return UNFILTERED
    writer = Writer([])
    predicate = writer.predicate(condition, label, variable)
    anchor = writer.anchor(condition, label, variable)
    fixed = () if anchor else writer.fixed(condition, label)
    return Where(f"({predicate})", tuple(writer.values), anchor.text if anchor else None, fixed)


@dataclass
class Writer:
    """Collects values; gives each variable a name of its own."""

    values: list[Any]
    names: int = 0

    def value(self, value: Any) -> str:
        self.values.append(value)
        return f"$w{len(self.values) - 1}"

    def name(self, word: str) -> str:
        self.names += 1
        return f"{word[0].lower()}{word[1:]}{self.names}"

    def predicate(self, condition: Condition, label: str, one: str) -> str:
        # What holds of everything or of nothing is a parameter: for a literal the planner of 5.26 drops the rest, and refuses its hints.
        match condition:
            case All(parts):
                text = self._joined(parts, " AND ", label, one) or self.value(True)
            case Either(parts):
                text = self._joined(parts, " OR ", label, one) or self.value(False)
            case Not(part):
                text = self.predicate(part, label, one)
                text = f"NOT {text}" if _known(part) else f"NOT coalesce({text}, false)"
            case Is(name, operator, value):
                text = self._held(name, operator, value, label, one)
            case Has(name, part):
                text = self._exists(RELATIONS[label][name], part, one)
            case Related():
                text = self._related(condition, one)
            case Fact(name, values):
                text = FACTS[label][name].format(one=one, **{key: self.value(value) for key, value in values})
        return text

    def _joined(self, parts: tuple[Condition, ...], glue: str, label: str, one: str) -> str:
        texts = [self.predicate(part, label, one) for part in parts]
        return f"({glue.join(texts)})" if len(texts) > 1 else "".join(texts)

    def _held(self, name: str, operator: str, value: Any, label: str, one: str) -> str:
        if name not in PROPERTIES[label]:
            raise ValueError(f"No filter of {label} reads {name!r}.")
        template = OPERATORS[operator]
        return template.format(it=f"{one}.{name}", value=self.value(value) if "{value}" in template else "")

    def _exists(self, relation: Relation, part: Condition, one: str) -> str:
        match, holds, other = self._step(relation, one)
        conditions = [holds] if holds else []
        if part != EVERYTHING:
            conditions.append(self.predicate(part, relation.label, other))
        return f"EXISTS {{ MATCH {match}{' WHERE ' if conditions else ''}{' AND '.join(conditions)} }}"

    def _step(self, relation: Relation, one: str, other: str | None = None) -> tuple[str, str, str]:
        """The pattern of a relation, when it holds, and the name of what it leads to."""
        names = {"one": one, "other": other or self.name(relation.label), "tie": self.name("tie")}
        return relation.pattern.format(**names), relation.holds.format(**names), names["other"]

    def _related(self, asked: Related, one: str) -> str:
        other = self.name("Person")
        fits = "" if asked.part == EVERYTHING else f" AND {self.predicate(asked.part, 'Person', other)}"
        paths = [self._path(asked, hops, one, other) for hops in range(1, asked.hops + 1)]
        found = [f"EXISTS {{ MATCH {path} WHERE {holds}{fits} }}" for path, holds in paths]
        return f"({' OR '.join(found)})" if len(found) > 1 else "".join(found)

    def _path(self, asked: Related, hops: int, one: str, other: str) -> tuple[str, str]:
        """So many ties in a row, each followed as it was asked for; of a conflict the direction means nothing."""
        kinds = "|".join(RelationshipKind(kind).value for kind in asked.kinds)
        both = asked.direction == Direction.BOTH or UNDIRECTED in asked.kinds
        left, right = ("-", "-") if both else (("-", "->") if asked.direction == Direction.OUT else ("<-", "-"))
        pattern, conditions, at = f"({one})", [], one
        for hop in range(hops):
            tie, to = self.name("tie"), other if hop == hops - 1 else self.name("Person")
            pattern += f"{left}[{tie}:{kinds}]{right}({to} {{workspace: $workspace}})"
            conditions.append(f"{tie}.until IS NULL")
            if both and asked.direction != Direction.BOTH:
                end = "startNode" if asked.direction == Direction.OUT else "endNode"
                conditions.append(f"(type({tie}) = '{UNDIRECTED.value}' OR {end}({tie}) = {at})")
            at = to
        return pattern, " AND ".join([*conditions, *([f"{other} <> {one}"] if hops > 1 else [])])

    def anchor(self, condition: Condition, label: str, one: str) -> Anchor | None:
        """The narrowest place to begin at of those that whatever fits must be found from."""
        match condition:
            case All(parts):
                found = [anchor for part in parts if (anchor := self.anchor(part, label, one))]
                return min(found, key=lambda anchor: anchor.width, default=None)
            case Either((part,)):
                return self.anchor(part, label, one)
            case Is(name, operator, value):
                return self._sought(name, operator, value, label, one)
            case Has(name, part):
                return self._led(RELATIONS[label][name], part, one)
            case Related(hops=1):
                return self._tied(condition, one)
            case _:
                return None

    def _sought(self, name: str, operator: str, value: Any, label: str, one: str) -> Anchor | None:
        width = SOUGHT.get((label, name, operator.removeprefix("loose ")))
        if width is None:
            return None
        if (label, name) in KEYED:
            kind, relation = KEYED[label, name]
            key = self.name(kind)
            held = f"{key}.id IS NOT NULL AND {self._held('key', operator, value, kind, key)}"
            return Anchor(width, f"MATCH ({key}:{kind} {{workspace: $workspace}}) WHERE {held} MATCH ({one})-[:{relation}]->({key})")
        if operator == "in":
            each = self.name("each")
            return Anchor(width, f"UNWIND {self.value(value)} AS {each} {_seek(label, name, one, f'{one}.{name} = {each}')}")
        return Anchor(width, _seek(label, name, one, self._held(name, operator, value, label, one)))

    def _led(self, relation: Relation, part: Condition, one: str) -> Anchor | None:
        other = self.name(relation.label)
        begun = self.anchor(part, relation.label, other)
        if begun is None:
            return None
        match, holds, _ = self._step(relation, one, other)
        return Anchor(begun.width + 1, f"{begun.text} MATCH {match}{' WHERE ' if holds else ''}{holds}")

    def _tied(self, asked: Related, one: str) -> Anchor | None:
        other = self.name("Person")
        begun = self.anchor(asked.part, "Person", other)
        if begun is None:
            return None
        path, holds = self._path(asked, 1, one, other)
        return Anchor(begun.width + 1, f"{begun.text} MATCH {path} WHERE {holds}")

    def fixed(self, condition: Condition, label: str) -> tuple[tuple[str, str], ...]:
        """The status, where there is but one that fits: each order of deals has an index that begins with it."""
        parts = condition.parts if isinstance(condition, All) else (condition,)
        for part in parts:
            if isinstance(part, All) and (found := self.fixed(part, label)):
                return found
            if label == "Deal" and isinstance(part, Is) and (part.property, part.operator) == ("status", "in") and len(part.value) == 1:
                return (("status", self.value(part.value[0])),)
        return ()


SOUGHT = {
    **{(label, "id", operator): 0 for label in ("Account", "Person", "Deal", "TeamMember") for operator in ("eq", "in")},
    **{(label, "nameKey", operator): 1 for label in ("Account", "Person", "Deal") for operator in ("eq", "in")},
    **{("Deal", "ownerId", operator): 3 for operator in ("eq", "in")},
    **{(label, "nameKey", "startsWith"): 4 for label in ("Account", "Person", "Deal")},
    **{("Deal", name, operator): 8 for name in ("phaseKey", "stageKey") for operator in ("eq", "in")},
}
"""What can be sought in an index, and how wide a place that is, in hops of an ordinary relation."""
KEYED = {("Deal", "phaseKey"): ("Phase", "IN_PHASE"), ("Deal", "stageKey"): ("Stage", "IN_STAGE")}
"""Properties that repeat the key of what the deal is in; those are few, so they are read and their deals with them."""


def _seek(label: str, name: str, one: str, held: str) -> str:
    columns = "workspace, id" if name == "id" else f"workspace, {name}, id"
    there = "" if name == "id" else f" AND {one}.id IS NOT NULL"
    return f"MATCH ({one}:{label} {{workspace: $workspace}}) USING INDEX SEEK {one}:{label}({columns}) WHERE {held}{there}"


def _known(condition: Condition) -> bool:
    """Whether it is true or false of everything, also of what lacks the value."""
    match condition:
        case All(parts) | Either(parts):
            return all(map(_known, parts))
        case Is(_, operator, _):
            return operator in NEVER_UNKNOWN
        case Fact(name, _):
            return name in ("engaged", "inside", "aligned")
        case _:
            return True
