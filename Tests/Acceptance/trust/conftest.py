"""Fixtures for the TUF client: the program, a server with a repository, a client with folders of its own."""

import json
import subprocess

import pytest
from harness.newsroom import Newsroom
from harness.repository import Repository, Server, find


class Client:
    """`loa-player trust` with a folder for metadata and one for targets."""

    def __init__(self, server, folder):
        self.server = server
        self.metadata = folder / "metadata"
        self.targets = folder / "targets"
        self.program = find("loa-player")
        self.reason = ""

    def run(self, *words):
        done = subprocess.run(
            [str(self.program), "trust", *map(str, words)], capture_output=True, text=True, timeout=240,
            stdin=subprocess.DEVNULL)
        self.reason = done.stderr
        assert done.returncode in (0, 1), f"{done.returncode}: {done.stderr}"
        assert (done.returncode == 0) == (done.stderr == ""), done.stderr
        return done.returncode

    def init(self, root):
        path = self.metadata.parent / "initial_root.json"
        path.write_bytes(root)
        return self.run("--metadata-dir", self.metadata, "init", path)

    def refresh(self):
        return self.run("--metadata-dir", self.metadata, "--metadata-url", self.server.metadata_url, "refresh")

    def download_words(self, *names):
        options = [word for name in names for word in ("--target-name", name)]
        return [
            "--metadata-dir", self.metadata, "--metadata-url", self.server.metadata_url, *options,
            "--target-base-url", self.server.targets_url, "--target-dir", self.targets, "download",
        ]

    def download(self, *names):
        return self.run(*self.download_words(*names))

    def start_download(self, *names):
        """The running process, for tests that end it."""
        return subprocess.Popen(
            [str(self.program), "trust", *map(str, self.download_words(*names))], stdin=subprocess.DEVNULL)

    def stored(self):
        """Every file of the store, hidden ones too, by name."""
        return {path.name: path.read_bytes() for path in self.metadata.iterdir()}

    def versions(self):
        return {
            name.removesuffix(".json"): json.loads(data)["signed"]["version"] for name, data in self.stored().items()
        }

    def files(self):
        return {path.name: path.read_bytes() for path in self.targets.iterdir()} if self.targets.exists() else {}


@pytest.fixture
def server():
    server = Server()
    yield server
    server.close()


@pytest.fixture
def repository(server):
    server.repository = Repository()
    return server.repository


@pytest.fixture
def client(server, repository, tmp_path):
    """A client that trusts the repository's first root and has refreshed nothing yet."""
    client = Client(server, tmp_path)
    assert client.init(repository.files["metadata/1.root.json"]) == 0
    return client


@pytest.fixture
def make_client(server, tmp_path):
    def make(name, root):
        folder = tmp_path / name
        folder.mkdir()
        client = Client(server, folder)
        assert client.init(root) == 0
        return client

    return make


@pytest.fixture(scope="session")
def prepared(tmp_path_factory, loa_bin):
    """A ceremony that was held once: keys, root, policy and a release, for stores of the tests to begin with."""
    room = Newsroom(tmp_path_factory.mktemp("prepared"))
    room.prepare()
    return room


@pytest.fixture
def room(prepared, tmp_path):
    """A store of the test's own that was just begun; files of tests that begin with more have theirs."""
    room = Newsroom(tmp_path / "room")
    room.folder.mkdir()
    room.begin(prepared)
    return room
