"""Deadlines pass: who is told in the inbox and by mail, once, and what becomes of letters that come back."""

import datetime
import re
import subprocess

import pytest

from harness import calendars, databases, office, program
from harness.calendars import working_days
from harness.program import Loa

from .mail_server import SENDER

SUBJECT_LIMIT = 78


@pytest.fixture(params=databases.KINDS)
def loa(request, launch, loa_bin):
    with launch(request.param, options=["--public-address", "http://loa.tinh.test"]) as server:
        yield server


@pytest.fixture
def day():
    """The last working day before today: its hours are over, whatever the clock says."""
    return working_days(calendars.today(), -1)


def issue(visitor, loa, day, number="771"):
    """A plan with a task due on the day, and 1, 3 and 7 working days before and 7 after it."""
    planner = visitor(loa, "lapkehoach")
    dues = [day, working_days(day, -1), working_days(day, -3), working_days(day, -7), working_days(day, 7)]
    days = [(due - calendars.today()).days for due in dues]
    plan = calendars.issue_round_today(planner, number, days=days)
    return planner, plan


def fill_posts(visitor, loa, plan, **addresses):
    """Persons without accounts in the posts of the department that leads."""
    (agency,), = databases.rows(
        loa.database,
        "SELECT DISTINCT task_assignee.agency_id FROM task_assignee JOIN task ON task.task_id = task_assignee.task_id "
        f"WHERE task_assignee.role = 'lead' AND task.plan_id = '{plan}'")
    planner = visitor(loa, "lapkehoach")
    for kind, address in addresses.items():
        posted = planner.get(f"/agencies/{agency}").form(field="postKind").submit(
            {"postKind": kind, "title": kind, "personName": f"Đỗ Thị {kind}", "email": address, "postFrom": f"{calendars.today() - datetime.timedelta(days=30)}"},
            button=("do", "post"))
        assert posted.status == 200 and address in posted.words("main"), posted.words("main")[:400]


def choose_address(person, address):
    form = person.get("/inbox/settings").form(field="email")
    done = form.submit({"email": address, "mail": "yes", "hour": "00:00", "daysOff": "yes"})
    assert done.status == 200, done.words("main")[:300]


def remind(loa, *options):
    return program.run("remind", "--database", loa.database, *options, check=True).stdout.decode()


def plain(message):
    return message.get_body(("plain",)).get_content()


def test_a_deadline_passes_and_climbs_from_the_focal_point_to_the_planner(visitor, loa, mail, day):
    planner, plan = issue(visitor, loa, day)
    fill_posts(visitor, loa, plan, focalPoint="dau-moi@xa.test", deputyFocalPoint="thay-dau-moi@xa.test", head="giam-doc@xa.test")
    choose_address(planner, "lap-ke-hoach@xa.test")
    options = ["--on", day.isoformat(), "--public-address", "http://loa.tinh.test", *mail.options]
    said = remind(loa, *options)
    # Beside these four, agencies of the sample plans are told what they were given.
    sent = int(re.search(r"Letters sent: (\d+), refused: 0, to try again: 0", said)[1])
    mail.settle(sent)
    lines = {
        name: plain(mail.messages(f"{name}@xa.test")[0])
        for name in ("dau-moi", "thay-dau-moi", "giam-doc", "lap-ke-hoach")
    }
    # What the agency was given with the plan may have been told before its posts were filled.
    counts = {name: len(re.findall(r"(?m)^\d+\. (?!Cơ quan được giao)", text)) for name, text in lines.items()}
    assert counts == {"dau-moi": 5, "thay-dau-moi": 3, "giam-doc": 2, "lap-ke-hoach": 1}, lines
    assert "Quá hạn 7 ngày làm việc" in lines["lap-ke-hoach"] and "Còn 7 ngày làm việc" in lines["dau-moi"]

    # The same again tells nobody anything.
    again = remind(loa, *options)
    assert "New reminders: 0" in again and "Letters sent: 0" in again
    assert len(mail.messages()) == sent

    message = mail.messages("giam-doc@xa.test")[0]
    assert message["Subject"] == "Nhắc việc: 2 việc, 2 việc quá hạn"
    assert message["To"].addresses[0].display_name == "Đỗ Thị head"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-Unsubscribe"] == "<http://loa.tinh.test/inbox/settings>"
    assert message["Return-path"].startswith("<loa+") and message["Message-ID"].endswith("@tinh.test>")
    assert message["From"].addresses[0].addr_spec == SENDER
    links = re.findall(r"https?://[^\s\"<>]+", plain(message) + message.get_body(("html",)).get_content())
    assert links and all(link.startswith("http://loa.tinh.test/") for link in links), links
    raw = message.as_bytes()
    assert raw.isascii() and max(map(len, raw.splitlines())) <= 998

    # The planner sees one unread notice in the frame of every page, reads it, and takes that back.
    page = planner.get("/plans")
    assert page.words(".who .unread") == "1"
    assert "Quá hạn 7 ngày làm việc" in planner.get("/inbox").words("main")
    read = planner.get("/inbox").form(field="notice").submit(button=("do", "read"))
    assert not planner.get("/plans").find(".who .unread"), "a kept page shows the old number"
    read.form(field="at").submit(button=("do", "undo"))
    assert planner.get("/plans").words(".who .unread") == "1"

    record = planner.get(f"/plans/{plan}/notices").words("main")
    assert "Đỗ Thị head" in record and "Thư: đã gửi" in record and "Hộp nhắc việc: chưa đọc" in record


