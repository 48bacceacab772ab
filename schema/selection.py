"""What an operation asks for below a field, so that a list need not read what nobody will see."""

from collections.abc import Awaitable, Iterable, Iterator
from typing import Any

from graphql import FieldNode, FragmentDefinitionNode, FragmentSpreadNode

from schema.context import Batch, Info


def asked(info: Info, *path: str) -> set[str]:
    """The names of the fields selected at a path below the field in hand, through fragments; what a directive may skip counts."""
    raw = info._raw_info  # noqa: SLF001 - strawberry's own view of the selection is built anew for every call, with all arguments
    fields = list(_below(raw.field_nodes, raw.fragments))
    for step in path:
        fields = list(_below([one for one in fields if one.name.value == step], raw.fragments))
    return {one.name.value for one in fields}


def load(info: Info, whole: Batch, brief: Batch, id_: str | None) -> Awaitable[Any] | None:
    """The row with this id, or null: by `brief`, where that statement's row holds all that is asked for."""
    nodes = info._raw_info.field_nodes  # noqa: SLF001 - as above
    known, key = info.context.known, (brief, *map(id, nodes))
    if key not in known:
        known[key] = asked(info) <= {"__typename", *brief.statement.fields}  # type: ignore[attr-defined]
    enough = known[key] and not info.context.has(whole, id_)
    return info.context.load(brief if enough else whole, id_)


def _below(nodes: Iterable[Any], fragments: dict[str, FragmentDefinitionNode]) -> Iterator[FieldNode]:
    for node in nodes:
        for one in node.selection_set.selections if node.selection_set else ():
            if isinstance(one, FieldNode):
                yield one
            else:
                yield from _below([fragments[one.name.value] if isinstance(one, FragmentSpreadNode) else one], fragments)
