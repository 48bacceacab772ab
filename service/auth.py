"""Who a token speaks for: a JWT's signature, issuer, audience, times and claims; and tokens made for development.

What the subject may do, and the one answer that every refused client gets, live elsewhere.
"""

import asyncio
import json
import logging
import math
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import httpx
import jwt
from jwt.algorithms import HMACAlgorithm

JWKS_ALGORITHMS = ("RS256", "ES256", "EdDSA")
MIN_SECRET_BYTES = 32  # RFC 7518, section 3.2: the key is no shorter than the hash
MAX_TOKEN_LENGTH = 16_384
MAX_JWKS_BYTES = 262_144
MAX_PORT = 65_535
JWKS_TIMEOUT_SECONDS = 5.0
JWKS_PAUSE_SECONDS = 10.0

# Neo4j stores no lone surrogate, and a NUL has no place in an identifier.
_IDENTIFIER = re.compile(r"[^\0\ud800-\udfff]{1,300}")

log = logging.getLogger(__name__)


class Refused(Exception):
    """The token is not accepted. The reason is for the log alone: a client that learns it can probe."""

    def __init__(self, reason: str) -> None:
        """Cut the reason, which may quote the token."""
        self.reason = reason[:300]
        super().__init__(self.reason)


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token says; `expires_at` is in seconds since 1970, without leeway."""

    subject: str
    workspace: str | None
    expires_at: float


@dataclass(frozen=True, slots=True)
class AuthConfig:
    """How tokens are signed and what they must say. ValueError for a secret or an address that cannot be used."""

    secret: str | None = field(repr=False)
    jwks_url: str | None
    issuer: str | None
    audience: str | None
    leeway_seconds: int = 30
    jwks_cache_seconds: int = 300

    def __post_init__(self) -> None:
        """Refuse at the start what would otherwise refuse, or admit, every token later."""
        if self.secret is not None:
            _check_secret(self.secret)
        if self.jwks_url is not None:
            _check_url(self.jwks_url)

    @property
    def configured(self) -> bool:
        """Whether any token can be accepted."""
        return self.secret is not None or self.jwks_url is not None


class Verifier:
    """Checks tokens: HS256 only with the secret, RS256, ES256 and EdDSA only with a key that the issuer publishes."""

    def __init__(self, config: AuthConfig, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` times the cache of the issuer's keys; tokens are held against the time of day."""
        self._config = config
        self._secret = _secret_key(config.secret) if config.secret is not None else None
        self._published = _PublishedKeys(config.jwks_url, config.jwks_cache_seconds, clock) if config.jwks_url is not None else None

    async def verify(self, token: str) -> Claims:
        """Return what the token says, or raise Refused."""
        if len(token) > MAX_TOKEN_LENGTH or not token.isascii():
            raise Refused(f"longer than {MAX_TOKEN_LENGTH} characters, or not ASCII")
        try:
            key = await self._key(jwt.get_unverified_header(token))
            return _claims(_decode(token, key, self._config))
        except jwt.PyJWTError as error:
            raise Refused(repr(error)) from None

    async def _key(self, header: dict[str, Any]) -> jwt.PyJWK:
        algorithm = header.get("alg")
        if self._secret is not None and algorithm == self._secret.algorithm_name:
            return self._secret
        if self._published is not None and algorithm in JWKS_ALGORITHMS:
            return await self._published.find(header.get("kid"), algorithm)
        raise Refused(f"the algorithm {algorithm!r} is not accepted here")


class _PublishedKeys:
    """The issuer's keys: asked for when first needed and when they have aged, kept while the issuer does not answer."""

    def __init__(self, url: str, keep_seconds: float, clock: Callable[[], float]) -> None:
        self._url = httpx.URL(url)
        self._tls = httpx.create_ssl_context()  # takes some 10 ms: once, before requests wait for it
        self._keep_seconds = keep_seconds
        self._clock = clock
        self._keys: list[jwt.PyJWK] = []
        self._fresh_until = self._paused_until = -math.inf
        self._failed = False
        self._refreshing: asyncio.Task[None] | None = None

    async def find(self, kid: str | None, algorithm: str) -> jwt.PyJWK:
        if self._clock() >= self._fresh_until:
            await self._refresh(wait=not self._failed)  # an issuer that is down must not hold up known keys
        if (key := self._pick(kid, algorithm)) is None:
            await self._refresh(wait=True)
            key = self._pick(kid, algorithm)
        if key is None:
            raise Refused(f"the issuer is not known to publish the {algorithm} key {kid!r}")
        return key

    def _pick(self, kid: str | None, algorithm: str) -> jwt.PyJWK | None:
        """Without a `kid` the key must be the only one of its algorithm: nothing is tried out."""
        fitting = [key for key in self._keys if key.algorithm_name == algorithm and kid in (None, key.key_id)]
        return fitting[0] if len(fitting) == 1 or (kid and fitting) else None

    async def _refresh(self, *, wait: bool) -> None:
        """Share one request among all who need it; it goes on when one of them leaves."""
        if self._clock() >= self._paused_until:
            self._paused_until = self._clock() + JWKS_PAUSE_SECONDS
            self._refreshing = asyncio.create_task(self._load())
        if wait and self._refreshing is not None:
            await asyncio.shield(self._refreshing)

    async def _load(self) -> None:
        try:
            self._keys = _parse(await self._fetch())
        except (httpx.HTTPError, jwt.PyJWTError, TimeoutError, ValueError, RecursionError) as error:
            self._failed = True
            log.warning("No keys from %r: %r. The %d known ones stay in use.", self._url, error, len(self._keys))
        else:
            self._failed = False
            self._fresh_until = self._clock() + self._keep_seconds

    async def _fetch(self) -> bytes:
        body = bytearray()
        async with (
            asyncio.timeout(JWKS_TIMEOUT_SECONDS),
            httpx.AsyncClient(verify=self._tls, headers={"accept-encoding": "identity"}) as client,
            client.stream("GET", self._url) as answer,
        ):
            answer.raise_for_status()
            async for part in answer.aiter_raw():  # raw: a compressed answer must not grow past the limit
                body += part
                if len(body) > MAX_JWKS_BYTES:
                    raise ValueError(f"the answer is longer than {MAX_JWKS_BYTES} bytes")
        return bytes(body)