def test_what_the_mail_server_refuses_or_returns_is_told_to_the_planner(visitor, loa, mail, day):
    planner, plan = issue(visitor, loa, day)
    fill_posts(visitor, loa, plan, focalPoint="khong-co@xa.test", deputyFocalPoint="da-nghi@xa.test")
    said = remind(loa, "--on", day.isoformat(), *mail.options)
    # Nobody heads the department on that day: its member is told instead, at the address of the member's post.
    assert "refused: 1" in said
    record = planner.get(f"/plans/{plan}/notices").words("main")
    assert "bị trả lại" in record and "no such mailbox here" in record

    # The other one was taken, and comes back by itself.
    mail.wait(lambda: mail.returned(), f"nothing came back:\n{mail.log()}")
    report = mail.returned()[0]
    told = program.run(
        "bounce", "--database", loa.database, "--mail-from", SENDER, stdin=report, check=True).stdout.decode()
    assert "marked as returned" in told
    assert "marked" not in program.run(
        "bounce", "--database", loa.database, "--mail-from", SENDER, stdin=report, check=True).stdout.decode()
    assert planner.get(f"/plans/{plan}/notices").words("main").count("Thư: bị trả lại") >= 2
    assert planner.get("/inbox").words("main").count("Thư nhắc không đến được người nhận") == 2


@pytest.mark.parametrize("change", [
    lambda report: report.replace(b"Action: failed", b"Action: delayed"),
    lambda report: report.replace(b"Status: 5", b"Status: 4"),
    lambda report: re.sub(rb"loa\+[0-9a-z]+@", b"loa+0123456789@", report),
    lambda report: report.replace(b"da-nghi@xa.test", b"nguoi-khac@xa.test"),
    lambda report: b"To: loa@tinh.test\n\nXin chao\n",
    lambda report: b"",
])
def test_a_report_that_does_not_fit_changes_nothing(visitor, launch, loa_bin, mail, day, change):
    with launch("sqlite") as loa:
        planner, plan = issue(visitor, loa, day)
        fill_posts(visitor, loa, plan, focalPoint="da-nghi@xa.test")
        remind(loa, "--on", day.isoformat(), *mail.options)
        mail.wait(lambda: mail.returned(), f"nothing came back:\n{mail.log()}")
        program.run("bounce", "--database", loa.database, "--mail-from", SENDER, stdin=change(mail.returned()[0]), check=True)
        assert "bị trả lại" not in planner.get(f"/plans/{plan}/notices").words("main")


def test_two_servers_on_one_database_send_each_letter_once(visitor, launch, loa_bin, mail, day, tmp_path):
    with launch("postgres") as first:
        planner, plan = issue(visitor, first, day)
        fill_posts(visitor, first, plan, focalPoint="dau-moi@xa.test", head="giam-doc@xa.test")
        choose_address(planner, "lap-ke-hoach@xa.test")
        command = [str(loa_bin), "remind", "--database", first.database, "--on", day.isoformat(), *mail.options]
        many = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
            for _ in range(4)
        ]
        said = [one.communicate(timeout=240)[0].decode() for one in many]
        # Who came while another held the lease leaves the letters to the next minute.
        remind(first, "--on", day.isoformat(), *mail.options)
        names = ["dau-moi@xa.test", "giam-doc@xa.test", "lap-ke-hoach@xa.test"]
        mail.wait(lambda: all(mail.messages(name) for name in names), f"letters are missing: {said}")
        addresses = sorted(one["To"].addresses[0].addr_spec for one in mail.messages())
        assert [one for one in addresses if one in names] == names, said
        assert len(set(addresses)) == len(addresses), said


def test_running_servers_do_it_by_themselves(visitor, launch, loa_bin, mail, day, tmp_path):
    with launch("postgres", options=mail.options) as first:
        planner, plan = issue(visitor, first, day)
        choose_address(planner, "lap-ke-hoach@xa.test")
        remind(first, "--on", day.isoformat())
        second = Loa(
            "serve", database=first.database, data=tmp_path / "data", log=tmp_path / "log", options=mail.options)
        with second:
            mail.wait(lambda: mail.messages("lap-ke-hoach@xa.test"), "no letter came", seconds=150)
        assert len(mail.messages("lap-ke-hoach@xa.test")) == 1
        assert "Thư: đã gửi" in planner.get(f"/plans/{plan}/notices").words("main")
