"""The best plan of a small town, by trying every set of groups and every seat."""

import itertools

import recount


def best(job, most=2):
    """The greatest worth of a plan of at most so many groups."""
    town = recount.Town(job)
    town.weights = {**recount.WEIGHTS, **(job.get("weights") or {})}
    groups = []
    for programme in job["programmes"]:
        for room in job["rooms"]:
            for start in job["starts"]:
                for trainers in itertools.combinations(programme["trainers"], programme.get("need", 1)):
                    days = start["days"][: programme["days"]]
                    if len(days) == programme["days"]:
                        groups.append(
                            {
                                "programme": programme["id"],
                                "room": room["id"],
                                "place": room["place"],
                                "start": start["id"],
                                "trainers": list(trainers),
                                "days": days,
                                "pin": None,
                                "persons": [],
                            }
                        )
    bare = {**job, "programmes": [{**programme, "min": 0} for programme in job["programmes"]], "pins": []}
    greatest = 0.0
    for size in range(1, most + 1):
        for held in itertools.combinations(groups, size):
            if recount.broken(bare, held):
                continue
            found = seats(town, job, held)
            if found is not None:
                greatest = max(greatest, found - sum(town.cost(town.programmes[g["programme"]], g["place"], g["room"], g["trainers"]) for g in held))
    return greatest


def seats(town, job, held):
    """The best seats in these groups: persons one after another, keeping for each state of all that is shared the best so far."""
    covers = [rule for rule in job["rules"] if rule["kind"] == "cover"]
    w = town.weights
    spent = {}
    for group in held:
        programme = town.programmes[group["programme"]]
        if programme.get("purse") is not None:
            cost = town.rooms[group["room"]]["fee"] + sum(town.trainers[trainer]["fee"] for trainer in group["trainers"])
            spent["purse", programme["purse"]] = spent.get(("purse", programme["purse"]), 0) + programme["days"] * cost
    states = {tuple(sorted(spent.items(), key=str)): 0.0}

    def more(state, key, amount, most):
        counts = dict(state)
        counts[key] = counts.get(key, 0) + amount
        return None if counts[key] > most else tuple(sorted(counts.items(), key=str))

    for person in job["persons"]:
        options = [()]
        for size in range(1, min(person.get("most", 2), len(held)) + 1):
            options += itertools.combinations(range(len(held)), size)
        after = {}
        for option in options:
            steps, points, due, lost, days, topics = [], 0.0, False, 0, [], []
            for g in option:
                group, programme, start = held[g], town.programmes[held[g]["programme"]], town.starts[held[g]["start"]]
                wish = town.wish(person, programme)
                if (
                    wish is None
                    or (person.get("kinds") is not None and start["kind"] not in person["kinds"])
                    or recount.road(job, town.schools[person["school"]]["at"], town.places[group["place"]]["at"]) > person.get("km", 1e9)
                ):
                    break
                points += town.seat(person, programme, group["place"])
                due |= bool(wish.get("due"))
                topics.append(wish["topic"])
                days += group["days"]
                steps.append((("group", g), 1, min(programme["max"], town.rooms[group["room"]]["seats"])))
                steps.append((("school", person["school"]), 1, 10**6))
                if person.get("purse") is not None and programme.get("fee"):
                    steps.append((("purse", person["purse"]), programme["fee"], town.purses[person["purse"]]["amount"]))
                for day in group["days"]:
                    if town.loses(person, start, day):
                        lost += 1
                        for rule in covers:
                            if town.limit(rule, person):
                                key, most = town.limit(rule, person)
                                steps.append((("cover", rule["id"], day, key), 1, most))
            else:
                if lost > person.get("leave", 3) or len(set(days)) < len(days) or len(set(topics)) < len(topics):
                    continue
                for state, worth in states.items():
                    for key, amount, most in steps:
                        state = more(state, key, amount, most)
                        if state is None:
                            break
                    if state is not None:
                        sum_ = worth + points + (w["due"] if due else 0)
                        after[state] = max(after.get(state, -1e9), sum_)
        states = after
    result = None
    for state, worth in states.items():
        counts = dict(state)
        if any(counts.get(("group", g), 0) < town.programmes[group["programme"]]["min"] for g, group in enumerate(held)):
            continue
        for school in job["schools"]:
            count = counts.get(("school", school["id"]), 0)
            worth += w["fair"] * min(count, school["share"]) + (w["new"] if count and not school.get("served") else 0)
        result = worth if result is None else max(result, worth)
    return result
