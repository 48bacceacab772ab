"""Erasing a person: what identifies them is removed everywhere, also from the log and kept answers; every figure stays."""

import re
from collections.abc import Iterable
from typing import Any

import orjson

from cypher import erasure, person
from cypher.erasure import TextRow
from cypher.words import ChangeAction, Permission
from service import people
from service.fields import Given
from service.outcomes import Done, Outcome
from service.text import fold
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

ERASED = "(erased)"
TOLD = frozenset(
    {
        *("name", "email", "phone", "locale", "preferences", "notes", "tags", "externalRefs"),
        *("note", "source", "text", "answer", "isPlaceholder"),
    }
)
"""Fields of Changes about a person and what hangs on them that are forgotten."""
CALLED = ("name", "email")
"""What is looked for in texts about others."""


@needs(Permission.ADMIN)
async def erase(caller: Caller, given: Given) -> Outcome:
    """Remove what identifies a person. It can't be undone; done again, it changes nothing."""

    async def job(writing: Writing) -> Outcome:
        before = await person.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Person", "id", given["id"])
        if problem := stale(given.get("expected_version"), "Person", before):
            return problem
        if before.is_erased:
            return Done("Person", before.id)
        ids = await erasure.wipe(writing.work, id=before.id, at=writing.stamp.at, name=ERASED, name_key=fold(ERASED))
        told = await erasure.changes(writing.work, ids=sorted(set(ids)))
        await _forget(writing, told, {before.name, before.email or ""} | set(_called(told)))
        account = people.account_of(before)
        writing.record(ChangeAction.ERASED, "Person", before.id, version=before.version + 1, fields={}, account=account)
        return Done("Person", before.id)

    return await perform(caller, "erasePerson", given, job)


async def _forget(writing: Writing, told: list[TextRow], called: set[str]) -> None:
    """Rewrite the Changes about the person, then every summary, Change and kept answer in which one of their names stands."""
    await erasure.rewrite(writing.work, rows=[_row(one, _emptied(one.text)) for one in told])
    words = sorted((word for word in called - {ERASED} if word.strip()), key=len, reverse=True)
    if not words:
        return
    small = [word.lower() for word in words]
    found = await erasure.mentions(writing.work, words=small, escaped=[orjson.dumps(word).decode()[1:-1] for word in small])
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE)
    await erasure.rewrite(writing.work, rows=[_row(one, _without(pattern, one)) for one in found])


def _row(one: TextRow, text: str) -> dict[str, str]:
    return {"kind": one.kind, "id": one.id, "text": text}


def _called(told: Iterable[TextRow]) -> Iterable[str]:
    """Every name and address that the Changes tell."""
    for one in told:
        for field in orjson.loads(one.text):
            if field["field"] in CALLED:
                yield from (value for value in (field["before"], field["after"]) if isinstance(value, str))


def _emptied(text: str) -> str:
    """The fields of a Change, without the values of those that identify."""
    kept = [one if one["field"] not in TOLD else one | {"before": None, "after": None} for one in orjson.loads(text)]
    return orjson.dumps(kept).decode()


def _without(pattern: re.Pattern[str], one: TextRow) -> str:
    """A text, or all texts in a JSON value, without the words."""
    if one.kind == "Interaction":
        return pattern.sub(ERASED, one.text)
    return orjson.dumps(_cleaned(pattern, orjson.loads(one.text))).decode()


def _cleaned(pattern: re.Pattern[str], value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _cleaned(pattern, held) for key, held in value.items()}
    if isinstance(value, list):
        return [_cleaned(pattern, held) for held in value]
    return pattern.sub(ERASED, value) if isinstance(value, str) else value
