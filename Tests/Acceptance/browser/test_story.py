"""The whole story of the tracker on the five sample plans, each step by the person whose step it is, in a browser.

Deadlines pass because the demonstration is started again with its clock moved (`loa demo --clock`); a real Exim delivers.
"""

import re
from contextlib import contextmanager

import pytest

from harness import calendars, databases, documents
from harness import office as forms
from harness.calendars import working_days
from harness.program import Loa
from harness.visitor import Visitor
from notices.mail_server import MailServer

from .conftest import PHONE, WIDE

PROVINCE = "Công tác thông tin đối ngoại tỉnh Kon Tum năm 2025"
EXCHANGE = "Thông tin, tuyên truyền Chương trình Giao lưu Hữu nghị Quốc phòng"
DUTY = "Căn cứ chức năng, nhiệm vụ xây dựng Kế hoạch"
GROUP = "Các sở, ban ngành, đơn vị, địa phương"
WORDS = "phối hợp với Bộ Chỉ huy Bộ đội Biên phòng"
GUARD, ARMY = "Ban Chỉ huy Bộ đội Biên phòng", "Bộ Chỉ huy Quân sự tỉnh"
COMMUNE = "Ủy ban nhân dân xã Bờ Y"
PASSWORD = "mot cau dai de nho 2026"
OWN_PLAN = """ỦY BAN NHÂN DÂN
XÃ BỜ Y

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/KH-UBND

Bờ Y, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Công tác thông tin đối ngoại trên địa bàn xã Bờ Y năm 2026

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Giới thiệu hình ảnh vùng đất, con người xã Bờ Y đến nhân dân các nước láng giềng.

II. NHIỆM VỤ
1. Phát tin, bài về Cửa khẩu quốc tế Bờ Y trên hệ thống loa truyền thanh của xã bằng tiếng Việt và tiếng Lào.
- Cơ quan chủ trì: Ủy ban nhân dân xã Bờ Y.
- Thời gian thực hiện: Trước ngày 30/12/2026.
2. Tổ chức giao lưu với cụm bản kết nghĩa bên kia biên giới.
- Cơ quan chủ trì: Ủy ban nhân dân xã Bờ Y.
- Thời gian thực hiện: Trước ngày 15/12/2026.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

CHỦ TỊCH

Y Hlen
"""


class Office:
    """The demonstration on one database, started anew whenever its clock moves on."""

    def __init__(self, database, folder, mail):
        self.database, self.folder, self.mail, self.loa = database, folder, mail, None

    @contextmanager
    def running(self, day=None):
        options = ["--public-address", "http://loa.tinh.test", *self.mail.options]
        if day is not None:
            options += ["--clock", day.isoformat()]
        with Loa("demo", database=self.database, data=self.folder / "data", log=self.folder / "log", options=options) as loa:
            yield loa

    def value(self, statement):
        found = databases.rows(self.database, statement)
        assert found, statement
        return found[0][0]

    def plan(self, words):
        return self.value(f"SELECT plan_id FROM plan WHERE title LIKE '{words}%'")

    def task(self, plan, words):
        return self.value(f"SELECT task_id FROM task WHERE plan_id = '{plan}' AND text LIKE '%{words}%' ORDER BY position")

    def agency(self, name, below):
        return self.value(
            "SELECT agency.agency_id FROM agency JOIN agency AS above ON above.agency_id = agency.parent_agency_id "
            f"WHERE agency.name = '{name}' AND above.name LIKE '{below}%' AND agency.valid_to IS NULL")


@pytest.fixture(params=databases.KINDS)
def office(request, tmp_path, loa_bin):
    mail = MailServer()
    try:
        mail.start()
        with databases.temporary_database(request.param, tmp_path) as database:
            yield Office(database, tmp_path, mail)
    finally:
        mail.stop()


def act(one, name, within="main"):
    """The folded form behind a button's words, opened."""
    details = one.page.locator(f"{within} details.act", has=one.page.locator("summary", has_text=name)).first
    details.locator("summary").click()
    return details


def send(one, form):
    form.locator("form button").last.click()
    one.page.locator(".notice.good").wait_for()


def press(one, name, within="main"):
    one.page.locator(f"{within} form > button", has_text=name).first.click()
    one.page.locator(".notice.good").wait_for()


def state(one):
    return one.page.locator(".head .tag").first.inner_text()


