"""Requests as they may arrive: in pieces, many at once, of an old version, with conditions."""

import random

GET = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def test_pipelined_requests_are_answered_in_order(connect):
    wire = connect()
    wire.send((GET + b"GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n") * 50)
    for _ in range(50):
        assert wire.answer()[0] == 200
        assert wire.answer()[0] == 404


def test_a_request_in_single_bytes_is_answered(connect):
    wire = connect()
    for byte in GET:
        wire.send(bytes([byte]))
    assert wire.answer()[0] == 200


def test_mutated_requests_are_answered_the_same_whole_and_split(connect):
    chance = random.Random(20261121)
    base = (
        b"POST /healthz?a=b HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nX: y\r\n\r\n3;x\r\na=b\r\n0\r\n\r\n"
    )
    for _ in range(120):
        message = bytearray(base)
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(message))
            message[place : place + chance.randint(0, 2)] = chance.choice(
                [b"", b"\0", b"\r", b"\n", b" ", b":", b"\r\n", b"\xff", b"9", b"%"]
            )
        whole, split = connect(), connect()
        whole.send(bytes(message))
        whole.socket.shutdown(1)
        try:
            position = 0
            while position < len(message):
                step = chance.randint(1, 40)
                split.send(bytes(message[position : position + step]))
                position += step
            split.socket.shutdown(1)
        except OSError:
            pass  # Refused before the end.
        statuses = [[line[:12] for line in wire.to_end().split(b"\r\n") if line.startswith(b"HTTP/1.1 ")]
                    for wire in (whole, split)]
        assert statuses[0] == statuses[1], bytes(message)
        whole.close()
        split.close()


def test_an_old_client_gets_its_answer_and_an_end(connect):
    wire = connect()
    wire.send(b"GET /healthz HTTP/1.0\r\n\r\n")
    assert wire.to_end().startswith(b"HTTP/1.1 200 ")


def test_head_has_the_head_of_get(connect):
    wire = connect()
    wire.send(b"HEAD /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\nGET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n")
    head = wire.answer(head_only=True)
    get = wire.answer()
    assert (head[0], head[1]["content-type"]) == (get[0], get[1]["content-type"])
    assert get[2]


def test_another_method_is_told_which_are_allowed(connect):
    wire = connect()
    wire.send(b"DELETE /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
    status, headers, _ = wire.answer()
    assert status == 405 and "GET" in headers["allow"]


def test_a_client_that_ends_its_side_still_gets_its_answer(connect):
    wire = connect()
    wire.send(b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n")
    wire.socket.shutdown(1)
    assert wire.to_end().startswith(b"HTTP/1.1 200 ")
