"""A private PostgreSQL for as long as it is needed: `Tests/with-postgres`, which ends the server with us, whatever happens."""

import os
import pathlib
import signal
import subprocess
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[1]


class Postgres:
    def __enter__(self):
        hold = 'echo "$ZBORNICA_TEST_POSTGRES"; cat'
        self.process = subprocess.Popen(
            [str(ROOT / "Tests/with-postgres"), "sh", "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        if not self.address:
            raise RuntimeError("PostgreSQL did not start")
        self.place = pathlib.Path(urllib.parse.parse_qs(urllib.parse.urlsplit(self.address).query)["host"][0])
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()

    def database(self, name):
        """The address of a new, empty database."""
        query(self.address, f"CREATE DATABASE {name}")
        return self.address.replace("/postgres?", f"/{name}?")

    @property
    def pid(self):
        return int(self.sign.read_text().split()[0])

    @property
    def sign(self):
        """Lies there as long as the server or one of its own lives."""
        return self.place / "data/postmaster.pid"

    def fall(self):
        """Ends the server as a fall would, and waits until it and its own are gone."""
        os.kill(self.pid, signal.SIGQUIT)
        end = time.monotonic() + 30
        while self.sign.exists():
            if time.monotonic() > end:
                raise RuntimeError("PostgreSQL did not end")
            time.sleep(0.05)


def query(address, text):
    """Runs SQL in `psql`. Gives rows of strings."""
    done = subprocess.run(
        ["psql", address, "-XAtq", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-f", "-"], input=text, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [line.split("\t") for line in done.stdout.splitlines()]


class Statements:
    """Counts the statements that a request costs, as PostgreSQL's own log tells them; without BEGIN and COMMIT."""

    ENDS = ("BEGIN", "COMMIT", "ROLLBACK")

    def __init__(self, postgres):
        self.log = postgres.place / "log"
        self.address = postgres.address

    def __enter__(self):
        query(self.address, "ALTER SYSTEM SET log_statement = 'all'; SELECT pg_reload_conf()")
        return self

    def __exit__(self, *_):
        query(self.address, "ALTER SYSTEM RESET log_statement; SELECT pg_reload_conf()")

    def of(self, ask):
        """How many a call costs, with whatever goes on beside it."""
        size = self.log.stat().st_size
        ask()
        time.sleep(0.05)
        with self.log.open("rb") as log:
            log.seek(size)
            told = log.read().decode(errors="replace")
        texts = [line.split(": ", 2)[-1].strip() for line in told.splitlines() if "LOG:  execute" in line or "LOG:  statement:" in line]
        return sum(not text.startswith(self.ENDS) for text in texts)
