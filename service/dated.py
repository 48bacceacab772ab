"""Dated things: posts, ties, roles, members hold from a beginning up to, without, an end day; neither lies after today."""

from typing import Any

from cypher.words import Day
from service.fields import Unfit, issue
from service.outcomes import Issue, IssueCode

ENDS = ("since", "until")


def wrong(values: dict[str, Any], standing: Any, today: Day, path: tuple[str, ...] = ()) -> list[Issue]:
    """What is wrong with the named days, beside those that the standing row (None: a new one) keeps."""
    issues = [issue((*path, name), Unfit(IssueCode.IN_FUTURE, "in-future")) for name in ENDS if (values.get(name) or "") > today]
    since, until = (values.get(name, getattr(standing, name, None)) for name in ENDS)
    if since and until and until < since and not values.keys().isdisjoint(ENDS):
        issues.append(issue((*path, "until"), Unfit(IssueCode.OUT_OF_ORDER, "out-of-order", other="since")))
    return issues


def too_early(values: dict[str, Any], member: Any, path: tuple[str, ...] = ()) -> list[Issue]:
    """What is wrong with the named days of a role: it is played by a member, so none lies before the member's first day."""
    first = getattr(member, "since", None)
    early = [name for name in ENDS if first and values.get(name) and values[name] < first]
    return [issue((*path, name), Unfit(IssueCode.OUT_OF_ORDER, "before-member", since=first)) for name in early]


def ends(values: dict[str, Any], standing: Any) -> bool:
    """Whether these values end what held until now."""
    return standing.until is None and values.get("until") is not None


def reopens(values: dict[str, Any], standing: Any) -> bool:
    """Whether these values let something hold again that had ended."""
    return standing.until is not None and values.get("until", standing.until) is None