def look(one, name, *, at=None, whole=False, phone=False):
    """The page is accessible and fits both sizes; its pictures are kept, of what stands at a selector."""
    one.check_accessibility()
    one.check_width()
    show(one, at)
    one.picture(f"story-{name}", whole=whole)
    one.page.set_viewport_size(PHONE)
    one.check_width()
    one.check_accessibility()
    if phone:
        show(one, at)
        one.picture(f"story-{name}-phone", whole=whole)
    one.page.set_viewport_size(WIDE)


def show(one, at):
    """Brings a part of the page to the window's top."""
    if at is not None:
        one.page.locator(at).first.evaluate("part => part.scrollIntoView({block: 'start'})")


def issue_what_waits(loa, person):
    """The sample's five plans are under way; what issuing would do is seen of one more, which stays a draft."""
    one = person(loa, "lapkehoach")
    one.go("/plans?state=issued")
    assert one.page.locator("main tbody tr").count() == 5
    visitor = Visitor(loa.url)
    visitor.sign_in("lapkehoach", loa.passwords()["lapkehoach"])
    plan = forms.bring(visitor, "ban-them.txt", documents.plan(3, number="2104"))
    one.go(f"/plans/{plan}/issue")
    look(one, "issue")


def answer_who_is_meant(loa, person, office):
    """A group of the plan is told apart: the commune is among those who must make a plan of their own."""
    plan = office.plan(PROVINCE)
    one = person(loa, "lapkehoach")
    one.go(f"/plans/{plan}/parties")
    section = one.page.locator("main section.sheet", has=one.page.locator("h2", has_text=f"“{GROUP}”"))
    section.locator("input[type=search]").fill("xã Bờ Y")
    section.locator("form.filter button").click()
    one.page.wait_for_url(lambda address: "q=" in address)
    section = one.page.locator("main section.sheet", has=one.page.locator("h2", has_text=f"“{GROUP}”"))
    for box in section.locator("input[name=agency]:checked").all():
        box.uncheck()
    section.locator("label", has_text=COMMUNE).first.click()
    look(one, "parties", at=f"section.sheet:has(h2:text-is('“{GROUP}”'))")
    section.locator("button[value=answer]").click()
    one.page.wait_for_load_state()
    one.go(f"/tasks/{office.task(plan, DUTY)}")
    assert COMMUNE in one.page.locator("section:has(#facts-title)").inner_text()


def a_part_with_text_and_file(loa, person, office, folder):
    """The lead asks, the coordinator contributes a text and a file, the lead takes it and submits."""
    task = office.task(office.plan(EXCHANGE), WORDS)
    lead = person(loa, "thanhvien")
    look(lead, "desk", phone=True)
    lead.go(f"/tasks/{task}")
    press(lead, "Bắt đầu thực hiện")
    asked = act(lead, "Đề nghị phần việc", "#contributions")
    asked.locator("textarea").fill("Gửi kết quả tuyên truyền ở các đồn biên phòng, kèm danh sách các buổi.")
    send(lead, asked)

    guard = person(loa, "bienphong")
    guard.go("/work?list=waitingForMe")
    guard.page.locator(f"a[href='/tasks/{task}']").first.click()
    assert guard.page.locator("#next form").count() == 0, "a coordinator reports its part, not the task"
    press(guard, "Bắt đầu phần việc")
    report = folder / "danh-sach-buoi-tuyen-truyen.txt"
    report.write_text("12 đồn, 34 buổi, 2.150 lượt người nghe.\n", encoding="utf-8")
    form = act(guard, "Thêm tệp")
    form.locator("input[type=checkbox]").check()
    form.locator("input[type=file]").set_input_files(report)
    send(guard, form)
    part = act(guard, "Gửi kết quả phần việc")
    part.locator("textarea").fill("Đã tuyên truyền ở 12 đồn, 34 buổi; danh sách ở tệp kèm theo.")
    look(guard, "contribute", at="#contributions", phone=True)
    send(guard, part)

    lead.go("/work?list=waitingForMe")
    lead.page.locator(f"a[href='/tasks/{task}']").first.click()
    assert "34 buổi" in lead.page.locator("#contributions").inner_text()
    with lead.page.expect_download() as held:
        lead.page.locator("#evidence a", has_text=report.name).click()
    assert held.value.path().read_bytes() == report.read_bytes()
    press(lead, "Nhận kết quả")
    return lead, task


