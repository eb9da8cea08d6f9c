"""A real browser (Debian's Chromium): pages that complain about nothing, and pictures of them."""

import io
import os
import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Error

from harness import databases

ROOT = Path(__file__).resolve().parents[3]

AXE = Axe()
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # axe leaves the size of targets (WCAG 2.2, 2.5.8) out unless it is asked for.
    "rules": {"target-size": {"enabled": True}},
}

# Nothing is measured here: so long waits a test for what a slow machine brings late.
PATIENCE_SECONDS = 90

WIDE = {"width": 1360, "height": 860}
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="session", params=databases.KINDS)
def server(request, launch, loa_bin):
    """One server for all walks on one kind of database; each walk brings plans of its own."""
    with launch(request.param) as loa:
        yield loa


@pytest.fixture(scope="session")
def sqlite_server(launch, loa_bin):
    with launch("sqlite") as loa:
        yield loa


class Person:
    """Someone at a screen: a context of their own, and whatever the browser complained about."""

    def __init__(self, context, server, expected):
        self.context, self.server = context, server
        self.complaints = []
        self.expected = expected
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE_SECONDS * 1000)
        self.watch(self.page)

    def watch(self, page):
        page.on("console", lambda message: self.complain(message.type, message.text))
        page.on("pageerror", lambda error: self.complain("error", str(error)))
        page.on("response", lambda answer: answer.status >= 500 and self.complain("error", f"{answer.status} {answer.url}"))

    def complain(self, kind, text):
        if kind in ("error", "warning") and not any(words in text for words in self.expected):
            self.complaints.append(f"{kind}: {text}")

    def go(self, path):
        return self.page.goto(self.server.url + path)

    def sign_in(self, name):
        self.go("/sign-in")
        self.page.fill("#name", name)
        self.page.fill("#password", self.server.passwords()[name])
        self.page.locator("main form button").click()
        self.page.wait_for_url(lambda address: "/sign-in" not in address)
        return self

    def wait(self, condition, seconds=PATIENCE_SECONDS):
        """Looks until a script's expression is true. (Playwright's own way evaluates in the page, which its policy forbids.)"""
        deadline = time.monotonic() + seconds
        while True:
            try:
                if self.page.evaluate(condition):
                    return
            except Error as error:
                # The page may be replaced by the next one in the middle of the question.
                if "Execution context was destroyed" not in str(error):
                    raise
            assert time.monotonic() < deadline, f"{self.page.url}: not within {seconds} s: {condition}"
            self.page.wait_for_timeout(30)

    def check_accessibility(self):
        """No violation of WCAG 2.2 AA; the sentence names the rule and the elements."""
        told = []
        for one in AXE.run(self.page, options=AXE_OPTIONS).response["violations"]:
            nodes = one["nodes"]
            if one["id"] == "target-size":
                nodes = [node for node in nodes if self.is_small(node["target"])]
            if nodes:
                told.append(f"{one['id']} ({one['help']}): " + " | ".join(node["html"][:160] for node in nodes[:4]))
        assert told == [], f"{self.page.url}:\n" + "\n".join(told)

    def is_small(self, target):
        """Whether a target is too small where all of it is seen: axe measures what a pane's edge leaves of it."""
        self.page.locator(target[-1]).first.evaluate("element => element.scrollIntoView({block: 'center'})")
        only = {"runOnly": {"type": "rule", "values": ["target-size"]}, "rules": {"target-size": {"enabled": True}}}
        found = AXE.run(self.page, options=only).response["violations"]
        return any(node["target"] == target for one in found for node in one["nodes"])

    def check_width(self):
        """Nothing makes the page scroll sideways."""
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, f"{self.page.url} is {overflow} px wider than the window: {self.widest()}"

    def widest(self):
        return self.page.evaluate(
            """() => [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .filter(e => { while ((e = e.parentElement)) if (getComputedStyle(e).overflowX != 'visible') return false; return true; })
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120))"""
        )

    def picture(self, name, whole=False):
        """Keeps a picture in build/screenshots; where the README shows it, in docs/images as well when asked to."""
        folders = [ROOT / "build" / "screenshots"]
        shown = ROOT / "docs" / "images"
        if os.environ.get("LOA_UPDATE_SCREENSHOTS") == "1" and (shown / f"{name}.png").exists():
            folders.append(shown)
        taken = Image.open(io.BytesIO(self.page.screenshot(full_page=whole)))
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            # A screen has few colours: so the file is a third as long, and nobody sees it.
            taken.convert("RGB").quantize(192, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)


@pytest.fixture
def person(chromium):
    """Makes people: `person(server, "lapkehoach")` has signed in; complaints of their browsers fail the test at its end."""
    people = []

    def make(server, name=None, *, size=WIDE, language="vi-VN", scripts=True, scheme="light", expected=(), scale=1):
        context = chromium.new_context(
            viewport=size, locale=language, java_script_enabled=scripts, color_scheme=scheme, reduced_motion="reduce",
            accept_downloads=True, device_scale_factor=scale,
        )
        one = Person(context, server, expected)
        people.append(one)
        return one.sign_in(name) if name else one

    yield make
    complaints = [complaint for one in people for complaint in one.complaints]
    for one in people:
        one.context.close()
    assert complaints == [], "the browser complained:\n" + "\n".join(complaints)
