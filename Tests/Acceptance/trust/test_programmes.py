"""Programmes: online keys order approved releases, and nothing more; an older order never comes back."""

import base64
import hashlib
import json
import shutil
import time

import pytest
from harness.newsroom import HOLDERS, PICTURE, Newsroom
from harness.oracle import Oracle
from harness.thief import Thief

DAY = "2026-12-01"
NAME = f"programmes/15.board.{DAY}.json"


@pytest.fixture(scope="module")
def made(prepared, tmp_path_factory):
    room = Newsroom(tmp_path_factory.mktemp("programmes"))
    room.begin(prepared)
    room.make("orders")
    room.run("policy", "policy.json", "--out", "2.targets.json", "--root", "1.root.json", "--before", "1.targets.json",
             "--delegate", f"objects={room.public('server')}", "--delegate", f"programmes={room.public('orders')}")
    room.sign("2.targets.json", *HOLDERS[1:], root="1.root.json", before="1.targets.json")
    room.publish("--targets", "2.targets.json")
    return room


@pytest.fixture
def room(made, tmp_path):
    folder = tmp_path / "room"
    shutil.copytree(made.folder, folder)
    return Newsroom(folder)


@pytest.fixture
def player(room, server, make_client):
    server.repository = room
    return make_client("player", room.path("1.root.json").read_bytes())


def digest(room):
    envelope = json.loads(room.path("release.json").read_bytes())
    return hashlib.sha256(base64.b64decode(envelope["payload"])).hexdigest()


def programme(room, version=1, times=(("03:00:00", "03:00:30"),), **other):
    items = [{"release": digest(room), "from": f"{DAY}T{one}Z", "until": f"{DAY}T{two}Z"} for one, two in times]
    return {"loa-programme": 1, "version": version, "place": "15", "channel": "board", "day": DAY, "items": items, **other}


def publish(room, content, code=0, key=("--programmes-key", "orders.key")):
    return room.publish("--programme", room.write("programme.json", content), *key, code=code)


def kept(player):
    [content] = player.files().values()
    return json.loads(content)


@pytest.fixture
def thief(room):
    return Thief(room, programmes_key="orders.key")


def test_a_programme_comes_to_players_of_every_make(room, player, server, tmp_path):
    publish(room, programme(room))
    assert player.download(NAME) == 0
    assert kept(player)["items"][0]["release"] == digest(room)
    assert Oracle(server, tmp_path / "oracle", room.path("1.root.json").read_bytes()).download(NAME) == 0
    publish(room, programme(room, version=2, times=[("04:00:00", "04:00:30")]))
    assert player.download(NAME) == 0
    assert kept(player)["version"] == 2


def test_an_older_programme_is_refused_though_a_thief_of_all_online_keys_signs_it_anew(room, player, thief):
    publish(room, programme(room, version=1))
    publish(room, programme(room, version=2, times=[("04:00:00", "04:00:30")]))
    assert player.download(NAME) == 0
    thief.put(NAME, programme(room, version=1))
    assert player.download(NAME) == 1
    assert "rolled back: version 2 is known already" in player.reason
    assert kept(player)["version"] == 2


def test_a_thief_s_number_keeps_nobody_out_who_comes_after_him(room, player, thief):
    publish(room, programme(room))
    thief.put(NAME, programme(room, version=2**40, items=[]))
    assert player.download(NAME) == 1
    assert "more than the seconds since 1970" in player.reason
    highest = int(time.time()) - 100
    thief.put(NAME, programme(room, version=highest, items=[]))
    assert player.download(NAME) == 0 and kept(player)["items"] == []
    told = publish(room, programme(room, version=2), code=1)
    assert f"version {highest} is known already" in told and "such as the seconds since 1970" in told
    assert "more than the seconds since 1970" in publish(room, programme(room, version=2**40), code=1)


def test_after_the_thief_s_key_is_taken_away_the_day_is_ordered_again(room, player, thief):
    publish(room, programme(room))
    highest = int(time.time()) - 100
    thief.put(NAME, programme(room, version=highest, items=[]))
    assert player.download(NAME) == 0
    revoke(room)
    publish(room, programme(room, version=highest + 1))
    assert player.download(NAME) == 0, player.reason
    assert kept(player)["items"] != []


def revoke(room):
    """The server's key and the one of programmes go, and what the thief planted is not believed to be the server's."""
    room.make("server 2", "orders 2")
    adds = [word for role in ("snapshot", "timestamp") for word in ("--add", f"{role}={room.public('server 2')}")]
    room.run("revoke", "1.root.json", "server", "--out", "2.root.json", *adds)
    room.sign("2.root.json", *HOLDERS[:2], before="1.root.json")
    room.run("policy", "policy.json", "--root", "2.root.json", "--before", "2.targets.json", "--out", "3.targets.json",
             "--delegate", f"objects={room.public('server 2')}", "--delegate", f"programmes={room.public('orders 2')}")
    room.sign("3.targets.json", *HOLDERS[:2], root="2.root.json", before="2.targets.json")
    for name in ("server", "orders"):
        shutil.copy(room.path(f"{name} 2.key"), room.path(f"{name}.key"))
    room.publish("--root", "2.root.json", "--targets", "3.targets.json", "--programmes-key", "orders.key")


def test_another_programme_of_the_same_version_is_refused(room, player, thief):
    publish(room, programme(room))
    assert player.download(NAME) == 0
    thief.put(NAME, programme(room, times=[("05:00:00", "05:00:30")]))
    assert player.download(NAME) == 1
    assert kept(player)["items"][0]["from"] == f"{DAY}T03:00:00Z"


