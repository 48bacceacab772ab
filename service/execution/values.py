"""From what a resolver gave to what stands in the answer: leaves, lists and objects, as the type says. A surprise is a Fallback."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from graphql import (
    GRAPHQL_MAX_INT,
    GRAPHQL_MIN_INT,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    Undefined,
    default_type_resolver,
    is_leaf_type,
)
from graphql.pyutils import is_awaitable

from service.execution.run import Complete, Fallback, Run

if TYPE_CHECKING:
    from service.execution.field import Field

PLAIN = frozenset({str, int, float, bool, date, datetime, Decimal})
"""What can be neither a failure nor waited for."""


class Build(Protocol):
    """From a row to the object in the answer."""

    def __call__(self, row: Any, run: Run, begun: dict[str, Any] | None = None) -> dict[str, Any]:
        """`begun`: the object as `begin` left it."""

    def begin(self, id_: str, run: Run) -> dict[str, Any] | None:
        """The object with what can be answered from the row's id; null where nothing can."""


F = TypeVar("F", bound=Callable[..., bool])
R = TypeVar("R", bound=Callable[..., Any])


def by_class(is_type_of: F) -> F:
    """Promise that this `is_type_of` looks at nothing of an object but its class, so that a plan need not ask for each object."""
    is_type_of.told_by_class = True  # type: ignore[attr-defined]
    return is_type_of


def by_type(make: Callable[[str], Callable[[Any], Any]]) -> Callable[[R], R]:
    """Promise that this resolver looks at nothing but the row and the parent type's name: `make` takes the name, its function each row."""

    def promise(resolver: R) -> R:
        resolver.by_type = make  # type: ignore[attr-defined]
        return resolver

    return promise


def by_id(resolver: R) -> R:
    """Promise that this resolver looks at nothing of the row but its `id`, so that a plan can call it before the row is there."""
    resolver.by_id = True  # type: ignore[attr-defined]
    return resolver


def known_by(id_of: Callable[[dict[str, Any]], str | None]) -> Callable[[R], R]:
    """Promise that the row this resolver gives, if any, has the `id` that the function tells from the field's arguments."""

    def promise(resolver: R) -> R:
        resolver.id_of = id_of  # type: ignore[attr-defined]
        return resolver

    return promise


class Known:
    """What stands for a row of which only the id is known yet."""

    __slots__ = ("id",)

    def __init__(self, id_: str) -> None:
        self.id = id_


def completer(type_: Any, field: "Field", *, below_list: bool) -> Complete:
    """The function that completes values of this type of the field."""
    nullable = not isinstance(type_, GraphQLNonNull)
    type_ = type_ if nullable else type_.of_type
    if isinstance(type_, GraphQLList):
        return _list(completer(type_.of_type, field, below_list=True), nullable=nullable)
    return _leaf(type_, nullable=nullable) if is_leaf_type(type_) else Objects(type_, field, nullable=nullable, below_list=below_list)


def quick_class(type_: Any) -> type | None:
    """The class whose own instances stand in the answer as they are."""
    named = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if named is GraphQLBoolean:
        return bool
    return str if named in (GraphQLString, GraphQLID) or getattr(named, "coerce_output_value", None) is str else None


def _list(item: Complete, *, nullable: bool) -> Complete:
    def complete(value: Any, run: Run) -> Any:
        if value.__class__ is list or value.__class__ is tuple:
            return [item(one, run) for one in value]
        return _null(value, nullable=nullable)

    return complete


def _null(value: Any, *, nullable: bool) -> Any:
    if value is not None or not nullable:
        raise Fallback("null where there must be none, or something else where only null may be")
    return value


def _refuse(value: Any) -> None:
    """What graphql-core would raise, wait for, or take for null."""
    if isinstance(value, Exception) or value is Undefined or is_awaitable(value):
        raise Fallback("an exception, nothing, or something to wait for")


