"""A program works for its agency through JSON, on both databases."""

import requests


def test_a_task_is_begun_and_handed_in_and_the_second_of_two_is_told(program, server):
    first, second = program(), program()
    task = first.get("/api/v1/desk/due?limit=1").json()["items"][0]["task"]["id"]
    path = f"/api/v1/tasks/{task}"
    tag = first.get(path).headers["ETag"]
    assert first.call("POST", path + "/start").status_code == 428
    begun = first.call("POST", path + "/start", headers={"If-Match": tag})
    assert begun.status_code == 200 and begun.json()["state"] == "inProgress"
    late = second.call("POST", path + "/start", headers={"If-Match": tag})
    assert late.status_code == 412 and late.headers["Content-Type"] == "application/problem+json"
    assert late.json()["standing"]["state"] == "inProgress"
    # What stands now comes with the refusal, so that the next try needs no other look.
    done = second.call(
        "POST", path + "/submit", headers={"If-Match": late.headers["ETag"]},
        body={"note": "Đã xong; liên hệ 0912 345 678", "whyMissing": "Các cơ quan phối hợp chưa gửi"},
    )
    assert done.status_code == 200 and done.json()["state"] == "submitted"
    track = first.get(path)
    assert "0912 345 678" not in track.text and "678" in track.json()["task"]["note"]
    assert [entry["action"] for entry in track.json()["history"]][:2] == ["SubmitTask", "StartTask"]
    assert {entry["actor"] for entry in track.json()["history"][:2]} == {"API: Hệ thống văn bản"}
    same = first.get(path, **{"If-None-Match": track.headers["ETag"]})
    assert same.status_code == 304 and not same.content


def test_all_tasks_are_met_once_along_the_links(program):
    reader = program(["tasks:read"])
    for order in ["due", "plan", "newest", "lead"]:
        seen, path = [], f"/api/v1/tasks?limit=7&order={order}"
        while path:
            page = reader.get(path)
            assert page.status_code == 200, page.text
            assert ("next" in page.links) == (page.json()["next"] is not None)
            seen += [item["id"] for item in page.json()["items"]]
            path = page.json()["next"]
        assert len(seen) == len(set(seen)) > 50
    assert sum(reader.get("/api/v1/overview").json().values()) == len(seen)


def test_head_and_options_and_other_sites(program):
    reader = program(["tasks:read"])
    head = reader.call("HEAD", "/api/v1/tasks")
    full = reader.get("/api/v1/tasks")
    assert head.status_code == 200 and not head.content and head.headers["ETag"] == full.headers["ETag"]
    options = reader.call("OPTIONS", "/api/v1/tasks", headers={"Origin": "https://elsewhere.example"})
    assert options.status_code == 204 and options.headers["Allow"] == "GET, HEAD, OPTIONS"
    for answer in (head, full, options):
        assert not [name for name in answer.headers if name.lower().startswith("access-control")]
        assert "Set-Cookie" not in answer.headers


def test_a_cookie_opens_nothing_and_a_revoked_token_ends_at_once(program, server, visitor, department):
    person = visitor(server, "lapkehoach")
    answer = person.session.get(server.url + "/api/v1/tasks", timeout=60)
    assert answer.status_code == 401 and answer.headers["WWW-Authenticate"].startswith("Bearer")
    reader = program(["tasks:read"])
    assert reader.get("/api/v1/tasks").status_code == 200
    admin = visitor(server, "quantri")
    page = admin.get(f"/agencies/{department}/tokens")
    form = page.forms(field="id")[0]
    assert form.submit(button=("do", "revoke")).status == 200
    assert reader.get("/api/v1/tasks").status_code == 401


def test_only_an_administrator_reaches_the_tokens(server, visitor, department):
    for name in ["lapkehoach", "thanhvien", "theodoi"]:
        assert visitor(server, name).get(f"/agencies/{department}/tokens").status == 403
    assert requests.get(f"{server.url}/api/openapi.json", timeout=60).json()["openapi"] == "3.1.0"
