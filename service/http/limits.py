"""How much a document may ask for. Each fragment is measured once, so that no document takes longer to measure than to read.

It knows GraphQL and Relay's connections; what a field weighs is the schema's to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)
from graphql.utilities.coerce_input_value import coerce_default_value

from service.http.failures import Refusal

OBJECT = 0.02  # what an object without a weight of its own weighs
PLAIN_LIST = 5  # what a list counts as that tells no size
PAGE = 20  # a connection without `first` and `last`
MOST_DIGITS = 9  # of a size that is read from a document
MANY = 1_000_000_000


@dataclass(frozen=True)
class Limits:
    """The most that one document may hold, its fragments spread out, and one operation of it cost. Defaults: see the settings."""

    characters: int
    tokens: int
    depth: int
    fields: int
    aliases: int
    root_fields: int
    directives: int
    cost: float
    errors: int


class Measure(NamedTuple):
    """What a selection holds, all levels together; `width`: its own fields; `paged`: what each row of a connection's lists costs."""

    depth: int = 0
    width: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    cost: float = 0
    paged: float = 0

    def beside(self, other: "Measure") -> "Measure":
        return Measure(
            max(self.depth, other.depth),
            self.width + other.width,
            self.fields + other.fields,
            self.aliases + other.aliases,
            self.directives + other.directives,
            self.cost + other.cost,
            self.paged + other.paged,
        )


class Meter:
    """Measures the operations of one document. Sizes that stand in variables are looked up there; `sized_by` collects their names.

    Selections count as if both sides of a condition were taken, and as often as they stand there.
    """

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, weights: Mapping[str, float], variables: Mapping[str, Any]) -> None:
        self.schema, self.weights, self.variables = schema, weights, variables
        self.fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
        self.known: dict[str, Measure] = {}
        self.sized_by: set[str] = set()

    def operation(self, node: OperationDefinitionNode) -> Measure:
        measured = self._selections(node.selection_set, self.schema.get_root_type(node.operation))
        return measured._replace(directives=measured.directives + len(node.directives or ()))

    def _selections(self, node: SelectionSetNode | None, parent: GraphQLNamedType | None) -> Measure:
        total = Measure()
        for one in node.selections if node else ():
            total = total.beside(self._selection(one, parent))
        return total

    def _selection(self, node: SelectionNode, parent: GraphQLNamedType | None) -> Measure:
        measured = Measure()
        if isinstance(node, FieldNode):
            measured = self._field(node, parent)
        elif isinstance(node, FragmentSpreadNode):
            measured = self._fragment(node.name.value)
        elif isinstance(node, InlineFragmentNode):
            kind = self.schema.get_type(node.type_condition.name.value) if node.type_condition else parent
            measured = self._selections(node.selection_set, kind)
        return measured._replace(directives=measured.directives + len(node.directives)) if node.directives else measured

    def _fragment(self, name: str) -> Measure:
        """A fragment that spreads itself counts as nothing there; validation refuses it."""
        if name not in self.known:
            self.known[name] = Measure()
            if node := self.fragments.get(name):
                self.known[name] = self._selections(node.selection_set, self.schema.get_type(node.type_condition.name.value))
        return self.known[name]

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Measure:
        composite = parent if is_composite_type(parent) else None
        field = self.schema.get_field(composite, node.name.value) if composite else None
        kind = get_named_type(field.type) if field else None
        inner = self._selections(node.selection_set, kind)
        cost, paged = self._cost(node, composite, field, kind, inner)
        return Measure(inner.depth + 1, 1, inner.fields + 1, inner.aliases + bool(node.alias), inner.directives, cost, paged)

    def _cost(
        self,
        node: FieldNode,
        parent: GraphQLCompositeType | None,
        field: GraphQLField | None,
        kind: GraphQLNamedType | None,
        inner: Measure,
    ) -> tuple[float, float]:
        """What a field costs by itself, and for each row of the page that its parent is."""
        if field is None or parent is None:
            return 0, 0
        name = node.name.value
        weight = self.weights.get(f"{parent.name}.{name}", self.weights.get(name))
        own = (OBJECT if is_composite_type(kind) else 0) if weight is None else weight
        if _is_connection(kind):
            return own + inner.cost + inner.paged * self._size(node, field, ("first", "last"), PAGE), 0
        if not is_list_type(get_nullable_type(field.type)):
            return own + inner.cost, 0
        if _is_connection(parent):
            return 0, own + inner.cost
        size = self._size(node, field, ("limit", "ids"), PLAIN_LIST)
        return (own * size if weight is None else own) + inner.cost * size, 0

    def _size(self, node: FieldNode, field: GraphQLField, named: tuple[str, ...], otherwise: int) -> int:
        """How many rows a field may give: what the argument says, else its default, else a guess."""
        given = {one.name.value: self._number(one.value) for one in node.arguments or () if one.name.value in named}
        for name in named:
            value = given.get(name)
            if value is None and name in field.args:
                default = coerce_default_value(field.args[name])
                value = default if isinstance(default, int) else None
            if value is not None:
                return max(value, otherwise if name == "ids" else 1)
        return otherwise

    def _number(self, node: ValueNode) -> int | None:
        """The number, or how many there are, where a literal or a variable says so."""
        if isinstance(node, IntValueNode):
            return int(node.value[:MOST_DIGITS])
        if isinstance(node, ListValueNode):
            return len(node.values)
        if not isinstance(node, VariableNode):
            return None
        self.sized_by.add(node.name.value)
        value = self.variables.get(node.name.value)
        return len(value) if isinstance(value, list) else value if isinstance(value, int) else None


def check(measures: Sequence[Measure], limits: Limits) -> None:
    """Refuse a document whose operations hold too much, all of them together."""
    total = Measure()
    for one in measures:
        total = total.beside(one)
    for what, found, most in (
        ("levels", total.depth, limits.depth),
        ("fields at the top", total.width, limits.root_fields),
        ("fields", total.fields, limits.fields),
        ("aliases", total.aliases, limits.aliases),
        ("directives", total.directives, limits.directives),
    ):
        if found > most:
            count = f"{found:,}" if found < MANY else "countless"
            raise Refusal(422, "TOO_COMPLEX", f"This document has {count} {what}, its fragments spread out; at most {most:,} are taken.")


def too_costly(cost: float, limits: Limits) -> Refusal:
    said = f"This operation costs {cost:,.2f}; at most {limits.cost:,.0f} are taken. Ask for smaller pages or fewer figures."
    return Refusal(422, "TOO_COSTLY", said, cost=round(cost, 2), limit=limits.cost)


def _is_connection(kind: GraphQLNamedType | None) -> bool:
    return isinstance(kind, GraphQLObjectType) and kind.name.endswith("Connection") and "edges" in kind.fields
