"""Documents come in by the upload page: text, Word, PDF and a scan with progress, which can be cancelled."""

import time

import pytest
from playwright.sync_api import Error

from harness import documents

from .conftest import PATIENCE_SECONDS


def choose(one, name, content):
    one.go("/upload")
    kind = {"txt": "text/plain", "pdf": "application/pdf"}.get(name.rsplit(".")[-1], "application/octet-stream")
    content = content.encode() if isinstance(content, str) else content
    one.page.set_input_files("#files", {"name": name, "mimeType": kind, "buffer": content})
    one.page.check("input[name=attest]")


def send(one):
    one.page.locator("#upload button.first").click()
    one.page.wait_for_url("**/upload/*")


def open_plan(one):
    """Waits until the file was read and opens it beside what was found."""
    link = one.page.locator("#readings a[href$='/correct']")
    link.wait_for()
    link.click()
    one.page.wait_for_url("**/correct")
    return one.page.url.split("/")[-2]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A sample as PDF, and a scan of three printed pages."""
    folder = tmp_path_factory.mktemp("printed")
    pdf = documents.pdf_of(documents.numbered(3101), folder)
    return {"pdf": pdf, "scan": documents.scan_of(documents.pdf_of(documents.plan(18, number="3102"), folder), folder)}


@pytest.mark.parametrize("kind", ["txt", "docx", "pdf"])
def test_a_document_becomes_a_draft_beside_its_words(sqlite_server, person, printed, tmp_path, kind):
    content = {
        "txt": lambda: documents.numbered(3103), "docx": lambda: documents.official_docx(15, tmp_path),
        "pdf": lambda: printed["pdf"],
    }[kind]()
    one = person(sqlite_server, "lapkehoach")
    choose(one, f"ke-hoach.{kind}", content)
    if kind == "txt":
        one.check_accessibility()
        one.picture("upload-form")
    send(one)
    open_plan(one)
    assert one.page.locator("ol.found > li").count() >= 3
    assert one.page.locator("#document mark").count() >= 10
    if kind == "docx":
        # As the planner sees it after choosing a task.
        one.page.locator("ol.found > li").nth(1).hover()
        one.picture("correct")
        one.check_accessibility()


def test_a_scan_is_read_page_by_page_before_the_eyes(sqlite_server, person, printed):
    one = person(sqlite_server, "lapkehoach")
    choose(one, "quet.pdf", printed["scan"])
    send(one)
    seen = set()
    deadline = time.monotonic() + 2 * PATIENCE_SECONDS
    # One question for both, so that a renewal of the page in between can't tear them apart.
    question = (
        "[document.querySelector('#readings [data-progress]')?.textContent ?? '', "
        "document.querySelectorAll(\"#readings a[href$='/correct']\").length]"
    )
    while True:
        try:
            words, done = one.page.evaluate(question)
        except Error:
            continue
        seen.add(words)
        if done:
            break
        if len(seen) == 2:
            one.picture("upload")
        one.page.wait_for_timeout(50)
        assert time.monotonic() < deadline, seen
    pages = {words for words in seen if any(letter.isdigit() for letter in words)}
    assert len(pages) >= 2, f"the pages are counted while they are read: {seen}"
    open_plan(one)
    assert one.page.locator("ol.found > li").count() >= 1
    assert one.page.locator(".notice.warn").count() >= 1, "it is said that the words were recognised"


def test_a_reading_is_cancelled(sqlite_server, person, printed):
    one = person(sqlite_server, "lapkehoach")
    choose(one, "bo-do.pdf", printed["scan"] + b"\n% another file\n")
    send(one)
    one.page.locator("#readings form button").click()
    one.page.wait_for_load_state()
    entry = one.page.locator("#readings li:not([data-events])")
    entry.wait_for()
    assert one.page.locator("#readings a[href$='/correct']").count() == 0
    assert one.page.locator("#readings .bad").count() == 0, "what one cancels is no failure"


def test_a_file_that_is_too_large_is_told_before_it_is_sent(sqlite_server, person, tmp_path):
    one = person(sqlite_server, "lapkehoach")
    large = tmp_path / "large.txt"
    with open(large, "wb") as file:
        file.truncate((50 << 20) + 1)
    one.go("/upload")
    one.page.set_input_files("#files", large)
    assert "large.txt" in one.page.evaluate("document.querySelector('#files').validationMessage")


def test_nothing_is_sent_before_it_is_attested_that_it_is_no_secret(sqlite_server, person):
    one = person(sqlite_server, "lapkehoach")
    choose(one, "x.txt", documents.numbered(3105))
    one.page.uncheck("input[name=attest]")
    one.page.locator("#upload button.first").click()
    assert one.page.url.endswith("/upload")
    assert one.page.evaluate("document.querySelector('input[name=attest]').validity.valueMissing")


def test_two_files_at_once_are_read_both(sqlite_server, person):
    one = person(sqlite_server, "lapkehoach")
    one.go("/upload")
    one.page.set_input_files("#files", [
        {"name": f"hai-{n}.txt", "mimeType": "text/plain", "buffer": documents.numbered(n).encode()} for n in (3106, 3107)
    ])
    one.page.check("input[name=attest]")
    one.page.locator("#upload button.first").click()
    one.wait("document.querySelectorAll(\"#readings a[href$='/correct']\").length === 2")


def test_a_secret_is_refused_before_the_eyes(sqlite_server, person):
    one = person(sqlite_server, "lapkehoach")
    choose(one, "mat.txt", "MẬT\n" + documents.numbered(3108))
    send(one)
    told = one.page.locator("#readings .bad")
    told.wait_for()
    assert "mật" in one.page.locator("#readings").inner_text().lower()
    one.check_accessibility()
