"""What is held about people: all of it of one, for whom asks after it; and who is probably held twice."""

from typing import Any

import orjson

from cypher import person
from cypher.person import DoublesRow
from cypher.words import Permission
from service.messages import say
from service.outcomes import Forbidden
from service.viewer import Caller


async def export(caller: Caller, id_: str) -> dict[str, Any] | Forbidden | None:
    """All that is held about a person, ids as the graph keeps them; None where there is no such person."""
    if not caller.viewer.may(Permission.ADMIN):
        return Forbidden(say("forbidden", None, needed=Permission.ADMIN, yours=caller.viewer.permission))
    held = await person.held(caller.graph, id=id_)
    if held is None:
        return None
    return held | {"changes": [one | {"fields": orjson.loads(one["fields"])} for one in held["changes"]]}


async def doubles(caller: Caller, limit: int) -> list[DoublesRow]:
    """Groups of people who are probably the same, those with one e-mail address first."""
    return await person.doubles(caller.graph, limit=limit)
