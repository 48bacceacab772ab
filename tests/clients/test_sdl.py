"""The SDL keeps the rules of Relay, as @graphql-eslint reads them."""

import json
from pathlib import Path

from tests.clients.conftest import HERE, ROOT, run

BROKEN = """
type Query { things(first: Int): ThingConnection! }
type ThingConnection { edges: [ThingEdge!]! }
type ThingEdge { node: Thing! }
type Thing { name: String! }
type PageInfo { hasNextPage: Boolean! }
"""


async def found(schema: Path) -> list[str]:
    told: list[str] = json.loads(await run(HERE / "relay-rules.mjs", str(schema)))
    return told


async def test_the_linter_has_nothing_to_say() -> None:
    assert await found(ROOT / "schema" / "schema.graphql") == []


async def test_the_linter_knows_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "broken.graphql"
    file.write_text(BROKEN, encoding="utf-8")
    rules = {one.split(": ")[1] for one in await found(file)}
    assert rules == {f"@graphql-eslint/relay-{rule}" for rule in ("arguments", "connection-types", "edge-types", "page-info")}
