"""Several servers share one PostgreSQL: whatever happens on one holds on all of them, at once."""

import subprocess
import threading
import uuid

import pytest
import requests

from harness import calendars, databases, documents, office, program
from notices.mail_server import MailServer

# Ten digits by chance are a telephone number, which pages rightly hide.
LETTERS = str.maketrans("0123456789", "ghijklmnop")
CHANGES = 12
EVENT_SECONDS = 120


def words():
    return f"Lời {uuid.uuid4().hex.translate(LETTERS)}"


@pytest.fixture(scope="module")
def task(pair):
    """A task that the planner's own department leads."""
    all_of, one, _ = pair
    planner = all_of.visitor(one, "lapkehoach")
    plan = calendars.issue_round_today(planner, "881")
    (found,), = databases.rows(
        all_of.database,
        f"SELECT task_id FROM task WHERE plan_id = '{plan}' AND state = 'open' AND has_lead = 1 ORDER BY position LIMIT 1")
    return found


def form_of(page, act):
    """The form of a task's page that does one thing."""
    for form in page.forms(action="/work"):
        if ("do", act) in form.values:
            return form
    raise AssertionError(f"no form for {act!r} on {page.url}: {[form.values for form in page.forms(action='/work')]}")


def comment(visitor, task, said):
    return form_of(visitor.get(f"/tasks/{task}"), "comment").submit({"text": said})


def test_a_session_holds_on_both_and_ends_on_both(pair):
    all_of, one, other = pair
    here = all_of.visitor(one, "thanhvien")
    there = all_of.on(other, here)
    for _ in range(3):
        assert there.get("/tasks").url == f"{other.url}/tasks", "the session isn't known on the other server"
    # Pages are kept on both by now.
    assert here.get("/tasks").url == f"{one.url}/tasks"
    out = here.get("/tasks").form(action="/sign-out").submit()
    assert out.status == 200
    for visitor, loa in [(there, other), (all_of.on(one, there), one)]:
        left = visitor.get("/tasks")
        assert left.url.startswith(f"{loa.url}/sign-in"), f"still signed in at {left.url}"


def test_a_change_on_one_is_on_the_others_pages_at_once(pair, task):
    all_of, one, other = pair
    servers = [all_of.visitor(one, "lapkehoach"), all_of.visitor(other, "lapkehoach")]
    for number in range(CHANGES):
        writer, reader = servers[number % 2], servers[1 - number % 2]
        said = words()
        # Asked twice, so that the second answer comes out of what is kept.
        for _ in range(2):
            assert said not in reader.get(f"/tasks/{task}").text
        done = comment(writer, task, said)
        assert done.status == 200 and said in done.text
        assert said in reader.get(f"/tasks/{task}").text, f"change {number + 1} isn't seen on the other server"


def test_a_reading_on_one_is_followed_by_the_events_of_the_other(pair):
    all_of, one, other = pair
    planner = all_of.visitor(one, "lapkehoach")
    page = office.send_file(planner, "theo-doi.txt", documents.plan(40, number="882"))
    assert page.status == 200, page.words()[:300]
    entries = page.find("#readings [data-events]")
    if entries:
        address = entries[0].get("data-events")
    else:
        # It was quicker than the page; its events still end with the plan.
        address = f"/upload/{page.find('#readings [id^=reading-]')[0].get('id').removeprefix('reading-')}/events"
    follower = all_of.on(other, planner)
    last = ""
    with follower.session.get(other.url + address, stream=True, timeout=EVENT_SECONDS) as stream:
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        for line in stream.iter_lines(decode_unicode=True):
            if line.startswith("data:"):
                last += line
            if "/correct" in last:
                break
    assert "/correct" in last, f"the events of the other server never told of the plan: {last[:500]}"


def test_two_people_at_one_task_lose_nothing(pair, task):
    all_of, one, other = pair
    first = all_of.visitor(one, "lapkehoach").get(f"/tasks/{task}")
    second = all_of.visitor(other, "lapkehoach").get(f"/tasks/{task}")
    mine = words()
    assert form_of(first, "start").submit().status == 200
    refused = form_of(second, "submit").submit({"note": mine})
    assert refused.status == 409, refused.words("main")[:300]
    shown = refused.words("main")
    assert mine in refused.text, "what the second person typed is lost"
    assert "Đang thực hiện" in shown, "the second person isn't shown how it stands now"
    # Sent again in sight of both, it goes through.
    again = form_of(refused, "submit").submit()
    assert again.status == 200, again.words("main")[:300]
    seen = all_of.visitor(one, "lapkehoach").get(f"/tasks/{task}")
    assert mine in seen.text, "the report that was sent again isn't on the other server"
    audit = program.run("audit", "--database", all_of.database)
    assert audit.returncode == 0, audit.stderr.decode()


