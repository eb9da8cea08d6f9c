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
    # Of the inspector's own agency: another's original isn't handed out.
    one.go("/plans?q=thong+tin+doi+ngoai+tinh+kon+tum")
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


def choose(one, name, *places):
    """Opens the field that takes several and ticks the choices at these places; gives [(value, how many tasks)]."""
    field = one.page.locator(f"details.several:has(input[name={name}])")
    field.locator("summary").click()
    taken = []
    for place in places:
        choice = field.locator("label").nth(place)
        choice.locator("input").check()
        taken.append((choice.locator("input").get_attribute("value"), int(choice.locator(".number").inner_text())))
    # An open list lies over what is below it, as a select's does.
    field.locator("summary").click()
    return taken


def found(one):
    """How many tasks the page says there are."""
    return int(one.page.locator(".found-line .number").inner_text().split()[0])


@pytest.mark.parametrize("name", ["agency", "with", "plan"])
def test_several_of_a_kind_are_chosen_at_once_and_stay_in_the_address(server, person, name):
    one = person(server, "theodoi")
    one.go("/tasks")
    before = found(one)
    taken = choose(one, name, 0, 1)
    one.page.locator("main form button", has_text="Lọc").click()
    one.page.wait_for_url(lambda address: address.count(f"{name}=") == 2)
    one.check_accessibility()
    assert max(tasks for _, tasks in taken) <= found(one) <= sum(tasks for _, tasks in taken)
    assert found(one) < before
    kept = one.page.url
    one.page.reload()
    assert one.page.url == kept
    for value, _ in taken:
        assert one.page.locator(f"input[name={name}][value='{value}']").is_checked()
    # Each is taken off alone.
    one.page.locator(".narrowings a").first.click()
    one.page.wait_for_url(lambda address: address.count(f"{name}=") == 1)
    assert found(one) == taken[1][1]


def test_each_count_of_time_is_what_its_link_finds(server, person):
    one = person(server, "theodoi")
    one.go("/tasks")
    counts = [(part.get_attribute("href"), int(part.locator("b").inner_text())) for part in one.page.locator(".counts a").all()]
    assert sum(count for _, count in counts) == found(one)
    for address, count in counts:
        one.go(address)
        shown = found(one) if one.page.locator(".found-line").count() else 0
        assert shown == count, address


def test_an_empty_list_says_why_and_what_to_do(server, person):
    one = person(server, "theodoi")
    one.go("/tasks?q=khongcotrongvanbannao&state=overdue")
    assert task_rows(one) == 0 and found(one) == 0
    assert one.page.locator(".narrowings a").count() == 2
    one.check_accessibility()
    one.page.locator(".nothing a").click()
    one.page.wait_for_url("**/tasks")
    assert task_rows(one) > 5


def test_the_list_is_walked_and_paged_by_keyboard(server, person):
    one = person(server, "theodoi")
    one.go("/tasks?sort=plan")
    one.page.keyboard.press("j")
    first = one.page.evaluate("document.activeElement.getAttribute('href')")
    one.page.keyboard.press("j")
    second = one.page.evaluate("document.activeElement.getAttribute('href')")
    assert first.startswith("/tasks/") and second.startswith("/tasks/") and first != second
    one.page.keyboard.press("k")
    assert one.page.evaluate("document.activeElement.getAttribute('href')") == first
    one.page.keyboard.press(".")
    one.page.wait_for_url(lambda address: "after=" in address and "sort=plan" in address)
    assert one.page.locator(f"main a[href='{first}']").count() == 0
    one.page.keyboard.press(",")
    one.page.wait_for_url(lambda address: "after=" not in address and "sort=plan" in address)
    one.page.locator("details.several summary").first.press("Enter")
    assert one.page.locator("details.several[open]").count() == 1
    one.page.keyboard.press("Tab")
    one.page.keyboard.press("Escape")
    assert one.page.locator("details.several[open]").count() == 0


def test_an_issuer_is_shown_with_its_province(server, person):
    one = person(server, "theodoi")
    one.go("/plans?q=thong+tin+doi+ngoai+kon+tum")
    assert "UBND tỉnh Kon Tum" in titles(one)
    one.page.locator("main tr", has_text="UBND tỉnh Kon Tum").locator("a[href^='/plans/']").first.click()
    one.page.wait_for_load_state()
    assert "Ủy ban nhân dân tỉnh Kon Tum" in titles(one)


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
    one.go("/tasks?q=bao+chi&sort=lead")
    count = found(one)
    table = list(csv.reader(io.StringIO(exported(one, ".csv").decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(exported(one, ".xlsx"))).active
    rows = list(sheet.iter_rows(values_only=True))
    # A heading above the table is allowed; the table's own rows are as many.
    header = next(i for i, row in enumerate(rows) if row[0] == table[0][0])
    body = [row for row in rows[header + 1:] if any(cell is not None for cell in row)]
    assert len(body) == len(table) - 1 == count, "an export holds what its list finds"
    words = max(range(len(table[0])), key=lambda i: len(table[1][i]))
    assert [row[words] for row in body] == [row[words].removeprefix("'") for row in table[1:]]


def test_the_workbook_has_days_as_days_numbers_as_numbers_and_columns_as_wide_as_their_words(server, person):
    one = person(server, "theodoi")
    one.go("/tasks")
    sheet = openpyxl.load_workbook(io.BytesIO(exported(one, ".xlsx"))).active
    rows = list(sheet.iter_rows())
    header, body = rows[0], rows[1:]
    assert len(body) > 20
    kinds = [{cell.data_type for row in body if (cell := row[column]).value is not None} for column in range(len(header))]
    assert all(kind <= {"s"} or kind <= {"d"} or kind <= {"n"} for kind in kinds), kinds
    assert {"d"} in kinds and {"s"} in kinds, "no column mixes words, numbers and days"
    for column, kind in enumerate(kinds):
        if kind == {"d"}:
            cells = [row[column] for row in body if row[column].value is not None]
            assert all(cell.is_date and cell.number_format == "dd/mm/yyyy" and 2000 < cell.value.year < 2100 for cell in cells)
    assert not any(cell.data_type == "f" for row in rows for cell in row)
    assert all(cell.font.bold for cell in header) and sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.startswith("A1:")
    for column, cell in enumerate(header):
        width = sheet.column_dimensions[cell.column_letter].width
        # A word that is wider than its column would be broken inside; long texts are wrapped.
        longest = max((len(word) for row in rows for word in str(row[column].value or "").split()
                       if row[column].data_type == "s" and len(word) < 30), default=0)
        assert 4 <= width <= 100 and longest <= width * 1.25, f"{cell.value}: {width} wide, a word of {longest}"
