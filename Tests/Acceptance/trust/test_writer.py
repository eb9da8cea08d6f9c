"""Whoever writes to the store's disk or to the server's database, without any key: the server signs nothing upon it.

A thief who has the keys as well is in test_thief.py.
"""

import json
import shutil
import subprocess
import time
from hashlib import sha256

import pytest
import requests
from harness import databases
from harness.newsroom import HOLDERS, PICTURE, release
from harness.program import find_program
from harness.thief import Thief
from tuf.api.metadata import Metadata

EVIL = b"EVIL PICTURE"
EVIL_NAME = f"objects/{sha256(EVIL).hexdigest()}"
FAR = 2**63 - 2


def edit(path, change):
    """Another content under the signatures that the file had."""
    content = json.loads(path.read_bytes())
    change(content["signed"])
    path.write_text(json.dumps(content))


def bin_of(room, name):
    number = sha256(name.encode()).hexdigest()[:2]
    return max((room.store / "metadata").glob(f"*.objects-{number}.json"), key=lambda path: int(path.name.split(".")[0]))


def publish_another(room, number, code=0):
    picture = PICTURE + str(number).encode()
    room.path("one.png").write_bytes(picture)
    content = release(version=number)
    content["renditions"][0] |= {"sha256": sha256(picture).hexdigest(), "length": len(picture)}
    if not room.path(f"{number}.json").exists():
        room.envelope(content, f"{number}.json", "An", "Bình")
    return room.publish("--release", f"{number}.json", "--file", "one.png", code=code)


def metadata(room):
    return {path.name: path.read_bytes() for path in (room.store / "metadata").iterdir()}


def test_a_target_that_was_put_into_the_store_is_never_signed(room):
    path = bin_of(room, EVIL_NAME)
    target = {"length": len(EVIL), "hashes": {"sha256": sha256(EVIL).hexdigest()}}
    edit(path, lambda signed: signed["targets"].update({EVIL_NAME: target}))
    (room.store / f"targets/objects/{sha256(EVIL).hexdigest()}.{sha256(EVIL).hexdigest()}").write_bytes(EVIL)
    # An honest release whose envelope or picture falls into that bin.
    for number in range(100, 4000):
        if sha256(f"objects/{sha256(PICTURE + str(number).encode()).hexdigest()}".encode()).hexdigest()[:2] == \
                sha256(EVIL_NAME.encode()).hexdigest()[:2]:
            break
    before = metadata(room)
    told = publish_another(room, number, code=1)
    assert f"{path.name} in the store is not as it was signed" in told and "backup" in told
    assert metadata(room) == before


@pytest.mark.parametrize("name, change", [
    ("timestamp.json", lambda signed: signed.update(version=FAR)),
    ("1.snapshot.json", lambda signed: signed.update(version=FAR)),
    ("1.targets.json", lambda signed: signed["x-loa"].update(approvers=[])),
], ids=["timestamp", "snapshot", "targets"])
def test_what_was_changed_without_a_key_ends_no_server_and_is_not_signed(room, launch, tmp_path, name, change):
    edit(room.store / "metadata" / name, change)
    before = metadata(room)
    assert f"{name} in the store is not as it was signed" in room.publish(code=1)
    options = ["--objects", room.store, "--objects-key", room.path("server.key")]
    with launch(command="serve", options=options, environment=room.environment,
                database=f"sqlite:{room.path('loa.sqlite')}") as loa:
        deadline = time.monotonic() + 60
        while "not as it was signed" not in loa.log_path.read_text() and time.monotonic() < deadline:
            time.sleep(0.05)
        log = loa.log_path.read_text()
        assert "the store of players: signing anew failed" in log and name in log
        assert loa.process.poll() is None
        deadline = time.monotonic() + 60
        while "loa_store_kept 0" not in requests.get(f"{loa.url}/metrics").text and time.monotonic() < deadline:
            time.sleep(0.05)
        assert "loa_store_kept 0" in requests.get(f"{loa.url}/metrics").text
        assert requests.get(f"{loa.url}/objects/metadata/{name}").status_code == 200
    assert metadata(room) == before


def test_a_root_that_names_the_server_and_that_nobody_signed_is_not_followed(room):
    path = room.store / "metadata/1.root.json"
    edit(path, lambda signed: signed.update(expires="2098-01-01T00:00:00Z"))
    assert "1.root.json isn't what people signed" in room.publish(code=1)


def test_a_store_that_was_put_back_is_not_signed_on(room):
    old = metadata(room)
    publish_another(room, 20)
    for name, data in old.items():
        (room.store / "metadata" / name).write_bytes(data)
    assert "the store isn't as this server left it" in publish_another(room, 21, code=1)


def revoke(room, server="server 2"):
    """As the ceremony says it: another key in root and targets, both published at once."""
    room.make(server)
    adds = [word for role in ("snapshot", "timestamp") for word in ("--add", f"{role}={room.public(server)}")]
    room.run("revoke", "1.root.json", "server", "--out", "2.root.json", *adds)
    room.sign("2.root.json", *HOLDERS[:2], before="1.root.json")
    room.run("policy", "policy.json", "--root", "2.root.json", "--before", "1.targets.json", "--out", "2.targets.json",
             "--delegate", f"objects={room.public(server)}")
    room.sign("2.targets.json", *HOLDERS[:2], root="2.root.json", before="1.targets.json")
    shutil.copy(room.path(f"{server}.key"), room.path("server.key"))
    return room.publish("--root", "2.root.json", "--targets", "2.targets.json")


