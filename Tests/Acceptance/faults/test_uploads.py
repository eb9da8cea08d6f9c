"""What people and attackers upload: each is read or refused with a sentence, and the server goes on."""

import os

import pytest

from harness import documents, office

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def loa(sqlite_server):
    return sqlite_server


def refused(page):
    """The words of the refusal; a refusal is an answer below 500 that leads to no plan."""
    page = office.wait_for_reading(page)
    assert page.status < 500, f"{page.status}: {page.words()[:400]}"
    assert office.plan_of(page) is None, "it was taken as a plan"
    assert page.find("main .bad"), f"no refusal is shown: {page.words('main')[:400]}"
    said = page.words("main")
    assert len(said) > 20
    return said


def is_well(loa, visitor):
    assert visitor(loa).get("/readyz").status == 200


def test_fifty_megabytes_are_the_limit_and_it_is_named(loa, visitor):
    planner = visitor(loa, "lapkehoach")
    assert "50" in planner.get("/upload").words("main")
    page = office.send_file(planner, "large.txt", b"KE HOACH " * (53 * MEGABYTE // 9))
    assert page.status == 413
    assert "50" in page.words("main")
    is_well(loa, visitor)


@pytest.mark.parametrize("name, make", [
    ("bomb.docx", lambda: documents.zip_bomb(1000)),
    ("laughs.docx", documents.billion_laughs),
    ("noise.pdf", lambda: b"%PDF-1.7\n" + os.urandom(200_000)),
    ("noise.docx", lambda: os.urandom(50_000)),
    ("truncated.docx", lambda: documents.docx_of(documents.plan(3))[:4000]),
    ("picture.png", lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(5000)),
    ("empty.txt", lambda: b""),
    ("program.exe", lambda: b"MZ" + os.urandom(5000)),
    ("page.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ("table.xlsx", lambda: b"PK\x03\x04" + os.urandom(3000)),
    ("nul.txt", lambda: b"KE HOACH\0\0\0" * 500),
    ("utf8.txt", lambda: b"K\xe1\xba HO\xff\xfe\xc3( " * 500),
])
def test_what_cannot_be_read_is_refused_with_a_sentence(loa, visitor, name, make):
    said = refused(office.send_file(visitor(loa, "lapkehoach"), name, make()))
    assert "Fatal" not in said and "Error Domain" not in said
    is_well(loa, visitor)


def test_an_entity_never_shows_a_file_of_the_server(loa, visitor, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("chuoibimatkhongaibiet")
    page = office.wait_for_reading(
        office.send_file(visitor(loa, "lapkehoach"), "entity.docx", documents.foreign_entity(secret))
    )
    assert page.status < 500 and "chuoibimatkhongaibiet" not in page.text


def test_the_name_of_a_file_says_nothing_about_what_it_holds(loa, visitor):
    planner = visitor(loa, "lapkehoach")
    docx = documents.docx_of(documents.plan(2, number="411"))
    page = office.wait_for_reading(office.send_file(planner, "thực-ra-là-word.txt", docx, "text/plain"))
    # Either it is seen through and read as Word, or refused: never shown as letters of an archive.
    assert page.status < 500 and "word/document.xml" not in page.text


@pytest.mark.parametrize("name", [
    "../../../etc/cron.d/loa.txt", "..\\..\\windows\\system32.txt", "/etc/passwd", "a\r\nX-Evil: 1.txt", "nul\0byte.txt",
    "\u202etxt.exe.txt", "<img src=x onerror=alert(1)>.txt", "'; DROP TABLE plan; --.txt", "con", ".", "x" * 3000 + ".txt",
    "kế hoạch số 5.txt", '"quoted".txt', "%2e%2e%2fx.txt",
])
def test_names_of_files_are_shown_as_words_and_never_followed(loa, visitor, name):
    planner = visitor(loa, "lapkehoach")
    number = str(5000 + abs(hash(name)) % 4000)
    page = office.wait_for_reading(office.send_file(planner, name, documents.plan(1, number=number), "text/plain"))
    assert page.status < 500, page.words()[:400]
    assert "<img src=x" not in page.text and "X-Evil" not in page.headers
    outside = [path for path in ("/etc/cron.d/loa.txt", "/windows/system32.txt") if os.path.exists(path)]
    assert outside == []
    is_well(loa, visitor)


def test_a_name_comes_back_safely_with_the_file(loa, visitor):
    planner = visitor(loa, "lapkehoach")
    content = documents.plan(1, number="412")
    plan = office.bring(planner, 'Kế hoạch "số 5"; x=y.txt', content)
    answer = planner.get(f"/plans/{plan}/file")
    assert answer.status == 200 and answer.answer.content == content.encode()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_line_of_a_million_characters_is_no_trouble(loa, visitor):
    planner = visitor(loa, "lapkehoach")
    content = documents.plan(2, number="413") + "\n" + "dài " * 250_000 + "\n"
    page = office.wait_for_reading(office.send_file(planner, "long.txt", content))
    assert page.status == 200
    is_well(loa, visitor)


def test_ten_thousand_tasks_are_read_listed_and_paged(loa, visitor):
    planner = visitor(loa, "lapkehoach")
    plan = office.bring(planner, "many.txt", documents.plan(10_000, number="414"))
    page = office.open_draft(planner, plan)
    assert "10000" in page.words().replace(".", "").replace(",", "").replace("\u00a0", "")
    assert len(page.text) < 3 * MEGABYTE, "a page stays a page"
    assert len(planner.get("/tasks").text) < MEGABYTE
    is_well(loa, visitor)


def test_the_same_file_again_leads_to_the_plan_that_exists(loa, visitor):
    planner = visitor(loa, "lapkehoach")
    content = documents.plan(2, number="415")
    first = office.bring(planner, "twice.txt", content)
    page = office.wait_for_reading(office.send_file(planner, "twice-again.txt", content))
    assert page.status in (200, 409) and office.plan_of(page) is None
    assert f"/plans/{first}" in page.text, "it says which plan the file belongs to"


@pytest.mark.parametrize("answer", ["", "no file at all"])
def test_a_form_without_a_file_is_told_so(loa, visitor, answer):
    planner = visitor(loa, "lapkehoach")
    form = planner.get("/upload").form(action="/upload")
    page = form.submit(files=[("", b"", "application/octet-stream")] if answer == "" else [])
    assert 200 <= page.status < 500 and office.plan_of(page) is None
