"""Deals in groups: what they are grouped by, written into the statement that counts them. A file holds `{{groups d: MATCH (d:Deal …)}}`."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from cypher.compose.where import UNFILTERED, Where
from cypher.query import Statement
from cypher.words import DealGroupBy

MARKER = re.compile(r"\{\{groups (\w+): (.+?)\}\}", re.DOTALL)
KEYS: dict[str, tuple[str, str]] = {
    DealGroupBy.STATUS: ("", "{d}.status"),
    DealGroupBy.PHASE: ("OPTIONAL MATCH ({d})-[:IN_PHASE]->(phase)", "phase.id"),
    DealGroupBy.STAGE: ("OPTIONAL MATCH ({d})-[:IN_STAGE]->(stage)", "stage.id"),
    DealGroupBy.OWNER: ("", "{d}.ownerId"),
    DealGroupBy.ACCOUNT: ("", "{d}.accountId"),
    DealGroupBy.INDUSTRY: ("OPTIONAL MATCH ({d})<-[:HAS_DEAL]-(a)", "a.industry"),
    DealGroupBy.BUY_CLASS: ("", "{d}.buyClass"),
    DealGroupBy.CURRENCY: ("", "{d}.currency"),
    DealGroupBy.BUYING_PROCESS: ("OPTIONAL MATCH ({d})-[:FOLLOWS]->(buying)", "buying.id"),
    DealGroupBy.SALES_PROCESS: ("OPTIONAL MATCH ({d})-[:SOLD_BY]->(selling)", "selling.id"),
    DealGroupBy.PRODUCT: ("OPTIONAL MATCH ({d})-[:SELLS]->(x)", "x.id"),
    DealGroupBy.SOURCE: ("", "{d}.source"),
    DealGroupBy.CLOSE_REASON: ("", "{d}.closeReason"),
    DealGroupBy.CLOSED_MONTH: (
        "",
        "CASE WHEN {d}.closedAt IS NOT NULL THEN left(toString(datetime({{datetime: datetime({d}.closedAt), timezone: $zone}})), 7) END",
    ),
    DealGroupBy.EXPECTED_CLOSE_MONTH: ("", "left({d}.expectedCloseOn, 7)"),
}
"""What leads to a key, and the key: ids of things, else what the deal says. A deal with several products is in the group of each."""


@dataclass(frozen=True)
class Groups:
    """The first `limit` groups of the deals that fit, by these keys; months are those of the zone."""

    by: tuple[DealGroupBy, ...]
    limit: int
    zone: str
    where: Where = UNFILTERED

    @property
    def parameters(self) -> dict[str, Any]:
        zone = {"zone": self.zone} if DealGroupBy.CLOSED_MONTH in self.by else {}
        return {"limit": self.limit, **zone, **self.where.parameters}

    def applied(self, statement: Statement) -> Statement:
        """The statement with these keys and the filter written into it."""
        return _applied(statement, self.by, self.where.shape)


@lru_cache(maxsize=1024)
def _applied(statement: Statement, by: tuple[DealGroupBy, ...], where: Where) -> Statement:
    def write(found: re.Match[str]) -> str:
        d, anchor = found.groups()
        anchor = where.chosen(d, anchor)
        ways, keys = zip(*(KEYS[one] for one in by), strict=True) if by else ((), ())
        led = "".join(f"\n{way.format(d=d)}" for way in dict.fromkeys(ways) if way)
        return f"{anchor}{led}\nWITH {d}, [{', '.join(key.format(d=d) for key in keys)}] AS keys"

    return replace(statement, text=MARKER.sub(write, statement.text))
