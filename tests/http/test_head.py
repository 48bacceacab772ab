"""Heads without end, in size or in time; and that every setting of the edge is told in the README."""

import asyncio
import time
from pathlib import Path

import pytest

from service.http import server
from service.settings import Settings
from tests.http.conftest import Served, answer

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ELSEWHERE = {"neo4j_line", "folder", "repository", "host", "port", "workers", "jwt_leeway"}


async def test_a_head_without_end_is_cut(served: Served) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(b"POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nx-long: ")
    writer.write(b"x" * (server.MOST_BYTES + 1))
    got = await answer(reader)
    writer.close()
    assert (got.status, got.headers["connection"]) == (431, "close")
    assert b"TOO_LARGE" in got.raw


@pytest.mark.parametrize("sent", [b"", b"POST /graphql HTTP/1.1\r\nhost: ", b"POST /graphql HTTP/1.1\r\nhost: x\r\n"])
async def test_a_head_that_does_not_come_is_given_up(served: Served, monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(server, "SECONDS", 0.3)
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    writer.write(sent)
    started = time.perf_counter()
    assert await asyncio.wait_for(reader.read(), 5) == b""
    writer.close()
    assert time.perf_counter() - started >= 0.25


async def test_one_connection_serves_many_requests(served: Served) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
    for _ in range(20):
        body = b'{"query": "{ __typename }", "variables": {"x": "' + b"x" * 100_000 + b'"}}'
        writer.write(served.request("POST", body=body))
        assert (await answer(reader)).status == 200
    writer.close()


def test_every_setting_of_the_edge_is_in_the_readme() -> None:
    names = [name for name in Settings.model_fields if not name.startswith("neo4j_") and name not in ELSEWHERE]
    assert [name for name in names if f"`{name.upper()}`" not in README and f"`DMU_{name.upper()}`" not in README] == []
