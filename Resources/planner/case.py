"""The input of a run, read, sorted and numbered: who wishes what, what is there, which rules hold, and every group that could be held."""

import math

import numpy as np

# Points for one seat: a wish of strength 1, a priority, a full index of use, a person of a small school, a seat within the share of a school. Once: an
# obligation due of a person, a school never served before, a group that stays. Taken away: for each unit of money of fees, rooms and trainers, for 10 km.
WEIGHTS = {"wish": 10, "priority": 10, "due": 40, "use": 20, "small": 5, "fair": 5, "new": 100, "stay": 30, "fee": 1, "room": 1, "trainer": 1, "km": 1}
EFFORTS = {  # units of work: rounds of the relaxation, rounds of improvement, nodes of one round, nodes of a whole case
    "quick": (60, 0, 20, 2_000),
    "normal": (300, 60, 60, 20_000),
    "long": (700, 300, 200, 200_000),
}
SMALL = 6_000  # seats that could be given in a case that is solved as a whole
NEVER = -1e9


class Fault(Exception):
    """What the input lacks or contradicts, for whoever made it."""


def kilometres(one, other):
    """Great-circle distance of two [latitude, longitude], in km."""
    a, b = (tuple(math.radians(x) for x in point) for point in (one, other))
    half = math.sin((b[0] - a[0]) / 2) ** 2 + math.cos(a[0]) * math.cos(b[0]) * math.sin((b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(half)))


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
        detour = self.travel["detour"]
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
            programme["where"] = (
                sorted(place_at[place] for place in programme["places"]) if programme.get("places") is not None else list(range(len(self.places)))
            )
            if not 0 < programme["min"] <= programme["max"] or programme["days"] < 1:
                raise ValueError("programme %s has no size or no days" % programme["id"])
        people = self.persons
        self.school = np.array([school_at[person["school"]] for person in people], int)
        self.leave = np.array([person.get("leave", 3) for person in people], int)
        self.most = np.array([person.get("most", 2) for person in people], int)
        self.reach = np.array([person["km"] if person.get("km") is not None else 1e6 for person in people], float)
        self.purse = np.array([purse_at[person["purse"]] if person.get("purse") is not None else -1 for person in people], int)
        self.willing = np.array([[person.get("kinds") is None or kind in person["kinds"] for kind in self.kinds] for person in people], bool).reshape(
            len(people), len(self.kinds)
        )
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

        self.hits = [
            np.array([[hit(day, start.get("part") or "day", *pair) for pair in pairs] for day in start["days"]], bool).reshape(len(start["days"]), len(pairs))
            for start in self.starts
        ]
        # Wishes by topic, persons in the order of their numbers.
        self.wishes, topics = [], {}
        for i, person in enumerate(people):
            own = {}
            for wish in person.get("wishes") or []:
                there = own.get(wish["topic"])
                own[wish["topic"]] = (
                    wish
                    if there is None
                    else {  # one topic wished twice, such as two that became one, is one wish
                        "topic": wish["topic"],
                        "worth": max(wish.get("worth", 1), there.get("worth", 1)),
                        "due": wish.get("due") or there.get("due"),
                        "priority": wish.get("priority") or there.get("priority"),
                        "programme": wish.get("programme") if wish.get("programme") == there.get("programme") else None,
                    }
                )
            for topic, wish in sorted(own.items()):
                topics.setdefault(topic, []).append(len(self.wishes))
                self.wishes.append((i, wish))
        self.wish_person = np.array([i for i, _ in self.wishes], int)
        self.wish_due = np.array([bool(wish.get("due")) for _, wish in self.wishes], bool)
        self.due_person = np.zeros(len(people), bool)
        self.due_person[self.wish_person[self.wish_due]] = True
        self.fresh = np.array([not school.get("served") for school in self.schools], bool)
        crowd = np.bincount(self.school, minlength=len(self.schools))
        self.share = np.array(
            [school["share"] if school.get("share") is not None else math.ceil(0.25 * crowd[j]) for j, school in enumerate(self.schools)], int
        )
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
            return (
                self.programme_at[row["programme"]],
                self.place_at[row["place"]],
                self.start_at[row["start"]],
                self.room_at[row["room"]],
                tuple(sorted(self.trainer_at[trainer] for trainer in row["trainers"])),
            )
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
        return (
            w["room"] * self.room_fee[room] * days / self.unit
            + w["trainer"] * self.trainer_fee[leaders].sum() * days / self.unit
            + w["km"] * 2 * self.trainer_km[leaders, place].sum() * days / 10
        )

    def money(self, p, room, leaders):
        """What a group costs its purse, in the smallest unit of money."""
        return (self.room_fee[room] + self.trainer_fee[list(leaders)].sum()) * self.programmes[p]["days"]


