"""Sessions, the throttle of wrong passwords, and the second factor."""

import re
import time

import pyotp
import pytest

from harness.visitor import Visitor


@pytest.fixture(scope="module")
def loa(sqlite_server):
    return sqlite_server


def is_signed_in(visitor):
    page = visitor.get("/account")
    return page.status == 200 and page.url.endswith("/account")


def test_signing_in_makes_a_new_session(loa, visitor):
    person = visitor(loa)
    person.get("/sign-in")
    before = {cookie.name: cookie.value for cookie in person.session.cookies}
    person.sign_in("theodoi", loa.passwords()["theodoi"])
    after = {cookie.name: cookie.value for cookie in person.session.cookies}
    assert is_signed_in(person)
    assert before != after, "a session that somebody else may know must not become the signed-in one"
    thief = visitor(loa)
    thief.session.cookies.update(before)
    assert not is_signed_in(thief)


def test_a_chosen_session_is_not_taken_over(loa, visitor):
    names = [cookie.name for cookie in visitor(loa, "theodoi").session.cookies]
    victim = visitor(loa)
    for name in names:
        victim.session.cookies.set(name, "A" * 43, domain="127.0.0.1", path="/")
    victim.sign_in("theodoi", loa.passwords()["theodoi"])
    assert "A" * 43 not in [cookie.value for cookie in victim.session.cookies if cookie.name in names and is_signed_in(victim)]


def test_signing_out_ends_the_session_on_the_server(loa, visitor):
    person = visitor(loa, "theodoi")
    stolen = person.session.cookies.copy()
    person.get("/account").form(action="/sign-out").submit()
    thief = visitor(loa)
    thief.session.cookies = stolen
    assert not is_signed_in(thief)


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(loa, visitor):
    page = visitor(loa).sign_in("theodoi", loa.passwords()["theodoi"], follow=False)
    cookie = page.headers["Set-Cookie"]
    assert re.search(r"(?i);\s*httponly", cookie) and re.search(r"(?i);\s*samesite=(lax|strict)", cookie)
    assert re.search(r"(?i);\s*path=/", cookie)


@pytest.mark.parametrize("path", ["/plans", "/tasks", "/upload", "/ledger", "/accounts", "/account", "/tasks.csv", "/tasks.xlsx"])
def test_a_stranger_is_led_to_the_sign_in_page_and_back(loa, visitor, path):
    page = visitor(loa).get(path)
    assert "/sign-in" in page.url and page.form_with_password()


def test_a_wrong_name_and_a_wrong_password_look_alike(loa, visitor):
    one = visitor(loa).sign_in("theodoi", "hoàn toàn sai lầm")
    other = visitor(loa).sign_in("khongcoai", "hoàn toàn sai lầm")
    assert one.status == other.status and one.words("main") == other.words("main").replace("khongcoai", "theodoi")


def test_after_signing_in_nobody_is_sent_to_another_site(loa, visitor):
    for target in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        person = visitor(loa)
        form = person.get("/sign-in", params={"back": target}).form_with_password()
        page = form.submit({"name": "theodoi", form.name_of("password"): loa.passwords()["theodoi"]}, follow=False)
        where = page.headers.get("Location", "/")
        assert where.startswith("/") and not where.startswith(("//", "/\\")), where


@pytest.mark.parametrize("name, forbidden", [
    ("theodoi", ["/upload", "/accounts"]), ("thanhvien", ["/accounts", "/ledger"]),
    ("lapkehoach", ["/accounts", "/ledger"]), ("quantri", ["/upload"]),
])
def test_each_role_is_refused_what_isnt_its_own(loa, visitor, name, forbidden):
    person = visitor(loa, name)
    for path in forbidden:
        page = person.get(path)
        # The upload page may say in its own words that there is nothing to choose here.
        is_empty = path == "/upload" and page.status == 200 and not page.find("input[type=file]")
        assert page.status in (403, 404) or is_empty, f"{name} sees {path}: {page.status}"


def test_wrong_passwords_slow_down_and_then_let_the_right_one_in(launch):
    with launch("sqlite") as loa:
        password = loa.passwords()["thanhvien"]
        stranger = Visitor(loa.url)
        # The first delay is 2 s, each further wrong try doubles it: a slow machine gets there with some tries more.
        for wrong in (5, 9):
            for _ in range(wrong):
                stranger.sign_in("thanhvien", "sai mật khẩu rồi")
            page = stranger.sign_in("thanhvien", password)
            if page.status == 429:
                break
            sign_out(stranger)
        assert page.status == 429, f"the try after {wrong} wrong ones is answered {page.status}"
        assert int(page.headers["Retry-After"]) >= 1
        assert not is_signed_in(stranger)
        # Another account of the same office isn't locked out.
        assert is_signed_in_after(Visitor(loa.url), "theodoi", loa.passwords()["theodoi"])
        deadline = time.monotonic() + 200
        while not is_signed_in_after(stranger, "thanhvien", password):
            assert time.monotonic() < deadline, "the right password is still refused after minutes"
            time.sleep(0.5)


def is_signed_in_after(visitor, name, password):
    visitor.sign_in(name, password)
    return is_signed_in(visitor)


def test_the_second_factor_is_enrolled_asked_for_and_never_taken_twice(launch):
    with launch("sqlite") as loa:
        person = Visitor(loa.url)
        password = loa.passwords()["thanhvien"]
        person.sign_in("thanhvien", password)
        codes = enrol(person)
        sign_out(person)

        asked = person.sign_in("thanhvien", password)
        assert "/sign-in/code" in asked.url and not is_signed_in(person)
        assert enter(asked, "000000").status in (401, 403, 422)
        assert not is_signed_in(person)
        assert enter(person.get("/sign-in/code"), codes.now_unused()).status == 200 and is_signed_in(person)
        used = codes.last
        sign_out(person)

        asked = person.sign_in("thanhvien", password)
        enter(asked, used)
        assert not is_signed_in(person), "a code counts once"
        enter(person.get("/sign-in/code"), codes.now_unused())
        assert is_signed_in(person)


class Codes:
    """An authenticator: gives each time step's code once, waiting for the next step where needed."""

    def __init__(self, secret):
        self.generator = pyotp.TOTP(secret)
        # One step back and one ahead are inside the tolerance that RFC 6238 recommends: three codes without waiting.
        self.step = self.present() - 2
        self.last = None

    @staticmethod
    def present():
        return int(time.time()) // 30

    def now_unused(self):
        # A code of the step before must arrive before the present step ends.
        while time.time() % 30 > 18:
            time.sleep(0.2)
        self.step = max(self.step + 1, self.present() - 1)
        while self.step > self.present() + 1:
            time.sleep(0.2)
        self.last = self.generator.at(self.step * 30)
        return self.last


def enrol(person):
    """Takes the offered secret over, as an authenticator app does, and proves it by a code."""
    form = person.get("/account").form(action="/account/second-factor")
    page = form.submit(button=("do", "begin"))
    shown = [code.text_content() for code in page.find("code")]
    secrets = [text.replace(" ", "") for text in shown if re.fullmatch(r"[A-Z2-7 ]{32,40}", text)]
    assert secrets and any(text.startswith("otpauth://totp/") for text in shown), shown
    codes = Codes(secrets[0])
    answer = page.form(action="/account/second-factor", field="code").submit({"code": codes.now_unused()}, button=("do", "enrol"))
    assert answer.status == 200, f"{answer.status} {answer.words('main')[:300]}"
    return codes


def enter(page, code):
    return page.form(action="/sign-in/code").submit({"code": code})


def sign_out(visitor):
    visitor.get("/account").form(action="/sign-out").submit()
