"""People sign in by a provider of OpenID Connect, once somebody has bound them to an account."""

import json
import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from harness import databases, program
from harness.visitor import Visitor

from .conftest import ANSWER, NAME, account_of, administer, choose, entries, forget_tries, sign_in, who
from .provider import CLIENT, SECRET, Provider


@pytest.fixture
def bound(visitor, loa, provider):
    """`bound("theodoi", **claims)` binds a new person to the account, by the identifier; gives the identifier."""
    names = []

    def bind(name, **claims):
        subject = provider.person(f"p-{len(provider.people)}-{name}", **claims)
        done = administer(visitor, loa, name, {"subject": subject}, "link")
        assert done.status == 200 and f"Đã nối với {NAME}" in done.words("#openid"), done.words()[:500]
        names.append(name)
        return subject

    yield bind
    for name in names:
        administer(visitor, loa, name, {}, "unlink")


def test_a_bound_person_signs_in_without_a_password(visitor, loa, provider, bound):
    subject = bound("theodoi")
    person = visitor(loa)
    page = person.get("/sign-in?back=/tasks?q=tin")
    link = page.find("main a.button")[0]
    assert link.text_content() == f"Đăng nhập bằng {NAME}"
    home = choose(person.get(link.get("href")), subject)
    assert home.status == 200 and home.url == loa.url + "/tasks?q=tin", home.url
    assert who(person) == "theodoi"


def test_what_is_asked_of_the_provider_is_what_the_standard_wants(visitor, loa, provider, bound):
    subject = bound("theodoi")
    one, other = visitor(loa), visitor(loa)
    sign_in(one, subject), sign_in(other, subject)
    first, second = [asked for asked in provider.asked if asked.get("state")][-4::2]
    assert first["response_type"] == "code" and first["client_id"] == CLIENT and first["tenant"] == "tinh"
    assert first["redirect_uri"] == loa.url + ANSWER and "openid" in first["scope"].split()
    assert first["code_challenge_method"] == "S256" and first["acr_values"] == "gold"
    for name in ("state", "nonce", "code_challenge"):
        assert re.fullmatch(r"[A-Za-z0-9_-]{43}", first[name]) and first[name] != second[name]
    sent = provider.log[-1]
    assert sent["authorization"].startswith("Basic ") and "client_secret" not in sent
    assert sent["code_verifier"] not in json.dumps(provider.asked), "the verifier goes to the token endpoint alone"


def test_nobody_comes_in_who_is_bound_to_no_account(visitor, loa, provider):
    (before,), = databases.rows(loa.database, "SELECT COUNT(*) FROM account")
    # The provider's word about names and roles gives nothing.
    subject = provider.person(
        "stranger", email="quantri@tinh.vn", email_verified=True, preferred_username="quantri", groups=["administrator"])
    person = visitor(loa)
    page = sign_in(person, subject)
    assert page.status == 403 and "chưa được nối" in page.words("main .notice")
    assert page.form_with_password(), "the password's way stays open"
    assert who(person) == ""
    assert databases.rows(loa.database, "SELECT COUNT(*) FROM account") == [(before,)]


def test_a_verified_address_binds_the_first_person_once(visitor, loa, provider):
    lan = provider.person("lan", email="Lan@Tinh.VN", email_verified=True)
    liar = provider.person("liar", email="lan@tinh.vn", email_verified=False)
    words = provider.person("words", email="lan@tinh.vn", email_verified="true")
    second = provider.person("second", email="lan@tinh.vn", email_verified=True)
    try:
        done = administer(visitor, loa, "thanhvien", {"email": "lan@tinh.vn"}, "invite")
        assert done.status == 200 and "lan@tinh.vn" in done.words("#openid")
        accounts = lambda: visitor(loa, "quantri").get("/accounts").words("main")
        assert f"Chờ nối với {NAME}" in accounts() and f"Đã nối với {NAME}" not in accounts()
        taken = administer(visitor, loa, "theodoi", {"email": "LAN@tinh.vn"}, "invite")
        assert taken.status == 409 and "đang chờ" in taken.words("main .notice")
        for unverified in (liar, words):
            assert sign_in(visitor(loa), unverified).status == 403
        person = visitor(loa)
        assert sign_in(person, lan).status == 200 and who(person) == "thanhvien"
        assert f"Đã nối với {NAME}" in accounts() and f"Chờ nối với {NAME}" not in accounts()
        assert sign_in(visitor(loa), second).status == 403, "the address binds no second person"
        # From now on the identifier counts, whatever becomes of the address.
        provider.people["lan"] = {"sub": "lan"}
        again = visitor(loa)
        assert sign_in(again, lan).status == 200 and who(again) == "thanhvien"
    finally:
        administer(visitor, loa, "thanhvien", {}, "unlink")
    assert sign_in(visitor(loa), lan).status == 403


