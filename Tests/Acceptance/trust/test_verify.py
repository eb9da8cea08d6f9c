"""From the policy to the verdict: approvers sign, `loa verify` explains, and whoever holds no key changes nothing."""

import base64
import hashlib
import json
import re
import shutil

import pytest
from harness.ceremony import secret
from harness.newsroom import EVERYTHING, HOLDERS, PICTURE, Newsroom, approver, release
from harness.program import run
from securesystemslib.dsse import Envelope
from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, Targets

@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Made once, for keys cost seconds: three holders, two approvers and their stores."""
    room = Newsroom(tmp_path_factory.mktemp("newsroom"))
    room.make(*HOLDERS, "server", "An", "Bình", "An 2", "Em")
    places = [f"{role}={room.public(holder)}" for role in ("root", "targets") for holder in HOLDERS]
    places += [f"{role}={room.public('server')}" for role in ("snapshot", "timestamp")]
    room.run("root", "--out", "1.root.json", *[word for place in places for word in ("--add", place)])
    room.sign("1.root.json", *HOLDERS[:2])
    room.policy([
        approver("An"), approver("Bình", person="binh"), approver("An 2", person="an"),
        approver("Em", scopes=[{**EVERYTHING, "areas": ["15/02701"]}])])
    room.run(
        "policy", "policy.json", "--out", "1.targets.json", "--root", "1.root.json", "--delegate",
        f"programmes={room.public('server')}", "--delegate", f"objects={room.public('server')}")
    room.sign("1.targets.json", *HOLDERS[1:], root="1.root.json")
    room.publish("--root", "1.root.json", "--targets", "1.targets.json")
    room.envelope(release(), "release.json", "An", "Bình")
    (room.folder / "picture.png").write_bytes(PICTURE)
    return room


@pytest.fixture
def room(made, tmp_path):
    folder = tmp_path / "room"
    shutil.copytree(made.folder, folder)
    return Newsroom(folder)


def test_the_policy_stands_in_targets_that_python_tuf_reads(room):
    root = Metadata[Root].from_bytes(room.path("1.root.json").read_bytes())
    targets = Metadata[Targets].from_bytes(room.path("1.targets.json").read_bytes())
    root.verify_delegate("targets", targets)
    people = [entry["person"] for entry in targets.signed.unrecognized_fields["x-loa"]["approvers"]]
    assert people == ["an", "binh", "an", "em"]
    assert {name: role.paths for name, role in targets.signed.delegations.roles.items()} == {
        "programmes": ["programmes/*"], "objects": ["objects/*"]}


def test_an_envelope_is_explained_to_anyone_with_the_root(room):
    told = room.verify("release.json")
    for word in ("Lịch tiêm chủng", "Sở Y tế", "routine (thông thường)", "211/KH-UBND", "Thông báo lịch", "on board, in 15",
                 "2027-11-01", "Ông An (an, Sở Văn hóa", "Ông Bình", "APPROVED by 2 different persons"):
        assert word in told, told
    keys = {name: json.loads(room.path(room.public(name)).read_bytes()) for name in ("An", "Bình")}
    envelope = Envelope.from_dict(json.loads(room.path("release.json").read_bytes()))
    found = [Key.from_dict(keyid, key) for keyid, key in zip(envelope.signatures, keys.values())]
    assert envelope.verify(found, 2), "securesystemslib believes both"


def test_the_bytes_at_hand_are_the_approved_ones_or_not(room):
    assert "No release is known" in room.verify("picture.png", code=1)
    room.publish("--release", "release.json", "--file", "picture.png")
    assert "byte for byte" in room.verify("picture.png")
    assert "byte for byte" in room.verify("picture.png", "--release", "release.json")
    room.path("other.png").write_bytes(PICTURE + b".")
    assert "NOT what was approved" in room.verify("other.png", "--release", "release.json", code=1)
    assert "No release is known" in room.verify("other.png", code=1)


def test_targets_in_the_hand_do_without_a_store(room):
    assert "APPROVED by 2" in room.verify("release.json", "--targets", "1.targets.json", objects=False)


@pytest.mark.parametrize("signers, reason", [
    (["An"], "by 1 different persons"), (["An", "An 2"], "by 1 different persons"), ([], "by 0 different persons"),
    (["An", "Em"], "may not approve all of it"), (["An", "server"], "1 signatures are nobody's"),
])
def test_who_may_not_approve_does_not_count(room, signers, reason):
    room.envelope(release(version=4), "other.json", *signers)
    told = room.verify("other.json", code=1)
    assert "NOT APPROVED" in told and reason in told


def test_a_statement_that_was_changed_after_signing_is_not_approved(room):
    content = json.loads(room.path("release.json").read_bytes())
    payload = base64.b64decode(content["payload"]).replace(b'"areas":["15"]', b'"areas":["vn"]')
    content["payload"] = base64.b64encode(payload).decode()
    room.write("forged.json", content)
    assert "NOT APPROVED" in room.verify("forged.json", code=1)


@pytest.mark.parametrize("words, code, reason", [
    (["--place", "15/02701", "--channel", "board", "--at", "2026-12-01T03:00:00Z"], 0, "may play"),
    (["--place", "14", "--channel", "board", "--at", "2026-12-01T03:00:00Z"], 1, "not for 14"),
    (["--place", "15", "--channel", "social", "--at", "2026-12-01T03:00:00Z"], 1, "not for the channel social"),
    (["--place", "15", "--channel", "board", "--at", "2026-12-01T16:00:00Z"], 1, "quiet hours"),
])
def test_the_place_and_the_hour_are_judged_as_a_player_would(room, words, code, reason):
    assert reason in room.verify("release.json", *words, code=code)


def test_one_approver_withdraws(room):
    digest = hashlib.sha256(base64.b64decode(json.loads(room.path("release.json").read_bytes())["payload"])).hexdigest()
    statement = {"loa-withdrawal": 1, "release": digest, "reason": "Sai ngày", "drawn_up": "2026-11-20T00:00:00Z"}
    room.envelope(statement, "stop.json", "Bình")
    assert "WITHDRAWN by Ông Bình" in room.verify("release.json", "--withdrawal", "stop.json", code=1)
    room.publish("--withdrawal", "stop.json")
    assert "Sai ngày" in room.verify("release.json", code=1)
    assert "withdrawn" in room.verify("release.json", "--place", "15", "--channel", "board", code=1)
    room.envelope({**statement, "reason": "Kẻ gian"}, "stranger.json", "server")
    assert "no approver of the policy has signed it" in room.publish("--withdrawal", "stranger.json", code=1)
    room.verify("release.json", "--targets", "1.targets.json", "--withdrawal", "stranger.json", objects=False)


def test_what_is_given_by_hand_and_says_nothing_is_refused(room):
    room.path("junk.json").write_text("{}")
    assert "is no signed withdrawal" in room.verify("release.json", "--withdrawal", "junk.json", code=1)
    assert "is a release itself" in room.verify("release.json", "--release", "release.json", code=1)


def test_a_narrower_withdrawal_brings_no_release_back(room):
    """Em may speak in one commune, Bình in the whole country."""
    digest = hashlib.sha256(base64.b64decode(json.loads(room.path("release.json").read_bytes())["payload"])).hexdigest()
    statement = {"loa-withdrawal": 1, "release": digest, "reason": "Sai ngày", "drawn_up": "2026-11-20T00:00:00Z"}
    place = ["--place", "15/00001", "--channel", "board", "--at", "2026-12-01T03:00:00Z"]
    room.publish("--release", "release.json", "--file", "picture.png")
    assert "It may play" in room.verify("release.json", *place)
    room.publish("--withdrawal", room.envelope(statement, "wide.json", "Bình"))
    assert "Ông Bình has withdrawn it" in room.verify("release.json", *place, code=1)
    narrow = room.envelope({**statement, "drawn_up": "2026-11-20T01:00:00Z"}, "narrow.json", "Em")
    room.publish("--withdrawal", narrow)
    told = room.verify("release.json", *place, code=1)
    assert "Ông Bình has withdrawn it" in told and "WITHDRAWN by Ông Em" in told
    late = room.envelope({**statement, "drawn_up": "2130-01-01T00:00:00Z"}, "late.json", "Bình")
    told = room.publish("--withdrawal", late, code=1)
    assert "would stop nothing: it was drawn up at 2130" in told
    assert "Ông Bình has withdrawn it" in room.verify("release.json", *place, code=1)


def test_a_picture_in_two_releases_is_judged_by_each(room):
    room.publish("--release", "release.json", "--file", "picture.png")
    room.envelope(release(item="tin-z"), "z.json", "An", "Bình")
    room.publish("--release", "z.json", "--file", "picture.png")
    told = room.verify("picture.png")
    assert "2 releases have it" in told and told.count("byte for byte") == 2 and "tin-z" in told and "tin-42" in told

    def stop(name):
        digest = hashlib.sha256(base64.b64decode(json.loads(room.path(name).read_bytes())["payload"])).hexdigest()
        statement = {"loa-withdrawal": 1, "release": digest, "reason": "Sai ngày", "drawn_up": "2026-11-20T00:00:00Z"}
        room.publish("--withdrawal", room.envelope(statement, f"stop-{name}", "Bình"))

    stop("z.json")
    assert "WITHDRAWN" in room.verify("picture.png"), "the other one still approves it"
    stop("release.json")
    assert room.verify("picture.png", code=1).count("WITHDRAWN") == 2


def test_a_policy_changes_only_before_the_eyes_of_its_signers(room):
    room.policy([approver("An"), approver("Em", scopes=[EVERYTHING])])
    words = ["policy", "policy.json", "--out", "2.targets.json", "--root", "1.root.json", "--before", "1.targets.json"]
    said = room.run(*words)
    for line in ("version 1 becomes 2", "no approver any more: Ông Bình", "another person, scope or end: Ông Em",
                 "one key less of Ông An 2", "compared with version 1, digest "):
        assert line in said
    assert "--before" in room.run("sign", "2.targets.json", "--key", "Châu.key", "--root", "1.root.json", code=1)
    room.sign("2.targets.json", "Châu", root="1.root.json", before="1.targets.json")
    assert "signed by 1 of its keys" in room.publish("--targets", "2.targets.json", code=1)
    room.verify("release.json")
    room.sign("2.targets.json", "Giang", root="1.root.json", before="1.targets.json")
    room.publish("--targets", "2.targets.json")
    assert "NOT APPROVED: by 1 different persons" in room.verify("release.json", code=1)


def test_a_policy_outlives_the_keys_that_signed_it(room):
    """A holder of targets leaves: the next targets are shown beside those that the old keys signed."""
    room.make("Hà")
    room.run("rotate", "1.root.json", "--out", "2.root.json", "--drop", "targets=Dung", "--drop", "targets=Giang",
             "--add", f"targets={room.public('Hà')}")
    room.sign("2.root.json", *HOLDERS[:2], before="1.root.json")
    words = ["policy", "policy.json", "--out", "2.targets.json", "--root", "2.root.json", "--before", "1.targets.json"]
    assert "can't be built upon" in room.run(*words, code=1)
    assert "version 1 becomes 2" in room.run(*words, "--before-root", "1.root.json")
    for holder in ("Châu", "Hà"):
        room.run("sign", "2.targets.json", "--key", f"{holder}.key", "--root", "2.root.json", "--before", "1.targets.json",
                 "--before-root", "1.root.json")
    room.publish("--root", "2.root.json", "--targets", "2.targets.json")
    assert "APPROVED by 2" in room.verify("release.json")


def test_the_server_s_keys_make_no_policy(room):
    room.policy([approver("An"), approver("Bình", person="binh")])
    room.run("policy", "policy.json", "--out", "2.targets.json", "--root", "1.root.json", "--before", "1.targets.json")
    said = room.run("sign", "2.targets.json", "--key", "server.key", "--root", "1.root.json", "--before",
                    "1.targets.json", code=1)
    assert "worth nothing" in said


@pytest.mark.parametrize("approvers, server, reason", [
    ([approver("server", person="thief"), approver("An")], "Em", "lies on the server for snapshot"),
    ([approver("Em"), approver("An")], "Em", "which the targets give to the server"),
    ([approver("Bình", person="binh"), approver("An")], HOLDERS[0], "signs root: it can't lie on the server"),
    ([approver("An", person="An"), approver("Bình", person="an")], "server", "likely one person"),
    ([approver("An"), {**approver("Bình", person="binh"), "name": "ÔNG AN"}], "server", "likely one person"),
], ids=["the server approves", "a delegate approves", "a holder is the server", "two spellings of a person", "one name"])
def test_keys_of_persons_and_of_the_server_stay_apart(room, approvers, server, reason):
    room.policy(approvers)
    words = ["--out", "2.targets.json", "--root", "1.root.json", "--before", "1.targets.json", "--delegate",
             f"objects={room.public(server)}"]
    assert reason in room.run("policy", "policy.json", *words, code=1)
    assert not room.path("2.targets.json").exists()


def test_who_publishes_is_told_when_people_signed_the_server_as_an_approver(room):
    """By other people's tools: the two holders sign what loa keys wouldn't have drawn up."""
    targets = Metadata[Targets].from_bytes(room.path("1.targets.json").read_bytes())
    targets.signed.version = 2
    entry = targets.signed.unrecognized_fields["x-loa"]["approvers"][0]
    entry["key"] = json.loads(room.path("server.key.pub").read_bytes())
    targets.signed.delegations = None
    targets.signatures.clear()
    for holder in HOLDERS[:2]:
        targets.sign(secret(room.path(f"{holder}.key")), append=True)
    room.path("2.targets.json").write_bytes(targets.to_bytes())
    said = room.run("sign", "2.targets.json", "--key", f"{HOLDERS[2]}.key", "--root", "1.root.json", "--before",
                    "1.targets.json", code=1)
    assert "lies on the server" in said
    assert "lies on the server" in room.publish("--targets", "2.targets.json", code=1)


def identifier(room, name):
    return secret(room.path(f"{name}.key")).public_key.keyid


def test_whoever_signs_sees_each_key_and_compares_one_digest(room):
    """A policy with another key under an approver's name, and honest roles with another one, read differently."""
    room.make("Thief")
    words = ["--root", "1.root.json", "--delegate", f"objects={room.public('server')}"]
    room.policy([approver("An"), approver("Bình", person="binh")])
    honest = room.run("policy", "policy.json", "--out", "honest.json", *words)
    room.policy([approver("An"), {**approver("Thief", person="binh"), "name": "Ông Bình"}])
    evil = room.run("policy", "policy.json", "--out", "evil.json", *words)
    for name in ("An", "Bình", "server"):
        assert identifier(room, name) in honest
    assert identifier(room, "Thief") in evil and identifier(room, "Bình") not in evil
    assert "objects has objects/*: 1 of 1 must sign; nobody else is asked about these" in honest
    shown = {name: room.run("inspect", name, "--root", "1.root.json") for name in ("honest.json", "evil.json")}
    digests = {name: re.search(r"Digest of what is signed: (\w{64})", text)[1] for name, text in shown.items()}
    assert digests["honest.json"] in honest and digests["evil.json"] in evil and len(set(digests.values())) == 2
    said = room.run("sign", "honest.json", "--key", f"{HOLDERS[0]}.key", "--root", "1.root.json")
    assert digests["honest.json"] in said and f"{HOLDERS[0]} {identifier(room, HOLDERS[0])}" in said


