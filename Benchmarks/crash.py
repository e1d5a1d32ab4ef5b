"""The program is killed in the middle of a burst of applications. What was confirmed on screen must be there, and nothing by half."""

import asyncio
import datetime
import random

from applicant import Applicant, Burst
from installation import Server


def crash(installation, sessions, rounds=3, seconds=1.0):
    """Gives how many applications were confirmed, and what went wrong, in words."""
    faults, confirmed = [], []
    pairs = list(applications(installation, sessions))
    most = len(pairs) // (rounds + 1)
    pairs = iter(pairs)
    for _ in range(rounds):
        with Server(installation) as server:
            burst = Burst(server.port, pairs)
            asyncio.run(asyncio.wait_for(cut(burst, server, seconds * random.uniform(0.7, 1.3), most), 60))
        confirmed += burst.confirmed
        if not burst.confirmed or not burst.refusals:
            faults.append("it was not killed in the middle of the work")
        faults += [refusal for refusal in burst.refusals if not refusal.startswith("connection")]
        faults += look(installation, sessions, burst.confirmed)
    stands = set(installation.numbers("SELECT id FROM registration"))
    faults += [f"application {number} was confirmed and is gone" for _, _, number in confirmed if number not in stands]
    return len(confirmed), faults


def applications(installation, sessions):
    """Everybody for every open event that has begun to fill, each once, evenly over events and people. The empty ones are left to the race."""
    events = installation.numbers(f"""
        SELECT id FROM event e WHERE state = 'announced' AND deadline > '{datetime.date.today()}'
            AND form IN (SELECT id FROM event_form WHERE applying = 'open')
            AND EXISTS (SELECT 1 FROM registration r WHERE r.event = e.id) ORDER BY id
        """)
    people = [Applicant(*pair) for pair in sessions.items()]
    done = {(row[0], row[1]) for row in installation.sql("SELECT person, event FROM registration")}
    turns = ((people[(index + turn) % len(people)], event) for turn in range(len(people)) for index, event in enumerate(events))
    return (pair for pair in turns if (str(pair[0].person), str(pair[1])) not in done)


async def cut(burst, server, seconds, most):
    """Kills the program while every client has something under way: after that time, on a slow machine not before something was confirmed, on a quick
    one before so many are confirmed that there is nothing left to do."""
    work = asyncio.create_task(burst.run(60))
    end = asyncio.get_running_loop().time() + seconds
    while not work.done() and len(burst.confirmed) < most and (not burst.confirmed or asyncio.get_running_loop().time() < end):
        await asyncio.sleep(0.005)
    server.kill()
    await work


def look(installation, sessions, confirmed):
    """After a new start: the pages show what they confirmed, the records are whole."""
    faults = []
    with Server(installation) as server:
        for person, event, number in confirmed[-25:]:
            status, _ = server.get(f"/sr/registrations/{number}", {"Cookie": f"session={sessions[person]}; browser=x"})
            if status != 200:
                faults.append(f"the page of application {number} of event {event}: {status}")
        halves = installation.halves()
        if halves:
            faults.append(f"applications by half: {halves[:5]}")
    return faults
