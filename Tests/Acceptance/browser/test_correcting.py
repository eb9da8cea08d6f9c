"""The desk: document and findings side by side, corrected by mouse, shared with a colleague, issued."""

import pytest

from harness import documents, office
from harness.visitor import Visitor

# Two clauses, so that there is a place to split.
WORDS = "Tuyên truyền về công tác thông tin đối ngoại; giới thiệu hình ảnh, con người và tiềm năng của tỉnh"


@pytest.fixture
def draft(server):
    """A fresh draft of four tasks."""
    planner = Visitor(server.url)
    planner.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    draft.count += 1
    return office.bring(planner, "ban-giay.txt", documents.plan(4, number=str(1200 + draft.count), words=WORDS))


draft.count = 0


@pytest.fixture
def desk(server, person, draft):
    one = person(server, "lapkehoach")
    one.go(f"/plans/{draft}/correct")
    one.plan = draft
    return one


def tasks(one):
    return one.page.locator("ol.found > li")


def until(one, count):
    one.wait(f"document.querySelectorAll('ol.found > li').length === {count}")


def press(one, task, value):
    task.locator(f"button[name=do][value={value}]").click()


def test_hovering_or_focusing_one_side_shows_the_other(desk):
    task = tasks(desk).nth(1)
    identifier = task.get_attribute("data-shows")
    marks = desk.page.locator(f"#document mark[data-found~='{identifier}']")
    assert marks.count() >= 1, "the task's words are marked in the document"
    task.hover()
    desk.page.locator(f"#document mark.lit[data-found~='{identifier}']").first.wait_for()
    assert desk.page.locator("#document mark.lit:not([data-found~='" + identifier + "'])").count() == 0
    desk.picture("hover")
    desk.page.locator("h1").hover()
    marks.first.hover()
    desk.page.locator(f"li.lit[data-shows='{identifier}']").wait_for()
    tasks(desk).nth(2).locator("a, button").first.focus()
    other = tasks(desk).nth(2).get_attribute("data-shows")
    desk.page.locator(f"#document mark.lit[data-found~='{other}']").first.wait_for()


def test_parties_and_times_show_their_own_words(desk):
    chip = tasks(desk).nth(0).locator(".chip.lead").first
    found = chip.get_attribute("data-found")
    chip.hover()
    lit = desk.page.locator("#document mark.lit")
    lit.first.wait_for()
    assert desk.page.locator(f"#document mark.lit[data-found~='{found}']").first.inner_text() in chip.inner_text()


def test_a_task_is_corrected_in_its_place(desk):
    task = tasks(desk).nth(0)
    task.locator("a[data-key=e]").click()
    form = desk.page.locator("form.edit")
    form.locator("textarea[name=text]").fill("Lời nhiệm vụ đã sửa")
    form.locator("textarea[name=lead]").fill("Sở Ngoại vụ\nCông an tỉnh")
    form.locator("input[name=when]").fill("30/6/2026")
    form.locator("button[value=change]").click()
    desk.page.locator("ol.found > li .words", has_text="Lời nhiệm vụ đã sửa").wait_for()
    told = tasks(desk).nth(0).inner_text()
    assert "Sở Ngoại vụ" in told and "Công an tỉnh" in told and "30/6/2026" in told
    desk.page.reload()
    assert "Lời nhiệm vụ đã sửa" in tasks(desk).nth(0).inner_text()


def test_selected_words_become_a_task(desk):
    until(desk, 4)
    line = desk.page.locator("#document .line", has_text="Nâng cao hiệu quả").first
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    desk.page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2)
    desk.page.mouse.down()
    desk.page.mouse.move(box["x"] + 330, box["y"] + box["height"] / 2, steps=8)
    desk.page.mouse.up()
    picked = desk.page.evaluate("getSelection().toString()").strip()
    assert len(picked) > 10
    desk.page.locator(".desk-head [data-key=n]").click()
    field = desk.page.locator("form.edit textarea[name=text]")
    field.wait_for()
    desk.wait("document.querySelector('form.edit textarea[name=text]').value.length > 0")
    assert field.input_value().split() == picked.split()
    desk.page.locator("form.edit textarea[name=lead]").fill("Sở Ngoại vụ")
    desk.page.locator("form.edit input[name=when]").fill("30/6/2026")
    desk.page.locator("form.edit button[value=add]").click()
    until(desk, 5)
    new = desk.page.locator("ol.found > li", has_text=" ".join(picked.split()))
    assert new.count() == 1
    assert "Sở Ngoại vụ" in new.inner_text() and "30/6/2026" in new.inner_text(), "what was typed beside it counts"
    assert desk.page.locator(f"#document mark[data-found~='{new.get_attribute('data-shows')}']").count() >= 1


