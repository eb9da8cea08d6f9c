"""A thief of the server's disk and online keys makes nobody accept what two persons didn't approve.

Each test is one attack with the real programs: what the thief signs is right and fresh as metadata, so that only the
signatures of people stand in the way. Attacks on the wire and on the format of metadata are in test_attacks.py, those by
programmes in test_programmes.py.
"""

import base64
import hashlib
import json
import shutil

import pytest
from harness.ceremony import secret
from harness.newsroom import EVERYTHING, HOLDERS, PICTURE, Newsroom, approver, release
from harness.thief import Thief, canonical
from tuf.api.metadata import Metadata, MetaFile, TargetFile

PLACE = ["--place", "15", "--channel", "board", "--at", "2026-12-01T03:00:00Z"]
EVIL = b"\x89PNG evil"


@pytest.fixture(scope="module")
def made(prepared, tmp_path_factory):
    room = Newsroom(tmp_path_factory.mktemp("thief"))
    room.begin(prepared)
    room.make("An 2")
    return room


@pytest.fixture
def room(made, tmp_path):
    folder = tmp_path / "room"
    shutil.copytree(made.folder, folder)
    return Newsroom(folder)


@pytest.fixture
def thief(room):
    return Thief(room)


def payload(room, name="release.json"):
    return base64.b64decode(json.loads(room.path(name).read_bytes())["payload"])


def digest(data):
    return hashlib.sha256(data).hexdigest()


def evil_release(**other):
    rendition = {"sha256": digest(EVIL), "length": len(EVIL), "media_type": "image/png", "language": "vi"}
    return release(renditions=[rendition], version=9, **other)


def plant(room, thief, content, *signers, picture=EVIL):
    """The thief's own release and file in the store, under the names that a verifier looks for."""
    room.envelope(content, "evil.json", *signers)
    data = room.path("evil.json").read_bytes()
    name = digest(payload(room, "evil.json"))
    thief.put(f"objects/release-{name}.json", data)
    thief.put_file(picture, name)
    room.path("evil.png").write_bytes(picture)


def test_the_store_itself_is_believed_after_the_thief_has_signed(room, thief):
    """Otherwise the tests below would show nothing."""
    thief.put_file(EVIL, digest(payload(room)))
    told = room.verify("picture.png", *PLACE)
    assert "APPROVED by 2" in told and "byte for byte" in told


def test_an_unapproved_file(room, thief):
    plant(room, thief, evil_release())
    assert "NOT APPROVED: by 0" in room.verify("evil.png", code=1)
    assert "may NOT play" in room.verify("evil.json", *PLACE, code=1)


def test_a_file_that_is_said_to_belong_to_an_approved_release(room, thief):
    thief.put_file(EVIL, digest(payload(room)))
    room.path("evil.png").write_bytes(EVIL)
    assert "NOT what was approved" in room.verify("evil.png", code=1)


def test_an_approved_text_with_another_picture(room, thief):
    content = json.loads(room.path("release.json").read_bytes())
    changed = payload(room).replace(digest(PICTURE).encode(), digest(EVIL).encode()).replace(
        f'"length":{len(PICTURE)}'.encode(), f'"length":{len(EVIL)}'.encode())
    assert changed != payload(room)
    content["payload"] = base64.b64encode(changed).decode()
    thief.put(f"objects/release-{digest(changed)}.json", canonical(content))
    thief.put_file(EVIL, digest(changed))
    room.path("evil.png").write_bytes(EVIL)
    assert "NOT APPROVED: by 0" in room.verify("evil.png", code=1)


@pytest.mark.parametrize("signers, persons", [
    (["server"], 0), (["An"], 1), (["An", "An 2"], 1), (["An", "server"], 1), (HOLDERS, 0),
], ids=["the server's key", "one person", "one person's two keys", "a person and the server", "holders of targets"])
def test_too_few_persons(room, thief, signers, persons):
    people(room, [approver("An"), approver("Bình", person="binh"), approver("An 2", person="an")])
    plant(room, thief, evil_release(), *signers)
    assert f"NOT APPROVED: by {persons} different persons" in room.verify("evil.png", code=1)


@pytest.mark.parametrize("words, reason", [
    (["--place", "14", "--channel", "board", "--at", "2026-12-01T03:00:00Z"], "not for 14"),
    (["--place", "vn", "--channel", "board", "--at", "2026-12-01T03:00:00Z"], "not for vn"),
    (["--place", "15", "--channel", "loudspeaker", "--at", "2026-12-01T03:00:00Z"], "not for the channel"),
    (["--place", "15", "--channel", "board", "--at", "2026-10-31T03:00:00Z"], "before"),
    (["--place", "15", "--channel", "board", "--at", "2027-11-01T03:00:00Z"], "after"),
    (["--place", "15", "--channel", "board", "--at", "2026-12-01T15:30:00Z"], "quiet hours"),
], ids=["another area", "a larger area", "another channel", "before its window", "after its window", "quiet hours"])
def test_an_approved_release_outside_of_what_was_approved(room, thief, words, reason):
    thief.put_file(PICTURE, digest(payload(room)))
    assert reason in room.verify("picture.png", *words, code=1)


