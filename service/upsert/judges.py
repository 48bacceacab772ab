"""Judging the rows of accounts, people, posts and ties.

A judge takes one row, and changes the slate or raises Refusal before it has changed anything.
"""

from collections.abc import Mapping
from typing import Any

from cypher.words import RelationshipKind
from service import accounts, dated, employments, people, refs, relationships
from service.fields import Fields, Given, cleaned, invalid, refused
from service.messages import say
from service.outcomes import Conflict, ConflictReason, IssueCode, NotFound
from service.text import camel
from service.upsert.slate import Refusal, Slate, Thing, tie_key

Path = tuple[str, ...]
POST = ("title", "department", "seniority")
Judged = tuple[Thing, list[Thing]]
"""The thing that a row is about, and all that the row changes."""


def clean(fields: Fields, row: Given, path: Path) -> dict[str, Any]:
    """The row's values; every issue at once, those of its references included."""
    values, issues = cleaned(fields, row, path)
    for name in (name for name in row if name.endswith("_ref") and row[name]):
        issues += refs.flaws(row[name], (*path, name))
    if issues:
        raise Refusal(invalid(issues))
    return values


def named(slate: Slate, row: Given, name: str, kinds: tuple[str, ...], path: Path) -> Thing:
    """The thing that a row's reference names."""
    system, key = row[name]["system"], row[name]["key"]
    of, id_, hidden = slate.named.get((system, key), ("", "", False))
    if of not in kinds or hidden or id_ not in slate.things:
        told = tuple(camel(part) for part in (*path, name))
        raise Refusal(NotFound(say("ref-missing", None, kind="/".join(kinds), system=system, key=key), told))
    return slate.things[id_]


def own(slate: Slate, row: Given, kind: str) -> Thing | None:
    """The thing that the row's own reference names; None where it is new. Another kind's or a hidden one's is refused."""
    system, key = row["external_ref"]["system"], row["external_ref"]["key"]
    if (system, key) not in slate.named:
        return None
    of, id_, hidden = slate.named[system, key]
    if of != kind or hidden:
        said = say("ref-exists", None, system=system, key=key)
        raise Refusal(Conflict(said, ConflictReason.ALREADY_EXISTS, None, None if hidden else (of, id_)))
    return slate.things[id_]


def made(slate: Slate, row: Given, kind: str, values: dict[str, Any]) -> Thing:
    """A new thing under the row's own reference."""
    thing = slate.make(kind, **values)
    system, key = row["external_ref"]["system"], row["external_ref"]["key"]
    thing.reference = {"id": slate.writing.stamp.new_id(), "system": system, "key": key}
    slate.named[system, key] = (kind, thing.id, False)
    return thing


def account(slate: Slate, row: Given, path: Path) -> Judged:
    """An account, and its place under a parent where the row names one."""
    values = clean(accounts.FIELDS, row, path)
    thing = own(slate, row, "Account")
    if "parent_ref" in row:
        parent = named(slate, row, "parent_ref", ("Account",), path) if row["parent_ref"] else None
        if thing and parent and _above(slate.parent, thing.id, parent.id):
            raise Refusal(refused((*path, "parent_ref"), IssueCode.CYCLE, "cycle", lower=thing.name, upper=parent.name))
        values["parent_id"] = parent and parent.id
    if thing is None:
        thing = made(slate, row, "Account", values)
        changed = [thing]
    else:
        changed = thing.take(values)
    _climb(slate.parent, thing.id, thing.parent_id)
    return thing, changed


def _climb(above: dict[str, str], id_: str, upper: str | None) -> None:
    above.pop(id_, None)
    if upper:
        above[id_] = upper


def _above(above: Mapping[str, str], id_: str, lower: str) -> bool:
    """Whether one is the other, or somewhere above it."""
    at: str | None = lower
    while at and at != id_:
        at = above.get(at)
    return at == id_


def person(slate: Slate, row: Given, path: Path) -> Judged:
    """A person, with the primary post that the row describes."""
    values = clean(people.FIELDS, row, path)
    told = clean({name: employments.FIELDS[name] for name in POST}, row, path)
    thing = own(slate, row, "Person")
    employer = named(slate, row, "account_ref", ("Account",), path) if row.get("account_ref") else None
    standing = thing and _primary(slate, thing.id)
    stays = standing and ("account_ref" not in row or (employer and employer.id == standing.account_id))
    if not employer and not stays and any(value is not None for value in told.values()):
        name = next(name for name in POST if told.get(name) is not None)
        raise Refusal(refused((*path, name), IssueCode.POST_REQUIRED, "post-required"))
    if thing is None:
        thing = made(slate, row, "Person", values)
        changed = [thing]
    else:
        changed = thing.take(values)
    return thing, changed + _employ(slate, thing, standing, employer, told, bool(stays), "account_ref" in row)


