"""The closed vocabularies as clients see them: every value in one plain sentence."""

from enum import EnumMeta
from typing import TypeVar

import strawberry

from cypher import words
from service.outcomes import ConflictReason, IssueCode

E = TypeVar("E", bound=EnumMeta)


def told(vocabulary: E, description: str, **values: str) -> E:
    """Make an enum of the schema; every value must be described."""
    made = strawberry.enum(vocabulary, description=description)
    definition = made.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values.pop(value.name)
    if values:
        raise TypeError(f"{vocabulary.__name__} has no {', '.join(values)}.")
    return made


Permission = told(
    words.Permission,
    "How far a team member's changes reach; everybody reads all of the workspace.",
    VIEWER="Reads, and puts off what its own agenda shows.",
    EDITOR="Changes accounts, people, deals, committees and interactions, and imports.",
    MANAGER="Also processes, products, merging, deleting, restoring and account teams.",
    ADMIN="Also team members, the workspace and erasure.",
)
SortDirection = told(words.SortDirection, "Which way a list runs.", ASC="Smallest first; nulls last.", DESC="Greatest first; nulls last.")
AccountSort = told(
    words.AccountSort,
    "What accounts can be ordered by.",
    NAME="The name, letters folded.",
    CREATED_AT="When it was entered.",
    UPDATED_AT="When it was last changed.",
    EMPLOYEES="How many work there.",
    ANNUAL_REVENUE="The yearly revenue as a number, whatever the currency.",
)
ChangeAction = told(
    words.ChangeAction,
    "What was done to an entity.",
    CREATED="It was entered.",
    UPDATED="Some of its fields were changed.",
    ENDED="It holds no longer, and stays in the past.",
    MOVED="A deal went to another phase or stage.",
    CLOSED="A deal was won, lost or abandoned.",
    REOPENED="A closed deal was opened again.",
    DELETED="It was hidden as a mistake.",
    RESTORED="It was brought back.",
    MERGED="It took another one in.",
    ERASED="What identified a person was removed.",
)
ConflictReason = told(
    ConflictReason,
    "Why a change stands against what is there.",
    STALE_VERSION="It was changed since the version that the change was based on.",
    ALREADY_EXISTS="What may be there only once is there.",
    IDEMPOTENCY_KEY_REUSED="The key was used before with another input.",
)
IssueCode = told(
    IssueCode,
    "What is wrong with a value.",
    REQUIRED="It must have a value.",
    BAD_VALUE="It can't be used as it is.",
    OUT_OF_RANGE="It is smaller or greater than allowed.",
    TOO_LONG="It has too many characters.",
    TOO_MANY="It has too many entries.",
    UNKNOWN_KEY="Nothing has this key.",
    DUPLICATE_KEY="It names the same twice.",
    CONTRADICTION="It says what another field excludes.",
    WRONG_STATE="What it is about is not in a state for this.",
    SELF_TIE="It ties a person to themselves.",
    CYCLE="It would close a circle.",
    OUT_OF_ORDER="It lies before what it must follow.",
    IN_FUTURE="It lies after now.",
    PAST_MOMENT="It names a past moment, which can't be changed.",
    PHASE_IN_USE="A deal is in the phase.",
    ACCOUNT_REQUIRED="An account must be named.",
    POST_REQUIRED="A post must be named.",
)
