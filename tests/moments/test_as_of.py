"""A committee as it stood: what a plain replay of a random history says at a moment is what asOf answers, and ids that name a moment say it again."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from schema.node import global_id, parted
from tests.conftest import World

BEGUN = datetime(2026, 1, 10, 9, tzinfo=UTC)
JUDGED = ("stance", "influence", "access", "awareness", "favours")
WORDS: dict[str, tuple[Any, ...]] = {
    "stance": ("CHAMPION", "SUPPORTER", "BLOCKER", None),
    "influence": (0, 7, 10, None),
    "access": ("NONE", "REGULAR", None),
    "awareness": ("INTEREST", "ACTION", None),
    "favours": ("Acme", "Globex", None),
}
STATE = "stance influence access awareness favours assessedAt"
MEMBER = f"id asOf since until {STATE} party {{ id }} roles {{ role }} current {{ id asOf }} assessments {{ nodes {{ at }} }}"
AT = f"""query($id: ID!, $at: DateTime!) {{ deal(id: $id) {{ committee(asOf: $at) {{
  id asOf phase {{ key }} sitting: members {{ {MEMBER} }} gone: members(former: true) {{ {MEMBER} }} }} }} }}"""


@dataclass
class Seat:
    """What was told of one member."""

    id: str
    since: str
    until: str | None = None
    roles: list[tuple[str, str, str | None]] = field(default_factory=list)
    judgements: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    def at(self, moment: str) -> dict[str, Any]:
        """The member as the replay has it."""
        day, judged = moment[:10], sorted((at, n, said) for n, (at, said) in enumerate(self.judgements) if at <= moment)
        state = {name: next((said[name] for *_, said in reversed(judged) if name in said), None) for name in JUDGED}
        return state | {
            "since": self.since,
            "until": self.until if self.until and self.until <= day else None,
            "assessedAt": judged[-1][0] if judged else None,
            "roles": sorted(role for role, since, until in self.roles if since <= day and (until is None or day < until)),
            "assessments": [at for at, *_ in reversed(judged)],
        }


def moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


async def history(world: World, dice: random.Random) -> tuple[str, list[Seat], list[tuple[str, str | None]]]:
    """A deal with a random past: its id, its seats, and from when on it was in which phase."""

    def some(least: datetime = BEGUN) -> datetime:
        return least + timedelta(hours=dice.randrange(24 * 150), minutes=dice.randrange(60))

    account = (await world.tell("createAccount", "... on Account { id }", name="Mill"))["id"]
    deal = (await world.tell("createDeal", "... on Deal { id }", accountId=account, name="Looms", createdAt=moment(BEGUN)))["id"]
    seats = []
    for n in range(5):
        person = (await world.tell("createPerson", "... on Person { id }", name=f"Person {n}"))["id"]
        since = some().date()
        made = await world.tell("addMember", "... on Member { id }", dealId=deal, partyId=person, since=since.isoformat())
        seat = Seat(made["id"], since.isoformat())
        for role in dice.sample(["USER", "DECIDER", "BUYER"], 2):
            begun = since + timedelta(days=dice.randrange(60))
            told = await world.tell(
                "assignRole", "... on Member { roles { id role } }", dealId=deal, partyId=person, role=role, since=begun.isoformat()
            )
            ended = None
            if dice.random() < 0.5:
                ended = (begun + timedelta(days=dice.randrange(40))).isoformat()
                which = next(one["id"] for one in told["roles"] if one["role"] == role)
                await world.tell("updateRole", "__typename", id=which, until=ended)
            seat.roles.append((role, begun.isoformat(), ended))
        for _ in range(dice.randrange(5)):
            at = moment(some())
            said = {name: dice.choice(WORDS[name]) for name in dice.sample(JUDGED, dice.randint(1, 3))}
            await world.tell("assessMember", "__typename", memberId=seat.id, at=at, **said)
            seat.judgements.append((at, said))
        if dice.random() < 0.5:
            until = max(since + timedelta(days=dice.choice([0, 100])), *(date.fromisoformat(begun) for _, begun, _ in seat.roles))
            seat.until = until.isoformat()
            told = await world.tell("removeMember", "__typename", id=seat.id, until=seat.until)
            assert told["__typename"] == "Member", told
            seat.roles = [(role, begun, ended or seat.until) for role, begun, ended in seat.roles]
        seats.append(seat)
    phases: list[tuple[str, str | None]] = [(moment(BEGUN), "need-recognition")]
    when = BEGUN
    for phase in dice.sample(["information-search", "evaluation-of-alternatives", "purchase-decision"], 2):
        when = some(when) if when == BEGUN else when + timedelta(days=dice.randrange(1, 30))
        told = await world.tell("moveDeal", "__typename", id=deal, phase=phase, at=moment(when))
        assert told["__typename"] == "Deal", told
        phases.append((moment(when), phase))
    closed = when + timedelta(days=3)
    await world.tell("closeDeal", "__typename", id=deal, status="LOST", at=moment(closed))
    phases.append((moment(closed), None))
    return deal, seats, phases


def shaped(one: dict[str, Any]) -> dict[str, Any]:
    flat = {name: one[name] for name in (*JUDGED, "since", "until", "assessedAt")}
    return flat | {"roles": [role["role"] for role in one["roles"]], "assessments": [done["at"] for done in one["assessments"]["nodes"]]}


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 6))])
async def test_a_moment_answers_what_a_replay_says(world: World, seed: int) -> None:
    dice = random.Random(seed)
    deal, seats, phases = await history(world, dice)
    edges = [at for at, _ in phases] + [at for seat in seats for at, _ in seat.judgements]
    edges += [f"{day}T00:00:00.000000Z" for seat in seats for day in (seat.since, seat.until) if day]
    moments = [*dice.sample(edges, 6), *(moment(BEGUN + timedelta(hours=dice.randrange(24 * 200))) for _ in range(6))]
    for at in moments:
        body = await world.ask(AT, {"id": deal, "at": at})
        told, day = body["data"]["deal"]["committee"], at[:10]
        there = at >= moment(BEGUN)
        sitting = {one.id: one.at(at) for one in seats if there and one.since <= day and (one.until is None or day < one.until)}
        gone = {one.id: one.at(at) for one in seats if there and one.until and one.until <= day}
        assert {one["current"]["id"]: shaped(one) for one in told["sitting"]} == sitting, at
        assert {one["current"]["id"]: shaped(one) for one in told["gone"]} == gone, at
        phase = next((key for when, key in reversed(phases) if when <= at), None) if there else None
        assert (told["phase"] and told["phase"]["key"]) == phase
        await refetched(world, told, at)


async def refetched(world: World, told: dict[str, Any], at: str) -> None:
    """Every id that names the moment gives the same state back."""
    assert told["asOf"] == at
    for one in (*told["sitting"], *told["gone"]):
        body = await world.ask(f"query($id: ID!) {{ node(id: $id) {{ ... on Member {{ {MEMBER} }} }} }}", {"id": one["id"]})
        assert body["data"]["node"] == one
        assert one["asOf"] == at
        assert one["current"]["asOf"] is None
    body = await world.ask(
        "query($id: ID!) { node(id: $id) { ... on Committee { id asOf members { id } phase { key } } } }", {"id": told["id"]}
    )
    same = {"id": told["id"], "asOf": at, "members": [{"id": one["id"]} for one in told["sitting"]], "phase": told["phase"]}
    assert body["data"]["node"] == same


@pytest.fixture
async def seated(world: World) -> tuple[World, str, str]:
    """A world, a deal since 10 January and its one member since 1 February."""
    account = (await world.tell("createAccount", "... on Account { id }", name="Mill"))["id"]
    deal = (await world.tell("createDeal", "... on Deal { id }", accountId=account, name="Looms", createdAt=moment(BEGUN)))["id"]
    person = (await world.tell("createPerson", "... on Person { id }", name="Anna"))["id"]
    member = (await world.tell("addMember", "... on Member { id }", dealId=deal, partyId=person, since="2026-02-01"))["id"]
    return world, deal, member


def at(id_: str, when: str) -> str:
    """The global id of a thing at a moment."""
    kind, local = parted(id_)
    return global_id(kind, f"{local}@{when}")


async def test_before_the_deal_was_there_nobody_sat_on_it(seated: tuple[World, str, str]) -> None:
    world, deal, _ = seated
    told = (await world.ask(AT, {"id": deal, "at": "2026-01-10T08:59:59Z"}))["data"]["deal"]["committee"]
    assert (told["phase"], told["sitting"], told["gone"]) == (None, [], [])


async def test_the_future_is_refused_and_an_id_that_names_it_names_nothing(seated: tuple[World, str, str]) -> None:
    world, deal, member = seated
    told = await world.ask(AT, {"id": deal, "at": "2999-01-01T00:00:00Z"})
    assert told["errors"][0]["extensions"]["code"] == "AS_OF_IN_FUTURE"
    assert await world.ask(AT, {"id": global_id("Deal", "no such"), "at": "2999-01-01T00:00:00Z"}) == {"data": {"deal": None}}
    ids = [at(member, "2999-01-01T00:00:00.000000Z"), at(member, "2026-01-31T12:00:00.000000Z"), at(member, "2026-13-31T12:00:00.000000Z")]
    ids += [at(deal, "2026-03-01T12:00:00.000000Z"), at(member, "2026-03-01T12:00:00.000000Z")]
    found = (await world.ask("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ids}))["data"]["nodes"]
    assert found == [None, None, None, None, {"id": ids[-1]}]


async def test_nothing_can_be_changed_at_a_moment(seated: tuple[World, str, str]) -> None:
    world, _, member = seated
    past = at(member, "2026-03-01T12:00:00.000000Z")
    told = await world.tell("assessMember", "__typename", memberId=past, stance="CHAMPION")
    assert told["issues"] == [{"path": ["memberId"], "code": "PAST_MOMENT"}]
    told = await world.tell("removeMember", "__typename", id=past)
    assert told["issues"] == [{"path": ["id"], "code": "PAST_MOMENT"}]
    viewer = f"viewer@{world.workspace}"
    await world.tell("saveTeamMember", "__typename", subject=viewer, name="Vera", permission="VIEWER")
    asked = "mutation($input: RemoveMemberInput!) { removeMember(input: $input) { __typename } }"
    assert (await world.ask(asked, {"input": {"id": past}}, "viewer"))["data"]["removeMember"]["__typename"] == "Forbidden"


async def test_a_stranger_finds_no_moment(seated: tuple[World, str, str], stranger: World) -> None:
    _, deal, member = seated
    past = "2026-03-01T12:00:00.000000Z"
    committee = global_id("Committee", f"{parted(deal)[1]}@{past}")
    asked = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert (await stranger.ask(asked, {"ids": [at(member, past), committee]}))["data"]["nodes"] == [None, None]
    told = await stranger.tell("removeMember", "__typename", id=member)
    assert told["__typename"] == "NotFound"


async def test_a_day_is_the_workspaces(seated: tuple[World, str, str]) -> None:
    world, deal, member = seated
    await world.tell("updateWorkspace", "__typename", timeZone="Pacific/Auckland")
    for when, there in (("2026-01-31T10:59:59Z", False), ("2026-01-31T11:00:00Z", True)):
        told = await world.ask(AT, {"id": deal, "at": when})
        assert [one["current"]["id"] for one in told["data"]["deal"]["committee"]["sitting"]] == [member] * there
