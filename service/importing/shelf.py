"""Where rows wait between the files and the database: a file on disk that puts them in the order in which they can be written."""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson

from service.importing.cells import DAYS, MOMENTS, Row

ORDER = ("accounts", "parents", "people", "employments", "deals", "roles", "ties", "interactions")
"""The order in which lists are written; a deal's moves follow the deal itself, so that they go together."""
MAKE = """
CREATE TABLE rows (
  list INTEGER, deal TEXT, kind TEXT, at TEXT, place INTEGER PRIMARY KEY, file TEXT, line INTEGER, system TEXT, key TEXT, row BLOB
);
CREATE INDEX in_order ON rows (list, deal, kind, at, place);
CREATE INDEX by_key ON rows (system, key) WHERE key IS NOT NULL;
"""


@dataclass(frozen=True)
class Kept:
    """A row, with the line that it comes from."""

    list: str
    row: Row
    file: str
    line: int


class Shelf:
    """The rows of an import. What it holds goes with it."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="dmu-import-")
        self.rows = sqlite3.connect(Path(self.folder.name) / "rows.sqlite")
        self.rows.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {MAKE}")
        self.count = 0

    def close(self) -> None:
        """Let everything go."""
        self.rows.close()
        self.folder.cleanup()

    def put(self, kept: Iterable[Kept]) -> None:
        """Take rows; those of accounts that name a parent are taken twice, since a parent may stand further down."""
        records = (record for one in kept for record in self._records(one))
        self.rows.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", records)
        self.rows.commit()

    def _records(self, one: Kept) -> Iterator[tuple[Any, ...]]:
        parent = one.row.get("parent_ref")
        if one.list == "accounts" and parent:
            short = {name: one.row[name] for name in ("external_ref", "name", "parent_ref")}
            yield self._record("parents", Kept("accounts", short, one.file, one.line))
        row = {name: value for name, value in one.row.items() if not (one.list == "accounts" and name == "parent_ref" and parent)}
        yield self._record("deals" if one.list == "moves" else one.list, Kept(one.list, row, one.file, one.line))

    def _record(self, place: str, one: Kept) -> tuple[Any, ...]:
        self.count += 1
        own = one.row.get("external_ref") if place != "parents" else None
        deal = one.row.get("external_ref" if one.list == "deals" else "deal_ref") if place == "deals" else None
        at = one.row["at"].isoformat(timespec="microseconds") if one.list == "moves" else ""
        told = (ORDER.index(place), deal and deal["key"], one.list, at, self.count, one.file, one.line)
        return (*told, own and own["system"], own and own["key"], orjson.dumps(one.row, default=str))

    def __iter__(self) -> Iterator[Kept]:
        """All rows in their order: a deal, then its moves by their moments, then by their places."""
        found = self.rows.execute("SELECT kind, row, file, line FROM rows ORDER BY list, deal, kind, at, place")
        return (_revived(*record) for record in found)

    def named(self, system: str, key: str) -> Kept | None:
        """The row that a reference names."""
        found = self.rows.execute("SELECT kind, row, file, line FROM rows WHERE system = ? AND key = ?", (system, key)).fetchone()
        return found and _revived(*found)


def _revived(kind: str, held: bytes, file: str, line: int) -> Kept:
    row = orjson.loads(held)
    for name, value in row.items():
        if value is not None and name in DAYS:
            row[name] = date.fromisoformat(value)
        elif value is not None and name in MOMENTS:
            row[name] = datetime.fromisoformat(value)
    return Kept(kind, row, file, line)
