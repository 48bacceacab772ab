"""The download of Neo4j's jars, against a repository on this machine that is really asked over HTTP."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from cypher.server import DownloadError, HashError, ServerError
from cypher.server.artifacts import Artifact, library, lock_of, read_lock

ROOT = Path(__file__).parents[2]
WRONG = "/org/example/part-07/1.0/part-07-1.0.jar"


@pytest.mark.parametrize(("line", "count", "size"), [("2026", 230, 161), ("5.26", 213, 128)])
def test_the_lock_of_a_line_is_read(line, count, size):
    lock = read_lock(lock_of(line))
    assert len({artifact.file for artifact in lock.artifacts}) == len(lock.artifacts) == count
    assert round(sum(artifact.size for artifact in lock.artifacts) / 1e6) == size
    assert lock.main.path.startswith(f"org/neo4j/neo4j/{line}.")


def test_a_classifier_is_part_of_the_file_name():
    artifact = Artifact("io.netty", "netty-epoll", "4.2", "linux-x86_64", "00", 1)
    assert artifact.path == "io/netty/netty-epoll/4.2/netty-epoll-4.2-linux-x86_64.jar"


def test_a_broken_line_of_a_lock_is_named(tmp_path):
    broken = tmp_path / "neo4j-1.0.0.lock"
    broken.write_text("# comment\norg.example:thing:1.0  abcd\n")
    with pytest.raises(ServerError, match=r"neo4j-1\.0\.0\.lock:2: expected `group:artifact"):
        read_lock(broken)


def test_an_unknown_line_names_the_known_ones():
    with pytest.raises(ServerError, match=r"Line '4\.4'.*neo4j-2026\.09\.0\.lock"):
        lock_of("4.4")


def test_the_folder_holds_exactly_the_lock_and_is_asked_for_once(repository, tmp_path):
    lock = read_lock(repository.lock(tmp_path))
    folder = library(lock, cache=tmp_path, repository=repository.address)
    jars = {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "verified"}
    assert jars == {path.rsplit("/", 1)[1]: content for path, content in repository.files.items()}
    assert library(lock, cache=tmp_path, repository="http://nobody.invalid") == folder
    assert repository.asked == Counter(list(repository.files))


def test_wrong_bytes_are_refused_and_the_next_run_goes_on(repository, tmp_path):
    lock = read_lock(repository.lock(tmp_path))
    right, repository.files[WRONG] = repository.files[WRONG], b"something else"
    with pytest.raises(HashError, match=r"part-07-1\.0\.jar has sha256 .* the lock file says .* name another"):
        library(lock, cache=tmp_path, repository=repository.address)
    folder = next(tmp_path.glob("neo4j-1.0.0-????????"))
    kept = {file.name for file in folder.glob("*.jar")}
    assert kept
    assert not list(folder.glob("part-07*"))

    repository.files[WRONG] = right
    repository.asked.clear()
    assert library(lock, cache=tmp_path, repository=repository.address) == folder
    assert {path.rsplit("/", 1)[1] for path in repository.asked} == {a.file for a in lock.artifacts} - kept


def test_a_file_that_is_short_is_fetched_again_though_all_was_verified_once(repository, tmp_path):
    lock = read_lock(repository.lock(tmp_path))
    folder = library(lock, cache=tmp_path, repository=repository.address)
    (folder / lock.artifacts[3].file).write_bytes(b"cut")
    repository.asked.clear()
    library(lock, cache=tmp_path, repository=repository.address)
    assert repository.asked == {f"/{lock.artifacts[3].path}": 1}


def test_a_connection_that_breaks_is_tried_again(repository, tmp_path):
    lock = read_lock(repository.lock(tmp_path))
    repository.cut_once.add(WRONG)
    library(lock, cache=tmp_path, repository=repository.address)
    assert repository.asked[WRONG] == 2


def test_without_a_network_it_says_what_is_missing_and_what_to_do(repository, tmp_path):
    lock = read_lock(repository.lock(tmp_path))
    with pytest.raises(DownloadError, match=r"24 of 24 files .*127\.0\.0\.1:1: .*Check the network, or name another"):
        library(lock, cache=tmp_path, repository="http://127.0.0.1:1")


def test_an_artifact_that_the_repository_lacks_is_named(repository, tmp_path):
    lock = read_lock(repository.lock(tmp_path))
    del repository.files[WRONG]
    with pytest.raises(DownloadError, match=r"404.*part-07-1\.0\.jar"):
        library(lock, cache=tmp_path, repository=repository.address)


def test_two_processes_fill_one_cache_with_one_download(repository, tmp_path):
    code = (
        "import sys, pathlib; from cypher.server.artifacts import library, read_lock; "
        "print(library(read_lock(pathlib.Path(sys.argv[1])), cache=pathlib.Path(sys.argv[2]), repository=sys.argv[3]))"
    )
    command = [sys.executable, "-c", code, str(repository.lock(tmp_path)), str(tmp_path), repository.address]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    folders = {process.communicate(timeout=30)[0].strip() for process in both}
    assert [process.returncode for process in both] == [0, 0]
    assert len(folders) == 1
    assert len(list(Path(folders.pop()).glob("*.jar"))) == 24
    assert repository.asked == Counter(list(repository.files))
