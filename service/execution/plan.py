"""A plan answers one operation of a document: compiled once, once more for each choice that `@include` and `@skip` leave to variables."""

from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLSchema,
    Node,
    OperationDefinitionNode,
    OperationType,
    VariableNode,
)
from graphql.execution.values import VariableValues

from service.execution.run import Fallback, Run
from service.execution.selection import Compiler
from service.execution.values import Build

MOST_CHOICES = 16
"""How many choices of `@include` and `@skip` are kept compiled."""


class Plan:
    """A compiled operation."""

    def __init__(
        self, schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: dict[str, FragmentDefinitionNode], choices: list[str]
    ) -> None:
        self.schema, self.operation, self.fragments, self.choices = schema, operation, fragments, choices
        self.builds: dict[tuple[Any, ...], Build] = {}

    async def __call__(self, context: Any, variables: VariableValues) -> dict[str, Any]:
        """The answer's data. `variables` as graphql-core's `get_variable_values` gives them. Raises Fallback."""
        run = Run(context, variables)
        try:
            answer = self._build(variables)(None, run)
            await run.settle()
        except Exception as surprise:
            raise Fallback(str(surprise)) from surprise
        finally:
            run.abandon()
        return answer

    def _build(self, variables: VariableValues) -> Build:
        chosen = tuple(variables.coerced.get(name) for name in self.choices)
        if chosen not in self.builds:
            coerced = {name: variables.coerced[name] for name in self.choices if name in variables.coerced}
            decided = VariableValues({name: variables.sources[name] for name in coerced}, coerced)
            if len(self.builds) == MOST_CHOICES:
                self.builds.pop(next(iter(self.builds)))
            self.builds[chosen] = Compiler(self.schema, self.operation, self.fragments, decided).root()
        return self.builds[chosen]


def plans(schema: GraphQLSchema, document: DocumentNode) -> list[Plan | None]:
    """Compile each operation of a document that is valid against this schema of Strawberry's; null where graphql-core is to run it.

    That is: mutations, subscriptions, introspection, directives other than `@include` and `@skip`, fragments with variables.
    """
    fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
    shared = _choices(*fragments.values())

    def compiled(operation: OperationDefinitionNode) -> Plan | None:
        own = _choices(operation)
        if shared is None or own is None or operation.operation is not OperationType.QUERY:
            return None
        return Plan(schema, operation, fragments, sorted(shared | own))

    return [compiled(one) for one in document.definitions if isinstance(one, OperationDefinitionNode)]


def _choices(*definitions: Node) -> set[str] | None:
    """The variables that choose what is included; null where there is something that is not compiled. Takes each node once."""
    chosen: set[str] = set()
    nodes = [*definitions]
    for node in nodes:  # it grows while it is walked
        if not _known(node):
            return None
        if isinstance(node, DirectiveNode):
            chosen.update(one.value.name.value for one in node.arguments or () if isinstance(one.value, VariableNode))
        for key in node.keys:
            value = getattr(node, key, None)
            nodes.extend(one for one in (value if isinstance(value, (list, tuple)) else (value,)) if isinstance(one, Node))
    return chosen


def _known(node: Node) -> bool:
    if isinstance(node, DirectiveNode):
        return node.name.value in ("include", "skip")
    if isinstance(node, FragmentDefinitionNode):
        return not node.variable_definitions
    return not isinstance(node, FieldNode) or not node.name.value.startswith("__") or node.name.value == "__typename"