class Limits:
    """The hard rules as tables. `active` names those that hold, None all: so a set of rules can be tried without the rest."""

    def __init__(self, case, active=None):
        self.active, self.case = active, case
        rooms, trainers, days = len(case.rooms), len(case.trainers), len(case.days)
        self.closed, self.absent, self.holiday = np.zeros((rooms, days), bool), np.zeros((trainers, days), bool), np.zeros(days, bool)
        self.groups, self.a_day = 10**6, 10**6
        for rule in case.rules:
            if not self.on(rule["id"]):
                continue
            places = [case.day_at[day] for day in rule.get("days") or [] if day in case.day_at]
            if rule["kind"] == "closure":
                self.closed[
                    np.ix_([r for r in range(rooms) if case.rooms[r]["id"] == rule.get("room") or case.rooms[r]["place"] == rule.get("place")], places)
                ] = True
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
        self.times = [
            programme["most"] if programme.get("most") is not None and self.on("times:%s" % programme["id"]) else 10**6 for programme in case.programmes
        ]

    def on(self, name):
        return self.active is None or name in self.active

    def bans(self, p, place, room=None, start=None, trainer=None):
        """Whether it is forbidden. What is not given is not known yet: a prohibition that names it does not hold yet."""
        case = self.case
        programme, where = case.programmes[p], case.places[place]["id"]
        for row in self.forbidden:
            if all(
                row.get(name) is None or row[name] == value
                for name, value in (
                    ("programme", programme["id"]),
                    ("place", where),
                    ("room", room is not None and case.rooms[room]["id"]),
                    ("start", start is not None and case.starts[start]["id"]),
                    ("trainer", trainer is not None and case.trainers[trainer]["id"]),
                )
            ):
                days = case.start_days[start][: programme["days"]] if start is not None else []
                if row.get("day") is None or row["day"] in [case.days[d] for d in days]:
                    return True
        return False

    def days(self, p, start):
        """The days of a group, or None where the start is too short, touches a holiday or leaves the time for which the programme is approved."""
        case, programme = self.case, self.case.programmes[p]
        days = case.start_days[start][: programme["days"]]
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
                    self.columns.append(
                        Column(
                            case,
                            p,
                            place,
                            kind,
                            rooms,
                            leaders,
                            np.array(starts, int),
                            np.array([days for _, days in there], int),
                            known[programme["days"], starts],
                        )
                    )
                    worth.append(row)
        self.worth = np.array(worth).reshape(len(self.columns), len(self.wishes))
        self.cost = np.array([c.room_cost.min() + c.lead_cost[: case.programmes[c.p].get("need", 1)].sum() for c in self.columns])
        self.least = np.array([case.programmes[c.p]["min"] for c in self.columns], int)
        self.room = np.array([min(case.programmes[c.p]["max"], max(case.room_seats[c.rooms])) for c in self.columns], int)
        self.fee = np.array([case.programmes[c.p].get("fee") or 0 for c in self.columns], float)
        # The fewest lessons days that a start of the column takes from each pair of calendar and shift: the relaxation may not ask for more.
        self.lost = np.array([c.hits.sum(1).min(0)[case.turn[self.people]] for c in self.columns]).reshape(len(self.columns), len(self.wishes))
