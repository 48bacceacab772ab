"""CSV files by mapping files: the ready-made ones with the headers that they name, cells of every sort, and event logs of which nothing is lost."""

import csv
from collections.abc import AsyncIterator, Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter
from typing import Any

import pytest

from cypher.graph import Database
from service.importing import csvs, mapping
from service.importing.report import Report
from service.importing.shelf import Shelf
from service.importing.tables import ImportFailed
from service.stamp import Clock
from tests.conftest import World, make_world
from tests.moves.invariants import broken

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
async def world(database: Database) -> AsyncIterator[World]:
    made = await make_world(database, Clock(lambda: NOW))
    yield made
    await made.client.aclose()
    assert await broken(made) == []


def write(folder: Path, name: str, header: Iterable[str], *lines: Iterable[str]) -> None:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([list(header), *map(list, lines)])


async def load(world: World, told: mapping.Mapping, folder: Path, *, dry_run: bool = False) -> tuple[tuple[int, int, int], list[str]]:
    report = Report()
    with closing(Shelf()) as shelf:
        csvs.read(told, folder, shelf, report.refuse, lambda _: None, NOW)
        tally = await csvs.load(world.caller, told, shelf, report.refuse, lambda _: None, dry_run=dry_run)
    return (tally.created, tally.updated, tally.unchanged), [f"{one.file}:{one.line} {one.column}: {one.reason}" for one in report.first]


LINES: dict[str, dict[str, list[dict[str, str]]]] = {
    "salesforce": {
        "Account.csv": [{"Id": "001B", "Name": "Works", "ParentId": "001A"}, {"Id": "001A", "Name": "Holding", "NumberOfEmployees": "12"}],
        "Contact.csv": [{"Id": "003", "FirstName": "Ada", "LastName": "Byron", "AccountId": "001B", "Title": "Head"}],
        "Opportunity.csv": [
            {
                "Id": "006",
                "AccountId": "001B",
                "Name": "Looms",
                "Amount": "1,250.50",
                "StageName": "Closed Lost",
                "CloseDate": "2026-03-20",
                "CreatedDate": "2026-03-01T08:00:00.000Z",
                "LastStageChangeDate": "2026-03-19T09:00:00.000+0000",
            }
        ],
        "OpportunityHistory.csv": [
            {"OpportunityId": "006", "StageName": "Qualification", "CreatedDate": "2026-03-05T08:00:00.000Z"},
            {"OpportunityId": "006", "StageName": "Prospecting", "CreatedDate": "2026-03-01T08:00:00.000Z"},
            {"OpportunityId": "006", "StageName": "Qualification", "CreatedDate": "2026-03-06T08:00:00.000Z"},
            {"OpportunityId": "006", "StageName": "Closed Lost", "CreatedDate": "2026-03-19T09:00:00.000Z"},
        ],
        "OpportunityContactRole.csv": [{"OpportunityId": "006", "ContactId": "003", "Role": "Economic Buyer"}],
    },
    "hubspot": {
        "companies.csv": [{"Record ID": "1", "Company name": "Works", "Country/Region": "Poland"}],
        "contacts.csv": [
            {
                "Record ID": "7",
                "First Name": "Ada",
                "Last Name": "Byron",
                "Associated Company IDs": "1",
                "Job Title": "Head",
                "Associated Deal IDs": "9",
                "Buying Role": "Champion;Budget Holder",
            }
        ],
        "deals.csv": [
            {
                "Record ID": "9",
                "Associated Company IDs": "1",
                "Deal Name": "Looms",
                "Amount": "1250.5",
                "Deal Stage": "Closed Lost",
                "Close Date": "2026-03-19 10:00",
                "Create Date": "2026-03-01 08:00",
                "Closed Lost Reason": "Price",
                'Date entered "Qualified To Buy (Sales Pipeline)"': "2026-03-05 08:00",
            }
        ],
    },
    "pipedrive": {
        "organizations.csv": [{"Organization - Name": "Works"}],
        "people.csv": [
            {
                "Person - Name": "Ada Byron",
                "Person - Organization": "Works",
                "Person - Deals": "9",
                "Person - Role": "Economic buyer",
                "Person - Email": "ada@works.example",
            }
        ],
        "deals.csv": [
            {
                "Deal - ID": "9",
                "Deal - Organization": "Works",
                "Deal - Title": "Looms",
                "Deal - Value": "1250.5",
                "Deal - Currency of Value": "USD",
                "Deal - Status": "Lost",
                "Deal - Stage": "Demo Scheduled",
                "Deal - Deal created": "2026-03-01 08:00:00",
                "Deal - Lost time": "2026-03-19 09:00:00",
                "Deal - Lost reason": "Price",
            }
        ],
    },
}
DEAL = """{ deals { nodes { name status closedAt amount { amount currency } account { name } stageHistory { stage { key } step leftBy enteredAt }
  committee { members { party { name } stance roles { role } } } } } }"""


