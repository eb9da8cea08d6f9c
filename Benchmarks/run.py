#!/usr/bin/env python3
"""Prints the reader's, the server's and the player's figures beside their limits and peers. Called by scripts/bench."""

import argparse
import os
import tempfile
from pathlib import Path

from loabench import country, objects, processes, reader, server, trust


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=3, help="rounds of every measurement (3)")
    arguments.add_argument("--seconds", type=int, default=3, help="length of one measurement (3 s)")
    arguments.add_argument("--only", choices=("reader", "server", "country", "trust", "publications"))
    arguments.add_argument(
        "--tasks", type=int, default=1_000_000, help="tasks of the generated country (1,000,000; 100,000 is quick)")
    arguments.add_argument(
        "--connections", type=lambda text: [int(one) for one in text.split(",")], default=[1, 16, 256],
        help="connections of the country's pages (1,16,256)")
    arguments.add_argument(
        "--publications", type=int, default=10_000, help="publications into a store that is read all the while (10,000)")
    arguments.add_argument(
        "--database", choices=("sqlite", "postgres", "both"), default="both", help="where the country lies (both)")
    arguments.add_argument("--data", help="a folder that keeps the country's SQLite file for the next run")
    options = arguments.parse_args()
    os.environ.setdefault("LOA_BIN", str(processes.LOA))
    print(f"{os.cpu_count()} processors; load generator and servers share them; loopback")
    with tempfile.TemporaryDirectory(prefix="loa-bench-") as name:
        folder = Path(name)
        if options.only in (None, "reader"):
            reader.measure(folder, options.rounds, options.seconds)
        if options.only in (None, "server"):
            server.measure(folder, options.rounds, options.seconds)
        if options.only in (None, "country"):
            country.measure(folder, options)
        if options.only in (None, "trust"):
            trust.measure(options.rounds, options.seconds)
            objects.measure(folder, options.rounds, options.seconds)
        if options.only in (None, "trust", "publications"):
            objects.read(options.publications)


if __name__ == "__main__":
    main()
