"""Two agencies and a planner work on one task of the sample to its end, by what their pages offer."""

import io
import re

import pytest
from PIL import Image

from harness.visitor import Visitor

from .conftest import PHONE

WORDS = "phối hợp với Bộ Chỉ huy Bộ đội Biên phòng"


def tasks_with(visitor, words):
    """Addresses of the tasks on the desk of the visitor's agency that have these words, nearest due first."""
    found, after = [], "/work?list=due"
    while after:
        page = visitor.get(after)
        found += [a.get("href") for a in page.find("th.words > a") if words in a.text_content()]
        more = page.find("a[rel=next]")
        after = more[0].get("href") if more else None
    return list(dict.fromkeys(found))


def act(one, name, within="main"):
    """The folded form behind a button's words, opened."""
    details = one.page.locator(f"{within} details.act", has=one.page.locator("summary", has_text=name)).first
    details.locator("summary").click()
    return details


def press(one, name, within="main"):
    one.page.locator(f"{within} form > button", has_text=name).first.click()
    one.page.locator(".notice.good").wait_for()


def send(one, form):
    form.locator("form button").last.click()
    one.page.locator(".notice.good").wait_for()


def state(one):
    return one.page.locator(".head .tag").first.inner_text()


def test_a_member_begins_at_the_agencys_desk(server, person):
    one = person(server, "thanhvien")
    assert one.page.url.endswith("/work")
    assert one.page.locator(".places a[aria-current]").inner_text() == "Việc của cơ quan"
    assert one.page.locator("main h2").first.inner_text() == "Hạn hôm nay"
    one.check_accessibility()
    one.picture("work")
    for path in ("/work", "/work?list=overdue", "/work?list=waitingForMe", "/work?list=ended", "/work?list=mine"):
        one.go(path)
        one.check_accessibility()
        one.page.set_viewport_size(PHONE)
        one.check_width()
        one.page.set_viewport_size({"width": 1360, "height": 860})
    one.go("/work?list=ended")
    one.page.locator(".nothing").wait_for()


def test_a_planner_of_several_agencies_switches_between_them(server, person):
    one = person(server, "lapkehoach")
    assert one.page.url.endswith("/work")
    names = one.page.locator("#agency option").all_inner_texts()
    assert len(names) > 2 and len(set(names)) == len(names), names
    one.page.locator("#agency").select_option(index=1)
    one.page.locator("form:has(#agency) button").click()
    one.page.wait_for_url("**/work?agency=*")
    assert one.page.locator("h1").inner_text() == names[1]
    one.check_accessibility()


def test_a_task_goes_from_its_beginning_to_its_end(server, person, tmp_path):
    member = person(server, "thanhvien")
    visitor = Visitor(server.url)
    visitor.sign_in("thanhvien", server.passwords()["thanhvien"])
    task = tasks_with(visitor, WORDS)[0]

    member.go(task)
    assert state(member) == "Chưa bắt đầu"
    member.check_accessibility()
    press(member, "Bắt đầu thực hiện")
    assert state(member) == "Đang thực hiện"
    asked = act(member, "Đề nghị phần việc", "#contributions")
    asked.locator("textarea").fill("Gửi kết quả tuyên truyền ở các đồn biên phòng")
    asked.locator("input[type=date]").fill("2030-01-15")
    send(member, asked)

    # The coordinator's browser runs no scripts.
    other = person(server, "bienphong", scripts=False)
    other.go("/work?list=waitingForMe")
    other.page.locator(f"a[href='{task}']").first.click()
    assert "Gửi kết quả tuyên truyền ở các đồn biên phòng" in other.page.locator("#contributions").inner_text()
    assert other.page.locator("#next form").count() == 0, "a coordinator reports its part, not the task"
    press(other, "Bắt đầu phần việc")
    part = act(other, "Gửi kết quả phần việc")
    part.locator("textarea").fill("Đã tuyên truyền ở 12 đồn")
    send(other, part)
    other.page.set_viewport_size(PHONE)
    other.check_width()

    # Parts that wait stand on the lead's desk.
    member.go("/work?list=waitingForMe")
    member.page.locator(f"a[href='{task}']").first.click()
    member.picture("task-contributions", whole=True)
    press(member, "Nhận kết quả")
    assert "Đã tuyên truyền ở 12 đồn" in member.page.locator("#contributions").inner_text()

    add_evidence(member, tmp_path)
    report = act(member, "Báo cáo hoàn thành")
    report.locator("textarea[name=note]").fill("Đã kiểm tra 4 huyện")
    send(member, report)
    assert state(member) == "Chờ công nhận"
    assert member.page.locator("#next form button", has_text="Công nhận").count() == 0

    planner = person(server, "lapkehoach")
    planner.go(task)
    assert "Đã kiểm tra 4 huyện" in planner.page.locator("#next").inner_text()
    back = act(planner, "Trả lại để bổ sung")
    back.locator("textarea").fill("Thiếu số liệu của thành phố Kon Tum")
    planner.check_accessibility()
    send(planner, back)
    assert state(planner) == "Trả lại"

    member.go("/work?list=waitingForMe")
    member.page.locator(f"a[href='{task}']").first.click()
    assert "Thiếu số liệu của thành phố Kon Tum" in member.page.locator("#next").inner_text()
    again = act(member, "Báo cáo hoàn thành")
    again.locator("textarea[name=note]").fill("Đã bổ sung số liệu của thành phố")
    send(member, again)

    planner.go(task)
    press(planner, "Công nhận hoàn thành")
    assert state(planner) == "Hoàn thành"
    history = planner.page.locator("section:has(#history-title)").inner_text()
    for words in ("Bắt đầu thực hiện", "Đề nghị phần việc phối hợp", "Báo cáo hoàn thành", "Trả lại", "Công nhận hoàn thành"):
        assert words in history, words
    planner.check_accessibility()
    planner.picture("task-accepted", whole=True)
    member.go("/work?list=ended")
    assert member.page.locator(f"a[href='{task}']").count() > 0


