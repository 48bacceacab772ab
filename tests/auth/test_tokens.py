"""Tokens against real keys of each kind and a real issuer on loopback. What a viewer may do is tested elsewhere."""

import asyncio
import base64
import gzip
import json
import threading
import time
import tracemalloc
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from hypothesis import given
from hypothesis import strategies as st
from jwt.algorithms import ECAlgorithm, HMACAlgorithm, OKPAlgorithm, RSAAlgorithm

from service.auth import MAX_JWKS_BYTES, MAX_TOKEN_LENGTH, AuthConfig, Claims, Refused, Verifier, issue

SHARED_KEY = "a secret of at least thirty-two bytes"
ALGORITHMS = ["RS256", "ES256", "EdDSA"]
PRIVATE: dict[str, Any] = {
    "RS256": rsa.generate_private_key(65537, 2048),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}
TOO_SHORT = 1024
OTHER_RSA = rsa.generate_private_key(65537, 2048)
OTHER_ED = ed25519.Ed25519PrivateKey.generate()
TO_JWK: dict[str, Callable[..., dict[str, Any]]] = {
    "RS256": RSAAlgorithm.to_jwk,
    "ES256": ECAlgorithm.to_jwk,
    "EdDSA": OKPAlgorithm.to_jwk,
}


def jwk(algorithm: str, key: Any = None, **members: Any) -> dict[str, Any]:
    public = (key or PRIVATE[algorithm]).public_key()
    return TO_JWK[algorithm](public, as_dict=True) | {"kid": algorithm, "use": "sig", "alg": algorithm} | members


def without(members: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in members.items() if name not in names}


def claims(**changes: Any) -> dict[str, Any]:
    return {"sub": "ada", "exp": int(time.time()) + 60} | changes


def signed(algorithm: str, payload: dict[str, Any] | None = None, key: Any = None, kid: str | None = "") -> str:
    headers = {} if kid is None else {"kid": kid or algorithm}
    return jwt.encode(payload or claims(), key or PRIVATE[algorithm], algorithm, headers=headers)


def by_secret(payload: dict[str, Any]) -> str:
    return jwt.encode(payload, SHARED_KEY, "HS256")


def encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


@dataclass
class Issuer:
    """What the server at `url` answers, and how often it was asked."""

    url: str = ""
    keys: Any = field(default_factory=lambda: [jwk(algorithm) for algorithm in ALGORITHMS])
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    delay: float = 0.0
    drip: float = 0.0
    asked: int = 0

    def answer(self) -> bytes:
        return json.dumps({"keys": self.keys}).encode() if self.body is None else self.body


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    it = Issuer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            it.asked += 1
            time.sleep(it.delay)
            body = it.answer()
            self.send_response(it.status)
            for name, value in it.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            for part in (body,) if not it.drip else (body[n : n + 1] for n in range(len(body))):
                self.wfile.write(part)
                time.sleep(it.drip)

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except (BrokenPipeError, ConnectionResetError):  # the client may hang up: some tests are about that
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    it.url = f"http://127.0.0.1:{server.server_port}/keys"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield it
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


CONFIG = AuthConfig(SHARED_KEY, None, None, None)


def trusting(issuer: Issuer, clock: Clock | None = None, **settings: Any) -> Verifier:
    config = replace(CONFIG, secret=None, jwks_url=issuer.url, **settings)
    return Verifier(config, clock) if clock else Verifier(config)


async def refused(verifying: Awaitable[Claims]) -> str:
    with pytest.raises(Refused) as caught:
        await verifying
    return caught.value.reason


# Keys and algorithms


async def test_a_secret() -> None:
    expires = int(time.time()) + 60
    token = by_secret({"sub": "ada", "exp": expires, "workspace": "acme"})
    assert await Verifier(CONFIG).verify(token) == Claims("ada", "acme", float(expires))
    forged = jwt.encode(claims(), SHARED_KEY + "!", "HS256")
    assert "InvalidSignatureError" in await refused(Verifier(CONFIG).verify(forged))


@pytest.mark.parametrize("algorithm", ALGORITHMS)
async def test_each_kind_of_key(issuer: Issuer, algorithm: str) -> None:
    token = signed(algorithm)
    assert (await trusting(issuer).verify(token)).subject == "ada"
    head, _, signature = token.split(".")
    tampered = f"{head}.{encoded(json.dumps(claims(sub='eve')).encode())}.{signature}"
    assert "InvalidSignatureError" in await refused(trusting(issuer).verify(tampered))


