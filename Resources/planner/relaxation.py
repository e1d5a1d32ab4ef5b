"""The bound that knows persons, and the prices of what is scarce."""

import numpy as np

from case import NEVER


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
    """The bound that knows persons. Each row that ties groups together has a price: a wish is fulfilled once, a person comes so often and has so much leave,
    what is due counts once, a school is new once, a purse is spent once. For any prices, the sum of all groups that still pay, each whole and with
    whom it likes, is not below the worth of any plan.
    """

    def __init__(self, case):
        self.case, w = case, case.weights
        people, schools = len(case.persons), len(case.schools)
        self.sizes = [len(case.wishes), people, people, people, schools, schools, len(case.purses)]
        self.cuts = np.cumsum([0] + self.sizes)
        self.coin = max([1.0] + [float(p.get("fee") or 0) for p in case.programmes])
        self.right = np.concatenate((np.ones(len(case.wishes)), case.most, case.leave, np.zeros(people), np.zeros(2 * schools), case.amount / self.coin))
        due, new = w["due"] * case.due_person, w["new"] * case.fresh
        wide = np.full(people, np.inf)
        self.top = np.concatenate(
            (np.full(len(case.wishes), np.inf), wide, wide, due, new, np.full(schools, float(w["fair"])), np.full(len(case.purses), np.inf))
        )
        self.prices = np.concatenate(
            (np.zeros(len(case.wishes) + 2 * people), 0.6 * due, 0.1 * new, 0.5 * np.full(schools, float(w["fair"])), np.zeros(len(case.purses)))
        )
        self.best, self.bound = self.prices.copy(), np.inf
        self.rows, self.stays = {}, {}
        for topic in case.topics.values():
            for row, column in enumerate(topic.columns):
                self.rows.setdefault(column.p, []).append(row)
        for p, _, _ in sorted(case.stays):
            self.stays[p] = self.stays.get(p, 0) + 1
        limits = case.limits
        self.groups = min(limits.groups, limits.a_day * len(case.days), 10**5)
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
                rows = self.rows.get(p)
                if rows is None:
                    continue
                row = rows[int(np.argmax(profit[rows]))]
                # As many groups as the old plan had of the programme may stay where they were.
                stays = min(self.stays.get(p, 0), case.limits.times[p])
                for more, copies in ((w["stay"], stays), (0, case.limits.times[p] - stays)):
                    if copies > 0 and profit[row] + more > 0:
                        found.append((-profit[row] - more, p, name, row, copies, count[row], order[row]))
        left = self.groups
        for profit, p, name, row, copies, count, order in sorted(found, key=lambda entry: entry[:2]):
            topic, copies = case.topics[name], min(copies, left)
            if copies <= 0:
                continue
            left -= copies
            total -= profit * copies
            chosen = order[:count]
            people = topic.people[chosen]
            np.add.at(uses[0], topic.wishes[chosen], copies)
            np.add.at(uses[1], people, copies)
            np.add.at(uses[2], people, copies * topic.lost[row][chosen])
            np.add.at(uses[3], people[topic.due[chosen]], -copies)
            np.add.at(uses[4], case.school[people], -copies * case.fresh[case.school[people]])
            np.add.at(uses[5], case.school[people], -copies)
            paying = case.purse[people] >= 0
            np.add.at(uses[6], case.purse[people][paying], copies * topic.fee[row] / self.coin)
        return float(total), used, all_profits

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
            # A price that cannot fall, or rise, has no part in the step.
            way = np.where(((self.prices <= 0) & (self.turn < 0)) | ((self.prices >= self.top) & (self.turn > 0)), 0.0, self.turn)
            norm = float(way @ way)
            if norm < 1e-12:
                return
            target = max(value, 0.9 * self.bound)
            if self.bound - value <= goal * abs(self.bound):
                return
            self.prices = np.clip(self.prices + self.step * (bound - target) / norm * way, 0, self.top)
            if count % 20 == 19:
                watch.say("relaxation", value, self.bound, None)

    def seat_price(self):
        """What it costs elsewhere that a wish is fulfilled here."""
        wish, most, _, due, _, _, _ = self.parts(self.best)
        case = self.case
        return wish + most[case.wish_person] + case.wish_due * (case.weights["due"] - due[case.wish_person])
