"""Selections: what is asked of objects of one type, as a function that builds the answer's object from a row."""

from typing import Any

from graphql import FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode
from graphql.execution.collect_fields import FragmentDetails, GroupedFieldSet, collect_fields, collect_subfields
from graphql.execution.values import VariableValues

from service.execution.field import Field
from service.execution.run import AWAITABLE, Fallback, Run
from service.execution.values import Build, completer, quick_class


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
        template: dict[str, Any] = {}
        attributes, resolved = [], []
        for key, details in asked.items():
            name = details[0].node.name.value
            template[key] = type_.name if name == "__typename" else None
            if name == "__typename":
                continue
            field = Field(self, type_, type_.fields[name], details, below_list)
            quick, complete = quick_class(field.definition.type), completer(field.definition.type, field, below_list=below_list)
            if field.attribute:
                attributes.append((key, field.attribute, quick, complete))
            else:
                resolved.append((key, field.resolver(), quick, complete))

        def build(row: Any, run: Run) -> dict[str, Any]:
            out = template.copy()
            for key, attribute, quick, complete in attributes:
                value = getattr(row, attribute)
                out[key] = value if value.__class__ is quick else complete(value, run)
            for key, resolve, quick, complete in resolved:
                value = resolve(row, run)
                if value.__class__ is quick:
                    out[key] = value
                elif isinstance(value, AWAITABLE):
                    run.later(value, out, key, complete, stepped=below_list)
                else:
                    out[key] = complete(value, run)
            return out

        return build
