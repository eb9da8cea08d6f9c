"""The TUF client beside python-tuf over one repository: processor time and memory of a refresh and of downloads."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from . import processes
from .tables import middle, print_table

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests/Acceptance"))

TARGETS, DELEGATIONS = 10_000, 50

# python-tuf's client as a program: the same work, with what it imports.
ORACLE = """
import sys
from tuf.ngclient import Updater
from tuf.ngclient.config import UpdaterConfig
if len(sys.argv) > 1:
    folder, metadata, targets = sys.argv[1:4]
    config = UpdaterConfig(snapshot_max_length=10**8, targets_max_length=10**8, max_delegations=100)
    updater = Updater(folder + "/m", metadata, folder + "/t", targets, config=config, bootstrap=None)
    updater.refresh()
    for name in sys.argv[4:]:
        updater.download_target(updater.get_targetinfo(name))
"""


def repository(flat):
    """10,000 targets and 50 delegations: all targets in the top-level role, or 200 in each of the delegated ones."""
    from harness.repository import Repository
    from tuf.api.metadata import TargetFile
    made = Repository()
    for number in range(DELEGATIONS):
        made.delegate("targets", f"role{number}", paths=[f"{number}/*"])
    for number in range(TARGETS):
        role = number % DELEGATIONS
        path = f"{role}/target{number}"
        content = f"content {number}".encode()
        file = TargetFile.from_data(path, content, ["sha256"])
        made.metadata["targets" if flat else f"role{role}"].signed.targets[path] = file
        made.put_target(path, content, file)
    made.publish("targets", *[f"role{number}" for number in range(DELEGATIONS)])
    return made


def spent(words):
    """(processor seconds, megabytes at most) of a program that ends well."""
    with tempfile.NamedTemporaryFile() as told:
        # A child counts the memory of whoever started it as its own: `time` is small.
        line = ["/usr/bin/time", "-f", "%M", "-o", told.name, *map(str, words)]
        process = subprocess.Popen(line, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RuntimeError(f"{words[0]} ended with {process.returncode}")
        return usage.ru_utime + usage.ru_stime, int(told.read()) / 1024


def best(rounds, words):
    """The least of several rounds; `words` makes the command for a fresh folder."""
    found = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory(prefix="loa-trust-") as folder:
            found.append(spent(words(Path(folder))))
    return min(cpu for cpu, _ in found), min(memory for _, memory in found)


def measure(rounds, seconds):
    metadata(rounds, seconds)
    clients(rounds)


def metadata(rounds, seconds):
    """Canonical JSON, and from the bytes of a file to its verified content, in one thread of each."""
    from securesystemslib.formats import encode_canonical
    from tuf.api.metadata import Metadata

    from . import objects

    files = {"targets": None, "root": None}
    made = repository(flat=True)
    with tempfile.TemporaryDirectory(prefix="loa-metadata-") as folder:
        for role in files:
            files[role] = Path(folder) / f"{role}.json"
            files[role].write_bytes(made.files[made.path(role, made.metadata[role].signed.version)])
        targets, root = json.loads(files["targets"].read_bytes()), made.metadata["root"]
        data = files["root"].read_bytes()

        def verify():
            Metadata.from_bytes(data).verify_delegate("root", root)

        kinds = {
            "canonical JSON of targets": ("canonical", files["targets"], lambda: encode_canonical(targets)),
            "root read and verified": ("verify", files["root"], verify),
        }
        rows = []
        for name, (verb, path, theirs) in kinds.items():
            mine, peer = [], []
            for _ in range(rounds):
                mine.append(objects.run(verb, path, seconds)["per_second"])
                peer.append(rate(theirs, seconds))
            rows.append([name, middle(mine), middle(peer), f"{median(mine) / median(peer):.1f}"])
    print_table(
        f"Metadata, times a second ({TARGETS:,} targets; medians of {rounds} rounds of {seconds} s)",
        ["what", "loa", "securesystemslib, python-tuf", "loa/peer"], rows)


def rate(body, seconds):
    """How often a second."""
    start, count = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        body()
        count += 1
    return count / (time.perf_counter() - start)


def clients(rounds):
    from harness.repository import Server
    player = Path(os.environ.get("LOA_PLAYER", processes.LOA.parent / "loa-player"))
    imports, _ = best(rounds, lambda folder: [sys.executable, "-c", ORACLE])
    print(f"\nTUF client, {TARGETS:,} targets and {DELEGATIONS} delegations; importing python-tuf alone: {imports * 1000:.0f} ms")
    for flat in (True, False):
        server = Server()
        server.repository = repository(flat)
        root = server.repository.files["metadata/1.root.json"]
        names = [f"{number}/target{number}" for number in range(DELEGATIONS)]

        def ours(folder, verb, *names):
            (folder / "root.json").write_bytes(root)
            start = [player, "trust", "--metadata-dir", folder / "m"]
            subprocess.run([*map(str, start), "init", str(folder / "root.json")], check=True)
            options = [word for name in names for word in ("--target-name", name)]
            base = ["--target-base-url", server.targets_url, "--target-dir", folder / "t"] if names else []
            return [*start, "--metadata-url", server.metadata_url, *options, *base, verb]

        def theirs(folder, *names):
            (folder / "m").mkdir()
            (folder / "t").mkdir()
            (folder / "m/root.json").write_bytes(root)
            return [sys.executable, "-c", ORACLE, folder, server.metadata_url, server.targets_url, *names]

        where = "all in the top-level role" if flat else "200 in each delegated role"
        for what, wanted, verb in (("refresh", [], "refresh"), (f"download of {len(names)}", names, "download")):
            mine, my_memory = best(rounds, lambda folder: ours(folder, verb, *wanted))
            other, other_memory = best(rounds, lambda folder: theirs(folder, *wanted))
            print(
                f"  {what}, {where}: {mine * 1000:.0f} ms and {my_memory:.0f} MB; python-tuf {other * 1000:.0f} ms and "
                f"{other_memory:.0f} MB: {other / mine:.1f} x ({(other - imports) / mine:.1f} x without its imports)")
        server.close()
