"""Loa with its sample plans, and the two pages that are measured, as a signed-in planner sees them."""

import sys
import tempfile
from pathlib import Path

from . import processes

sys.path.insert(0, str(processes.ROOT / "Tests" / "Acceptance"))

from harness.program import Loa  # noqa: E402
from harness.visitor import Visitor  # noqa: E402

READER = "lapkehoach"


def start(folder):
    """(server, cookie, {name: url}, {name: bytes}) of a fresh demonstration on SQLite."""
    server = Loa("demo", database=f"sqlite:{folder}/loa.sqlite", data=folder / "data", log=folder / "loa.log").start()
    visitor = Visitor(server.url)
    visitor.sign_in(READER, server.passwords()[READER])
    plan = longest_plan(visitor)
    addresses = {"plan": server.url + plan, "tasks": server.url + "/tasks"}
    cookie = visitor.cookie_header()
    pages = {}
    for name, address in addresses.items():
        answer = visitor.session.get(address, headers={"Accept-Encoding": "identity"}, timeout=30)
        answer.raise_for_status()
        pages[name] = answer.content
    return server, cookie, addresses, pages


def longest_plan(visitor):
    """The path of the sample plan with the largest page: the honest choice for a limit in bytes."""
    import re

    paths = set()
    for link in visitor.get("/plans").find("a[href]"):
        if re.fullmatch(r"/plans/[^/?#]+", link.get("href")) and link.get("href") not in ("/plans/new",):
            paths.add(link.get("href"))
    if not paths:
        raise SystemExit("the list of plans links no plan")
    return max(paths, key=lambda path: len(visitor.session.get(visitor.url + path, timeout=30).content))