@pytest.mark.parametrize("algorithm", ALGORITHMS)
async def test_keys_that_name_no_algorithm_and_no_use(issuer: Issuer, algorithm: str) -> None:
    issuer.keys = [without(jwk(name), "alg", "use") for name in ALGORITHMS]
    assert (await trusting(issuer).verify(signed(algorithm))).subject == "ada"


async def test_a_secret_and_an_issuer_side_by_side(issuer: Issuer) -> None:
    verifier = Verifier(replace(CONFIG, jwks_url=issuer.url))
    assert (await verifier.verify(by_secret(claims()))).subject == "ada"
    assert (await verifier.verify(signed("ES256"))).subject == "ada"


async def test_a_public_key_is_no_secret(issuer: Issuer) -> None:
    """The classic confusion: HS256 signed with the bytes of a key that everybody can read."""
    public = PRIVATE["RS256"].public_key()
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    for bytes_ in (
        public.public_bytes(serialization.Encoding.PEM, form),
        public.public_bytes(serialization.Encoding.DER, form),
        json.dumps(jwk("RS256")).encode(),
    ):
        head = encoded(json.dumps({"alg": "HS256", "kid": "RS256"}).encode())
        signing = f"{head}.{encoded(json.dumps(claims()).encode())}"
        token = f"{signing}.{encoded(HMACAlgorithm(HMACAlgorithm.SHA256).sign(signing.encode(), bytes_))}"
        assert "'HS256'" in await refused(trusting(issuer).verify(token))
        both = Verifier(replace(CONFIG, jwks_url=issuer.url))
        assert "InvalidSignatureError" in await refused(both.verify(token))
    assert issuer.asked == 0


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "", None, ["RS256"], {}, 1, "HS384", "PS256", "RS512"])
async def test_no_other_algorithm(issuer: Issuer, algorithm: object) -> None:
    head = encoded(json.dumps({"alg": algorithm, "kid": "RS256"}).encode())
    token = f"{head}.{encoded(json.dumps(claims()).encode())}."
    both = Verifier(replace(CONFIG, jwks_url=issuer.url))
    assert repr(algorithm) in await refused(both.verify(token))
    assert issuer.asked == 0


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
async def test_the_secret_signs_hs256_only(algorithm: str) -> None:
    token = jwt.encode(claims(), SHARED_KEY * 2, algorithm)
    assert repr(algorithm) in await refused(Verifier(replace(CONFIG, secret=SHARED_KEY * 2)).verify(token))


async def test_an_algorithm_is_bound_to_its_key(issuer: Issuer) -> None:
    token = signed("ES256", kid="RS256")
    assert "'RS256'" in await refused(trusting(issuer).verify(token))


@pytest.mark.parametrize(
    ("members", "key", "algorithm"),
    [
        ({"alg": "RS512"}, OTHER_RSA, "RS256"),
        ({"use": "enc"}, OTHER_RSA, "RS256"),
        ({"alg": ["RS256"]}, OTHER_RSA, "RS256"),
        ({"alg": "none"}, OTHER_RSA, "RS256"),
        ({"kty": "oct", "k": encoded(SHARED_KEY.encode())}, OTHER_RSA, "RS256"),
        ({"n": 5}, OTHER_RSA, "RS256"),
        (RSAAlgorithm.to_jwk(OTHER_RSA, as_dict=True), OTHER_RSA, "RS256"),
        (OKPAlgorithm.to_jwk(OTHER_ED, as_dict=True), OTHER_ED, "EdDSA"),
    ],
    ids=["alg RS512", "use enc", "alg a list", "alg none", "kty oct", "n a number", "private RSA", "private Ed25519"],
)
async def test_keys_for_other_purposes_are_left_out(issuer: Issuer, members: dict[str, Any], key: Any, algorithm: str) -> None:
    issuer.keys = [jwk(algorithm, key, kid="odd", **members), "no key", 7, None, *issuer.keys]
    verifier = trusting(issuer)
    assert "'odd'" in await refused(verifier.verify(signed(algorithm, key=key, kid="odd")))
    assert (await verifier.verify(signed("RS256"))).subject == "ada"


