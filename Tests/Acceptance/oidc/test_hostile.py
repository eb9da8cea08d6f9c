"""What a provider, or somebody between, may try: nobody is signed in, the page says so, and passwords go on."""

import json
import threading
import time

import pytest

from harness.program import run

from .conftest import ANSWER, administer, who
from .hostile import SUBJECT, HostileProvider


@pytest.fixture(scope="module")
def hostile():
    provider = HostileProvider()
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def hostile_loa(signing, hostile):
    from harness.visitor import Visitor

    def visit(loa, name):
        person = Visitor(loa.url)
        person.sign_in(name, loa.passwords()[name])
        return person

    with signing(hostile.issuer) as loa:
        administer(visit, loa, "theodoi", {"subject": SUBJECT}, "link")
        yield loa


@pytest.fixture(autouse=True)
def honest_again(hostile):
    yield
    hostile.reset()


def refused(visitor, loa, status, path="/sign-in/openid"):
    person = visitor(loa)
    page = person.get(path)
    assert page.status == status, f"{page.status} {page.words('main')[:400]}"
    assert page.find("main .notice.bad"), page.words()[:300]
    assert who(person) == ""
    done = page.form_with_password().submit({"name": "thanhvien", "password": loa.passwords()["thanhvien"]})
    assert done.status == 200 and who(person) == "thanhvien", "the password's way goes on"
    return page


def test_honest_it_lets_in(visitor, hostile_loa):
    person = visitor(hostile_loa)
    person.get("/sign-in/openid")
    assert who(person) == "theodoi"


@pytest.mark.parametrize("way", ["without_signature", "with_public_key_as_secret", "with_another_key"])
def test_tokens_that_are_not_signed_by_it(visitor, hostile_loa, hostile, way):
    hostile.signed = getattr(hostile, way)
    refused(visitor, hostile_loa, 502)


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "of another sign-in"}, {"nonce": None}, {"iss": "https://sso.example.vn"}, {"aud": "another client"},
        {"aud": ["loa", "another client"]}, {"azp": "another client"}, {"exp": 1},
        # Of the year 2100: the name of a test must be the same in each process that collects it.
        {"iat": 4102444800}, {"sub": None}, {"sub": ""},
    ],
    ids=lambda claims: json.dumps(claims)[:40],
)
def test_tokens_that_are_not_for_this_sign_in(visitor, hostile_loa, hostile, claims):
    hostile.claimed = lambda right: {k: v for k, v in {**right, **claims}.items() if v is not None}
    refused(visitor, hostile_loa, 502)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"state": "another"}, 400), ({"state": None}, 400), ({"code": None}, 502), ({"iss": "https://other.example"}, 502),
        ({"error": "server_error"}, 403), ({"code": "x" * 5000}, 502),
    ],
    ids=lambda value: str(value)[:40],
)
def test_answers_that_are_not_to_what_was_asked(visitor, hostile_loa, hostile, fields, status):
    hostile.answered = lambda right: {k: v for k, v in {**right, **fields}.items() if v is not None}
    refused(visitor, hostile_loa, status)


def test_an_answer_without_any_question(visitor, hostile_loa, hostile):
    refused(visitor, hostile_loa, 400, f"{ANSWER}?code=x&state=y")
    assert hostile.requests == [], "the provider isn't even asked"


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_afterwards_one_is_nowhere_else(visitor, hostile_loa, back):
    person = visitor(hostile_loa)
    page = person.get("/sign-in/openid", params={"back": back})
    assert page.status == 200 and page.url.startswith(hostile_loa.url + "/"), page.url
    person.session.cookies.clear()
    page = person.get("/sign-in/openid", params={"back": back}, allow_redirects=False)
    assert page.headers["Location"].startswith("http://127.0.0.1") and "evil" not in page.headers["Location"]


