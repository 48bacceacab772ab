"""Cursors that nobody was given: each is refused as a bad page, whatever it holds."""

import json
from base64 import urlsafe_b64encode

import pytest

from tests.conftest import World

BY_NAME = "people(orderBy: [{by: NAME}], first: 1, after: $after)"
BY_NUMBER = "changes(first: 1, after: $after)"
BY_EMPLOYEES = "accounts(orderBy: [{by: EMPLOYEES}], first: 1, after: $after)"
TOO_GREAT = 2**63


def sealed(signature: str, *values: object) -> str:
    return urlsafe_b64encode(json.dumps([signature, values]).encode()).decode().rstrip("=")


async def codes(world: World, field: str, after: str) -> list[str]:
    body = await world.ask(f"query($after: String) {{ {field} {{ totalCount edges {{ cursor }} }} }}", {"after": after})
    return [one["extensions"]["code"] for one in body.get("errors", [])]


@pytest.mark.parametrize(
    ("field", "signature", "wrong", "right"),
    [
        (BY_NAME, "Person,nameKey", (1, 2**80, -TOO_GREAT, True, 1.5, None, ["x"]), "x"),
        (BY_NUMBER, "Change,seq", ("a", TOO_GREAT, 2**80, -TOO_GREAT - 1, False, None), TOO_GREAT - 1),
        (BY_EMPLOYEES, "Account,employees", ("a", TOO_GREAT, -TOO_GREAT - 1), None),
    ],
)
async def test_a_value_that_the_column_cannot_hold(
    world: World, field: str, signature: str, wrong: tuple[object, ...], right: object
) -> None:
    for value in wrong:
        assert await codes(world, field, sealed(signature, value, "x")) == ["BAD_PAGE"], value
    assert await codes(world, field, sealed(signature, right, 1)) == ["BAD_PAGE"]
    assert await codes(world, field, sealed(signature, right, "x")) == []


async def test_the_cursor_of_another_list(world: World) -> None:
    await world.tell("createAccount", "__typename", name="Mill")
    body = await world.ask("{ accounts(orderBy: [{by: NAME}]) { pageInfo { endCursor } } }")
    cursor = body["data"]["accounts"]["pageInfo"]["endCursor"]
    assert await codes(world, BY_NAME, cursor) == ["BAD_PAGE"]
    assert await codes(world, BY_NAME.replace("people", "accounts"), cursor) == []
