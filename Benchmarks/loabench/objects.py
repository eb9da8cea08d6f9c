"""The store of players: its files a second beside nginx, and what a publication costs in a small and in a large one."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import requests

from . import nginx, processes
from .load import CONNECTIONS, requests_per_second
from .tables import middle, print_table, verdict

sys.path.insert(0, str(processes.ROOT / "Tests" / "Acceptance"))

AIM_OF_LIMIT = 0.5
SIZES = (100, 1_000, 10_000, 100_000)
PICTURE_BYTES = 65_536
PROGRAM = Path(os.environ.get("LOA_OBJECTS_BIN", processes.ROOT / ".build/release/objects-bench"))


def run(*words):
    """What objects-bench says, as a dictionary; its reasons go to stderr."""
    done = subprocess.run([str(PROGRAM), *map(str, words)], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"objects-bench {' '.join(map(str, words))} ended with {done.returncode}")
    return json.loads(done.stdout)


def measure(folder, rounds, seconds):
    serve(folder, rounds, seconds)
    publish(folder)


def serve(folder, rounds, seconds):
    """Both servers hand out the same folder: timestamp, a bin of objects, a picture, and "not modified"."""
    from harness.program import Loa

    store = folder / "store"
    run("publish", store, 10_000, 1)
    picture = store / "targets" / "objects" / ("a" * 64 + "." + "a" * 64)
    picture.write_bytes(os.urandom(PICTURE_BYTES))
    bin_name = max((store / "metadata").glob("*.objects-*.json"), key=lambda path: path.stat().st_size).name
    server = Loa("serve", database=f"sqlite:{folder}/store.sqlite", data=folder / "store-data",
                 log=folder / "store.log", options=["--objects", str(store)]).start()
    try:
        static, base = nginx.start_folder(folder, store)
        paths = {
            f"object of {PICTURE_BYTES} bytes": f"targets/objects/{picture.name}",
            f"bin of {(store / 'metadata' / bin_name).stat().st_size} bytes": f"metadata/{bin_name}",
            "timestamp.json": "metadata/timestamp.json",
        }
        rows, ratios = [], []
        kinds = [(name, path, connections, False) for name, path in paths.items() for connections in CONNECTIONS]
        kinds.append(("timestamp.json, not modified", paths["timestamp.json"], 256, True))
        for name, path, connections, is_conditional in kinds:
            found = {"loa": [], "nginx": []}
            for _ in range(rounds):
                for who, address in (("loa", f"{server.url}/objects/{path}"), ("nginx", f"{base}/{path}")):
                    headers = condition(address) if is_conditional else {}
                    found[who].append(requests_per_second(address, connections, seconds, headers=headers))
            ratios.append(median(found["loa"]) / median(found["nginx"]))
            rows.append([name, connections, middle(found["loa"]), middle(found["nginx"]), f"{ratios[-1]:.2f}"])
        print_table(
            f"Store of players, requests a second (medians of {rounds} rounds of {seconds} s, least … most)",
            ["file", "connections", "loa", "nginx, same files", "loa/nginx"], rows)
        print(f"  least of the limit: {verdict(min(ratios), AIM_OF_LIMIT)}")
        processes.stop(static)
    finally:
        server.stop()


def condition(address):
    """The field that makes this server answer 304."""
    field = {"If-None-Match": requests.get(address, timeout=30).headers["ETag"]}
    again = requests.get(address, headers=field, timeout=30)
    if again.status_code != 304:
        raise SystemExit(f"{address} doesn't answer with 304")
    return field


def publish(folder):
    rows = []
    for size in SIZES:
        told = run("publish", folder / f"of-{size}", size, 40)
        rows.append([
            f"{size:,}", f"{told['wall_ms']:.1f}", f"{told['cpu_ms']:.1f}", f"{told['metadata_bytes'] / 1000:.0f}"])
    print_table(
        "One release with one picture more (medians of 40)",
        ["objects there", "ms", "processor, ms", "metadata written, kB"], rows)


def read(publications):
    # In memory: ten publications a second are what a busy disk takes, and it is the order of writing that counts.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="loa-read-", dir=memory) as folder:
        told = run("read", folder, publications)
    print(
        f"\n{told['publications']:,.0f} publications in {told['seconds']:.0f} s "
        f"({told['publications'] / told['seconds']:.0f} a second) while two clients read {told['reads']:,.0f} times: "
        "none was disturbed")
