"""The property over the real schema and real data: a plan answers as graphql-core does, and takes no statement for each object."""

from pathlib import Path

import pytest
from graphql import OperationDefinitionNode, OperationType, parse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.execution import plans
from tests.execution.both import Counted, answered, within
from tests.execution.conftest import Demonstration
from tests.execution.operations import Operation, operations

GOLDEN = sorted((Path(__file__).parents[1] / "operations").glob("*.graphql"))
AT_LEAST = 1.0
"""The share of golden queries that compile. It may not fall; mutations are not compiled."""
COUNTED = Counted()


async def holds(demonstration: Demonstration, operation: Operation) -> None:
    both = await answered(demonstration.schema._schema, operation.document, operation.variables, demonstration.context)
    COUNTED.note(both)
    assert both.agree, (both.mine, both.core)
    if both.compiled:
        core, mine = (context.caller.graph.ran for context in both.contexts)
        assert within(mine, core)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_a_plan_answers_as_graphql_core_and_takes_no_statement_for_each_object(
    demonstration: Demonstration, data: st.DataObject
) -> None:
    await holds(demonstration, data.draw(operations(demonstration.schema._schema, demonstration.pool)))


@pytest.mark.long
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_so_it_does_for_many_operations(demonstration: Demonstration, data: st.DataObject) -> None:
    await holds(demonstration, data.draw(operations(demonstration.schema._schema, demonstration.pool)))


def test_most_generated_operations_are_answered_by_their_plan(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\nanswered by a plan: {COUNTED}")
    assert COUNTED.compiled > COUNTED.all / 2


def test_golden_operations_compile(demonstration: Demonstration, capsys: pytest.CaptureFixture[str]) -> None:
    documents = [parse(path.read_text(encoding="utf-8")) for path in GOLDEN]
    found = [one for document in documents for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    queries = sum(one.operation is OperationType.QUERY for one in found)
    compiled = sum(one is not None for document in documents for one in plans(demonstration.schema._schema, document))
    with capsys.disabled():
        print(f"\ncompiled: {compiled} of {len(found)} golden operations, of which {queries} are queries")
    assert compiled >= AT_LEAST * queries
