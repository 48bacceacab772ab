"""From an input of the schema to what a use case takes: a mapping of only the fields that the client named."""

from dataclasses import fields, is_dataclass
from typing import Any

import strawberry
from strawberry import Some

from schema.node import local_id

INPUT = strawberry.argument(description="What is to be done, in one value.")


def given(value: Any, **kinds: str | tuple[str, ...]) -> dict[str, Any]:
    """The named fields, `Some` unwrapped, nested inputs likewise. `kinds` says of which kind an id field's ids are."""
    made: dict[str, Any] = {}
    for one in fields(value):
        held = getattr(value, one.name)
        if held is None or held is strawberry.UNSET:
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
