"""The demo workspace: invented, the same every time, made through the service's own use cases.

One deal tells a story: the finance director decides together with the board, her assistant guards her door, a plant manager is for us,
the IT manager against; an adviser from outside has a say, and nobody knows who places the orders.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from cypher.graph import Database, Graph, System
from cypher.system import sign_in
from cypher.words import Access, Awareness, Certainty, GroupKind, Permission, RelationshipKind, Role, Seniority, Stance
from service import (
    accounts,
    acquaintances,
    assessments,
    committees,
    deals,
    groups,
    people,
    products,
    relationships,
    roles,
    team,
    workspaces,
)
from service.outcomes import Done, Outcome
from service.stamp import Clock
from service.viewer import Caller, Viewer

WORKSPACE = "01900000-0000-7000-8000-000000000001"
SUBJECT = "demo"


class DemoFailed(Exception):
    """A use case refused what the demo is made of: a bug, or a workspace that somebody has changed."""


async def fill(database: Database, clock: Clock) -> str:
    """Make the demo workspace where it is missing; gives its id."""
    await workspaces.create(database, clock, name="Demo", subject=SUBJECT, id_=WORKSPACE)
    (admin,) = await sign_in(System(database), subject=SUBJECT, workspace_id=WORKSPACE)
    caller = Caller(Viewer(admin.id, WORKSPACE, Permission.ADMIN), Graph(database, WORKSPACE, admin.id), clock)
    us = await _team(caller)
    steel = await _account(caller, us)
    members = await _people(caller, steel)
    await _ties(caller, members, us)
    await _deal(caller, steel, members, us)
    return WORKSPACE


async def _made(caller: Caller, use_case: Callable[[Caller, dict[str, Any]], Awaitable[Outcome]], **given: Any) -> str:
    """The id of what a use case made. The key makes a second filling change nothing."""
    key = "demo|" + "|".join(str(value) for value in given.values())
    outcome = await use_case(caller, {**given, "idempotency_key": key[:300]})
    if not isinstance(outcome, Done):
        raise DemoFailed(f"{use_case.__module__}.{use_case.__name__}: {outcome}")
    return outcome.id


async def _team(caller: Caller) -> dict[str, str]:
    return {
        name: await _made(caller, team.save, subject=subject, name=name, permission=permission)
        for name, subject, permission in (
            ("Karolina Mazur", "karolina", Permission.EDITOR),
            ("Tom Brandt", "tom", Permission.MANAGER),
        )
    }


async def _account(caller: Caller, us: dict[str, str]) -> str:
    await _made(caller, products.save, key="line-control", name="Line control", family="Automation")
    parent = await _made(caller, accounts.create, name="Baltic Industries", industry="Holding", country="LV")
    steel = await _made(
        caller,
        accounts.create,
        name="Riga Rolling Mill",
        domain="rigarolling.example",
        industry="Steel",
        country="LV",
        employees=840,
        annual_revenue={"amount": "96000000", "currency": "EUR"},
        tags=["key account"],
        parent_id=parent,
    )
    members = [{"team_member_id": us["Karolina Mazur"], "function": "Key-account manager"}]
    await _made(caller, accounts.set_team, account_id=steel, members=members)
    return steel


POSTS = (
    ("Inga Ozola", "Finance director", "Finance", Seniority.DIRECTOR, [Role.DECIDER]),
    ("Ance Liepa", "Assistant to the finance director", "Finance", Seniority.ASSISTANT, [Role.GATEKEEPER]),
    ("Juris Kalns", "Plant manager", "Production", Seniority.MANAGER, [Role.USER]),
    ("Edgars Roze", "IT manager", "IT", Seniority.MANAGER, [Role.INFLUENCER]),
    ("Marta Vilka", "Shift leader", "Production", Seniority.SPECIALIST, [Role.USER]),
)


async def _people(caller: Caller, steel: str) -> dict[str, str]:
    made = {}
    for name, title, department, seniority, usual in POSTS:
        post = {"account_id": steel, "title": title, "department": department, "seniority": seniority, "usual_roles": usual}
        made[name] = await _made(caller, people.create, name=name, employment=post)
    adviser = await _made(caller, accounts.create, name="Nordic Advisers", industry="Consulting")
    post = {"account_id": adviser, "title": "Partner"}
    made["Pekka Salo"] = await _made(caller, people.create, name="Pekka Salo", employment=post)
    made["The head of purchasing"] = await _made(caller, people.create, name="The head of purchasing", is_placeholder=True)
    board = [made["Inga Ozola"]]
    made["The board"] = await _made(caller, groups.create, account_id=steel, name="The board", kind=GroupKind.BOARD, person_ids=board)
    return made


TIES = (
    (RelationshipKind.REPORTS_TO, "Ance Liepa", "Inga Ozola", None),
    (RelationshipKind.REPORTS_TO, "Marta Vilka", "Juris Kalns", None),
    (RelationshipKind.CONTROLS_ACCESS_TO, "Ance Liepa", "Inga Ozola", 5),
    (RelationshipKind.INFLUENCES, "Juris Kalns", "Inga Ozola", 4),
    (RelationshipKind.INFLUENCES, "Edgars Roze", "Inga Ozola", 3),
    (RelationshipKind.INFLUENCES, "Pekka Salo", "Juris Kalns", 2),
    (RelationshipKind.CONFLICTS_WITH, "Edgars Roze", "Juris Kalns", 3),
    (RelationshipKind.KNOWS, "Marta Vilka", "Ance Liepa", 4),
)


async def _ties(caller: Caller, members: dict[str, str], us: dict[str, str]) -> None:
    for kind, from_, to, strength in TIES:
        given: dict[str, Any] = {"kind": kind, "from_id": members[from_], "to_id": members[to], "strength": strength}
        await _made(caller, relationships.relate, **given)
    for name, level in (("Juris Kalns", 4), ("Marta Vilka", 3)):
        await _made(caller, acquaintances.set_, person_id=members[name], team_member_id=us["Karolina Mazur"], level=level)


SEATS: tuple[tuple[str, Role, Certainty, dict[str, Any]], ...] = (
    ("Inga Ozola", Role.DECIDER, Certainty.CONFIRMED, {"influence": 9, "stance": Stance.NEUTRAL, "access": Access.INTRODUCED}),
    ("The board", Role.APPROVER, Certainty.ASSUMED, {"influence": 10}),
    ("Ance Liepa", Role.GATEKEEPER, Certainty.CONFIRMED, {"influence": 3, "access": Access.IN_CONTACT}),
    ("Juris Kalns", Role.USER, Certainty.CONFIRMED, {"influence": 7, "stance": Stance.CHAMPION, "awareness": Awareness.CONVICTION}),
    ("Juris Kalns", Role.INFLUENCER, Certainty.ASSUMED, {}),
    ("Edgars Roze", Role.INFLUENCER, Certainty.CONFIRMED, {"influence": 6, "stance": Stance.BLOCKER, "favours": "Rival Controls"}),
    ("Pekka Salo", Role.INFLUENCER, Certainty.ASSUMED, {"influence": 5, "stance": Stance.SUPPORTER}),
    ("Marta Vilka", Role.USER, Certainty.CONFIRMED, {"influence": 2, "stance": Stance.SUPPORTER, "access": Access.REGULAR}),
)


async def _deal(caller: Caller, steel: str, members: dict[str, str], us: dict[str, str]) -> None:
    deal = await _made(
        caller,
        deals.create,
        account_id=steel,
        name="Line control for mill 2",
        amount={"amount": "420000", "currency": "EUR"},
        products=["line-control"],
        competitors=["Rival Controls"],
        owner_id=us["Karolina Mazur"],
    )
    for name, role, certainty, judged in SEATS:
        given: dict[str, Any] = {"deal_id": deal, "party_id": members[name], "role": role, "certainty": certainty}
        seat = await _made(caller, roles.assign, **given)
        if judged:
            await _made(caller, assessments.assess, member_id=seat, **judged)
    await _made(caller, committees.add, deal_id=deal, party_id=members["The head of purchasing"])
