"""Plans which programmes are held, where, when, with whom and for whom, for the program which started it.

Reads one JSON object a line from the standard input and answers with lines of JSON on the standard output; `docs/planner.md` tells every field and its unit.

    {"work": "plan", …}   many {"step", "value", "bound", "gap", "groups"}, then {"plan": …}, {"contradiction": [names of rules]} or {"fault": why}
    {"work": "stop"}      ends the run at once with the best plan so far

The method: every group that could be held (programme, place, kind of day) is a column. A relaxation over persons prices each wish, person, school and purse, and so bounds what any
plan can be worth. Groups are held in the order of what they are worth beside those prices, each at once with its day, room, trainers and persons, so that no rule is ever broken; then parts
of the plan are freed and solved exactly, one after another, until the gap is the one asked for or the work is used up. What is small is solved exactly as a whole.
No clock decides anything but `stopped: time`: the same input gives the same bytes.
"""
import hashlib, heapq, json, math, os, random, sys, threading, time

import highspy
import numpy as np

# Points for one seat: a wish of strength 1, a priority, an obligation due (once a person), a full index of use, a person of a small school, a seat within the share of a school;
# for a school never served before; for a group that stays. Taken away: for each unit of money of fees, rooms and trainers, for 10 km of travel.
WEIGHTS = {"wish": 10, "priority": 10, "due": 40, "use": 20, "small": 5, "fair": 5, "new": 100, "stay": 30, "fee": 1, "room": 1, "trainer": 1, "km": 1}
EFFORTS = {  # units of work: rounds of the relaxation, rounds of improvement, nodes of one round, nodes of a whole case
    "quick": (60, 0, 20, 2_000), "normal": (300, 60, 60, 20_000), "long": (700, 300, 200, 200_000)}
SMALL = 6_000  # seats that could be given in a case that is solved as a whole
NEVER = -1e9


class Fault(Exception):
    """What the input lacks or contradicts, for whoever made it."""


class Stopped(Exception):
    """Somebody asked for the plan as it is."""


def kilometres(one, other):
    """Great-circle distance of two [latitude, longitude], in km."""
    a, b = (tuple(math.radians(x) for x in point) for point in (one, other))
    half = math.sin((b[0] - a[0]) / 2) ** 2 + math.cos(a[0]) * math.cos(b[0]) * math.sin((b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(half)))


def ranks(chosen, key):
    """For each row: how many of the chosen columns up to and with this one have the same key. Columns stand in the order of their worth."""
    order = np.argsort(key, kind="stable")
    sums = np.cumsum(chosen[:, order], axis=1)
    first = np.concatenate(([True], key[order][1:] != key[order][:-1]))
    starts = np.flatnonzero(first)
    before = np.where(starts > 0, sums[:, np.maximum(starts - 1, 0)], 0)
    result = np.empty_like(sums)
    result[:, order] = sums - np.repeat(before, np.diff(np.append(starts, len(key))), axis=1)
    return result


class Case:
    """The input, read, sorted and numbered: places in lists stand for ids everywhere below."""

    def __init__(self, job):
        def rows(name):
            found = sorted(job.get(name) or [], key=lambda row: row["id"])
            if len({row["id"] for row in found}) < len(found):
                raise Fault("two %s have one id" % name)
            return found, {row["id"]: place for place, row in enumerate(found)}

        self.weights = {**WEIGHTS, **(job.get("weights") or {})}
        if set(self.weights) != set(WEIGHTS) or any(not isinstance(w, (int, float)) or w < 0 for w in self.weights.values()):
            raise Fault("a weight is unknown or below zero")
        self.seed, self.goal = int(job.get("seed") or 0), float(job.get("goal", 0.03))
        self.effort = job.get("effort") or "normal"
        if self.effort not in EFFORTS:
            raise Fault("no effort " + str(self.effort))
        travel = {"detour": 1.3, "speed": 50, "per_km": 0, "co2": 150, **(job.get("travel") or {})}
        self.travel, self.unit = travel, float(job.get("unit") or 100_000)
        self.schools, school_at = rows("schools")
        self.places, place_at = rows("places")
        self.rooms, self.room_at = rows("rooms")
        self.trainers, trainer_at = rows("trainers")
        self.programmes, self.programme_at = rows("programmes")
        self.starts, self.start_at = rows("starts")
        self.persons, self.person_at = rows("persons")
        self.purses, purse_at = rows("purses")
        calendars, calendar_at = rows("calendars")
        self.pins, self.forbidden, self.rules = rows("pins")[0], rows("forbidden")[0], rows("rules")[0]
        self.place_at, self.trainer_at = place_at, trainer_at
        self.centre = place_at.get(job.get("centre"))
        try:
            self.read(job, school_at, place_at, trainer_at, purse_at, calendar_at, calendars)
        except (KeyError, TypeError, ValueError) as error:
            raise Fault("%s: %s" % (type(error).__name__, error))

    def read(self, job, school_at, place_at, trainer_at, purse_at, calendar_at, calendars):
        w, detour = self.weights, self.travel["detour"]
        self.days = sorted({day for start in self.starts for day in start["days"]})
        self.day_at = {day: place for place, day in enumerate(self.days)}
        self.start_days = [[self.day_at[day] for day in start["days"]] for start in self.starts]
        self.kinds = sorted({start["kind"] for start in self.starts})
        self.start_kind = np.array([self.kinds.index(start["kind"]) for start in self.starts], int)
        self.room_place = np.array([place_at[room["place"]] for room in self.rooms], int)
        self.room_seats = np.array([room["seats"] for room in self.rooms], int)
        self.room_fee = np.array([room.get("fee") or 0 for room in self.rooms], float)
        self.trainer_fee = np.array([trainer.get("fee") or 0 for trainer in self.trainers], float)
        far = lambda row, place: round(detour * kilometres(row["at"], place["at"]), 1)
        self.km = np.array([[far(school, place) for place in self.places] for school in self.schools]).reshape(len(self.schools), len(self.places))
        self.trainer_km = np.array([[far(trainer, place) for place in self.places] for trainer in self.trainers]).reshape(len(self.trainers), len(self.places))
        self.amount = np.array([purse["amount"] for purse in self.purses], float)
        for programme in self.programmes:
            programme["lead"] = sorted(trainer_at[trainer] for trainer in programme.get("trainers") or [])
            programme["wallet"] = purse_at[programme["purse"]] if programme.get("purse") is not None else None
            programme["where"] = sorted(place_at[place] for place in programme["places"]) if programme.get("places") is not None else list(range(len(self.places)))
            if not 0 < programme["min"] <= programme["max"] or programme["days"] < 1:
                raise ValueError("programme %s has no size or no days" % programme["id"])
        people = self.persons
        self.school = np.array([school_at[person["school"]] for person in people], int)
        self.leave = np.array([person.get("leave", 3) for person in people], int)
        self.most = np.array([person.get("most", 2) for person in people], int)
        self.reach = np.array([person["km"] if person.get("km") is not None else 1e6 for person in people], float)
        self.purse = np.array([purse_at[person["purse"]] if person.get("purse") is not None else -1 for person in people], int)
        self.willing = np.array([[person.get("kinds") is None or kind in person["kinds"] for kind in self.kinds] for person in people], bool).reshape(len(people), len(self.kinds))
        # Who teaches when: one row for each pair of a calendar and a shift.
        teach = [(calendar_at[self.schools[s]["calendar"]], people[i].get("shift")) for i, s in enumerate(self.school)]
        pairs = sorted(set(teach), key=str)
        self.turn = np.array([pairs.index(pair) for pair in teach], int)
        teaching = [set(calendar["teaching"]) for calendar in calendars]
        mornings = [{shift: set(days) for shift, days in (calendar.get("mornings") or {}).items()} for calendar in calendars]

        def hit(day, part, calendar, shift):
            if day not in teaching[calendar] or part == "evening":
                return False
            if part == "day" or shift is None or str(shift) not in mornings[calendar]:
                return True
            return (day in mornings[calendar][str(shift)]) == (part == "morning")

        self.hits = [np.array([[hit(day, start.get("part") or "day", *pair) for pair in pairs] for day in start["days"]], bool).reshape(len(start["days"]), len(pairs))
                     for start in self.starts]
        # Wishes by topic, persons in the order of their numbers.
        self.wishes, topics = [], {}
        for i, person in enumerate(people):
            own = {}
            for wish in person.get("wishes") or []:
                there = own.get(wish["topic"])
                own[wish["topic"]] = wish if there is None else {  # one topic wished twice, such as two that became one, is one wish
                    "topic": wish["topic"], "worth": max(wish.get("worth", 1), there.get("worth", 1)), "due": wish.get("due") or there.get("due"),
                    "priority": wish.get("priority") or there.get("priority"),
                    "programme": wish.get("programme") if wish.get("programme") == there.get("programme") else None}
            for topic, wish in sorted(own.items()):
                topics.setdefault(topic, []).append(len(self.wishes))
                self.wishes.append((i, wish))
        self.wish_person = np.array([i for i, _ in self.wishes], int)
        self.wish_due = np.array([bool(wish.get("due")) for _, wish in self.wishes], bool)
        self.due_person = np.zeros(len(people), bool)
        self.due_person[self.wish_person[self.wish_due]] = True
        self.fresh = np.array([not school.get("served") for school in self.schools], bool)
        crowd = np.bincount(self.school, minlength=len(self.schools))
        self.share = np.array([school["share"] if school.get("share") is not None else math.ceil(0.25 * crowd[j]) for j, school in enumerate(self.schools)], int)
        self.old = [self.group_ids(row) for row in job.get("old") or []]
        self.stays = {(g[0], g[1], g[2]) for g in self.old if g is not None}
        self.read_covers(school_at)
        self.topics = {topic: Topic(self, topic, np.array(found, int)) for topic, found in sorted(topics.items())}
        self.limits = Limits(self)
        for topic in self.topics.values():
            topic.offer(self)

    def group_ids(self, row):
        """A group of the old plan as (programme, place, start, room, trainers), or None where something of it is no more."""
        try:
            return (self.programme_at[row["programme"]], self.place_at[row["place"]], self.start_at[row["start"]], self.room_at[row["room"]],
                    tuple(sorted(self.trainer_at[trainer] for trainer in row["trainers"])))
        except KeyError:
            return None

    def read_covers(self, school_at):
        """The rules of lesson cover: for each the key of every person (-1: not meant) and how many with that key may be away on a teaching day."""
        self.covers = []
        for rule in self.rules:
            if rule["kind"] != "cover":
                continue
            field = {"school": None, "subject": "subjects", "shift": "shifts"}[rule["of"]]
            part = [None if field is None else person.get(rule["of"]) for person in self.persons]
            meant = [rule.get("school") in (None, self.schools[s]["id"]) and (field is None or part[i] is not None) for i, s in enumerate(self.school)]
            names = [(int(s), str(part[i])) if meant[i] else None for i, s in enumerate(self.school)]
            keys = sorted({name for name in names if name is not None})
            at = {key: place for place, key in enumerate(keys)}
            count = {key: names.count(key) for key in keys} if len(keys) < 50 else {}
            if not count:
                for name in names:
                    count[name] = count.get(name, 0) + 1
            limits = []
            for s, value in keys:
                school = self.schools[s]
                size = school.get("teachers") if field is None else (school.get(field) or {}).get(value)
                size = count[(s, value)] if size is None else size
                limit = rule["count"] if rule.get("count") is not None else max(rule.get("least", 1), math.floor(size * rule["percent"] / 100 + 1e-9))
                limits.append(limit)
            self.covers.append((rule["id"], np.array([at[name] if name is not None else -1 for name in names], int), np.array(limits, int)))

    def away(self, start, days):
        """Which pairs of calendar and shift lose lessons on each of the days of a group: days × pairs."""
        return self.hits[start][:days]

    def cost(self, p, place, room, leaders):
        """Points that a group takes whoever comes: room, fees and travel of the trainers."""
        w, days, leaders = self.weights, self.programmes[p]["days"], list(leaders)
        return (w["room"] * self.room_fee[room] * days / self.unit + w["trainer"] * self.trainer_fee[leaders].sum() * days / self.unit
                + w["km"] * 2 * self.trainer_km[leaders, place].sum() * days / 10)

    def money(self, p, room, leaders):
        """What a group costs its purse, in the smallest unit of money."""
        return (self.room_fee[room] + self.trainer_fee[list(leaders)].sum()) * self.programmes[p]["days"]


