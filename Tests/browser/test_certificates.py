"""Certificates, checked by what is not our program: Python's `cryptography`, SQLite, a browser, and a power cut."""

import contextlib
import html
import io
import json
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse
import urllib.request

from house import CHROMIUM, PROGRAM, ROOT, House, link, program

sys.path.insert(0, str(ROOT / "Resources/archive"))
sys.path.insert(0, str(ROOT / "Benchmarks"))
import verify  # noqa: E402
from postgres import Postgres, query  # noqa: E402


class Clerk:
    """One of the cast, without a browser: opens pages, sends their forms."""

    def __init__(self, house, role):
        self.house = house
        jar = urllib.request.HTTPCookieProcessor()
        self.opener = urllib.request.build_opener(jar)
        person = next(person for person in house.cast() if person["role"] == role)
        page = self.get(link(person))
        if 'action="' in page and "/demo/" in page:
            self.send(link(person), page)

    def get(self, path):
        with self.opener.open(self.house.base + path, timeout=180) as answer:
            self.path = urllib.parse.urlsplit(answer.url).path
            return answer.read().decode()

    def send(self, action, page, **values):
        form = re.search(r'<form[^>]*action="[^"]*%s"[^>]*>(.*?)</form>' % re.escape(action), page, re.S).group(1)
        for name, value in re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]*)"[^>]*value="([^"]*)"', form):
            values.setdefault(name, html.unescape(value))
        target = re.search(r'action="([^"]*%s)"' % re.escape(action), page).group(1)
        body = urllib.parse.urlencode(values).encode()
        with self.opener.open(self.house.base + target, body, timeout=180) as answer:
            self.path = urllib.parse.urlsplit(answer.url).path
            return answer.read().decode()

    def correct(self, certificate, director):
        """One certificate more: a correction is prepared, and signed."""
        page = self.get(f"/sr/staff/certificates/{certificate}")
        self.send("/correct", page, name="Исправљено Име", why="проба")
        batch = self.path
        director.send("/sign", director.get(batch), code="")


def rows(data, query):
    with sqlite3.connect(f"file:{data}/zbornica.sqlite?mode=ro", uri=True) as db:
        return db.execute(query).fetchall()


class Certificates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()
        cls.year = rows(cls.house.data, "SELECT max(year) FROM register")[0][0]
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="zbornica-archive-"))
        years = [row[0] for row in rows(cls.house.data, "SELECT DISTINCT year FROM register ORDER BY year")]
        for year in years:
            program("archive", str(year), "--to", str(cls.folder / str(year)), "--data", cls.house.data, timeout=300)
        cls.archive = cls.folder / str(cls.year)

    @classmethod
    def tearDownClass(cls):
        cls.house.stop()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def test_the_demonstration_holds_twenty_certificates(self):
        self.assertGreaterEqual(rows(self.house.data, "SELECT count(*) FROM certificate WHERE kind = 'certificate' AND state = 'valid'")[0][0], 20)

    def test_an_archive_is_checked_without_the_program(self):
        for folder in sorted(self.folder.iterdir()):
            done = subprocess.run([sys.executable, folder / "verify.py"], capture_output=True, text=True, timeout=120)
            self.assertEqual((done.returncode, done.stdout[:5]), (0, "sound"), done.stdout + done.stderr)
            subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, check=True, timeout=180)

    def test_what_is_changed_in_an_archive_is_found(self):
        changes = [
            "UPDATE certificate SET facts = replace(facts, '\"points\":8', '\"points\":80') WHERE facts IS NOT NULL",
            "UPDATE certificate SET label = '999/2026' WHERE id = (SELECT min(id) FROM certificate)",
            "UPDATE certificate SET state = 'valid' WHERE state = 'void'",
            "UPDATE entry SET content = replace(content, 'issued', 'voided') WHERE entry = 1",
            "UPDATE entry SET salt = NULL, content = NULL WHERE entry = 1",
            "UPDATE entry SET digest = zeroblob(32) WHERE entry = 1",
            "DELETE FROM entry WHERE rowid = (SELECT max(rowid) FROM entry)",
            "UPDATE register SET last_number = last_number + 1",
            "UPDATE certificate SET payload = (SELECT payload FROM certificate ORDER BY id DESC LIMIT 1)",
            "UPDATE certificate SET credential = substr(credential, 1, length(credential) - 8) || 'AAAAAAAA'",
            "UPDATE certificate SET name = 'Горан'",
            "UPDATE certificate SET title = 'Друга обука'",
            "UPDATE certificate SET hours = hours + 1",
            "UPDATE certificate SET points = points + 1",
            "UPDATE certificate SET day = '2020-01-01'",
            "UPDATE certificate SET kind = CASE kind WHEN 'thanks' THEN 'certificate' ELSE 'thanks' END",
            "UPDATE certificate SET part = 'mentor'",
            "UPDATE certificate SET reason = 'Погрешно име'",
            "UPDATE certificate SET duplicate_of = id + 1 WHERE id = (SELECT min(id) FROM certificate)",
            "UPDATE entry SET deed = 'duplicated' WHERE deed = 'issued'",
            "UPDATE entry SET register = register + 100",
            # A void one made valid, and an erasure that no rule asked for.
            "UPDATE entry SET deed = 'issued' WHERE deed = 'voided'; UPDATE certificate SET state = 'valid', reason = '' WHERE state = 'void'",
            "UPDATE entry SET deed = 'erased', salt = NULL, content = NULL WHERE entry = 1; UPDATE certificate SET facts = NULL, name = '', title = '', hours = 0, points = 0, "
            "payload = '', credential = '' WHERE id IN (SELECT certificate FROM entry WHERE entry = 1)",
        ]
        for change in changes:
            with tempfile.TemporaryDirectory() as folder:
                copy = pathlib.Path(folder) / "copy"
                shutil.copytree(self.archive, copy)
                with sqlite3.connect(copy / "certificates.sqlite") as db:
                    db.executescript(change)
                    changed = db.total_changes
                if changed == 0:
                    continue
                archive = verify.Archive(copy)
                archive.check()
                # The checksum tells, and so does the content.
                self.assertGreater(len([fault for fault in archive.faults if "was changed" not in fault or "entry" in fault or "facts" in fault]), 0, change)

    def test_what_is_changed_in_a_book_from_before_is_found(self):
        """What was typed over of an old register stands in the archive of its year, sealed row by row."""
        year = rows(self.house.data, "SELECT min(r.year) FROM register r WHERE r.earlier")[0][0]
        count = rows(self.house.data, f"SELECT count(*) FROM certificate c JOIN register r ON r.id = c.register WHERE r.earlier AND r.year = {year}")[0][0]
        sound = verify.Archive(self.folder / str(year))
        sound.check()
        self.assertEqual((sound.faults, len(sound.old)), ([], count))
        for change in ["name = 'Горан'", "facts = replace(facts, '\"title\":\"', '\"title\":\"Друга ')", "points = points + 1", "day = '2001-01-01'", "salt = zeroblob(16)",
                       "deed = 'corrected'", "label = '999/2001'", "facts = NULL, name = '', title = ''"]:
            with tempfile.TemporaryDirectory() as folder:
                copy = pathlib.Path(folder) / "copy"
                shutil.copytree(self.folder / str(year), copy)
                with sqlite3.connect(copy / "certificates.sqlite") as db:
                    db.execute(f"UPDATE earlier_certificate SET {change}")
                archive = verify.Archive(copy)
                archive.check()
                self.assertTrue([fault for fault in archive.faults if fault.startswith("earlier register")], change)

    def test_a_payload_verifies_with_published_keys_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ["keys", "status"]:
                (pathlib.Path(folder) / f"{name}.json").write_text(self.house.get(f"/.well-known/zbornica-{name}.json"))
            keys, status = f"{folder}/keys.json", f"{folder}/status.json"
            published = {key["kid"]: key for key in json.loads(pathlib.Path(keys).read_text())["keys"]}
            for payload, name, label, state in rows(self.house.data, "SELECT payload, name, label, state FROM certificate WHERE state <> 'prepared' AND NOT earlier"):
                self.assertLessEqual(len(payload), 350)
                facts = verify.facts_of(f"https://example.org/sr/certificates/X#{payload}", published)
                self.assertEqual((facts["name"], facts["number"]), (name, label))
                done = subprocess.run([PROGRAM, "certificate", "verify", payload, "--keys", keys, "--status", status], capture_output=True, text=True, timeout=180)
                self.assertEqual(done.returncode == 0, state == "valid", done.stdout)
                self.assertIn(label, done.stdout)
                # What an archive brings along says the same, with what else is published.
                self.assertEqual(self.tells(payload, folder), 0 if state == "valid" else 1)
            bad = payload[:20] + ("A" if payload[20] != "A" else "B") + payload[21:]
            with self.assertRaises(ValueError):
                verify.facts_of(bad, published)
            self.assertEqual(self.tells(bad, folder), 1)
            # A void one, and one whose key was revoked, are told by the exit too.
            void, ended = verify.mark(verify.facts_of(payload, published)["code"]), json.loads(pathlib.Path(status).read_text())
            pathlib.Path(status).write_text(json.dumps({**ended, "ended": [void]}))
            self.assertEqual(self.tells(payload, folder), 1)
            pathlib.Path(status).write_text(json.dumps({**ended, "ended": []}))
            self.assertEqual(self.tells(payload, folder), 0)
            revoked = [{**key, "revoked": "2026-01-01T00:00:00Z"} for key in published.values()]
            pathlib.Path(keys).write_text(json.dumps({"keys": revoked}))
            self.assertEqual(self.tells(payload, folder), 1)
            pathlib.Path(keys).write_text(json.dumps({"keys": list(published.values())}))
            self.assertEqual(subprocess.run([PROGRAM, "certificate", "verify", bad, "--keys", keys], capture_output=True, timeout=180).returncode, 1)
            done = subprocess.run([PROGRAM, "certificate", "verify", payload, "--keys", status], capture_output=True, text=True, timeout=180)
            self.assertEqual((done.returncode, "not a set of published keys" in done.stderr), (1, True), done.stderr)

    def tells(self, payload, folder):
        with contextlib.redirect_stdout(io.StringIO()):
            return verify.tell(payload, pathlib.Path(folder))

    def test_a_pdf_verifies_and_a_tampered_one_does_not(self):
        document = next(iter(sorted((self.archive / "documents").iterdir())))
        keys = str(self.archive / "keys.json")
        done = subprocess.run([PROGRAM, "certificate", "verify", str(document), "--keys", keys], capture_output=True, text=True, timeout=180)
        self.assertEqual(done.returncode, 0, done.stdout)
        with tempfile.TemporaryDirectory() as folder:
            payload = re.search(rb"[A-Za-z0-9_-]{80,}\.[A-Za-z0-9_-]{86}", document.read_bytes()).group(0)
            bad = pathlib.Path(folder) / "bad.pdf"
            bad.write_bytes(document.read_bytes().replace(payload, payload[:30] + (b"AAAA" if payload[30:34] != b"AAAA" else b"BBBB") + payload[34:]))
            self.assertEqual(subprocess.run([PROGRAM, "certificate", "verify", str(bad), "--keys", keys], capture_output=True, timeout=180).returncode, 1)

    def test_the_browser_checks_by_itself(self):
        from playwright.sync_api import sync_playwright

        code, payload = rows(self.house.data, "SELECT code, payload FROM certificate WHERE state = 'valid' AND NOT earlier AND kind = 'certificate' LIMIT 1")[0]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(**CHROMIUM)
            page = browser.new_page()
            page.goto(f"{self.house.base}/sr/certificates/{code}#{payload}")
            page.wait_for_selector('[data-verdict="good"]', timeout=60_000)
            other = rows(self.house.data, f"SELECT payload FROM certificate WHERE state = 'valid' AND NOT earlier AND code <> '{code}' LIMIT 1")[0][0]
            page.goto("about:blank")
            page.goto(f"{self.house.base}/sr/certificates/{code}#{other}")
            page.wait_for_selector('[data-verdict="other"]', timeout=60_000)
            # The page of the archive, from the disk, without any network.
            page.context.set_offline(True)
            page.goto((self.archive / "check.html").as_uri())
            page.fill("#payload", f"https://example.org/sr/certificates/{code}#{payload}")
            page.click("button")
            page.wait_for_selector("#verdict.good", timeout=60_000)
            page.fill("#payload", payload[:20] + ("A" if payload[20] != "A" else "B") + payload[21:])
            page.click("button")
            page.wait_for_selector("#verdict.bad", timeout=60_000)
            browser.close()


