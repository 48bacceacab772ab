"""Golden operations: what they answer, which statements they take, in order; and that a stranger learns nothing from any of them."""

import json
from pathlib import Path
from typing import Any

import pytest
from graphql import OperationDefinitionNode, parse

from schema.node import global_id, parted
from service.stamp import Clock
from tests.conftest import World, at_once
from tests.operations.conftest import ID, Golden
from tests.recorded import same

FILES = sorted(Path(__file__).parent.glob("*.graphql"))
COMMITTEE = Path(__file__).with_name("deal-with-committee.graphql").read_text(encoding="utf-8")
each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def variables(document: str, ids: dict[str, Any]) -> dict[str, Any]:
    """What the operation's variables of these names hold."""
    operation, *_ = parse(document).definitions
    assert isinstance(operation, OperationDefinitionNode)
    return {one.variable.name.value: ids[one.variable.name.value] for one in operation.variable_definitions or ()}


def unknown(value: Any) -> Any:
    """The same kind of value, which names nothing anywhere."""
    if isinstance(value, list):
        return [unknown(one) for one in value]
    kind, _ = parted(value)
    return global_id(kind, Clock().new_id()) if kind else f"no {value}"


@each
async def test_an_operation_answers_and_runs_what_is_recorded(golden: Golden, file: Path) -> None:
    document = file.read_text(encoding="utf-8")
    body = await golden.world.ask(document, variables(document, golden.ids))
    recorded = {**body, "statements": golden.world.watched.ran}
    same(file.with_suffix(".json"), json.dumps(recorded, indent=2, ensure_ascii=False) + "\n")


@each
async def test_a_stranger_cannot_tell_what_is_from_what_is_not(golden: Golden, stranger: World, file: Path) -> None:
    document = file.read_text(encoding="utf-8")
    theirs = variables(document, golden.ids)
    seen = await stranger.ask(document, theirs), stranger.watched.ran
    unseen = await stranger.ask(document, {name: unknown(value) for name, value in theirs.items()}), stranger.watched.ran
    assert seen == unseen
    assert seen[0] != await golden.world.ask(document, theirs)


@pytest.mark.parametrize("size", [5, 60])
async def test_a_deal_with_its_committee_is_one_statement_at_any_size(world: World, size: int) -> None:
    account = (await world.tell("createAccount", ID, name="Mill"))["id"]
    post = {"accountId": account, "title": "Buyer", "usualRoles": ["BUYER"]}
    await at_once(*(world.tell("createPerson", ID, name=f"P{number}", employment=post) for number in range(size)))
    deal = (await world.tell("createDeal", ID, accountId=account, name="Line 4", withUsualRoles=True))["id"]
    body = await world.ask(COMMITTEE, {"deal": deal})
    assert len(body["data"]["deal"]["committee"]["members"]) == size
    assert world.watched.ran == ["deal.by_ids + member.committee"]
