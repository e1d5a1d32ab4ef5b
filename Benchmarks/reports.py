"""The year report of a centre to which three hundred thousand participations belong: what it takes to reckon it, from the button to the page."""

import time

import table
from papers import Browser

PARTICIPATIONS = 300_000
LIMIT = 2.0         # seconds
EVENTS = 3_000
EACH = PARTICIPATIONS // EVENTS


def fill(installation):
    """Events of one centre that were held this year, a hundred people at each, marked as present."""
    centre, people = installation.numbers("SELECT min(id) FROM centre")[0], installation.numbers("SELECT count(*) FROM person WHERE erased IS NULL")[0]
    year = time.gmtime().tm_year
    first = int(time.mktime((year, 1, 10, 9, 0, 0, 0, 0, 0)))
    form, last = installation.numbers("SELECT min(id) FROM event_form")[0], installation.numbers("SELECT max(id) FROM event")[0]
    numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {})"
    installation.sql(f"""
        {numbers.format(EVENTS)} INSERT INTO event (id, centre, form, state, language, seats_min, seats, deadline, currency, starts, ends, created)
            SELECT {last} + i, {centre}, {form}, 'closed', 'sr', 0, 200, '{year}-01-05', 'RSD', {first} + i % 30 * 3600, {first} + i % 30 * 3600 + 21600, 1 FROM n
        """)
    installation.sql(f"""
        {numbers.format(EVENTS)} INSERT INTO event_text (event, language, title) SELECT {last} + i, 'sr', 'Мера' FROM n
        """)
    session = installation.numbers("SELECT max(id) FROM event_session")[0]
    installation.sql(f"""
        {numbers.format(EVENTS)} INSERT INTO event_session (id, event, day, begins, ends) SELECT {session} + i, {last} + i, '{year}-01-10', 540, 900 FROM n
        """)
    registration = installation.numbers("SELECT max(id) FROM registration")[0]
    installation.sql(f"""
        {numbers.format(PARTICIPATIONS)} INSERT INTO registration (id, event, person, school, state, applied, payer, channel)
            SELECT {registration} + i, {last} + 1 + (i - 1) / {EACH}, p.id, s.id, 'admitted', 1, 'free', 'desk' FROM n
                JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM person WHERE erased IS NULL) p ON p.place = n.i % {people} + 1
                JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS schools FROM school) s ON s.place = n.i % s.schools + 1
        """)
    installation.sql(f"""
        {numbers.format(PARTICIPATIONS)} INSERT INTO attendance (registration, session, mark, source, at)
            SELECT {registration} + i, {session} + 1 + (i - 1) / {EACH}, 'present', 'door', 1 FROM n
        """)
    installation.analyze()
    return centre


def measure(installation, server):
    centre, year = fill(installation), time.gmtime().tm_year
    director = Browser(server.port, installation.director(centre))
    begun = time.monotonic()
    page = director.sends("/sr/staff/reports", "/sr/staff/reports", kind="annual", year=f"calendar-{year}")
    first = time.monotonic() - begun
    times = []
    for _ in range(3):
        begun = time.monotonic()
        director.sends(page, f"{page}/reckon")
        times.append(time.monotonic() - begun)
    seconds = sorted(times)[1]
    name = f"year report, {PARTICIPATIONS:,} participations"
    return [table.fact(f"{name}, begun", f"{first:.2f} s"), table.fact(f"{name}, reckoned", f"{seconds:.2f} s", LIMIT, seconds, " s")]