def _leaf(type_: Any, *, nullable: bool) -> Complete:
    coerce = type_.coerce_output_value

    def complete(value: Any, _run: Run) -> Any:
        if value is None:
            return _null(value, nullable=nullable)
        if value.__class__ not in PLAIN:
            _refuse(value)
        coerced = coerce(value)
        if coerced is None or coerced is Undefined:
            raise Fallback("a leaf that serialises to nothing")
        return coerced

    if type_ is GraphQLInt:
        return _integer(complete)
    return _enum(type_, complete) if isinstance(type_, GraphQLEnumType) else complete


def _integer(other: Complete) -> Complete:
    def complete(value: Any, run: Run) -> Any:
        return value if value.__class__ is int and GRAPHQL_MIN_INT <= value <= GRAPHQL_MAX_INT else other(value, run)

    return complete


def _enum(type_: GraphQLEnumType, other: Complete) -> Complete:
    """Members by a table. Strawberry would compare with each member in turn."""
    members = getattr(type_, "wrapped_cls", None)
    names = {one: type_.coerce_output_value(one) for one in members or ()}

    def complete(value: Any, run: Run) -> Any:
        return names[value] if value.__class__ is members else other(value, run)

    return complete


class Objects:
    """Completes objects, whose selections are compiled for each type when the first one is met."""

    def __init__(self, type_: Any, field: "Field", *, nullable: bool, below_list: bool) -> None:
        self.type_, self.field, self.nullable, self.below_list = type_, field, nullable, below_list
        self.builds: dict[GraphQLObjectType, Build] = {}
        self.known: dict[type, Build] = {}

    def __call__(self, value: Any, run: Run, begun: dict[str, Any] | None = None) -> Any:
        build = self.known.get(value.__class__)
        if build is None:
            if value is None:
                return _null(value, nullable=self.nullable)
            build = self._met(value, run)
        return build(value, run, begun)

    def begin(self, id_: str, run: Run) -> dict[str, Any] | None:
        """Begin the object whose row is still waited for."""
        return self._build(self.type_).begin(id_, run) if isinstance(self.type_, GraphQLObjectType) else None

    def _met(self, value: Any, run: Run) -> Build:
        _refuse(value)
        type_ = self._type_of(value, run)
        build = self._build(type_)
        if self._told_by_class(type_, value):
            self.known[value.__class__] = build
        return build

    def _build(self, type_: GraphQLObjectType) -> Build:
        if type_ not in self.builds:
            self.builds[type_] = self.field.compiler.below(self.field, type_, below_list=self.below_list)
        return self.builds[type_]

    def _type_of(self, value: Any, run: Run) -> GraphQLObjectType:
        type_, info, schema = self.type_, self.field.info(run), self.field.compiler.schema
        if not isinstance(type_, GraphQLObjectType):
            name = (type_.resolve_type or default_type_resolver)(value, info, type_)
            type_ = schema.get_type(name) if isinstance(name, str) else None
            if not isinstance(type_, GraphQLObjectType) or not schema.is_sub_type(self.type_, type_):
                raise Fallback("an object of no possible type")
        if type_.is_type_of and type_.is_type_of(value, info) is not True:
            raise Fallback("an object of another type")
        return type_

    def _told_by_class(self, type_: GraphQLObjectType, value: Any) -> bool:
        """Whether every object of this one's class is of its type. A cast of Strawberry's is told by an object's `__dict__`."""
        if type_ is self.type_:
            return type_.is_type_of is None or hasattr(type_.is_type_of, "told_by_class")
        definition = self.type_.extensions.get("strawberry-definition")
        usual = isinstance(self.type_, GraphQLInterfaceType) and definition is not None and definition.resolve_type is None
        possible = self.field.compiler.schema.get_possible_types(self.type_)
        return usual and not hasattr(value, "__dict__") and all(hasattr(one.is_type_of, "told_by_class") for one in possible)
