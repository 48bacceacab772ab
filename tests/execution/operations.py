"""Operations over any schema, made by Hypothesis: aliases, merged fields, arguments, variables, fragments, `@include` and `@skip`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    do_types_overlap,
    get_named_type,
    is_composite_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)
from hypothesis import strategies as st

Pool = Mapping[str, Sequence[Any]]
"""Values by the name of a scalar, or of an argument (`deal.id`)."""


class Name(str):
    """An enum's value, which a document writes without quotes."""

    __slots__ = ()


@dataclass(frozen=True)
class Operation:
    document: str
    variables: dict[str, Any]


@st.composite
def operations(draw: st.DrawFn, schema: GraphQLSchema, pool: Pool, depth: int = 4) -> Operation:
    """A valid query with its variables."""
    return Maker(draw, schema, pool).operation(depth)


def literal(value: Any) -> str:
    """The value as a document writes it."""
    if isinstance(value, Name):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {literal(one)}' for key, one in value.items())}}}"
    return json.dumps(value)


@cache
def overlapping(schema: GraphQLSchema, type_: Any) -> list[Any]:
    """The types on which a fragment may stand inside a selection of this type."""
    composite = [one for one in schema.type_map.values() if is_composite_type(one) and not one.name.startswith("__")]
    return [one for one in composite if do_types_overlap(schema, one, type_)]


@dataclass
class Maker:
    draw: st.DrawFn
    schema: GraphQLSchema
    pool: Pool
    heads: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    fragments: list[tuple[str, Any, int, str]] = field(default_factory=list)
    """Name, type, depth, text."""
    keys: int = 0

    def operation(self, depth: int) -> Operation:
        asked = self.selection(self.schema.query_type, depth)
        used = self._reached(asked)
        head = f"query Q({', '.join(self.heads)})" if self.heads else "query Q"
        return Operation("\n".join([f"{head} {asked}", *used]), self.values)

    def _reached(self, text: str) -> list[str]:
        """Only fragments that something spreads. A later one may spread an earlier one, never the other way round."""
        used: list[str] = []
        for name, type_, _, inner in reversed(self.fragments):
            if f"...{name} " in "".join((text, *used)):
                used.append(f"fragment {name} on {type_} {inner}")
        return used

    def chance(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def one(self, choices: Sequence[Any]) -> Any:
        return self.draw(st.sampled_from(choices))

    def selection(self, type_: Any, depth: int) -> str:
        items: list[str] = []
        again: list[tuple[str, Any]] = []
        for _ in range(self.draw(st.integers(1, 3))):
            items.append(self.item(type_, depth, again))
            if again and self.chance(20):
                head, inner = self.one(again)
                items.append(head + (self.selection(inner, depth - 1) if is_composite_type(inner) else ""))
        return f"{{ {' '.join(items)} }}"

    def item(self, type_: Any, depth: int, again: list[tuple[str, Any]]) -> str:
        kind = self.draw(st.integers(0, 9))
        if kind < 7 and hasattr(type_, "fields"):
            return self.asked(type_, depth, again)
        if kind == 7 and depth:
            return f"...{self.spread(type_, depth)} {self.directives()}"
        if kind < 9 and depth:
            return self.inline(type_, depth - 1)
        return self.one(["__typename", "kind: __typename"]) + self.directives()

    def inline(self, type_: Any, depth: int) -> str:
        other = self.one(overlapping(self.schema, type_))
        condition = "" if other is type_ and self.chance(50) else f"on {other} "
        return f"... {condition}{self.directives()} {self.selection(other, depth)}"

    def spread(self, type_: Any, depth: int) -> str:
        known = [name for name, on, deep, _ in self.fragments if deep <= depth and do_types_overlap(self.schema, on, type_)]
        if known and self.chance(50):
            return str(self.one(known))
        other = self.one(overlapping(self.schema, type_))
        text = self.selection(other, depth - 1)
        self.fragments.append((f"F{len(self.fragments)}", other, depth, text))
        return self.fragments[-1][0]

    def asked(self, type_: Any, depth: int, again: list[tuple[str, Any]]) -> str:
        """A field. A key stands for one field of one type with one set of arguments, so that no two conflict."""
        fields = {name: one for name, one in type_.fields.items() if depth or is_leaf_type(get_named_type(one.type))}
        if not fields:
            return "__typename"
        name = self.one(sorted(fields))
        arguments = self.arguments(name, fields[name])
        self.keys += 1
        key = f"{name}_{self.keys}" if arguments else f"{name}_{type_}"
        head = f"{key}: {name}{arguments}"
        inner = get_named_type(fields[name].type)
        again.append((head, inner))
        return head + self.directives() + (self.selection(inner, depth - 1) if is_composite_type(inner) else "")

    def directives(self) -> str:
        if not self.chance(12):
            return ""
        return f" @{self.one(['include', 'skip'])}(if: {self.condition(self.one(['true', 'false', 'a', 'b']))}) "

    def condition(self, name: str) -> str:
        if name in ("true", "false"):
            return name
        if name not in self.values:
            self.values[name] = self.draw(st.booleans())
            self.heads.append(f"${name}: Boolean!")
        return f"${name}"

    def arguments(self, name: str, asked: GraphQLField) -> str:
        given = [
            f"{key}: {self.argument(f'{name}.{key}', one.type)}"
            for key, one in asked.args.items()
            if is_required_argument(one) or self.chance(25)
        ]
        return f"({', '.join(given)})" if given else ""

    def argument(self, name: str, type_: Any) -> str:
        """A literal, or a variable: with or without a default, given or (where that may be) not."""
        value = self.value(name, type_)
        if not self.chance(40):
            return literal(value)
        variable, default = f"v{len(self.values)}_{len(self.heads)}", self.chance(30)
        self.heads.append(f"${variable}: {type_}" + (f" = {literal(self.value(name, type_))}" if default else ""))
        if self.chance(80) or (isinstance(type_, GraphQLNonNull) and not default):
            self.values[variable] = value
        return f"${variable}"

    def value(self, name: str, type_: Any) -> Any:
        if isinstance(type_, GraphQLNonNull):
            return self.some(name, type_.of_type)
        return None if self.chance(15) else self.some(name, type_)

    def some(self, name: str, type_: Any) -> Any:
        if isinstance(type_, GraphQLList):
            return [self.value(name, type_.of_type) for _ in range(self.draw(st.integers(0, 2)))]
        if isinstance(type_, GraphQLEnumType):
            return Name(self.one(sorted(type_.values)))
        if isinstance(type_, GraphQLInputObjectType):
            often = min(50, 150 // len(type_.fields))  # of a filter's many fields one or two, so that filters in filters come to an end
            fields = {key: one for key, one in type_.fields.items() if is_required_input_field(one) or self.chance(often)}
            return {key: self.value(f"{name}.{key}", one.type) for key, one in fields.items()}
        return self.one(self.pool.get(name) or self.pool[type_.name])
