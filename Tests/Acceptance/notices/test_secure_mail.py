"""Letters and passwords leave over encrypted connections to servers with right certificates, or not at all.

Two servers that nobody of ours wrote: Debian's Exim, and aiosmtpd from PyPI.
"""

import email
import email.policy
import shutil
import socket
import ssl
from contextlib import contextmanager

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from harness import calendars, databases, program
from harness.calendars import working_days
from harness.visitor import Visitor

from .certificates import DAY, Authority
from .mail_server import SENDER, MailServer
from .test_reminders import fill_posts, issue

USER, PASSWORD = "loa", "mat khau/cua@thu"
SIGN_IN = "loa:mat%20khau%2Fcua%40thu"


@pytest.fixture(scope="module")
def prepared(launch, loa_bin, tmp_path_factory):
    """A database with one letter to write: (its file, its plan, the day)."""
    day = working_days(calendars.today(), -1)
    kept = tmp_path_factory.mktemp("prepared") / "loa.sqlite"
    def visitor(loa, name):
        one = Visitor(loa.url)
        one.sign_in(name, loa.passwords()[name])
        return one

    with launch("sqlite") as loa:
        _, plan = issue(visitor, loa, day)
        fill_posts(visitor, loa, plan, head="giam-doc@xa.test")
        database = loa.database
    with databases.connect(database) as connection:
        # A server that is stopped in the middle of its round leaves its lease to time.
        connection.execute("DELETE FROM work_lease")
        # The samples' own people are told of their new tasks; here one letter is enough.
        connection.execute("UPDATE person SET email = NULL WHERE email LIKE '%@example.vn'")
        connection.commit()
        connection.execute(f"VACUUM INTO '{kept}'")
    return kept, plan, day


@pytest.fixture
def database(prepared, tmp_path):
    shutil.copy(prepared[0], tmp_path / "loa.sqlite")
    return f"sqlite:{tmp_path / 'loa.sqlite'}"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


def remind(database, day, address, *options):
    # The password comes from the environment, as an operator gives it.
    return program.run(
        "remind", "--database", database, "--on", day.isoformat(), "--mail-from", SENDER, *options,
        environment={"LOA_MAIL": address})


def is_encrypted(server):
    return server.transport.get_extra_info("ssl_object") is not None


class Postbox:
    """What an aiosmtpd server was told, and by whom."""

    def __init__(self):
        self.letters, self.sign_ins = [], []

    def authenticate(self, server, session, envelope, mechanism, data):
        self.sign_ins.append((mechanism, data.login, data.password, is_encrypted(server)))
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((envelope, is_encrypted(server), session.authenticated))
        return "250 OK"


def look_in(port):
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", port), 30) as plain, trusting.wrap_socket(plain) as secure:
        assert secure.recv(4) == b"220 "


@contextmanager
def submission(certificate, *, from_the_first_byte=False, offers=True, asks=True):
    """Lends an aiosmtpd server: (its port, its postbox)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    box = Postbox()
    options = {"authenticator": box.authenticate, "auth_required": asks} if asks else {}
    if from_the_first_byte:
        server = Controller(
            box, hostname="127.0.0.1", port=port, ssl_context=context, auth_require_tls=False, **options)
        # The controller looks in on its server, and wouldn't trust the certificate.
        server._trigger_server = lambda: look_in(port)
    elif offers:
        server = Controller(
            box, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, **options)
    else:
        server = Controller(box, hostname="127.0.0.1", port=port, auth_require_tls=False, **options)
    server.start()
    try:
        yield port, box
    finally:
        server.stop()


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_letter_leaves_encrypted_after_signing_in(prepared, database, authority, scheme, host):
    with submission(authority.issue(), from_the_first_byte=scheme == "smtps") as (port, box):
        done = remind(database, prepared[2], f"{scheme}://{SIGN_IN}@{host}:{port}", "--mail-authorities", authority.path)
    assert done.returncode == 0 and b"Letters sent: 1, refused: 0, to try again: 0" in done.stdout, done
    assert PASSWORD.encode() not in done.stdout + done.stderr and b"mat%20khau" not in done.stdout + done.stderr
    ((envelope, hidden, known),) = box.letters
    assert hidden and known and envelope.rcpt_tos == ["giam-doc@xa.test"]
    assert envelope.mail_from.startswith("loa+") and envelope.mail_from.endswith("@tinh.test")
    assert [one[1:] for one in box.sign_ins][-1] == (USER.encode(), PASSWORD.encode(), True)
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert message["To"].addresses[0].addr_spec == "giam-doc@xa.test" and not message.defects


def test_exim_takes_it_encrypted_after_signing_in(prepared, database, authority):
    mail = MailServer(certificate=authority.issue(), sign_in=(USER, PASSWORD))
    try:
        mail.start()
        done = remind(
            database, prepared[2], f"smtp+starttls://{SIGN_IN}@localhost:{mail.port}", "--mail-authorities", authority.path)
        assert b"Letters sent: 1" in done.stdout, (done, mail.log())
        mail.settle(1)
        (message,) = mail.messages("giam-doc@xa.test")
        # Exim's words for: extended, encrypted, signed in.
        assert "with esmtpsa" in message["Received"], message["Received"]
    finally:
        mail.stop()


def refused(done, words):
    assert done.returncode == 1, done
    assert b"Letters sent: 0" in done.stdout and b"to try again: 1" in done.stdout, done
    told = done.stderr.decode()
    assert "letters couldn't leave" in told and words in told, told
    assert PASSWORD not in told and "mat%20khau" not in told


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
@pytest.mark.parametrize("fault", ["another authority", "another name", "over"])
def test_a_wrong_certificate_gets_neither_password_nor_letter(prepared, database, authority, tmp_path, scheme, fault):
    certificate = {
        "another authority": lambda: Authority(tmp_path / "other").issue(),
        "another name": lambda: authority.issue("mail.khac.test"),
        "over": lambda: authority.issue(until=-DAY),
    }[fault]()
    with submission(certificate, from_the_first_byte=scheme == "smtps") as (port, box):
        done = remind(
            database, prepared[2], f"{scheme}://{SIGN_IN}@localhost:{port}", "--mail-authorities", authority.path)
        assert box.sign_ins == [] and box.letters == []
    refused(done, "notTrusted")


def test_without_an_authority_of_its_own_the_machines_are_asked(prepared, database, authority):
    with submission(authority.issue(), from_the_first_byte=True) as (port, box):
        done = remind(database, prepared[2], f"smtps://{SIGN_IN}@localhost:{port}")
        assert box.sign_ins == [] and box.letters == []
    refused(done, "notTrusted")


def test_a_server_that_offers_no_encryption_gets_nothing(prepared, database, authority):
    with submission(authority.issue(), offers=False) as (port, box):
        done = remind(
            database, prepared[2], f"smtp+starttls://{SIGN_IN}@localhost:{port}", "--mail-authorities", authority.path)
        assert box.sign_ins == [] and box.letters == []
    refused(done, "notTrusted")


def test_a_wrong_password_is_no_fault_of_the_letter(prepared, database, authority):
    with submission(authority.issue()) as (port, box):
        done = remind(
            database, prepared[2], f"smtp+starttls://loa:khac@localhost:{port}", "--mail-authorities", authority.path)
        assert box.sign_ins and box.letters == []
    refused(done, "notWelcome")
    # The letter waits: nobody was told that it came back.
    states = databases.rows(database, "SELECT state, answer FROM letter")
    assert [state for state, _ in states] == ["waiting"] and "khac" not in states[0][1]
