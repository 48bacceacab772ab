"""Somebody of another workspace can't tell its things from things that don't exist, by any argument, and changes none of them."""

import json
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type, is_introspection_type, is_leaf_type

from schema.node import KINDS, parted
from tests.conftest import input_type
from tests.strangers.answers import everything, plain
from tests.strangers.cases import CASES, SCHEMA, Furnished, Place, general, named, nobodys, places, snapshot, taken

assert SCHEMA.mutation_type
assert SCHEMA.query_type
MUTATIONS, QUERIES = SCHEMA.mutation_type.fields, SCHEMA.query_type.fields
PROBLEMS = {one.name for one in SCHEMA.get_implementations(SCHEMA.type_map["Problem"]).objects}  # type: ignore[arg-type]
ARGUMENTS: dict[str, dict[str, Any]] = {
    "account": {"id": "@account"},
    "person": {"id": "@person"},
    "deal": {"id": "@deal"},
    "personExport": {"id": "@person"},
    "node": {"id": "@member"},
    "nodes": {"ids": ["@account", "@person", "@group", "@post", "@tie", "@role", "@the product", "@us", "@next"]},
    "byExternalRef": {"system": "crm", "key": "@group key"},
    "buyingProcess": {"key": "@buying process"},
    "salesProcess": {"key": "@sales process"},
    "search": {"text": "anna"},
    "dealGroups": {"by": ["OWNER", "ACCOUNT", "PHASE", "STAGE", "PRODUCT"]},
    "changes": {"entityId": "@deal", "accountId": "@account", "dealId": "@deal"},
}
"""What can be named in a query. Fields below the first level take no names yet; a test says when one does."""


def mutation_document(mutation: str) -> str:
    kind = input_type(mutation)
    return f"mutation($input: {kind}) {{ {mutation}(input: $input) {{ {everything(get_named_type(MUTATIONS[mutation].type), 1)} }} }}"


def query_document(query: str, given: dict[str, Any]) -> str:
    field = QUERIES[query]
    declared = ", ".join(f"${name}: {field.args[name].type}" for name in given)
    handed = ", ".join(f"{name}: ${name}" for name in given)
    depth = 1 if query in {"node", "nodes", "byExternalRef", "duplicatePeople"} else 2
    of = get_named_type(field.type)
    selected = "" if is_leaf_type(of) else f"{{ {everything(of, depth)} }}"
    return f"query({declared}) {{ {query}({handed}) {selected} }}" if given else f"{{ {query} {selected} }}"


async def said(by: Furnished, document: str, given: dict[str, Any]) -> list[Any]:
    """The answer, and the statements that it took; what loaders send has no order, and what goes out together depends on the moment."""
    body = await by.world.ask(document, given)
    assert "errors" not in body, body
    return [body, sorted(name for together in by.world.watched.ran for name in together.split(" + "))]


def everywhere(case: dict[str, Any]) -> list[tuple[Place, ...]]:
    """Somebody else's names nowhere, and everywhere."""
    return list(dict.fromkeys([(), tuple(named(case))]))


def one_by_one(case: dict[str, Any]) -> list[tuple[Place, ...]]:
    """Somebody else's names at one place after the other; the places of one list count as one."""
    found: dict[Place, list[Place]] = {}
    for place in named(case):
        found.setdefault(general(place), []).append(place)
    return [tuple(places) for places in found.values()]


@pytest.mark.parametrize("mutation", sorted(MUTATIONS))
def test_a_case_names_a_thing_wherever_one_can_be_named(mutation: str) -> None:
    asked = set(places(MUTATIONS[mutation].args["input"].type))
    assert {general(place) for place in named(CASES[mutation])} == asked


@pytest.mark.parametrize("mutation", sorted(MUTATIONS))
async def test_a_mutation_can_neither_find_nor_change(first: Furnished, twins: tuple[Furnished, Furnished], mutation: str) -> None:
    await neither(first, twins, mutation, everywhere(CASES[mutation]))


@pytest.mark.long
@pytest.mark.parametrize("mutation", sorted(MUTATIONS))
async def test_nor_does_one_name_of_another(first: Furnished, twins: tuple[Furnished, Furnished], mutation: str) -> None:
    await neither(first, twins, mutation, one_by_one(CASES[mutation]))


