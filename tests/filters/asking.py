"""Random filters, made from the schema's own input types, so that no field of any can be forgotten; values come from a graph or near it."""

from random import Random
from typing import Any

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, get_named_type

from schema.node import global_id
from schema.schema import build
from tests.filters.evaluator import Graph
from tests.filters.graphs import KEYS, NAMES, PHASES, TAGS, WORDS

TYPES = build()._schema.type_map
KINDS = {"AccountFilter": "accounts", "PersonFilter": "people", "DealFilter": "deals", "MemberFilter": "members"}
TEXTS = {
    "name": NAMES,
    "phase": [phase for _, phase in PHASES],
    "buyingProcess": [process for process, _ in PHASES],
    "salesProcess": ("sales",),
    "stage": ("closing", "follow-up"),
    "currency": ("EUR", "usd"),
    "email": ("a@MILL.example", "b@öl.example"),
}
HOSTILE = ("", " ", '"', "' OR 1=1 //", "x*", "\\", "}} RETURN d //", "$w0", "\x07", "\u200c", "nothing has this")
AMOUNTS = ("0", "50000", "50000.0001", "50000.00005", "-0.0005", "1.25", "1234.5678", "99999999999999999999")
MOMENTS = ("2026-11-20T12:00:00Z", "2026-10-01T00:00:00+02:00", "2025-06-01T00:00:00Z", "2024-11-20T12:00:00.000001Z")
DAYS = ("2026-12-01", "2026-10-20", "2025-01-01")
NUMBERS = (-1, 0, 5, 7, 10, 30, 200, 2**31 - 1)


class Asker:
    """Makes filters that this graph may answer."""

    def __init__(self, random: Random, graph: Graph) -> None:
        self.random, self.graph = random, graph

    def filter(self, name: str, depth: int = 3) -> dict[str, Any]:
        """A filter of this type; below depth 0 only plain fields."""
        type_ = TYPES[name]
        assert isinstance(type_, GraphQLInputObjectType)
        names = [key for key, one in type_.fields.items() if depth > 0 or not self._nests(one.type)]
        chosen = self.random.sample(names, min(len(names), self.random.choice((0, 1, 1, 1, 2, 2, 3))))
        required = [key for key, one in type_.fields.items() if isinstance(one.type, GraphQLNonNull) and key not in chosen]
        return {key: self._value(name, key, type_.fields[key].type, depth) for key in [*chosen, *required]}

    def _nests(self, type_: Any) -> bool:
        name = get_named_type(type_).name
        return name in KINDS or name == "RelatedFilter" or name.endswith("ListFilter")

    def _value(self, parent: str, key: str, type_: Any, depth: int) -> Any:
        type_ = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if isinstance(type_, GraphQLList):
            many = self.random.choice((0, 1, 1, 2, 2, 3))
            return [self._value(parent, key, type_.of_type, depth) for _ in range(many)]
        if isinstance(type_, GraphQLEnumType):
            return self.random.choice(list(type_.values))
        if isinstance(type_, GraphQLInputObjectType):
            return self._object(parent, key, type_.name, depth)
        if key == "maxHops":
            return self.random.choice((1, 2))
        if type_.name == "Boolean":
            return self.random.random() < 0.5
        return self.random.choice(TAGS if key == "tags" else KEYS)

    def _object(self, parent: str, key: str, name: str, depth: int) -> Any:
        if name in KINDS or name == "RelatedFilter" or name.endswith("ListFilter"):
            return self.filter(name, depth if name.endswith("ListFilter") else depth - 1)
        type_ = TYPES[name]
        assert isinstance(type_, GraphQLInputObjectType)
        chosen = self.random.sample(list(type_.fields), self.random.choice((0, 1, 1, 1, 1, 2)))
        return {one: self._operand(parent, key, name, one, type_.fields[one].type) for one in chosen}

    def _operand(self, parent: str, key: str, name: str, operator: str, type_: Any) -> Any:
        if operator == "isNull":
            return self.random.random() < 0.5
        if operator == "in":
            return [self._operand(parent, key, name, "eq", type_) for _ in range(self.random.randrange(4))]
        match name:
            case "StringFilter":
                return self._text(key, operator)
            case "IdFilter":
                return self._id(parent, key)
            case "StanceFilter":
                return self.random.choice(list(TYPES["Stance"].values))  # type: ignore[union-attr]
        pools: dict[str, tuple[Any, ...]] = {"IntFilter": NUMBERS, "DecimalFilter": AMOUNTS, "DateFilter": DAYS, "DateTimeFilter": MOMENTS}
        return self.random.choice(pools[name])

    def _text(self, key: str, operator: str) -> str:
        whole = self.random.choice(TEXTS.get(key, WORDS))
        if self.random.random() < 0.1:
            return self.random.choice(HOSTILE)
        start = self.random.randrange(len(whole)) if operator == "contains" else 0
        part = whole[start : start + self.random.randrange(1, 5)] if operator in ("contains", "startsWith") else whole
        return self.random.choice((part.strip(), part.strip().upper(), part.strip().lower()))

    def _id(self, parent: str, key: str) -> str:
        kind = {"AccountFilter": "Account", "PersonFilter": "Person", "DealFilter": "Deal"}[parent] if key == "id" else "TeamMember"
        things = getattr(self.graph, KINDS[parent] if key == "id" else "team")
        strange = (global_id("Group", things[0]["id"]), global_id(kind, "01900000-0000-7000-8000-00000000ffff"), "x", "")
        return str(self.random.choice([*(global_id(kind, one["id"]) for one in things), *(strange if self.random.random() < 0.2 else ())]))
