"""Interactions: logging what happened between us and the customer, who took part, and which deal it was about."""

from dataclasses import dataclass
from typing import Any

from cypher import deal, interaction, person, team
from cypher.interaction import InteractionRow
from cypher.words import ChangeAction, InteractionKind, Moment, Permission
from service import people
from service.fields import (
    NOTE,
    Field,
    Given,
    Unfit,
    absent,
    as_property,
    cleaned_of,
    differences,
    flag,
    instant,
    invalid,
    issue,
    refused,
    stored,
    whole,
    word,
)
from service.outcomes import Done, InvalidInput, Issue, IssueCode, NotFound, Outcome
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform, stale

MOST = 100
LONGEST = 100_000
FIELDS = {
    "interaction_kind": Field(word, required=True, stored=as_property("kind")),
    "at": Field(instant, required=True),
    "minutes": Field(whole(0, LONGEST)),
    "initiated_by_us": Field(flag),
    "sentiment": Field(whole(-2, 2)),
    "summary": NOTE,
}
ENGAGING = frozenset(InteractionKind) - {InteractionKind.MESSAGE, InteractionKind.OTHER}


@dataclass(frozen=True)
class Joined:
    """What an interaction joins, each known to exist; and whose timeline tells of it."""

    deal_id: str | None
    person_ids: list[str]
    team_member_ids: list[str]
    account_id: str | None


@needs(Permission.EDITOR)
async def log(caller: Caller, given: Given) -> Outcome:
    """Log an interaction; where nobody of us is named, the viewer took part."""
    values, issues = cleaned_of("interaction", FIELDS, given)
    if issues := issues + crowded(given):
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        us = given.get("team_member_ids")
        ours = {"team_member_ids": [caller.viewer.id] if us is None else us}
        if problem := untimely(values["at"], writing.stamp.at):
            return problem
        joined = await _joined(writing, {**given, **ours})
        if not isinstance(joined, Joined):
            return joined
        return Done("Interaction", await logged(writing, values, joined))

    return await perform(caller, "logInteraction", given, job)


async def logged(writing: Writing, values: dict[str, Any], joined: Joined) -> str:
    """Write a new interaction of checked values; gives its id."""
    id_ = writing.stamp.new_id()
    row = {"id": id_, "createdAt": writing.stamp.at, "updatedAt": writing.stamp.at}
    made = stored(FIELDS, absent(FIELDS) | values) | row | dated(writing, values["at"], joined)
    await interaction.create(writing.work, interactions=[{"interaction": made, "refs": [], **parties(values, joined)}])
    told = {name: value for name, value in (values | _names(joined)).items() if value not in (None, [])}
    _record(writing, ChangeAction.CREATED, id_, 1, {name: (None, value) for name, value in told.items()}, joined)
    return id_


@needs(Permission.EDITOR)
async def update(caller: Caller, given: Given) -> Outcome:
    """Change what is named of an interaction; who took part is told whole."""
    values, issues = cleaned_of("interaction", FIELDS, given)
    if issues := issues + crowded(given):
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        before = await interaction.lock(writing.work, id=given["id"])
        if before is None:
            return not_found("Interaction", "id", given["id"])
        conflict = stale(given.get("expected_version"), "Interaction", before)
        if problem := conflict or untimely(values.get("at", before.at), writing.stamp.at):
            return problem
        joined = await _joined(writing, {**{name: getattr(before, name) for name in JOINED}, **given})
        if not isinstance(joined, Joined):
            return joined
        if changed := differences(before, values) | _moved(before, joined):
            await _write(writing, before, values, changed, joined)
            _record(writing, ChangeAction.UPDATED, before.id, before.version + 1, changed, joined)
        return Done("Interaction", before.id)

    return await perform(caller, "updateInteraction", given, job)


JOINED = ("deal_id", "person_ids", "team_member_ids")