def huge(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(10_000):
            handler.wfile.write(b" " * 65_536)
    except OSError:
        pass
    handler.close_connection = True


@pytest.mark.parametrize(
    ("path", "answer", "status"),
    [
        ("/token", (302, {"Location": "/elsewhere"}), 502),
        ("/token", (307, {"Location": "http://127.0.0.1:1/"}), 502),
        ("/token", (200, {}, b"<html>"), 502), ("/token", (200, {}, b'{"id_token": 7}'), 502),
        ("/token", (200, {}, b'{"id_token": "a.b.c"}'), 502),
        ("/token", (400, {}, b'{"error": "invalid_grant"}'), 400), ("/token", (401, {}, b'{"error": "invalid_client"}'), 502),
        ("/token", (500, {}, b""), 503), ("/token", huge, 503),
    ],
    ids=lambda value: getattr(value, "__name__", None) or str(value),
)
def test_token_endpoints_that_misbehave(visitor, hostile_loa, hostile, path, answer, status):
    hostile.whole[path] = answer
    started = time.monotonic()
    refused(visitor, hostile_loa, status)
    assert time.monotonic() - started < 60
    assert ("GET", "/elsewhere") not in hostile.requests and ("POST", "/elsewhere") not in hostile.requests


def test_a_silent_provider_is_given_up_and_others_are_answered_meanwhile(visitor, hostile_loa, hostile):
    may_end = threading.Event()

    def silent(handler):
        may_end.wait(60)
        handler.close_connection = True

    hostile.whole["/token"] = silent
    ended = []

    def wait():
        page = visitor(hostile_loa).get("/sign-in/openid")
        ended.append((time.monotonic(), page))

    # More than are sent at once: some wait for their turn.
    waiting = [threading.Thread(target=wait, daemon=True) for _ in range(8)]
    started = time.monotonic()
    for one in waiting:
        one.start()
    try:
        while not ended:
            assert visitor(hostile_loa, "thanhvien").get("/work").status == 200
            assert time.monotonic() - started < 60, "the provider may keep them waiting for ever"
    finally:
        may_end.set()
    (first, page), *_ = ended
    assert page.status == 503 and page.find("main .notice.bad") and page.form_with_password()
    assert first - started > 5, "the provider kept nobody waiting"
    for one in waiting:
        one.join(90)
    assert [page.status for _, page in ended] == [503] * len(waiting)


@pytest.mark.parametrize(
    ("described", "answer"),
    [
        (lambda right: {**right, "issuer": "https://sso.example.vn"}, None),
        (lambda right: {**right, "issuer": right["issuer"] + "/"}, None),
        (lambda right: {**right, "token_endpoint": "http://sso.example.vn/token"}, None),
        (lambda right: {**right, "token_endpoint": "file:///etc/passwd"}, None),
        (lambda right: {**right, "authorization_endpoint": "javascript:alert(1)"}, None),
        (lambda right: {**right, "jwks_uri": None}, None),
        (lambda right: {**right, "token_endpoint_auth_methods_supported": ["private_key_jwt"]}, None),
        (None, (200, {}, b'{"issuer": "a", "issuer": "b"}')), (None, (200, {}, b"\xff\xfe")), (None, (200, {}, b"[" * 100_000)),
    ],
    ids=range(10),
)
def test_descriptions_that_lead_astray(signing, visitor, hostile, described, answer):
    """A server of its own each time: what was once read is remembered, as is for some seconds that it couldn't be."""
    if described:
        hostile.described = described
    else:
        hostile.whole["/.well-known/openid-configuration"] = answer
    with signing(hostile.issuer) as loa:
        refused(visitor, loa, 502)


def test_a_provider_that_is_gone_and_comes_back(signing, visitor):
    provider = HostileProvider()
    try:
        with signing(provider.issuer) as loa:
            administer(visitor, loa, "theodoi", {"subject": SUBJECT}, "link")
            provider.stop()
            page = refused(visitor, loa, 503)
            assert "không trả lời" in page.words("main .notice")
            assert "openid.unreachable" in loa.tail(), "the operator reads why in the log"
            provider.start(provider.server.server_port)
            deadline = time.monotonic() + 60
            while True:
                person = visitor(loa)
                person.get("/sign-in/openid")
                if who(person) == "theodoi":
                    break
                assert time.monotonic() < deadline, "it is back, and nobody noticed"
                time.sleep(0.5)
    finally:
        provider.stop()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--oidc-issuer", "http://sso.example.vn", "--oidc-client", "loa"], "--oidc-issuer takes https://"),
        (["--oidc-issuer", "https://sso.example.vn?x=1", "--oidc-client", "loa"], "--oidc-issuer takes https://"),
        (["--oidc-issuer", "https://user:secret@sso.example.vn", "--oidc-client", "loa"], "--oidc-issuer takes https://"),
        (["--oidc-issuer", "https://sso.example.vn"], "needs --oidc-client"),
        (["--oidc-issuer", "https://sso.example.vn", "--oidc-client", "loa"], "needs --oidc-secret-file or $LOA_OIDC_SECRET"),
        (["--oidc-issuer", "https://sso.example.vn", "--oidc-client", "loa", "--oidc-secret-file", "/nowhere"], "can't be read"),
        (["--oidc-issuer", "https://sso.example.vn", "--host", "0.0.0.0"], "needs --public-address"),
        (["--oidc-issuer", "https://sso.example.vn", "--trusted-proxy", "127.0.0.1"], "needs --public-address"),
        (["--oidc-issuer", "https://sso.example.vn", "--public-address", "http://loa.example.vn"], "with https://"),
        (["--oidc-client", "loa"], "--oidc-client goes with --oidc-issuer"),
    ],
)
def test_options_that_would_not_be_safe_are_refused_at_the_start(loa_bin, tmp_path, options, said):
    done = run("serve", "--data", tmp_path, *options)
    assert done.returncode == 64 and said in done.stderr.decode(), done.stderr.decode()
    assert b"secret@" not in done.stderr
