"""What a plan is made of and what it is not: cases worth telling by name."""

from datetime import date
from typing import Any

import pytest
from graphql import OperationDefinitionNode, get_variable_values, parse, validate
from graphql.execution.values import VariableValues

from service.execution import Fallback, Plan, plans
from tests.execution.faulty import SCHEMA, Colour, TreeRow, World

CORE = SCHEMA._schema


def tree(**values: Any) -> TreeRow:
    usual: dict[str, Any] = {"name": "Oak", "size": 4, "height": 1.5, "alive": True, "colour": Colour.RED, "day": date(2026, 1, 1)}
    return TreeRow(**{**usual, "tags": [], "grid": None, "kin": None, "children": [], "next": None, "links": [], **values})


def planned(text: str, number: int = 0) -> tuple[Plan | None, OperationDefinitionNode]:
    document = parse(text)
    operation = document.definitions[number]
    assert isinstance(operation, OperationDefinitionNode)
    return plans(CORE, document)[number], operation


async def answer(text: str, world: World, number: int = 0, **variables: Any) -> Any:
    made, operation = planned(text, number)
    assert made is not None
    assert not validate(CORE, parse(text))
    values = get_variable_values(CORE, operation.variable_definitions or (), variables)
    assert isinstance(values, VariableValues)
    return await made(world, values)


@pytest.mark.parametrize(
    "text",
    [
        "mutation { first { name } }",
        "subscription { first { name } }",
        "{ __schema { queryType { name } } }",
        '{ first { name } __type(name: "Tree") { name } }',
        "{ first { name @upper } }",
        "query @cached { first { name } }",
        "{ first { ... @defer { name } } }",
        "{ ...F } fragment F on Query { first { ...G } } fragment G on Tree { name @upper }",
    ],
)
def test_what_a_plan_is_not_made_of(text: str) -> None:
    assert planned(text)[0] is None


async def test_each_operation_of_a_document_has_a_plan() -> None:
    text, world = "query A { first { name } } query B { first { size } }", World([tree()], {})
    assert [await answer(text, world, number) for number in (0, 1)] == [{"first": {"name": "Oak"}}, {"first": {"size": 4}}]


async def test_fields_that_are_asked_for_twice_stand_once_in_the_first_place() -> None:
    text = "{ first { name ...F size } first { ... on Named { __typename name } day } } fragment F on Tree { kin { name } kin { name called } }"
    (first,) = (await answer(text, World([tree(kin=tree(name="Elm"))], {}))).values()
    assert list(first) == ["name", "kin", "size", "__typename", "day"]
    assert first["kin"] == {"name": "Elm", "called": "Tree Elm"}


async def test_each_choice_of_include_and_skip_is_answered() -> None:
    names = [f"a{number}" for number in range(6)]
    text = f"query({', '.join(f'${name}: Boolean!' for name in names)}) {{ first {{ name {' '.join(f'{n}: size @skip(if: ${n})' for n in names)} }} }}"
    made, operation = planned(text)
    assert made is not None
    for choice in range(2 ** len(names)):
        skipped = {name: bool(choice >> number & 1) for number, name in enumerate(names)}
        values = get_variable_values(CORE, operation.variable_definitions or (), skipped)
        assert isinstance(values, VariableValues)
        shown = (await made(World([tree()], {}), values))["first"]
        assert list(shown) == ["name", *(name for name in names if not skipped[name])]
    assert len(made.builds) <= 16


async def test_loaders_below_lists_are_asked_once_a_level() -> None:
    leaf = tree(next="c")
    world = World([tree(next=key, links=["a", "b"]) for key in ("a", "b", "a")], {"a": leaf, "b": leaf, "c": tree(name="Elm")})
    text = "{ trees { next { ... on Tree { next { name } straight { name } } } links { name next { name } } } }"
    shown = (await answer(text, world))["trees"]
    assert [sorted(keys) for keys in world.ran] == [["a", "b"], ["c"]]
    assert shown[0]["next"] == {"next": {"name": "Elm"}, "straight": {"name": "Elm"}}


@pytest.mark.parametrize("field", ["path", "fails", "patient", "name", "links { name }"])
async def test_a_surprise_is_a_fallback(field: str) -> None:
    with pytest.raises(Fallback):
        await answer(f"{{ trees {{ {field} }} }}", World([tree(size=3, name=None, links=["gone"])], {}))


async def test_arguments_are_converted_once_unless_a_resolver_could_change_them() -> None:
    text = "query($c: Colour! = BLUE, $n: String) { a: echo(colour: $c) b: echo(filter: {name: $n, inner: {colour: RED}}) }"
    first, second = [await answer(text, World([], {}), **given) for given in ({"c": "RED"}, {"n": "x"})]
    assert "Colour.RED" in first["a"]
    assert "Colour.BLUE" in second["a"]
    assert "name='any'" in first["b"]
    assert "name='x'" in second["b"]
