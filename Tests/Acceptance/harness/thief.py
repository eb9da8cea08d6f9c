"""Whoever has the server's disk and its online keys, and signs what they like with other people's tools."""

import hashlib
import json

from tuf.api.metadata import Metadata, MetaFile, TargetFile

from harness.ceremony import secret


def canonical(content):
    return json.dumps(content, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()


class Thief:
    """Metadata comes out right and fresh in everything but what people must sign."""

    def __init__(self, room, programmes_key="server.key"):
        self.store = room.store
        self.metadata = room.store / "metadata"
        self.server = secret(room.path("server.key"))
        self.keys = {"objects": self.server, "programmes": secret(room.path(programmes_key))}

    def newest(self, role):
        path = max(self.metadata.glob(f"*.{role}.json"), key=lambda path: int(path.name.split(".")[0]))
        return Metadata.from_file(str(path))

    def write(self, role, metadata, signer):
        metadata.signed.version += 1
        metadata.sign(signer)
        data = metadata.to_bytes()
        name = f"{role}.json" if role == "timestamp" else f"{metadata.signed.version}.{role}.json"
        (self.metadata / name).write_bytes(data)
        return MetaFile.from_data(metadata.signed.version, data, ["sha256"])

    def put(self, name, data, custom=None, signer=None):
        """A target of any bytes, or of what was written by hand, under any name."""
        data = data if isinstance(data, bytes) else canonical(data)
        role, base = name.split("/", 1)
        target = TargetFile.from_data(name, data, ["sha256"])
        if custom:
            target.unrecognized_fields["custom"] = custom
        folder = self.store / "targets" / role
        folder.mkdir(exist_ok=True)
        (folder / f"{target.hashes['sha256']}.{base}").write_bytes(data)
        bin_name = self.newest(role).signed.delegations.succinct_roles.get_role_for_target(name)
        targets = self.newest(bin_name)
        targets.signed.targets[name] = target
        self.name(bin_name, self.write(bin_name, targets, signer or self.keys[role]))

    def put_file(self, data, release):
        """A picture or a sound, as if it belonged to the release of that digest."""
        self.put(f"objects/{hashlib.sha256(data).hexdigest()}", data, {"release": release})

    def name(self, role, file):
        """A new snapshot and a new timestamp that vouch for a role's metadata."""
        snapshot = self.newest("snapshot")
        snapshot.signed.meta[f"{role}.json"] = file
        timestamp = Metadata.from_file(str(self.metadata / "timestamp.json"))
        timestamp.signed.snapshot_meta = self.write("snapshot", snapshot, self.server)
        self.write("timestamp", timestamp, self.server)
