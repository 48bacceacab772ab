"""The life of a local Neo4j: real servers in temporary folders, really killed. The jars come from the user's cache."""

import fcntl
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

from cypher.server import StartError, home, process, running, start, status, stop

ROOT = Path(__file__).parents[2]
LINE = os.environ.get("LINE", "2026")
OTHER_LINE = {"2026": "5.26", "5.26": "2026"}[LINE]


def ask(server, statement, password=None):
    with GraphDatabase.driver(server.uri, auth=(server.user, password or server.password)) as driver:
        return driver.execute_query(statement, database_="neo4j").records


def elsewhere(code, *arguments):
    """Another Python process, which runs the code and then waits."""
    script = f"import sys, pathlib, time\nfolder = pathlib.Path(sys.argv[1])\n{code}\nprint(pid, flush=True)\ntime.sleep(60)"
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill(owner):
    owner.kill()
    owner.wait()
    owner.stdout.close()


def seconds_until_free(folder, limit):
    begin = time.monotonic()
    while home.occupied(folder) and time.monotonic() - begin < limit:
        time.sleep(0.02)
    return time.monotonic() - begin


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A data folder whose name has a space. The tests of this module share it, in any order."""
    made = tmp_path_factory.mktemp("local neo4j")
    yield made
    stop(made)


def test_a_server_starts_and_is_found_again_also_by_another_process(folder):
    server = start(folder, line=LINE, quick=True)
    assert status(folder) == server == start(folder, line=LINE, quick=True)
    with running(folder, line=LINE) as same:
        assert same == server
    assert status(folder) == server  # whoever found it running leaves it running
    other = elsewhere("from cypher.server import start; pid = start(folder, line=sys.argv[2]).pid", folder, LINE)
    assert int(other.stdout.readline()) == server.pid
    kill(other)
    assert status(folder) == server


def test_the_first_password_is_gone_and_the_new_one_is_for_the_owner_only(folder):
    server = start(folder, line=LINE, quick=True)
    with pytest.raises(AuthError):
        ask(server, "RETURN 1", password="neo4j")
    assert stat.S_IMODE((folder / "server.json").stat().st_mode) == 0o600
    assert server.password in (folder / "server.json").read_text()
    assert server.password not in repr(server)


def test_a_killed_server_comes_back_with_port_password_and_data(folder):
    server = start(folder, line=LINE, quick=True)
    ask(server, "CREATE (:Acknowledged {by: 'us'})")
    os.kill(server.pid, signal.SIGKILL)
    again = start(folder, line=LINE, quick=True)
    assert (again.uri, again.password) == (server.uri, server.password)
    assert again.pid != server.pid
    assert [record["by"] for record in ask(again, "MATCH (a:Acknowledged) RETURN a.by AS by")] == ["us"]


def test_it_stops_at_once_and_is_then_gone(folder):
    server = start(folder, line=LINE, quick=True)
    begin = time.monotonic()
    assert stop(folder)
    assert time.monotonic() - begin < 2
    assert not Path(f"/proc/{server.pid}").exists()
    assert status(folder) is None
    assert not stop(folder)


def test_it_ends_when_its_owner_is_killed(folder):
    stop(folder)
    code = "from cypher.server import start; pid = start(folder, line=sys.argv[2], quick=True).pid"
    owner = elsewhere(code, folder, LINE)
    assert int(owner.stdout.readline()) == status(folder).pid
    kill(owner)
    assert seconds_until_free(folder, 5) < 2


# An owner of a small program in the place of Neo4j. `spawn` returns when the program runs, not sooner.
SPAWN = """
from concurrent.futures import ThreadPoolExecutor
from cypher.server import home, process
def spawn(tie):
    program = ["/bin/sh", "-c", "touch ready; exec sleep 60"]
    with home.claim(folder) as lock:
        (folder / "ready").unlink(missing_ok=True)
        pid = process._spawn(folder, program, lock, tie or process._tie(detached=False))
    while not (folder / "ready").exists():
        time.sleep(0.01)
    return pid
"""


@pytest.mark.parametrize(("tie", "survives"), [("kernel", False), ("watcher", False), ("none", True)])
def test_each_tie_to_an_owner_that_is_killed(tmp_path, tie, survives):
    owner = elsewhere(SPAWN + "pid = spawn(sys.argv[2])", tmp_path, tie)
    pid = int(owner.stdout.readline())
    assert os.getpgid(pid) == pid  # the terminal's Ctrl-C does not reach it
    kill(owner)
    seconds_until_free(tmp_path, 1)
    assert home.tenant(tmp_path) == (pid if survives else None)
    if survives:
        assert stop(tmp_path)


def test_a_thread_that_passes_does_not_take_the_server_along(tmp_path):
    owner = elsewhere(SPAWN + "with ThreadPoolExecutor() as pool: pid = pool.submit(spawn, None).result()", tmp_path)
    pid = int(owner.stdout.readline())
    assert seconds_until_free(tmp_path, 0.5) >= 0.5
    assert home.tenant(tmp_path) == pid
    kill(owner)
    assert seconds_until_free(tmp_path, 5) < 2


def test_a_folder_with_the_data_of_another_line_is_refused(folder):
    if not home.recall(folder):
        start(folder, line=LINE, quick=True)
    with pytest.raises(StartError, match=f"line {LINE} .*{OTHER_LINE} was asked for.*another folder"):
        start(folder, line=OTHER_LINE)


def test_a_folder_of_something_else_is_refused_and_left_alone(tmp_path):
    (tmp_path / "letters.txt").write_text("dear")
    with pytest.raises(StartError, match="holds other things"):
        start(tmp_path, line=LINE)
    with pytest.raises(StartError, match="is a file; a folder .* is wanted"):
        start(tmp_path / "letters.txt", line=LINE)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letters.txt"]


def test_a_wanted_port_that_is_taken_is_named(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StartError, match=f"Port {port} is taken"):
            start(tmp_path, line=LINE, port=port)
    assert not home.occupied(tmp_path)


def test_a_server_that_can_not_start_says_why_and_shows_its_log(folder):
    start(folder, line=LINE, quick=True)
    stop(folder)
    with (folder / "data" / "databases" / "store_lock").open("r+") as foreign:
        fcntl.lockf(foreign, fcntl.LOCK_EX)
        with pytest.raises(StartError, match="another Neo4j, not started here") as refused:
            start(folder, line=LINE, quick=True)
    assert str(folder / process.LOG) in str(refused.value)
    assert "Lock file has been locked" in str(refused.value)
    assert not home.occupied(folder)
