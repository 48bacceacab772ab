"""The message catalogue: every sentence and label that a person reads, by key and locale (Fluent files beside this one)."""

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
    path = FOLDER / f"{locale}.ftl"
    if not locale.replace("-", "").isalnum() or not path.exists():
        return None
    bundle = FluentBundle([locale], use_isolating=False)
    bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def say(key: str, locale: str | None = None, /, **values: Any) -> str:
    """The sentence in this locale, else in its language, else in English. `$name` in the catalogue takes the value of that name."""
    wanted = [locale, locale.split("-")[0]] if locale else []
    for name in (*wanted, FALLBACK):
        bundle = _bundle(name)
        if bundle and bundle.has_message(key):
            pattern = bundle.get_message(key).value
            if pattern is None:
                raise MissingMessage(key)
            text, errors = bundle.format_pattern(pattern, {name: v if isinstance(v, int) else str(v) for name, v in values.items()})
            if errors:
                raise errors[0]
            return str(text)
    raise MissingMessage(key)