class Limits:
    """The hard rules as tables. `active` names those that hold, None all: so a set of rules can be tried without the rest."""

    def __init__(self, case, active=None):
        self.active, self.case = active, case
        rooms, trainers, days = len(case.rooms), len(case.trainers), len(case.days)
        self.closed, self.absent, self.holiday = np.zeros((rooms, days), bool), np.zeros((trainers, days), bool), np.zeros(days, bool)
        self.groups, self.a_day = 10 ** 6, 10 ** 6
        for rule in case.rules:
            if not self.on(rule["id"]):
                continue
            places = [case.day_at[day] for day in rule.get("days") or [] if day in case.day_at]
            if rule["kind"] == "closure":
                self.closed[np.ix_([r for r in range(rooms) if case.rooms[r]["id"] == rule.get("room") or case.rooms[r]["place"] == rule.get("place")], places)] = True
            elif rule["kind"] == "absence":
                self.absent[case.trainer_at[rule["trainer"]], places] = True
            elif rule["kind"] == "holiday":
                self.holiday[places] = True
            elif rule["kind"] == "groups":
                self.groups = min(self.groups, rule["most"])
            elif rule["kind"] == "day":
                self.a_day = min(self.a_day, rule["most"])
            elif rule["kind"] != "cover":
                raise Fault("no kind of rule " + str(rule["kind"]))
        self.covers = [(keys, limits) for name, keys, limits in case.covers if self.on(name)]
        self.forbidden = [row for row in case.forbidden if self.on("forbidden:%s" % row["id"])]
        self.times = [programme["most"] if programme.get("most") is not None and self.on("times:%s" % programme["id"]) else 10 ** 6 for programme in case.programmes]

    def on(self, name):
        return self.active is None or name in self.active

    def bans(self, p, place, room=None, start=None, trainer=None):
        """Whether it is forbidden. What is not given is not known yet: a prohibition that names it does not hold yet."""
        case = self.case
        programme, where = case.programmes[p], case.places[place]["id"]
        for row in self.forbidden:
            if all(row.get(name) is None or row[name] == value for name, value in (
                    ("programme", programme["id"]), ("place", where), ("room", room is not None and case.rooms[room]["id"]),
                    ("start", start is not None and case.starts[start]["id"]), ("trainer", trainer is not None and case.trainers[trainer]["id"]))):
                days = case.start_days[start][:programme["days"]] if start is not None else []
                if row.get("day") is None or row["day"] in [case.days[d] for d in days]:
                    return True
        return False

    def days(self, p, start):
        """The days of a group, or None where the start is too short, touches a holiday or leaves the time for which the programme is approved."""
        case, programme = self.case, self.case.programmes[p]
        days = case.start_days[start][:programme["days"]]
        if len(days) < programme["days"] or self.holiday[days].any():
            return None
        if self.on("cycle:%s" % programme["id"]):
            first, last = programme.get("from"), programme.get("until")
            if any((first is not None and case.days[d] < first) or (last is not None and case.days[d] > last) for d in days):
                return None
        return days

    def leaders(self, p, place):
        """Who may lead a programme at a place, cheapest first."""
        case, programme = self.case, self.case.programmes[p]
        found = programme["lead"] if self.on("authorised:%s" % programme["id"]) else range(len(case.trainers))
        worth = lambda t: case.weights["trainer"] * case.trainer_fee[t] / case.unit + case.weights["km"] * case.trainer_km[t, place] / 5
        return sorted((t for t in found if not self.bans(p, place, trainer=t)), key=lambda t: (worth(t), t))

    def seats(self, p, room):
        """How many may sit in a room: no room is too small where its seats are no rule."""
        most = self.case.programmes[p]["max"]
        return min(most, int(self.case.room_seats[room])) if self.on("seats:%s" % self.case.rooms[room]["id"]) else most


class Column:
    """A group that could be held: a programme at a place on a kind of day, with all starts, rooms and trainers that the rules leave it."""

    def __init__(self, case, p, place, kind, rooms, leaders, starts, days, hits):
        self.p, self.place, self.kind, self.starts, self.days = p, place, kind, starts, days
        self.rooms, self.leaders = np.array(rooms, int), np.array(leaders, int)
        # Points and money of each room and each trainer; lessons lost: starts × days × pairs of calendar and shift.
        self.room_cost = np.array([case.cost(p, place, r, ()) for r in rooms])
        self.lead_cost = np.array([case.cost(p, place, rooms[0], (t,)) for t in leaders]) - self.room_cost[0]
        length = case.programmes[p]["days"]
        self.room_money, self.lead_money = case.room_fee[self.rooms] * length, case.trainer_fee[self.leaders] * length
        self.hits = hits


