"""Importing by external reference: whole rows, twice with the same result, wrong ones beside right ones."""

from typing import Any

from cypher import account, batch
from schema.node import parted
from service.stamp import moment
from tests.conftest import World, at_once

BATCH = (
    "... on Batch { created updated unchanged failed rows { list index outcome entityId entity { id } "
    "problem { __typename message ... on InvalidInput { issues { path code } } ... on Conflict { reason } } } } "
    "... on InvalidInput { issues { path code } }"
)


def ref(kind: str, key: object) -> dict[str, str]:
    return {"system": f"test-{kind}", "key": str(key)}


async def upsert(world: World, **given: Any) -> dict[str, Any]:
    body = await world.ask(f"mutation($input: UpsertInput!) {{ upsert(input: $input) {{ {BATCH} }} }}", {"input": given})
    assert "errors" not in body, body
    return body["data"]["upsert"]  # type: ignore[no-any-return]


def counts(told: dict[str, Any]) -> tuple[int, ...]:
    return tuple(told[name] for name in ("created", "updated", "unchanged", "failed"))


async def changes(world: World) -> int:
    return (await world.ask("{ changes { totalCount } }"))["data"]["changes"]["totalCount"]  # type: ignore[no-any-return]


def thousand() -> dict[str, Any]:
    people = [
        {"externalRef": ref("person", n), "name": f"P{n}", "accountRef": ref("account", n % 300), "title": f"T{n % 7}"} for n in range(400)
    ]
    return {
        "accounts": [{"externalRef": ref("account", n), "name": f"A{n}", "tags": ["a"], "employees": n} for n in range(300)],
        "people": people,
        "employments": [{"personRef": ref("person", n), "accountRef": ref("account", n % 300), "usualRoles": ["USER"]} for n in range(100)],
        "ties": [{"kind": "REPORTS_TO", "fromRef": ref("person", n + 1), "toRef": ref("person", n // 4)} for n in range(200)],
    }


async def test_a_thousand_rows_twice(world: World) -> None:
    first = await upsert(world, **thousand())
    assert counts(first) == (900, 100, 0, 0), [row for row in first["rows"] if row["problem"]][:3]
    assert all(row["entityId"] == row["entity"]["id"] for row in first["rows"])
    written = await changes(world)
    assert written == 300 + 400 + 400 + 200
    second = await upsert(world, **thousand())
    assert counts(second) == (0, 0, 1000, 0)
    assert await changes(world) == written


async def test_wrong_rows_hold_up_no_other(world: World) -> None:
    told = await upsert(
        world,
        accounts=[
            {"externalRef": ref("account", 1), "name": "Right"},
            {"externalRef": ref("account", 2), "name": " ", "employees": -1},
            {"externalRef": ref("account", 3), "name": "Orphan", "parentRef": ref("account", 2)},
            {"externalRef": ref("account", 4) | {"key": " "}, "name": "Keyless"},
        ],
        people=[
            {"externalRef": ref("person", 1), "name": "Postless", "title": "Boss"},
            {"externalRef": ref("account", 1), "name": "Taken"},
            {"externalRef": ref("person", 2), "name": "Employed", "accountRef": ref("account", 1), "title": "Boss"},
        ],
        ties=[{"kind": "KNOWS", "fromRef": ref("person", 2), "toRef": ref("person", 2)}],
    )
    assert counts(told) == (2, 0, 0, 6)
    problems = [row["problem"] for row in told["rows"]]
    assert [(one["path"], one["code"]) for one in problems[1]["issues"]] == [
        (["accounts", "1", "employees"], "OUT_OF_RANGE"),
        (["accounts", "1", "name"], "REQUIRED"),
    ]
    assert problems[2]["__typename"] == "NotFound"
    assert problems[3]["issues"] == [{"path": ["accounts", "3", "externalRef", "key"], "code": "REQUIRED"}]
    assert problems[4]["issues"] == [{"path": ["people", "0", "title"], "code": "POST_REQUIRED"}]
    assert problems[5]["reason"] == "ALREADY_EXISTS"
    assert problems[7]["issues"][0]["code"] == "SELF_TIE"
    assert await changes(world) == 3


async def test_a_new_employer_ends_the_old_post_today(world: World) -> None:
    accounts = [{"externalRef": ref("account", n), "name": f"A{n}"} for n in (1, 2)]
    person = {"externalRef": ref("person", 1), "name": "Ann", "accountRef": ref("account", 1), "title": "Buyer"}
    made = await upsert(world, accounts=accounts, people=[person])
    told = await upsert(world, people=[person | {"accountRef": ref("account", 2), "title": "Head"}])
    assert counts(told) == (0, 1, 0, 0)
    posts = await _posts(world, made["rows"][2]["entityId"])
    today = world.caller.viewer.today(moment(world.caller.clock.now()))
    assert posts == [("A1", "Buyer", None, today), ("A2", "Head", today, None)]


async def _posts(world: World, id_: str) -> list[tuple[Any, ...]]:
    async def read(work: Any) -> list[Any]:
        return await batch.posts(work, ids=[parted(id_)[1]])

    rows = await world.graph.write(read)
    names = {row.id: row.name for row in await account.by_ids(world.graph, ids=[row.account_id for row in rows])}
    return sorted((names[row.account_id], row.title, row.since, row.until) for row in rows)


async def test_a_dry_run_and_too_many(world: World) -> None:
    row = {"externalRef": ref("account", 1), "name": "A"}
    told = await upsert(world, dryRun=True, accounts=[row])
    assert (counts(told), told["rows"][0]["entityId"], await changes(world)) == ((1, 0, 0, 0), None, 0)
    many = [{"externalRef": ref("account", n), "name": "A"} for n in range(600)]
    people = [{"externalRef": ref("person", n), "name": "P"} for n in range(401)]
    assert (await upsert(world, accounts=many, people=people))["issues"] == [{"path": ["people"], "code": "TOO_MANY"}]


async def test_a_key_answers_with_the_same_rows(world: World) -> None:
    rows = [{"externalRef": ref("account", 1), "name": "A"}, {"externalRef": ref("account", 2), "name": " "}]
    first = await upsert(world, idempotencyKey="k", accounts=rows)
    assert counts(first) == (1, 0, 0, 1)
    assert await upsert(world, idempotencyKey="k", accounts=rows) == first


async def test_reporting_keeps_one_superior_and_no_circle(world: World) -> None:
    people = [{"externalRef": ref("person", n), "name": f"P{n}"} for n in range(3)]
    ends = ((0, 1), (1, 2), (2, 0), (0, 2))
    ties = [{"kind": "REPORTS_TO", "fromRef": ref("person", low), "toRef": ref("person", up)} for low, up in ends]
    told = await upsert(world, people=people, ties=ties)
    assert [row["outcome"] for row in told["rows"][3:]] == ["CREATED", "CREATED", "FAILED", "FAILED"]
    assert told["rows"][5]["problem"]["issues"][0]["code"] == "CYCLE"
    assert told["rows"][6]["problem"]["reason"] == "ALREADY_EXISTS"


async def test_parents_keep_no_circle(world: World) -> None:
    def row(n: int, parent: int | None) -> dict[str, Any]:
        return {"externalRef": ref("account", n), "name": f"A{n}", "parentRef": None if parent is None else ref("account", parent)}

    told = await upsert(world, accounts=[row(0, None), row(1, 0), row(2, 1), row(0, 2), row(0, 0)])
    assert [one["outcome"] for one in told["rows"]] == ["CREATED", "CREATED", "CREATED", "FAILED", "FAILED"]
    assert told["rows"][3]["problem"]["issues"] == [{"path": ["accounts", "3", "parentRef"], "code": "CYCLE"}]
    turned = await upsert(world, accounts=[row(1, None), row(0, 2), row(2, 0)])
    assert [one["outcome"] for one in turned["rows"]] == ["UPDATED", "UPDATED", "FAILED"]
    names = await world.ask("{ accounts(first: 9) { nodes { name parent { name } } } }")
    assert {(one["name"], (one["parent"] or {}).get("name")) for one in names["data"]["accounts"]["nodes"]} == {
        ("A0", "A2"),
        ("A1", None),
        ("A2", "A1"),
    }


async def test_a_hidden_reference_is_refused(world: World) -> None:
    await upsert(world, accounts=[{"externalRef": ref("account", 1), "name": "Hidden"}])
    async with world.database.session("WRITE") as session:
        hide = "MATCH (a:Account {workspace: $workspace}) REMOVE a:Account SET a:DeletedAccount"
        await (await session.run(hide, workspace=world.workspace)).consume()
    told = await upsert(
        world,
        accounts=[{"externalRef": ref("account", 1), "name": "Again"}],
        people=[{"externalRef": ref("person", 1), "name": "Ann", "accountRef": ref("account", 1)}],
    )
    assert [(one["problem"]["__typename"], one["problem"].get("reason")) for one in told["rows"]] == [
        ("Conflict", "ALREADY_EXISTS"),
        ("NotFound", None),
    ]


async def test_two_at_once_import_the_same_rows_once(world: World) -> None:
    rows: dict[str, Any] = {
        "accounts": [{"externalRef": ref("account", n), "name": f"A{n}"} for n in range(40)],
        "people": [{"externalRef": ref("person", n), "name": f"P{n}", "accountRef": ref("account", n)} for n in range(40)],
        "ties": [{"kind": "REPORTS_TO", "fromRef": ref("person", n), "toRef": ref("person", 0)} for n in range(1, 40)],
    }
    both = await at_once(upsert(world, **rows), upsert(world, **rows), upsert(world, **rows))
    assert sorted(counts(one) for one in both) == [(0, 0, 119, 0), (0, 0, 119, 0), (119, 0, 0, 0)]
    assert await changes(world) == 40 + 40 + 40 + 39


async def test_what_the_database_refuses_is_found_by_halving(world: World) -> None:
    async with world.database.session("WRITE") as session:
        for key in ("3", "11"):
            stray = "CREATE (:ExternalRef {workspace: $workspace, id: $key, system: 'test-account', key: $key})"
            await (await session.run(stray, workspace=world.workspace, key=key)).consume()
    told = await upsert(world, accounts=[{"externalRef": ref("account", n), "name": f"A{n}"} for n in range(20)])
    assert counts(told) == (18, 0, 0, 2)
    assert [(one["index"], one["problem"]["reason"]) for one in told["rows"] if one["problem"]] == [
        (3, "ALREADY_EXISTS"),
        (11, "ALREADY_EXISTS"),
    ]
    assert await changes(world) == 18
