"""The only statements without a viewer's scope: sign-in, readiness, making and purging workspaces. Nothing in `schema/` imports this."""

from typing import Any

from cypher.graph import Scope, System
from cypher.query import Row, query
from cypher.words import Permission


class SignInRow(Row, frozen=True):
    id: str
    workspace: str
    permission: Permission
    time_zone: str
    currency: str
    default_locale: str
    secret: str


class WorkspaceName(Row, frozen=True):
    id: str
    name: str


@query
async def ready(system: System) -> int: ...


@query
async def sign_in(system: System, *, subject: str, workspace_id: str | None) -> list[SignInRow]: ...


@query
async def create_workspace(scope: Scope, *, id: str, fields: dict[str, Any], admin: dict[str, Any]) -> bool: ...


@query
async def workspaces(system: System) -> list[WorkspaceName]: ...


@query
async def purge(system: System, *, id: str, limit: int) -> int: ...
