"""What a client is told when something goes wrong, and the one place that gives an error its code. The log has the whole.

A Refusal is a request that never ran: it has a status of its own and no `data`. Errors of an execution stand beside `data`.
"""

import logging
from collections.abc import Sequence
from typing import Any

from graphql import FieldNode, GraphQLError

from cypher.errors import Busy, ConstraintBroken, GraphError, TimedOut, Unavailable

log = logging.getLogger("dmu.http")
LONGEST_MESSAGE = 300
MASKED = "INTERNAL", "Something went wrong on our side. The request id leads to it in our log."
OUTAGES: dict[type[GraphError], tuple[str, str]] = {
    Unavailable: ("UNAVAILABLE", "The database does not answer. Try again in a moment."),
    TimedOut: ("TIMED_OUT", "This took longer than a request may. Ask for less at once."),
    Busy: ("BUSY", "Other writers kept getting in the way. Try again in a moment."),
    ConstraintBroken: ("CONFLICT", "Somebody else has just written the same. Read it again, then decide."),
}


class Refusal(Exception):
    """A request that is not run. The message says what to do; it may quote the client, so it is cut."""

    def __init__(self, status: int, code: str, message: str, *, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(message)
        self.status, self.headers = status, headers or {}
        self.errors: list[dict[str, Any]] = [{"message": cut(message), "extensions": {"code": code, **more}}]

    def again(self) -> "Refusal":
        """The same for another request: an exception that is raised twice would keep what the first request held."""
        made = Refusal(self.status, "", "", headers=self.headers)
        made.errors = self.errors
        return made

    @classmethod
    def of(cls, status: int, code: str, errors: Sequence[GraphQLError]) -> "Refusal":
        """Refuse for what graphql-core found wrong with the request itself."""
        made = cls(status, code, "")
        made.errors = [_formatted(error, code, error.message) for error in errors]
        return made


def outage(error: GraphError) -> Refusal:
    """What a request is told that the database stopped before it ran."""
    code, message = OUTAGES.get(type(error), MASKED)
    return Refusal(503 if type(error) in OUTAGES else 500, code, message)


def unexpected() -> Refusal:
    return Refusal(500, *MASKED)


def told(errors: Sequence[GraphQLError], request_id: str) -> list[dict[str, Any]]:
    """The errors of an execution as the client sees them. Only those worded for clients keep their message."""
    unknown = [error for error in errors if _meaning(error) is MASKED]
    if unknown:
        log.error("request %s: %d errors, the first at %s", request_id, len(unknown), unknown[0].path, exc_info=unknown[0].original_error)
    return [_formatted(error, *_meaning(error)) for error in errors]


def cut(text: str) -> str:
    """A text that may hold what a client sent, short enough to be sent back."""
    return text if len(text) <= LONGEST_MESSAGE else text[: LONGEST_MESSAGE - 1] + "…"


def _meaning(error: GraphQLError) -> tuple[str, str]:
    """Code and message of an error that came out of an execution."""
    original = error.original_error or error
    if isinstance(original, GraphQLError):
        if original.extensions and "code" in original.extensions:
            return original.extensions["code"], original.message
        if original.nodes and not isinstance(original.nodes[0], FieldNode):  # worded by graphql-core about a value in the document
            return "BAD_VALUE", original.message
    return OUTAGES.get(type(original), MASKED)  # type: ignore[arg-type]


def _formatted(error: GraphQLError, code: str, message: str) -> dict[str, Any]:
    shown = dict(error.formatted)
    shown["message"] = cut(message)
    shown["extensions"] = {**(error.extensions or {}), "code": code}
    return shown
