"""Files that are signed as docs/feeds.md says: signed.py FINGERPRINT FILE…

For each file what stands in it, as a line of JSON. A library that is not ours checks the signature, once as it is and once with a changed byte; the key is taken
from where the specification puts it, and must have the fingerprint.
"""
import base64
import hashlib
import json
import sys

import jwt
from jwt.algorithms import OKPAlgorithm


def part(text):
    return json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))


def fingerprint(key):
    canonical = json.dumps({"crv": key["crv"], "kty": key["kty"], "x": key["x"]}, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).digest()[:16].hex()


def opened(wire, key):
    token = ".".join((wire["protected"], wire["payload"], wire["signature"]))
    return jwt.api_jws.decode(token, OKPAlgorithm.from_jwk(json.dumps(key)), algorithms=["EdDSA"])


trusted, key = sys.argv[1], None
for name in sys.argv[2:]:
    with open(name, "rb") as file:
        wire = json.load(file)
    head = part(wire["protected"])
    assert head["alg"] == "EdDSA" and head["kid"] == trusted, head
    listed = [one["key"] for one in part(wire["payload"]).get("content", {}).get("keys", []) if isinstance(one, dict) and "key" in one]
    key = head.get("jwk") or next((one for one in listed if fingerprint(one) == trusted), key)
    assert fingerprint(key) == trusted, "the key has another fingerprint"
    read = json.loads(opened(wire, key))
    last = wire["payload"][-3]
    wire["payload"] = wire["payload"][:-3] + ("A" if last != "A" else "B") + wire["payload"][-2:]
    try:
        opened(wire, key)
        raise AssertionError("what was changed is taken")
    except jwt.InvalidSignatureError:
        pass
    print(json.dumps(read, ensure_ascii=False))
