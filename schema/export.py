"""A deal's map as a file: GraphML for yEd, Gephi and Cytoscape, CSV for spreadsheets, JSON for programs."""

import csv
import re
from dataclasses import asdict
from io import BytesIO, StringIO
from typing import Any

import msgspec
import networkx as nx
import orjson

from cypher import account, member, network
from cypher.graph import Graph
from cypher.group import GroupRow
from cypher.member import MemberRow
from schema.context import Context
from schema.node import global_id, local_id
from schema.picture import Picture, Standing, gaps_of, pictured
from service import maps
from service.http.download import File
from service.reach import MOST_STEPS
from service.snapshots import When, judged
from service.stamp import moment

COLUMNS = ("id", "name", "title", "account", "roles", "stance", "influence", "access", "awareness", "since", "until")
FORMULA = ("=", "+", "-", "@")
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


async def deal_file(context: Context, given: str, ending: str) -> File | None:
    """The file of the deal with this global id; None where the viewer sees no such deal, or nothing is made with this ending."""
    id_, graph = local_id(given, "Deal"), context.caller.graph
    if not id_ or ending not in ("graphml", "csv", "json"):
        return None
    name = f"deal-{given}.{ending}"
    if ending == "csv":
        found = await member.whole_committee(graph, ids=[id_], former=False)
        return File("text/csv; charset=utf-8", name, await _csv(graph, found[0].items)) if found else None
    rows = await network.committee_maps(graph, ids=[id_], kinds=None, day=None, steps=MOST_STEPS)
    if not rows:
        return None
    seen = await judged(graph, ids=[id_], when=When(moment(context.caller.clock.now()), None, context.caller.viewer.time_zone))
    drawn = pictured(maps.Plan(rows[0].drawn, rows[0].members, truncated=False), None, gaps_of(seen[0].snapshot))
    if ending == "json":
        return File("application/json", name, orjson.dumps(_told(drawn)))
    return File("application/graphml+xml", name, _graphml(drawn))


async def _csv(graph: Graph, members: list[MemberRow]) -> bytes:
    """A row a member. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    ids = sorted({found for one in members if (found := _account(one))})
    accounts = {row.id: row.name for row in await account.brief_by_ids(graph, ids=ids)}
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for one in members:
        writer.writerow([_cell(value) for value in _row(one, accounts)])
    return written.getvalue().encode()


def _account(one: MemberRow) -> str | None:
    return one.party.account_id if isinstance(one.party, GroupRow) else one.party.employer_id


def _row(one: MemberRow, accounts: dict[str, str]) -> list[Any]:
    title = None if isinstance(one.party, GroupRow) else one.party.title
    roles = ";".join(role.role for role in one.roles)
    judged = (one.stance, one.influence, one.access, one.awareness)
    return [global_id("Member", one.id), one.party.name, title, accounts.get(_account(one) or ""), roles, *judged, one.since, one.until]


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _told(drawn: Picture) -> dict[str, Any]:
    """The fields of RelationshipMap."""
    return {
        "nodes": [{**_shown(node), "party": _party(node), **_ours(node)} for node in drawn.nodes],
        "edges": [
            {"from" if name == "from_" else name: value for name, value in msgspec.structs.asdict(edge).items()} for edge in drawn.edges
        ],
        "groups": [
            {"key": one.key, "label": one.label, "group": _named("Group", one.group_id), "nodes": one.nodes} for one in drawn.groups
        ],
        "gaps": [asdict(one) for one in drawn.gaps],
        "truncated": drawn.truncated,
    }


def _shown(node: Standing) -> dict[str, Any]:
    plain = {name: getattr(node, name) for name in ("key", "label", "sublabel", "stance", "influence", "access")}
    return {**plain, "roles": list(node.roles)}


def _party(node: Standing) -> dict[str, Any] | None:
    if node.person is None:
        return None
    return {"__typename": _kind(node), "id": node.key, "name": node.label}


def _ours(node: Standing) -> dict[str, Any]:
    return {"teamMember": _named("TeamMember", node.team_member_id), "member": _named("Member", node.member_id)}


def _named(kind: str, id_: str | None) -> dict[str, str] | None:
    return None if id_ is None else {"id": global_id(kind, id_)}


def _kind(node: Standing) -> str:
    if node.person is None:
        return "TeamMember"
    return "Group" if isinstance(node.person, GroupRow) else "Person"


def _graphml(drawn: Picture) -> bytes:
    """Every attribute that has a value; roles are joined by `;`."""
    graph: Any = nx.MultiDiGraph()
    for node in drawn.nodes:
        department = None if node.person is None else getattr(node.person, "department", None)
        told = {**_shown(node), "roles": ";".join(node.roles) or None, "kind": _kind(node), "department": department}
        graph.add_node(node.key, **_valued(told))
    for edge in drawn.edges:
        told = {"kind": edge.kind, "strength": edge.strength, "certainty": edge.certainty, "label": edge.label}
        graph.add_edge(edge.from_, edge.to, edge.key, **_valued(told))
    written = BytesIO()
    nx.write_graphml_xml(graph, written)
    return written.getvalue()


def _valued(told: dict[str, Any]) -> dict[str, Any]:
    """Plain text and numbers: no nulls, and no characters that XML can't hold."""
    return {
        name: NOT_IN_XML.sub("\ufffd", str(value)) if isinstance(value, str) else value for name, value in told.items() if value is not None
    }
