"""Deals by what they have in common: how many, how much money, how many of them won."""

from dataclasses import dataclass

from cypher import figures
from cypher.compose.groups import Groups
from cypher.compose.where import Where
from cypher.figures import GroupRow
from cypher.rows import MoneyRow
from cypher.words import DealGroupBy
from service.figures.rates import Rate
from service.viewer import Caller

BILLION = 1_000_000_000


@dataclass(frozen=True)
class GroupKey:
    """What the deals of a group have in common: an id, or what they say; null for those without."""

    by: DealGroupBy
    said: str | None


@dataclass(frozen=True)
class DealGroup:
    keys: list[GroupKey]
    count: int
    amount: list[MoneyRow]
    """The sum of each currency, in order of code."""
    win_rate: Rate


async def deal_groups(caller: Caller, by: list[DealGroupBy], limit: int, where: Where) -> list[DealGroup]:
    """The largest groups of the deals that fit; several keys make a group of each combination that occurs."""
    asked = Groups(tuple(by), limit, caller.viewer.time_zone, where)
    return [_group(by, row) for row in await figures.groups(caller.graph, page=asked)]


def _group(by: list[DealGroupBy], row: GroupRow) -> DealGroup:
    keys = [GroupKey(one, said) for one, said in zip(by, row.keys, strict=True)]
    sums = sorted((one.currency, one.billions * BILLION + one.units) for one in row.amounts)
    money = [MoneyRow(amount=amount, currency=currency) for currency, amount in sums]
    return DealGroup(keys, row.count, money, Rate(row.won, row.won + row.lost))
