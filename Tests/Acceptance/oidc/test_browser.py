"""The same in a real browser, under the pages' strict policy: bind oneself, sign in, sign out, be told."""

from browser.conftest import person  # noqa: F401, the fixture

from .conftest import NAME


def choose(one, subject):
    one.page.wait_for_url("**/authorize**")
    one.page.locator(f"button[value='{subject}']").click()


def test_one_binds_oneself_and_signs_in_from_then_on(loa, provider, person):  # noqa: F811
    subject = provider.person("browser-lan")
    one = person(loa, "theodoi")
    one.go("/account")
    one.check_accessibility()
    section = one.page.locator("#openid")
    section.locator("input[type=password]").fill(loa.passwords()["theodoi"])
    section.locator("button").click()
    one.page.locator("main a.button.first").wait_for()
    one.check_accessibility()
    one.check_width()
    one.page.locator("main a.button.first").click()
    choose(one, subject)
    one.page.wait_for_url(loa.url + "/account")
    assert f"Đã nối với {NAME}" in one.page.locator("#openid").inner_text()
    one.check_accessibility()
    one.picture("openid-account", whole=True)
    one.page.locator("form[action='/sign-out'] button").click()
    one.page.wait_for_url("**/sign-in")

    one.go("/tasks?q=tin")
    assert "/sign-in" in one.page.url
    one.check_accessibility()
    one.picture("openid-sign-in")
    one.page.get_by_role("link", name=f"Đăng nhập bằng {NAME}").click()
    choose(one, subject)
    one.page.wait_for_url(loa.url + "/tasks?q=tin")
    assert one.page.locator(".who").inner_text().strip()

    one.go("/account")
    one.page.locator("#openid button.danger").click()
    one.page.locator("#openid input[type=password]").wait_for()
    one.page.locator("form[action='/sign-out'] button").click()
    one.page.wait_for_url("**/sign-in")


def test_who_is_bound_to_nothing_is_told_in_both_languages(loa, provider, person):  # noqa: F811
    subject = provider.person("browser-stranger")
    # The browser itself reports the answer's status on its console.
    one = person(loa, expected=("status of 403", "status of 400"))
    one.go("/sign-in")
    one.page.get_by_role("link", name=f"Đăng nhập bằng {NAME}").click()
    choose(one, subject)
    told = one.page.locator(".notice.bad")
    told.wait_for()
    assert "chưa được nối" in told.inner_text()
    one.check_accessibility()
    one.picture("openid-refused")
    one.page.locator("header a[hreflang=en]").click()
    one.page.locator("html[lang=en]").wait_for()


def test_an_administrator_binds_by_an_address(loa, provider, person):  # noqa: F811
    subject = provider.person("browser-minh", email="minh@tinh.vn", email_verified=True)
    admin = person(loa, "quantri")
    admin.go("/accounts")
    admin.page.locator("main tbody tr", has_text="thanhvien").locator("th a").first.click()
    admin.page.locator("#openid input[name=email]").fill("minh@tinh.vn")
    admin.page.locator("#openid button[value=invite]").click()
    admin.page.locator("#openid", has_text="minh@tinh.vn").wait_for()
    admin.check_accessibility()
    admin.picture("openid-administration", whole=True)
    one = person(loa)
    one.go("/sign-in/openid")
    choose(one, subject)
    one.page.wait_for_url(lambda address: address.startswith(loa.url) and "/sign-in" not in address)
    admin.page.reload()
    admin.page.locator("#openid button[value=unlink]").click()
    admin.page.locator("#openid input[name=email]").wait_for()
