"""What is told in several languages is told in each: the same sentences, with the same variables, plural forms and no English left."""

from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from cypher.words import RiskKind
from schema.vocabulary import VOCABULARIES
from service import messages
from service.judgement.risks import risks
from service.judgement.snapshot import Rules
from service.judgement.telling import Tongue, sentence
from service.messages import say
from tests.judgement.test_risks import CASES

LANGUAGES = ("pl", "lv", "fa")
FOLDER = Path(messages.__file__).parent
SHARED = ("role", "change", "kind", "about", "tie", "field", "contact", "objection")
"""First words of what stands in `en.ftl`, beside what is told to those who call the API, and is told in every language."""


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 - fluent's visitors are called so
        self.names.add(node.id.name)


def told(language: str) -> dict[str, set[str]]:
    """Each message of a language, and each attribute of one, with its variables."""
    found = read(sorted((FOLDER / language).glob("*.ftl")))
    if language == "en":
        found |= {key: names for key, names in read([FOLDER / "en.ftl"]).items() if key.partition("-")[0] in SHARED}
    return found


def read(paths: list[Path]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in paths:
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), (path, entry.content)
            if not isinstance(entry, ast.Message):
                continue
            for name, pattern in [("", entry.value), *((one.id.name, one.value) for one in entry.attributes)]:
                variables = Variables()
                variables.visit(pattern)
                key = f"{entry.id.name}.{name}" if name else entry.id.name
                assert key not in found, (path, key)
                found[key] = variables.names
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_tells_the_same_with_the_same_variables(language: str) -> None:
    english, other = told("en"), told(language)
    assert sorted(other) == sorted(english)
    assert other == english


@pytest.mark.parametrize("language", ("en", *LANGUAGES))
def test_every_word_has_a_label_and_a_meaning(language: str) -> None:
    for enum in VOCABULARIES:
        for value in enum:
            label, meaning = (say(f"term-{enum.__name__}-{value}{part}", language) for part in ("", ".told"))
            assert label
            assert meaning.endswith(".")
            assert language == "en" or meaning != say(f"term-{enum.__name__}-{value}.told", "en")


def test_plural_forms_are_those_of_the_language() -> None:
    counted = {language: [say("why-people", language, count=count) for count in (1, 2, 5, 21, 22)] for language in ("pl", "lv", "en")}
    assert counted["pl"] == [
        "Udział bierze jedna osoba.",
        "Udział biorą 2 osoby.",
        "Udział bierze 5 osób.",
        "Udział bierze 21 osób.",
        "Udział biorą 22 osoby.",
    ]
    assert counted["lv"][3] == "Piedalās 21 cilvēks."
    assert counted["en"][3] == "21 people take part."


@pytest.mark.parametrize("language", ("en", *LANGUAGES))
def test_every_risk_is_told_in_every_language(language: str) -> None:
    said = set()
    for kind, risky, _ in CASES:
        (found,) = (one for one in risks(risky) if one.kind == kind)
        said.add((kind, sentence(found, Rules(), Tongue(language))))
    assert {kind for kind, _ in said} == set(RiskKind)
    assert all("{" not in text for _, text in said)


def test_an_unknown_language_is_the_workspaces_then_english() -> None:
    assert Tongue("xx", "pl").say("risk-NO_DECIDER") == say("risk-NO_DECIDER", "pl")
    assert Tongue("pl-PL", "lv").say("risk-NO_DECIDER") == say("risk-NO_DECIDER", "pl")
    assert Tongue(None, None).say("risk-NO_DECIDER") == say("risk-NO_DECIDER", "en")