def add_evidence(one, folder):
    """A file, a photo with place and day, a link; a file with a mark of secrecy is refused in so many words."""
    report = folder / "ket-qua.txt"
    report.write_text("Kết quả tuyên truyền tại bốn huyện biên giới.\n", encoding="utf-8")
    form = act(one, "Thêm tệp")
    form.locator("input[type=checkbox]").check()
    form.locator("input[type=file]").set_input_files(report)
    send(one, form)

    picture = io.BytesIO()
    Image.new("RGB", (320, 240), (90, 140, 90)).save(picture, "PNG")
    form = act(one, "Thêm ảnh")
    form.locator("input[name=spot]").fill("Cửa khẩu Bờ Y")
    form.locator("input[name=taken]").fill("2023-12-18")
    form.locator("input[type=checkbox]").check()
    form.locator("input[type=file]").set_input_files({"name": "bo-y.png", "mimeType": "image/png", "buffer": picture.getvalue()})
    send(one, form)

    form = act(one, "Thêm liên kết")
    form.locator("input[name=address]").fill("https://example.vn/giao-luu")
    form.locator("input[name=title]").fill("Giao lưu hữu nghị quốc phòng biên giới")
    send(one, form)
    shown = one.page.locator("#evidence").inner_text()
    for words in ("ket-qua.txt", "Cửa khẩu Bờ Y", "18/12/2023", "Giao lưu hữu nghị quốc phòng biên giới"):
        assert words in shown, words
    with one.page.expect_download() as held:
        one.page.locator("#evidence a", has_text="ket-qua.txt").click()
    assert held.value.path().read_bytes() == report.read_bytes()

    one.expected += ("status of 422",)
    secret = folder / "bao-cao.txt"
    secret.write_text("TUYỆT MẬT\n\nBÁO CÁO\nNội dung.\n", encoding="utf-8")
    form = act(one, "Thêm tệp")
    form.locator("textarea[name=note]").fill("Ghi chú còn nguyên")
    form.locator("input[type=checkbox]").check()
    form.locator("input[type=file]").set_input_files(secret)
    form.locator("form button").last.click()
    one.page.locator(".notice.bad").wait_for()
    assert "bí mật nhà nước" in one.page.locator(".notice.bad").inner_text().lower()
    assert one.page.locator("#file-note").input_value() == "Ghi chú còn nguyên"
    assert one.page.locator("#evidence a", has_text="bao-cao.txt").count() == 0
    one.check_accessibility()


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no-script"])
def test_of_two_at_one_task_the_second_sees_both_and_loses_nothing(server, person, scripts):
    visitor = Visitor(server.url)
    visitor.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    task = open_tasks(visitor)[0]
    one = person(server, "thanhvien", scripts=scripts, expected=("status of 409",))
    one.go(task)
    report = act(one, "Báo cáo hoàn thành")
    report.locator("textarea[name=note]").fill("Lời của tôi, gõ rất lâu")
    begun = visitor.get(task).forms(action="/work")
    start = next(form for form in begun if ("do", "start") in form.values)
    assert start.submit().status == 200

    report.locator("form button").last.click()
    notice = one.page.locator(".notice.warn")
    notice.wait_for()
    assert "Đang thực hiện" in notice.inner_text() and "Trần Thị Lan" in notice.inner_text()
    assert "Lời của tôi, gõ rất lâu" in notice.inner_text()
    assert one.page.locator("#submit-note").input_value() == "Lời của tôi, gõ rất lâu"
    assert one.page.locator("details.act[open] textarea[name=note]").is_visible()
    if scripts:
        one.check_accessibility()
        one.picture("task-conflict")
    send(one, one.page.locator("details.act[open]").first)
    assert state(one) == "Chờ công nhận"
    press(one, "Rút lại báo cáo")


