"""From the cells of a line to the rows that `upsert` takes: references, days, moments with their zone, numbers, words."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

from service.importing.mapping import KINDS, REFERENCES, CsvFile, Mapping, parts
from service.importing.tables import Bad, Line

DAYS = frozenset({"since", "until", "expected_close_on", "deliver_on"})
MOMENTS = frozenset({"at", "created_at", "closed_at"})
NUMBERS = frozenset({"employees", "strength", "influence", "minutes", "sentiment"})
FLAGS = frozenset({"is_primary", "initiated_by_us"})
MONEY = frozenset({"amount", "annual_revenue"})
SEVERAL = frozenset({"tags", "products", "usual_roles", "person_refs", "team_emails"})
WORDS = frozenset({"seniority", "usual_roles", "status", "buy_class", "role", "certainty", "stance", "kind"})
TRUE, FALSE = frozenset({"true", "yes", "1", "y"}), frozenset({"false", "no", "0", "n"})
CLOCKS = ("%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M %p", "%I:%M:%S %p")
BIG_FIRST = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d")
DAY_FIRST = ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")
MONTH_FIRST = ("%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y")
Row = dict[str, Any]


class Reader:
    """Reads the lines of one file of a mapping."""

    def __init__(self, mapping: Mapping, file: CsvFile, now: datetime) -> None:
        self.mapping, self.file, self.now = mapping, file, now
        self.days = (*BIG_FIRST, *(DAY_FIRST if mapping.day_first else MONTH_FIRST))
        self.turned: dict[str, datetime] = {}
        """Of deals, the last moment in an hour that the clock goes through twice."""

    def rows(self, line: Line) -> Iterator[tuple[str, Row]]:
        """What a line says, each with the list that it goes to. Bad where a cell can't be read."""
        if any(line.cells[column].strip() not in wanted for column, wanted in self.file.only.items()):
            return
        several = [[(column, one) for one in _parted(line.cells[column], mark)] for column, mark in self.file.each.items()]
        for chosen in product(*several):
            cells = line.cells | dict(chosen)
            row = self._row(cells)
            if self.file.into == "moves" and not row.get("phase") and not row.get("stage") and self._leads_nowhere(cells):
                continue
            yield self.file.into, row
            yield from (("moves", step) for step in self._steps(row, cells))

    def column(self, name: str) -> str:
        """The column that a field comes from; the field itself where it is fixed."""
        return parts(self.file.fields.get(name, name))[0]

    def _row(self, cells: dict[str, str]) -> Row:
        row: Row = {}
        for name, columns in self.file.fields.items():
            column = parts(columns)[0]
            cell = self._word(name, " ".join(filter(None, (cells[one].strip() for one in parts(columns)))))
            if cell or name not in _NEVER_NULL:
                row[name] = self._value(name, column, cell, cells) if cell else _empty(name)
        row |= {name: self._value(name, name, value, cells) for name, value in self.file.fixed.items()}
        if self.file.into == "deals" and row.get("status", "OPEN") == "OPEN":
            row.pop("closed_at", None)  # of an open deal it is the day on which it is expected to close
        if self.file.into == "interactions":
            row = {"person_refs": [], "team_emails": []} | row
        if self.file.into == "moves" and "at" in row:
            row["at"] = self._told_apart(row)
        return row

    def _word(self, name: str, cell: str) -> str:
        """The cell, or what the mapping makes of it."""
        cell = cell.strip()
        table = self.file.values.get(name)
        return cell if table is None else table.get(cell, table.get("*", cell))

    def _leads_nowhere(self, cells: dict[str, str]) -> bool:
        """Whether the mapping says of the line's stage that it is none of ours, as of a closed one."""
        return any(cells[one].strip() for name in ("phase", "stage") for one in parts(self.file.fields.get(name, [])))

    def _steps(self, row: Row, cells: dict[str, str]) -> Iterator[Row]:
        for step in self.file.steps:
            if cell := cells[step.column].strip():
                made = {"deal_ref": row["external_ref"], "at": self._moment(step.column, cell)}
                yield made | {name: key for name in ("phase", "stage") if (key := getattr(step, name))}

    def _value(self, name: str, column: str, cell: str, cells: dict[str, str]) -> Any:
        if name in SEVERAL:
            return [self._one(name, column, part) for part in _parted(cell, self.file.separator)]
        if name in MONEY:
            own = cells[self.file.currency].strip() if self.file.currency else ""
            return {"amount": self._amount(cell), "currency": own or self.mapping.currency}
        return self._one(name, column, cell)

    def _one(self, name: str, column: str, cell: str) -> Any:
        if name == "external_ref" or name in REFERENCES:
            kind = KINDS[self.file.into] if name == "external_ref" else REFERENCES[name]
            return {"system": f"{self.mapping.system}-{kind}", "key": cell}
        if name in WORDS:
            return cell.upper().replace(" ", "_").replace("-", "_")
        if name == "closed_at" and (day := _parsed(cell, self.days)):
            return min(self._end(day), self.now)
        return self._read.get(name, _text)(column, cell)

    @property
    def _read(self) -> dict[str, Callable[[str, str], Any]]:
        return {
            **dict.fromkeys(DAYS, self._day),
            **dict.fromkeys(MOMENTS, self._moment),
            **dict.fromkeys(NUMBERS, _whole),
            **dict.fromkeys(FLAGS, _flag),
        }

    def _amount(self, cell: str) -> str:
        """A number as `upsert` reads it; it tells what is no number."""
        thousands = "," if self.file.decimal == "." else "."
        return cell.replace(thousands, "").replace("\u00a0", "").replace(" ", "").replace(self.file.decimal, ".")

    def _day(self, column: str, cell: str) -> date:
        found = _parsed(cell, self.days) or _parsed(cell, [f"{day} {clock}" for day in self.days for clock in CLOCKS])
        if found is None:
            return self._moment(column, cell).astimezone(self.mapping.zone).date()
        return found.date()

    def _moment(self, column: str, cell: str) -> datetime:
        """A moment in UTC. Without an offset it is of the mapping's zone, without a time of day it is the day's beginning."""
        try:
            found: datetime | None = datetime.fromisoformat(cell)
        except ValueError:
            found = _parsed(cell, [f"{day} {clock}" for day in self.days for clock in CLOCKS]) or _parsed(cell, self.days)
        if found is None:
            shown = "day first" if self.mapping.day_first else "month first"
            raise Bad(column, f"“{cell}” is no moment such as 2026-03-01 09:30; the mapping says {shown}.")
        return (found if found.tzinfo else found.replace(tzinfo=self.mapping.zone)).astimezone(UTC)

    def _end(self, day: datetime) -> datetime:
        """The last second of a day: what happened on the day of a close happened before it."""
        return (day + timedelta(days=1)).replace(tzinfo=self.mapping.zone).astimezone(UTC) - timedelta(seconds=1)

    def _told_apart(self, row: Row) -> datetime:
        """The move's moment; in an hour that the clock goes through twice, an earlier time after a later one is of the second time."""
        at: datetime = row["at"]
        again = _again(at, self.mapping.zone)
        if again is None:
            return at
        deal = row["deal_ref"]["key"]
        last = self.turned.get(deal)
        chosen = again if last and at < last else at
        self.turned[deal] = chosen
        return chosen