def issue(config: AuthConfig, subject: str, workspace: str | None, lifetime: timedelta) -> str:
    """Make a token for development. ValueError without a secret, Refused for claims that `Verifier` would refuse."""
    if config.secret is None:
        raise ValueError("A token is signed with the authentication secret, and none is set. " + _HOW_TO_MAKE)
    now = int(time.time())
    named = {"workspace": workspace, "iss": config.issuer, "aud": config.audience}
    claims = {"sub": subject, "iat": now, "exp": now + int(lifetime.total_seconds())}
    claims |= {name: value for name, value in named.items() if value is not None}
    _claims(claims)
    return jwt.encode(claims, _secret_key(config.secret))


def _decode(token: str, key: jwt.PyJWK, config: AuthConfig) -> dict[str, Any]:
    return jwt.decode(
        token,
        key,
        algorithms=[key.algorithm_name],
        issuer=config.issuer,
        audience=config.audience,
        leeway=config.leeway_seconds,
        options={
            "require": ["exp", "sub"],
            "verify_aud": config.audience is not None,
            "enforce_minimum_key_length": True,
        },
    )


def _claims(payload: dict[str, Any]) -> Claims:
    """Hold the claims against their types; PyJWT takes `"12"` and `true` for times."""
    for name in ("exp", "iat", "nbf"):
        moment = payload.get(name, 0)
        if type(moment) not in (int, float) or not abs(moment) < 2**53:
            raise Refused(f"the claim {name} is not a time in seconds")
    workspace = None if payload.get("workspace") is None else _identifier(payload, "workspace")
    return Claims(_identifier(payload, "sub"), workspace, float(payload["exp"]))


def _identifier(payload: dict[str, Any], name: str) -> str:
    text = payload[name]
    if not isinstance(text, str) or not _IDENTIFIER.fullmatch(text):
        raise Refused(f"the claim {name} is not a text of 1 to 300 characters")
    return text


def _parse(body: bytes) -> list[jwt.PyJWK]:
    """Read a JWK set. An issuer that publishes no usable key says so, which is not the same as being down."""
    answer = json.loads(body)
    if not isinstance(answer, dict) or not isinstance(answer.get("keys"), list):
        raise jwt.PyJWKSetError("the answer is not a JWK set")
    verifying = [key for key in answer["keys"] if _may_verify(key)]
    return jwt.PyJWKSet(verifying).keys if verifying else []


def _may_verify(key: object) -> bool:
    """Whether a JWK is meant for signatures accepted here. Published with its private half, it proves nothing."""
    return isinstance(key, dict) and key.get("alg") in (None, *JWKS_ALGORITHMS) and key.get("use") in (None, "sig") and "d" not in key


_HOW_TO_MAKE = 'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(32))"'


def _check_secret(secret: str) -> None:
    if len(secret.encode()) < MIN_SECRET_BYTES:
        raise ValueError(f"The authentication secret is shorter than {MIN_SECRET_BYTES} bytes. " + _HOW_TO_MAKE)
    try:
        _secret_key(secret).Algorithm.prepare_key(secret)
    except jwt.InvalidKeyError:
        raise ValueError("The authentication secret is a public key or certificate. " + _HOW_TO_MAKE) from None


def _check_url(text: str) -> None:
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL:
        url = httpx.URL()
    if url.scheme not in ("http", "https") or not url.host or (url.port or 0) > MAX_PORT:
        raise ValueError(f"The JWKS address {text!r} is not one: write https://, a host, perhaps a port, and the path.")


def _secret_key(secret: str) -> jwt.PyJWK:
    return jwt.PyJWK(HMACAlgorithm.to_jwk(secret, as_dict=True), "HS256")
