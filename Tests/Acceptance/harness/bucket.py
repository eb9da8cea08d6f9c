"""OpenStack Swift with its S3 interface: a real store on loopback, run as whoever runs the tests, in a folder that goes.

Debian's python3-swift brings the four servers as a library, and none that is started by itself.
"""

import getpass
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.config import Config

# Debian's own interpreter has Debian's packages; that of the tests has those of PyPI.
PYTHON = "/usr/bin/python3"
REGION, ACCOUNT = "vn-1", "AUTH_loa"
KEY, SECRET = "loa:store", "secret+of/the=tests"
READER_KEY, READER_SECRET = "loa:reader", "another/secret+="
BUCKET = "loa-store"
START_SECONDS = 60
# Files of one page of a list: few, so that a store of some hundreds has several.
LISTED_AT_ONCE = 100

RUN = """
import sys
from swift.common import utils
configuration, section, folder = sys.argv[1:]
utils.set_swift_dir(folder)
from swift.common.storage_policy import reload_storage_policies
reload_storage_policies()
from swift.common.wsgi import run_wsgi
sys.exit(run_wsgi(configuration, section, verbose=True))
"""

RINGS = """
import sys, json
from swift.common.ring import RingBuilder
folder, ports = sys.argv[1], json.loads(sys.argv[2])
for name, port in ports.items():
    builder = RingBuilder(4, 1, 0)
    builder.add_dev({"id": 0, "region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "disk", "weight": 1.0})
    builder.rebalance(seed=1)
    builder.get_ring().save(f"{folder}/{name}.ring.gz")
"""

# Past the proxy, which dates by the clock.
PUT_OLD = """
import hashlib, sys
from swift.common import utils
folder, account, container, name, content, seconds = sys.argv[1:]
utils.set_swift_dir(folder)
from swift.common.direct_client import direct_put_container_object, direct_put_object
from swift.common.ring import Ring
at = utils.Timestamp(float(seconds)).internal
def place(ring, *path):
    part, nodes = Ring(folder, ring_name=ring).get_nodes(*path)
    return nodes[0], part
node, part = place("object", account, container, name)
direct_put_object(node, part, account, container, name, content.encode(), headers={"X-Timestamp": at})
node, part = place("container", account, container)
direct_put_container_object(node, part, account, container, name, headers={
    "X-Timestamp": at, "X-Size": len(content), "X-Content-Type": "application/octet-stream",
    "X-Etag": hashlib.md5(content.encode()).hexdigest()})
"""

BACK = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
user = {user}
swift_dir = {folder}
devices = {folder}/disks
mount_check = false
disable_fallocate = true
workers = 0
log_level = WARNING
[pipeline:main]
pipeline = {name}-server
[app:{name}-server]
use = egg:swift#{name}
"""

PROXY = """[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
user = {user}
swift_dir = {folder}
workers = 0
log_level = WARNING
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache proxy-logging listing_formats bulk s3api tempauth slo proxy-logging proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:tempauth]
use = egg:swift#tempauth
user_loa_store = {secret} .admin
user_loa_reader = {reader_secret}
[filter:s3api]
use = egg:swift#s3api
location = vn-1
s3_acl = false
check_bucket_owner = false
max_bucket_listing = {listed}
[filter:cache]
use = egg:swift#memcache
# Nobody is there: the servers do without, as they do when a cache fails.
memcache_servers = 127.0.0.1:9
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:proxy-logging]
use = egg:swift#proxy_logging
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:bulk]
use = egg:swift#bulk
[filter:slo]
use = egg:swift#slo
"""


def free_ports(count):
    """Ports that nobody has at the moment."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


