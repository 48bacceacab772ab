"""What must hold of every deal, its visits and their accounting, computed from the graph in plain Python, apart from the service's code."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.conftest import World

READ = """
MATCH (d:Deal {workspace: $w}) WHERE d.id IS NOT NULL
RETURN d {.*} AS deal,
  COLLECT { MATCH (d)-[:FOLLOWS]->(p) RETURN p.key } AS follows, COLLECT { MATCH (d)-[:SOLD_BY]->(p) RETURN p.key } AS soldBy,
  COLLECT { MATCH (d)-[:IN_PHASE]->(p)<-[:HAS_PHASE]-(b) RETURN p {.key, .position, process: b.key} } AS phase,
  COLLECT { MATCH (d)-[:IN_STAGE]->(s)<-[:HAS_STAGE]-(b) RETURN s {.key, .position, process: b.key} } AS stage,
  COLLECT { MATCH (d)-[:IN_STAGE]->(s)-[:SERVES]->(p)<-[:HAS_PHASE]-(b) WHERE b.key = d.buyingProcess RETURN p.position } AS served,
  COUNT { MATCH (b:BuyingProcess {workspace: $w, key: d.buyingProcess})-[:HAS_PHASE]->(p) WHERE p.afterPurchase } AS after,
  COLLECT { MATCH (d)-[:VISITED]->(v:PhaseVisit)-[:OF]->(s) RETURN v {.*, of: s.id, key: s.key}
            ORDER BY v.enteredAt, v.recordedAt, v.id } AS phases,
  COLLECT { MATCH (d)-[:VISITED]->(v:StageVisit)-[:OF]->(s) RETURN v {.*, of: s.id, key: s.key}
            ORDER BY v.enteredAt, v.recordedAt, v.id } AS stages,
  COLLECT { MATCH (c:Change {workspace: $w, entityId: d.id}) RETURN c.entityVersion ORDER BY c.seq } AS versions
"""
MOVES = {"ADVANCE": "advanced", "SKIP": "skipped", "RETURN": "returned", "REPEAT": "repeated", "SWITCH": "switched"}
STATES = {1: "SELLER_AHEAD", 0: "IN_STEP", -1: "SELLER_BEHIND"}


async def broken(world: World) -> list[str]:
    """What does not hold, deal by deal; in one consistent read each."""
    found = await world.database.driver.execute_query(READ, w=world.workspace, database_=world.database.name)
    rows = [record.data() for record in found.records]
    return [f"{row['deal']['id']}: {fault}" for row in rows for fault in [*of_deal(row), *of_wheels(row)]] + list(accounting(rows))


def of_deal(row: dict[str, Any]) -> Iterator[str]:
    deal, phase, stage = row["deal"], row["phase"], row["stage"]
    placed = deal["status"] == "OPEN" or (deal["status"] == "WON" and row["after"] > 0)
    if len(phase) != placed:
        yield f"{deal['status']} is in {len(phase)} phases"
    if [one["key"] for one in phase] != [key for key in [deal.get("phaseKey")] if key]:
        yield "phaseKey is not that of the phase"
    if [one["key"] for one in stage] != [key for key in [deal.get("stageKey")] if key]:
        yield "stageKey is not that of the stage"
    if row["follows"] != [deal["buyingProcess"]] or row["soldBy"] != [key for key in [deal.get("salesProcess")] if key]:
        yield "the processes are not those of the keys"
    if {one["process"] for one in phase} - set(row["follows"]) or {one["process"] for one in stage} - set(row["soldBy"]):
        yield "in a phase or stage of another process"
    if (deal["status"] == "OPEN") != (deal.get("closedAt") is None):
        yield f"{deal['status']}, closed at {deal.get('closedAt')}"
    if row["versions"] != list(range(1, deal["version"] + 1)):
        yield f"at version {deal['version']}, Changes of {row['versions']}"
    gap = row["served"][0] - phase[0]["position"] if row["served"] and phase else None
    state = "UNMAPPED" if gap is None else STATES[(gap > 0) - (gap < 0)]
    if (deal["alignment"], deal.get("alignmentGap")) != (state, gap):
        yield f"alignment is {state} {gap}, stored {deal['alignment']} {deal.get('alignmentGap')}"


def of_wheels(row: dict[str, Any]) -> Iterator[str]:
    deal = row["deal"]
    for name in ("phase", "stage"):
        visits = row[f"{name}s"]
        going_on = [one for one in visits if one.get("leftAt") is None]
        if [one["key"] for one in going_on] != [one["key"] for one in row[name]]:
            yield f"{name}: in {row[name]}, going on {going_on}"
        if any(one.get("openKey") != f"{deal['id']}|{name} visit" for one in going_on):
            yield f"{name}: the visit that goes on carries no open key"
        if any(one.get("openKey") or one["enteredAt"] > one["leftAt"] for one in visits if one not in going_on):
            yield f"{name}: an ended visit is open, or ends before it begins"
        if going_on and (going_on[0] is not visits[-1] or going_on[0]["enteredAt"] != deal.get(f"{name}EnteredAt")):
            yield f"{name}: the visit that goes on is not the last one, or not entered when the deal says"
        if visits and visits[0]["step"] not in {"START", "SWITCH"}:
            yield f"{name}: begins with {visits[0]['step']}"
        yield from (f"{name}: {fault}" for one, other in pairwise(visits) for fault in between(one, other, name))
    if row["phases"][0]["enteredAt"] != deal["createdAt"] or row["phases"][0]["step"] != "START":
        yield "the first visit does not begin with the deal"


def between(one: dict[str, Any], other: dict[str, Any], name: str) -> Iterator[str]:
    """Faults between one visit and the next."""
    if one.get("leftAt") is None or one["leftAt"] > other["enteredAt"]:
        yield "visits overlap"
        return
    closed = one["leftBy"] == "CLOSE"
    if closed != (one.get("closedAs") is not None):
        yield f"left by {one['leftBy']}, closed as {one.get('closedAs')}"
    if name == "phase" and one["leftAt"] != other["enteredAt"] and not (closed and other["step"] == "REOPEN"):
        yield f"a gap that no reopening ends: {one['leftAt']}, {other['enteredAt']}"
    if not closed and other["step"] not in {one["leftBy"], "REOPEN"} and one["leftBy"] != "SWITCH":
        yield f"left by {one['leftBy']}, entered by {other['step']}"
    if closed and other["step"] not in ({"ADVANCE", "REOPEN"} if one["closedAs"] == "WON" else {"REOPEN"}):
        yield f"closed as {one['closedAs']}, entered by {other['step']}"


def accounting(rows: list[dict[str, Any]]) -> Iterator[str]:
    """The steps of each phase and stage add up: every visit ends in exactly one of the ways there are, or goes on."""
    entries: Counter[str] = Counter()
    ways: Counter[str] = Counter()
    for visit in (one for row in rows for one in row["phases"] + row["stages"]):
        entries[visit["of"]] += 1
        way = "stillThere" if visit.get("leftAt") is None else (visit.get("closedAs") or MOVES.get(visit["leftBy"]))
        ways[visit["of"]] += way is not None
    yield from (f"{of}: {count} entries, {ways[of]} ways out" for of, count in entries.items() if ways[of] != count)
