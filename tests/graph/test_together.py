"""Reads asked for at the same moment go together: one statement, each its own answer, and each statement still planned as by itself."""

import asyncio
from dataclasses import replace
from time import monotonic

import pytest

from cypher import account, deal, person, tie, workspace
from cypher.compose.page import Order, Page
from cypher.compose.together import HEAD, MOST, Read, joined
from cypher.compose.where import UNFILTERED
from cypher.errors import TimedOut
from cypher.graph import Asked, Database
from cypher.query import Statement
from cypher.words import Direction, RelationshipKind
from tests.conftest import World, at_once
from tests.statements.explain import declare, explained, statements, variants

ID = "__typename ... on Account { id }"


async def test_each_gets_its_own_answer(world: World) -> None:
    for name in ("Mill", "Bakery"):
        await world.tell("createAccount", ID, name=name)
    graph, pages = replace(world.graph, ran=[]), [Page((Order("nameKey", descending),), 1) for descending in (False, True)]
    first, last, accounts, people, viewer = await asyncio.gather(
        account.page(graph, page=pages[0]),
        account.page(graph, page=pages[1]),
        account.count(graph, where=UNFILTERED),
        person.count(graph, where=UNFILTERED),
        workspace.viewer(graph, id=world.caller.viewer.id),
    )
    assert (first[0].name, last[0].name, accounts, people, viewer.member.id) == ("Bakery", "Mill", 2, 0, world.caller.viewer.id)
    assert sorted(graph.ran) == ["account.count + account.page + account.page + person.count", "workspace.viewer"]


async def test_no_more_go_together_than_the_planner_takes(world: World) -> None:
    graph = replace(world.graph, ran=[])
    assert await asyncio.gather(*(account.count(graph, where=UNFILTERED) for _ in range(MOST + 1))) == [0] * (MOST + 1)
    assert sorted(map(len, (one.split(" + ") for one in graph.ran))) == [1, MOST]


async def test_whoever_gives_up_takes_nothing_from_the_others(world: World) -> None:
    readers = [asyncio.create_task(account.count(world.graph, where=UNFILTERED)) for _ in range(3)]
    await asyncio.sleep(0)
    readers[1].cancel()
    ended = await asyncio.gather(*readers, return_exceptions=True)
    assert (ended[0], type(ended[1]), ended[2]) == (0, asyncio.CancelledError, 0)


async def test_what_stops_the_statement_is_told_to_all(world: World) -> None:
    late = replace(world.graph, until=monotonic() - 1)
    ended = await asyncio.gather(account.count(late, where=UNFILTERED), person.count(late, where=UNFILTERED), return_exceptions=True)
    assert [type(one) for one in ended] == [TimedOut, TimedOut]


@pytest.mark.long
async def test_every_read_can_be_a_part(database: Database) -> None:
    """The server has nothing to say of a statement that holds any of them twice, and scans nothing."""
    todo = iter([variant for one in statements().values() if one.text.startswith(HEAD) for variant in list(variants(one))[:2]])
    said = []

    async def work() -> None:
        async with database.session("READ") as session:
            for one, parameters in todo:
                text, given = joined([_read(one, parameters)] * 2)
                whole = Statement("together", "Reads", frozenset(), (), text)
                told, scans = await explained(session, whole, {**given, "workspace": "w"})
                if told or scans - {"NodeIndexScan"}:  # of an index that is nearly empty
                    said.append((one.name, told, scans))

    async with database.session("WRITE") as session:
        await declare(session)
    await at_once(*(work() for _ in range(2)))
    assert said == [("system.workspaces", [], {"NodeByLabelScan"})]


def _read(statement: Statement, parameters: dict[str, object]) -> Read:
    return Asked(statement, parameters, asyncio.get_running_loop().create_future())


@pytest.mark.parametrize("workspaces", ["own", "other"])
async def test_all_parts_stay_inside_the_workspace(world: World, workspaces: str) -> None:
    made = await world.tell("createAccount", ID, name="Mill")
    assert made["__typename"] == "Account"
    graph = world.graph if workspaces == "own" else replace(world.graph, workspace="another")
    wanted = int(workspaces == "own")
    kinds = {"kinds": list(RelationshipKind), "direction": Direction.BOTH}
    found = await asyncio.gather(
        account.count(graph, where=UNFILTERED), deal.count(graph, where=UNFILTERED), tie.count_of_people(graph, ids=["x"], **kinds)
    )
    assert found == [wanted, 0, []]