async def _write(writing: Writing, before: InteractionRow, values: dict[str, Any], changed: dict[str, Any], joined: Joined) -> None:
    standing = {name: getattr(before, name) for name in FIELDS} | values
    fields = stored(FIELDS, {name: after for name, (_, after) in changed.items() if name in FIELDS})
    row = {"id": before.id, "fields": fields | dated(writing, standing["at"], joined), **parties(standing, joined)}
    deals = sorted({one for one in (before.deal_id, joined.deal_id) if one})
    await interaction.update(writing.work, at=writing.stamp.at, interactions=[row], deal_ids=deals)


def crowded(given: Given) -> list[Issue]:
    """What is wrong with the lists of who took part."""
    issues = [
        issue((name,), Unfit(IssueCode.TOO_MANY, "too-many", max=MOST, count=len(given[name])))
        for name in ("person_ids", "team_member_ids")
        if len(given.get(name) or ()) > MOST
    ]
    if "person_ids" in given and given["person_ids"] is None:
        issues.append(issue(("person_ids",), Unfit(IssueCode.REQUIRED, "required")))
    return issues


def untimely(at: Moment, now: Moment, path: tuple[str, ...] = ()) -> InvalidInput | None:
    """The problem of what has not happened yet."""
    return refused((*path, "at"), IssueCode.IN_FUTURE, "moment-in-future") if at > now else None


async def _joined(writing: Writing, given: Given) -> Joined | NotFound | InvalidInput:
    """The deal, which is locked, and the people on both sides; one of the first two is there."""
    them, us = (list(dict.fromkeys(given[name] or ())) for name in ("person_ids", "team_member_ids"))
    deal_id = given.get("deal_id")
    if not them and deal_id is None:
        return refused(("person_ids",), IssueCode.REQUIRED, "nobody-met")
    about = None if deal_id is None else await deal.lock(writing.work, id=deal_id)
    if about is None and deal_id is not None:
        return not_found("Deal", "dealId", deal_id)
    people_found = {row.id: row for row in await person.by_ids(writing.work, ids=them)} if them else {}
    team_found = {row.id for row in await team.by_ids(writing.work, ids=us)} if us else set()
    missing = _missing("Person", "personIds", them, set(people_found)) or _missing("TeamMember", "teamMemberIds", us, team_found)
    if missing:
        return missing
    employers = (people.account_of(row) for row in people_found.values())
    return Joined(deal_id, them, us, about.account_id if about else next(filter(None, employers), None))


def _missing(kind: str, argument: str, ids: list[str], found: set[str]) -> NotFound | None:
    return next((not_found(kind, argument, one) for one in ids if one not in found), None)


def dated(writing: Writing, at: Moment, joined: Joined) -> dict[str, Any]:
    """What is stored beside the fields: the deal, and the day in the workspace's zone."""
    return {"dealId": joined.deal_id, "day": writing.caller.viewer.today(at)}


def parties(values: Given, joined: Joined) -> dict[str, Any]:
    """Who took part, as the statements take it."""
    return {"engages": engages(values), "personIds": joined.person_ids, "teamMemberIds": joined.team_member_ids}


def engages(values: Given) -> bool:
    """Whether who took part counts as engaged: whoever talked with us, or wrote to us."""
    kind = values["interaction_kind"]
    return kind in ENGAGING or (kind == InteractionKind.MESSAGE and values.get("initiated_by_us") is False)


def _names(joined: Joined) -> dict[str, Any]:
    return {name: getattr(joined, name) for name in JOINED}


def _moved(before: InteractionRow, joined: Joined) -> dict[str, tuple[Any, Any]]:
    """Which of what it joins differs; the order of people means nothing."""
    pairs = {name: (getattr(before, name), after) for name, after in _names(joined).items()}
    return {name: pair for name, pair in pairs.items() if set(pair[0] or ()) != set(pair[1] or ())}


def _record(writing: Writing, action: ChangeAction, id_: str, version: int, fields: dict[str, tuple[Any, Any]], joined: Joined) -> None:
    writing.record(action, "Interaction", id_, version=version, fields=fields, account=joined.account_id, deal=joined.deal_id)
