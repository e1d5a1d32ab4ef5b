"""A list of sixty thousand people, matched with the sixty thousand who are known, as one act; and a table of ten thousand who come to one event."""

import os
import statistics
import subprocess
import time

import table
from installation import environment
from papers import Browser

COUNT = 60_000
SECONDS_LIMIT = 60
MEMORY_LIMIT = 300  # megabytes
EVENT_COUNT = 10_000
EVENT_LIMIT = 0.3   # seconds
GIVEN = ["Ана", "Милан", "Вера", "Нада", "Јован", "Мира", "Петар", "Зорица", "Бранко", "Жељка"]
FAMILY = ["Ђурић", "Живанић", "Ћирић", "Шумић", "Његић", "Љубић", "Џинић", "Росић", "Бабић", "Травић"]


def bring(installation):
    """The facts of the import, and what was wrong with it."""
    path = os.path.join(installation.data, "people.csv")
    with open(path, "w") as lines:
        print("Име и презиме;Електронска адреса;Телефон", file=lines)
        for number in range(COUNT):
            given, family = GIVEN[number % 10], FAMILY[number // 10 % 10]
            print(f"{given} {family}-{FAMILY[number // 100 % 10]};spisak{number}@skola.example;064 {number:07}", file=lines)
    facts, faults = [], []
    for name, expected in ((f"import of {COUNT:,} people", f"added {COUNT},"), ("the same list once more", f"unchanged {COUNT},")):
        begun = time.monotonic()
        command = [installation.program, "import", "people", path, *installation.place]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()) as process:
            last = [line for line in process.stdout][-1:]
            _, _, used = os.wait4(process.pid, 0)
            process.returncode = 0
        seconds, memory = time.monotonic() - begun, used.ru_maxrss / 1024
        facts.append(table.fact(name, f"{seconds:.1f} s", SECONDS_LIMIT, seconds, " s"))
        facts.append(table.fact(f"{name}, memory at most", f"{memory:.0f} MB", MEMORY_LIMIT, memory, " MB"))
        if not last or expected not in last[0]:
            faults.append(f"{name}: {last}")
    return facts, faults


def of_event(installation, server, turns=5):
    """Everybody of a very large event as a workbook."""
    event, centre, _ = installation.gathering(EVENT_COUNT)
    director = Browser(server.port, installation.director(centre))
    times, before = [], server.cpu[0]
    for _ in range(turns):
        begun = time.monotonic()
        size = len(director.opens(f"/sr/staff/events/{event}/list.xlsx"))
        times.append(time.monotonic() - begun)
    cost, middle = (server.cpu[0] - before) / turns, statistics.median(times)
    return table.fact(f"table of {EVENT_COUNT:,} who come", f"{middle:.2f} s, processor {cost:.2f} s; {size / 1_048_576:.1f} MB", EVENT_LIMIT, middle, " s")