async def deal(world: World) -> dict[str, Any]:
    return (await world.ask(DEAL))["data"]["deals"]["nodes"][0]  # type: ignore[no-any-return]


@pytest.mark.parametrize("system", sorted(LINES))
async def test_a_ready_mapping_loads_a_file_with_exactly_its_headers(world: World, tmp_path: Path, system: str) -> None:
    told = mapping.read(system)
    assert told.follows
    assert told.read_on
    columns: dict[str, list[str]] = {}
    for file in told.files:
        columns[file.path] = list(dict.fromkeys([*columns.get(file.path, []), *file.columns]))
    assert columns.keys() == LINES[system].keys()
    for name, header in columns.items():
        assert {column for line in LINES[system][name] for column in line} <= set(header), name
        write(tmp_path, name, header, *([line.get(column, "") for column in header] for line in LINES[system][name]))
    counts, refused = await load(world, told, tmp_path)
    assert refused == []
    assert counts[1:] == ((1, 0) if system == "salesforce" else (0, 0))  # the holding's subsidiary is written again, under it
    one = await deal(world)
    assert (one["name"], one["status"], one["account"]["name"], one["amount"]["amount"]) == ("Looms", "LOST", "Works", "1250.5")
    assert one["closedAt"].startswith("2026-03-19T")
    assert {role["role"] for member in one["committee"]["members"] for role in member["roles"]} >= {"APPROVER"}
    again, refused = await load(world, told, tmp_path)
    assert (again[:2], refused) == ((0, 0), [])


TOML = """
system = "erp"
time_zone = "Europe/Warsaw"
currency = "PLN"
day_first = true
[[files]]
path = "firms.csv"
into = "accounts"
delimiter = ";"
decimal = ","
fields = { external_ref = "nr", name = "nazwa", annual_revenue = "obrót", tags = "znaki" }
separator = "|"
[[files]]
path = "log.csv"
into = "moves"
fields = { deal_ref = "deal", phase = "faza", at = "kiedy" }
[files.values.phase]
"potrzeba" = "need-recognition"
"szukanie" = "information-search"
"wybór" = "evaluation-of-alternatives"
[[files]]
path = "deals.csv"
into = "deals"
fields = { external_ref = "nr", account_ref = "firma", name = "nazwa", status = "stan", closed_at = "koniec" }
[files.values.status]
"wygrana" = "WON"
"*" = "OPEN"
[[files]]
path = "calls.csv"
into = "interactions"
fields = { external_ref = "nr", deal_ref = "deal", at = "kiedy", summary = "opis" }
fixed = { kind = "call" }
"""


def mapped(folder: Path, text: str = TOML) -> mapping.Mapping:
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return mapping.read(str(path))


async def test_a_log_that_repeats_turns_back_and_crosses_summer_time_loses_nothing(world: World, tmp_path: Path) -> None:
    """On 2026-03-29 Warsaw skips the hour from 2 to 3; on 2025-10-26 it goes through it twice."""
    log = [
        ("9", "potrzeba", "25.10.2025 22:00"),
        ("9", "szukanie", "26.10.2025 02:50"),
        ("9", "potrzeba", "26.10.2025 02:10"),
        ("9", "szukanie", "26.10.2025 02:10"),
        ("9", "szukanie", "26.10.2025 02:10"),
        ("9", "wybór", "29/03/2026 01:59"),
        ("9", "potrzeba", "29/03/2026 03:01"),
    ]
    (tmp_path / "firms.csv").write_text("nr;nazwa;obrót;znaki\n1;Młyn;1.250,5;a | b\n", encoding="utf-8")
    write(tmp_path, "deals.csv", ("nr", "firma", "nazwa", "stan", "koniec"), ("9", "1", "Krosna", "wygrana", "29.03.2026"))
    write(tmp_path, "log.csv", ("deal", "faza", "kiedy"), *log)
    write(tmp_path, "calls.csv", ("nr", "deal", "kiedy", "opis"), ("1", "9", "01.02.2026 10:00", "Rozmowa"))
    told = mapped(tmp_path)
    assert await load(world, told, tmp_path, dry_run=True) == ((10, 0, 0), [])
    assert (await world.ask("{ accounts { totalCount } }"))["data"]["accounts"]["totalCount"] == 0
    assert await load(world, told, tmp_path) == ((10, 0, 0), [])
    document = """{ accounts { nodes { name annualRevenue { amount currency } tags } } deals { nodes { createdAt closedAt status
      phaseHistory { phase { key } enteredAt step } interactions { nodes { at summary teamParticipants { id } } } } } }"""
    found = (await world.ask(document))["data"]
    assert found["accounts"]["nodes"] == [{"name": "Młyn", "annualRevenue": {"amount": "1250.5", "currency": "PLN"}, "tags": ["a", "b"]}]
    (one,) = found["deals"]["nodes"]
    assert [(stay["phase"]["key"].split("-")[0], stay["enteredAt"][:16], stay["step"]) for stay in one["phaseHistory"]] == [
        ("need", "2025-10-25T20:00", "START"),
        ("information", "2025-10-26T00:50", "ADVANCE"),
        ("need", "2025-10-26T01:10", "RETURN"),
        ("information", "2025-10-26T01:10", "ADVANCE"),
        ("information", "2025-10-26T01:10", "REPEAT"),
        ("evaluation", "2026-03-29T00:59", "ADVANCE"),
        ("need", "2026-03-29T01:01", "RETURN"),
        ("post", "2026-03-29T21:59", "ADVANCE"),
    ]
    assert one["interactions"]["nodes"] == [{"at": "2026-02-01T09:00:00.000000Z", "summary": "Rozmowa", "teamParticipants": []}]
    assert await load(world, told, tmp_path) == ((0, 0, 10), [])


