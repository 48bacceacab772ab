"""Writers at the same time, round after round: one outcome stands, and its Changes, whatever the order in which they came."""

from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest

from cypher.graph import Database
from tests.conftest import World, at_once, make_world

ROUNDS, WRITERS = 4, 6
ID = "__typename ... on Node { id }"
rounds = pytest.mark.parametrize("number", range(ROUNDS))


@pytest.fixture(scope="module")
async def place(database: Database) -> AsyncIterator[World]:
    made = await make_world(database)
    yield made
    await made.client.aclose()


async def make(place: World, mutation: str, /, **given: Any) -> str:
    return str((await place.tell(mutation, ID, **given))["id"])


async def changes(place: World, after: int = 0) -> list[tuple[int, str, str]]:
    """Number, action and kind of every Change after this number."""
    body = await place.ask("query($n: Int) { changes(afterSeq: $n, first: 100) { nodes { seq action entityType } } }", {"n": after})
    return [(one["seq"], one["action"], one["entityType"]) for one in body["data"]["changes"]["nodes"]]


async def last(place: World) -> int:
    return int((await place.ask("{ changes { totalCount } }"))["data"]["changes"]["totalCount"])


async def raced(place: World, mutation: str, *inputs: dict[str, Any]) -> tuple[Counter[str], list[tuple[str, str]], list[Any]]:
    """How often each type was answered, what Changes came of it, without a gap, and the answers."""
    before = await last(place)
    told = await at_once(*(place.tell(mutation, ID, **given) for given in inputs))
    made = await changes(place, before)
    assert [seq for seq, _, _ in made] == list(range(before + 1, before + 1 + len(made)))
    return Counter(one["__typename"] for one in told), [(action, kind) for _, action, kind in made], told


ONE_OF = {"Conflict": WRITERS - 1}


@rounds
async def test_one_seat(place: World, number: int) -> None:
    account, person = await make(place, "createAccount", name="Mill"), await make(place, "createPerson", name="Ada")
    deal = await make(place, "createDeal", accountId=account, name="Looms")
    kinds, made, _ = await raced(place, "addMember", *({"dealId": deal, "partyId": person} for _ in range(WRITERS)))
    assert (kinds, made) == ({"Member": 1, **ONE_OF}, [("CREATED", "Member")])


@rounds
async def test_one_role_of_a_member_who_is_there(place: World, number: int) -> None:
    account, person = await make(place, "createAccount", name="Mill"), await make(place, "createPerson", name="Ada")
    deal = await make(place, "createDeal", accountId=account, name="Looms")
    await make(place, "addMember", dealId=deal, partyId=person)
    kinds, made, _ = await raced(place, "assignRole", *({"dealId": deal, "partyId": person, "role": "USER"} for _ in range(WRITERS)))
    assert (kinds, made) == ({"Member": 1, **ONE_OF}, [("CREATED", "RoleAssignment")])


@rounds
async def test_one_copy_of_a_committee(place: World, number: int) -> None:
    account, person = await make(place, "createAccount", name="Mill"), await make(place, "createPerson", name="Ada")
    old, new = [await make(place, "createDeal", accountId=account, name=name) for name in ("Old", "New")]
    await make(place, "assignRole", dealId=old, partyId=person, role="USER")
    kinds, made, _ = await raced(place, "copyCommittee", *({"fromDealId": old, "toDealId": new} for _ in range(WRITERS)))
    assert (kinds, made) == ({"Deal": WRITERS}, [("CREATED", "Member"), ("CREATED", "RoleAssignment")])


@rounds
@pytest.mark.parametrize(
    "mutation", ["updateAccount", "updatePerson", "updateGroup", "updateEmployment", "updateRelationship", "updateDeal"]
)
async def test_one_change_of_a_version(place: World, mutation: str, number: int) -> None:
    account, person = await make(place, "createAccount", name="Mill"), await make(place, "createPerson", name="Ada")
    text = {"updateEmployment": "title", "updateRelationship": "note"}.get(mutation, "name")
    id_ = await {
        "updateAccount": lambda: make(place, "createAccount", name="Works"),
        "updatePerson": lambda: make(place, "createPerson", name="Bob"),
        "updateGroup": lambda: make(place, "createGroup", accountId=account, name="Board"),
        "updateEmployment": lambda: make(place, "addEmployment", personId=person, employment={"accountId": account}),
        "updateRelationship": lambda: _tie(place, person),
        "updateDeal": lambda: make(place, "createDeal", accountId=account, name="Looms"),
    }[mutation]()
    kinds, made, told = await raced(place, mutation, *({"id": id_, "expectedVersion": 1, text: f"New {n}"} for n in range(WRITERS)))
    kind = mutation.removeprefix("update")
    assert (kinds, made) == ({kind: 1, **ONE_OF}, [("UPDATED", kind)])
    assert {(one["reason"], one["currentVersion"]) for one in told if "reason" in one} == {("STALE_VERSION", 2)}


