"""Two hundred people want thirty seats, all at the same moment."""

import asyncio
import time

from applicant import Applicant, Line

SEATS = 30


def race(installation, server, sessions):
    """Gives what went wrong, in words; nothing when the rule held."""
    event = emptied(installation)
    answers = asyncio.run(asyncio.wait_for(run(server.port, event, sessions), 60))
    people = ", ".join(map(str, sessions))
    rows = installation.sql(f"SELECT id, person, state, queued FROM registration WHERE event = {event} AND person IN ({people}) ORDER BY queued, id")
    return judge(answers, [(int(number), int(person), state, int(queued)) for number, person, state, queued in rows])


def emptied(installation):
    """An event that one can apply to for longest, with all its seats free."""
    event = installation.numbers("""
        SELECT id FROM event WHERE state = 'announced' AND form IN (SELECT id FROM event_form WHERE applying = 'open') ORDER BY deadline DESC, id LIMIT 1
        """)[0]
    installation.sql(f"UPDATE registration SET state = 'withdrawn' WHERE event = {event}")
    installation.sql(f"UPDATE event SET seats = {SEATS}, seats_min = 1 WHERE id = {event}")
    return event


async def run(port, event, sessions):
    """Person, application, when it was sent and when answered."""
    gate = asyncio.Barrier(len(sessions))

    async def one(person, session):
        applicant, line = Applicant(person, session), Line(port)
        try:
            form = await applicant.opens(line, event)
            await gate.wait()
            sent = time.monotonic()
            return person, await applicant.sends(line, event, form), sent, time.monotonic()
        finally:
            line.close()

    return await asyncio.gather(*(one(*pair) for pair in sessions.items()))


def judge(answers, rows):
    faults = []
    states = [state for _, _, state, _ in rows]
    if states.count("admitted") != SEATS:
        faults.append(f"{states.count('admitted')} admitted to {SEATS} seats")
    if states != ["admitted"] * SEATS + ["waiting"] * (len(answers) - SEATS):
        faults.append("the queue is not in the order of coming")
    if {(person, number) for person, number, _, _ in answers} != {(person, number) for number, person, _, _ in rows}:
        faults.append("what was said on screen is not what stands in the records")
    place = {number: index for index, (number, _, _, _) in enumerate(rows)}
    for _, earlier, _, answered in answers:
        if any(answered < sent and place.get(later, 0) < place.get(earlier, 0) for _, later, sent, _ in answers):
            faults.append(f"application {earlier} was answered before a later one was sent, and stands behind it")
    return faults
