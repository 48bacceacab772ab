"""Findings, actions and measures in sentences, from the message catalogue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from babel.lists import format_list

from cypher.words import Role
from service.judgement.actions import Action
from service.judgement.finding import Finding
from service.judgement.measure import Measure
from service.judgement.snapshot import Member, Rules
from service.messages import say, tongue

MOST_NAMES = 4
COUNTED = frozenset({"thread_roles", "thread_branches", "levels", "departments", "people"})
"""Measures that are a number of what their members only show."""


@dataclass(frozen=True)
class Tongue:
    """The language that a reader asked for, and the workspace's."""

    locale: str | None
    usual: str | None = None

    def say(self, key: str, **values: Any) -> str:
        return say(key, self.locale, self.usual, **values)

    def roles(self, roles: Iterable[Role]) -> str:
        return self.listed([self.say(f"role-{one}") for one in roles])

    def names(self, members: Sequence[Member]) -> str:
        """The names of the first few, and how many more there are."""
        return self._short(list(dict.fromkeys(one.name for one in members)))

    def _short(self, names: list[str]) -> str:
        if len(names) <= MOST_NAMES + 1:
            return self.listed(names)
        return self.listed([*names[:MOST_NAMES], self.say("others", count=len(names) - MOST_NAMES)])

    def listed(self, words: Sequence[str]) -> str:
        return format_list(words, locale=tongue(self.locale, self.usual).replace("-", "_")) if words else ""


def sentence(found: Finding, rules: Rules, to: Tongue) -> str:
    """A risk as a key-account manager reads it."""
    return to.say(f"risk-{found.kind}", **_told(found, rules, to))


def _told(found: Finding, rules: Rules, to: Tongue) -> dict[str, Any]:
    value, threshold = found.value or 0, found.threshold or 0
    deciders, blockers = found.terms.get("deciders", ()), found.terms.get("blockers", ())
    told = {
        "count": len(found.roles) if found.kind in BY_ROLES else len(found.members),
        "names": to.names(found.members),
        "roles": to.roles(found.roles),
        "value": value,
        "percent": round(value * 100),
        "days": int(value),
        "limit": int(threshold),
        "window": rules.engaged_days if found.kind == "ROLE_UNENGAGED" else rules.fresh_days,
        "deciders": to.names(deciders),
        "blockers": to.names(blockers),
        "raiser": to.names(found.terms.get("raiser", found.members)),
        "against": len(blockers),
    }
    return told | {name: said for name, said in found.terms.items() if not isinstance(said, tuple)}


BY_ROLES = frozenset({"ROLE_MISSING", "ROLE_UNENGAGED"})


def title(action: Action, to: Tongue) -> str:
    """What to do."""
    return to.say(f"action-{action.kind}", **_done(action, to))


def reason(action: Action, rules: Rules, to: Tongue, advice: Sequence[str]) -> str:
    """Why: the risk behind it, else what else calls for it; and what the phase's sellers are advised to do."""
    why = sentence(action.risk, rules, to) if action.risk else to.say(f"reason-{action.kind}", **_done(action, to))
    if not advice:
        return why
    return f"{why} {to.say('advice', advice=advice[list(type(action.kind)).index(action.kind) % len(advice)])}"


def _done(action: Action, to: Tongue) -> dict[str, Any]:
    told = {"names": to.names(action.members), "roles": to.roles([action.role] if action.role else [])}
    return told | {"behind": action.risk.kind if action.risk else "NONE"} | dict(action.terms)


def why(name: str, measure: Measure, rules: Rules, to: Tongue) -> str:
    """Why a measure has its value, or has none."""
    if measure.value is None:
        return to.say(f"why-{name}-unknown")
    told = {
        "count": int(measure.value) if name in COUNTED else len(measure.roles or measure.members),
        "names": to.names(measure.members),
        "roles": to.roles(measure.roles),
        "percent": round(measure.value * 100),
        "part": round(measure.numerator or 0, 2),
        "whole": round(measure.denominator or 0, 2),
        "window": rules.fresh_days,
        "limit": rules.thread_above,
    }
    return to.say(f"why-{name}", **told)
