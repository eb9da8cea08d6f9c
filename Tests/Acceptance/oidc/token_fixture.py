"""Writes Tests/TrustTests/Tokens/JWT/TokenFixture.swift: ID tokens made by other people's libraries, right and wrong.

    .venv/bin/python Tests/Acceptance/oidc/token_fixture.py

Honest tokens come from joserfc; those of attackers are put together here by hand, signed with `cryptography`.
"""

import base64
import hashlib
import hmac
import json
from pathlib import Path

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

TARGET = Path(__file__).resolve().parents[2] / "TrustTests" / "Tokens" / "JWT" / "TokenFixture.swift"

NOW = 1_763_700_000
CLAIMS = {
    "iss": "https://sso.example.vn/realms/tinh", "sub": "f7c1a2", "aud": "loa", "exp": NOW + 300, "iat": NOW - 5,
    "nonce": "n-0S6_WzA2Mj", "email": "lan@example.vn", "email_verified": True, "amr": ["pwd", "otp", "mfa"], "acr": "2",
}

RSA, OTHER_RSA = (rsa.generate_private_key(65537, 2048) for _ in range(2))
WEAK_RSA = rsa.generate_private_key(65537, 1024)
EC = ec.generate_private_key(ec.SECP256R1())
EC_384 = ec.generate_private_key(ec.SECP384R1())


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def part(value):
    return b64(json.dumps(value).encode())


def pem(key):
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()).decode()


def public_pem(key):
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form)


def jwk(key, **fields):
    kind = RSAKey if isinstance(key, rsa.RSAPrivateKey) else ECKey
    return {**kind.import_key(public_pem(key)).as_dict(), **fields}


def signed(message, key):
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(message, padding.PKCS1v15(), hashes.SHA256())
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
    size = (key.key_size + 7) // 8
    return r.to_bytes(size, "big") + s.to_bytes(size, "big")


def raw(head, claims, key):
    """A token of any head and claims, both signed."""
    claims = claims if isinstance(claims, str) else part(claims)
    message = f"{part(head)}.{claims}"
    return f"{message}.{b64(signed(message.encode(), key))}"


def honest(algorithm, kid, key):
    kind = RSAKey if isinstance(key, rsa.RSAPrivateKey) else ECKey
    head = {"alg": algorithm, "typ": "JWT"} | ({"kid": kid} if kid else {})
    return jwt.encode(head, CLAIMS, kind.import_key(pem(key)), algorithms=[algorithm])


def changed(**fields):
    """The right claims but for these; None leaves one out."""
    return {name: value for name, value in {**CLAIMS, **fields}.items() if value is not None}


R = {"alg": "RS256", "kid": "rsa-1", "typ": "JWT"}
E = {"alg": "ES256", "kid": "ec-1", "typ": "JWT"}


def rs(**fields):
    return raw(R, changed(**fields), RSA)


def keyed(head, secret):
    message = f"{part(head)}.{part(CLAIMS)}"
    return f"{message}.{b64(hmac.new(secret, message.encode(), hashlib.sha256).digest())}"


def right():
    yield "RS256 of joserfc", honest("RS256", "rsa-1", RSA)
    yield "ES256 of joserfc", honest("ES256", "ec-1", EC)
    yield "no key named, one of its kind", honest("ES256", None, EC)
    yield "several parties, and we asked", rs(aud=["other", "loa"], azp="loa")
    yield "one party in a list", rs(aud=["loa"])
    yield "times with fractions", raw(
        R, b64(json.dumps(CLAIMS).replace(str(NOW - 5), f"{NOW - 5}.25").encode()), RSA)
    yield "ended within the skew", rs(exp=NOW - 59)
    yield "made within the skew", rs(iat=NOW + 59, nbf=NOW + 59)
    yield "no type", raw({"alg": "RS256", "kid": "rsa-1"}, CLAIMS, RSA)