class Topic:
    """One topic: those who wish it, and all columns for it. `worth` has a row for each column and a column for each wish."""

    def __init__(self, case, topic, wishes):
        self.topic, self.wishes = topic, wishes
        self.people = case.wish_person[wishes]
        self.due = case.wish_due[wishes]
        self.programmes = [p for p, programme in enumerate(case.programmes) if programme["topic"] == topic]
        own = [case.wishes[k][1] for k in wishes]
        self.strength = np.array([wish.get("worth", 1) for wish in own], float)
        self.priority = np.array([bool(wish.get("priority")) for wish in own], bool)
        self.only = np.array([-1 if wish.get("programme") is None else case.programme_at.get(wish["programme"], -2) for wish in own], int)
        self.small = np.array([bool(case.schools[s].get("small")) for s in case.school[self.people]], float)

    def seat(self, case, p, place, kind, far=True):
        """Points of each wish for a seat, without what is counted once a person or a school; NEVER where the person would not or could not come."""
        w, programme = case.weights, case.programmes[p]
        km = case.km[case.school[self.people], place]
        worth = w["wish"] * self.strength + w["priority"] * (self.priority | bool(programme.get("priority")))
        worth += w["use"] * (programme.get("use") or 0) / 100 + w["small"] * self.small
        worth -= w["km"] * 2 * km * programme["days"] / 10 + w["fee"] * (programme.get("fee") or 0) / case.unit
        fits = ((self.only == -1) | (self.only == p)) & case.willing[self.people, kind]
        if far:
            fits &= km <= case.reach[self.people]
        return np.where(fits, worth, NEVER)

    def offer(self, case):
        self.columns, worth, limits, known = [], [], case.limits, {}
        for p in self.programmes:
            programme = case.programmes[p]
            fitting = [(s, days) for s in range(len(case.starts)) for days in [limits.days(p, s)] if days is not None]
            for place in programme["where"]:
                leaders = limits.leaders(p, place)
                rooms = [r for r in np.flatnonzero(case.room_place == place) if case.room_seats[r] >= programme["min"]]
                rooms.sort(key=lambda r: (case.room_seats[r] < programme["max"], case.room_fee[r], -case.room_seats[r], r))
                if limits.bans(p, place) or len(leaders) < programme.get("need", 1) or not rooms:
                    continue
                for kind in range(len(case.kinds)):
                    there = [(s, days) for s, days in fitting if case.start_kind[s] == kind and not limits.bans(p, place, start=s)]
                    if not there:
                        continue
                    row = self.seat(case, p, place, kind)
                    if (row > NEVER).sum() < programme["min"]:
                        continue
                    starts = tuple(s for s, _ in there)
                    if (programme["days"], starts) not in known:
                        known[programme["days"], starts] = np.array([case.away(s, programme["days"]) for s in starts])
                    self.columns.append(Column(case, p, place, kind, rooms, leaders, np.array(starts, int), np.array([days for _, days in there], int), known[programme["days"], starts]))
                    worth.append(row)
        self.worth = np.array(worth).reshape(len(self.columns), len(self.wishes))
        self.cost = np.array([c.room_cost.min() + c.lead_cost[:case.programmes[c.p].get("need", 1)].sum() for c in self.columns])
        self.least = np.array([case.programmes[c.p]["min"] for c in self.columns], int)
        self.room = np.array([min(case.programmes[c.p]["max"], max(case.room_seats[c.rooms])) for c in self.columns], int)
        self.fee = np.array([case.programmes[c.p].get("fee") or 0 for c in self.columns], float)
        # The fewest lessons days that a start of the column takes from each pair of calendar and shift: the relaxation may not ask for more.
        self.lost = np.array([c.hits.sum(1).min(0)[case.turn[self.people]] for c in self.columns]).reshape(len(self.columns), len(self.wishes))


class Group:
    """A group of the plan: what is held, when, in which room, with whom, and the wishes it fulfils (sorted)."""

    def __init__(self, p, place, start, room, trainers, wishes, worth, pin=None):
        self.p, self.place, self.start, self.room, self.trainers, self.pin = p, place, start, room, tuple(trainers), pin
        order = np.argsort(wishes, kind="stable")
        self.wishes, self.worth = np.asarray(wishes, int)[order], np.asarray(worth, float)[order]

    def key(self):
        return (self.p, self.place, self.start, self.room, self.trainers)


class Plan:
    """The groups that are held, and what they take from everything that is scarce."""

    def __init__(self, case, limits=None):
        self.case, self.groups, self.limits = case, [], limits or case.limits
        people, days, limits = len(case.persons), len(case.days), self.limits
        self.busy = np.zeros((people, days), np.uint8)
        self.leave = case.leave.copy() if limits.on("leave") else np.full(people, 10 ** 6)
        self.most = case.most.copy() if limits.on("most") else np.full(people, 10 ** 6)
        self.amount = np.array([amount if limits.on("purse:%s" % purse["id"]) else 1e15 for purse, amount in zip(case.purses, case.amount)])
        self.served = np.zeros(len(case.wishes), bool)
        self.due = np.zeros(people, int)
        self.seats = np.zeros(len(case.schools), int)
        self.spent = np.zeros(len(case.purses))
        self.room_busy, self.trainer_busy = limits.closed.astype(int), limits.absent.astype(int)
        self.a_day, self.times = np.zeros(days, int), np.zeros(len(case.programmes), int)
        self.away = [np.zeros((days, len(most)), int) for _, most in limits.covers]

    def put(self, group, sign=1):
        case, programme = self.case, self.case.programmes[group.p]
        days = case.start_days[group.start][:programme["days"]]
        people = case.wish_person[group.wishes]
        hits = case.away(group.start, programme["days"])[:, case.turn[people]]
        self.busy[np.ix_(people, days)] += np.uint8(sign % 256)
        self.leave[people] -= sign * hits.sum(0)
        self.most[people] -= sign
        self.served[group.wishes] = sign > 0
        self.due[people[case.wish_due[group.wishes]]] += sign
        np.add.at(self.seats, case.school[people], sign)
        paying = case.purse[people] >= 0
        np.add.at(self.spent, case.purse[people][paying], sign * (programme.get("fee") or 0))
        if programme["wallet"] is not None:
            self.spent[programme["wallet"]] += sign * case.money(group.p, group.room, group.trainers)
        self.room_busy[group.room, days] += sign
        for trainer in group.trainers:
            self.trainer_busy[trainer, days] += sign
        self.a_day[days] += sign
        self.times[group.p] += sign
        for used, (keys, _) in zip(self.away, self.limits.covers):
            for j, day in enumerate(days):
                found = keys[people][hits[j]]
                np.add.at(used[day], found[found >= 0], sign)
        if sign > 0:
            self.groups.append(group)
        else:
            self.groups.remove(group)

    def value(self):
        """What the plan is worth, in points."""
        case, w = self.case, self.case.weights
        total = sum(float(g.worth.sum()) - case.cost(g.p, g.place, g.room, g.trainers) + w["stay"] * ((g.p, g.place, g.start) in case.stays) for g in self.groups)
        return float(total + w["due"] * (self.due > 0).sum() + w["new"] * (case.fresh & (self.seats > 0)).sum() + w["fair"] * np.minimum(self.seats, case.share).sum())

    def copy(self):
        other = Plan(self.case)
        for group in self.groups:
            other.put(group)
        return other


def offers(plan, topic, row, price=None, starts=None, rooms=None, trainers=None):
    """What a column is worth now at each of its starts: (score of each start, a function that makes the group for one of them).

    Score is what the plan gains less the prices of the wishes that are taken; NEVER where a rule stands against it. `starts`, `rooms`, `trainers` narrow it.
    """
    case, column = plan.case, topic.columns[row]
    w, programme, limits = case.weights, case.programmes[column.p], plan.limits
    none = np.full(len(column.starts), NEVER), None
    if plan.times[column.p] >= limits.times[column.p] or len(plan.groups) >= limits.groups:
        return none
    people, worth = topic.people, topic.worth[row]
    fee = programme.get("fee") or 0
    school = case.school[people]
    due = topic.due & (plan.due[people] == 0)
    extra = w["due"] * due + w["fair"] * (plan.seats < case.share)[school] + w["new"] * (case.fresh & (plan.seats == 0))[school] / 3
    free = (worth > NEVER) & ~plan.served[topic.wishes] & (plan.most[people] > 0)
    if free.sum() < programme["min"]:
        return none
    score = worth + extra - (price[topic.wishes] if price is not None else 0)
    order = np.lexsort((topic.wishes, -score))
    order = order[free[order]]
    people, score, school = people[order], score[order], school[order]
    # Rooms and trainers of each start.
    among = np.arange(len(column.leaders)) if trainers is None else np.flatnonzero(np.isin(column.leaders, trainers))
    within = np.arange(len(column.rooms)) if rooms is None else np.flatnonzero(np.isin(column.rooms, rooms))
    lead, rows = column.leaders[among], column.rooms[within]
    need = programme.get("need", 1) if trainers is None else len(lead)
    able = ~(plan.trainer_busy[lead][:, column.days] > 0).any(2)
    empty = ~(plan.room_busy[rows][:, column.days] > 0).any(2)
    if limits.forbidden:
        for j, s in enumerate(column.starts):
            able[:, j] &= [not limits.bans(column.p, column.place, start=s, trainer=t) for t in lead]
            empty[:, j] &= [not limits.bans(column.p, column.place, room=r, start=s) for r in rows]
    possible = (able.sum(0) >= need) & empty.any(0) & (plan.a_day[column.days] < limits.a_day).all(1)
    if starts is not None:
        possible &= np.isin(column.starts, starts)
    if not possible.any():
        return none
    at = np.flatnonzero(possible)
    team = able[:, at] & (np.cumsum(able[:, at], axis=0) <= need)
    room = np.argmax(empty[:, at], axis=0)
    money = column.room_money[within][room] + column.lead_money[among] @ team
    if programme["wallet"] is not None:
        paid = money <= plan.amount[programme["wallet"]] - plan.spent[programme["wallet"]]
        at, team, room, money = at[paid], team[:, paid], room[paid], money[paid]
        if not len(at):
            return none
    seat = rows[room]
    # Persons of each start: not elsewhere, leave left, lesson cover and purses kept, the dearest first.
    chosen = (plan.busy[people][:, column.days[at]] == 0).all(2).T
    hits = column.hits[at][:, :, case.turn[people]]
    lost = hits.sum(1)
    chosen &= lost <= plan.leave[people]
    for used, (keys, limit) in zip(plan.away, limits.covers):
        key = keys[people]
        if not lost.any():
            break
        left = np.where(key >= 0, limit[key] - used[column.days[at]][:, :, key], 10 ** 6)
        left = np.where(hits, left, 10 ** 6).min(1)
        counted = chosen & (lost > 0) & (key >= 0)
        chosen &= ~counted | (ranks(counted, key) <= left)
    if fee and len(case.purses):
        own = case.purse[people]
        rest = plan.amount - plan.spent
        left = np.where(own >= 0, np.floor(rest[own] / fee + 1e-9), 10 ** 6)
        if programme["wallet"] is not None:
            left = np.where(own == programme["wallet"], np.floor((rest[programme["wallet"]] - money[:, None]) / fee + 1e-9), left)
        chosen &= ranks(chosen & (own >= 0), own) <= left
    most = np.minimum(programme["max"], case.room_seats[seat])
    place = np.cumsum(chosen, axis=1)
    chosen &= (place <= most[:, None]) & ((score > 0) | (place <= programme["min"]))
    cost = column.room_cost[within][room] + column.lead_cost[among] @ team
    stay = np.array([w["stay"] if (column.p, column.place, s) in case.stays else 0 for s in column.starts[at]], float)
    # A third for each of a school never served is too little for one and too much for ten: it is set right here.
    untouched = (case.fresh & (plan.seats == 0))[school]
    first = ranks(chosen & untouched, school) == 1
    right = np.where(chosen & untouched, -w["new"] / 3 + w["new"] * first, 0).sum(1) if untouched.any() else 0
    total = (chosen * score).sum(1) - cost + stay + right
    scores = np.full(len(column.starts), NEVER)
    scores[at] = np.where(chosen.sum(1) >= programme["min"], total, NEVER)

    def make(j, pin=None):
        k = int(np.flatnonzero(at == j)[0])
        taken = order[chosen[k]]
        return Group(column.p, column.place, int(column.starts[j]), int(seat[k]), sorted(int(t) for t in lead[team[:, k]]), topic.wishes[taken], worth[taken], pin)

    return scores, make


