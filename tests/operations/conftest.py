"""The golden world: a workspace whose moments and ids repeat themselves, built through the API, small enough to know by heart."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from neo4j import AsyncGraphDatabase

from cypher.graph import Database
from schema.node import global_id
from service import workspaces
from service.stamp import Clock
from tests.conftest import World, open_world

ID = "__typename ... on Node { id }"


def still_clock() -> Clock:
    """It always shows the same moment, and counts its ids."""
    numbers = count(1)
    return Clock(lambda: datetime(2026, 3, 2, 9, 30, tzinfo=UTC), lambda: f"018f0000-0000-7000-8000-{next(numbers):012x}")


@dataclass
class Golden:
    """The world, and its ids by the names of the operations' variables."""

    world: World
    ids: dict[str, Any] = field(default_factory=dict)

    async def make(self, name: str, mutation: str, /, **given: Any) -> str:
        self.ids[name] = await self.id_of(mutation, **given)
        return str(self.ids[name])

    async def id_of(self, mutation: str, /, **given: Any) -> str:
        made = await self.world.tell(mutation, ID, **given)
        assert "id" in made, made
        return str(made["id"])


@pytest.fixture(scope="session")
async def one_by_one(neo4j: tuple[str, str, str], database: Database) -> AsyncIterator[Database]:
    """The database over a single connection: statements answer in the order in which they were sent, so that it can be recorded."""
    uri, user, password = neo4j
    async with AsyncGraphDatabase.driver(
        uri, auth=(user, password), max_connection_pool_size=1, notifications_min_severity="OFF"
    ) as driver:
        yield Database(driver, database.name)


@pytest.fixture(scope="session")
async def golden(one_by_one: Database) -> AsyncIterator[Golden]:
    database, clock = one_by_one, still_clock()
    id_ = clock.new_id()
    await workspaces.remove(database, id_)  # what an earlier run left on a server that stays
    await workspaces.create(database, clock, name="A workspace", subject=f"admin@{id_}", id_=id_)
    await database.driver.execute_query("MATCH (w:Workspace {id: $id}) SET w.secret = 'so that cursors repeat themselves'", id=id_)
    made = Golden(await open_world(database, id_, clock))
    made.ids["teamMember"] = global_id("TeamMember", made.world.caller.viewer.id)
    await accounts(made)
    await people(made)
    await deal(made)
    await processes(made)
    await wheels(made)
    await said(made)
    await yearly(made)
    made.ids |= {"system": "crm", "key": "7"}
    made.ids["things"] = [made.ids[name] for name in ("account", "person", "teamMember", "deal")] + ["nothing"]
    yield made
    await made.world.client.aclose()


async def accounts(golden: Golden) -> None:
    parent = await golden.make("parent", "createAccount", name="Łódź Holding", country="PL")
    mill = await golden.make(
        "account",
        "createAccount",
        name="Mill",
        parentId=parent,
        industry="Paper",
        employees=420,
        annualRevenue={"amount": "1250000.50", "currency": "EUR"},
        tags=["north"],
        externalRefs=[{"system": "crm", "key": "7"}],
    )
    await golden.make("other", "createAccount", name="anchor works", parentId=parent, employees=3)
    await golden.id_of("setAccountTeam", accountId=mill, members=[{"teamMemberId": golden.ids["teamMember"], "function": "key account"}])


async def people(golden: Golden) -> None:
    post = {"accountId": golden.ids["account"], "since": "2024-01-01"}
    director = {**post, "title": "Director", "seniority": "DIRECTOR", "usualRoles": ["DECIDER"]}
    anna = await golden.make("person", "createPerson", name="Anna Berg", email="anna@mill.example", employment=director)
    ben = await golden.make("buyer", "createPerson", name="Ben Cole", employment={**post, "title": "Buyer"})
    await golden.make("gatekeeper", "createPerson", name="Cem Demir", employment={"accountId": golden.ids["other"]})
    await golden.make("board", "createGroup", accountId=golden.ids["account"], name="Board", kind="BOARD", personIds=[anna])
    await golden.id_of("relatePeople", kind="REPORTS_TO", fromId=ben, toId=anna, certainty="CONFIRMED", since="2025-05-01")
    await golden.id_of("relatePeople", kind="CONTROLS_ACCESS_TO", fromId=golden.ids["gatekeeper"], toId=anna, strength=4)
    await golden.id_of("setAcquaintance", personId=anna, teamMemberId=golden.ids["teamMember"], level=2, wantedLevel=4)


async def deal(golden: Golden) -> None:
    made = await golden.make(
        "deal",
        "createDeal",
        accountId=golden.ids["account"],
        name="Line 4",
        amount={"amount": "80000", "currency": "EUR"},
        ownerId=golden.ids["teamMember"],
        expectedCloseOn="2026-09-30",
    )
    for party, role in (("person", "DECIDER"), ("buyer", "BUYER"), ("gatekeeper", "GATEKEEPER"), ("board", "APPROVER")):
        await golden.id_of("assignRole", dealId=made, partyId=golden.ids[party], role=role, certainty="CONFIRMED")
    member = await golden.make("member", "addMember", dealId=made, partyId=await golden.id_of("createPerson", name="Dora Ek"))
    await golden.id_of("assessMember", memberId=member, stance="BLOCKER", influence=4, access="INTRODUCED", note="asked for a rival")


