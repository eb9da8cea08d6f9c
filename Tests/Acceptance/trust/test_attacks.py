"""What a thief of the server or the wire may try; every time the store stays as it was."""

import json

import pytest
from harness.repository import days, make_signer
from securesystemslib.signer import SSlibKey


@pytest.fixture
def refused(client):
    """Refreshes, expects a refusal, and compares the store but for the roles that may move on before it."""

    def check(*moved, reason=""):
        before = client.stored()
        assert client.refresh() == 1
        assert reason in client.reason
        after = client.stored()
        changed = {name.removesuffix(".json") for name in before | after if before.get(name) != after.get(name)}
        assert changed == set(moved)

    return check


def test_an_older_timestamp_is_refused(client, repository, refused):
    repository.publish_timestamp()
    client.refresh()
    repository.timestamp.version -= 1
    repository.publish_timestamp(bump=False)
    refused(reason="rolled back")


def test_a_timestamp_of_the_same_version_changes_nothing(client, repository):
    client.refresh()
    before = client.stored()
    repository.timestamp.snapshot_meta.version = 100
    repository.publish_timestamp(bump=False)
    assert client.refresh() == 0
    assert client.stored() == before


def test_a_fresh_timestamp_over_an_old_snapshot_is_refused(client, repository, refused):
    repository.publish("targets")
    client.refresh()
    repository.snapshot.version = 1
    data = repository.write("snapshot")
    repository.timestamp.snapshot_meta = repository.meta_file("snapshot", data)
    repository.publish_timestamp()
    refused(reason="snapshot was rolled back")


def test_a_new_snapshot_over_old_targets_is_refused(client, repository, refused):
    repository.publish("targets")
    client.refresh()
    repository.targets.version = 0
    repository.publish("targets")
    refused("timestamp", reason="targets.json was rolled back")


def test_a_snapshot_that_drops_a_role_is_refused(client, repository, refused):
    repository.delegate("targets", "A")
    repository.publish("A", "targets")
    client.refresh()
    del repository.snapshot.meta["A.json"]
    repository.publish_snapshot()
    refused("timestamp", reason="doesn't name")


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_expired_metadata_is_refused(client, repository, refused, role):
    client.refresh()
    repository.metadata[role].signed.expires = days(-1)
    repository.publish("targets")
    moved = {"timestamp": (), "snapshot": ("timestamp",), "targets": ("timestamp", "snapshot")}[role]
    refused(*moved, reason=f"{role} has expired")


def test_a_repository_that_stands_still_until_its_metadata_expire_is_refused(client, repository, refused):
    repository.timestamp.expires = days(-1)
    repository.publish_timestamp()
    refused(reason="timestamp has expired")


def test_an_expired_root_is_stored_and_then_refused(client, repository, refused):
    repository.root.expires = days(-1)
    repository.publish_root()
    refused("root", reason="root has expired")


def test_an_expired_root_on_the_way_is_passed(client, repository):
    repository.root.expires = days(-1)
    repository.publish_root()
    repository.root.expires = days(9)
    repository.publish_root()
    assert client.refresh() == 0


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_metadata_signed_by_a_stranger_are_refused(client, repository, refused, role):
    client.refresh()
    repository.signers[role] = [make_signer()]
    repository.publish("targets")
    moved = {"timestamp": (), "snapshot": ("timestamp",), "targets": ("timestamp", "snapshot")}[role]
    refused(*moved, reason=f"{role} is signed by 0 of its keys")


@pytest.mark.parametrize("signed_by", ["old", "new"])
def test_a_root_must_be_signed_by_the_old_and_by_the_new_keys(client, repository, refused, signed_by):
    old = repository.signers["root"]
    repository.set_keys("root", [make_signer()])
    if signed_by == "old":
        repository.signers["root"] = old
    repository.publish_root()
    refused(reason="root is signed by 0")


@pytest.mark.parametrize("version", [1, 3])
def test_a_root_of_another_version_than_its_name_is_refused(client, repository, refused, version):
    repository.root.version = version
    repository.files["metadata/2.root.json"] = repository.signed_bytes("root")
    refused(reason="root has version")


