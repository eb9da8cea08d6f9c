"""An upload is judged by what stands before its files: the answer comes while the file is still at home."""

import time

import pytest

from harness import office

BIG = 400 << 20


def head(cookie, size):
    return (
        f"POST /upload HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: {size}\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
    ).encode()


def part(name, value):
    return f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()


FILE = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'


@pytest.fixture
def planner(loa, visitor):
    return visitor(loa, "lapkehoach")


def test_the_page_puts_the_files_last(planner):
    fields = planner.get("/upload").form(action="/upload").element.cssselect("input, select")
    assert [field.get("type") for field in fields][-1] == "file"
    assert {"token", "agency", "attest"} <= {field.get("name") for field in fields}


@pytest.mark.parametrize("name, status", [("theodoi", 403), ("quantri", 403), (None, 303)])
def test_who_may_not_send_is_told_before_the_form_begins(loa, visitor, connect, name, status):
    cookie = visitor(loa, name).cookie_header() if name else "a=b"
    wire = connect()
    wire.send(head(cookie, BIG))
    answered, headers, _ = wire.answer()
    assert answered == status and headers["connection"] == "close"


@pytest.mark.parametrize("changed, status", [
    ({"token": "0"}, 403), ({"token": None}, 403), ({"attest": None}, 422), ({"attest": "no"}, 422),
    ({"agency": "another"}, 403), ({"agency": None}, 422),
])
def test_fields_that_refuse_are_heeded_when_the_file_begins(planner, connect, changed, status):
    form = planner.get("/upload").form(action="/upload")
    values = {**dict(form.values), "attest": "yes", **changed}
    wire = connect()
    wire.send(head(planner.cookie_header(), BIG))
    wire.send(b"".join(part(name, value) for name, value in values.items() if value is not None and name != "file"))
    wire.send(FILE)
    assert wire.answer()[0] == status


def test_one_account_sends_only_so_many_forms_at_once(loa, visitor, planner, connect):
    waiting = []
    for _ in range(4):
        wire = connect()
        wire.send(head(planner.cookie_header(), 1 << 20) + b"--b")
        waiting.append(wire)
    # The four are under way once the server has read their heads; then the fifth is told to come back.
    for _ in range(200):
        wire = connect()
        wire.send(head(planner.cookie_header(), 1 << 20) + b"--b")
        wire.socket.settimeout(0.2)
        try:
            status, headers, body = wire.answer()
            break
        except TimeoutError:
            waiting.append(wire)
    assert status == 503 and headers["retry-after"] == "60" and "quá nhiều tệp" in body.decode()
    assert visitor(loa, "thanhvien").get("/upload").status == 200
    for wire in waiting:
        wire.close()
    deadline = time.monotonic() + 60
    while office.send_file(planner, "after.txt", b"no plan at all").status == 503:
        assert time.monotonic() < deadline, "the places were not given back"
