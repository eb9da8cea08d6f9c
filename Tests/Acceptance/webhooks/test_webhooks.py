"""Agencies' programs are told of events: signed, until they take them, and nowhere else."""

import base64
import datetime
import threading
import time

import pytest

from api.conftest import make_token
from harness import calendars, databases, program as programs

from .conftest import due_now
from .receiver import Receiver


def start_task(loa, visitor, plan):
    """Somebody of the leading department begins the plan's first task; gives its identifier."""
    person = visitor(loa, "thanhvien")
    link = person.get(f"/tasks?plan={plan}").find("main a[href*='/tasks/']")[0].get("href")
    page = person.get(link)
    done = page.form(action="/work").submit(button=("do", "start"))
    assert done.status == 200, done.words("main")[:300]
    return link.split("/tasks/")[1].split("?")[0]


def deliveries(program, registered):
    answer = program.get(registered + "/deliveries")
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


def test_what_happens_to_plans_and_tasks_is_told_once_signed(visitor, loa, program, receiver, registered):
    planner = visitor(loa, "lapkehoach")
    plan = calendars.issue_round_today(planner, "551")
    receiver.wait(lambda: receiver.events("plan.issued"), "no plan.issued")
    task = start_task(loa, visitor, plan)
    receiver.wait(lambda: receiver.events("task.changed"), "no task.changed")
    (issued,), (changed,) = receiver.events("plan.issued"), receiver.events("task.changed")
    assert issued["data"]["plan"] == plan and issued["data"]["state"] == "issued"
    assert changed["data"]["task"] == task and changed["data"]["action"] == "StartTask"
    assert changed["data"]["state"] == "inProgress" and changed["data"]["plan"] == plan
    assert "họp báo" not in str(receiver.events()), "words of plans are asked for with the token"
    assert program.get(f"/api/v1/tasks/{task}").json()["task"]["state"] == "inProgress"
    headers = receiver.taken[0][1]
    assert headers["Content-Type"] == "application/json" and headers["User-Agent"].startswith("loa/")

    form = planner.get(f"/plans/{plan}").form(action="/withdraw")
    assert form.submit({"reason": "Ban hành nhầm"}).status == 200
    receiver.wait(lambda: receiver.events("plan.withdrawn"), "no plan.withdrawn")
    assert receiver.refused == []
    identifiers = [one for one, _, _ in receiver.taken]
    assert len(set(identifiers)) == len(identifiers), "each is told once"
    assert {one["state"] for one in deliveries(program, registered)} == {"delivered"}


def test_reminders_are_told_when_they_are_due(visitor, loa, program, receiver, registered):
    planner = visitor(loa, "lapkehoach")
    # The last working day before today: its hours are over, whatever the clock says.
    day = calendars.working_days(calendars.today(), -1)
    plan = calendars.issue_round_today(planner, "552", days=[(day - calendars.today()).days])
    told = lambda: [one for one in receiver.events("reminder.due") if one["data"]["plan"] == plan]
    # The server itself may be making reminders just now; then it has the lease until it has made them.
    remind = lambda: programs.run("remind", "--database", loa.database, "--on", day.isoformat(), check=True).stdout
    for _ in range(2):
        receiver.wait(lambda: b"Another server" not in remind(), "nobody makes reminders", seconds=200)
        receiver.wait(told, "no reminder.due")
    (one,) = [one for one in told() if one["data"]["rule"] == "dueToday"]
    assert one["data"]["day"] == day.isoformat() and one["data"]["task"]


def test_a_trial_a_retry_and_what_was_answered(loa, program, receiver, registered):
    receiver.answer = lambda count: 500 if count == 1 else 302 if count == 2 else 200
    asked_at = time.time()
    assert program.call("POST", registered + "/test").status_code == 200
    receiver.wait(lambda: len(receiver.taken) == 1, "nothing came")
    receiver.wait(lambda: deliveries(program, registered)[0]["status"] == 500, "the answer isn't written down")
    first = deliveries(program, registered)[0]
    assert first["state"] == "waiting" and first["attempts"] == 1 and first["answer"].startswith("nono")
    assert len(first["answer"]) <= 500
    assert program.get(registered).json()["failingSince"]
    again_at = datetime.datetime.fromisoformat(first["nextAt"]).timestamp()
    assert 3.9 < again_at - asked_at < 6.1 + (time.time() - asked_at), "five seconds, and a fifth more or less"
    due_now(loa)
    receiver.wait(lambda: len(receiver.taken) == 2, "not tried again")
    receiver.wait(lambda: deliveries(program, registered)[0]["status"] == 302, "a redirection is no success")
    due_now(loa)
    receiver.wait(lambda: deliveries(program, registered)[0]["state"] == "delivered", "never taken")
    assert len({identifier for identifier, _, _ in receiver.taken}) == 1, "the same identifier each time"
    assert program.get(registered).json()["failingSince"] is None

    again = program.call("POST", f"{registered}/deliveries/{first['id']}/again")
    assert again.status_code == 200 and again.json()["state"] == "waiting"
    receiver.wait(lambda: len(receiver.taken) == 4, "not sent again by hand")
    assert receiver.taken[-1][0] == first["id"]