def test_one_key_under_many_identifiers_counts_once(client, repository, refused):
    client.refresh()
    signer = make_signer()
    doubles = []
    for number in range(3):
        key = SSlibKey(f"{number:064x}", "ed25519", "ed25519", dict(signer.public_key.keyval))
        if number == 2:
            key.keyval["public"] = key.keyval["public"].upper()
        doubles.append(key)
    for key in doubles:
        repository.root.add_key(key, "snapshot")
    repository.root.roles["snapshot"].threshold = 2
    repository.publish_root()
    repository.publish_snapshot()
    metadata = repository.metadata["snapshot"]
    signature = metadata.sign(signer, append=False)
    metadata.signatures.clear()
    data = json.loads(metadata.to_bytes())
    data["signatures"] = [{"keyid": key.keyid, "sig": signature.signature} for key in doubles]
    repository.hashes = False
    repository.files[repository.path("snapshot", repository.snapshot.version)] = json.dumps(data).encode()
    repository.timestamp.snapshot_meta = repository.meta_file("snapshot", b"")
    repository.publish_timestamp()
    refused("root", "timestamp", reason="snapshot is signed by 1 of its keys")


def test_two_signatures_of_one_identifier_are_refused(client, repository, refused):
    client.refresh()
    repository.publish_timestamp()
    data = json.loads(repository.files["metadata/timestamp.json"])
    data["signatures"] *= 2
    repository.files["metadata/timestamp.json"] = json.dumps(data).encode()
    refused(reason="two signatures")


def test_recovery_from_version_numbers_that_a_thief_drove_up(client, repository):
    repository.timestamp.version = repository.snapshot.version = 99_999
    repository.publish("targets")
    assert client.refresh() == 0
    repository.set_keys("timestamp", [make_signer()])
    repository.set_keys("snapshot", [make_signer()])
    repository.publish_root()
    repository.timestamp.version = repository.snapshot.version = 0
    repository.publish("targets")
    assert client.refresh() == 0
    assert client.versions() == {"root": 2, "timestamp": 1, "snapshot": 1, "targets": 3}


def test_recovery_when_only_one_of_several_keys_was_revoked(client, repository):
    """The stored timestamp still has a good signature; only the revocation tells that its number is worth nothing."""
    good, stolen = make_signer(), make_signer()
    repository.set_keys("timestamp", [good, stolen])
    repository.publish_root()
    repository.timestamp.version = 99_999
    repository.publish_timestamp()
    assert client.refresh() == 0
    repository.set_keys("timestamp", [good])
    repository.publish_root()
    repository.timestamp.version = 3
    repository.publish_timestamp()
    assert client.refresh() == 0
    assert client.versions()["timestamp"] == 4


def test_other_targets_metadata_of_the_same_version_are_refused(client, repository, refused):
    client.refresh()
    repository.publish("targets")
    repository.targets.expires = days(29)
    repository.write("targets")
    refused("timestamp", "snapshot", reason="targets.json has another digest")


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 65536)
    except OSError:
        pass


