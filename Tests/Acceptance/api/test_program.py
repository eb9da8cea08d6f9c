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


def led_tasks(program, count):
    """Open tasks that the department leads, each with its entity tag."""
    items = [item for item in program.get("/api/v1/desk/due?limit=100").json()["items"] if item["role"] == "lead"]
    tasks = [item["task"]["id"] for item in items if item["task"]["state"] == "open"][:count]
    assert len(tasks) == count, items
    return tasks


def test_evidence_is_added_found_and_got_and_a_secret_is_not_kept(program, server):
    one = program()
    (task,) = led_tasks(one, 1)
    path = f"/api/v1/tasks/{task}"
    words = "Biên bản hội nghị thông tin đối ngoại, có 30 đại biểu dự.".encode()

    def upload(content, fields={"attest": "yes"}, name="bien-ban.txt", who=one):
        return who.session.post(
            server.url + path + "/files", data=fields, files={"file": (name, content, "text/plain")},
            headers={"Authorization": f"Bearer {who.secret}"}, timeout=120)

    added = upload(words, {"attest": "yes", "note": "Ngày 12/11"})
    assert added.status_code == 201, added.text
    link = one.call("POST", path + "/links", body={"address": "https://bao.test/1", "title": "Bài báo"})
    assert link.status_code == 201
    seen, page = [], path + "/evidence?limit=1"
    while page:
        answer = one.get(page).json()
        seen += [item["id"] for item in answer["items"]]
        page = answer["next"]
    assert {added.json()["id"], link.json()["id"]} <= set(seen) and len(seen) == len(set(seen))

    file = f"/api/v1/evidence/{added.json()['id']}/file"
    got = one.get(file)
    assert got.content == words and got.headers["Content-Disposition"].startswith("attachment")
    rest = one.get(file, Range="bytes=10-")
    assert rest.status_code == 206 and rest.content == words[10:]
    assert program(["tasks:read", "tasks:write"]).get(file).json()["code"] == "api.scope-missing"

    before = len(seen)
    secret = upload("MẬT\n".encode() + words)
    assert secret.status_code == 422 and secret.json()["code"] == "document.secret"
    assert upload(words, {}).json()["code"] == "upload.refused"
    assert upload(b"a" * (20 << 20) + b"aa").status_code == 413
    assert upload(words, who=program(["tasks:read"])).status_code == 403
    assert len(one.get(path + "/evidence").json()["items"]) == before
    removed = one.call("POST", f"/api/v1/evidence/{added.json()['id']}/remove")
    assert removed.status_code == 200 and one.get(file).status_code == 404


def test_many_tasks_are_given_to_a_colleague_and_begun_at_once(program):
    one = program()
    colleague = one.get("/api/v1/colleagues").json()["items"][0]["account"]
    first, second = led_tasks(one, 2)
    seen = {task: one.get(f"/api/v1/tasks/{task}").json()["task"]["revision"] for task in (first, second)}
    targets = [{"task": task, "revision": revision} for task, revision in seen.items()]
    given = one.call("POST", "/api/v1/bulk/delegate", body={"tasks": targets, "account": colleague})
    assert [item["done"] for item in given.json()["items"]] == [True, True], given.text
    # The first was changed by that; the second is named as it now stands.
    targets[1]["revision"] += 1
    begun = one.call("POST", "/api/v1/bulk/start", body={"tasks": targets}).json()["items"]
    assert [item["done"] for item in begun] == [False, True] and begun[0]["code"] == "task.changed-meanwhile"
    task = one.get(f"/api/v1/tasks/{second}").json()["task"]
    assert task["state"] == "inProgress" and task["delegate"] == colleague


def test_a_period_is_reported_and_returned(program):
    one = program()
    (task,) = led_tasks(one, 1)
    path = f"/api/v1/tasks/{task}"
    judge = one.call("POST", path + "/rhythm", headers={"If-Match": one.get(path).headers["ETag"]}, body={"rhythm": "month"})
    assert judge.status_code == 200, judge.text
    period = one.get(path + "/periods").json()["items"][0]
    tag = {"If-Match": f'"{period["revision"]}"'}
    done = one.call("POST", f"{path}/periods/{period['from']}/submit", headers=tag, body={"note": "Đã phát 12 buổi"})
    assert done.status_code == 200 and done.json()["state"] == "submitted", done.text
    late = one.call("POST", f"{path}/periods/{period['from']}/return", headers=tag, body={"reason": "Thiếu số liệu"})
    assert late.status_code == 412 and late.json()["standing"]["state"] == "submitted"
    back = one.call(
        "POST", f"{path}/periods/{period['from']}/return", headers={"If-Match": late.headers["ETag"]},
        body={"reason": "Thiếu số liệu"})
    assert back.status_code == 200 and back.json()["state"] == "returned"
