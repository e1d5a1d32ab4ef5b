"""The worker as the program starts it, and a small town that is drawn from a seed."""

import json
import os
import pathlib
import random
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "Resources" / "planner"


class Line:
    """The worker beside the test: isolated, its parts given in the first line. It ends with its input."""

    def __init__(self, hashes="0"):
        parts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.py"))}
        # -I would not let the seed of hashes in; -E is what it adds.
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-P", "-c", parts.pop("worker")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PATH": os.environ["PATH"], "PYTHONHASHSEED": hashes},
        )
        self.say({"parts": parts})
        assert json.loads(self.process.stdout.readline()) == {"ready": True}

    def say(self, job):
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()

    def read(self):
        """The next line as it came."""
        return self.process.stdout.readline()

    def answer(self):
        """All lines up to the answer: (progress, answer), read."""
        progress = []
        while True:
            line = json.loads(self.read())
            if "step" not in line:
                return progress, line
            progress.append(line)

    def ask(self, job):
        self.say(job)
        return self.answer()[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(timeout=10)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            self.process.stdout.close()


DAY = 20_700  # a Friday: 4 September 2026


def town(seed, people=9, schools=3, programmes=3, groups=2):
    """Three schools, three programmes, two places, four starts. Groups of two to four."""
    dice = random.Random(seed)
    teaching = [DAY, DAY + 3, DAY + 4]
    return {
        "work": "plan",
        "seed": seed,
        "goal": 0.0,
        "effort": "normal",
        "unit": 100_000,
        "weights": {},
        "centre": 1,
        "travel": {"detour": 1.3, "speed": 50, "per_km": 2_000, "co2": 150},
        "calendars": [{"id": 1, "teaching": teaching, "mornings": {"1": [DAY, DAY + 3], "2": [DAY + 4]}}],
        "schools": [
            {
                "id": s,
                "at": [43.0 + 0.1 * dice.random(), 21.9 + 0.1 * dice.random()],
                "calendar": 1,
                "teachers": 6,
                "shifts": {"1": 3, "2": 3},
                "small": s == 2,
                "served": s == 1,
                "share": 1,
            }
            for s in range(1, schools + 1)
        ],
        "persons": [
            {
                "id": i,
                "school": 1 + i % schools,
                "shift": dice.choice((1, 2)),
                "leave": dice.choice((0, 1, 2)),
                "most": dice.choice((1, 2)),
                "km": dice.choice((10, 50)),
                "purse": dice.choice((1, 2, None)),
                "kinds": dice.choice((None, ["weekend"], None)),
                "wishes": [
                    {"topic": topic, "worth": dice.choice((1, 2, 3)), "due": dice.random() < 0.3, "priority": dice.random() < 0.3}
                    for topic in sorted(dice.sample((1, 2), dice.choice((1, 2))))
                ],
            }
            for i in range(1, people + 1)
        ],
        "places": [{"id": 1, "at": [43.0, 21.95]}, {"id": 2, "at": [43.08, 21.92]}],
        "rooms": [{"id": 1, "place": 1, "seats": 4, "fee": 300_000}, {"id": 2, "place": 2, "seats": 3, "fee": 0}],
        "trainers": [{"id": 1, "at": [43.0, 21.95], "fee": 500_000}, {"id": 2, "at": [43.08, 21.92], "fee": 400_000}],
        "programmes": [
            {
                "id": p,
                "topic": 1 + p % 2,
                "days": 1 + (p == 2),
                "min": 2,
                "max": dice.choice((3, 4)),
                "most": 2,
                "need": 1,
                "trainers": sorted(dice.sample((1, 2), dice.choice((1, 2)))),
                "fee": dice.choice((0, 100_000)),
                "use": 50,
                "priority": p == 1,
                "purse": 2 if p == 3 else None,
            }
            for p in range(1, programmes + 1)
        ],
        "starts": [
            {"id": 1, "kind": "working", "part": "morning", "days": [DAY, DAY + 3]},
            {"id": 2, "kind": "weekend", "days": [DAY + 1, DAY + 2]},
            {"id": 3, "kind": "working", "part": "afternoon", "days": [DAY + 3, DAY + 4]},
            {"id": 4, "kind": "weekend", "days": [DAY + 2]},
        ],
        "purses": [{"id": 1, "amount": 200_000}, {"id": 2, "amount": 800_000}],
        "rules": [
            {"id": "groups", "kind": "groups", "most": groups},
            {"id": "day", "kind": "day", "most": 1},
            {"id": "cover", "kind": "cover", "of": "school", "percent": 34, "least": 1},
            {"id": "shift", "kind": "cover", "of": "shift", "count": 1},
            {"id": "holiday", "kind": "holiday", "days": [DAY + 5]},
        ],
        "pins": [],
        "forbidden": [],
        "old": [],
    }


def mixed(seed):
    """A town in which rules, weights, pins and an old plan are as it happens."""
    dice = random.Random(seed)
    job = town(seed, dice.choice((9, 20, 30)), dice.choice((2, 3, 4)), dice.choice((3, 4, 5)), dice.choice((2, 3, 4)))
    usual = {"wish": 10, "priority": 10, "due": 40, "use": 20, "small": 5, "fair": 5, "new": 100, "stay": 30, "fee": 1, "room": 1, "trainer": 1, "km": 1}
    job["weights"] = {name: dice.choice((0, points, points, 3 * points)) for name, points in usual.items()}
    often = lambda: dice.random() < 0.35
    if often():
        for programme in job["programmes"]:
            programme["need"] = len(programme["trainers"])
    if often():
        job["programmes"][0].pop("most")
    if often():
        job["old"] = [
            {"programme": 1, "place": 1, "start": 2, "room": 1, "trainers": [1]},
            {"programme": 2, "place": 2, "start": 3, "room": 2, "trainers": [2]},
        ]
    if often():
        job["forbidden"] = [{"id": 1, "trainer": 1, "day": DAY + 2}, {"id": 2, "programme": 1, "room": 2}]
    if often():
        job["pins"] = [{"id": 1, "programme": dice.choice((1, 2, 3)), "start": dice.choice((1, 2, 3, None))}]
    if often():
        for programme in job["programmes"]:
            programme["from"] = DAY + 1
    if often():
        job["rules"] += [{"id": "ill", "kind": "absence", "trainer": 1, "days": [DAY + 1]}, {"id": "shut", "kind": "closure", "place": 2, "days": [DAY + 2]}]
    if often():
        for place, person in enumerate(job["persons"]):
            person["subject"] = place % 3
        job["rules"].append({"id": "subject", "kind": "cover", "of": "subject", "percent": 50, "least": 1})
    return job