def profits(worth, cost, least, room):
    """What each column would be worth whole, if everybody came who pays for it: (profit, how many come, the order of the wishes in each row)."""
    if not len(worth) or worth.shape[1] < least.min():
        return np.full(len(worth), NEVER), np.zeros(len(worth), int), None
    deep = min(int(room.max()), worth.shape[1])
    order = np.argpartition(-worth, deep - 1, axis=1)[:, :deep]
    best = np.take_along_axis(worth, order, 1)
    inner = np.argsort(-best, axis=1, kind="stable")
    order, best = np.take_along_axis(order, inner, 1), np.take_along_axis(best, inner, 1)
    count = np.clip((best > 0).sum(1), least, np.minimum(room, deep))
    sums = np.cumsum(best, axis=1)
    return np.take_along_axis(sums, count[:, None] - 1, 1)[:, 0] - cost, count, order


class Relaxation:
    """The bound that knows persons. Each row that ties groups together has a price: a wish is fulfilled once, a person comes so often and has so much leave, what is due counts once,
    a school is new once, a purse is spent once. For any prices, the sum of all groups that still pay, each whole and with whom it likes, is not below the worth of any plan."""

    def __init__(self, case):
        self.case, w = case, case.weights
        people, schools = len(case.persons), len(case.schools)
        self.sizes = [len(case.wishes), people, people, people, schools, schools, len(case.purses)]
        self.cuts = np.cumsum([0] + self.sizes)
        self.coin = max([1.0] + [float(p.get("fee") or 0) for p in case.programmes])
        self.right = np.concatenate((np.ones(len(case.wishes)), case.most, case.leave, np.zeros(people), np.zeros(2 * schools), case.amount / self.coin))
        due, new = w["due"] * case.due_person, w["new"] * case.fresh
        wide = np.full(people, np.inf)
        self.top = np.concatenate((np.full(len(case.wishes), np.inf), wide, wide, due, new, np.full(schools, float(w["fair"])), np.full(len(case.purses), np.inf)))
        self.prices = np.concatenate((np.zeros(len(case.wishes) + 2 * people), 0.6 * due, 0.1 * new, 0.5 * np.full(schools, float(w["fair"])), np.zeros(len(case.purses))))
        self.best, self.held, self.bound = self.prices.copy(), None, np.inf
        limits = case.limits
        self.groups = min(limits.groups, limits.a_day * len(case.days), 10 ** 5)
        self.step, self.stale, self.target, self.turn = 1.0, 0, None, None

    def parts(self, prices):
        return [prices[a:b] for a, b in zip(self.cuts, self.cuts[1:])]

    def reduced(self, topic, prices):
        """Worth of each seat after its prices: columns × wishes."""
        case = self.case
        wish, most, leave, due, new, fair, purse = self.parts(prices)
        people, school = topic.people, case.school[topic.people]
        one = wish[topic.wishes] + most[people] - topic.due * due[people] - (new * case.fresh)[school] - fair[school]
        result = topic.worth - one - topic.lost * leave[people]
        if len(purse):
            result = result - topic.fee[:, None] / self.coin * np.where(case.purse[people] >= 0, purse[case.purse[people]], 0)
        return result

    def look(self, prices):
        """(bound at these prices, what the rows hold, profit of each column by topic)"""
        case, w = self.case, self.case.weights
        wish, most, leave, due, new, fair, purse = self.parts(prices)
        used = np.zeros(len(prices))
        uses = self.parts(used)
        total = float(prices @ self.right)
        gap = w["due"] * case.due_person - due
        total += gap.sum()
        uses[3] += case.due_person * (gap > 0)
        gap = (w["new"] - new) * case.fresh
        total += gap.sum()
        uses[4] += case.fresh * (gap > 0)
        total += ((w["fair"] - fair) * case.share).sum()
        uses[5] += case.share * (w["fair"] - fair > 0)
        found, all_profits = [], {}
        for name, topic in case.topics.items():
            profit, count, order = profits(self.reduced(topic, prices), topic.cost, topic.least, topic.room)
            all_profits[name] = profit
            for p in topic.programmes:
                rows = [row for row, column in enumerate(topic.columns) if column.p == p]
                if rows:
                    row = rows[int(np.argmax(profit[rows]))]
                    if profit[row] > 0:
                        found.append((-profit[row], p, name, row, count[row], order[row]))
        left = self.groups
        held = []
        for profit, p, name, row, count, order in sorted(found, key=lambda entry: entry[:2]):
            topic, copies = case.topics[name], min(case.limits.times[p], left)
            copies = min(copies, len(topic.columns[row].starts) * len(case.rooms))
            if copies <= 0:
                continue
            left -= copies
            total -= profit * copies
            chosen = order[:count]
            people = topic.people[chosen]
            held.append((name, row, copies))
            np.add.at(uses[0], topic.wishes[chosen], copies)
            np.add.at(uses[1], people, copies)
            np.add.at(uses[2], people, copies * topic.lost[row][chosen])
            np.add.at(uses[3], people[topic.due[chosen]], -copies)
            np.add.at(uses[4], case.school[people], -copies * case.fresh[case.school[people]])
            np.add.at(uses[5], case.school[people], -copies)
            paying = case.purse[people] >= 0
            np.add.at(uses[6], case.purse[people][paying], copies * topic.fee[row] / self.coin)
        return total + w["stay"] * len(case.old), used, all_profits

    def run(self, rounds, value, watch, goal):
        """Lowers the bound by steps along the averaged excess of the rows. Ends early where the bound meets the goal or nothing moves."""
        for count in range(rounds):
            watch.look()
            bound, used, found = self.look(self.prices)
            if bound < self.bound - 1e-9:
                self.stale = self.stale if bound > self.bound * (1 - 1e-4) else 0
                self.bound, self.best, self.profit = bound, self.prices.copy(), found
            else:
                self.stale += 1
            if self.stale >= 8:
                self.step, self.stale, self.prices, self.turn = self.step / 2, 0, self.best.copy(), None
                if self.step < 1e-3:
                    return
                continue
            excess = used - self.right
            self.turn = excess if self.turn is None else 0.6 * self.turn + 0.4 * excess
            norm = float(self.turn @ self.turn)
            if norm < 1e-12:
                return
            target = max(value, 0.9 * self.bound)
            if self.bound - value <= goal * abs(self.bound):
                return
            self.prices = np.clip(self.prices + self.step * (bound - target) / norm * self.turn, 0, self.top)
            if count % 20 == 19:
                watch.say("relaxation", value, self.bound, None)

    def seat_price(self):
        """What it costs elsewhere that a wish is fulfilled here."""
        wish, most, _, due, _, _, _ = self.parts(self.best)
        case = self.case
        return wish + most[case.wish_person] + case.wish_due * (case.weights["due"] - due[case.wish_person])


