"""The ceremony, step by step, with python-tuf and securesystemslib as judges of every file."""

import json
import stat
from datetime import datetime, timezone

import pytest
from harness.ceremony import PASSPHRASE, Desk, Typist, secret
from harness.oracle import Oracle
from harness.program import run
from harness.repository import Repository
from securesystemslib.signer import Key, SSlibKey
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, Root

OFFLINE = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Châu"]


@pytest.fixture
def desk(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder)


@pytest.fixture
def office(desk):
    """Three persons, two keys of the server and a root that two of the persons have signed."""
    desk.make(*OFFLINE, "snapshot", "timestamp")
    places = [f"{role}={desk.public(holder)}" for role in ("root", "targets") for holder in OFFLINE]
    places += [f"{role}={desk.public(role)}" for role in ("snapshot", "timestamp")]
    desk.run("root", "--out", "1.root.json", *[word for place in places for word in ("--add", place)])
    desk.sign("1.root.json", *OFFLINE[:2])
    return desk


def root(desk, name):
    return Metadata[Root].from_bytes(desk.path(name).read_bytes())


def test_a_new_key_is_encrypted_and_its_public_half_is_read_by_others(desk):
    said = desk.run("make", OFFLINE[0], "--out", "an.key")
    path = desk.path("an.key")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    public = json.loads(desk.path("an.key.pub").read_bytes())
    signer = secret(path)
    assert signer.public_key.keyval["public"] == public["keyval"]["public"]
    key = SSlibKey.from_dict(signer.public_key.keyid, dict(public))
    assert key.unrecognized_fields == {"x-loa-holder": OFFLINE[0]}
    assert signer.public_key.keyid in said, "the identifier is the one that securesystemslib computes"
    assert bytes.fromhex(public["keyval"]["public"]) not in path.read_bytes()
    costs = json.loads(path.read_bytes())["argon2id"]
    assert costs["memory_kib"] >= 65536 and costs["passes"] >= 3


def test_the_first_root_is_what_its_holders_agreed_on(office):
    made = root(office, "1.root.json")
    made.verify_delegate("root", made)
    assert made.signed.version == 1 and made.signed.consistent_snapshot
    assert {role: (entry.threshold, len(entry.keyids)) for role, entry in made.signed.roles.items()} == {
        "root": (2, 3), "targets": (2, 3), "snapshot": (1, 1), "timestamp": (1, 1)}
    holders = {key.unrecognized_fields["x-loa-holder"] for key in made.signed.keys.values()}
    assert holders == {*OFFLINE, "snapshot", "timestamp"}
    for keyid, key in made.signed.keys.items():
        assert Key.from_dict(keyid, key.to_dict()) == key


def test_one_signature_is_not_enough_and_the_program_says_so(desk):
    desk.make(*OFFLINE, "server")
    places = [f"{role}={desk.public(holder)}" for role in ("root", "targets") for holder in OFFLINE]
    places += [f"snapshot={desk.public('server')}", f"timestamp={desk.public('server')}"]
    said = desk.run("root", "--out", "1.root.json", *[word for place in places for word in ("--add", place)])
    assert "needs 2 more" in said
    said = desk.run("sign", "1.root.json", "--key", f"{OFFLINE[0]}.key")
    assert f"Signed by {OFFLINE[0]}" in said and "needs 1 more" in said
    # Signing twice is still one signature.
    assert "needs 1 more" in desk.run("sign", "1.root.json", "--key", f"{OFFLINE[0]}.key")
    made = root(desk, "1.root.json")
    with pytest.raises(UnsignedMetadataError):
        made.verify_delegate("root", made)
    desk.run("rotate", "1.root.json", "--out", "2.root.json", code=1)
    assert not desk.path("2.root.json").exists()
    assert "complete" in desk.run("sign", "1.root.json", "--key", f"{OFFLINE[2]}.key")