def test_versions_that_a_thief_of_the_key_drove_to_the_end_come_back_for_store_and_players(room, server, make_client):
    thief = Thief(room)
    snapshot = thief.newest("snapshot")
    snapshot.signed.version = FAR
    timestamp = Metadata.from_file(str(thief.metadata / "timestamp.json"))
    timestamp.signed.snapshot_meta = thief.write("snapshot", snapshot, thief.server)
    timestamp.signed.version = FAR
    thief.write("timestamp", timestamp, thief.server)
    server.repository = room
    player = make_client("player", room.path("1.root.json").read_bytes())
    assert player.refresh() == 0 and player.versions()["timestamp"] == 2**63 - 1
    told = publish_another(room, 20, code=1)
    assert "the last version that there is" in told and "a new root" in told
    revoke(room)
    publish_another(room, 20)
    name = f"objects/{sha256(PICTURE + b'20').hexdigest()}"
    assert player.download(name) == 0, player.reason
    assert player.versions()["timestamp"] < 2**40


def audit(room, *words, ahead=None):
    command = [str(find_program()), "audit", "--database", "sqlite:loa.sqlite", "--objects", "store", "--root", "1.root.json"]
    clock = ["faketime", "-f", ahead] if ahead else []
    done = subprocess.run([*clock, *command, *words], cwd=room.folder, capture_output=True, text=True, timeout=240)
    return done.returncode, done.stdout + done.stderr


def test_no_timestamp_tells_of_a_ledger_that_lost_what_the_one_before_told(room):
    shutil.copy(room.path("loa.sqlite"), room.path("old.sqlite"))
    publish_another(room, 20)
    kept = (room.store / "metadata/timestamp.json").read_bytes()
    room.path("kept.json").write_bytes(kept)
    for path in room.folder.glob("loa.sqlite*"):
        path.unlink()
    shutil.copy(room.path("old.sqlite"), room.path("loa.sqlite"))
    told = publish_another(room, 21, code=1)
    assert "the ledger no longer holds the entry" in told
    assert (room.store / "metadata/timestamp.json").read_bytes() == kept
    mark = told.split("holds the entry ")[1].split()[0]
    assert "no longer holds" in room.publish("--lost-ledger", mark[:-1] + ("0" if mark[-1] != "0" else "1"), code=1)
    assert "timestamp.json" in room.publish("--lost-ledger", mark)
    publish_another(room, 21)
    assert audit(room)[0] == 0
    # Whoever kept the timestamp sees it, however long ago that ended.
    for ahead in (None, "+400d"):
        code, told = audit(room, "--timestamp", "kept.json", ahead=ahead)
        assert code == 1 and "The ledger is broken" in told, told
        assert mark in told and ("ended at" in told) == (ahead is not None), told
    assert mark in str(rows(room)), "the loss stands in the ledger"


def rows(room):
    with databases.connect(f"sqlite:{room.path('loa.sqlite')}") as connection:
        return connection.execute("SELECT * FROM ledger").fetchall()


def test_an_audit_asks_of_a_timestamp_who_signed_it_and_not_whether_it_is_fresh(room):
    code, told = audit(room, ahead="+400d")
    assert code == 0 and "The store's timestamp says" in told and "ended at" in told, told
    content = json.loads((room.store / "metadata/timestamp.json").read_bytes())
    content["signed"]["x-loa"]["ledger"]["size"] = 1
    room.path("forged.json").write_text(json.dumps(content))
    code, told = audit(room, "--timestamp", "forged.json")
    assert code == 1 and "timestamp is signed by 0 of its keys" in told


def test_a_timestamp_of_a_key_that_was_taken_away_still_tells(room):
    shutil.copy(room.store / "metadata/timestamp.json", room.path("kept.json"))
    revoke(room)
    code, told = audit(room, "--timestamp", "kept.json")
    assert code == 0 and "signed by keys that root has taken away since" in told, told


def test_parts_of_files_that_a_power_cut_left_are_gone_at_the_next_start(room, server, make_client):
    server.repository = room
    player = make_client("player", room.path("1.root.json").read_bytes())
    for folder in (player.targets, player.metadata):
        folder.mkdir(exist_ok=True)
        (folder / ".objects%2Faaaa.new").write_bytes(b"\0" * 1000)
    player.targets.joinpath("mine.new").write_bytes(b"1")
    assert player.download(f"objects/{sha256(PICTURE).hexdigest()}") == 0
    assert ".objects%2Faaaa.new" not in player.files() and ".objects%2Faaaa.new" not in player.stored()
    assert "mine.new" in player.files()


def test_a_target_longer_than_a_device_takes_is_not_even_asked_for(room, server, make_client):
    thief = Thief(room)
    name = "objects/" + "a" * 64
    bin_name = thief.newest("objects").signed.delegations.succinct_roles.get_role_for_target(name)
    thief.put(name, b"1")
    targets = thief.newest(bin_name)
    targets.signed.targets[name].length = 10**15
    thief.name(bin_name, thief.write(bin_name, targets, thief.server))
    server.repository = room
    player = make_client("player", room.path("1.root.json").read_bytes())
    assert player.download(name) == 1
    assert "is longer than 536870912 bytes" in player.reason
    assert server.target_requests() == [] and player.files() == {}
