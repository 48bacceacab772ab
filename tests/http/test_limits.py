"""What a document may ask for: counted with its fragments spread out, in time that does not grow with the spreading; and what it costs."""

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest
from graphql import build_schema, get_introspection_query, parse

from cypher.graph import Database
from schema.costs import WEIGHTS
from schema.schema import build
from service.http.documents import MOST_KEPT, MOST_KEPT_CHARACTERS, Documents, Prepared
from service.http.failures import Refusal
from service.http.limits import Meter
from service.settings import Settings
from tests.conftest import at_once
from tests.http.conftest import Served, serving

CORE = build()._schema
GOLDEN = sorted((Path(__file__).parents[1] / "operations").glob("*.graphql"))
SETTINGS = Settings.model_construct()


def many(count: int, text: str) -> str:
    """`text` so many times, each with its number in it."""
    return " ".join(text.replace("%", str(number)) for number in range(count))


def chain(length: int, kind: str, spread: str) -> str:
    """Fragments that spread the next one as `spread` says."""
    links = many(length, f"fragment F% on {kind} {{ {spread} }}")
    for number in range(length):
        links = links.replace("@", f"F{number + 1}", spread.count("@"))
    return f"{links} fragment F{length} on {kind} {{ __typename }}"


HOSTILE: dict[str, tuple[str, str]] = {
    "12,000 unknown fields": (f"{{ {many(12_000, 'f%')} }}", "PARSE_FAILED"),
    "100,000 unknown fields": (f"{{ {many(100_000, 'f%')} }}", "TOO_LARGE"),
    "1,900 unknown fields": (f"{{ viewer {{ {many(1_900, 'f%')} }} }}", "VALIDATION_FAILED"),
    "1,600 unknown arguments": (f"{{ viewer {{ permission({many(1_600, 'f%: 1')}) }} }}", "VALIDATION_FAILED"),
    "1,900 times the same field": (f"{{ viewer {{ {many(1_900, 'permission')} }} }}", "VALIDATION_FAILED"),
    "49 times the same 36 below": (f"{{ {many(49, 'viewer { workspace { ' + many(36, 'name') + ' } }')} }}", "VALIDATION_FAILED"),
    "10,000 aliases": (f"{{ {many(10_000, 'a%: __typename')} }}", "TOO_LARGE"),
    "1,000 aliases": (f"{{ viewer {{ {many(1_000, 'a%: permission')} }} }}", "TOO_COMPLEX"),
    "60 fields at the top": (f"{{ {many(60, '__typename')} }}", "TOO_COMPLEX"),
    "60 fields at the top, by fragments": (f"{{ {many(60, '...A')} }} fragment A on Query {{ __typename }}", "TOO_COMPLEX"),
    "60 operations": (many(60, "query A% { __typename }"), "TOO_COMPLEX"),
    "10,000 directives": (f"{{ __typename {many(10_000, '@a')} }}", "PARSE_FAILED"),
    "200 directives": (f"{{ __typename {many(200, '@skip(if: false)')} }}", "TOO_COMPLEX"),
    "2^400 fragments": ("{ ...F0 } " + chain(400, "Query", "...@ ...@"), "TOO_COMPLEX"),
    "2^30 fields": ("{ node(id: 1) { ...F0 } } " + chain(30, "Person", "a: manager { ...@ } b: manager { ...@ }"), "TOO_COMPLEX"),
    "a chain of 400 fragments": ("{ ...F0 } " + chain(400, "Query", "...@"), "TOO_COMPLEX"),
    "a fragment of itself": ("{ ...A } fragment A on Query { ...A }", "VALIDATION_FAILED"),
    "a circle of fragments": ("{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }", "VALIDATION_FAILED"),
    "unused fragments": (f"{{ __typename }} {many(700, 'fragment A% on Query { __typename }')}", "VALIDATION_FAILED"),
    "30 levels": ("{ node(id: 1) { ... on Person " + "{ manager " * 30 + "{ id }" + " }" * 32, "TOO_COMPLEX"),
    "2,000 levels": ("{a" * 2_000, "PARSE_FAILED"),
    "lists in lists": (f"{{ node(id: {'[' * 3_000}) }}", "PARSE_FAILED"),
    "a string of 1 MB": (f'{{ node(id: "{"x" * 1_000_000}") {{ id }} }}', "TOO_LARGE"),
    "a string of 90 kB in an error": (f'{{ node(ids: "{"x" * 90_000}") {{ id }} }}', "VALIDATION_FAILED"),
    "a name of 90 kB": (f"{{ {'x' * 90_000} }}", "VALIDATION_FAILED"),
    "a number of 90,000 digits": (f"{{ accounts(first: {'9' * 90_000}) {{ nodes {{ id }} }} }}", "VALIDATION_FAILED"),
    "6,000 comments": ("#\n" * 6_000 + "{ __typename }", "PARSE_FAILED"),
    "introspection in circles": ("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "VALIDATION_FAILED"),
    "pages in pages": (
        "{ accounts(first: 100) { nodes { people(first: 100) { nodes { memberships(first: 100) { nodes { id } } } } } } }",
        "TOO_COSTLY",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_document_is_refused_soon_and_in_few_words(served: Served, name: str) -> None:
    text, code = HOSTILE[name]
    started = time.process_time()
    got = await served.ask(text)
    assert time.process_time() - started < 1
    assert 400 <= got.status < 500
    assert set(got.codes) == {code}
    assert len(got.codes) <= SETTINGS.request_errors + 1
    assert len(got.raw) < 10_000


@pytest.mark.long
async def test_others_are_answered_meanwhile(served: Served) -> None:
    """Thirty attackers at once, each document new: somebody else is never kept waiting for a second more than on this machine anyway."""
    waits: list[float] = []

    async def ask() -> None:
        started = time.perf_counter()
        assert (await served.ask("{ viewer { permission } }")).status == 200
        waits.append(time.perf_counter() - started)

    async def others() -> None:
        while True:
            await ask()

    for _ in range(100):
        await ask()
    usual = max(waits[1:])
    waits.clear()
    asking = asyncio.create_task(others())
    await at_once(*(served.ask(f"{text} #") for text, _ in HOSTILE.values()))
    asking.cancel()
    assert len(waits) > 10
    assert max(waits) < 1 + 10 * usual


async def test_what_clients_send_fits(served: Served) -> None:
    introspection = get_introspection_query(
        specified_by_url=True, directive_is_repeatable=True, schema_description=True, input_value_deprecation=True
    )
    for text in (introspection, *(file.read_text(encoding="utf-8") for file in GOLDEN)):
        assert isinstance(await Documents(CORE, SETTINGS.limits(), WEIGHTS).prepared(text), Prepared), text
    assert (await served.ask(introspection)).status == 200


async def test_without_introspection_and_suggestions_nothing_is_given_away(database: Database, subject: str) -> None:
    typos = ["{ accoun }", "{ accounts(fist: 1) { nodes { id } } }", "{ node(id: 1) { ... on Accout { id } } }", "{ __typename @skp }"]
    typos += ['{ accounts(where: {nmae: {eq: "x"}}) { nodes { id } } }', "mutation { createAccunt }"]
    async with serving(database, subject, introspection=False, suggestions=False) as served:
        for query in ("{ __schema { queryType { name } } }", '{ __type(name: "Account") { name } }'):
            assert set((await served.ask(query)).codes) == {"VALIDATION_FAILED"}
        for query in typos:
            assert b"Did you mean" not in (await served.ask(query)).raw
        wrong = {"input": {"name": "x", "naem": 1}}
        got = await served.ask("mutation($input: CreateAccountInput!) { createAccount(input: $input) { __typename } }", variables=wrong)
        assert got.codes == ["BAD_VARIABLES"]
        assert b"Did you mean" not in got.raw
        assert (await served.ask("{ viewer { __typename } }")).status == 200


SMALL = build_schema("""
    type Query { team(limit: Int = 10): [Person!]! people(first: Int, last: Int): PersonConnection! nodes(ids: [ID!]!): [Person] me: Person }
    type PersonConnection { edges: [PersonEdge!]! nodes: [Person!]! pageInfo: PageInfo! totalCount: Int! }
    type PersonEdge { cursor: String! node: Person! }
    type PageInfo { hasNextPage: Boolean! }
    type Person { name: String health: Health! risks(limit: Int): [Health!]! friends: [Person!]! people(first: Int): PersonConnection! figures: Int }
    type Health { score: Int }
""")


@pytest.mark.parametrize(
    ("query", "cost"),
    [
        ("{ __typename }", 0),
        ("{ me { name } }", 0.02),
        ("{ me { health { score } } }", 0.02 + 5),
        ("{ me { figures } }", 0.02 + 100),
        ("{ team { name } }", 10 * 0.02),
        ("{ team(limit: 3) { health { score } } }", 3 * (0.02 + 5)),
        ("{ team(limit: $n) { health { score } } }", 7 * (0.02 + 5)),
        ("{ team(limit: null) { name } }", 10 * 0.02),
        ("{ team(limit: -3) { health { score } } }", 0.02 + 5),
        ("{ me { friends { health { score } } } }", 0.02 + 5 * (0.02 + 5)),
        ("{ me { risks { score } } }", 0.02 + 5),
        ("{ nodes(ids: [1, 2]) { name } }", 5 * 0.02),
        ("{ nodes(ids: [1, 2, 3, 4, 5, 6, 7]) { name } }", 7 * 0.02),
        ("{ nodes(ids: $ids) { name } }", 6 * 0.02),
        ("{ people { nodes { health { score } } } }", 0.02 + 20 * (0.02 + 5)),
        ("{ people(first: 3) { edges { cursor node { health { score } } } } }", 0.02 + 3 * (0.02 + 0.02 + 5)),
        ("{ people(last: $n) { nodes { name } totalCount } }", 0.02 + 7 * 0.02),
        ("{ people(first: 3) { pageInfo { hasNextPage } } }", 0.02 + 0.02),
        ("{ people(first: 3) { ...P } } fragment P on PersonConnection { nodes { name } }", 0.02 + 3 * 0.02),
        (
            "{ a: people(first: 3) { ...P } b: people(first: 9) { ...P } } fragment P on PersonConnection { nodes { name } }",
            0.04 + 12 * 0.02,
        ),
        ("{ people(first: 3) { nodes { people(first: 4) { nodes { figures } } } } }", 0.02 + 3 * (0.02 + 0.02 + 4 * (0.02 + 100))),
        ("{ me { ... on Person { health { score } } ...H ...H } } fragment H on Person { health { score } }", 0.02 + 15),
    ],
)
def test_a_cost_is_weights_times_the_page_sizes_above(query: str, cost: float) -> None:
    declared = query.replace("{", "query($n: Int, $ids: [ID!]) {", 1)
    document = parse(declared)
    meter = Meter(SMALL, document, WEIGHTS, {"n": 7, "ids": ["1"] * 6})
    assert meter.operation(document.definitions[0]).cost == pytest.approx(cost)  # type: ignore[arg-type]


async def test_the_cost_is_told_to_those_who_ask(served: Served) -> None:
    query = "query($n: Int) { accounts(first: $n) { nodes { id } } }"
    for size, cost in ((10, 0.22), (100, 2.02), (10, 0.22)):
        got = await served.ask(query, variables={"n": size}, extensions={"cost": True})
        assert got.body["extensions"] == {"cost": cost}
    assert "extensions" not in (await served.ask(query)).body
    assert "extensions" not in (await served.ask(query, extensions={"cost": 1})).body


async def test_too_high_a_cost_is_told_with_the_limit(database: Database, subject: str) -> None:
    query = "query($n: Int) { accounts(first: $n) { nodes { id } } }"
    async with serving(database, subject, operation_cost=1) as served:
        assert (await served.ask(query, variables={"n": 40})).status == 200
        got = await served.ask(query, variables={"n": 50})
        (error,) = got.body["errors"]
        assert (got.status, set(got.body), error["extensions"]) == (422, {"errors"}, {"code": "TOO_COSTLY", "cost": 1.02, "limit": 1})
        assert "1.02" in error["message"]


async def test_documents_are_kept_as_long_as_they_are_few_and_short() -> None:
    documents = Documents(CORE, SETTINGS.limits(), WEIGHTS)
    first = await documents.prepared("{ __typename }")
    assert await documents.prepared("{ __typename }") is first
    refused = await documents.prepared("{ nothing }")
    assert isinstance(refused, Refusal)
    assert await documents.prepared("{ nothing }") is refused
    for number in range(MOST_KEPT + 50):
        await documents.prepared(f"{{ a{number} }}")
    assert len(documents._kept) == MOST_KEPT
    assert await documents.prepared("{ __typename }") is not first
    for number in range(10):
        await documents.prepared("#" * 60_000 + str(number))
    assert documents._characters == sum(map(len, documents._kept)) <= MOST_KEPT_CHARACTERS


def hashes(*texts: str) -> dict[str, Any]:
    from hashlib import sha256

    return {sha256(text.encode()).hexdigest(): text for text in texts}


async def test_trusted_documents_are_asked_for_by_their_hash(database: Database, subject: str, tmp_path: Path) -> None:
    trusted = hashes("query A { __typename }", "mutation B { __typename }")
    (query, mutation), file = trusted, tmp_path / "trusted.json"
    file.write_text(json.dumps(trusted))

    def asked(hash_: str, **more: Any) -> bytes:
        return json.dumps({"extensions": {"persistedQuery": {"version": 1, "sha256Hash": hash_}}, **more}).encode()

    async with serving(database, subject, trusted_documents=file) as served:
        assert (await served.post(asked(query))).body == {"data": {"__typename": "Query"}}
        assert (await served.post(asked(query.upper()))).status == 200
        assert (await served.post(asked(mutation))).body == {"data": {"__typename": "Mutation"}}
        assert (await served.get(extensions=asked(query)[15:-1].decode())).status == 200
        assert (await served.get(extensions=asked(mutation)[15:-1].decode())).status == 405
        assert (await served.post(asked("0" * 64))).codes == ["PERSISTED_QUERY_NOT_FOUND"]
        assert (await served.post(asked(query, query="{ other: __typename }"))).codes == ["BAD_REQUEST"]
        assert (await served.ask("{ other: __typename }")).status == 200
    async with serving(database, subject, trusted_documents=file, trusted_only=True) as served:
        assert (await served.post(asked(query))).status == 200
        assert (await served.ask("query A { __typename }")).status == 200
        got = await served.ask("{ other: __typename }")
        assert (got.status, got.codes) == (403, ["NOT_TRUSTED"])


@pytest.mark.parametrize("text", ["[]", "7", "{", '{"00": "{ a }"}', '{"00": 7}', '["ab", "cd"]'])
def test_a_file_of_trusted_documents_that_is_none_is_told_at_the_start(tmp_path: Path, text: str) -> None:
    file = tmp_path / "trusted.json"
    file.write_text(text)
    with pytest.raises(ValueError, match=r"trusted\.json"):
        Settings.model_construct(trusted_documents=file).trusted()
    with pytest.raises(ValueError, match="DMU_TRUSTED_DOCUMENTS"):
        Settings.model_construct(trusted_only=True).trusted()
