"""What inputs may hold, asked through the API: amounts, early years, idempotency keys, blank texts, references set to null."""

from typing import Any

import pytest

from tests.conftest import World

ACCOUNT = "__typename ... on Account { id version createdAt }"


def issues(told: dict[str, Any]) -> list[tuple[str, str]]:
    return [(".".join(one["path"]), one["code"]) for one in told["issues"]]


def money(amount: str, currency: str = "EUR") -> dict[str, str]:
    return {"amount": amount, "currency": currency}


async def test_a_bad_amount_is_an_issue_and_costs_one_row_of_an_import(world: World) -> None:
    for revenue, code in [
        (money("1e999999999"), "BAD_VALUE"),
        (money("1.00001"), "OUT_OF_RANGE"),
        (money("1", "ZZZ"), "BAD_VALUE"),
    ]:
        assert issues(await world.tell("createAccount", ACCOUNT, name="Mill", annualRevenue=revenue)) == [("annualRevenue", code)]
    rows = [
        {"externalRef": {"system": "crm", "key": str(n)}, "name": "Mill", "annualRevenue": money(amount)}
        for n, amount in enumerate(["1e999999999", "12.5"])
    ]
    asked = "mutation($input: UpsertInput!) { upsert(input: $input) { ... on Batch { rows { outcome } } } }"
    told = await world.ask(asked, {"input": {"accounts": rows}})
    assert [one["outcome"] for one in told["data"]["upsert"]["rows"]] == ["FAILED", "CREATED"]


async def test_a_deal_may_be_older_than_a_thousand_years(world: World) -> None:
    account = (await world.tell("createAccount", ACCOUNT, name="Abbey"))["id"]
    made = await world.tell("createDeal", "... on Deal { createdAt }", accountId=account, name="Bells", createdAt="0900-03-01T09:30:00Z")
    assert made["createdAt"] == "0900-03-01T09:30:00.000000Z"


async def test_an_idempotency_key_is_a_short_line(world: World) -> None:
    for key, code in [("x" * 9_000, "TOO_LONG"), ("", "BAD_VALUE"), (" ", "BAD_VALUE"), ("a\0b", "BAD_VALUE"), ("a\nb", "BAD_VALUE")]:
        assert issues(await world.tell("createAccount", ACCOUNT, name="Mill", idempotencyKey=key)) == [("idempotencyKey", code)]
    longest = "\U0001f511" * 300
    told = [await world.tell("createAccount", ACCOUNT, name="Mill", idempotencyKey=longest) for _ in range(2)]
    assert told[0]["id"] == told[1]["id"]


async def test_an_idempotency_key_is_forgotten_after_seven_days(world: World) -> None:
    async def made(name: str) -> dict[str, Any]:
        return await world.tell("createAccount", ACCOUNT, name=name, idempotencyKey="k")  # type: ignore[no-any-return]

    first = await made("Mill")
    crowd = "UNWIND range(1, 60) AS n CREATE (:Outcome {workspace: $w, scope: toString(n), id: toString(n), keptAt: '2000-01-01'})"
    await world.database.driver.execute_query(crowd, w=world.workspace, database_=world.database.name)
    aged = "MATCH (o:Outcome {workspace: $w}) WHERE o.scope ENDS WITH '|k' SET o.keptAt = '2020-01-01T00:00:00.000000Z'"
    await world.database.driver.execute_query(aged, w=world.workspace, database_=world.database.name)
    second = await made("Other")
    assert second["__typename"] == "Account"
    assert second["id"] != first["id"]
    assert (await made("Other"))["id"] == second["id"]
    assert (await made("Mill"))["reason"] == "IDEMPOTENCY_KEY_REUSED"


async def test_a_blank_text_of_a_field_that_may_be_empty_is_a_bad_value(world: World) -> None:
    told = await world.tell("createAccount", ACCOUNT, name="\u200b", industry=" ", tags=["a", "\u200f"])
    assert issues(told) == [("industry", "BAD_VALUE"), ("name", "REQUIRED"), ("tags", "BAD_VALUE")]


