"""A field of a selection: how its value is got from a row, by attribute or by its resolver, with which info and arguments."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from graphql import GraphQLField, GraphQLObjectType, GraphQLResolveInfo, ValueNode, VariableNode
from graphql.execution.collect_fields import FieldDetails
from graphql.execution.values import get_argument_values
from graphql.pyutils import is_awaitable
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from service.execution.run import Fallback, Run

if TYPE_CHECKING:
    from service.execution.selection import Compiler

Resolve = Callable[[Any, Run], Any]
IMMUTABLE = (str, int, float, bool, Enum, date, Decimal, type(None))


class Told(GraphQLResolveInfo[Any]):
    """graphql-core's info, once for all objects of a field: it does not know where in the answer a value will stand."""

    @property
    def path(self) -> Any:
        raise Fallback("a resolver asks for its path")

    @property
    def async_helpers(self) -> Any:
        raise Fallback("a resolver asks for the helpers of graphql-core")


@dataclass(frozen=True, eq=False, slots=True)
class Field:
    """A response key below one parent type, with all nodes of the document that ask for it."""

    compiler: "Compiler"
    parent: GraphQLObjectType
    definition: GraphQLField
    details: list[FieldDetails]
    below_list: bool

    def info(self, run: Run) -> Told:
        """What resolvers of plain graphql-core, `resolve_type` and `is_type_of` get."""
        compiler, nodes = self.compiler, [one.node for one in self.details]
        return Told(
            nodes[0].name.value,
            nodes,
            self.definition.type,
            self.parent,
            None,  # type: ignore[arg-type] # no path: see Told
            compiler.schema,
            compiler.fragments,
            None,
            compiler.operation,
            run.variables.coerced,  # type: ignore[arg-type] # as Strawberry's own executor does
            run.context,
            is_awaitable,
            None,
            None,  # type: ignore[arg-type] # no helpers: see Told
        )

    @property
    def strawberry(self) -> StrawberryField | None:
        """The field in Strawberry, where nothing of it stands between the row and its resolver."""
        field = self.definition.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
        ordinary = isinstance(field, StrawberryField) and type(field).get_result is StrawberryField.get_result and not field.extensions
        return field if ordinary and not self.compiler.converter._get_field_exception_handlers(field) else None  # noqa: SLF001

    @property
    def attribute(self) -> str | None:
        """The row's attribute that the field shows, where it has no resolver."""
        field = self.strawberry
        plain = field is not None and field.base_resolver is None and self.compiler.converter.config.default_resolver is getattr
        return field.python_name if field and plain else None

    @property
    def by_id(self) -> bool:
        """Whether its resolver looks at nothing of the row but the id."""
        return hasattr(self._function, "by_id")

    @property
    def id_of(self) -> Callable[[Run], str | None] | None:
        """What tells the id of the row that its resolver gives, where that is known before the row is there."""
        told, field = getattr(self._function, "id_of", None), self.strawberry
        if told is None or field is None:
            return None
        arguments = self._arguments(field)
        return lambda run: told(arguments(run))

    @property
    def _function(self) -> Any:
        field = self.strawberry
        return field.base_resolver.wrapped_func if field and field.base_resolver else None

    def resolver(self) -> Resolve:
        """From a row to the field's value."""
        field = self.strawberry
        return self._general() if field is None or field.base_resolver is None else self._direct(field)

    def _general(self) -> Resolve:
        resolve = self.definition.resolve
        if resolve is None:
            raise Fallback("a field without a resolver of Strawberry")
        return lambda row, run: resolve(row, self.info(run), **self._given(run))

    def _direct(self, field: StrawberryField) -> Resolve:
        """Call the resolver as Strawberry does, with what does not change from row to row made once."""
        resolver: Any = field.base_resolver
        function, info = resolver.wrapped_func, self._told(field)
        if hasattr(function, "by_type"):
            of_row = function.by_type(self.parent.name)
            return lambda row, _run: of_row(row)
        row_name = next((one.name for one in (resolver.parent_parameter, resolver.root_parameter) if one), None)
        info_name = resolver.info_parameter.name if resolver.info_parameter else None
        if not field.arguments and row_name and list(resolver.signature.parameters) == [row_name, info_name]:
            return lambda row, run: function(row, info(run))
        arguments = self._arguments(field) if field.arguments else lambda _: {}

        def resolve(row: Any, run: Run) -> Any:
            given = arguments(run)
            if row_name:
                given[row_name] = row
            if info_name:
                given[info_name] = info(run)
            return function(row, **given) if resolver.self_parameter else function(**given)

        return resolve

    def _told(self, field: StrawberryField) -> Callable[[Run], Any]:
        make = self.compiler.converter.config.info_class

        def told(run: Run) -> Any:
            if self not in run.infos:
                run.infos[self] = make(_raw_info=self.info(run), _field=field)
            return run.infos[self]

        return told

    def _given(self, run: Run) -> dict[str, Any]:
        return get_argument_values(self.definition, self.details[0].node, run.variables)

    def _arguments(self, field: StrawberryField) -> Callable[[Run], dict[str, Any]]:
        """Converted arguments: made once where no variable is in them, else once a run; what a resolver could change, each time."""
        converter, info = self.compiler.converter, self._told(field)
        constant = not any(_varies(one.value) for one in self.details[0].node.arguments or ())
        kept: dict[str, Any] | None = None

        def converted(run: Run) -> dict[str, Any]:
            return convert_arguments(self._given(run), field.arguments, converter.scalar_registry, converter.config, info(run))

        def arguments(run: Run) -> dict[str, Any]:
            nonlocal kept
            made = kept if constant else run.arguments.get(self)
            if made is not None:
                return made.copy()
            made = converted(run)
            if all(isinstance(one, IMMUTABLE) for one in made.values()):
                run.arguments[self] = made
                kept = made if constant else None
            return made.copy()

        return arguments


def _varies(node: ValueNode) -> bool:
    """Whether a value has a variable in it."""
    inner = (*getattr(node, "values", ()), *(one.value for one in getattr(node, "fields", ())))
    return isinstance(node, VariableNode) or any(map(_varies, inner))
