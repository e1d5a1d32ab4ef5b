"""Measures the release build on both engines and prints one table. `bin/bench` builds and runs it.

The load and the program share this machine: compare the columns of processor time with /health of the same run, not rates between runs.
The exit code is 1 when a rule broke: a seat oversold, a confirmed application lost, a page that failed. A missed expectation is only marked.
"""

import argparse
import asyncio
import itertools
import json
import os
import pathlib
import statistics
import sys
import time
import urllib.parse

import answers
import desk
import dossiers
import informer
import interfaces
import invoices
import juries
import ledger
import library
import load
import lists
import newsletter
import needs
import papers
import practices
import reports
import standings
import statements
import table
import tables
import uses
from applicant import Line, Refused
from crash import applications, crash
from installation import Installation, Server
from postgres import Postgres, Statements
from race import race
from weights import weigh

ROOT = pathlib.Path(__file__).resolve().parents[1]
WORD = urllib.parse.quote("учиониц")

# Name, address, whether every request has an address of its own, and how many times /health it may cost on SQLite.
PAGES = [
    ("/health", "/health", False, None),
    ("home, cached", "/sr", False, 2),
    ("event page, cached", "/sr/events/1", False, 2),
    ("event page, anew", "/sr/events/1", True, 10),
    ("list of events, anew", "/sr/events", True, 20),
    ("month of events, anew", "/sr/events?view=month", True, None),
    ("search in events", f"/sr/events?q={WORD}", True, None),
    ("search in programmes", f"/sr/programmes?q={WORD}", True, 15),
    ("offer of a month, anew", "/sr/offer/latest", True, None),
    *interfaces.PAGES,
]
APPLICATION = "application, form and answer"
APPLICATION_LIMIT = 20
IDLE_LIMIT = 80         # megabytes
START_LIMIT = 1         # second
VISIT_LIMIT = 200       # kilobytes
RACERS = 200


def main():
    options = argparse.ArgumentParser(prog="bin/bench", description=__doc__.splitlines()[0])
    options.add_argument("--json", action="store_true", help="print the report as JSON instead of the table")
    options.add_argument("--engine", choices=["sqlite", "postgresql"], help="only this one")
    options.add_argument("--only", action="append", choices=["certificates", "questionnaires", "lists", "needs", "practices", "library", "desk", "juries", "ledger", "reports", "tables", "statements", "invoices", "newsletter", "informer"], help="this part, and /health to compare with; may be said several times")
    options.add_argument("--seconds", type=int, default=3, help="of load for each page (3)")
    options.add_argument("--program", default=str(ROOT / ".build/release/zbornica"))
    options = options.parse_args()
    report = {"begun": int(time.time()), "cores": os.cpu_count(), "load": os.getloadavg()[0], "engines": [], "facts": [], "faults": []}
    if options.engine != "postgresql":
        measure(options, report)
    if options.engine != "sqlite":
        with Postgres() as postgres:
            measure(options, report, postgres)
    took = time.time() - report["begun"]
    report["facts"].append(table.fact("machine", f"{report['cores']} cores, load {report['load']:.1f} before; {took:.0f} s"))
    print(json.dumps(report, ensure_ascii=False, indent=1) if options.json else table.written(report))
    for fault in report["faults"]:
        print("WRONG:", fault, file=sys.stderr)
    return 1 if report["faults"] else 0


