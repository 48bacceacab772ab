"""CSV files line by line, and what is wrong with a line: file, line, column, reason. What columns mean is the importer's to say."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from service.fields import Fields, Given, cleaned
from service.text import camel

T = TypeVar("T")


class ImportFailed(ValueError):
    """Nothing more can be imported: a file is missing or can't be read, or the import as a whole is refused."""


class Bad(Exception):
    """A line that can't be used, because of this column."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


@dataclass(frozen=True)
class Unusable:
    """A line of which nothing was stored, and why."""

    file: str
    line: int
    column: str
    reason: str


@dataclass(frozen=True)
class Line:
    """One line of a file: its number there, and its cells by column."""

    file: str
    number: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """A cell that must hold something."""
        if not (value := self.cells[column].strip()):
            raise Bad(column, "It is empty, but must hold something.")
        return value

    def whole(self, column: str) -> int | None:
        """A whole number; None where the cell is empty."""
        value = self.cells[column].strip()
        if value and not (value.isascii() and value.removeprefix("-").isdigit()):
            raise Bad(column, f"“{value}” is no whole number.")
        return int(value) if value else None

    def day(self, column: str) -> date | None:
        """A day; None where the cell is empty."""
        value = self.cells[column].strip()
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Bad(column, f"“{value}” is no day, such as 2026-03-01.") from None

    def fits(self, fields: Fields, given: Given, columns: dict[str, str]) -> Given:
        """What is given, once these fields take it; `columns` tells which column a field comes from."""
        _, issues = cleaned(fields, given)
        if issues:
            raise Bad({camel(name): column for name, column in columns.items()}[issues[0].path[0]], issues[0].message)
        return given


def lines(
    path: Path, columns: tuple[str, ...], refuse: Callable[[Unusable], None], *, encoding: str = "utf-8-sig", delimiter: str = ","
) -> Iterator[Line]:
    """The file's lines; those with too few or too many cells are refused. ImportFailed where the file can't be read."""
    try:
        with path.open(encoding=encoding, newline="") as file:
            reader = csv.DictReader(file, strict=True, delimiter=delimiter)
            if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
                raise ImportFailed(
                    f"{path}: the column {missing[0]} is missing. The first line must name the columns {', '.join(columns)}."
                )
            for cells in reader:
                if None in cells or None in cells.values():
                    width = len(reader.fieldnames or ())
                    refuse(Unusable(path.name, reader.line_num, "", f"It has not {width} cells as the first line has."))
                else:
                    yield Line(path.name, reader.line_num, cells)
    except OSError as error:
        raise ImportFailed(f"{path} can't be read: {error.strerror}. Name the folder that holds the files.") from error
    except (UnicodeDecodeError, LookupError, csv.Error) as error:
        raise ImportFailed(f"{path} is no CSV file in {encoding}: {error}.") from error


def usable(found: Iterator[Line], judge: Callable[[Line], T], unusable: list[Unusable]) -> list[T]:
    """What the lines mean; those that are Bad are noted as unusable."""
    kept: list[T] = []
    for line in found:
        try:
            kept.append(judge(line))
        except Bad as bad:
            unusable.append(Unusable(line.file, line.number, bad.column, bad.reason))
    return kept
