"""Team members and the workspace: our side."""

from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from cypher import account, deal, team, workspace
from cypher.compose.page import Order
from cypher.team import BriefTeamMemberRow, TeamMemberRow
from cypher.workspace import ViewerRow, WorkspaceRow
from schema.agenda import Agenda
from schema.connection import After, Connection, First, connected, page_below, window
from schema.context import Info
from schema.enums import Permission
from schema.filters import DEALS, filtered
from schema.inputs import INPUT, KEY, Text, Whole, given
from schema.node import KINDS, Node
from schema.problems import Conflict, Forbidden, InvalidInput, NotFound, answered
from schema.process import BuyingProcess, SalesProcess, catalogue
from schema.settings import Settings, SettingsInput
from service import team as team_use_cases
from service import workspace_settings

if TYPE_CHECKING:
    from schema.account import Account
    from schema.deal import Deal, DealOrder

Parent = strawberry.Parent[TeamMemberRow]


@strawberry.type(description="A person of the selling organisation who uses the system.")
class TeamMember(Node):
    row = (TeamMemberRow, BriefTeamMemberRow)
    version: int = strawberry.field(description="Raised by every change.")
    name: str = strawberry.field(description="The name.")
    email: str | None = strawberry.field(description="The e-mail address.")
    permission: Permission = strawberry.field(description="How far its changes reach.")
    is_active: bool = strawberry.field(description="False once the person has left us.")

    @strawberry.field(description="The accounts it looks after, in the order they were entered.")
    async def accounts(
        root: Parent, info: Info, first: First = None, after: After = None
    ) -> Connection[Annotated["Account", strawberry.lazy("schema.account")]]:
        asked = window("Account", first, after)
        return await page_below(info, account.of_team_members, account.count_of_team_members, root.id, asked)

    @strawberry.field(description="The deals it owns, in the order they were entered where no other is asked for.")
    async def deals(
        root: Parent,
        info: Info,
        where: DEALS = None,
        order_by: Annotated[
            list[Annotated["DealOrder", strawberry.lazy("schema.deal")]] | None, strawberry.argument(description="The order.")
        ] = None,
        first: First = None,
        after: After = None,
    ) -> Connection[Annotated["Deal", strawberry.lazy("schema.deal")]]:
        asked = window("Deal", first, after, order_by=order_by, filtered=await filtered(info, where))
        return await page_below(info, deal.of_team_members, deal.count_of_team_members, root.id, asked, deal.count_fitting_of_team_members)


@strawberry.type(description="The selling organisation: everything belongs to one, and nothing crosses it.")
class Workspace(Node):
    row = WorkspaceRow
    version: int = strawberry.field(description="Raised by every change.")
    name: str = strawberry.field(description="The name.")
    default_locale: str = strawberry.field(description="The language of texts where a request names none.")
    time_zone: str = strawberry.field(description="The IANA time zone that says when a day begins.")
    currency: str = strawberry.field(description="The currency we think in, ISO 4217.")

    @strawberry.field(description="How customers buy where a new deal names no process.")
    async def default_buying_process(root: strawberry.Parent[WorkspaceRow], info: Info) -> BuyingProcess:
        return (await catalogue(info)).buying[root.default_buying_process]  # type: ignore[return-value]

    @strawberry.field(description="How we sell where a new deal names no process.")
    async def default_sales_process(root: strawberry.Parent[WorkspaceRow], info: Info) -> SalesProcess | None:
        return (await catalogue(info)).sales.get(root.default_sales_process or "")  # type: ignore[return-value]

    @strawberry.field(description="The numbers that measures hold figures against.")
    def settings(root: strawberry.Parent[WorkspaceRow]) -> Settings:
        return Settings(**workspace_settings.in_force(root.settings))


@strawberry.type(description="Who is asking.")
class Viewer(Agenda):
    team_member: TeamMember = strawberry.field(description="The viewer as a team member.", resolver=lambda root: root.member)
    workspace: Workspace = strawberry.field(description="The workspace that the viewer sees.")

    @strawberry.field(description="How far the viewer's changes reach.")
    def permission(root: strawberry.Parent[ViewerRow]) -> Permission:
        return root.member.permission


async def viewer(info: Info) -> Viewer:
    caller = info.context.caller
    return cast(Viewer, await workspace.viewer(caller.graph, id=caller.viewer.id))


async def team_members(info: Info, first: First = None, after: After = None) -> Connection[TeamMember]:
    graph = info.context.caller.graph
    asked = window("TeamMember", first, after, orders=(Order("nameKey"),))
    rows = await team.page(graph, page=asked.page)
    return connected(asked, rows, lambda: team.count(graph))


async def _workspaces(graph: object, *, ids: list[str]) -> list[WorkspaceRow]:
    row = await workspace.read(graph)  # type: ignore[arg-type]
    return [row] if row.id in ids else []


KINDS["TeamMember"] = team.by_ids
KINDS["Workspace"] = _workspaces

TeamMemberResult = Annotated[
    TeamMember | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("TeamMemberResult", description="The team member, or why not."),
]
WorkspaceResult = Annotated[
    Workspace | InvalidInput | NotFound | Conflict | Forbidden,
    strawberry.union("WorkspaceResult", description="The workspace, or why not."),
]


@strawberry.input(description="Makes the team member with this subject, or changes it; what is absent stays, null clears.")
class SaveTeamMemberInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    subject: str = strawberry.field(description="The `sub` of the tokens that it signs in with, which never changes.")
    expected_version: Whole = strawberry.field(description="The version that the change is based on; 0: there is none yet.")
    name: str = strawberry.field(description="The name.")
    email: Text = strawberry.field(description="The e-mail address.")
    permission: Permission = strawberry.field(description="How far its changes reach. The last active administrator stays one.")
    is_active: bool | None = strawberry.field(default=True, description="False once the person has left us, who then can't sign in.")


@strawberry.input(description="A change of the workspace; what is absent stays.")
class UpdateWorkspaceInput:
    idempotency_key: Text = strawberry.field(description=KEY)
    expected_version: Whole = strawberry.field(description="The version that the change is based on.")
    name: Text = strawberry.field(description="The name.")
    default_locale: Text = strawberry.field(description="The language of texts, such as en or pl-PL.")
    time_zone: Text = strawberry.field(description="The IANA time zone that says when a day begins.")
    currency: Text = strawberry.field(description="The currency we think in, ISO 4217.")
    default_buying_process: Text = strawberry.field(description="The key of how customers buy where a new deal names no process.")
    default_sales_process: Text = strawberry.field(description="The key of how we sell where a new deal names no process; null: in none.")
    settings: strawberry.Maybe[SettingsInput | None] = strawberry.field(
        description="The numbers that measures hold figures against; null: all back to their defaults."
    )


@strawberry.type
class TeamMutations:
    @strawberry.mutation(description="Makes or changes a team member, by the subject of its tokens.")
    async def save_team_member(self, info: Info, input: Annotated[SaveTeamMemberInput, INPUT]) -> TeamMemberResult:
        named = given(input) | {"is_active": input.is_active}
        return await answered(info, await team_use_cases.save(info.context.caller, named))

    @strawberry.mutation(description="Changes what is named of the workspace.")
    async def update_workspace(self, info: Info, input: Annotated[UpdateWorkspaceInput, INPUT]) -> WorkspaceResult:
        return await answered(info, await workspace_settings.update(info.context.caller, given(input)))