async def test_keys_too_weak_or_of_another_curve(issuer: Issuer) -> None:
    with pytest.warns(jwt.InsecureKeyLengthWarning):
        weak = jwt.encode(claims(), short := rsa.generate_private_key(65537, TOO_SHORT), "RS256", headers={"kid": "weak"})
    p384 = ec.generate_private_key(ec.SECP384R1())
    e448 = ed448.Ed448PrivateKey.generate()
    issuer.keys = [
        jwk("RS256", short, kid="weak"),
        without(jwk("ES256", p384, kid="P-384"), "alg"),
        jwk("EdDSA", e448, kid="Ed448"),
    ]
    verifier = trusting(issuer)
    assert "InvalidKeyError" in await refused(verifier.verify(weak))
    curve = jwt.encode(claims(), p384, "ES384", headers={"kid": "P-384"})
    assert "'ES384'" in await refused(verifier.verify(curve))
    assert (await verifier.verify(signed("EdDSA", key=e448, kid="Ed448"))).subject == "ada"


async def test_without_a_kid_the_only_key_of_the_algorithm(issuer: Issuer) -> None:
    token = signed("RS256", kid=None)
    assert (await trusting(issuer).verify(token)).subject == "ada"
    issuer.keys.append(jwk("RS256", OTHER_RSA, kid="second"))
    assert "None" in await refused(trusting(issuer).verify(token))


async def test_nothing_is_configured() -> None:
    config = replace(CONFIG, secret=None)
    assert not config.configured
    assert "'HS256'" in await refused(Verifier(config).verify(by_secret(claims())))
    assert "'RS256'" in await refused(Verifier(config).verify(signed("RS256")))


# Claims


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"exp": time.time() - 3600}, "ExpiredSignatureError"),
        ({"nbf": time.time() + 3600}, "ImmatureSignatureError"),
        ({"iat": time.time() + 3600}, "ImmatureSignatureError"),
        ({"exp": None}, "'exp'"),
        ({"exp": "4102444800"}, "claim exp"),
        ({"exp": True}, "exp|Expired"),
        ({"exp": []}, "exp"),
        ({"exp": 10**400}, "claim exp"),
        ({"exp": float("inf")}, "exp"),
        ({"exp": float("nan")}, "exp"),
        ({"iat": "1"}, "claim iat"),
        ({"iat": None}, "iat"),
        ({"iat": False}, "claim iat"),
        ({"nbf": "1"}, "claim nbf"),
        ({"nbf": {}}, "nbf"),
        ({"sub": None}, "'sub'"),
        ({"sub": ""}, "claim sub"),
        ({"sub": 7}, "Subject must be a string"),
        ({"sub": ["ada"]}, "Subject must be a string"),
        ({"sub": "a" * 301}, "claim sub"),
        ({"sub": "a\0"}, "claim sub"),
        ({"sub": "\ud800"}, "claim sub"),
        ({"workspace": ""}, "claim workspace"),
        ({"workspace": 7}, "claim workspace"),
        ({"workspace": False}, "claim workspace"),
        ({"workspace": ["acme"]}, "claim workspace"),
        ({"workspace": "\udfff"}, "claim workspace"),
    ],
    ids=lambda value: ",".join(value) if isinstance(value, dict) else value,
)
async def test_unusable_claims(changes: dict[str, Any], reason: str) -> None:
    payload = json.dumps(claims(**changes)).encode()
    token = jwt.api_jws.encode(payload, SHARED_KEY, "HS256")
    with pytest.raises(Refused, match=reason):
        await Verifier(CONFIG).verify(token)


@pytest.mark.parametrize("missing", ["exp", "sub"])
async def test_missing_claims(missing: str) -> None:
    assert repr(missing) in await refused(Verifier(CONFIG).verify(by_secret(without(claims(), missing))))


async def test_usable_claims_at_the_edge() -> None:
    verifier = Verifier(CONFIG)
    assert (await verifier.verify(by_secret(claims(sub="ی" * 300)))).subject == "ی" * 300
    assert (await verifier.verify(by_secret(claims(workspace=None)))).workspace is None
    assert (await verifier.verify(by_secret(claims(exp=4102444800.5)))).expires_at == 4102444800.5


