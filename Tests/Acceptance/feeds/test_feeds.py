"""Private calendar addresses, read by other people's programs: icalendar (PyPI) and khal (Debian)."""

import datetime
import re
import subprocess

import icalendar
import pytest
import requests

from harness import calendars, office
from harness.visitor import Visitor

DAYS = (-40, -9, -2, 0, 3, 5, 6, 7, 12, 19, 33, 47)


@pytest.fixture(scope="module")
def issued(server):
    """The planner, and a plan whose tasks lie round today."""
    planner = Visitor(server.url)
    planner.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    return planner, calendars.issue_round_today(planner, 951, days=DAYS)


def read(server, path, **headers):
    answer = requests.get(server.url + path, headers=headers, timeout=120)
    return answer


def events(answer):
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert calendar.errors == [], calendar.errors
    found = calendar.walk("VEVENT")
    for event in found:
        assert event.errors == [], event.errors
    return found


def of_plan(found, number="951/KH-SVHTTDL"):
    return [event for event in found if number in event.get("DESCRIPTION", "")]


def test_a_feed_is_read_without_complaint_and_says_what_the_plan_says(server, issued):
    planner, plan = issued
    answer = read(server, calendars.make_feed(planner))
    assert answer.status_code == 200 and answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "set-cookie" not in answer.headers and "private" in answer.headers["cache-control"]
    lines = answer.content.split(b"\r\n")
    assert lines[-1] == b"" and all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")
    found = of_plan(events(answer))
    today = calendars.today()
    # "Trước ngày D" ends the day before D.
    assert sorted(event.decoded("DTSTART") for event in found) == [today + datetime.timedelta(days=day) for day in sorted(DAYS)]
    for event in found:
        assert event.decoded("DTEND") - event.decoded("DTSTART") == datetime.timedelta(days=1)
        assert isinstance(event.decoded("DTSTAMP"), datetime.datetime)
        assert event["SEQUENCE"] >= 1 and event["STATUS"] == "CONFIRMED" and event["URL"].startswith(server.url + "/tasks/")
        [alarm] = event.walk("VALARM")
        assert alarm.decoded("TRIGGER") == datetime.timedelta(hours=-15)
    everything = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert len({event["UID"] for event in everything}) == len(everything)


def test_what_changes_keeps_its_uid_and_counts_up_and_what_is_cancelled_says_so(server, issued):
    planner, plan = issued
    path = calendars.make_feed(planner, "agency")
    before = {event["UID"]: event for event in of_plan(events(read(server, path)))}
    tag = read(server, path).headers["etag"]
    assert read(server, path, **{"If-None-Match": tag}).status_code == 304
    # The plan is withdrawn; its tasks are cancelled with it.
    page = planner.get(f"/plans/{plan}")
    done = page.form(action="/withdraw").submit({"reason": "Thử nghiệm lịch"})
    assert done.status == 200, done.words("main")[:300]
    changed = read(server, path, **{"If-None-Match": tag})
    assert changed.status_code == 200 and changed.headers["etag"] != tag
    after = {event["UID"]: event for event in of_plan(events(changed))}
    assert after.keys() == before.keys()
    for uid, event in after.items():
        assert event["STATUS"] == "CANCELLED" and event["SEQUENCE"] > before[uid]["SEQUENCE"]
        assert event.walk("VALARM") == []


def test_khal_of_debian_reads_it_and_shows_its_days(server, tmp_path):
    planner = Visitor(server.url)
    planner.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    plan = calendars.issue_round_today(planner, 952, days=(2, 4))
    answer = read(server, calendars.make_feed(planner))
    feed = tmp_path / "loa.ics"
    feed.write_bytes(answer.content)
    config = tmp_path / "config"
    (tmp_path / "calendar").mkdir()
    config.write_text(
        f"[calendars]\n[[loa]]\npath = {tmp_path}/calendar\n[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\nlocal_timezone = Asia/Ho_Chi_Minh\ndefault_timezone = Asia/Ho_Chi_Minh\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )

    def khal(*words):
        done = subprocess.run(
            ["/usr/bin/khal", "-c", str(config), *words], capture_output=True, timeout=120,
            env={"HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
        told = done.stderr.decode()
        assert done.returncode == 0 and "error" not in told.lower() and "Traceback" not in told, told
        return done.stdout.decode()

    khal("import", "--batch", "-a", "loa", str(feed))
    today = calendars.today()
    for days, words in ((2, "Tuyên truyền trên màn hình LED đợt 1."), (4, "Phát thanh trên loa truyền thanh cơ sở đợt 2.")):
        day = today + datetime.timedelta(days=days)
        assert words in khal("list", day.isoformat(), "1d", "--format", "{title}"), day
        other = day + datetime.timedelta(days=1)
        assert words not in khal("list", other.isoformat(), "1d", "--format", "{title}"), other


def test_a_new_address_ends_the_old_one_and_no_log_bears_either(server):
    planner = Visitor(server.url)
    planner.sign_in("thanhvien", server.passwords()["thanhvien"])
    first = calendars.make_feed(planner)
    assert read(server, first).status_code == 200
    second = calendars.make_feed(planner)
    assert read(server, first).status_code == 404 and read(server, second).status_code == 200
    form = next(form for form in planner.get("/calendar/feeds").forms(action="/calendar/feeds"))
    form.submit(button=("do", "revoke"))
    assert read(server, second).status_code == 404
    log = server.log_path.read_text(errors="replace") + server.output
    for path in (first, second):
        assert re.search(r"[0-9a-f]{64}", path)[0][:24] not in log
    assert '"route":"/feeds/:feed"' in log


def test_no_telephone_number_leaves_by_a_feed(server):
    planner = Visitor(server.url)
    planner.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    text = calendars.plan_round_today(953, days=(8,)).replace("đợt 1.", "đợt 1, đồng chí Lan, điện thoại 0912 345 678.")
    plan = office.bring(planner, "co-so-dien-thoai.txt", text)
    planner.get(f"/plans/{plan}/issue").form(action="/issue").submit({"acknowledge": "yes"})
    answer = read(server, calendars.make_feed(planner))
    joined = answer.content.replace(b"\r\n ", b"").decode()
    assert "đồng chí Lan" in joined and "345 678" not in joined and "0912" not in joined
