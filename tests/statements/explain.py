"""What the sweep needs: every statement, every page of every list, example values, and the plan that the server would run."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

from neo4j import AsyncSession

import cypher
from cypher.compose import groups, where
from cypher.compose.condition import All, Fact, Has, Is, Not, Related
from cypher.compose.groups import Groups
from cypher.compose.page import MARKER, NEVER_NULL, SORTS, Order, Page
from cypher.compose.where import UNFILTERED, Where, written
from cypher.model import HIDEABLE, NODES, TIES, WORKSPACE_PROPERTIES
from cypher.query import ROOM, STATEMENTS, Statement
from cypher.words import AccountSort, DealGroupBy, DealSort, PersonSort, RelationshipKind

LABELS = {"Workspace", *NODES, *(f"Deleted{label}" for label in HIDEABLE)}
NUMBERS = {"employees", "revenue", "amount", "seq"}
SORTED: dict[str, tuple[str, ...]] = {
    "a": tuple(SORTS[sort] for sort in AccountSort),
    "p": tuple(SORTS[sort] for sort in PersonSort),
    "d": tuple(SORTS[sort] for sort in DealSort),
    "c": ("seq",),
    "g": ("nameKey",),
    "t": ("nameKey",),
    "s": (),
    "m": (),
    "k": (),
    "i": ("at",),
}
"""What the lists of each variable's kind are ordered by; every list can also stand in the order of its ids."""


LABELLED = {"a": "Account", "p": "Person", "d": "Deal"}
IDENTIFIED = Is("id", "in", ("x", "y"))
NAMED = Is("nameKey", "startsWith", "x")
PLAYS = Fact("plays", (("roles", ("DECIDER",)),))
KNOWN = Related(("KNOWS", "CONFLICTS_WITH"), "OUT", 1, IDENTIFIED)
ENGAGED = Fact("engaged", (("since", "2026"), ("now", "2026"), ("days", 90)))
TAGGED = Fact("tagged", (("tags", ("x",)),))
ABOVE = Is("amount", "gt", 5)
FILTERS = {
    "Account": (
        All((Is("industry", "loose eq", "x"), TAGGED, Not(Has("team")), Has("people", NAMED))),
        Has("parent", Has("team", IDENTIFIED)),
        Has("deals", IDENTIFIED),
    ),
    "Person": (
        All((Is("email", "loose ne", "x"), Has("employer", TAGGED), Not(Has("us")), Has("memberships", Not(PLAYS)))),
        Has("formerEmployer", IDENTIFIED),
        All((KNOWN, Related(tuple(RelationshipKind), "BOTH", 2, NAMED))),
    ),
    "Deal": (
        All((Is("status", "in", ("OPEN",)), ABOVE, Not(Has("committee", PLAYS)))),
        All((Is("phaseKey", "loose eq", "x"), Fact("aligned", (("states", ("UNMAPPED",)),)), Has("products", Is("key", "in", ("x",))))),
        Has("committee", All((Has("person", IDENTIFIED), ENGAGED, Not(Fact("inside"))))),
        All((Is("ownerId", "in", ("x",)), Is("stageKey", "loose in", ("x", "y")))),
        Has("account", NAMED),
    ),
}
"""Filters that use each relation, fact and anchor there is."""


def statements() -> dict[str, Statement]:
    """Every statement there is."""
    for module in pkgutil.walk_packages(cypher.__path__, "cypher."):
        importlib.import_module(module.name)
    return STATEMENTS


def property_names() -> set[str]:
    """Every property of the model."""
    names = {"id", "workspace", "openKey", *WORKSPACE_PROPERTIES}
    for node in NODES.values():
        names.update(*node.unique, *node.indexes, node.properties)
    for tie in TIES.values():
        names.update(tie.properties)
    return names


