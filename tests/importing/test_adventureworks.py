"""The sample: imported twice, its figures are those of the CSV files, which this test computes without any code of the project's."""

import csv
import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from service.importing import adventureworks, loading
from service.importing.tables import Unusable
from tests.conftest import World

FOLDER = Path(__file__).parents[2] / "data" / "adventureworks"
KEY = "externalRefs { key }"
USUAL = {"Owner": ["DECIDER"], "Purchasing Manager": ["APPROVER"], "Purchasing Agent": ["BUYER"]}


def table(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


async def import_(world: World, folder: Path = FOLDER) -> list[Unusable]:
    advanced: list[int] = []
    sample = adventureworks.read(folder)
    unusable = await loading.load(world.caller, sample, advanced.append)
    assert sum(advanced) == loading.steps(sample)
    return unusable


async def every(world: World, list_: str, fields: str) -> list[dict[str, Any]]:
    """All nodes of a connection; `list_` is the field, perhaps with arguments, `%s` where those of the page go."""
    nodes: list[dict[str, Any]] = []
    after = "null"
    while True:
        asked = list_ % f"first: 100, after: {after}"
        path, _, inner = asked.rpartition("/")
        body = await world.ask(
            f"{{ {path + '{' if path else ''} {inner} {{ pageInfo {{ hasNextPage endCursor }} nodes {{ {fields} }} }} {'}' if path else ''} }}"
        )
        assert "errors" not in body, body
        found = body["data"]
        for name in (*([path.partition("(")[0].strip()] if path else []), inner.partition("(")[0].strip()):
            found = found[name]
        nodes += found["nodes"]
        if not found["pageInfo"]["hasNextPage"]:
            return nodes
        after = f'"{found["pageInfo"]["endCursor"]}"'


def key(node: dict[str, Any]) -> str:
    return node["externalRefs"][0]["key"]  # type: ignore[no-any-return]


def kind(account: dict[str, Any]) -> str:
    return next((tag for tag in account["tags"] if tag in {"store", "vendor"}), "ours")


def chain(superior: dict[str, str], person: str) -> list[str]:
    return [person, *(chain(superior, superior[person]) if superior.get(person) else [])]


def organisation(superior: dict[str, str]) -> dict[str, Any]:
    """What reference.md defines of reporting lines; `superior` has an empty text for whoever is at the top."""
    chains = {person: chain(superior, person) for person in superior}
    direct = Counter(up for up in superior.values() if up)
    return {
        "chain_to_top": chains,
        "level_histogram": Counter(len(found) - 1 for found in chains.values()),
        "direct_reports": direct,
        "total_subordinates": Counter(above for found in chains.values() for above in found[1:]),
        "max_span": (max(direct.values()), min((person for person, count in direct.items() if count == max(direct.values())), key=int)),
        "managers": len(direct),
    }


async def test_every_figure_of_the_reference_twice(world: World) -> None:
    assert await import_(world) == []
    written = (await world.ask("{ changes { totalCount } }"))["data"]["changes"]["totalCount"]
    assert await import_(world) == []
    assert (await world.ask("{ changes { totalCount } }"))["data"]["changes"]["totalCount"] == written

    accounts = await every(
        world,
        "accounts(%s)",
        f"id {KEY} name tags employees annualRevenue {{ amount currency }} people(first: 9) {{ nodes {{ {KEY} title }} }}",
    )
    assert Counter(map(kind, accounts)) == {**Counter(row["account_kind"] for row in table("accounts")), "ours": 1}
    assert {
        (key(one), one["name"], one["employees"], *(one["annualRevenue"] or {}).values()) for one in accounts if kind(one) != "ours"
    } == {
        (
            row["account_id"],
            row["name"].strip(),
            int(row["number_employees"]) if row["number_employees"] else None,
            *((row["annual_revenue"], "USD") if row["annual_revenue"] else ()),
        )
        for row in table("accounts")
    }
    await _contacts(accounts)
    await _staff(world, next(one["id"] for one in accounts if kind(one) == "ours"))
    await _sellers(world)


async def _contacts(accounts: list[dict[str, Any]]) -> None:
    """contact_roles, contacts_per_account_histogram."""
    kinds = {row["account_id"]: row["account_kind"] for row in table("accounts")}
    rows = table("account_contacts")
    outside = [one for one in accounts if kind(one) != "ours"]
    told = Counter((kind(one), person["title"]) for one in outside for person in one["people"]["nodes"])
    assert told == Counter((kinds[row["account_id"]], row["contact_role"]) for row in rows)
    assert sum(told.values()) == 909
    count = Counter(row["account_id"] for row in rows)
    histogram = Counter((kinds[account], count[account]) for account in kinds)
    assert Counter((kind(one), len(one["people"]["nodes"])) for one in outside) == histogram
    assert {(key(one), key(person)) for one in outside for person in one["people"]["nodes"]} == {
        (row["account_id"], row["person_id"]) for row in rows
    }


async def _staff(world: World, ours: str) -> None:
    """org, employees_with_department_change; and posts, day by day."""
    fields = f"{KEY} name email title relationships(kinds: [REPORTS_TO], direction: OUT, first: 2) {{ nodes {{ to {{ {KEY} }} }} }}"
    people = await every(world, f'account(id: "{ours}") / people(%s)', fields)
    rows = table("employees")
    superior = {key(one): next((key(tie["to"]) for tie in one["relationships"]["nodes"]), "") for one in people}
    assert organisation(superior) == organisation({row["person_id"]: row["reports_to_id"] for row in rows})
    assert {(key(one), one["email"], one["title"]) for one in people} == {
        (row["person_id"], row["email"], row["job_title"]) for row in rows
    }
    assert all(
        one["name"].casefold() == one["email"].partition("@")[0].rstrip("0123456789").casefold() and one["name"][0].isupper()
        for one in people
    )

    posts = await every(
        world,
        'changes(entityTypes: ["Employment"], actions: [CREATED], %s)',
        f"entity {{ ... on Employment {{ since until department usualRoles title person {{ {KEY} }} account {{ id }} }} }}",
    )
    dated = {
        (key(one["person"]), one["department"], one["since"], one["until"])
        for one in (change["entity"] for change in posts)
        if one["account"]["id"] == ours
    }
    history = table("employee_department_history")
    assert dated == {
        (
            row["person_id"],
            row["department"],
            row["start_date"],
            str(date.fromisoformat(row["end_date"]) + timedelta(days=1)) if row["end_date"] else None,
        )
        for row in history
    }
    assert (len(dated), len(people)) == (296, 290)
    changed = {person for person, count in Counter(row["person_id"] for row in history).items() if count > 1}
    assert {person for person, count in Counter(person for person, *_ in dated).items() if count > 1} == changed
    usual = {key(one["person"]): one["usualRoles"] for one in (change["entity"] for change in posts) if one["account"]["id"] != ours}
    assert usual == {row["person_id"]: USUAL.get(row["contact_role"], []) for row in table("account_contacts")}


async def _sellers(world: World) -> None:
    """stores_per_sales_person."""
    email = {row["email"]: row["person_id"] for row in table("employees")}
    team = await every(world, "teamMembers(%s)", "email isActive accounts(first: 100) { nodes { tags } }")
    stores = Counter(row["sales_person_id"] for row in table("accounts") if row["account_kind"] == "store")
    assert {email[one["email"]]: len(one["accounts"]["nodes"]) for one in team if one["email"]} == stores
    assert [one["isActive"] for one in team if one["email"]] == [False] * len(stores)


async def test_lines_that_cannot_be_used(world: World, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    _write(
        tmp_path,
        "employees",
        [
            "1,ken0@a.example,Chief,,,,,,",
            "2,terri0@a.example,Vice,,,,,,1",
            "3,77@a.example,Head,,,,,,1",
            "4,rob0@a.example,Designer,,,,,,3",
            "5,eve0@a.example,Loop,,,,,,6",
            "6,eva0@a.example,Loop,,,,,,5",
        ],
    )
    _write(
        tmp_path,
        "employee_department_history",
        ["1,Executive,2009-01-14,", "2,Sales,2008-01-31,2007-01-01", "4,Tools,2008-01-31,", "2,Sales,soon,", "2,Sales,2099-01-01,"],
    )
    _write(
        tmp_path,
        "accounts",
        [
            "10,store,Bikes,1,BM,1,80000,13,1996,Road",
            "11,store,,1,BM,1,80000,13,1996,Road",
            "12,store,Cycles,1,BM,1,80000,many,1996,Road",
            "13,store,Wheels,9,BM,1,80000,13,1996,Road",
            "10,store,Again,1,BM,1,1,1,1,Road",
            "14,store,Short",
        ],
    )
    _write(
        tmp_path,
        "account_contacts",
        [
            "10,20,gus1@b.example,11,Owner",
            "11,21,kim2@b.example,11,Owner",
            "10,20,pil1@b.example,11,Owner",
            "10,22,x\0y@b.example,11,Owner",
        ],
    )
    unusable = await import_(world, tmp_path)
    assert [(one.file, one.line, one.column) for one in unusable] == [
        ("account_contacts.csv", 3, "account_id"),
        ("account_contacts.csv", 4, "person_id"),
        ("account_contacts.csv", 5, "email"),
        ("accounts.csv", 3, "name"),
        ("accounts.csv", 4, "number_employees"),
        ("accounts.csv", 5, "sales_person_id"),
        ("accounts.csv", 6, "account_id"),
        ("accounts.csv", 7, ""),
        ("employee_department_history.csv", 3, "end_date"),
        ("employee_department_history.csv", 4, "person_id"),
        ("employee_department_history.csv", 5, "start_date"),
        ("employee_department_history.csv", 6, "start_date"),
        ("employees.csv", 4, "email"),
        ("employees.csv", 5, "reports_to_id"),
        ("employees.csv", 6, "reports_to_id"),
        ("employees.csv", 7, "reports_to_id"),
    ]
    assert all(one.reason for one in unusable)
    assert {one["name"] for one in await every(world, "accounts(%s)", "name")} == {"Adventure Works Cycles", "Bikes"}
    assert {one["name"] for one in await every(world, "people(%s)", "name")} == {"Ken", "Terri", "Gus"}
    assert await import_(world, tmp_path) == unusable


def _write(folder: Path, name: str, rows: list[str]) -> None:
    header = (FOLDER / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / f"{name}.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
