"""A task of the leading department, and what its page says of evidence."""

from harness import calendars


def new_task(loa, visitor, number):
    """Somebody of the department that leads a new plan's task, and the address of the task's page."""
    plan = calendars.issue_round_today(visitor(loa, "lapkehoach"), number)
    person = visitor(loa, "thanhvien")
    return person, person.get(f"/tasks?plan={plan}").find("main a[href*='/tasks/']")[0].get("href")


def evidence(page):
    """The words about each piece, the oldest first."""
    return [" ".join(one.text_content().split()) for one in page.find("#evidence .plainlist li")]