def test_copies_signed_at_two_desks_are_joined(office):
    said = office.run("rotate", "1.root.json", "--out", "2.root.json", "--days", "90")
    assert "version 1 becomes 2" in said
    office.path("copy.json").write_bytes(office.path("2.root.json").read_bytes())
    one = office.run("sign", "2.root.json", "--key", f"{OFFLINE[0]}.key", "--before", "1.root.json")
    other = office.run("sign", "copy.json", "--key", f"{OFFLINE[2]}.key", "--before", "1.root.json")
    digests = {line for line in (one + other).splitlines() if line.startswith("Digest")}
    assert len(digests) == 1, "both desks read the same digest to each other"
    office.run("join", "2.root.json", "copy.json", "--before", "1.root.json")
    old, new = root(office, "1.root.json"), root(office, "2.root.json")
    old.verify_delegate("root", new)
    new.verify_delegate("root", new)


def test_copies_of_different_files_are_not_joined(office):
    office.run("rotate", "1.root.json", "--out", "2.root.json", "--days", "90")
    office.run("rotate", "1.root.json", "--out", "other.json", "--days", "91")
    office.sign("other.json", OFFLINE[0], before="1.root.json")
    before = office.path("2.root.json").read_bytes()
    said = office.run("join", "2.root.json", "other.json", "--before", "1.root.json", code=1)
    assert "don't say the same" in said and office.path("2.root.json").read_bytes() == before


def test_a_later_root_is_only_signed_beside_the_one_before_it(office):
    office.run("rotate", "1.root.json", "--out", "2.root.json")
    said = office.run("sign", "2.root.json", "--key", f"{OFFLINE[0]}.key", code=1)
    assert "--before" in said and root(office, "2.root.json").signatures == {}


def test_signers_read_every_change_before_they_sign(office):
    office.make("Phạm Dung")
    office.run(
        "rotate", "1.root.json", "--out", "2.root.json", "--drop", f"root={OFFLINE[2]}", "--add",
        f"root={office.public('Phạm Dung')}", "--threshold", "targets=3")
    said = office.run("sign", "2.root.json", "--key", f"{OFFLINE[0]}.key", "--before", "1.root.json")
    for line in ("root gains Phạm Dung", f"root loses {OFFLINE[2]}", "targets: 3 keys must sign, instead of 2"):
        assert line in said, said


def test_what_stands_beside_a_key_can_not_change_unseen(office):
    office.run("rotate", "1.root.json", "--out", "2.root.json")
    content = json.loads(office.path("2.root.json").read_bytes())
    keyid = next(iter(content["signed"]["keys"]))
    content["signed"]["keys"][keyid]["x-loa-holder"] = "Kẻ \x1b[31mgian\u202e"
    content["signed"]["x-other"] = {"a": 1}
    content["signed"]["roles"]["root"]["x-more"] = 1
    office.path("2.root.json").write_text(json.dumps(content))
    said = office.run("inspect", "2.root.json", "--before", "1.root.json")
    assert "stands something else than before" in said
    assert "x-other" in said and "roles.root" in said
    assert "\x1b" not in said and "\u202e" not in said, "a name can't steer the terminal"


def test_a_stranger_s_signature_is_refused_and_a_forged_one_shown(office):
    office.make("Người lạ")
    office.run("rotate", "1.root.json", "--out", "2.root.json")
    office.run("sign", "2.root.json", "--key", "Người lạ.key", "--before", "1.root.json", code=1)
    assert root(office, "2.root.json").signatures == {}
    made = json.loads(office.path("2.root.json").read_bytes())
    keyid = made["signed"]["roles"]["root"]["keyids"][0]
    made["signatures"] = [{"keyid": keyid, "sig": "ab" * 64}]
    office.path("2.root.json").write_text(json.dumps(made))
    assert f"counts for nothing: {keyid}" in office.run("inspect", "2.root.json", "--before", "1.root.json")


def test_a_signer_refuses_a_root_that_puts_a_holder_s_key_on_the_server(desk):
    """Drawn up by other people's tools."""
    desk.make(*OFFLINE[:2])
    keys = [secret(desk.path(f"{holder}.key")).public_key for holder in OFFLINE[:2]]
    made = Root(expires=datetime(2099, 1, 1, tzinfo=timezone.utc))
    for role in ("root", "targets", "snapshot", "timestamp"):
        for key in keys:
            made.add_key(key, role)
    desk.path("1.root.json").write_bytes(Metadata(made).to_bytes())
    assert "lie on the server" in desk.run("sign", "1.root.json", "--key", f"{OFFLINE[0]}.key", code=1)
    assert root(desk, "1.root.json").signatures == {}


