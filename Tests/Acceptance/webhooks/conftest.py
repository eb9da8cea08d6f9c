"""Servers that may send to this machine, a receiver, and a token that may register it."""

import pytest

from api.conftest import make_token
from harness import databases

from .receiver import Receiver


@pytest.fixture(scope="module", params=databases.KINDS)
def loa(request, launch, loa_bin):
    with launch(request.param, options=["--webhook-allow", "loopback"]) as server:
        yield server


@pytest.fixture
def receiver():
    with Receiver() as one:
        yield one


@pytest.fixture(scope="module")
def department(loa):
    from harness.visitor import Visitor

    person = Visitor(loa.url)
    person.sign_in("lapkehoach", loa.passwords()["lapkehoach"])
    choice = person.get("/upload").find("[name=agency]")[0]
    return choice.get("value") or choice.cssselect("option")[0].get("value")


@pytest.fixture
def program(visitor, loa, department):
    """A program whose addresses and token end with the test: an agency may have 20 tokens."""
    one = make_token(visitor, loa, department, ["webhooks:manage", "tasks:read", "tasks:write"])
    yield one
    for webhook in one.get("/api/v1/webhooks").json()["items"]:
        assert one.call("POST", f"/api/v1/webhooks/{webhook['id']}/remove").status_code == 200
    newest = visitor(loa, "quantri").get(f"/agencies/{department}/tokens").forms(field="id")[0]
    assert newest.submit(button=("do", "revoke")).status == 200


@pytest.fixture
def registered(program, receiver):
    """The receiver's address, registered: its path in the interface."""
    made = program.call("POST", "/api/v1/webhooks", body={"address": receiver.address})
    assert made.status_code == 201, made.text
    receiver.secrets.append(made.json()["secret"])
    return f"/api/v1/webhooks/{made.json()['webhook']['id']}"


def due_now(loa):
    """Tries that would come in hours come now."""
    with databases.connect(loa.database) as connection:
        connection.execute("UPDATE webhook_delivery SET next_at = 0 WHERE state = 'waiting'")