def construct(plan, price, watch, deep=10 ** 6, floor=1e-6):
    """Holds groups one after another, the dearest first, as long as one is worth more than nothing. What a column is worth is known before only from above: it is counted when its
    turn comes, and waits again where another may be worth more. `deep`: so many columns of each topic are looked at."""
    case = plan.case
    heap = []
    for name, topic in case.topics.items():
        people = topic.people
        extra = case.weights["due"] * topic.due + (case.weights["fair"] + case.weights["new"] * case.fresh / 3)[case.school[people]]
        profit, _, _ = profits(topic.worth + extra - (price[topic.wishes] if price is not None else 0), topic.cost, topic.least, topic.room)
        heap += [(-profit[row], name, int(row)) for row in np.argsort(-profit, kind="stable")[:deep] if profit[row] > floor]
    heapq.heapify(heap)
    while heap and len(plan.groups) < plan.limits.groups:
        watch.look()
        _, name, row = heapq.heappop(heap)
        scores, make = offers(plan, case.topics[name], row, price)
        best = int(np.argmax(scores))
        if scores[best] <= floor:
            continue
        if heap and -scores[best] > heap[0][0]:
            heapq.heappush(heap, (-scores[best], name, row))
            continue
        plan.put(make(best))
        heapq.heappush(heap, (-scores[best], name, row))
    return plan


class Watch:
    """Says how far the work is, and ends it: when somebody asks, or when the safety net of seconds is used up (only then the clock decides)."""

    def __init__(self, seconds, out):
        self.end, self.asked, self.out, self.late = time.monotonic() + seconds, threading.Event(), out, False

    def look(self):
        self.late = time.monotonic() > self.end
        if self.late or self.asked.is_set():
            raise Stopped

    def left(self):
        return max(1.0, self.end - time.monotonic())

    def say(self, step, value, bound, groups):
        bound = None if bound is None or not math.isfinite(bound) else bound
        gap = None if bound is None or value is None else gap_of(value, bound)
        self.out({"step": step, "value": None if value is None else round(value, 2), "bound": None if bound is None else round(bound, 2),
                  "gap": None if gap is None else round(gap, 4), "groups": groups})


def gap_of(value, bound):
    """The part of the bound that the plan does not reach, 0 … 1."""
    return max(0.0, (bound - value) / bound) if bound > 1e-9 else 0.0


class Programme:
    """A linear programme with whole numbers, written row by row, maximised by HiGHS."""

    def __init__(self):
        self.cost, self.upper, self.lower, self.whole, self.rows, self.low, self.high = [], [], [], [], [], [], []

    def variable(self, cost, upper=1.0, lower=0.0, whole=True):
        for values, value in ((self.cost, cost), (self.upper, upper), (self.lower, lower), (self.whole, whole)):
            values.append(value)
        return len(self.cost) - 1

    def row(self, terms, high, low=-math.inf):
        self.rows.append(terms)
        self.low.append(low)
        self.high.append(high)

    def solve(self, watch, seed, gap=1e-6, nodes=10 ** 6, start=None, progress=None, relaxed=False):
        """(status: "optimal", "limit" or "none", values, bound, prices of the rows)"""
        lp, model = highspy.HighsLp(), highspy.HighsModel()
        lp.num_col_, lp.num_row_, lp.sense_ = len(self.cost), len(self.rows), highspy.ObjSense.kMaximize
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.array(self.cost, float), np.array(self.lower, float), np.array(self.upper, float)
        lp.row_lower_, lp.row_upper_ = np.array(self.low, float), np.array(self.high, float)
        sizes = [len(terms) for terms in self.rows]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
        lp.a_matrix_.index_ = np.array([column for terms in self.rows for column, _ in terms], np.int32)
        lp.a_matrix_.value_ = np.array([value for terms in self.rows for _, value in terms], float)
        if not relaxed:
            lp.integrality_ = [highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous for whole in self.whole]
        engine = highspy.Highs()
        for name, value in (("output_flag", False), ("threads", 1), ("parallel", "off"), ("random_seed", seed % 2 ** 31), ("mip_rel_gap", gap), ("mip_abs_gap", 1e-6),
                            ("mip_max_nodes", nodes), ("time_limit", watch.left())):
            engine.setOptionValue(name, value)
        model.lp_ = lp
        engine.passModel(model)
        if start is not None:
            engine.setSolution(len(start), np.arange(len(start), dtype=np.int32), np.array(start, float))

        def interrupt(event):
            if watch.asked.is_set():
                event.interrupt()

        engine.cbMipInterrupt.subscribe(interrupt)
        engine.cbSimplexInterrupt.subscribe(interrupt)
        if progress is not None:
            engine.cbMipImprovingSolution.subscribe(lambda event: progress(event.data_out.objective_function_value, event.data_out.mip_dual_bound))
        engine.run()
        status, info = engine.getModelStatus(), engine.getInfo()
        if status == highspy.HighsModelStatus.kTimeLimit:
            watch.late = True
        if status == highspy.HighsModelStatus.kInfeasible or info.primal_solution_status != 2:
            return ("none" if status == highspy.HighsModelStatus.kInfeasible else "limit"), None, None, None
        solution = engine.getSolution()
        return ("optimal" if status == highspy.HighsModelStatus.kOptimal else "limit", np.array(solution.col_value), info.mip_dual_bound if not relaxed else info.objective_function_value,
                np.array(solution.row_dual) if relaxed else None)


class Choice:
    """A group that a model may hold: one programme in one room at one start, led by as many of `leaders` as it needs, with the wishes that it may fulfil."""

    def __init__(self, p, place, start, room, leaders, wishes, worth, need):
        self.p, self.place, self.start, self.room, self.leaders, self.wishes, self.worth, self.need = p, place, start, room, list(leaders), wishes, worth, need


