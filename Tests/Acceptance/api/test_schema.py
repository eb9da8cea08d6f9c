"""The OpenAPI document held against the running server by schemathesis, on both databases."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Per operation; the coverage phase besides goes through every limit of every field.
MOST_EXAMPLES = 5

# Every check is on. The lists say which refusals are right:
# - a verb without If-Match is 428 (RFC 6585), without a token 401;
# - words that are well formed but hold characters that Unicode hasn't assigned are 422, a tag never given out is 412;
# - methods that HTTP doesn't know to us at all (TRACE) are 501 (RFC 9110, 9.1), so only known ones are tried.
SETTINGS = """
[phases.coverage]
unexpected-methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

[checks.missing_required_header]
expected-statuses = [401, 428]

[checks.positive_data_acceptance]
expected-statuses = ["2xx", 401, 403, 404, 409, 412, 422]
"""


def check(program, folder, parameters, *, mode, phases, seed):
    settings = folder / "schemathesis.toml"
    lines = [f'"{name}" = "{value}"' for name, value in parameters.items()]
    settings.write_text(SETTINGS + ("\n[parameters]\n" + "\n".join(lines) + "\n" if lines else ""))
    command = [
        str(Path(sys.executable).with_name("st")), "--config-file", str(settings),
        "run", program.url + "/api/openapi.json", "-H", f"Authorization: Bearer {program.secret}",
        "--checks", "all", "--mode", mode, "--max-examples", str(MOST_EXAMPLES), "--seed", str(seed),
        "--phases", phases, "--continue-on-failure", "--rate-limit", "45/s",
    ]
    environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=900, env={**environment, "NO_COLOR": "1"}
    )
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    assert "No test cases were generated" not in done.stdout


@pytest.mark.timeout(1000)
def test_whatever_is_sent_the_server_keeps_to_its_document(program, server, tmp_path):
    """With identifiers of any kind, nearly all of them unknown."""
    check(program(), tmp_path, {}, mode="all", phases="examples,coverage,fuzzing", seed=1)
    assert '"level":"error"' not in server.log_path.read_text()


@pytest.mark.timeout(1000)
def test_answers_about_real_things_keep_to_the_document(program, server, tmp_path):
    """With a plan, a task and an agency that are there, so only with what the document allows: they stand for all others."""
    real = program()
    task = real.get("/api/v1/desk/due?limit=1").json()["items"][0]["task"]
    link = real.call(
        "POST", f"/api/v1/tasks/{task['id']}/links", body={"address": "https://bao.test/1", "title": "Bài báo"})
    assert link.status_code == 201, link.text
    things = {"path.evidence": link.json()["id"], "path.plan": task["plan"], "path.task": task["id"], "path.agency": real.get("/api/v1/me").json()["agency"]}
    check(real, tmp_path, things, mode="positive", phases="examples,coverage,fuzzing", seed=2)
    assert '"level":"error"' not in server.log_path.read_text()
