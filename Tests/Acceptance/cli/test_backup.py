"""Backup while serving, and restore: the same database, or from one kind into the other."""

import os
import threading

import pytest
import requests

from harness import databases, documents, office
from harness.program import Loa, run
from harness.visitor import Visitor


def contents(address):
    """{table: rows as sorted texts} of every table, comparable between the two kinds of database."""
    with databases.connect(address) as connection:
        if address.startswith("sqlite:"):
            found = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_index%'"
            )
        else:
            found = connection.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = sorted(name for (name,) in found.fetchall())
        result = {}
        for table in tables:
            cursor = connection.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            # Each engine has its own index of words, made from the same terms.
            order = sorted((i for i in range(len(names)) if names[i] != "vector"), key=names.__getitem__)
            result[table] = sorted(repr([plain(row[i]) for i in order]) for row in cursor.fetchall())
        return result


def plain(value):
    if isinstance(value, memoryview):
        return bytes(value)
    return int(value) if isinstance(value, bool) else value


# Sessions end with a restore or not: either is right, so they aren't compared. Migrations differ by kind of database.
# Leases and marks of the daily work move on while the server runs.
APART = ("session", "migration", "throttle", "work_lease", "work_mark")


def compared(address):
    return {table: rows for table, rows in contents(address).items() if not any(word in table for word in APART)}


@pytest.mark.parametrize("kind", databases.KINDS)
def test_a_backup_made_under_load_is_whole(kind, launch, tmp_path, visitor):
    with launch(kind) as loa:
        planner = visitor(loa, "lapkehoach")
        plan = office.bring(planner, "backup.txt", documents.plan(2, number="311"))
        stop, written = threading.Event(), []

        def write():
            while not stop.is_set():
                words = f"Nơi số {len(written)} khi sao lưu"
                if office.add_recipient(planner, plan, words).status == 200:
                    written.append(words)

        writer = threading.Thread(target=write)
        writer.start()
        files = []
        try:
            while len(written) < 2:
                assert writer.is_alive()
                stop.wait(0.05)
            for i in range(3):
                before = len(written)
                file = tmp_path / f"backup-{i}"
                done = run("backup", file, "--database", loa.database)
                assert done.returncode == 0, done.stderr.decode()
                files.append((file, before))
        finally:
            stop.set()
            writer.join(timeout=240)
        assert requests.get(loa.url + "/readyz", timeout=60).status_code == 200
    for number, (file, before) in enumerate(files):
        folder = tmp_path / f"restored-{number}"
        folder.mkdir()
        with databases.temporary_database(kind, folder) as address:
            done = run("restore", file, "--database", address)
            assert done.returncode == 0, done.stderr.decode()
            assert run("audit", "--database", address).returncode == 0
            kept = str(contents(address))
            assert all(words in kept for words in written[:before]), "what was written before the backup is in it"


def plans_listed(loa, passwords):
    """Addresses and titles of the plans, as someone sees them who signs in."""
    planner = Visitor(loa.url)
    assert planner.sign_in("lapkehoach", passwords["lapkehoach"]).status == 200
    links = planner.get("/plans").find("main a[href^='/plans/']")
    listed = [(link.get("href"), " ".join(link.text_content().split())) for link in links]
    assert len(listed) >= 5
    return listed


@pytest.mark.parametrize("source, target", [(a, b) for a in databases.KINDS for b in databases.KINDS])
def test_restoring_gives_every_row_back_in_either_kind(source, target, launch, tmp_path):
    with launch(source) as loa:
        passwords = loa.passwords()
        listed = plans_listed(loa, passwords)
        # A running server goes on making reminders: what is compared must stand still.
        assert loa.stop() == 0
        file = tmp_path / "backup"
        assert run("backup", file, "--database", loa.database).returncode == 0
        original = compared(loa.database)
    with databases.temporary_database(target, tmp_path) as address:
        done = run("restore", file, "--database", address)
        assert done.returncode == 0, done.stderr.decode()
        restored = compared(address)
        assert set(restored) == set(original)
        different = [table for table in original if restored[table] != original[table]]
        assert different == []
        assert run("audit", "--database", address).returncode == 0
        with Loa("serve", database=address, data=tmp_path / "data", log=tmp_path / "log").start() as again:
            assert plans_listed(again, passwords) == listed


@pytest.mark.parametrize("kind", databases.KINDS)
def test_a_full_database_is_replaced_only_when_told(kind, launch, tmp_path, visitor):
    with launch(kind) as loa:
        file = tmp_path / "backup"
        assert run("backup", file, "--database", loa.database).returncode == 0
        office.bring(visitor(loa, "lapkehoach"), "later.txt", documents.plan(1, number="312"))
        assert loa.stop() == 0
        before = compared(loa.database)
        refused = run("restore", file, "--database", loa.database)
        assert refused.returncode == 1 and b"--replace" in refused.stderr
        assert compared(loa.database) == before
        assert run("restore", file, "--database", loa.database, "--replace").returncode == 0
        assert "312/KH-STTTT" not in str(compared(loa.database))
        assert run("audit", "--database", loa.database).returncode == 0


def test_a_damaged_backup_is_refused_and_changes_nothing(launch, tmp_path):
    with launch("sqlite") as loa:
        file = tmp_path / "backup"
        assert run("backup", file, "--database", loa.database).returncode == 0
    whole = file.read_bytes()
    damaged = {
        "cut": whole[: len(whole) // 2], "changed": whole[:-2000] + bytes([whole[-2000] ^ 0x55]) + whole[-1999:],
        "empty": b"", "foreign": b"PK\x03\x04 something else entirely" * 40,
    }
    for name, content in damaged.items():
        broken = tmp_path / name
        broken.write_bytes(content)
        target = tmp_path / f"{name}.sqlite"
        done = run("restore", broken, "--database", f"sqlite:{target}")
        assert done.returncode == 1 and done.stderr.strip(), name
        if target.exists():
            assert not any(compared(f"sqlite:{target}").get("plan", [])), name


def test_a_backup_takes_its_name_only_when_it_is_whole(launch, tmp_path):
    with launch("sqlite") as loa:
        file = tmp_path / "nightly"
        file.write_text("the backup of yesterday")
        nowhere = run("backup", tmp_path / "no" / "folder" / "x", "--database", loa.database)
        assert nowhere.returncode == 1 and nowhere.stderr.strip()
        gone = run("backup", file, "--database", f"sqlite:{tmp_path}/nothing.sqlite")
        assert gone.returncode == 1 and file.read_text() == "the backup of yesterday"
        kept = run("backup", file, "--database", loa.database)
        assert kept.returncode == 1 and b"--replace" in kept.stderr
        assert file.read_text() == "the backup of yesterday", "nothing is overwritten unasked"
        assert run("backup", file, "--database", loa.database, "--replace").returncode == 0
        assert run("restore", file, "--database", f"sqlite:{tmp_path}/again.sqlite").returncode == 0
        assert file.stat().st_mode & 0o077 == 0, "it holds everything that the database holds"
        assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []


def test_a_device_or_a_pipe_is_never_replaced_by_a_backup(tmp_path):
    database = f"sqlite:{tmp_path / 'loa.sqlite'}"
    run("agencies", "--database", database, check=True)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = run("backup", pipe, "--replace", "--database", database)
    assert done.returncode == 1 and b"no ordinary file" in done.stderr and pipe.is_fifo()
