"""Relay's ids: a global id names a kind and an id inside the workspace. Each kind registers the statement that reads it."""

import re
from base64 import urlsafe_b64decode
from binascii import b2a_base64
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, ClassVar

import strawberry

from cypher.words import Moment
from schema.context import Batch, Info
from service.execution import by_class, by_type
from service.stamp import moment

KINDS: dict[str, Batch] = {}
"""Kind → the statement that reads its rows by ids."""
PAST: dict[str, Callable[[Info, str, Moment], Awaitable[Any]]] = {}
"""Kind whose ids may name a moment (`<id>@<moment>`) → what reads the row of a thing as it was then."""
URL_SAFE = bytes.maketrans(b"+/", b"-_")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")


def global_id(kind: str, id_: str) -> strawberry.ID:
    """The opaque id that clients see: base64url, twice as fast as by the module of that name, and hundreds stand in an answer."""
    return strawberry.ID(b2a_base64(f"{kind}:{id_}".encode(), newline=False).rstrip(b"=").translate(URL_SAFE).decode())


def _ids_of(kind: str) -> Callable[[Any], strawberry.ID]:
    return lambda row: global_id(kind, row.id)


def parted(given: str) -> tuple[str, str]:
    """Kind and id of a global id; two empty texts where it is not one of ours."""
    try:
        kind, _, id_ = urlsafe_b64decode(given + "=" * (-len(given) % 4)).decode().partition(":")
    except ValueError:
        return "", ""
    own = bare(id_) if kind in PAST else id_
    known = kind in KINDS and UUID.match(own) and (own == id_ or _is_moment(id_.partition("@")[2]))
    return (kind, id_) if known and global_id(kind, id_) == given else ("", "")


def bare(id_: str) -> str:
    """The id without the moment that it may name."""
    return id_.partition("@")[0]


def _is_moment(text: str) -> bool:
    try:
        return moment(datetime.fromisoformat(text)) == text
    except (ValueError, OverflowError):
        return False


class LocalId(str):
    """The id inside the workspace; empty, which nothing has, where the given one is of another kind or none of ours."""

    __slots__ = ("given", "past")
    given: str
    past: bool
    """Whether it names a moment, which nothing can be changed at."""


def local_id(given: str, *kinds: str) -> LocalId:
    """The id inside the workspace, which still knows how the client wrote it."""
    kind, id_ = parted(given)
    made = LocalId(bare(id_) if kind in kinds else "")
    made.given, made.past = given, bool(made) and "@" in id_
    return made


def load_node(info: Info, kind: str, id_: str) -> Awaitable[Any] | None:
    """The row of one thing, at the moment that its id names; null where there is none."""
    own, _, at = id_.partition("@")
    if at:
        return PAST[kind](info, own, at)
    return info.context.load(KINDS[kind], id_) if kind else None


@strawberry.interface(description="Whatever can be read again by its id.")
class Node:
    row: ClassVar[type | tuple[type, ...]] = ()
    """What stands behind it: the row that holds all its plain fields, first where there are briefer ones too."""

    @strawberry.field(description="A global id: opaque, stable, unique over all kinds.")
    @by_type(_ids_of)
    def id(root: strawberry.Parent[Any], info: Info) -> strawberry.ID:
        return global_id(info._raw_info.parent_type.name, root.id)  # noqa: SLF001 - strawberry offers no other way to the parent type

    @classmethod
    @by_class
    def is_type_of(cls, obj: Any, _info: Any) -> bool:
        return isinstance(obj, cls.row)
