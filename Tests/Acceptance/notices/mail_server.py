"""Debian's Exim as a mail server of one test's own: an ordinary user's process on loopback, with maildirs."""

import email
import email.policy
import grp
import os
import pwd
import shutil
import smtplib
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from harness.program import ROOT

PROGRAM = ROOT / "build" / "mail-server"
SENDER = "loa@tinh.test"

# The domain xa.test has every mailbox but two: one that is refused at once, one whose mail comes back later.
CONFIGURATION = r"""
spool_directory = {folder}
log_file_path = {folder}/log-%s
pid_file_path = {folder}/pid
exim_path = {program}
keep_environment = LD_LIBRARY_PATH : LD_PRELOAD : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP
primary_hostname = mx.xa.test
qualify_domain = xa.test
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
{encryption}
exim_user = {user}
exim_group = {group}
deliver_drop_privilege = true
host_lookup =
acl_smtp_rcpt = recipient
acl_smtp_data = accept
begin acl
recipient:
  deny message = no such mailbox here
       local_parts = khong-co
  {admits}
begin routers
returned:
  driver = accept
  domains = tinh.test
  local_parts = ^loa\\+
  transport = returned
gone:
  driver = redirect
  local_parts = da-nghi
  data = :fail: the person has left
  allow_fail
box:
  driver = accept
  transport = box
begin transports
box:
  driver = appendfile
  maildir_format
  directory = {folder}/box
  return_path_add
  create_directory
  user = {user}
  group = {group}
returned:
  driver = appendfile
  maildir_format
  directory = {folder}/returned
  create_directory
  user = {user}
  group = {group}
begin retry
* * F,1h,1m
{sign_in}
"""

ENCRYPTION = """tls_advertise_hosts = *
tls_certificate = {folder}/certificate
tls_privatekey = {folder}/key
auth_advertise_hosts = ${{if def:tls_in_cipher {{*}}}}"""

SIGN_IN = """begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if and {{{{eq{{$auth2}}{{{user}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
  server_set_id = $auth2"""


class MailServer:
    def __init__(self, certificate=None, sign_in=None):
        """With a certificate and its key it speaks TLS; with (user, password) it takes letters from no one else."""
        if not (PROGRAM / "complete").exists():
            raise RuntimeError("There is no mail server to test with: run scripts/mail-server.")
        self.folder = Path(tempfile.mkdtemp(prefix="loa-mail-"))
        # Exim delivers nothing as root.
        self.user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        libraries = next((PROGRAM / "usr" / "lib").glob("*/libnss_wrapper.so")).parent
        program = self.folder / "exim"
        # Outside of folders that the user may not enter.
        shutil.copy(PROGRAM / "usr" / "sbin" / "exim4", program)
        shutil.copytree(libraries, self.folder / "lib", ignore=shutil.ignore_patterns("cmake", "pkgconfig"))
        (self.folder / "passwd").write_text(
            "".join(":".join(map(str, one)) + "\n" for one in pwd.getpwall())
            + f"Debian-exim:x:{self.user.pw_uid}:{self.user.pw_gid}::/nonexistent:/usr/sbin/nologin\n")
        (self.folder / "group").write_text(
            "".join(f"{one.gr_name}:x:{one.gr_gid}:\n" for one in grp.getgrall()) + f"Debian-exim:x:{self.user.pw_gid}:\n")
        (self.folder / "exim.conf").write_text(
            CONFIGURATION.format(
                folder=self.folder, program=program, port=self.port, user=self.user.pw_uid, group=self.user.pw_gid,
                encryption=ENCRYPTION.format(folder=self.folder) if certificate else "tls_advertise_hosts =",
                admits="accept authenticated = *" if sign_in else "accept",
                sign_in=SIGN_IN.format(user=sign_in[0], password=sign_in[1]) if sign_in else ""))
        for source, target in zip(certificate or (), ("certificate", "key")):
            shutil.copy(source, self.folder / target)
            os.chown(self.folder / target, self.user.pw_uid, self.user.pw_gid)
        if os.getuid() == 0:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)

    def start(self):
        library = self.folder / "lib"
        who = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
        self.process = subprocess.Popen(
            [self.folder / "exim", "-C", self.folder / "exim.conf", "-bdf", "-q1h"], cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={
                "PATH": os.environ["PATH"], "LD_LIBRARY_PATH": str(library), "LD_PRELOAD": str(library / "libnss_wrapper.so"),
                "NSS_WRAPPER_PASSWD": str(self.folder / "passwd"), "NSS_WRAPPER_GROUP": str(self.folder / "group"),
            }, **who)
        self.wait(self.answers, "the mail server never answered")
        return self

    def answers(self):
        assert self.process.poll() is None, f"Exim ended with {self.process.returncode}"
        try:
            with smtplib.SMTP("127.0.0.1", self.port, timeout=5) as greeting:
                return greeting.noop()[0] == 250
        except OSError:
            return False

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def options(self):
        return ["--mail", self.url, "--mail-from", SENDER]

    def _messages(self, box):
        return [
            email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
            for path in sorted((self.folder / box / "new").glob("*"))
        ]

    def messages(self, to=None):
        """What lies in the maildir, read by Python's email library."""
        return [one for one in self._messages("box") if to is None or one["To"].addresses[0].addr_spec == to]

    def returned(self):
        return [path.read_bytes() for path in sorted((self.folder / "returned" / "new").glob("*"))]

    @staticmethod
    def wait(condition, words, seconds=90):
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, words
            time.sleep(0.1)

    def log(self):
        return "".join(path.read_text(errors="replace") for path in sorted(self.folder.glob("log-*")))

    def settle(self, sent):
        """Waits until so many messages have ended, in a box or on their way back."""
        self.wait(lambda: self.log().count(" Completed") >= sent, f"the mail server isn't done:\n{self.log()}")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)
