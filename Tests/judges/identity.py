"""A provider of identity (OpenID Connect) that is not ours, for one story: says its port, answers until its input ends."""
import logging
import sys

from oidc_provider_mock import User, run_server_in_thread

logging.disable(logging.CRITICAL)
people = [
    User(sub="ana-1", claims={"email": "ana@bistrik.example", "email_verified": True, "name": "Ана Ђорђевић"}),
    User(sub="branko-1", claims={"email": "branko@drugde.example", "email_verified": True, "name": "Branko Njegovan"}),
    User(sub="milena-1", claims={"email": "milena@bistrik.example", "email_verified": False}),
    User(sub="vesna-1", claims={"email": "vesna@bistrik.example", "email_verified": True}),
]
with run_server_in_thread(user_claims=people) as server:
    print(server.server_port, flush=True)
    sys.stdin.read()
