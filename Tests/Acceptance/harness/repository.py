"""A TUF repository written by python-tuf and served over HTTP: what our client meets in other people's hands."""

import datetime
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib import parse

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole, Delegations, Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp,
)

from harness.program import ROOT

TOP = ("root", "timestamp", "snapshot", "targets")


def find(name):
    """A program beside the one that LOA_BIN names, or in the debug build."""
    named = os.environ.get("LOA_BIN")
    path = (Path(named).parent if named else ROOT / ".build" / "debug") / name
    if not path.is_file():
        raise RuntimeError(f"There is no program at {path}: run `swift build`.")
    return path


def days(count):
    """An instant so many days from now, in whole seconds."""
    now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    return now + datetime.timedelta(days=count)


def make_signer(kind="ed25519"):
    return {
        "ed25519": CryptoSigner.generate_ed25519,
        "ecdsa": CryptoSigner.generate_ecdsa,
        "rsa": CryptoSigner.generate_rsa,
    }[kind]()


class Repository:
    """Metadata as python-tuf's objects; `files` holds what is published, by path below the server."""

    def __init__(self, consistent=True, hashes=True, kind="ed25519"):
        self.kind = kind
        self.hashes = hashes
        self.files = {}
        self.metadata = {
            "root": Metadata(Root(expires=days(30), consistent_snapshot=consistent)),
            "timestamp": Metadata(Timestamp(expires=days(30))),
            "snapshot": Metadata(Snapshot(expires=days(30))),
            "targets": Metadata(Targets(expires=days(30))),
        }
        self.signers = {}
        for role in TOP:
            self.set_keys(role, [make_signer(kind)])
        self.publish_root(bump=False)
        self.publish("targets", bump=False)

    def __getattr__(self, name):
        if name in TOP:
            return self.metadata[name].signed
        raise AttributeError(name)

    def set_keys(self, role, signers, threshold=1, delegator="root"):
        """These keys and no others may sign for the role, and do."""
        signed = self.metadata[delegator].signed
        entry = signed.roles[role] if delegator == "root" else signed.delegations.roles[role]
        for keyid in list(entry.keyids):
            signed.revoke_key(keyid, role)
        for signer in signers:
            signed.add_key(signer.public_key, role)
        entry.threshold = threshold
        self.signers[role] = list(signers)

    def delegate(self, parent, name, paths=("*",), terminating=False, prefixes=None):
        signed = self.metadata[parent].signed
        if signed.delegations is None:
            signed.delegations = Delegations({}, {})
        signed.delegations.roles[name] = DelegatedRole(
            name, [], 1, terminating, None if prefixes else list(paths), prefixes)
        if name not in self.metadata:
            self.add_role(name)
            self.set_keys(name, [make_signer(self.kind)], delegator=parent)
        else:
            for signer in self.signers[name]:
                signed.add_key(signer.public_key, name)
        return self.metadata[name].signed

    def add_role(self, name):
        """Empty metadata of a delegated role; publishing it makes version 1."""
        self.metadata[name] = Metadata(Targets(expires=days(30)))
        self.metadata[name].signed.version = 0

    def add_target(self, path, content, role="targets"):
        file = TargetFile.from_data(path, content, ["sha256"])
        self.metadata[role].signed.targets[path] = file
        self.put_target(path, content, file)

    def put_target(self, path, content, file):
        paths = file.get_prefixed_paths() if self.root.consistent_snapshot else [path]
        for each in paths:
            self.files[f"targets/{each}"] = content

    def signed_bytes(self, role):
        metadata = self.metadata[role]
        metadata.signatures.clear()
        for signer in self.signers[role]:
            metadata.sign(signer, append=True)
        return metadata.to_bytes()

    def path(self, role, version):
        name = parse.quote(role, "")
        versioned = role == "root" or (self.root.consistent_snapshot and role != "timestamp")
        return f"metadata/{version}.{name}.json" if versioned else f"metadata/{name}.json"

    def write(self, role, data=None):
        data = data if data is not None else self.signed_bytes(role)
        self.files[self.path(role, self.metadata[role].signed.version)] = data
        return data

    def publish_root(self, bump=True, extra=()):
        """`extra` keys sign too: those of the root before."""
        if bump:
            self.root.version += 1
        signers = self.signers["root"]
        self.signers["root"] = [*signers, *(signer for signer in extra if signer not in signers)]
        data = self.write("root")
        self.signers["root"] = signers
        return data

    def publish(self, *roles, bump=True):
        """New versions of the roles, of the snapshot and of the timestamp."""
        for role in roles:
            self.metadata[role].signed.version += 1 if bump else 0
            data = self.write(role)
            self.snapshot.meta[f"{role}.json"] = self.meta_file(role, data)
        self.publish_snapshot(bump)

    def publish_snapshot(self, bump=True):
        self.snapshot.version += 1 if bump else 0
        data = self.write("snapshot")
        self.timestamp.snapshot_meta = self.meta_file("snapshot", data)
        self.publish_timestamp(bump)

    def publish_timestamp(self, bump=True):
        self.timestamp.version += 1 if bump else 0
        return self.write("timestamp")

    def meta_file(self, role, data):
        version = self.metadata[role].signed.version
        return MetaFile.from_data(version, data, ["sha256"]) if self.hashes else MetaFile(version)


class Server:
    """Serves a repository's `files` on a loopback port of the system's choice, and notes what was asked for."""

    def __init__(self):
        outer = self
        self.repository = None
        self.requests = []
        # Path → function of the request's handler, for servers that misbehave.
        self.answers = {}

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = self.path.lstrip("/")
                outer.requests.append(path)
                if path in outer.answers:
                    outer.answers[path](self)
                    self.close_connection = True
                    return
                data = outer.repository.files.get(path)
                if data is None:
                    data = outer.repository.files.get(parse.unquote(path)) if path.startswith("targets/") else None
                self.send_response(404 if data is None else 200)
                self.send_header("Content-Length", str(len(data or b"")))
                self.end_headers()
                self.wfile.write(data or b"")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.metadata_url = f"{self.url}/metadata"
        self.targets_url = f"{self.url}/targets"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def metadata_requests(self):
        return [path.removeprefix("metadata/") for path in self.requests if path.startswith("metadata/")]

    def target_requests(self):
        return [path.removeprefix("targets/") for path in self.requests if path.startswith("targets/")]
