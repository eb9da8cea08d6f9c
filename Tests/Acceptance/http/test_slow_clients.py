"""A thousand clients that only cost: ordinary requests still get answers, memory stays, and they are cut in the end."""

import selectors
import time

import pytest

CLIENTS = 1000
GET = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"

KINDS = {
    "silent": (b"", b""),
    "dripping a head": (b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: ", b"a"),
    "dripping a body": (
        b"POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        b"Content-Length: 100000\r\n\r\n",
        b"a",
    ),
    # Each asks again and again for a page and reads none of them.
    "never reading": (b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n" * 40, GET),
}


def drip(clients, drop):
    for wire in clients:
        if drop and wire.socket.fileno() >= 0:
            try:
                wire.socket.send(drop)
            except OSError:
                pass  # Full or cut already: both are fine.


def ask(connect):
    wire = connect()
    wire.send(GET)
    assert wire.answer()[0] == 200
    wire.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_slow_clients_stop_nobody(connect, process_state, kind):
    start, drop = KINDS[kind]
    before, _ = process_state()
    clients = []
    for _ in range(CLIENTS):
        wire = connect()
        wire.socket.setblocking(False)
        try:
            wire.socket.send(start)
        except BlockingIOError:
            pass
        clients.append(wire)
    ask(connect)
    assert process_state()[1] > CLIENTS // 2, "the answer came while the slow ones were there, not after they were cut"
    for _ in range(19):
        drip(clients, drop)
        ask(connect)
    assert process_state()[0] - before < 200, "the server's memory grew by more than 200 MiB"


@pytest.mark.parametrize("kind", ["silent", "dripping a head", "dripping a body"])
def test_slow_clients_are_cut(connect, kind):
    start, drop = KINDS[kind]
    clients = []
    for _ in range(50):
        wire = connect()
        wire.send(start)
        wire.socket.setblocking(False)
        clients.append(wire)
    open_clients = set(clients)
    with selectors.DefaultSelector() as selector:
        for wire in clients:
            selector.register(wire.socket, selectors.EVENT_READ, wire)
        deadline = time.monotonic() + 150
        while open_clients and time.monotonic() < deadline:
            drip(open_clients, drop)
            for key, _ in selector.select(0.5):
                try:
                    ended = not key.data.socket.recv(65536)
                except BlockingIOError:
                    continue
                except OSError:
                    ended = True
                if ended:
                    selector.unregister(key.fileobj)
                    open_clients.discard(key.data)
                    key.data.close()
    assert not open_clients, f"{len(open_clients)} of 50 were never cut"
