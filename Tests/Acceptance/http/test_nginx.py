"""The shipped nginx configuration, run as it is but for names, ports and folders, by an ordinary user."""

import http.server
import os
import pwd
import shutil
import socket
import socketserver
import ssl
import subprocess
import threading
import time
from pathlib import Path

import pytest

from harness import program

SHIPPED = Path(__file__).resolve().parents[3] / "Deploy" / "nginx" / "loa.conf"
NAME = "loa.example.vn"
# Debian keeps nginx where an ordinary user's PATH doesn't look.
NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")


def free_ports(count):
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


class Nginx:
    """nginx with the shipped file in front of a Unix socket."""

    def __init__(self, folder, upstream):
        self.folder = folder
        self.plain_port, self.port = free_ports(2)
        self.certificate = folder / "certificate.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN={NAME}",
             "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", folder / "key.pem", "-out", self.certificate],
            check=True, capture_output=True,
        )
        (folder / "loa.conf").write_text(self.adapted(SHIPPED.read_text(), upstream))
        temporary = "".join(
            f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        # Started by root, nginx would give its workers to nobody; they'd miss the folders that pytest made.
        user = f"user {pwd.getpwuid(os.getuid()).pw_name};\n" if os.getuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"{user}daemon off;\nworker_processes 1;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
            f"events {{ worker_connections 1024; }}\n"
            f"http {{\naccess_log off;\n{temporary}include {folder}/loa.conf;\n}}\n")

    def adapted(self, text, upstream):
        """Every replacement must find its line: a changed file needs a changed test."""
        for old, new in {
            "unix:/run/loa/loa.sock": f"unix:{upstream}",
            "listen 80 default_server;": f"listen 127.0.0.1:{self.plain_port} default_server;",
            "listen 443 ssl http2 default_server;": f"listen 127.0.0.1:{self.port} ssl http2 default_server;",
            "listen 80;": f"listen 127.0.0.1:{self.plain_port};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{self.port} ssl http2;",
            "/etc/letsencrypt/live/loa.example.vn/fullchain.pem": str(self.certificate),
            "/etc/letsencrypt/live/loa.example.vn/privkey.pem": str(self.folder / "key.pem"),
            "/var/cache/nginx/loa": str(self.folder / "cache"),
        }.items():
            assert old in text, f"{SHIPPED} no longer has {old!r}"
            text = text.replace(old, new)
        return text

    def __enter__(self):
        assert NGINX, "nginx is not installed: scripts/setup installs nginx-light"
        arguments = [NGINX, "-c", self.folder / "nginx.conf", "-p", self.folder, "-e", self.folder / "error.log"]
        subprocess.run(arguments[:1] + ["-t"] + arguments[1:], check=True, capture_output=True, text=True)
        self.process = subprocess.Popen(arguments)
        deadline = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                assert self.process.poll() is None and time.monotonic() < deadline, self.log()
                time.sleep(0.05)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)

    def log(self):
        return (self.folder / "error.log").read_text()

    def curl(self, path, *options, name=NAME, check=True):
        """Status, headers (lower-case names) and body as curl sees them over TLS."""
        done = subprocess.run(
            ["curl", "-sS", "-D", "-", "--max-time", "60", "--cacert", self.certificate, "-o", self.folder / "body",
             "--resolve", f"{name}:{self.port}:127.0.0.1", *options, f"https://{name}:{self.port}{path}"],
            capture_output=True, text=True,
        )
        if check:
            assert done.returncode == 0, done.stderr + self.log()
        elif done.returncode:
            return None
        # The last head is the answer's; one before it may be "100 Continue".
        head = done.stdout.strip().split("\r\n\r\n")[-1].splitlines() or done.stdout.splitlines()
        headers = {}
        for line in head[1:]:
            key, _, value = line.partition(":")
            headers[key.lower()] = value.strip()
        return int(head[0].split()[1]), headers, (self.folder / "body").read_bytes(), head[0].split()[0]


