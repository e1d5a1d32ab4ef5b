"""The interface for programs, judged by libraries that are not ours: its description by openapi-spec-validator, its answers by schemathesis, which asks with
whatever the description allows and with much that it does not."""

import hashlib
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import unittest
import urllib.error
import urllib.request

from openapi_spec_validator import validate

from house import House

EXAMPLES = 25


class Interface(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()

    @classmethod
    def tearDownClass(cls):
        cls.house.stop()

    def ask(self, path, **headers):
        with urllib.request.urlopen(urllib.request.Request(self.house.base + path, headers=headers), timeout=60) as answer:
            return json.loads(answer.read() or b"null"), answer

    def test_the_description_is_one(self):
        description, answer = self.ask("/api/v1/openapi.json")
        validate(description)
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*")

    def judge(self, *more):
        runner = pathlib.Path(sys.executable).with_name("schemathesis")
        done = subprocess.run(
            [str(runner), "run", f"{self.house.base}/api/v1/openapi.json", "--url", f"{self.house.base}/api/v1", "--phases", "examples,coverage,fuzzing",
             "--seed", "16", "--no-color", "--suppress-health-check", "all", "--continue-on-failure", *more],
            capture_output=True, text=True, timeout=1200)
        self.assertEqual(done.returncode, 0, (done.stdout + done.stderr)[-6000:])

    def test_whatever_is_asked_keeps_the_description(self):
        self.judge("--max-examples", str(EXAMPLES))

    def test_so_does_what_needs_a_key(self):
        secret = "zbornica_judged"
        with sqlite3.connect(os.path.join(self.house.data, "zbornica.sqlite"), timeout=30) as records:
            records.execute(
                "INSERT INTO access_key (centre, name, scopes, beginning, digest, until, made) SELECT min(id), 'judge', ?, 'zbornica_judg', ?, '9999-12-31', 0 FROM centre",
                ("events:read registrations:read certificates:read claims:read figures:read", hashlib.sha256(secret.encode()).digest()))
        self.judge("--max-examples", "5", "--include-path-regex", "/own", "-H", f"Authorization: Bearer {secret}")

    def test_a_list_is_walked_to_its_end(self):
        seen, address = [], "/api/v1/events?when=past&limit=3"
        while address:
            page, _ = self.ask(address)
            seen += [event["id"] for event in page["items"]]
            address = page["next"] and page["next"][page["next"].index("/api/"):]
        self.assertEqual(len(seen), len(set(seen)))
        self.assertGreater(len(seen), 3)

    def test_what_stands_is_not_sent_again(self):
        _, answer = self.ask("/api/v1/events")
        with self.assertRaises(urllib.error.HTTPError) as told:
            self.ask("/api/v1/events", **{"If-None-Match": answer.headers["ETag"]})
        self.assertEqual(told.exception.code, 304)


if __name__ == "__main__":
    unittest.main()
