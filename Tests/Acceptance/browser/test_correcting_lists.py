"""Reports, citations, recipients and contacts at the desk; cutting a task; footnotes; from doubts to their places."""

import pytest

from harness import documents, office
from harness.visitor import Visitor

from .conftest import PHONE

SECTIONS = {"report": "reports", "citation": "citations", "recipient": "recipients", "contact": "contacts"}
FIELD = {"report": "from", "citation": "number", "recipient": "name", "contact": "name"}

WORDS = "Tuyên truyền về công tác thông tin đối ngoại; giới thiệu hình ảnh của địa phương1"


@pytest.fixture(scope="module")
def planner(sqlite_server):
    one = Visitor(sqlite_server.url)
    one.sign_in("lapkehoach", sqlite_server.passwords()["lapkehoach"])
    return one


@pytest.fixture
def plan(planner):
    plan.count += 1
    text = documents.plan(3, number=str(1800 + plan.count), words=WORDS)
    return office.bring(planner, "danh-sach.txt", text + "\n1 Các xã, phường trong tỉnh.\n")


plan.count = 0


@pytest.fixture
def desk(sqlite_server, person, plan):
    one = person(sqlite_server, "lapkehoach", expected=("status of 422",))
    one.go(f"/plans/{plan}/correct")
    one.plan = plan
    return one


def select(one, words):
    """Selects words of the document as a mouse or Shift and arrows would."""
    one.page.evaluate(
        """words => {
            for (const line of document.querySelectorAll('#document .line')) {
                const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
                let node;
                while ((node = walker.nextNode())) {
                    const at = node.textContent.indexOf(words);
                    if (at >= 0 && !node.parentElement.closest('.at, .tip')) {
                        getSelection().setBaseAndExtent(node, at, node, at + words.length);
                        return;
                    }
                }
            }
            throw Error('not in the document: ' + words);
        }""",
        words,
    )


def rows(one, kind):
    return one.page.locator(f"#{SECTIONS[kind]} li.entry")


@pytest.mark.parametrize(
    ("kind", "words", "shown"),
    [
        ("report", "Nâng cao hiệu quả", "Nâng cao hiệu quả"), ("citation", "Quý II/2026", "II/2026"),
        ("recipient", "Nguyễn Văn An", "Nguyễn Văn An"), ("contact", "Nguyễn Văn An", "Nguyễn Văn An"),
    ],
)
def test_words_are_picked_by_keys_and_become_each_kind_of_thing(desk, kind, words, shown):
    before = rows(desk, kind).count()
    select(desk, words)
    desk.page.locator(".pick:not([hidden])").wait_for()
    desk.page.keyboard.press("p")
    link = desk.page.locator(f".pick a[href*='new-{kind}']")
    link.focus()
    desk.page.keyboard.press("Enter")
    desk.wait(f"document.querySelector('form.edit [name={FIELD[kind]}]')?.value === {words!r}")
    desk.check_accessibility()
    desk.page.keyboard.press("Tab")
    desk.page.locator("form.edit button.first").focus()
    desk.page.keyboard.press("Enter")
    desk.wait(f"document.querySelectorAll('#{SECTIONS[kind]} li.entry').length === {before + 1}")
    new = rows(desk, kind).filter(has_text=shown).first
    mark = new.get_attribute("data-shows")
    assert desk.page.locator(f"#document mark[data-found~='{mark}']").count() >= 1, "it is marked where its words stand"


@pytest.mark.parametrize("kind", list(SECTIONS))
def test_each_kind_is_changed_deleted_and_brought_back_by_keys(desk, planner, kind):
    values = {
        "report": {"from": "Sở Y tế", "by": "20/11/2026"}, "citation": {"number": "5/NQ-HĐND"},
        "recipient": {"name": "Báo Kon Tum"}, "contact": {"name": "Trần Văn B", "phone": "0912345678"},
    }[kind]
    office.fill(planner, desk.plan, f"edit=new-{kind}", f"add{kind.capitalize()}", values)
    desk.page.reload()
    before = rows(desk, kind).count()
    name = values[FIELD[kind]]
    row = rows(desk, kind).filter(has_text=name).first
    mark = row.get_attribute("data-shows")
    keys = desk.page.keyboard
    # Walks there as one walks through tasks.
    for _ in range(40):
        keys.press("j")
        if desk.page.evaluate("document.activeElement.closest('li[data-shows]')?.dataset.shows") == mark:
            break
    else:
        raise AssertionError("j never came to the row")
    keys.press("e")
    field = desk.page.locator(f"form.edit [name={FIELD[kind]}]")
    field.wait_for()
    field.focus()
    keys.press("Control+A")
    keys.type("Tên đã sửa" if kind != "citation" else "6/NQ-HĐND")
    desk.page.locator("form.edit button.first").focus()
    keys.press("Enter")
    changed = rows(desk, kind).filter(has_text="Tên đã sửa" if kind != "citation" else "6/NQ-HĐND")
    changed.wait_for()
    if kind == "contact":
        assert "0912345678" not in changed.inner_text() and "678" in changed.inner_text(), "its number stayed, masked"
    desk.wait(f"document.activeElement.closest('li[data-shows]')?.dataset.shows === {mark!r}")
    keys.press("x")
    desk.wait(f"document.querySelectorAll('#{SECTIONS[kind]} li.entry').length === {before - 1}")
    keys.press("u")
    changed.wait_for()


