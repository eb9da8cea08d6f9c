"""All agencies at a glance, a plan round its event, and due days as a calendar, in a browser."""

import datetime
import subprocess

import pytest

from harness import calendars
from harness.visitor import Visitor

from .conftest import PHONE

LEADS = (calendars.LEAD, "Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Tài chính", "Sở Nội vụ")
A3 = {"width": 1587, "height": 1123}


@pytest.fixture
def plan(server):
    """A plan with tasks round today, issued once for each server."""
    if not hasattr(server, "plan_round_today"):
        planner = Visitor(server.url)
        planner.sign_in("lapkehoach", server.passwords()["lapkehoach"])
        server.plan_round_today = calendars.issue_round_today(planner, 961)
        calendars.issue_round_today(
            planner, 962, days=range(-24, 62, 3), title="NGÀY HỘI ĐẠI ĐOÀN KẾT TOÀN DÂN TỘC", leads=LEADS)
    return server.plan_round_today


def check_both_sizes(one):
    one.check_accessibility()
    one.page.set_viewport_size(PHONE)
    one.check_width()
    one.check_accessibility()
    one.page.set_viewport_size({"width": 1360, "height": 860})
    one.check_width()


def test_the_map_leads_from_a_province_to_an_agencys_week_and_its_tasks(server, person, plan):
    one = person(server, "theodoi")
    one.go("/overview")
    one.picture("overview", whole=True)
    check_both_sizes(one)
    late = one.page.locator("td.heat.late a").first
    assert "quá hạn" in late.inner_text() or "quá hạn" in late.locator(".only-heard").text_content()
    late.click()
    one.page.wait_for_url(lambda address: address.count("/") == 5)
    assert one.page.locator("main tbody tr").count() > 0
    check_both_sizes(one)
    one.page.locator("main tbody a[href^='/tasks/']").first.click()
    one.page.wait_for_url("**/tasks/*")
    one.go("/overview?of=all")
    check_both_sizes(one)


def test_the_lists_say_how_many_and_show_them_all(server, person, plan):
    one = person(server, "theodoi")
    for place in range(4):
        one.go("/overview")
        tile = one.page.locator(".counts a").nth(place)
        count = int(tile.locator("b").inner_text())
        tile.click()
        one.page.wait_for_url("**/overview/lists/*")
        rows = one.page.locator("main tbody tr").count()
        assert rows == count or (rows < count and one.page.locator("a[rel=next]").count() == 1)
        check_both_sizes(one)


def test_the_overview_is_printed_as_a_poster(sqlite_server, person, tmp_path):
    one = person(sqlite_server, "theodoi", size=A3)
    one.go("/overview")
    one.page.emulate_media(media="print")
    for selector in ("header.bar", "footer", ".only-screen"):
        for part in one.page.locator(selector).all():
            assert not part.is_visible(), selector
    paper = tmp_path / "poster.pdf"
    one.page.pdf(path=paper, prefer_css_page_size=True, print_background=True)
    told = subprocess.run(["pdfinfo", str(paper)], capture_output=True, check=True).stdout.decode()
    size = next(line for line in told.splitlines() if line.startswith("Page size"))
    wide, high = (float(word) for word in size.replace("x", " ").split() if word.replace(".", "").isdigit())
    # A3 in points, the wide side across.
    assert abs(wide - 1190.6) < 3 and abs(high - 841.9) < 3, size


def test_a_planner_sets_the_event_and_sees_the_days_round_it(server, person, plan):
    one = person(server, "lapkehoach")
    one.go(f"/plans/{plan}")
    one.page.locator(f"main a[href='/plans/{plan}/progress']").first.click()
    one.page.wait_for_url("**/progress")
    today = calendars.today()
    one.page.fill("#title", "Tuần lễ văn hóa các dân tộc")
    one.page.fill("#from", (today + datetime.timedelta(days=5)).isoformat())
    one.page.fill("#to", (today + datetime.timedelta(days=7)).isoformat())
    one.page.locator("button[value=set]").click()
    one.page.wait_for_load_state()
    one.page.locator("details summary").first.click()
    assert one.page.locator("ol.days > li").count() == 3
    assert one.page.locator(".chart svg path.due").count() == 1
    assert one.page.locator(".chart + details tbody tr").count() > 5
    check_both_sizes(one)
    one.picture("plan-progress", whole=True)
    # The comparison with another plan of the agency.
    one.page.locator("form[action$='/compare'] button").click()
    one.page.wait_for_url("**/compare?*")
    check_both_sizes(one)


def test_the_calendar_by_month_year_and_day(server, person, plan):
    one = person(server, "lapkehoach")
    one.go("/calendar")
    one.picture("calendar")
    assert one.page.locator("table.month td[aria-current=date]").count() == 1
    assert one.page.locator("table.month .lunar").count() >= 28
    check_both_sizes(one)
    one.page.set_viewport_size(PHONE)
    assert one.page.locator(".narrow-block").is_visible()
    one.picture("calendar-phone")
    one.page.set_viewport_size({"width": 1360, "height": 860})
    one.page.locator("table.month td[aria-current=date] .day a").click()
    one.page.wait_for_url(lambda address: "view=day" in address)
    assert one.page.locator("main ul a[href^='/tasks/']").count() >= 1
    check_both_sizes(one)
    one.page.locator("nav.calendar-ways a[href*='view=year']").click()
    one.page.wait_for_url(lambda address: "view=year" in address)
    assert one.page.locator("table.small-month").count() == 12
    check_both_sizes(one)
    one.picture("calendar-year")
    one.go(f"/calendar?of=plan.{plan}")
    check_both_sizes(one)


def test_the_calendar_is_walked_by_keyboard_alone_and_without_scripts(sqlite_server, person):
    one = person(sqlite_server, "theodoi", scripts=False)
    one.go("/calendar?of=all&on=2025-06-10")
    one.page.locator("a[rel=prev]").focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: "on=2025-05-10" in address)
    one.page.locator("#on").focus()
    one.page.keyboard.press("Tab")
    for _ in range(4):
        if one.page.locator("main form.filter button:focus").count():
            break
        one.page.keyboard.press("Tab")
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: "view=month" in address and "on=2025-05-10" in address)


def test_an_address_is_shown_once_and_holidays_are_the_administrators(server, person):
    one = person(server, "lapkehoach")
    one.go("/calendar/feeds")
    check_both_sizes(one)
    one.page.locator("button[value=make]").first.click()
    one.page.wait_for_load_state()
    address = one.page.locator("input[readonly]").input_value()
    assert "/feeds/" in address
    check_both_sizes(one)
    one.go("/calendar/feeds")
    assert one.page.locator("input[readonly]").count() == 0
    other = person(server, "quantri")
    other.go("/calendar/holidays?year=2027")
    check_both_sizes(other)
    other.page.fill("#day", "2027-02-05")
    other.page.fill("#name", "Nghỉ Tết Nguyên đán")
    other.page.fill("#source", "Thông báo thử nghiệm")
    other.page.get_by_role("button", name="Lưu ngày", exact=True).click()
    other.page.wait_for_load_state()
    assert "Nghỉ Tết Nguyên đán" in other.page.locator("main").inner_text()
    check_both_sizes(other)
    other.page.locator("button[value=remove]").first.click()
    other.page.wait_for_load_state()
    assert "Thông báo thử nghiệm" not in other.page.locator("main").inner_text()
