"""`loa keys` as a person runs it: at a terminal of one's own, without network, with files that are carried."""

import json
import os
import pty
import select
import signal
import subprocess
import time
import unicodedata

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from harness.program import find_program
from securesystemslib.formats import encode_canonical
from securesystemslib.signer import CryptoSigner

PASSPHRASE = "một mật khẩu thật dài"


def without_network():
    """Words before a command that take all networks from it."""
    return ["bwrap", "--unshare-net", "--die-with-parent", "--dev-bind", "/", "/", "--"]


class Typist:
    """Runs a step at a pseudo-terminal, and types what a person would when asked."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *words, answers=(), seconds=120):
        """(exit code, all that the terminal showed); `answers` are (what to wait for, what to type)."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            line = [*without_network(), str(find_program()), "keys", *map(str, words)]
            os.execvp(line[0], line)
        shown, waiting, deadline = "", list(answers), time.monotonic() + seconds
        try:
            while time.monotonic() < deadline:
                if not select.select([terminal], [], [], 0.1)[0]:
                    continue
                try:
                    piece = os.read(terminal, 65536)
                except OSError:
                    break
                if not piece:
                    break
                shown += piece.decode(errors="replace")
                while waiting and waiting[0][0] in shown.split("\0")[-1]:
                    os.write(terminal, waiting.pop(0)[1].encode() + b"\n")
                    # What was asked before is not asked again.
                    shown += "\0"
            else:
                os.kill(child, signal.SIGKILL)
        finally:
            os.close(terminal)
            _, status = os.waitpid(child, 0)
        assert not waiting, f"it never asked for {waiting[0][0]}:\n{shown}"
        return os.waitstatus_to_exitcode(status), shown.replace("\0", "").replace("\r\n", "\n")


def secret(path, passphrase=PASSPHRASE):
    """The key in a secret file, opened by other people's Argon2 and AES as docs/trust says it can be."""
    file = json.loads(path.read_bytes())
    beside = encode_canonical({name: value for name, value in file.items() if name != "secret"}).encode()
    argon2 = file["argon2id"]
    derived = Argon2id(
        salt=bytes.fromhex(argon2["salt"]), length=32, iterations=argon2["passes"], lanes=argon2["lanes"],
        memory_cost=argon2["memory_kib"]).derive(unicodedata.normalize("NFC", passphrase).encode())
    seed = AESGCM(derived).decrypt(bytes.fromhex(file["nonce"]), bytes.fromhex(file["secret"]), beside)
    return CryptoSigner(Ed25519PrivateKey.from_private_bytes(seed))


class Desk:
    """Runs steps without asking, for everything that isn't about asking."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *words, passphrase=PASSPHRASE, code=0):
        reader, writer = os.pipe()
        os.write(writer, passphrase.encode() + b"\n")
        os.close(writer)
        with_passphrase = words[0] in ("make", "sign", "passphrase")
        options = (["--passphrase-fd", str(reader)] if with_passphrase else [])
        options += [] if words[0] == "inspect" else ["--yes"]
        try:
            done = subprocess.run(
                [str(find_program()), "keys", *map(str, words), *options], capture_output=True, text=True, timeout=240,
                cwd=self.folder, pass_fds=[reader], stdin=subprocess.DEVNULL)
        finally:
            os.close(reader)
        assert done.returncode == code, f"{done.returncode}: {done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def make(self, *holders):
        for holder in holders:
            self.run("make", holder, "--out", f"{holder}.key")

    def public(self, holder):
        return f"{holder}.key.pub"

    def sign(self, name, *holders, before=None, root=None):
        options = [*(["--before", before] if before else []), *(["--root", root] if root else [])]
        for holder in holders:
            self.run("sign", name, "--key", f"{holder}.key", *options)

    def path(self, name):
        return self.folder / name
