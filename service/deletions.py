"""Hiding what was entered by mistake, with what hangs on it, and bringing it back. Nothing is removed here."""

from collections.abc import Sequence

from cypher import deletion, workspace
from cypher.deletion import HiddenRow, ToldRow
from cypher.words import ChangeAction, Permission
from service.fields import Given, refused
from service.outcomes import Done, IssueCode, Outcome, Problem
from service.viewer import Caller
from service.writing import Writing, exists, needs, not_found, perform, stale

TIE = "Relationship"
KINDS = ("Account", "Person", "Group", "Deal", "Interaction", "Need", "Objection", TIE, "Product")
"""What can be hidden by itself."""
RANKED = (TIE, "Person", "Account")
"""What stands below others, so that a circle could close."""


@needs(Permission.MANAGER)
async def delete(caller: Caller, given: Given) -> Outcome:
    """Hide a thing of the input's `kind`, which its id tells, with what hangs on it."""

    async def job(writing: Writing) -> Outcome:
        kind, id_ = given["kind"], given["id"]
        found = await (deletion.lock_tie if kind == TIE else deletion.lock)(writing.work, id=id_)
        if found is None or found.kind != kind:
            return not_found(kind, "id", id_)
        if problem := stale(given.get("expected_version"), kind, found):
            return problem
        if kind == TIE:
            told = await deletion.hide_tie(writing.work, id=id_)
        else:
            told = await deletion.hide(writing.work, id=id_, at=writing.stamp.at, by=caller.viewer.id)
            await deletion.settle(writing.work, id=id_)
        _record(writing, ChangeAction.DELETED, told)
        return Done(kind, id_)

    return await perform(caller, "delete", given, job)


@needs(Permission.MANAGER)
async def restore(caller: Caller, given: Given) -> Outcome:
    """Bring back all that a deletion hid. Parts of it that something else hides still stay hidden until that comes back."""

    async def job(writing: Writing) -> Outcome:
        kind, id_ = given["kind"], given["id"]
        await workspace.lock(writing.work)  # it may let people report and accounts belong again, which could close a circle
        found = await (deletion.lock_hidden_tie if kind == TIE else deletion.lock_hidden)(writing.work, id=id_)
        if found is None or found.kind != kind:
            return await _not_hidden(writing, kind, id_)
        if problem := stale(given.get("expected_version"), kind, found) or _bound(found):
            return problem
        told = await _restored(writing, found)
        if not isinstance(told, Sequence):
            return told
        _record(writing, ChangeAction.RESTORED, told)
        return Done(kind, id_)

    return await perform(caller, "restore", given, job)


async def _restored(writing: Writing, found: HiddenRow) -> Sequence[ToldRow] | Problem:
    """Bring it back unless there is a double, or a circle would close."""
    kind, id_ = found.kind, found.id
    if kind == TIE:
        double = await deletion.tie_doubles(writing.work, id=id_)
    else:
        await deletion.hand_over(writing.work, id=id_)
        double = await deletion.doubles(writing.work, id=id_)
    if double:
        return exists(double[0].kind, double[0].id, double[0].version)
    if kind == TIE:
        told = await deletion.restore_tie(writing.work, id=id_)
    else:
        told = await deletion.restore(writing.work, id=id_)
        await deletion.settle(writing.work, id=id_)
    if kind in RANKED and await deletion.closes_circle(writing.work, id=found.starts_at):
        return refused(("id",), IssueCode.CYCLE, "restore-cycle")
    return told


async def _not_hidden(writing: Writing, kind: str, id_: str) -> Problem:
    """Nothing, or what nobody hid."""
    found = await (deletion.lock_tie if kind == TIE else deletion.lock)(writing.work, id=id_)
    if found and found.kind == kind:
        return refused(("id",), IssueCode.WRONG_STATE, "not-hidden")
    return not_found(kind, "id", id_)


def _bound(found: HiddenRow) -> Problem | None:
    if found.deletion != found.id:
        return refused(("id",), IssueCode.WRONG_STATE, "hidden-with-other")
    return refused(("id",), IssueCode.WRONG_STATE, "hangs-on-hidden") if found.hangs_on_hidden else None


def _record(writing: Writing, action: ChangeAction, told: Sequence[ToldRow]) -> None:
    """A Change for each thing that went or came: the thing itself first, the others in the order they were entered."""
    for one in told:
        writing.record(action, one.kind, one.id, version=one.version, fields={}, account=one.account, deal=one.deal)