def measure(options, report, postgres=None):
    """One engine, from an empty folder to the last kill."""
    engine = "postgresql" if postgres else "sqlite"
    part = {"engine": engine, "rows": [], "facts": []}
    report["engines"].append(part)
    relatives = [postgres.pid] if postgres else []

    def wants(name):
        return not options.only or name in options.only

    say(engine, "filling three years of twelve centres, five thousand programmes")
    with Installation(options.program, postgres and postgres.database("bench")) as installation:
        installation.catalogue()
        sessions = installation.settle(RACERS)
        with Server(installation, relatives) as server:
            first_night(server, installation)
        if options.only:
            with Server(installation, relatives) as server:
                faults = pages(part, server, options.seconds, PAGES[:1])
                if "questionnaires" in options.only:
                    faults += answering(part, installation, server)
        else:
            faults = everyday(options, report, part, installation, sessions, postgres, relatives)
        if wants("certificates"):
            faults += certifying(part, installation, relatives, options.seconds)
        if wants("lists"):
            faults += listing(part, installation)
        if not options.only:
            faults += bringing(part, installation)
            faults += reckoning(part, installation)
        if wants("needs"):
            faults += needing(part, installation, sessions)
        if wants("practices"):
            faults += practising(part, installation, relatives, options.seconds)
        if wants("library"):
            faults += lending(part, installation, relatives, options.seconds)
        if wants("desk"):
            faults += serving(part, installation)
        if wants("juries"):
            faults += judging(part, installation)
        for name, what, measure in (
            ("invoices", f"{invoices.PAYERS} invoices", invoices.measure),
            ("informer", f"an informer of {informer.PAGES} pages", informer.measure),
            ("statements", f"a statement of {statements.LINES} lines, {statements.CLAIMS} claims", statements.measure),
            ("ledger", f"{ledger.ENTRIES} entries in the ledger of a year", ledger.measure),
            ("newsletter", f"a newsletter of {newsletter.READERS} readers", newsletter.measure),
            ("reports", f"a report of {reports.PARTICIPATIONS} participations", reports.measure),
            ("tables", f"own tables of {tables.LINES} lines", tables.measure),
        ):
            if wants(name):
                faults += measuring(part, installation, what, measure)
    for row in part["rows"]:
        row["multiple"] = row["cpu"] / part["rows"][0]["cpu"]
        row["whole"] = (row["cpu"] + row["database_cpu"]) / part["rows"][0]["cpu"]
    report["faults"] += [f"{engine}: {fault}" for fault in faults]


def everyday(options, report, part, installation, sessions, postgres, relatives):
    """What people do every day, and what must never happen."""
    starts = []
    for _ in range(2):
        with Server(installation) as server:
            starts.append(server.seconds)
    with Server(installation, relatives) as server:
        beginning(part, server, [*starts, server.seconds])
        faults = pages(part, server, options.seconds)
        queries = count(part, postgres, installation, server, sessions) if postgres else None
        faults += applying(part, installation, server, sessions, queries)
        faults += answering(part, installation, server)
        part["facts"].append(table.fact("memory at most, page cache filled", f"{server.memory[1]:.0f} MB", value=server.memory[1]))
        if not report["facts"]:
            report["facts"] += first_visit(server)
    faults += racing(part, installation, relatives)
    return faults + killing(part, installation, sessions)


def first_night(server, installation, seconds=300):
    """A new installation makes its nightly copy and its nightly sums (use, portfolios, shares) at its first start, two gigabytes and more than a minute for
    three years of twelve centres. None of it shall work beside what is measured: waits until the copy is there and three seconds cost nearly nothing."""
    end = time.monotonic() + seconds
    quiet, copied = 0, lambda: installation.engine != "sqlite" or installation.has_backup
    while time.monotonic() < end:
        before = sum(server.cpu)
        time.sleep(1)
        quiet = quiet + 1 if sum(server.cpu) - before < 0.15 and copied() else 0
        if quiet == 3:
            return
    raise RuntimeError(f"the nightly work of the first start was not over after {seconds} s")


def beginning(part, server, starts):
    """How long a start takes, and the memory before the first visitor and with sixty-four."""
    time.sleep(1)
    idle = server.memory[0]
    start = statistics.median(starts)
    busy = load.memory(server, "/sr")
    part["facts"] += [
        table.fact("memory, idle", f"{idle:.0f} MB", IDLE_LIMIT, idle, " MB"),
        table.fact("memory, 64 connected", f"{busy:.0f} MB", value=busy),
        table.fact("start to first answer", f"{start:.2f} s", START_LIMIT, start, " s"),
    ]


def pages(part, server, seconds, chosen=PAGES):
    faults = []
    for name, path, anew, limit in chosen:
        say(part["engine"], name)
        status, _ = server.get(path)
        if status != 200:
            faults.append(f"{name}: {path} answers {status}")
            continue
        load.pages(server, path, anew, seconds=1)
        cost = load.pages(server, path, anew, seconds=seconds)
        if cost.errors:
            faults.append(f"{name}: {cost.errors} of the requests failed")
        add(part, name, cost, limit, path=path, anew=anew)
    return faults


