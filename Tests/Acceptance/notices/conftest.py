"""A mail server for each test."""

import pytest

from .mail_server import MailServer


@pytest.fixture
def mail():
    server = MailServer()
    try:
        yield server.start()
    finally:
        server.stop()
