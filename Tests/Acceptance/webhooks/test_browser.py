"""The pages of addresses for events in a real browser: by keyboard, on a phone, without a complaint of axe."""

import re

from browser.conftest import PHONE, person  # noqa: F401, the fixture


def look(one, name):
    """Accessible and as wide as the window, on a desk and on a phone."""
    one.check_accessibility()
    one.picture(name, whole=True)
    size = one.page.viewport_size
    one.page.set_viewport_size(PHONE)
    one.check_width()
    one.check_accessibility()
    one.page.set_viewport_size(size)


def tab_to(one, selector):
    """Presses Tab until the element has the focus, as who has no mouse."""
    wanted = one.page.locator(selector).first
    for _ in range(200):
        if wanted.evaluate("element => element === document.activeElement"):
            return wanted
        one.page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard doesn't reach {selector}")


def test_an_address_is_registered_tried_and_removed_by_keyboard(loa, department, receiver, person):  # noqa: F811
    one = person(loa, "lapkehoach")
    one.go(f"/agencies/{department}")
    one.page.locator(f"main a[href='/agencies/{department}/webhooks']").click()
    look(one, "webhooks-none")

    tab_to(one, "#address")
    one.page.keyboard.type(receiver.address)
    # All kinds are ticked; one is taken away.
    tab_to(one, "input[name=event][value='reminder.due']")
    one.page.keyboard.press("Space")
    tab_to(one, "button.first")
    one.page.keyboard.press("Enter")
    secret = one.page.locator("#secret")
    secret.wait_for()
    assert re.fullmatch(r"whsec_[A-Za-z0-9+/]{43}=", secret.inner_text())
    receiver.secrets.append(secret.inner_text())
    look(one, "webhooks-made")

    one.page.locator("main .plainlist a").first.click()
    assert not one.page.locator("input[value='reminder.due']").is_checked()
    assert one.page.locator("input[value='task.changed']").is_checked()
    tab_to(one, "button[value=test]")
    one.page.keyboard.press("Enter")
    receiver.wait(lambda: receiver.taken, "no trial")
    one.wait("(location.reload(), document.body.innerText.includes('Đã nhận'))")
    tab_to(one, "main details summary")
    one.page.keyboard.press("Enter")
    assert receiver.taken[0][0] in one.page.locator("main details[open]").first.inner_text()
    look(one, "webhook")

    for event in ("task.changed", "plan.issued", "plan.withdrawn", "plan.replaced"):
        one.page.locator(f"input[value='{event}']").uncheck()
    # The browser itself reports the answer's status on its console.
    one.expected = ("status of 422",)
    tab_to(one, "button[value=choose]")
    one.page.keyboard.press("Enter")
    one.page.locator(".notice.bad").wait_for()
    assert "ít nhất một loại" in one.page.locator(".notice.bad").inner_text()
    one.page.locator("input[value='plan.issued']").check()
    one.page.locator("button[value=choose]").click()
    one.page.locator(".notice.bad").wait_for(state="detached")
    assert [box.get_attribute("value") for box in one.page.locator("input[name=event]:checked").all()] == ["plan.issued"]

    one.go("/language/en?back=" + one.page.evaluate("location.pathname"))
    look(one, "webhook-english")
    tab_to(one, "button[value=remove]")
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(f"**/agencies/{department}/webhooks")
    assert one.page.locator("main .plainlist a").count() == 0
