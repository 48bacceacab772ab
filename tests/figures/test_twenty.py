"""The README's twenty deals, counted by hand, loaded into a real graph: every figure is what the README says."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cypher.graph import Database
from service.figures.columns import FATES
from service.stamp import Clock
from service.text import camel
from tests.conftest import make_world
from tests.importing.test_upsert import ref, upsert

TEXT = Path(__file__).parents[2].joinpath("README.md").read_text(encoding="utf-8").split("### Twenty deals")[1].split("\n## ")[0]
DEAL = re.compile(r"^ *(\d+) ([A-J]) (.+)$", re.MULTILINE)
PHASES = {
    "N": "need-recognition",
    "S": "information-search",
    "E": "evaluation-of-alternatives",
    "D": "purchase-decision",
    "P": "post-purchase-evaluation",
}
STATUS = {"W": "WON", "L": "LOST", "A": "ABANDONED"}
TALK = {"c": "CALL", "d": "DEMO"}
NOW = datetime(2027, 2, 25, tzinfo=UTC)
RATE = "{ value numerator denominator low high smallSample }"
LENGTHS = "medianDays p90Days meanDays medianDaysPerDeal lostMedianDays openMedianDays"
SHARES = ("dropOff", "revisited", "skipShare")
ASKED = f"""{{ buyingProcess(key: "purchase-path") {{ figures {{
  deals winRate {RATE} repurchase {RATE} cycleMedianDays cycleP90Days slowestStep {{ phase {{ key }} }}
  steps {{ phase {{ key }} deals entries {" ".join(map(camel, FATES))} {LENGTHS} {" ".join(f"{one} {RATE}" for one in SHARES)}
    winChance winChanceMoves objections }}
  transitions {{ fromKey toKey count share }}
  beforeAdvance {{ phase {{ key }} kind moves share meanSentiment }}
  conversion(from: "need-recognition", to: "purchase-decision") {RATE}
  funnel(steps: ["need-recognition", "evaluation-of-alternatives", "purchase-decision"]) {{ phase {{ key }} reached ofPrevious {RATE} medianDaysFromPrevious }}
  interactionConversion(from: CALL, to: DEMO) {RATE} lostWithinDaysOf(kind: DEMO) {RATE}
}} }} }}"""


def at(day: str) -> str:
    return (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=int(day))).isoformat()


def rows() -> dict[str, list[dict[str, Any]]]:
    """The README's deals as rows of an import; objections aside, which an import can't hold."""
    made: dict[str, list[dict[str, Any]]] = {"deals": [], "moves": [], "interactions": []}
    for number, account, way in DEAL.findall(TEXT):
        row: dict[str, Any] = {
            "externalRef": ref("deal", int(number)),
            "accountRef": ref("account", ord(account)),
            "name": f"Deal {number}",
        }
        for letter, day in re.findall(r"([A-Za-z])(\d+)", way):
            if letter in PHASES and letter != "P":
                made["moves"].append({"dealRef": row["externalRef"], "phase": PHASES[letter], "at": at(day)})
            elif letter in STATUS:
                row |= {"status": STATUS[letter], "closedAt": at(day)}
            elif letter in TALK:
                talk = {"externalRef": ref("talk", len(made["interactions"])), "dealRef": row["externalRef"], "kind": TALK[letter]}
                made["interactions"].append({**talk, "at": at(day), "personRefs": [ref("person", 1)]})
        made["deals"].append(row)
    return made


def table(heading: str) -> list[dict[str, str]]:
    """The rows of the README's table whose first column has this heading, by the headings."""
    lines = TEXT[TEXT.index(f"| {heading} |") :].split("\n\n")[0].splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]


def said(value: Any) -> str:
    """A figure as the README writes it."""
    if isinstance(value, dict):
        return f"{value['numerator']}/{value['denominator']}"
    return "–" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)


async def test_twenty_deals_have_the_figures_of_the_readme(database: Database) -> None:
    world = await make_world(database, Clock(lambda: NOW))
    accounts = [{"externalRef": ref("account", ord(letter)), "name": f"Account {letter}"} for letter in "ABCDEFGHIJ"]
    person = {"externalRef": ref("person", 1), "name": "Anna"}
    told = await upsert(world, accounts=accounts, people=[person], **rows())
    assert {one["outcome"] for one in told["rows"]} == {"CREATED"}, json.dumps(told)
    found = (await world.ask(ASKED))["data"]["buyingProcess"]["figures"]
    await world.client.aclose()
    check(found)


def check(found: dict[str, Any]) -> None:
    letters = {key: letter for letter, key in PHASES.items()}
    assert len(DEAL.findall(TEXT)) == 20
    whole = {row["figure"]: row["is"] for row in table("figure")}
    assert whole.pop("slowestStep") == letters[found["slowestStep"]["phase"]["key"]]
    assert whole.pop("winRate: low to high") == f"{said(found['winRate']['low'])} to {said(found['winRate']['high'])}"
    assert {name: said(found[name]) for name in whole} == whole
    steps = [
        {"step": letters[one["phase"]["key"]]} | {name: said(value) for name, value in one.items() if name not in ("phase", "objections")}
        for one in found["steps"]
    ]
    assert steps == [
        {**counts, **lengths, **shares} for counts, lengths, shares in zip(table("step"), table("step "), table("step  "), strict=True)
    ]
    names = letters | {"won": "won", "lost": "lost", "abandoned": "abandoned"}
    moves = [
        {"from": letters[one["fromKey"]], "to": names[one["toKey"]], "count": said(one["count"]), "share": said(one["share"])}
        for one in found["transitions"]
    ]
    assert moves == table("from")
    before = [
        {"before leaving": letters[one["phase"]["key"]], "kind": one["kind"], "moves": said(one["moves"]), "share": said(one["share"])}
        for one in found["beforeAdvance"]
    ]
    assert before == table("before leaving")
    funnel = [
        {
            "funnel": letters[one["phase"]["key"]],
            "reached": said(one["reached"]),
            "ofPrevious": said(one["ofPrevious"]),
            "medianDaysFromPrevious": said(one["medianDaysFromPrevious"]),
        }
        for one in found["funnel"]
    ]
    assert funnel == table("funnel")
