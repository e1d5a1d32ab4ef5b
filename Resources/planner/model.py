"""Some groups with all hard rules, exactly, for the solver."""

import math

import highspy
import numpy as np

from case import NEVER
from plan import Group, Plan


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

    def solve(self, watch, seed, gap=1e-6, nodes=10**6, start=None, progress=None, relaxed=False):
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
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("parallel", "off"),
            ("random_seed", seed % 2**31),
            ("mip_rel_gap", gap),
            ("mip_abs_gap", 1e-6),
            ("mip_max_nodes", nodes),
            ("time_limit", watch.left()),
        ):
            engine.setOptionValue(name, value)
        model.lp_ = lp
        if engine.passModel(model) == highspy.HighsStatus.kError:
            raise ValueError("the solver does not take the model")
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
        return (
            "optimal" if status == highspy.HighsModelStatus.kOptimal else "limit",
            np.array(solution.col_value),
            info.mip_dual_bound if not relaxed else info.objective_function_value,
            np.array(solution.row_dual) if relaxed else None,
        )


class Choice:
    """A group that a model may hold: one programme in one room at one start, led by as many of `leaders` as it needs, with the wishes that it may fulfil."""

    def __init__(self, p, place, start, room, leaders, wishes, worth, need):
        self.p, self.place, self.start, self.room, self.leaders, self.wishes, self.worth, self.need = p, place, start, room, list(leaders), wishes, worth, need


class Model:
    """All hard rules about some choices beside a plan whose groups stay: exact, with persons."""

    def __init__(self, plan, choices, held=(), pins=(), people=True):
        self.plan, self.choices, self.pins, self.lp = plan, choices, pins, Programme()
        case, limits, lp, w = plan.case, plan.limits, self.lp, plan.case.weights
        rows = {}

        def add(kind, key, column, value=1.0):
            rows.setdefault((kind, key), []).append((column, value))

        self.y, self.t, self.x, self.pin = [], {}, [], {}
        dues, fresh, fair = {}, {}, {}
        for c, choice in enumerate(choices):
            programme = case.programmes[choice.p]
            days = case.start_days[choice.start][: programme["days"]]
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
            most, least = limits.seats(choice.p, choice.room) if size else 10**4, programme["min"] if size else 0
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
        for counted, points, most in (
            (dues, w["due"], lambda i: 1),
            (fresh, w["new"], lambda s: 1),
            (fair, w["fair"], lambda s: int(case.share[s] - plan.seats[s])),
        ):
            for key, seats in sorted(counted.items()):
                d = lp.variable(points, upper=float(most(key)), whole=False)
                lp.row([(d, 1.0)] + [(x, -1.0) for x in seats], 0.0)
                self.soft.append((d, seats, float(most(key))))
        room = {
            "trainer": lambda key: 1 - plan.trainer_busy[key[0], key[1]],
            "room": lambda key: 1 - plan.room_busy[key[0], key[1]],
            "day": lambda day: limits.a_day - plan.a_day[day],
            "times": lambda p: limits.times[p] - plan.times[p],
            "groups": lambda _: limits.groups - len(plan.groups),
            "purse": lambda u: plan.amount[u] - plan.spent[u],
            "wish": lambda _: 1,
            "person": lambda i: plan.most[i],
            "busy": lambda _: 1,
            "leave": lambda i: plan.leave[i],
            "cover": lambda key: limits.covers[key[0]][1][key[2]] - plan.away[key[0]][key[1], key[2]],
            "pinned": lambda _: 0,
        }
        seen = set()
        for (kind, key), terms in rows.items():
            if kind in ("need", "pin"):
                lp.row(terms, 0.0 if kind == "need" else 1.0, 0.0 if kind == "need" else 1.0)
                continue
            if kind == "purse":  # a group pays its room and each of its trainers
                sums = {}
                for column, value in terms:
                    sums[column] = sums.get(column, 0.0) + value
                terms = list(sums.items())
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
            for (pin, choice), column in self.pin.items():
                values[column] = max(values[column], float(choice == number and self.pins[pin]["id"] == group.pin))
        for d, seats, most in self.soft:
            values[d] = min(most, values[seats].sum())
        return values

    def groups(self, values, pins=()):
        found = []
        for c, choice in enumerate(self.choices):
            if values[self.y[c]] > 0.5:
                leaders = [t for t in choice.leaders if (c, t) not in self.t or values[self.t[c, t]] > 0.5]
                taken = [k for x, k in self.x[c] if values[x] > 0.5]
                pin = next((pins[n]["id"] for n in range(len(pins)) if (n, c) in self.pin and values[self.pin[n, c]] > 0.5), None)
                found.append(Group(choice.p, choice.place, choice.start, choice.room, leaders, choice.wishes[taken], choice.worth[taken], pin))
        return found


def matches(case, pin, choice):
    """Whether a choice is what a pin asks for. What a pin does not name is free."""
    return (
        pin["programme"] == case.programmes[choice.p]["id"]
        and pin.get("place") in (None, case.places[choice.place]["id"])
        and pin.get("start") in (None, case.starts[choice.start]["id"])
        and pin.get("room") in (None, case.rooms[choice.room]["id"])
        and (pin.get("trainers") is None or {case.trainers[t]["id"] for t in choice.leaders} == set(pin["trainers"]))
    )


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
