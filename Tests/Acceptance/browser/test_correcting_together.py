"""Two people at one draft: nothing that either of them typed is lost, with a script and without."""

import pytest

from harness import documents, office
from harness.visitor import Visitor

from .conftest import PHONE

EXPECTED = ("status of 409", "status of 422", "net::ERR_FAILED")


@pytest.fixture
def colleague(sqlite_server):
    one = Visitor(sqlite_server.url)
    one.sign_in("lapkehoach", sqlite_server.passwords()["lapkehoach"])
    return one


@pytest.fixture
def plan(colleague):
    plan.count += 1
    return office.bring(colleague, "cung-sua.txt", documents.plan(3, number=str(1700 + plan.count)))


plan.count = 0


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def desk(request, sqlite_server, person, plan):
    one = person(sqlite_server, "lapkehoach", scripts=request.param, expected=EXPECTED)
    one.go(f"/plans/{plan}/correct")
    return one


def first_task(one):
    return one.page.locator("ol.found > li").first


def open_form(one):
    first_task(one).locator("a[data-key=e]").click()
    form = one.page.locator("form.edit")
    form.wait_for()
    return form


def test_the_second_sees_both_and_saves_over(desk, colleague, plan):
    form = open_form(desk)
    task = office.task_ids(office.open_draft(colleague, plan))[0]
    form.locator("textarea[name=text]").fill("Lời của tôi")
    form.locator("textarea[name=lead]").fill("Sở Ngoại vụ\nCông an tỉnh")
    changes = {"text": "Lời của đồng nghiệp", "with": "Báo Kon Tum"}
    assert office.fill(colleague, plan, f"edit={task}", "change", changes).status == 200
    form.locator("button.first").click()
    desk.page.locator(".notice.bad").wait_for()
    form = desk.page.locator("form.edit")
    assert form.locator("textarea[name=text]").input_value() == "Lời của tôi"
    assert form.locator("textarea[name=lead]").input_value() == "Sở Ngoại vụ\nCông an tỉnh"
    assert form.locator("textarea[name=with]").input_value() == "Báo Kon Tum", "what I didn't touch is as it stands now"
    assert "Lời của đồng nghiệp" in form.locator(".now").first.inner_text()
    form.locator("button.first", has_text="Lưu đè").click()
    desk.page.locator("ol.found > li .words", has_text="Lời của tôi").wait_for()
    told = first_task(desk).inner_text()
    assert "Sở Ngoại vụ" in told and "Báo Kon Tum" in told


def test_the_second_takes_what_stands(desk, colleague, plan):
    form = open_form(desk)
    task = office.task_ids(office.open_draft(colleague, plan))[0]
    form.locator("textarea[name=text]").fill("Lời của tôi")
    office.fill(colleague, plan, f"edit={task}", "change", {"text": "Lời của đồng nghiệp"})
    form.locator("button.first").click()
    desk.page.locator("form.edit a.button", has_text="Giữ bản hiện có").click()
    desk.page.locator("ol.found > li .words", has_text="Lời của đồng nghiệp").wait_for()
    assert desk.page.locator("form.edit").count() == 0


def test_what_was_typed_for_a_task_that_is_gone_waits_in_a_new_one(desk, colleague, plan):
    form = open_form(desk)
    task = office.task_ids(office.open_draft(colleague, plan))[0]
    form.locator("textarea[name=text]").fill("Nâng cao hiệu quả công tác thông tin đối ngoại")
    form.locator("textarea[name=lead]").fill("Sở Ngoại vụ")
    office.press(office.open_draft(colleague, plan), "delete", task)
    form.locator("button.first").click()
    new = desk.page.locator("#new form.edit")
    new.wait_for()
    assert new.locator("textarea[name=text]").input_value() == "Nâng cao hiệu quả công tác thông tin đối ngoại"
    new.locator("button[value=add]").click()
    desk.page.locator("ol.found > li", has_text="Nâng cao hiệu quả").wait_for()
    assert "Sở Ngoại vụ" in desk.page.locator("ol.found > li", has_text="Nâng cao hiệu quả").inner_text()


def test_a_form_that_is_not_understood_keeps_its_words(desk):
    form = open_form(desk)
    form.locator("textarea[name=text]").fill("Lời đã sửa rất dài")
    form.locator("input[name=when]").fill("hôm nào đó")
    form.locator("button.first").click()
    desk.page.locator(".notice.bad").wait_for()
    form = desk.page.locator("form.edit")
    assert form.locator("textarea[name=text]").input_value() == "Lời đã sửa rất dài"
    assert form.locator("input[name=when]").input_value() == "hôm nào đó"
    form.locator("input[name=when]").fill("thường xuyên")
    form.locator("button.first").click()
    desk.page.locator("ol.found > li .words", has_text="Lời đã sửa rất dài").wait_for()


def test_without_a_server_the_words_stay_on_the_page(sqlite_server, person, plan):
    one = person(sqlite_server, "lapkehoach", expected=EXPECTED)
    one.go(f"/plans/{plan}/correct")
    form = open_form(one)
    form.locator("textarea[name=text]").fill("Chưa được gửi đi")
    one.page.route("**/corrections", lambda route: route.abort())
    form.locator("button.first").click()
    one.page.locator(".notice[data-unsaved]").wait_for()
    assert form.locator("textarea[name=text]").input_value() == "Chưa được gửi đi"
    one.page.unroute("**/corrections")
    form.locator("button.first").click()
    one.page.locator("ol.found > li .words", has_text="Chưa được gửi đi").wait_for()


def test_both_versions_fit_a_phone_and_are_accessible(sqlite_server, person, colleague, plan):
    one = person(sqlite_server, "lapkehoach", size=PHONE, expected=EXPECTED)
    one.go(f"/plans/{plan}/correct")
    form = open_form(one)
    task = office.task_ids(office.open_draft(colleague, plan))[0]
    form.locator("textarea[name=text]").fill("Lời của tôi")
    office.fill(colleague, plan, f"edit={task}", "change", {"text": "Lời của đồng nghiệp"})
    form.locator("button.first").click()
    one.page.locator(".notice.bad").wait_for()
    one.check_accessibility()
    one.check_width()
    one.picture("conflict-phone")
