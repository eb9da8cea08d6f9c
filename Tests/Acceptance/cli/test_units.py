"""`loa serve` begins with the country's provinces and communes, enters them once, and never moves its clock."""

import threading

import pytest

from harness import databases, program
from harness.program import Loa

COUNT = "SELECT count(*), count(DISTINCT code) FROM agency_code WHERE scheme = 'unit' AND valid_to IS NULL"
ENTERED = "provinces and communes"


@pytest.fixture(params=databases.KINDS)
def address(request, tmp_path):
    with databases.temporary_database(request.param, tmp_path) as address:
        yield address


def serve(address, folder, name):
    return Loa("serve", database=address, data=folder / name, log=folder / f"{name}.log")


def test_an_empty_database_gets_the_units_at_the_first_start_alone(address, tmp_path):
    with serve(address, tmp_path, "first") as loa:
        assert "entered 3407 provinces and communes" in loa.tail()
    before = databases.rows(address, COUNT)
    assert before == [(34 + 3321, 34 + 3321)]
    with serve(address, tmp_path, "second") as loa:
        assert ENTERED not in loa.tail()
    assert databases.rows(address, COUNT) == before


def test_servers_that_start_together_enter_them_once(tmp_path):
    with databases.temporary_database("postgres", tmp_path) as address:
        # The tables first, so that the two meet at the units.
        program.run("audit", "--database", address)
        servers = [serve(address, tmp_path, name) for name in ("one", "two")]
        starts = [threading.Thread(target=one.start) for one in servers]
        for one in starts:
            one.start()
        for one in starts:
            one.join()
        try:
            assert databases.rows(address, COUNT) == [(34 + 3321, 34 + 3321)]
            told = "".join(one.tail() for one in servers)
            assert told.count("entered 3407") == 1, told
        finally:
            for one in servers:
                one.stop()


def test_serve_does_not_move_its_clock():
    done = program.run("serve", "--clock", "2030-01-01")
    assert done.returncode == 64 and b"--clock" in done.stderr


@pytest.mark.parametrize("day", ["2020-01-01", "tomorrow", "", "2999-01-01"])
def test_a_demonstrations_clock_goes_to_days_to_come_alone(day):
    done = program.run("demo", "--clock", day)
    assert done.returncode == 64 and b"--clock" in done.stderr
