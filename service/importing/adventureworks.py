"""The AdventureWorks sample: what its four files mean. Nothing is written here; `loading` does that.

Stores and vendors are accounts with their contacts. The 290 employees are people of one more account, with whom they report to and every
department they were in; those who sell to stores are colleagues of ours too. There are no names, so an e-mail address gives one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from cypher.words import RelationshipKind, Role
from service import accounts, employments, people
from service.importing.tables import Bad, Line, Unusable, lines, usable

FOLDER = Path(__file__).resolve().parents[2] / "data" / "adventureworks"
ACCOUNT, PERSON = "adventureworks-account", "adventureworks-person"
CYCLES = {"system": ACCOUNT, "key": "adventure-works-cycles"}
USUAL = {"Owner": Role.DECIDER, "Purchasing Manager": Role.APPROVER, "Purchasing Agent": Role.BUYER}
COLUMNS = {
    "employees": ("person_id", "email", "job_title", "reports_to_id"),
    "employee_department_history": ("person_id", "department", "start_date", "end_date"),
    "accounts": (
        "account_id",
        "account_kind",
        "name",
        "sales_person_id",
        "business_type",
        "annual_revenue",
        "number_employees",
        "specialty",
    ),
    "account_contacts": ("account_id", "person_id", "email", "contact_role"),
}
Row = dict[str, Any]


@dataclass(frozen=True)
class Entry:
    """A row for `upsert`, the line that it comes from, and the column of each field."""

    list: str
    row: Row
    line: Line | None = None
    columns: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Seller:
    """An employee who sells to stores."""

    key: str
    name: str
    email: str
    title: str


@dataclass
class Sample:
    """All that the files tell, in the order in which it can be written."""

    entries: list[Entry] = field(default_factory=list)
    sellers: dict[str, Seller] = field(default_factory=dict)
    served: dict[str, str] = field(default_factory=dict)
    """Which seller looks after an account, both by key."""
    unusable: list[Unusable] = field(default_factory=list)


def account_ref(key: str) -> dict[str, str]:
    return {"system": ACCOUNT, "key": key}


def person_ref(key: str) -> dict[str, str]:
    return {"system": PERSON, "key": key}


def read(folder: Path = FOLDER) -> Sample:
    """Read the four files. A line that can't be used, or that names another such line, is listed, and nothing of it is kept."""
    sample = Sample([Entry("accounts", {"external_ref": CYCLES, "name": "Adventure Works Cycles"})])
    files = {name: lines(folder / f"{name}.csv", columns, sample.unusable.append) for name, columns in COLUMNS.items()}
    staff = _under_somebody(usable(files["employees"], partial(_employee, {}), sample.unusable), sample.unusable)
    posts = usable(files["employee_department_history"], partial(_post, set(), staff), sample.unusable)
    firms = usable(files["accounts"], partial(_account, sample, staff, set()), sample.unusable)
    known = {firm.row["external_ref"]["key"] for firm in firms}
    contacts = usable(files["account_contacts"], partial(_contact, known, set(staff)), sample.unusable)
    sample.entries += [*firms, *(entry for line in staff.values() for entry in _person_and_tie(line)), *posts]
    sample.entries += [entry for pair in contacts for entry in pair]
    order = ("accounts", "people", "employments", "ties")
    sample.entries.sort(key=lambda entry: order.index(entry.list))
    return sample


def _name(line: Line) -> tuple[str, str]:
    """A person's name and e-mail address: the name is the address's local part without digits, capitalised."""
    email = line.text("email")
    name = "".join(letter for letter in email.partition("@")[0] if not letter.isdigit()).capitalize()
    if not name:
        raise Bad("email", f"“{email}” holds no name before the @.")
    line.fits(people.FIELDS, {"email": email, "name": name}, {"email": "email", "name": "email"})
    return name, email


def _employee(seen: dict[str, int], line: Line) -> Line:
    key = line.text("person_id")
    if key in seen:
        raise Bad("person_id", f"{key} stands in line {seen[key]} already.")
    _name(line)
    line.fits(employments.FIELDS, {"title": line.text("job_title")}, {"title": "job_title"})
    seen[key] = line.number
    return line


