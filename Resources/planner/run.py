"""One run: from the input to the best plan that the work allows."""

import hashlib, json, math, random

import numpy as np

from case import EFFORTS, NEVER, SMALL, Case
from model import Choice, Model, choices_of
from pins import contradiction, held_pins, pinned_choices, seated
from plan import Plan, construct, offers
from relaxation import Relaxation
from report import Report
from watch import Stopped, gap_of


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
            self.bound = min(self.bound, self.relaxation.bound if self.relaxation else math.inf)
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
                found = found and seated(case, found, self.watch)
                if found is not None:
                    return found
                named = contradiction(case, self.watch)
                return {"contradiction": named or ["pin:%s" % pin["id"]], "proved": named is not None}
            plan.put(group)
        return plan.groups

    def hold(self, plan, pin, floor=NEVER / 2):
        """The best group that is what a pin asks for, beside the plan; None where there is none, or none worth more than `floor`."""
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
            if scores[j] > floor and (best is None or scores[j] > best[0]):
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
        for rounds, part in ((min(self.rounds, 60), 1.0), (self.rounds - 60, 1.0), (0, 0.7)):
            if rounds > 0:
                self.relaxation.run(rounds, self.value, watch, case.goal / 2)
                self.bound = min(self.bound, self.relaxation.bound)
            elif self.case.effort == "quick":
                return
            price = self.relaxation.seat_price()
            self.take(self.seat(construct(construct(start.copy(), part * price, watch), None, watch)), "prices")
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
            whole = len(old[4]) == case.programmes[old[0]].get("need", 1)
            group = (whole and self.hold(plan, exact, 0)) or self.hold(plan, pin, 0)
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
        self.take(construct(ground.copy(), None, watch), "first")
        empty = Plan(case)
        if case.pins:
            self.all += pinned_choices(case, case.limits, [pin for pin in case.pins if pin.get("trainers") is not None], empty)
        model = Model(empty, self.all, pins=case.pins)

        def progress(value, bound):
            if math.isfinite(bound):
                self.bound = min(self.bound, bound)
                watch.say("exact", value if math.isfinite(value) else self.value, self.bound, None)

        status, values, bound, _ = model.lp.solve(
            watch,
            case.seed,
            gap=case.goal if case.effort == "quick" else 1e-6,
            nodes=self.whole,
            start=None if case.pins else model.start(self.best.groups),
            progress=progress,
        )
        if values is not None:
            plan = Plan(case)
            for group in model.groups(values, case.pins):
                plan.put(group)
            self.bound, self.exact = max(bound, plan.value()), status == "optimal"
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
            row = topic.worth[
                next(row for row, c in enumerate(topic.columns) if (c.p, c.place, c.kind) == (group.p, group.place, case.start_kind[group.start]))
            ]
            if hold:
                held.add(len(choices))
            lead = list(group.trainers)
            choices.append(Choice(group.p, group.place, group.start, group.room, lead, topic.wishes[row > NEVER], row[row > NEVER], len(lead)))
        known = {(c.p, c.start, c.room) for c in choices}
        choices += [choice for choice in others if (choice.p, choice.start, choice.room) not in known]
        pins = [] if hold else [pin for pin in case.pins if pin["id"] in {group.pin for group in own}]
        model = Model(rest, choices, held, pins)
        start = model.start(own)
        status, values, _, _ = model.lp.solve(self.watch, case.seed, gap=1e-3, nodes=self.nodes, start=start)
        if values is None:
            return before
        kept = {(g.p, g.start, g.room): g.pin for g in own}
        for group in model.groups(values, pins):
            if hold:
                group.pin = kept[group.p, group.start, group.room]
            rest.put(group)
        return rest if rest.value() > before.value() + 1e-6 else before

    def improve(self, price):
        """Frees the groups of a few topics, offers other columns beside them and solves that part exactly; again with others, as long as there is work left."""
        case, watch, dice = self.case, self.watch, random.Random(self.case.seed)
        names, ring, wide, since = sorted(case.topics), [], 3, 0
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
            others = self.others(rest, own, chosen, 0.5 * price)
            before = self.value
            self.take(self.solved(rest, own, others, self.best), "improve")
            since = 0 if self.value > before + 1e-6 else since + 1
            if self.reached():
                return
            if since * wide > len(names):
                wide, since = wide + 1, 0
                if wide > 5:
                    return

    def others(self, rest, own, chosen, price):
        """What may be held in place of some groups: of each topic the ten best columns at their best start, then, while the part stays small, more starts of
        them.
        """
        case, first, more = self.case, [], []
        pinned = {group.p for group in own if group.pin is not None}
        for name in sorted(chosen):
            topic, ranked, profit = case.topics[name], [], self.relaxation.profit[name]
            for place, row in enumerate(np.argsort(-profit, kind="stable")):
                if place >= 30 and topic.columns[row].p not in pinned:
                    continue
                scores, make = offers(rest, topic, int(row), price)
                for turn, j in enumerate(np.argsort(-scores, kind="stable")[:3]):
                    if scores[j] > (NEVER / 2 if topic.columns[row].p in pinned else 0):
                        ranked.append((turn, -float(scores[j]), int(row), make(j)))
            ranked.sort(key=lambda entry: entry[:3])
            top = [entry for entry in ranked if entry[0] == 0]
            first += [(topic, *entry[2:]) for entry in top[:10]]
            more += [(topic, *entry[2:]) for entry in top[10:] + ranked[len(top) :]]
        found, seats = [], sum(len(case.topics[case.programmes[group.p]["topic"]].wishes) for group in own)
        for number, (topic, row, group) in enumerate(first + more):
            worth = topic.worth[row]
            able = worth > NEVER
            seats += int(able.sum())
            if number >= len(first) and seats > 2_500:
                break
            found.append(Choice(group.p, group.place, group.start, group.room, group.trainers, topic.wishes[able], worth[able], len(group.trainers)))
        return found
