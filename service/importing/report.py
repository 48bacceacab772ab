"""What an import refused: counted, the first shown, all of it written to a file where one is named."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from service.importing.tables import Unusable

SHOWN = 50


@dataclass
class Report:
    """Takes refused lines as they come."""

    writer: Any = None
    count: int = 0
    first: list[Unusable] = field(default_factory=list)

    def refuse(self, one: Unusable) -> None:
        """Take one."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(one)
        if self.writer:
            self.writer.writerow((one.file, one.line, one.column, one.reason))


@contextmanager
def reporting(path: Path | None) -> Iterator[Report]:
    """A report, which is also written to a CSV file where one is named."""
    if path is None:
        yield Report()
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "line", "column", "reason"))
        yield Report(writer)
