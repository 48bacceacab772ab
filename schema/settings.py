"""The settings of a workspace: the numbers that measures hold figures against."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import strawberry

from cypher import workspace
from schema.context import Info
from service.workspace_settings import SETTINGS, in_force

TOLD = {
    "engaged_days": "For how many days somebody who took part in an interaction counts as engaged.",
    "fresh_days": "For how many days a judgement or a conversation keeps what we know of a member fresh.",
    "cold_days": "After how many days without an interaction a champion has gone cold.",
    "key_player_from": "From which influence on a member is a key player.",
    "thread_above": "Above which strength of the relationship a member is a thread.",
    "assumed_strength": "The strength that a tie without one is taken to have.",
    "ahead_days": "After how many days of being ahead of the buyer that is a risk.",
    "objection_days": "After how many days an open objection is a risk.",
    "former_after_days": "After how many days without a purchase a customer is a former one.",
}


def _known(name: str) -> int:
    return strawberry.field(description=TOLD[name])


def _asked(name: str) -> strawberry.Maybe[int | None]:
    one = SETTINGS[name]
    return strawberry.field(description=f"{TOLD[name]} From {one.low} to {one.high:,}; null: back to {one.default}.")


@strawberry.type(description="The numbers that measures hold figures against, as they are in force.")
class Settings:
    engaged_days: int = _known("engaged_days")
    fresh_days: int = _known("fresh_days")
    cold_days: int = _known("cold_days")
    key_player_from: int = _known("key_player_from")
    thread_above: int = _known("thread_above")
    assumed_strength: int = _known("assumed_strength")
    ahead_days: int = _known("ahead_days")
    objection_days: int = _known("objection_days")
    former_after_days: int = _known("former_after_days")


@strawberry.input(description="A change of settings; what is absent stays, null goes back to the default.")
class SettingsInput:
    engaged_days: strawberry.Maybe[int | None] = _asked("engaged_days")
    fresh_days: strawberry.Maybe[int | None] = _asked("fresh_days")
    cold_days: strawberry.Maybe[int | None] = _asked("cold_days")
    key_player_from: strawberry.Maybe[int | None] = _asked("key_player_from")
    thread_above: strawberry.Maybe[int | None] = _asked("thread_above")
    assumed_strength: strawberry.Maybe[int | None] = _asked("assumed_strength")
    ahead_days: strawberry.Maybe[int | None] = _asked("ahead_days")
    objection_days: strawberry.Maybe[int | None] = _asked("objection_days")
    former_after_days: strawberry.Maybe[int | None] = _asked("former_after_days")


@dataclass(frozen=True)
class InForce:
    """The settings, as a loader gives them."""

    of: str
    settings: dict[str, int]


async def _read(graph: Any, *, ids: Sequence[str]) -> list[InForce]:
    settings = in_force((await workspace.read(graph)).settings)
    return [InForce(of, settings) for of in ids]


async def settings_of(info: Info) -> dict[str, int]:
    """The workspace's settings, read once a request."""
    found: InForce = await info.context.children(_read, "")
    return found.settings