def _under_somebody(staff: list[Line], unusable: list[Unusable]) -> dict[str, Line]:
    """By key, from the top down, whoever reports to nobody or to somebody usable; a circle has no top."""
    below: dict[str, list[Line]] = {}
    for line in staff:
        below.setdefault(line.cells["reports_to_id"], []).append(line)
    placed: dict[str, Line] = {}
    waiting = below.pop("", [])
    for line in waiting:
        placed[line.cells["person_id"]] = line
        waiting += below.pop(line.cells["person_id"], [])
    for line in (line for lost in below.values() for line in lost):
        reason = f"{line.cells['reports_to_id']} is no usable employee, or reports to this one."
        unusable.append(Unusable(line.file, line.number, "reports_to_id", reason))
    return placed


def _person_and_tie(line: Line) -> Iterator[Entry]:
    name, email = _name(line)
    key, superior = line.cells["person_id"], line.cells["reports_to_id"]
    yield Entry("people", {"external_ref": person_ref(key), "name": name, "email": email}, line, {"external_ref": "person_id"})
    if superior:
        tie = {"kind": RelationshipKind.REPORTS_TO, "from_ref": person_ref(key), "to_ref": person_ref(superior)}
        yield Entry("ties", tie, line, {"from_ref": "person_id", "to_ref": "reports_to_id"})


def _post(seen: set[tuple[str, str]], staff: dict[str, Line], line: Line) -> Entry:
    """A post; the title is today's, so only a current post has it."""
    key, since, last = line.text("person_id"), line.day("start_date"), line.day("end_date")
    if key not in staff:
        raise Bad("person_id", f"{key} is no usable employee.")
    if since is None or (key, str(since)) in seen:
        raise Bad("start_date", "It must hold a day, and only one post of a person may begin then.")
    row: Row = {"person_ref": person_ref(key), "account_ref": CYCLES, "department": line.text("department"), "since": since}
    row |= {"until": last + timedelta(days=1)} if last else {"title": staff[key].cells["job_title"]}
    columns = {"person_ref": "person_id", "department": "department", "since": "start_date", "until": "end_date"}
    line.fits(employments.FIELDS, row, columns)
    seen.add((key, str(since)))
    return Entry("employments", row, line, columns)


def _account(sample: Sample, staff: dict[str, Line], seen: set[str], line: Line) -> Entry:
    key, seller = line.text("account_id"), line.cells["sales_person_id"]
    if key in seen:
        raise Bad("account_id", f"{key} stands in the file already.")
    if seller and seller not in staff:
        raise Bad("sales_person_id", f"{seller} is no usable employee.")
    tags = [line.cells[name] for name in ("account_kind", "business_type", "specialty") if line.cells[name]]
    revenue = line.whole("annual_revenue")
    row: Row = {"name": line.text("name"), "employees": line.whole("number_employees"), "tags": tags}
    row["annual_revenue"] = None if revenue is None else {"amount": str(revenue), "currency": "USD"}
    columns = {"name": "name", "employees": "number_employees", "annual_revenue": "annual_revenue", "tags": "specialty"}
    line.fits(accounts.FIELDS, row, columns)
    seen.add(key)
    if seller:
        name, email = _name(staff[seller])
        sample.sellers[seller] = Seller(seller, name, email, staff[seller].cells["job_title"])
        sample.served[key] = seller
    return Entry("accounts", {"external_ref": account_ref(key)} | row, line, {"external_ref": "account_id"} | columns)


def _contact(firms: set[str], seen: set[str], line: Line) -> tuple[Entry, ...]:
    """A person with a post, and the role that such a post usually plays."""
    key, firm, title = line.text("person_id"), line.text("account_id"), line.text("contact_role")
    if key in seen:
        raise Bad("person_id", f"{key} is another contact or an employee already.")
    if firm not in firms:
        raise Bad("account_id", f"{firm} is no usable account.")
    name, email = _name(line)
    columns = {"external_ref": "person_id", "name": "email", "email": "email", "account_ref": "account_id", "title": "contact_role"}
    line.fits(employments.FIELDS, {"title": title}, columns)
    seen.add(key)
    who, where = person_ref(key), account_ref(firm)
    person = Entry("people", {"external_ref": who, "name": name, "email": email, "account_ref": where, "title": title}, line, columns)
    if title not in USUAL:
        return (person,)
    post = {"person_ref": who, "account_ref": where, "usual_roles": [USUAL[title]]}
    return person, Entry("employments", post, line, {"person_ref": "person_id", "account_ref": "account_id"})
