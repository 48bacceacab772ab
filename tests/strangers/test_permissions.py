"""Who may do what: every mutation by every permission. Who may not changes nothing, and leaves no Change."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from cypher.graph import Database
from tests.conftest import World, input_type, make_world
from tests.strangers.cases import CASES, Furnished, furnished, snapshot
from tests.strangers.test_strangers import MUTATIONS

PERMISSIONS = ("VIEWER", "EDITOR", "MANAGER", "ADMIN")
LEAST = {
    "VIEWER": {"snooze"},
    "EDITOR": {
        *("createAccount", "updateAccount", "createPerson", "updatePerson", "addEmployment", "updateEmployment"),
        *("createGroup", "updateGroup", "relatePeople", "updateRelationship", "setAcquaintance"),
        *("logInteraction", "updateInteraction", "addNeed", "updateNeed", "raiseObjection", "updateObjection", "evaluatePurchase"),
        *("moveDeal", "undoMove", "closeDeal", "reopenDeal"),
        *(
            "createDeal",
            "updateDeal",
            "copyCommittee",
            "addMember",
            "removeMember",
            "assignRole",
            "updateRole",
            "assessMember",
            "upsert",
            "capture",
        ),
    },
    "MANAGER": {
        "setAccountTeam",
        "saveProduct",
        "saveBuyingProcess",
        "saveSalesProcess",
        "setStagePhase",
        "delete",
        "restore",
        "mergePeople",
        "mergeAccounts",
    },
    "ADMIN": {"saveTeamMember", "updateWorkspace", "erasePerson"},
}
"""The least permission of those who may."""


def test_every_mutation_has_its_least_permission() -> None:
    assert sorted(name for names in LEAST.values() for name in names) == sorted(MUTATIONS)


@pytest.fixture(scope="module")
async def team(database: Database) -> AsyncIterator[Furnished]:
    """A workspace with one person of each permission. What one test changes there, the next one finds changed."""
    made = await furnished(await make_world(database))
    for permission in PERMISSIONS[:3]:
        subject = f"{permission.lower()}@{made.world.workspace}"
        await made.world.tell("saveTeamMember", "__typename", subject=subject, name=permission, permission=permission)
    yield made
    await made.world.client.aclose()


@pytest.mark.parametrize(("least", "mutation"), sorted((least, name) for least, names in LEAST.items() for name in names))
async def test_who_may(team: Furnished, least: str, mutation: str) -> None:
    before, given = await snapshot(team.world), team.filled(CASES[mutation])
    allowed = PERMISSIONS.index(least)
    for permission in PERMISSIONS[:allowed]:
        assert await answer(team.world, mutation, given, permission) == "Forbidden"
    assert await snapshot(team.world) == before
    assert "Forbidden" not in [await answer(team.world, mutation, given, permission) for permission in PERMISSIONS[allowed:]]


async def answer(world: World, mutation: str, given: dict[str, Any], permission: str) -> str:
    kind = input_type(mutation)
    document = f"mutation($input: {kind}) {{ {mutation}(input: $input) {{ __typename }} }}"
    body = await world.ask(document, {"input": given}, permission.lower())
    return str(body["data"][mutation]["__typename"])
