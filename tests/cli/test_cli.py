"""The command line as a person types it: what is refused in a sentence, with what exit code, and that nothing was done then."""

import asyncio
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from cypher.graph import Database, System
from cypher.system import purge, sign_in
from cypher.system import workspaces as list_workspaces
from service import cli, workspaces
from tests.conftest import World

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `dmu` with these arguments and settings; gives the exit code, what was printed, and what was complained of."""
    monkeypatch.setenv("DMU_FOLDER", str(tmp_path / "data"))
    monkeypatch.delenv("NEO4J_URI", raising=False)

    def once(*arguments: str, **settings: str) -> tuple[int, str, str]:
        with monkeypatch.context() as patch, pytest.raises(SystemExit) as ended:
            patch.setattr("sys.argv", ["dmu", *arguments])
            for name, value in settings.items():
                patch.setenv(name, value)
            cli.main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return once


@pytest.fixture
def at(neo4j: tuple[str, str, str]) -> dict[str, str]:
    """The settings that lead to the database of the tests."""
    return dict(zip(("NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD"), neo4j, strict=True))


def _workspaces(at: dict[str, str]) -> list[str]:
    async def read() -> list[str]:
        database = Database.connect(*at.values())
        found = await list_workspaces(System(database))
        await database.close()
        return [one.id for one in found]

    return asyncio.run(read())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Acme", "--admin", "a", "--currency", "euro"], "currency must hold a currency code of ISO 4217"),
        (["Acme", "--admin", "a", "--currency", "ZZZ"], "currency must hold a currency code of ISO 4217"),
        (["Acme", "--admin", "a", "--time-zone", "Mars/X"], "timeZone must be an IANA time zone"),
        (["", "--admin", "a"], "name must have a value"),
        (["x" * 400, "--admin", "a"], "name may have 300 characters at most; this has 400"),
        (["Acme", "--admin", ""], "subject must have a value"),
        (["Acme", "--admin", "x" * 301], "subject may have 300 characters at most; this has 301"),
        (["Acme", "--admin", "a\tb"], "subject may hold no control characters"),
        (["Ac\nme", "--admin", "a"], "name may hold no control characters"),
    ],
)
def test_a_workspace_of_what_can_not_be_used_is_refused(run: Run, at: dict[str, str], arguments: list[str], said: str) -> None:
    before = _workspaces(at)
    code, out, complained = run("workspace", "create", *arguments, **at)
    assert (code, out) == (1, "")
    assert said in complained
    assert _workspaces(at) == before


def test_everything_wrong_with_a_workspace_is_told_at_once(run: Run, at: dict[str, str]) -> None:
    _, _, complained = run("workspace", "create", "", "--admin", "", "--currency", "x", "--time-zone", "y", **at)
    assert [line.split()[0] for line in complained.splitlines()] == ["currency", "name", "timeZone", "subject"]


def test_a_workspace_comes_and_goes(run: Run, at: dict[str, str]) -> None:
    code, out, _ = run("workspace", "create", "Acme [/] Sales", "--admin", "somebody of Acme", "--currency", "PLN", **at)
    assert code == 0
    assert out.strip() in _workspaces(at)
    code, said, _ = run("workspace", "purge", out.strip(), "--yes", **at)
    assert code == 0
    assert re.fullmatch(r"[1-9]\d* nodes removed\.\n", said)
    code, said, complained = run("workspace", "purge", out.strip(), "--yes", **at)
    assert (code, said) == (1, "")
    assert complained.startswith(f"There is no workspace {out.strip()} here.")


async def test_a_purge_cut_short_can_be_repeated_and_nobody_signs_in_meanwhile(world: World, database: Database) -> None:
    assert await purge(System(database), id=world.workspace, limit=1) == 1
    assert await sign_in(System(database), subject=f"admin@{world.workspace}", workspace_id=None) == []
    left = await database.driver.execute_query("MATCH (n {workspace: $id}) RETURN count(n)", id=world.workspace, database_=database.name)
    assert await purge(System(database), id=world.workspace, limit=left.records[0][0]) > 1
    assert await workspaces.find(database, world.workspace)
    assert await workspaces.remove(database, world.workspace) == 1
    assert await workspaces.find(database, world.workspace) is None


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"NEO4J_URI": "http://127.0.0.1:7687"}, "NEO4J_URI: it must begin with one of bolt://, bolt+s://"),
        ({"NEO4J_URI": "bolt://"}, "NEO4J_URI: it must begin with"),
        ({"NEO4J_URI": "bolt://127.0.0.1:99999"}, "NEO4J_URI: "),
        ({"DMU_PORT": "abc"}, "DMU_PORT: Input should be a valid integer"),
        ({"DMU_PORT": "99999999"}, "DMU_PORT: Input should be less than or equal to 65535"),
        ({"DMU_NEO4J_LINE": "4"}, "DMU_NEO4J_LINE: Input should be '2026' or '5.26'"),
        ({"DMU_FOLDER": "/dev/null/data"}, "The folder /dev/null/data can't be made: Not a directory. Name another one by DMU_FOLDER."),
    ],
)
@pytest.mark.parametrize("command", [["serve"], ["migrate"], ["db", "start"]], ids=" ".join)
def test_a_setting_that_can_not_be_used_is_named(run: Run, command: list[str], settings: dict[str, str], said: str) -> None:
    code, out, complained = run(*command, **settings)
    assert (code, out) == (1, "")
    assert said in complained
    assert len(complained.splitlines()) == 1
    assert "http" not in complained.replace("http://127.0.0.1", "")


def test_a_database_that_does_not_let_us_in_is_told_by_its_settings(run: Run, at: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for settings, named in (
        ({"NEO4J_PASSWORD": "wrong"}, "NEO4J_PASSWORD"),
        ({"NEO4J_DATABASE": "elsewhere"}, "NEO4J_DATABASE"),
        ({"NEO4J_URI": f"bolt://127.0.0.1:{port}"}, "NEO4J_URI"),
        ({"NEO4J_URI": "bolt://nowhere.invalid"}, "NEO4J_URI"),
    ):
        code, out, complained = run("migrate", **at | settings)
        assert (code, out) == (1, "")
        assert named in complained
        assert len(complained.splitlines()) == 1


@pytest.mark.parametrize("hours", ["0", "-1", "nan", "1e300", "8761"])
def test_a_token_is_not_valid_for_ever(run: Run, hours: str) -> None:
    code, out, complained = run("token", "--hours", hours)
    assert (code, out) == (2, "")
    assert "--hours" in complained


@pytest.mark.parametrize("arguments", [[""], ["x" * 301], ["a", "--workspace", ""]])
def test_a_token_that_would_be_refused_is_not_made(run: Run, arguments: list[str]) -> None:
    code, out, complained = run("token", *arguments)
    assert (code, out) == (1, "")
    assert complained.startswith("No service would accept this token: ")


def test_a_port_is_one(run: Run) -> None:
    code, _, complained = run("serve", "--port", "99999999")
    assert code == 2
    assert "65535" in complained


def test_what_keeps_the_service_from_running_is_told_before_a_database_is_started(run: Run, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for arguments, settings, said in (
            (
                ["--port", port],
                {},
                f"Can't listen on 127.0.0.1, port {port}: something else listens there already. Choose another by --port",
            ),
            ([], {"DMU_JWT_SECRET": "short"}, "shorter than 32 bytes"),
            ([], {"DMU_TRUSTED_ONLY": "true"}, "DMU_TRUSTED_DOCUMENTS"),
            (["--host", "nowhere.invalid"], {"DMU_JWT_SECRET": "x" * 32}, "Choose another by --port or --host."),
        ):
            code, out, complained = run("serve", *arguments, **settings)
            assert (code, out) == (1, "")
            assert said in complained
    assert not (tmp_path / "data" / "neo4j").exists()
