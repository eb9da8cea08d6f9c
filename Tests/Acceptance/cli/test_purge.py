"""A plan that should never have been there is destroyed, by the page and by `loa purge`, to the last byte."""

from pathlib import Path

import pytest

from harness import databases, documents, office
from harness.program import run

WORD = "Xyzzyqw"


@pytest.fixture
def brought(server, visitor):
    """A plan with words of its own, issued where that is asked."""

    def bring(number, is_issued):
        planner = visitor(server, "lapkehoach")
        plan = office.bring(planner, f"{number}.txt", documents.plan(2, number=number, words=f"Tuyên truyền {WORD} {number}"))
        if is_issued:
            assert office.issue(planner, plan).status == 200
        return planner, plan

    return bring


def traces(server):
    """Where the word is still found: rows on both engines, and the bytes of SQLite's files."""
    found = []
    tables = ["plan_text", "plan_reading", "correction", "plan_search", "task", "task_search", "ledger", "plan"]
    for table in tables:
        for row in databases.rows(server.database, f"SELECT * FROM {table}"):
            if any(WORD.lower() in str(value).lower() for value in row):
                found.append(table)
    if server.kind == "sqlite":
        path = Path(server.database.removeprefix("sqlite:"))
        for file in path.parent.glob(path.name + "*"):
            if WORD.lower().encode() in file.read_bytes().lower():
                found.append(file.name)
    return found


def audit_is_whole(server):
    done = run("audit", "--database", server.database)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("is_issued", [False, True])
def test_the_page_destroys_a_plan_and_all_its_traces(server, brought, is_issued):
    planner, plan = brought("71" + str(int(is_issued)), is_issued)
    assert traces(server)
    asked = planner.get(f"/plans/{plan}/purge")
    assert asked.status == 200 and WORD not in asked.text
    done = asked.form(action="/purge").submit({"sure": "yes", "reason": "stateSecret"})
    assert done.status == 200, done.words()[:300]
    assert planner.get(f"/plans/{plan}").status == 404
    assert traces(server) == []
    assert planner.get("/plans?q=" + WORD).text.count(f"/plans/{plan}") == 0
    audit_is_whole(server)


def test_the_command_destroys_a_plan_while_a_server_runs(server, brought):
    planner, plan = brought("719", True)
    refused = run("purge", plan, "--database", server.database)
    assert refused.returncode == 64 and b"--reason" in refused.stderr and traces(server)
    done = run("purge", plan, "--reason", "stateSecret", "--database", server.database)
    assert done.returncode == 0, done.stderr
    assert traces(server) == []
    assert planner.get(f"/plans/{plan}").status == 404
    again = run("purge", plan, "--reason", "stateSecret", "--database", server.database)
    assert again.returncode == 0, again.stderr
    unknown = run("purge", "nothing", "--reason", "stateSecret", "--database", server.database)
    assert unknown.returncode == 1 and b"no such plan" in unknown.stderr
    audit_is_whole(server)


def test_whoever_only_reads_may_not(server, brought, visitor):
    _, plan = brought("718", True)
    reader = visitor(server, "theodoi")
    page = reader.get(f"/plans/{plan}/purge")
    assert page.forms(action="/purge") == [], "nobody is offered what is not theirs"
    # Whoever writes the request by hand is refused as well.
    token = dict(page.form().values)["token"]
    address = reader.url + f"/plans/{plan}/purge"
    words = {"token": token, "sure": "yes", "reason": "stateSecret"}
    refused = reader.session.post(address, data=words, headers={"Origin": reader.url}, timeout=60)
    assert refused.status_code == 403 and traces(server)
