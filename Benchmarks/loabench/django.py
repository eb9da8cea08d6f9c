"""The peer: the same pages from the same plans in Django, served by gunicorn as its manual advises for one machine."""

import json
import os
import secrets
import subprocess

import requests

from . import processes

PEER = processes.ROOT / "Benchmarks" / "django_peer"
PYTHON = processes.ROOT / ".venv" / "bin" / "python"


def start(folder):
    """(process, cookie, {name: url}, {name: bytes}) of the peer with the same five plans."""
    environment = {
        **os.environ,
        "PEER_SECRET": secrets.token_hex(32),
        "PEER_DATABASE": str(folder / "peer.sqlite"),
        "DJANGO_SETTINGS_MODULE": "peer.settings",
    }
    read = {}
    for sample in processes.SAMPLES:
        output = subprocess.run([processes.LOA, "read", sample, "--json"], check=True, capture_output=True).stdout
        read[sample.stem] = {"plan": json.loads(output), "text": sample.read_text(encoding="utf-8")}
    filled = subprocess.run(
        [PYTHON, "fill.py"], cwd=PEER, env=environment, input=json.dumps(read).encode(), capture_output=True
    )
    if filled.returncode != 0:
        raise SystemExit(f"the peer's database could not be filled:\n{filled.stderr.decode()}")
    made = json.loads(filled.stdout)

    process, port = serve(environment, folder)
    base = f"http://127.0.0.1:{port}"
    addresses = {"plan": f"{base}/plans/{made['plan']}", "tasks": f"{base}/tasks"}
    cookie = f"sessionid={made['session']}"
    pages = {}
    for name, address in addresses.items():
        answer = requests.get(address, headers={"Cookie": cookie}, timeout=30)
        answer.raise_for_status()
        pages[name] = answer.content
    return process, cookie, addresses, pages


def start_country(folder, source):
    """(process, cookie, url) of the peer over Loa's own SQLite file."""
    environment = {
        **os.environ,
        "PEER_SECRET": secrets.token_hex(32),
        "PEER_DATABASE": str(folder / f"peer-country-{secrets.token_hex(4)}.sqlite"),
        "PEER_COUNTRY": source,
        "DJANGO_SETTINGS_MODULE": "peer.settings",
        "PYTHONPATH": str(PEER),
    }
    made = subprocess.run([PYTHON, "country/prepare.py"], cwd=PEER, env=environment, capture_output=True, text=True)
    if made.returncode != 0:
        raise SystemExit(f"the peer's own tables could not be made:\n{made.stderr}")
    process, port = serve(environment, folder)
    return process, f"sessionid={made.stdout.strip()}", f"http://127.0.0.1:{port}"


def serve(environment, folder):
    """gunicorn with two workers of four threads; (process, port)."""
    port = processes.free_port()
    log = folder / "django.log"
    process = processes.start(
        [PYTHON, "-m", "gunicorn", "peer.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--worker-class", "gthread",
         "--threads", "4", "--keep-alive", "75", "--worker-connections", "1000", "--log-level", "warning"],
        log=log, cwd=PEER, env=environment,
    )
    processes.wait_for_port(port, process, log)
    return process, port