def test_a_swapped_key_a_threshold_and_another_server_read_as_what_they_are(room):
    room.make("Thief", "server 2")
    room.policy([approver("An"), {**approver("Thief", person="binh"), "name": "Ông Bình"}], thresholds=[
        {"classes": ["routine"], "areas": ["15"], "persons": 1}], volumes=[{"scope": EVERYTHING, "percent": 90}])
    said = room.run(
        "policy", "policy.json", "--out", "2.targets.json", "--root", "1.root.json", "--before", "1.targets.json",
        "--delegate", f"objects={room.public('server 2')}")
    assert "ANOTHER KEY for the approver Ông Bình" in said
    for name in ("Bình", "Thief", "server", "server 2"):
        assert identifier(room, name) in said
    assert "new: 1 persons approve: routine (thông thường) in 15" in said
    assert "volume at most 90 of 100 instead of volume at most 70 of 100" in said
    assert "that of objects isn't root's for timestamp" in said


def test_verdicts_and_signers_of_releases_name_the_key(room):
    told = room.verify("release.json", "--targets", "1.targets.json", objects=False)
    shown = room.run("inspect", "release.json", "--root", "1.root.json", "--targets", "1.targets.json")
    for name in ("An", "Bình"):
        assert f"key {identifier(room, name)})" in told and f"key {identifier(room, name)})" in shown


@pytest.mark.parametrize("change", [
    {"loa-release": 2}, {"areas": ["15", "15"]}, {"class": "urgent"}, {"plays_per_day": 0}, {"more": 1}, {"version": 1.5},
    {"valid": {"from": "2026-11-01T00:00:00Z", "until": "2026-11-01T00:00:00Z"}}, {"title": "A\u202eB"},
], ids=str)
def test_a_statement_that_means_nothing_is_not_put_into_an_envelope(room, change):
    room.run("statement", room.write("bad.json", release(**change)), "--out", "bad.envelope", code=1)
    assert not room.path("bad.envelope").exists()


@pytest.mark.parametrize("words", [
    ["a"], ["a", "--root", "b"], ["a", "--root", "b", "--objects", "c", "--targets", "d"],
    ["a", "--root", "b", "--objects", "c", "--at", "now"], ["a", "--root", "b", "--objects", "c", "--place", "15"],
    ["a", "--root", "b", "--objects", "c", "--place", "x", "--channel", "board"],
], ids=" ".join)
def test_a_wrong_command_line_is_told_and_ends_with_64(words):
    done = run("verify", *words)
    assert done.returncode == 64 and b"loa help verify" in done.stderr
