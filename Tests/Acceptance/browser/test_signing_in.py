"""Every role signs in, sees its places and no others, switches the language and signs out."""

import pytest

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