class Model:
    """All hard rules about some choices beside a plan whose groups stay: exact, with persons."""

    def __init__(self, plan, choices, held=(), pins=(), people=True):
        self.plan, self.choices, self.lp = plan, choices, Programme()
        case, limits, lp, w = plan.case, plan.limits, self.lp, plan.case.weights
        rows = {}

        def add(kind, key, column, value=1.0):
            rows.setdefault((kind, key), []).append((column, value))

        self.y, self.t, self.x, self.pin = [], {}, [], {}
        dues, fresh, fair = {}, {}, {}
        for c, choice in enumerate(choices):
            programme = case.programmes[choice.p]
            days = case.start_days[choice.start][:programme["days"]]
            stay = w["stay"] * ((choice.p, choice.place, choice.start) in case.stays)
            bare = case.cost(choice.p, choice.place, choice.room, ())
            y = lp.variable(stay - bare, lower=float(c in held))
            self.y.append(y)
            fixed = len(choice.leaders) == choice.need
            for trainer in choice.leaders:
                cost = case.cost(choice.p, choice.place, choice.room, (trainer,)) - bare
                if fixed:
                    lp.cost[y] -= cost
                    t = y
                else:
                    t = self.t[c, trainer] = lp.variable(-cost)
                    add("need", c, t)
                if limits.on("trainer:%s" % case.trainers[trainer]["id"]):
                    for day in days:
                        add("trainer", (trainer, day), t)
                if programme["wallet"] is not None and case.trainer_fee[trainer]:
                    add("purse", programme["wallet"], t, case.trainer_fee[trainer] * programme["days"])
            if not fixed:
                add("need", c, y, -float(choice.need))
            if limits.on("room:%s" % case.rooms[choice.room]["id"]):
                for day in days:
                    add("room", (choice.room, day), y)
            for day in days:
                add("day", day, y)
            add("times", choice.p, y)
            add("groups", 0, y)
            if programme["wallet"] is not None and case.room_fee[choice.room]:
                add("purse", programme["wallet"], y, case.room_fee[choice.room] * programme["days"])
            for number, pin in enumerate(pins):
                if matches(case, pin, choice):
                    self.pin[number, c] = lp.variable(0.0)
                    add("pin", number, self.pin[number, c])
                    add("pinned", c, self.pin[number, c])
                    rows["pinned", c] = [term for term in rows["pinned", c] if term[0] != y] + [(y, -1.0)]
            size = limits.on("size:%s" % programme["id"])
            most, least = limits.seats(choice.p, choice.room) if size else 10 ** 4, programme["min"] if size else 0
            hits = case.away(choice.start, programme["days"])
            persons = case.wish_person[choice.wishes]
            lost = hits.sum(0)[case.turn[persons]]
            fits = (lost <= plan.leave[persons]) & ~plan.served[choice.wishes] & (plan.most[persons] > 0) & ~plan.busy[persons][:, days].any(1)
            if not people:
                if fits.sum() < least or most < least:
                    lp.upper[y] = 0.0
                self.x.append([])
                continue
            seats, own = [], programme.get("fee") or 0
            for k in np.flatnonzero(fits):
                i, wish = int(persons[k]), int(choice.wishes[k])
                x = lp.variable(float(choice.worth[k]))
                seats.append((x, int(k)))
                add("wish", wish, x)
                add("person", i, x)
                if not held or c not in held:
                    lp.row([(x, 1.0), (y, -1.0)], 0.0)
                for day in days:
                    add("busy", (i, day), x)
                if lost[k]:
                    add("leave", i, x, float(lost[k]))
                    for j, day in enumerate(days):
                        if hits[j, case.turn[i]]:
                            for number, (keys, _) in enumerate(limits.covers):
                                if keys[i] >= 0:
                                    add("cover", (number, day, int(keys[i])), x)
                if own and case.purse[i] >= 0:
                    add("purse", int(case.purse[i]), x, float(own))
                school = int(case.school[i])
                if case.wish_due[wish] and plan.due[i] == 0 and w["due"]:
                    dues.setdefault(i, []).append(x)
                if case.fresh[school] and plan.seats[school] == 0 and w["new"]:
                    fresh.setdefault(school, []).append(x)
                if plan.seats[school] < case.share[school] and w["fair"]:
                    fair.setdefault(school, []).append(x)
            lp.row([(x, 1.0) for x, _ in seats] + [(y, -float(most))], 0.0)
            lp.row([(x, 1.0) for x, _ in seats] + [(y, -float(least))], math.inf, 0.0)
            self.x.append(seats)
        self.soft = []
        for counted, points, most in ((dues, w["due"], lambda i: 1), (fresh, w["new"], lambda s: 1), (fair, w["fair"], lambda s: int(case.share[s] - plan.seats[s]))):
            for key, seats in sorted(counted.items()):
                d = lp.variable(points, upper=float(most(key)), whole=False)
                lp.row([(d, 1.0)] + [(x, -1.0) for x in seats], 0.0)
                self.soft.append((d, seats, float(most(key))))
        room = {
            "trainer": lambda key: 1 - plan.trainer_busy[key[0], key[1]], "room": lambda key: 1 - plan.room_busy[key[0], key[1]],
            "day": lambda day: limits.a_day - plan.a_day[day], "times": lambda p: limits.times[p] - plan.times[p], "groups": lambda _: limits.groups - len(plan.groups),
            "purse": lambda u: plan.amount[u] - plan.spent[u], "wish": lambda _: 1, "person": lambda i: plan.most[i], "busy": lambda _: 1, "leave": lambda i: plan.leave[i],
            "cover": lambda key: limits.covers[key[0]][1][key[2]] - plan.away[key[0]][key[1], key[2]], "pinned": lambda _: 0}
        seen = set()
        for (kind, key), terms in rows.items():
            if kind in ("need", "pin"):
                lp.row(terms, 0.0 if kind == "need" else 1.0, 0.0 if kind == "need" else 1.0)
                continue
            limit = float(room[kind](key))
            if sum(value for _, value in terms) <= limit and kind != "pinned":
                continue
            mark = (limit, tuple(terms))
            if mark not in seen:
                seen.add(mark)
                lp.row(terms, limit)
        self.impossible = any(("pin", number) not in rows for number in range(len(pins)))

    def start(self, groups):
        """Values of the variables for groups that are among the choices: where the solver may begin."""
        values = np.zeros(len(self.lp.cost))
        at = {(c.p, c.start, c.room): number for number, c in enumerate(self.choices)}
        for group in groups:
            number = at.get((group.p, group.start, group.room))
            if number is None or (set(group.trainers) - set(self.choices[number].leaders)):
                return None
            values[self.y[number]] = 1
            for trainer in group.trainers:
                if (number, trainer) in self.t:
                    values[self.t[number, trainer]] = 1
            own = set(group.wishes.tolist())
            for x, k in self.x[number]:
                values[x] = float(int(self.choices[number].wishes[k]) in own)
        for d, seats, most in self.soft:
            values[d] = min(most, values[seats].sum())
        return values

    def groups(self, values, pins=()):
        case, found = self.plan.case, []
        for c, choice in enumerate(self.choices):
            if values[self.y[c]] > 0.5:
                leaders = [t for t in choice.leaders if (c, t) not in self.t or values[self.t[c, t]] > 0.5]
                taken = [k for x, k in self.x[c] if values[x] > 0.5]
                pin = next((pins[n]["id"] for n in range(len(pins)) if (n, c) in self.pin and values[self.pin[n, c]] > 0.5), None)
                found.append(Group(choice.p, choice.place, choice.start, choice.room, leaders, choice.wishes[taken], choice.worth[taken], pin))
        return found


def matches(case, pin, choice):
    """Whether a choice is what a pin asks for. What a pin does not name is free."""
    return (pin["programme"] == case.programmes[choice.p]["id"] and pin.get("place") in (None, case.places[choice.place]["id"])
            and pin.get("start") in (None, case.starts[choice.start]["id"]) and pin.get("room") in (None, case.rooms[choice.room]["id"])
            and (pin.get("trainers") is None or {case.trainers[t]["id"] for t in choice.leaders} == set(pin["trainers"])))


def choices_of(case, limits, p, place=None, start=None, room=None, trainers=None, plan=None):
    """All choices of a programme under some rules, narrowed to what is given as ids."""
    programme, found = case.programmes[p], []
    topic = case.topics.get(programme["topic"])
    if topic is None:
        return []
    plan, seats = plan or Plan(case, limits), {}
    for where in programme["where"]:
        if place not in (None, case.places[where]["id"]) or limits.bans(p, where):
            continue
        leaders = limits.leaders(p, where)
        if trainers is not None:
            leaders = [t for t in leaders if case.trainers[t]["id"] in trainers]
        need = programme.get("need", 1) if trainers is None else len(trainers)
        for s in range(len(case.starts)):
            days = limits.days(p, s) if start in (None, case.starts[s]["id"]) else None
            if days is None:
                continue
            able = [t for t in leaders if not plan.trainer_busy[t, days].any() and not limits.bans(p, where, start=s, trainer=t)]
            if len(able) < need:
                continue
            kind = int(case.start_kind[s])
            if (where, kind) not in seats:
                worth = topic.seat(case, p, where, kind, limits.on("km"))
                seats[where, kind] = topic.wishes[worth > NEVER], worth[worth > NEVER]
            for r in np.flatnonzero(case.room_place == where):
                if room not in (None, case.rooms[r]["id"]) or plan.room_busy[r, days].any() or limits.bans(p, where, room=r, start=s):
                    continue
                found.append(Choice(p, where, s, int(r), able, *seats[where, kind], need))
    return found


def held_pins(case, limits, watch):
    """The pinned groups under some rules: a list of groups, or None where the rules leave no place for all of them."""
    pins = [pin for pin in case.pins if limits.on("pin:%s" % pin["id"])]
    plan, found, known = Plan(case, limits), [], set()
    for pin in pins:
        if pin["programme"] not in case.programme_at:
            return None
        for choice in choices_of(case, limits, case.programme_at[pin["programme"]], pin.get("place"), pin.get("start"), pin.get("room"), pin.get("trainers"), plan):
            key = (choice.p, choice.start, choice.room, tuple(choice.leaders))
            if key not in known:
                known.add(key)
                found.append(choice)
    seats = sum(len(choice.wishes) for choice in found)
    model = Model(plan, found, pins=pins, people=seats <= 40_000)
    if model.impossible:
        return None
    for column in range(len(model.lp.cost)):
        model.lp.cost[column] = 0.0
    status, values, _, _ = model.lp.solve(watch, case.seed, nodes=2_000)
    if status == "limit" and watch.asked.is_set():
        raise Stopped
    return None if values is None else model.groups(values, pins)


def contradiction(case, watch):
    """QuickXplain: a smallest set of named rules that cannot hold together (none of them can be left out)."""
    names = ["pin:%s" % pin["id"] for pin in case.pins]
    meant = sorted({pin["programme"] for pin in case.pins if pin["programme"] in case.programme_at})
    names += ["%s:%s" % (kind, p) for p in meant for kind in ("authorised", "cycle", "size", "times")]
    names += ["room:%s" % room["id"] for room in case.rooms] + ["seats:%s" % room["id"] for room in case.rooms] + ["trainer:%s" % trainer["id"] for trainer in case.trainers]
    names += ["purse:%s" % purse["id"] for purse in case.purses] + ["forbidden:%s" % row["id"] for row in case.forbidden] + [rule["id"] for rule in case.rules]
    names += ["leave", "most", "km"]

    def possible(active):
        watch.look()
        return held_pins(case, Limits(case, frozenset(active)), watch) is not None

    def narrow(ground, fresh, rest):
        if fresh and not possible(ground):
            return []
        if len(rest) == 1:
            return rest
        half = len(rest) // 2
        later = narrow(ground + rest[:half], True, rest[half:])
        return narrow(ground + later, bool(later), rest[:half]) + later

    return None if possible(names) else sorted(narrow([], False, names))