def boastful(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", str(1 << 40))
    handler.end_headers()


def cut(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"{")


def broken(handler):
    handler.send_response(500)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


@pytest.mark.parametrize("answer", [endless, boastful, cut, broken])
@pytest.mark.parametrize("path", ["2.root.json", "timestamp.json", "2.snapshot.json", "2.targets.json"])
def test_a_server_that_sends_too_much_or_too_little_is_refused(client, server, repository, refused, path, answer):
    client.refresh()
    repository.publish("targets")
    server.answers[f"metadata/{path}"] = answer
    moved = {"2.snapshot.json": ("timestamp",), "2.targets.json": ("timestamp", "snapshot")}.get(path, ())
    refused(*moved)


@pytest.mark.parametrize("answer", [endless, boastful, cut, broken])
def test_a_target_that_never_ends_leaves_no_trace(client, server, repository, answer):
    repository.add_target("t", b"old")
    repository.publish("targets")
    assert client.download("t") == 0
    repository.add_target("t", b"new content")
    repository.publish("targets")
    path = next(each for each in repository.files if each.endswith(".t") and repository.files[each] == b"new content")
    server.answers[path] = answer
    assert client.download("t") == 1
    assert client.files() == {"t": b"old"}


@pytest.mark.parametrize("content", [b"evil", b"evil content, longer", b"", b"good-content?"])
def test_a_target_with_other_bytes_is_refused(client, repository, content):
    repository.add_target("t", b"good content!")
    repository.publish("targets")
    for path in repository.files:
        if path.endswith(".t"):
            repository.files[path] = content
    assert client.download("t") == 1
    assert client.files() == {}


def test_a_signed_target_of_the_same_length_and_another_digest_is_refused(client, repository):
    repository.add_target("t", b"one")
    repository.add_target("u", b"two")
    repository.targets.targets["t"].hashes["sha512"] = "00" * 64
    repository.publish("targets")
    assert client.download("u") == 0
    assert client.download("t") == 1


MALFORMED = {
    "a name twice": lambda text: text.replace('"version":', '"version":1,"version":', 1),
    "a fraction": lambda text: text.replace('"version":2', '"version":2.0', 1),
    "an exponent": lambda text: text.replace('"version":2', '"version":2e0', 1),
    "a huge number": lambda text: text.replace('"version":2', '"version":99999999999999999999', 1),
    "a leading zero": lambda text: text.replace('"version":2', '"version":02', 1),
    "a text for a number": lambda text: text.replace('"version":2', '"version":"2"', 1),
    "true for a number": lambda text: text.replace('"version":2', '"version":true', 1),
    "bytes behind": lambda text: text + "{}",
    "a byte order mark": lambda text: "\ufeff" + text,
    "deep nesting": lambda text: text[:-1] + ',"x":' + "[" * 5000 + "]" * 5000 + "}",
    "nothing": lambda text: "",
    "a list": lambda text: "[]",
    "NaN": lambda text: text[:-1] + ',"x":NaN}',
    "half a surrogate": lambda text: text[:-1] + ',"x":"\\ud800"}',
    "a comma too many": lambda text: text[:-1] + ",}",
    "another time's form": lambda text: text.replace('Z"', '+00:00"', 1),
    "another specification": lambda text: text.replace('"spec_version":"1.', '"spec_version":"2.', 1),
    "another type": lambda text: text.replace('"_type":"timestamp"', '"_type":"snapshot"', 1),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_metadata_are_refused_even_where_unsigned(client, repository, refused, name):
    client.refresh()
    repository.publish_timestamp()
    text = repository.files["metadata/timestamp.json"].decode()
    changed = MALFORMED[name](text)
    assert changed != text
    repository.files["metadata/timestamp.json"] = changed.encode()
    refused()


def test_text_that_is_not_utf_8_is_refused(client, repository, refused):
    client.refresh()
    repository.publish_timestamp()
    data = repository.files["metadata/timestamp.json"]
    repository.files["metadata/timestamp.json"] = data[:-1] + b',"x":"\xc0\xaf"}'
    refused(reason="UTF-8")


@pytest.mark.parametrize("name", ["root", "snapshot", "timestamp", "targets", ""])
def test_a_delegated_role_can_not_take_a_top_level_roles_place(client, repository, name):
    client.refresh()
    repository.delegate("targets", "x")
    repository.publish("x", "targets")
    data = json.loads(repository.signed_bytes("targets"))
    data["signed"]["delegations"]["roles"][0]["name"] = name
    from securesystemslib.formats import encode_canonical
    signature = repository.signers["targets"][0].sign(encode_canonical(data["signed"]).encode())
    data["signatures"][0]["sig"] = signature.signature
    content = json.dumps(data).encode()
    repository.files[repository.path("targets", repository.targets.version)] = content
    repository.snapshot.meta["targets.json"] = repository.meta_file("targets", content)
    repository.publish_snapshot()
    assert client.download("x") == 1
    assert client.versions()["targets"] == 1


def test_look_alike_names_are_different_targets(client, repository):
    repository.add_target("quy\u1ebft", b"composed")
    repository.add_target("quye\u0302\u0301t", b"combining")
    repository.publish("targets")
    assert client.download("quy\u1ebft", "quye\u0302\u0301t") == 0
    assert sorted(client.files().values()) == [b"combining", b"composed"]


def test_a_root_that_signs_for_itself_only_is_no_beginning_without_init(client, repository, tmp_path):
    (client.metadata / "root.json").unlink()
    assert client.refresh() == 1
    assert "init" in client.reason


@pytest.mark.parametrize("change", ["unsigned", "no version", "garbage"])
def test_only_a_whole_root_signed_by_itself_is_a_beginning(client, server, repository, change):
    data = json.loads(repository.files["metadata/1.root.json"])
    if change == "unsigned":
        data["signatures"][0]["sig"] = "00" * 64
    elif change == "no version":
        del data["signed"]["version"]
    content = b"\x00" if change == "garbage" else json.dumps(data).encode()
    before = client.stored()
    assert client.init(content) == 1
    assert client.stored() == before
    (client.metadata / "root.json").write_bytes(content)
    assert client.refresh() == 1
    assert server.requests == []


def test_init_is_the_operators_word_and_may_be_given_again(client, repository):
    client.refresh()
    before = client.stored()
    assert client.init(repository.files["metadata/1.root.json"]) == 0
    assert client.stored() == before


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_a_damaged_store_is_mended_from_the_repository(client, repository, role):
    client.refresh()
    before = client.stored()
    (client.metadata / f"{role}.json").write_bytes(b"\xff damaged")
    assert client.refresh() == 0
    assert client.stored() == before


def test_only_http_is_spoken(client, tmp_path):
    assert client.run("--metadata-dir", client.metadata, "--metadata-url", tmp_path.as_uri(), "refresh") == 1
    assert "no usable address" in client.reason
