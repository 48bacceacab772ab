"""The message catalogue: every sentence and label that a person reads, by key and locale (Fluent files beside this one).

`en.ftl` holds what is told to those who call the API, in English; the folders hold what is told in every language.
"""

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

FOLDER = Path(__file__).parent
FALLBACK = "en"


class MissingMessage(KeyError):
    """No catalogue has this key: a bug."""


@cache
def _bundle(locale: str) -> FluentBundle | None:
    paths = [*FOLDER.glob(f"{locale}.ftl"), *sorted(FOLDER.glob(f"{locale}/*.ftl"))] if locale.replace("-", "").isalnum() else []
    if not paths:
        return None
    bundle = FluentBundle([locale], use_isolating=False)
    for path in paths:
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def say(key: str, locale: str | None = None, usual: str | None = None, /, **values: Any) -> str:
    """The sentence in this locale, else in its language, else in the usual one's, else in English.

    `$name` in the catalogue takes the value of that name. A key may name an attribute, as `term-Role-USER.told`.
    """
    name, _, attribute = key.partition(".")
    for one in languages(locale, usual):
        bundle = _bundle(one)
        if bundle and bundle.has_message(name):
            message = bundle.get_message(name)
            pattern = message.attributes.get(attribute) if attribute else message.value
            if pattern is None:
                raise MissingMessage(key)
            text, errors = bundle.format_pattern(pattern, {name: v if isinstance(v, int | float) else str(v) for name, v in values.items()})
            if errors:
                raise errors[0]
            return str(text)
    raise MissingMessage(key)


def languages(locale: str | None, usual: str | None = None) -> list[str]:
    """The languages to look a sentence up in, best first."""
    return [one for wanted in (locale, usual, FALLBACK) if wanted for one in (wanted, wanted.split("-")[0])]


def tongue(locale: str | None, usual: str | None = None) -> str:
    """The best of the languages that there are sentences in."""
    return next(one for one in languages(locale, usual) if _bundle(one))
