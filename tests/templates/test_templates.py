"""The built-in processes say what the design says, and a faulty file is refused with its place. No database here."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.templates import (
    DEFAULT_BUYING,
    DEFAULT_SALES,
    BuyingTemplate,
    TemplateError,
    Templates,
    Translation,
    load,
)

DATA = Path(__file__).parents[2] / "data" / "processes"

PROCESS_NAMES = {
    ("purchase-path", "en", "Purchase path"),
    ("purchase-path", "pl", "Ścieżka zakupowa"),
    ("customer-buying", "en", "Customer buying"),
    ("customer-buying", "pl", "Proces zakupu klienta"),
    ("buyer-journey", "en", "Buyer journey"),
    ("buyer-journey", "lv", "Pircēja ceļojums"),
    ("solution-cycle", "en", "Solution cycle"),
    ("solution-cycle", "pl", "Cykl rozwiązania"),
    ("adoption", "en", "Adoption"),
    ("adoption", "fa", "پذیرش"),
    ("sales", "en", "Sales"),
    ("sales", "pl", "Sprzedaż"),
}

# key, English, the source's language, awareness, after the purchase
PHASES = {
    "purchase-path": [
        ("need-recognition", "Need recognition", "Rozpoznanie problemu/potrzeby", "AWARENESS", False),
        ("information-search", "Information search", "Poszukiwanie informacji", "INTEREST", False),
        ("evaluation-of-alternatives", "Evaluation of alternatives", "Ocena alternatyw", "CONVICTION", False),
        ("purchase-decision", "Purchase decision", "Decyzja o zakupie", "DESIRE", False),
        ("post-purchase-evaluation", "Post-purchase evaluation", "Ocena po zakupie", "ACTION", True),
    ],
    "customer-buying": [
        ("need-established", "Need established", "Ustalenie potrzeby", "AWARENESS", False),
        ("information-gathering", "Information gathering", "Gromadzenie informacji", "INTEREST", False),
        ("evaluation-of-options", "Evaluation of options", "Ocena opcji", "CONVICTION", False),
        ("purchase-decision", "Purchase decision", "Decyzja o zakupie", "DESIRE", False),
    ],
    "buyer-journey": [
        ("awareness", "Awareness", "Apzināšanās posms", "AWARENESS", False),
        ("consideration", "Consideration", "Apsvēršanas posms", "INTEREST", False),
        ("decision", "Decision", "Lēmuma pieņemšanas posms", "DESIRE", False),
    ],
    "solution-cycle": [
        (
            "need-recognition-and-readiness-to-change",
            "Need recognition and readiness to change",
            "Rozpoznanie potrzeby i gotowość do zmiany",
            "AWARENESS",
            False,
        ),
        ("information-search", "Information search", "Poszukiwanie informacji", "INTEREST", False),
        ("choice-of-options", "Choice of options", "Wybór opcji", "CONVICTION", False),
        ("purchase-decision", "Purchase decision", "Decyzja o zakupie", "DESIRE", False),
        ("purchase", "Purchase", "Zakup produktu/usługi", "ACTION", False),
        ("implementation", "Implementation", "Wdrożenie produktu/usługi", "ACTION", True),
        (
            "evaluation",
            "Evaluation: was the problem solved?",
            "Ocena: czy problem został rozwiązany?",
            "ACTION",
            True,
        ),
    ],
    "adoption": [
        ("unaware", "Unaware", "نا آگاهی", "UNAWARE", False),
        ("awareness", "Awareness", "آگاهی", "AWARENESS", False),
        ("interest", "Interest", "علاقه", "INTEREST", False),
        ("conviction", "Conviction", "متقاعد", "CONVICTION", False),
        ("desire", "Desire", "میل", "DESIRE", False),
        ("action", "Action", "اقدام", "ACTION", False),
    ],
}

STAGES = [
    ("prospecting", "Prospecting", "Prospecting"),
    ("qualification", "Qualification", "Kwalifikacja"),
    ("needs-analysis", "Needs analysis", "Analiza potrzeb"),
    ("presentation-or-demonstration", "Presentation or demonstration", "Prezentacja/Demonstracja"),
    ("objection-handling", "Objection handling", "Radzenie sobie z zastrzeżeniami"),
    ("closing", "Closing", "Zamknięcie"),
    ("follow-up", "Follow-up", "Kontynuacja"),
]

MAPPING = {
    ("prospecting", "purchase-path"): "need-recognition",
    ("prospecting", "customer-buying"): "need-established",
    ("prospecting", "buyer-journey"): "awareness",
    ("prospecting", "solution-cycle"): "need-recognition-and-readiness-to-change",
    ("prospecting", "adoption"): "awareness",
    ("qualification", "purchase-path"): "information-search",
    ("qualification", "customer-buying"): "information-gathering",
    ("qualification", "buyer-journey"): "consideration",
    ("qualification", "solution-cycle"): "information-search",
    ("qualification", "adoption"): "interest",
    ("needs-analysis", "purchase-path"): "evaluation-of-alternatives",
    ("needs-analysis", "customer-buying"): "evaluation-of-options",
    ("needs-analysis", "buyer-journey"): "consideration",
    ("needs-analysis", "solution-cycle"): "choice-of-options",
    ("needs-analysis", "adoption"): "conviction",
    ("presentation-or-demonstration", "purchase-path"): "evaluation-of-alternatives",
    ("presentation-or-demonstration", "customer-buying"): "evaluation-of-options",
    ("presentation-or-demonstration", "buyer-journey"): "consideration",
    ("presentation-or-demonstration", "solution-cycle"): "choice-of-options",
    ("presentation-or-demonstration", "adoption"): "conviction",
    ("objection-handling", "purchase-path"): "evaluation-of-alternatives",
    ("objection-handling", "customer-buying"): "evaluation-of-options",
    ("objection-handling", "buyer-journey"): "consideration",
    ("objection-handling", "solution-cycle"): "choice-of-options",
    ("objection-handling", "adoption"): "conviction",
    ("closing", "purchase-path"): "purchase-decision",
    ("closing", "customer-buying"): "purchase-decision",
    ("closing", "buyer-journey"): "decision",
    ("closing", "solution-cycle"): "purchase-decision",
    ("closing", "adoption"): "desire",
    ("follow-up", "purchase-path"): "post-purchase-evaluation",
    ("follow-up", "customer-buying"): None,
    ("follow-up", "buyer-journey"): None,
    ("follow-up", "solution-cycle"): "evaluation",
    ("follow-up", "adoption"): "action",
}


@pytest.fixture(scope="module")
def templates() -> Templates:
    return load(DATA)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "processes"))


def _pairs(translations: tuple[Translation, ...]) -> list[tuple[str, str]]:
    return [(translation.locale, translation.name) for translation in translations]


def _phases(process: BuyingTemplate) -> list[tuple[object, ...]]:
    return [
        (phase.key, *(name for _, name in _pairs(phase.translations)), phase.awareness.value, phase.after_purchase)
        for phase in process.phases
    ]


def test_process_names(templates: Templates) -> None:
    processes = (*templates.buying, templates.sales)
    found = {(process.key, *pair) for process in processes for pair in _pairs(process.translations)}
    assert found == PROCESS_NAMES


def test_phases(templates: Templates) -> None:
    assert {process.key: _phases(process) for process in templates.buying} == PHASES


def test_stages(templates: Templates) -> None:
    found = [(stage.key, *(name for _, name in _pairs(stage.translations))) for stage in templates.sales.stages]
    assert found == STAGES


def test_locales_are_english_and_the_sources(templates: Templates) -> None:
    found = {
        (process.key, tuple(locale for locale, _ in _pairs(part.translations)))
        for process in templates.buying
        for part in (process, *process.phases)
    }
    assert found == {
        ("purchase-path", ("en", "pl")),
        ("customer-buying", ("en", "pl")),
        ("buyer-journey", ("en", "lv")),
        ("solution-cycle", ("en", "pl")),
        ("adoption", ("en", "fa")),
    }
    parts = (templates.sales, *templates.sales.stages)
    assert {tuple(locale for locale, _ in _pairs(part.translations)) for part in parts} == {("en", "pl")}


@pytest.mark.parametrize(("cell", "phase"), MAPPING.items())
def test_mapping(templates: Templates, cell: tuple[str, str], phase: str | None) -> None:
    served = {(stage.key, ref.process): ref.phase for stage in templates.sales.stages for ref in stage.serves}
    assert served.get(cell) == phase


def test_mapping_has_no_other_cell(templates: Templates) -> None:
    assert {(stage.key, ref.process) for stage in templates.sales.stages for ref in stage.serves} <= MAPPING.keys()


def test_defaults(templates: Templates) -> None:
    assert DEFAULT_BUYING == "purchase-path"
    assert templates.sales.key == DEFAULT_SALES == "sales"


def test_a_key_is_the_english_name_up_to_the_first_punctuation(templates: Templates) -> None:
    parts = [part for process in templates.buying for part in (process, *process.phases)]
    for part in (*parts, templates.sales, *templates.sales.stages):
        name = dict(_pairs(part.translations))["en"]
        assert part.key == re.split(r"[^\w\s-]", name)[0].strip().lower().replace(" ", "-")


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def edit(content: Any) -> None:
        for step in path[:-1]:
            content = content[step]
        content[path[-1]] = to

    return edit


def _repeat(*path: str | int) -> Callable[[Any], None]:
    """Add the first element of the list at the path once more."""

    def edit(content: Any) -> None:
        for step in path:
            content = content[step]
        content.append(content[0])

    return edit


def _drop(*path: str | int, locale: str) -> Callable[[Any], None]:
    """Take the translation for a locale out of the list at the path."""

    def edit(content: Any) -> None:
        for step in path:
            content = content[step]
        content[:] = [one for one in content if one["locale"] != locale]

    return edit


def _grow(*path: str | int) -> Callable[[Any], None]:
    """Let the list at the path say something once more."""

    def edit(content: Any) -> None:
        for step in path:
            content = content[step]
        content.append("Something else")

    return edit


ADOPTION, PATH, SALES = "buying/adoption.json", "buying/purchase-path.json", "sales/sales.json"
FAULTS = [
    # unknown fields, at every depth
    (ADOPTION, _set("text", to=""), "Object contains unknown field `text`"),
    (ADOPTION, _set("phases", 1, "text", to=""), "Object contains unknown field `text` - at `$.phases[1]`"),
    (ADOPTION, _set("phases", 1, "after_purchase", to=True), "unknown field `after_purchase` - at `$.phases[1]`"),
    (ADOPTION, _set("phases", 1, "expects", 0, "phase", to=""), "unknown field `phase` - at `$.phases[1].expects[0]`"),
    (ADOPTION, _set("translations", 0, "text", to=""), "unknown field `text` - at `$.translations[0]`"),
    (SALES, _set("stages", 1, "chance", to=0.5), "unknown field `chance` - at `$.stages[1]`"),
    (SALES, _set("stages", 1, "serves", 0, "stage", to=""), "unknown field `stage` - at `$.stages[1].serves[0]`"),
    # values
    (ADOPTION, _set("phases", 2, "awareness", to="LOVE"), "Invalid enum value 'LOVE' - at `$.phases[2].awareness`"),
    (ADOPTION, _set("phases", 2, "key", to="Interest"), "at `$.phases[2].key`"),
    (ADOPTION, _set("phases", 2, "key", to="interest\n"), "at `$.phases[2].key`"),
    (ADOPTION, _set("translations", 0, "name", to=" "), "at `$.translations[0].name`"),
    (ADOPTION, _set("translations", 0, "locale", to="English"), "at `$.translations[0].locale`"),
    (ADOPTION, _set("phases", to=[]), "Expected `array` of length >= 1 - at `$.phases`"),
    (ADOPTION, _set("phases", 2, "translations", 1, "sellerDoes", to=[]), "length >= 1 - at `$.phases[2].translations[1].sellerDoes`"),
    (ADOPTION, _set("phases", 2, "translations", 1, "reachedWhen", to=""), "at `$.phases[2].translations[1].reachedWhen`"),
    (ADOPTION, _set("phases", 1, "expects", 0, "role", to="KING"), "Invalid enum value 'KING' - at `$.phases[1].expects[0].role`"),
    (ADOPTION, _set("phases", 1, "expects", 0, "goal", to=0), "at `$.phases[1].expects[0].goal`"),
    (ADOPTION, _set("phases", 1, "expects", 0, "weight", to=0), "at `$.phases[1].expects[0].weight`"),
    (SALES, _set("stages", to=[]), "Expected `array` of length >= 1 - at `$.stages`"),
    (SALES, _set("stages", 6, "probability", to=1.5), "at `$.stages[6].probability`"),
    (SALES, _set("stages", 5, "maxHealthyDays", to=0), "at `$.stages[5].maxHealthyDays`"),
    (SALES, _set("stages", 5, "translations", 0, "teams", to=[]), "at `$.stages[5].translations[0].teams`"),
    # what must be once
    (ADOPTION, _repeat("phases"), "the key 'unaware' stands 2 times"),
    (SALES, _repeat("stages"), "the key 'prospecting' stands 2 times"),
    (ADOPTION, _repeat("translations"), "adoption: the locale 'en' stands 2 times"),
    (SALES, _repeat("stages", 5, "translations"), "closing: the locale 'en' stands 2 times"),
    (ADOPTION, _repeat("phases", 1, "expects"), "awareness: expects: the role 'USER' stands 2 times"),
    (ADOPTION, _set("key", to="purchase-path"), "the key is 'purchase-path'; give the file"),
    (SALES, _set("key", to="selling"), "the key is 'selling'; give the file"),
    # languages
    (ADOPTION, _drop("translations", locale="en"), "adoption: has no English name"),
    (SALES, _drop("translations", locale="en"), "sales: has no English name"),
    (ADOPTION, _drop("phases", 2, "translations", locale="en"), "interest: has no translation for en, which the process has; add it."),
    (ADOPTION, _drop("phases", 2, "translations", locale="fa"), "interest: has no translation for fa"),
    (ADOPTION, _drop("translations", locale="fa"), "unaware: is translated for fa, which the process is not"),
    (SALES, _drop("stages", 5, "translations", locale="pl"), "closing: has no translation for pl"),
    (ADOPTION, _grow("phases", 2, "translations", 1, "customerDoes"), "interest: customerDoes has 3 entries in en and 4 in fa"),
    # order
    (PATH, _set("phases", 0, "afterPurchase", to=True), "need-recognition: a process can't begin after the purchase"),
    (PATH, _set("phases", 1, "afterPurchase", to=True), "evaluation-of-alternatives: stands behind information-search, which is after"),
    (SALES, _set("stages", 5, "probability", to=0.3), "closing: the probability 0.3 is below the 0.6 of objection-handling before it"),
    # serves
    (SALES, _set("stages", 5, "serves", 0, "process", to="path"), "serves: no process 'path'; there are adoption, "),
    (
        SALES,
        _set("stages", 5, "serves", 2, "phase", to="desire"),
        "closing: serves: 'buyer-journey' has no phase 'desire'; it has awareness, consideration, decision.",
    ),
    (
        SALES,
        _set("stages", 5, "serves", 1, to={"process": "purchase-path", "phase": "information-search"}),
        "closing: serves: a phase of 'purchase-path' stands 2 times",
    ),
]


@pytest.mark.parametrize(("name", "edit", "message"), FAULTS, ids=[message for *_, message in FAULTS])
def test_a_fault_is_refused_with_its_place(folder: Path, name: str, edit: Callable[[Any], None], message: str) -> None:
    path = folder / name
    content = json.loads(path.read_bytes())
    edit(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load(folder)
    assert str(caught.value).startswith(f"{path}: ")
    assert message in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"key": "\xff"}'])
def test_what_is_not_json_is_refused(folder: Path, content: bytes) -> None:
    path = folder / ADOPTION
    path.write_bytes(content)
    with pytest.raises(TemplateError, match=re.escape(f"{path}: ")):
        load(folder)


def test_a_missing_sales_process_is_refused(folder: Path) -> None:
    (folder / SALES).unlink()
    with pytest.raises(TemplateError, match=re.escape(f"{folder / SALES}: No such file")):
        load(folder)


def test_a_missing_default_is_refused(folder: Path) -> None:
    (folder / "buying" / "purchase-path.json").unlink()
    with pytest.raises(TemplateError, match=r"purchase-path\.json is missing"):
        load(folder)
