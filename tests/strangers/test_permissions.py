"""Who may do what: every mutation by every permission. Who may not changes nothing, and leaves no Change."""

from typing import Any

import pytest

from tests.conftest import World
from tests.strangers.cases import CASES, furnished, snapshot
from tests.strangers.test_strangers import MUTATIONS, PROBLEMS

PERMISSIONS = ("VIEWER", "EDITOR", "MANAGER", "ADMIN")
LEAST = {
    "EDITOR": {
        *("createAccount", "updateAccount", "createPerson", "updatePerson", "addEmployment", "updateEmployment"),
        *("createGroup", "updateGroup", "relatePeople", "updateRelationship", "setAcquaintance"),
        *("moveDeal", "undoMove", "closeDeal", "reopenDeal"),
        *("createDeal", "updateDeal", "copyCommittee", "addMember", "removeMember", "assignRole", "updateRole", "assessMember", "upsert"),
    },
    "MANAGER": {"setAccountTeam", "saveProduct", "saveBuyingProcess", "saveSalesProcess", "setStagePhase"},
    "ADMIN": {"saveTeamMember", "updateWorkspace"},
}
"""The least permission of those who may."""


def test_every_mutation_has_its_least_permission() -> None:
    assert sorted(name for names in LEAST.values() for name in names) == sorted(MUTATIONS)


@pytest.mark.parametrize(("least", "mutation"), sorted((least, name) for least, names in LEAST.items() for name in names))
async def test_who_may(world: World, least: str, mutation: str) -> None:
    made = await furnished(world)
    for permission in PERMISSIONS[:3]:
        subject = f"{permission.lower()}@{world.workspace}"
        await world.tell("saveTeamMember", "__typename", subject=subject, name=permission, permission=permission)
    before, given = await snapshot(world), made.filled(CASES[mutation])
    allowed = PERMISSIONS.index(least)
    for permission in PERMISSIONS[:allowed]:
        assert await answer(world, mutation, given, permission) == "Forbidden"
        assert await snapshot(world) == before
    answers = [await answer(world, mutation, given, permission) for permission in PERMISSIONS[allowed:]]
    assert answers[0] not in PROBLEMS
    assert "Forbidden" not in answers
    assert await snapshot(world) != before


async def answer(world: World, mutation: str, given: dict[str, Any], permission: str) -> str:
    kind = f"{mutation[0].upper()}{mutation[1:]}Input!"
    document = f"mutation($input: {kind}) {{ {mutation}(input: $input) {{ __typename }} }}"
    body = await world.ask(document, {"input": given}, permission.lower())
    return str(body["data"][mutation]["__typename"])
