"""Load by wrk: bounded, on loopback, keep-alive, one figure per run."""

import re
import subprocess

CONNECTIONS = (1, 16, 256)


def requests_per_second(url, connections, seconds, cookie=None):
    """Requests per second; refuses to count a run in which an answer wasn't 2xx or a socket failed."""
    arguments = ["wrk", "-t", "1" if connections < 64 else "2", "-c", str(connections), "-d", f"{seconds}s", "--timeout", "10s"]
    if cookie:
        arguments += ["-H", f"Cookie: {cookie}"]
    output = subprocess.run(arguments + [url], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"the load met errors at {url} with {connections} connections:\n{output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
