"""Importing any CSV files by a mapping: lines are read one by one, put in order, and written in batches that are safe to repeat."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cypher.words import BuyClass, Certainty, DealStatus, InteractionKind, RelationshipKind, Role, Seniority, Stance
from service import upsert
from service.importing.cells import Reader, Row
from service.importing.mapping import CsvFile, Mapping, parts
from service.importing.shelf import Kept, Shelf
from service.importing.tables import Bad, ImportFailed, Line, Unusable, lines
from service.outcomes import Done, InvalidInput, NotFound, Problem
from service.text import camel
from service.viewer import Caller

Refuse = Callable[[Unusable], None]
Advance = Callable[[int], None]
Columns = dict[tuple[str, str], dict[str, str | list[str]]]
CHUNK = 1_000
DRY = 100
"""How many rows a dry run judges at once: what they name comes along, and nothing of it stays."""
VOCABULARIES: dict[str, Any] = {
    "seniority": Seniority,
    "usual_roles": Role,
    "status": DealStatus,
    "buy_class": BuyClass,
    "role": Role,
    "certainty": Certainty,
    "stance": Stance,
}


@dataclass
class Tally:
    """What became of the rows."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0

    def add(self, outcome: str) -> None:
        name = {"FAILED": "refused"}.get(outcome, outcome.lower())
        setattr(self, name, getattr(self, name) + 1)


def read(mapping: Mapping, folder: Path, shelf: Shelf, refuse: Refuse, advance: Advance, now: datetime) -> None:
    """Put every line of the files on the shelf; what can't be read is refused. ImportFailed where a file can't be read at all."""
    for file in mapping.files:
        reader = Reader(mapping, file, now)
        for chunk in _chunks(_kept(reader, file, folder / file.path, refuse), CHUNK):
            shelf.put(chunk)
            advance(len(chunk))


def _kept(reader: Reader, file: CsvFile, path: Path, refuse: Refuse) -> Iterator[Kept]:
    for line in lines(path, tuple(file.columns), refuse, encoding=file.encoding, delimiter=file.delimiter):
        try:
            yield from _judged(reader, line)
        except Bad as bad:
            refuse(Unusable(line.file, line.number, bad.column, bad.reason))


def _judged(reader: Reader, line: Line) -> list[Kept]:
    made = [Kept(list_, row, line.file, line.number) for list_, row in reader.rows(line)]
    for one in made:
        _worded(one, reader)
        for name in ("external_ref", "deal_ref", "party_ref", "person_ref", "account_ref", "from_ref", "to_ref"):
            if name in NEEDED_REFS.get(one.list, ()) and not one.row.get(name):
                raise Bad(reader.column(name), "It is empty, but must name something.")
        for name in NEEDED_TEXTS.get(one.list, ()):
            if not one.row.get(name):
                raise Bad(reader.column(name), "It is empty, but must hold something.")
    return made


NEEDED_REFS = {
    **dict.fromkeys(("accounts", "people", "deals", "interactions"), ("external_ref",)),
    "employments": ("person_ref", "account_ref"),
    "roles": ("deal_ref", "party_ref"),
    "ties": ("from_ref", "to_ref"),
    "moves": ("deal_ref",),
}
NEEDED_TEXTS = {
    **dict.fromkeys(("accounts", "people", "deals"), ("name",)),
    "roles": ("role",),
    "ties": ("kind",),
    "interactions": ("kind", "at"),
    "moves": ("at",),
}


def _worded(one: Kept, reader: Reader) -> None:
    """Make words of closed vocabularies what they stand for. Bad where one is unknown."""
    kinds = {"ties": RelationshipKind, "interactions": InteractionKind}
    for name, value in list(one.row.items()):
        vocabulary = kinds.get(one.list) if name == "kind" else VOCABULARIES.get(name)
        if vocabulary is None or not value:
            continue
        try:
            one.row[name] = [vocabulary(word) for word in value] if isinstance(value, list) else vocabulary(value)
        except ValueError:
            known = ", ".join(vocabulary)
            raise Bad(reader.column(name), f"“{value}” is none of {known}. Say in the mapping what it means.") from None


async def load(caller: Caller, mapping: Mapping, shelf: Shelf, refuse: Refuse, advance: Advance, *, dry_run: bool = False) -> Tally:
    """Write what is on the shelf, or judge it as if; gives what became of the rows."""
    tally = Tally()
    columns = {(file.path, str(file.into)): file.fields for file in mapping.files}
    changes = {Path(file.path).name for file in mapping.files if file.changes_only}
    for batch in _batches(_changes(shelf, changes), DRY if dry_run else upsert.MOST):
        named = list(_named(shelf, batch)) if dry_run else []
        for kept, told in zip(batch, (await _told(caller, named + batch, dry_run=dry_run))[len(named) :], strict=True):
            tally.add(told["outcome"])
            if told["problem"]:
                refuse(_refused(kept, upsert.problem(told["problem"]), columns))
        advance(len(batch))
    return tally