def _employ(
    slate: Slate, thing: Thing, standing: Thing | None, employer: Thing | None, told: dict[str, Any], stays: bool, named: bool
) -> list[Thing]:
    """Change the primary post, or end it today and open the one at the new employer; gives the posts that differ."""
    if standing and stays:
        return standing.take(told)
    if not named or (standing is None and employer is None):
        return []
    today = slate.writing.today
    ended = standing.take({"until": today}) if standing else []
    if employer is None:
        return ended
    other = next((one for one in _current(slate, thing.id) if one.account_id == employer.id), None)
    if other:
        return ended + other.take(told | {"is_primary": True})
    return [*ended, _post(slate, thing.id, employer.id, told | {"is_primary": True} | ({"since": today} if standing else {}))]


def _post(slate: Slate, person_id: str, account_id: str, values: dict[str, Any]) -> Thing:
    made = slate.make("Employment", person_id=person_id, account_id=account_id, **values)
    slate.posts.setdefault(person_id, []).append(made)
    return made


def _current(slate: Slate, person_id: str) -> list[Thing]:
    return [one for one in slate.posts.get(person_id, []) if one.until is None]


def _primary(slate: Slate, person_id: str) -> Thing | None:
    return next((one for one in _current(slate, person_id) if one.is_primary), None)


def employment(slate: Slate, row: Given, path: Path) -> Judged:
    """A post: that with the same `since`, else the current one."""
    values = clean(employments.FIELDS, row, path)
    who = named(slate, row, "person_ref", ("Person",), path)
    where = named(slate, row, "account_ref", ("Account",), path)
    posts = [one for one in slate.posts.get(who.id, []) if one.account_id == where.id]
    standing = found(posts, values, current_first=values.get("since") is None)
    if issues := dated.wrong(values, standing, slate.writing.today, path):
        raise Refusal(invalid(issues))
    current = values.get("until", standing and standing.until) is None
    primary = _primary(slate, who.id)
    if standing is None:
        values.setdefault("is_primary", current and primary is None)
    elif dated.reopens(values, standing) and primary:
        values.setdefault("is_primary", False)
    if values.get("is_primary", standing and standing.is_primary) and current and primary and primary is not standing:
        primary.take({"is_primary": False})
    if standing:
        return standing, standing.take(values)
    post = _post(slate, who.id, where.id, values)
    return post, [post]


def found(candidates: list[Thing], values: Mapping[str, Any], *, current_first: bool) -> Thing | None:
    """The dated thing that a row without a reference means."""
    current = next((one for one in candidates if one.until is None), None)
    same = next((one for one in candidates if one.since == values.get("since")), None)
    if current_first and current:
        return current
    return same if "since" in values or "until" in values else None


def tie(slate: Slate, row: Given, path: Path) -> Judged:
    """A tie: the current one, else that with the same `since`."""
    values = clean(relationships.FIELDS, row, path)
    kind = RelationshipKind(row["kind"])
    from_ = named(slate, row, "from_ref", ("Person",), path)
    to = named(slate, row, "to_ref", ("Person",), path)
    if from_ is to:
        raise Refusal(refused((*path, "to_ref"), IssueCode.SELF_TIE, "self-tie"))
    key = tie_key(kind, from_.id, to.id)
    standing = found(slate.ties.get(key, []), values, current_first=True)
    if issues := dated.wrong(values, standing, slate.writing.today, path):
        raise Refusal(invalid(issues))
    current = values.get("until", standing and standing.until) is None
    if kind is RelationshipKind.REPORTS_TO:
        _report(slate, from_, to, standing, current, path)
    if standing:
        return standing, standing.take(values)
    made = slate.make("Relationship", relationship_kind=kind, from_id=from_.id, to_id=to.id, **values)
    slate.ties.setdefault(key, []).append(made)
    return made, [made]


def _report(slate: Slate, from_: Thing, to: Thing, standing: Thing | None, current: bool, path: Path) -> None:
    """Keep the reporting lines a tree: one superior each, and no circle."""
    held = standing is not None and standing.until is None
    if current and not held:
        if superior := slate.superior.get(from_.id):
            other = next(one for one in slate.ties[tie_key("REPORTS_TO", from_.id, superior)] if one.until is None)
            raise Refusal(Conflict(say("already-exists"), ConflictReason.ALREADY_EXISTS, other.version, ("Relationship", other.id)))
        if _above(slate.superior, from_.id, to.id):
            raise Refusal(refused((*path, "to_ref"), IssueCode.CYCLE, "cycle", lower=from_.name, upper=to.name))
        slate.superior[from_.id] = to.id
    elif held and not current:
        slate.superior.pop(from_.id, None)
