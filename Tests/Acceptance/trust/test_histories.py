"""Two implementations over the same histories: python-tuf reads what we write, and we judge what it writes alike."""

import json
import os
import random
import subprocess
from urllib import parse

import pytest
from harness.oracle import Oracle
from harness.repository import Repository, find, make_signer
from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer import Key


class Published:
    """The files of one step of a written history, as the server wants them."""

    def __init__(self, folder):
        self.files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        self.expected = json.loads((folder / "expected.json").read_bytes())


@pytest.mark.parametrize("seed", range(6))
def test_python_tuf_reads_our_repositories(server, make_client, tmp_path, seed):
    steps = 14
    subprocess.run([find("trust-fixture"), tmp_path / "history", str(seed), str(steps)], check=True, timeout=240)
    published = [Published(tmp_path / "history" / str(step)) for step in range(steps)]
    root = published[0].files["metadata/1.root.json"]
    oracle = Oracle(server, tmp_path / "oracle", root)
    client = make_client("client", root)
    for step, state in enumerate(published):
        server.repository = state
        names = sorted(state.expected)
        assert oracle.download(*names) == 0, f"python-tuf refuses step {step}"
        assert (client.download(*names) if names else client.refresh()) == 0, client.reason
        for name, content in state.expected.items():
            assert (oracle.targets / parse.quote(name, "")).read_bytes() == content.encode()
            assert (client.targets / parse.quote(name, "")).read_bytes() == content.encode()
        assert client.stored() == oracle.stored()


@pytest.mark.parametrize("seed", range(3))
def test_securesystemslib_believes_our_envelopes(tmp_path, seed):
    subprocess.run([find("trust-fixture"), tmp_path, str(seed), "1"], check=True, timeout=240)
    envelope = Envelope.from_dict(json.loads((tmp_path / "statement.json").read_bytes()))
    key = json.loads((tmp_path / "statement.key").read_bytes())
    keyid = next(iter(envelope.signatures))
    assert list(envelope.verify([Key.from_dict(keyid, dict(key))], 1)) == [keyid]
    assert json.loads(envelope.payload) == {"số": seed}
    envelope.payload += b" "
    with pytest.raises(VerificationError):
        envelope.verify([Key.from_dict(keyid, dict(key))], 1)


def change(repository, dice):
    """One honest change of a repository."""
    kind = dice.choice(["target", "target", "delegate", "root", "online", "threshold", "timestamp"])
    roles = [role for role in repository.metadata if role not in ("root", "timestamp", "snapshot")]
    if kind == "target":
        role = dice.choice(roles)
        repository.add_target(f"t{dice.randrange(4)}", dice.randbytes(20), role)
        repository.publish(role)
    elif kind == "delegate":
        name, parent = f"role{len(roles)}", dice.choice(roles)
        repository.delegate(parent, name, paths=dice.choice([["*"], ["t[0-1]"], ["t?"], ["x"]]),
                            terminating=dice.random() < 0.2)
        repository.publish(name, parent)
    elif kind == "root":
        old = repository.signers["root"]
        repository.set_keys("root", [make_signer(dice.choice(["ed25519", "ecdsa"])) for _ in range(3)], 2)
        repository.publish_root(extra=old)
    elif kind == "online":
        repository.set_keys(dice.choice(["timestamp", "snapshot"]), [make_signer()])
        repository.publish_root()
        repository.publish()
    elif kind == "threshold":
        repository.set_keys("targets", [make_signer() for _ in range(3)], dice.choice([1, 2, 3]))
        repository.publish_root()
        repository.publish("targets")
    else:
        repository.publish_timestamp()


def spoil(files, dice):
    """One act of a thief who has the server's disk, but no key: bytes change, files vanish or change places."""
    path = dice.choice(sorted(path for path in files if path.startswith("metadata/")))
    data = bytearray(files[path])
    kind = dice.choice(["bit", "bit", "cut", "swap", "signature", "gone", "version"])
    if kind == "bit":
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(7)
    elif kind == "cut":
        data = data[:dice.randrange(len(data))]
    elif kind == "swap":
        data = files[dice.choice(sorted(path for path in files if path.startswith("metadata/")))]
    elif kind == "signature":
        content = json.loads(data)
        content["signatures"] = content["signatures"][1:]
        data = json.dumps(content).encode()
    elif kind == "version":
        content = json.loads(data)
        content["signed"]["version"] += dice.choice([-1, 1])
        data = json.dumps(content).encode()
    if kind == "gone":
        del files[path]
    else:
        files[path] = bytes(data)


# More seeds than the run has time for: TRUST_SEEDS names how many.
@pytest.mark.parametrize("seed", range(int(os.environ.get("TRUST_SEEDS", "12"))))
def test_both_clients_judge_other_peoples_histories_alike(server, make_client, tmp_path, seed):
    dice = random.Random(seed)
    server.repository = repository = Repository(consistent=dice.random() < 0.7, hashes=dice.random() < 0.5)
    repository.add_target("t0", b"0")
    repository.publish("targets")
    root = repository.files["metadata/1.root.json"]
    oracle = Oracle(server, tmp_path / "oracle", root)
    client = make_client("client", root)
    verdicts = []
    for _ in range(12):
        for _ in range(dice.randrange(3)):
            change(repository, dice)
        honest = dict(repository.files)
        if dice.random() < 0.5:
            spoil(repository.files, dice)
        names = [f"t{dice.randrange(4)}"] if dice.random() < 0.6 else []
        verdict = oracle.download(*names)
        verdicts.append(verdict)
        assert (client.download(*names) if names else client.refresh()) == verdict, client.reason
        if verdict == 0:
            assert client.stored() == oracle.stored()
        else:
            # Where keys were revoked, python-tuf only ignores the files that 5.3.11 wants deleted.
            assert client.stored().items() <= oracle.stored().items()
        repository.files.clear()
        repository.files.update(honest)
    assert 0 in verdicts, client.reason