def submitted_returned_accepted(loa, person, lead, task):
    report = act(lead, "Báo cáo hoàn thành")
    report.locator("textarea[name=note]").fill("Đã kiểm tra bốn huyện biên giới.")
    look(lead, "submit")
    send(lead, report)
    assert state(lead) == "Chờ công nhận"
    planner = person(loa, "lapkehoach")
    planner.go("/work?list=waitingForMe")
    planner.page.locator(f"a[href='/tasks/{task}']").first.click()
    back = act(planner, "Trả lại để bổ sung")
    back.locator("textarea").fill("Thiếu số liệu của thành phố Kon Tum.")
    look(planner, "return", phone=True)
    send(planner, back)
    assert state(planner) == "Trả lại"

    lead.go("/work?list=waitingForMe")
    lead.page.locator(f"a[href='/tasks/{task}']").first.click()
    assert "Thiếu số liệu của thành phố Kon Tum" in lead.page.locator("#next").inner_text()
    look(lead, "returned")
    again = act(lead, "Báo cáo hoàn thành")
    again.locator("textarea[name=note]").fill("Đã bổ sung số liệu của thành phố Kon Tum.")
    send(lead, again)
    planner.go(f"/tasks/{task}")
    press(planner, "Công nhận hoàn thành")
    assert state(planner) == "Hoàn thành"
    look(planner, "accepted")
    # Nobody who looks on can change anything.
    reader = person(loa, "theodoi")
    reader.go(f"/tasks/{task}")
    assert reader.page.locator("#next form, #contributions form").count() == 0


def more_time_until(loa, person, office, day):
    """A task of the five plans gets a last day that lies ahead: the lead asks, the planner grants."""
    task = office.value(
        "SELECT task.task_id FROM task JOIN task_assignee USING (task_id) JOIN agency USING (agency_id) "
        f"WHERE plan_id = '{office.plan(PROVINCE)}' AND task.state = 'open' AND task_assignee.role = 'lead' "
        "AND task.kind = 'duty' AND task.due_day IS NOT NULL AND agency.name = 'Sở Văn hóa, Thể thao và Du lịch' ORDER BY position")
    lead = person(loa, "thanhvien")
    lead.go(f"/tasks/{task}")
    ask = act(lead, "Xin gia hạn")
    ask.locator("input[name=day]").fill(day.isoformat())
    ask.locator("textarea").fill("Chờ phân bổ kinh phí.")
    look(lead, "extension", at="#time")
    send(lead, ask)
    planner = person(loa, "lapkehoach")
    planner.go(f"/tasks/{task}")
    press(planner, "Đồng ý gia hạn")
    return task


def choose_address(one, address):
    one.go("/inbox/settings")
    one.page.fill("input[name=email]", address)
    one.page.locator("input[name=mail]").check()
    one.page.fill("input[name=hour]", "07:30")
    look(one, "settings", phone=True)
    one.page.locator("main form button.first").click()
    one.page.wait_for_load_state()


def fill_post(one, kind, title, name, address):
    one.page.locator("summary", has_text="Ghi người đảm nhiệm").click()
    one.page.locator("select[name=postKind]").select_option(kind)
    one.page.fill("input[name=title]", title)
    one.page.fill("input[name=personName]", name)
    one.page.fill("input[name=email]", address)
    one.page.locator("button[value=post]").click()
    one.page.locator("main", has_text=address).wait_for()


def people_who_are_told(loa, person, office):
    """The ladder of the lead agency: focal point and planner by their accounts, deputy and head by their posts."""
    choose_address(person(loa, "thanhvien"), "dau-moi@xa.test")
    choose_address(person(loa, "lapkehoach"), "lap-ke-hoach@xa.test")
    one = person(loa, "lapkehoach")
    agency = office.agency("Sở Văn hóa, Thể thao và Du lịch", "Ủy ban nhân dân tỉnh Quảng Ngãi")
    for kind, title, name in (("deputyFocalPoint", "Phó trưởng phòng", "Lê Văn Phó"), ("head", "Giám đốc", "Phạm Thị Mai")):
        one.go(f"/agencies/{agency}")
        fill_post(one, kind, title, name, {"head": "giam-doc", "deputyFocalPoint": "thay-dau-moi"}[kind] + "@xa.test")
    look(one, "posts", whole=True)


