"""Needs: what it costs to save a step of a personal plan, and to look at what sixty thousand plans wish."""

import asyncio
import statistics
import time

import load
import table
from answers import sent
from applicant import Line, Refused, filled
from papers import Browser

SAVED_LIMIT = 20        # times /health
TABLE_LIMIT = 300       # milliseconds
SHEET_LIMIT = 5_000     # milliseconds
PLANS = 60_000
WISHES = 200_000
PATH = "/sr/me/plan/wishes"


def saved(installation, server, sessions):
    """Each of these people saves what they wish. Gives the cost of one, and what went wrong."""
    forms = asyncio.run(opened(server.port, sessions))
    asyncio.run(sent(server.port, forms[:20]))
    return load.posts(server, forms[20:], lambda forms: sent(server.port, forms))


async def opened(port, sessions):
    forms, line = [], Line(port)
    for number, session in enumerate(sessions.values()):
        cookies = f"session={session}; browser={session}; language=sr"
        status, _, page = await line.ask("GET", PATH, cookies)
        if status != 200:
            raise Refused(f"{PATH}: {status}")
        body = filled(page.decode(), PATH) + f"&wish-2=digitalna+ucionica&wish-3=sopstvene+reci+{number}".encode()
        forms.append((PATH, cookies, body))
    line.close()
    return forms


def demand(installation, director, centre, turns=10):
    """The table of sixty thousand plans: by topic, by topic and municipality, narrowed, and as a workbook."""
    fill(installation, centre)
    facts = []
    for name, path, limit in (
        ("by topic", "", TABLE_LIMIT), ("by topic, municipality and term", "?by=topic&by=municipality&by=term", None),
        ("one municipality by job", "?municipality=1&by=job", TABLE_LIMIT), ("as a workbook", ".xlsx", SHEET_LIMIT),
    ):
        times = []
        for _ in range(turns if path != ".xlsx" else 2):
            begun = time.monotonic()
            director.opens(f"/sr/staff/needs{path}")
            times.append(1e3 * (time.monotonic() - begun))
        middle = statistics.median(times)
        facts.append(table.fact(f"{WISHES:,} wishes of {PLANS:,} plans, {name}", f"{middle:.0f} ms", limit, middle, " ms"))
    return facts


def fill(installation, centre):
    """Plans of people without names, as the forms would have made them."""
    year = time.gmtime().tm_year - (0 if time.gmtime().tm_mon >= 9 else 1)
    for rows in ("wish", "plan_rating", "need_plan"):
        installation.sql(f"DELETE FROM {rows}")
    installation.sql(f"""
        INSERT INTO topic (name_sr, made)
            SELECT 'Мера ' || id, 1 FROM person WHERE id <= 40 AND NOT EXISTS (SELECT 1 FROM topic WHERE name_sr = 'Мера 1')
        """)
    installation.sql(f"""
        INSERT INTO need_plan (person, year, centre, municipality, job, started, changed)
            SELECT p.id, {year}, {centre}, m.id, CASE p.id % 3 WHEN 0 THEN 'class' WHEN 1 THEN 'subject' ELSE 'preschool' END, 1, 1
            FROM person p JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS places FROM municipality) m ON m.place = p.id % m.places + 1
            WHERE p.erased IS NULL ORDER BY p.id LIMIT {PLANS}
        """)
    topics = installation.numbers("SELECT id FROM topic ORDER BY id")
    plans = installation.numbers("SELECT count(*) FROM need_plan")[0]
    # So many wishes as there would be of all plans.
    for place in range(1, 5):
        few = "" if place < 4 else "AND id % 3 = 0"
        installation.sql(f"""
            INSERT INTO wish (plan, place, topic, chosen, term)
                SELECT w.plan, {place}, t.id, t.id, CASE w.plan % 4 WHEN 0 THEN 'autumn' WHEN 1 THEN 'spring' WHEN 2 THEN 'winter' ELSE NULL END
                FROM (SELECT id AS plan FROM need_plan WHERE 1 = 1 {few}) w
                JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number FROM topic) t ON t.number = (w.plan * {place * 7}) % {len(topics)} + 1
            """)
    installation.analyze()
    return plans
