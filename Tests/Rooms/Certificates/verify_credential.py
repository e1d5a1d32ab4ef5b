"""Says whether an Open Badges 3.0 credential is good, as the specification's verification goes (8.2.6), with a library that is not ours.

Reads {"token": compact JWS, "web": {address: what it answers}, "now": UTC seconds} and prints `good`, or why not.
"""
import json
import sys
from datetime import datetime, timezone

import jwt
import jwt.api_jwt
import openbadgeslib.ob3.status
import openbadgeslib.ob3.verifier

question = json.load(sys.stdin)
web = question["web"]


class Now(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime.fromtimestamp(question["now"], tz or timezone.utc)


for module in (jwt.api_jwt, openbadgeslib.ob3.status, openbadgeslib.ob3.verifier):
    module.datetime = Now


def dereferenced(address):
    if address not in web:
        raise ValueError("nothing answers at " + address)
    return web[address].encode()


def key_of(token):
    header = jwt.get_unverified_header(token)
    if set(header) - {"alg", "kid", "jwk", "typ"} or header.get("typ", "JWT") != "JWT":
        raise ValueError("a header that the specification does not know")
    if header["alg"] not in ("RS256", "ES256"):
        raise ValueError("an algorithm that the specification does not name for a JWT")
    key = json.loads(dereferenced(header["kid"]))
    if "d" in key or header.get("jwk", key) != key:
        raise ValueError("the key at its address is another")
    return jwt.PyJWK(key, algorithm=header["alg"]).key


def verify(token):
    credential = openbadgeslib.ob3.verifier.OB3Verifier(key_of(token)).verify(token)
    if not credential.credential_status or not credential.recipient_id:
        raise ValueError("no status, or nobody whom it is about")
    for entry in credential.credential_status:
        # The list may be signed by a later key of the same issuer.
        key = key_of(dereferenced(entry["statusListCredential"]).decode())
        openbadgeslib.ob3.status.check_credential_status(
            credential, dereferenced, verify_list=True, list_pubkey_pem=openbadgeslib.ob3.verifier.key_to_pem(key))
    for identity in credential.identifiers:
        if not identity.identity_type.startswith("ext:"):
            raise ValueError("a kind of identity outside the list")


try:
    verify(question["token"])
    print("good")
except Exception as error:
    print(type(error).__name__, error)