def test_reminders_and_letters_go_out_once(office_of_two):
    mail = MailServer()
    try:
        mail.start()
        with office_of_two.server() as quiet:
            planner = office_of_two.visitor(quiet, "lapkehoach")
            form = planner.get("/inbox/settings").form(field="email")
            assert form.submit({"email": "lap-ke-hoach@xa.test", "mail": "yes", "hour": "00:00", "daysOff": "yes"}).status == 200
            day = calendars.working_days(calendars.today(), -1)
            late = (calendars.working_days(day, -7) - calendars.today()).days
            calendars.issue_round_today(planner, "883", days=(late, late, 0))
        # Two servers begin their day's work together, and three commands beside them.
        with office_of_two.server(*mail.options), office_of_two.server(*mail.options):
            commands = [
                subprocess.Popen(
                    # The last working day: at a weekend nothing is due, and no step speaks.
                    [program.find_program(), "remind", "--database", office_of_two.database, "--on", day.isoformat(),
                     *mail.options],
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                for _ in range(3)
            ]
            for command in commands:
                _, complaint = command.communicate(timeout=240)
                assert command.returncode == 0, complaint.decode()
            mail.wait(lambda: mail.messages("lap-ke-hoach@xa.test"), "no letter came")
        counted = databases.rows(
            office_of_two.database,
            "SELECT COUNT(*), COUNT(DISTINCT (subject_id, rule, day, recipient)) FROM notice")[0]
        assert counted[0] == counted[1] > 0
        letters = databases.rows(
            office_of_two.database,
            "SELECT COUNT(*), COUNT(DISTINCT recipient) FROM letter WHERE state = 'sent'")[0]
        assert letters[0] == letters[1] == len(mail.messages()), "a letter went out twice"
    finally:
        mail.stop()


class Writer(threading.Thread):
    """Adds recipients to a draft of its own until it is told to stop or its server is gone."""

    def __init__(self, visitor, plan):
        super().__init__(daemon=True)
        self.visitor, self.plan = visitor, plan
        self.acknowledged, self.wrong = [], None
        self.stop = threading.Event()

    def run(self):
        try:
            while not self.stop.is_set():
                said = words()
                answer = office.add_recipient(self.visitor, self.plan, said)
                if answer.status != 200:
                    self.wrong = f"{answer.status} {answer.words()[:200]}"
                    return
                self.acknowledged.append(said)
        except requests.RequestException:
            return


def wait_for(writers, count):
    """Until each has so many acknowledged, or one has ended."""
    waiting = threading.Event()
    for _ in range(6_000):
        if all(len(writer.acknowledged) >= count for writer in writers):
            return
        broken = [writer.wrong for writer in writers if writer.wrong]
        assert not broken, broken
        waiting.wait(0.02)
    raise AssertionError(f"too little was written: {[len(writer.acknowledged) for writer in writers]}")


def test_one_is_killed_under_load_and_nothing_acknowledged_is_lost(office_of_two):
    with office_of_two.server() as doomed, office_of_two.server() as surviving:
        planner = office_of_two.visitor(surviving, "lapkehoach")
        plans = [office.bring(planner, f"mat-{i}.txt", documents.plan(3, number=str(890 + i))) for i in range(4)]
        writers = [
            Writer(office_of_two.visitor(loa, "lapkehoach"), plan)
            for loa, plan in zip([doomed, doomed, surviving, surviving], plans)
        ]
        for writer in writers:
            writer.start()
        wait_for(writers, 3)
        doomed.kill()
        before = [len(writer.acknowledged) for writer in writers[2:]]
        # The other goes on, and at once.
        wait_for(writers[2:], max(before) + 4)
        for writer in writers:
            writer.stop.set()
            writer.join(timeout=240)
            assert writer.wrong is None, writer.wrong
        for writer in writers:
            text = office.open_draft(planner, writer.plan).text
            lost = [said for said in writer.acknowledged if said not in text]
            assert lost == [], f"{len(lost)} of {len(writer.acknowledged)} acknowledged changes are lost"
        # Who was at the dead server goes on at the other, with the same session.
        moved = office_of_two.on(surviving, writers[0].visitor)
        said = words()
        assert office.add_recipient(moved, writers[0].plan, said).status == 200
        assert said in office.open_draft(planner, writers[0].plan).text
    audit = program.run("audit", "--database", office_of_two.database)
    assert audit.returncode == 0, audit.stderr.decode()
