"""The first administrator comes from the command line; the password from standard input, never from an argument."""

import pytest

from harness import databases
from harness.program import Loa, run
from harness.visitor import Visitor

PASSWORD = "bốn con mèo trèo cây cau"


@pytest.fixture(params=databases.KINDS)
def address(request, tmp_path):
    with databases.temporary_database(request.param, tmp_path) as address:
        yield address


AGENCY = "Sở Văn hóa, Thể thao và Du lịch"


def make(address, name="truongphong", password=PASSWORD):
    return run("administrator", name, "--agency", AGENCY, "--database", address, stdin=(password + "\n").encode())


def test_the_first_administrator_signs_in(address, tmp_path):
    made = make(address)
    assert made.returncode == 0, made.stderr.decode()
    assert PASSWORD.encode() not in made.stdout + made.stderr
    with Loa("serve", database=address, data=tmp_path / "data", log=tmp_path / "log").start() as loa:
        person = Visitor(loa.url)
        page = person.sign_in("truongphong", PASSWORD)
        assert page.status == 200 and person.get("/accounts").status == 200
        assert AGENCY in person.get("/accounts").words()
    assert run("audit", "--database", address).returncode == 0


@pytest.mark.parametrize("password", ["", "ngắn", "matkhau123456", "truongphong12", pytest.param("x" * 5000, id="long"), "aaaaaaaaaaaaaaaa"])
def test_weak_passwords_are_refused_with_a_sentence(address, password):
    done = make(address, "truongphong", password)
    assert done.returncode == 1 and len(done.stderr.decode().split()) > 3
    assert make(address).returncode == 0, "the refusal left nothing behind"


@pytest.mark.parametrize("name", ["truongphong", "nguoithuhai"])
def test_only_the_first_administrator_comes_from_the_command_line(address, name):
    assert make(address).returncode == 0
    again = make(address, name)
    assert again.returncode == 1 and len(again.stderr.decode().split()) > 4, again.stderr.decode()


@pytest.mark.parametrize("name", ["", "  ", "a b", "<script>", "x" * 300, "tên có dấu", "a\nb"])
def test_names_that_nobody_can_type_are_refused(address, name):
    done = make(address, name)
    assert done.returncode in (1, 64) and done.stderr.strip()
