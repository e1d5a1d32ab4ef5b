"""Questionnaires: what it costs to save an answer, and to look at what ten thousand said."""

import asyncio
import collections
import datetime
import json
import random
import statistics
import time
import uuid

import load
import table
from applicant import Line, Refused, filled
from papers import Browser

SAVED_LIMIT = 10        # times /health
SUMMARY_LIMIT = 50      # milliseconds
COUNT = 10_000
PEOPLE = 1_500
WORDS = ["Примери из учионице.", "Рад у паровима.", "Више времена за вежбе.", "Све је било јасно.", "Разговор на крају."]


def survey(installation, director, sample):
    """Begins an asking by a public address. Gives its number."""
    page = director.sends("/sr/staff/questionnaires", f"/sr/staff/questionnaires/samples/{sample}")
    until = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
    return int(director.sends(page, f"{page}/ask", until=until).rsplit("/", 1)[1])


def saved(installation, server, director, sample, count=PEOPLE):
    """So many people, each with a link of their own, send the first page. Gives the cost of one, and what went wrong."""
    path = f"/sr/surveys/{survey(installation, director, sample)}"
    forms = asyncio.run(opened(server.port, path, count))
    asyncio.run(sent(server.port, forms[:100]))
    return load.posts(server, forms[100:], lambda forms: sent(server.port, forms))


async def opened(port, path, count, clients=16):
    """The filled first page of each: path, cookies, body."""
    forms = []

    async def client(numbers):
        line = Line(port)
        for number in numbers:
            cookies = f"browser={number:032x}; language=sr"
            _, _, page = await line.ask("GET", path, cookies)
            status, headers, _ = await line.ask("POST", path, cookies, filled(page.decode(), path))
            if status != 303:
                raise Refused(f"{path}: {status}")
            part = headers["location"].split("?")[0]
            _, _, page = await line.ask("GET", part, cookies)
            forms.append((part, cookies, filled(page.decode(), part)))
        line.close()

    await asyncio.gather(*(client(range(first, count, clients)) for first in range(clients)))
    return forms


async def sent(port, forms, clients=32):
    """The seconds that each took, and what was refused."""
    waiting, times, refusals = iter(forms), [], []

    async def client():
        line = Line(port)
        for path, cookies, body in waiting:
            begun = time.monotonic()
            status, headers, page = await line.ask("POST", path, cookies, body)
            times.append(time.monotonic() - begun)
            if status != 303:
                refusals.append(f"{path}: {status} {page.decode()[-500:]}")
        line.close()

    await asyncio.gather(*(client() for _ in range(clients)))
    return times, refusals


def summary(installation, director, turns=20):
    """What ten thousand said, as a page: all together, and by who answered."""
    number = survey(installation, director, "evaluation")
    fill(installation, number)
    facts = []
    for name, path in (("together", ""), ("by job", "?by=job")):
        times = []
        for _ in range(turns):
            begun = time.monotonic()
            page = director.opens(f"/sr/staff/surveys/{number}/summary{path}")
            times.append(1e3 * (time.monotonic() - begun))
        middle = statistics.median(times)
        facts.append(table.fact(
            f"summary of {COUNT:,} answers, {name}", f"{middle:.1f} ms, at most {max(times):.1f} ms; {len(page) / 1024:.0f} KB", SUMMARY_LIMIT, middle, " ms"))
    return facts


def fill(installation, number):
    """Ten thousand answers, as if they had been moved."""
    written = installation.sql(f"SELECT v.content FROM survey s JOIN questionnaire_version v ON v.id = s.version WHERE s.id = {number}")[0][0]
    questions = [question for section in json.loads(written)["sections"] if not section.get("forEach") for question in section["questions"]]
    about = [question["code"] for question in questions if question.get("aboutReader")]
    dice, answers, words, tally = random.Random(10), [], [], collections.Counter()
    day = datetime.date.today().isoformat()
    for _ in range(COUNT):
        given = {}
        for question in questions:
            code, kind = question["code"], question["kind"]
            if kind == "scale":
                given[code] = [str(dice.randint(question["scale"]["lowest"], question["scale"]["highest"]))]
            elif kind == "choice":
                given[code] = [dice.choice(question["choices"])["code"]]
            elif dice.random() < 0.3:
                words.append(f"('{uuid.UUID(int=dice.getrandbits(128)).hex}', {number}, '{code}', 0, '{dice.choice(WORDS)}')")
        answers.append(f"('{uuid.UUID(int=dice.getrandbits(128)).hex}', {number}, '{day}', '{json.dumps(given)}')")
        for code, values in given.items():
            for value in (values[0], ""):
                tally.update([("", "", code, value), *((group, given[group][0], code, value) for group in about)])
    insert(installation, "survey_answer (id, survey, day, given)", answers)
    insert(installation, "survey_words (id, survey, question, turn, words)", words)
    insert(installation, "survey_tally (survey, by_question, by_value, question, turn, value, answers)", [
        f"({number}, '{group}', '{chosen}', '{code}', 0, '{value}', {count})" for (group, chosen, code, value), count in tally.items()])
    installation.sql(f"UPDATE survey SET moved = {COUNT}, ended = {int(time.time())} WHERE id = {number}")
    installation.analyze()


def insert(installation, into, rows):
    for first in range(0, len(rows), 500):
        installation.sql(f"INSERT INTO {into} VALUES {', '.join(rows[first:first + 500])}")