def add(part, name, cost, limit=None, **more):
    part["rows"].append({"name": name, **more, **vars(cost), "limit": limit if part["engine"] == "sqlite" else None})


def count(part, postgres, installation, server, sessions):
    """Queries of each page, and of a whole application, which it gives: the least of a few, because workers ask beside them."""
    say(part["engine"], "counting queries")
    with Statements(postgres) as statements:
        time.sleep(0.5)
        for row in part["rows"]:
            mark = ("&" if "?" in row["path"] else "?") + "x="
            addresses = [row["path"] + (f"{mark}{turn}" if row["anew"] else "") for turn in range(4)]
            row["queries"] = min(statements.of(lambda: server.get(address)) for address in addresses)
        pairs = list(itertools.islice(applications(installation, sessions), 4))
        return min(statements.of(lambda: asyncio.run(apply(server, *pair))) for pair in pairs)


async def apply(server, applicant, event):
    line = Line(server.port)
    await applicant.applies(line, event)
    line.close()


def applying(part, installation, server, sessions, queries):
    say(part["engine"], "applications")
    pairs = applications(installation, sessions)
    load.applications(server, itertools.islice(pairs, 64), seconds=1)
    cost, burst = load.applications(server, pairs)
    add(part, APPLICATION, cost, APPLICATION_LIMIT, queries=queries)
    sent, left = load.letters(server, installation)
    add(part, "letter, into a folder", sent)
    stands = set(installation.numbers("SELECT id FROM registration"))
    lost = [number for _, _, number in burst.confirmed if number not in stands]
    if left:
        say(part["engine"], f"{left} letters are still on their way")
    return burst.refusals[:3] + ([f"confirmed and lost: {lost[:5]}"] if lost else [])


def answering(part, installation, server):
    say(part["engine"], "questionnaires")
    try:
        director = answers.Browser(server.port, installation.director(installation.numbers("SELECT min(id) FROM centre")[0]))
        refused = []
        for name, sample in (("answers of a page, saved", "evaluation"), ("answers, sent at last", "shortEvaluation")):
            cost, refusals = answers.saved(installation, server, director, sample)
            add(part, name, cost, answers.SAVED_LIMIT)
            refused += refusals[:2]
        part["facts"] += answers.summary(installation, director)
        return refused
    except (Refused, OSError) as trouble:
        return [f"questionnaires: {trouble}"]


def racing(part, installation, relatives):
    say(part["engine"], f"{RACERS} people for 30 seats")
    with Server(installation, relatives) as server:
        try:
            faults = race(installation, server, installation.settle(RACERS))
        except Refused as refusal:
            faults = [str(refusal)]
    part["facts"].append(table.fact(f"race, {RACERS} for 30 seats", "; ".join(faults) or "30 admitted, the others in the order of coming"))
    return faults


def killing(part, installation, sessions):
    say(part["engine"], "killing it in the middle of applications")
    confirmed, faults = crash(installation, sessions)
    part["facts"].append(table.fact("killed three times", "; ".join(faults[:3]) or f"{confirmed} applications confirmed, all there, none by half"))
    return faults


def certifying(part, installation, relatives, seconds):
    """Last, because those who were there did not come through the pages."""
    say(part["engine"], f"{papers.COUNT} certificates")
    try:
        with Server(installation, relatives) as server:
            director, sessions, batch, facts = papers.issue(installation, server)
            part["facts"] += facts
            code, fact = papers.open_one(installation, server, director, sessions, batch)
            part["facts"].append(fact)
            path = f"/sr/certificates/{code}"
            return pages(part, server, seconds, [("check of a certificate, cached", path, False, 2), ("check of a certificate, anew", path, True, 15)])
    except (Refused, OSError) as trouble:
        return [f"certificates: {trouble}"]