@pytest.mark.parametrize("words, reason", [
    (["rotate", "1.root.json", "--drop", f"root={OFFLINE[0]}", "--drop", f"root={OFFLINE[1]}"], "must sign"),
    (["rotate", "1.root.json", "--drop", "root=Nobody"], "no key Nobody"),
    (["rotate", "1.root.json", "--drop", "timestamp=Lê Minh Châu"], "no key"),
    (["rotate", "1.root.json", "--add", f"root={OFFLINE[0]}.key.pub"], "already"),
    (["rotate", "1.root.json", "--add", f"root={OFFLINE[0]}.key"], "secret file"),
    (["rotate", "1.root.json", "--add", "timestamp=" + OFFLINE[0] + ".key.pub"], "lie on the server"),
    (["rotate", "1.root.json", "--add", "root=1.root.json"], "no public key"),
    (["revoke", "1.root.json", "timestamp"], "timestamp would have 0 keys"),
    (["revoke", "1.root.json", "a"], "no key"),
    (["rotate", "missing.json"], "can't read"),
], ids=lambda value: " ".join(value) if isinstance(value, list) else None)
def test_a_root_that_would_harm_is_not_drawn_up(office, words, reason):
    assert reason in office.run(*words, "--out", "2.root.json", code=1)
    assert not office.path("2.root.json").exists()


@pytest.mark.parametrize("words", [
    [], ["dance"], ["make"], ["make", "An"], ["root"], ["sign", "a"], ["rotate", "a", "--out", "b", "--add", "x=y"],
    ["rotate", "a", "--out", "b", "--threshold", "root=0"], ["rotate", "a", "--out", "b", "--days", "0"],
    ["make", "An", "--out", "a", "--passphrase", "geheim"], ["make", "A\x1bn", "--out", "a"], ["inspect"],
], ids=" ".join)
def test_a_wrong_command_line_is_told_and_ends_with_64(words):
    done = run("keys", *words)
    assert done.returncode == 64 and done.stdout == b"" and b"loa help keys" in done.stderr


@pytest.mark.parametrize("step", ["make", "root", "rotate", "revoke", "sign", "join", "inspect", "passphrase", "policy", "statement"])
def test_each_step_explains_itself_in_both_ways(step):
    told = run("help", "keys", step, check=True).stdout
    assert told == run("keys", step, "--help", check=True).stdout
    assert told.decode().startswith(f"Usage: loa keys {step}")
    assert f"  {step} " in run("help", "keys", check=True).stdout.decode()


def test_nothing_that_is_there_is_written_over(office):
    before = {path.name: path.read_bytes() for path in office.folder.iterdir()}
    office.run("make", "An", "--out", f"{OFFLINE[0]}.key", code=1)
    office.run("rotate", "1.root.json", "--out", "1.root.json", code=1)
    assert {path.name: path.read_bytes() for path in office.folder.iterdir()} == before


def test_a_wrong_passphrase_signs_nothing(office):
    office.run("rotate", "1.root.json", "--out", "2.root.json")
    said = office.run(
        "sign", "2.root.json", "--key", f"{OFFLINE[0]}.key", "--before", "1.root.json", passphrase="sai mật khẩu rồi",
        code=1)
    assert "passphrase is wrong" in said and root(office, "2.root.json").signatures == {}


def test_a_short_passphrase_makes_no_key(desk):
    assert "too short" in desk.run("make", "An", "--out", "an.key", passphrase="ngắn", code=1)
    assert list(desk.folder.iterdir()) == []


def test_a_secret_file_goes_under_another_passphrase(office):
    name = f"{OFFLINE[0]}.key"
    before = secret(office.path(name)).public_key
    office.run("passphrase", name, passphrase=f"{PASSPHRASE}\nmột mật khẩu khác hẳn")
    assert secret(office.path(name), "một mật khẩu khác hẳn").public_key == before
    assert stat.S_IMODE(office.path(name).stat().st_mode) == 0o600
    office.run("rotate", "1.root.json", "--out", "2.root.json")
    office.run("sign", "2.root.json", "--key", name, "--before", "1.root.json", code=1)


