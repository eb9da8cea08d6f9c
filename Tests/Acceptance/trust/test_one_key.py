"""One P-256 key, however its point is written, is one key: in a root, in a policy, on a release, on a device."""

import base64
import json
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from harness.newsroom import HOLDERS, Newsroom, approver, release
from securesystemslib.formats import encode_canonical

# SubjectPublicKeyInfo of P-256 up to the point, by the point's length.
PREFIX = {
    33: "3039301306072a8648ce3d020106082a8648ce3d030107032200",
    65: "3059301306072a8648ce3d020106082a8648ce3d030107034200",
}
SECRET = ec.generate_private_key(ec.SECP256R1())


def key(form):
    """As metadata writes it, with the point in that form."""
    public = SECRET.public_key()
    point = public.public_bytes(
        Encoding.X962, PublicFormat.CompressedPoint if form == "compressed" else PublicFormat.UncompressedPoint)
    if form == "hybrid":
        point = bytes([6 + point[-1] % 2]) + point[1:]
    body = base64.encodebytes(bytes.fromhex(PREFIX[len(point)]) + point).decode()
    return {
        "keytype": "ecdsa", "scheme": "ecdsa-sha2-nistp256",
        "keyval": {"public": f"-----BEGIN PUBLIC KEY-----\n{body}-----END PUBLIC KEY-----\n"}}


def sign(message):
    return SECRET.sign(message, ec.ECDSA(hashes.SHA256()))


def keyid(content):
    return sha256(encode_canonical(content).encode()).hexdigest()


def root(*forms):
    """A root whose every role needs two keys, signed by the one secret under each of its names."""
    keys = {str(number): key(form) for number, form in enumerate(forms)}
    role = {"keyids": list(keys), "threshold": len(keys)}
    signed = {
        "_type": "root", "version": 1, "spec_version": "1.0.31", "expires": "2030-01-01T00:00:00Z",
        "consistent_snapshot": True, "keys": keys,
        "roles": {name: role for name in ("root", "targets", "snapshot", "timestamp")}}
    message = encode_canonical(signed).encode()
    signatures = [{"keyid": name, "sig": sign(message).hex()} for name in keys]
    return json.dumps({"signed": signed, "signatures": signatures}).encode()


def test_each_form_alone_is_read(make_client, server):
    for form in ("uncompressed", "compressed", "hybrid"):
        make_client(form, root(form))


@pytest.mark.parametrize("forms", [
    ("uncompressed", "compressed"), ("uncompressed", "hybrid"), ("compressed", "hybrid")], ids="-".join)
def test_a_device_counts_them_as_one_key(make_client, forms):
    client = make_client("device", root(forms[0]))
    assert client.init(root(*forms)) == 1
    assert "root is signed by 1 of its keys, and 2 must sign" in client.reason


def test_two_persons_do_not_share_it(prepared, tmp_path):
    room = Newsroom(tmp_path)
    room.begin(prepared)
    for form in ("uncompressed", "compressed"):
        room.write(f"{form}.key.pub", key(form))
    room.policy([approver("An", key="uncompressed"), approver("Bình", key="compressed", person="binh")])
    words = ["--root", "1.root.json", "--before", "1.targets.json", "--out", "2.targets.json"]
    assert "one key twice" in room.run("policy", "policy.json", *words, code=1)


def test_one_person_who_has_it_signs_once(prepared, tmp_path):
    room = Newsroom(tmp_path)
    room.begin(prepared)
    room.write("one.key.pub", key("compressed"))
    room.policy([approver("An", key="one"), approver("Bình", person="binh")])
    room.run("policy", "policy.json", "--root", "1.root.json", "--before", "1.targets.json", "--out", "2.targets.json")
    room.sign("2.targets.json", *HOLDERS[:2], root="1.root.json", before="1.targets.json")
    room.run("statement", room.write("statement.json", release(version=5)), "--out", "one.json")
    envelope = json.loads(room.path("one.json").read_bytes())
    payload = base64.b64decode(envelope["payload"])
    kind = envelope["payloadType"].encode()
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
    envelope["signatures"] = [
        {"keyid": keyid(key(form)), "sig": base64.b64encode(sign(message)).decode()} for form in ("compressed", "uncompressed")]
    room.write("one.json", envelope)
    told = room.verify("one.json", "--targets", "2.targets.json", objects=False, code=1)
    assert "NOT APPROVED: by 1 different persons" in told and "1 signatures are nobody's" in told
