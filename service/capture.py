"""Capturing what one meeting taught, all or nothing: new people, members, roles, judgements, ties, the interaction. What stands is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cypher import deal, member, person, tie, workspace
from cypher.deal import DealRow
from cypher.member import MemberRow
from cypher.person import PersonRow
from cypher.words import Permission, RelationshipKind
from service import assessments, committees, interactions, people, relationships, roles
from service.committees import JUDGED, NewRole, Party, Seat
from service.fields import Field, Given, Unfit, cleaned, cleaned_of, invalid, issue, label, refused
from service.interactions import Joined
from service.outcomes import Done, InvalidInput, Issue, IssueCode, NotFound, Outcome, Problem
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform

MOST = 50
MOST_TIES = 200
OWN = {"key": Field(label(), required=True), "certainty": roles.FIELDS["certainty"]}
Path = tuple[str, ...]


@dataclass(frozen=True)
class Met:
    """One of the people who were met, with the input's checked values."""

    key: str
    path: Path
    given: Given
    person: dict[str, Any]
    post: dict[str, Any]
    certainty: dict[str, Any]
    source: dict[str, Any]
    assessment: dict[str, Any] | None


@dataclass(frozen=True)
class Place:
    """Who somebody is, and the row of the person; None of a group."""

    party: Party
    row: PersonRow | None


@needs(Permission.EDITOR)
async def capture(caller: Caller, given: Given) -> Outcome:
    """Write down what a meeting about a deal taught. The answer's extra: member by key, and the interaction's id."""
    met, issues = _met(given)
    ties, tie_issues = _ties(given, {one.key for one in met})
    talk, talk_issues = _talk(given, {one.key for one in met})
    if issues := issues + tie_issues + talk_issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        if any(one["kind"] == RelationshipKind.REPORTS_TO for one, _ in ties):
            await workspace.lock(writing.work)
        on = await deal.lock(writing.work, id=given["deal_id"])
        if on is None:
            return not_found("Deal", "dealId", given["deal_id"])
        places = await _places(writing, met)
        if not isinstance(places, dict):
            return places
        members = await _seated(writing, on, met, places)
        if problem := await _tied(writing, ties, places):
            return problem
        logged = await _logged(writing, on, given, talk, places) if talk else None
        if isinstance(logged, InvalidInput):
            return logged
        keys = [{"key": one.key, "member": members[one.key]} for one in met]
        return Done("Committee", on.id, {"keys": keys, "interaction": logged})

    return await perform(caller, "capture", given, job)


def below(problem: Problem, *path: str) -> Problem:
    """The same problem, of a part of the input."""
    match problem:
        case InvalidInput(message, issues):
            return InvalidInput(message, tuple(replace(one, path=(*path, *one.path)) for one in issues))
        case NotFound(message, argument, missing):
            return NotFound(message, (*path, *argument), missing)
        case _:
            return problem


def _below(issues: list[Issue], *path: str) -> list[Issue]:
    return [replace(one, path=(*path, *one.path)) for one in issues]


def _met(given: Given) -> tuple[list[Met], list[Issue]]:
    """Who was met, and what is wrong with what is said of them."""
    if len(given["people"]) > MOST:
        return [], [issue(("people",), Unfit(IssueCode.TOO_MANY, "too-many", max=MOST, count=len(given["people"])))]
    source, issues = cleaned({"source": roles.FIELDS["source"]}, given)
    found: list[Met] = []
    for place, one in enumerate(given["people"]):
        path = ("people", str(place))
        made, wrong = _one(one, path, source)
        issues += wrong + _doubled(one, path, found)
        found.append(made)
    return found, issues


def _one(given: Given, path: Path, source: dict[str, Any]) -> tuple[Met, list[Issue]]:
    values, issues = cleaned(OWN, given, path)
    certainty = {name: value for name, value in values.items() if name == "certainty"}
    values, post, wrong = people.checked(given["person"]) if given.get("person") else ({}, {}, [])
    issues += _below(wrong, *path, "person")
    if (given.get("party_id") is None) == (given.get("person") is None):
        both = given.get("person") is not None
        code, key = (IssueCode.CONTRADICTION, "party-and-person") if both else (IssueCode.REQUIRED, "party-or-person")
        issues.append(issue((*path, "party_id"), Unfit(code, key)))
    said = None
    if given.get("assessment") is not None:
        said, wrong = cleaned({name: assessments.FIELDS[name] for name in (*JUDGED, "note")}, given["assessment"], (*path, "assessment"))
        issues += wrong
        if not wrong and not any(name in said for name in JUDGED):
            issues.append(issue((*path, "assessment"), Unfit(IssueCode.REQUIRED, "nothing-judged")))
    return Met(given["key"], path, given, values, post, certainty, source, said), issues


def _doubled(given: Given, path: Path, before: list[Met]) -> list[Issue]:
    """A key or a party that was named before."""
    twice = [
        name for name in ("key", "party_id") if given.get(name) is not None and any(given[name] == one.given.get(name) for one in before)
    ]
    return [
        issue((*path, name), Unfit(IssueCode.DUPLICATE_KEY, "duplicate", value=getattr(given[name], "given", given[name])))
        for name in twice
    ]


