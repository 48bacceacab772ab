"""A viewer's agenda: what needs them today, and why; and putting some of it off."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher import deal, judgement
from cypher.judgement import AgendaDeal, AgendaRow
from cypher.words import ActionKind, Day, Permission
from service.fields import DAY, Field, Given, cleaned, invalid, refused
from service.judgement.actions import Action
from service.judgement.risks import SEVERITIES
from service.outcomes import Done, IssueCode, Outcome
from service.snapshots import Judged
from service.viewer import Caller
from service.writing import Writing, needs, not_found, perform

DAYS = 90
"""For so long a deal that was won stays on the agenda."""
MOST_OF_A_DEAL = 2
KINDS = "|".join(one.lower().replace("_", "-") for one in ActionKind)
KEY = re.compile(rf"(?:{KINDS}):[0-9a-f-]{{36}}:[0-9a-f]{{18}}")


@dataclass(frozen=True)
class Item:
    """Something to do about a deal."""

    action: Action
    judged: Judged


def ranked(row: AgendaRow, found: Mapping[str, Judged], currency: str, today: Day) -> list[Item]:
    """What to do about these deals, at most two things each, without what is put off beyond today.

    By severity, then amount in the workspace's currency (others last), then expected close, then as the deal's own actions are ranked.
    """
    hidden = {one.key for one in row.snoozed if today < one.until}
    items = [
        (_order(one, action, place, currency), Item(action, found[one.id]))
        for one in row.deals
        if one.id in found
        for place, action in enumerate(_shown(found[one.id].actions, hidden))
    ]
    return [item for _, item in sorted(items, key=lambda pair: pair[0])]


def _shown(actions: Sequence[Action], hidden: set[str]) -> list[Action]:
    return [one for one in actions if one.key not in hidden][:MOST_OF_A_DEAL]


def _order(on: AgendaDeal, action: Action, place: int, currency: str) -> tuple[Any, ...]:
    counts = on.amount is not None and on.currency == currency
    worth = (0, -(on.amount or 0)) if counts else (1, 0)
    return -SEVERITIES.index(action.severity), worth, on.expected_close_on or "9999", on.id, place


@needs(Permission.VIEWER)
async def snooze(caller: Caller, given: Given) -> Outcome:
    """Put off what the viewer's agenda shows under a key, until a day; today takes it back."""
    values, issues = cleaned({"until": Field(DAY.clean, required=True)}, given)
    if issues:
        return invalid(issues)

    async def job(writing: Writing) -> Outcome:
        if values["until"] < writing.today:
            return refused(("until",), IssueCode.OUT_OF_RANGE, "snooze-over")
        on = await deal.by_ids(writing.work, ids=[given["key"].partition(":")[2].partition(":")[0]])
        if not on or not KEY.fullmatch(given["key"]):
            return not_found("agenda item", "key")
        whose = {"team_member_id": caller.viewer.id, "id": writing.stamp.new_id(), "today": writing.today}
        await judgement.put_off(writing.work, key=given["key"], until=values["until"], **whose)
        writing.quiet = True
        return Done("Snoozed", given["key"], {"until": values["until"]})

    return await perform(caller, "snooze", given, job)
