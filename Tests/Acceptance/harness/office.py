"""What an official does, by plain forms: bring a document, correct what was read, issue it."""

import re
import time

PLAN = re.compile(r"/plans/([^/?#]+)")
READ_SECONDS = 400

TYPES = {
    "txt": "text/plain", "md": "text/markdown", "html": "text/html", "pdf": "application/pdf", "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def send_file(visitor, name, content, kind=None):
    """Chooses a file on the upload page, attests that it is no secret, and sends it; gives the page that answers."""
    form = visitor.get("/upload").form(action="/upload")
    kind = kind or TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")
    if isinstance(content, str):
        content = content.encode("utf-8")
    return form.submit({"attest": "yes"}, files=[(name, content, kind)])


def wait_for_reading(page, seconds=READ_SECONDS):
    """Looks again, as a page without scripts tells the browser to, until the reading ended."""
    deadline = time.monotonic() + seconds
    while page.status == 200 and page.tree is not None and page.find("#readings [data-events]"):
        assert time.monotonic() < deadline, f"the document was still being read after {seconds} s: {page.words('main')[:300]}"
        time.sleep(0.15)
        page = page.visitor.get(page.url)
    return page


def plan_of(page):
    """The plan that came of a reading, or None where it was refused."""
    done = [] if page.tree is None else page.find("#readings a[href$='/correct']")
    return PLAN.search(done[0].get("href"))[1] if done else None


def bring(visitor, name, content, kind=None):
    """Uploads a document that must be readable; gives its plan's identifier."""
    page = wait_for_reading(send_file(visitor, name, content, kind))
    plan = plan_of(page)
    assert page.status == 200 and plan, f"{name} became no plan: {page.status} {page.url} {page.words('main')[:500]}"
    return plan


def open_draft(visitor, plan, query=""):
    page = visitor.get(f"/plans/{plan}/correct{query}")
    assert page.status == 200, f"{page.status} {page.words()[:300]}"
    return page


def task_ids(page):
    return [item.get("data-shows").removeprefix("t") for item in page.find("ol.found > li")]


def press(page, do, task=None):
    """Presses the button of a correction, in the form that belongs to the task."""
    for form in page.forms(action="/corrections"):
        values = dict(form.values)
        buttons = [b for b in form.element.cssselect("button[name=do]") if b.get("value") == do]
        if buttons and values.get("task") == task:
            return form.submit(button=("do", do))
    raise AssertionError(f"no button {do!r} for task {task!r} on {page.url}")


def fill(visitor, plan, edit, do, changes):
    """Opens a form of the draft (`?edit=…`, `?split=…`), fills it in and sends it."""
    page = open_draft(visitor, plan, f"?{edit}")
    for form in page.forms(action="/corrections"):
        if any(b.get("value") == do and "first" in (b.get("class") or "") for b in form.element.cssselect("button[name=do]")):
            return form.submit(changes, button=("do", do))
    raise AssertionError(f"no open form for {do!r} on {page.url}")


def add_recipient(visitor, plan, words):
    """The shortest correction that takes any words: one more recipient."""
    return recipient_form(visitor, plan).submit({"name": words}, button=("do", "addRecipient"))


def recipient_form(visitor, plan):
    for form in open_draft(visitor, plan, "?edit=new-recipient").forms(action="/corrections"):
        if form.element.cssselect("button[value=addRecipient]"):
            return form
    raise AssertionError(f"the draft {plan} has no form for a recipient")


def issue(visitor, plan):
    """Issues the plan through the page that asks once more."""
    page = visitor.get(f"/plans/{plan}/issue")
    assert page.status == 200, f"{page.status} {page.words()[:300]}"
    return page.form(action="/issue").submit()
