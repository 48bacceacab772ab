"""Saving how a customer buys: phases in order, what is said of each, and the roles that it expects."""

from itertools import pairwise
from typing import Any

from cypher import deal, process
from cypher.words import ChangeAction, Permission
from service import processes
from service.fields import (
    LOOSE_WORD,
    NAME,
    NOTE,
    Field,
    Given,
    Unfit,
    cleaned,
    flag,
    invalid,
    issue,
    real,
    texts,
    whole,
    word,
    words,
)
from service.outcomes import Done, Issue, IssueCode, Outcome
from service.steps import Asked, Path, Read, Standing, Step, changes, in_use, listed, planned, read_said
from service.text import camel
from service.viewer import Caller
from service.wording import Wording
from service.writing import Writing, needs, perform, stale

DAYS = Field(whole(1, 3650))
SENTENCES = Field(texts(100, 20_000), empty=())
PHASE = {"key": NAME, "max_healthy_days": DAYS, "awareness": LOOSE_WORD, "after_purchase": Field(flag, required=True)}
SAYS = {"customer_does": SENTENCES, "seller_does": SENTENCES, "reached_when": NOTE}
EXPECTATION = {
    "role": Field(word, required=True),
    "required": Field(flag, required=True),
    "goal": Field(whole(1, 100), required=True),
    "weight": Field(real(0, 100), required=True),
    "buy_classes": Field(words, empty=()),
}
BLANK: dict[str, Any] = {"awareness": None, "afterPurchase": False, "maxHealthyDays": None, "expects": []}
ORDINARY = {"goal": 1, "weight": 1.0, "buy_classes": []}


@needs(Permission.MANAGER)
async def save(caller: Caller, given: Given) -> Outcome:
    """Make the buying process with this key, or change it: the named phases in their order, the others retired."""
    keys, issues = cleaned({"key": NAME}, given)
    said, wrong = read_said(given, (), lambda _, __: ({}, []))
    asked, more = _phases(given)
    issues += wrong + more
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        locked = await process.lock_buying(writing.work, key=keys["key"])
        before = await _standing(writing, keys["key"]) if locked else None
        if problem := stale(given.get("expected_version"), "BuyingProcess", before):
            return problem
        standing = before.steps if before else {}
        after = planned(writing, asked, standing, BLANK)
        if used := await in_use(writing, "phases", standing, after):
            return used
        return await _write(writing, keys["key"], before, said.over(before.wording if before else None, caller.viewer.locale), after)

    return await perform(caller, "saveBuyingProcess", given, job)


def _phases(given: Given) -> tuple[list[Asked], list[Issue]]:
    asked: list[Asked] = []

    def phase(item: Given, at: Path) -> Read:
        values, issues = cleaned(PHASE, {"after_purchase": False} | dict(item), at)
        said, wrong = read_said(item, at, lambda one, path: cleaned(SAYS, one, path))
        expects, more = listed(item, "expects", at, _expectation, "role")
        fields = {camel(name): value for name, value in values.items() if name != "key"}
        fields |= {"expects": expects} if "expects" in item else {}
        asked.append(Asked(values.get("key", ""), fields, said))
        return values, issues + wrong + more

    values, issues = listed(given, "phases", (), phase, "key")
    return asked, issues or _misplaced(values)


def _expectation(item: Given, at: Path) -> Read:
    values, issues = cleaned(EXPECTATION, ORDINARY | dict(item), at)
    return {camel(name): value for name, value in values.items()}, issues


def _misplaced(phases: list[dict[str, Any]]) -> list[Issue]:
    """A process begins before the purchase; what comes after it comes last."""
    if not phases:
        return [issue(("phases",), Unfit(IssueCode.REQUIRED, "required"))]
    if phases[0]["after_purchase"]:
        return [issue(("phases", "0", "after_purchase"), Unfit(IssueCode.CONTRADICTION, "begins-after-purchase"))]
    return [
        issue(("phases", str(place), "after_purchase"), Unfit(IssueCode.OUT_OF_ORDER, "before-purchase-last", step=earlier["key"]))
        for place, (earlier, phase) in enumerate(pairwise(phases), 1)
        if earlier["after_purchase"] and not phase["after_purchase"]
    ]


async def _standing(writing: Writing, key: str) -> Standing:
    row = processes.buying(await process.catalogue(writing.work), key)
    if row is None:
        raise LookupError(key)
    ids = [phase.id for phase in row.phases]
    said = {one.id: one.texts for one in await process.texts(writing.work, ids=[row.id, *ids])}
    expected = {one.of: one.items for one in await process.expectations(writing.work, ids=ids)}
    steps = {
        phase.key: Step(
            phase.id,
            phase.key,
            Wording.of(phase, said[phase.id]),
            {
                "position": phase.position,
                "retired": phase.retired,
                "awareness": phase.awareness,
                "afterPurchase": phase.after_purchase,
                "maxHealthyDays": phase.max_healthy_days,
                "expects": [_told(one) for one in expected[phase.id]],
            },
        )
        for phase in row.phases
    }
    return Standing(row.id, row.version, Wording.of(row, said[row.id]), steps)


def _told(row: process.ExpectationRow) -> dict[str, Any]:
    return {"role": row.role, "required": row.required, "goal": row.goal, "weight": row.weight, "buyClasses": row.buy_classes}


async def _write(writing: Writing, key: str, before: Standing | None, wording: Wording, after: list[Step]) -> Outcome:
    """Write the differences as one Change; none is no change."""
    id_ = before.id if before else writing.stamp.new_id()
    if changed := changes(before, wording, "phases", after):
        version = before.version + 1 if before else 1
        differing = changed["phases"][1] if "phases" in changed else {}
        rows = [stored(step, writing.stamp.new_id) for step in after if step.key in differing]
        head = wording.stored() | {"id": id_, "key": key, "version": version}
        await process.write(writing.work, buying=[{"process": head, "phases": rows}], sales=[])
        await deal.align(writing.work, buying=key, selling=None)
        action = ChangeAction.UPDATED if before else ChangeAction.CREATED
        writing.record(action, "BuyingProcess", id_, version=version, fields=changed)
    return Done("BuyingProcess", id_)


def stored(step: Step, new_id: Any) -> dict[str, Any]:
    """A phase as its properties, and those of the roles that it expects."""
    fields = {name: value for name, value in step.fields.items() if name != "expects"}
    expects = [one | {"id": new_id(), "position": place} for place, one in enumerate(step.fields["expects"])]
    return {"phase": fields | step.wording.stored() | {"id": step.id, "key": step.key}, "expects": expects}
