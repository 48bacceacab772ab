"""A schema whose rows hold what they should not: null, wrong leaves, exceptions, objects of other types; and resolvers of every sort."""

import asyncio
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Annotated, Any, NewType

import strawberry
from graphql import Undefined
from hypothesis import strategies as st
from strawberry.dataloader import DataLoader
from strawberry.schema.config import StrawberryConfig

from service.execution import by_class


class Colour(Enum):
    RED = "r"
    BLUE = "b"


Colours = strawberry.enum(Colour)
Day = NewType("Day", date)
DAY = strawberry.scalar(name="Day", serialize=lambda value: value.isoformat() if value.year > 1 else None, parse_value=date.fromisoformat)
SLOTS = ("name", "size", "height", "alive", "colour", "day", "tags", "grid", "kin", "children", "next", "links")


class Row:
    """What a tree or a bird is read from. It has no `__dict__`, as rows of the service have none."""

    __slots__ = SLOTS

    def __init__(self, **values: Any) -> None:
        for name in SLOTS:
            setattr(self, name, values[name])

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in SLOTS)})"


class TreeRow(Row):
    __slots__ = ()


class BirdRow(Row):
    __slots__ = ()


@dataclass
class World:
    """What the loader finds, and the root's rows."""

    roots: list[Any]
    found: dict[str, Any]
    ran: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        async def batch(keys: list[str]) -> list[Any]:
            self.ran.append(keys)
            await asyncio.sleep(0)
            return [self.found.get(key) for key in keys]

        self.loader: DataLoader[str, Any] = DataLoader(load_fn=batch)


Info = strawberry.Info[World, None]


@strawberry.input
class Inner:
    colour: Colours
    day: Day | None = None


@strawberry.input
class Filter:
    name: str = "any"
    inner: strawberry.Maybe[Inner | None]
    many: list[Inner] | None = None


@strawberry.interface
class Named:
    name: str

    @strawberry.field
    def called(root: strawberry.Parent[Any], info: Info, twice: bool = False) -> str:
        return f"{info._raw_info.parent_type.name} {root.name}" * (1 + twice)


@strawberry.interface
class Sized:
    """Its types are told apart by a value, not by a class."""

    size: int


@strawberry.type
class Bird(Named):
    size: int
    alive: bool | None

    @classmethod
    @by_class
    def is_type_of(cls, obj: Any, _info: Any) -> bool:
        return isinstance(obj, BirdRow)


@strawberry.type
class Big(Sized):
    name: str | None

    @classmethod
    def is_type_of(cls, obj: Any, _info: Any) -> bool:
        return bool(obj.size > 3)


@strawberry.type
class Small(Sized):
    day: Day | None

    @classmethod
    def is_type_of(cls, obj: Any, _info: Any) -> bool:
        return bool(obj.size <= 3)


@strawberry.type
class Tree(Named):
    size: int
    height: float | None
    alive: bool
    colour: Colours | None
    day: Day | None
    tags: list[str]
    grid: list[list[int | None]] | None
    kin: Named | None
    children: list[Named | None]
    of_size: Sized | None = strawberry.field(resolver=lambda root: root.kin)

    @classmethod
    @by_class
    def is_type_of(cls, obj: Any, _info: Any) -> bool:
        return isinstance(obj, TreeRow)

    @strawberry.field
    def either(root: strawberry.Parent[Any]) -> Annotated[Big | Small, strawberry.union("Either")] | None:
        return root.kin  # type: ignore[no-any-return]

    @strawberry.field
    async def next(root: strawberry.Parent[Any], info: Info) -> Named | None:
        return None if root.next is None else await info.context.loader.load(root.next)

    @strawberry.field
    async def links(root: strawberry.Parent[Any], info: Info) -> list[Annotated["Tree", strawberry.lazy("tests.execution.faulty")]]:
        return await info.context.loader.load_many(root.links)

    @strawberry.field
    def straight(root: strawberry.Parent[Any], info: Info) -> Named | None:
        return info.context.loader.load(root.next or "")  # type: ignore[return-value] # a future: it need not be awaited here

    @strawberry.field
    async def patient(root: strawberry.Parent[Any]) -> int:
        await asyncio.sleep(0)
        return root.size  # type: ignore[no-any-return]

    @strawberry.field
    async def second(root: strawberry.Parent[Any], info: Info) -> str | None:
        first = await info.context.loader.load(root.next or "")
        then = await info.context.loader.load(first.next or "") if isinstance(first, Row) else None
        return then and then.name  # type: ignore[no-any-return]

    @strawberry.field
    def fails(root: strawberry.Parent[Any]) -> int | None:
        return 12 // (root.size - 3)  # type: ignore[no-any-return]

    @strawberry.field
    def told(root: strawberry.Parent[Any], info: Info) -> str:
        return f"{info.field_name} {info.python_name} {info.variable_values} {info.selected_fields} {info.return_type}"

    @strawberry.field
    def path(root: strawberry.Parent[Any], info: Info) -> str:
        return str(info.path.as_list())