async def _tie(place: World, person: str) -> str:
    return await make(place, "relatePeople", kind="KNOWS", fromId=person, toId=await make(place, "createPerson", name="Cid"))


@rounds
async def test_one_answer_for_a_key(place: World, number: int) -> None:
    given = {"name": "Once", "externalRefs": [{"system": "key", "key": str(number)}], "idempotencyKey": f"k{number}"}
    kinds, made, told = await raced(place, "createAccount", *([given] * WRITERS))
    assert (kinds, made) == ({"Account": WRITERS}, [("CREATED", "Account")])
    assert len({one["id"] for one in told}) == 1


@rounds
async def test_one_input_for_a_key(place: World, number: int) -> None:
    inputs = [{"name": f"A{n}", "idempotencyKey": f"other {number}"} for n in range(WRITERS)]
    kinds, made, told = await raced(place, "createAccount", *inputs)
    assert (kinds, made) == ({"Account": 1, **ONE_OF}, [("CREATED", "Account")])
    assert {one["reason"] for one in told if "reason" in one} == {"IDEMPOTENCY_KEY_REUSED"}


@rounds
async def test_one_thing_for_a_reference(place: World, number: int) -> None:
    refs = [{"system": "crm", "key": str(number)}]
    people = [await make(place, "createPerson", name=f"P{n}") for n in range(WRITERS)]
    kinds, made, told = await raced(place, "updatePerson", *({"id": one, "externalRefs": refs} for one in people))
    assert (kinds, made) == ({"Person": 1, **ONE_OF}, [("UPDATED", "Person")])
    assert {one["reason"] for one in told if "reason" in one} == {"ALREADY_EXISTS"}


@rounds
async def test_no_circle_of_reporting(place: World, number: int) -> None:
    people = [await make(place, "createPerson", name=f"P{n}") for n in range(WRITERS)]
    ring = zip(people, [*people[1:], people[0]], strict=True)
    kinds, made, told = await raced(place, "relatePeople", *({"kind": "REPORTS_TO", "fromId": a, "toId": b} for a, b in ring))
    assert (kinds, made) == ({"Relationship": WRITERS - 1, "InvalidInput": 1}, [("CREATED", "Relationship")] * (WRITERS - 1))
    assert next(one["issues"] for one in told if "issues" in one) == [{"path": ["toId"], "code": "CYCLE"}]


@rounds
async def test_one_first_post_is_primary(place: World, number: int) -> None:
    account, person = await make(place, "createAccount", name="Mill"), await make(place, "createPerson", name="Ada")
    kinds, made, _ = await raced(
        place, "addEmployment", *({"personId": person, "employment": {"accountId": account}} for _ in range(WRITERS))
    )
    assert (kinds, made) == ({"Employment": WRITERS}, [("CREATED", "Employment")] * WRITERS)
    posts = (await place.ask("query($id: ID!) { person(id: $id) { employments { isPrimary } } }", {"id": person}))["data"]["person"]
    assert Counter(one["isPrimary"] for one in posts["employments"]) == {True: 1, False: WRITERS - 1}


@rounds
async def test_one_product_of_a_key(place: World, number: int) -> None:
    kinds, made, told = await raced(place, "saveProduct", *([{"key": f"p{number}", "name": "Looms"}] * WRITERS))
    assert (kinds, made) == ({"Product": WRITERS}, [("CREATED", "Product")])
    assert len({one["id"] for one in told}) == 1


@rounds
async def test_one_belonging_of_a_person_to_a_group(place: World, number: int) -> None:
    account, person = await make(place, "createAccount", name="Mill"), await make(place, "createPerson", name="Ada")
    group = await make(place, "createGroup", accountId=account, name="Board")
    kinds, made, _ = await raced(place, "updateGroup", *([{"id": group, "addPersonIds": [person]}] * WRITERS))
    assert (kinds, made) == ({"Group": WRITERS}, [("UPDATED", "Group")])
