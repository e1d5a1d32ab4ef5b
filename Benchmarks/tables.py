"""Own tables over 100,000 registrations: a page, lines put together, and all of them as a workbook and as text, with what the program holds in memory meanwhile."""

import io
import statistics
import time
import zipfile

import table
from papers import Browser, Peak

LINES = 100_000
PEOPLE = 20_000
EVENTS = 200
EXPORT_LIMIT = 3_000    # milliseconds
MEMORY_LIMIT = 150      # megabytes beyond what the program held before
PAGE_LIMIT = 400        # milliseconds
COLUMNS = "c=event&c=day&c=person&c=school&c=schoolPlace&c=job&c=state&c=applied&c=seats&c=points"


def fill(installation, centre):
    """People who each applied for five of two hundred events of one day."""
    first = {name: installation.numbers(f"SELECT coalesce(max(id), 0) FROM {name}")[0] + 1 for name in ("person", "event", "registration")}
    schools = installation.numbers("SELECT id FROM school ORDER BY id")
    def numbers(count): return f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1})"
    installation.sql(f"""
        INSERT INTO person (id, given_name, family_name, language, created, key_azbuka, key_abeceda, key_lithuanian)
        {numbers(PEOPLE)} SELECT {first['person']} + i, 'Полазник', 'Број ' || CAST(i AS TEXT), 'sr', 1500000000, p.key_azbuka, p.key_abeceda, p.key_lithuanian
        FROM n JOIN person p ON p.id = (SELECT min(id) FROM person)
        """)
    installation.sql(f"""
        INSERT INTO event (id, centre, form, state, language, seats_min, seats, deadline, currency, created, starts, points)
        {numbers(EVENTS)} SELECT {first['event']} + i, {centre}, 1, 'held', 'sr', 0, 1000, '2019-03-01', 'RSD', 1500000000, 1552000000 + i * 86400, 8 FROM n
        """)
    installation.sql(f"""
        INSERT INTO event_text (event, language, title) {numbers(EVENTS)} SELECT {first['event']} + i, 'sr', 'Обука број ' || CAST(i AS TEXT) FROM n
        """)
    installation.sql(f"""
        INSERT INTO event_session (event, day, begins, ends) {numbers(EVENTS)}
        SELECT {first['event']} + i, '2019-' || CASE WHEN i % 9 = 0 THEN '03' ELSE '0' || CAST(1 + i % 9 AS TEXT) END || '-1' || CAST(i % 9 AS TEXT), 540, 900 FROM n
        """)
    school = "CASE i % 7 " + " ".join(f"WHEN {k} THEN {schools[k * len(schools) // 7]}" for k in range(7)) + " END"
    installation.sql(f"""
        INSERT INTO registration (id, event, person, school, state, applied, queued, decided, payer, channel, job)
        {numbers(LINES)} SELECT {first['registration']} + i, {first['event']} + i % 5 * 40 + i / 5 % 40, {first['person']} + i / 5, {school},
            'admitted', 1551000000 + i, 1551000000 + i, 1551000000 + i, 'school', 'web', 'наставник' FROM n
        """)
    installation.analyze()
    return first["event"]


def measure(installation, server, turns=3):
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    fill(installation, centre)
    browser, facts = Browser(server.port, installation.director(centre)), []
    path, only = "/sr/staff/tables/registrations", "from-day=2019-01-01&to-day=2019-12-31"
    for name, address, limit, rounds in (
        ("a page of an own table", f"{path}?{COLUMNS}&{only}&o=-day", PAGE_LIMIT, 5),
        ("the same put together by school", f"{path}?by=school&by=day.month&sum=seats&{only}", PAGE_LIMIT, 5),
        ("the same as a workbook", f"{path}/table.xlsx?{COLUMNS}&{only}&o=person", EXPORT_LIMIT, turns),
        ("the same as text", f"{path}/table.csv?{COLUMNS}&{only}&o=person", EXPORT_LIMIT, turns),
    ):
        times, before, body = [], sum(server.memory_of_all), b""
        with Peak(server) as peak:
            for _ in range(rounds):
                begun = time.monotonic()
                body = browser.opens(address)
                times.append(1e3 * (time.monotonic() - begun))
        middle, grown = statistics.median(times), sum(peak.most) - before
        facts.append(table.fact(f"{name}, {LINES} lines", f"{middle:.0f} ms, {len(body) / 1e6:.1f} MB", limit, middle, " ms"))
        if limit == EXPORT_LIMIT:
            facts.append(table.fact(f"{name}: memory", f"{grown:.0f} MB more", MEMORY_LIMIT, grown, " MB"))
            count(body, address)
    return facts


def count(body, address):
    """Counts again what came: so many lines, and a head."""
    if ".csv" in address:
        lines = body.decode("utf-8-sig").rstrip("\r\n").split("\r\n")
    else:
        lines = zipfile.ZipFile(io.BytesIO(body)).read("xl/worksheets/sheet1.xml").split(b"<row ")[1:]
    assert len(lines) == LINES + 1, len(lines)
