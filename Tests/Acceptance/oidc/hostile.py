"""A provider that does what no provider should; each test says what. Honest until told otherwise."""

import base64
import hmac
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from .provider import CLIENT

SUBJECT = "person-1"


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


class HostileProvider:
    """Attributes named after its answers may be replaced: `described(document)`, `answered(fields)`, `claimed(claims)`,
    `signed(claims)`; `whole` maps a path to an answer of its own: (status, fields, body), or a function that sends it."""

    def __init__(self):
        self.key = RSAKey.generate_key(2048, {"kid": "k", "use": "sig"})
        self.codes, self.requests = {}, []
        self.reset()
        self.start(0)

    def start(self, port):
        provider = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                provider._answer(self)

            def do_POST(self):
                provider._answer(self)

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    def reset(self):
        self.described = self.answered = self.claimed = lambda value: value
        self.signed = lambda claims: jwt.encode({"alg": "RS256", "kid": "k"}, claims, self.key)
        self.whole = {}
        self.requests.clear()

    def stop(self):
        self.server.shutdown()
        self.thread.join(10)
        self.server.server_close()

    # What attackers sign with.

    def without_signature(self, claims):
        return f"{part({'alg': 'none'})}.{part(claims)}."

    def with_public_key_as_secret(self, claims):
        message = f"{part({'alg': 'HS256', 'kid': 'k'})}.{part(claims)}"
        digest = hmac.digest(self.key.as_pem(private=False), message.encode(), "sha256")
        return f"{message}.{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}"

    def with_another_key(self, claims):
        other = RSAKey.generate_key(2048)
        return jwt.encode({"alg": "RS256", "kid": "k", "jwk": other.as_dict(private=False)}, claims, other)

    # Answers.

    def _answer(self, handler):
        parts = urlsplit(handler.path)
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        self.requests.append((handler.command, parts.path))
        if parts.path in self.whole:
            answer = self.whole[parts.path]
            if callable(answer):
                return answer(handler)
            return self._send(handler, *answer)
        return {
            "/.well-known/openid-configuration": self._describe, "/keys": self._keys, "/authorize": self._authorize,
            "/token": self._token,
        }[parts.path](handler, {name: values[0] for name, values in parse_qs(parts.query or body.decode()).items()})

    def _send(self, handler, status, fields, body=b""):
        handler.send_response(status)
        for name, value in {"Content-Length": len(body), "Connection": "close", **fields}.items():
            handler.send_header(name, str(value))
        handler.end_headers()
        handler.wfile.write(body)

    def _json(self, handler, value):
        self._send(handler, 200, {"Content-Type": "application/json"}, json.dumps(value).encode())

    def _describe(self, handler, _):
        names = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        self._json(handler, self.described({"issuer": self.issuer, **{name: self.issuer + path for name, path in names.items()}}))

    def _keys(self, handler, _):
        self._json(handler, {"keys": [self.key.as_dict(private=False)]})

    def _authorize(self, handler, asked):
        code = secrets.token_urlsafe()
        self.codes[code] = asked["nonce"]
        fields = self.answered({"code": code, "state": asked["state"]})
        self._send(handler, 302, {"Location": asked["redirect_uri"] + "?" + urlencode(fields)})

    def _token(self, handler, sent):
        now = int(time.time())
        claims = self.claimed({
            "iss": self.issuer, "aud": CLIENT, "sub": SUBJECT, "iat": now, "exp": now + 300,
            "nonce": self.codes.get(sent["code"], ""),
        })
        self._json(handler, {"access_token": "x", "token_type": "Bearer", "id_token": self.signed(claims)})
