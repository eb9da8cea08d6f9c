"""docs/operations/store.md: a store is copied away by the page's commands, comes back, and players say what it says."""

import re
import shutil
import subprocess
from hashlib import sha256

import pytest
from harness.newsroom import HOLDERS, PICTURE, release
from harness.program import ROOT

NAME = f"objects/{sha256(PICTURE).hexdigest()}"


def commands(beginning):
    """The page's one block that begins so."""
    text = (ROOT / "docs" / "operations" / "store.md").read_text()
    blocks = re.findall(r"(?:^    .*\n)+", text, re.M)
    return next(block for block in blocks if block.strip().startswith(beginning))


def follow(room, beginning):
    subprocess.run(["bash", "-e", "-c", commands(beginning)], cwd=room.folder, check=True)


@pytest.fixture
def player(room, server, make_client):
    server.repository = room
    player = make_client("player", room.path("1.root.json").read_bytes())
    assert player.download(NAME) == 0
    return player


def publish_another(room, version):
    picture = PICTURE + str(version).encode()
    room.path("one.png").write_bytes(picture)
    content = release(version=version)
    content["renditions"][0] |= {"sha256": sha256(picture).hexdigest(), "length": len(picture)}
    room.envelope(content, f"{version}.json", "An", "Bình")
    room.publish("--release", f"{version}.json", "--file", "one.png")
    return f"objects/{sha256(picture).hexdigest()}"


def test_a_copy_of_the_last_state_comes_back_unnoticed(room, player):
    last = publish_another(room, 20)
    follow(room, "mkdir")
    assert player.refresh() == 0
    shutil.rmtree(room.store)
    room.store.mkdir()
    follow(room, "cp -a")
    assert player.download(NAME, last) == 0, player.reason
    assert "there already" in room.publish("--release", "20.json", "--file", "one.png")


def test_an_older_copy_is_refused_by_players_and_taken_with_another_key_of_the_server(room, player):
    follow(room, "mkdir")
    publish_another(room, 20)
    last = publish_another(room, 21)
    assert player.refresh() == 0
    shutil.rmtree(room.store)
    room.store.mkdir()
    follow(room, "cp -a")
    assert player.refresh() == 1 and "timestamp was rolled back" in player.reason
    room.make("server 2")
    adds = [word for role in ("snapshot", "timestamp") for word in ("--add", f"{role}={room.public('server 2')}")]
    room.run("revoke", "1.root.json", "server", "--out", "2.root.json", *adds)
    room.sign("2.root.json", *HOLDERS[:2], before="1.root.json")
    room.run("policy", "policy.json", "--root", "2.root.json", "--before", "1.targets.json", "--out", "2.targets.json",
             "--delegate", f"objects={room.public('server 2')}")
    room.sign("2.targets.json", *HOLDERS[:2], root="2.root.json", before="1.targets.json")
    shutil.copy(room.path("server 2.key"), room.path("server.key"))
    room.publish("--root", "2.root.json", "--targets", "2.targets.json")
    assert player.refresh() == 0, player.reason
    room.publish("--release", "21.json", "--file", "one.png")
    assert player.download(NAME, last) == 0, player.reason
