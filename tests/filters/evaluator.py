"""What filters mean, told once more in plain Python over plain data: no Cypher, nothing of the compiler's.

A thing is a dict; a graph is lists of them. Moments and days are stored text, amounts whole ten-thousandths, filters as clients send them.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from schema.node import global_id
from service.stamp import moment
from service.text import fold

Thing = dict[str, Any]
Filter = dict[str, Any]


@dataclass
class Graph:
    """Everything of one workspace."""

    accounts: list[Thing] = field(default_factory=list)
    people: list[Thing] = field(default_factory=list)
    groups: list[Thing] = field(default_factory=list)
    team: list[Thing] = field(default_factory=list)
    products: list[Thing] = field(default_factory=list)
    deals: list[Thing] = field(default_factory=list)
    members: list[Thing] = field(default_factory=list)
    posts: list[Thing] = field(default_factory=list)
    belongings: list[Thing] = field(default_factory=list)
    covers: list[Thing] = field(default_factory=list)
    ties: list[Thing] = field(default_factory=list)
    interactions: list[Thing] = field(default_factory=list)


@dataclass
class Evaluator:
    graph: Graph
    now: datetime
    engaged_days: int = 90
    former_after_days: int = 730

    def fits(self, kind: str, asked: Filter | None, thing: Thing) -> bool:
        return all(self._part(kind, name, value, thing) for name, value in (asked or {}).items() if value is not None)

    def _part(self, kind: str, name: str, value: Any, thing: Thing) -> bool:
        match name:
            case "and":
                return all(self.fits(kind, one, thing) for one in value)
            case "or":
                return any(self.fits(kind, one, thing) for one in value)
            case "not":
                return not self.fits(kind, value, thing)
            case "id":
                return self._ids(value, [thing["id"]], kind)
            case "tags":
                return bool(set(value) & set(thing["tags"]))
        return bool(getattr(self, f"_{kind.lower()}")(name, value, thing))

    def _some(self, kind: str, asked: Filter, things: list[Thing]) -> bool:
        """A filter on a list: `some`, `none`, or both."""
        some, none = asked.get("some"), asked.get("none")
        return (some is None or any(self.fits(kind, some, one) for one in things)) and (
            none is None or not any(self.fits(kind, none, one) for one in things)
        )

    def _ids(self, asked: Filter, ids: list[str | None], kind: str) -> bool:
        """One of the ids fits; none at all is null."""
        there = [global_id(kind, one) for one in ids if one is not None]
        wanted = {name: value for name, value in asked.items() if name != "isNull" and value is not None}
        nulls = asked.get("isNull") is None or asked["isNull"] == (not there)
        fits = any(all(one == value if name == "eq" else one in value for name, value in wanted.items()) for one in there)
        return nulls and (fits or not wanted)

    def _account(self, name: str, value: Any, it: Thing) -> bool:
        graph = self.graph
        match name:
            case "name":
                return named(value, it["name"])
            case "domain" | "industry" | "country" | "tier":
                return texted(value, it[name])
            case "employees":
                return numbered(value, it["employees"])
            case "annualRevenue":
                return priced(value, it["revenue"])
            case "lifecycle":
                return self.lifecycle(it) in value
            case "parent":
                return any(self.fits("Account", value, one) for one in graph.accounts if one["id"] == it["parent"])
            case "deals":
                return self._some("Deal", value, [one for one in graph.deals if one["account"] == it["id"]])
            case "people":
                there = {one["person"] for one in graph.posts if one["account"] == it["id"] and one["until"] is None}
                return self._some("Person", value, [one for one in graph.people if one["id"] in there])
            case "teamMember":
                return self._ids(value, [*it["team"]], "TeamMember")
        raise KeyError(name)

    def lifecycle(self, account: Thing) -> str:
        deals = [one for one in self.graph.deals if one["account"] == account["id"]]
        won = [one["closedAt"] for one in deals if one["status"] == "WON"]
        if not won:
            return "PROSPECT"
        stands = any(one["status"] == "OPEN" for one in deals) or max(won) >= self._before(self.former_after_days)
        return "CUSTOMER" if stands else "FORMER_CUSTOMER"

    def _before(self, days: int) -> str:
        return moment(self.now - timedelta(days=days))

    def _person(self, name: str, value: Any, it: Thing) -> bool:
        graph = self.graph
        posts = [one for one in graph.posts if one["person"] == it["id"]]
        main = next((one for one in posts if one["primary"] and one["until"] is None), {})
        match name:
            case "name":
                return named(value, it["name"])
            case "email":
                return texted(value, it["email"])
            case "department" | "title":
                return texted(value, main.get(name))
            case "seniority":
                return main.get("seniority") in value
            case "employer":
                return any(self.fits("Account", value, one) for one in graph.accounts if one["id"] == main.get("account"))
            case "formerEmployer":
                present = {one["account"] for one in posts if one["until"] is None}
                past = {one["account"] for one in posts if one["until"] and (one["since"] or "") < one["until"]} - present
                return any(self.fits("Account", value, one) for one in graph.accounts if one["id"] in past)
            case "memberships":
                return self._some("Member", value, [one for one in graph.members if one["party"] == it["id"] and one["until"] is None])
            case "relatedTo":
                return self._related(value, it)
            case "isKnownToUs":
                return value == any(one["person"] == it["id"] and one["until"] is None for one in graph.covers)
            case "isPlaceholder":
                return value == it["isPlaceholder"]
        raise KeyError(name)

    def _next(self, person: str, kinds: list[str] | None, direction: str) -> set[str]:
        """Who is one tie away."""
        found = set()
        for tie in self.graph.ties:
            if tie["until"] is None and (kinds is None or tie["kind"] in kinds):
                either = direction == "BOTH" or tie["kind"] == "CONFLICTS_WITH"
                found |= {tie["to"]} if tie["from"] == person and (either or direction == "OUT") else set()
                found |= {tie["from"]} if tie["to"] == person and (either or direction == "IN") else set()
        return found

    def _related(self, asked: Filter, it: Thing) -> bool:
        step = partial(self._next, kinds=asked.get("kinds"), direction=asked.get("direction") or "BOTH")
        near = step(it["id"])
        if asked.get("maxHops") == 2:
            near = (near | {far for one in near for far in step(one)}) - {it["id"]}
        return any(self.fits("Person", asked["person"], one) for one in self.graph.people if one["id"] in near)

    def _deal(self, name: str, value: Any, it: Thing) -> bool:
        graph = self.graph
        seated = [one for one in graph.members if one["deal"] == it["id"] and one["until"] is None]
        match name:
            case "name":
                return named(value, it["name"])
            case "currency" | "source" | "buyingProcess" | "phase" | "salesProcess" | "stage":
                return texted(value, it[name])
            case "status" | "buyClass":
                return it[name] in value
            case "alignment":
                return (it["alignment"] or "UNMAPPED") in value
            case "amount":
                return priced(value, it["amount"])
            case "products":
                return bool(set(value) & set(it["products"]))
            case "expectedCloseOn":
                return ordered(value, it[name])
            case "createdAt" | "closedAt" | "lastInteractionAt":
                return ordered({key: at if key == "isNull" else moment(datetime.fromisoformat(at)) for key, at in value.items()}, it[name])
            case "owner":
                return self._ids(value, [it["owner"]], "TeamMember")
            case "account":
                return any(self.fits("Account", value, one) for one in graph.accounts if one["id"] == it["account"])
            case "committee":
                return self._some("Member", value, seated)
            case "missingRoles":
                return bool(value) and not any(set(value) & set(one["roles"]) for one in seated)
            case "daysInPhase":
                entered = it["phaseEnteredAt"]
                return numbered(value, entered and (self.now - datetime.fromisoformat(entered)) // timedelta(days=1))
        raise KeyError(name)

    def _member(self, name: str, value: Any, it: Thing) -> bool:
        match name:
            case "roles":
                return bool(set(value) & set(it["roles"]))
            case "stance":
                return ordered(value, it["stance"])
            case "influence":
                return numbered(value, it["influence"])
            case "access" | "awareness":
                return it[name] in value
            case "person":
                return any(self.fits("Person", value, one) for one in self.graph.people if one["id"] == it["party"])
            case "deal":
                return self.fits("Deal", value, self._of(it))
            case "isEngaged":
                return value == self.engaged(it)
            case "isExternal":
                return value == self.external(it)
        raise KeyError(name)

    def _of(self, member: Thing) -> Thing:
        return next(one for one in self.graph.deals if one["id"] == member["deal"])

    def _people_of(self, member: Thing) -> list[Thing]:
        within = {one["person"] for one in self.graph.belongings if one["group"] == member["party"] and one["until"] is None}
        return [one for one in self.graph.people if one["id"] in {member["party"], *within}]

    def engaged(self, member: Thing) -> bool:
        closed = self._of(member)["closedAt"]
        end = datetime.fromisoformat(closed) if closed else self.now
        people = {one["id"] for one in self._people_of(member) if not one["isPlaceholder"]}
        return any(
            one["engages"] and moment(end - timedelta(days=self.engaged_days)) <= one["at"] <= moment(end) and people & set(one["people"])
            for one in self.graph.interactions
        )

    def external(self, member: Thing) -> bool:
        home, graph = self._of(member)["account"], self.graph
        group = next((one for one in graph.groups if one["id"] == member["party"]), None)
        posts = [one["account"] for one in graph.posts if one["person"] == member["party"] and one["until"] is None]
        parents = {one["id"]: one["parent"] for one in graph.accounts}

        def below(account: str | None) -> bool:
            return account is not None and (account == home or below(parents[account]))

        return not any(map(below, [group["account"]] if group else posts))


def compared(asked: Filter, value: Any, clean: Any = lambda one: one) -> bool:
    """Each operator holds; of null only isNull and ne do."""
    tests = {
        "eq": lambda it, other: it == other,
        "in": lambda it, other: it in other,
        "contains": lambda it, other: other in it,
        "startsWith": lambda it, other: it.startswith(other),
        "gt": lambda it, other: it > other,
        "gte": lambda it, other: it >= other,
        "lt": lambda it, other: it < other,
        "lte": lambda it, other: it <= other,
    }
    for name, given in asked.items():
        if given is None:
            continue
        other = [clean(one) for one in given] if isinstance(given, list) else clean(given) if name != "isNull" else given
        if name == "isNull":
            holds = given == (value is None)
        elif name == "ne":
            holds = value is None or clean(value) != other
        else:
            holds = value is not None and tests[name](clean(value), other)
        if not holds:
            return False
    return True


def named(asked: Filter, value: str) -> bool:
    return compared(asked, value, fold)


def texted(asked: Filter, value: str | None) -> bool:
    return compared(asked, value, str.lower)


def numbered(asked: Filter, value: int | None) -> bool:
    return compared(asked, value)


def ordered(asked: Filter, value: str | None) -> bool:
    return compared(asked, value)


def priced(asked: Filter, value: int | None) -> bool:
    there = {name: one if name == "isNull" else one and Decimal(one) for name, one in asked.items()}
    return compared(there, None if value is None else Decimal(value) / 10_000)
