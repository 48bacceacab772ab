"""A valid input for every mutation, in which `@name` stands for a thing of the asking workspace; and where inputs name things at all."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graphql import GraphQLInputObjectType, GraphQLInputType, GraphQLList, build_schema, get_named_type, get_nullable_type

from schema.node import global_id, parted
from service.stamp import Clock
from tests.conftest import World

SCHEMA = build_schema(Path(__file__).parents[2].joinpath("schema", "schema.graphql").read_text(encoding="utf-8"))
ID = "__typename ... on Node { id }"
Place = tuple[str, ...]

BY_KEY = {
    *{("ExternalRefInput", "key"), ("SaveProductInput", "key"), ("SaveProductInput", "goesWith"), ("SaveTeamMemberInput", "subject")},
    *{("CreateDealInput", name) for name in ("products", "buyingProcess", "salesProcess", "phase", "stage")},
    *{("MoveDealInput", name) for name in ("buyingProcess", "salesProcess", "phase", "stage")},
    *{("ReopenDealInput", name) for name in ("phase", "stage")},
    *{("UpsertDealRow", name) for name in ("products", "buyingProcess", "salesProcess", "ownerEmail", "phase", "stage")},
    *{("UpsertMoveRow", name) for name in ("phase", "stage")},
    *{("UpsertInteractionRow", "teamEmails")},
    *{("UpdateDealInput", "products"), ("AssignRoleInput", "phases"), ("UpdateRoleInput", "phases")},
    *{("SaveBuyingProcessInput", "key"), ("SaveSalesProcessInput", "key"), ("PhaseRef", "process"), ("PhaseRef", "phase")},
    *{("SetStagePhaseInput", "buyingProcess"), ("SetStagePhaseInput", "phase")},
    ("SnoozeInput", "key"),
    *{("UpdateWorkspaceInput", name) for name in ("defaultBuyingProcess", "defaultSalesProcess")},
}
"""The texts that name a thing; every `ID` does."""

NAMED = [{"locale": "en", "name": "Named"}]
NEW = [{"system": "crm", "key": "@new"}]


def ref(name: str) -> dict[str, str]:
    return {"system": "crm", "key": f"@{name} key"}


CASES: dict[str, dict[str, Any]] = {
    "createAccount": {"name": "Works", "parentId": "@account", "externalRefs": NEW},
    "updateAccount": {"id": "@account", "parentId": "@holding", "industry": "Paper", "externalRefs": NEW},
    "setAccountTeam": {"accountId": "@account", "members": [{"teamMemberId": "@us", "function": "key account"}]},
    "createPerson": {"name": "Eva", "employment": {"accountId": "@account"}, "externalRefs": NEW},
    "updatePerson": {"id": "@person", "notes": "Likes tea", "externalRefs": NEW},
    "addEmployment": {"personId": "@person", "employment": {"accountId": "@holding"}},
    "updateEmployment": {"id": "@post", "title": "Director"},
    "createGroup": {"accountId": "@account", "name": "Team", "personIds": ["@person"], "externalRefs": NEW},
    "updateGroup": {"id": "@group", "addPersonIds": ["@person"], "removePersonIds": ["@colleague"], "externalRefs": NEW},
    "relatePeople": {"kind": "KNOWS", "fromId": "@person", "toId": "@colleague"},
    "updateRelationship": {"id": "@tie", "strength": 3},
    "setAcquaintance": {"personId": "@person", "teamMemberId": "@us", "level": 2},
    "createDeal": {
        "accountId": "@account",
        "name": "Line 5",
        "ownerId": "@us",
        "products": ["@product"],
        "buyingProcess": "@buying process",
        "salesProcess": "@sales process",
        "phase": "@served phase",
        "stage": "@stage key",
        "continuesId": "@deal",
        "externalRefs": NEW,
    },
    "updateDeal": {"id": "@deal", "ownerId": "@us", "products": ["@product"], "externalRefs": NEW},
    "moveDeal": {
        "id": "@open",
        "buyingProcess": "@buying process",
        "salesProcess": "@sales process",
        "phase": "@served phase",
        "stage": "@stage key",
        "triggeredBy": "@call",
    },
    "undoMove": {"id": "@moved"},
    "closeDeal": {"id": "@open", "status": "LOST"},
    "reopenDeal": {"id": "@closed", "phase": "@phase", "stage": "@stage key"},
    "copyCommittee": {"toDealId": "@next", "fromDealId": "@deal"},
    "addMember": {"dealId": "@next", "partyId": "@colleague"},
    "removeMember": {"id": "@member"},
    "assignRole": {"dealId": "@next", "partyId": "@person", "role": "USER", "phases": ["@phase"]},
    "updateRole": {"id": "@role", "source": "She said so", "phases": ["@phase"]},
    "assessMember": {"memberId": "@member", "stance": "CHAMPION"},
    "logInteraction": {
        "kind": "CALL",
        "at": "2026-01-05T08:00:00Z",
        "dealId": "@deal",
        "personIds": ["@person"],
        "teamMemberIds": ["@us"],
    },
    "updateInteraction": {"id": "@call", "minutes": 5, "dealId": "@deal", "personIds": ["@colleague"], "teamMemberIds": ["@us"]},
    "addNeed": {"memberId": "@member", "kind": "GOAL", "text": "Less waste"},
    "updateNeed": {"id": "@need", "status": "MET"},
    "raiseObjection": {"memberId": "@member", "text": "Too dear"},
    "updateObjection": {"id": "@objection", "status": "ANSWERED"},
    "evaluatePurchase": {"dealId": "@won", "memberId": "@buyer", "problemSolved": 4},
    "saveProduct": {"key": "@new product", "name": "Looms", "goesWith": ["@product"]},
    "saveBuyingProcess": {"key": "@new buying process", "translations": NAMED, "phases": [{"key": "look", "translations": NAMED}]},
    "saveSalesProcess": {
        "key": "@new sales process",
        "translations": NAMED,
        "stages": [{"key": "offer", "translations": NAMED, "serves": [{"process": "@buying process", "phase": "@served phase"}]}],
    },
    "setStagePhase": {"stageId": "@stage", "buyingProcess": "@buying process", "phase": "@served phase"},
    "saveTeamMember": {"subject": "@new subject", "name": "Tom", "permission": "EDITOR"},
    "capture": {
        "dealId": "@deal",
        "people": [
            {"key": "a", "partyId": "@person", "roles": ["USER"]},
            {"key": "b", "person": {"name": "Cem", "employment": {"accountId": "@account"}, "externalRefs": NEW}},
        ],
        "ties": [{"kind": "KNOWS", "from": "a", "to": "b"}],
        "interaction": {"kind": "CALL", "at": "2026-01-05T08:00:00Z"},
    },
    "snooze": {"key": "@agenda key", "until": "2999-01-01"},
    "updateWorkspace": {"name": "We", "defaultBuyingProcess": "@buying process", "defaultSalesProcess": "@sales process"},
    "mergePeople": {"keepId": "@person", "mergeIds": ["@double"]},
    "mergeAccounts": {"keepId": "@account", "mergeIds": ["@holding"]},
    "erasePerson": {"id": "@nobody"},
    "delete": {"id": "@spare"},
    "restore": {"id": "@hidden"},
    "upsert": {
        "accounts": [{"externalRef": NEW[0], "name": "Works", "parentRef": ref("account")}],
        "people": [{"externalRef": ref("person"), "name": "Ann", "accountRef": ref("account")}],
        "employments": [{"personRef": ref("person"), "accountRef": ref("account"), "title": "Chief"}],
        "deals": [
            {
                "externalRef": {"system": "crm", "key": "@new deal"},
                "name": "Line 7",
                "accountRef": ref("account"),
                "ownerEmail": "@email",
                "buyingProcess": "@buying process",
                "salesProcess": "@sales process",
                "products": ["@product"],
                "phase": "@served phase",
                "stage": "@stage key",
            }
        ],
        "interactions": [
            {
                "externalRef": {"system": "crm", "key": "@new contact"},
                "kind": "CALL",
                "at": "2026-01-05T08:00:00Z",
                "dealRef": ref("deal"),
                "personRefs": [ref("person")],
                "teamEmails": ["@email"],
            }
        ],
        "moves": [
            {
                "dealRef": {"system": "crm", "key": "@new deal"},
                "phase": "@served phase",
                "stage": "@stage key",
                "at": "2026-01-05T08:00:00Z",
            }
        ],
        "roles": [{"dealRef": ref("deal"), "partyRef": ref("group"), "role": "USER"}],
        "ties": [{"kind": "KNOWS", "fromRef": ref("person"), "toRef": ref("colleague")}],
    },
}


def places(of: GraphQLInputType, stem: Place = (), owner: tuple[str, str] = ("", "")) -> Iterator[Place]:
    """Every place below an input type that names a thing; `*` stands for any place in a list."""
    of = get_nullable_type(of)
    if isinstance(of, GraphQLList):
        yield from places(of.of_type, (*stem, "*"), owner)
    elif isinstance(of, GraphQLInputObjectType):
        for name, one in of.fields.items():
            yield from places(one.type, (*stem, name), (of.name, name))
    elif get_named_type(of).name == "ID" or owner in BY_KEY:
        yield stem


def named(value: Any, stem: Place = ()) -> Iterator[Place]:
    """Every place of an input that holds a name."""
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from named(one, (*stem, str(key)))
    elif str(value).startswith("@"):
        yield stem


def general(place: Place) -> Place:
    return tuple("*" if part.isdigit() else part for part in place)


@dataclass
class Furnished:
    """A workspace with one thing of each kind, and what their names in CASES stand for."""

    world: World
    names: dict[str, str] = field(default_factory=dict)

    async def make(self, name: str, mutation: str, /, fields: str = ID, **given: Any) -> Any:
        made = await self.world.tell(mutation, fields, **self.filled(given))
        assert "id" in made, made
        self.names[name] = made["id"]
        return made

    def filled(self, value: Any, *others: tuple[Place, dict[str, str]], stem: Place = ()) -> Any:
        """The input with its names filled in; at some places those of somebody else."""
        if isinstance(value, dict):
            return {key: self.filled(one, *others, stem=(*stem, key)) for key, one in value.items()}
        if isinstance(value, list):
            return [self.filled(one, *others, stem=(*stem, str(place))) for place, one in enumerate(value)]
        if not str(value).startswith("@"):
            return value
        return next((theirs for place, theirs in others if place == stem), self.names)[value[1:]]


async def furnished(world: World) -> Furnished:
    """Fill a workspace; the keys of its things are unlike those of any other."""
    made = Furnished(world)
    made.names |= {"new": "new", "new product": "new", "new subject": "somebody new", "new deal": "new deal", "new contact": "new contact"}
    made.names |= {"new buying process": "new", "new sales process": "new"}
    made.names |= {"us": global_id("TeamMember", world.caller.viewer.id), "email": f"us of {world.workspace}"}
    made.names["subject"] = f"somebody of {world.workspace}"  # asks nothing: a token of two workspaces has to say which one is meant
    await world.tell("saveTeamMember", "__typename", subject=made.names["subject"], name="Somebody", permission="VIEWER")
    us = {"subject": f"admin@{world.workspace}", "name": "Us", "permission": "ADMIN"}
    await world.tell("saveTeamMember", "__typename", **us, email=made.names["email"])
    made.names |= {f"{one} key": f"{one} of {world.workspace}" for one in ("account", "person", "colleague", "group", "deal")}
    for one in ("account", "holding", "spare", "hidden"):
        await made.make(one, "createAccount", name=one, externalRefs=[ref(one)] if one == "account" else [])
    anna = await made.make(
        "person",
        "createPerson",
        "__typename ... on Person { id employments { id } }",
        name="Anna",
        employment={"accountId": "@account", "title": "Head"},
        externalRefs=[ref("person")],
    )
    made.names["post"] = anna["employments"][0]["id"]
    for one in ("nobody", "double"):
        await made.make(one, "createPerson", name=one, email=f"nobody@{world.workspace}")
    await made.make("colleague", "createPerson", name="Ben", externalRefs=[ref("colleague")])
    await made.make("group", "createGroup", accountId="@account", name="Board", personIds=["@colleague"], externalRefs=[ref("group")])
    await made.make("acquaintance", "setAcquaintance", personId="@colleague", teamMemberId="@us", level=1)
    await made.make("tie", "relatePeople", kind="REPORTS_TO", fromId="@colleague", toId="@person")
    made.names["product"] = f"product of {world.workspace}"
    await made.make("the product", "saveProduct", key="@product", name="Paper")
    await _deals(made)
    await _said(made)
    await _processes(made)
    await _steps(made)
    await world.tell("delete", "__typename", id=made.names["hidden"])
    return made


async def _deals(made: Furnished) -> None:
    await made.make("deal", "createDeal", accountId="@account", name="Line 4", ownerId="@us", externalRefs=[ref("deal")])
    await made.make("next", "createDeal", accountId="@account", name="Line 6")
    made.names["agenda key"] = f"find-role:{parted(made.names['deal'])[1]}:{'0' * 18}"
    fields = "__typename ... on Member { id roles { id } }"
    member = await made.make("member", "assignRole", fields, dealId="@deal", partyId="@person", role="DECIDER")
    made.names["role"] = member["roles"][0]["id"]
    await made.make("judged", "assessMember", memberId="@member", stance="NEUTRAL", note="Seen once")


async def _processes(made: Furnished) -> None:
    """Name a process of each kind, a stage, the first phase of this one and of the one that deals follow, as no other workspace does."""
    body = await made.world.ask('{ salesProcess(key: "sales") { stages { id } } }')
    made.names["stage"] = body["data"]["salesProcess"]["stages"][0]["id"]
    for name, label, key in (
        ("buying process", "BuyingProcess", "adoption"),
        ("sales process", "SalesProcess", "sales"),
        ("phase", "Phase", "need-recognition"),
        ("served phase", "Phase", "unaware"),
        ("stage key", "Stage", "prospecting"),
    ):
        made.names[name] = f"{name} of {made.world.workspace}"
        text = f"MATCH (n:{label} {{workspace: $w, key: $key}}) SET n.key = $new"
        await made.world.database.driver.execute_query(text, w=made.world.workspace, key=key, new=made.names[name])


async def _steps(made: Furnished) -> None:
    """A deal that can be moved, one whose step can be taken back, one that can be opened again, one that was won and judged."""
    for one in ("open", "moved", "closed"):
        await made.make(one, "createDeal", accountId="@account", name=one, salesProcess="@sales process")
    await made.make("moved", "moveDeal", id="@moved", phase="purchase-decision")
    await made.make("closed", "closeDeal", id="@closed", status="LOST")
    await made.make("won", "createDeal", accountId="@account", name="won", salesProcess="@sales process")
    await made.make("buyer", "addMember", dealId="@won", partyId="@colleague")
    await made.make("won", "closeDeal", id="@won", status="WON")
    await made.make("won", "evaluatePurchase", dealId="@won", workingTogether=5)


async def _said(made: Furnished) -> None:
    """What somebody said and did."""
    await made.make("call", "logInteraction", kind="CALL", at="2026-01-05T08:00:00Z", personIds=["@person"])
    await made.make("need", "addNeed", memberId="@member", kind="GOAL", text="Less waste")
    await made.make("objection", "raiseObjection", memberId="@member", text="Too slow")


def taken(first: Furnished) -> dict[str, str]:
    """The names of a workspace, where also what is new to others is something of it."""
    return first.names | {
        "new": first.names["account key"],
        "new product": first.names["product"],
        "new buying process": first.names["buying process"],
        "new sales process": first.names["sales process"],
        "new deal": first.names["deal key"],
        "new contact": first.names["deal key"],
        "new subject": first.names["subject"],
    }


def nobodys(names: dict[str, str]) -> dict[str, str]:
    """As many names, of the same kinds, that name nothing anywhere."""
    made = {}
    for name, value in names.items():
        kind, _ = parted(value)
        made[name] = global_id(kind, Clock().new_id()) if kind else f"no {value}"
    return made


async def snapshot(world: World) -> set[tuple[Any, ...]]:
    """Everything in the workspace: labels and properties of its nodes, type, ends and properties of its relationships."""
    nodes = "MATCH (n {workspace: $w}) RETURN labels(n) AS kind, n.id AS a, '' AS b, properties(n) AS held"
    ties = "MATCH (a {workspace: $w})-[r]->(b) RETURN [type(r)] AS kind, a.id AS a, b.id AS b, properties(r) AS held"
    own = "MATCH (n:Workspace {id: $w}) RETURN labels(n) AS kind, n.id AS a, '' AS b, properties(n) AS held"
    found = await world.database.driver.execute_query(f"{nodes} UNION ALL {ties} UNION ALL {own}", w=world.workspace)
    return {(row["kind"][0], row["a"], row["b"], repr(sorted(row["held"].items()))) for row in found.records}
