"""What a page costs under load: wrk asks, the processor time is read from /proc before and after."""

import asyncio
import dataclasses
import itertools
import json
import pathlib
import subprocess
import threading
import time

from applicant import Burst

SCRIPT = pathlib.Path(__file__).with_name("load.lua")
# Each run of wrk gets numbers of its own, so that no address is asked for twice.
STARTS = itertools.count(1_000_000, 10_000_000)


@dataclasses.dataclass
class Cost:
    rate: float             # answers a second
    p50: float | None       # milliseconds
    p99: float | None
    cpu: float              # microseconds of the program for one answer
    database_cpu: float     # of the database server beside it
    errors: int


def pages(server, path, anew=False, clients=32, seconds=3):
    """A page asked for as fast as it comes; anew: every time under another address."""
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "-s", str(SCRIPT), server.address + path, "--"]
    before = server.cpu
    done = subprocess.run(command + ([str(next(STARTS))] if anew else []), capture_output=True, text=True, timeout=seconds + 20, check=True)
    after = server.cpu
    told = json.loads(done.stdout.strip().splitlines()[-1])
    count = max(told["requests"], 1)
    return Cost(told["requests"] / told["seconds"], told["p50"], told["p99"], *(1e6 * (b - a) / count for a, b in zip(before, after)), told["errors"])


def applications(server, pairs, clients=32, seconds=6):
    """Whole applications: the form opened, filled and sent. Gives the cost of one, and the refusals."""
    burst = Burst(server.port, pairs, clients)
    before = server.cpu
    asyncio.run(asyncio.wait_for(burst.run(seconds), seconds + 60))
    after = server.cpu
    count = max(len(burst.confirmed), 1)
    times = sorted(burst.latencies) or [0]
    cost = Cost(
        len(burst.confirmed) / burst.seconds, 1e3 * times[len(times) // 2], 1e3 * times[len(times) * 99 // 100],
        *(1e6 * (b - a) / count for a, b in zip(before, after)), len(burst.refusals))
    return cost, burst


def posts(server, forms, send):
    """Forms that were filled before, sent one after another. Gives the cost of one, and what was refused."""
    begun, before = time.monotonic(), server.cpu
    times, refusals = asyncio.run(asyncio.wait_for(send(forms), 60))
    took, after = time.monotonic() - begun, server.cpu
    times.sort()
    cost = Cost(
        len(times) / took, 1e3 * times[len(times) // 2], 1e3 * times[len(times) * 99 // 100], *(1e6 * (b - a) / len(times) for a, b in zip(before, after)),
        len(refusals))
    return cost, refusals


def letters(server, installation, seconds=8):
    """What a letter costs on its way out: those that the applications left in the queue, delivered into a folder."""
    waiting = "SELECT count(*) FROM letter WHERE state = 'queued'"
    begun, before, count = time.monotonic(), server.cpu, installation.numbers(waiting)[0]
    left = count
    while left and time.monotonic() - begun < seconds:
        time.sleep(0.1)
        left = installation.numbers(waiting)[0]
    after = server.cpu
    sent = max(count - left, 1)
    return Cost((count - left) / (time.monotonic() - begun), None, None, *(1e6 * (b - a) / sent for a, b in zip(before, after)), 0), left


def memory(server, path, clients=64, seconds=2):
    """Resident megabytes at most while so many are connected."""
    sizes = []
    work = threading.Thread(target=pages, args=(server, path, False, clients, seconds))
    work.start()
    while work.is_alive():
        sizes.append(server.memory[0])
        time.sleep(0.05)
    return max(sizes)