class Upstream(http.server.BaseHTTPRequestHandler):
    """Stands in for Loa where a test must see what nginx sends or count how often it asks."""

    protocol_version = "HTTP/1.1"
    seen = []
    go_on = threading.Event()
    # Half a megabyte of some body has come.
    arrived = threading.Event()

    def address_string(self):
        return "unix"

    def log_message(self, *_):
        pass

    def do_POST(self):
        left = size = int(self.headers.get("Content-Length", 0))
        while left:
            left -= len(self.rfile.read1(min(left, 1 << 20)))
            if size - left >= 512 << 10:
                Upstream.arrived.set()
        self.do_GET()

    def do_GET(self):
        Upstream.seen.append((self.path, dict(self.headers)))
        if self.path.endswith("/events"):
            return self.events()
        body = b"for everybody" if "public" in self.path else b"for you alone"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=60" if "public" in self.path else "max-age=60")
        self.end_headers()
        self.wfile.write(body)

    def events(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"data: first\n\n")
        self.wfile.flush()
        Upstream.go_on.wait(30)
        self.wfile.write(b"data: second\n\n")
        self.close_connection = True


class UnixServer(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 128


@pytest.fixture
def before_stub(tmp_path):
    """nginx in front of the stand-in; one for each test, so that one's rate is not another's."""
    path = str(tmp_path / "upstream.sock")
    Upstream.seen.clear()
    Upstream.go_on.clear()
    Upstream.arrived.clear()
    with UnixServer(path, Upstream) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        folder = tmp_path / "nginx"
        folder.mkdir()
        with Nginx(folder, path) as nginx:
            yield nginx
        Upstream.go_on.set()
        server.shutdown()


@pytest.fixture(scope="module")
def before_loa(tmp_path_factory, loa_bin):
    """nginx in front of the real program on its Unix socket."""
    folder = tmp_path_factory.mktemp("nginx-loa")
    path = folder / "loa.sock"
    with open(folder / "log", "wb") as log:
        loa = subprocess.Popen(
            [loa_bin, "demo", "--unix", path, "--public-address", f"https://{NAME}", "--data", folder / "data",
             "--database", f"sqlite:{folder}/loa.sqlite", "--samples", program.SAMPLES],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )
        try:
            deadline = time.monotonic() + program.START_SECONDS
            while not path.exists():
                assert loa.poll() is None and time.monotonic() < deadline, (folder / "log").read_text()
                time.sleep(0.05)
            with Nginx(folder, path) as nginx:
                yield nginx
        finally:
            loa.terminate()
            loa.wait(program.STOP_SECONDS)


def test_pages_come_over_tls_and_http_2(before_loa):
    for option, version in (("--http2", "HTTP/2"), ("--http1.1", "HTTP/1.1")):
        status, headers, body, spoken = before_loa.curl("/sign-in", option)
        assert (status, spoken) == (200, version), before_loa.log()
        assert headers["content-type"].startswith("text/html") and body
        assert headers.get("x-cache") != "HIT"


def test_pages_are_compressed_once(before_loa):
    _, headers, body, _ = before_loa.curl("/sign-in", "-H", "Accept-Encoding: gzip")
    assert headers["content-encoding"] == "gzip" and body[:2] == b"\x1f\x8b"
    assert "accept-encoding" in headers["vary"].lower()


@pytest.mark.parametrize("version, works", [("1.1", False), ("1.2", True), ("1.3", True)])
def test_only_safe_versions_of_tls_are_spoken(before_loa, version, works):
    # Old versions are allowed on this side, so that it is nginx who refuses.
    answer = before_loa.curl(
        "/healthz", f"--tlsv{version}", "--tls-max", version, "--ciphers", "DEFAULT:@SECLEVEL=0", check=False)
    assert bool(answer) == works


def test_another_name_gets_nothing(before_loa):
    assert before_loa.curl("/", "--insecure", name="other.example", check=False) is None


def test_plain_http_is_sent_to_tls(before_loa):
    done = subprocess.run(
        ["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code} %{redirect_url}", "-H", f"Host: {NAME}",
         f"http://127.0.0.1:{before_loa.plain_port}/plans?a=b"], capture_output=True, text=True, check=True)
    assert done.stdout == f"308 https://{NAME}/plans?a=b"


@pytest.mark.parametrize("path", ["/metrics", "/readyz"])
def test_the_machine_room_is_closed(before_loa, path):
    assert before_loa.curl(path)[0] == 404


def test_public_answers_are_kept_and_others_are_not(before_stub):
    outcomes = [before_stub.curl("/public")[1]["x-cache"] for _ in range(3)]
    assert outcomes == ["MISS", "HIT", "HIT"]
    assert len(Upstream.seen) == 1
    # A lifetime alone doesn't make an answer public.
    for _ in range(2):
        assert before_stub.curl("/mine")[1]["x-cache"] == "MISS"
    assert [path for path, _ in Upstream.seen] == ["/public", "/mine", "/mine"]


def test_forwarded_fields_are_set_not_passed_on(before_stub):
    forged = []
    for field in ("X-Forwarded-For: 6.6.6.6", "X-Forwarded-Proto: http", "X-Forwarded-Host: evil", "Forwarded: for=6",
                  "X-Real-IP: 6.6.6.6"):
        forged += ["-H", field]
    before_stub.curl("/", *forged)
    _, headers = Upstream.seen[0]
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert headers["X-Forwarded-Proto"] == "https"
    assert headers["X-Forwarded-Host"] == headers["Host"] == NAME
    assert "Forwarded" not in headers and "X-Real-IP" not in headers


def test_too_many_attempts_to_sign_in_are_stopped(before_stub):
    posts = [before_stub.curl("/sign-in", "-d", "a=b")[0] for _ in range(8)]
    assert posts[:6] == [200] * 6 and 429 in posts[6:]
    assert before_stub.curl("/sign-in")[0] == 200, "reading the page is no attempt"


def test_too_many_requests_are_stopped(before_stub):
    # One curl for all of them: starting many would be slower than the rate.
    urls = [f"https://{NAME}:{before_stub.port}/{number}" for number in range(150)]
    done = subprocess.run(
        ["curl", "-sS", "--http1.1", "--cacert", before_stub.certificate, "--resolve", f"{NAME}:{before_stub.port}:127.0.0.1",
         "-w", "%{stderr}%{http_code}\n", *urls], capture_output=True, text=True)
    statuses = done.stderr.split()
    assert statuses[:50] == ["200"] * 50 and "429" in statuses


def test_as_many_megabytes_pass_as_the_page_allows_and_more_do_not(before_stub, tmp_path):
    file = tmp_path / "file"
    with open(file, "wb") as out:
        out.truncate(50 << 20)
    assert before_stub.curl("/upload", "-F", f"file=@{file}", "-F", f"file=@{file}")[0] == 200
    with open(file, "ab") as out:
        out.truncate(502 << 20)
    assert before_stub.curl("/upload", "-F", f"file=@{file}")[0] == 413
    assert len(Upstream.seen) == 1


def test_other_forms_are_small(before_stub, tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"a" * (500 << 10))
    assert before_stub.curl("/plans/1/corrections", "--data-binary", f"@{file}")[0] == 200
    file.write_bytes(b"a" * (600 << 10))
    assert before_stub.curl("/plans/1/corrections", "--data-binary", f"@{file}")[0] == 413


def deleted_bodies(nginx):
    """What the worker holds open of bodies on disk, which it unlinks at once."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if int((process / "stat").read_text().rsplit(")", 1)[1].split()[1]) != nginx.process.pid:
                continue
            found += [link for one in (process / "fd").iterdir() if "client_body" in (link := os.readlink(one))]
        except OSError:
            continue
    return found


def test_a_document_is_never_written_to_the_disk_of_nginx(before_stub):
    context = ssl.create_default_context(cafile=before_stub.certificate)
    with socket.create_connection(("127.0.0.1", before_stub.port)) as plain:
        with context.wrap_socket(plain, server_hostname=NAME) as wire:
            size = 900 << 10
            wire.sendall(
                f"POST /upload HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n".encode())
            wire.sendall(b"a" * (size - 1000))
            # The stand-in has it before it is whole: nginx passes it on as it comes.
            assert Upstream.arrived.wait(20), before_stub.log()
            assert deleted_bodies(before_stub) == []
            wire.sendall(b"a" * 1000)
            assert wire.recv(12) == b"HTTP/1.1 200"


def test_events_are_not_held_back(before_stub):
    client = subprocess.Popen(
        ["curl", "-sSN", "--http2", "--cacert", before_stub.certificate, "--resolve",
         f"{NAME}:{before_stub.port}:127.0.0.1", f"https://{NAME}:{before_stub.port}/upload/1/events"],
        stdout=subprocess.PIPE)
    try:
        # The second event is only sent once the first has arrived.
        assert client.stdout.readline() == b"data: first\n"
        Upstream.go_on.set()
        assert client.stdout.read() == b"\ndata: second\n\n"
    finally:
        client.kill()
        client.wait()
