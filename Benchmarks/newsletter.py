"""A newsletter: ten thousand readers, an issue that begins, and the clock that writes all letters in one minute."""

import re
import time

import table
from applicant import Refused
from papers import Browser

READERS = 10_000
BEGIN_LIMIT = 3         # seconds
WRITE_LIMIT = 2


def fill(installation, centre):
    """A newsletter that ten thousand addresses have, with a pace that takes them all at once. Gives its number."""
    now = int(time.time())
    installation.sql(f"INSERT INTO newsletter (centre, is_open, version, made) VALUES ({centre}, TRUE, 1, {now})")
    newsletter = installation.numbers("SELECT max(id) FROM newsletter")[0]
    installation.sql(f"INSERT INTO newsletter_text (newsletter, language, name) VALUES ({newsletter}, 'sr', 'Гласник')")
    installation.sql(f"INSERT INTO newsletter_rule (centre, pace, bounces, days) VALUES ({centre}, 20000, 3, 30) ON CONFLICT (centre) DO UPDATE SET pace = 20000")
    first = installation.numbers("SELECT coalesce(max(id), 0) FROM newsletter_subscriber")[0]
    languages = ["sr", "sr-Latn", "lt", "en"]
    for start in range(0, READERS, 2_000):
        installation.sql("INSERT INTO newsletter_subscriber (centre, address, digest, language, asked) VALUES " + ", ".join(
            f"({centre}, 'citalac{number}@example.org', 'bench{number}', '{languages[number % 4]}', {now})" for number in range(start, start + 2_000)))
    installation.sql(f"""
        INSERT INTO newsletter_consent (newsletter, subscriber, words, version, way, asked, given)
        SELECT {newsletter}, id, 'Желим билтен.', 1, 'form', {now}, {now} FROM newsletter_subscriber WHERE id > {first}
        """)
    installation.analyze()
    return newsletter


def measure(installation, server):
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    newsletter = fill(installation, centre)
    browser = Browser(server.port, installation.director(centre))
    browser.sends("/sr/staff/newsletters/new", "/sr/staff/newsletters/new", newsletter=newsletter, **{
        "title-sr": "Пролеће почиње у учионици", "text-sr": "Драге колеге,\n\nзима је била дуга, а **сале пуне**.\n\n" + "- једна ставка о свему\n" * 20})
    issue = installation.numbers("SELECT max(id) FROM newsletter_issue")[0]
    path = f"/sr/staff/newsletters/issues/{issue}/send"
    shown = browser.opens(path).decode()
    if not re.search(r"10[.\s\u00a0]?000", shown):
        raise Refused(f"{path} tells of other readers")
    begun = time.monotonic()
    browser.sends(path, path)
    began = time.monotonic() - begun
    facts = [table.fact(f"an issue frozen for {READERS} readers", f"{began:.1f} s", BEGIN_LIMIT, began, " s")]
    count, end = 0, time.monotonic() + 150
    written = "SELECT count(*) FROM letter WHERE noun = 'newsletter_issue' AND about = " + str(issue)
    first = None
    while count < READERS and time.monotonic() < end:
        count = installation.numbers(written)[0]
        if count and first is None:
            first = time.monotonic()
        time.sleep(0.05)
    if first is None or count < READERS:
        raise Refused(f"{count} letters of {READERS}")
    took = time.monotonic() - first
    facts.append(table.fact(f"{READERS} letters queued", f"{took:.1f} s", WRITE_LIMIT, took, " s"))
    twice = installation.numbers(f"SELECT count(*) FROM (SELECT address FROM letter WHERE noun = 'newsletter_issue' AND about = {issue} GROUP BY address HAVING count(*) > 1) x")[0]
    if twice:
        raise Refused(f"{twice} addresses got it twice")
    return facts