def _ties(given: Given, keys: set[str]) -> tuple[list[tuple[Given, dict[str, Any]]], list[Issue]]:
    rows: list[Given] = given.get("ties") or []
    if len(rows) > MOST_TIES:
        return [], [issue(("ties",), Unfit(IssueCode.TOO_MANY, "too-many", max=MOST_TIES, count=len(rows)))]
    found: list[tuple[Given, dict[str, Any]]] = []
    issues: list[Issue] = []
    for place, one in enumerate(rows):
        path = ("ties", str(place))
        values, wrong = cleaned({name: relationships.FIELDS[name] for name in ("strength", "note")}, one, path)
        issues += wrong + [_unknown((*path, name.strip("_")), one[name]) for name in ("from_", "to") if one[name] not in keys]
        if one["from_"] == one["to"]:
            issues.append(issue((*path, "to"), Unfit(IssueCode.SELF_TIE, "self-tie")))
        found.append((one, values))
    return found, issues


def _unknown(path: Path, key: str) -> Issue:
    return issue(path, Unfit(IssueCode.UNKNOWN_KEY, "unknown-key", value=key))


def _talk(given: Given, keys: set[str]) -> tuple[dict[str, Any] | None, list[Issue]]:
    talk = given.get("interaction")
    if talk is None:
        return None, []
    values, issues = cleaned_of("interaction", interactions.FIELDS, talk)
    named = enumerate(talk.get("participants") or ())
    issues += [_unknown(("participants", str(place)), key) for place, key in named if key not in keys]
    return values, _below(issues, "interaction")


async def _places(writing: Writing, met: list[Met]) -> dict[str, Place] | Problem:
    """Who everybody is; who is new is entered."""
    found: dict[str, Place] = {}
    for one in met:
        entered = one.given.get("party_id")
        if entered is None:
            outcome = await people.entered(writing, one.given["person"], one.person, one.post)
            if not isinstance(outcome, Done):
                return below(outcome, *one.path, "person")
            party: Party | None = Party("Person", outcome.id)
        else:
            party = await committees.party_of(writing, entered)
        if party is None:
            return not_found("Party", ".".join((*one.path, "partyId")), entered)
        found[one.key] = Place(party, None)
    ids = [one.party.id for one in found.values() if one.party.kind == "Person"]
    rows = {row.id: row for row in await person.by_ids(writing.work, ids=ids)}
    return {key: replace(one, row=rows.get(one.party.id)) for key, one in found.items()}


async def _seated(writing: Writing, on: DealRow, met: list[Met], places: Mapping[str, Place]) -> dict[str, str]:
    """Everybody's member by key, new where they did not sit there, with the roles and judgements that are new."""
    standing = {one.key: await member.lock_seat(writing.work, deal_id=on.id, party_id=places[one.key].party.id) for one in met}
    new = [one for one in met if standing[one.key] is None]
    made = await committees.seat(writing, on, [_seat(one, places[one.key], writing.today) for one in new])
    ids = {key: row.id for key, row in standing.items() if row} | {one.key: id_ for one, id_ in zip(new, made, strict=True)}
    old = [(one, row) for one in met if (row := standing[one.key])]
    await committees.assign(writing, on, [(row.id, role) for one, row in old for role in _new_roles(one, row)])
    await committees.judge(writing, on, [(ids[one.key], _judgement(writing, one)) for one in met if one.assessment is not None])
    return ids


def _seat(one: Met, place: Place, today: str) -> Seat:
    return Seat(place.party, today, _new_roles(one, None))


def _new_roles(one: Met, standing: MemberRow | None) -> list[NewRole]:
    """The roles that somebody does not play yet."""
    played = {role.role for role in standing.roles} if standing else set()
    wanted = dict.fromkeys(one.given.get("roles") or ())
    return [NewRole(role, **one.certainty, **one.source) for role in wanted if role not in played]


def _judgement(writing: Writing, one: Met) -> dict[str, Any]:
    said = one.assessment or {}
    named = [name for name in JUDGED if name in said]
    whole = {name: said.get(name) for name in (*JUDGED, "note")}
    return whole | {"named": named, "by": writing.caller.viewer.id, "at": writing.stamp.at}


async def _tied(writing: Writing, ties: list[tuple[Given, dict[str, Any]]], places: Mapping[str, Place]) -> Problem | None:
    """Write the ties that do not stand; why one of them may not."""
    for place, (one, values) in enumerate(ties):
        path, kind = ("ties", str(place)), RelationshipKind(one["kind"])
        from_, to = places[one["from_"]].row, places[one["to"]].row
        if from_ is None or to is None:
            return refused((*path, "from" if from_ is None else "to"), IssueCode.BAD_VALUE, "only-people")
        key = relationships.open_key(kind, from_.id, to.id)
        standing = await tie.standing(writing.work, person_id=from_.id, open_key=key)
        if standing and {standing.from_id, standing.to_id} == {from_.id, to.id}:
            continue
        outcome = await relationships.tied(writing, kind, from_, to, values)
        if not isinstance(outcome, Done):
            return below(outcome, *path)
    return None


async def _logged(writing: Writing, on: DealRow, given: Given, talk: dict[str, Any], places: Mapping[str, Place]) -> str | InvalidInput:
    """Log the interaction with those who are named, else with everybody who is no placeholder; of us, with the viewer."""
    if problem := interactions.untimely(talk["at"], writing.stamp.at, ("interaction",)):
        return problem
    named = given["interaction"].get("participants")
    keys = [key for key, one in places.items() if one.row and not one.row.is_placeholder] if named is None else list(dict.fromkeys(named))
    for place, key in enumerate(keys):
        if places[key].row is None:
            return refused(("interaction", "participants", str(place)), IssueCode.BAD_VALUE, "only-people")
    who = [places[key].party.id for key in keys]
    return await interactions.logged(writing, talk, Joined(on.id, who, [writing.caller.viewer.id], on.account_id))
