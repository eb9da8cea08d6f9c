"""A file with a secrecy mark is refused before anything of it is stored, and leaves no trace."""

from pathlib import Path

import pytest

from harness import databases, documents, office

# Words that occur nowhere else, so that a trace of them can only come from the refused file.
WORDS = "chiendichbimatzyx"


def marked(mark):
    return documents.plan(2, number="611", words=f"Tuyên truyền {WORDS}").replace(
        "UBND TỈNH KON TUM\n", f"{mark}\nUBND TỈNH KON TUM\n", 1
    )


def traces(server):
    """Every place where something of the file could lie: the data folder, the database, the log."""
    found = []
    needles = [WORDS.encode(), WORDS.encode("utf-16-le")]
    for root in {server.data, Path(server.log_path).parent}:
        for path in root.rglob("*"):
            if path.is_file() and any(needle in path.read_bytes() for needle in needles):
                found.append(str(path))
    if server.database.startswith("postgres"):
        with databases.connect(server.database) as connection:
            tables = connection.execute(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            ).fetchall()
            for (table,) in tables:
                hits = connection.execute(
                    f'SELECT count(*) FROM "{table}" AS whole WHERE whole::text LIKE %s OR whole::text LIKE %s',
                    (f"%{WORDS}%", f"%{WORDS.encode().hex()}%"),
                ).fetchone()[0]
                if hits:
                    found.append(table)
    return found


@pytest.mark.parametrize(
    "mark",
    ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "T Ố I  M Ậ T", "Độ mật: Mật", "VĂN BẢN MẬT", "Số: 05/KH-UBND MẬT", "MẬT 01",
     "THÔNG BÁO\nMẬT", "ＭẬＴ", "M\u00adẬT", "МẬТ", "mật"],
)
def test_a_marked_text_is_refused_and_leaves_no_trace(server, visitor, mark):
    planner = visitor(server, "lapkehoach")
    page = office.wait_for_reading(office.send_file(planner, f"{WORDS}.txt", marked(mark)))
    assert page.status in (200, 403, 422) and office.plan_of(page) is None
    assert "mật" in page.words("#readings, .notice.bad").lower()
    assert traces(server) == []


def test_a_marked_word_file_is_refused_and_leaves_no_trace(server, visitor):
    planner = visitor(server, "lapkehoach")
    page = office.wait_for_reading(office.send_file(planner, "marked.docx", documents.docx_of(marked("TỐI MẬT"))))
    assert page.status < 500 and office.plan_of(page) is None
    assert traces(server) == []


def test_a_mark_that_word_only_shows_in_capitals_is_refused(server, visitor):
    body = "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>mật</w:t></w:r></w:p>" + "".join(
        f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in marked("UBND").splitlines())
    xml = f"<w:document {documents.WORD}><w:body>{body}</w:body></w:document>"
    planner = visitor(server, "lapkehoach")
    page = office.wait_for_reading(office.send_file(planner, "caps.docx", documents.docx_with_body(xml)))
    assert page.status < 500 and office.plan_of(page) is None
    assert traces(server) == []


@pytest.mark.parametrize("name", ["MẬT - {}.txt", "{}-TOI MAT.txt"])
def test_a_file_whose_name_bears_a_mark_is_refused(server, visitor, name):
    content = documents.plan(2, number="613", words=WORDS)
    page = office.wait_for_reading(office.send_file(visitor(server, "lapkehoach"), name.format(WORDS), content))
    assert page.status < 500 and office.plan_of(page) is None
    assert traces(server) == []


def test_the_page_warns_before_a_file_is_chosen(server, visitor):
    page = visitor(server, "lapkehoach").get("/upload")
    words = page.words("main").lower()
    assert "mật" in words
    form = page.form(action="/upload").element
    warning = [element for element in page.find("main *") if "mật" in (element.text or "").lower()]
    order = list(page.tree.iter())
    chooser = form.cssselect("input[type=file]")[0]
    assert warning and order.index(warning[0]) < order.index(chooser), "the warning stands before the chooser"


def test_words_of_ordinary_law_are_no_mark(server, visitor):
    content = documents.plan(1, number="612", words="Bảo vệ bí mật nhà nước và bảo mật thông tin")
    assert office.bring(visitor(server, "lapkehoach"), "law.txt", content)


def test_the_ledger_holds_that_something_was_refused_and_nothing_more(server, visitor):
    def refusals():
        with databases.connect(server.database) as connection:
            rows = connection.execute("SELECT detail FROM ledger WHERE action = 'RefuseSecret'").fetchall()
        return [detail for (detail,) in rows]

    before = len(refusals())
    planner = visitor(server, "lapkehoach")
    office.wait_for_reading(office.send_file(planner, f"{WORDS}.txt", marked("MẬT")))
    assert refusals()[before:] == ["{}"]
    ledger = visitor(server, "theodoi").get("/ledger")
    assert ledger.status == 200 and WORDS not in ledger.text