def wrong():
    message = f"{part(R)}.{part(CLAIMS)}"
    mark = b64(signed(message.encode(), RSA))
    none = {"alg": "none", "typ": "JWT"}
    yield "none, without a signature", "algorithm", f"{part(none)}.{part(CLAIMS)}."
    yield "None, with a signature", "algorithm", f"{part({'alg': 'None', 'kid': 'rsa-1'})}.{part(CLAIMS)}.{mark}"
    yield "the public key as the secret of HS256", "algorithm", keyed({"alg": "HS256", "kid": "rsa-1"}, public_pem(RSA))
    yield "the client's secret, HS256", "algorithm", keyed({"alg": "HS256"}, b"client-secret")
    yield "the RSA key under ES256", "unknownKey", raw({"alg": "ES256", "kid": "rsa-1"}, CLAIMS, RSA)
    yield "the EC key under RS256", "unknownKey", raw({"alg": "RS256", "kid": "ec-1"}, CLAIMS, EC)
    yield "PS256", "algorithm", f"{part({'alg': 'PS256', 'kid': 'rsa-1'})}.{part(CLAIMS)}.{mark}"
    yield "ES384", "algorithm", raw({"alg": "ES384", "kid": "ec-384"}, CLAIMS, EC_384)
    yield "another's key under our key's name", "signature", raw(R, CLAIMS, OTHER_RSA)
    yield "a key that the token brings itself", "signature", raw(
        {**R, "jwk": jwk(OTHER_RSA), "jku": "https://evil.example/keys"}, CLAIMS, OTHER_RSA)
    yield "a key that is not published", "unknownKey", raw({**R, "kid": "rsa-9"}, CLAIMS, OTHER_RSA)
    yield "a key too short to be one", "unknownKey", raw({**R, "kid": "weak"}, CLAIMS, WEAK_RSA)
    yield "a key for encrypting", "unknownKey", raw({**R, "kid": "enc"}, CLAIMS, OTHER_RSA)
    yield "no key named, two of its kind", "unknownKey", raw({"alg": "RS256"}, CLAIMS, RSA)
    yield "claims of another token", "signature", f"{part(R)}.{part(changed(sub='admin'))}.{mark}"
    yield "no signature", "signature", f"{message}."
    yield "a signature of ES256 in DER", "signature", (
        f"{part(E)}.{part(CLAIMS)}.{b64(EC.sign(f'{part(E)}.{part(CLAIMS)}'.encode(), ec.ECDSA(hashes.SHA256())))}")
    yield "a signature of nothing but zeros", "signature", f"{part(E)}.{part(CLAIMS)}.{b64(bytes(64))}"
    yield "two parts", "malformed", message
    yield "four parts", "malformed", f"{message}.{mark}.{mark}"
    yield "padding", "malformed", f"{part(R)}.{part(CLAIMS)}=.{mark}"
    yield "an extension that must be understood", "malformed", raw({**R, "crit": ["exp"]}, CLAIMS, RSA)
    yield "another kind of token", "malformed", raw({**R, "typ": "at+jwt"}, CLAIMS, RSA)
    yield "a claim twice", "malformed", raw(
        R, b64((json.dumps(CLAIMS)[:-1] + ', "sub": "admin"}').encode()), RSA)
    yield "another issuer", "issuer", rs(iss="https://sso.example.vn/realms/khac")
    yield "the issuer with a slash", "issuer", rs(iss=CLAIMS["iss"] + "/")
    yield "no issuer", "issuer", rs(iss=None)
    yield "for another client", "audience", rs(aud="other")
    yield "for other clients", "audience", rs(aud=["other", "third"])
    yield "for nobody", "audience", rs(aud=None)
    yield "for several, and nobody asked", "authorizedParty", rs(aud=["loa", "other"])
    yield "for several, and another asked", "authorizedParty", rs(aud=["loa", "other"], azp="other")
    yield "another asked", "authorizedParty", rs(azp="other")
    yield "ended", "expired", rs(exp=NOW - 60)
    yield "without an end", "expired", rs(exp=None)
    yield "an end in words", "expired", rs(exp="2099-01-01")
    yield "made later than now", "issuedAt", rs(iat=NOW + 61)
    yield "made long ago", "issuedAt", rs(iat=NOW - 661, exp=NOW + 9_999)
    yield "made at no time", "issuedAt", rs(iat=None)
    yield "not valid yet", "notYet", rs(nbf=NOW + 61)
    yield "of another sign-in", "nonce", rs(nonce="another")
    yield "of no sign-in", "nonce", rs(nonce=None)
    yield "nobody", "subject", rs(sub="")
    yield "no subject", "subject", rs(sub=None)
    yield "a subject too long", "subject", rs(sub="x" * 256)
    yield "a subject with a control character", "subject", rs(sub="lan\u0000")
    yield "a subject that is a number", "subject", rs(sub=7)


def literal(text):
    pieces = [text[at:at + 92] for at in range(0, len(text), 92)]
    return '"""\n' + "\n".join(f"            {piece}\\" for piece in pieces)[:-1] + '\n            """'


def main():
    keys = [
        jwk(RSA, kid="rsa-1", use="sig", alg="RS256"), jwk(EC, kid="ec-1", use="sig"), jwk(WEAK_RSA, kid="weak"),
        jwk(OTHER_RSA, kid="enc", use="enc"), jwk(EC_384, kid="ec-384"), {"kty": "oct", "k": "c2VjcmV0", "kid": "oct"},
        {**jwk(EC), "kid": "beside the curve", "y": b64(bytes(31) + b"\1")}, {"kty": "RSA", "n": "!", "e": "AQAB"}, 7,
        # A second RSA key for signatures: who names none can't mean either.
        jwk(rsa.generate_private_key(65537, 2048), kid="rsa-2", use="sig"),
    ]
    lines = [
        "/// ID tokens of other people's libraries; written by Tests/Acceptance/oidc/token_fixture.py, whose keys are thrown away.",
        "enum TokenFixture {",
        f"    static let now: Int64 = {NOW}",
        f'    static let nonce = "{CLAIMS["nonce"]}"',
        f'    static let issuer = "{CLAIMS["iss"]}"',
        "",
        '    static let keys = #"""', "        " + json.dumps(keys).join(('{"keys": ', "}")).replace("}, ", "},\n        "),
        '        """#',
        "",
        "    static let right: [(title: String, token: String)] = [",
        *(f'        (\n            "{title}",\n            {literal(token)}\n        ),' for title, token in right()),
        "    ]",
        "",
        "    static let wrong: [(title: String, refused: String, token: String)] = [",
        *(f'        (\n            "{title}", "{reason}",\n            {literal(token)}\n        ),'
          for title, reason, token in wrong()),
        "    ]",
        "}",
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