def test_what_was_chosen_is_told_and_nothing_else(visitor, loa, program, receiver, registered):
    wrong = program.call("POST", registered + "/events", body={"events": ["plan.burned"]})
    assert wrong.status_code == 400 and wrong.json()["field"] == "events"
    chosen = program.call("POST", registered + "/events", body={"events": ["task.changed"]})
    assert chosen.status_code == 200 and chosen.json()["events"] == ["task.changed"]
    plan = calendars.issue_round_today(visitor(loa, "lapkehoach"), "555", days=[200])
    start_task(loa, visitor, plan)
    receiver.wait(lambda: receiver.events("task.changed"), "what was chosen isn't told")
    assert {event["type"] for event in receiver.events()} == {"task.changed"}
    assert program.call("POST", registered + "/events", body={}).json()["events"] is None


def busy(handler):
    """Too many requests; the next in an hour."""
    handler.send_response(429)
    for name, value in {"Retry-After": "3600", "Content-Length": "0", "Connection": "close"}.items():
        handler.send_header(name, value)
    handler.end_headers()


def test_who_asks_for_quiet_gets_it(loa, program, receiver, registered):
    receiver.answer = lambda count: busy if count == 1 else 204
    asked_at = time.time()
    program.call("POST", registered + "/test")
    receiver.wait(lambda: program.get(registered).json()["quietUntil"], "the wish isn't heard")
    wish = datetime.datetime.fromisoformat(program.get(registered).json()["quietUntil"]).timestamp()
    assert 3_600 <= wish - asked_at < 3_700
    program.call("POST", registered + "/test")
    due_now(loa)
    # Another address is sent to meanwhile.
    with Receiver() as other:
        made = program.call("POST", "/api/v1/webhooks", body={"address": other.address}).json()
        program.call("POST", f"/api/v1/webhooks/{made['webhook']['id']}/test")
        other.wait(lambda: other.times, "the other address is told of nothing")
    assert len(receiver.times) == 1, "it was asked again before its time"
    with databases.connect(loa.database) as connection:
        connection.execute("UPDATE webhook SET quiet_until = 1 WHERE quiet_until IS NOT NULL")
    receiver.wait(lambda: len(receiver.taken) == 3, "it isn't asked after its time")
    assert program.get(registered).json()["quietUntil"] is None


def test_the_secret_is_changed_and_the_old_one_signs_for_a_day(loa, program, receiver, registered):
    old = receiver.secrets[0]
    answer = program.call("POST", registered + "/secret")
    new = answer.json()["secret"]
    assert answer.status_code == 200 and new != old and new.startswith("whsec_")
    assert len(base64.b64decode(new.removeprefix("whsec_"))) == 32
    program.call("POST", registered + "/test")
    receiver.wait(lambda: len(receiver.taken) == 1, "the old secret no longer verifies")
    receiver.secrets[:] = [new]
    program.call("POST", registered + "/test")
    receiver.wait(lambda: len(receiver.taken) == 2, "the new secret doesn't verify")
    assert len(receiver.taken[-1][1]["webhook-signature"].split()) == 2
    with databases.connect(loa.database) as connection:
        connection.execute("UPDATE webhook SET previous_until = 1 WHERE previous_until IS NOT NULL")
    receiver.secrets[:] = [old]
    program.call("POST", registered + "/test")
    receiver.wait(lambda: len(receiver.refused) == 1, "the old secret signs for ever")
    shown = program.get("/api/v1/webhooks").text + program.get(registered).text
    assert "whsec_" not in shown and old not in shown