async def test_null_clears_the_references_of_every_noun(world: World) -> None:
    account = (await world.tell("createAccount", ACCOUNT, name="Mill"))["id"]
    for noun, given in [("Account", {}), ("Person", {}), ("Group", {"accountId": account}), ("Deal", {"accountId": account})]:
        refs = [{"system": noun, "key": "1"}, {"system": "other", "key": noun}]
        fields = f"... on {noun} {{ id version externalRefs {{ system key }} }}"
        made = await world.tell(f"create{noun}", fields, name=noun, externalRefs=refs, **given)
        assert made["externalRefs"] == refs
        left = await world.tell(f"update{noun}", fields, id=made["id"])
        assert (left["version"], left["externalRefs"]) == (1, refs)
        cleared = await world.tell(f"update{noun}", fields, id=made["id"], externalRefs=None)
        assert (cleared["version"], cleared["externalRefs"]) == (2, [])


async def upserted(world: World, **rows: Any) -> list[str]:
    asked = "mutation($input: UpsertInput!) { upsert(input: $input) { ... on Batch { rows { outcome problem { ... on InvalidInput"
    told = await world.ask(asked + " { issues { path code } } } } } } }", {"input": rows})
    return [
        one["outcome"] + "".join(f" {code}" for _, code in issues(one["problem"])) if one["problem"] else one["outcome"]
        for one in told["data"]["upsert"]["rows"]
    ]


async def test_a_deal_of_the_same_import_is_open(world: World) -> None:
    account = {"externalRef": {"system": "crm-account", "key": "1"}, "name": "Mill"}
    deal = {"externalRef": {"system": "crm-deal", "key": "1"}, "accountRef": account["externalRef"], "name": "Looms"}
    rows = [deal, deal | {"closeReason": "because"}, deal | {"lostTo": "Acme"}, deal]
    told = await upserted(world, accounts=[account], deals=rows)
    assert told == ["CREATED", "CREATED", "FAILED WRONG_STATE", "FAILED WRONG_STATE", "UNCHANGED"]
    again = await upserted(world, accounts=[account], deals=rows)
    assert again == ["UNCHANGED", "UNCHANGED", "FAILED WRONG_STATE", "FAILED WRONG_STATE", "UNCHANGED"]


async def test_rows_that_leave_a_thing_as_it_was_update_nothing(world: World) -> None:
    account = {"externalRef": {"system": "crm-account", "key": "1"}, "name": "Mill"}
    person = {"externalRef": {"system": "crm-person", "key": "1"}, "name": "Ada", "accountRef": account["externalRef"]}
    rows = {"accounts": [account], "people": [person | {"title": "T1"}, person | {"title": "T2"}]}
    assert await upserted(world, **rows) == ["CREATED", "CREATED", "UPDATED"]
    assert await upserted(world, **rows) == ["UNCHANGED", "UNCHANGED", "UNCHANGED"]
    rows["people"].append(person | {"title": "T3"})
    assert await upserted(world, **rows) == ["UNCHANGED", "UPDATED", "UPDATED", "UPDATED"]


@pytest.mark.parametrize(
    ("mutation", "given"),
    [
        ("createAccount", {"name": " "}),
        ("createPerson", {"name": "Ada", "tags": [" "]}),
        ("upsert", {"people": [{"externalRef": {"system": "crm", "key": str(n)}, "name": "Ada"} for n in range(1_001)]}),
        ("saveProduct", {"key": " ", "name": " "}),
        ("updateWorkspace", {"currency": "ZZZ"}),
        ("saveTeamMember", {"subject": "\u200b", "name": " ", "permission": "VIEWER"}),
    ],
)
async def test_who_may_not_learns_nothing_of_a_bad_input(world: World, mutation: str, given: dict[str, Any]) -> None:
    viewer = f"viewer@{world.workspace}"
    await world.tell("saveTeamMember", "__typename", subject=viewer, name="Vera", permission="VIEWER")
    asked = f"mutation($input: {mutation[0].upper()}{mutation[1:]}Input!) {{ {mutation}(input: $input) {{ __typename }} }}"
    told = [(await world.ask(asked, {"input": given}, as_))["data"][mutation]["__typename"] for as_ in ("viewer", "admin")]
    assert told == ["Forbidden", "InvalidInput"]
