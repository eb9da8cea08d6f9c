"""A person's telephone number is shown to nobody whole: on pages, in exports, in search, in the ledger, in the log."""

import html
import io
import re
import zipfile

import pytest

from harness import documents, office, program
from harness.visitor import Visitor

NUMBERS = [
    "0912345671", "(0912) 345 672", "+84(0)912345673", "0084912345674", "0912–345–675", "0912\u00a0345\u00a0676",
    "0912345677/0987654377", "0912/345/678", "đt0912345679", "0912345680Zalo", "01612345681", "0219.3866123 (nhà riêng)",
]
STAYS = ["0912/QĐ-UBND", "84.912.345.688 đồng", "Văn phòng: 0260.3862.345"]


def content():
    words = "; ".join(f"liên hệ {number}" for number in NUMBERS + STAYS)
    return documents.plan(1, number="614", words=f"Tuyên truyền, {words}")


def digits(text):
    return re.sub(r"\D", "", text)


def shown(text):
    """Which of the numbers a reader of the text sees, in whatever grouping."""
    plain = digits(html.unescape(re.sub(r"<[^>]+>", "", text)))
    return [number for number in NUMBERS if digits(number)[:10] in plain]


@pytest.fixture(scope="module")
def plan(server):
    planner = Visitor(server.url, "vi")
    planner.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    return office.bring(planner, "phones 0912345671.txt", content())


def test_pages_and_exports_show_no_whole_number(server, visitor, plan):
    planner = visitor(server, "lapkehoach")
    for path in (f"/plans/{plan}/correct", f"/plans/{plan}", "/plans", "/plans?q=0912345671", "/tasks", "/tasks.csv"):
        page = planner.get(path)
        assert page.status == 200 and shown(page.text) == [], path
    corrected = html.unescape(planner.get(f"/plans/{plan}/correct").text)
    for words in STAYS:
        assert words in corrected


def test_the_workbook_shows_no_whole_number(server, visitor, plan):
    """Last of those that look at the draft: it issues the plan."""
    planner = visitor(server, "lapkehoach")
    assert office.issue(planner, plan).status == 200
    page = planner.get("/tasks.xlsx")
    assert page.status == 200
    with zipfile.ZipFile(io.BytesIO(page.answer.content)) as workbook:
        cells = {name: workbook.read(name).decode() for name in workbook.namelist() if name.endswith(".xml")}
    assert any("liên hệ" in text for text in cells.values()), "the task isn't in the workbook"
    # Apart from the words, XML's own numbers (times, sizes, styles) may hold any digits.
    words = "".join(text for name, text in cells.items() if "sharedStrings" in name or "sheet1" in name)
    assert shown(" ".join(re.findall(r"<t[^>]*>([^<]*)</t>", words))) == []


def test_the_outline_in_a_terminal_shows_no_whole_number(tmp_path):
    file = tmp_path / "plan.txt"
    file.write_text(content(), encoding="utf-8")
    assert shown(program.run("read", file, check=True).stdout.decode()) == []


def test_ledger_and_log_hold_no_whole_number(server, visitor, plan):
    assert shown(visitor(server, "theodoi").get("/ledger").text) == []
    log = server.log_path.read_text(errors="replace")
    assert not [number for number in NUMBERS if number in log]
