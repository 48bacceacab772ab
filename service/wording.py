"""What a process and its steps say in several languages, and which language a reader gets.

Names stand in the graph as two lists (locales, names); everything longer is one JSON text beside them, read only when asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import orjson

FALLBACK = "en"
Texts = dict[str, dict[str, Any]]
"""Locale → field as the API spells it → text, list of texts, or list of {team, does}."""


class Named(Protocol):
    """A row that has names."""

    @property
    def locales(self) -> list[str]: ...

    @property
    def names(self) -> list[str]: ...


def preferred(asked: str | None, usual: str, known: Sequence[str]) -> list[str]:
    """The known locales, best first: the one asked for and its language, the workspace's, English, then the rest as they stand."""
    wanted = [one for locale in (asked, usual, FALLBACK) if locale for one in (locale, locale.split("-")[0])]
    return list(dict.fromkeys([one for one in wanted if one in known] + list(known)))


def named(row: Named, asked: str | None, usual: str) -> str:
    """The name for a reader."""
    return row.names[row.locales.index(preferred(asked, usual, row.locales)[0])]


def held(texts: str | None) -> Texts:
    """The texts of a node."""
    return orjson.loads(texts) if texts else {}


def said(texts: Texts, name: str, asked: str | None, usual: str) -> Any:
    """What a reader gets of one field: the first that anybody has said in the order of `preferred`; None where nobody has."""
    return next((texts[one][name] for one in preferred(asked, usual, list(texts)) if texts[one].get(name)), None)


@dataclass(frozen=True)
class Wording:
    """The names of one part, in the order of their languages, and its texts in some of them."""

    names: dict[str, str]
    texts: Texts = field(default_factory=dict)

    @classmethod
    def of(cls, row: Named, texts: str | None) -> "Wording":
        return cls(dict(zip(row.locales, row.names, strict=True)), held(texts))

    def stored(self) -> dict[str, Any]:
        """The properties of a node."""
        spoken = {locale: texts for locale in self.names if (texts := _some(self.texts.get(locale, {})))}
        return {"locales": list(self.names), "names": list(self.names.values()), "texts": orjson.dumps(spoken).decode()}

    def told(self) -> dict[str, Any]:
        """Every field by its name and language, such as `name.pl`."""
        names = {f"name.{locale}": name for locale, name in self.names.items()}
        texts = {f"{name}.{locale}": text for locale in self.names for name, text in _some(self.texts.get(locale, {})).items()}
        return names | texts


def _some(texts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: text for name, text in texts.items() if text}