def open_tasks(visitor):
    """Tasks of the culture department's desk that nobody has begun and that it leads, the latest due first."""
    page = visitor.get("/work?list=due")
    found = []
    for row in page.find("tbody tr"):
        words = row.text_content()
        if row.cssselect("input[name=task]") and "Chưa bắt đầu" in words and WORDS not in words:
            found.append(row.cssselect("th.words > a")[0].get("href"))
    return list(reversed(found))


def test_more_time_is_asked_for_and_answered_and_a_colleague_takes_over(server, person):
    visitor = Visitor(server.url)
    visitor.sign_in("thanhvien", server.passwords()["thanhvien"])
    task = open_tasks(visitor)[1]
    member = person(server, "thanhvien", size=PHONE)
    member.go(task)
    ask = act(member, "Xin gia hạn")
    ask.locator("input[name=day]").fill("2031-03-31")
    ask.locator("textarea").fill("Chờ phân bổ kinh phí")
    member.check_accessibility()
    member.check_width()
    send(member, ask)
    assert "Đang xin gia hạn" in member.page.locator(".head").inner_text()
    give = act(member, "Giao cho cán bộ")
    give.locator("select").select_option(label="Y Blim")
    send(member, give)
    member.go("/work?list=mine")
    member.page.locator(f"a[href='{task}']").first.click()

    planner = person(server, "lapkehoach")
    planner.go("/work?list=waitingForMe")
    planner.page.locator(f"a[href='{task}']").first.click()
    assert "Chờ phân bổ kinh phí" in planner.page.locator("#time").inner_text()
    press(planner, "Đồng ý gia hạn")
    assert "31/3/2031" in planner.page.locator("section:has(#facts-title)").inner_text()
    member.page.reload()
    say = member.page.locator("#comments form")
    say.locator("textarea").fill("Cảm ơn, sẽ xong trước hạn")
    send(member, member.page.locator("#comments"))
    planner.page.reload()
    assert "Cảm ơn, sẽ xong trước hạn" in planner.page.locator("#comments").inner_text()


def test_periods_of_a_recurring_duty_are_reported_one_by_one(server, person):
    visitor = Visitor(server.url)
    visitor.sign_in("thanhvien", server.passwords()["thanhvien"])
    task = open_tasks(visitor)[2]
    planner = person(server, "lapkehoach")
    planner.go(task)
    rhythm = act(planner, "Đặt định kỳ")
    rhythm.locator("select[name=rhythm]").select_option("quarter")
    send(planner, rhythm)
    member = person(server, "thanhvien")
    member.go(task)
    report = act(member, "Báo cáo kỳ này", "#periods")
    report.locator("textarea").fill("Quý này đã làm 3 đợt")
    member.check_accessibility()
    send(member, report)
    assert "Quý này đã làm 3 đợt" in member.page.locator("#periods").inner_text()
    assert state(member) == "Đang thực hiện", "a period is reported, the duty goes on"
    planner.go(task)
    press(planner, "Công nhận kỳ này", "#periods")
    assert "Hoàn thành" in planner.page.locator("#periods").inner_text()


def test_many_are_ticked_and_each_tells_what_became_of_it(server, person):
    visitor = Visitor(server.url)
    visitor.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    tasks = open_tasks(visitor)[:3]
    one = person(server, "thanhvien")
    one.go("/work?list=due")
    for task in tasks:
        one.page.locator(f"tr:has(a[href='{task}']) input[name=task]").first.check()
    # Somebody is quicker with the first of them.
    start = next(form for form in visitor.get(tasks[0]).forms(action="/work") if ("do", "start") in form.values)
    assert start.submit().status == 200
    one.page.locator("#verb").select_option("start")
    one.page.locator(".bulk button").click()
    notice = one.page.locator(".notice.warn")
    notice.wait_for()
    rows = {row.locator("a").get_attribute("href"): row.inner_text() for row in notice.locator("li").all()}
    assert set(rows) == set(tasks)
    assert "vừa cập nhật" in rows[tasks[0]]
    assert all("Đã xong" in rows[task] for task in tasks[1:])
    one.check_accessibility()
    one.picture("work-many")
    assert re.search(r"[0-9]", one.page.locator(".counts b").first.inner_text())


def test_a_plan_of_its_own_carries_a_duty_out(server, person):
    visitor = Visitor(server.url)
    visitor.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    task = tasks_with(visitor, WORDS)[0]
    one = person(server, "lapkehoach")
    one.go(task)
    register = act(one, "Ghi nhận kế hoạch triển khai")
    plan = register.locator("option").first.get_attribute("value")
    one.check_accessibility()
    send(one, register)
    below = one.page.locator("#below")
    assert below.locator(f"a[href='/plans/{plan}']").count() == 1
    assert "nhiệm vụ hoàn thành" in below.inner_text()
    assert state(one) == "Chờ công nhận", "the duty is handed in by registering the plan"
    assert one.page.locator("#evidence li").count() == 1
    one.picture("task-plan-below")
