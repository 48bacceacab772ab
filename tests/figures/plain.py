"""The figures once more, from measures.md alone: plain Python over plain objects, one deal after the other, fractions for shares."""

from datetime import datetime, timedelta
from fractions import Fraction
from statistics import mean, median
from typing import Any

from cypher.words import InteractionKind
from tests.figures.histories import AFTER, KEYS, Deal, Talk, Visit

COUNTED = {
    "ADVANCE": "advanced",
    "SKIP": "skipped",
    "RETURN": "returned",
    "REPEAT": "repeated",
    "SWITCH": "switched",
    "WON": "won",
    "LOST": "lost",
    "ABANDONED": "abandoned",
    None: "still_there",
}
ENDS = ("won", "lost", "abandoned", "switched")
DAY = timedelta(days=1)


class Plain:
    """What a person would count by hand."""

    def __init__(self, deals: list[Deal], since: datetime, until: datetime, now: datetime) -> None:
        self.all, self.since, self.until, self.now = deals, since, until, now
        self.ways = [[one for one in deal.visits if one.process == "this"] for deal in deals]

    def counts(self, visit: Visit) -> bool:
        return self.since <= visit.entered < self.until

    def here(self, key: str) -> list[tuple[int, int, Visit]]:
        """Deal, place in its way, visit: of those entered in the period."""
        return [
            (deal, place, one) for deal, way in enumerate(self.ways) for place, one in enumerate(way) if one.key == key and self.counts(one)
        ]

    def deals(self) -> int:
        return sum(any(map(self.counts, way)) for way in self.ways)

    def step(self, key: str) -> dict[str, Any]:
        here = self.here(key)
        made: dict[str, Any] = {"deals": len({deal for deal, _, _ in here}), "entries": len(here)}
        made |= {name: sum(fate(one) == name for _, _, one in here) for name in COUNTED.values()}
        ended = [(deal, length(one)) for deal, _, one in here if one.left]
        sums = {deal: sum(days for other, days in ended if other == deal) for deal, _ in ended}
        lengths = [days for _, days in ended]
        made |= {"median_days": middle(lengths), "mean_days": mean(lengths) if lengths else None, "p90_days": ninth(lengths)}
        made["median_days_per_deal"] = middle(list(sums.values()))
        made["lost_median_days"] = middle([length(one) for _, _, one in here if one.closed_as in ("LOST", "ABANDONED")])
        made["open_median_days"] = middle([(self.now - one.entered) / DAY for _, _, one in here if not one.left])
        made["drop_off"] = (made["lost"] + made["abandoned"], len(here))
        made["skip_share"] = (made["skipped"], sum(made[name] for name in ("advanced", "skipped", "returned", "switched")))
        made["win_chance_moves"] = made["skip_share"][1] + made["won"] + made["lost"] + made["abandoned"]
        left = {}
        for deal, place, one in here:
            if one.left and one.left_by != "REPEAT":
                left.setdefault(deal, place)
        back = [deal for deal, place in left.items() if any(one.key == key for one in self.ways[deal][place + 1 :])]
        made["revisited"] = (len(back), len(left))
        return made

    def moves(self) -> dict[tuple[str, str], int]:
        made: dict[tuple[str, str], int] = {}
        for key in KEYS:
            for deal, place, one in self.here(key):
                to = self.ways[deal][place + 1].key if one.left_by in ("ADVANCE", "SKIP", "RETURN", "REPEAT") else fate(one)
                if to != "still_there":
                    made[key, to] = made.get((key, to), 0) + 1
        return made

    def chances(self) -> dict[str, float | None]:
        """By walking on and on, 2³⁰ moves far: no equations."""
        moves = self.moves()
        before = [key for key in KEYS if key not in AFTER]
        states = (*before, *ENDS)
        sums = {key: sum(count for (start, _), count in moves.items() if start == key) for key in before}
        walk = [
            [moves.get((one, to), 0) / sums[one] if sums.get(one) else float(one == to and one in ENDS) for to in states] for one in states
        ]
        for _ in range(30):
            walk = [[sum(part * walk[place][to] for place, part in enumerate(row) if part) for to in range(len(states))] for row in walk]
        ended = {key: sum(row[len(before) :]) for key, row in zip(before, walk, strict=False)}
        won = {key: row[len(before)] for key, row in zip(before, walk, strict=False)}
        return {key: won[key] if ended.get(key) else None for key in KEYS}

    def conversion(self, start: str, end: str) -> tuple[int, int]:
        firsts = self.firsts(start)
        return sum(any(one.key == end for one in self.ways[deal][place:]) for deal, place in firsts.items()), len(firsts)

    def firsts(self, key: str) -> dict[int, int]:
        made: dict[int, int] = {}
        for deal, place, _ in self.here(key):
            made.setdefault(deal, place)
        return made

    def funnel(self, keys: list[str]) -> list[tuple[int, int, float | None]]:
        """Reached, of how many, the median of days since."""
        made: list[tuple[int, int, float | None]] = []
        at: dict[int, int] = {}
        for number, key in enumerate(keys):
            if number == 0:
                there = self.firsts(key)
            else:
                found = {deal: [n for n, one in enumerate(self.ways[deal]) if n >= place and one.key == key] for deal, place in at.items()}
                there = {deal: places[0] for deal, places in found.items() if places}
            spans = [(self.ways[deal][place].entered - self.ways[deal][at[deal]].entered) / DAY for deal, place in there.items() if at]
            made.append((len(there), len(at) if number else self.deals(), middle(spans)))
            at = there
        return made

    def closed(self) -> list[Deal]:
        made = []
        for deal in self.all:
            last = next((one for one in reversed(deal.visits) if one.closed_as), None)
            if deal.closed and last and last.process == "this" and self.since <= deal.closed < self.until:
                made.append(deal)
        return made

    def win_rate(self) -> tuple[int, int]:
        told = [deal.status for deal in self.closed()]
        return told.count("WON"), told.count("WON") + told.count("LOST")

    def cycle(self) -> tuple[float | None, float | None]:
        lengths = [(deal.closed - deal.created) / DAY for deal in self.closed() if deal.closed]
        return middle(lengths), ninth(lengths)

    def before_advance(self) -> dict[tuple[str, InteractionKind], tuple[int, float, float | None]]:
        """Moves, share of all moves on, mean sentiment."""
        made = {}
        for key in KEYS:
            moves = [(deal, place, one) for deal, place, one in self.here(key) if one.left_by in ("ADVANCE", "SKIP")]
            for kind in InteractionKind:
                found = [self.before(deal, place, one, kind) for deal, place, one in moves]
                if any(found):
                    told = [talk.sentiment for talks in found for talk in talks if talk.sentiment is not None]
                    made[key, kind] = (sum(map(bool, found)), sum(map(bool, found)) / len(moves), mean(told) if told else None)
        return made

    def before(self, deal: int, place: int, visit: Visit, kind: InteractionKind) -> list[Talk]:
        """The talks that may have led to a move."""
        assert visit.left
        trigger, earliest = self.ways[deal][place + 1].trigger, max(visit.entered, visit.left - 14 * DAY)
        return [one for one in self.all[deal].talks if one.kind == kind and (earliest <= one.at <= visit.left or one.id == trigger)]

    def talked(self, kind: InteractionKind) -> dict[int, list[datetime]]:
        """Of the deals that began a visit in the period, their talks of a kind in it."""
        made = {}
        for number, (deal, way) in enumerate(zip(self.all, self.ways, strict=True)):
            found = [one.at for one in deal.talks if one.kind == kind and self.since <= one.at < self.until]
            if found and any(map(self.counts, way)):
                made[number] = found
        return made

    def interaction_conversion(self, start: InteractionKind, end: InteractionKind) -> tuple[int, int]:
        begun = self.talked(start)
        return sum(any(one.kind == end and one.at > min(at) for one in self.all[deal].talks) for deal, at in begun.items()), len(begun)

    def lost_within(self, kind: InteractionKind, days: int) -> tuple[int, int]:
        begun = self.talked(kind)
        lost = 0
        for deal, at in begun.items():
            closed = self.all[deal].closed if self.all[deal].status == "LOST" else None
            lost += closed is not None and any(timedelta() <= closed - one <= days * DAY for one in at)
        return lost, len(begun)

    def repurchase(self) -> tuple[int, int]:
        again: dict[str, bool] = {}
        for deal in self.closed():
            if deal.status == "WON" and deal.closed and self.now - deal.closed >= 365 * DAY:
                wins = [one.closed for one in self.all if one is not deal and one.account == deal.account and one.status == "WON"]
                found = any(at and timedelta() <= at - deal.closed <= 365 * DAY for at in wins)
                again[deal.account] = again.get(deal.account, False) or found
        return sum(again.values()), len(again)


def fate(visit: Visit) -> str:
    return COUNTED[visit.closed_as or visit.left_by]


def length(visit: Visit) -> float:
    assert visit.left
    return (visit.left - visit.entered) / DAY


def middle(values: list[float]) -> float | None:
    return median(values) if values else None


def ninth(values: list[float]) -> float | None:
    """The value nine tenths of the way along the sorted ones, between two of them by the share of the way."""
    if not values:
        return None
    ordered = sorted(values)
    whole, part = divmod(Fraction(9, 10) * (len(ordered) - 1), 1)
    below, above = ordered[int(whole)], ordered[min(int(whole) + 1, len(ordered) - 1)]
    return below + (above - below) * float(part)
