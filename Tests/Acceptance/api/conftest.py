"""Tokens of the demonstration's department, made on the page as its administrator makes them."""

import re

import pytest

ALL_SCOPES = ["plans:read", "tasks:read", "tasks:write", "tasks:judge", "agencies:read", "evidence:read", "webhooks:manage"]


class Program:
    """A program with a token; `call` sends JSON and gives the answer of `requests`."""

    def __init__(self, session, url, secret):
        self.session, self.url, self.secret = session, url, secret

    def call(self, method, path, *, body=None, headers=None):
        fields = {"Authorization": f"Bearer {self.secret}", **(headers or {})}
        return self.session.request(method, self.url + path, json=body, headers=fields, timeout=120)

    def get(self, path, **headers):
        return self.call("GET", path, headers=headers)


def make_token(visitor, loa, agency, scopes=ALL_SCOPES, name="Hệ thống văn bản"):
    """Signs in as the administrator and makes a token; gives its secret, shown this once."""
    import requests

    person = visitor(loa, "quantri")
    page = person.get(f"/agencies/{agency}/tokens")
    assert page.status == 200, page.text[:500]
    form = page.form(field="days")
    form.values = [pair for pair in form.values if pair[0] not in ("scope", "name", "do")]
    form.values += [("scope", scope) for scope in scopes]
    done = form.submit({"name": name}, button=("do", "make"))
    found = re.search(r"loa_[0-9a-f]{64}", done.text)
    assert done.status == 200 and found, done.text[:500]
    assert found[0] not in person.get(f"/agencies/{agency}/tokens").text
    session = requests.Session()
    session.trust_env = False
    return Program(session, loa.url, found[0])


@pytest.fixture(scope="module")
def department(server):
    """The agency of the demonstration's planner, as its plans name it."""
    from harness.visitor import Visitor

    person = Visitor(server.url)
    person.sign_in("lapkehoach", server.passwords()["lapkehoach"])
    choice = person.get("/upload").find("[name=agency]")[0]
    return choice.get("value") or choice.cssselect("option")[0].get("value")


@pytest.fixture
def program(visitor, server, department):
    def make(scopes=ALL_SCOPES):
        return make_token(visitor, server, department, scopes)

    return make
