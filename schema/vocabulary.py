"""The vocabulary: what the words of enums are called in a language, and what each means."""

from enum import StrEnum

import strawberry

from cypher import words
from schema.context import Info
from schema.judgement import tongue
from schema.process import Locale

VOCABULARIES: tuple[type[StrEnum], ...] = (
    *(words.Role, words.Stance, words.Access, words.Awareness, words.Certainty, words.Seniority, words.GroupKind),
    *(words.RelationshipKind, words.TieKind, words.Lifecycle, words.DealStatus, words.CloseStatus, words.BuyClass, words.Step),
    *(words.Permission, words.InteractionKind, words.NeedKind, words.NeedStatus, words.ObjectionKind, words.ObjectionStatus),
    *(words.ContinueReason, words.Severity, words.Verdict, words.CoverageState, words.AlignmentState, words.ChangeAction),
    *(words.RiskKind, words.ActionKind),
)
"""Those that a person sees, in the order in which they are told."""


@strawberry.type(description="A word of an enum, for people.")
class Term:
    enum: str = strawberry.field(description="The enum.")
    value: str = strawberry.field(description="The word as the API spells it.")
    label: str = strawberry.field(description="What it is called.")
    description: str = strawberry.field(description="What it means.")


@strawberry.type
class VocabularyQueries:
    @strawberry.field(description="What the words of all enums that a person sees are called, and mean, in a language.")
    def vocabulary(self, info: Info, locale: Locale = None) -> list[Term]:
        to = tongue(info, locale)
        return [
            Term(enum=enum.__name__, value=one, label=to.say(f"term-{key}"), description=to.say(f"term-{key}.told"))
            for enum in VOCABULARIES
            for one in enum
            for key in (f"{enum.__name__}-{one}",)
        ]
