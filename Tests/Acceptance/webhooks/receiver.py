"""A receiver of webhooks: believes nothing that the library of Standard Webhooks doesn't verify."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks import Webhook, WebhookVerificationError

# Nothing is measured here: so long waits a test for what a slow machine brings late.
PATIENCE_SECONDS = 90


class Receiver:
    """`taken` are deliveries (identifier, headers, event) whose signature holds; `refused` those whose doesn't.

    `answer(count)` gives the status of the n-th request, or a function that answers the handler by itself."""

    def __init__(self):
        self.secrets, self.taken, self.refused, self.times = [], [], [], []
        self.answer = lambda count: 204
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_POST(self):
                receiver._take(self)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}/hook?key=1"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def _take(self, handler):
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        headers = dict(handler.headers.items())
        self.times.append(time.monotonic())
        status = self.answer(len(self.times))
        event = None
        for secret in self.secrets:
            try:
                event = Webhook(secret).verify(body, headers)
                break
            except WebhookVerificationError:
                pass
        if event is None:
            self.refused.append((headers, body))
        else:
            assert event == json.loads(body)
            self.taken.append((headers["webhook-id"], headers, event))
        if callable(status):
            return status(handler)
        said = b"no" * 2_000 if status >= 400 else b""
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(said)))
        handler.send_header("Location", "/elsewhere")
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            handler.wfile.write(said)
        except OSError:
            pass

    def events(self, kind=None):
        return [event for _, _, event in list(self.taken) if kind in (None, event["type"])]

    def wait(self, condition, what, seconds=PATIENCE_SECONDS):
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, f"{what}: {self.events()} {self.refused}"
            time.sleep(0.05)
