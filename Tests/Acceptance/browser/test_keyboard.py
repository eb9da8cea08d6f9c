"""Everything at the desk without touching the mouse."""

import pytest

from harness import documents, office
from harness.visitor import Visitor


@pytest.fixture
def desk(sqlite_server, person):
    planner = Visitor(sqlite_server.url)
    planner.sign_in("lapkehoach", sqlite_server.passwords()["lapkehoach"])
    desk.count += 1
    plan = office.bring(planner, "phim.txt", documents.plan(4, number=str(1500 + desk.count)))
    one = person(sqlite_server, "lapkehoach")
    one.go(f"/plans/{plan}/correct")
    return one


desk.count = 0


def until(one, count):
    one.wait(f"document.querySelectorAll('ol.found > li').length === {count}")


def here(one):
    return one.page.evaluate("document.activeElement.closest('ol.found > li')?.dataset.shows")


def test_j_and_k_walk_through_the_tasks_and_light_their_words(desk):
    identifiers = [item.get_attribute("data-shows") for item in desk.page.locator("ol.found > li").all()]
    for key, expected in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
        desk.page.keyboard.press(key)
        assert here(desk) == identifiers[expected]
        desk.page.locator(f"#document mark.lit[data-found~='{identifiers[expected]}']").first.wait_for()


def test_confirm_edit_split_merge_delete_undo_redo_by_keys(desk):
    keys = desk.page.keyboard
    keys.press("j")
    keys.press("c")
    desk.page.locator("li.sure").wait_for()
    keys.press("e")
    desk.page.locator("form.edit textarea[name=text]").wait_for()
    desk.wait("document.activeElement.name === 'text'")
    keys.press("Control+A")
    keys.type("Sửa bằng bàn phím")
    keys.press("Tab")
    desk.page.locator("form.edit button.first").focus()
    keys.press("Enter")
    desk.page.locator("ol.found > li .words", has_text="Sửa bằng bàn phím").wait_for()
    desk.page.locator("form.edit").wait_for(state="detached")
    keys.press("j")
    keys.press("x")
    until(desk, 3)
    keys.press("u")
    until(desk, 4)
    keys.press("r")
    until(desk, 3)
    keys.press("u")
    until(desk, 4)
    keys.press("j")
    keys.press("m")
    desk.page.locator("form.edit select[name=other]").wait_for()
    desk.wait("document.activeElement.name === 'other'")
    keys.press("Tab")
    keys.press("Enter")
    until(desk, 3)


def test_keys_that_are_typed_faster_than_answers_come_all_count(desk):
    keys = desk.page.keyboard
    keys.type("jcjcjcjc")
    desk.wait("document.querySelectorAll('li.sure').length === 4")
    assert desk.page.locator(".notice.bad").count() == 0


def test_a_task_is_added_from_words_that_were_selected_by_keys(desk):
    until(desk, 4)
    desk.page.evaluate(
        """() => {
            const line = [...document.querySelectorAll('#document .line')].find(e => e.textContent.includes('Nâng cao hiệu quả'));
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            let node; while ((node = walker.nextNode()) && !node.textContent.includes('Nâng cao')) {}
            getSelection().setBaseAndExtent(node, node.textContent.indexOf('Nâng'), node, node.textContent.indexOf('Nâng') + 17);
        }"""
    )
    desk.page.keyboard.press("n")
    desk.wait("document.querySelector('form.edit textarea[name=text]')?.value === 'Nâng cao hiệu quả'")
    desk.page.locator("form.edit button[value=add]").focus()
    desk.page.keyboard.press("Enter")
    until(desk, 5)


def test_escape_leaves_a_form_as_it_was(desk):
    keys = desk.page.keyboard
    keys.press("j")
    keys.press("e")
    desk.wait("document.activeElement.name === 'text'")
    keys.type("vứt đi ")
    keys.press("Escape")
    desk.page.locator("form.edit").wait_for(state="detached")
    assert "vứt đi" not in desk.page.locator("#findings").inner_text()


def test_a_question_mark_lists_the_keys_on_every_page(desk):
    desk.page.keyboard.press("?")
    dialog = desk.page.locator("dialog[open]")
    dialog.wait_for()
    for key in ("j", "k", "c", "e", "s", "m", "x", "n", "u", "r"):
        assert dialog.locator("kbd", has_text=key).count() >= 1, key
    desk.check_accessibility()
    desk.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


def test_keys_typed_into_a_field_are_letters(desk):
    desk.go("/plans")
    desk.page.keyboard.press("/")
    desk.page.keyboard.type("juxrn")
    assert desk.page.locator("input[type=search]").input_value() == "juxrn"


def test_signing_in_uploading_and_issuing_need_no_mouse(sqlite_server, person):
    one = person(sqlite_server)
    one.go("/sign-in")
    one.page.locator("#name").focus()
    one.page.keyboard.type("lapkehoach")
    one.page.keyboard.press("Tab")
    one.page.keyboard.type(sqlite_server.passwords()["lapkehoach"])
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: "/sign-in" not in address)
    one.go("/upload")
    one.page.set_input_files("#files", {"name": "p.txt", "mimeType": "text/plain", "buffer": documents.plan(2, number="1599").encode()})
    one.page.locator("input[name=attest]").focus()
    one.page.keyboard.press("Space")
    one.page.keyboard.press("Tab")
    one.page.keyboard.press("Tab")
    one.page.keyboard.press("Enter")
    link = one.page.locator("#readings a[href$='/correct']")
    link.wait_for()
    link.focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/correct")
    one.page.locator("a[href$='/issue']").focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url("**/issue")
    one.page.locator("main form button.first").focus()
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: "/issue" not in address)
    assert one.page.locator("main a[href^='/tasks/']").count() == 2