class Run:
    """One run: from the input to the plan, with everything that is told on the way."""

    def __init__(self, job, out, watch):
        self.case, self.watch = Case(job), watch
        self.rounds, self.repairs, self.nodes, self.whole = EFFORTS[self.case.effort]
        self.best, self.value, self.bound, self.stopped, self.exact, self.relaxation = None, None, math.inf, "work", False, None
        self.print = hashlib.sha256(json.dumps({key: value for key, value in job.items() if key != "seconds"}, sort_keys=True).encode()).hexdigest()[:16]

    def run(self):
        case, watch = self.case, self.watch
        pinned = []
        if case.pins:
            pinned = self.hold_pins()
            if isinstance(pinned, dict):
                return pinned
        ground = Plan(case)
        for group in pinned:
            ground.put(group)
        self.take(ground, "pins")
        try:
            self.work(ground)
        except Stopped:
            self.stopped = "asked" if watch.asked.is_set() else "time"
        if watch.late:
            self.stopped = "time"
        return {"plan": Report(self).plan()}

    def hold_pins(self):
        """The pinned groups: one after another where that goes, else all at once by the solver."""
        case, plan = self.case, Plan(self.case)
        for pin in case.pins:
            group = self.hold(plan, pin)
            if group is None:
                found = held_pins(case, case.limits, self.watch)
                if found is not None:
                    return found
                named = contradiction(case, self.watch)
                return {"contradiction": named or ["pin:%s" % pin["id"]], "proved": named is not None}
            plan.put(group)
        return plan.groups

    def hold(self, plan, pin):
        case = self.case
        p = case.programme_at.get(pin["programme"])
        topic = case.topics.get(case.programmes[p]["topic"]) if p is not None else None
        best = None
        for row, column in enumerate(topic.columns if topic else []):
            if column.p != p or pin.get("place") not in (None, case.places[column.place]["id"]):
                continue
            rooms = None if pin.get("room") is None else [r for r in column.rooms if case.rooms[r]["id"] == pin["room"]]
            starts = None if pin.get("start") is None else [s for s in column.starts if case.starts[s]["id"] == pin["start"]]
            lead = None if pin.get("trainers") is None else [t for t in column.leaders if case.trainers[t]["id"] in pin["trainers"]]
            if (rooms is not None and not rooms) or (starts is not None and not starts) or (lead is not None and len(lead) < len(pin["trainers"])):
                continue
            scores, make = offers(plan, topic, row, starts=starts, rooms=rooms, trainers=lead)
            j = int(np.argmax(scores))
            if scores[j] > NEVER / 2 and (best is None or scores[j] > best[0]):
                best = scores[j], make, j
        return best and best[1](best[2], pin["id"])

    def take(self, plan, step):
        """Keeps a plan that is worth more than the best so far, and says so."""
        value = plan.value()
        if self.value is None or value > self.value + 1e-6:
            self.best, self.value = plan, value
        self.say(step)

    def say(self, step):
        self.watch.say(step, self.value, self.bound, len(self.best.groups))

    def reached(self):
        if gap_of(self.value, self.bound) <= (self.case.goal if not self.exact else 1e-6):
            self.stopped = "goal"
            return True
        return False

    def work(self, ground):
        case, watch = self.case, self.watch
        if not case.topics:
            self.bound, self.stopped = self.value, "goal"
            return
        if self.small():
            self.exactly(ground)
            return
        start = self.again(ground)
        self.take(construct(start.copy(), None, watch, 20), "first")
        self.relaxation = Relaxation(case)
        self.relaxation.run(self.rounds, self.value, watch, case.goal / 2)
        self.bound = min(self.bound, self.relaxation.bound)
        price = self.relaxation.seat_price()
        for part in (1.0, 0.7):
            plan = construct(start.copy(), part * price, watch)
            self.take(self.seat(construct(plan, None, watch)), "prices")
            if self.reached():
                return
        self.improve(price)

    def again(self, ground):
        """The pinned groups, and of the old plan what can still be held as it was."""
        plan, case = ground.copy(), self.case
        there = {(g.p, g.place, g.start) for g in plan.groups}
        for old in case.old:
            if old is None or old[:3] in there:
                continue
            pin = {"id": None, "programme": case.programmes[old[0]]["id"], "place": case.places[old[1]]["id"], "start": case.starts[old[2]]["id"]}
            exact = {**pin, "room": case.rooms[old[3]]["id"], "trainers": [case.trainers[t]["id"] for t in old[4]]}
            group = self.hold(plan, exact) or self.hold(plan, pin)
            if group is not None:
                plan.put(group)
        return plan

    def small(self):
        """Whether every choice of every programme can be asked of the solver at once."""
        case, seats, self.all = self.case, 0, []
        if sum(len(topic.columns) for topic in case.topics.values()) > 200:
            return False
        for p, programme in enumerate(case.programmes):
            found = choices_of(case, case.limits, p)
            seats += sum(1 + len(choice.wishes) for choice in found)
            self.all += found
            if seats > SMALL:
                return False
        return True

    def exactly(self, ground):
        case, watch = self.case, self.watch
        self.exact = True
        self.take(construct(ground.copy(), None, watch), "first")
        empty = Plan(case)
        model = Model(empty, self.all, pins=case.pins)

        def progress(value, bound):
            if math.isfinite(bound):
                self.bound = min(self.bound, bound)
                watch.say("exact", value if math.isfinite(value) else self.value, self.bound, None)

        status, values, bound, _ = model.lp.solve(watch, case.seed, gap=min(case.goal, 1e-6), nodes=self.whole, start=None if case.pins else model.start(self.best.groups), progress=progress)
        if values is not None:
            plan = Plan(case)
            for group in model.groups(values, case.pins):
                plan.put(group)
            self.bound = max(bound, plan.value()) if status == "optimal" else bound
            self.take(plan, "exact")
        watch.look()
        self.reached()

    def seat(self, plan):
        """Persons anew over the groups that are held, all at once."""
        free = Plan(self.case)
        return self.solved(free, plan.groups, [], plan, hold=True)

    def solved(self, rest, own, others, before, hold=False):
        """The plan in which `own` groups may be changed and `others` (choices) held instead; `before` where nothing better is found."""
        case = self.case
        choices, held = [], set()
        for group in own:
            topic = case.topics[case.programmes[group.p]["topic"]]
            row = topic.worth[next(row for row, c in enumerate(topic.columns) if (c.p, c.place, c.kind) == (group.p, group.place, case.start_kind[group.start]))]
            if hold or group.pin is not None:
                held.add(len(choices))
            lead = list(group.trainers)
            choices.append(Choice(group.p, group.place, group.start, group.room, lead, topic.wishes[row > NEVER], row[row > NEVER], len(lead)))
        known = {(c.p, c.start, c.room) for c in choices}
        choices += [choice for choice in others if (choice.p, choice.start, choice.room) not in known]
        model = Model(rest, choices, held)
        start = model.start(own)
        status, values, _, _ = model.lp.solve(self.watch, case.seed, gap=1e-3, nodes=self.nodes, start=start)
        if values is None:
            return before
        pins = {(g.p, g.start, g.room): g.pin for g in own}
        for group in model.groups(values):
            group.pin = pins.get((group.p, group.start, group.room))
            rest.put(group)
        return rest if rest.value() > before.value() + 1e-6 else before

    def improve(self, price):
        """Frees the groups of a few topics, offers other columns beside them and solves that part exactly; again with others, as long as there is work left."""
        case, watch, dice = self.case, self.watch, random.Random(self.case.seed)
        names, ring, wide, since = sorted(case.topics), [], 3, 0
        profit = {name: self.relaxation.profit[name] for name in names}
        for _ in range(self.repairs):
            watch.look()
            if len(ring) < wide:
                ring = names[:]
                dice.shuffle(ring)
            chosen, ring = ring[:wide], ring[wide:]
            rest = self.best.copy()
            own = [g for g in self.best.groups if case.programmes[g.p]["topic"] in chosen]
            for group in own:
                rest.put(group, -1)
            others = []
            for name in sorted(chosen):
                topic, ranked = case.topics[name], []
                for row in np.argsort(-profit[name], kind="stable")[:30]:
                    scores, make = offers(rest, topic, int(row), 0.5 * price)
                    best = int(np.argmax(scores))
                    if scores[best] > 0:
                        ranked.append((-scores[best], int(row), make(best)))
                for _, row, group in sorted(ranked, key=lambda entry: entry[:2])[:10]:
                    column, worth = topic.columns[row], topic.worth[row]
                    others.append(Choice(group.p, group.place, group.start, group.room, group.trainers, topic.wishes[worth > NEVER], worth[worth > NEVER], len(group.trainers)))
            before = self.value
            self.take(self.solved(rest, own, others, self.best), "improve")
            since = 0 if self.value > before + 1e-6 else since + 1
            if self.reached():
                return
            if since * wide > len(names):
                wide, since = wide + 1, 0
                if wide > 5:
                    return


