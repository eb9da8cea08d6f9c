"""The client follows the specification's workflow against a repository of python-tuf's making."""

import json
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from harness.repository import Repository, make_signer
from tuf.api.metadata import Delegations, SuccinctRoles


def test_the_first_refresh_asks_in_order_and_stores_unversioned_names(client, server, repository):
    assert client.refresh() == 0
    assert server.metadata_requests() == ["2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"]
    assert client.versions() == {"root": 1, "timestamp": 1, "snapshot": 1, "targets": 1}
    for role, path in (("root", "1.root"), ("timestamp", "timestamp"), ("snapshot", "1.snapshot")):
        assert client.stored()[f"{role}.json"] == repository.files[f"metadata/{path}.json"]


def test_init_makes_no_request(client, server):
    assert server.requests == []
    assert list(client.stored()) == ["root.json"]


def test_a_refresh_without_news_asks_for_root_and_timestamp_only(client, server):
    client.refresh()
    server.requests.clear()
    assert client.refresh() == 0
    assert server.metadata_requests() == ["2.root.json", "timestamp.json"]


@pytest.mark.parametrize("consistent", [True, False])
@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_other_peoples_keys_and_layouts_are_understood(server, make_client, kind, consistent):
    server.repository = repository = Repository(consistent=consistent, kind=kind)
    repository.delegate("targets", "signs")
    repository.add_target("sign.png", b"picture", "signs")
    repository.publish("signs", "targets")
    client = make_client("client", repository.files["metadata/1.root.json"])
    assert client.download("sign.png") == 0
    assert client.files() == {"sign.png": b"picture"}


@pytest.mark.parametrize("hashes", [True, False])
def test_lengths_and_hashes_are_optional(server, make_client, hashes):
    server.repository = repository = Repository(hashes=hashes)
    client = make_client("client", repository.files["metadata/1.root.json"])
    assert client.refresh() == 0


def test_root_is_followed_step_by_step_through_every_rotation(client, server, repository):
    for _ in range(5):
        old = repository.signers["root"]
        repository.set_keys("root", [make_signer(), make_signer(), make_signer()], threshold=2)
        repository.publish_root(extra=old)
    assert client.refresh() == 0
    assert client.versions()["root"] == 6
    assert server.metadata_requests()[:6] == [f"{version}.root.json" for version in range(2, 8)]


def test_unknown_fields_are_part_of_what_is_signed(client, repository):
    for role in ("root", "timestamp", "snapshot", "targets"):
        repository.metadata[role].signed.unrecognized_fields["x-điều"] = {"b": [1, None, True], "a": "\x01\"\\/é"}
    repository.publish_root()
    repository.publish("targets")
    assert client.refresh() == 0
    stored = json.loads(client.stored()["timestamp.json"])
    assert stored["signed"]["x-điều"]["a"] == "\x01\"\\/é"


def test_targets_come_in_order_and_stop_at_the_first_that_fails(client, server, repository):
    for name in ("a", "b", "c"):
        repository.add_target(name, name.encode())
    repository.publish("targets")
    assert client.download("a", "nowhere", "c") == 1
    assert "nowhere" in client.reason
    assert client.files() == {"a": b"a"}
    assert client.download("c", "b", "a") == 0
    assert [path.split(".")[1] for path in server.target_requests()] == ["a", "c", "b"]


def test_a_target_that_is_there_is_not_fetched_again_until_it_changes(client, server, repository):
    repository.add_target("a", b"one")
    repository.publish("targets")
    assert client.download("a") == 0
    server.requests.clear()
    assert client.download("a") == 0
    assert server.target_requests() == []
    repository.add_target("a", b"two")
    repository.publish("targets")
    assert client.download("a") == 0
    assert client.files() == {"a": b"two"}
    (client.targets / "a").write_bytes(b"TWO")
    assert client.download("a") == 0
    assert client.files() == {"a": b"two"}


@pytest.mark.parametrize("role", ["?", "#", "/role", "../role", "a%2Fb", "điện", ".", "root.json", "x" * 240])
def test_odd_names_of_roles_stay_names(client, server, repository, role):
    repository.delegate("targets", role)
    repository.add_target("t", b"1", role)
    repository.publish(role, "targets")
    assert client.download("t") == 0
    assert len(client.stored()) == 5
    assert {path.name for path in client.metadata.parent.iterdir()} == {"metadata", "targets", "initial_root.json"}


@pytest.mark.parametrize("path", ["a/b/c.txt", "/a", "a//b", "bảng tin.png", "a?b", "a#b", "-a", "é", "é", "l" * 230])
def test_odd_names_of_targets_are_kept_in_one_flat_folder(client, repository, path):
    repository.add_target(path, b"content")
    repository.publish("targets")
    assert client.download(path) == 0
    assert list(client.files().values()) == [b"content"]
    assert client.download(path) == 0


@pytest.mark.parametrize("path", ["../a", "a/../b", ".", "a/.", "%2e%2E/a", "a\\b", "a\nb", "a\x00b"])
def test_names_that_lead_elsewhere_are_refused(client, server, repository, path):
    repository.add_target(path, b"content")
    repository.publish("targets")
    before = {each.name for each in client.metadata.parent.iterdir()}
    if "\x00" not in path:
        assert client.download(path) == 1
        assert server.target_requests() == []
    assert {each.name for each in client.metadata.parent.iterdir()} <= before | {"targets"}


