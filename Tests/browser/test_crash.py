"""The program is killed while thirty-two people apply at once, again and again: what was confirmed on screen is there, and nothing by half."""

import sys
import unittest

from house import PROGRAM, ROOT

sys.path.insert(0, str(ROOT / "Benchmarks"))

from crash import crash  # noqa: E402
from installation import Installation  # noqa: E402
from postgres import Postgres  # noqa: E402


class Crash(unittest.TestCase):
    def test_what_was_confirmed_stands_after_a_kill(self):
        self.survives(Installation(PROGRAM, size="small"))

    def test_what_was_confirmed_stands_after_a_kill_on_postgresql(self):
        with Postgres() as postgres:
            self.survives(Installation(PROGRAM, postgres.database("crash"), size="small"))

    def survives(self, installation):
        with installation:
            confirmed, faults = crash(installation, installation.settle(200), rounds=2)
            self.assertEqual(faults, [])
            self.assertGreater(confirmed, 0)


if __name__ == "__main__":
    unittest.main()