def variants(statement: Statement) -> Iterator[tuple[Statement, dict[str, Any]]]:
    """The statement as it can be sent, with example parameters: a list once for each shape of page, and for each filter."""
    examples = {"workspace": "w", **examples_of(statement)}
    page, counted = MARKER.search(statement.text), where.MARKER.search(statement.text)
    if groups.MARKER.search(statement.text):
        for by in (tuple(DealGroupBy), *((one,) for one in DealGroupBy), ()):
            asked = Groups(by, 5, "Etc/UTC")
            yield asked.applied(statement), {**examples, **asked.parameters}
        for where_ in filters("d"):
            asked = Groups((DealGroupBy.PHASE,), 5, "Etc/UTC", where_)
            yield asked.applied(statement), {**examples, **asked.parameters}
    elif page:
        applied = {(shape := one.applied(statement)).text: (shape, one) for one in pages(page[1], nested=bool(page[2]))}
        for shape, one in applied.values():
            yield shape, {**examples, **one.parameters}
    elif counted:
        for one in filters(counted[1]):
            yield one.applied(statement), {**examples, **one.parameters}
    else:
        yield statement, examples


def filters(variable: str) -> list[Where]:
    """No filter, and the example ones of what the variable stands for."""
    label = LABELLED.get(variable, "")
    return [UNFILTERED, *(written(one, label, variable) for one in FILTERS.get(label, ()))]


def pages(variable: str, *, nested: bool) -> Iterator[Page]:
    """Every order of one column, and one of two that may be null; both ways; from the start and from every kind of cursor.

    Descending backwards is left out: it is written as ascending forwards, with the nulls' branch first. Below a parent no order finds
    an index of its own, so one column that is never null and one that may be stand for all.
    """
    names = SORTED[variable]
    pair = tuple(name for name in names if name not in NEVER_NULL)[:2]
    if nested:
        columns = [(), *((name,) for name in names if name in NEVER_NULL)][:2] + [(name,) for name in pair[:1]]
    else:
        columns = [(), *((name,) for name in names), *([pair] if pair else [])]
    for chosen, (descending, backward) in product(columns, ((False, False), (True, False), (False, True))):
        orders = tuple(Order(name, descending) for name in chosen)
        yield Page(orders, 21, None, backward)
        for after in product(*(values(name) for name in (*chosen, "id"))):
            yield Page(orders, 21, after, backward)
    for number, one in enumerate(filters(variable)[1:]):
        orders = tuple(Order(name) for name in (*SORTED[variable][number : number + 1], *pair[:1]))
        yield Page(orders, 21, None, where=one)
        yield Page(orders, 21, (*(values(order.property)[0] for order in orders), "2026"), backward=True, where=one)


def values(name: str) -> tuple[Any, ...]:
    value = 5 if name in NUMBERS else "2026"
    return (value,) if name in NEVER_NULL else (value, None)


def examples_of(statement: Statement) -> dict[str, Any]:
    """A value of the type that the header tells, for every parameter."""
    path = ROOM.joinpath(*statement.name.split(".")).with_suffix(".cypher")
    told = re.findall(r"^// \$(\w+): (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: example(kind) for name, kind in told}


def example(kind: str) -> Any:
    if kind.startswith("list"):
        return [] if "map" in kind else ["x"]
    if kind.startswith("map"):
        return {}
    return {"whole": 5, "boolean": True}.get(kind.split(maxsplit=1)[0], "2026-11-24")


async def declare(session: AsyncSession) -> None:
    """Make every name of the model, because an empty database notifies about names that it has never seen."""
    for procedure, names in (("Label", LABELS), ("RelationshipType", set(TIES)), ("Property", property_names())):
        text = f"UNWIND $names AS name CALL db.create{procedure}(name) RETURN count(*)"
        await (await session.run(text, names=sorted(names))).consume()


async def explained(session: AsyncSession, statement: Statement, parameters: dict[str, Any]) -> tuple[list[str], set[str]]:
    """The notifications, and the operators that read more than an index or a relationship leads to."""
    text = "CYPHER 5 EXPLAIN " + statement.text.removeprefix("CYPHER 5\n")
    summary = await (await session.run(text, parameters)).consume()
    told = [f"{one.gql_status} {one.status_description}" for one in summary.gql_status_objects if one.is_notification]
    return told, {name for name in operators(summary.plan) if "Scan" in name}


def operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)
