"""Pages that are kept: the same bytes however they come, and every answer in the log when the server has ended."""

import json
import re

from harness.visitor import Visitor


def test_kept_pages_are_the_same_plain_and_compressed(loa, visitor):
    planner = visitor(loa, "lapkehoach")
    plan = planner.get("/plans").find("a[href^='/plans/']")[0].get("href")
    for path in (plan, "/plans", "/tasks"):
        pages, references = set(), set()
        for coding in ("identity", "gzip", "gzip", "identity", "gzip"):
            answer = planner.session.get(loa.url + path, headers={"Accept-Encoding": coding}, timeout=60)
            assert answer.headers.get("Content-Encoding", "identity") == coding
            assert answer.headers["Cache-Control"] == "no-store" and "Content-Security-Policy" in answer.headers
            references.add(answer.headers["X-Request-Id"])
            # A page that was made anew bears a token that is masked anew.
            pages.add(re.sub(rb'name="token" value="[^"]*"', b"", answer.content))
        assert len(pages) == 1 and len(references) == 5


def test_an_orderly_end_loses_no_line_of_the_log(launch):
    with launch("sqlite") as loa:
        planner = Visitor(loa.url)
        planner.sign_in("lapkehoach", loa.passwords()["lapkehoach"])
        references = [planner.session.get(loa.url + "/tasks", timeout=60).headers["X-Request-Id"] for _ in range(300)]
    logged = [json.loads(line) for line in loa.log_path.read_text().splitlines() if line.startswith("{")]
    told = [line["reference"] for line in logged if line["event"] == "request" and line["route"] == "/tasks"]
    assert told == references, "every answer has its line, once and in order"
