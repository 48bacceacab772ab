"""Selections: what is asked of objects of one type, as a function that builds the answer's object from a row."""

from collections.abc import Callable
from functools import partial
from typing import Any

from graphql import FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode
from graphql.execution.collect_fields import FragmentDetails, GroupedFieldSet, collect_fields, collect_subfields
from graphql.execution.values import VariableValues

from service.execution.field import Field, Resolve
from service.execution.run import AWAITABLE, Complete, Fallback, Run
from service.execution.values import Build, Known, Objects, completer, quick_class


class Compiler:
    """Compiles the selections of one operation, with its `@include` and `@skip` decided. graphql-core says which fields are asked for."""

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: dict[str, FragmentDefinitionNode],
        decided: VariableValues,
    ) -> None:
        self.schema, self.operation, self.fragments, self.decided = schema, operation, fragments, decided
        self.converter: Any = schema._strawberry_schema.schema_converter  # type: ignore[attr-defined] # noqa: SLF001
        self.details = {name: FragmentDetails(one) for name, one in fragments.items()}

    def root(self) -> Build:
        """The operation itself."""
        type_ = self.schema.query_type
        if type_ is None:
            raise Fallback("no query type")
        collected = collect_fields(self.schema, self.details, self.decided, type_, self.operation)
        return self._selection(type_, collected.grouped_field_set, below_list=False)

    def below(self, field: Field, type_: GraphQLObjectType, *, below_list: bool) -> Build:
        """What a field asks of objects of one type."""
        collected = collect_subfields(self.schema, self.details, self.decided, self.operation, type_, field.details)
        return self._selection(type_, collected.grouped_field_set, below_list=below_list)

    def _selection(self, type_: GraphQLObjectType, asked: GroupedFieldSet, *, below_list: bool) -> Build:
        selection = Selection(below_list)
        for key, details in asked.items():
            name = details[0].node.name.value
            selection.template[key] = type_.name if name == "__typename" else None
            if name != "__typename":
                selection.add(key, Field(self, type_, type_.fields[name], details, below_list))
        return selection


class Selection:
    """What is asked of objects of one type: what an attribute of the row shows, what a resolver gives, and what only needs the row's id."""

    def __init__(self, below_list: bool) -> None:
        self.below_list = below_list
        self.template: dict[str, Any] = {}
        self.attributes: list[tuple[str, str, type | None, Complete]] = []
        self.resolved: list[Resolved] = []
        self.by_id: list[Resolved] = []

    def add(self, key: str, field: Field) -> None:
        quick, complete = quick_class(field.definition.type), completer(field.definition.type, field, below_list=self.below_list)
        if field.attribute:
            self.attributes.append((key, field.attribute, quick, complete))
        else:
            id_of = field.id_of if isinstance(complete, Objects) else None
            (self.by_id if field.by_id else self.resolved).append((key, field.resolver(), quick, complete, id_of))

    def __call__(self, row: Any, run: Run, begun: dict[str, Any] | None = None) -> dict[str, Any]:
        """Build the answer's object."""
        out = self.template.copy() if begun is None else begun
        for key, attribute, quick, complete in self.attributes:
            value = getattr(row, attribute)
            out[key] = value if value.__class__ is quick else complete(value, run)
        self._resolve(self.resolved, row, run, out)
        if begun is None:
            self._resolve(self.by_id, row, run, out)
        return out

    def begin(self, id_: str, run: Run) -> dict[str, Any] | None:
        """Begin the object of a row that is still waited for."""
        if not self.by_id:
            return None
        out = self.template.copy()
        self._resolve(self.by_id, Known(id_), run, out)
        return out

    def _resolve(self, fields: list["Resolved"], row: Any, run: Run, out: dict[str, Any]) -> None:
        for key, resolve, quick, complete, id_of in fields:
            value = resolve(row, run)
            if value.__class__ is quick:
                out[key] = value
            elif isinstance(value, AWAITABLE):
                run.later(value, out, key, _begun(complete, id_of, run) if id_of else complete, stepped=self.below_list)
            else:
                out[key] = complete(value, run)


def _begun(complete: Any, id_of: Callable[[Run], str | None], run: Run) -> Complete:
    """Begin what only needs the id of a row that is still to come; gives what completes the row's object once it is there.

    What raises here does so again in the row's turn, if there is such a row.
    """
    try:
        id_ = id_of(run)
        begun: dict[str, Any] | None = complete.begin(id_, run) if id_ else None
    except Exception:  # noqa: BLE001 - the coroutine of the row must not be lost, whatever it was
        begun = None
    return partial(complete, begun=begun) if begun else complete


Resolved = tuple[str, Resolve, type | None, Complete, Callable[[Run], str | None] | None]
"""Key, resolver, the class that stands as it is, what completes others, and what tells the id of the row that is still to come."""
