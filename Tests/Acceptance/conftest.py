"""Fixtures of the acceptance tests: the program, a server on each database, visitors of each role."""

from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import sync_playwright

from harness import databases, program
from harness.program import Loa, copy_folder
from harness.visitor import Visitor


@pytest.fixture(scope="session")
def loa_bin():
    """The path of the program under test; fails with a sentence when it wasn't built."""
    return program.find_program()


@pytest.fixture(scope="session")
def demonstrations(tmp_path_factory, loa_bin):
    """Where a demonstration lies that was filled once: `demonstrations(kind)` gives its folder and its database.

    Reading five plans and 3,500 units takes a debug build seconds; the servers of tests begin with a copy.
    """
    with ExitStack() as cleanup:
        filled = {}

        def find(kind):
            if kind not in filled:
                folder = tmp_path_factory.mktemp(f"filled-{kind}")
                address = cleanup.enter_context(databases.temporary_database(kind, folder))
                with Loa("demo", database=address, data=folder / "data", log=folder / "log"):
                    pass
                filled[kind] = folder, address
            return filled[kind]

        yield find


@pytest.fixture(scope="session")
def launch(tmp_path_factory, demonstrations):
    """Starts servers: `with launch("sqlite") as loa:` lends one with demonstration data and a database of its own."""

    @contextmanager
    def start(kind="sqlite", command="demo", options=(), limits=None, environment=None, database=None):
        folder = tmp_path_factory.mktemp(f"{command}-{kind}")
        copied = None
        if command == "demo" and database is None and "--clock" not in options:
            filled, copied = demonstrations(kind)
            copy_folder(filled / "data", folder / "data")
        with databases.temporary_database(kind, folder, copied) as address:
            loa = Loa(
                command, database=database or address, data=folder / "data", log=folder / "log",
                options=options, limits=limits, environment=environment,
            )
            loa.kind = kind
            with loa:
                yield loa

    return start


@pytest.fixture(scope="module", params=databases.KINDS)
def server(request, launch, loa_bin):
    """A server with the five sample plans, once on SQLite and once on PostgreSQL; ends with exit status 0."""
    with launch(request.param) as loa:
        yield loa


@pytest.fixture(scope="module")
def sqlite_server(launch, loa_bin):
    """A server with the five sample plans on SQLite, for what has nothing to do with the database."""
    with launch("sqlite") as loa:
        yield loa


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, one for the run: Playwright starts once in a process."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--headless=new", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def visitor():
    """Makes visitors: `visitor(server)` is a stranger, `visitor(server, "lapkehoach")` has signed in."""

    def visit(loa, name=None, language="vi"):
        person = Visitor(loa.url, language)
        if name:
            page = person.sign_in(name, loa.passwords()[name])
            assert page.status == 200, f"{name} couldn't sign in: {page.status} {page.words()[:300]}"
        return person

    return visit


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Shows what the servers logged beside the failure that they may explain."""
    outcome = yield
    report = outcome.get_result()
    if report.failed:
        for loa in Loa.running:
            report.sections.append((f"log of loa {loa.command} on {loa.database}", loa.tail()))
