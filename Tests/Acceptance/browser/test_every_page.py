"""Each page that a role can reach: accessible, as wide as the window, and without a complaint of the browser."""

from urllib.parse import urljoin, urlsplit

import pytest

from harness import documents, office
from harness.crawl import crawl

from .conftest import PHONE

ROLES = ["quantri", "lapkehoach", "thanhvien", "theodoi"]

# Places that every role is walked through, whether or not the crawl's limit reaches them.
PLACES = {
    "quantri": ["/agencies", "/agencies?q=so+y+te", "/parties", "/ledger?verify=yes", "/inbox", "/inbox/settings"],
    "lapkehoach": ["/agencies", "/parties", "/inbox", "/inbox/settings", "/overview?of=all"],
    "thanhvien": ["/agencies", "/inbox", "/inbox/settings"],
    "theodoi": ["/agencies", "/inbox", "/ledger"],
}
# Pages of single things, by the first link of a list: what follows its address.
SINGLE = {
    "quantri": [
        ("/agencies?q=so+van+hoa", "main a[href^='/agencies/']", ["", "/tokens", "/reorganise"]),
        ("/accounts", "main a[href^='/accounts/']:not([href$='/new'])", ["", "/notices"]),
    ],
    "lapkehoach": [
        ("/agencies?q=so+van+hoa", "main a[href^='/agencies/']", [""]),
        ("/plans?state=issued", "main th a[href^='/plans/']", ["", "/notices", "/parties", "/purge"]),
        ("/tasks", "main a[href^='/tasks/']", ["", "/notices"]), ("/overview?of=all", "a.fold", [""]),
    ],
}


def path_of(address):
    parts = urlsplit(address)
    return parts.path + ("?" + parts.query if parts.query else "")


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
            found[role].append(path_of(page.url))
        found[role] += [path for path in PLACES.get(role, []) if path not in found[role]]
        # What the limit may leave out: pages of single things, each by a link that a list has.
        for path, selector, tails in SINGLE.get(role, []):
            links = visitor.get(path).find(selector)
            assert links, f"{role}: {path} leads to no {selector}"
            found[role] += [path_of(urljoin(visitor.url, links[0].get("href"))) + tail for tail in tails]
        if role == "lapkehoach":
            task = office.task_ids(office.open_draft(visitor, plan))[0]
            found[role] += [
                "/tasks?q=bao&agency=S%E1%BB%9F+A&plan=none&sort=lead", "/tasks?q=nothingatallhere", "/account",
            ] + [
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


# Letters that only Vietnamese has.
STAMPS = ("Tuyệt mật", "Tối mật", "Mật")  # quoted in English sentences, as they stand on paper
VIETNAMESE = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


def test_in_english_nothing_of_the_screens_is_left_vietnamese(sqlite_server, person, pages):
    faults = []
    for role in [None, *ROLES]:
        one = person(sqlite_server, role)
        one.go("/language/en?back=/help/keys")
        for path in dict.fromkeys(pages[role]):
            # The desk's English sentences, its warnings above all, quote the document's names.
            if "/correct" in path or path.endswith("/issue"):
                continue
            one.go(path)
            left = one.page.evaluate(
                """letters => {
                    const has = text => [...text.toLowerCase()].some(letter => letters.includes(letter));
                    const found = [], walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                        const text = walker.currentNode.textContent, parent = walker.currentNode.parentElement;
                        if (has(text) && parent.closest('[lang]').lang === 'en' && !parent.closest('title')) found.push(text.trim());
                    }
                    for (const one of document.querySelectorAll('[aria-label], [placeholder]'))
                        for (const name of ['aria-label', 'placeholder'])
                            if (one.closest('[lang]').lang === 'en' && has(one.getAttribute(name) || '')) found.push(one.getAttribute(name));
                    return found;
                }""", VIETNAMESE)
            for text in left:
                for stamp in STAMPS:
                    text = text.replace(stamp, "")
                if any(letter in VIETNAMESE for letter in text.lower()):
                    faults.append(f"{role} {path}: {text}")
    assert faults == [], "not English, and not marked as Vietnamese:\n" + "\n".join(faults)


def test_text_of_twice_the_size_fits_the_window(sqlite_server, person, pages):
    one = person(sqlite_server, "lapkehoach", size={"width": 1280, "height": 860})
    for path in dict.fromkeys(pages["lapkehoach"]):
        one.go(path)
        one.page.evaluate("document.documentElement.style.fontSize = '200%'")
        one.check_width()


def test_forced_colours_keep_what_is_chosen_and_focused_visible(sqlite_server, person):
    one = person(sqlite_server, "lapkehoach")
    one.page.emulate_media(forced_colors="active")
    for path in ("/plans", "/tasks?state=continuous", "/upload"):
        one.go(path)
        one.check_accessibility()
        widths = one.page.evaluate(
            """() => [...document.querySelectorAll('.places a[aria-current], .counts a[aria-current]')]
                .map(one => [parseFloat(getComputedStyle(one).borderBottomWidth), getComputedStyle(one).borderBottomColor])""")
        assert widths and all(width >= 2 and not colour.endswith(", 0)") for width, colour in widths), widths
        one.page.keyboard.press("Tab")
        one.page.keyboard.press("Tab")
        assert one.page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2


def test_on_paper_only_the_matter_is_printed(sqlite_server, person):
    one = person(sqlite_server, "lapkehoach", scheme="dark")
    for path in ("/tasks", "/plans"):
        one.go(path)
        one.page.emulate_media(media="print")
        for selector in ("header.bar", "footer", ".filter", ".pages"):
            for part in one.page.locator(selector).all():
                assert not part.is_visible(), f"{path}: {selector} is printed"
        assert one.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert one.page.locator("main table").is_visible()
        one.page.emulate_media(media="screen")
