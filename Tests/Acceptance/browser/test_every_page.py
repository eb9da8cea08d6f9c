"""Each page that a role can reach: accessible, as wide as the window, and without a complaint of the browser."""

from urllib.parse import urlsplit

import pytest

from harness import documents, office
from harness.crawl import crawl

from .conftest import PHONE

ROLES = ["quantri", "lapkehoach", "thanhvien", "theodoi"]


@pytest.fixture(scope="module")
def pages(sqlite_server):
    """{role: paths}: every page that links lead to, and a draft with each of its forms open."""
    from harness.visitor import Visitor

    found = {None: ["/sign-in", "/help/keys"]}
    for role in ROLES:
        visitor = Visitor(sqlite_server.url)
        visitor.sign_in(role, sqlite_server.passwords()[role])
        if role == "lapkehoach":
            plan = office.bring(visitor, "every-page.txt", documents.text(documents.KONG_CHRO) + "\n(bản thử)\n")
        found[role] = []
        for page in crawl(visitor, limit=30):
            parts = urlsplit(page.url)
            found[role].append(parts.path + ("?" + parts.query if parts.query else ""))
        if role == "lapkehoach":
            task = office.task_ids(office.open_draft(visitor, plan))[0]
            found[role] += [
                f"/plans/{plan}/correct?{form}" for form in
                ("edit=head", "edit=new", f"edit={task}", f"split={task}", f"merge={task}")
            ] + [f"/plans/{plan}/issue", "/plans?q=nothingatallhere"]
    return found


@pytest.mark.parametrize("role", [None, *ROLES])
def test_every_page_is_accessible_and_fits_a_phone(sqlite_server, person, pages, role):
    one = person(sqlite_server, role)
    for path in dict.fromkeys(pages[role]):
        answer = one.go(path)
        assert answer.status == 200, f"{path}: {answer.status}"
        one.check_accessibility()
        one.page.set_viewport_size(PHONE)
        one.check_width()
        one.page.set_viewport_size({"width": 1360, "height": 860})
        one.check_width()


def test_in_english_and_in_the_dark_it_is_as_accessible(sqlite_server, person, pages):
    one = person(sqlite_server, "lapkehoach", scheme="dark")
    one.go("/language/en?back=/plans")
    assert one.page.locator("html").get_attribute("lang") == "en"
    for path in dict.fromkeys(pages["lapkehoach"]):
        one.go(path)
        one.check_accessibility()
        if path == "/plans":
            one.picture("dark-english")


def test_a_page_that_does_not_exist_says_so_in_the_frame_of_the_site(sqlite_server, person):
    one = person(sqlite_server, "theodoi", expected=("status of 404",))
    assert one.go("/nothing/here").status == 404
    assert one.page.locator("h1").count() == 1
    one.check_accessibility()


def test_the_keyboard_reaches_the_content_first(sqlite_server, person):
    one = person(sqlite_server, "lapkehoach")
    one.go("/plans")
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.className") == "skip"
    one.page.keyboard.press("Enter")
    assert one.page.evaluate("document.activeElement.id") == "content"
