"""A deal's map as a file, read back by what reads such files."""

import csv
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any

import httpx
import networkx as nx
import pytest

from cypher.graph import Database
from service.auth import issue
from tests.conftest import AUTH, World, make_world
from tests.network.test_api import ID, Company, fill


@pytest.fixture(scope="session")
async def exported(database: Database) -> AsyncIterator[Company]:
    """The company with a member whose name and title are made to harm."""
    world = await make_world(database)
    made = Company(world, {})
    await fill(made)
    post = {"accountId": made.ids["mill"], "title": "@SUM(A1)"}
    evil = await world.tell("createPerson", ID, name='=HYPERLINK("http://x")\u0008;,"', employment=post)
    await world.tell("assignRole", ID, dealId=made.ids["deal"], partyId=evil["id"], role="BUYER", since="2026-01-02")
    await world.tell("assignRole", ID, dealId=made.ids["deal"], partyId=evil["id"], role="USER")
    yield made
    await world.client.aclose()


async def got(world: World, id_: str, ending: str, **headers: str) -> httpx.Response:
    token = issue(AUTH, f"admin@{world.workspace}", None, timedelta(hours=1))
    return await world.client.get(f"/export/deal/{id_}.{ending}", headers={"Authorization": f"Bearer {token}"} | headers)


async def test_the_graph_reads_back_with_its_attributes(exported: Company) -> None:
    answer = await got(exported.world, exported.ids["deal"], "graphml")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/graphml+xml")
    graph: Any = nx.read_graphml(BytesIO(answer.content), force_multigraph=True)
    nodes = {told["label"]: told for _, told in graph.nodes(data=True)}
    assert (nodes["Dora"]["roles"], nodes["Dora"]["stance"], nodes["Dora"]["influence"]) == ("DECIDER", "NEUTRAL", 5)
    assert (nodes["Board"]["kind"], nodes["Dora"]["kind"], nodes["Dora"]["department"]) == ("Group", "Person", "Finance")
    assert nodes['=HYPERLINK("http://x")\ufffd;,"']["roles"] == "BUYER;USER"
    labels = {key: told["label"] for key, told in graph.nodes(data=True)}
    edges = {(labels[one], told["kind"], labels[other], told.get("strength")) for one, other, told in graph.edges(data=True)}
    assert {("Cy", "INFLUENCES", "Dora", 3), ("Max", "MEMBER_OF", "Board", None), ("Bo", "CONFLICTS_WITH", "Cy", None)} <= edges


async def test_the_table_holds_no_formulas(exported: Company) -> None:
    answer = await got(exported.world, exported.ids["deal"], "csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert list(rows[0]) == ["id", "name", "title", "account", "roles", "stance", "influence", "access", "awareness", "since", "until"]
    of = {row["name"]: row for row in rows}
    assert set(of) == {"Dora", "Board", "Gil", "Cy", "Bo", '\'=HYPERLINK("http://x")\u0008;,"'}
    assert (of["Dora"]["account"], of["Dora"]["roles"], of["Dora"]["stance"], of["Dora"]["influence"]) == (
        "Mill",
        "DECIDER",
        "NEUTRAL",
        "5",
    )
    assert of["Board"]["account"] == "Mill"
    evil = next(row for row in rows if row["name"].startswith("'="))
    assert (evil["title"], evil["roles"]) == ("'@SUM(A1)", "BUYER;USER")


async def test_the_json_is_the_map_that_the_api_gives(exported: Company) -> None:
    told = json.loads((await got(exported.world, exported.ids["deal"], "json")).content)
    fields = "key label sublabel roles stance influence access party { __typename id name } teamMember { id } member { id }"
    document = (
        f"query($deal: ID!) {{ deal(id: $deal) {{ committee {{ map {{ nodes {{ {fields} }} edges {{ key from to kind strength certainty label }} "
        "groups { key label group { id } nodes } gaps { key role state required goal } truncated } } } }"
    )
    assert told == (await exported.ask(document, deal="deal"))["deal"]["committee"]["map"]


@pytest.mark.parametrize("ending", ["graphml", "csv", "json"])
async def test_what_is_not_theirs_is_as_if_not_there(exported: Company, stranger: World, ending: str) -> None:
    theirs, nothing = await got(stranger, exported.ids["deal"], ending), await got(stranger, "RGVhbDp4", ending)
    assert (theirs.status_code, nothing.status_code) == (404, 404)
    assert [one.pop("extensions")["code"] for answer in (theirs, nothing) for one in answer.json()["errors"]] == ["NOT_FOUND"] * 2
    own = exported.world
    assert (await own.client.get(f"/export/deal/{exported.ids['deal']}.{ending}")).status_code == 401
    assert (await got(own, exported.ids["mill"], ending)).status_code == 404
    assert (await got(own, exported.ids["deal"], "exe")).status_code == 404
    assert (await own.client.post(f"/export/deal/{exported.ids['deal']}.{ending}")).status_code == 405
