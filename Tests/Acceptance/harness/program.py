"""The program `loa` as an operator meets it: started, read from outside, stopped by a signal."""

import os
import re
import shutil
import signal
import subprocess
import threading
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "Samples" / "plans"

STARTED = re.compile(r"Loa listens on (http://([^\s:]+):(\d+))")

# Limits, not expectations: a debug build on two busy cores reads five plans and makes four passwords before it listens.
START_SECONDS = 240
STOP_SECONDS = 90


def find_program():
    """The binary under test. Builds nothing: a test must not hide a build that was forgotten."""
    named = os.environ.get("LOA_BIN")
    path = Path(named) if named else ROOT / ".build" / "debug" / "loa"
    if not path.is_file() or not os.access(path, os.X_OK):
        raise RuntimeError(f"There is no program at {path}: run `swift build`, or name one by LOA_BIN.")
    return path


def run(*arguments, stdin=None, timeout=240, check=False, environment=None, cwd=None):
    """Runs `loa` to its end and gives the finished process, with stdout and stderr as bytes."""
    done = subprocess.run(
        [str(find_program()), *map(str, arguments)],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        timeout=timeout,
        env={**os.environ, **(environment or {})},
        cwd=cwd,
    )
    if check and done.returncode != 0:
        raise AssertionError(
            f"loa {' '.join(map(str, arguments))} ended with {done.returncode}:\n{done.stderr.decode(errors='replace')}"
        )
    return done


class Loa:
    """One running server. `url`, `host`, `port` address it; `database` and `data` are where it keeps things."""

    running = []

    def __init__(self, command, *, database, data, log, options=(), limits=None, environment=None):
        self.command = command
        self.database = database
        self.data = Path(data)
        self.log_path = Path(log)
        self.options = [str(option) for option in options]
        self.limits = limits
        self.environment = environment or {}
        self.process = None
        self.output = ""

    def start(self):
        self.data.mkdir(parents=True, exist_ok=True)
        arguments = [str(find_program()), self.command, "--port", "0", "--data", str(self.data)]
        if self.database:
            arguments += ["--database", self.database]
        if self.command == "demo":
            arguments += ["--samples", str(SAMPLES)]
        self.log = open(self.log_path, "ab")
        self.process = subprocess.Popen(
            arguments + self.options,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self.log,
            preexec_fn=self.limits,
            start_new_session=True,
            env={**os.environ, **self.environment},
        )
        Loa.running.append(self)
        self._listened = threading.Event()
        self._reader = threading.Thread(target=self._read_output, daemon=True)
        self._reader.start()
        deadline = time.monotonic() + START_SECONDS
        while not STARTED.search(self.output):
            if self.process.poll() is not None:
                self._reader.join(timeout=5)
                self.forget()
                raise AssertionError(
                    f"loa {self.command} ended with {self.process.returncode} before it listened:\n{self.tail()}"
                )
            if time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"loa {self.command} did not listen in {START_SECONDS} s:\n{self.tail()}")
            self._listened.wait(0.2)
        found = STARTED.search(self.output)
        self.url, self.host, self.port = found[1], found[2], int(found[3])
        self._wait_until_ready(deadline)
        return self

    def _read_output(self):
        for line in self.process.stdout:
            self.output += line.decode(errors="replace")
            if STARTED.search(self.output):
                self._listened.set()

    def _wait_until_ready(self, deadline):
        while True:
            try:
                with urllib.request.urlopen(self.url + "/readyz", timeout=30) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                pass
            if time.monotonic() > deadline or self.process.poll() is not None:
                self.kill()
                raise AssertionError(f"{self.url}/readyz never said 200:\n{self.tail()}")
            time.sleep(0.05)

    def passwords(self):
        """The demonstration's sign-ins as printed: {user name: password}."""
        pairs = {}
        for line in self.output.splitlines():
            found = re.fullmatch(r"  (\w+) +(?:administrator|planner|member|reader) +(\S+)", line)
            if found:
                pairs[found[1]] = found[2]
        return pairs

    def tail(self, lines=80):
        """The end of what it printed and logged, for the report of a failed test."""
        logged = self.log_path.read_text(errors="replace") if self.log_path.exists() else ""
        return self.output + "\n".join(logged.splitlines()[-lines:])

    def stop(self):
        """Asks it to end, as an operator would, and expects a clean end in time."""
        if self.process is None or self.process.poll() is not None:
            self.forget()
            return self.process.returncode if self.process else None
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"loa did not end within {STOP_SECONDS} s of SIGTERM:\n{self.tail()}")
        self.forget()
        return code

    def kill(self):
        """Ends it at once, as a power cut would."""
        if self.process and self.process.poll() is None:
            # The whole group: a wrapper's child would keep the output open.
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.forget()

    def forget(self):
        if self in Loa.running:
            Loa.running.remove(self)
        self.log.close()
        self._reader.join(timeout=5)
        self.process.stdout.close()

    def __enter__(self):
        return self.start() if self.process is None else self

    def __exit__(self, kind, error, trace):
        if self.process is None or self.process.poll() is not None:
            return
        if kind is None:
            assert self.stop() == 0, f"loa did not end cleanly:\n{self.tail()}"
        else:
            self.kill()


def copy_folder(source, target):
    shutil.copytree(source, target, dirs_exist_ok=True)
    return Path(target)
