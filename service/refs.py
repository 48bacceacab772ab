"""External references: their rules, and how a thing's own are replaced."""

from typing import Any

from cypher import ref
from service.fields import Given, Unfit, issue, text
from service.messages import say
from service.outcomes import Conflict, ConflictReason, Issue, IssueCode
from service.writing import Writing

MOST = 50
PART = text()


def checked(given: Any, path: tuple[str, ...] = ("external_refs",)) -> list[Issue]:
    """What is wrong with a list of {system, key}; None means that none is given."""
    issues: list[Issue] = []
    seen: set[tuple[str, str]] = set()
    for place, one in enumerate(given or ()):
        issues += flaws(one, (*path, str(place)))
        pair = (one["system"], one["key"])
        if pair in seen:
            issues.append(issue((*path, str(place)), Unfit(IssueCode.DUPLICATE_KEY, "duplicate", value="/".join(pair))))
        seen.add(pair)
    if len(given or ()) > MOST:
        issues.append(issue(path, Unfit(IssueCode.TOO_MANY, "too-many", max=MOST, count=len(given))))
    return issues


def flaws(one: Any, path: tuple[str, ...]) -> list[Issue]:
    """What is wrong with one {system, key}."""
    issues: list[Issue] = []
    for part in ("system", "key"):
        try:
            PART(one[part])
        except Unfit as unfit:
            issues.append(issue((*path, part), unfit))
    return issues


async def taken(writing: Writing, given: Any, own: str | None) -> Conflict | None:
    """The conflict with a reference that names another thing, a hidden one included."""
    refs = [{"system": one["system"], "key": one["key"]} for one in given or ()]
    for found in await ref.find(writing.work, refs=refs) if refs else []:
        if found.entity_id != own:
            current = None if found.hidden else (found.kind, found.entity_id)
            said = say("ref-exists", None, system=found.system, key=found.key)
            return Conflict(said, ConflictReason.ALREADY_EXISTS, None, current)
    return None


async def refer(writing: Writing, id: str, given: Given, changed: dict[str, tuple[Any, Any]]) -> None:
    """Let a thing have the references of an input that names some; null and an empty list clear all. Adds what differs to `changed`."""
    if "external_refs" in given and (difference := await replace(writing, id, given["external_refs"] or [])):
        changed["external_refs"] = difference


async def replace(writing: Writing, id: str, given: Any) -> tuple[Any, Any] | None:
    """Replace the references of the systems that are named; an empty list clears all. Gives (before, after) where that differs."""
    before = [{"system": one.system, "key": one.key} for of in await ref.of_nodes(writing.work, ids=[id]) for one in of.items]
    systems = sorted({one["system"] for one in given})
    kept = [one for one in before if given and one["system"] not in systems]
    after = sorted([*kept, *({"system": one["system"], "key": one["key"]} for one in given)], key=lambda one: (one["system"], one["key"]))
    if after == before:
        return None
    made = [{"id": writing.stamp.new_id(), "system": one["system"], "key": one["key"]} for one in given]
    await ref.replace(writing.work, id=id, systems=systems, refs=made)
    return before, after
