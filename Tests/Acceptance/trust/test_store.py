"""The store of players behind a running server: what others' clients find there, and what is never put into it."""

import hashlib
import json
import shutil
import subprocess

import pytest
import requests
from harness import databases
from harness.newsroom import PICTURE, Newsroom, release
from harness.program import run
from harness.reader import Reader
from harness.repository import find
from tuf.ngclient import Updater

NAME = f"objects/{hashlib.sha256(PICTURE).hexdigest()}"


@pytest.fixture(scope="module")
def room(prepared, tmp_path_factory):
    room = Newsroom(tmp_path_factory.mktemp("store"))
    room.begin(prepared)
    return room


@pytest.fixture(scope="module")
def loa(room, launch, loa_bin):
    options = ["--objects", room.store, "--objects-key", room.path("server.key")]
    with launch(command="serve", options=options, environment=room.environment,
                database=f"sqlite:{room.path('loa.sqlite')}") as loa:
        yield loa


def python_tuf(room, loa, folder):
    for name in ("metadata", "targets"):
        (folder / name).mkdir()
    shutil.copy(room.path("1.root.json"), folder / "metadata/root.json")
    return Updater(str(folder / "metadata"), f"{loa.url}/objects/metadata", str(folder / "targets"),
                   f"{loa.url}/objects/targets", bootstrap=None)


def test_python_tuf_refreshes_and_downloads_from_the_running_server(room, loa, tmp_path):
    updater = python_tuf(room, loa, tmp_path)
    updater.refresh()
    info = updater.get_targetinfo(NAME)
    path = updater.download_target(info)
    with open(path, "rb") as file:
        assert file.read() == PICTURE
    assert updater.get_targetinfo("objects/nothing") is None


def test_our_client_does_too(room, loa, tmp_path):
    player = [str(find("loa-player")), "trust", "--metadata-dir", str(tmp_path / "metadata")]
    subprocess.run([*player, "init", str(room.path("1.root.json"))], check=True)
    subprocess.run([
        *player, "--metadata-url", f"{loa.url}/objects/metadata", "--target-name", NAME, "--target-base-url",
        f"{loa.url}/objects/targets", "--target-dir", str(tmp_path / "targets"), "download"], check=True)
    assert [path.read_bytes() for path in (tmp_path / "targets").iterdir()] == [PICTURE]


def test_anyone_with_the_root_asks_the_server_what_was_approved(room, loa):
    told = run("verify", "picture.png", "--root", "1.root.json", "--objects", f"{loa.url}/objects", cwd=room.folder)
    assert told.returncode == 0 and "byte for byte" in told.stdout.decode(), told


def test_files_are_cached_as_long_as_they_stay_the_same(room, loa):
    fresh = requests.get(f"{loa.url}/objects/metadata/timestamp.json")
    assert fresh.headers["Cache-Control"] == "public, max-age=5"
    again = requests.get(fresh.url, headers={"If-None-Match": fresh.headers["ETag"]})
    assert again.status_code == 304
    name = next(path.name for path in (room.store / "targets/objects").iterdir() if len(path.name) == 129)
    whole = requests.get(f"{loa.url}/objects/targets/objects/{name}")
    assert whole.content == PICTURE and "immutable" in whole.headers["Cache-Control"]
    part = requests.get(whole.url, headers={"Range": "bytes=1-3"})
    assert part.status_code == 206 and part.content == PICTURE[1:4]


@pytest.mark.parametrize("path", [
    "metadata/..%2f..%2fserver.key", "metadata/.lock", "targets/objects/..", "metadata/%2e%2e", "metadata/99.root.json",
    ".lock", "", "metadata/", "metadata/timestamp.json%00", "targets/objects/a%2fb",
])
def test_nothing_else_is_served(loa, path):
    assert requests.get(f"{loa.url}/objects/{path}").status_code in (400, 404)


@pytest.mark.parametrize("words, reason", [
    (["--file", "other.png"], "no rendition"), (["--release", "half.json"], "1 of the 2 persons"),
    (["--targets", "1.targets.json"], "rolled back"), (["--root", "strange.json"], "not signed"),
    (["--release", "picture.png"], "can't be read"),
], ids=lambda value: value[0] + value[1] if isinstance(value, list) else None)
def test_what_nobody_approved_is_not_put_in(room, words, reason):
    if not room.path("half.json").exists():
        room.path("other.png").write_bytes(PICTURE + b"!")
        room.envelope(release(version=9), "half.json", "An")
        room.make("Kẻ gian 1", "Kẻ gian 2")
        thieves = [f"{role}={room.public(f'Kẻ gian {n}')}" for role in ("root", "targets") for n in (1, 2)]
        thieves += [f"{role}={room.public('server')}" for role in ("snapshot", "timestamp")]
        room.run("root", "--out", "strange.json", *[word for place in thieves for word in ("--add", place)])
        room.sign("strange.json", "Kẻ gian 1", "Kẻ gian 2")
    before = sorted((path.name, path.stat().st_mtime_ns) for path in (room.store / "metadata").iterdir())
    assert reason in room.publish(*words, code=1)
    assert before == sorted((path.name, path.stat().st_mtime_ns) for path in (room.store / "metadata").iterdir())


def test_what_is_there_already_is_not_published_again(room):
    assert "there already" in room.publish("--release", "release.json", "--file", "picture.png")


def test_a_rewritten_ledger_shows_in_the_timestamp(room):
    database = f"sqlite:{room.path('loa.sqlite')}"
    words = ["audit", "--database", database, "--objects", "store", "--root", "1.root.json"]
    done = run(*words, cwd=room.folder)
    assert done.returncode == 0 and b"timestamp says" in done.stdout, done
    timestamp = json.loads((room.store / "metadata/timestamp.json").read_bytes())["signed"]["x-loa"]["ledger"]
    with databases.connect(database) as connection:
        rows = connection.execute("SELECT * FROM ledger WHERE sequence >= ?", (timestamp["size"],)).fetchall()
        connection.execute("DELETE FROM ledger WHERE sequence >= ?", (timestamp["size"],))
    try:
        cut = run(*words, cwd=room.folder)
        assert cut.returncode == 1 and b"ends before the head" in cut.stdout, cut
    finally:
        with databases.connect(database) as connection:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO ledger VALUES ({marks})", rows)


def test_a_reader_is_never_disturbed_by_publications(room, loa, tmp_path):
    reader = Reader(room.path("1.root.json"), f"{loa.url}/objects", tmp_path)
    for version in range(20, 32):
        picture = PICTURE + str(version).encode()
        room.path("one.png").write_bytes(picture)
        content = release(version=version)
        content["renditions"][0] |= {"sha256": hashlib.sha256(picture).hexdigest(), "length": len(picture)}
        room.envelope(content, f"{version}.json", "An", "Bình")
        room.publish("--release", f"{version}.json", "--file", "one.png")
    assert reader.stop() > 10
