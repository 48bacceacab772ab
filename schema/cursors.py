"""Cursors: what a list goes on from, sealed, so that they tell nothing and nobody makes one up. Pages are `schema.connection`.

A cursor is opened only in the workspace, list, order and filter that it was given for: it is encrypted with AES-SIV (RFC 5297) under a
secret of the workspace, with all the others as associated data. The same row in the same list always has the same cursor.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextvars import ContextVar
from functools import lru_cache
from hashlib import sha512
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

SECRET: ContextVar[str] = ContextVar("the secret of the workspace that the request in hand is about")
Values = list[str | int | None]


class Broken(Exception):
    """No cursor of this list."""


@lru_cache(maxsize=1024)
def _cipher(secret: str) -> AESSIV:
    return AESSIV(sha512(secret.encode()).digest())


def sealed(values: list[Any], of: str) -> str:
    """The cursor of the row that has these values, in the list that the text names."""
    told = _cipher(SECRET.get()).encrypt(msgspec.json.encode(values), [_named(of)])
    return urlsafe_b64encode(told).decode().rstrip("=")


def opened(cursor: str, of: str) -> Values:
    """The values. Raises Broken."""
    try:
        told = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return msgspec.json.decode(_cipher(SECRET.get()).decrypt(told, [_named(of)]), type=Values)
    except (ValueError, InvalidTag):
        raise Broken from None


def _named(of: str) -> bytes:
    return of.encode("utf-8", "surrogatepass")
