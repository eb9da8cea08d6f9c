"""Every way in which keys come, go and sign: roots in a row, and the roles that a root names; and clocks that run on."""

import shutil
import subprocess

import pytest
from harness.repository import days, make_signer

SIGNERS = [make_signer() for _ in range(8)]


def roots(*versions):
    """Each version: its keys, how many must sign, who does; by number."""
    return [(tuple(map(int, keys)), threshold, tuple(map(int, signers))) for keys, threshold, signers in versions]


GOOD = {
    "one key for another, with a step between": roots(("1", 1, "1"), ("2", 1, "12"), ("2", 1, "2")),
    "strangers' signatures beside the right ones": roots(("1", 1, "517"), ("2", 1, "5217"), ("2", 1, "526")),
    "any two of three": roots(("123", 2, "12"), ("123", 2, "23"), ("123", 2, "31")),
    "one of three goes": roots(("123", 2, "12"), ("124", 2, "12"), ("124", 2, "41")),
    "all three go at once": roots(("123", 2, "12"), ("456", 2, "1245"), ("456", 2, "56")),
    "two must sign where one did": roots(("123", 1, "1"), ("123", 2, "12")),
    "one may sign where two did": roots(("123", 2, "12"), ("123", 1, "12"), ("123", 1, "3")),
}
BAD = {
    "without the old key": roots(("1", 1, "1"), ("2", 1, "2")),
    "without the new key": roots(("1", 1, "1"), ("2", 1, "13")),
    "too few of the old": roots(("123", 2, "12"), ("345", 2, "345")),
    "too few of the new": roots(("123", 2, "12"), ("345", 2, "123")),
    "a higher threshold not met": roots(("123", 1, "1"), ("123", 2, "1")),
    "a lower threshold before its time": roots(("123", 2, "12"), ("123", 1, "1")),
}


def publish(repository, versions):
    repository.root.version = 0
    for path in [path for path in repository.files if path.endswith(".root.json")]:
        del repository.files[path]
    for keys, threshold, signers in versions:
        repository.set_keys("root", [SIGNERS[number] for number in keys], threshold)
        repository.signers["root"] = [SIGNERS[number] for number in signers]
        repository.publish_root()
    return [repository.files[f"metadata/{number}.root.json"] for number in range(1, len(versions) + 1)]


@pytest.mark.parametrize("versions", GOOD.values(), ids=GOOD)
def test_a_root_that_both_circles_signed_is_followed(repository, make_client, versions):
    made = publish(repository, versions)
    client = make_client("rotation", made[0])
    assert client.refresh() == 0
    assert client.stored()["root.json"] == made[-1]


@pytest.mark.parametrize("versions", BAD.values(), ids=BAD)
def test_a_root_that_one_circle_did_not_sign_is_not(repository, make_client, versions):
    made = publish(repository, versions)
    client = make_client("rotation", made[0])
    assert client.refresh() == 1
    assert client.stored() == {"root.json": made[-2]}


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
@pytest.mark.parametrize("keys, threshold, signers, isTaken", [
    ("2", 1, "2", True), ("1", 1, "517", True), ("123", 2, "13", True), ("123", 3, "321", True), ("2", 1, "13", False),
    ("123", 2, "14", False), ("123", 3, "12", False), ("12", 3, "12", False),
])
def test_a_role_needs_as_many_of_its_own_keys_as_root_says(repository, client, role, keys, threshold, signers, isTaken):
    repository.set_keys(role, [SIGNERS[int(number)] for number in keys], threshold)
    repository.publish_root()
    repository.signers[role] = [SIGNERS[int(number)] for number in signers]
    repository.publish("targets")
    assert client.refresh() == (0 if isTaken else 1)
    assert (f"{role}.json" in client.stored()) == isTaken
    assert client.versions()["root"] == 2


@pytest.fixture
def on(client):
    """Refreshes as if so many days had gone by."""
    faketime = shutil.which("faketime")
    assert faketime, "scripts/setup installs faketime"

    def refresh(day):
        line = [
            faketime, str(days(day)), str(client.program), "trust", "--metadata-dir", str(client.metadata),
            "--metadata-url", client.server.metadata_url, "refresh"]
        done = subprocess.run(line, capture_output=True, text=True, timeout=240)
        client.reason = done.stderr
        return done.returncode

    return refresh


def test_stored_metadata_that_have_ended_still_lead_to_newer_ones(repository, client, on):
    repository.timestamp.expires = days(7)
    repository.publish_timestamp()
    assert client.refresh() == 0
    assert on(8) == 1
    repository.timestamp.expires = days(21)
    repository.publish("targets")
    assert on(18) == 0
    assert client.versions() == {"root": 1, "timestamp": 3, "snapshot": 2, "targets": 2}


def test_stored_metadata_that_have_ended_still_guard_against_rollback(repository, client, on):
    repository.timestamp.expires = days(7)
    repository.publish("targets")
    repository.publish("targets")
    assert client.refresh() == 0
    repository.timestamp.expires = days(30)
    repository.timestamp.version = 1
    repository.publish_timestamp(bump=False)
    assert on(10) == 1
    assert "rolled back" in client.reason
    assert client.versions()["timestamp"] == 3


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets"])
def test_whatever_ends_first_ends_the_trust(repository, client, on, role):
    repository.metadata[role].signed.expires = days(3)
    if role == "root":
        repository.publish_root()
    repository.publish("targets")
    assert on(2) == 0
    assert on(4) == 1
    assert f"{role} has expired" in client.reason
