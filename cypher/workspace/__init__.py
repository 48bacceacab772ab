"""The workspace: the selling organisation, which everything belongs to."""

from typing import Any

from cypher.graph import Graph, Scope, Work
from cypher.query import Row, query
from cypher.team import TeamMemberRow


class WorkspaceRow(Row, frozen=True):
    id: str
    version: int
    name: str
    default_locale: str
    time_zone: str
    currency: str
    default_buying_process: str
    default_sales_process: str | None
    settings: str
    """JSON: the settings that differ from the defaults."""


class ViewerRow(Row, frozen=True):
    workspace: WorkspaceRow
    member: TeamMemberRow


@query
async def read(scope: Scope) -> WorkspaceRow: ...


@query
async def lock(work: Work) -> WorkspaceRow: ...


@query
async def update(work: Work, *, fields: dict[str, Any]) -> int: ...


@query
async def viewer(graph: Graph, *, id: str) -> ViewerRow | None: ...