def test_what_is_never_taken_is_switched_off_and_the_owner_reads_so(visitor, loa, program, receiver, registered):
    receiver.answer = lambda count: 503
    planner = visitor(loa, "lapkehoach")
    calendars.issue_round_today(planner, "553", days=[200])
    for attempt in range(1, 11):
        receiver.wait(lambda: len(receiver.times) >= attempt, f"no try {attempt}")
        receiver.wait(lambda: deliveries(program, registered)[0]["attempts"] >= attempt, "not counted")
        receiver.wait(lambda: deliveries(program, registered)[0]["state"] in ("waiting", "givenUp"), "not settled")
        due_now(loa)
    receiver.wait(lambda: program.get(registered).json()["state"] == "failed", "it goes on for ever")
    assert deliveries(program, registered)[0]["state"] == "givenUp"
    refused = program.call("POST", registered + "/test")
    assert refused.status_code == 409 and refused.json()["code"] == "webhook.is-off"
    for name in ("quantri", "lapkehoach"):
        inbox = visitor(loa, name).get("/inbox").words("main")
        if name == "lapkehoach":
            assert "đã bị tắt" in inbox, inbox[:500]
    count = len(receiver.times)
    calendars.issue_round_today(planner, "554", days=[200])
    receiver.answer = lambda _: 200
    # Another address of the same agency is told of something that came later.
    with Receiver() as other:
        made = program.call("POST", "/api/v1/webhooks", body={"address": other.address}).json()
        program.call("POST", f"/api/v1/webhooks/{made['webhook']['id']}/test")
        other.wait(lambda: other.times, "the other address is told of nothing")
    assert len(receiver.times) == count, "switched off, nothing is sent"
    assert program.call("POST", registered + "/on").json()["state"] == "on"
    program.call("POST", registered + "/test")
    receiver.wait(lambda: receiver.events("webhook.test"), "switched on, it is sent again")


def test_gone_is_gone(loa, program, receiver, registered):
    receiver.answer = lambda count: 410
    program.call("POST", registered + "/test")
    receiver.wait(lambda: program.get(registered).json()["state"] == "failed", "410 is not heeded")
    assert len(receiver.times) == 1


def test_a_silent_receiver_holds_up_nobody(visitor, loa, program, receiver, registered):
    may_end = threading.Event()

    def silent(handler):
        may_end.wait(60)
        handler.close_connection = True

    with Receiver() as other:
        other.answer = lambda count: silent
        made = program.call("POST", "/api/v1/webhooks", body={"address": other.address}).json()
        for _ in range(2):
            program.call("POST", f"/api/v1/webhooks/{made['webhook']['id']}/test")
        other.wait(lambda: other.times, "the silent one isn't asked")
        started = time.monotonic()
        program.call("POST", registered + "/test")
        receiver.wait(lambda: receiver.taken, "the other one is kept waiting")
        assert time.monotonic() - started < 60 and not may_end.is_set()
        assert visitor(loa, "thanhvien").get("/work").status == 200
        may_end.set()


@pytest.mark.parametrize(
    "address",
    [
        "http://example.vn/hook", "ftp://example.vn/", "javascript:alert(1)", "https://", "https://user:pass@example.vn/",
        "https://example.vn/#part", "example.vn", "https://exa mple.vn/", "https://example.vn/" + "x" * 1000, "http://10.0.0.1/",
        "http://localhost.example.vn/",
    ],
)
def test_addresses_that_are_none(program, address):
    answer = program.call("POST", "/api/v1/webhooks", body={"address": address})
    assert answer.status_code in (400, 422), answer.text
    assert program.get("/api/v1/webhooks").json()["items"] == []


def test_only_so_many_and_only_ones_own(visitor, loa, program, receiver):
    for index in range(10):
        assert program.call("POST", "/api/v1/webhooks", body={"address": f"{receiver.address}&n={index}"}).status_code == 201
    eleventh = program.call("POST", "/api/v1/webhooks", body={"address": receiver.address})
    assert eleventh.status_code == 422 and eleventh.json()["code"] == "webhook.too-many"
    known = program.get("/api/v1/webhooks").json()["items"][0]["id"]
    admin = visitor(loa, "quantri")
    others = [link.get("href") for link in admin.get("/agencies").find("main a[href*='/agencies/']")]
    other = next(one.split("/agencies/")[1] for one in others if one.count("/") == 2 and one.split("/")[-1] != program_agency(program))
    stranger = make_token(visitor, loa, other, ["webhooks:manage"])
    assert stranger.get("/api/v1/webhooks").json()["items"] == []
    for path in (f"/api/v1/webhooks/{known}", f"/api/v1/webhooks/{known}/deliveries"):
        assert stranger.get(path).status_code == 404
    for verb in ("on", "off", "remove", "test", "secret", "events"):
        assert stranger.call("POST", f"/api/v1/webhooks/{known}/{verb}").status_code == 404
    reader = make_token(visitor, loa, program_agency(program), ["tasks:read"])
    assert reader.get("/api/v1/webhooks").status_code == 403


def program_agency(program):
    return program.get("/api/v1/me").json()["agency"]


