"""SIGTERM lets what runs finish, takes nothing new, and ends with status 0."""

import http.client
import signal
import socket
import time

import pytest

from harness.program import STOP_SECONDS

# What runs may take so long after SIGTERM; what only waits is not waited for.
GRACE_SECONDS = 15


def half_a_request(loa):
    """A connection on which the head and half of the body of a POST have been sent, and the other half."""
    body = b"user=nobody&password=" + b"x" * 400
    connection = socket.create_connection((loa.host, loa.port), timeout=STOP_SECONDS)
    connection.sendall(
        b"POST /sign-in HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n"
        % (loa.host.encode(), loa.port, len(body))
        + body[:200]
    )
    return connection, body[200:]


def test_what_runs_is_finished_and_nothing_new_is_taken(launch):
    with launch("sqlite") as loa:
        connection, rest = half_a_request(loa)
        # A whole request on another connection shows that the first has been accepted.
        probe = http.client.HTTPConnection(loa.host, loa.port, timeout=60)
        probe.request("GET", "/healthz")
        assert probe.getresponse().read() is not None
        loa.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS - 3
        while True:
            try:
                socket.create_connection((loa.host, loa.port), timeout=1).close()
            except OSError:
                break
            assert time.monotonic() < deadline, "it still takes connections long after SIGTERM"
            time.sleep(0.05)
        assert loa.process.poll() is None, "it waits for what runs"
        connection.sendall(rest)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert 200 <= answer.status < 500 and answer.getheader("Connection", "").lower() == "close"
        assert len(answer.read()) > 0
        connection.close()
        assert loa.process.wait(STOP_SECONDS) == 0


def test_a_silent_client_does_not_hold_the_end_up(launch):
    with launch("sqlite") as loa:
        connection, _ = half_a_request(loa)
        loa.process.send_signal(signal.SIGTERM)
        assert loa.process.wait(STOP_SECONDS) == 0
        connection.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_idle_server_ends_before_the_grace_is_over(launch, number):
    with launch("sqlite") as loa:
        idle = socket.create_connection((loa.host, loa.port))
        loa.process.send_signal(number)
        assert loa.process.wait(GRACE_SECONDS) == 0, "the grace is for requests, not for silence"
        idle.close()
