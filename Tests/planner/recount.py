"""Counts a plan anew from the input alone, with code that shares nothing with the planner: every hard rule, and what the plan is worth."""

import collections
import math

WEIGHTS = {"wish": 10, "priority": 10, "due": 40, "use": 20, "small": 5, "fair": 5, "new": 100, "stay": 30, "fee": 1, "room": 1, "trainer": 1, "km": 1}


def by_id(rows):
    return {row["id"]: row for row in rows}


def road(job, one, other):
    """Kilometres by road, to a tenth."""
    p, q = math.radians(one[0]), math.radians(other[0])
    cosine = math.sin(p) * math.sin(q) + math.cos(p) * math.cos(q) * math.cos(math.radians(other[1] - one[1]))
    return round(job["travel"]["detour"] * 6371.0088 * math.acos(max(-1.0, min(1.0, cosine))), 1)


class Town:
    def __init__(self, job):
        self.job = job
        for name in ("schools", "persons", "places", "rooms", "trainers", "programmes", "starts", "purses", "calendars"):
            setattr(self, name, by_id(job[name]))
        self.weights = {**WEIGHTS, **job["weights"]} if job.get("weights") else WEIGHTS

    def loses(self, person, start, day):
        """Whether a person would teach at that time."""
        calendar = self.calendars[self.schools[person["school"]]["calendar"]]
        part = start.get("part", "day")
        if day not in calendar["teaching"] or part == "evening":
            return False
        mornings = calendar.get("mornings", {}).get(str(person.get("shift")))
        if part == "day" or mornings is None:
            return True
        return part == ("morning" if day in mornings else "afternoon")

    def wish(self, person, programme):
        for wish in person["wishes"]:
            if wish["topic"] == programme["topic"] and wish.get("programme") in (None, programme["id"]):
                return wish
        return None

    def seat(self, person, programme, place):
        """Points of one seat, without what counts once."""
        w, wish, school = self.weights, self.wish(person, programme), self.schools[person["school"]]
        points = w["wish"] * wish.get("worth", 1) + w["use"] * programme.get("use", 0) / 100
        points += w["priority"] if wish.get("priority") or programme.get("priority") else 0
        points += w["small"] if school.get("small") else 0
        points -= w["km"] * 2 * programme["days"] * road(self.job, school["at"], self.places[place]["at"]) / 10
        return points - w["fee"] * programme.get("fee", 0) / self.job["unit"]

    def cost(self, programme, place, room, trainers):
        w, days = self.weights, programme["days"]
        points = w["room"] * days * self.rooms[room].get("fee", 0) / self.job["unit"]
        for trainer in trainers:
            points += w["trainer"] * days * self.trainers[trainer].get("fee", 0) / self.job["unit"]
            points += w["km"] * 2 * days * road(self.job, self.trainers[trainer]["at"], self.places[place]["at"]) / 10
        return points

    def limit(self, rule, person):
        """Key and limit of lesson cover for a person, or None."""
        school = self.schools[person["school"]]
        if rule.get("school") not in (None, school["id"]):
            return None
        if rule["of"] == "school":
            key, size = (school["id"],), school.get("teachers")
        else:
            value = person.get(rule["of"])
            if value is None:
                return None
            key, size = (school["id"], value), school.get(rule["of"] + "s", {}).get(str(value))
        if rule.get("count") is not None:
            return key, rule["count"]
        if size is None:
            size = sum(1 for other in self.persons.values() if other["school"] == school["id"] and (rule["of"] == "school" or other.get(rule["of"]) == key[1]))
        return key, max(rule.get("least", 1), int(size * rule["percent"] / 100 + 1e-9))


def value(job, groups):
    """Points of a plan."""
    town, w = Town(job), {**WEIGHTS, **(job.get("weights") or {})}
    town.weights = w
    total, due, seats = 0.0, set(), collections.Counter()
    old = {(row["programme"], row["place"], row["start"]) for row in job.get("old", [])}
    for group in groups:
        programme = town.programmes[group["programme"]]
        total -= town.cost(programme, group["place"], group["room"], group["trainers"])
        total += w["stay"] if (group["programme"], group["place"], group["start"]) in old else 0
        for number in group["persons"]:
            person = town.persons[number]
            total += town.seat(person, programme, group["place"])
            seats[person["school"]] += 1
            if town.wish(person, programme).get("due"):
                due.add(number)
    for school in town.schools.values():
        share = school.get("share")
        if share is None:
            share = math.ceil(0.25 * sum(1 for person in town.persons.values() if person["school"] == school["id"]))
        total += w["fair"] * min(seats[school["id"]], share)
        total += w["new"] if not school.get("served") and seats[school["id"]] else 0
    return total + w["due"] * len(due)