def test_this_machine_and_the_offices_network_are_not_reached_unless_allowed(launch, loa_bin, visitor, receiver):
    with launch("sqlite", options=["--webhook-allow", "private"]) as loa:
        admin = visitor(loa, "quantri")
        agency = next(
            link.get("href").split("/agencies/")[1] for link in admin.get("/agencies").find("main a[href*='/agencies/']")
            if link.get("href").count("/") == 2 and "?" not in link.get("href"))
        program = make_token(visitor, loa, agency, ["webhooks:manage"])
        refused = program.call("POST", "/api/v1/webhooks", body={"address": receiver.address})
        assert refused.status_code == 422, "http goes to this machine only, where that is allowed"
        paths = {}
        for host in ("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "0.0.0.0", "2130706433"):
            address = f"https://{host}:{receiver.server.server_port}/"
            made = program.call("POST", "/api/v1/webhooks", body={"address": address})
            assert made.status_code == 201, f"{host} {made.text}"
            paths[host] = f"/api/v1/webhooks/{made.json()['webhook']['id']}"
            assert program.call("POST", paths[host] + "/test").status_code == 200
        for host, path in paths.items():
            receiver.wait(lambda: deliveries(program, path)[0]["answer"], f"{host} isn't tried")
            assert "may not be reached" in deliveries(program, path)[0]["answer"], deliveries(program, path)
        assert receiver.times == [], "nothing came"


def test_two_servers_send_each_event_once(visitor, launch, loa_bin, receiver):
    with launch("postgres", options=["--webhook-allow", "loopback"]) as one:
        with launch("postgres", command="serve", options=["--webhook-allow", "loopback"], database=one.database) as two:
            person = visitor(one, "lapkehoach")
            choice = person.get("/upload").find("[name=agency]")[0]
            agency = choice.get("value") or choice.cssselect("option")[0].get("value")
            program = make_token(visitor, one, agency, ["webhooks:manage"])
            made = program.call("POST", "/api/v1/webhooks", body={"address": receiver.address}).json()
            receiver.secrets.append(made["secret"])
            path = f"/api/v1/webhooks/{made['webhook']['id']}"
            for index in range(20):
                program.call("POST", path + "/test")
            receiver.wait(lambda: len(receiver.taken) == 20, "not all came")
            settled = lambda: {each["state"] for each in deliveries(program, path)} == {"delivered"}
            receiver.wait(settled, "what came isn't written down")
            assert two.stop() == 0
            program.call("POST", path + "/test")
            receiver.wait(lambda: len(receiver.taken) == 21, "the other server does not go on")
            # Sent twice by either, it would have come before this.
            identifiers = [identifier for identifier, _, _ in receiver.taken]
            assert len(identifiers) == 21 and len(set(identifiers)) == 21


def test_the_pages_do_the_same(visitor, loa, department, receiver):
    person = visitor(loa, "lapkehoach")
    page = person.get(f"/agencies/{department}/webhooks")
    assert page.status == 200
    wrong = page.form(field="address").submit({"address": "http://example.vn/"})
    assert wrong.status == 422 and "https://" in wrong.words("main .notice")
    assert wrong.find("#address")[0].get("value") == "http://example.vn/", "what was typed stays"
    done = page.form(field="address").submit({"address": receiver.address})
    secret = done.find("#secret")[0].text_content()
    receiver.secrets.append(secret)
    assert done.status == 200 and secret.startswith("whsec_")
    assert secret not in person.get(f"/agencies/{department}/webhooks").text
    path = done.find("main .plainlist a")[0].get("href")

    def press(do, action=path):
        for form in person.get(path).forms(action=action):
            if any(button.get("value") == do for button in form.element.cssselect("button")):
                return form.submit(button=("do", do))
        raise AssertionError(f"no button {do}: {person.get(path).words('main')}")

    press("test")
    receiver.wait(lambda: len(receiver.taken) == 1, "no trial")
    receiver.wait(lambda: "Đã nhận" in person.get(path).words("main"), "the page doesn't say so")
    press("again")
    receiver.wait(lambda: len(receiver.taken) == 2, "not sent again")
    rotated = press("rotate").find("#secret")[0].text_content()
    assert rotated != secret
    assert "Đã tắt" in press("off").words("main") and "Đang bật" in press("on").words("main")
    assert "Cơ quan chưa có địa chỉ nào" in press("remove").words("main")
    for name in ("thanhvien", "theodoi"):
        assert visitor(loa, name).get(f"/agencies/{department}/webhooks").status == 403
    # An administrator above the department may, and the ledger tells of it without the path, which may be a secret.
    assert visitor(loa, "quantri").get(f"/agencies/{department}/webhooks").status == 200
    ledger = databases.rows(loa.database, "SELECT detail FROM ledger WHERE action = 'RegisterWebhook'")
    assert ledger and all("key=1" not in detail and secret not in detail for (detail,) in ledger)
