"""Where sixty thousand people of all schools stand, counted as each night counts it; and what a head asks the database for a school of sixty."""

import os
import subprocess
import time

import table
from installation import environment

SECONDS_LIMIT = 20
MEMORY_LIMIT = 300  # megabytes


def reckon(installation):
    """The facts of the count, and what was wrong with it. The people are those of the list that was brought before."""
    installation.sql("""
        INSERT INTO employment (person, school)
            SELECT p.id, s.id FROM person p JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS schools FROM school) s
                ON s.place = p.id % s.schools + 1
            WHERE p.erased IS NULL AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.person = p.id)
        """)
    # Three things each, of this year and of the two before.
    year = time.gmtime().tm_year - (0 if time.gmtime().tm_mon >= 9 else 1)
    for back, kind, hours in ((0, "inside", 44), (0, "programme", 8), (1, "gathering", 8)):
        installation.sql(f"""
            INSERT INTO portfolio_entry (person, state, kind, title, day, hours, days, points, written)
                SELECT id, 'checked', '{kind}', 'Мера', '{year - back}-10-15', {hours}, 1, {hours}, 1 FROM person WHERE erased IS NULL
            """)
    installation.analyze()
    people = installation.numbers("SELECT count(DISTINCT person) FROM employment")[0]
    begun = time.monotonic()
    command = [installation.program, "standings", *installation.place]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()) as process:
        said = process.stdout.read()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    name = f"where {people:,} people stand, two years"
    facts = [
        table.fact(f"{name}, processor", f"{seconds:.1f} s", SECONDS_LIMIT, seconds, " s"),
        table.fact(f"{name}, time", f"{time.monotonic() - begun:.1f} s"),
        table.fact(f"{name}, memory at most", f"{memory:.0f} MB", MEMORY_LIMIT, memory, " MB"),
    ]
    met = installation.numbers("SELECT coalesce(sum(met), 0) FROM standing_figure WHERE school IS NOT NULL AND requirement = 'inside'")[0]
    return facts, [] if met >= people - 1 else [f"{name}: {met} met what all have: {said[-200:]}"]
