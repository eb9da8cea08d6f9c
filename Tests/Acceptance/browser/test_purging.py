"""A plan that should never have got in is destroyed through its page."""

import pytest

from harness import documents, office

from .conftest import PHONE


@pytest.fixture
def planner(visitor, sqlite_server):
    return visitor(sqlite_server, "lapkehoach")


def test_a_leaked_plan_is_destroyed_after_being_asked_once_more(sqlite_server, person, planner):
    plan = office.bring(planner, "lot-vao.txt", documents.plan(2, number="1951", title="THÔNG TIN LỌT VÀO XYZZY"))
    assert office.issue(planner, plan).status == 200
    one = person(sqlite_server, "lapkehoach", expected=("status of 404",))
    one.go(f"/plans/{plan}")
    one.page.locator("#management > summary").click()
    one.page.locator(f"a[href$='/plans/{plan}/purge']").click()
    one.page.wait_for_url("**/purge")
    assert "XYZZY" not in one.page.locator("main").inner_text(), "the page itself tells nothing of the plan"
    one.check_accessibility()
    one.page.set_viewport_size(PHONE)
    one.check_width()
    one.picture("purge-phone", whole=True)
    one.page.set_viewport_size({"width": 1360, "height": 860})
    one.picture("purge")
    # Without the tick the browser itself keeps the form back, and nothing is gone.
    one.page.locator("main button.danger").click()
    assert one.page.locator("input[name=sure]:invalid").count() == 1
    assert planner.get(f"/plans/{plan}").status == 200
    one.page.locator("input[name=sure]").check()
    one.page.select_option("select[name=reason]", "stateSecret")
    one.page.locator("main button.danger").click()
    notice = one.page.locator(".notice.good")
    notice.wait_for()
    assert "sao lưu" in notice.inner_text(), "it says that backups are still to be dealt with"
    one.check_accessibility()
    assert one.page.locator("main form").count() == 0
    assert one.go(f"/plans/{plan}").status == 404
    one.go("/plans?q=xyzzy")
    assert one.page.locator("main tbody tr").count() == 0
    one.go("/tasks?q=xyzzy")
    assert one.page.locator("main tbody tr").count() == 0
    inspector = person(sqlite_server, "theodoi")
    inspector.go("/ledger")
    told = inspector.page.locator("main tbody tr", has_text="Xóa vĩnh viễn").first.inner_text()
    assert "XYZZY" not in inspector.page.locator("main").inner_text()
    assert "Trần Thị Lan" in told and "không còn" in told, told


def test_who_may_not_destroy_is_not_offered_it(sqlite_server, person, planner):
    plan = office.bring(planner, "giu-lai.txt", documents.plan(2, number="1952", title="THÔNG TIN GIỮ LẠI"))
    assert office.issue(planner, plan).status == 200
    for name in ("thanhvien", "theodoi"):
        one = person(sqlite_server, name, expected=("status of 403",))
        one.go(f"/plans/{plan}")
        assert one.page.locator("a[href$='/purge']").count() == 0
        assert one.go(f"/plans/{plan}/purge").status == 403
