"""The database goes away and comes back; the disk fills and is emptied again."""

import os
import signal
import time
from pathlib import Path

import pytest
import requests

from harness import documents, office
from harness.databases import Cluster
from harness.program import STOP_SECONDS, Loa, find_program, run

ANSWER_SECONDS = 60
ENOUGH_CHANGES = 1000


def wait_until_ready(loa, seconds=120):
    deadline = time.monotonic() + seconds
    while requests.get(loa.url + "/readyz", timeout=ANSWER_SECONDS).status_code != 200:
        assert time.monotonic() < deadline, f"not ready {seconds} s after the database came back"
        time.sleep(0.2)


def test_postgres_stops_and_comes_back(tmp_path, visitor):
    cluster = Cluster()
    try:
        cluster.start()
        with Loa("demo", database=cluster.address, data=tmp_path / "data", log=tmp_path / "log").start() as loa:
            planner = visitor(loa, "lapkehoach")
            plan = office.bring(planner, "kept.txt", documents.plan(2, number="811"))
            for mode in ("immediate", "fast"):
                cluster.stop(mode)
                for _ in range(3):
                    page = planner.get("/plans")
                    assert page.status == 503, f"{page.status}: {page.words()[:300]}"
                assert "postgres" not in page.text.lower(), "the page says nothing of the inside"
                assert requests.get(loa.url + "/readyz", timeout=ANSWER_SECONDS).status_code == 503
                assert requests.get(loa.url + "/healthz", timeout=ANSWER_SECONDS).status_code == 200
                cluster.start()
                wait_until_ready(loa)
                assert planner.get("/plans").status == 200, "the session outlives the database's absence"
                assert office.add_recipient(planner, plan, f"Nơi sau khi trở lại ({mode})").status == 200
        assert run("audit", "--database", cluster.address).returncode == 0
    finally:
        cluster.remove()


class SmallDisk:
    """Loa on SQLite in a file system of its own of a few megabytes, which the test can fill."""

    def __init__(self, folder, program, megabytes):
        self.folder = folder / "disk"
        self.folder.mkdir()
        self.wrapper = folder / "on-a-small-disk"
        self.wrapper.write_text(
            "#!/bin/sh\n"
            f'exec bwrap --die-with-parent --dev-bind / / --size {megabytes * 1_000_000} --tmpfs {self.folder} -- sh -c \''
            f'echo $$ >"{folder}/pid"; exec "$0" "$@"\' {program} "$@"\n'
        )
        self.wrapper.chmod(0o755)
        self.pid_file = folder / "pid"

    @property
    def inside(self):
        """The small file system, seen from outside through the process that lives in it."""
        return Path(f"/proc/{int(self.pid_file.read_text())}/root") / self.folder.relative_to("/")

    def fill(self):
        with open(self.inside / "ballast", "wb", buffering=0) as ballast:
            try:
                while True:
                    ballast.write(b"\0" * 4096)
            except OSError:
                return

    def empty(self):
        (self.inside / "ballast").unlink()


def test_a_full_disk_refuses_changes_loses_nothing_and_goes_on(tmp_path, visitor, monkeypatch):
    program = find_program()
    disk = SmallDisk(tmp_path, program, megabytes=60)
    monkeypatch.setenv("LOA_BIN", str(disk.wrapper))
    loa = Loa("demo", database=f"sqlite:{disk.folder}/loa.sqlite", data=disk.folder / "data", log=tmp_path / "log").start()
    try:
        planner = visitor(loa, "lapkehoach")
        plan = office.bring(planner, "kept.txt", documents.plan(2, number="812"))
        disk.fill()
        refused = 0
        # SQLite first writes into the room that its log already has.
        for i in range(ENOUGH_CHANGES):
            page = office.add_recipient(planner, plan, f"Nơi khi đĩa đầy {i} " + "x" * 400)
            assert page.status in (200, 503, 507), f"{page.status}: {page.words()[:300]}"
            if page.status != 200:
                refused += 1
                break
        assert refused, f"{ENOUGH_CHANGES} changes went onto a full disk"
        assert planner.get("/plans").status == 200, "reading goes on"
        large = office.wait_for_reading(office.send_file(planner, "large.txt", documents.plan(3000, number="813")))
        assert large.status in (503, 507) or office.plan_of(large) is None, f"{large.status} {large.url}"
        assert large.status != 200 or "đĩa" in large.words("#readings"), large.words("main")[:500]
        disk.empty()
        assert office.add_recipient(planner, plan, "Nơi khi đĩa lại trống").status == 200
        assert "Nơi khi đĩa lại trống" in office.open_draft(planner, plan).text
        kept = tmp_path / "kept"
        kept.mkdir()
        for file in disk.inside.glob("loa.sqlite*"):
            (kept / file.name).write_bytes(file.read_bytes())
        # bwrap hands no signals on: the program inside is asked by itself.
        os.kill(int(disk.pid_file.read_text()), signal.SIGTERM)
        assert loa.process.wait(STOP_SECONDS) == 0
        monkeypatch.setenv("LOA_BIN", str(program))
        assert run("audit", "--database", f"sqlite:{kept}/loa.sqlite").returncode == 0
    finally:
        loa.kill()


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    path = tmp_path / "loa.sqlite"
    path.write_bytes(b"This is no database, it is a letter." * 200)
    done = run("serve", "--port", 0, "--data", tmp_path / "data", "--database", f"sqlite:{path}")
    assert done.returncode == 1 and "not a database" in done.stderr.decode()
    assert path.read_bytes().startswith(b"This is no database"), "somebody's letter is left alone"
