"""The whole schema: the nouns' queries and mutations put together."""

import asyncio
from functools import cache
from typing import Annotated

import strawberry
from strawberry.schema.config import StrawberryConfig

from cypher import ref
from schema.account import AccountMutations, AccountQueries
from schema.agenda import AgendaMutations
from schema.batch import BatchMutations
from schema.capture import CaptureMutations
from schema.change import ChangeQueries
from schema.context import Info
from schema.deal import DealMutations, DealQueries
from schema.errors import TooMany
from schema.group import GroupMutations
from schema.groups import GroupQueries
from schema.interaction import InteractionMutations
from schema.member import MemberMutations
from schema.move import MoveMutations
from schema.need import NeedMutations
from schema.node import Node, load_node, parted
from schema.person import PersonMutations, PersonQueries
from schema.process import ProcessMutations, ProcessQueries
from schema.product import ProductMutations, ProductQueries
from schema.relationship import RelationshipMutations
from schema.scalars import SCALARS
from schema.search import SearchQueries
from schema.team import TeamMember, TeamMutations, Viewer, Workspace, team_members, viewer
from schema.upkeep import UpkeepMutations, UpkeepQueries
from schema.vocabulary import VocabularyQueries

MOST_NODES = 100


@strawberry.type(description="What can be asked.")
class Query(
    UpkeepQueries,
    AccountQueries,
    PersonQueries,
    ChangeQueries,
    DealQueries,
    GroupQueries,
    ProcessQueries,
    ProductQueries,
    SearchQueries,
    VocabularyQueries,
):
    viewer: Viewer = strawberry.field(resolver=viewer, description="Who is asking, and what they see.")
    team_members = strawberry.field(resolver=team_members, description="Our team by name, former colleagues included.")

    @strawberry.field(description="The thing with this id, or null.")
    async def node(self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="A global id.")]) -> Node | None:
        found = load_node(info, *parted(id))
        return None if found is None else await found

    @strawberry.field(description="The things with these ids, each in its place, null where there is none; at most 100.")
    async def nodes(
        self, info: Info, ids: Annotated[list[strawberry.ID], strawberry.argument(description="Global ids, at most 100.")]
    ) -> list[Node | None]:
        if len(ids) > MOST_NODES:
            raise TooMany(f"`nodes` takes at most {MOST_NODES} ids; these are {len(ids)}. Ask in several requests.")
        loads = [load_node(info, *parted(id_)) for id_ in ids]
        found = iter(await asyncio.gather(*(load for load in loads if load is not None)))
        return [None if load is None else next(found) for load in loads]

    @strawberry.field(description="What another system's key names here, or null.")
    async def by_external_ref(
        self,
        info: Info,
        system: Annotated[str, strawberry.argument(description="The other system and kind of object.")],
        key: Annotated[str, strawberry.argument(description="The key there.")],
    ) -> Node | None:
        named = await ref.find(info.context.caller.graph, refs=[{"system": system, "key": key}])
        found = load_node(info, named[0].kind, named[0].entity_id) if named and not named[0].hidden else None
        return None if found is None else await found


@strawberry.type(description="What can be changed.")
class Mutation(
    AccountMutations,
    PersonMutations,
    GroupMutations,
    RelationshipMutations,
    DealMutations,
    MoveMutations,
    MemberMutations,
    InteractionMutations,
    NeedMutations,
    ProcessMutations,
    ProductMutations,
    TeamMutations,
    BatchMutations,
    UpkeepMutations,
    AgendaMutations,
    CaptureMutations,
):
    pass


@cache
def build() -> strawberry.Schema:
    """Make the schema, once a process. What runs it parses and validates, and masks unexpected errors."""
    return strawberry.Schema(
        Query,
        Mutation,
        types=[Workspace, TeamMember],
        config=StrawberryConfig(scalar_map=SCALARS, relay_max_results=100),
    )