async def test_leeway() -> None:
    now = time.time()
    late, early = by_secret(claims(exp=now - 20)), by_secret(claims(nbf=now + 20, iat=now + 20))
    assert (await Verifier(CONFIG).verify(late)).expires_at == now - 20
    assert (await Verifier(CONFIG).verify(early)).subject == "ada"
    strict = Verifier(replace(CONFIG, leeway_seconds=0))
    assert "ExpiredSignatureError" in await refused(strict.verify(late))
    assert "ImmatureSignatureError" in await refused(strict.verify(early))


@pytest.mark.parametrize(("iss", "accepted"), [("https://a", True), ("https://a/", False), (["https://a"], False)])
async def test_issuer(iss: object, accepted: bool) -> None:
    verifier = Verifier(replace(CONFIG, issuer="https://a"))
    token = jwt.api_jws.encode(json.dumps(claims(iss=iss)).encode(), SHARED_KEY, "HS256")
    if accepted:
        assert (await verifier.verify(token)).subject == "ada"
    else:
        assert "InvalidIssuerError" in await refused(verifier.verify(token))
    assert "'iss'" in await refused(verifier.verify(by_secret(claims())))
    assert (await Verifier(CONFIG).verify(by_secret(claims(iss="anybody")))).subject == "ada"


@pytest.mark.parametrize(("aud", "accepted"), [("dmu", True), (["x", "dmu"], True), ("DMU", False), (["x"], False), ([["dmu"]], False)])
async def test_audience(aud: object, accepted: bool) -> None:
    verifier, token = Verifier(replace(CONFIG, audience="dmu")), by_secret(claims(aud=aud))
    if accepted:
        assert (await verifier.verify(token)).subject == "ada"
    else:
        assert "InvalidAudienceError" in await refused(verifier.verify(token))
    assert "'aud'" in await refused(verifier.verify(by_secret(claims())))
    assert (await Verifier(CONFIG).verify(token)).subject == "ada"


# Hostile text


@pytest.mark.parametrize(
    "token",
    [
        "",
        ".",
        "..",
        "a.b.c",
        "a.b.c.d",
        "\ud800",
        "ключ",
        "a\0b",
        encoded(b"null") + ".e30.",
        encoded(b"[" * 5000) + ".e30.",
        encoded(b'{"alg":"HS256","kid":7}') + ".e30.",
        encoded(b'{"alg":"HS256","crit":["x"],"x":1}') + ".e30.",
        encoded(b'{"alg":"HS256","b64":false,"crit":["b64"]}') + "..",
    ],
)
async def test_malformed(issuer: Issuer, token: str) -> None:
    await refused(Verifier(replace(CONFIG, jwks_url=issuer.url)).verify(token))
    assert issuer.asked == 0


