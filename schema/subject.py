"""What a Change is about, by names: those of today, so that what was erased is told nowhere."""

import asyncio
from collections.abc import Callable
from typing import Any

from cypher.change import ChangeRow
from schema.context import Info
from schema.node import KINDS, load_node
from service.messages import say
from service.wording import named

Ends = dict[str, tuple[str, str]]
"""Word of the sentence → kind and id of what it names."""
ENDS: dict[str, Callable[[Any], Ends]] = {
    "RoleAssignment": lambda row: {"party": ("Member", row.member_id)},
    "Assessment": lambda row: {"party": ("Member", row.member_id)},
    "Employment": lambda row: {"person": ("Person", row.person_id), "account": ("Account", row.account_id)},
    "Relationship": lambda row: {"from": ("Person", row.from_id), "to": ("Person", row.to_id)},
    "Need": lambda row: {"party": ("Member", row.member_id)},
    "Objection": lambda row: {"party": ("Member", row.member_id)},
    "Interaction": lambda row: {str(place): ("Person", one) for place, one in enumerate(row.person_ids)},
    "Acquaintance": lambda row: {"teamMember": ("TeamMember", row.team_member_id), "person": ("Person", row.person_id)},
}
ON_A_DEAL = frozenset({"Member", "RoleAssignment", "Assessment", "Need", "Objection", "PurchaseEvaluation"})


async def read(info: Info, kind: str, id_: str | None) -> Any:
    """The row of one thing, as it is now; None where it is hidden or of no kind that can be read."""
    found = load_node(info, kind, id_) if id_ and kind in KINDS else None
    return None if found is None else await found


async def names(info: Info, root: ChangeRow, locale: str | None) -> dict[str, str]:
    """What the sentence calls the thing; nothing where it, or what it joins, is hidden."""
    on = root.deal if root.entity_type in ON_A_DEAL else None
    entity, deal = await asyncio.gather(read(info, root.entity_type, root.entity_id), read(info, "Deal", on))
    if entity is None or (on and deal is None):
        return {}
    if own := _own(entity, info, locale):
        return {"name": own}
    ends = ENDS.get(root.entity_type, lambda _: {})(entity)
    found = await asyncio.gather(*(read(info, *end) for end in ends.values()))
    if None in found:
        return {}
    called = {word: _called(row) for word, row in zip(ends, found, strict=True)}
    return called | _more(root.entity_type, entity, called, locale) | ({"deal": deal.name} if deal else {})


def _own(entity: Any, info: Info, locale: str | None) -> str | None:
    if hasattr(entity, "names"):
        return named(entity, locale, info.context.caller.viewer.locale)
    return getattr(entity, "name", None)


def _called(row: Any) -> str:
    return str(row.party.name if hasattr(row, "party") else row.name)


def _more(kind: str, entity: Any, called: dict[str, str], locale: str | None) -> dict[str, Any]:
    if kind == "Member":
        return {"party": _called(entity)}
    if kind == "RoleAssignment":
        return {"role": say(f"role-{entity.role}", locale)}
    if kind == "Objection":
        return {"objection": say(f"objection-{entity.objection_kind}", locale)}
    if kind == "Interaction":
        return {"contact": say(f"contact-{entity.interaction_kind}", locale), "people": ", ".join(called.values()), "count": len(called)}
    return {"tie": say(f"tie-{entity.relationship_kind}", locale, **called)} if kind == "Relationship" else {}
