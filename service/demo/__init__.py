"""The demo workspace: a part of the AdventureWorks sample, and the story of `story`, made through the service's own use cases."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from cypher import member, ref
from cypher.graph import Database
from cypher.words import GroupKind
from service import acquaintances, assessments, committees, deals, groups, people, products, team, upsert, workspaces
from service.demo import conversations, story, trouble
from service.importing import adventureworks, loading
from service.importing.adventureworks import CYCLES, PERSON, Entry, Sample
from service.outcomes import Conflict, Done, Outcome
from service.stamp import Clock
from service.viewer import Caller, caller_as

WORKSPACE = "01900000-0000-7000-8000-000000000001"
SUBJECT = "demo"
NEW = 0
"""The version of what is not there yet: what stands already answers with a conflict, and is left as it is."""
UseCase = Callable[[Caller, dict[str, Any]], Awaitable[Outcome]]


class DemoFailed(Exception):
    """A use case refused what the demo is made of: a bug, or a workspace that somebody has changed."""


async def fill(database: Database, clock: Clock) -> str:
    """Make the demo workspace where it is missing; gives its id. What stands already is left as it is."""
    await workspaces.create(database, clock, name="Demo", subject=SUBJECT, id_=WORKSPACE, currency="USD")
    caller = await caller_as(database, clock, SUBJECT, WORKSPACE)
    if caller is None:
        raise DemoFailed(f"The demo workspace has no active team member {SUBJECT}.")
    await loading.load(caller, _part(adventureworks.read()), lambda _: None)
    us = await _our_side(caller)
    await _rows(caller, **story.ADVISERS)
    known = await _known(caller)
    await _parties(caller, known)
    await _first_deal(caller, known, us)
    await _rows(caller, deals=list(story.DEALS), roles=list(story.ROLES), ties=list(story.TIES))
    await _around(caller, await _known(caller), us)
    await trouble.fill(caller, us, _made, _rows)
    await conversations.fill(caller, _made, _rows)
    return WORKSPACE


def _part(sample: Sample) -> Sample:
    """The employees, and some of the stores with their contacts and sellers."""

    def stays(entry: Entry) -> bool:
        where = entry.row.get("external_ref" if entry.list == "accounts" else "account_ref", CYCLES)
        return where == CYCLES or where["key"] in story.STORES

    served = {key: seller for key, seller in sample.served.items() if key in story.STORES}
    sellers = {key: seller for key, seller in sample.sellers.items() if key in served.values()}
    return replace(sample, entries=[entry for entry in sample.entries if stays(entry)], served=served, sellers=sellers)


async def _made(caller: Caller, use_case: UseCase, **given: Any) -> str:
    """The id of what a use case made, or of what stood there before. The key makes a second filling quick; it is kept for a week."""
    key = "demo|" + "|".join(str(value) for value in given.values())
    match await use_case(caller, {**given, "idempotency_key": key[:300]}):
        case Done(id=id_):
            return id_
        case Conflict(current=(_, id_)):
            return id_
        case outcome:
            raise DemoFailed(f"{use_case.__module__}.{use_case.__name__}: {outcome}")


async def _rows(caller: Caller, **given: Any) -> None:
    outcome = await upsert.upsert(caller, given)
    if not isinstance(outcome, Done) or any(row["problem"] for row in outcome.extra):
        raise DemoFailed(f"upsert: {outcome}")


async def _known(caller: Caller) -> dict[tuple[str, str], str]:
    """The ids of what the story names, by external reference."""
    named = [story.FIRST, CYCLES, story.ADVISER, story.BOARD, story.STAND_IN, *(row["external_ref"] for row in story.DEALS)]
    named += [row["party_ref"] for row in story.ROLES] + [party for _, party in story.WITHOUT_ROLE]
    named += [adventureworks.person_ref("1")]
    return {(found.system, found.key): found.entity_id for found in await ref.find(caller.graph, refs=named)}


def _id(known: dict[tuple[str, str], str], named: dict[str, str]) -> str:
    return known[named["system"], named["key"]]


async def _our_side(caller: Caller) -> dict[str, str]:
    for key, name, family in story.PRODUCTS:
        with_it = {"goes_with": story.GOES_WITH[key]} if key in story.GOES_WITH else {}
        await _made(caller, products.save, key=key, name=name, family=family, **with_it, expected_version=NEW)
    return {
        subject: await _made(
            caller, team.save, subject=subject, name=name, email=story.email(subject), permission=permission, expected_version=NEW
        )
        for subject, name, permission in story.TEAM
    }


async def _parties(caller: Caller, known: dict[tuple[str, str], str]) -> None:
    """A group that decides as one, and somebody of whom only the post is known."""
    ours, board = _id(known, CYCLES), [known[PERSON, "1"], _id(known, story.FINANCE)]
    await _made(
        caller, groups.create, account_id=ours, name="The board", kind=GroupKind.BOARD, person_ids=board, external_refs=[story.BOARD]
    )
    post = {"account_id": ours, "title": "Plant manager"}
    stand_in = {"name": "The new plant manager", "is_placeholder": True, "employment": post}
    await _made(caller, people.create, **stand_in, external_refs=[story.STAND_IN])


async def _first_deal(caller: Caller, known: dict[tuple[str, str], str], us: dict[str, str]) -> None:
    await _made(
        caller,
        deals.create,
        account_id=_id(known, CYCLES),
        name="Line control for the frame works",
        amount={"amount": "420000", "currency": "USD"},
        buy_class="NEW_TASK",
        products=["line-control"],
        competitors=["Rival Controls"],
        owner_id=us["karolina"],
        external_refs=[story.FIRST],
    )


async def _around(caller: Caller, known: dict[tuple[str, str], str], us: dict[str, str]) -> None:
    """Members without a role, judgements that rows can't hold, and whom we know."""
    for deal, party in story.WITHOUT_ROLE:
        await _made(caller, committees.add, deal_id=_id(known, story.own(deal)), party_id=_id(known, party))
    for deal, party, judged in story.JUDGED:
        seat = await _made(caller, committees.add, deal_id=_id(known, story.own(deal)), party_id=_id(known, party))
        if not await _judged(caller, seat, judged):
            await _made(caller, assessments.assess, member_id=seat, **judged)
    for subject, person, level, wanted in story.ACQUAINTED:
        given = {
            "person_id": _id(known, person),
            "team_member_id": us[subject],
            "level": level,
            "wanted_level": wanted,
            "expected_version": NEW,
        }
        await _made(caller, acquaintances.set_, **given)


async def _judged(caller: Caller, seat: str, judged: dict[str, Any]) -> bool:
    """Whether somebody has judged all this of the member already, however they saw it."""
    standing = await member.standing_assessments(caller.graph, ids=[seat])
    return judged.keys() <= {name for of in standing for one in of.items for name in one.named}
