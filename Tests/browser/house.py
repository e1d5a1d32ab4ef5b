"""A house for the browser to visit: the real program, on a free port and a folder of its own, with the small demonstration."""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

from playwright.sync_api import Error

# Commands speak the language of the system; here they are read in English.
os.environ["LC_ALL"] = "C.UTF-8"

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ZBORNICA_PROGRAM") or str(ROOT / ".build/debug/zbornica")
CHROMIUM = {"executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"), "args": ["--no-sandbox"]}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(*arguments, timeout=120):
    """Runs a command of the program and gives what it printed."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=timeout)
    if done.returncode:
        raise RuntimeError(f"zbornica {' '.join(arguments)}: {done.stderr}")
    return done.stdout


class Door:
    """A line of `zbornica routes`."""

    def __init__(self, line):
        self.method, self.path, self.audience, self.example = line.split(" ")

    @property
    def page(self):
        """An address to open, or None."""
        is_page = self.method == "GET" and self.path.startswith("/:language") and self.example != "-"
        return self.example if is_page else None


def doors():
    return [Door(line) for line in program("routes").splitlines()]


class House:
    """- arguments: more of the command line, such as `--database ADDRESS`.
    - within: a command that runs the program, such as one that gives it a disk of its own."""

    def __init__(self, *arguments, within=()):
        self.folder = tempfile.mkdtemp(prefix="zbornica-house-")
        self.data = os.path.join(self.folder, "data")
        # To fill a demonstration takes longer than most tests: where one stands ready, each house begins with a copy of it.
        ready = os.environ.get("ZBORNICA_DEMONSTRATION")
        if ready and not arguments and not within:
            shutil.copytree(ready, self.data)
        else:
            os.mkdir(self.data)
        self.place, self.within = ["--data", self.data, *arguments], list(within)
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = open(os.path.join(self.folder, "log"), "w")
        try:
            self.start("--demo")
        except Exception:
            self.stop()
            raise

    def start(self, *more):
        within = [part.replace("{data}", self.data) for part in self.within]
        self.process = subprocess.Popen(
            [*within, PROGRAM, "serve", *more, *self.place, "--port", str(self.port)], stdout=self.log, stderr=subprocess.STDOUT)
        self.wait()

    def wait(self, seconds=300):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                return self.get("/ready")
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError("the program did not become ready:\n" + self.told())

    def get(self, path, headers={}):
        with urllib.request.urlopen(urllib.request.Request(self.base + path, headers=headers), timeout=180) as answer:
            return answer.read().decode()

    def beside(self):
        """What another command needs before it to see the same disk."""
        return ["nsenter", "--user", "--mount", "--preserve-credentials", "--target", str(self.process.pid)] if self.within else []

    def told(self):
        with open(os.path.join(self.folder, "log")) as log:
            return log.read()

    def cast(self):
        """Name, role, e-mail and sign-in link of the people of the demonstration; empty when the program knows no cast."""
        done = subprocess.run([*self.beside(), PROGRAM, "demo", "--cast", *self.place], capture_output=True, text=True, timeout=180)
        return json.loads(done.stdout) if done.returncode == 0 and done.stdout.strip() else []

    def end(self):
        """Asks it to end. Gives the seconds that took, and its exit code."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(30)
        return time.monotonic() - begun, code

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        told = self.told()
        shutil.rmtree(self.folder, ignore_errors=True)
        # 32 letters of the alphabet of tokens: a session, a sign-in link. Whatever was done here, none of them is in the log.
        secret = re.search(r"[A-HJ-NP-Za-km-z2-9]{32}", told)
        assert not secret, f"a secret in the log: {told[max(0, secret.start() - 200):secret.end()]}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def link(person):
    """The path of somebody's sign-in link."""
    for value in person.values():
        if isinstance(value, str) and (value.startswith("http") or value.startswith("/")):
            parts = urllib.parse.urlsplit(value)
            return parts.path + (f"?{parts.query}" if parts.query else "")
    return None


def enter(page, house, person):
    """Opens a sign-in link; where it shows a button first, presses it."""
    page.goto(house.base + link(person))
    if urllib.parse.urlsplit(page.url).path == link(person):
        page.locator("main form button").first.click()
        page.wait_for_load_state()


class Company:
    """Browser contexts, one for each of the cast."""

    ABOVE = ["director", "administrator"]

    def __init__(self, browser, house, **settings):
        self.browser, self.house, self.settings = browser, house, settings
        self.cast = house.cast()
        self.contexts = {}

    def context(self, person=None):
        """Signed in as one of the cast; of a stranger without."""
        key = person and person["email"]
        if key not in self.contexts:
            self.contexts[key] = self.browser.new_context(**self.settings)
            if person:
                page = self.contexts[key].new_page()
                enter(page, self.house, person)
                page.close()
        return self.contexts[key]

    def readers(self, audience):
        """Who may open such a door, the likeliest first."""
        if audience == "public":
            return [None]
        if audience == "person":
            return self.cast
        return [person for role in [audience, *self.ABOVE] for person in self.cast if person["role"] == role]

    def open(self, door, before=lambda page: None):
        """A new page with the door's example before one who finds it, and the status. A file that is no page is fetched and not shown: then there is none.
        - before: what is done with the page before anything stands in it."""
        status = 404
        for person in self.readers(door.audience):
            page = self.context(person).new_page()
            before(page)
            status, is_page = self.visit(page, door)
            if is_page and status != 404:
                return page, status
            page.close()
            if status != 404:
                break
        return None, status

    def visit(self, page, door):
        """The status of the door's example, and whether it stands in the page now."""
        try:
            answer = page.goto(self.house.base + door.page)
        except Error:  # the browser takes it for a file to keep
            return page.context.request.get(self.house.base + door.page).status, False
        return answer.status, answer.headers.get("content-type", "").startswith("text/html")

    def read(self, door, language="sr"):
        """What is sent for the door's example to one who finds it, or nothing where it is no page."""
        for person in self.readers(door.audience):
            answer = self.context(person).request.get(self.house.base + door.page.replace("/sr", f"/{language}", 1))
            if answer.status != 404:
                is_page = answer.headers.get("content-type", "").startswith("text/html")
                return answer.text() if is_page and not answer.headers.get("content-disposition", "").startswith("attachment") else None
        return None

    def close(self):
        for context in self.contexts.values():
            context.close()
