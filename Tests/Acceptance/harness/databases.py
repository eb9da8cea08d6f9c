"""Databases of tests: a SQLite file each, or a PostgreSQL database each on a server of the test run."""

import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
import uuid
from contextlib import contextmanager
from pathlib import Path

import psycopg

KINDS = ["sqlite", "postgres"]


def postgres_server():
    """The address of the run's PostgreSQL server; `scripts/postgres run` starts one and names it."""
    address = os.environ.get("LOA_TEST_POSTGRES")
    if not address:
        raise RuntimeError("LOA_TEST_POSTGRES names no server: run the tests by `make test` or `scripts/postgres run`.")
    return address


def with_name(address, name):
    """The same server's address with another database in its path."""
    return re.sub(r"^(postgres(?:ql)?://[^/?]*)(?:/[^?]*)?", rf"\1/{name}", address)


@contextmanager
def temporary_database(kind, folder, copied=None):
    """Lends the `--database` address of an empty database, or of a copy of one at rest, and drops it afterwards."""
    if kind == "sqlite":
        path = Path(folder) / "loa.sqlite"
        if copied:
            shutil.copyfile(copied.removeprefix("sqlite:"), path)
        yield f"sqlite:{path}"
        return
    server = postgres_server()
    name = f"loa_acceptance_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        template = f' TEMPLATE "{copied.rsplit("/", 1)[1]}"' if copied else ""
        connection.execute(f'CREATE DATABASE "{name}"{template}')
    try:
        yield with_name(server, name)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def connect(address):
    """A plain connection past the program, for tampering and looking; commits at the end."""
    if address.startswith("sqlite:"):
        import sqlite3

        connection = sqlite3.connect(address.removeprefix("sqlite:"), timeout=10)
    else:
        connection = psycopg.connect(address)
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


def rows(address, statement):
    with connect(address) as connection:
        return connection.execute(statement).fetchall()


class Cluster:
    """A PostgreSQL server of one test's own, so that the test may stop and start it."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="loa-cluster-"))
        binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
        self.binaries = binaries[-1]
        # PostgreSQL refuses to run as root; Debian's package brings a user for it.
        self.user = pwd.getpwnam("postgres") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self._run("initdb", "-D", self.folder / "data", "-U", "loa", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")

    @property
    def address(self):
        return f"postgres://loa@127.0.0.1:{self.port}/postgres"

    def _run(self, program, *arguments):
        subprocess.run(
            [str(self.binaries / program), *map(str, arguments)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=self.folder,
            user=self.user.pw_uid, group=self.user.pw_gid, extra_groups=[],
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8"},
        )

    def start(self):
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-o", options, "start")

    def stop(self, mode="immediate"):
        self._run("pg_ctl", "-D", self.folder / "data", "-m", mode, "-w", "stop")

    def remove(self):
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)
