"""Load by wrk: bounded, on loopback, keep-alive; figures of one run."""

import json
import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = (1, 16, 256)
SCRIPT = Path(__file__).with_name("requests.lua")


def _wrk(connections, seconds, url, more=(), arguments=()):
    # Longer than any answer: one that comes late counts as late, not as lost.
    command = ["wrk", "-t", "1" if connections < 64 else "2", "-c", str(connections), "-d", f"{seconds}s", "--timeout", "30s"]
    return subprocess.run([*command, *more, url, *arguments], check=True, capture_output=True, text=True).stdout


def requests_per_second(url, connections, seconds, cookie=None, headers=None):
    """Requests per second; refuses to count a run in which an answer wasn't 2xx or 3xx or a socket failed."""
    fields = {**({"Cookie": cookie} if cookie else {}), **(headers or {})}
    output = _wrk(connections, seconds, url, [word for name, value in fields.items() for word in ("-H", f"{name}: {value}")])
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"the load met errors at {url} with {connections} connections:\n{output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])


@dataclass
class Figures:
    """Of one run: milliseconds of an answer, answers a second, and the processor's time for one answer."""

    p50: float
    p99: float
    per_second: float
    cpu_us: float


def mixed(url, requests, connections, seconds, processes, seed=1, may_fail=False):
    """A load in which each request is drawn from `requests`, a file of (header, value, path); None where none was good.

    `processes` are those whose processor time counts as the server's.
    """
    before = _processor_seconds(processes)
    output = _wrk(connections, seconds, url, ["-s", str(SCRIPT)], ["--", str(requests), str(seed)])
    # What wrk walked away from is still being answered: it belongs to this run, and must not weigh on the next.
    settle(processes)
    used = _processor_seconds(processes) - before
    told = json.loads(re.search(r"^JSON (.*)$", output, re.M)[1])
    if not told["requests"]:
        # Not one answer in time: as slow as can be, but no error.
        return Figures(seconds * 1e3, seconds * 1e3, 0, used * 1e6) if not may_fail else None
    if told["refused"] or told["errors"]:
        if may_fail:
            return None
        raise SystemExit(f"the load met errors at {url} with {connections} connections:\n{output}")
    return Figures(told["p50"], told["p99"], told["requests"] / told["seconds"], used / told["requests"] * 1e6)


def settle(processes, seconds=120):
    """Waits until the servers have next to nothing to do any more."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        before = _processor_seconds(processes)
        time.sleep(0.5)
        if _processor_seconds(processes) - before < 0.03:
            return


def _processor_seconds(processes):
    """User and system time of processes and all that they started and that still runs."""
    ticks, waiting, seen = 0, list(processes), set()
    while waiting:
        pid = waiting.pop()
        if pid in seen:
            continue
        seen.add(pid)
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
            for task in Path(f"/proc/{pid}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")
