"""Erasing a person: what identifies them goes, the graph and its figures stay. What is kept of a text is decided by the caller."""

from typing import Any

from cypher.graph import Work
from cypher.query import Row, query
from cypher.words import Moment


class TextRow(Row, frozen=True):
    """A text that may tell of a person: an interaction's summary, the fields of a Change or a kept answer as JSON."""

    kind: str
    id: str
    text: str


@query
async def wipe(work: Work, *, id: str, at: Moment, name: str, name_key: str) -> list[str]: ...


@query
async def changes(work: Work, *, ids: list[str]) -> list[TextRow]: ...


@query
async def mentions(work: Work, *, words: list[str], escaped: list[str]) -> list[TextRow]: ...


@query
async def rewrite(work: Work, *, rows: list[dict[str, Any]]) -> None: ...
