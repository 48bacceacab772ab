"""The network through the API: a small company whose figures can be counted by hand."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from cypher import network
from cypher.graph import Database
from cypher.words import RelationshipKind
from schema.node import parted
from service.network.graph import Network, Tie
from tests.conftest import World, make_world
from tests.network import naive

ID = "__typename ... on Node { id }"
ROUTE = "product passesGatekeeper from { name } hops { kind strength reversed from { ... on Person { name } ... on TeamMember { name } } to { name } }"


@dataclass
class Company:
    """Dora decides; Gil guards her; Cy is for us, Bo against; Ann heads them all; Max sits on the board with Dora."""

    world: World
    ids: dict[str, str]

    async def ask(self, document: str, **variables: Any) -> Any:
        body = await self.world.ask(document, {name: self.ids.get(value, value) for name, value in variables.items()})
        assert "errors" not in body, body
        return body["data"]


@pytest.fixture(scope="session")
async def company(database: Database) -> AsyncIterator[Company]:
    world = await make_world(database)
    made = Company(world, {})
    await fill(made)
    yield made
    await world.client.aclose()


async def fill(made: Company) -> None:
    world = made.world

    async def make(name: str, mutation: str, /, **given: Any) -> str:
        told = await world.tell(mutation, ID, **given)
        assert "id" in told, told
        made.ids[name] = told["id"]
        return str(told["id"])

    mill = await make("mill", "createAccount", name="Mill")
    for name, department in (("Ann", "Board"), ("Dora", "Finance"), ("Gil", "Finance"), ("Cy", "Works"), ("Bo", "IT"), ("Max", "Works")):
        post = {"accountId": mill, "department": department, "seniority": "EXECUTIVE" if name == "Ann" else "MANAGER"}
        await make(name, "createPerson", name=name, employment=post)
    await make("board", "createGroup", accountId=mill, name="Board", personIds=[made.ids["Ann"], made.ids["Max"]])
    for kind, one, other, strength in (
        ("REPORTS_TO", "Dora", "Ann", None),
        ("REPORTS_TO", "Gil", "Dora", None),
        ("REPORTS_TO", "Cy", "Ann", None),
        ("CONTROLS_ACCESS_TO", "Gil", "Dora", 5),
        ("KNOWS", "Cy", "Gil", 4),
        ("INFLUENCES", "Cy", "Dora", 3),
        ("INFLUENCES", "Bo", "Dora", 5),
        ("INFLUENCES", "Bo", "Ann", None),
        ("INFLUENCES", "Max", "Cy", 4),
        ("CONFLICTS_WITH", "Bo", "Cy", None),
    ):
        await make(f"{kind} {one} {other}", "relatePeople", kind=kind, fromId=made.ids[one], toId=made.ids[other], strength=strength)
    me = (await world.ask("{ viewer { teamMember { id } } }"))["data"]["viewer"]["teamMember"]["id"]
    await make("cover", "setAcquaintance", teamMemberId=me, personId=made.ids["Cy"], level=5)
    deal = await make("deal", "createDeal", accountId=mill, name="Line 4", amount={"amount": "1000.50", "currency": "EUR"})
    await make("second", "createDeal", accountId=mill, name="Line 5", amount={"amount": "9", "currency": "CHF"})
    for party, role in (("Dora", "DECIDER"), ("board", "APPROVER"), ("Gil", "GATEKEEPER"), ("Cy", "USER"), ("Bo", "INFLUENCER")):
        made.ids[f"member {party}"] = (await world.tell("assignRole", ID, dealId=deal, partyId=made.ids[party], role=role))["id"]
    await world.tell("assignRole", ID, dealId=made.ids["second"], partyId=made.ids["Cy"], role="USER")
    for party, stance in (("Dora", "NEUTRAL"), ("board", "SUPPORTER"), ("Cy", "CHAMPION"), ("Bo", "BLOCKER")):
        await world.tell("assessMember", ID, memberId=made.ids[f"member {party}"], stance=stance, influence=5)


def further_apart_without_cy() -> float:
    pairs = ("Dora Ann", "Gil Dora", "Cy Ann", "Cy Gil", "Cy Dora", "Bo Dora", "Bo Ann", "Max Cy")
    whole = Network.of({one for pair in pairs for one in pair.split()}, [Tie(RelationshipKind.KNOWS, *pair.split()) for pair in pairs])
    after, before = naive.fragmentation(whole.without({"Cy"}), whole.without({"Cy"}).people), naive.fragmentation(whole, whole.people)
    assert after is not None
    assert before is not None
    return after - before


def told(route: Any) -> list[str]:
    ends = [
        f"{hop['from']['name']} {'~' if hop['reversed'] else ''}{hop['kind']} {hop['strength']} {hop['to']['name']}"
        for hop in route["hops"]
    ]
    return [round(route["product"], 9), *ends]


async def test_the_way_to_who_decides_and_who_guards_it(company: Company) -> None:
    report = (
        await company.ask(
            f"query($id: ID!) {{ person(id: $id) {{ routes(limit: 2) {{ target {{ name }} routes {{ {ROUTE} }} disjointRoutes gatekeeperDependence "
            f"bestWithoutGatekeeper {{ {ROUTE} }} truncated }} gatekeepers {{ name }} }} }}",
            id="Dora",
        )
    )["person"]
    routes = report["routes"]
    admin = routes["routes"][0]["from"]["name"]
    assert [told(one) for one in routes["routes"]] == [
        [0.8, f"{admin} COVERS 5 Cy", "Cy KNOWS 4 Gil", "Gil CONTROLS_ACCESS_TO 5 Dora"],
        [0.6, f"{admin} COVERS 5 Cy", "Cy INFLUENCES 3 Dora"],
    ]
    assert (routes["target"]["name"], routes["disjointRoutes"], routes["gatekeeperDependence"]) == ("Dora", 1, 0.5)
    assert told(routes["bestWithoutGatekeeper"])[0] == 0.6
    assert [one["name"] for one in report["gatekeepers"]] == ["Gil"]


async def test_a_group_is_reached_through_any_of_its_people(company: Company) -> None:
    report = await company.ask(
        f"query($id: ID!) {{ node(id: $id) {{ ... on Member {{ routes(maxHops: 2) {{ target {{ __typename name }} routes {{ {ROUTE} }} }} }} }} }}",
        id="member board",
    )
    routes = report["node"]["routes"]
    assert routes["target"] == {"__typename": "Group", "name": "Board"}
    assert [told(one)[2] for one in routes["routes"]] == ["Cy REPORTS_TO 3 Ann"]


async def test_what_is_lost_when_the_champion_leaves(company: Company) -> None:
    document = (
        "query($id: ID!) { node(id: $id) { ... on Person { departure { ...lost } } ... on Member { departure { ...lost } } } } "
        "fragment lost on DepartureImpact { party { name } rolesLeftEmpty { deal { name } role } unreachable { name } routesLost fragmentation "
        "deals { name } amount { amount currency } severity }"
    )
    lost = (await company.ask(document, id="Cy"))["node"]["departure"]
    assert lost["party"] == {"name": "Cy"}
    assert [(one["deal"]["name"], one["role"]) for one in lost["rolesLeftEmpty"]] == [("Line 4", "USER"), ("Line 5", "USER")]
    assert {one["name"] for one in lost["unreachable"]} == {"Ann", "Dora", "Max"}
    assert (lost["routesLost"], lost["severity"]) == (2, "HIGH")
    assert lost["fragmentation"] == pytest.approx(further_apart_without_cy(), abs=1e-9)
    assert [(one["currency"], float(one["amount"])) for one in lost["amount"]] == [("CHF", 9), ("EUR", 1000.5)]
    of_member = (await company.ask(document, id="member Cy"))["node"]["departure"]
    assert [one["name"] for one in of_member["deals"]] == ["Line 4"]
    little = (await company.ask(document, id="Gil"))["node"]["departure"]
    assert (little["routesLost"], [one["role"] for one in little["rolesLeftEmpty"]]) == (0, ["GATEKEEPER"])


async def test_ranks_of_a_committee_and_of_an_account(company: Company) -> None:
    ranks = await company.ask(
        "query($deal: ID!, $mill: ID!) { deal(id: $deal) { committee { memberRanks { rank score inDegree outDegree betweenness member { party { name } } } } } "
        "account(id: $mill) { personRanks(first: 2) { totalCount pageInfo { endCursor hasNextPage } edges { rank score node { name email } } } } }",
        deal="deal",
        mill="mill",
    )
    members = ranks["deal"]["committee"]["memberRanks"]
    degrees = {one["member"]["party"]["name"]: (one["inDegree"], one["outDegree"]) for one in members}
    assert degrees == {"Dora": (2, 0), "Board": (0, 1), "Gil": (0, 0), "Cy": (1, 1), "Bo": (0, 2)}
    assert [(one["rank"], one["member"]["party"]["name"]) for one in members][:2] == [(1, "Bo"), (2, "Board")]
    page = ranks["account"]["personRanks"]
    assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (6, True)
    rest = await company.ask(
        "query($mill: ID!, $after: String) { account(id: $mill) { personRanks(first: 9, after: $after) { edges { rank betweenness node { name } } nodes { name } } } }",
        mill="mill",
        after=page["pageInfo"]["endCursor"],
    )
    names = [one["node"]["name"] for one in [*page["edges"], *rest["account"]["personRanks"]["edges"]]]
    assert sorted(names) == ["Ann", "Bo", "Cy", "Dora", "Gil", "Max"]
    assert [one["name"] for one in rest["account"]["personRanks"]["nodes"]] == names[2:]


async def test_coalitions_and_who_stands_between(company: Company) -> None:
    found = await company.ask(
        "query($deal: ID!) { deal(id: $deal) { committee { coalitions { stance members { party { name } } bridges { id } } } } }",
        deal="deal",
    )
    (coalition,) = found["deal"]["committee"]["coalitions"]
    assert coalition["stance"] == 1.5
    assert sorted(one["party"]["name"] for one in coalition["members"]) == ["Board", "Cy"]
    assert coalition["bridges"] == []


async def test_the_chain_upward_and_downward(company: Company) -> None:
    found = await company.ask(
        "query($gil: ID!, $ann: ID!) { gil: person(id: $gil) { manager { name } managers { name email } } ann: person(id: $ann) { manager { name } "
        "reports { totalCount nodes { name } } all: reports(depth: 9, first: 2) { totalCount nodes { name } pageInfo { hasNextPage } } } }",
        gil="Gil",
        ann="Ann",
    )
    assert found["gil"]["manager"] == {"name": "Dora"}
    assert [one["name"] for one in found["gil"]["managers"]] == ["Dora", "Ann"]
    assert found["ann"]["manager"] is None
    assert found["ann"]["reports"] == {"totalCount": 2, "nodes": [{"name": "Cy"}, {"name": "Dora"}]}
    assert found["ann"]["all"] == {"totalCount": 3, "nodes": [{"name": "Cy"}, {"name": "Dora"}], "pageInfo": {"hasNextPage": True}}


@pytest.mark.parametrize(
    ("field", "code"), [("routes(maxHops: 5)", "OUT_OF_RANGE"), ("routes(limit: 0)", "BAD_PAGE"), ("reports(depth: 0)", "OUT_OF_RANGE")]
)
async def test_a_number_out_of_range_is_told(company: Company, field: str, code: str) -> None:
    body = await company.world.ask(f"query($id: ID!) {{ person(id: $id) {{ {field} {{ __typename }} }} }}", {"id": company.ids["Ann"]})
    assert [one["extensions"]["code"] for one in body["errors"]] == [code]


async def test_many_people_take_one_statement(company: Company) -> None:
    await company.ask(
        "query($id: ID!) { account(id: $id) { people { nodes { name routes { disjointRoutes target { name } } } } } }", id="mill"
    )
    assert company.world.watched.ran.count("network.around") == 1


async def test_whom_to_meet_next(company: Company) -> None:
    """None of us knows Bo, and nobody who plays INFLUENCER is in touch with us; nobody else would better a way."""
    found = await company.ask(
        "query($deal: ID!) { deal(id: $deal) { committee { nextIntroductions { person { name } gain reason via { product } } map { gaps { key role state required goal } } "
        "roleCoverage { role state required weight } } } }",
        deal="deal",
    )
    committee = found["deal"]["committee"]
    weights = {one["role"]: one["weight"] for one in committee["roleCoverage"] if one["required"]}
    (first,) = committee["nextIntroductions"]
    assert (first["person"]["name"], first["via"]) == ("Bo", None)
    assert first["gain"] == pytest.approx(weights["INFLUENCER"] / sum(weights.values()))
    assert "influencer" in first["reason"].lower()
    missing = [one["role"] for one in committee["roleCoverage"] if one["state"] == "MISSING"]
    assert [one["role"] for one in committee["map"]["gaps"]] == missing


async def test_what_was_cut_is_said(company: Company) -> None:
    body = await company.ask(
        "query($id: ID!) { account(id: $id) { personRanks { truncated totalCount } people(first: 9) { nodes { departure { truncated } } } } }",
        id="mill",
    )
    assert body["account"]["personRanks"] == {"truncated": False, "totalCount": 6}
    assert {one["departure"]["truncated"] for one in body["account"]["people"]["nodes"]} == {False}
    graph, kinds = company.world.caller.graph, [RelationshipKind.KNOWS, RelationshipKind.INFLUENCES]
    for most, steps, cut in ((6, 1000, True), (7, 1000, False), (1000, 3, True)):
        (row,) = await network.colleagues(graph, ids=[parted(company.ids["mill"])[1]], kinds=kinds, most=most, steps=steps)
        assert row.truncated is cut
