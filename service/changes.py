"""What a Change says in a sentence."""

from collections.abc import Mapping, Sequence

from cypher.words import ChangeAction
from service.messages import say

Names = Mapping[str, str]
"""What a thing is called: `name`, or what its kind's `about` sentence needs; empty where it is hidden."""


def sentence(action: ChangeAction, kind: str, actor: str | None, names: Names, fields: Sequence[str], locale: str | None) -> str:
    """Who did what to what, and which fields changed."""
    who = actor or say("change-somebody", locale)
    told = {"who": who, "what": _what(kind, names, locale)}
    if action is ChangeAction.UPDATED:
        told["fields"] = ", ".join(field_word(name, locale) for name in fields)
    return say(f"change-{action.lower()}", locale, count=len(fields), **told)


def _what(kind: str, names: Names, locale: str | None) -> str:
    general = say(f"kind-{kind}", locale)
    if "name" in names:
        return say("change-named", locale, kind=general, name=names["name"])
    return say(f"about-{kind}", locale, **names) if names else general


def field_word(name: str, locale: str | None) -> str:
    """A Change's field in words; part of another one, such as `settings.coldDays`, has a dot."""
    return say(f"field-{name.replace('.', '-')}", locale)
