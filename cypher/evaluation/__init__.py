"""Purchase evaluations: how a customer judges what it bought, one for each judge."""

from typing import Any

from cypher.graph import Scope, Work
from cypher.query import Row, query
from cypher.words import ContinueReason, Moment


class EvaluationRow(Row, frozen=True):
    id: str
    problem_solved: int | None
    """A mark from 1 to 5, as the next three are."""
    working_together: int | None
    promises_kept: int | None
    value_for_money: int | None
    will_continue: bool | None
    continue_because: list[ContinueReason]
    note: str | None
    member_id: str | None
    deal_id: str
    by: str | None
    at: Moment


class EvaluationsOf(Row, frozen=True):
    of: str
    items: list[EvaluationRow]


@query
async def by_ids(scope: Scope, *, ids: list[str]) -> list[EvaluationRow]: ...


@query
async def of_deals(scope: Scope, *, ids: list[str]) -> list[EvaluationsOf]: ...


@query
async def write(work: Work, *, deal_id: str, id: str, fields: dict[str, Any]) -> None: ...
