"""The property over the real schema and real data: a plan answers as graphql-core does, and takes no more statements."""

from pathlib import Path

import pytest
from graphql import parse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.execution import plans
from tests.execution.both import Counted, answered, more
from tests.execution.conftest import Demonstration
from tests.execution.operations import Operation, operations

GOLDEN = sorted((Path(__file__).parents[1] / "operations").glob("*.graphql"))
AT_LEAST = 1.0
"""The share of golden operations that compile. It may not fall."""
COUNTED = Counted()


async def holds(demonstration: Demonstration, operation: Operation) -> None:
    both = await answered(demonstration.schema._schema, operation.document, operation.variables, demonstration.context)
    COUNTED.note(both)
    assert both.mine == both.core
    if both.compiled:
        core, mine = (context.caller.graph.ran for context in both.contexts)
        assert not more(mine, core)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_a_plan_answers_as_graphql_core_and_takes_no_more_statements(demonstration: Demonstration, data: st.DataObject) -> None:
    await holds(demonstration, data.draw(operations(demonstration.schema._schema, demonstration.pool)))


@pytest.mark.long
@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
async def test_so_it_does_for_many_operations(demonstration: Demonstration, data: st.DataObject) -> None:
    await holds(demonstration, data.draw(operations(demonstration.schema._schema, demonstration.pool)))


def test_most_generated_operations_are_answered_by_their_plan(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\nanswered by a plan: {COUNTED}")
    assert COUNTED.compiled > COUNTED.all / 2


def test_golden_operations_compile(demonstration: Demonstration, capsys: pytest.CaptureFixture[str]) -> None:
    compiled = [path for path in GOLDEN if _compiles(demonstration, path)]
    with capsys.disabled():
        print(f"\ncompiled: {len(compiled)} of {len(GOLDEN)} golden operations")
    assert len(compiled) >= AT_LEAST * len(GOLDEN)


def _compiles(demonstration: Demonstration, path: Path) -> bool:
    return None not in plans(demonstration.schema._schema, parse(path.read_text(encoding="utf-8")))