async def processes(golden: Golden) -> None:
    """A way to buy and one to sell of its own: others have the built-in ones too."""
    names = [{"locale": "en", "name": "Yearly order"}, {"locale": "pl", "name": "Zamówienie roczne"}]
    weigh = {"key": "weigh", "translations": names, "customerDoes": ["Compares"], "awareness": "CONVICTION", "reachedWhen": "It asks"}
    weigh |= {"texts": [{"locale": "pl", "customerDoes": ["Porównuje"], "sellerDoes": ["Pokaż"]}]}
    weigh |= {
        "expects": [{"role": "DECIDER", "required": True, "weight": 3}, {"role": "BUYER", "required": False, "buyClasses": ["NEW_TASK"]}]
    }
    use = {"key": "use", "translations": names[:1], "afterPurchase": True, "maxHealthyDays": 90}
    golden.ids |= {"buyingProcess": "yearly", "salesProcess": "yearly"}
    await golden.id_of("saveBuyingProcess", key="yearly", translations=names, phases=[weigh, use])
    serves = [{"process": "yearly", "phase": "weigh"}, {"process": "adoption", "phase": "conviction"}]
    stage = {
        "key": "offer",
        "translations": names,
        "probability": 0.5,
        "doneWhen": "Sent",
        "teams": [{"team": "Sales", "does": "Writes it"}],
    }
    await golden.id_of("saveSalesProcess", key="yearly", translations=names, stages=[{**stage, "serves": serves}])


async def wheels(golden: Golden) -> None:
    """Two deals whose stage runs ahead of the customer; of one the customer catches up."""
    for name in ("ahead", "caughtUp"):
        made = await golden.make(name, "createDeal", accountId=golden.ids["account"], name=name, createdAt="2026-01-05T08:00:00Z")
        await golden.id_of("moveDeal", id=made, stage="needs-analysis", at="2026-01-20T08:00:00Z")
        await golden.id_of("moveDeal", id=made, stage="closing", at="2026-02-02T08:00:00Z", reason="We sent the offer")
    caught = golden.ids["caughtUp"]
    await golden.id_of(
        "moveDeal", id=caught, phase="purchase-decision", at="2026-02-20T08:00:00Z", reason="The board asked for the contract"
    )


async def said(golden: Golden) -> None:
    """What was said and done about the deal; and an account that bought, with what it judges and might buy too."""
    deal, anna, ben = (golden.ids[name] for name in ("deal", "person", "buyer"))
    call = {"kind": "CALL", "personIds": [anna], "dealId": deal, "minutes": 20, "initiatedByUs": False, "sentiment": 1}
    await golden.id_of("logInteraction", at="2026-01-12T09:00:00Z", summary="Asked what it costs", **call)
    await golden.id_of("logInteraction", kind="DEMO", at="2026-02-01T09:00:00Z", personIds=[anna, ben], dealId=deal, initiatedByUs=True)
    await golden.id_of("logInteraction", kind="MESSAGE", at="2026-01-20T09:00:00Z", personIds=[ben], dealId=deal)
    await golden.id_of("addNeed", memberId=golden.ids["member"], kind="REQUIREMENT", text="Runs at night", priority=5)
    raised = await golden.id_of("raiseObjection", memberId=golden.ids["member"], text="Too loud")
    await golden.id_of("updateObjection", id=raised, status="ANSWERED", answer="We measured it")
    await purchase(golden)


async def purchase(golden: Golden) -> None:
    home = await golden.id_of("createAccount", name="Weavers")
    await golden.id_of("saveProduct", key="oil", name="Oil")
    await golden.id_of("saveProduct", key="loom", name="Loom", goesWith=["oil"])
    bought = await golden.make("bought", "createDeal", accountId=home, name="Loom 1", products=["loom"], createdAt="2026-01-05T08:00:00Z")
    visit = {"kind": "VISIT", "at": "2026-01-07T08:00:00Z", "dealId": bought, "personIds": [golden.ids["gatekeeper"]]}
    seen = await golden.id_of("logInteraction", **visit)
    await golden.id_of("moveDeal", id=bought, phase="purchase-decision", at="2026-01-09T08:00:00Z", triggeredBy=seen)
    await golden.id_of("closeDeal", id=bought, status="WON", at="2026-02-01T08:00:00Z")
    judge = await golden.id_of("addMember", dealId=bought, partyId=golden.ids["gatekeeper"])
    marks = {"problemSolved": 5, "workingTogether": 4, "willContinue": True, "continueBecause": ["SATISFIED"]}
    await golden.id_of("evaluatePurchase", dealId=bought, memberId=judge, **marks)


async def yearly(golden: Golden) -> None:
    """Three deals that go their way by the process of its own: one is won, one is lost, one goes on."""
    began = {"accountId": await golden.id_of("createAccount", name="Bindery"), "buyingProcess": "yearly", "salesProcess": "yearly"}
    began["createdAt"] = "2026-01-05T08:00:00Z"
    won, lost, _ = [await golden.id_of("createDeal", name=name, **began) for name in ("one", "two", "three")]
    await golden.id_of("closeDeal", id=won, status="WON", at="2026-01-25T20:00:00Z")
    await golden.id_of("closeDeal", id=lost, status="LOST", at="2026-02-25T08:00:00Z")