_NEVER_NULL = frozenset(
    {"external_ref", "name", "status", "phase", "stage", "closed_at", "created_at", "kind", "at", "role", "stance", "influence"}
)
"""Fields of which an empty cell says nothing."""


def _empty(name: str) -> Any:
    return [] if name in SEVERAL else None


def _parted(cell: str, mark: str) -> list[str]:
    return [part.strip() for part in cell.split(mark) if part.strip()]


def _parsed(cell: str, forms: Any) -> datetime | None:
    for form in forms:
        try:
            return datetime.strptime(cell, form)  # noqa: DTZ007 - the zone is added where a moment is meant
        except ValueError:
            continue
    return None


def _again(at: datetime, zone: ZoneInfo) -> datetime | None:
    """The second time that the clock shows this moment's time of day; None where it shows it once."""
    local = at.astimezone(zone)
    second = local.replace(fold=1).astimezone(UTC)
    return second if local.fold == 0 and timedelta(0) < second - at else None


def _text(_: str, cell: str) -> str:
    return cell


def _whole(column: str, cell: str) -> int:
    try:
        return int(cell.removesuffix(".0"))
    except ValueError:
        raise Bad(column, f"“{cell}” is no whole number.") from None


def _flag(column: str, cell: str) -> bool:
    word = cell.casefold()
    if word not in TRUE | FALSE:
        raise Bad(column, f"“{cell}” is neither true nor false.")
    return word in TRUE