GRAPHS = {
    "one": ([("targets", "A")], ["A"]),
    "order": ([("targets", "A"), ("targets", "B")], ["A", "B"]),
    "depth first": ([("targets", "A"), ("targets", "B"), ("A", "C"), ("A", "D")], ["A", "C", "D", "B"]),
    "deep": ([("targets", "A"), ("targets", "B"), ("A", "C"), ("C", "D")], ["A", "C", "D", "B"]),
    "terminating": ([("targets", "A"), ("targets", "B"), ("A", "C", "end"), ("A", "D")], ["A", "C"]),
    "below terminating": ([("targets", "A"), ("targets", "B"), ("A", "C", "end"), ("C", "D")], ["A", "C", "D"]),
    "a circle": ([("targets", "A"), ("A", "B"), ("B", "A")], ["A", "B"]),
    "two ways to one": ([("targets", "A"), ("targets", "B"), ("A", "C"), ("B", "C")], ["A", "C", "B"]),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_delegations_are_searched_in_order_of_trust(client, server, repository, name):
    edges, order = GRAPHS[name]
    for parent, child, *end in edges:
        repository.delegate(parent, child, terminating=bool(end))
    repository.publish(*{parent for parent, *_ in edges} | {edge[1] for edge in edges})
    assert client.download("missing") == 1
    visited = [path.split(".")[1] for path in server.metadata_requests()][4:]
    assert visited == order


def test_each_role_of_a_chain_must_be_trusted_with_the_path(client, server, repository):
    repository.delegate("targets", "A", paths=["releases/*/*"])
    repository.delegate("A", "B", paths=["releases/y/*.zip"])
    for path in ("releases/y/1.zip", "releases/z/1.zip", "other/1.zip"):
        repository.add_target(path, b"1", "B")
    repository.publish("A", "B", "targets")
    assert client.download("releases/y/1.zip") == 0
    assert client.download("releases/z/1.zip") == 1
    assert client.download("other/1.zip") == 1


def test_hash_prefixes_and_succinct_bins_lead_to_their_role(server, make_client):
    server.repository = repository = Repository()
    succinct = SuccinctRoles([], 1, 3, "bin")
    repository.targets.delegations = Delegations({}, None, succinct)
    signer = make_signer()
    repository.targets.add_key(signer.public_key)
    for name in succinct.get_roles():
        repository.add_role(name)
        repository.signers[name] = [signer]
    paths = [f"target-{number}" for number in range(30)]
    for path in paths:
        repository.add_target(path, path.encode(), succinct.get_role_for_target(path))
    repository.publish("targets", *succinct.get_roles())
    client = make_client("client", repository.files["metadata/1.root.json"])
    assert client.download(*paths) == 0
    assert client.files() == {path: path.encode() for path in paths}


def test_one_role_under_two_parents_is_judged_by_each_parents_keys(client, repository):
    """The second target of one run leads to C by B, whose keys for C did not sign it."""
    repository.delegate("targets", "A", paths=["a"])
    repository.delegate("targets", "B", paths=["b"])
    repository.delegate("A", "C")
    repository.delegate("B", "C")
    repository.add_target("a", b"a", "C")
    repository.add_target("b", b"b", "C")
    stranger = make_signer()
    for keyid in list(repository.metadata["B"].signed.delegations.roles["C"].keyids):
        repository.metadata["B"].signed.revoke_key(keyid, "C")
    repository.metadata["B"].signed.add_key(stranger.public_key, "C")
    repository.publish("A", "B", "C", "targets")
    assert client.download("a", "b") == 1
    assert client.files() == {"a": b"a"}


def test_runs_at_the_same_time_wait_for_each_other(client, repository):
    repository.add_target("a", b"a" * 100_000)
    repository.publish("targets")
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: client.download("a"), range(8))) == [0] * 8
    assert set(client.stored()) == {"root.json", "timestamp.json", "snapshot.json", "targets.json"}
    assert client.files() == {"a": b"a" * 100_000}


def test_a_run_that_is_killed_leaves_a_store_that_the_next_one_uses(client, server, repository):
    """Killed in the middle of a target and of metadata: nothing half-done gets a name that counts."""
    repository.add_target("a", b"a" * 100_000)
    repository.publish("targets")
    path = next(each for each in repository.files if each.endswith(".a"))
    reached = threading.Event()

    def half(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(b"a" * 50_000)
        handler.wfile.flush()
        reached.set()
        stop.wait(30)

    stop = threading.Event()
    server.answers[path] = half
    process = client.start_download("a")
    assert reached.wait(30)
    process.kill()
    process.wait()
    stop.set()
    assert "a" not in client.files()
    del server.answers[path]
    assert client.download("a") == 0
    assert client.files() == {"a": b"a" * 100_000}


@pytest.mark.parametrize("words", [
    [], ["refresh"], ["--metadata-dir", "x"], ["--metadata-dir", "x", "fly"], ["--metadata-dir", "x", "init"],
    ["--metadata-dir", "x", "init", "a", "b"], ["--metadata-dir", "x", "refresh"], ["--nothing", "x", "refresh"],
    ["--metadata-dir", "x", "--metadata-dir", "y", "init", "a"], ["--metadata-dir"],
    ["--metadata-dir", "x", "--metadata-url", "http://127.0.0.1:9", "download"],
])
def test_a_command_line_that_can_not_be_followed_is_told_from_a_refusal(client, words, tmp_path):
    done = subprocess.run([client.program, "trust", *words], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 64
    assert "Usage" in done.stderr
    assert not (tmp_path / "x").exists()


def test_help_is_no_failure(client):
    done = subprocess.run([client.program, "--help"], capture_output=True, text=True)
    assert done.returncode == 0
    assert "--target-name PATH" in done.stdout
