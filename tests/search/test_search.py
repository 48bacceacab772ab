"""What is found by what is typed: any script, accents, case, slips, begun words; and nothing of anybody else."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from cypher.graph import Database
from service.search import LONGEST, MOST_WORDS
from tests.conftest import World, make_world

FOUND = """query($text: String!, $first: Int, $after: String) { search(text: $text, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor score node { __typename
    ... on Account { name } ... on Person { name } ... on Group { name } ... on Deal { name } } } } }"""
ACCOUNTS = (
    "Zakłady Papiernicze Łódź",
    "Mill",
    "Mill Works",
    "Old Mill",
    "شرکت نمونه",
    "Rīgas Šokolāde",
    "Größe & Söhne GmbH",
    "O'Neil (Polska)",
)
PEOPLE = ("Małgorzata Żółć", "Kārlis Bērziņš", "علی کریمی", "Jan van Müller", "北京 王", "Mill")


async def filled(world: World) -> None:
    for name in ACCOUNTS:
        await world.tell("createAccount", "__typename", name=name, domain="lodz-papier.example" if name.startswith("Zak") else None)
    ids = [(await world.tell("createPerson", "... on Person { id }", name=name))["id"] for name in PEOPLE]
    account = (await world.tell("createAccount", "... on Account { id }", name="Holding"))["id"]
    await world.tell("updatePerson", "__typename", id=ids[3], email="jan.muller@works.example")
    await world.tell("addEmployment", "__typename", personId=ids[3], employment={"accountId": account, "title": "Chief Purchasing Officer"})
    await world.tell("createGroup", "__typename", accountId=account, name="Purchasing board", personIds=[])
    await world.tell("createDeal", "__typename", accountId=account, name="Paper line 4")


@pytest.fixture(scope="module")
async def held(database: Database) -> AsyncIterator[World]:
    world = await make_world(database)
    await filled(world)
    yield world
    await world.client.aclose()


async def found(world: World, text: str, **page: Any) -> list[tuple[str, str]]:
    body = await world.ask(FOUND, {"text": text, **page})
    assert "errors" not in body, body
    edges = body["data"]["search"]["edges"]
    scores = [one["score"] for one in edges]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < one <= 1 for one in scores)
    return [(one["node"]["__typename"], one["node"]["name"]) for one in edges]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("zaklady", ("Account", "Zakłady Papiernicze Łódź")),
        ("LODZ", ("Account", "Zakłady Papiernicze Łódź")),
        ("Łód", ("Account", "Zakłady Papiernicze Łódź")),
        ("papierncze lodz", ("Account", "Zakłady Papiernicze Łódź")),  # a letter left out
        ("lodz-papier.example", ("Account", "Zakłady Papiernicze Łódź")),
        ("malgorzata", ("Person", "Małgorzata Żółć")),
        ("Zolc Malgorzata", ("Person", "Małgorzata Żółć")),
        ("Maglorzata", ("Person", "Małgorzata Żółć")),  # two letters changed
        ("berzins", ("Person", "Kārlis Bērziņš")),
        ("rigas sokolade", ("Account", "Rīgas Šokolāde")),
        ("علي كريمي", ("Person", "علی کریمی")),  # the Arabic letters of the same sound
        ("شركت", ("Account", "شرکت نمونه")),
        ("grosse sohne", ("Account", "Größe & Söhne GmbH")),
        ("o'neil", ("Account", "O'Neil (Polska)")),
        ("polska", ("Account", "O'Neil (Polska)")),
        ("王", ("Person", "北京 王")),
        ("jan.muller", ("Person", "Jan van Müller")),
        ("works.example", ("Person", "Jan van Müller")),
        ("chief purch", ("Person", "Jan van Müller")),
        ("Purchasing board", ("Group", "Purchasing board")),
        ("line paper", ("Deal", "Paper line 4")),
    ],
)
async def test_what_is_typed_is_found_first(held: World, text: str, first: tuple[str, str]) -> None:
    assert (await found(held, text))[0] == first


async def test_exact_comes_before_begun_before_all_words_before_near(held: World) -> None:
    assert await found(held, "mill") == [
        ("Account", "Mill"),
        ("Person", "Mill"),
        ("Account", "Mill Works"),
        ("Account", "Old Mill"),
    ]
    assert await found(held, "mlil") == [("Account", "Mill"), ("Person", "Mill"), ("Account", "Mill Works"), ("Account", "Old Mill")]
    assert await found(held, "mi") == await found(held, "mill")
    assert ("Account", "Mill Works") not in await found(held, "mill nothing")


NONSENSE = (
    *(
        "",
        " ",
        "\t\n",
        "\0",
        "\x07",
        "\u200c",
        "!!!",
        '"',
        "*",
        "?",
        "~",
        "a~2*",
        "+workspace:*",
        "workspace:",
        'x" OR workspace:"',
        "{{page a: x}}",
    ),
    *("a AND NOT b", "[a TO z]", "/.*/", "\\", "nameKey:*", "$text", "}} RETURN n //", "(" * 300, "a " * 5000, "x" * 1_000_000),
)


@pytest.mark.parametrize("text", NONSENSE, ids=lambda text: ascii(text[:12]))
async def test_any_text_is_only_looked_for(held: World, text: str) -> None:
    told = await held.ask(FOUND, {"text": text})
    assert "errors" not in told, told
    assert held.watched.ran[:1] in ([], ["search.candidates"])


async def test_half_a_character_is_refused(held: World) -> None:
    await held.ask("{ viewer { permission } }")
    body = json.dumps({"query": FOUND, "variables": {"text": "mill\ud800"}})
    headers = {"Authorization": f"Bearer {held.tokens['admin']}", "Content-Type": "application/json"}
    told = await held.client.post("/graphql", content=body, headers=headers)
    assert (told.status_code, told.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_JSON")


async def test_a_page_goes_on_after_its_cursor(held: World) -> None:
    whole, seen, after = await found(held, "mill"), [], None
    for _ in whole:
        body = (await held.ask(FOUND, {"text": "mill", "first": 1, "after": after}))["data"]["search"]
        seen += [(one["node"]["__typename"], one["node"]["name"]) for one in body["edges"]]
        after = body["pageInfo"]["endCursor"]
        assert body["totalCount"] == len(whole)
    assert (seen, body["pageInfo"]["hasNextPage"]) == (whole, False)
    told = await held.ask(FOUND, {"text": "mil", "first": 1, "after": after})
    assert told["errors"][0]["extensions"]["code"] == "BAD_PAGE"


async def test_a_hundred_are_served(world: World) -> None:
    refs = [{"externalRef": {"system": "x", "key": str(number)}, "name": f"Paper {number:03}"} for number in range(130)]
    told = await world.ask("mutation($rows: [UpsertAccountRow!]) { upsert(input: { accounts: $rows }) { __typename } }", {"rows": refs})
    assert "errors" not in told, told
    body = (await world.ask(FOUND, {"text": "paper", "first": 100}))["data"]["search"]
    assert (body["totalCount"], body["pageInfo"]["hasNextPage"]) == (100, False)
    assert [one["node"]["name"] for one in body["edges"]] == [f"Paper {number:03}" for number in range(100)]


async def test_nothing_of_others_shows(held: World, database: Database) -> None:
    """Twice the same workspace, and between the two answers another one that is full of the same words."""
    asked = ("mill", "purchasing", "papierncze", "a", "works.example")
    before = [(await held.ask(FOUND, {"text": text}), list(held.watched.ran)) for text in asked]
    other = await make_world(database)
    for _ in range(3):
        await filled(other)
    assert [(await held.ask(FOUND, {"text": text}), list(held.watched.ran)) for text in asked] == before
    empty = await make_world(database)
    for text in (*asked, held.workspace, held.workspace[:8]):
        assert await found(empty, text) == []
    for one in (other, empty):
        await one.client.aclose()


async def test_what_is_hidden_is_not_found(world: World) -> None:
    made = (await world.tell("createAccount", "... on Account { id }", name="Gone"))["id"]
    assert await found(world, "gone") == [("Account", "Gone")]
    await world.tell("delete", "__typename", id=made)
    assert await found(world, "gone") == []
    await world.tell("restore", "__typename", id=made)
    assert await found(world, "gone") == [("Account", "Gone")]


async def test_so_much_of_a_text_is_read(world: World) -> None:
    await world.tell("createAccount", "__typename", name="Gone")
    assert await found(world, " ".join(["gone"] * MOST_WORDS) + " nothing") == [("Account", "Gone")]
    assert await found(world, "gone" + " " * LONGEST + "nothing") == [("Account", "Gone")]
    assert await found(world, "gone nothing") == []
