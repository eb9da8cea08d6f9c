"""Approvers, a policy, releases and a store of players, made by the program from files that people carry."""

import hashlib
import json
import shutil

from harness.ceremony import PASSPHRASE, Desk
from harness.program import run

HOLDERS = ["Châu", "Dung", "Giang"]
EVERYTHING = {"areas": ["vn"], "channels": ["board", "loudspeaker"], "classes": ["emergency", "priority", "routine"]}
PICTURE = b"\x89PNG a picture of the timetable"
YEARS = {"from": "2026-01-01T00:00:00Z", "until": "2099-01-01T00:00:00Z"}


def approver(name, key=None, person=None, **other):
    return {
        "key": f"{key or name}.key.pub", "person": person or name.lower().replace(" ", "-"), "name": f"Ông {name}",
        "agency": {"id": "so-vhttdl", "name": "Sở Văn hóa, Thể thao và Du lịch"}, "scopes": [EVERYTHING], "valid": YEARS,
        **other}


def release(**other):
    return {
        "loa-release": 1, "item": "tin-42", "version": 3, "title": "Lịch tiêm chủng", "class": "routine",
        "agency": {"id": "so-yte", "name": "Sở Y tế"}, "languages": ["vi"], "channels": ["board"], "areas": ["15"],
        "renditions": [{"sha256": hashlib.sha256(PICTURE).hexdigest(), "length": len(PICTURE), "media_type": "image/png",
                        "language": "vi"}],
        "valid": {"from": "2026-11-01T00:00:00Z", "until": "2027-11-01T00:00:00Z"}, "plays_per_day": 8,
        "answers_to": {"plan": "211/KH-UBND", "task": "nv-7", "words": "Thông báo lịch tiêm chủng đến từng thôn"},
        "drawn_up": "2026-10-30T02:00:00Z", **other}


class Newsroom(Desk):
    """Holders of root and targets, approvers, and a store: a folder, or what `objects` names."""

    def __init__(self, folder, objects="store", environment=None):
        super().__init__(folder)
        self.store = folder / "store"
        self.objects = objects
        self.environment = {"LOA_OBJECTS_PASSPHRASE": PASSPHRASE, **(environment or {})}

    @property
    def files(self):
        """The store's files under the names by which a server has them."""
        return {str(path.relative_to(self.store)): path.read_bytes() for path in self.store.rglob("*") if path.is_file()}

    def prepare(self):
        """A policy with two approvers and a release of theirs, in files."""
        self.make(*HOLDERS, "server", "An", "Bình")
        places = [f"{role}={self.public(holder)}" for role in ("root", "targets") for holder in HOLDERS]
        places += [f"{role}={self.public('server')}" for role in ("snapshot", "timestamp")]
        self.run("root", "--out", "1.root.json", *[word for place in places for word in ("--add", place)])
        self.sign("1.root.json", *HOLDERS[:2])
        self.policy([approver("An"), approver("Bình", person="binh")])
        self.run("policy", "policy.json", "--out", "1.targets.json", "--root", "1.root.json",
                 "--delegate", f"objects={self.public('server')}")
        self.sign("1.targets.json", *HOLDERS[1:], root="1.root.json")
        self.envelope(release(), "release.json", "An", "Bình")
        self.path("picture.png").write_bytes(PICTURE)

    def begin(self, prepared):
        """What another room has prepared, in a store of this one."""
        shutil.copytree(prepared.folder, self.folder, dirs_exist_ok=True)
        self.publish("--root", "1.root.json", "--targets", "1.targets.json", "--release", "release.json",
                     "--file", "picture.png")

    def write(self, name, content):
        (self.folder / name).write_text(json.dumps(content, ensure_ascii=False))
        return name

    def policy(self, approvers, **other):
        return self.write("policy.json", {
            "loa-policy": 1, "approvers": approvers, "thresholds": [], "quiet_hours": [
                {"scope": {**EVERYTHING, "classes": ["priority", "routine"]}, "from": "22:00", "until": "05:00"}],
            "ceilings": [], "volumes": [{"scope": EVERYTHING, "percent": 70}], "withdrawn": [],
            "minutes_ahead_of_utc": 420, **other})

    def envelope(self, content, name, *signers):
        self.run("statement", self.write("statement.json", content), "--out", name)
        self.sign(name, *signers)
        return name

    def make(self, *holders):
        """Also a database, whose ledger the store's timestamps tell of."""
        super().make(*holders)
        if not self.path("loa.sqlite").exists():
            run("administrator", "quantri", "--agency", "Sở Văn hóa", "--database", f"sqlite:{self.path('loa.sqlite')}",
                stdin=b"mat khau quan tri 1\n", check=True)

    def publish(self, *words, code=0):
        done = run(
            "publish", "--objects", self.objects, "--objects-key", "server.key", "--database", "sqlite:loa.sqlite", *words,
            cwd=self.folder, environment=self.environment)
        assert done.returncode == code, (done.stdout + done.stderr).decode()
        return (done.stdout + done.stderr).decode()

    def verify(self, *words, code=0, objects=True):
        options = ["--root", "1.root.json", *(["--objects", self.objects] if objects else [])]
        done = run("verify", *words, *options, cwd=self.folder, environment=self.environment)
        assert done.returncode == code, (done.stdout + done.stderr).decode()
        return (done.stdout + done.stderr).decode()
