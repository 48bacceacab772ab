"""What a text may mean: candidates of every kind, found by the beginning of their names and by Lucene. Ranking is the service's."""

from typing import Literal

from cypher.graph import Graph
from cypher.query import Row, query


class FoundRow(Row, frozen=True):
    """Something that may be meant, with the texts it may be meant by; what is not there is an empty text."""

    kind: Literal["Account", "Person", "Group", "Deal"]
    id: str
    name_key: str
    domain: str
    email: str
    title: str


class CandidatesRow(Row, frozen=True):
    begun: list[FoundRow]
    """Their names begin with the text; up to 100 of each kind, by name."""
    worded: list[FoundRow]
    """They have words that begin with each of its words."""
    near: list[FoundRow]
    """They have words that are nearly its words."""


@query
async def candidates(graph: Graph, *, text: str, worded: str, near: str, limit: int) -> CandidatesRow: ...