async def test_a_huge_token_is_refused_unread() -> None:
    verifier = Verifier(CONFIG)
    frame = len(by_secret(claims(pad="")))
    assert (await verifier.verify(by_secret(claims(pad="a" * ((MAX_TOKEN_LENGTH - frame) * 3 // 4 - 8))))).subject
    huge = by_secret(claims(pad="a" * 50_000_000))
    began = time.perf_counter()
    assert "longer" in await refused(verifier.verify(huge))
    assert time.perf_counter() - began < 0.5


async def test_a_reason_is_short_and_one_line() -> None:
    head = encoded(json.dumps({"alg": "HS256\n" * 500}).encode())
    reason = await refused(Verifier(CONFIG).verify(head + ".e30."))
    assert len(reason) <= 300
    assert "\n" not in reason


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
CLAIM = st.sampled_from(["sub", "exp", "iat", "nbf", "iss", "aud", "workspace", "jti"])


@given(st.dictionaries(CLAIM, JSON, max_size=8) | JSON)
def test_any_signed_json_is_accepted_or_refused(payload: object) -> None:
    if isinstance(payload, dict):
        payload = claims() | payload
    token = jwt.api_jws.encode(json.dumps(payload).encode(), SHARED_KEY, "HS256")
    verifier = Verifier(replace(CONFIG, audience="dmu", issuer="https://a"))
    for judge in (Verifier(CONFIG), verifier):
        try:
            said = asyncio.run(judge.verify(token))
        except Refused:
            continue
        assert isinstance(payload, dict)
        assert (said.subject, said.workspace) == (payload["sub"], payload.get("workspace"))


@given(st.dictionaries(st.sampled_from(["alg", "kid", "crit", "b64", "typ", "jwk", "jku", "x5c"]), JSON) | JSON)
def test_no_header_opens_the_door(header: object) -> None:
    token = f"{encoded(json.dumps(header).encode())}.{encoded(json.dumps(claims()).encode())}."
    with pytest.raises(Refused):
        asyncio.run(Verifier(CONFIG).verify(token))


# The issuer's keys over time


async def test_keys_are_cached_and_refreshed_after_their_time(issuer: Issuer) -> None:
    clock = Clock()
    verifier = trusting(issuer, clock)
    for _ in range(5):
        await verifier.verify(signed("RS256"))
    clock.now += 299
    await verifier.verify(signed("RS256"))
    assert issuer.asked == 1
    issuer.keys = [jwk("ES256")]
    clock.now += 1
    assert "'RS256'" in await refused(verifier.verify(signed("RS256")))
    assert issuer.asked == 2


async def test_rotation_is_seen_at_once(issuer: Issuer) -> None:
    clock = Clock()
    verifier = trusting(issuer, clock)
    await verifier.verify(signed("RS256"))
    issuer.keys.append(jwk("RS256", OTHER_RSA, kid="next"))
    clock.now += 10
    assert (await verifier.verify(signed("RS256", key=OTHER_RSA, kid="next"))).subject == "ada"
    assert (await verifier.verify(signed("RS256"))).subject == "ada"
    assert issuer.asked == 2


async def test_unknown_kids_ask_once_in_ten_seconds(issuer: Issuer) -> None:
    clock = Clock()
    verifier = trusting(issuer, clock)
    await verifier.verify(signed("RS256"))
    for second in range(29):
        clock.now += 1
        for number in range(5):
            await refused(verifier.verify(signed("RS256", kid=f"made up {second} {number}")))
    assert issuer.asked == 1 + 2
    assert (await verifier.verify(signed("RS256"))).subject == "ada"


async def test_concurrent_verifications_share_one_request(issuer: Issuer) -> None:
    issuer.delay = 0.2
    verifier = trusting(issuer)
    said = await asyncio.gather(*(verifier.verify(signed(ALGORITHMS[n % 3])) for n in range(60)))
    assert [claim.subject for claim in said] == ["ada"] * 60
    assert issuer.asked == 1


async def test_the_event_loop_goes_on_meanwhile(issuer: Issuer) -> None:
    issuer.delay = 0.6
    verifying = asyncio.create_task(trusting(issuer).verify(signed("RS256")))
    longest, last = 0.0, time.perf_counter()
    while not verifying.done():
        await asyncio.sleep(0.005)
        longest, last = max(longest, time.perf_counter() - last), time.perf_counter()
    assert (await verifying).subject == "ada"
    assert longest < 0.4


async def test_who_leaves_does_not_take_the_request_along(issuer: Issuer) -> None:
    issuer.delay = 0.2
    verifier = trusting(issuer)
    first, second = (asyncio.create_task(verifier.verify(signed("RS256"))) for _ in range(2))
    await asyncio.sleep(0.05)
    first.cancel()
    assert (await second).subject == "ada"
    assert first.cancelled()
    assert issuer.asked == 1


UNUSABLE: dict[str, dict[str, Any]] = {
    "error": {"status": 500},
    "redirect": {"status": 302, "headers": {"location": "/elsewhere"}},
    "not JSON": {"body": b"<html>"},
    "not UTF-8": {"body": b"\xff"},
    "deep": {"body": b"[" * 200_000},
    "a list": {"body": b"[]"},
    "no keys": {"body": b'{"error": "busy"}'},
    "keys of another type": {"keys": {"kid": "RS256"}},
    "broken keys": {"keys": [{"kty": "RSA", "kid": "RS256"}]},
    "too long": {"body": json.dumps({"keys": [jwk("RS256")]}).encode() + b" " * MAX_JWKS_BYTES},
}


@pytest.mark.parametrize("trouble", UNUSABLE.values(), ids=UNUSABLE)
async def test_old_keys_outlive_an_unusable_answer(issuer: Issuer, trouble: dict[str, Any], caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    verifier = trusting(issuer, clock)
    await verifier.verify(signed("RS256"))
    sound = replace(issuer)
    for name, value in trouble.items():
        setattr(issuer, name, value)
    clock.now += 300
    assert (await verifier.verify(signed("RS256"))).subject == "ada"
    assert issuer.asked == 2
    assert "The 3 known ones stay in use" in caplog.text
    for name in trouble:
        setattr(issuer, name, getattr(sound, name))
    issuer.keys = [jwk("RS256", OTHER_RSA, kid="next")]
    clock.now += 10
    assert (await verifier.verify(signed("RS256", key=OTHER_RSA, kid="next"))).subject == "ada"
    assert "'RS256'" in await refused(verifier.verify(signed("RS256")))
    issuer.keys = [jwk("RS256")]
    clock.now += 300
    assert "'next'" in await refused(verifier.verify(signed("RS256", key=OTHER_RSA, kid="next")))


async def test_a_compressed_answer_does_not_grow(issuer: Issuer) -> None:
    issuer.body, issuer.headers = gzip.compress(b" " * 100_000_000), {"content-encoding": "gzip"}
    verifier = trusting(issuer)
    tracemalloc.start()
    await refused(verifier.verify(signed("RS256")))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert issuer.asked == 1
    assert peak < 5_000_000


async def test_an_issuer_that_withdraws_all_keys_is_heard(issuer: Issuer) -> None:
    clock = Clock()
    verifier = trusting(issuer, clock)
    await verifier.verify(signed("RS256"))
    issuer.keys = []
    clock.now += 300
    assert "'RS256'" in await refused(verifier.verify(signed("RS256")))


async def test_an_issuer_that_is_gone(issuer: Issuer, unused_tcp_port: int) -> None:
    clock = Clock()
    gone = replace(issuer, url=f"http://127.0.0.1:{unused_tcp_port}/keys")
    verifier = trusting(gone, clock)
    assert "'RS256'" in await refused(verifier.verify(signed("RS256")))


async def test_a_dripping_issuer_holds_up_one_round_only(issuer: Issuer) -> None:
    """The limit of 5 s covers the whole answer; after it nobody with a known key waits for this issuer again."""
    clock = Clock()
    verifier = trusting(issuer, clock)
    await verifier.verify(signed("RS256"))
    issuer.drip = 0.1
    clock.now += 300
    began = time.perf_counter()
    assert (await verifier.verify(signed("RS256"))).subject == "ada"
    assert 4.5 < time.perf_counter() - began < 7
    clock.now += 10
    began = time.perf_counter()
    assert (await verifier.verify(signed("RS256"))).subject == "ada"
    assert time.perf_counter() - began < 2
    await asyncio.sleep(0.1)
    assert issuer.asked == 3


# Configuration, and tokens for development


@pytest.mark.parametrize("secret", ["", "short", "é" * 15, "a" * 31])
def test_a_weak_secret(secret: str) -> None:
    with pytest.raises(ValueError, match=r"shorter than 32 bytes.*token_urlsafe\(32\)"):
        replace(CONFIG, secret=secret)


def test_secrets_that_suffice_and_one_that_is_no_secret() -> None:
    assert replace(CONFIG, secret="é" * 16).configured
    public = PRIVATE["RS256"].public_key()
    pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    with pytest.raises(ValueError, match="public key or certificate"):
        replace(CONFIG, secret=pem.decode())


@pytest.mark.parametrize(
    "url",
    ["", "file:///a", "ftp://a/b", "keys.json", "http://", "//host/a", "http://a:b/", "http://a:65536/", "https:/a"],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(ValueError, match="JWKS address"):
        replace(CONFIG, jwks_url=url)


def test_a_secret_is_not_shown() -> None:
    assert SHARED_KEY not in repr(CONFIG)


async def test_an_issued_token_is_accepted() -> None:
    config = replace(CONFIG, issuer="https://a", audience="dmu")
    said = await Verifier(config).verify(issue(config, "ada", "acme", timedelta(hours=1)))
    assert (said.subject, said.workspace) == ("ada", "acme")
    assert said.expires_at == pytest.approx(time.time() + 3600, abs=5)
    assert (await Verifier(config).verify(issue(config, "ada", None, timedelta(hours=1)))).workspace is None
    old = issue(config, "ada", None, timedelta(hours=-1))
    assert "ExpiredSignatureError" in await refused(Verifier(config).verify(old))


def test_what_cannot_be_issued() -> None:
    with pytest.raises(Refused, match="claim sub"):
        issue(CONFIG, "", None, timedelta(hours=1))
    with pytest.raises(ValueError, match="authentication secret"):
        issue(replace(CONFIG, secret=None, jwks_url="https://a/keys"), "ada", None, timedelta(hours=1))
