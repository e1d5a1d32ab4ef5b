"""Statements: a bank's file of two thousand lines read, matched and brought; the list of what is owed over fifty thousand claims."""

import datetime
import re
import statistics
import time

import table
from applicant import Refused
from papers import Browser

LINES = 2_000
OPEN = 5_000            # claims among which the lines of the file find theirs
CLAIMS = 50_000
MATCH_LIMIT = 1_000     # milliseconds
BRING_LIMIT = 5_000
PAGE_LIMIT = 50
OWN = "999000000000012345"


def control(base):
    """By model 97."""
    return f"{98 - int(base) * 100 % 97:02}{base}"


def fill(installation, centre, count, first=1):
    """So many open claims of schools and people, each with a share. Gives the references of their shares."""
    now, today = int(time.time()), datetime.date.today()
    schools, people = installation.numbers("SELECT id FROM school ORDER BY id"), installation.numbers("SELECT id FROM person ORDER BY id LIMIT 3000")
    for table_, ids in (("school", schools), ("person", people)):
        known = set(installation.numbers(f"SELECT {table_} FROM payer WHERE centre = {centre} AND {table_} IS NOT NULL"))
        new = [id for id in ids if id not in known]
        if new:
            installation.sql(f"INSERT INTO payer (centre, kind, {table_}) VALUES " + ", ".join(f"({centre}, '{table_}', {id})" for id in new))
    payers = installation.numbers(f"SELECT id FROM payer WHERE centre = {centre} ORDER BY id")
    base = installation.numbers("SELECT coalesce(max(id), 0) FROM claim")[0]
    share = installation.numbers("SELECT coalesce(max(id), 0) FROM claim_share")[0]
    references = []
    for start in range(0, count, 5_000):
        numbers = range(start, min(start + 5_000, count))
        installation.sql("INSERT INTO claim (centre, what, price, amount, currency, made, asked, due) VALUES " + ", ".join(
            f"({centre}, 'Котизација', {100_000 + n % 37 * 5_000}, {100_000 + n % 37 * 5_000}, 'RSD', {now}, '{today}', '{today}')" for n in numbers))
        rows = []
        for n in numbers:
            due, amount = today - datetime.timedelta(days=n % 150 - 20), 100_000 + n % 37 * 5_000
            reference = f"{today.year % 100:02}00099{share + n + 1:06}"
            references.append((reference, amount))
            rows.append(f"({base + n + 1}, {centre}, {payers[n % len(payers)]}, {amount}, {amount}, 'RSD', '{reference}', '{due}')")
        installation.sql("INSERT INTO claim_share (claim, centre, payer, amount, rest, currency, reference, due) VALUES " + ", ".join(rows))
    installation.analyze()
    return references


def statement(references):
    """A file of Hal E-Bank's kind: two lines of three have a right reference, of the others one in two a typing error."""
    lines, day = [], datetime.date.today()
    for number, (reference, amount) in enumerate(references):
        slip = control(reference)
        if number % 3 == 2:
            slip = slip[:-1] + ("1" if slip[-1] != "1" else "2") if number % 2 else ""
        lines.append(
            f"{840000000000000000 + number % 400:018}20{day:%d.%m.%y}  {'':35} {day:%d%m%y}{OWN}{amount:015} 221  {'':2}{'':22}{'97' if slip else '':2}{slip:22}"
            f"{'Kotizacija':36}{'BISTRIK':10}{'OSNOVNA SKOLA ' + str(number % 400):35}{'REF' + str(number):22}{'':18}")
    return ("\r\n".join(lines) + "\r\n").encode("cp1250")


def upload(browser, path, name, content):
    """Sends a file with the form of a page that takes one. Gives where it leads."""
    form = re.search(r'<form[^>]*multipart/form-data.*?</form>', browser.opens(path).decode(), re.S)[0]
    fields = [(re.search(r'name="([^"]+)"', tag)[1], re.search(r'value="([^"]*)"', tag)[1]) for tag in re.findall(r'<input[^>]*type="hidden"[^>]*>', form)]
    boundary = "----bench0123456789"
    body = b"".join(f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode() for key, value in fields)
    body += f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'.encode() + content
    body += f"\r\n--{boundary}--\r\n".encode()
    browser.connection.request("POST", path, body, {"Cookie": browser.cookies, "Content-Type": f"multipart/form-data; boundary={boundary}"})
    answer = browser.connection.getresponse()
    answer.read()
    if answer.status != 303:
        raise Refused(f"{path}: {answer.status}")
    return answer.headers["Location"].split("?")[0]


def measure(installation, server, turns=20):
    """Gives the facts."""
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    references = fill(installation, centre, OPEN)
    browser, facts = Browser(server.port, installation.director(centre)), []
    page = upload(browser, "/sr/staff/statements", "izvod.txt", statement(references[:LINES]))
    times = []
    for _ in range(5):
        begun = time.monotonic()
        shown = browser.opens(page)
        times.append(1e3 * (time.monotonic() - begun))
    assert b"OSNOVNA SKOLA" in shown
    middle = statistics.median(times)
    facts.append(table.fact(f"a statement of {LINES} lines matched", f"{middle:.0f} ms, at most {max(times):.0f} ms", MATCH_LIMIT, middle, " ms"))
    def settled():
        return installation.numbers("SELECT count(*) FROM payment WHERE ground = 'reference'")[0]

    before = settled()
    begun = time.monotonic()
    browser.sends(page, page)
    took = 1e3 * (time.monotonic() - begun)
    facts.append(table.fact("the same brought and settled", f"{took:.0f} ms", BRING_LIMIT, took, " ms"))
    assert settled() - before == sum(1 for number in range(LINES) if number % 3 != 2), settled()
    fill(installation, centre, CLAIMS)
    times = []
    for turn in range(turns):
        begun = time.monotonic()
        shown = browser.opens(f"/sr/staff/ageing?x={turn}")
        times.append(1e3 * (time.monotonic() - begun))
    assert b"<table" in shown
    middle = statistics.median(times)
    facts.append(table.fact(f"what is owed over {CLAIMS} claims", f"{middle:.0f} ms, at most {max(times):.0f} ms", PAGE_LIMIT, middle, " ms"))
    return facts
