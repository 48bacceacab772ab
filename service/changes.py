"""What a Change says in a sentence."""

from cypher.words import ChangeAction
from service.messages import say


def sentence(action: ChangeAction, entity_type: str, actor: str | None, name: str | None, fields: list[str], locale: str | None) -> str:
    """Who did what to what; `name` is what the entity is called now, where it has a name."""
    kind = say(f"kind-{entity_type}", locale)
    what = kind if name is None else say("change-named", locale, kind=kind, name=name)
    who = actor or say("change-somebody", locale)
    return say(f"change-{action.lower()}", locale, who=who, what=what, fields=", ".join(fields), count=len(fields))
