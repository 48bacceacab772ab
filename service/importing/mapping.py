"""Mapping files: what the columns of CSV files mean, written by a person in TOML, checked before a line is read."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from service.fields import CURRENCIES, Unfit, time_zone
from service.importing.tables import ImportFailed

READY = Path(__file__).resolve().parents[2] / "data" / "mappings"
"""Mappings for the exports of well-known systems, by name."""
Into = Literal["accounts", "people", "employments", "deals", "roles", "ties", "interactions", "moves"]
KINDS = {"accounts": "account", "people": "person", "deals": "deal", "interactions": "interaction"}
REFERENCES = {
    **dict.fromkeys(("account_ref", "parent_ref"), "account"),
    **dict.fromkeys(("person_ref", "from_ref", "to_ref", "party_ref", "person_refs"), "person"),
    "deal_ref": "deal",
}
"""Field → the kind of what it names; `external_ref` names the row's own."""
NEEDED: dict[str, frozenset[str]] = {
    "accounts": frozenset({"external_ref", "name"}),
    "people": frozenset({"external_ref", "name"}),
    "employments": frozenset({"person_ref", "account_ref"}),
    "deals": frozenset({"external_ref", "name"}),
    "roles": frozenset({"deal_ref", "party_ref", "role"}),
    "ties": frozenset({"kind", "from_ref", "to_ref"}),
    "interactions": frozenset({"external_ref", "kind", "at"}),
    "moves": frozenset({"deal_ref", "at"}),
}
TAKEN: dict[str, frozenset[str]] = {
    "accounts": frozenset({"domain", "industry", "country", "employees", "annual_revenue", "tier", "tags", "parent_ref"}),
    "people": frozenset({"email", "phone", "locale", "tags", "account_ref", "title", "department", "seniority"}),
    "employments": frozenset({"title", "department", "seniority", "usual_roles", "since", "until", "is_primary"}),
    "deals": frozenset(
        {
            *("account_ref", "amount", "status", "phase", "stage", "expected_close_on", "deliver_on", "created_at", "closed_at"),
            *("close_reason", "lost_to", "owner_email", "buying_process", "sales_process", "buy_class", "source", "products", "tags"),
        }
    ),
    "roles": frozenset({"since", "until", "certainty", "stance", "influence"}),
    "ties": frozenset({"strength", "certainty", "since", "until", "note"}),
    "interactions": frozenset({"minutes", "initiated_by_us", "sentiment", "summary", "deal_ref", "person_refs", "team_emails"}),
    "moves": frozenset({"phase", "stage", "reason"}),
}
"""List → the fields that its rows may have beside those that they need."""


def parts(columns: str | list[str]) -> list[str]:
    """The columns that a field comes from."""
    return [columns] if isinstance(columns, str) else columns


def _zone(value: str) -> str:
    try:
        return str(time_zone(value))
    except Unfit:
        raise ValueError(f"{value} is no IANA time zone, such as Europe/Warsaw") from None


def _currency(value: str) -> str:
    if value not in CURRENCIES:
        raise ValueError(f"{value} is no currency code of ISO 4217, such as EUR")
    return value


class Part(BaseModel):
    """A part of a mapping file; a name that it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DatedStep(Part):
    """A column that tells when a deal came to a phase or stage."""

    column: str
    phase: str | None = None
    stage: str | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> "DatedStep":
        if self.phase is None and self.stage is None:
            raise ValueError("name a phase, a stage or both")
        return self


class CsvFile(Part):
    """One file: which list its lines go to, and which column each field comes from."""

    path: str
    into: Into
    fields: dict[str, str | list[str]]
    """Field → column, or several columns whose cells are joined by a space."""
    fixed: dict[str, str] = Field(default_factory=dict)
    """Field → the value that every line has."""
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Field → cell → value; `*` stands for every other cell, and a cell that maps to nothing is taken for empty."""
    only: dict[str, list[str]] = Field(default_factory=dict)
    """Column → the cells of the lines that count; others are passed over."""
    each: dict[str, str] = Field(default_factory=dict)
    """Column → what separates several entries in a cell, of which each makes a row of its own."""
    currency: str | None = None
    """The column that holds the currency of amounts."""
    steps: list[DatedStep] = Field(default_factory=list)
    changes_only: bool = False
    """Of moves: whether a line is passed over that leads where the deal is already, as where a file tells of other changes too."""
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    separator: str = ";"
    """What separates the entries of a field that holds several."""
    decimal: Literal[".", ","] = "."

    @model_validator(mode="after")
    def _known(self) -> "CsvFile":
        named = {*self.fields, *self.fixed}
        if unknown := sorted((named | self.values.keys()) - NEEDED[self.into] - TAKEN[self.into]):
            raise ValueError(f"{self.into} have no field {unknown[0]}; they have {', '.join(sorted(NEEDED[self.into] | TAKEN[self.into]))}")
        if missing := sorted(NEEDED[self.into] - named):
            raise ValueError(f"{self.into} need the field {missing[0]}")
        if self.steps and self.into != "deals":
            raise ValueError("only deals have steps")
        return self

    @property
    def columns(self) -> list[str]:
        """Every column that is read."""
        read = [one for columns in self.fields.values() for one in parts(columns)]
        told = [*read, *self.only, *self.each, *(one.column for one in self.steps)]
        return list(dict.fromkeys([*told, *([self.currency] if self.currency else [])]))


class Mapping(Part):
    """A mapping file."""

    system: str
    """What the other system is called; references are kept under `system-account`, `system-person` and so on."""
    follows: list[str] = Field(default_factory=list)
    """The pages of the vendor that the columns were taken from."""
    read_on: date | None = None
    """The day on which those pages were read."""
    time_zone: Annotated[str, AfterValidator(_zone)] = "Etc/UTC"
    """Of moments that have no offset of their own."""
    currency: Annotated[str, AfterValidator(_currency)] = "EUR"
    """Of amounts that have no currency of their own."""
    day_first: bool = False
    """Whether 03/04/2026 is the third of April."""
    files: list[CsvFile]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


def read(named: str) -> Mapping:
    """The mapping in a file, or the ready-made one of this name. ImportFailed tells what is wrong with it, and where."""
    ready = {one.stem: one for one in sorted(READY.glob("*.toml"))}
    path = ready.get(named, Path(named))
    try:
        held: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ImportFailed(f"{path}: {error.strerror}. Name a mapping file, or one of {', '.join(ready)}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ImportFailed(f"{path} is no TOML: {error}.") from error
    try:
        return Mapping.model_validate(held)
    except ValidationError as error:
        first = error.errors()[0]
        raise ImportFailed(f"{path}: {'.'.join(map(str, first['loc'])) or 'the file'}: {first['msg']}.") from error
