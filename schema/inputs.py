"""From an input of the schema to what a use case takes: a mapping of only the fields that the client named."""

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import strawberry
from strawberry import Some

from schema.node import local_id

Text = strawberry.Maybe[str | None]
Whole = strawberry.Maybe[int | None]
INPUT = strawberry.argument(description="What is to be done, in one value.")
KEY = "Your key for this request, 1 to 300 characters: repeating it within seven days changes nothing twice."


def given(value: Any, **kinds: str | tuple[str, ...]) -> dict[str, Any]:
    """The named fields, `Some` unwrapped, nested inputs likewise. `kinds` says of which kind an id field's ids are.

    A field that has a default was set to null by the client if it holds none; a `Maybe` that holds none was left out.
    """
    made: dict[str, Any] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if held is strawberry.UNSET or (held is None and one.default in (None, MISSING, strawberry.UNSET)):
            continue
        held = held.value if isinstance(held, Some) else held
        made[one.name] = _plain(held, one.name, kinds)
    return made


def _plain(held: Any, name: str, kinds: dict[str, Any]) -> Any:
    if isinstance(held, list):
        return [_plain(item, name, kinds) for item in held]
    if is_dataclass(held) and not isinstance(held, type):
        return given(held, **kinds)
    if name in kinds and isinstance(held, str):
        wanted = kinds[name]
        return local_id(held, *((wanted,) if isinstance(wanted, str) else wanted))
    return held