def test_picked_words_go_into_the_field_that_stands_open(desk):
    task = desk.page.locator("ol.found > li").first
    task.locator("a[data-key=e]").click()
    lead = desk.page.locator("form.edit textarea[name=lead]")
    lead.focus()
    old = lead.input_value()
    select(desk, "Nguyễn Văn An")
    into = desk.page.locator(".pick .into button")
    into.wait_for()
    assert "Chủ trì" in into.inner_text()
    into.click()
    assert lead.input_value() == old + "\nNguyễn Văn An"


def test_a_task_is_cut_where_the_caret_stands(desk):
    task = desk.page.locator("ol.found > li").first
    words = "công tác thông tin đối ngoại; giới thiệu"
    task.locator("a[data-key=s]").click()
    field = desk.page.locator("form.edit textarea.cut")
    field.wait_for()
    desk.wait("document.querySelectorAll('.halves p')[1].textContent.length > 0")
    assert desk.page.locator(".halves p").nth(1).inner_text().startswith("giới thiệu"), "the end of the sentence is offered first"
    desk.check_accessibility()
    desk.picture("split")
    # By the arrows in the field: into the middle of "thông".
    at = field.input_value().index(words) + len("công tác th")
    field.focus()
    field.evaluate("(field, at) => field.setSelectionRange(at - 1, at - 1)", at)
    desk.page.keyboard.press("ArrowRight")
    desk.wait("document.querySelectorAll('.halves p')[1].textContent.startsWith('thông tin')")
    desk.page.keyboard.type("không đổi được")
    assert "không đổi được" not in field.input_value()
    # By clicking into the document: before "hình ảnh".
    desk.page.evaluate(
        """() => {
            const mark = [...document.querySelectorAll('#document mark')].find(e => e.textContent.includes('hình ảnh'));
            document.activeElement.blur();
            getSelection().collapse(mark.firstChild, mark.textContent.indexOf('hình ảnh') + 2);
        }"""
    )
    desk.wait("document.querySelectorAll('.halves p')[1].textContent.startsWith('hình ảnh')")
    desk.page.locator("form.edit button[value=split]").click()
    desk.wait("document.querySelectorAll('ol.found > li').length === 4")
    told = desk.page.locator("ol.found > li .words")
    assert told.nth(0).inner_text().endswith("giới thiệu") and told.nth(1).inner_text().startswith("hình ảnh")


def test_without_a_script_a_task_is_cut_at_the_end_of_a_sentence(sqlite_server, person, plan):
    one = person(sqlite_server, "lapkehoach", scripts=False)
    one.go(f"/plans/{plan}/correct")
    one.page.locator("ol.found > li").first.locator("a[data-key=s]").click()
    assert not one.page.locator("textarea.cut").is_visible()
    chosen = one.page.locator("form.edit select[name=at] option:checked").inner_text()
    assert chosen.startswith("giới thiệu"), chosen
    one.page.locator("form.edit button[value=split]").click()
    assert one.page.locator("ol.found > li").count() == 4
    assert one.page.locator("ol.found > li .words").nth(1).inner_text().startswith("giới thiệu")


def test_a_task_with_parties_and_time_is_one_step_of_undoing(desk):
    select(desk, "Nâng cao hiệu quả")
    desk.page.keyboard.press("n")
    desk.wait("document.querySelector('form.edit textarea[name=text]')?.value === 'Nâng cao hiệu quả'")
    desk.page.locator("form.edit textarea[name=lead]").fill("Sở Ngoại vụ")
    desk.page.locator("form.edit input[name=when]").fill("30/6/2026")
    desk.page.locator("form.edit button[value=add]").click()
    desk.wait("document.querySelectorAll('ol.found > li').length === 4")
    desk.page.keyboard.press("u")
    desk.wait("document.querySelectorAll('ol.found > li').length === 3")
    assert desk.page.locator("button[value=undo]").is_disabled()
    desk.page.keyboard.press("r")
    desk.wait("document.querySelectorAll('ol.found > li').length === 4")
    assert "Sở Ngoại vụ" in desk.page.locator("ol.found > li", has_text="Nâng cao hiệu quả").inner_text()


