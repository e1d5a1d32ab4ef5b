"""The program as an operator has it: it starts, says how it is, lists its doors, keeps copies, and ends when it is told to."""

import json
import os
import shutil
import pathlib
import socket
import subprocess
import tempfile
import unittest
import urllib.error

from house import PROGRAM, House, doors, free_port, program


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()

    @classmethod
    def tearDownClass(cls):
        cls.house.stop()

    def test_it_says_how_it_is(self):
        health = json.loads(self.house.get("/health"))
        self.assertEqual((health["status"], health["engine"]), ("ok", "sqlite"))
        self.assertEqual(json.loads(self.house.get("/ready"))["status"], "ready")

    def test_nobody_from_outside_sees_whether_it_is_ready(self):
        with self.assertRaises(urllib.error.HTTPError) as refusal:
            self.house.get("/ready", {"X-Forwarded-For": "192.0.2.1"})
        self.assertIn(refusal.exception.code, (404, 421))

    def test_it_lists_its_doors(self):
        lines = doors()
        self.assertIn(("GET", "/:language", "public", "/sr"), [(door.method, door.path, door.audience, door.example) for door in lines])
        self.assertTrue(all(door.method in ("GET", "POST") for door in lines))

    def test_a_backup_is_made_while_it_serves_and_fills_another_place(self):
        with tempfile.TemporaryDirectory() as folder:
            file = os.path.join(folder, "copy.sqlite")
            program("backup", file, "--data", self.house.data)
            self.assertEqual(subprocess.run(["sqlite3", file, "PRAGMA integrity_check"], capture_output=True, text=True).stdout.strip(), "ok")
            place = os.path.join(folder, "place")
            os.mkdir(place)
            shutil.copy(os.path.join(self.house.data, "key"), place)
            self.assertIn("restored", program("restore", file, "--data", place))
            again = subprocess.run([PROGRAM, "restore", file, "--data", place], capture_output=True, text=True)
            self.assertNotEqual(again.returncode, 0)
            self.assertIn("empty place", again.stderr)

    def test_a_copy_in_which_a_letter_was_changed_is_put_back_only_by_who_says_so(self):
        with tempfile.TemporaryDirectory() as folder:
            file, place = pathlib.Path(folder, "copy.sqlite"), pathlib.Path(folder, "place")
            program("backup", str(file), "--data", self.house.data)
            place.mkdir()
            shutil.copy(os.path.join(self.house.data, "key"), place)
            whole = file.read_bytes()
            name = "Ђорђевић".encode()
            self.assertIn(name, whole)
            file.write_bytes(whole.replace(name, "Ђорђевиц".encode()))
            refused = subprocess.run([PROGRAM, "restore", str(file), "--data", str(place)], capture_output=True, text=True)
            self.assertEqual((refused.returncode, "--anyway" in refused.stderr), (1, True), refused.stderr)
            self.assertIn("restored", program("restore", str(file), "--data", str(place), "--anyway"))

    def test_commands_speak_the_language_of_the_system(self):
        def said(locale, *more):
            command = [PROGRAM, "setup", "--name", "Центар", "--country", "RS", "--given-name", "Ана", "--family-name", "", "--email", "ana@a.example", *more]
            with tempfile.TemporaryDirectory() as folder:
                done = subprocess.run([*command, "--data", folder], capture_output=True, text=True, env={**os.environ, "LC_ALL": locale})
            self.assertEqual(done.returncode, 1, done.stdout)
            return done.stderr

        self.assertIn("--family-name: ништа није уписано", said("sr_RS.UTF-8"))
        self.assertIn("--family-name: ništa nije upisano", said("sr_RS.UTF-8@latin"))
        self.assertIn("--family-name: nieko neįrašyta", said("lt_LT.UTF-8"))
        self.assertIn("--family-name: is empty", said("C"))
        self.assertIn("--family-name: nieko neįrašyta", said("sr_RS.UTF-8", "--language", "lt"))
        help = subprocess.run([PROGRAM, "setup", "--help"], capture_output=True, text=True, env={**os.environ, "LC_ALL": "sr_RS.UTF-8"}).stdout
        self.assertIn("Презиме администратора", help)

    def test_check_finds_it_sound_and_an_empty_place_not(self):
        program("backup", os.path.join(self.house.data, "own.sqlite"), "--data", self.house.data)
        self.assertIn("sound      schema", program("check", "--data", self.house.data))
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([PROGRAM, "check", "--data", folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, 1)
            self.assertIn("NOT SOUND  database", done.stdout)
            self.assertEqual(os.listdir(folder), [], "check must change nothing")

    def test_a_demonstration_is_not_served_to_the_world(self):
        done = subprocess.run(
            [PROGRAM, "serve", "--data", self.house.data, "--host", "0.0.0.0", "--port", str(free_port())], capture_output=True, text=True, timeout=180)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("demonstration", done.stderr)

    def test_it_ends_within_five_seconds_whoever_is_still_connected(self):
        with House() as house, socket.create_connection(("127.0.0.1", house.port)) as slow, socket.create_connection(("127.0.0.1", house.port)) as idle:
            slow.sendall(b"POST /sr/none HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nabc")
            idle.sendall(f"GET /health HTTP/1.1\r\nHost: 127.0.0.1:{house.port}\r\n\r\n".encode())
            self.assertIn(b"200", idle.recv(100))
            seconds, code = house.end()
            self.assertLess(seconds, 5)
            self.assertEqual(code, 0)


if __name__ == "__main__":
    unittest.main()