def broken(job, groups):
    """Every hard rule that the plan breaks, in words for the reader of a test."""
    town, wrong = Town(job), []
    by_day = collections.defaultdict(list)
    seats, leave, times, spent, served = collections.Counter(), collections.Counter(), collections.Counter(), collections.Counter(), set()
    away = collections.defaultdict(set)
    for number, group in enumerate(groups):
        programme, start, room = town.programmes[group["programme"]], town.starts[group["start"]], town.rooms[group["room"]]
        days = start["days"][: programme["days"]]
        say = lambda text: wrong.append("group %d (programme %s, start %s): %s" % (number, programme["id"], start["id"], text))
        if group["days"] != days or len(days) != programme["days"]:
            say("days")
        if room["place"] != group["place"] or (programme.get("places") is not None and group["place"] not in programme["places"]):
            say("place")
        if not programme["min"] <= len(set(group["persons"])) == len(group["persons"]) <= min(programme["max"], room["seats"]):
            say("size %d" % len(group["persons"]))
        pin = next((pin for pin in job["pins"] if pin["id"] == group["pin"]), {})
        if len(set(group["trainers"])) != (len(pin["trainers"]) if pin.get("trainers") else programme.get("need", 1)) or not set(group["trainers"]) <= set(
            programme["trainers"]
        ):
            say("trainers")
        if any(day < programme.get("from", day) or day > programme.get("until", day) for day in days):
            say("cycle")
        times[programme["id"]] += 1
        if programme.get("purse") is not None:
            spent[programme["purse"]] += programme["days"] * (room.get("fee", 0) + sum(town.trainers[t].get("fee", 0) for t in group["trainers"]))
        for day in days:
            by_day[day].append((number, group))
        for person_number in group["persons"]:
            person = town.persons[person_number]
            wish = town.wish(person, programme)
            if wish is None or (person_number, wish["topic"]) in served:
                say("no wish of %d is open" % person_number)
                continue
            served.add((person_number, wish["topic"]))
            seats[person_number] += 1
            if person.get("kinds") is not None and start["kind"] not in person["kinds"]:
                say("kind of day for %d" % person_number)
            if person.get("km") is not None and road(job, town.schools[person["school"]]["at"], town.places[group["place"]]["at"]) > person["km"]:
                say("too far for %d" % person_number)
            if person.get("purse") is not None:
                spent[person["purse"]] += programme.get("fee", 0)
            for day in days:
                if town.loses(person, start, day):
                    leave[person_number] += 1
                    for rule in job["rules"]:
                        if rule["kind"] == "cover" and town.limit(rule, person):
                            key, most = town.limit(rule, person)
                            away[rule["id"], day, key, most].add(person_number)
        for row in job["forbidden"]:
            meant = {"programme": group["programme"], "place": group["place"], "room": group["room"], "start": group["start"]}
            if (
                all(row.get(name) in (None, thing) for name, thing in meant.items())
                and (row.get("day") is None or row["day"] in days)
                and (row.get("trainer") is None or row["trainer"] in group["trainers"])
            ):
                say("forbidden %s" % row["id"])
    for person in town.persons.values():
        if seats[person["id"]] > person.get("most", 2):
            wrong.append("person %d comes too often" % person["id"])
        if leave[person["id"]] > person.get("leave", 3):
            wrong.append("person %d has too little leave" % person["id"])
    for (rule, day, key, most), who in away.items():
        if len(who) > most:
            wrong.append("%s: %d away of %s on %d" % (rule, len(who), key, day))
    for day, held in by_day.items():
        for name in ("room", "trainers", "persons"):
            taken = collections.Counter(thing for _, group in held for thing in ([group["room"]] if name == "room" else group[name]))
            wrong += ["%s %s twice on %d" % (name, thing, day) for thing, count in taken.items() if count > 1]
    for programme in town.programmes.values():
        if programme.get("most") is not None and times[programme["id"]] > programme["most"]:
            wrong.append("programme %s too often" % programme["id"])
    for purse in town.purses.values():
        if spent[purse["id"]] > purse["amount"]:
            wrong.append("purse %s overdrawn" % purse["id"])
    for rule in job["rules"]:
        days = rule.get("days", [])
        if rule["kind"] == "groups" and len(groups) > rule["most"]:
            wrong.append("too many groups")
        if rule["kind"] == "day":
            wrong += ["too many groups on %d" % day for day, held in by_day.items() if len(held) > rule["most"]]
        for day in days:
            for _, group in by_day.get(day, []):
                if (
                    rule["kind"] == "holiday"
                    or (rule["kind"] == "absence" and rule["trainer"] in group["trainers"])
                    or (rule["kind"] == "closure" and (rule.get("room") == group["room"] or rule.get("place") == group["place"]))
                ):
                    wrong.append("%s on %d" % (rule["id"], day))
    return wrong
