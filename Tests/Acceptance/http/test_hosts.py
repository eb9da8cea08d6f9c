"""Under which names a server answers: a stranger's name that is made to point here gets nothing."""

import re

import pytest

from harness import program

PATHS = ["/sign-in", "/healthz", "/readyz", "/metrics", "/nowhere"]


def ask(wire, path, host):
    wire.send(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    return wire.answer()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8080", "localhost.evil.example", "192.0.2.1"])
def test_a_foreign_name_is_refused_in_words(connect, path, host):
    wire = connect()
    status, headers, body = ask(wire, path, host)
    assert status == 421 and "--public-address" in body.decode()
    assert "set-cookie" not in headers
    # The connection goes on: a proxy may carry somebody else's request next.
    assert ask(wire, "/healthz", "localhost")[0] == 200


@pytest.mark.parametrize("host", ["localhost", "localhost:{port}", "127.0.0.1:{port}", "LocalHost", "[::1]:9"])
def test_this_machines_names_are_answered(loa, connect, host):
    assert ask(connect(), "/healthz", host.format(port=loa.port))[0] == 200


def test_an_absolute_address_is_held_to_the_same_names(connect):
    wire = connect()
    wire.send(b"GET http://evil.example/healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n")
    assert wire.answer()[0] == 421


def test_forwarded_names_of_strangers_are_not_believed(connect):
    wire = connect()
    wire.send(b"GET /healthz HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost\r\n\r\n")
    assert wire.answer()[0] == 421


def test_the_public_address_is_answered_too(launch, wire_type):
    options = ("--public-address", "https://loa.example.vn", "--trusted-proxy", "127.0.0.1")
    with launch("sqlite", command="serve", options=options) as loa:
        with wire_type((loa.host, loa.port)) as wire:
            for host, status in [("loa.example.vn", 200), ("LOA.example.vn:443", 200), ("localhost", 200),
                                 ("loa.example.vn:80", 421), ("evil.example", 421)]:
                assert ask(wire, "/healthz", host)[0] == status, host
            wire.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\n\r\n")
            assert wire.answer()[0] == 421


@pytest.mark.parametrize("address", ["loa.example.vn", "https://", "https://a/b", "ftp://a", "https://a b"])
def test_a_public_address_that_is_none_is_told_so(address):
    done = program.run("serve", "--public-address", address, "--port", "0")
    assert done.returncode != 0 and re.search(rb"--public-address takes", done.stderr)