def _batches(rows: Iterable[Kept], most: int) -> Iterator[list[Kept]]:
    """Rows by the thousand. A deal and its moves stay together; what is too long for one call is cut, the deal before the cut left open."""
    batch: list[Kept] = []
    for group in _groups(rows):
        if batch and len(batch) + len(group) > most:
            yield batch
            batch = []
        *cut, left = _cut(group, most)
        yield from cut
        batch += left
    if batch:
        yield batch


def _changes(rows: Iterable[Kept], files: set[str]) -> Iterator[Kept]:
    """The rows without those moves of these files that lead where their deal is already."""
    last: tuple[Any, ...] = ()
    for one in rows:
        if one.list == "moves" and one.file in files:
            there = (one.row["deal_ref"]["key"], one.row.get("phase"), one.row.get("stage"))
            if there == last:
                continue
            last = there
        yield one


def _cut(group: list[Kept], most: int) -> Iterator[list[Kept]]:
    """A deal with its moves in parts; each begins with the deal, and only the last says how it ends."""
    head = group[0]
    moves = group[1:] if head.list == "deals" else group
    parts = [moves[place : place + most - 1] for place in range(0, len(moves), most - 1)] or [[]]
    for place, part in enumerate(parts):
        if head.list != "deals":
            yield part
            continue
        last = place == len(parts) - 1
        row = head.row if last else {name: value for name, value in head.row.items() if name not in CLOSING}
        yield [Kept(head.list, row, head.file, head.line), *part]


CLOSING = frozenset({"status", "phase", "stage", "closed_at", "close_reason", "lost_to"})


def _groups(rows: Iterable[Kept]) -> Iterator[list[Kept]]:
    group: list[Kept] = []
    deal: Any = None
    for one in rows:
        key = one.row["external_ref"]["key"] if one.list == "deals" else one.row["deal_ref"]["key"] if one.list == "moves" else None
        if group and (key is None or key != deal):
            yield group
            group = []
        group.append(one)
        deal = key
    if group:
        yield group


async def _told(caller: Caller, batch: list[Kept], *, dry_run: bool) -> list[dict[str, Any]]:
    """The answers to the rows, in their order."""
    given: dict[str, Any] = {"dry_run": dry_run}
    places = []
    for one in batch:
        rows = given.setdefault(one.list, [])
        places.append((one.list.upper(), len(rows)))
        rows.append(one.row)
    outcome = await upsert.upsert(caller, given)
    if not isinstance(outcome, Done):
        raise ImportFailed(outcome.message)
    answers = {(told["list"], told["index"]): told for told in outcome.extra}
    return [answers[place] for place in places]


def _named(shelf: Shelf, batch: list[Kept]) -> Iterator[Kept]:
    """What these rows name on the shelf, and what that names, each once and before what names it."""
    seen = {(ref["system"], ref["key"]) for one in batch if (ref := one.row.get("external_ref"))}
    todo = [*batch]
    found: list[Kept] = []
    while todo:
        for ref in _references(todo.pop().row):
            if (ref["system"], ref["key"]) not in seen:
                seen.add((ref["system"], ref["key"]))
                if kept := shelf.named(ref["system"], ref["key"]):
                    found.append(kept)
                    todo.append(kept)
    order = ("accounts", "people", "deals", "interactions")
    yield from sorted(found, key=lambda one: order.index(one.list))


def _references(row: Row) -> Iterator[dict[str, str]]:
    for name, value in row.items():
        if value and name.endswith("_ref") and name != "external_ref":
            yield value
        elif name == "person_refs":
            yield from value


def _refused(kept: Kept, problem: Problem, columns: Columns) -> Unusable:
    fields = next((held for (path, list_), held in columns.items() if Path(path).name == kept.file and list_ == kept.list), {})
    told = {camel(name): parts(column)[0] for name, column in fields.items()}
    path = problem.issues[0].path if isinstance(problem, InvalidInput) else problem.argument if isinstance(problem, NotFound) else ()
    return Unusable(kept.file, kept.line, next((told[part] for part in path if part in told), ""), problem.message)


def _chunks(rows: Iterable[Kept], size: int) -> Iterator[list[Kept]]:
    chunk: list[Kept] = []
    for one in rows:
        chunk.append(one)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
