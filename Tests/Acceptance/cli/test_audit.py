"""`loa audit` proves that the ledger is whole, and names the entry where it was tampered with."""

import re
from contextlib import contextmanager

import pytest

from harness import databases, documents, office
from harness.program import run
from harness.visitor import Visitor


@pytest.fixture(scope="module")
def kept(server):
    """A server's database with a little history."""
    planner = Visitor(server.url)
    planner.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    plan = office.bring(planner, "audit.txt", documents.plan(2, number="211"))
    office.add_recipient(planner, plan, "Nơi nhận để lại dấu vết")
    return server.database


COLUMNS = "sequence, at, account_id, action, subject_kind, subject_id, detail, previous_hash, hash"


@contextmanager
def tampered(address, *statements):
    """Changes the ledger behind the program's back, and puts it back as it was."""
    with databases.connect(address) as connection:
        before = connection.execute(f"SELECT {COLUMNS} FROM ledger ORDER BY sequence").fetchall()
    with databases.connect(address) as connection:
        for statement in statements:
            connection.execute(statement)
    try:
        yield
    finally:
        sign = "?" if address.startswith("sqlite:") else "%s"
        with databases.connect(address) as connection:
            connection.execute("DELETE FROM ledger")
            for row in before:
                connection.execute(f"INSERT INTO ledger ({COLUMNS}) VALUES ({', '.join([sign] * 9)})", row)


def audit(address):
    done = run("audit", "--database", address)
    return done.returncode, (done.stdout + done.stderr).decode()


def last(address):
    return databases.rows(address, "SELECT max(sequence) FROM ledger")[0][0]


def middle(address):
    return last(address) // 2


def test_an_untouched_ledger_is_whole_and_its_length_is_told(kept):
    code, said = audit(kept)
    assert code == 0, said
    assert str(last(kept)) in re.sub(r"[., ]", "", said) or str(last(kept)) in said


@pytest.mark.parametrize("change", [
    "detail = detail || ' '", "action = action || 'x'", "at = at + 1", "account_id = 'somebody'",
    "subject_id = subject_id || 'x'", "subject_kind = 'x'",
])
def test_a_changed_entry_is_found_and_named(kept, change):
    number = middle(kept)
    with tampered(kept, f"UPDATE ledger SET {change} WHERE sequence = {number}"):
        code, said = audit(kept)
    assert code == 1 and re.search(rf"\b{number}\b", said), said


def test_a_deleted_entry_is_found_and_named(kept):
    number = middle(kept)
    with tampered(kept, f"DELETE FROM ledger WHERE sequence = {number}"):
        code, said = audit(kept)
    assert code == 1 and re.search(rf"\b({number}|{number + 1})\b", said), said


def test_the_first_entry_cannot_be_left_out(kept):
    with tampered(kept, "DELETE FROM ledger WHERE sequence = 1"):
        code, said = audit(kept)
    assert code == 1 and re.search(r"\b[12]\b", said), said


def head(said):
    """The ledger's head as printed, to be kept away from the server."""
    found = re.search(r"^Head: (\S+)$", said, re.M)
    assert found, f"no head is printed: {said}"
    return found[1]


def test_the_last_entries_cannot_be_left_out_before_the_eyes_of_who_kept_the_head(kept):
    kept_head = head(audit(kept)[1])
    assert run("audit", "--database", kept, "--head", kept_head).returncode == 0
    number = last(kept)
    with tampered(kept, f"DELETE FROM ledger WHERE sequence > {number - 2}"):
        done = run("audit", "--database", kept, "--head", kept_head)
    assert done.returncode == 1 and str(number - 1) in (done.stdout + done.stderr).decode(), "the first that is missing"


def test_an_entry_that_was_put_in_is_found(kept):
    number = last(kept) + 1
    if kept.startswith("sqlite:"):
        one, other = "randomblob(32)", "randomblob(32)"
    else:
        one, other = "decode(repeat('ab', 32), 'hex')", "decode(repeat('cd', 32), 'hex')"
    statement = (
        f"INSERT INTO ledger ({COLUMNS}) SELECT {number}, at, account_id, action, subject_kind, subject_id, detail, "
        f"{one}, {other} FROM ledger WHERE sequence = 1"
    )
    with tampered(kept, statement):
        code, said = audit(kept)
    assert code == 1 and re.search(rf"\b{number}\b", said), said


def test_words_taken_from_another_entry_are_found(kept):
    number = middle(kept)
    other = f"(SELECT detail || '?' FROM ledger AS other WHERE other.sequence = {number + 1})"
    with tampered(kept, f"UPDATE ledger SET detail = {other} WHERE sequence = {number}"):
        code, said = audit(kept)
    assert code == 1 and re.search(rf"\b{number}\b", said), said


def test_after_the_repair_it_is_whole_again(kept):
    assert audit(kept)[0] == 0


def test_a_database_without_loa_is_told(tmp_path):
    missing = run("audit", "--database", f"sqlite:{tmp_path}/nothing.sqlite")
    assert missing.returncode == 1 and missing.stderr.strip()
    assert not (tmp_path / "nothing.sqlite").exists(), "looking makes no database"