class Report:
    """What is told of a plan: for every group whom it serves, what it saves and what the next best would be; what is scarce; what is not held and why."""

    def __init__(self, run):
        self.run, self.case, self.best = run, run.case, run.best
        self.plan_free = run.best.copy()

    def plan(self):
        case, run = self.case, self.run
        order = sorted(self.best.groups, key=lambda g: (g.start, g.place, g.p, g.room))
        bound = max(run.bound, run.value) if math.isfinite(run.bound) else None
        return {
            "groups": [self.group(group) for group in order], "value": round(run.value, 2), "bound": None if bound is None else round(bound + 0.005, 2),
            "gap": None if bound is None else round(gap_of(run.value, bound), 4), "exact": run.exact, "stopped": run.stopped, "effort": case.effort, "left": self.left(),
            "prices": self.prices(), "engine": "highs " + highspy.Highs().version(), "fingerprint": run.print}

    def group(self, group):
        case, plan = self.case, self.plan_free
        programme, w = case.programmes[group.p], case.weights
        people = case.wish_person[group.wishes]
        before = plan.value()
        plan.put(group, -1)
        worth = before - plan.value()
        following = self.following(group, worth)
        fresh = sorted({int(s) for s in case.school[people]} - {int(s) for s in np.flatnonzero(plan.seats > 0)})
        plan.put(group)
        why = {"due": 0, "priority": 0, "wish": 0}
        for k in group.wishes:
            wish = case.wishes[k][1]
            why["due" if wish.get("due") else "priority" if wish.get("priority") or programme.get("priority") else "wish"] += 1
        return {
            "programme": programme["id"], "place": case.places[group.place]["id"], "room": case.rooms[group.room]["id"], "start": case.starts[group.start]["id"],
            "days": case.starts[group.start]["days"][:programme["days"]], "trainers": [case.trainers[t]["id"] for t in group.trainers],
            "persons": [case.persons[i]["id"] for i in people], "pin": group.pin, "worth": round(worth, 2), "why": why, "schools": len(set(case.school[people].tolist())),
            "new": [case.schools[s]["id"] for s in fresh if case.fresh[s]], **self.travel(group, people), "next": following}

    def travel(self, group, people):
        """There and back on each day, by road (great circle × detour). Nearest: the other place with a room for the group to which these persons have the fewest km."""
        case, days = self.case, self.case.programmes[group.p]["days"]
        km = case.km[case.school[people]].sum(0) * 2 * days

        def told(kilometres):
            kilometres = float(kilometres)
            return {"km": round(kilometres, 1), "hours": round(kilometres / case.travel["speed"], 2), "money": round(kilometres * case.travel["per_km"]),
                    "co2": round(kilometres * case.travel["co2"] / 1000, 1)}

        large = [place for place in case.programmes[group.p]["where"] if place != group.place and (case.room_seats[case.room_place == place] >= len(people)).any()]
        nearest = min(large, key=lambda place: (round(float(km[place]), 1), place)) if large else None
        return {"travel": told(km[group.place]), "saved": {
            "centre": None if case.centre is None else told(km[case.centre] - km[group.place]),
            "nearest": None if nearest is None else {"place": case.places[nearest]["id"], **told(km[nearest] - km[group.place])}}}

    def following(self, group, worth):
        """The next best: the same programme there at another time, and at another place, with what would be lost."""
        case, topic, plan = self.case, self.case.topics[self.case.programmes[group.p]["topic"]], self.plan_free
        best = {}
        for row, column in enumerate(topic.columns):
            if column.p != group.p:
                continue
            scores, _ = offers(plan, topic, row)
            name = "start" if column.place == group.place else "place"
            for j in np.argsort(-scores, kind="stable")[:2]:
                if scores[j] > NEVER / 2 and (name == "place" or column.starts[j] != group.start) and (name not in best or scores[j] > best[name][0]):
                    best[name] = float(scores[j]), column, int(column.starts[j])
        return {name: None if name not in best else {"place": case.places[best[name][1].place]["id"], "start": case.starts[best[name][2]]["id"], "less": round(worth - best[name][0], 2)}
                for name in ("start", "place")}

    def prices(self):
        """Points that one more free day of a trainer, of a room at a place, or one more group on a day would bring: the prices of a relaxation of the dates, in which each group
        of the plan, and what comes next beside it, has at each start the worth that it would have there."""
        case, run = self.case, self.run
        if case.effort == "quick" or run.watch.asked.is_set() or not self.best.groups:
            return None
        limits, plan, lp, rows = case.limits, self.plan_free, Programme(), {}
        at = {(c.p, c.place, c.kind): (topic, row) for topic in case.topics.values() for row, c in enumerate(topic.columns)}
        lots = []
        for group in list(plan.groups):
            plan.put(group, -1)
            held = plan.trainer_busy, plan.room_busy, plan.a_day
            plan.trainer_busy, plan.room_busy, plan.a_day = limits.absent.astype(int), limits.closed.astype(int), np.zeros_like(plan.a_day)
            topic, row = at[group.p, group.place, case.start_kind[group.start]]
            lots.append((topic.columns[row], offers(plan, topic, row)[0]))
            plan.trainer_busy, plan.room_busy, plan.a_day = held
            plan.put(group)
        if len(plan.groups) < limits.groups:
            held = plan.trainer_busy, plan.room_busy, plan.a_day
            plan.trainer_busy, plan.room_busy, plan.a_day = limits.absent.astype(int), limits.closed.astype(int), np.zeros_like(plan.a_day)
            others = [(topic.columns[row], offers(plan, topic, row)[0]) for topic in case.topics.values() for row in range(len(topic.columns))]
            plan.trainer_busy, plan.room_busy, plan.a_day = held
            lots += sorted((lot for lot in others if lot[1].max() > 0), key=lambda lot: (-float(lot[1].max()), lot[0].p, lot[0].place, lot[0].kind))[:40]
        for column, scores in lots:
            need, once = case.programmes[column.p].get("need", 1), []
            for j in np.flatnonzero(scores > 0):
                y = lp.variable(float(scores[j]))
                once.append((y, 1.0))
                team = [(y, -float(need))]
                for trainer in column.leaders:
                    days = [day for day in column.days[j] if not limits.absent[trainer, day]]
                    if len(days) < len(column.days[j]):
                        continue
                    t = lp.variable(0.0)
                    team.append((t, 1.0))
                    for day in days:
                        rows.setdefault(("trainers", trainer, int(day)), []).append((t, 1.0))
                lp.row(team, 0.0, 0.0)
                for day in column.days[j]:
                    rows.setdefault(("places", column.place, int(day)), []).append((y, 1.0))
                    rows.setdefault(("days", int(day), int(day)), []).append((y, 1.0))
            lp.row(once, 1.0)
        names, first = sorted(rows), len(lp.rows)
        for kind, key, day in names:
            rooms = case.room_place == key
            lp.row(rows[kind, key, day], float({"trainers": 1, "places": int((~limits.closed[rooms, day]).sum()), "days": limits.a_day}[kind]))
        if not lp.cost:
            return None
        _, _, _, duals = lp.solve(run.watch, case.seed, relaxed=True)
        if duals is None:
            return None
        sums = {"trainers": {}, "places": {}, "days": {}}
        for (kind, key, _), dual in zip(names, duals[first:]):
            sums[kind][key] = sums[kind].get(key, 0.0) + abs(float(dual))
        name = {"trainers": lambda key: case.trainers[key]["id"], "places": lambda key: case.places[key]["id"], "days": lambda key: case.days[key]}
        return {kind: [{"id": name[kind](key), "price": round(price, 2)} for key, price in sorted(found.items(), key=lambda entry: (-round(entry[1], 2), entry[0]))[:20] if price >= 0.01]
                for kind, found in sums.items()}

    def left(self):
        """Programmes that are not held, each with the first reason: nobody who may lead it, no room, no day, too few who wish it, too little worth, or no group left to hold."""
        case, limits, found = self.case, self.case.limits, []
        held = {group.p for group in self.best.groups}
        for p, programme in enumerate(case.programmes):
            if p in held:
                continue
            topic = case.topics.get(programme["topic"])
            wished = 0 if topic is None else int(sum(case.wishes[k][1].get("programme") in (None, programme["id"]) for k in topic.wishes))
            if max([len(limits.leaders(p, place)) for place in programme["where"]] + [0]) < programme.get("need", 1):
                reason = "trainers"
            elif wished < programme["min"]:
                reason = "wishes"
            elif not any(case.room_seats[r] >= programme["min"] and case.room_place[r] in programme["where"] for r in range(len(case.rooms))):
                reason = "rooms"
            elif all(limits.days(p, s) is None for s in range(len(case.starts))):
                reason = "days"
            elif not any(column.p == p for column in topic.columns):
                reason = "reach"
            else:
                reason = "groups" if len(self.best.groups) >= limits.groups else "worth"
            found.append({"programme": programme["id"], "reason": reason, "wishes": wished})
        return found


def serve():
    """Reads jobs until the input ends, which ends everything at once: nothing is written anywhere but to the line."""
    line = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library might print is no answer
    jobs, ready, current = [], threading.Semaphore(0), [None]

    def say(answer):
        line.write(json.dumps(answer, ensure_ascii=False) + "\n")
        line.flush()

    def read():
        for text in sys.stdin:
            try:
                job = json.loads(text)
                kind = job["work"]
            except (ValueError, KeyError, TypeError):
                job, kind = None, "unreadable"
            if kind == "stop":
                if current[0] is not None:
                    current[0].asked.set()
                continue
            watch = Watch((job or {}).get("seconds") or 600, say)
            if current[0] is None:
                current[0] = watch
            jobs.append((job, kind, watch))
            ready.release()
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    while True:
        ready.acquire()
        job, kind, watch = jobs.pop(0)
        current[0] = watch
        try:
            if kind != "plan":
                raise Fault("no work " + kind)
            answer = Run(job, say, watch).run()
        except Stopped:
            answer = {"stopped": "asked" if watch.asked.is_set() else "time"}
        except Fault as fault:
            answer = {"fault": str(fault)}
        except Exception as error:
            answer = {"fault": "%s: %s" % (type(error).__name__, error)}
        current[0] = None
        say(answer)


if __name__ == "__main__":
    serve()
