"""Team members and the workspace: our side."""

from typing import cast

import strawberry

from cypher import team, workspace
from cypher.compose.page import Order
from cypher.team import TeamMemberRow
from cypher.workspace import ViewerRow, WorkspaceRow
from schema.connection import Connection, connected, window
from schema.context import Info
from schema.enums import Permission
from schema.node import KINDS, Node


@strawberry.type(description="A person of the selling organisation who uses the system.")
class TeamMember(Node):
    row = TeamMemberRow
    version: int = strawberry.field(description="Raised by every change.")
    name: str = strawberry.field(description="The name.")
    email: str | None = strawberry.field(description="The e-mail address.")
    permission: Permission = strawberry.field(description="How far its changes reach.")
    is_active: bool = strawberry.field(description="False once the person has left us.")


@strawberry.type(description="The selling organisation: everything belongs to one, and nothing crosses it.")
class Workspace(Node):
    row = WorkspaceRow
    version: int = strawberry.field(description="Raised by every change.")
    name: str = strawberry.field(description="The name.")
    default_locale: str = strawberry.field(description="The language of texts where a request names none.")
    time_zone: str = strawberry.field(description="The IANA time zone that says when a day begins.")
    currency: str = strawberry.field(description="The currency we think in, ISO 4217.")


@strawberry.type(description="Who is asking.")
class Viewer:
    team_member: TeamMember = strawberry.field(description="The viewer as a team member.", resolver=lambda root: root.member)
    workspace: Workspace = strawberry.field(description="The workspace that the viewer sees.")

    @strawberry.field(description="How far the viewer's changes reach.")
    def permission(root: strawberry.Parent[ViewerRow]) -> Permission:
        return root.member.permission


async def viewer(info: Info) -> Viewer:
    caller = info.context.caller
    return cast(Viewer, await workspace.viewer(caller.graph, id=caller.viewer.id))


async def team_members(info: Info, first: int | None = None, after: str | None = None) -> Connection[TeamMember]:
    graph = info.context.caller.graph
    asked = window(first, after, orders=(Order("nameKey"),))
    rows = await team.page(graph, page=asked.page)
    return connected(asked, rows, lambda: team.count(graph))


async def _workspaces(graph: object, *, ids: list[str]) -> list[WorkspaceRow]:
    row = await workspace.read(graph)  # type: ignore[arg-type]
    return [row] if row.id in ids else []


KINDS["TeamMember"] = team.by_ids
KINDS["Workspace"] = _workspaces