def test_one_binds_oneself_with_the_password_and_gives_it_up(visitor, loa, provider):
    subject = provider.person("self")
    person = visitor(loa, "lapkehoach")
    refused = person.get("/account").form(action="/account/openid").submit({"confirm": "sai"}, button=("do", "link"))
    assert refused.status == 422 and "Mật khẩu hiện tại không đúng" in refused.words("main .notice")
    form = person.get("/account").form(action="/account/openid")
    page = form.submit({"confirm": loa.passwords()["lapkehoach"]}, button=("do", "link"))
    done = choose(person.get(page.find("main a.button")[0].get("href")), subject)
    assert done.url == loa.url + "/account" and f"Đã nối với {NAME}" in done.words("#openid")

    elsewhere = visitor(loa)
    assert sign_in(elsewhere, subject).status == 200 and who(elsewhere) == "lapkehoach"
    taken = administer(visitor, loa, "thanhvien", {"subject": subject}, "link")
    assert taken.status == 409, "one person is one account"

    person.get("/account").form(action="/account/openid").submit(button=("do", "unlink"))
    assert who(person) == "lapkehoach", "the session in hand stays"
    assert who(elsewhere) == "", "sessions by the provider end"
    assert sign_in(visitor(loa), subject).status == 403


def test_a_binding_that_was_begun_ends_in_the_same_session_only(visitor, loa, provider):
    subject = provider.person("victim")
    attacker = visitor(loa, "thanhvien")
    # The cookie of the flow without the session that began it; then with another's session.
    for other in (visitor(loa), visitor(loa, "theodoi")):
        form = attacker.get("/account").form(action="/account/openid")
        page = form.submit({"confirm": loa.passwords()["thanhvien"]}, button=("do", "link"))
        for cookie in attacker.session.cookies:
            if "openid" in cookie.name:
                other.session.cookies.set_cookie(cookie)
        assert choose(other.get(page.find("main a.button")[0].get("href")), subject).status == 400
    assert databases.rows(loa.database, "SELECT COUNT(*) FROM openid_link WHERE subject = 'victim'") == [(0,)]


def test_a_second_factor_is_asked_unless_the_provider_asked_for_one(visitor, loa, provider, bound):
    import pyotp

    subject = bound("thanhvien", amr=["pwd"])
    person = visitor(loa, "thanhvien")
    page = person.get("/account").form(action="/second-factor").submit(button=("do", "begin"))
    code = pyotp.TOTP(re.search(r"secret=([A-Z2-7]+)", page.text)[1])
    assert page.form(field="code").submit({"code": code.now()}, button=("do", "enrol")).status == 200
    try:
        one = visitor(loa)
        asked = sign_in(one, subject)
        assert asked.url.startswith(loa.url + "/sign-in/code") and who(one) == ""
        done = asked.form(field="code").submit({"code": code.at(time.time() + 30)})
        assert done.status == 200 and who(one) == "thanhvien"
        for claims in ({"amr": ["pwd", "otp", "mfa"]}, {"acr": "gold"}):
            provider.people[subject] = {"sub": subject, **claims}
            two = visitor(loa)
            sign_in(two, subject)
            assert who(two) == "thanhvien", claims
        for claims in ({"amr": ["otp"]}, {"amr": "mfa"}, {"acr": "silver"}, {}):
            provider.people[subject] = {"sub": subject, **claims}
            assert "/sign-in/code" in sign_in(visitor(loa), subject).url, claims
    finally:
        form = person.get("/account").form(field="password")
        form.submit({"password": loa.passwords()["thanhvien"]}, button=("do", "remove"))


def test_who_never_uses_a_password_need_not_change_the_one_handed_over(visitor, loa, provider):
    admin = visitor(loa, "quantri")
    form = admin.get("/accounts/new").form(field="displayName")
    made = form.submit({"name": "nguoimoi", "displayName": "Người Mới", "password": "mot cau dai do quan tri dat"})
    assert made.status == 200, made.words()[:300]
    subject = provider.person("new-person")
    administer(visitor, loa, "nguoimoi", {"subject": subject}, "link")
    person = visitor(loa)
    sign_in(person, subject)
    assert person.get("/plans").url == loa.url + "/plans"
    other = visitor(loa)
    other.sign_in("nguoimoi", "mot cau dai do quan tri dat")
    assert other.get("/plans").url == loa.url + "/account", "by the password it must still be changed"
    admin.get(f"/accounts/{account_of(loa, 'nguoimoi')}").form(action="/accounts/").submit(button=("do", "disable"))
    assert who(person) == "", "disabling ends sessions"
    assert sign_in(visitor(loa), subject).status == 403


def test_signing_out_ends_our_session(visitor, loa, provider, bound):
    subject = bound("theodoi")
    person = visitor(loa)
    sign_in(person, subject)
    kept = person.cookie_header()
    person.get("/plans").form(action="/sign-out").submit()
    assert who(person) == ""
    answer = requests.get(loa.url + "/plans", headers={"Cookie": kept}, allow_redirects=False, timeout=60)
    assert answer.status_code == 303, "the old cookie opens nothing"


