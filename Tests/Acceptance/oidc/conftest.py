"""A server that lets people sign in by a provider, and what its tests say to both."""

from contextlib import contextmanager

import pytest

from harness import databases

from .provider import CLIENT, SECRET, Provider

ANSWER = "/sign-in/openid/answer"
NAME = "Tài khoản chung của tỉnh"


@pytest.fixture(scope="session")
def signing(launch, loa_bin):
    """`with signing(issuer, "sqlite") as loa:` starts a server that knows the provider."""

    @contextmanager
    def start(issuer, kind="sqlite", options=()):
        every = ["--oidc-issuer", issuer, "--oidc-client", CLIENT, "--oidc-name", NAME, "--oidc-mfa-acr", "gold", *options]
        with launch(kind, options=every, environment={"LOA_OIDC_SECRET": SECRET}) as loa:
            yield loa

    return start


@pytest.fixture(scope="module")
def provider():
    one = Provider().start()
    yield one
    one.stop()


@pytest.fixture(scope="module", params=databases.KINDS)
def loa(request, signing, provider):
    with signing(provider.issuer, request.param) as loa:
        provider.client.addresses.add(loa.url + ANSWER)
        yield loa


@pytest.fixture(autouse=True)
def without_delays(request):
    """Wrong answers of earlier tests don't make this one wait."""
    for name in ("loa", "hostile_loa"):
        if name in request.fixturenames:
            forget_tries(request.getfixturevalue(name))


def forget_tries(loa):
    with databases.connect(loa.database) as connection:
        connection.execute("DELETE FROM sign_in_throttle")


def account_of(loa, name):
    (found,), = databases.rows(loa.database, f"SELECT account_id FROM account WHERE name = '{name}'")
    return found


def choose(page, subject):
    """At the provider: says who one is, and comes back."""
    assert "/authorize" in page.url, f"{page.status} {page.url} {page.words()[:300]}"
    return page.form().submit(button=("sub", subject))


def sign_in(person, subject, path="/sign-in/openid"):
    return choose(person.get(path), subject)


def who(person):
    """The sign-in name on one's own account; nothing for a stranger."""
    page = person.get("/account")
    return page.words(".head p") if "/sign-in" not in page.url else ""


def administer(visitor, loa, name, fields, do):
    """The administrator's form about the provider on an account's page."""
    page = visitor(loa, "quantri").get(f"/accounts/{account_of(loa, name)}")
    assert NAME in page.words("#openid"), page.words()[:500]
    form = page.form(action="/openid", field=next(iter(fields), "token"))
    return form.submit(fields, button=("do", do))


def entries(loa, *actions):
    names = ", ".join(f"'{action}'" for action in actions)
    return databases.rows(
        loa.database, f"SELECT action, account_id, subject_id, detail FROM ledger WHERE action IN ({names}) ORDER BY sequence")