def a_department_is_to_be_dissolved(loa, person, office, day):
    """The administrator sees what moves, and decides it for a day to come."""
    one = person(loa, "quantri")
    guard = office.agency(GUARD, "Ủy ban nhân dân tỉnh Quảng Ngãi")
    one.go(f"/agencies/{guard}")
    one.page.locator("main a.button", has_text="Sắp xếp").click()
    one.page.wait_for_url("**/reorganise")
    one.page.locator("select[name=kind]").select_option("abolish")
    one.page.fill("input[name=day]", day.isoformat())
    one.page.fill("input[name=basis]", "Nghị quyết về sắp xếp tổ chức bộ máy")
    one.page.fill("input[name=q]", ARMY + " Quảng Ngãi")
    one.page.locator("main form button.first").click()
    one.page.wait_for_load_state()
    takers = one.page.locator("fieldset", has=one.page.locator("input[name=taker]"))
    takers.locator("label", has_text=ARMY).first.click()
    one.page.locator("main form button.first").click()
    one.page.locator("#moves").wait_for()
    look(one, "reorganise", whole=True, phone=True)
    one.page.locator("button[value=decide]").click()
    one.page.wait_for_url("**/reorganisations*")
    assert one.page.locator("button[value=undo]").count() == 1
    look(one, "reorganisations")
    return guard


def a_colleague_for_the_commune(loa, person, office):
    """The administrator makes an account; its person chooses a password of their own."""
    admin = person(loa, "quantri")
    commune = office.agency(COMMUNE, "Ủy ban nhân dân tỉnh Quảng Ngãi")
    admin.go(f"/accounts/new?agency={commune}")
    admin.page.fill("input[name=name]", "canboxa")
    admin.page.fill("input[name=displayName]", "A Đôn")
    admin.page.fill("input[name=password]", PASSWORD + " a")
    admin.page.locator("select[name=role]").select_option("member")
    look(admin, "account")
    admin.page.locator("main form button").last.click()
    admin.page.wait_for_url(lambda address: not address.split("?")[0].endswith("/new"))
    one = person(loa)
    one.go("/sign-in")
    one.page.fill("#name", "canboxa")
    one.page.fill("#password", PASSWORD + " a")
    one.page.locator("main form button").click()
    form = one.page.locator("form[action='/account/password']")
    form.wait_for()
    for place, field in enumerate(form.locator("input[type=password]").all()):
        field.fill(PASSWORD + " a" if place == 0 else PASSWORD)
    form.locator("button").click()
    one.page.locator(".notice.good").wait_for()
    return one


def the_second_level_answers(loa, person, office, folder):
    """The commune brings its own plan, issues it, registers it; what is done there shows above."""
    above = office.plan(PROVINCE)
    one = person(loa, "xaboy")
    one.go("/upload")
    file = folder / "ke-hoach-xa-bo-y.txt"
    file.write_text(OWN_PLAN, encoding="utf-8")
    one.page.locator("input[type=checkbox]").check()
    one.page.locator("input[type=file]").set_input_files(file)
    look(one, "upload", phone=True)
    button = one.page.locator("main form[action='/upload'] button")
    if button.is_visible():
        button.click()
    one.page.locator("#readings a[href$='/correct']").first.wait_for()
    plan = re.search(r"/plans/([^/]+)", one.page.locator("#readings a[href$='/correct']").first.get_attribute("href"))[1]
    one.go(f"/plans/{plan}/correct")
    look(one, "correct")
    one.go(f"/plans/{plan}/issue")
    for box in one.page.locator("main form input[type=checkbox]").all():
        box.check()
    one.page.locator("main form[action$='/issue'] button").last.click()
    one.page.wait_for_url(lambda address: not address.endswith("/issue"))

    one.go("/work?list=overdue")
    one.page.locator("th.words > a", has_text=DUTY).first.click()
    one.page.wait_for_url("**/tasks/*")
    send(one, act(one, "Ghi nhận kế hoạch triển khai"))
    assert state(one) == "Chờ công nhận", "the duty is handed in by registering the plan"
    look(one, "plan-below", at="#evidence")

    colleague = a_colleague_for_the_commune(loa, person, office)
    own = office.task(plan, "loa truyền thanh")
    colleague.go(f"/tasks/{own}")
    report = act(colleague, "Báo cáo hoàn thành")
    report.locator("textarea[name=note]").fill("Đã phát 20 buổi bằng tiếng Việt và tiếng Lào.")
    send(colleague, report)
    one.go(f"/tasks/{own}")
    press(one, "Công nhận hoàn thành")

    planner = person(loa, "lapkehoach")
    planner.go(f"/plans/{above}/progress")
    cascade = planner.page.locator("main").inner_text()
    assert "Bờ Y" in cascade and re.search(r"1\s*/\s*2", cascade), cascade
    look(planner, "progress", whole=True)
    planner.go(f"/tasks/{office.task(above, DUTY)}")
    assert re.search(r"1 */ *2", planner.page.locator("#below").inner_text()), planner.page.locator("#below").inner_text()
    press(planner, "Công nhận hoàn thành")


