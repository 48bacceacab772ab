"""Every statement there is: the real server plans it without a word and without a scan, and no file stands alone."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncSession

from cypher import query
from cypher.graph import Database
from cypher.model import TIES
from cypher.query import ROOM, StatementError, parse
from tests.conftest import at_once
from tests.statements.explain import LABELS, declare, explained, statements, variants

SCANS = {
    "system.purge": {"AllNodesScan"},  # whatever is left of a workspace, of any label, batch by batch
    "system.workspaces": {"NodeByLabelScan"},  # they are few, and all of them are asked for
    "system.sign_in": {"NodeIndexScan"},  # while workspaces are few, the planner may join them whole with the two team members
}
"""The only statements that may read more than an index or a relationship leads to, and how; none of them has a viewer."""


@pytest.fixture(scope="session")
async def sweeper(neo4j: tuple[str, str, str]) -> AsyncIterator[AsyncDriver]:
    """Connections that are told everything the server has to say."""
    uri, user, password = neo4j
    async with AsyncGraphDatabase.driver(uri, auth=(user, password), warn_notification_severity="OFF") as driver:
        yield driver


@pytest.fixture(scope="session")
async def session(sweeper: AsyncDriver, database: Database) -> AsyncIterator[AsyncSession]:
    """A session on a database that knows every name of the model."""
    async with sweeper.session(database=database.name) as made:
        await declare(made)
        yield made


def test_no_file_stands_alone() -> None:
    files = {".".join(path.relative_to(ROOM).with_suffix("").parts) for path in ROOM.rglob("*.cypher")}
    assert files == set(statements())


def test_every_projection_is_used() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for kind in ("cypher", "projection") for path in ROOM.rglob(f"*.{kind}"))
    for path in ROOM.rglob("*.projection"):
        noun, name = path.parent.name, path.stem
        assert f"{{{{{noun if name == noun else f'{noun}.{name}'}}}}}" in texts, path


async def test_the_server_has_nothing_to_say(session: AsyncSession, sweeper: AsyncDriver, database: Database) -> None:
    """Of every statement, and of every fourth shape of a list."""
    await silent(sweeper, database, 4)


@pytest.mark.long
async def test_nor_of_any_shape_of_a_list(session: AsyncSession, sweeper: AsyncDriver, database: Database) -> None:
    await silent(sweeper, database, 1)


async def silent(sweeper: AsyncDriver, database: Database, every: int) -> None:
    """Planning is the server's work, and takes a while; several at once keep all its processors busy."""
    shapes = ((name, *variant) for name, one in sorted(statements().items()) for variant in list(variants(one))[::every])
    todo = iter(list(shapes))
    said: list[tuple[str, list[str], set[str]]] = []

    async def work() -> None:
        async with sweeper.session(database=database.name) as own:
            for name, statement, parameters in todo:
                told, scans = await explained(own, statement, parameters)
                if told or scans - SCANS.get(name, set()):
                    said.append((statement.text, told, scans))

    await at_once(*(work() for _ in range(4)))
    assert said == []


async def test_the_sweep_sees_scans_and_notifications(session: AsyncSession) -> None:
    whole = query.Statement("account.whole", "Reads everything", frozenset(), (), "CYPHER 5\nMATCH (a:Account) RETURN a")
    assert await explained(session, whole, {}) == ([], {"NodeByLabelScan"})
    unknown = query.Statement("account.unknown", "Reads nothing", frozenset(), (), "CYPHER 5\nMATCH (a:Nobody {id: 1}) RETURN a")
    assert (await explained(session, unknown, {}))[0][0].startswith("01N50")


def test_only_names_of_the_model_occur() -> None:
    for name, statement in statements().items():
        for found in re.findall(r"\(\w*:([\w|&!]+)|\b(?:SET|REMOVE|WHERE|AND|OR|WHEN) \w+:(\w+)", statement.text):
            assert set(re.findall(r"\w+", "|".join(found))) <= LABELS, name
        for types in re.findall(r"\[\w*:([\w|]+)", statement.text):
            assert set(types.split("|")) <= set(TIES), name


@pytest.mark.parametrize("text", ["MATCH (d:Deal {id: $id}) RETURN d", "MATCH (d:Deal {id: $id}) WHERE $workspace_id = 1 RETURN d"])
def test_a_statement_outside_the_workspace_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(query, "ROOM", tmp_path)
    file = tmp_path / "deal" / "leaky.cypher"
    file.parent.mkdir()
    header = "// Reads a deal.\n" + "".join(f"// {name}: text\n" for name in sorted(set(re.findall(r"\$\w+", text))))
    file.write_text(header + text, encoding="utf-8")
    with pytest.raises(StatementError, match=r"deal\.leaky: no \$workspace"):
        parse(file)