def test_tasks_are_split_merged_deleted_and_all_of_it_undone_and_redone(desk):
    until(desk, 4)
    before = [item.inner_text() for item in desk.page.locator("ol.found > li .words").all()]
    tasks(desk).nth(0).locator("a[data-key=s]").click()
    desk.page.locator("form.edit select[name=at]").wait_for()
    desk.page.locator("form.edit button[value=split]").click()
    until(desk, 5)
    tasks(desk).nth(2).locator("a[data-key=m]").click()
    desk.page.locator("form.edit button[value=merge]").click()
    until(desk, 4)
    press(desk, tasks(desk).nth(3), "delete")
    until(desk, 3)
    for count in (4, 5, 4):
        desk.page.locator("button[value=undo]").click()
        until(desk, count)
    assert [item.inner_text() for item in desk.page.locator("ol.found > li .words").all()] == before
    for count in (5, 4, 3):
        desk.page.locator("button[value=redo]").click()
        until(desk, count)
    assert desk.page.locator("button[value=redo]").is_disabled()


def test_confirming_is_counted_and_taken_back(desk):
    press(desk, tasks(desk).nth(0), "confirm")
    desk.page.locator("ol.found > li.sure").wait_for()
    assert "1/4" in desk.page.locator(".desk-head").inner_text()
    desk.page.locator("button[value=undo]").click()
    desk.wait("document.querySelectorAll('ol.found > li.sure').length === 0")


def test_a_second_editor_is_told_and_overwrites_nothing(server, desk, person):
    colleague = person(server, "lapkehoach", expected=("status of 409",))
    colleague.go(f"/plans/{desk.plan}/correct")
    press(desk, tasks(desk).nth(0), "delete")
    until(desk, 3)
    press(colleague, tasks(colleague).nth(1), "delete")
    told = colleague.page.locator(".notice.warn, .notice.bad")
    told.first.wait_for()
    assert told.first.inner_text().strip()
    desk.page.reload()
    assert tasks(desk).count() == 3, "the colleague's form was made for an older state"


def test_a_plan_is_issued_and_frozen(server, desk, person):
    desk.page.locator("a[href$='/issue']").click()
    desk.page.wait_for_url("**/issue")
    desk.check_accessibility()
    desk.picture("issue")
    for box in desk.page.locator("main input[type=checkbox]").all():
        box.check()
    desk.page.locator("main form button.first").click()
    desk.page.wait_for_url(f"**/plans/{desk.plan}")
    assert desk.page.locator("main a[href^='/tasks/']").count() == 4
    frozen = person(server, "lapkehoach", expected=("status of 40",))
    frozen.go(f"/plans/{desk.plan}/correct")
    assert frozen.page.locator("form[action$='/corrections']").count() == 0, "an issued plan isn't corrected any more"
    reader = person(server, "theodoi")
    reader.go(f"/tasks?plan={desk.plan}")
    assert reader.page.locator("main a[href^='/tasks/']").count() == 4


def test_a_member_corrects_its_own_draft_and_may_not_issue_it(server, person):
    member = Visitor(server.url)
    member.sign_in("thanhvien", server.passwords()["thanhvien"])
    draft.count += 1
    plan = office.bring(member, "cua-toi.txt", documents.plan(2, number=str(1300 + draft.count)))
    one = person(server, "thanhvien")
    one.go(f"/plans/{plan}/correct")
    assert one.page.locator("a[href$='/issue']").count() == 0
    press(one, tasks(one).nth(0), "confirm")
    one.page.locator("ol.found > li.sure").wait_for()
    refused = person(server, "thanhvien", expected=("status of 40",))
    assert refused.go(f"/plans/{plan}/issue").status in (403, 404)
