"""Every known way to smuggle or confuse is refused with 4xx or 5xx and a closed connection, and nothing after it is served."""

import pytest

HOST = b"Host: localhost\r\n"
# A second request behind the malformed one: if it is answered, the two sides have lost each other.
SMUGGLED = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def get(fields, target=b"/healthz", version=b"HTTP/1.1"):
    return b"GET " + target + b" " + version + b"\r\n" + HOST + fields + b"\r\n"


def post(fields, body):
    # Signing in takes a form, so the server has to read this body.
    kind = b"Content-Type: application/x-www-form-urlencoded\r\n"
    return b"POST /sign-in HTTP/1.1\r\n" + HOST + kind + fields + b"\r\n" + body


def chunked(body):
    return post(b"Transfer-Encoding: chunked\r\n", body)


MALFORMED = {
    "length and chunking": post(b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    "chunking and length": post(b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", b"0\r\n\r\n"),
    "two equal lengths": post(b"Content-Length: 3\r\nContent-Length: 3\r\n", b"a=b"),
    "two different lengths": post(b"Content-Length: 3\r\nContent-Length: 4\r\n", b"a=bc"),
    "a list of lengths": post(b"Content-Length: 3, 3\r\n", b"a=b"),
    "a signed length": post(b"Content-Length: +3\r\n", b"a=b"),
    "a negative length": post(b"Content-Length: -3\r\n", b"a=b"),
    "a length in hex": post(b"Content-Length: 0x3\r\n", b"a=b"),
    "an empty length": post(b"Content-Length:\r\n", b"a=b"),
    "a length with a space": post(b"Content-Length: 3 3\r\n", b"a=b"),
    "a length that overflows": post(b"Content-Length: 18446744073709551619\r\n", b"a=b"),
    "two hosts": get(b"Host: b\r\n"),
    "no host": b"GET /healthz HTTP/1.1\r\n\r\n",
    "a host that is none": b"GET /healthz HTTP/1.1\r\nHost: a/b\r\n\r\n",
    "a space before the colon": get(b"X : y\r\n"),
    "a space before the length's colon": post(b"Content-Length : 3\r\n", b"a=b"),
    "a folded field": get(b"X: y\r\n z\r\n"),
    "a folded coding": post(b"Transfer-Encoding:\r\n chunked\r\n", b"0\r\n\r\n"),
    "a nameless field": get(b": y\r\n"),
    "a field without a colon": get(b"X\r\n"),
    "NUL in a value": get(b"X: a\0b\r\n"),
    "NUL in a name": get(b"X\0: a\r\n"),
    "a bare CR": get(b"X: a\rb\r\n"),
    "a bare LF": get(b"X: a\nb: c\r\n"),
    "all lines ending in LF": b"GET /healthz HTTP/1.1\nHost: localhost\n\n",
    "another coding": post(b"Transfer-Encoding: gzip\r\n", b""),
    "chunked and another coding": post(b"Transfer-Encoding: gzip, chunked\r\n", b"0\r\n\r\n"),
    "chunked twice": post(b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n"),
    "chunked with a tab inside": post(b"Transfer-Encoding: chun\tked\r\n", b"0\r\n\r\n"),
    "chunking in HTTP/1.0": b"POST /sign-in HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a signed chunk size": chunked(b"+3\r\na=b\r\n0\r\n\r\n"),
    "a chunk size with 0x": chunked(b"0x3\r\na=b\r\n0\r\n\r\n"),
    "a chunk size that overflows": chunked(b"10000000000000003\r\na=b\r\n0\r\n\r\n"),
    "no chunk size": chunked(b"\r\na=b\r\n0\r\n\r\n"),
    "a chunk size ending in LF": chunked(b"3\na=b\r\n0\r\n\r\n"),
    "LF in a chunk's extension": chunked(b"3;a\nb\r\na=b\r\n0\r\n\r\n"),
    "an endless extension": chunked(b"3;" + b"a" * 20000 + b"\r\na=b\r\n0\r\n\r\n"),
    "a chunk longer than it says": chunked(b"3\r\na=bc\r\n0\r\n\r\n"),
    "a malformed trailer": chunked(b"3\r\na=b\r\n0\r\n X: y\r\n\r\n"),
    "a method that is no token": b"G@T /healthz HTTP/1.1\r\n" + HOST + b"\r\n",
    "an unknown method": b"FROB /healthz HTTP/1.1\r\n" + HOST + b"\r\n",
    "a method in lower case": b"get /healthz HTTP/1.1\r\n" + HOST + b"\r\n",
    "TRACE": b"TRACE /healthz HTTP/1.1\r\n" + HOST + b"\r\n",
    "CONNECT": b"CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n",
    "two spaces": b"GET  /healthz HTTP/1.1\r\n" + HOST + b"\r\n",
    "a control character in the target": get(b"", target=b"/healthz\x01"),
    "bytes outside ASCII in the target": get(b"", target="/ế".encode()),
    "a bad escape": get(b"", target=b"/%zz"),
    "an escaped NUL": get(b"", target=b"/%00"),
    "an overlong escape": get(b"", target=b"/%c0%ae%c0%ae/"),
    "a way out": get(b"", target=b"/../../etc/passwd"),
    "an escaped way out": get(b"", target=b"/%2e%2e/%2e%2e/etc/passwd"),
    "absolute form of another host": get(b"", target=b"http://b/healthz"),
    "authority form": get(b"", target=b"a:80"),
    "asterisk form": get(b"", target=b"*"),
    "the HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "HTTP/0.9": b"GET /healthz\r\n\r\n",
    "HTTP/1.2": get(b"", version=b"HTTP/1.2"),
    "HTTP/2.0": get(b"", version=b"HTTP/2.0"),
    "HTTP/11": get(b"", version=b"HTTP/11"),
    "no protocol": get(b"", version=b"HELLO/1.1"),
    "a target of 9,000 bytes": get(b"", target=b"/" + b"a" * 9000),
    "a head of 20,000 bytes": get(b"X: " + b"a" * 20000 + b"\r\n"),
    "200 fields": get(b"X: y\r\n" * 200),
    "a TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "an unknown expectation": post(b"Expect: miracles\r\nContent-Length: 3\r\n", b"a=b"),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_is_refused_and_the_connection_closed(connect, name):
    wire = connect()
    wire.send(MALFORMED[name] + SMUGGLED)
    said = wire.to_end()
    assert said.startswith(b"HTTP/1.1 "), said
    assert said[9:10] in (b"4", b"5"), said[:80]
    assert b"connection: close" in said.split(b"\r\n\r\n")[0].lower()
    assert b"HTTP/1.1 2" not in said, "the smuggled request was served"


@pytest.mark.parametrize("name", MALFORMED)
def test_is_refused_alike_byte_by_byte(connect, name):
    message = MALFORMED[name]
    whole, split = connect(), connect()
    whole.send(message)
    try:
        for start in range(0, len(message), max(1, len(message) // 300)):
            split.send(message[start : start + max(1, len(message) // 300)])
    except OSError:
        pass  # Refused before the end, as it may be.
    assert whole.to_end()[:13] == split.to_end()[:13]


def test_a_client_that_still_sends_gets_to_read_413(connect):
    wire = connect()
    size = 30 << 20
    wire.send(b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n")
    wire.send(b"Content-Length: %d\r\n\r\n" % size)
    for _ in range(size // 65536):
        wire.send(b"a" * 65536)
    assert wire.to_end().startswith(b"HTTP/1.1 413 ")