class PowerCut(unittest.TestCase):
    def test_numbers_have_no_gap_after_a_kill_in_the_middle_of_signing(self):
        with House() as house:
            self.survives(house, lambda query: rows(house.data, query))

    def test_numbers_have_no_gap_after_a_kill_on_postgresql(self):
        with Postgres() as postgres:
            address = postgres.database("signing")
            with House("--database", address) as house:
                self.survives(house, lambda text: [tuple(int(value) if value.isdigit() else value for value in row) for row in query(address, text)])

    def survives(self, house, ask):
        confirmed = []
        for _ in range(2):
            clerks = [(Clerk(house, "coordinator"), Clerk(house, "director")) for _ in range(3)]
            valid = [row[0] for row in ask("SELECT id FROM certificate WHERE state = 'valid' AND NOT earlier AND duplicate_of IS NULL AND id NOT IN "
                                            "(SELECT replaces FROM certificate WHERE replaces IS NOT NULL) AND kind = 'certificate'")]
            random.Random(7).shuffle(valid)
            lock = threading.Lock()

            def work(coordinator, director):
                while True:
                    with lock:
                        if not valid:
                            return
                        certificate = valid.pop()
                    try:
                        coordinator.correct(certificate, director)
                        confirmed.append(certificate)
                    except Exception:  # the program is gone
                        return

            threads = [threading.Thread(target=work, args=pair) for pair in clerks]
            for thread in threads:
                thread.start()
            time.sleep(1.5)
            house.process.send_signal(signal.SIGKILL)
            house.process.wait()
            for thread in threads:
                thread.join(30)
            for register, last in ask("SELECT id, last_number FROM register WHERE NOT earlier"):
                numbers = [row[0] for row in ask(f"SELECT number FROM certificate WHERE register = {register} AND duplicate_of IS NULL ORDER BY number")]
                self.assertEqual(numbers, list(range(1, last + 1)))
            house.start()
        self.assertGreater(len(confirmed), 0)
        for certificate in confirmed:
            self.assertEqual(ask(f"SELECT state FROM certificate WHERE id = {certificate}")[0][0], "replaced", "what was confirmed stands")
        told = subprocess.run([PROGRAM, "check", *house.place], capture_output=True, text=True, timeout=120).stdout
        self.assertIn("sound      registers", told)


if __name__ == "__main__":
    unittest.main()
