"""What is measured. An operation is one entry of READS and three texts beside it: ours, the peer's, the floor's statement."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.data import LARGE, SMALL, Sizes, id_of
from schema.node import global_id, parted
from service.fields import SCALE

ROOM = Path(__file__).parent
VARIANTS = 20
"""How many different things an operation asks for in turn, where there are so many."""
PAGE = 50
Answer = dict[str, Any]


@dataclass(frozen=True)
class Operation:
    """One question in three languages; `like_ours` turns the peer's answer into the shape of ours, with plain ids and amounts."""

    name: str
    title: str
    texts: str
    kind: str
    numbers: Callable[[Sizes], list[int]]
    like_ours: Callable[[Answer], Answer]
    times: float
    """How many times as many requests as the peer are the goal."""

    @cached_property
    def ours(self) -> str:
        return (ROOM / f"{self.texts}.graphql").read_text(encoding="utf-8")

    @cached_property
    def peers(self) -> str:
        return (ROOM / f"{self.texts}.peer.graphql").read_text(encoding="utf-8")

    @cached_property
    def statement(self) -> str:
        return (ROOM / f"{self.texts}.cypher").read_text(encoding="utf-8")

    def ids(self, sizes: Sizes) -> list[str]:
        return [id_of(self.kind, number) for number in self.numbers(sizes)]

    def global_id(self, id_: str) -> str:
        return global_id(self.kind, id_)


def plain(value: Any) -> Any:
    """An answer of ours with ids as stored and amounts in whole ten-thousandths, which any of the three can be compared with."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {name: plain(one) for name, one in value.items() if name != "endCursor"}
    for name in ("id", "key", "from", "to"):
        if isinstance(made.get(name), str):
            made[name] = parted(made[name])[1] or made[name]
    if isinstance(made.get("amount"), str):
        made["amount"] = int(Decimal(made["amount"]) * SCALE)
    return made


def leaves(value: Any) -> int:
    """How many scalars and nulls an answer holds."""
    if isinstance(value, dict):
        return sum(leaves(one) for one in value.values())
    return sum(leaves(one) for one in value) if isinstance(value, list) else 1


def _deal_of_peer(answer: Answer) -> Answer:
    (deal,) = answer["deals"]
    members = sorted(deal.pop("members"), key=lambda one: one["id"])
    for member in members:
        (member["party"],) = member["party"]
        member["roles"].sort(key=lambda one: one["role"])
    return {"deal": _priced(deal) | {"account": deal["account"][0], "committee": {"members": members}}}


def _priced(deal: Answer) -> Answer:
    (owner,) = deal["owner"]
    amount = {"amount": int(deal.pop("amount")), "currency": deal.pop("currency")}
    return deal | {"amount": amount, "owner": owner}


def _deals_of_peer(answer: Answer) -> Answer:
    (account,) = answer["accounts"]
    found = [_priced(one) for one in account["deals"]]
    return {"account": account | {"deals": {"nodes": found[:PAGE], "pageInfo": {"hasNextPage": len(found) > PAGE}}}}


TIES = {
    "REPORTS_TO": ("reportsTo", "reports"),
    "INFLUENCES": ("influences", "influencedBy"),
    "CONFLICTS_WITH": ("conflictsWith", "conflictsFrom"),
    "KNOWS": ("knows", "knownBy"),
    "CONTROLS_ACCESS_TO": ("guards", "guardedBy"),
}


def _person_of_peer(answer: Answer) -> Answer:
    (person,) = answer["people"]
    posts = [edge["properties"] | {"account": edge["node"]} for edge in person["posts"]["edges"]]
    posts.sort(key=lambda one: one["account"]["id"])
    ties = [tie for kind, fields in TIES.items() for tie in _ties(person, kind, *fields)]
    for member in person["memberships"]:
        (member["deal"],) = member["deal"]
        member["roles"].sort(key=lambda one: one["role"])
    return {
        "person": {name: person[name] for name in ("id", "name", "email")}
        | {"title": posts[0]["title"], "employments": posts, "memberships": {"nodes": person["memberships"][:20]}}
        | {"relationships": {"nodes": sorted(ties, key=lambda one: str(one["id"]))[:20]}}
    }


def _ties(person: Answer, kind: str, out: str, into: str) -> list[Answer]:
    me = {name: person[name] for name in ("id", "name")}
    going = [edge["properties"] | {"from": me, "to": edge["node"]} for edge in person[out]["edges"]]
    coming = [edge["properties"] | {"from": edge["node"], "to": me} for edge in person[into]["edges"]]
    return [tie | {"relationshipKind": kind} for tie in going + coming]


def _map_of_peer(answer: Answer) -> Answer:
    (deal,) = answer["deals"]
    seats = [(member, member["party"][0]) for member in deal["members"]]
    seats.sort(key=lambda seat: (seat[1]["__typename"] == "Group", seat[1]["id"]))
    shown = {party["id"] for _, party in seats}
    edges = [tie for _, party in seats for kind, (out, _) in TIES.items() for tie in _lines(party, kind, out) if tie["to"] in shown]
    edges.sort(key=lambda one: str(one["key"]))
    return {"deal": {"id": deal["id"], "committee": {"map": {"nodes": [_node(*seat) for seat in seats], "edges": edges}}}}


def _node(member: Answer, party: Answer) -> Answer:
    judged = {name: member[name] for name in ("stance", "influence", "access")}
    roles = sorted(one["role"] for one in member["roles"])
    return {"key": party["id"], "label": party["name"], "sublabel": party.get("title"), "roles": roles} | judged


def _lines(party: Answer, kind: str, out: str) -> list[Answer]:
    edges = party.get(out, {"edges": []})["edges"]
    told = [(edge["properties"], edge["node"]["id"]) for edge in edges]
    return [
        {"key": tie["id"], "from": party["id"], "to": to, "kind": kind, "strength": tie["strength"], "certainty": tie["certainty"]}
        for tie, to in told
    ]


def _account_of_peer(answer: Answer) -> Answer:
    return {"account": answer["accounts"][0]}


def _some(many: int) -> list[int]:
    """Numbers spread over so many things."""
    step = max(1, many // VARIANTS)
    return [(one * step + one) % many for one in range(min(many, VARIANTS))]


READS = (
    Operation("a8", "a deal with its committee of 8", "deal", "Deal", lambda sizes: sizes.of_size(SMALL, VARIANTS), _deal_of_peer, 3),
    Operation("a60", "a deal with its committee of 60", "deal", "Deal", lambda sizes: sizes.of_size(LARGE, VARIANTS), _deal_of_peer, 3),
    Operation(
        "b", "the first 50 deals of an account", "deals", "Account", lambda sizes: list(range(sizes.big_accounts)), _deals_of_peer, 3
    ),
    Operation("c", "a person with posts, memberships, ties", "person", "Person", lambda sizes: _some(sizes.people), _person_of_peer, 5),
    Operation("e", "the map of 60 members", "map", "Deal", lambda sizes: sizes.of_size(LARGE, VARIANTS), _map_of_peer, 15),
    Operation("f", "an account's name", "account", "Account", lambda sizes: _some(sizes.accounts), _account_of_peer, 2),
)
