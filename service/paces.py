"""How long stays in phases usually last: figures over all deals of a workspace, which may be an hour old."""

from dataclasses import dataclass, field
from time import monotonic

from cypher import judgement
from cypher.graph import Graph

KEPT_SECONDS = 3600
MOST_KEPT = 1000
ENOUGH = 30
"""Fewer ended stays tell nothing."""


@dataclass
class Paces:
    """What was read of each workspace, and until when it is good."""

    _kept: dict[str, tuple[float, dict[str, float]]] = field(default_factory=dict)

    async def of(self, graph: Graph) -> dict[str, float]:
        """Phase → days within which nine of ten stays ended, where at least 30 did.

        Read on a graph of its own: it is no statement of the request that happens to find the figures too old.
        """
        kept = self._kept.get(graph.workspace)
        if kept and kept[0] > monotonic():
            return kept[1]
        rows = await judgement.paces(Graph(graph.database, graph.workspace, graph.actor, until=graph.until))
        found = {one.phase_id: one.days for one in rows if one.stays >= ENOUGH}
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[graph.workspace] = monotonic() + KEPT_SECONDS, found
        return found


PACES = Paces()
