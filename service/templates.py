"""The built-in buying and selling processes: the shape of their files, and the loader that refuses a faulty one.

Copying them into a workspace, and editing the copies, is done elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from cypher.words import Awareness, BuyClass, Role
from service.text import camel

DEFAULT_BUYING = "purchase-path"
DEFAULT_SALES = "sales"

Key = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z", max_length=300)]
Locale = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\Z")]
Name = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=300)]
Text = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=20_000)]
Texts = Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]


class TemplateError(Exception):
    """A file can't be used; the message says which one, where in it, and what to do."""


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """What all parts of a file have in common: camelCase names, and no field that nobody reads."""


class Translation(Strict, frozen=True):
    locale: Locale
    name: Name
    description: Text


class PhaseTranslation(Translation, frozen=True):
    customer_does: Texts
    seller_does: Texts
    reached_when: Text


class TeamTask(Strict, frozen=True):
    team: Name
    does: Text


class StageTranslation(Translation, frozen=True):
    done_when: Text
    teams: Annotated[tuple[TeamTask, ...], msgspec.Meta(min_length=1)]


class Expectation(Strict, frozen=True):
    """A role that a phase expects, and how many who play it; a deal of another buy class than those named does without."""

    role: Role
    required: bool
    goal: Annotated[int, msgspec.Meta(ge=1, le=100)]
    weight: Annotated[float, msgspec.Meta(gt=0, le=100)]
    buy_classes: tuple[BuyClass, ...] = ()


class PhaseRef(Strict, frozen=True):
    process: Key
    phase: Key


class Named(Strict, frozen=True):
    """A process or a step of one; a step speaks the languages of its process, English among them."""

    key: Key
    translations: tuple[Translation, ...]


class PhaseTemplate(Named, frozen=True):
    awareness: Awareness
    """What a committee member should have come to by this phase."""
    translations: tuple[PhaseTranslation, ...]
    expects: tuple[Expectation, ...]
    after_purchase: bool = False


class StageTemplate(Named, frozen=True):
    probability: Annotated[float, msgspec.Meta(ge=0, le=1)]
    """The chance to win."""
    max_healthy_days: Annotated[int, msgspec.Meta(ge=1, le=3650)]
    translations: tuple[StageTranslation, ...]
    serves: tuple[PhaseRef, ...]
    """At most one phase of each buying process."""


class BuyingTemplate(Named, frozen=True):
    """Phases stand in their order, those after the purchase last; a phase's position is its place."""

    phases: Annotated[tuple[PhaseTemplate, ...], msgspec.Meta(min_length=1)]


class SalesTemplate(Named, frozen=True):
    """Stages stand in their order, each with no smaller chance than the one before; a stage's position is its place."""

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
    steps: Sequence[PhaseTemplate | StageTemplate] = process.phases if isinstance(process, BuyingTemplate) else process.stages
    _check_once(f"{path}: the key", (step.key for step in steps))
    _check_languages(path, process, steps)
    if isinstance(process, BuyingTemplate):
        _check_phases(path, process.phases)
    else:
        _check_chances(path, process.stages)
    return process


def _check_languages(path: Path, process: Named, steps: Sequence[PhaseTemplate | StageTemplate]) -> None:
    """All parts speak the same languages, English among them, and say as much in one as in the other."""
    spoken = [translation.locale for translation in process.translations]
    if "en" not in spoken:
        raise TemplateError(f"{path}: {process.key}: has no English name; add a translation with the locale 'en'.")
    for part in (process, *steps):
        where = f"{path}: {part.key}"
        locales = [translation.locale for translation in part.translations]
        _check_once(f"{where}: the locale", locales)
        if missing := set(spoken) - set(locales):
            raise TemplateError(f"{where}: has no translation for {', '.join(sorted(missing))}, which the process has; add it.")
        if foreign := set(locales) - set(spoken):
            raise TemplateError(f"{where}: is translated for {', '.join(sorted(foreign))}, which the process is not; add it there.")
    for step in steps:
        _check_lengths(f"{path}: {step.key}", step.translations)


def _check_lengths(where: str, translations: Sequence[PhaseTranslation | StageTranslation]) -> None:
    first = msgspec.structs.asdict(translations[0])
    for other in translations[1:]:
        for name, value in msgspec.structs.asdict(other).items():
            if isinstance(value, tuple) and len(value) != len(first[name]):
                raise TemplateError(
                    f"{where}: {camel(name)} has {len(first[name])} entries in {first['locale']} and {len(value)} in {other.locale}; "
                    "say the same in both."
                )


def _check_phases(path: Path, phases: Sequence[PhaseTemplate]) -> None:
    if phases[0].after_purchase:
        raise TemplateError(f"{path}: {phases[0].key}: a process can't begin after the purchase; put a phase before it.")
    for earlier, phase in pairwise(phases):
        if earlier.after_purchase and not phase.after_purchase:
            raise TemplateError(f"{path}: {phase.key}: stands behind {earlier.key}, which is after the purchase; put it before.")
    for phase in phases:
        _check_once(f"{path}: {phase.key}: expects: the role", (expected.role.value for expected in phase.expects))


def _check_chances(path: Path, stages: Sequence[StageTemplate]) -> None:
    for earlier, stage in pairwise(stages):
        if stage.probability < earlier.probability:
            raise TemplateError(
                f"{path}: {stage.key}: the probability {stage.probability} is below the {earlier.probability} of {earlier.key} before it; "
                "raise it or change the order."
            )


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
