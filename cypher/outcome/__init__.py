"""Answers kept for repeated requests: an idempotency key, a hash of the input, and what was answered."""

from cypher.graph import Work
from cypher.query import Row, query
from cypher.words import Moment


class OutcomeRow(Row, frozen=True):
    hash: str
    answer: str | None
    """JSON; null until the first request with this key has done its work."""


@query
async def claim(work: Work, *, scope: str, hash: str, at: Moment, expired: Moment) -> OutcomeRow: ...
