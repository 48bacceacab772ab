"""Erasing a person: what identifies them is removed everywhere, also from the log and kept answers; every figure stays."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
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
CALLED = ("name", "email", "phone")
"""What is looked for in texts about others."""
WRITTEN = frozenset({"summary", "notes", "note", "source", "text", "answer", "reason", "closeReason"})
"""Fields of Changes that somebody wrote in their own words."""
NAMED = ("Deal", "Group")
"""Whose names may tell who a person is."""


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
        await _forget(writing, told, {before.name, before.email or "", before.phone or ""} | set(_called(told)))
        account = people.account_of(before)
        writing.record(ChangeAction.ERASED, "Person", before.id, version=before.version + 1, fields={}, account=account)
        return Done("Person", before.id)

    return await perform(caller, "erasePerson", given, job)


async def _forget(writing: Writing, told: list[TextRow], called: set[str]) -> None:
    """Rewrite the Changes about the person, then every text, Change and kept answer in which one of their names stands."""
    await erasure.rewrite(writing.work, rows=[_row(one, _emptied(one.text)) for one in told])
    words = sorted((word for word in called - {ERASED} if word.strip()), key=len, reverse=True)
    if not words:
        return
    unmistakable = [word for word in words if not word.isalpha()]
    small, sure = [word.lower() for word in words], [word.lower() for word in unmistakable]
    escaped = [orjson.dumps(word).decode()[1:-1] for word in small]
    found = await erasure.mentions(writing.work, words=small, unmistakable=sure, escaped=escaped)
    forgetting = Forgetting(_pattern(words), _pattern(unmistakable))
    await erasure.rewrite(writing.work, rows=[_row(one, forgetting.without(one)) for one in found])


def _row(one: TextRow, text: str) -> dict[str, Any]:
    keys = {"nameKey": fold(text)} if one.property == "name" else {}
    return {"kind": one.kind, "of": one.of, "id": one.id, "fields": {one.property: text} | keys}


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Any of these words where it stands by itself; of none nothing."""
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words) or r"(?!)", re.IGNORECASE)


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


@dataclass(frozen=True)
class Forgetting:
    """Puts what stands for a person out of texts."""

    words: re.Pattern[str]
    """Whatever they are called."""
    unmistakable: re.Pattern[str]
    """What hardly anything else is called: more than one word, an address, a number."""

    def without(self, one: TextRow) -> str:
        """A text, or the texts in a JSON value, without the words."""
        if one.kind == "Outcome":
            told = orjson.loads(one.text)
            return orjson.dumps(told | {"extra": self._everywhere(told["extra"])}).decode()
        if one.kind == "Change":
            return orjson.dumps([self._field(one.of, told) for told in orjson.loads(one.text)]).decode()
        return (self.unmistakable if one.property == "name" else self.words).sub(ERASED, one.text)

    def _field(self, kind: str | None, told: dict[str, Any]) -> dict[str, Any]:
        """A field of a Change: texts lose every word, names of deals and groups the unmistakable ones."""
        is_name = told["field"] == "name" and kind in NAMED
        pattern = self.words if told["field"] in WRITTEN else self.unmistakable if is_name else None
        if pattern is None:
            return told
        return told | {side: pattern.sub(ERASED, told[side]) for side in ("before", "after") if isinstance(told[side], str)}

    def _everywhere(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._everywhere(held) for key, held in value.items()}
        if isinstance(value, list):
            return [self._everywhere(held) for held in value]
        return self.words.sub(ERASED, value) if isinstance(value, str) else value
