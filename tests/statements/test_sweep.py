"""Every statement there is: the real server plans it without a word and without a scan, and no file stands alone."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from neo4j import AsyncGraphDatabase, AsyncSession

from cypher import query
from cypher.graph import Database
from cypher.model import TIES
from cypher.query import ROOM, StatementError, parse
from tests.statements.explain import LABELS, SWEEP, declare, explained, fill, statements, variants

SCANS = {
    "system.purge": {"AllNodesScan"},  # whatever is left of a workspace, of any label, batch by batch
    "system.workspaces": {"NodeByLabelScan"},  # they are few, and all of them are asked for
    "system.sign_in": {"NodeIndexScan"},  # while workspaces are few, the planner may join them whole with the two team members
}
"""The only statements that may read more than an index or a relationship leads to, and how; none of them has a viewer."""


@pytest.fixture(scope="session")
async def session(neo4j: tuple[str, str, str], database: Database) -> AsyncIterator[AsyncSession]:
    """A session that is told everything the server has to say."""
    uri, user, password = neo4j
    async with (
        AsyncGraphDatabase.driver(uri, auth=(user, password), warn_notification_severity="OFF") as driver,
        driver.session(database=database.name) as made,
    ):
        await declare(made)
        await fill(made)
        yield made
        await (await made.run("MATCH (n) WHERE n.workspace = $name DETACH DELETE n", name=SWEEP)).consume()


def test_no_file_stands_alone() -> None:
    files = {".".join(path.relative_to(ROOM).with_suffix("").parts) for path in ROOM.rglob("*.cypher")}
    assert files == set(statements())


def test_every_projection_is_used() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for kind in ("cypher", "projection") for path in ROOM.rglob(f"*.{kind}"))
    for path in ROOM.rglob("*.projection"):
        noun, name = path.parent.name, path.stem
        assert f"{{{{{noun if name == noun else f'{noun}.{name}'}}}}}" in texts, path


@pytest.mark.parametrize("name", sorted(statements()))
async def test_the_server_has_nothing_to_say(session: AsyncSession, name: str) -> None:
    for statement, parameters in variants(statements()[name]):
        told, scans = await explained(session, statement, parameters)
        assert not told, statement.text
        assert scans <= SCANS.get(name, set()), statement.text


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
