"""The overview while people write: every change makes what was kept worthless."""

import html
import re
import threading

import requests

from .load import mixed

CHANGES_A_SECOND = 5
CONNECTIONS = 16


def measure(server, people, overview, options):
    """Comments on a task at a steady pace, and the overview asked for meanwhile."""
    writer = find_writer(server.url, people)
    if writer is None:
        raise SystemExit("nobody of the generated country may comment on a task of theirs")
    stop, done = threading.Event(), []
    thread = threading.Thread(target=write, args=(writer, stop, done), daemon=True)
    thread.start()
    seconds = options.seconds * 2
    figures = mixed(server.url, overview, CONNECTIONS, seconds, [server.process.pid])
    stop.set()
    thread.join()
    print(f"  overview with {CONNECTIONS} connections while {len(done) / seconds:.1f} changes a second are written: "
          f"p50 {figures.p50:.1f} ms, p99 {figures.p99:.1f} ms, {figures.per_second:.0f} a second, "
          f"server cpu {figures.cpu_us:.0f} µs")


def find_writer(url, people):
    """(session, address, token) of somebody who may comment on a task of their own agency."""
    for person in people["sessions"]:
        session = requests.Session()
        session.headers["Cookie"] = f"loa-session={person['token']}"
        desk = session.get(f"{url}/work", timeout=60).text
        for task in re.findall(r'href="(/tasks/[0-9a-z]+)"', desk)[:3]:
            page = session.get(url + task, timeout=60).text
            token = re.search(r'name="token" value="([^"]+)"', page)
            if token and 'value="comment"' in page:
                return session, f"{url}{task}/work", html.unescape(token[1])
    return None


def write(writer, stop, done):
    session, address, token = writer
    while not stop.wait(1 / CHANGES_A_SECOND):
        answer = session.post(
            address, {"token": token, "do": "comment", "text": "Đang làm"}, allow_redirects=False, timeout=60)
        if answer.status_code != 303:
            raise SystemExit(f"a comment was answered with {answer.status_code}")
        done.append(answer.elapsed)
