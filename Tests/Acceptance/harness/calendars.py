"""Plans whose tasks lie round today, so that overviews and calendars have something to show."""

import datetime
import re

from . import office

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
ONE_DAY = datetime.timedelta(days=1)
LEAD = "Sở Văn hóa, Thể thao và Du lịch"
TOKEN = re.compile(r"https?://[^\"]+(/feeds/([0-9a-f]{64})\.ics)")


def today():
    return datetime.datetime.now(VIETNAM).date()


def is_working(day):
    return day.weekday() < 5 and (day.day, day.month) not in {(1, 1), (30, 4), (1, 5), (2, 9)}


def working_days(day, count):
    """The day that lies so many working days after another (before it: negative)."""
    step = 1 if count > 0 else -1
    while count:
        day += datetime.timedelta(days=step)
        if is_working(day):
            count -= step
    return day


def plan_round_today(number, days=(-40, -9, -2, 0, 3, 5, 6, 7, 12, 19, 33, 47), title="TUẦN LỄ VĂN HÓA CÁC DÂN TỘC", leads=(LEAD,)):
    """A plan with a task due so many days from today each, led in turn, first by the planner's department."""
    now = today()
    works = ("Tổ chức họp báo, cung cấp thông tin", "Tuyên truyền trên màn hình LED", "Phát thanh trên loa truyền thanh cơ sở",
             "Viết tin, bài; đăng trên cổng thông tin điện tử", "Treo băng rôn, khẩu hiệu", "Kiểm tra công tác chuẩn bị")
    body = "".join(
        f"{i}. {works[i % len(works)]} đợt {i}.\n- Cơ quan chủ trì: {leads[(i - 1) % len(leads)]}.\n- Cơ quan phối hợp: Sở Y tế.\n"
        f"- Thời gian thực hiện: Trước ngày {now + datetime.timedelta(days=day + 1):%d/%m/%Y}.\n"
        for i, day in enumerate(days, 1)
    )
    return (
        "UBND TỈNH QUẢNG NGÃI\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\n\nSố: {number}/KH-SVHTTDL\n\nQuảng Ngãi, ngày 12 tháng 01 năm {now.year}\n\n"
        f"KẾ HOẠCH\n{title}\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Nâng cao hiệu quả công tác thông tin.\n\n"
        f"II. NHIỆM VỤ\n{body}\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nNguyễn Văn An\n"
    )


def issue_round_today(visitor, number, **options):
    """Brings and issues such a plan; gives its identifier."""
    plan = office.bring(visitor, f"ke-hoach-{number}.txt", plan_round_today(number, **options))
    form = visitor.get(f"/plans/{plan}/issue").form(action="/issue")
    done = form.submit({"acknowledge": "yes"})
    assert done.status == 200 and visitor.get(f"/plans/{plan}/progress").url.endswith("/progress"), done.words("main")[:400]
    return plan


def make_feed(visitor, whose="own"):
    """The path of a new private address, as the page shows it once."""
    page = visitor.get("/calendar/feeds")
    for form in page.forms(action="/calendar/feeds"):
        if dict(form.values).get("of") == whose or (whose == "agency" and dict(form.values).get("of", "").startswith("agency-")):
            made = form.submit(button=("do", "make"))
            return TOKEN.search(made.find("input[readonly]")[0].get("value"))[1]
    raise AssertionError(f"no form for {whose!r}: {page.words('main')[:300]}")
