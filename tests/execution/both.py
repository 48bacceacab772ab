"""One operation answered twice, by graphql-core and by a plan, each with a context of its own."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import DocumentNode, GraphQLSchema, OperationDefinitionNode, execute, parse, validate
from graphql.execution.values import VariableValues, get_variable_values
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from service.execution import Fallback, plans

MakeContext = Callable[[], Any]


@dataclass
class Both:
    """`core` and `mine`: whole answers as they are sent, keys in order, errors sorted by where they stand, for they come as it happens."""

    core: bytes
    mine: bytes
    compiled: bool
    """Whether the plan answered, and did not fall back."""
    contexts: tuple[Any, Any]

    @property
    def agree(self) -> bool:
        """Whether the answers are the same.

        After a fallback graphql-core ran both times, the second time with rows that were read already: of several items that fail in one list without nulls it tells the one that is ready first, which then may be another one.
        """
        return self.mine == self.core if self.compiled else _anywhere(self.mine) == _anywhere(self.core)


@dataclass
class Counted:
    compiled: int = 0
    all: int = 0

    def note(self, both: Both) -> None:
        self.compiled += both.compiled
        self.all += 1

    def __str__(self) -> str:
        return f"{self.compiled} of {self.all} generated operations"


def _anywhere(answer: bytes) -> Any:
    told = orjson.loads(answer)
    for error in told["errors"]:
        error["path"] = [None if isinstance(step, int) else step for step in error.get("path") or ()]
    return told


def sent(data: Any, errors: list[Any] | None) -> bytes:
    told = sorted((one.formatted for one in errors or ()), key=lambda one: repr((one.get("path"), one["message"])))
    return orjson.dumps({"data": data, "errors": told})


async def by_core(schema: GraphQLSchema, document: DocumentNode, variables: dict[str, Any], context: Any) -> bytes:
    result: Any = execute(
        schema, document, context_value=context, variable_values=variables, executor_class=StrawberryGraphQLCoreExecutionContext
    )
    result = await result if hasattr(result, "__await__") else result
    return sent(result.data, result.errors)


async def answered(schema: GraphQLSchema, text: str, variables: dict[str, Any], make_context: MakeContext) -> Both:
    """Both answers; a plan's Fallback is answered by graphql-core with the same context, as in the service."""
    document = parse(text)
    assert not validate(schema, document), validate(schema, document)
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    first, second = make_context(), make_context()
    core = await by_core(schema, document, variables, first)
    coerced = get_variable_values(schema, operation.variable_definitions or (), variables)
    (compiled,) = plans(schema, document)
    if compiled is not None and isinstance(coerced, VariableValues):
        try:
            return Both(core, sent(await compiled(second, coerced), None), compiled=True, contexts=(first, second))
        except Fallback:
            pass
    return Both(core, await by_core(schema, document, variables, second), compiled=False, contexts=(first, second))


def within(mine: list[str], core: list[str]) -> bool:
    """Whether the first ran no statement for each object: each as often as the second did, or once more.

    Loads that graphql-core makes in one turn of the loop, by luck of timing, may be two batches elsewhere. Those that went to the
    database together count each for itself.
    """
    ran, expected = (Counter(name for one in names for name in one.split(" + ")) for names in (mine, core))
    return all(count <= 1 for count in (ran - expected).values())
