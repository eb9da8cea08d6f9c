"""docs/trust/ceremony.md word by word: its commands, run from the page, make a store that players take."""

import json
import os
import re
import shlex
import subprocess
from hashlib import sha256
from types import SimpleNamespace

import pytest
from harness.ceremony import PASSPHRASE
from harness.program import ROOT, find_program, run

PICTURE = b"\x89PNG the picture of the example"

# What a person types where a command asks: passphrases and agreement.
TYPIST = """#!/bin/bash
case "$1 $2" in
  "keys make"|"keys sign") exec {program} "$@" --yes --passphrase-fd 3 3<{answers} </dev/null ;;
  "keys inspect") exec {program} "$@" </dev/null ;;
  keys*) exec {program} "$@" --yes </dev/null ;;
  *) exec {program} "$@" <{answers} ;;
esac
"""


def blocks(name):
    """The indented blocks of a page, in order."""
    text = (ROOT / "docs" / "trust" / name).read_text()
    return [re.sub("^    ", "", block, flags=re.M) for block in re.findall(r"(?:^    .*\n)+", text, re.M)]


def example(first):
    """The one example in docs/trust/releases.md that begins so."""
    return json.loads(next(block for block in blocks("releases.md") if block.startswith(first)))


@pytest.fixture(scope="module")
def desk(tmp_path_factory, loa_bin):
    """A folder in which all commands of the page have been run."""
    folder = tmp_path_factory.mktemp("ceremony")
    content = example('{"loa-release"')
    content["renditions"][0] |= {"sha256": sha256(PICTURE).hexdigest(), "length": len(PICTURE)}
    (folder / "release-by-hand.json").write_text(json.dumps(content))
    (folder / "policy.json").write_text(json.dumps(example('{"loa-policy"')))
    (folder / "picture.png").write_bytes(PICTURE)
    (folder / "answers").write_text(PASSPHRASE + "\n")
    words = folder / "bin" / "loa"
    words.parent.mkdir()
    words.write_text(TYPIST.format(
        program=shlex.quote(str(find_program())), answers=shlex.quote(str(folder / "answers"))))
    words.chmod(0o755)
    done = subprocess.run(
        ["bash", "-ex", "-c", "\n".join(blocks("ceremony.md"))], cwd=folder, input=PASSPHRASE + "\n", text=True,
        capture_output=True, timeout=600, env={**os.environ, "PATH": f"{words.parent}:{os.environ['PATH']}"})
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    (folder / "told").write_text(done.stdout)
    return folder


def test_the_page_has_every_step():
    steps = set(re.findall(r"^loa (\w+ \w+)", "\n".join(blocks("ceremony.md")), re.M))
    assert {f"keys {step}" for step in ("make", "root", "sign", "inspect", "policy", "statement", "rotate", "revoke")} <= steps


def test_each_signer_reads_one_digest_of_all_that_was_drawn_up(desk):
    told = (desk / "told").read_text()
    drawn = re.findall(r"This draws up .* in (\S+):\n(?:.*\n)*?Digest of what is signed: (\w{64})", told)
    assert [name for name, _ in drawn] == [
        "1.root.json", "1.targets.json", "2.root.json", "3.root.json", "2.targets.json", "4.root.json", "3.targets.json"]
    for name, digest in drawn:
        signers = re.findall(rf"^{re.escape(name)} is (?:.*\n)*?Digest of what is signed: (\w{{64}})", told, re.M)
        assert len(signers) >= 2 and set(signers) == {digest}, name


def test_players_follow_all_of_it_and_find_what_was_approved(desk, tmp_path, server, make_client):
    store = desk / "store"
    server.repository = SimpleNamespace(
        files={str(path.relative_to(store)): path.read_bytes() for path in store.rglob("*") if path.is_file()})
    player = make_client("player", (desk / "1.root.json").read_bytes())
    assert player.download(f"objects/{sha256(PICTURE).hexdigest()}") == 0, player.reason
    assert list(player.files().values()) == [PICTURE]
    root = json.loads(player.stored()["root.json"])["signed"]
    assert root["version"] == 4 and {key["x-loa-holder"] for key in root["keys"].values()} == {
        "Nguyễn Văn An", "Trần Thị Bình", "Phạm Thị Dung", "Server 2"}
    told = run("verify", "picture.png", "--root", "1.root.json", "--objects", "store", cwd=desk)
    assert told.returncode == 0 and b"APPROVED by 2" in told.stdout, told


def test_a_root_that_gives_the_server_two_keys_is_called_by_its_fault(desk):
    answers = desk / "answers"
    loa = str(desk / "bin" / "loa")
    subprocess.run([loa, "keys", "make", "Timestamp", "--out", "timestamp.key"], cwd=desk, check=True, capture_output=True)
    adds = [f"{role}={name}.key.pub" for role in ("root", "targets") for name in ("an", "binh", "chau")]
    adds += ["snapshot=server.key.pub", "timestamp=timestamp.key.pub"]
    words = [loa, "keys", "root", "--out", "two.root.json", *[word for add in adds for word in ("--add", add)]]
    told = subprocess.run(words, cwd=desk, check=True, capture_output=True, text=True).stdout
    assert "they can't use this root" in told
    for name in ("an", "binh"):
        subprocess.run([loa, "keys", "sign", "two.root.json", "--key", f"{name}.key"], cwd=desk, check=True, capture_output=True)
    words = ["publish", "--objects", "other", "--objects-key", "server.key", "--root", "two.root.json", "--targets",
             "1.targets.json"]
    done = run(*words, cwd=desk, environment={"LOA_OBJECTS_PASSPHRASE": answers.read_text().strip()})
    assert done.returncode == 1 and b"doesn't give both snapshot and timestamp to the server's key" in done.stderr, done
    assert b"signed by 0" not in done.stderr


def test_a_key_is_called_by_its_holder_and_whoever_errs_is_shown_all(desk):
    done = run("keys", "revoke", "1.root.json", "timestamp", "--out", "x.json", "--yes", cwd=desk)
    assert done.returncode == 1 and "name its holder" in done.stderr.decode() and "\n  Server " in done.stderr.decode()


def test_the_first_publication_says_what_comes_before_it(desk, tmp_path):
    words = ["publish", "--objects", tmp_path / "store", "--objects-key", desk / "server.key", "--root", desk / "1.root.json"]
    done = run(*words, cwd=tmp_path, environment={"LOA_OBJECTS_PASSPHRASE": PASSPHRASE})
    assert done.returncode == 1 and b"loa help administrator" in done.stderr and b"--data" in done.stderr, done
