"""A centre's year for the planner: real schools, invented persons, all drawn from a seed. Run by itself it measures one process.

    Benchmarks/planner.py FOLDER [--seed N] [--schools N] [--teachers N] [--programmes N] [--effort quick|normal|long] [--goal 0.05] [--write FILE]

FOLDER holds schools-rs.csv and municipalities-rs.csv; without it the variable ZBORNICA_DATA names it.
"""

import argparse
import csv
import json
import os
import pathlib
import random
import subprocess
import sys
import threading
import time

FIRST = 20_697  # 1 September 2026, a Tuesday, as days since 1 January 1970
LAST = FIRST + 288
MONDAY = 20_696  # 31 August 2026
BREAKS = [(20_766, 20_770), (20_818, 20_836), (20_901, 20_905), (20_948, 20_953)]
HOLIDAYS = [20_768, 20_818, 20_819, 20_824, 20_864, 20_865, 20_939, 20_940, 20_948]


def weekday(day):
    """0 is Monday."""
    return (day - MONDAY) % 7


def year(folder, seed=1, schools=100, teachers=3_000, programmes=150, rooms=60, trainers=90, starts=210, topics=40, groups=90, centre="Лесковац"):
    """The input of the planner for one year. Schools are the nearest to the centre; the file knows where municipalities are, so each school is moved by up to 6
    km.
    """
    dice = random.Random(seed)
    folder = pathlib.Path(folder)
    with open(folder / "municipalities-rs.csv", encoding="utf-8") as file:
        towns = {row["municipality_id"]: [float(row["latitude"]), float(row["longitude"])] for row in csv.DictReader(file) if row["latitude"]}
        file.seek(0)
        names = {row["municipality"]: row["municipality_id"] for row in csv.DictReader(file)}
    with open(folder / "schools-rs.csv", encoding="utf-8") as file:
        found = [row for row in csv.DictReader(file) if row["municipality_id"] in towns]
    home = towns[names[centre]]
    far = lambda place: (place[0] - home[0]) ** 2 + ((place[1] - home[1]) * 0.73) ** 2
    found.sort(key=lambda row: (far(towns[row["municipality_id"]]), int(row["school_id"])))
    found = found[:schools]
    near = sorted({row["municipality_id"] for row in found}, key=lambda town: (far(towns[town]), int(town)))

    shares = [dice.uniform(0.4, 1.6) for _ in found]
    counts = [max(4, round(teachers * share / sum(shares))) for share in shares]
    counts[0] += teachers - sum(counts)
    school_rows = []
    for row, count in zip(found, counts):
        at = towns[row["municipality_id"]]
        shifts = {"1": (count + 1) // 2, "2": count // 2}
        school_rows.append(
            {
                "id": int(row["school_id"]),
                "at": [round(at[0] + dice.uniform(-0.05, 0.05), 4), round(at[1] + dice.uniform(-0.07, 0.07), 4)],
                "calendar": 1,
                "teachers": count,
                "shifts": shifts,
                "small": count < 18,
                "served": dice.random() < 0.7,
            }
        )

    popular = [1 / (1 + 0.08 * topic) for topic in range(topics)]
    persons, purses = [], [{"id": int(town), "amount": 0} for town in near]
    for school, row, count in zip(school_rows, found, counts):
        for place in range(count):
            wished = []
            for _ in range(dice.choice((1, 2, 2, 3, 3, 4))):
                topic = 1 + dice.choices(range(topics), popular)[0]
                if topic not in wished:
                    wished.append(topic)
            due = dice.random() < 0.25
            persons.append(
                {
                    "id": len(persons) + 1,
                    "school": school["id"],
                    "shift": 1 + place % 2,
                    "subject": 1 + place % 12,
                    "leave": 3,
                    "most": dice.choice((1, 2, 2, 3)),
                    "km": dice.choice((30, 50, 80)),
                    "purse": int(row["municipality_id"]),
                    "kinds": None if dice.random() < 0.6 else sorted(dice.sample(("break", "weekend", "working"), 2)),
                    "wishes": [
                        {"topic": topic, "worth": dice.choice((1, 2, 3)), "due": due and not order, "priority": dice.random() < 0.2}
                        for order, topic in enumerate(wished)
                    ],
                }
            )
    for purse in purses:
        purse["amount"] = 100 * 2_500 * sum(person["purse"] == purse["id"] for person in persons)

    places = [{"id": int(town), "at": towns[town]} for town in near[:16]]
    room_rows = [
        {
            "id": number + 1,
            "place": places[number % len(places)]["id"],
            "seats": dice.choice((20, 25, 30, 30, 40)),
            "fee": dice.choice((0, 0, 200_000, 400_000)),
        }
        for number in range(rooms)
    ]
    trainer_rows = [{"id": number + 1, "at": dice.choice(places)["at"], "fee": dice.choice((800_000, 1_000_000, 1_200_000))} for number in range(trainers)]
    offered = []
    for number in range(programmes):
        least = dice.choice((15, 20))
        offered.append(
            {
                "id": number + 1,
                "topic": 1 + number % topics,
                "days": dice.choice((1, 1, 1, 2, 2, 3)),
                "min": least,
                "max": dice.choice((25, 30)),
                "most": 4,
                "need": 2,
                "trainers": sorted(dice.sample(range(1, trainers + 1), dice.choice((3, 4, 5)))),
                "fee": dice.choice((0, 150_000, 250_000, 400_000)),
                "use": dice.randrange(30, 100),
                "priority": dice.random() < 0.3,
            }
        )

    broken = lambda day: any(first <= day <= last for first, last in BREAKS)
    teaching = [day for day in range(FIRST, LAST) if weekday(day) < 5 and not broken(day) and day not in HOLIDAYS]
    mornings = {"1": [day for day in teaching if (day - MONDAY) // 7 % 2 == 0], "2": [day for day in teaching if (day - MONDAY) // 7 % 2 == 1]}
    start_rows = [{"kind": "weekend", "days": [day, day + 1]} for day in range(FIRST, LAST) if weekday(day) == 5]
    start_rows += [{"kind": "weekend", "days": [day]} for day in range(FIRST, LAST) if weekday(day) == 6]
    start_rows += [
        {"kind": "break", "days": [d for d in range(day, day + 3) if d not in HOLIDAYS and broken(d)]}
        for day in range(FIRST, LAST)
        if broken(day) and weekday(day) < 5 and day not in HOLIDAYS
    ]
    free = starts - len(start_rows)
    for day in sorted(dice.sample(teaching[:-3], free)):
        place = teaching.index(day)
        start_rows.append({"kind": "working", "days": teaching[place : place + 3], "part": dice.choice(("day", "morning", "afternoon"))})
    for number, start in enumerate(start_rows):
        start["id"] = number + 1
    rules = [
        {"id": "groups", "kind": "groups", "most": groups},
        {"id": "day", "kind": "day", "most": 3},
        {"id": "holiday", "kind": "holiday", "days": HOLIDAYS},
        {"id": "cover-school", "kind": "cover", "of": "school", "percent": 15, "least": 1},
        {"id": "cover-shift", "kind": "cover", "of": "shift", "percent": 20, "least": 1},
    ]
    for trainer in trainer_rows:
        for number in range(2):
            first = dice.randrange(FIRST, LAST - 20)
            rules.append(
                {
                    "id": "absence-%d-%d" % (trainer["id"], number),
                    "kind": "absence",
                    "trainer": trainer["id"],
                    "days": list(range(first, first + dice.randrange(5, 20))),
                }
            )
    for room in room_rows:
        first = dice.randrange(FIRST, LAST - 15)
        rules.append({"id": "closure-%d" % room["id"], "kind": "closure", "room": room["id"], "days": list(range(first, first + dice.randrange(3, 15)))})
    return {
        "work": "plan",
        "seed": seed,
        "goal": 0.05,
        "effort": "normal",
        "unit": 100_000,
        "travel": {"detour": 1.3, "speed": 50, "per_km": 2_000, "co2": 150},
        "centre": int(names[centre]),
        "calendars": [{"id": 1, "teaching": teaching, "mornings": mornings}],
        "schools": school_rows,
        "persons": persons,
        "places": places,
        "rooms": room_rows,
        "trainers": trainer_rows,
        "programmes": offered,
        "starts": start_rows,
        "purses": purses,
        "rules": rules,
        "pins": [],
        "forbidden": [],
        "old": [],
    }


def start(python=sys.executable):
    """The worker as the program starts it: isolated, its parts given in the first line."""
    folder = pathlib.Path(__file__).parent.parent / "Resources/planner"
    parts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
    process = subprocess.Popen([python, "-I", "-c", parts.pop("worker")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdin.write(json.dumps({"parts": parts}) + "\n")
    process.stdin.flush()
    process.stdout.readline()
    return process


def processor(process):
    """Seconds of processor that a process has used so far."""
    with open("/proc/%d/stat" % process.pid) as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(job):
    """Runs one process. Seconds and seconds of processor to the first plan and in all, megabytes, progress with its seconds, and the answer. Of a machine that
    others use, too, the seconds of processor are what can be compared.
    """
    begun, progress, found = time.monotonic(), [], {}
    process = start()
    writer = threading.Thread(target=lambda: (process.stdin.write(json.dumps(job) + "\n"), process.stdin.flush()))
    writer.start()
    for text in process.stdout:
        line, now = json.loads(text), time.monotonic() - begun
        if "step" not in line:
            break
        progress.append((round(now, 1), line))
        if not found and line["groups"]:
            found = {"first": round(now, 1), "first_processor": round(processor(process), 1)}
    found.update(seconds=round(now, 1), processor=round(processor(process), 1))
    with open("/proc/%d/status" % process.pid) as file:
        found["megabytes"] = round(next(int(row.split()[1]) / 1_000 for row in file if row.startswith("VmHWM")))
    writer.join()
    process.stdin.close()
    process.wait(timeout=30)
    return found, progress, line


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", default=os.environ.get("ZBORNICA_DATA"))
    for name, value in (("seed", 1), ("schools", 100), ("teachers", 3_000), ("programmes", 150), ("groups", 90)):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--effort", default="normal")
    parser.add_argument("--goal", type=float, default=0.05)
    parser.add_argument("--write")
    asked = parser.parse_args()
    if not asked.folder:
        parser.error("which folder holds schools-rs.csv?")
    job = year(asked.folder, asked.seed, asked.schools, asked.teachers, asked.programmes, groups=asked.groups)
    job["effort"], job["goal"] = asked.effort, asked.goal
    if asked.write:
        pathlib.Path(asked.write).write_text(json.dumps(job))
    found, progress, answer = measure(job)
    for when, line in progress:
        print(
            "%6.1f s  %-10s value %s  bound %s  gap %s  groups %s" % (when, line["step"], line["value"], line["bound"], line["gap"], line["groups"]),
            file=sys.stderr,
        )
    if "plan" not in answer:
        print(json.dumps(answer)[:2000])
        sys.exit(1)
    plan = answer["plan"]
    print(
        json.dumps(
            {
                **found,
                "value": plan["value"],
                "bound": plan["bound"],
                "gap": plan["gap"],
                "groups": len(plan["groups"]),
                "seats": sum(len(group["persons"]) for group in plan["groups"]),
                "stopped": plan["stopped"],
            }
        )
    )


if __name__ == "__main__":
    main()
