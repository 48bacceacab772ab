"""Problems as clients see them, and the way from a use case's outcome to an answer."""

from typing import Any

import strawberry

from schema.context import Info
from schema.enums import ConflictReason, IssueCode
from schema.node import Node, load_node
from service import outcomes
from service.messages import say


@strawberry.interface(description="Why a mutation changed nothing.")
class Problem:
    message: str = strawberry.field(description="What is wrong, where, and what to do, in one or two sentences.")


@strawberry.type(description="An id names nothing that you may see.")
class NotFound(Problem):
    argument: list[str] = strawberry.field(description="Where in the input the id stands.")
    missing: strawberry.Private[str | None] = None

    @strawberry.field(description="The id that names nothing.")
    def missing_id(self) -> strawberry.ID | None:
        return None if self.missing is None else strawberry.ID(self.missing)


@strawberry.type(description="Your permission does not reach so far.")
class Forbidden(Problem):
    pass


@strawberry.type(description="The change stands against what is there.")
class Conflict(Problem):
    reason: ConflictReason = strawberry.field(description="In which way.")
    current_version: int | None = strawberry.field(description="The version that stands.")
    current: strawberry.Private[tuple[str, str] | None] = None

    @strawberry.field(description="The one that stands.")
    async def current_entity(self, info: Info) -> Node | None:
        found = load_node(info, *self.current) if self.current else None
        return None if found is None else await found


@strawberry.type(description="One thing that is wrong with the input.")
class InputIssue:
    path: list[str] = strawberry.field(description="Where in the input.")
    code: IssueCode = strawberry.field(description="What is wrong, for programs.")
    message: str = strawberry.field(description="What is wrong, for people.")


@strawberry.type(description="The input can't be taken.")
class InvalidInput(Problem):
    issues: list[InputIssue] = strawberry.field(description="All that is wrong with it.")


async def answered(info: Info, outcome: outcomes.Outcome) -> Any:
    """The entity as it is now, or the problem; what a repeated request had made may be hidden since."""
    match outcome:
        case outcomes.Done(kind, id_):
            info.context.forget()
            found = load_node(info, kind, id_)
            row = found and await found
            return NotFound(message=say("not-found", None, kind=kind), argument=[]) if row is None else row
        case outcomes.NotFound(message, argument, missing):
            return NotFound(message=message, argument=list(argument), missing=missing)
        case outcomes.Forbidden(message):
            return Forbidden(message=message)
        case outcomes.Conflict(message, reason, version, current):
            info.context.forget()
            return Conflict(message=message, reason=reason, current_version=version, current=current)
        case outcomes.InvalidInput(message, issues):
            told = [InputIssue(path=list(one.path), code=one.code, message=one.message) for one in issues]
            return InvalidInput(message=message, issues=told)
