"""Plain sockets against a running Loa: no client library tidies the bytes.

This folder has no `__init__.py`: it must not hide the standard library's `http`.
"""

import os
import resource
import socket

import pytest

ANSWER_SECONDS = 60


class Wire:
    """One connection."""

    def __init__(self, address):
        family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        self.socket.settimeout(ANSWER_SECONDS)
        self.socket.connect(address)
        self.rest = b""

    def send(self, data):
        self.socket.sendall(data)

    def receive(self):
        """Some more bytes; none at the end. A reset counts as an end without an answer."""
        piece = self.socket.recv(65536)
        self.rest += piece
        return piece

    def to_end(self):
        while self.receive():
            pass
        return self.rest

    def answer(self, head_only=False):
        """Status, headers (lower-case names) and body of one answer with a length or in chunks."""
        while b"\r\n\r\n" not in self.rest:
            assert self.receive(), f"closed within a head: {self.rest!r}"
        head, self.rest = self.rest.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        headers = {}
        for line in lines[1:]:
            name, value = line.split(":", 1)
            headers.setdefault(name.lower(), value.strip())
        status = int(lines[0].split(" ")[1])
        if head_only or status in (204, 304):
            body = b""
        elif headers.get("transfer-encoding") == "chunked":
            body = self.chunks()
        else:
            body = self.exactly(int(headers["content-length"]))
        return status, headers, body

    def exactly(self, count):
        while len(self.rest) < count:
            assert self.receive(), "closed within a body"
        body, self.rest = self.rest[:count], self.rest[count:]
        return body

    def chunks(self):
        body = b""
        while True:
            while b"\r\n" not in self.rest:
                assert self.receive(), "closed within a chunk's size"
            size, self.rest = self.rest.split(b"\r\n", 1)
            body += self.exactly(int(size, 16))
            assert self.exactly(2) == b"\r\n"
            if size == b"0":
                return body

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


@pytest.fixture(scope="session")
def loa(launch, loa_bin):
    """One server for this folder; what is tested here has nothing to do with the database."""
    # A thousand slow clients need as many descriptors on this side too.
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 8192)), hard))
    with launch("sqlite") as running:
        yield running


@pytest.fixture
def connect(loa):
    """Makes connections to the server; they are closed with the test."""
    opened = []

    def connection():
        opened.append(Wire((loa.host, loa.port)))
        return opened[-1]

    yield connection
    for wire in opened:
        wire.close()


@pytest.fixture(scope="session")
def wire_type():
    return Wire


@pytest.fixture
def process_state(loa):
    """Reads the server's memory in MiB and its open descriptors."""

    def state():
        with open(f"/proc/{loa.process.pid}/status") as lines:
            kib = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
        return kib / 1024, len(os.listdir(f"/proc/{loa.process.pid}/fd"))

    return state