def people(room, approvers):
    room.policy(approvers)
    room.run("policy", "policy.json", "--out", "2.targets.json", "--root", "1.root.json", "--before", "1.targets.json")
    room.sign("2.targets.json", *HOLDERS[1:], root="1.root.json", before="1.targets.json")
    room.publish("--targets", "2.targets.json")


@pytest.mark.parametrize("change, reason", [
    (None, "NOT APPROVED: by 1"),
    ({"valid": {"from": "2026-01-01T00:00:00Z", "until": "2026-11-20T00:00:00Z"}}, "the key ended at 2026-11-20"),
    ({"valid": {"from": "2098-01-01T00:00:00Z", "until": "2099-01-01T00:00:00Z"}}, "the key is valid from 2098"),
    ({"scopes": [{**EVERYTHING, "areas": ["14"]}]}, "may not approve all of it"),
    ({"scopes": [{**EVERYTHING, "channels": ["loudspeaker"]}]}, "may not approve all of it"),
    ({"scopes": [{**EVERYTHING, "classes": ["emergency"]}]}, "may not approve all of it"),
], ids=["revoked", "expired", "not yet valid", "another area", "another channel", "another class"])
def test_a_key_that_no_longer_counts(room, thief, change, reason):
    """The release was approved once; the thief publishes it again."""
    people(room, [approver("An")] + ([approver("Bình", person="binh", **change)] if change else []))
    thief.put_file(PICTURE, digest(payload(room)))
    assert reason in room.verify("picture.png", code=1)


def test_the_policy_before_a_key_was_revoked(room, thief):
    """Old targets under a new snapshot: those who have seen the new ones aren't taken back; nobody else is told."""
    old = room.path("1.targets.json").read_bytes()
    people(room, [approver("An")])
    targets = Metadata.from_bytes(old)
    targets.signed.version = 3
    targets.signatures.clear()
    targets.sign(thief.server)
    (thief.metadata / "3.targets.json").write_bytes(targets.to_bytes())
    thief.name("targets", MetaFile.from_data(3, targets.to_bytes(), ["sha256"]))
    assert "targets is signed by 0 of its keys" in room.verify("release.json", code=1)


def test_a_revoked_approver_in_genuine_older_targets(room, thief):
    """Nobody but those who know of newer ones can see it; everybody is told which they were judged by."""
    keep = ["--metadata-dir", "kept"]
    assert "Judged by targets of version 1, good until" in room.verify("release.json", *keep)
    people(room, [approver("An")])
    assert "NOT APPROVED: by 1" in room.verify("release.json", *keep, code=1)
    old = room.path("1.targets.json").read_bytes()
    thief.name("targets", MetaFile.from_data(1, old, ["sha256"]))
    assert "targets.json was rolled back" in room.verify("release.json", *keep, code=1)
    told = room.verify("release.json")
    assert "APPROVED by 2" in told and "Judged by targets of version 1, good until" in told


def test_a_store_that_was_put_back_shows_to_whoever_remembers(room):
    keep = ["--metadata-dir", "kept"]
    old = {path: path.read_bytes() for path in (room.store / "metadata").iterdir()}
    people(room, [approver("An")])
    room.verify("release.json", *keep, code=1)
    for path, data in old.items():
        path.write_bytes(data)
    assert "timestamp was rolled back" in room.verify("release.json", *keep, code=1)
    assert "APPROVED by 2" in room.verify("release.json")


def test_another_root_than_the_one_that_is_remembered(room):
    room.verify("release.json", "--metadata-dir", "kept")
    root = json.loads(room.path("1.root.json").read_bytes())
    root["signatures"] = root["signatures"][::-1]
    room.path("1.root.json").write_text(json.dumps(root))
    assert "trusts another root of version 1" in room.verify("release.json", "--metadata-dir", "kept", code=1)


def test_a_policy_of_the_thief_s_own(room, thief):
    targets = thief.newest("targets")
    targets.signatures.clear()
    targets.signed.unrecognized_fields["x-loa"]["thresholds"] = [
        {"classes": ["routine"], "areas": ["vn"], "persons": 1}]
    thief.name("targets", thief.write("targets", targets, thief.server))
    assert "targets is signed by 0 of its keys" in room.verify("release.json", code=1)


def test_a_root_of_the_thief_s_own(room, thief):
    root = Metadata.from_file(str(thief.metadata / "1.root.json"))
    root.signatures.clear()
    thief.write("root", root, thief.server)
    assert "root is signed by 0 of its keys" in room.verify("release.json", code=1)


