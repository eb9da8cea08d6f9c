"""`loa demo`: a store of players that can be tried at once, with keys that nobody can take for real ones."""

import json
import os
import re
import shlex
import shutil
import subprocess
import time

import pytest
from harness import databases
from harness.ceremony import Desk
from harness.crawl import crawl
from harness.program import SAMPLES, find_program, run
from harness.repository import find
from tuf.ngclient import Updater

WARNING = "DEMONSTRATION KEYS"
NOTICE = "Khóa thử nghiệm – không dùng để phát thật"
ROLES = ["quantri", "lapkehoach", "thanhvien", "bienphong", "xaboy", "theodoi"]


def keys(loa, name=""):
    return loa.data / "demo-keys" / name


def commands(loa):
    """The command lines that the start printed, as somebody would copy them."""
    lines = re.findall(r"^  (loa(?:-player)? (?:[^\n]*\\\n)*[^\n]*)$", loa.output.split(WARNING)[1], re.M)
    return [shlex.split(line.replace("\\\n", " ")) for line in lines]


def perform(words, **options):
    program = {"loa": find_program(), "loa-player": find("loa-player")}[words[0]]
    return subprocess.run([program, *words[1:]], capture_output=True, text=True, timeout=240, **options)


def test_the_start_prints_commands_that_work_as_they_stand(sqlite_server):
    tried = commands(sqlite_server)
    assert [line[:2] for line in tried] == [["loa-player", "trust"]] * 3 + [["loa", "verify"]] * 2
    for line in tried:
        done = perform(line)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        if line[0] == "loa" or "init" in line:
            assert WARNING in done.stdout, done.stdout
    [played] = keys(sqlite_server, "played").iterdir()
    assert played.read_bytes() == keys(sqlite_server, "cua-khau-bo-y.vi.svg").read_bytes()


def test_python_tuf_refreshes_and_downloads_from_the_running_server(sqlite_server, tmp_path):
    for name in ("metadata", "targets"):
        (tmp_path / name).mkdir()
    shutil.copy(keys(sqlite_server, "1.root.json"), tmp_path / "metadata/root.json")
    updater = Updater(
        str(tmp_path / "metadata"), f"{sqlite_server.url}/objects/metadata", str(tmp_path / "targets"),
        f"{sqlite_server.url}/objects/targets", bootstrap=None)
    updater.refresh()
    name = next(word for line in commands(sqlite_server) for word in line if word.startswith("objects/"))
    with open(updater.download_target(updater.get_targetinfo(name)), "rb") as file:
        assert file.read() == keys(sqlite_server, "cua-khau-bo-y.vi.svg").read_bytes()


def test_verify_explains_the_release_back_to_the_words_of_a_plan(sqlite_server, visitor):
    told = perform(commands(sqlite_server)[-1]).stdout
    assert "APPROVED by 2 different persons" in told and "byte for byte" in told
    assert "Trần Thị Lan (lapkehoach, Sở Văn hóa" in told and "A Thanh (bienphong, Ban Chỉ huy" in told
    task, plan, words = re.search(r"answers to task (\S+) of ([^\n]*):\n\s+([^\n]*)", told).groups()
    page = visitor(sqlite_server, "lapkehoach").get(f"/tasks/{task}")
    assert page.status == 200 and words[:60] in page.words() and plan.split(", ")[-1] in page.words()
    samples = " ".join(" ".join(path.read_text().split()) for path in SAMPLES.glob("*.txt"))
    assert words[:60] in samples


def test_the_release_plays_where_it_was_approved_for_and_nowhere_else(sqlite_server):
    line = commands(sqlite_server)[-2]
    release = [*line, "--channel", "board"]
    assert "It may play" in perform([*release, "--place", "51/23377"]).stdout
    assert "not for 51" in perform([*release, "--place", "51"]).stdout


@pytest.mark.parametrize("role", [None, *ROLES])
def test_every_page_says_whose_keys_these_are(sqlite_server, visitor, role):
    guest = visitor(sqlite_server, role)
    pages = list(crawl(guest, limit=12)) + [guest.get(path) for path in ("/sign-in", "/nothing/here", "/help")]
    for page in pages:
        assert page.words(".demonstration") == NOTICE, page.url
    assert len(pages) > (3 if role is None else 10)
    english = guest.get("/language/en?back=/sign-in")
    assert english.words(".demonstration") == "Demonstration keys – not for real broadcasting"


