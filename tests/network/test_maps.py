"""Maps and org charts through the API, over the company of `test_api`; and what is left out where there is no room."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.network.cut import Candidate, chart, kept
from tests.network.test_api import ID, Company, company

__all__ = ["company"]
DRAWN = (
    "fragment drawn on RelationshipMap { truncated gaps { role state } nodes { key label sublabel roles stance influence access party { __typename name ... on Person { email } } "
    "teamMember { name } member { id stance party { name } } } edges { key from to kind strength certainty label } groups { key label group { name } nodes } }"
)


def told(found: Any) -> tuple[dict[str, list[str]], set[tuple[str, str, str]], dict[str, set[str]]]:
    """Roles by label, edges and groups by labels."""
    names = {node["key"]: node["label"] for node in found["nodes"]}
    assert len(names) == len(found["nodes"])
    assert len({edge["key"] for edge in found["edges"]}) == len(found["edges"])
    edges = {(names[edge["from"]], edge["kind"], names[edge["to"]]) for edge in found["edges"]}
    called = {group["key"]: group["label"] + ("" if group["group"] else " department") for group in found["groups"]}
    groups = {called[group["key"]]: {names[key] for key in group["nodes"]} for group in found["groups"]}
    return {node["label"]: node["roles"] for node in found["nodes"]}, edges, groups


async def test_the_map_of_a_committee(company: Company) -> None:
    found = (await company.ask(f"query($deal: ID!) {{ deal(id: $deal) {{ committee {{ map {{ ...drawn }} }} }} }} {DRAWN}", deal="deal"))[
        "deal"
    ]["committee"]["map"]
    roles, edges, groups = told(found)
    us = next(node["label"] for node in found["nodes"] if node["teamMember"])
    assert roles == {
        "Dora": ["DECIDER"],
        "Gil": ["GATEKEEPER"],
        "Cy": ["USER"],
        "Bo": ["INFLUENCER"],
        "Board": ["APPROVER"],
        "Ann": [],
        "Max": [],
        us: [],
    }
    assert edges == {
        ("Dora", "REPORTS_TO", "Ann"),
        ("Gil", "REPORTS_TO", "Dora"),
        ("Cy", "REPORTS_TO", "Ann"),
        ("Gil", "CONTROLS_ACCESS_TO", "Dora"),
        ("Cy", "KNOWS", "Gil"),
        ("Cy", "INFLUENCES", "Dora"),
        ("Bo", "INFLUENCES", "Dora"),
        ("Bo", "INFLUENCES", "Ann"),
        ("Max", "INFLUENCES", "Cy"),
        ("Bo", "CONFLICTS_WITH", "Cy"),
        (us, "COVERS", "Cy"),
        ("Ann", "MEMBER_OF", "Board"),
        ("Max", "MEMBER_OF", "Board"),
    }
    assert groups == {"Board": {"Ann", "Max"}, "Board department": {"Ann"}, "Finance department": {"Dora", "Gil"}} | {
        "IT department": {"Bo"},
        "Works department": {"Cy", "Max"},
    }
    stances = {
        node["label"]: (node["stance"], node["influence"], node["member"] and node["member"]["party"]["name"]) for node in found["nodes"]
    }
    assert stances["Bo"] == ("BLOCKER", 5, "Bo")
    assert stances["Ann"] == (None, None, None)
    assert not found["truncated"]


async def test_only_some_kinds_and_only_some_people(company: Company) -> None:
    document = f"query($deal: ID!) {{ deal(id: $deal) {{ committee {{ map(kinds: [KNOWS], limit: 3) {{ ...drawn }} }} }} }} {DRAWN}"
    found = (await company.ask(document, deal="deal"))["deal"]["committee"]["map"]
    people = {node["label"] for node in found["nodes"] if node["party"] and node["party"]["__typename"] == "Person"}
    assert people == {"Ann", "Cy", "Dora"}  # all play roles; Cy is known and brings Ann along, then Dora has the most ties
    assert found["truncated"]
    assert {edge["kind"] for edge in found["edges"]} <= {"KNOWS", "COVERS", "MEMBER_OF"}


async def test_the_map_of_an_account(company: Company) -> None:
    found = (
        await company.ask(f"query($mill: ID!) {{ account(id: $mill) {{ map(kinds: [INFLUENCES]) {{ ...drawn }} }} }} {DRAWN}", mill="mill")
    )["account"]["map"]
    roles, edges, _ = told(found)
    assert {name: played for name, played in roles.items() if played} == {
        "Dora": ["DECIDER"],
        "Gil": ["GATEKEEPER"],
        "Cy": ["USER"],
        "Bo": ["INFLUENCER"],
    }
    assert {edge for edge in edges if edge[1] != "COVERS"} == {
        ("Cy", "INFLUENCES", "Dora"),
        ("Bo", "INFLUENCES", "Dora"),
        ("Bo", "INFLUENCES", "Ann"),
        ("Max", "INFLUENCES", "Cy"),
    }
    assert found["gaps"] == []


async def test_an_org_chart(company: Company) -> None:
    document = (
        "query($mill: ID!, $dora: ID!) { account(id: $mill) { all: orgChart { ...drawn } below: orgChart(root: $dora, depth: 1) { ...drawn } "
        f"top: orgChart(depth: 0) {{ ...drawn }} none: orgChart(root: $mill) {{ nodes {{ key }} }} }} }} {DRAWN}"
    )
    found = (await company.ask(document, mill="mill", dora="Dora"))["account"]
    roles, edges, _ = told(found["all"])
    assert set(roles) == {"Ann", "Dora", "Gil", "Cy", "Bo", "Max"}
    assert edges == {("Dora", "REPORTS_TO", "Ann"), ("Gil", "REPORTS_TO", "Dora"), ("Cy", "REPORTS_TO", "Ann")}
    assert set(told(found["below"])[0]) == {"Dora", "Gil"}
    assert set(told(found["top"])[0]) == {"Ann", "Bo", "Max"}
    assert found["none"]["nodes"] == []


async def test_a_map_of_another_day(company: Company) -> None:
    """Before anybody had a manager, there is nobody on the committee either."""
    document = f'query($mill: ID!) {{ account(id: $mill) {{ map(asOf: "2020-01-01T00:00:00Z") {{ ...drawn }} deals {{ nodes {{ committee(asOf: "2020-01-01T00:00:00Z") {{ map {{ ...drawn }} memberRanks {{ rank }} coalitions {{ stance }} }} }} }} }} }} {DRAWN}'
    found = (await company.ask(document, mill="mill"))["account"]
    assert [node for node in found["map"]["nodes"] if node["roles"]] == []
    for deal in found["deals"]["nodes"]:
        assert (deal["committee"]["map"]["nodes"], deal["committee"]["memberRanks"], deal["committee"]["coalitions"]) == ([], [], [])


@pytest.mark.parametrize("field", ["map(limit: 1001)", "orgChart(limit: 0)"])
async def test_a_limit_out_of_range_is_told(company: Company, field: str) -> None:
    body = await company.world.ask(f"query($id: ID!) {{ account(id: $id) {{ {field} {{ truncated }} }} }}", {"id": company.ids["mill"]})
    assert body["errors"][0]["extensions"]["code"] == "BAD_PAGE"


names = st.sampled_from("abcdefgh")
several = st.dictionaries(names, st.tuples(st.booleans(), st.booleans(), st.integers(0, 3), st.none() | names), min_size=1).map(
    lambda people: [Candidate(one, *rest) for one, rest in people.items()]
)


@settings(max_examples=100, deadline=None)
@given(several, st.integers(1, 9))
def test_whoever_is_kept_brings_along_the_managers(people: list[Candidate], limit: int) -> None:
    stays = kept(people, limit)
    of = {one.id: one for one in people}
    assert len(stays) <= limit
    assert all(of[one].manager in stays for one in stays if of[one].manager in of)
    assert len(stays) == len(people) or limit < len(people)
    free = [one for one in people if one.manager not in of]
    first = min(free, key=lambda one: (not one.playing, not one.known, -one.ties, one.id), default=None)
    if len(free) == len(people) and first:
        assert first.id in stays


@settings(max_examples=100, deadline=None)
@given(several, st.none() | names, st.none() | st.integers(0, 3))
def test_an_org_chart_goes_down_from_its_root(people: list[Candidate], root: str | None, depth: int | None) -> None:
    of = {one.id: one for one in people}
    shown = {one.id for one in chart(people, root, depth)}
    for one in people:
        chain = [one.id]
        while (up := of[chain[-1]].manager) in of and up not in chain:
            chain.append(str(up))
        circle = of[chain[-1]].manager in of
        level = chain.index(root) if root in chain else None if root is not None or circle else len(chain) - 1
        assert (one.id in shown) == (level is not None and (depth is None or level <= depth))


async def test_an_account_without_people_has_an_empty_map(company: Company) -> None:
    empty = (await company.world.tell("createAccount", ID, name="Empty"))["id"]
    fields = "map { nodes { key } truncated } orgChart { nodes { key } } personRanks { totalCount }"
    found = await company.ask(f"query($id: ID!) {{ account(id: $id) {{ {fields} }} }}", id=empty)
    assert found["account"] == {"map": {"nodes": [], "truncated": False}, "orgChart": {"nodes": []}, "personRanks": {"totalCount": 0}}
