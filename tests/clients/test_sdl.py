"""The SDL keeps the rules of Relay, as @graphql-eslint reads them."""

from pathlib import Path

from tests.clients.conftest import ROOT, Live

BROKEN = """
type Query { things(first: Int): ThingConnection! }
type ThingConnection { edges: [ThingEdge!]! }
type ThingEdge { node: Thing! }
type Thing { name: String! }
type PageInfo { hasNextPage: Boolean! }
"""


async def test_the_linter_has_nothing_to_say(live: Live) -> None:
    assert await live.tell("relay-rules.mjs", str(ROOT / "schema" / "schema.graphql")) == []


async def test_the_linter_knows_the_rules(live: Live, tmp_path: Path) -> None:
    file = tmp_path / "broken.graphql"
    file.write_text(BROKEN, encoding="utf-8")
    told = {one.split(": ")[1] for one in await live.tell("relay-rules.mjs", str(file))}
    assert told == {f"@graphql-eslint/relay-{rule}" for rule in ("arguments", "connection-types", "edge-types", "page-info")}
