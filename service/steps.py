"""What saving a buying and a sales process have in common: reading the input, laying it over what stands, retiring what is left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cypher import process
from service.fields import NAME, NOTE, Field, Given, Unfit, cleaned, invalid, issue, locale
from service.outcomes import InvalidInput, Issue, IssueCode
from service.text import camel
from service.wording import Wording, preferred
from service.writing import Writing

MOST = 100
TRANSLATION = {"locale": Field(locale, required=True), "name": NAME, "description": NOTE}
LOCALE = {"locale": Field(locale, required=True)}
Path = tuple[str, ...]
Read = tuple[dict[str, Any], list[Issue]]
Reader = Callable[[Given, Path], Read]
Changed = dict[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Said:
    """What an input says: names by language, then texts for a reader who names no language, then texts by language."""

    translations: list[dict[str, Any]]
    plain: dict[str, Any]
    texts: list[dict[str, Any]]

    def over(self, before: Wording | None, usual: str) -> Wording:
        """The new wording. Languages that are not named go; what is not said of a language stays."""
        names = {one["locale"]: one["name"] for one in self.translations}
        texts = {one: dict(before.texts.get(one, {})) if before else {} for one in names}
        for one in self.translations:
            texts[one["locale"]] |= {"description": one["description"]} if "description" in one else {}
        texts[preferred(None, usual, list(names))[0]] |= _spelled(self.plain)
        for one in self.texts:
            texts[one["locale"]] |= _spelled({name: text for name, text in one.items() if name != "locale"})
        return Wording(names, texts)


@dataclass(frozen=True)
class Step:
    """A phase or stage: its properties as the API spells them, with the roles that it expects or the phases that it serves."""

    id: str
    key: str
    wording: Wording
    fields: dict[str, Any]

    def told(self) -> dict[str, Any]:
        return self.fields | self.wording.told()


@dataclass(frozen=True)
class Asked:
    """A phase or stage as a client names it."""

    key: str
    fields: dict[str, Any]
    said: Said

    def over(self, before: Step | None, blank: dict[str, Any], usual: str, id_: str) -> Step:
        fields = blank | (before.fields if before else {}) | self.fields | {"retired": False}
        return Step(before.id if before else id_, self.key, self.said.over(before.wording if before else None, usual), fields)


@dataclass(frozen=True)
class Standing:
    """A process as it stands; its steps by key, in their order."""

    id: str
    version: int
    wording: Wording
    steps: dict[str, Step]


def _spelled(values: dict[str, Any]) -> dict[str, Any]:
    return {camel(name): value for name, value in values.items()}


def read_said(given: Given, path: Path, reader: Reader) -> tuple[Said, list[Issue]]:
    """The languages of one part of an input; `reader` takes the texts that this kind of part has."""
    translations, issues = listed(given, "translations", path, lambda item, at: cleaned(TRANSLATION, item, at), "locale")
    if not translations and not issues:
        issues.append(issue((*path, "translations"), Unfit(IssueCode.REQUIRED, "required")))
    plain, wrong = reader(given, path)
    issues += wrong

    def text(item: Given, at: Path) -> Read:
        value, wrong = cleaned(LOCALE, item, at)
        said, more = reader(item, at)
        return value | said, wrong + more

    texts, wrong = listed(given, "texts", path, text, "locale")
    known = {one.get("locale") for one in translations}
    for place, one in enumerate(texts):
        if "locale" in one and one["locale"] not in known:
            wrong.append(issue((*path, "texts", str(place), "locale"), Unfit(IssueCode.UNKNOWN_KEY, "no-translation", value=one["locale"])))
    return Said(translations, plain, texts), issues + wrong


def listed(given: Given, name: str, path: Path, reader: Reader, once: str) -> tuple[list[dict[str, Any]], list[Issue]]:
    """Read a list of inputs, of which no two may have the same value of the field `once`."""
    items = given.get(name) or []
    if len(items) > MOST:
        return [], [issue((*path, name), Unfit(IssueCode.TOO_MANY, "too-many", max=MOST, count=len(items)))]
    values: list[dict[str, Any]] = []
    issues: list[Issue] = []
    for place, item in enumerate(items):
        at = (*path, name, str(place))
        value, wrong = reader(item, at)
        if once in value and any(value[once] == other.get(once) for other in values):
            wrong.append(issue((*at, once), Unfit(IssueCode.DUPLICATE_KEY, "duplicate", value=value[once])))
        values.append(value)
        issues += wrong
    return values, issues


def planned(writing: Writing, asked: Sequence[Asked], standing: dict[str, Step], blank: dict[str, Any]) -> list[Step]:
    """The steps as they shall be: the named ones in their order, then the retired ones in theirs."""
    usual = writing.caller.viewer.locale
    named = [one.over(standing.get(one.key), blank, usual, writing.stamp.new_id()) for one in asked]
    keys = {one.key for one in asked}
    left = [replace(step, fields=step.fields | {"retired": True}) for key, step in standing.items() if key not in keys]
    return [replace(step, fields=step.fields | {"position": place}) for place, step in enumerate([*named, *left])]


async def in_use(writing: Writing, name: str, standing: dict[str, Step], after: Sequence[Step]) -> InvalidInput | None:
    """The problem of retiring a step, or moving it across the purchase, while deals are in it.

    The process is locked, and whoever lets a deal enter locks it too, so that none enters meanwhile.
    """
    turned = {one.id: one for one in after if one.key in standing and _turned(standing[one.key], one)}
    if not turned:
        return None
    issues = []
    for locked in await process.lock_steps(writing.work, ids=sorted(turned)):
        if locked.deals:
            unfit = Unfit(IssueCode.PHASE_IN_USE, "phase-in-use", step=turned[locked.id].key, deals=locked.deals)
            issues.append(issue((name,), unfit))
    return invalid(issues) if issues else None


def _turned(before: Step, after: Step) -> bool:
    return any(before.fields.get(name) != after.fields.get(name) for name in ("retired", "afterPurchase"))


def differences(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What differs between two tables of fields, before and after; nothing, no and empty say the same of a field that was not there."""
    names = [one for one in dict.fromkeys([*before, *after]) if _shown(before.get(one)) != _shown(after.get(one))]
    return {name: before[name] for name in names if name in before}, {name: after[name] for name in names if name in after}


def _shown(value: Any) -> Any:
    return None if value is None or value is False or value in ([], {}) else value


def changes(before: Standing | None, wording: Wording, name: str, after: Sequence[Step]) -> Changed:
    """The fields of a Change: `translations`, and of the steps under `name` only what differs, by their keys."""
    old = before.steps if before else {}
    pairs = {one.key: differences(old[one.key].told() if one.key in old else {}, one.told()) for one in after}
    pairs = {key: pair for key, pair in pairs.items() if pair != ({}, {})}
    changed: Changed = {}
    if (said := differences(before.wording.told() if before else {}, wording.told())) != ({}, {}):
        changed["translations"] = said if before else (None, said[1])
    if pairs:
        was = {key: pair[0] for key, pair in pairs.items() if key in old}
        changed[name] = (was if before else None, {key: pair[1] for key, pair in pairs.items()})
    return changed
