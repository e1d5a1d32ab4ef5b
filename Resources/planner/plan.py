"""A plan: the groups that are held, what they take from what is scarce, and what another group would be worth beside them."""

import heapq

import numpy as np

from case import NEVER
from relaxation import profits


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
        self.leave = case.leave.copy() if limits.on("leave") else np.full(people, 10**6)
        self.most = case.most.copy() if limits.on("most") else np.full(people, 10**6)
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
        days = case.start_days[group.start][: programme["days"]]
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
        total = sum(
            float(g.worth.sum()) - case.cost(g.p, g.place, g.room, g.trainers) + w["stay"] * ((g.p, g.place, g.start) in case.stays) for g in self.groups
        )
        return float(
            total + w["due"] * (self.due > 0).sum() + w["new"] * (case.fresh & (self.seats > 0)).sum() + w["fair"] * np.minimum(self.seats, case.share).sum()
        )

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
        left = np.where(key >= 0, limit[key] - used[column.days[at]][:, :, key], 10**6)
        left = np.where(hits, left, 10**6).min(1)
        counted = chosen & (lost > 0) & (key >= 0)
        chosen &= ~counted | (ranks(counted, key) <= left)
    if fee and len(case.purses):
        own = case.purse[people]
        rest = plan.amount - plan.spent
        left = np.where(own >= 0, np.floor(rest[own] / fee + 1e-9), 10**6)
        if programme["wallet"] is not None:
            left = np.where(own == programme["wallet"], np.floor((rest[programme["wallet"]] - money[:, None]) / fee + 1e-9), left)
        chosen &= ranks(chosen & (own >= 0), own) <= left
    most = np.minimum(programme["max"], case.room_seats[seat])
    place = np.cumsum(chosen, axis=1)
    chosen &= (place <= most[:, None]) & ((score > 0) | (place <= programme["min"]))
    cost = column.room_cost[within][room] + column.lead_cost[among] @ team
    stay = np.array([w["stay"] if (column.p, column.place, s) in case.stays else 0 for s in column.starts[at]], float)
    # A school is new once, and has a share that fills: what every seat was promised of that is set right here.
    untouched, rest = (case.fresh & (plan.seats == 0))[school], (case.share - plan.seats)[school]
    right = np.zeros(len(at))
    if untouched.any() or (rest > 0).any():
        rank = ranks(chosen, school)
        right += (chosen * (untouched * (w["new"] * (rank == 1) - w["new"] / 3))).sum(1)
        right -= w["fair"] * (chosen & (rest > 0) & (rank > rest)).sum(1)
    total = (chosen * score).sum(1) - cost + stay + right
    scores = np.full(len(column.starts), NEVER)
    scores[at] = np.where(chosen.sum(1) >= programme["min"], total, NEVER)

    def make(j, pin=None):
        k = int(np.flatnonzero(at == j)[0])
        taken = order[chosen[k]]
        return Group(
            column.p, column.place, int(column.starts[j]), int(seat[k]), sorted(int(t) for t in lead[team[:, k]]), topic.wishes[taken], worth[taken], pin
        )

    return scores, make


def construct(plan, price, watch, deep=10**6, floor=1e-6):
    """Holds groups one after another, the dearest first, as long as one is worth more than nothing. What a column is worth is known before only from above:
    it is counted when its turn comes, and waits again where another may be worth more. `deep`: so many columns of each topic are looked at.
    """
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
