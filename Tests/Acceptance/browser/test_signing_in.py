"""Every role signs in, sees its places and no others, switches the language and signs out."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest

from harness.program import ROOT

PLACES = {
    "quantri": ["/accounts", "/ledger"],
    "lapkehoach": ["/upload"],
    "thanhvien": ["/upload"],
    "theodoi": ["/ledger"],
}
ALL_SEE = ["/plans", "/tasks"]
ELSEWHERE = ["/accounts", "/ledger", "/upload"]


@pytest.mark.parametrize("name", PLACES)
def test_each_role_sees_its_places(sqlite_server, person, name):
    one = person(sqlite_server, name)
    shown = [link.get_attribute("href") for link in one.page.locator("header nav a").all()]
    for path in ALL_SEE + PLACES[name]:
        assert path in shown, f"{name} isn't shown {path}: {shown}"
    assert not set(shown) & (set(ELSEWHERE) - set(PLACES[name])), shown
    for path in shown:
        assert one.go(path).status == 200
        assert one.page.locator(f"header nav a[href='{path}']").get_attribute("aria-current") == "page"
        assert one.page.locator("h1").count() == 1


def test_a_wrong_password_is_told_and_nothing_typed_is_lost(sqlite_server, person):
    # The browser itself reports the answer's status on its console.
    one = person(sqlite_server, expected=("status of 401",))
    one.go("/sign-in")
    one.page.fill("#name", "theodoi")
    one.page.fill("#password", "không phải mật khẩu này")
    one.page.locator("main form button").click()
    told = one.page.locator(".notice.bad")
    told.wait_for()
    assert told.inner_text().strip()
    assert one.page.input_value("#name") == "theodoi" and one.page.input_value("#password") == ""
    one.check_accessibility()
    one.picture("sign-in")


def test_the_language_is_switched_and_stays(sqlite_server, person):
    one = person(sqlite_server, "lapkehoach")
    one.go("/plans?q=doi")
    assert one.page.locator("html").get_attribute("lang") == "vi"
    vietnamese = one.page.locator("h1").inner_text()
    one.page.locator("header a[hreflang=en]").click()
    one.page.wait_for_load_state()
    assert one.page.locator("html").get_attribute("lang") == "en"
    assert one.page.url.endswith("/plans?q=doi"), "the switch comes back to the same page"
    assert one.page.locator("h1").inner_text() != vietnamese
    one.go("/tasks")
    assert one.page.locator("html").get_attribute("lang") == "en"
    one.page.locator("header a[hreflang=vi]").click()
    assert one.page.locator("html").get_attribute("lang") == "vi"


def test_signing_out_ends_it(sqlite_server, person):
    one = person(sqlite_server, "theodoi")
    one.page.locator("form[action='/sign-out'] button").click()
    one.page.wait_for_load_state()
    one.go("/plans")
    assert "/sign-in" in one.page.url


def test_after_signing_in_one_is_where_one_wanted_to_be(sqlite_server, person):
    one = person(sqlite_server)
    one.go("/tasks?q=tin")
    assert "/sign-in" in one.page.url
    one.page.fill("#name", "theodoi")
    one.page.fill("#password", sqlite_server.passwords()["theodoi"])
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: address.endswith("/tasks?q=tin"))


ROLE_NAMES = {"quantri": "Quản trị viên", "lapkehoach": "Người lập kế hoạch", "thanhvien": "Cán bộ cơ quan",
              "theodoi": "Người theo dõi, thanh tra"}


@pytest.mark.parametrize("name", ROLE_NAMES)
def test_screens_and_readme_call_a_role_the_same(sqlite_server, person, name):
    one = person(sqlite_server, name)
    one.go("/account")
    assert one.page.locator("main dd", has_text=ROLE_NAMES[name]).count() >= 1
    assert f"| {ROLE_NAMES[name]} |" in (ROOT / "README.vi.md").read_text(encoding="utf-8")


def code_of(secret, steps_ahead=0):
    """Six digits by RFC 6238, computed here and not by the program."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps_ahead)
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def secret_shown(one):
    one.page.locator("main details summary").click()
    return re.search(r"secret=([A-Z2-7]+)", one.page.locator("main details").inner_text())[1]


def test_a_mistyped_code_leaves_the_second_factor_to_be_tried_again(sqlite_server, person):
    one = person(sqlite_server, "thanhvien", expected=("status of 422", "status of 401"))
    one.go("/account")
    one.page.locator("button[value=begin]").click()
    one.page.wait_for_url("**/account/second-factor")
    field = one.page.locator("#code")
    assert one.page.evaluate("document.activeElement.id") == "code"
    assert field.get_attribute("autocomplete") == "one-time-code" and field.get_attribute("inputmode") == "numeric"
    secret = secret_shown(one)
    one.check_accessibility()
    one.picture("second-factor")
    field.fill("12345x")
    one.page.keyboard.press("Enter")
    one.page.locator(".wrong").wait_for()
    assert one.page.evaluate("document.activeElement.id") == "code"
    assert secret_shown(one) == secret
    one.check_accessibility()
    one.page.locator("header a[hreflang=en]").click()
    one.page.locator("html[lang=en]").wait_for()
    assert secret_shown(one) == secret, "another language, the same secret"
    one.page.fill("#code", code_of(secret))
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/account")
    one.page.locator("form[action='/sign-out'] button").click()
    one.page.wait_for_url("**/sign-in")

    one.page.fill("#name", "thanhvien")
    one.page.fill("#password", sqlite_server.passwords()["thanhvien"])
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/sign-in/code**")
    assert one.page.evaluate("document.activeElement.id") == "code"
    one.check_accessibility()
    one.page.fill("#code", "000000x")
    one.page.keyboard.press("Enter")
    one.page.locator(".wrong").wait_for()
    # The code that set it up is used up; the clock of a telephone may run half a minute ahead.
    one.page.fill("#code", code_of(secret, steps_ahead=1))
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: "/sign-in" not in address)
    one.go("/account")
    one.page.fill("#second-factor #password", sqlite_server.passwords()["thanhvien"])
    one.page.locator("button[value=remove]").click()
    one.page.locator("button[value=begin]").wait_for()


def test_the_language_is_switched_on_the_answer_to_a_form(sqlite_server, person):
    one = person(sqlite_server, "theodoi", expected=("status of 422",))
    one.go("/account")
    for field, words in (("current", "x"), ("new", "a long sentence"), ("again", "another sentence")):
        one.page.fill(f"#{field}", words)
    one.page.locator("#password-section button").click()
    one.page.locator(".notice.bad").wait_for()
    one.page.locator("header a[hreflang=en]").click()
    one.page.locator("html[lang=en]").wait_for()
    assert one.page.locator("#password-section").count() == 1, one.page.url