def test_a_footnotes_number_is_raised_in_the_task_and_plain_in_the_document(desk):
    words = desk.page.locator("ol.found > li .words").first.inner_text()
    assert "địa phương¹" in words and "địa phương1" not in words
    assert "địa phương1" in desk.page.locator("#document").inner_text()


def test_the_page_of_issuing_leads_to_each_doubt(sqlite_server, person, planner):
    text = documents.plan(2, number="1899").replace("- Cơ quan chủ trì: Sở Văn hóa, Thể thao và Du lịch.\n", "", 1)
    plan = office.bring(planner, "nghi-van.txt", text)
    one = person(sqlite_server, "lapkehoach")
    one.go(f"/plans/{plan}/issue")
    one.check_accessibility()
    links = one.page.locator(f"main .plainlist a[href*='/plans/{plan}/correct']")
    addresses = [link.get_attribute("href") for link in links.all()]
    assert any("#w" in address for address in addresses) and any("#f-t" in address for address in addresses)
    for address in addresses:
        one.go(address)
        assert one.page.locator(f"[id='{address.split('#')[1]}']").is_visible(), address


def test_a_replaced_plan_leads_to_its_successor_and_to_a_new_draft(sqlite_server, person, planner):
    old = office.bring(planner, "ban-cu.txt", documents.plan(2, number="1901", title="THÔNG TIN BẢN CŨ"))
    new = office.bring(planner, "ban-moi.txt", documents.plan(2, number="1902", title="THÔNG TIN BẢN MỚI"))
    for plan in (old, new):
        assert office.issue(planner, plan).status == 200
    one = person(sqlite_server, "lapkehoach")
    one.go(f"/plans/{old}")
    one.page.locator("details.sheet summary", has_text="Quản lý").click()
    one.page.fill("input[name=reason]", "Có kế hoạch mới")
    one.page.select_option("select[name=replacedBy]", new)
    one.check_accessibility()
    # Not among the youngest? By some words of it, without losing what was typed.
    one.page.fill("input[name=find]", "1902")
    one.page.locator("form[action$='/withdraw'] button[value=find]").click()
    one.page.wait_for_url("**/withdraw#management")
    assert one.page.input_value("input[name=reason]") == "Có kế hoạch mới"
    assert one.page.input_value("select[name=replacedBy]") == new
    assert one.page.locator("select[name=replacedBy] option").count() == 2
    one.check_accessibility()
    one.picture("withdraw")
    one.page.locator("form[action$='/withdraw'] button[value=withdraw]").click()
    # What goes over is shown first; both plans have the same two duties, and one of them is to begin anew.
    one.page.locator("form#replace").wait_for()
    assert one.page.input_value("form#replace input[name=reason]") == "Có kế hoạch mới"
    anew = one.page.locator("form#replace input[name=anew]")
    assert anew.count() == 2 and not anew.first.is_checked()
    anew.nth(1).check()
    one.check_accessibility()
    one.picture("replace", whole=True)
    one.page.set_viewport_size(PHONE)
    one.check_width()
    one.page.locator("form#replace button[value=replace]").click()
    notice = one.page.locator(".notice.warn", has_text="thay thế")
    notice.wait_for()
    told = notice.inner_text()
    assert "Có kế hoạch mới" in told and "1902" in told and "Trần Thị Lan" in told
    one.check_accessibility()
    one.page.set_viewport_size(PHONE)
    one.check_width()
    notice.locator(f"a[href$='{new}']").click()
    one.page.wait_for_url(f"**/plans/{new}")
    one.page.locator(f"dl.facts a[href='/plans/{old}']").click()
    one.page.wait_for_url(f"**/plans/{old}")
    reader = person(sqlite_server, "theodoi")
    reader.go(f"/plans/{old}")
    assert reader.page.locator("form[action$='/draft-again']").count() == 0
    one.go(f"/plans/{old}")
    one.page.locator("form[action$='/draft-again'] button").click()
    one.page.wait_for_url("**/correct")
    assert one.page.locator("ol.found > li").count() == 2
    one.go(f"/plans/{old}")
    assert one.page.locator("form[action$='/draft-again']").count() == 0, "one draft from one file"
