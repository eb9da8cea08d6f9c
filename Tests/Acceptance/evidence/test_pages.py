"""Links of evidence keep their page's title and time, fetched from a server of this machine, and from nowhere else
that isn't allowed."""

import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from harness import databases

from . import work

# Nothing is measured here: so long waits a test for what a slow machine brings late.
PATIENCE_SECONDS = 120


class Pages:
    """A web server whose paths are what pages of strangers are like; `heard` are the paths that were asked for."""

    def __init__(self):
        self.heard = []
        self.leaving = threading.Event()
        pages = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                pages.heard.append(self.path)
                try:
                    pages.answer(self)
                except OSError:
                    pass  # Whoever asked has heard enough.

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def answer(self, handler):
        def send(status, kind, body, **fields):
            handler.send_response(status)
            if kind:
                handler.send_header("Content-Type", kind)
            for name, value in fields.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        match handler.path:
            case "/old":
                send(302, None, b"", Location="/older")
            case "/older":
                send(301, None, b"", Location=f"{self.address}/article")
            case "/article":
                send(200, "text/html; charset=utf-8", "<title>Lễ hội Đăk Hà &amp; chợ</title>".encode())
            case "/windows":
                send(200, "text/html", b'<meta charset="windows-1258"><title>H\xf4\xf2i nghi\xf2 to\xe0n ti\xd2nh</title>')
            case "/pdf":
                send(200, "application/pdf", b"%PDF-1.7\n<title>not this</title>")
            case "/endless":
                send(200, "text/html", "<title>Không dứt</title>".encode())
                while not self.leaving.is_set():
                    handler.wfile.write(b"x" * 65536)
            case "/silent":
                self.leaving.wait(PATIENCE_SECONDS)
            case "/circle":
                send(302, None, b"", Location="/circle")
            case "/away":
                send(302, None, b"", Location="http://10.255.255.1/inside")
            case _:
                send(404, "text/html", b"<title>Not found</title>")

    def stop(self):
        self.leaving.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def pages():
    server = Pages()
    yield server
    server.stop()


def give(loa, visitor, addresses):
    """A member of the leading department gives links to a new task; answers the visitor and the task's page."""
    person, link = work.new_task(loa, visitor, "881")
    for address in addresses:
        form = person.get(link).form(field="address")
        done = form.submit({"address": address, "title": f"Bài {address}"}, button=("do", "link"))
        assert done.status == 200 and address in done.words("#evidence"), done.words("main")[:500]
    return person, link


def kept(person, link, seconds=PATIENCE_SECONDS):
    """The words about each link, once nothing waits any more."""
    deadline = time.monotonic() + seconds
    while True:
        page = person.get(link)
        words = work.evidence(page)
        if not any("Đang lấy tiêu đề" in one for one in words):
            return words
        assert time.monotonic() < deadline, words
        time.sleep(0.2)


@pytest.mark.parametrize("kind", databases.KINDS)
def test_titles_are_kept_and_what_cannot_be_fetched_says_so_and_when(launch, visitor, pages, loa_bin, kind):
    expected = {
        "/old": "Tiêu đề trang: “Lễ hội Đăk Hà & chợ” · lưu lúc",
        "/windows": "Tiêu đề trang: “Hội nghị toàn tỉnh” · lưu lúc",
        "/pdf": "Liên kết tới tệp loại application/pdf · lưu lúc",
        "/endless": "Tiêu đề trang: “Không dứt” · lưu lúc",
        "/gone": "máy chủ báo không có trang này · đã thử lúc",
        "/silent": "máy chủ trả lời quá chậm · đã thử lúc",
        "/circle": "không kết nối được với máy chủ · đã thử lúc",
        "/away": "địa chỉ không ở trên internet công cộng · đã thử lúc",
    }
    with launch(kind, options=["--page-allow", "loopback"]) as loa:
        person, link = give(loa, visitor, [pages.address + path for path in expected])
        words = kept(person, link)
        for (path, said), found in zip(expected.items(), words, strict=True):
            assert said in found and pages.address + path in found, found
        assert all(re.search(r"(lưu|đã thử) lúc \d\d/\d\d?/\d{4} \d\d:\d\d", found) for found in words), words
        asked = [path for path in pages.heard if path in expected and path != "/circle"]
        assert sorted(asked) == sorted(set(asked)), "each page is asked for once"


def test_this_machine_is_not_asked_unless_that_is_allowed(launch, visitor, pages, loa_bin):
    with launch("sqlite") as loa:
        person, link = give(loa, visitor, [pages.address + "/article"])
        (words,) = kept(person, link)
        assert "địa chỉ không ở trên internet công cộng · đã thử lúc" in words
        assert pages.heard == []
