"""The main walk in a browser that runs no script."""

from harness import documents

from .conftest import PHONE


def test_from_sign_in_to_issued_tasks_without_a_script(server, person):
    one = person(server, "lapkehoach", scripts=False)
    page = one.page
    one.go("/upload")
    number = {"sqlite": "2101", "postgres": "2102"}[server.kind]
    page.set_input_files("#files", {
        "name": "khong-script.txt", "mimeType": "text/plain", "buffer": documents.plan(3, number=number).encode(),
    })
    page.check("input[name=attest]")
    page.locator("#upload button.first").click()
    # The page renews itself until the document was read.
    link = page.locator("#readings a[href$='/correct']")
    link.wait_for()
    link.click()
    assert page.locator("ol.found > li").count() == 3
    page.locator("ol.found > li a.button").first.click()
    page.locator("form.edit textarea[name=text]").fill("Sửa không cần script")
    page.locator("form.edit button[value=change]").click()
    assert page.locator("ol.found > li .words", has_text="Sửa không cần script").count() == 1
    page.locator("ol.found > li").nth(2).locator("button[value=delete]").click()
    assert page.locator("ol.found > li").count() == 2
    page.locator("button[value=undo]").click()
    assert page.locator("ol.found > li").count() == 3
    page.locator(".desk-head a[href$='/correct?edit=new#new']").click()
    page.locator("form.edit textarea[name=text]").fill("Nâng cao hiệu quả công tác thông tin đối ngoại")
    page.locator("form.edit button[value=add]").click()
    assert page.locator("ol.found > li").count() == 4
    page.locator("ol.found > li button[value=confirm]").first.click()
    assert page.locator("ol.found > li.sure").count() == 1
    page.locator("a[href$='/issue']").click()
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    page.locator("main form button.first").click()
    assert page.locator("main a[href^='/tasks/']").count() == 4
    page.locator("main a[href^='/tasks/']").first.click()
    assert page.locator("mark").count() >= 1, "the task stands in the words that demand it"


def test_side_by_side_links_both_ways_without_a_script(server, person):
    one = person(server, "lapkehoach", scripts=False)
    one.go("/plans?state=read")
    plan = one.page.locator("main a[href^='/plans/']")
    if plan.count() == 0:
        one.go("/upload")
        one.page.set_input_files("#files", {
            "name": "lien-ket.txt", "mimeType": "text/plain", "buffer": documents.plan(3, number="2103").encode(),
        })
        one.page.check("input[name=attest]")
        one.page.locator("#upload button.first").click()
        link = one.page.locator("#readings a[href$='/correct']")
        link.wait_for()
        link.click()
    else:
        one.go(plan.first.get_attribute("href") + "/correct")
    item = one.page.locator("ol.found > li").first
    identifier = item.get_attribute("data-shows")
    item.locator(f"a[href='#m-{identifier}']").click()
    assert one.page.url.endswith(f"#m-{identifier}")
    assert one.page.locator(f"#m-{identifier}").count() == 1
    one.page.locator(f"a[href='#f-{identifier}']").first.click()
    assert one.page.url.endswith(f"#f-{identifier}")


def test_a_phone_without_scripts_shows_everything_in_its_width(server, person):
    one = person(server, "lapkehoach", scripts=False, size=PHONE)
    for path in ("/plans", "/tasks", "/upload", "/account"):
        one.go(path)
        assert one.page.locator("h1").is_visible()
        one.picture(f"phone{path.replace('/', '-')}")
