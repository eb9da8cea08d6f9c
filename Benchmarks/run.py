#!/usr/bin/env python3
"""Prints the reader's and the server's figures beside their limits and peers. Called by scripts/bench."""

import argparse
import os
import tempfile
from pathlib import Path

from loabench import processes, reader, server


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=3, help="rounds of every measurement (3)")
    arguments.add_argument("--seconds", type=int, default=3, help="length of one measurement (3 s)")
    arguments.add_argument("--only", choices=("reader", "server"))
    options = arguments.parse_args()
    os.environ.setdefault("LOA_BIN", str(processes.LOA))
    print(f"{os.cpu_count()} processors; load generator and servers share them; loopback")
    with tempfile.TemporaryDirectory(prefix="loa-bench-") as name:
        folder = Path(name)
        if options.only != "server":
            reader.measure(folder, options.rounds, options.seconds)
        if options.only != "reader":
            server.measure(folder, options.rounds, options.seconds)


if __name__ == "__main__":
    main()
