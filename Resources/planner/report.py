"""What is told of a plan."""

import math

import highspy
import numpy as np

from case import NEVER
from model import Programme
from plan import offers
from watch import gap_of


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
            "groups": [self.group(group) for group in order],
            "value": round(run.value, 2),
            "bound": None if bound is None else round(bound + 0.005, 2),
            "gap": None if bound is None else round(gap_of(run.value, bound), 4),
            "exact": run.exact,
            "stopped": run.stopped,
            "effort": case.effort,
            "left": self.left(),
            "prices": self.prices(),
            "engine": "highs " + highspy.Highs().version(),
            "fingerprint": run.print,
        }

    def group(self, group):
        case, plan = self.case, self.plan_free
        programme = case.programmes[group.p]
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
            "programme": programme["id"],
            "place": case.places[group.place]["id"],
            "room": case.rooms[group.room]["id"],
            "start": case.starts[group.start]["id"],
            "days": case.starts[group.start]["days"][: programme["days"]],
            "trainers": [case.trainers[t]["id"] for t in group.trainers],
            "persons": [case.persons[i]["id"] for i in people],
            "pin": group.pin,
            "worth": round(worth, 2),
            "why": why,
            "schools": len(set(case.school[people].tolist())),
            "new": [case.schools[s]["id"] for s in fresh if case.fresh[s]],
            **self.travel(group, people),
            "next": following,
        }

    def travel(self, group, people):
        """There and back on each day, by road (great circle × detour). Nearest: the other place with a room for them to which they have the fewest km."""
        case, days = self.case, self.case.programmes[group.p]["days"]
        km = case.km[case.school[people]].sum(0) * 2 * days

        def told(kilometres):
            kilometres = float(kilometres)
            return {
                "km": round(kilometres, 1),
                "hours": round(kilometres / case.travel["speed"], 2),
                "money": round(kilometres * case.travel["per_km"]),
                "co2": round(kilometres * case.travel["co2"] / 1000, 1),
            }

        large = [
            place for place in case.programmes[group.p]["where"] if place != group.place and (case.room_seats[case.room_place == place] >= len(people)).any()
        ]
        nearest = min(large, key=lambda place: (round(float(km[place]), 1), place)) if large else None
        return {
            "travel": told(km[group.place]),
            "saved": {
                "centre": None if case.centre is None else told(km[case.centre] - km[group.place]),
                "nearest": None if nearest is None else {"place": case.places[nearest]["id"], **told(km[nearest] - km[group.place])},
            },
        }

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
        return {
            name: (
                None
                if name not in best
                else {"place": case.places[best[name][1].place]["id"], "start": case.starts[best[name][2]]["id"], "less": round(worth - best[name][0], 2)}
            )
            for name in ("start", "place")
        }

    def prices(self):
        """Points that one more free day of a trainer, of a room at a place, or one more group on a day would bring: the prices of a relaxation of the dates, in
        which each group of the plan, and what comes next beside it, has at each start the worth that it would have there.
        """
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
        return {
            kind: [
                {"id": name[kind](key), "price": round(price, 2)}
                for key, price in sorted(found.items(), key=lambda entry: (-round(entry[1], 2), entry[0]))[:20]
                if price >= 0.01
            ]
            for kind, found in sums.items()
        }

    def left(self):
        """Programmes that are not held, each with the first reason: nobody who may lead it, no room, no day, too few who wish it, too little worth, or no group
        left to hold.
        """
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
