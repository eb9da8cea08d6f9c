"""Plans are found without marks; tasks are filtered, opened and exported."""

import csv
import io

import openpyxl
import pytest


def titles(one):
    return one.page.locator("main").inner_text()


@pytest.mark.parametrize("words", ["thong tin doi ngoai", "Thông tin đối ngoại", "THONG TIN doi NGOẠI"])
def test_plans_are_found_without_marks(server, person, words):
    one = person(server, "theodoi")
    one.go("/plans")
    one.page.locator("main input[name=q]").fill(words)
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: "q=" in address)
    found = titles(one).lower()
    assert "đối ngoại" in found
    assert one.page.locator("main a[href^='/plans/']").count() >= 2


def test_what_is_not_there_is_not_found(server, person):
    one = person(server, "theodoi")
    one.go("/plans?q=khongcotrongvanbannao")
    assert one.page.locator("main a[href^='/plans/']").count() == 0
    assert titles(one).strip()


def test_a_plan_shows_its_tasks_by_agency_and_by_time_and_hands_out_its_file(server, person):
    one = person(server, "theodoi")
    one.go("/plans")
    one.picture("plans")
    one.go("/plans?q=thong+tin+doi+ngoai")
    one.page.locator("main a[href^='/plans/']").first.click()
    one.page.wait_for_load_state()
    assert one.page.locator("main a[href^='/tasks/']").count() > 0
    one.picture("plan")
    with one.page.expect_download() as held:
        one.page.locator("main a[href$='/file']").first.click()
    assert held.value.path().stat().st_size > 1000


def task_rows(one):
    return one.page.locator("main a[href^='/tasks/']").count()


def test_tasks_are_filtered_and_opened(server, person):
    one = person(server, "theodoi")
    one.go("/tasks")
    before = task_rows(one)
    assert before > 5
    one.picture("tasks")
    one.page.locator("main input[name=q]").fill("bao chi")
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(lambda address: "q=bao" in address)
    assert 0 < task_rows(one) < before
    one.page.locator("main a[href^='/tasks/']").first.click()
    one.page.wait_for_url("**/tasks/*")
    assert one.page.locator("main a[href^='/plans/']").count() > 0, "a task leads back to its plan"


def choices(one):
    """{name of a filter: its values} as the page offers them."""
    return {
        field.get_attribute("name"): [o.get_attribute("value") for o in field.locator("option").all() if o.get_attribute("value")]
        for field in one.page.locator("main form select").all()
    }


def test_each_filter_narrows_the_list(server, person):
    one = person(server, "theodoi")
    one.go("/tasks")
    offered = choices(one)
    assert len(offered) >= 2, f"agency and time can be chosen: {list(offered)}"
    before = one.page.locator("main").inner_text()
    for name, values in offered.items():
        one.go(f"/tasks?{name}={values[-1]}")
        assert one.page.locator(f"select[name={name}]").input_value() == values[-1], "the choice stays chosen"
        assert one.page.locator("main").inner_text() != before


def exported(one, ending):
    with one.page.expect_download() as held:
        one.page.locator(f"main a[href*='{ending}']").first.click()
    return held.value.path().read_bytes()


def test_the_csv_opens_in_a_spreadsheet_with_vietnamese_intact(server, person):
    one = person(server, "theodoi")
    one.go("/tasks")
    raw = exported(one, ".csv")
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to see UTF-8"
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) > 5 and len({len(row) for row in rows}) == 1
    assert any("Sở" in cell for row in rows for cell in row)
    assert not any(cell[:1] in "=+-@\t" for row in rows for cell in row if cell), "no cell is a formula"


def test_the_workbook_holds_the_same_as_the_csv(server, person):
    one = person(server, "theodoi")
    one.go("/tasks?q=bao+chi")
    table = list(csv.reader(io.StringIO(exported(one, ".csv").decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(exported(one, ".xlsx"))).active
    rows = list(sheet.iter_rows(values_only=True))
    # A heading above the table is allowed; the table's own rows are as many.
    header = next(i for i, row in enumerate(rows) if row[0] == table[0][0])
    body = [row for row in rows[header + 1:] if any(cell is not None for cell in row)]
    assert len(body) == len(table) - 1
    words = max(range(len(table[0])), key=lambda i: len(table[1][i]))
    assert [row[words] for row in body] == [row[words].removeprefix("'") for row in table[1:]]