@pytest.mark.parametrize("content", [b"{}", b"", b"[" * 100_000, b"x" * 600_000], ids=["other", "empty", "deep", "huge"])
def test_a_programme_gives_way_to_nothing_else(room, player, thief, content):
    publish(room, programme(room))
    assert player.download(NAME) == 0
    thief.put(NAME, content)
    assert player.download(NAME) == 1
    assert kept(player)["version"] == 1


def test_a_programme_for_one_place_does_not_come_to_another(room, player, thief):
    publish(room, programme(room))
    thief.put(NAME, programme(room, version=9, place="14"))
    assert player.download(NAME) == 1
    assert "this is the programme programmes/14.board" in player.reason
    assert player.files() == {}


def test_the_metadata_of_programmes_are_never_rolled_back(room, player):
    publish(room, programme(room))
    saved = {path: path.read_bytes() for path in (room.store / "metadata").iterdir()}
    publish(room, programme(room, version=2, times=[("04:00:00", "04:00:30")]))
    assert player.download(NAME) == 0
    for path, data in saved.items():
        path.write_bytes(data)
    assert player.download(NAME) == 1
    assert "rolled back" in player.reason
    assert kept(player)["version"] == 2


@pytest.mark.parametrize("other, reason", [
    ({"channel": "loudspeaker"}, "item 1: it is not for the channel loudspeaker"),
    ({"place": "vn"}, "item 1: it is not for vn"),
    ({"times": [("03:00:00", "03:01:00"), ("16:00:00", "16:01:00")]}, "item 2: these are quiet hours"),
    ({"times": [(f"{hour:02}:00:00", f"{hour:02}:00:10") for hour in range(9)]}, "item 9: it has played 8 times"),
    ({"times": [("03:00:00", "03:01:00"), ("03:00:30", "03:02:00")]}, "overlap"),
    ({"items": [{"release": "ab" * 32, "from": f"{DAY}T03:00:00Z", "until": f"{DAY}T03:01:00Z"}]}, "isn't there"),
    ({"day": "2028-12-01"}, "leave the day"), ({"loa-programme": 2}, "loa-programme"), ({"more": 1}, "more"),
], ids=lambda value: value if isinstance(value, str) else "")
def test_what_no_release_permits_is_not_ordered(room, other, reason):
    assert reason in publish(room, programme(room, **other), code=1)
    assert list((room.store / "targets/programmes").iterdir()) == []


def test_nothing_is_ordered_after_it_was_withdrawn(room):
    statement = {"loa-withdrawal": 1, "release": digest(room), "reason": "Sai ngày", "drawn_up": "2026-11-20T00:00:00Z"}
    room.publish("--withdrawal", room.envelope(statement, "stop.json", "Bình"))
    assert "withdrawn it: Sai ngày" in publish(room, programme(room), code=1)


def test_the_server_orders_nothing_older_itself(room):
    publish(room, programme(room, version=2))
    assert "rolled back" in publish(room, programme(room, version=1), code=1)
    assert "rolled back" in publish(room, programme(room, version=2, times=[]), code=1)
    assert "there already" in publish(room, programme(room, version=2))


def test_programmes_have_a_key_of_their_own(room):
    assert "nobody delegates to programmes" in publish(room, programme(room), code=1, key=())


def test_the_key_of_programmes_vouches_for_no_object(room, player, thief):
    """With the keys of snapshot and timestamp too, for another picture under the approved one's name."""
    publish(room, programme(room))
    name = f"objects/{hashlib.sha256(PICTURE).hexdigest()}"
    thief.put(name, b"evil", signer=thief.keys["programmes"])
    assert player.download(name) == 1
    assert "signed by 0 of its keys" in player.reason


def test_verify_judges_each_item_as_a_player_would(room, thief):
    publish(room, programme(room))
    told = room.verify("programme.json")
    assert f"{DAY}T03:00:00Z until {DAY}T03:00:30Z: Lịch tiêm chủng, which may play" in told
    assert "It is the one that the store has" in told
    thief.put(NAME, programme(room, version=2, times=[("03:00:00", "03:00:30"), ("16:00:00", "16:00:30")]))
    assert "NOT the one that the store has" in room.verify("programme.json", code=1)
    room.write("programme.json", programme(room, version=2, times=[("03:00:00", "03:00:30"), ("16:00:00", "16:00:30")]))
    assert "may NOT play: these are quiet hours" in room.verify("programme.json", code=1)


@pytest.mark.parametrize("words, code, told", [
    (["--place", "15/02701", "--channel", "board"], 0, "It is for a device in 15/02701 on board"),
    (["--place", "14", "--channel", "board"], 1, "It is NOT for a device in 14 on board"),
    (["--place", "15", "--channel", "loudspeaker"], 1, "which may NOT play: it is not for the channel loudspeaker"),
    (["--at", f"{DAY}T03:00:10Z"], 0, f"At {DAY}T03:00:10Z it orders: Lịch tiêm chủng, which may play"),
    (["--at", f"{DAY}T16:00:10Z"], 1, "which may NOT play: these are quiet hours"),
    (["--at", f"{DAY}T05:00:00Z"], 1, f"At {DAY}T05:00:00Z it orders nothing"),
    (["--at", f"{DAY}T03:00:10Z", "--place", "14", "--channel", "board"], 1, "it orders in 14 on board: Lịch tiêm chủng, which may NOT"),
], ids=lambda value: " ".join(value) if isinstance(value, list) else None)
def test_a_place_and_an_instant_are_judged_and_never_passed_over(room, words, code, told):
    room.write("programme.json", programme(room, times=[("03:00:00", "03:00:30"), ("16:00:00", "16:00:30")]))
    options = ["--targets", "2.targets.json", "--release", "release.json", *words]
    if words[0] == "--place":
        room.write("programme.json", programme(room))
    assert told in room.verify("programme.json", *options, code=code, objects=False)
