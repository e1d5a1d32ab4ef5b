"""How the program ends: in time, even while a mail server is silent; and after a fall the next start says so."""

import http.cookiejar
import os
import pathlib
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

from house import PROGRAM, ROOT, House, link

sys.path.insert(0, str(ROOT / "Benchmarks"))

from postgres import Postgres  # noqa: E402


class SilentServer:
    """Takes every connection and never says a word."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]

    def wait(self, seconds):
        self.socket.settimeout(seconds)
        return self.socket.accept()[0]

    def close(self):
        self.socket.close()


class End(unittest.TestCase):
    MARK = "has fallen"

    def staff(self, house):
        """Today's page, as the centre's own people see it."""
        person = next(person for person in house.cast() if person["role"] == "coordinator")
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = opener.open(house.base + link(person), timeout=180).read().decode()
        form = re.search(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', page[page.index("<main"):], re.S)
        if form and "staff" not in opener.open(house.base + "/sr/staff", timeout=180).geturl():
            fields = dict(re.findall(r'name="([^"]+)"[^>]*value="([^"]*)"', form[2]))
            opener.open(house.base + form[1], urllib.parse.urlencode(fields).encode(), timeout=180)
        return opener.open(house.base + "/sr/staff", timeout=180).read().decode()

    def test_a_fall_is_told_at_the_next_start_and_a_good_end_is_not(self):
        with House() as house:
            self.assertNotIn("неочекивано", self.staff(house))
            house.process.send_signal(signal.SIGKILL)
            house.process.wait(30)
            self.assertNotIn(self.MARK, house.told())
            house.start()
            self.assertIn(self.MARK, house.told())
            self.assertIn("неочекивано", self.staff(house))
            seconds, code = house.end()
            self.assertEqual(code, 0)
            self.assertLess(seconds, 5.5)
            self.assertFalse(os.path.exists(os.path.join(house.data, "running")))
            house.start()
            self.assertEqual(house.told().count(self.MARK), 1)

    def test_it_ends_in_time_and_well_while_a_mail_server_is_silent(self):
        server = SilentServer()
        os.environ |= {"ZBORNICA_MAIL_HOST": "127.0.0.1", "ZBORNICA_MAIL_PORT": str(server.port), "ZBORNICA_MAIL_SECURITY": "none", "ZBORNICA_MAIL_FROM": "centar@example.com"}
        try:
            with House() as house:
                self.send_a_letter(house)
                hanging = server.wait(60)
                time.sleep(0.5)
                seconds, code = house.end()
                hanging.close()
                self.assertEqual(code, 0, house.told()[-2000:])
                self.assertLess(seconds, 5.5)
                self.assertFalse(os.path.exists(os.path.join(house.data, "running")))
        finally:
            for name in [name for name in os.environ if name.startswith("ZBORNICA_MAIL_")]:
                del os.environ[name]
            server.close()

    def send_a_letter(self, house):
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        page = opener.open(house.base + "/sr/sign-in", timeout=180).read().decode()
        token = re.search(r'name="act"[^>]*value="([^"]+)"', page)[1]
        email = house.cast()[0]["email"]
        action = re.search(r'<form[^>]*action="(/sr/sign-in[^"]*)"', page)[1]
        opener.open(house.base + action, urllib.parse.urlencode({"act": token, "email": email}).encode(), timeout=180)

    def test_without_its_database_it_says_so_in_the_readers_language(self):
        with Postgres() as postgres, House("--database", postgres.database("away")) as house:
            def status(path):
                try:
                    with urllib.request.urlopen(house.base + path, timeout=180) as answer:
                        return answer.status, answer.read().decode(), answer.headers
                except urllib.error.HTTPError as answer:
                    return answer.code, answer.read().decode(), answer.headers

            self.assertEqual(status("/sr/sign-in")[0], 200)
            postgres.fall()
            for path, words in [("/sr/events?q=a", "База података тренутно није доступна"), ("/lt/events?q=a", "Duomenų bazė šiuo metu nepasiekiama")]:
                code, text, fields = status(path)
                self.assertEqual(code, 503)
                self.assertIn(words, text)
                self.assertIn("Retry-After", fields)
            self.assertEqual(status("/health")[0], 200)

    def test_what_it_writes_is_for_its_owner_alone(self):
        old = os.umask(0o022)
        try:
            with House() as house:
                os.chmod(house.data, 0o755)
                for path in pathlib.Path(house.data).rglob("*"):
                    try:
                        mode = path.stat().st_mode
                    except FileNotFoundError:
                        continue  # it was renamed since, as a letter of the outbox is when it is whole
                    self.assertEqual(stat.S_IMODE(mode) & 0o077, 0, path)
                self.assertIn("sound      files", self.check(house))
                os.chmod(os.path.join(house.data, "zbornica.sqlite"), 0o644)
                self.assertIn("NOT SOUND  files: others can read zbornica.sqlite", self.check(house))
        finally:
            os.umask(old)

    def check(self, house):
        return subprocess.run([PROGRAM, "check", "--data", house.data], capture_output=True, text=True, timeout=120).stdout


if __name__ == "__main__":
    unittest.main()
