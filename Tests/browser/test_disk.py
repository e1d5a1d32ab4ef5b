"""A disk without room: the program runs on a small disk of its own, which is filled and freed again."""

import io
import os
import pathlib
import re
import subprocess
import sys
import time
import unittest
import urllib.error
import zipfile

from house import House
from test_certificates import Clerk

DISK = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", 'mount -t tmpfs -o size=64m none "$0" && exec "$@"', "{data}"]
ROOM = 600_000


class Disk:
    """The small disk, as this side sees it."""

    def __init__(self, house):
        self.house = house
        self.folder = pathlib.Path(f"/proc/{house.process.pid}/root{house.data}")
        self.filler = self.folder / "filler"

    def fill(self, leaving=0):
        # The log of the database keeps the room it once had, which would do for a while.
        database = f"import sqlite3; sqlite3.connect({self.house.data + '/zbornica.sqlite'!r}).execute('PRAGMA wal_checkpoint(TRUNCATE)')"
        subprocess.run([*self.house.beside(), sys.executable, "-c", database], check=True, timeout=180)
        with open(self.filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(65_536))
            except OSError:
                file.truncate(file.tell() - leaving)

    def free(self):
        self.filler.unlink()


@unittest.skipUnless(subprocess.run([*DISK[:4], "true"], stderr=subprocess.DEVNULL).returncode == 0, "this machine gives nobody a disk of their own")
class FullDisk(unittest.TestCase):
    def setUp(self):
        self.house = House(within=DISK)
        self.addCleanup(self.house.stop)
        self.disk = Disk(self.house)
        self.coordinator, self.director = Clerk(self.house, "coordinator"), Clerk(self.house, "director")
        self.batch = re.search(r'/sr/staff/batches/\d+', self.coordinator.get("/sr/staff/certificates")).group(0)

    def numbers(self):
        """How many numbers the registers hold, as their pages tell."""
        return re.findall(r'data-head="Бројева"[^>]*>([^<]*)', self.coordinator.get("/sr/staff/certificates"))

    def test_nothing_is_signed_by_half(self):
        before = self.numbers()
        self.assertTrue(before)
        page = self.director.get(self.batch)
        self.disk.fill()
        with self.assertRaises(urllib.error.HTTPError) as refusal:
            self.director.send("/sign", page, code="")
        self.assertEqual(refusal.exception.code, 500)
        self.assertIn("нема места", refusal.exception.read().decode())
        self.disk.free()
        self.assertEqual(self.numbers(), before)
        self.director.send("/sign", page, code="")
        self.assertEqual(self.director.path, self.batch)
        self.assertNotEqual(self.numbers(), before)

    def test_what_was_signed_is_set_when_there_is_room_again(self):
        for number in range(20):
            self.coordinator.send("/add", self.coordinator.get(self.batch), name=f"Гост {number}", part="presenter", kind="thanks")
        self.director.get(self.batch)
        self.disk.fill(leaving=ROOM)
        self.director.send("/sign", self.director.get(self.batch), code="")
        told = self.settled()
        self.assertIn("На диску нема места", told)
        number = self.batch.rsplit("/", 1)[1]
        left = os.listdir(self.disk.folder / "documents")
        self.assertEqual([name for name in left if not re.fullmatch(r"batch-\d+\.(zip|pdf)", name) or name == f"batch-{number}.zip"], [], "no half of a file")
        self.disk.free()
        self.director.send("/set", told)
        self.assertNotIn("На диску нема места", self.settled())
        with self.director.opener.open(f"{self.house.base}{self.batch}/certificates.zip", timeout=180) as answer:
            self.assertEqual(len(zipfile.ZipFile(io.BytesIO(answer.read())).namelist()), 21)

    def settled(self):
        """The page of the batch, when its files are ready or could not be made."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            page = self.director.get(self.batch)
            if "data-refresh" not in page:
                return page
            time.sleep(0.3)
        self.fail("the files of the batch were not set in time")


if __name__ == "__main__":
    unittest.main()
