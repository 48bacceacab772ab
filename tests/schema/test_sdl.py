"""The printed schema is the reviewed file, nothing in it is without a description, and every plain field has a row's value behind it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    is_introspection_type,
    is_specified_scalar_type,
)

import cypher
import schema
import service
from schema.schema import build
from tests.recorded import same

ROOT = Path(__file__).resolve().parents[2]
BUILT = build()
TYPES: dict[str, GraphQLNamedType] = {
    name: kind for name, kind in BUILT._schema.type_map.items() if not is_introspection_type(kind) and not is_specified_scalar_type(kind)
}


def test_the_printed_schema_is_the_reviewed_file() -> None:
    same(ROOT / "schema" / "schema.graphql", BUILT.as_str() + "\n")


def test_everything_has_a_description() -> None:
    assert [place for kind in TYPES.values() for place, one in parts(kind) if not (one.description or "").strip()] == []


def parts(kind: GraphQLNamedType) -> Iterator[tuple[str, Any]]:
    """A type and all that it is made of, each with the place where it stands."""
    yield kind.name, kind
    if isinstance(kind, GraphQLEnumType):
        yield from ((f"{kind.name}.{name}", value) for name, value in kind.values.items())
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        for name, field in kind.fields.items():
            yield f"{kind.name}.{name}", field
            yield from ((f"{kind.name}.{name}({argument}:)", one) for argument, one in getattr(field, "args", {}).items())


def rows() -> list[tuple[str, type, str]]:
    """Every plain field of a type that stands on a row: the type, the row, the attribute."""
    found = []
    for name in sorted(TYPES):
        definition: Any = BUILT.get_type_by_name(name)
        row = getattr(getattr(definition, "origin", None), "row", ())
        for kind in row[:1] if isinstance(row, tuple) else (row,):
            found += [(name, kind, field.python_name) for field in definition.fields if field.base_resolver is None]
    return found


@pytest.mark.parametrize(("name", "row", "attribute"), rows(), ids=lambda one: getattr(one, "__name__", one))
def test_each_plain_field_is_one_of_the_row(name: str, row: type, attribute: str) -> None:
    assert hasattr(row, attribute), f"{name} takes {attribute} from {row.__name__}, which has none."


def test_rows_stand_behind_the_types() -> None:
    assert {"Account", "Person", "Deal", "Member"} <= {name for name, _, _ in rows()}


def test_the_rooms_are_those_of_this_checkout() -> None:
    for room in (cypher, schema, service):
        assert Path(room.__file__ or "").parent == ROOT / room.__name__
