"""A deal with a committee of two on it, in a workspace whose clock the test turns."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.moves.conftest import Timed, timed

__all__ = ["timed"]

ID = "__typename ... on Node { id }"


@dataclass
class Said:
    """The workspace, and the ids of its things."""

    timed: Timed
    ids: dict[str, str] = field(default_factory=dict)

    async def make(self, name: str, mutation: str, /, **given: Any) -> str:
        told = await self.timed.world.tell(mutation, ID, **given)
        assert "id" in told, told
        self.ids[name] = told["id"]
        return str(told["id"])

    async def told(self, mutation: str, fields: str, /, **given: Any) -> Any:
        return await self.timed.world.tell(mutation, fields, **given)

    async def issue(self, mutation: str, /, **given: Any) -> str:
        """`done`, or why not: the first issue as `CODE path`, or the problem's type."""
        told = await self.told(mutation, ID, **given)
        if told["__typename"] != "InvalidInput":
            return str(told["__typename"]) if "message" in told else "done"
        assert len(told["message"].split()) > 5
        return f"{told['issues'][0]['code']} {'.'.join(told['issues'][0]['path'])}"

    async def node(self, name: str, kind: str, fields: str) -> Any:
        body = await self.timed.world.ask(f"query($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ {fields} }} }} }}", {"id": self.ids[name]})
        assert "errors" not in body, body
        return body["data"]["node"]


@pytest.fixture
async def said(timed: Timed) -> AsyncIterator[Said]:
    made = Said(timed, {"account": timed.account})
    await made.make("ada", "createPerson", name="Ada", employment={"accountId": timed.account})
    await made.make("ben", "createPerson", name="Ben")
    await made.make("board", "createGroup", accountId=timed.account, name="Board", personIds=[made.ids["ben"]])
    made.ids["deal"] = await timed.deal()
    await made.make("member", "addMember", dealId=made.ids["deal"], partyId=made.ids["ada"])
    await made.make("seat", "addMember", dealId=made.ids["deal"], partyId=made.ids["board"])
    timed.turn(100)
    yield made