def test_a_withdrawal_that_is_taken_out_again_stays_in_the_hand_and_in_the_policy(room, thief):
    statement = {
        "loa-withdrawal": 1, "release": digest(payload(room)), "reason": "Sai ngày", "drawn_up": "2026-11-20T00:00:00Z"}
    room.publish("--withdrawal", room.envelope(statement, "stop.json", "Bình"))
    thief.put(f"objects/withdrawal-{digest(payload(room))}.json", b"{}")
    assert "APPROVED" in room.verify("release.json"), "kept back: docs/trust/threats.md says how long it can last"
    assert "WITHDRAWN" in room.verify("release.json", "--withdrawal", "stop.json", code=1)
    room.policy([approver("An"), approver("Bình", person="binh")], withdrawn=[digest(payload(room))])
    room.run("policy", "policy.json", "--out", "2.targets.json", "--root", "1.root.json", "--before", "1.targets.json")
    room.sign("2.targets.json", *HOLDERS[1:], root="1.root.json", before="1.targets.json")
    thief.name("targets", publish_by_hand(room, "2.targets.json"))
    assert "WITHDRAWN for good by the policy" in room.verify("release.json", code=1)


def publish_by_hand(room, name):
    data = room.path(name).read_bytes()
    (room.store / "metadata" / name).write_bytes(data)
    return MetaFile.from_data(int(name.split(".")[0]), data, ["sha256"])


@pytest.mark.parametrize("name, change", [
    ("another spelling", lambda text: text.replace(b":", b": ", 1)),
    ("a name twice", lambda text: text.replace(b'"areas":["15"]', b'"areas":["15"],"areas":["vn"]')),
    ("a fraction", lambda text: text.replace(b'"plays_per_day":8', b'"plays_per_day":8.5')),
    ("a huge number", lambda text: text.replace(b'"plays_per_day":8', b'"plays_per_day":99999999999999999999')),
    ("a wrong type", lambda text: text.replace(b'"areas":["15"]', b'"areas":"15"')),
    ("an unknown field", lambda text: text.replace(b'"areas"', b'"Areas":["vn"],"areas"')),
    ("a look-alike name", lambda text: text.replace(b'"item":"tin-42"', '"item":"tіn-42"'.encode())),
    ("letters turned around", lambda text: text.replace("Lịch".encode(), "Lịch\u202e".encode())),
    ("deep nesting", lambda text: text.replace(b'"areas":["15"]', b'"areas":' + b"[" * 2000 + b"]" * 2000)),
    ("endless words", lambda text: text.replace("Lịch".encode(), b"L" * 200_000)),
], ids=lambda value: value if isinstance(value, str) else "")
def test_what_two_readers_could_read_differently_is_refused_though_both_persons_signed_it(room, name, change):
    """The thief has the approvers sign bytes that some program shows as something else."""
    content = json.loads(room.path("release.json").read_bytes())
    changed = change(payload(room))
    assert changed != payload(room)
    content["payload"] = base64.b64encode(changed).decode()
    message = b"DSSEv1 %d %s %d %s" % (
        len(content["payloadType"]), content["payloadType"].encode(), len(changed), changed)
    content["signatures"] = [
        {"keyid": signer.public_key.keyid, "sig": base64.b64encode(bytes.fromhex(signer.sign(message).signature)).decode()}
        for signer in (secret(room.path("An.key")), secret(room.path("Bình.key")))]
    room.write("evil.json", content)
    assert "malformed" in room.verify("evil.json", code=1) or "too long" in room.verify("evil.json", code=1)


def test_a_signature_over_other_bytes_than_those_shown(room):
    """A second payload beside the signed one, as a reader that takes the last of two names would show it."""
    text = room.path("release.json").read_text()
    shown = base64.b64encode(payload(room).replace(b'"areas":["15"]', b'"areas":["vn"]')).decode()
    room.path("evil.json").write_text(text.replace('"payload":', f'"payload":"{shown}","payload":', 1))
    room.verify("evil.json", code=1)
    assert "can't be signed" in room.run(
        "sign", "evil.json", "--key", "An.key", "--root", "1.root.json", "--targets", "1.targets.json", code=1)


@pytest.mark.parametrize("name", ["objects/../metadata/timestamp.json", "objects/%2e%2e/x", "objects/a\\b", "objects/."])
def test_path_tricks_in_names_of_targets_touch_nothing(room, thief, name):
    bin_name = thief.newest("objects").signed.delegations.succinct_roles.get_role_for_target(name)
    targets = thief.newest(bin_name)
    targets.signed.targets[name] = TargetFile.from_data(name, b"x", ["sha256"])
    thief.name(bin_name, thief.write(bin_name, targets, thief.server))
    before = sorted(room.folder.rglob("*"))
    room.verify("release.json")
    assert sorted(room.folder.rglob("*")) == before
