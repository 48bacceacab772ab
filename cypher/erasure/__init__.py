"""Erasing a person: what identifies them goes, the graph and its figures stay. What is kept of a text is decided by the caller."""

from typing import Any, Literal

from cypher.graph import Work
from cypher.query import Row, query
from cypher.words import Moment


class TextRow(Row, frozen=True):
    """A text that may tell of a person: of a thing, of a tie, or as JSON the fields of a Change or a kept answer."""

    kind: Literal["Node", "Tie", "Change", "Outcome"]
    of: str | None
    """Of a Change the kind of what changed, of a tie the person or team member where it starts."""
    id: str
    property: str
    text: str


@query
async def wipe(work: Work, *, id: str, at: Moment, name: str, name_key: str) -> list[str]: ...


@query
async def changes(work: Work, *, ids: list[str]) -> list[TextRow]: ...


@query
async def mentions(work: Work, *, words: list[str], unmistakable: list[str], escaped: list[str]) -> list[TextRow]: ...


@query
async def rewrite(work: Work, *, rows: list[dict[str, Any]]) -> None: ...
