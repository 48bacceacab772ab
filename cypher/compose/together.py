"""Reads that are asked for at the same moment, written as one statement: each round trip costs more than most of them do."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from cypher.query import Statement

MOST = 8
"""How many go together: what is asked for at once is up to the client, and the planner's work grows with it."""
HEAD = "CYPHER 5\nRETURN "
PARAMETER = re.compile(r"\$(?!workspace\b)(\w+)")


class Read(Protocol):
    """A statement and what it is given."""

    @property
    def statement(self) -> Statement: ...

    @property
    def parameters(self) -> dict[str, Any]: ...


T = TypeVar("T", bound=Read)


def joined(reads: Sequence[Read]) -> tuple[str, dict[str, Any]]:
    """One text and its parameters; it answers the list of what each of the reads would."""
    given = {f"{name}_{place}": value for place, one in enumerate(reads) for name, value in one.parameters.items()}
    return _text(tuple(one.statement for one in reads)), given


@lru_cache(maxsize=1024)
def _text(statements: tuple[Statement, ...]) -> str:
    parts = [PARAMETER.sub(rf"$\1_{place}", one.text.removeprefix(HEAD)) for place, one in enumerate(statements)]
    values = [f"value_{place}" for place in range(len(parts))]
    written = ",\n".join(f"{part} AS {value}" for part, value in zip(parts, values, strict=True))
    return f"CYPHER 5\nWITH {written}\nRETURN [{', '.join(values)}]"


def grouped(reads: Iterable[T]) -> list[list[T]]:
    """What goes together, by name, so that the same things asked for in another order are the same statement to the server.

    Only a statement that is nothing but a `RETURN` can be a part of another one.
    """
    ordered = sorted(reads, key=lambda one: one.statement.name)
    parts = [one for one in ordered if one.statement.text.startswith(HEAD)]
    alone = [[one] for one in ordered if not one.statement.text.startswith(HEAD)]
    return alone + [parts[start : start + MOST] for start in range(0, len(parts), MOST)]
