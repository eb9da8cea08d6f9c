"""Two servers of one office: `loa serve` twice on one PostgreSQL database, filled by the demonstration."""

from contextlib import contextmanager

import pytest

from harness import databases
from harness.program import Loa
from harness.visitor import Visitor


class Office:
    """A database with the sample in it, and servers on it."""

    def __init__(self, database, folder, passwords):
        self.database, self.folder, self.passwords = database, folder, passwords
        self.started = 0

    @contextmanager
    def server(self, *options):
        self.started += 1
        own = self.folder / f"server-{self.started}"
        own.mkdir()
        loa = Loa("serve", database=self.database, data=own, log=own / "log", options=options)
        try:
            yield loa.start()
        finally:
            loa.kill()

    def visitor(self, loa, name=None):
        person = Visitor(loa.url)
        if name:
            page = person.sign_in(name, self.passwords[name])
            assert page.status == 200, f"{name} couldn't sign in: {page.status} {page.words()[:300]}"
        return person

    def on(self, loa, visitor):
        """The same person's browser, sent to the other server: a proxy before both would do so."""
        other = Visitor(loa.url)
        # Names of hosts are the same, so the jar's cookies fit.
        other.session.cookies.update(visitor.session.cookies)
        return other


@pytest.fixture(scope="module")
def office_of_two(tmp_path_factory, loa_bin):
    folder = tmp_path_factory.mktemp("servers")
    with databases.temporary_database("postgres", folder) as address:
        with Loa("demo", database=address, data=folder / "data", log=folder / "log") as demo:
            passwords = demo.passwords()
        yield Office(address, folder, passwords)


@pytest.fixture(scope="module")
def pair(office_of_two):
    """(office, one server, the other)."""
    with office_of_two.server() as one, office_of_two.server() as other:
        yield office_of_two, one, other
