"""The built-in buying and selling processes: the shape of their files, and the loader that refuses a faulty one.

Copying them into a workspace, and editing the copies, is done elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from cypher.words import Awareness

DEFAULT_BUYING = "purchase-path"
DEFAULT_SALES = "sales"

Key = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=300)]
Locale = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")]
Name = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=300)]


class TemplateError(Exception):
    """A file can't be used; the message says which one, where in it, and what to do."""


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """What all parts of a file have in common: camelCase names, and no field that nobody reads."""


class Translation(Strict, frozen=True):
    locale: Locale
    name: Name


class PhaseRef(Strict, frozen=True):
    process: Key
    phase: Key


class Named(Strict, frozen=True):
    """A process or a step of one."""

    key: Key
    translations: tuple[Translation, ...]
    """One of them English."""


class PhaseTemplate(Named, frozen=True):
    awareness: Awareness
    """What a committee member should have come to by this phase."""
    after_purchase: bool = False


class StageTemplate(Named, frozen=True):
    serves: tuple[PhaseRef, ...]
    """At most one phase of each buying process."""


class BuyingTemplate(Named, frozen=True):
    """Phases stand in their order; a phase's position is its place."""

    phases: Annotated[tuple[PhaseTemplate, ...], msgspec.Meta(min_length=1)]


class SalesTemplate(Named, frozen=True):
    """Stages stand in their order; a stage's position is its place."""

    stages: Annotated[tuple[StageTemplate, ...], msgspec.Meta(min_length=1)]


class Templates(msgspec.Struct, frozen=True):
    buying: tuple[BuyingTemplate, ...]
    """In the order of their keys."""
    sales: SalesTemplate


Process = TypeVar("Process", bound=BuyingTemplate | SalesTemplate)


def load(folder: Path) -> Templates:
    """Read `buying/*.json` and `sales/sales.json` in the folder; raise TemplateError at the first fault."""
    buying = {path.stem: _read(path, BuyingTemplate) for path in sorted((folder / "buying").glob("*.json"))}
    if DEFAULT_BUYING not in buying:
        raise TemplateError(f"{folder / 'buying'}: {DEFAULT_BUYING}.json is missing; it is a workspace's default.")
    path = folder / "sales" / f"{DEFAULT_SALES}.json"
    sales = _read(path, SalesTemplate)
    for stage in sales.stages:
        _check_serves(path, stage, buying)
    return Templates(tuple(buying.values()), sales)


def _read(path: Path, kind: type[Process]) -> Process:
    try:
        process = msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise TemplateError(f"{path}: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TemplateError(f"{path}: {error}") from error
    if process.key != path.stem:
        raise TemplateError(f"{path}: the key is {process.key!r}; give the file and the process the same name.")
    steps: Sequence[Named] = process.phases if isinstance(process, BuyingTemplate) else process.stages
    _check_once(f"{path}: the key", (step.key for step in steps))
    for part in (process, *steps):
        _check_names(f"{path}: {part.key}", part.translations)
    return process


def _check_names(where: str, translations: tuple[Translation, ...]) -> None:
    locales = [translation.locale for translation in translations]
    _check_once(f"{where}: the locale", locales)
    if "en" not in locales:
        raise TemplateError(f"{where}: has no English name; add a translation with the locale 'en'.")


def _check_serves(path: Path, stage: StageTemplate, buying: Mapping[str, BuyingTemplate]) -> None:
    where = f"{path}: {stage.key}: serves"
    _check_once(f"{where}: a phase of", (ref.process for ref in stage.serves))
    for ref in stage.serves:
        if ref.process not in buying:
            raise TemplateError(f"{where}: no process {ref.process!r}; there are {', '.join(buying)}.")
        phases = [phase.key for phase in buying[ref.process].phases]
        if ref.phase not in phases:
            raise TemplateError(f"{where}: {ref.process!r} has no phase {ref.phase!r}; it has {', '.join(phases)}.")


def _check_once(where: str, values: Iterable[str]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            raise TemplateError(f"{where} {value!r} stands {times} times; keep one.")