@strawberry.type
class Query:
    @strawberry.field
    def first(self, info: Info) -> Tree:
        return info.context.roots[0]  # type: ignore[no-any-return]

    @strawberry.field
    async def all(self, info: Info, most: int = 3) -> list[Named | None]:
        await asyncio.sleep(0)
        return info.context.roots[:most]

    @strawberry.field
    async def trees(self, info: Info) -> list[Tree]:
        return info.context.roots

    @strawberry.field
    def echo(
        self,
        filter: Filter | None = None,
        filters: list[Filter] | None = None,
        colour: Colours = Colour.RED,
        colours: list[Colours] | None = None,
        day: Day | None = None,
        id: strawberry.ID | None = strawberry.UNSET,
    ) -> str:
        return repr((filter, filters, colour, colours, day, id))


SCHEMA = strawberry.Schema(Query, types=[Bird, Big, Small], config=StrawberryConfig(scalar_map={Day: DAY}))
POOL = {
    "Int": [0, 1, 2, 3],
    "Float": [1.5],
    "Boolean": [True, False],
    "String": ["", "Łódź"],
    "ID": ["a"],
    "Day": ["2026-01-01", "2026-02-28"],
}


def faulty(right: st.SearchStrategy[Any], *faults: Any) -> st.SearchStrategy[Any]:
    """Mostly right; now and then what no field of the kind takes."""
    wrong = st.sampled_from([None, Undefined, ValueError("kept"), object(), *faults])
    return st.integers(0, 24).flatmap(lambda number: wrong if number == 0 else right)


def rows(kin: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Rows whose relatives are drawn from `kin`."""
    keys = st.sampled_from(["a", "b", "c", "gone"])
    values: dict[str, st.SearchStrategy[Any]] = {
        "name": faulty(st.sampled_from(["Oak", "Łódź"]), Colour.RED, 7),
        "size": faulty(st.sampled_from([1, 2, 4, 5]), 3, 2**31, 1.0, "6", True),
        "height": faulty(st.sampled_from([1.5, 2, None]), float("nan"), "high"),
        "alive": faulty(st.booleans(), 1, "yes"),
        "colour": faulty(st.sampled_from([*Colour, None]), "r", "green", "RED"),
        "day": faulty(st.sampled_from([date(2026, 1, 1), None]), date(1, 1, 1), "2026-01-01"),
        "tags": faulty(st.lists(faulty(st.just("tag")), max_size=2), ("a",), {"a": 1}, "tag"),
        "grid": faulty(st.lists(st.lists(faulty(st.just(1)), max_size=2), max_size=2)),
        "kin": faulty(kin),
        "children": faulty(st.lists(kin, max_size=3), {}),
        "next": st.one_of(st.none(), keys),
        "links": faulty(st.lists(keys, max_size=2)),
    }
    return st.one_of(*(st.builds(kind, **values) for kind in (TreeRow, TreeRow, BirdRow)))


LEAF = rows(st.none())
ROW = rows(st.one_of(st.none(), LEAF, rows(LEAF)))
worlds = st.tuples(st.lists(ROW, min_size=1, max_size=3), st.fixed_dictionaries({key: faulty(ROW) for key in "abc"}))
"""The root's rows, and what the loader has: rows, nothing, exceptions."""