def test_the_provider_changes_its_keys(visitor, loa, provider, bound):
    subject = bound("theodoi")
    assert sign_in(visitor(loa), subject).status == 200
    for keeps_old in (True, False):
        provider.change_keys(keeps_old)
        deadline = time.monotonic() + 60
        # Keys are asked for anew at most every five seconds; until then what they sign is refused.
        while True:
            person = visitor(loa)
            status = sign_in(person, subject).status
            if status == 200:
                break
            assert status == 502 and time.monotonic() < deadline, status
            time.sleep(0.2)
            forget_tries(loa)
        assert who(person) == "theodoi"


def test_everything_stands_in_the_ledger_and_secrets_nowhere(visitor, loa, provider, bound):
    subject = bound("theodoi")
    theodoi, quantri = account_of(loa, "theodoi"), account_of(loa, "quantri")
    sign_in(visitor(loa), subject)
    action, actor, about, detail = entries(loa, "LinkOpenID")[-1]
    assert (actor, about) == (quantri, theodoi) and json.loads(detail)["issuer"] == provider.issuer
    assert subject not in detail, "the ledger keeps no identifier of a person"
    signed = entries(loa, "SignIn")[-1]
    assert signed[1] == theodoi and json.loads(signed[3])["way"] == "openid"
    page = visitor(loa, "theodoi").get("/ledger")
    assert "qua hệ thống đăng nhập chung" in page.words()
    program.run("audit", "--database", loa.database, check=True)
    sent = provider.log[-1]
    logged = loa.tail(10_000)
    for secret in (SECRET, sent["code"], sent["code_verifier"], sent["authorization"]):
        assert secret not in logged
    arguments = open(f"/proc/{loa.process.pid}/cmdline", encoding="utf-8").read()
    assert SECRET not in arguments


@pytest.mark.parametrize(("algorithm", "way"), [("ES256", "client_secret_post"), ("ES256", "client_secret_basic")])
def test_other_ways_to_sign_and_to_send_the_secret(signing, visitor, algorithm, way):
    provider = Provider(algorithm, way).start()
    try:
        with signing(provider.issuer) as loa:
            provider.client.addresses.add(loa.url + ANSWER)
            subject = provider.person("ec")
            administer(visitor, loa, "theodoi", {"subject": subject}, "link")
            person = visitor(loa)
            assert sign_in(person, subject).status == 200 and who(person) == "theodoi"
            assert ("client_secret" in provider.log[-1]) == (way == "client_secret_post")
    finally:
        provider.stop()


def test_a_code_of_another_browser_is_worth_nothing(visitor, loa, provider, bound):
    """The attacker brings a code of their own into the victim's sign-in (or the other way round): PKCE and nonce differ."""
    subject = bound("theodoi")
    stolen = visitor(loa)
    form = stolen.get("/sign-in/openid").form()
    answer = form.submit(button=("sub", subject), follow=False)
    code = parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]
    thief = visitor(loa)
    answer = thief.get("/sign-in/openid").form().submit(button=("sub", subject), follow=False)
    own = parse_qs(urlsplit(answer.headers["Location"]).query)
    page = thief.get(f"{ANSWER}?code={code}&state={own['state'][0]}")
    assert page.status == 400 and who(thief) == ""


def test_an_answer_is_taken_once_and_from_its_own_browser(visitor, loa, provider, bound):
    subject = bound("theodoi")
    person = visitor(loa)
    answer = person.get("/sign-in/openid").form().submit(button=("sub", subject), follow=False)
    address = answer.headers["Location"]
    assert Visitor(loa.url).get(address).status == 400, "another browser has no cookie of it"
    kept = {cookie.name: cookie.value for cookie in person.session.cookies}
    assert person.get(address).status == 200 and who(person) == "theodoi"
    again = Visitor(loa.url)
    again.session.cookies.update(kept)
    assert again.get(address).status == 400 and who(again) == "", "even with the cookie put back"


def test_a_provider_as_it_comes(signing, visitor):
    """oidc-provider-mock, of whose making nothing is ours."""
    import oidc_provider_mock
    from oidc_provider_mock import User

    people = [User(sub="lan-1", claims={"email": "lan@tinh.vn", "email_verified": True})]
    with oidc_provider_mock.run_server_in_thread(user_claims=people, require_nonce=True) as server:
        with signing(f"http://localhost:{server.server_port}") as loa:
            administer(visitor, loa, "theodoi", {"email": "lan@tinh.vn"}, "invite")
            person = visitor(loa)
            page = person.get("/sign-in/openid")
            done = page.form().submit({"sub": "lan-1"})
            assert done.status == 200 and who(person) == "theodoi", done.words()[:500]


def test_who_says_no_at_the_provider_may_still_type_the_password(visitor, loa, provider):
    provider.person("anybody")
    page = visitor(loa).get("/sign-in/openid?back=/tasks").form().submit(button=("sub", "nobody"))
    assert page.status == 403 and "chưa đồng ý" in page.words("main .notice")
    done = page.form_with_password().submit({"name": "theodoi", "password": loa.passwords()["theodoi"]})
    assert done.url == loa.url + "/tasks", "and then is where one wanted to be"
