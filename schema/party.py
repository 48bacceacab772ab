"""Parties: whoever can sit on a committee, a person or a group."""

import strawberry

from schema.node import Node


@strawberry.interface(description="A person or a group: whoever can sit on a committee.")
class Party(Node):
    name: str = strawberry.field(description="The name.")