async def test_what_is_wrong_is_told_with_its_line_and_column(world: World, tmp_path: Path) -> None:
    write(tmp_path, "firms.csv", ["nr;nazwa;obrót;znaki"], ["1;Młyn;;"], [";Nikt;;"], ["2;Huta;dużo;"], ["3;Młyn"])
    write(
        tmp_path,
        "deals.csv",
        ("nr", "firma", "nazwa", "stan", "koniec"),
        ("9", "8", "Krosna", "", ""),
        ("10", "1", "Nić", "", "31.31.2026"),
    )
    write(tmp_path, "log.csv", ("deal", "faza", "kiedy"), ("9", "potrzeba", "wczoraj"), ("10", "nigdzie", "01.02.2026 10:00"))
    write(tmp_path, "calls.csv", ("nr", "deal", "kiedy", "opis"))
    for dry_run in (True, False):
        counts, refused = await load(world, mapped(tmp_path), tmp_path, dry_run=dry_run)
        assert counts == (1, 0, 0)
        assert sorted(one.split(": ")[0] for one in refused) == [
            "deals.csv:2 firma",
            "deals.csv:3 koniec",
            "firms.csv:3 nr",
            "firms.csv:4 obrót",
            "firms.csv:5 ",
            "log.csv:2 kiedy",
            "log.csv:3 deal",
        ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("system = 1", "system"),
        (TOML.replace("Europe/Warsaw", "Warsaw"), "Warsaw is no IANA time zone"),
        (TOML.replace("PLN", "złoty"), "złoty is no currency code"),
        (TOML.replace("annual_revenue", "revenue"), "accounts have no field revenue"),
        (TOML.replace('deal_ref = "deal", phase', "phase"), "moves need the field deal_ref"),
        ("system =", "is no TOML"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ImportFailed, match=said):
        mapped(tmp_path, text)
    with pytest.raises(ImportFailed, match="one of hubspot, pipedrive, salesforce"):
        mapping.read("nothing")


@pytest.mark.long
async def test_many_steps_take_minutes_and_little_memory(database: Database, tmp_path: Path) -> None:
    """100,000 steps of 20,000 deals."""
    world = await make_world(database, Clock(lambda: NOW))
    (tmp_path / "firms.csv").write_text("nr;nazwa;obrót;znaki\n1;Młyn;;\n", encoding="utf-8")
    phases = ("potrzeba", "szukanie", "potrzeba", "szukanie", "wybór")
    log = ((str(n), phase, f"{place + 1:02}.02.2026 10:00") for place, phase in enumerate(phases) for n in range(20_000))
    write(tmp_path, "deals.csv", ("nr", "firma", "nazwa", "stan", "koniec"), *((str(n), "1", f"D{n}", "", "") for n in range(20_000)))
    write(tmp_path, "log.csv", ("deal", "faza", "kiedy"), *log)
    write(tmp_path, "calls.csv", ("nr", "deal", "kiedy", "opis"))
    before, began = getrusage(RUSAGE_SELF).ru_maxrss, perf_counter()
    counts, refused = await load(world, mapped(tmp_path), tmp_path)
    seconds, more = perf_counter() - began, getrusage(RUSAGE_SELF).ru_maxrss - before
    assert (counts, refused) == ((120_001, 0, 0), [])
    assert seconds < 600, seconds
    assert more < 100_000, f"{more} KiB more"
    text = "MATCH (d:Deal {workspace: $w}) WHERE d.id IS NOT NULL RETURN sum(COUNT { (d)-[:VISITED]->(:PhaseVisit) })"
    found = await database.driver.execute_query(text, w=world.workspace, database_=database.name)
    assert found.records[0][0] == len(phases) * 20_000
    print(f"{seconds:.0f} s, {more / 1024:.0f} MiB more")
    await world.client.aclose()
