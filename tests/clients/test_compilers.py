"""Compilers of operations from their packages, unchanged: what they make of the schema and our operations compiles, and runs."""

import re
import shutil
from pathlib import Path

from tests.clients.conftest import HERE, ROOT, Live, tool
from tests.node import MODULES

OPERATIONS = ROOT / "tests" / "operations"


def workbench(name: str, folder: Path) -> Path:
    """A copy of one of our folders beside which the packages lie, to write into."""
    made = shutil.copytree(HERE / name, folder / name)
    (made / "node_modules").symlink_to(MODULES)
    return made


def operations() -> set[str]:
    texts = (file.read_text(encoding="utf-8") for file in OPERATIONS.glob("*.graphql"))
    return {name for text in texts for name in re.findall(r"^(?:query|mutation) (\w+)", text, re.MULTILINE)}


async def test_graphql_codegen_and_strict_typescript(live: Live, tmp_path: Path) -> None:
    folder = workbench("typed", tmp_path)
    (folder / "operations").symlink_to(OPERATIONS)
    await tool("@graphql-codegen/cli", "graphql-codegen", "--config", "codegen.cjs", folder=folder, **live.environment)
    made = (folder / "generated" / "graphql.ts").read_text(encoding="utf-8")
    assert set(re.findall(r"^export const (\w+)Document = ", made, re.MULTILINE)) == operations()
    assert await tool("typescript", "tsc", "--project", ".", folder=folder) == ""


async def test_relay(live: Live, tmp_path: Path) -> None:
    folder = workbench("relay", tmp_path)
    shutil.copy(ROOT / "schema" / "schema.graphql", folder)
    shutil.copy(HERE / "service.mjs", folder)
    await tool("relay-compiler", "relay-compiler", folder=folder)
    told = await live.tell(folder / "mills.mjs")
    mills, renamed = [f"Mill {number}" for number in range(1, 6)], {"id": live.ids["mill"], "version": 2, "name": "The mill by the river"}
    assert told == {
        "pages": [mills[:2], mills[:4], mills],
        "renamed": {"__typename": "Account", **renamed},
        "late": {"__typename": "Conflict", "reason": "STALE_VERSION", "currentEntity": renamed},
        "afterwards": ["The mill by the river", *mills[1:]],
    }
