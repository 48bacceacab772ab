"""Neo4j's own linter has nothing to say on any statement, held against the declared graph model."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cypher.compose.where import UNFILTERED
from cypher.model import ENDS, TIES
from tests.node import node
from tests.statements.explain import LABELS, pages, property_names, statements, variants

LINT = Path(__file__).with_name("lint.mjs")
ROWS = {
    "deal.create": {"stageId"},
    "batch.join_teams": {"member"},
    "member.add": {"partyId"},
    "batch.create_posts": {"personId"},
    "batch.write_steps": {"stageId", "of"},
    "batch.create_ties": {"fromId", "toId"},
    "erasure.rewrite": {"of"},
}
"""False alarms: keys of maps in a parameter, which the linter takes for properties of nodes."""


def linted(texts: dict[str, str]) -> dict[str, list[str]]:
    """What the linter says on each text: line and sentence."""
    patterns = [{"from": one, "to": other, "relType": kind} for kind, (ones, others) in ENDS.items() for one in ones for other in others]
    schema = {
        "labels": sorted(LABELS),
        "relationshipTypes": sorted(TIES),
        "propertyKeys": sorted(property_names()),
        "graphSchema": patterns,
    }
    asked = json.dumps({"schema": schema, "statements": texts})
    ran = subprocess.run((node().program, LINT), input=asked, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"`make setup-dev` installs the linter. {ran.stderr}"
    told: dict[str, Any] = json.loads(ran.stdout)
    return {name: found for name, found in told.items() if found}


def test_the_linter_has_nothing_to_say() -> None:
    told = linted({name: next(variants(statement))[0].text for name, statement in statements().items()})
    alarms = {name: {sentence.split()[1] for sentence in found} for name, found in told.items()}
    assert alarms == ROWS, told


@pytest.mark.long
def test_nor_of_filters() -> None:
    texts: dict[str, str] = {}
    for name in ("account.page", "person.page", "deal.page"):
        filtered = (one for one in pages(name[0], nested=False) if one.where != UNFILTERED)
        texts |= {f"{name} {number}": one.applied(statements()[name]).text for number, one in enumerate(filtered)}
    assert linted(texts) == {}


def test_the_linter_knows_the_model() -> None:
    assert set(ENDS) == set(TIES)
    told = linted(
        {
            "syntax": "CYPHER 5\nMATCH (a:Account RETURN a",
            "label": "CYPHER 5\nMATCH (a:Acount) RETURN a",
            "property": "CYPHER 5\nMATCH (a:Account) WHERE a.nmae = 1 RETURN a",
            "direction": "CYPHER 5\nMATCH (a:Account)<-[:HAS_DEAL]-(d:Deal) RETURN a, d",
            "right": "CYPHER 5\nMATCH (a:Account {id: $id})-[:HAS_DEAL]->(d:Deal) RETURN a, d",
        }
    )
    assert set(told) == {"syntax", "label", "property", "direction"}