class TestAtTheTerminal:
    """Questions and answers, echo, a terminal without a network."""

    def test_a_person_is_shown_asked_and_obeyed(self, office):
        typist = Typist(office.folder)
        office.run("rotate", "1.root.json", "--out", "2.root.json")
        words = ["sign", "2.root.json", "--key", f"{OFFLINE[0]}.key", "--before", "1.root.json"]
        code, shown = typist.run(*words, answers=[("Go on?", "no")])
        assert code == 1 and "nothing was changed" in shown and root(office, "2.root.json").signatures == {}
        assert shown.index("version 1 becomes 2") < shown.index("Go on?")
        code, shown = typist.run(*words, answers=[("Go on?", "có"), ("Passphrase of", PASSPHRASE)])
        assert code == 0 and "needs 1 more" in shown
        assert PASSPHRASE not in shown, "the passphrase is not shown"
        assert len(root(office, "2.root.json").signatures) == 1

    def test_a_new_passphrase_is_typed_twice(self, desk):
        typist = Typist(desk.folder)
        words = ["make", "An", "--out", "an.key"]
        again = [("Go on?", "yes"), ("New passphrase", PASSPHRASE), ("The same again", "một mật khẩu khác")]
        code, shown = typist.run(*words, answers=again)
        assert code == 1 and "differ" in shown and list(desk.folder.iterdir()) == []
        again[2] = ("The same again", PASSPHRASE)
        code, shown = typist.run(*words, answers=again)
        assert code == 0 and PASSPHRASE not in shown
        secret(desk.path("an.key"))

    def test_without_a_terminal_nothing_is_taken_for_granted(self, office):
        done = run("keys", "rotate", "1.root.json", "--out", "2.root.json", cwd=office.folder)
        assert done.returncode == 1 and b"--yes" in done.stderr and not office.path("2.root.json").exists()


def test_both_clients_follow_the_ceremonies_of_years(office, server, make_client, tmp_path):
    """Keys rotate, get lost, are stolen; both clients follow each root, and the stolen key opens nothing."""
    server.repository = repository = Repository()
    repository.files.clear()
    first = office.path("1.root.json").read_bytes()
    # The server's side by python-tuf, with keys that our program made.
    repository.metadata["root"] = root(office, "1.root.json")
    for role, holders in {"targets": OFFLINE[:2], "snapshot": ["snapshot"], "timestamp": ["timestamp"]}.items():
        repository.signers[role] = [secret(office.path(f"{holder}.key")) for holder in holders]
    repository.files["metadata/1.root.json"] = first
    repository.add_target("loa.txt", b"xin")
    repository.publish("targets")
    oracle, client = Oracle(server, tmp_path / "oracle", first), make_client("client", first)

    def both(expected=0):
        assert oracle.download("loa.txt") == expected
        assert client.download("loa.txt") == expected, client.reason

    def publish(version, *signers):
        office.sign(f"{version}.root.json", *signers, before=f"{version - 1}.root.json")
        repository.files[f"metadata/{version}.root.json"] = office.path(f"{version}.root.json").read_bytes()
        repository.metadata["root"] = root(office, f"{version}.root.json")

    both()
    # A holder leaves, another comes: two of the old and two of the new agree.
    office.make("Phạm Dung", "timestamp 2")
    office.run("rotate", "1.root.json", "--out", "2.root.json", "--drop", f"root={OFFLINE[0]}",
               "--add", f"root={office.public('Phạm Dung')}")
    publish(2, OFFLINE[1], OFFLINE[2])
    both()
    # The server was broken into: its key is revoked, and what the thief signs with it counts for nothing.
    stolen = repository.signers["timestamp"]
    office.run("revoke", "2.root.json", "timestamp", "--out", "3.root.json",
               "--add", f"timestamp={office.public('timestamp 2')}")
    publish(3, OFFLINE[1], "Phạm Dung")
    repository.publish_timestamp()
    both(1)
    repository.signers["timestamp"] = [secret(office.path("timestamp 2.key"))]
    repository.publish_timestamp()
    both()
    assert client.versions()["root"] == 3 and client.stored() == oracle.stored()
    assert stolen[0].public_key.keyid not in root(office, "3.root.json").signed.keys
    # A root that only the old keys signed is followed by nobody.
    office.run("rotate", "3.root.json", "--out", "4.root.json", "--threshold", "root=3")
    publish(4, OFFLINE[1], OFFLINE[2])
    both(1)
    publish(4, "Phạm Dung")
    both()
