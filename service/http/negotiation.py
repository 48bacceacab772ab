"""Media types both ways: what a client accepts, and whether what it sends is JSON in UTF-8."""

import re
from functools import lru_cache

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"
UTF_8 = {"utf-8", "utf8"}

# One member of a list, commas inside quotes included; one parameter of a media type.
_MEMBER = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+')
_PARAMETER = re.compile(r';\s*([^\s;=,"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;,"]*)\s*')


@lru_cache(maxsize=256)
def answered_as(accept: str) -> str | None:
    """The media type of the answer, or None where the client takes neither. Absent or `*/*`: JSON, which every client knows.

    Weights are those of RFC 9110, section 12.5.1: the most specific range that fits tells the weight of a type.
    """
    ranges = dict(filter(None, map(_range, _MEMBER.findall(accept or "*/*"))))
    weights = {kind: _weight(kind, ranges) for kind in (JSON, GRAPHQL)}
    best = max(weights.values())
    if best <= 0:
        return None
    named = weights[GRAPHQL] == best and (GRAPHQL in ranges or weights[JSON] < best)
    return GRAPHQL if named else JSON


@lru_cache(maxsize=256)
def is_json(content_type: str) -> bool:
    """Whether a body of this type is one we read; without a charset it is UTF-8."""
    kind, parameters = _parsed(content_type)
    return kind == JSON and parameters.get("charset", "utf-8") in UTF_8


def _weight(kind: str, ranges: dict[str, float]) -> float:
    return next((ranges[one] for one in (kind, "application/*", "*/*") if one in ranges), 0.0)


def _range(member: str) -> tuple[str, float] | None:
    kind, parameters = _parsed(member)
    try:
        weight = float(parameters.get("q", "1"))
    except ValueError:
        return None
    return (kind, weight) if 0 <= weight <= 1 and parameters.get("charset", "utf-8") in UTF_8 else None


def _parsed(text: str) -> tuple[str, dict[str, str]]:
    kind, _, _ = text.partition(";")
    found = _PARAMETER.findall(text)
    return kind.strip().lower(), {name.lower(): value.strip('"').lower() for name, value in found}
