"""Without free descriptors the server turns clients away, doesn't spin, and recovers."""

import resource
import time

GET = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def limit_descriptors():
    resource.setrlimit(resource.RLIMIT_NOFILE, (96, 96))


def processor_seconds(process):
    with open(f"/proc/{process.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def test_running_out_of_descriptors(launch, loa_bin, wire_type):
    with launch("sqlite", limits=limit_descriptors) as loa:
        clients = []
        for _ in range(150):
            clients.append(wire_type((loa.host, loa.port)))
        began = processor_seconds(loa.process)
        time.sleep(2)
        assert processor_seconds(loa.process) - began < 1, "the server spins"
        for wire in clients:
            wire.close()
        deadline = time.monotonic() + 120
        while True:
            try:
                with wire_type((loa.host, loa.port)) as wire:
                    wire.send(GET)
                    assert wire.answer()[0] == 200
                    return
            except (AssertionError, OSError):
                assert time.monotonic() < deadline, "the server never recovered"
                time.sleep(0.2)