class Swift:
    """The four servers of one store; `endpoint` answers S3."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.processes = {}
        names = ("account", "container", "object", "proxy")
        self.ports = dict(zip(names, free_ports(len(names))))
        self.endpoint = f"http://127.0.0.1:{self.ports['proxy']}"

    def __enter__(self):
        if not Path(PYTHON).exists() or subprocess.run([PYTHON, "-c", "import swift.proxy"]).returncode != 0:
            raise RuntimeError("OpenStack Swift is missing: run scripts/setup (package python3-swift).")
        (self.folder / "disks/disk").mkdir(parents=True)
        (self.folder / "swift.conf").write_text(
            "[swift-hash]\nswift_hash_path_suffix = tests\n[storage-policy:0]\nname = only\ndefault = yes\n")
        backs = {name: port for name, port in self.ports.items() if name != "proxy"}
        subprocess.run([PYTHON, "-c", RINGS, self.folder, json.dumps(backs)], check=True)
        for name, port in self.ports.items():
            text = (PROXY if name == "proxy" else BACK).format(
                name=name, port=port, folder=self.folder, user=getpass.getuser(), secret=SECRET,
                reader_secret=READER_SECRET, listed=LISTED_AT_ONCE)
            (self.folder / f"{name}.conf").write_text(text)
        try:
            for name in self.ports:
                self.start(name)
            for name in self.ports:
                self.wait(name)
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self, name):
        log = open(self.folder / f"{name}.log", "ab")
        self.processes[name] = subprocess.Popen(
            [PYTHON, "-c", RUN, str(self.folder / f"{name}.conf"), f"{name}-server", str(self.folder)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        log.close()

    def wait(self, name):
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.ports[name]), timeout=5).close()
                return
            except OSError:
                if self.processes[name].poll() is not None or time.monotonic() > deadline:
                    log = (self.folder / f"{name}.log").read_text()[-2000:]
                    raise RuntimeError(f"OpenStack Swift didn't start ({name}):\n{log}") from None
                time.sleep(0.05)

    def stop(self, name):
        process = self.processes.pop(name)
        # With whatever it started; nothing of it is wanted afterwards.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    @contextmanager
    def without(self, name):
        """One of its servers is down meanwhile."""
        self.stop(name)
        try:
            yield
        finally:
            self.start(name)
            self.wait(name)

    def __exit__(self, *_):
        for name in list(self.processes):
            self.stop(name)
        shutil.rmtree(self.folder, ignore_errors=True)

    def put_old(self, key, text, days):
        """A file that was put into the bucket so many days ago."""
        subprocess.run(
            [PYTHON, "-c", PUT_OLD, self.folder, ACCOUNT, BUCKET, key, text, str(time.time() - days * 86_400)], check=True)

    def environment(self, key=KEY, secret=SECRET):
        """What the program is told of it."""
        return {
            "LOA_S3_ENDPOINT": self.endpoint, "LOA_S3_REGION": REGION, "LOA_S3_KEY": key, "LOA_S3_SECRET": secret}

    def client(self, key=KEY, secret=SECRET):
        """boto3's client: other people's signatures over the same store."""
        return boto3.client(
            "s3", endpoint_url=self.endpoint, region_name=REGION, aws_access_key_id=key, aws_secret_access_key=secret,
            config=Config(signature_version="s3v4", s3={"addressing_style": "path"}, retries={"max_attempts": 1}))


class Encrypted:
    """TLS before a store, with a certificate that no machine trusts by itself; `heard` counts connections let in."""

    def __init__(self, swift, folder):
        self.target = ("127.0.0.1", swift.ports["proxy"])
        self.authorities = folder / "authority.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out",
             self.authorities], check=True, capture_output=True)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.authorities, folder / "key.pem")
        self.heard = 0

    def __enter__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.endpoint = f"https://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        # Closing alone leaves `accept` waiting.
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()

    def accept(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=[connection], daemon=True).start()

    def carry(self, connection):
        try:
            with self.context.wrap_socket(connection, server_side=True) as inner, socket.create_connection(self.target) as outer:
                self.heard += 1
                back = threading.Thread(target=self.copy, args=[outer, inner], daemon=True)
                back.start()
                self.copy(inner, outer)
                back.join()
        except OSError:
            # Whoever doesn't trust us leaves.
            connection.close()

    @staticmethod
    def copy(source, target):
        try:
            while piece := source.recv(65536):
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return
