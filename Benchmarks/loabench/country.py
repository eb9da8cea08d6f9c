"""A country's data: 34 provinces, 3,321 communes, plans and tasks of two years; every page with and without kept bytes."""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from . import changes, django, nginx, processes
from .load import mixed
from .tables import print_table

sys.path.insert(0, str(processes.ROOT / "Tests" / "Acceptance"))

from harness.program import Loa  # noqa: E402

FILL = Path(os.environ.get("LOA_FILL_BIN", processes.ROOT / ".build" / "release" / "fill-bench"))
AIM_P99_MS = 50
AIM_OF_PEER = 10
IMPORT_SECONDS = 120
# Different requests of each page: more than the pages that a server keeps for a change of the ledger.
DRAWN = 4_000


@dataclass
class Filled:
    kind: str
    address: str
    people: dict
    told: dict


def fill(kind, address, folder, tasks):
    """A database with the generated country, and what its filling took; one that is there already is used again."""
    people, kept = folder / f"people-{kind}.json", folder / f"filled-{kind}.json"
    if kind == "sqlite" and kept.exists():
        keep_signed_in(address)
        return Filled(kind, address, json.loads(people.read_text()), json.loads(kept.read_text()))
    began = os.getloadavg()[0]
    done = subprocess.run(
        [FILL, address, "--tasks", str(tasks), "--people", str(people)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"the {kind} database could not be filled:\n{done.stderr}")
    told = json.loads(done.stdout)
    told["load"] = (began, os.getloadavg()[0])
    kept.write_text(json.dumps(told))
    return Filled(kind, address, json.loads(people.read_text()), told)


def keep_signed_in(address):
    """The sessions of a file that was kept for longer than a session lasts begin anew."""
    with sqlite3.connect(address.removeprefix("sqlite:")) as database:
        now = int(time.time() * 1000)
        database.execute("UPDATE session SET created_at = ?, last_seen_at = ?", (now, now))


def report_filling(filled):
    print_table(
        f"Import (aim: 1,000,000 tasks in {IMPORT_SECONDS} s)",
        ["database", "tasks", "import s", "of it indexes s", "history s", "program cpu s", "program MiB", "machine's load"],
        [
            [one.kind, one.told["rows"]["task"], f"{one.told['seconds']['import']:.0f}",
             f"{one.told['seconds']['import'] - one.told['seconds']['load']:.0f}", f"{one.told['seconds']['history']:.0f}",
             f"{one.told['cpuSeconds']:.0f}", f"{one.told['peakKiB'] / 1024:.0f}",
             " → ".join(f"{load:.1f}" for load in one.told["load"])]
            for one in filled
        ])
    rows = filled[0].told["rows"]
    print("  rows: " + ", ".join(f"{name} {count:,}" for name, count in sorted(rows.items())))


def drawn(people, seed=7):
    """{page: [(header, value, path)]}: somebody else each time, asking for something else."""
    dice = random.Random(seed)

    def cookie():
        return "Cookie", "loa-session=" + dice.choice(people["sessions"])["token"]

    def page(path):
        return [(*cookie(), path()) for _ in range(DRAWN)]

    def token():
        one = dice.choice(people["api"])
        return "Authorization", f"Bearer {one['secret']}"

    def two_words():
        return quote("+".join(dice.choice(people["words"]).split()[:2]), safe="+")

    def api():
        return dice.choice([
            f"/api/v1/tasks/{dice.choice(people['tasks'])}", f"/api/v1/plans/{dice.choice(people['plans'])}",
            "/api/v1/desk", "/api/v1/desk/due", "/api/v1/tasks?limit=50", f"/api/v1/plans/{dice.choice(people['plans'])}/tasks",
        ])

    return {
        "overview": page(lambda: f"/overview?of={dice.choice(people['provinces'])}"),
        "plan": page(lambda: f"/plans/{dice.choice(people['plans'])}"),
        "task": page(lambda: f"/tasks/{dice.choice(people['tasks'])}"),
        "my agency": page(lambda: f"/work?agency={dice.choice(people['sessions'])['agency']}"),
        "tasks": page(lambda: f"/tasks?state={dice.choice(['overdue', 'dueSoon', 'later', 'continuous'])}"),
        "search": page(lambda: f"/tasks?q={two_words()}+{dice.randrange(1, 400)}"),
        "api": [(*token(), api()) for _ in range(DRAWN)],
    }


def write(folder, name, requests):
    path = folder / f"{name.replace(' ', '-')}.requests"
    path.write_text("".join("\t".join(one) + "\n" for one in requests))
    return path


def measure(folder, options):
    """Fills, loads and prints; PostgreSQL where `LOA_TEST_POSTGRES` names a server."""
    folder = Path(options.data).resolve() if options.data else folder
    folder.mkdir(parents=True, exist_ok=True)
    kinds = [("sqlite", f"sqlite:{folder}/country.sqlite")] if options.database != "postgres" else []
    if os.environ.get("LOA_TEST_POSTGRES") and options.database != "sqlite":
        kinds.append(("postgres", os.environ["LOA_TEST_POSTGRES"]))
    filled = [fill(kind, address, folder, options.tasks) for kind, address in kinds]
    report_filling(filled)
    for one in filled:
        measure_pages(one, folder, options)
    if filled[0].kind == "sqlite":
        measure_peers(filled[0], folder, options)


def serve(one, folder):
    own = folder / f"serve-{one.kind}"
    own.mkdir(exist_ok=True)
    return Loa("serve", database=one.address, data=own, log=own / "log").start()


def measure_pages(one, folder, options):
    server = serve(one, folder)
    try:
        rows, worst = [], {}
        for name, requests in drawn(one.people).items():
            different = write(folder, f"{one.kind}-{name}", requests)
            kept = write(folder, f"{one.kind}-{name}-kept", requests[:1])
            # Reads into memory what a server that has run for a day has there.
            mixed(server.url, different, 4, options.seconds, [server.process.pid], may_fail=True)
            for connections in options.connections:
                mine = [server.process.pid]
                cold = mixed(server.url, different, connections, options.seconds, mine)
                # A token may ask fifty times a second for long, so one alone says nothing; and its answers aren't kept.
                warm = None if name == "api" else mixed(server.url, kept, connections, options.seconds, mine)
                if connections == 16:
                    worst[name] = cold.p99
                rows.append([
                    name, connections, f"{cold.p50:.1f}", f"{cold.p99:.1f}", f"{cold.per_second:.0f}", f"{cold.cpu_us:.0f}",
                    *([f"{warm.p50:.2f}", f"{warm.p99:.2f}", f"{warm.per_second:.0f}"] if warm else ["–"] * 3),
                ])
        load = os.getloadavg()[0]
        print_table(
            f"{one.kind}, {one.told['rows']['task']:,} tasks: ms and answers a second, {options.seconds} s each; "
            f"the machine's load {load:.1f}",
            ["page", "connections", "p50", "p99", "a second", "server cpu µs", "kept p50", "kept p99", "kept a second"], rows)
        late = {name: p99 for name, p99 in worst.items() if p99 > AIM_P99_MS}
        print(f"  p99 with 16 connections, every request another (aim < {AIM_P99_MS} ms): "
              + ("reached by all" if not late else "NOT reached by " + ", ".join(f"{n} ({p:.0f})" for n, p in late.items())))
        changes.measure(server, one.people, write(folder, f"{one.kind}-changes", drawn(one.people)["overview"]), options)
        print(f"  resident after the load: {processes.resident_mib(server.process):.0f} MiB")
    finally:
        server.stop()


def measure_peers(one, folder, options):
    """The plan, the task list of an agency and a task, beside Django on the same SQLite rows and nginx with the same bytes."""
    source = one.address.removeprefix("sqlite:")
    peer, cookie, url = django.start_country(folder, source)
    server = serve(one, folder)
    try:
        dice = random.Random(11)
        people = one.people
        sides = {
            "plan": (drawn(people)["plan"], [("Cookie", cookie, f"/plans/{p}") for p in dice.choices(people["plans"], k=DRAWN)]),
            "task": (drawn(people)["task"], [("Cookie", cookie, f"/tasks/{t}") for t in dice.choices(people["tasks"], k=DRAWN)]),
            "my agency": (
                drawn(people)["my agency"],
                [("Cookie", cookie, f"/agencies/{s['agency']}") for s in dice.choices(people["sessions"], k=DRAWN)]),
        }
        pages = {}
        for name, (mine, _) in sides.items():
            header, value, path = mine[0]
            pages[f"{name.replace(' ', '-')}.html"] = fetch(server.url + path, header, value)
        static, addresses = nginx.start(folder, pages)
        rows, ratios = [], []
        for name, (mine, theirs) in sides.items():
            file = f"{name.replace(' ', '-')}.html"
            limit = write(folder, f"nginx-{name}", [("Accept", "*/*", "/" + file)])
            for connections in options.connections:
                base = addresses[file].rsplit("/", 1)[0]
                figures = [
                    mixed(server.url, write(folder, f"loa-{name}", mine), connections, options.seconds, [server.process.pid]),
                    mixed(server.url, write(folder, f"loa-{name}-kept", mine[:1]), connections, options.seconds, [server.process.pid]),
                    mixed(base, limit, connections, options.seconds, [static.pid]),
                    mixed(url, write(folder, f"django-{name}", theirs), connections, options.seconds, [peer.pid], may_fail=True),
                ]
                cold, warm, most, other = figures
                if other:
                    ratios.append((other.cpu_us / cold.cpu_us, other.cpu_us / warm.cpu_us))
                rows.append([
                    name, connections, f"{cold.per_second:.0f}", f"{warm.per_second:.0f}", f"{most.per_second:.0f}",
                    f"{other.per_second:.0f}" if other else "failed", f"{cold.p99:.0f}", f"{other.p99:.0f}" if other else "–",
                    f"{cold.per_second / other.per_second:.1f}" if other else "–",
                    f"{warm.per_second / other.per_second:.0f}" if other else "–",
                    f"{ratios[-1][0]:.1f}" if other else "–", f"{warm.per_second / most.per_second:.2f}",
                ])
        print_table(
            "Answers a second beside Django on the same rows and nginx with the same bytes",
            ["page", "connections", "loa", "loa kept", "nginx", "django", "loa p99", "django p99", "loa/django", "kept/django",
             "cpu django/loa", "kept/nginx"], rows)
        if ratios:
            print(f"  least of Django by the processor's time: {min(r[0] for r in ratios):.1f} × with every request another, "
                  f"{min(r[1] for r in ratios):.0f} × from kept pages (aim ≥ {AIM_OF_PEER} ×)")
        processes.stop(static)
        processes.stop(peer)
    finally:
        server.stop()


def fetch(url, header, value):
    import requests

    answer = requests.get(url, headers={header: value, "Accept-Encoding": "identity"}, timeout=60)
    answer.raise_for_status()
    return answer.content
