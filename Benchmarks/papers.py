"""Certificates from end to end: three hundred prepared, signed and set, some of them opened by themselves, one checked by everybody."""

import http.client
import statistics
import threading
import time
import urllib.parse

import table
from applicant import Refused, filled

COUNT = 300
ONE_LIMIT = 30          # milliseconds
WHOLE_LIMIT = 3         # seconds
MEMORY_LIMIT = 350      # megabytes


class Browser:
    """Somebody who is signed in, over one connection that is kept."""

    def __init__(self, port, session):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.cookies = f"session={session}; browser={session}; language=sr"

    def ask(self, method, path, body=None):
        """The answer and its body."""
        headers = {"Cookie": self.cookies, **({"Content-Type": "application/x-www-form-urlencoded"} if body else {})}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer, answer.read()

    def opens(self, path):
        answer, body = self.ask("GET", path)
        if answer.status != 200:
            raise Refused(f"{path}: {answer.status}")
        return body

    def sends(self, path, action, **typed):
        """Opens a page and sends one of its forms, with what was typed. Gives where that leads."""
        form = filled(self.opens(path).decode(), action) + ("&" + urllib.parse.urlencode(typed) if typed else "").encode()
        answer, body = self.ask("POST", action, form)
        if answer.status != 303:
            raise Refused(f"{action}: {answer.status} {body.decode()[-1_500:]}")
        return answer.headers["Location"].split("?")[0]


class Peak:
    """The most that the program and its typesetter hold together while something is done."""

    def __init__(self, server):
        self.server, self.most, self.done = server, (0, 0), threading.Event()

    def __enter__(self):
        self.watch = threading.Thread(target=self.look)
        self.watch.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.watch.join()

    def look(self):
        while not self.done.wait(0.01):
            self.most = max(self.most, self.server.memory_of_all, key=sum)


def issue(installation, server):
    """Prepares and signs. Gives facts, the director's browser and the sessions of those who were there."""
    event, centre, sessions = installation.gathering(COUNT)
    director = Browser(server.port, installation.director(centre))
    batch = director.sends(f"/sr/staff/events/{event}/certificates", f"/sr/staff/events/{event}/certificates")
    number = int(batch.rsplit("/", 1)[1])
    with Peak(server) as peak:
        begun, used = time.monotonic(), server.cpu_of_all
        director.sends(batch, f"{batch}/sign")
        signed, packed = time.monotonic(), None
        state = "waiting"
        while state == "waiting" and time.monotonic() - signed < 120:
            time.sleep(0.02)
            # The ZIP is written before the one PDF is begun, which is written when it is set.
            if packed is None and installation.file(f"documents/batch-{number}.zip").exists():
                packed = server.cpu_of_all
            state, fault = installation.sql(f"SELECT document, fault FROM certificate_batch WHERE id = {number}")[0]
        ready, spent = time.monotonic(), server.cpu_of_all
    # The program hangs up on whoever was silent for so long.
    director.connection.close()
    if state != "ready":
        raise Refused(f"the files of {COUNT} certificates are {state}: {fault}")
    each, whole = (installation.file(f"documents/batch-{number}.{kind}").stat().st_mtime for kind in ("zip", "pdf"))
    most = sum(peak.most)
    count = installation.numbers(f"SELECT count(*) FROM certificate WHERE batch = {number} AND state = 'valid'")[0]
    return director, sessions, number, [
        table.fact(f"{count} certificates signed", f"{signed - begun:.2f} s, one PDF and a ZIP of each ready {ready - signed:.1f} s later; processor {spent - used:.1f} s"),
        table.fact(f"one PDF of {count}", f"{whole - each:.2f} s, processor {spent - (packed or used):.2f} s", WHOLE_LIMIT, whole - each, " s"),
        table.fact("memory at most meanwhile", f"{most:.0f} MB: program {peak.most[0]:.0f}, typesetter {peak.most[1]:.0f}", MEMORY_LIMIT, most, " MB"),
    ]


def open_one(installation, server, director, sessions, batch, turns=40):
    """One certificate as PDF, with the typesetter warm: each time another one. Gives the code of one, and a fact."""
    rows = installation.sql(f"SELECT id, person, code FROM certificate WHERE batch = {batch} AND person IS NOT NULL ORDER BY id")
    certificate, person, code = next(row for row in rows if int(row[1]) in sessions)
    bearer = Browser(server.port, sessions[int(person)])
    papers = {bearer.opens(f"/sr/me/certificates/{certificate}/document.pdf"), director.opens(f"/sr/staff/certificates/{certificate}/document.pdf")}
    if len(papers) != 1 or not papers.pop().startswith(b"%PDF-"):
        raise Refused("the same certificate is not the same file")
    times, before = [], server.cpu_of_all
    for other, _, _ in rows[-turns:]:
        begun = time.monotonic()
        director.opens(f"/sr/staff/certificates/{other}/document.pdf")
        times.append(1e3 * (time.monotonic() - begun))
    cost = 1e3 * (server.cpu_of_all - before) / turns
    middle = statistics.median(times)
    return code, table.fact("one certificate as PDF, warm", f"{middle:.0f} ms, at most {max(times):.0f} ms; processor {cost:.0f} ms", ONE_LIMIT, middle, " ms")