async def neither(first: Furnished, twins: tuple[Furnished, Furnished], mutation: str, names: list[tuple[Place, ...]]) -> None:
    """Twins, one with the first workspace's names and one with names of nothing, are answered alike, and the first stays as it is."""
    case, before, document = CASES[mutation], await snapshot(first.world), mutation_document(mutation)
    theirs = taken(first)
    nothing = nobodys(theirs)
    for chosen in names:
        seen, unseen = [
            plain(await said(twin, document, {"input": twin.filled(case, *((place, names) for place in chosen))}), names)
            for twin, names in zip(twins, (theirs, nothing), strict=True)
        ]
        assert seen == unseen, chosen
        assert chosen or (seen[0]["data"][mutation]["__typename"] not in PROBLEMS and '"FAILED"' not in json.dumps(seen)), seen
    assert await snapshot(first.world) == before


async def test_the_same_key_of_somebody_else_is_another_key(first: Furnished, twins: tuple[Furnished, Furnished]) -> None:
    given = {"idempotencyKey": "k", "name": "Once"}
    mine, theirs, again = [(await one.world.tell("createAccount", MADE, **given))["id"] for one in (first, twins[0], first)]
    assert mine == again != theirs


MADE = "__typename ... on Account { id }"


@pytest.mark.parametrize("query", sorted(QUERIES))
async def test_a_query_finds_nothing(first: Furnished, onlookers: tuple[Furnished, Furnished], query: str) -> None:
    case = ARGUMENTS.get(query, {})
    document = query_document(query, case)
    theirs = taken(first)
    nothing, own = nobodys(theirs), await said(first, document, first.filled(case))
    for chosen in everywhere(case):
        seen, unseen = [
            await said(twin, document, twin.filled(case, *((place, names) for place in chosen)))
            for twin, names in zip(onlookers, (theirs, nothing), strict=True)
        ]
        assert not ids(seen[0]) & ids(own[0])
        assert plain(seen, theirs) == plain(unseen, nothing), chosen
    assert ids(own[0]) or query.endswith("Processes") or query in {"viewer", "vocabulary"}


def ids(value: Any) -> set[str]:
    """The global ids in an answer."""
    if isinstance(value, dict | list):
        return set().union(*map(ids, value.values() if isinstance(value, dict) else value))
    return {value} if isinstance(value, str) and parted(value)[0] else set()


def test_every_argument_that_names_a_thing_is_tried() -> None:
    texts = {("byExternalRef", "key"), ("buyingProcess", "key"), ("salesProcess", "key")}
    asked = {
        (of.name, field, name) for of, field, name, kind in arguments() if kind == "ID" or (of.name == "Query" and (field, name) in texts)
    }
    assert asked - ELSEWHERE == {
        ("Query", query, name) for query, given in ARGUMENTS.items() for name in given if name not in {"system", "by", "text"}
    }


ELSEWHERE = {("Account", "orgChart", "root"), ("Viewer", "agenda", "accountId")}
"""What is tried in the tests of charts and of the agenda."""


def arguments() -> list[tuple[GraphQLObjectType, str, str, str]]:
    """Type, field, argument and the argument's type, of every query."""
    types = [one for one in SCHEMA.type_map.values() if isinstance(one, GraphQLObjectType) and not is_introspection_type(one)]
    return [
        (of, field, name, get_named_type(argument.type).name)
        for of in types
        if of is not SCHEMA.mutation_type
        for field, one in of.fields.items()
        for name, argument in one.args.items()
    ]


@pytest.mark.parametrize("kind", sorted(KINDS))
async def test_a_thing_of_any_kind_is_no_node_to_a_stranger(first: Furnished, onlookers: tuple[Furnished, Furnished], kind: str) -> None:
    held = await first.world.ask(f"{{ changes(first: 100) {{ nodes {{ entity {{ __typename id }} }} }} {REST} }}")
    found = {value for value in ids(held) if parted(value)[0] == kind}
    assert found, held
    document = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    body = await onlookers[0].world.ask(document, {"ids": sorted(found)})
    assert body == {"data": {"nodes": [None] * len(found)}}
    assert ids(await first.world.ask(document, {"ids": sorted(found)})) == found


REST = (
    "changesThemselves: changes { nodes { id } } viewer { workspace { id } teamMember { id } } "
    "buyingProcesses { id phases { id } } salesProcesses { id stages { id } } people { nodes { acquaintances { id } } } deals { nodes { committee { id } phaseHistory { id } stageHistory { id } } } "
)
