"""python-tuf's client that reads a store again and again, in a process of its own, while others write to it."""

import subprocess
import sys

PROGRAM = """
import sys, shutil, pathlib
from tuf.ngclient import Updater
root, url, folder, stop = sys.argv[1:]
rounds = 0
while not pathlib.Path(stop).exists():
    here = pathlib.Path(folder) / str(rounds)
    (here / "m").mkdir(parents=True); (here / "t").mkdir()
    shutil.copy(root, here / "m/root.json")
    updater = Updater(str(here / "m"), url + "/metadata", str(here / "t"), url + "/targets", bootstrap=None)
    updater.refresh()
    updater.get_targetinfo("objects/nothing")
    shutil.rmtree(here)
    rounds += 1
print(rounds)
"""


class Reader:
    """Begins anew each time, as a device does that has nothing yet."""

    def __init__(self, root, url, folder):
        self._stop = folder / "stop"
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, root, url, folder / "reads", self._stop],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def stop(self):
        """How often it has read; fails with its reason where it was disturbed."""
        self._stop.touch()
        out, err = self._process.communicate(timeout=120)
        assert self._process.returncode == 0, err.decode()
        return int(out)
