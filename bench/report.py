"""From samples to tables: medians with their spread, ratios within a round, and which goals hold. Measuring is elsewhere."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

from bench.measure import Sample
from bench.operations import READS, Operation
from bench.writes import PLACES, Writers

PEERS = ("yoga×1", "yoga×2", "apollo×1", "apollo×2")
AT = 8
"""Connections at which goals about throughput and processor time are judged."""
OVERHEAD_MS, LEAF_MS = 0.15, 0.0003
MIDDLE, EACH, LATENCY, TAIL, GROWTH, WRITES = 0.80, 0.70, 1.25, 2.0, 1.3, 0.60
"""The limits of the goals."""


@dataclass(frozen=True)
class Spread:
    """A median with the least and the most of the rounds."""

    median: float
    least: float
    most: float

    def told(self, digits: int = 2) -> str:
        return f"{self.median:,.{digits}f} ({self.least:,.{digits}f}–{self.most:,.{digits}f})"


def spread(values: Iterable[float]) -> Spread:
    known = list(values)
    return Spread(median(known), min(known), max(known))


@dataclass(frozen=True)
class Goal:
    """One line of the table of goals."""

    number: str
    what: str
    wanted: str
    measured: str
    holds: bool


@dataclass
class Figures:
    """All that was measured."""

    samples: list[Sample]
    hits: dict[str, dict[str, int]] = field(default_factory=dict)
    """Operation → contender → database hits; the peer is `peer`."""
    statements: dict[str, int] = field(default_factory=dict)
    leaves: dict[str, int] = field(default_factory=dict)
    growth: dict[str, Spread] = field(default_factory=dict)
    """Operation → p50 with a hundred times the data ÷ p50 without."""

    def of(self, contender: str, operation: str, connections: int) -> list[Sample]:
        """The samples of a cell in the order of the rounds."""
        key = (contender, operation, connections)
        return [one for one in self.samples if (one.contender, one.operation, one.connections) == key]

    def spread(self, what: str, contender: str, operation: str, connections: int = AT) -> Spread:
        return spread(getattr(one, what) for one in self.of(contender, operation, connections))

    def ratio(self, what: str, contender: str, operation: str, connections: int = AT) -> Spread:
        """The service's figure ÷ the other's of the same round."""
        pairs = zip(self.of("service", operation, connections), self.of(contender, operation, connections), strict=True)
        return spread(getattr(ours, what) / getattr(theirs, what) for ours, theirs in pairs)

    def best_peer(self, operation: str, connections: int = AT) -> str | None:
        measured = [name for name in PEERS if self.of(name, operation, connections)]
        return max(measured, key=lambda name: self.spread("requests_per_second", name, operation, connections).median, default=None)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def measured(figures: Figures) -> list[Operation]:
    """The operations that were."""
    return [one for one in READS if one.name in figures.hits]


def goals(figures: Figures, writes: tuple[str, ...]) -> list[Goal]:
    """The goals of performance.md, number by number."""
    made = [
        *(_floor(figures) if measured(figures) else []),
        *_each(figures, _peer),
        *_each(figures, _processor),
        *_each(figures, _hits),
        *_each(figures, _tail),
    ]
    made += [
        Goal("6", f"{name}: p50 with 100 × the data ÷ without", f"≤ {GROWTH}", one.told(), one.median <= GROWTH)
        for name, one in figures.growth.items()
    ]
    return made + [_write(figures, f"{name} {place.name}") for name in writes for place in PLACES]


def _each(figures: Figures, judge: Callable[[Figures, Operation], Goal | None]) -> list[Goal]:
    return [goal for operation in measured(figures) if (goal := judge(figures, operation))]


def _floor(figures: Figures) -> list[Goal]:
    ratios = {one.name: figures.ratio("requests_per_second", "floor", one.name) for one in measured(figures)}
    middle = median(one.median for one in ratios.values())
    made = [Goal("1", "all: median of requests/s ÷ floor", f"≥ {MIDDLE}", f"{middle:.2f}", middle >= MIDDLE)]
    made += [Goal("1", f"{name}: requests/s ÷ floor", f"≥ {EACH}", one.told(), one.median >= EACH) for name, one in ratios.items()]
    for operation in measured(figures):
        one = figures.ratio("p50", "floor", operation.name, 1)
        made.append(Goal("1", f"{operation.name}: p50 at 1 ÷ floor", f"≤ {LATENCY}", one.told(), one.median <= LATENCY))
    return made


def _peer(figures: Figures, operation: Operation) -> Goal | None:
    best = figures.best_peer(operation.name)
    if best is None:
        return None
    one = figures.ratio("requests_per_second", best, operation.name)
    return Goal("2", f"{operation.name}: requests/s ÷ {best}", f"≥ {operation.times:g}", one.told(1), one.median >= operation.times)


def _processor(figures: Figures, operation: Operation) -> Goal:
    allowed = figures.spread("processor", "floor", operation.name).median + OVERHEAD_MS + LEAF_MS * figures.leaves[operation.name]
    one = figures.spread("processor", "service", operation.name)
    return Goal("3", f"{operation.name}: processor ms a request", f"≤ {allowed:.2f}", one.told(), one.median <= allowed)


def _hits(figures: Figures, operation: Operation) -> Goal | None:
    hits = figures.hits[operation.name]
    if "peer" not in hits:
        return None
    return Goal("4", f"{operation.name}: database hits", f"≤ {hits['peer']:,}", f"{hits['service']:,}", hits["service"] <= hits["peer"])


def _tail(figures: Figures, operation: Operation) -> Goal:
    one = spread(sample.p95 / sample.p50 for sample in figures.of("service", operation.name, 1))
    return Goal("5", f"{operation.name}: p95 ÷ p50 at 1", f"≤ {TAIL:g}", one.told(), one.median <= TAIL)


def _write(figures: Figures, name: str) -> Goal:
    writers = next(place.writers for place in PLACES if name.endswith(place.name))
    one = figures.ratio("requests_per_second", "floor", name, writers)
    return Goal("W", f"{name}: mutations/s ÷ raw driver", f"≥ {WRITES}", one.told(), one.median >= WRITES)


def table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown, the first column to the left."""
    lines = [head, ("---", *("---:",) * (len(head) - 1)), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def tables(figures: Figures, writes: tuple[str, ...]) -> str:
    """Everything that was measured, in Markdown."""
    parts = [("Goals", _goals_table(figures, writes))]
    if measured(figures):
        parts.append(("Requests/s, median and spread of the rounds", _throughput(figures)))
        parts.append(("Milliseconds: p50 and p95 at 1 connection; processor time a request at 8", _times(figures)))
    if writes:
        parts.append(("Mutations", _writes_table(figures, writes)))
    return "\n\n".join(f"**{title}**\n\n{text}" for title, text in parts)


def _goals_table(figures: Figures, writes: tuple[str, ...]) -> str:
    rows = [(one.number, one.what, one.wanted, one.measured, "yes" if one.holds else "**no**") for one in goals(figures, writes)]
    return table(("goal", "what", "wanted", "measured", "holds"), rows)


def _throughput(figures: Figures) -> str:
    asked = [
        (one.name, many)
        for one in measured(figures)
        for many in sorted({s.connections for s in figures.samples if s.operation == one.name})
    ]
    rows = ([f"{name} at {many}", *_compared(figures, name, many)] for name, many in asked)
    return table(("", "service", "floor", "÷ floor", "÷ same statements", "best peer", "÷ peer"), rows)


def _compared(figures: Figures, name: str, connections: int) -> list[str]:
    what = "requests_per_second"
    made = [figures.spread(what, one, name, connections).told(0) for one in ("service", "floor")]
    made.append(figures.ratio(what, "floor", name, connections).told())
    made.append(figures.ratio(what, "same", name, connections).told() if figures.of("same", name, connections) else "")
    best = figures.best_peer(name, connections)
    if best is None:
        return [*made, "", ""]
    made.append(f"{figures.spread(what, best, name, connections).told(0)} {best}")
    return [*made, figures.ratio(what, best, name, connections).told(1)]


def _times(figures: Figures) -> str:
    rows = []
    for operation in measured(figures):
        name, best = operation.name, figures.best_peer(operation.name)
        both = [
            f"{figures.spread('p50', one, name, 1).told()}, {figures.spread('p95', one, name, 1).told()}" for one in ("service", "floor")
        ]
        spent = [_processor_of(figures, one, name) for one in ("service", "floor", best) if one]
        hits = figures.hits[name]
        told = " · ".join(f"{hits[one]:,}" for one in ("service", "floor", "peer") if one in hits)
        rows.append([name, *both, *spent, *[""] * (best is None), f"{told} ({figures.statements[name]})"])
    head = (
        "",
        "service p50, p95",
        "floor p50, p95",
        "service + database",
        "floor + database",
        "peer + database",
        "hits: service · floor · peer (statements)",
    )
    return table(head, rows)


def _processor_of(figures: Figures, contender: str, operation: str) -> str:
    own, database = (figures.spread(what, contender, operation) for what in ("processor", "database"))
    return f"{own.told()} + {database.told()}"


def _writes_table(figures: Figures, writes: tuple[str, ...]) -> str:
    rows = [_written(figures, f"{name} {place.name}", place) for name in writes for place in PLACES]
    head = ("writers in workspaces", "service /s", "raw driver /s", "÷", "service p50 · p95 ms", "service + database ms", "statements")
    return table(head, rows)


def _written(figures: Figures, name: str, place: Writers) -> list[str]:
    rates = [figures.spread("requests_per_second", one, name, place.writers).told(0) for one in ("service", "floor")]
    ratio = figures.ratio("requests_per_second", "floor", name, place.writers).told()
    late = " · ".join(figures.spread(what, "service", name, place.writers).told(1) for what in ("p50", "p95"))
    spent = " + ".join(figures.spread(what, "service", name, place.writers).told() for what in ("processor", "database"))
    return [name, *rates, ratio, late, spent, f"{figures.statements[name.split(maxsplit=1)[0]]}, raw driver 2"]