def listing(part, installation):
    say(part["engine"], f"an event of {lists.EVENT_COUNT}")
    try:
        with Server(installation) as server:
            part["facts"].append(lists.of_event(installation, server))
            return []
    except (Refused, OSError) as trouble:
        return [f"list of an event: {trouble}"]


def reckoning(part, installation):
    """Behind the list, whose people it counts."""
    say(part["engine"], "where everybody stands")
    facts, faults = standings.reckon(installation)
    part["facts"] += facts
    return faults


def needing(part, installation, sessions):
    """Behind the list too, whose people make the plans."""
    say(part["engine"], "what is needed")
    try:
        with Server(installation) as server:
            centre = installation.numbers("SELECT min(id) FROM centre")[0]
            cost, refused = needs.saved(installation, server, sessions)
            add(part, "step of a plan, saved", cost, needs.SAVED_LIMIT)
            part["facts"] += needs.demand(installation, needs.Browser(server.port, installation.director(centre)), centre)
            return refused[:2]
    except (Refused, OSError) as trouble:
        return [f"needs: {trouble}"]


def practising(part, installation, relatives, seconds):
    say(part["engine"], f"{practices.COUNT} notes of practice")
    practices.fill(installation, installation.numbers("SELECT min(id) FROM centre")[0])
    answers = uses.fill(installation)
    with Server(installation, relatives) as server:
        faults = pages(part, server, seconds, practices.PAGES)
        say(part["engine"], "what was used, and a dossier")
        part["facts"] += uses.page(installation, server, answers)
        facts, more = dossiers.pack(installation, server)
    part["facts"] += facts
    return faults + more


def lending(part, installation, relatives, seconds):
    say(part["engine"], f"{library.COUNT} titles of a library, {library.RECORDS} records of another")
    library.fill(installation, installation.numbers("SELECT min(id) FROM centre")[0])
    cost, megabytes, rows = library.read()
    name = f"{rows:,} records of a library are read"
    part["facts"] += [
        table.fact(name, f"{cost:.1f} s", library.SECONDS_LIMIT, cost, " s"),
        table.fact(f"{name}, memory", f"{megabytes:.0f} MB", library.MEGABYTES_LIMIT, megabytes, " MB"),
    ]
    with Server(installation, relatives) as server:
        return pages(part, server, seconds, library.PAGES)


def serving(part, installation):
    say(part["engine"], f"{desk.COUNT} loans at the desk")
    centre = installation.numbers("SELECT min(id) FROM centre")[0]
    with Server(installation) as server:
        try:
            part["facts"] += desk.lend(installation, papers.Browser(server.port, installation.director(centre)), centre)
            return []
        except (Refused, OSError) as trouble:
            return [f"desk: {trouble}"]


def judging(part, installation):
    say(part["engine"], f"{juries.PICTURES} photos in a gallery")
    with Server(installation) as server:
        try:
            part["facts"] += juries.measure(installation, server)
            return []
        except (Refused, OSError) as trouble:
            return [f"juries: {trouble}"]


def measuring(part, installation, what, measure):
    """A part with a server of its own, which says itself what it saw."""
    say(part["engine"], what)
    with Server(installation) as server:
        try:
            part["facts"] += measure(installation, server)
            return []
        except (Refused, OSError, AssertionError) as trouble:
            return [f"{what}: {trouble}"]


def bringing(part, installation):
    """Behind all else, for the list doubles the people."""
    say(part["engine"], f"a list of {lists.COUNT} people")
    facts, faults = lists.bring(installation)
    part["facts"] += facts
    return faults


def first_visit(server):
    weights = weigh(server.address, "/sr")
    plain, sent = (sum(weight[form] for weight in weights.values()) for form in ("plain", "sent"))
    parts = ", ".join(f"{kind} {weight['plain']:.0f}/{weight['sent']:.0f}" for kind, weight in weights.items() if weight["plain"])
    return [
        table.fact("first visit, as sent", f"{sent:.0f} KB", VISIT_LIMIT, sent, " KB"),
        {**table.fact("first visit, plain", f"{plain:.0f} KB: {parts} (plain/sent)", value=plain), "parts": weights},
    ]


def say(engine, what):
    print(f"{engine}: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
