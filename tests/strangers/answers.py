"""Documents that select all there is to see, and answers with what differs from call to call taken out."""

import re
from typing import Any

from graphql import GraphQLField, GraphQLNamedType, GraphQLObjectType, get_named_type, is_abstract_type, is_leaf_type, is_required_argument

from schema.node import parted
from tests.strangers.cases import SCHEMA

LOCAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DIGEST = re.compile(r"\b[0-9a-f]{18}\b")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")

TYPES = [one for one in SCHEMA.type_map.values() if isinstance(one, GraphQLObjectType)]
SEVERAL = {
    name
    for of in TYPES
    for name, one in of.fields.items()
    for other in TYPES
    if name in other.fields and other.fields[name].type != one.type
}
"""Names of fields whose type is not everywhere the same: in one answer they need aliases, of which a document may have 200."""


def everything(of: GraphQLNamedType, depth: int) -> str:
    """A selection of all fields that need no argument, so many levels deep; aliases keep fields apart whose types differ."""
    if is_abstract_type(of):
        possible = sorted(SCHEMA.get_possible_types(of), key=str)  # type: ignore[arg-type]
        return "__typename " + " ".join(f"... on {one.name} {{ {everything(one, depth)} }}" for one in possible)
    assert isinstance(of, GraphQLObjectType), of
    told = (_told(of, name, one, depth) for name, one in of.fields.items() if not any(map(is_required_argument, one.args.values())))
    return " ".join(("__typename", *filter(None, told)))


def _told(of: GraphQLObjectType, name: str, one: GraphQLField, depth: int) -> str:
    within, called = get_named_type(one.type), f"{of.name}_{name}: {name}" if name in SEVERAL else name
    if is_leaf_type(within):
        return called
    return f"{called} {{ {everything(within, depth - 1)} }}" if depth else ""


def plain(value: Any, *names: dict[str, str]) -> Any:
    """An answer without what differs from call to call: ids, names given, moments, numbers of Changes, cursors."""
    if isinstance(value, dict):
        return {
            key: plain(one, *names) for key, one in value.items() if not key.endswith(("seq", "days", "openMedianDays", "ursor", "recency"))
        }
    if isinstance(value, list):
        return [plain(one, *names) for one in value]
    if not isinstance(value, str):
        return value
    for given in names:
        for name, text in sorted(given.items(), key=lambda one: -len(one[1])):
            value = value.replace(text, f"@{name}")
    kind, _ = parted(value)
    return f"a {kind}" if kind else DIGEST.sub("a digest", MOMENT.sub("a moment", LOCAL.sub("an id", value)))
