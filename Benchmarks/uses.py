"""What was used in class: three hundred thousand answers of all centres, as the page of one centre counts them."""

import statistics
import time

import table
from papers import Browser

STEPS = 150_000
LIMIT = 200         # milliseconds


def fill(installation):
    """Steps of people who were there, each asked and answered twice."""
    installation.sql("DELETE FROM use_answer")
    installation.sql("DELETE FROM use_step")
    installation.sql(f"""
        INSERT INTO use_step (event, person, text, written, asked_first, asked_second)
            SELECT r.event, r.person, 'Корак', 1, 1, 1 FROM registration r JOIN event e ON e.id = r.event
            WHERE r.state = 'admitted' AND r.person IS NOT NULL AND e.state IN ('held', 'closed') ORDER BY e.ends DESC, r.id LIMIT {STEPS}
        """)
    for turn, shift in (("first", 0), ("second", 1)):
        installation.sql(f"""
            INSERT INTO use_answer (step, turn, used, hindered, given)
                SELECT id, '{turn}', CASE (id + {shift}) % 4 WHEN 0 THEN 'never' WHEN 1 THEN 'once' WHEN 2 THEN 'several' ELSE 'regularly' END, '', 1 FROM use_step
            """)
    installation.analyze()
    return installation.numbers("SELECT count(*) FROM use_answer")[0]


def page(installation, server, answers, turns=10):
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    director = Browser(server.port, installation.director(centre))
    times = []
    for turn in range(turns):
        begun = time.monotonic()
        director.opens(f"/sr/staff/follow-up?x={turn}")
        times.append(1e3 * (time.monotonic() - begun))
    middle = statistics.median(times)
    return [table.fact(f"index of use, {answers:,} answers, a centre's page", f"{middle:.0f} ms, at most {max(times):.0f} ms", LIMIT, middle, " ms")]
