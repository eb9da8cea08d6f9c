"""What a store's servers do by themselves: they sign anew once, delete what nobody is led to, and disturb no reader."""

import json
import os
import shutil
import subprocess
import time
from contextlib import ExitStack

from harness import databases
from harness.ceremony import PASSPHRASE
from harness.newsroom import HOLDERS
from harness.program import Loa, run
from harness.reader import Reader
from harness.repository import find

DAY = 86_400
# `make bench` does ten thousand with the release build.
PUBLICATIONS = int(os.environ.get("LOA_PUBLICATIONS", "100"))


def versions(room):
    """The highest version of each role, by what the files are called."""
    found = {}
    for path in (room.store / "metadata").iterdir():
        version, _, role = path.name.removesuffix(".json").partition(".")
        if role:
            found[role] = max(found.get(role, 0), int(version))
    return found


def timestamp(room):
    return json.loads((room.store / "metadata/timestamp.json").read_bytes())["signed"]["version"]


def move(room, database):
    """The store goes over to another database, whose ledger begins anew and says so."""
    run("administrator", "quantri", "--agency", "Sở Văn hóa", "--database", database, stdin=b"mat khau quan tri 1\n", check=True)
    mark = json.loads((room.store / "metadata/timestamp.json").read_bytes())["signed"]["x-loa"]["ledger"]
    run("publish", "--objects", str(room.store), "--objects-key", room.path("server.key"), "--database", database,
        "--lost-ledger", f"{mark['size']}:{mark['head']}", environment=room.environment, check=True)


def test_two_servers_that_find_everything_due_sign_it_anew_once(room, tmp_path, loa_bin):
    # A new root takes the old key's place away: at once all must be signed with the new one.
    room.make("another")
    changes = [word for role in ("snapshot", "timestamp") for word in ("--drop", f"{role}=server", "--add", f"{role}=another.key.pub")]
    room.run("rotate", "1.root.json", "--out", "2.root.json", *changes)
    room.sign("2.root.json", *HOLDERS[:2], before="1.root.json")
    options = ["--objects", str(room.store), "--objects-key", str(room.path("another.key"))]
    with databases.temporary_database("postgres", tmp_path) as address, ExitStack() as servers:
        move(room, address)
        shutil.copy(room.path("2.root.json"), room.store / "metadata/2.root.json")
        before, old = versions(room), timestamp(room)
        for number in range(2):
            servers.enter_context(Loa(
                "serve", database=address, data=tmp_path / f"data-{number}", log=tmp_path / f"log-{number}",
                options=options, environment={"LOA_OBJECTS_PASSPHRASE": PASSPHRASE}))
        deadline = time.monotonic() + 60
        while timestamp(room) == old and time.monotonic() < deadline:
            time.sleep(0.05)
    # Both have ended what they had in hand.
    assert timestamp(room) == old + 1
    after = versions(room)
    assert {role: after[role] - before[role] for role in after if role not in ("root", "targets")} == {
        role: 1 for role in after if role not in ("root", "targets")}


def age(folder, days):
    """As if all had been written so long ago."""
    then = time.time() - days * DAY
    for path in folder.rglob("*"):
        os.utime(path, (then, then))


def collect(room, *words):
    done = run("collect", "--objects", "store", "--database", "sqlite:loa.sqlite", *words, cwd=room.folder)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()
    return done.stdout.decode()


def test_collecting_tells_first_and_deletes_nothing_that_is_named(room):
    named = {path.relative_to(room.store) for path in room.store.rglob("*") if path.is_file()}
    stray = room.store / "targets/objects" / ("0" * 64 + ".left")
    stray.write_bytes(b"1234")
    assert "nothing to delete" in collect(room), "what is young may be about to be named"
    age(room.store, 30)
    told = collect(room, "--dry-run")
    assert f"targets/objects/{stray.name} (4 bytes)" in told and "Would delete 1 files, 4 bytes" in told
    assert stray.exists()
    assert "Deleted 1 files, 4 bytes" in collect(room)
    assert {path.relative_to(room.store) for path in room.store.rglob("*") if path.is_file()} == named
    assert "nothing to delete" in collect(room)
    room.verify("picture.png")
    assert "CollectObjects" in ledger(room)


def ledger(room):
    with databases.connect(f"sqlite:{room.path('loa.sqlite')}") as connection:
        return str(connection.execute("SELECT * FROM ledger").fetchall())


def test_a_store_that_is_not_whole_is_left_alone(room):
    age(room.store, 30)
    next((room.store / "metadata").glob("*.objects-7f.json")).unlink()
    (room.store / "targets/objects/left").write_bytes(b"1")
    age(room.store, 30)
    done = run("collect", "--objects", "store", "--database", "sqlite:loa.sqlite", cwd=room.folder)
    assert done.returncode == 1 and b"objects-7f.json" in done.stderr, done
    assert (room.store / "targets/objects/left").exists()


def test_readers_are_never_disturbed_while_releases_are_published(tmp_path, launch):
    """Our clients read the folder (objects-bench fails when one is disturbed), python-tuf's the running server."""
    store = tmp_path / "store"
    writer = subprocess.Popen(
        [find("objects-bench"), "read", store, str(PUBLICATIONS)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not (store / "metadata/timestamp.json").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with launch(command="serve", options=["--objects", str(store)]) as loa:
        reader = Reader(store / "metadata/1.root.json", f"{loa.url}/objects", tmp_path)
        out, err = writer.communicate(timeout=600)
        reads = reader.stop()
    assert writer.returncode == 0, err.decode()
    told = json.loads(out)
    assert told["publications"] == PUBLICATIONS and told["reads"] > 10 and reads > 0
