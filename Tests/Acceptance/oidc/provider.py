"""Providers of OpenID Connect for the tests.

`Provider` speaks the protocol by Authlib, and strictly: PKCE by S256, a nonce, its client's secret, registered addresses.
It signs by RS256 or ES256 and can change its keys. Its people choose who they are; nobody asks them for a password.
"""

import secrets
import threading
import time

import flask
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, grants
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import OpenIDCode
from joserfc.jwk import ECKey, KeySet, RSAKey
from werkzeug.serving import make_server

CLIENT = "loa"
SECRET = "một bí mật / of the client: +&=%"


class Client(ClientMixin):
    """The one client: Loa, with the addresses that were registered for it."""

    def __init__(self, way):
        self.way, self.addresses = way, set()

    def get_client_id(self):
        return CLIENT

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return " ".join(word for word in scope.split() if word in ("openid", "email"))

    def check_redirect_uri(self, address):
        return address in self.addresses

    def check_client_secret(self, secret):
        return secrets.compare_digest(secret.encode(), SECRET.encode())

    def check_endpoint_auth_method(self, method, endpoint):
        return method == self.way

    def check_response_type(self, kind):
        return kind == "code"

    def check_grant_type(self, kind):
        return kind == "authorization_code"


class Code(AuthorizationCodeMixin):
    def __init__(self, code, request):
        self.code, self.user = code, request.user
        data = request.payload.data
        self.redirect_uri, self.scope, self.nonce = data["redirect_uri"], request.scope, data.get("nonce")
        self.code_challenge = data.get("code_challenge")
        self.code_challenge_method = data.get("code_challenge_method")

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope

    def get_nonce(self):
        return self.nonce

    def get_auth_time(self):
        return int(time.time())

    def get_acr(self):
        return None

    def get_amr(self):
        return None


class Provider:
    """`people` are claims by subject; `log` is what the token endpoint was sent."""

    def __init__(self, algorithm="RS256", way="client_secret_basic"):
        self.algorithm, self.way = algorithm, way
        self.client = Client(way)
        self.people, self.codes, self.log, self.asked = {}, {}, [], []
        self.change_keys()
        self.app = self._app()
        self.server = make_server("localhost", 0, self.app, threaded=True)
        self.issuer = f"http://localhost:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)

    def start(self):
        self.thread.start()
        return self

    def stop(self):
        self.server.shutdown()
        self.thread.join(10)
        self.server.server_close()

    def change_keys(self, keeps_old=False):
        kid = secrets.token_hex(4)
        fields = {"kid": kid, "use": "sig", "alg": self.algorithm}
        self.key = (
            ECKey.generate_key("P-256", fields) if self.algorithm == "ES256" else RSAKey.generate_key(2048, fields))
        self.published = [*(self.published if keeps_old else []), self.key]

    def person(self, subject, **claims):
        self.people[subject] = {"sub": subject, **claims}
        return subject

    def _app(self):
        provider, app = self, flask.Flask("provider")
        app.config["OAUTH2_TOKEN_EXPIRES_IN"] = {"authorization_code": 60}

        class CodeGrant(grants.AuthorizationCodeGrant):
            TOKEN_ENDPOINT_AUTH_METHODS = [provider.way]

            def save_authorization_code(self, code, request):
                provider.codes[code] = Code(code, request)

            def query_authorization_code(self, code, client):
                return provider.codes.get(code)

            def delete_authorization_code(self, code):
                provider.codes.pop(code.code, None)

            def authenticate_user(self, code):
                return code.user

        class IDTokens(OpenIDCode):
            def exists_nonce(self, nonce, request):
                return any(code.nonce == nonce for code in provider.codes.values())

            def resolve_client_private_key(self, client):
                return provider.key

            def get_client_algorithm(self, client):
                return provider.algorithm

            def get_encode_header(self, client):
                return {"alg": provider.algorithm, "kid": provider.key.kid}

            def get_client_claims(self, client):
                now = int(time.time())
                return {"iss": provider.issuer, "aud": CLIENT, "iat": now, "exp": now + 300}

            def get_compatible_claims(self, request):
                return self.get_client_claims(request.client)

            def generate_user_info(self, user, scope):
                return dict(user)

        class Challenge(CodeChallenge):
            SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

            def validate_code_challenge(self, grant, redirect_uri):
                assert grant.request.payload.data.get("code_challenge"), "no challenge"
                return super().validate_code_challenge(grant, redirect_uri)

        server = AuthorizationServer(app, query_client=lambda id: self.client if id == CLIENT else None,
                                     save_token=lambda token, request: None)
        server.register_grant(CodeGrant, [IDTokens(require_nonce=True), Challenge(required=True)])

        @app.get("/.well-known/openid-configuration")
        def description():
            return {
                "issuer": provider.issuer, "authorization_endpoint": provider.issuer + "/authorize?tenant=tinh",
                "token_endpoint": provider.issuer + "/token", "jwks_uri": provider.issuer + "/keys",
                "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": [provider.algorithm],
                "token_endpoint_auth_methods_supported": [provider.way],
                "code_challenge_methods_supported": ["S256"],
            }

        @app.get("/keys")
        def keys():
            return KeySet(provider.published).as_dict(private=False)

        @app.route("/authorize", methods=["GET", "POST"])
        def authorize():
            provider.asked.append(flask.request.args.to_dict())
            if flask.request.method == "GET":
                server.get_consent_grant(end_user=None)
                people = "".join(f'<button name="sub" value="{one}">{one}</button>' for one in provider.people)
                return f'<!DOCTYPE html><html lang="vi"><title>SSO</title><link rel="icon" href="data:,"><form method="post"><h1>SSO</h1>{people}</form>'
            return server.create_authorization_response(grant_user=provider.people.get(flask.request.form["sub"]))

        @app.post("/token")
        def token():
            provider.log.append({**flask.request.form.to_dict(), "authorization": flask.request.headers.get("Authorization")})
            return server.create_token_response()

        return app