def test_a_server_without_them_doesnt(launch, visitor):
    with launch(command="serve") as loa:
        assert visitor(loa).get("/sign-in").find(".demonstration") == []


def test_inspecting_says_it_first(sqlite_server):
    for name in ("1.root.json", "1.targets.json", "server.key.pub"):
        done = run("keys", "inspect", keys(sqlite_server, name), "--root", keys(sqlite_server, "1.root.json"))
        assert b"DEMONSTRATION" in done.stdout, done
    for name in ("1.root.json", "1.targets.json"):
        signed = json.loads(keys(sqlite_server, name).read_bytes())["signed"]
        assert "KHÓA THỬ NGHIỆM" in signed["x-loa-demonstration"], "whoever reads it without Loa sees it too"


def test_a_later_start_keeps_the_keys_and_needs_no_time_for_them(launch, demonstrations):
    folder, _ = demonstrations("sqlite")
    before = {path.name: path.read_bytes() for path in (folder / "data/demo-keys").iterdir()}
    began = time.monotonic()
    with launch("sqlite") as loa:
        seconds = time.monotonic() - began
        assert {path.name: path.read_bytes() for path in keys(loa).iterdir()} == before
        assert perform(commands(loa)[-1]).returncode == 0
    assert seconds < 30, "eight keys at 64 MiB each would show"


def test_a_first_start_that_was_killed_is_made_whole_by_the_next(launch, sqlite_server):
    with launch("sqlite") as loa:
        data, database = loa.data, loa.database
        (data / "objects/metadata/timestamp.json").unlink()
        keys(loa, "1.targets.json").unlink()
    from harness.program import Loa
    with Loa("demo", database=database, data=data, log=data.parent / "again") as loa:
        assert perform(commands(loa)[-1]).returncode == 0


def test_no_real_server_serves_or_takes_such_a_store(sqlite_server, tmp_path):
    words = ["--database", f"sqlite:{tmp_path / 'loa.sqlite'}", "--data", tmp_path]
    done = run("serve", "--port", "0", "--objects", sqlite_server.data / "objects", *words)
    assert done.returncode == 1 and b"demonstration" in done.stderr
    run("administrator", "quantri", "--agency", "Sở Văn hóa", *words, stdin=b"mat khau quan tri 1\n", check=True)
    done = run(
        "publish", "--objects", tmp_path / "store", "--objects-key", keys(sqlite_server, "server.key"), "--root",
        keys(sqlite_server, "1.root.json"), *words, environment={"LOA_OBJECTS_PASSPHRASE": "khoa thu nghiem"})
    assert done.returncode == 1 and b"demonstration" in done.stderr
    assert not list((tmp_path / "store").glob("metadata/*"))


def test_no_real_root_or_policy_takes_such_keys(sqlite_server, tmp_path):
    desk = Desk(tmp_path)
    desk.make("An", "Bình", "server")
    places = [f"{role}={desk.public(holder)}" for role in ("root", "targets") for holder in ("An", "Bình")]
    online = [f"{role}={desk.public('server')}" for role in ("snapshot", "timestamp")]
    thief = f"root={keys(sqlite_server, 'root-1.key.pub')}"
    add = [word for place in [*places, *online, thief] for word in ("--add", place)]
    assert "anybody may have" in desk.run("root", "--out", "1.root.json", *add, code=1)
    assert not desk.path("1.root.json").exists()


def test_the_keys_are_readable_by_their_owner_alone(sqlite_server):
    assert os.stat(keys(sqlite_server)).st_mode & 0o077 == 0
    assert os.stat(keys(sqlite_server, "server.key")).st_mode & 0o077 == 0


def test_a_database_with_accounts_of_its_own_gets_no_such_store(launch, tmp_path):
    with databases.temporary_database("sqlite", tmp_path) as address:
        run("administrator", "quantri", "--agency", "Sở Văn hóa", "--database", address,
            stdin=b"mat khau quan tri 1\n", check=True)
        with launch("sqlite", database=address) as loa:
            assert WARNING not in loa.output
            assert not (loa.data / "objects").exists()