def lines_about(message, words):
    text = message.get_body(("plain",)).get_content()
    return [line for line in re.split(r"\n(?=\d+\. )", text) if words in line]


def told(office, box, words):
    """Waits until a letter to the box tells of the task; the server looks each minute."""
    def letters():
        return [one for one in office.mail.messages(f"{box}@xa.test") if lines_about(one, words)]

    office.mail.wait(letters, f"{box} wasn't told:\n{office.mail.log()}", seconds=150)
    return letters()[0]


def test_the_whole_story(office, person, tmp_path):
    due = working_days(calendars.today(), 2)
    reform = due + calendars.ONE_DAY
    with office.running() as loa:
        issue_what_waits(loa, person)
        answer_who_is_meant(loa, person, office)
        lead, task = a_part_with_text_and_file(loa, person, office, tmp_path)
        submitted_returned_accepted(loa, person, lead, task)
        late = more_time_until(loa, person, office, due)
        people_who_are_told(loa, person, office)
        the_second_level_answers(loa, person, office, tmp_path)
        guard = a_department_is_to_be_dissolved(loa, person, office, reform)
        words = " ".join(office.value(f"SELECT text FROM task WHERE task_id = '{late}'").split())[:40]

    # The deadline has passed by one working day: the focal point and the deputy are told, nobody above them.
    with office.running(working_days(due, 1)) as loa:
        told(office, "dau-moi", words)
        told(office, "thay-dau-moi", words)
        assert not any(lines_about(one, words) for box in ("giam-doc", "lap-ke-hoach") for one in office.mail.messages(f"{box}@xa.test"))
        the_department_is_gone(loa, person, office, guard)

    # By seven: the head and the planner as well.
    with office.running(working_days(due, 7)) as loa:
        told(office, "giam-doc", words)
        letter = told(office, "lap-ke-hoach", words)
        what_they_see(loa, person, late, words, letter)


def the_department_is_gone(loa, person, office, guard):
    """Its day has come while nobody looked: its member works for the successor, with all that was open."""
    army = office.agency(ARMY, "Ủy ban nhân dân tỉnh Quảng Ngãi")
    moved = person(loa, "bienphong")
    assert moved.page.url.endswith("/work")
    assert ARMY in moved.page.locator("h1").inner_text()
    moved.go("/work?list=overdue")
    assert moved.page.locator("main tbody tr").count() > 0
    look(moved, "moved")
    moved.go(f"/agencies/{guard}")
    moved.page.locator("details summary", has_text="trước đây").click()
    page = moved.page.locator("main").inner_text()
    assert ARMY in page and "A Thanh" in page, page
    look(moved, "dissolved", whole=True)
    moved.go(f"/agencies/{army}")
    assert "A Thanh" in moved.page.locator("section:has(#posts)").inner_text(), "the focal point goes on"
    assert databases.rows(office.database, "SELECT state FROM reorganisation") == [("applied",)]
    assert office.value(
        "SELECT count(*) FROM task_assignee JOIN task USING (task_id) WHERE task.is_live = 1 AND until_day IS NULL "
        f"AND agency_id = '{guard}'") == 0


def what_they_see(loa, person, late, words, letter):
    planner = person(loa, "lapkehoach")
    planner.go("/inbox")
    assert words in " ".join(planner.page.locator("main").inner_text().split())
    look(planner, "inbox", phone=True)
    planner.go(f"/tasks/{late}/notices")
    record = planner.page.locator("main").inner_text()
    for who in ("Phạm Thị Mai", "Lê Văn Phó", "Y Blim", "Trần Thị Lan"):
        assert who in record, record
    assert "đã gửi" in record
    look(planner, "told", whole=True)
    planner.go("/overview")
    look(planner, "overview", whole=True, phone=True)
    # The letter as a mail program shows it.
    reader = person(loa, size={"width": 900, "height": 700})
    reader.page.set_content(letter.get_body(("html",)).get_content())
    reader.picture("story-letter")
