"""What was pinned: held under all rules, or the smallest set of rules that contradict each other."""

from case import NEVER, Limits
from model import Choice, Model, choices_of
from plan import Plan
from watch import Stopped


def held_pins(case, limits, watch):
    """The pinned groups under some rules: a list of groups, or None where the rules leave no place for all of them."""
    pins = [pin for pin in case.pins if limits.on("pin:%s" % pin["id"])]
    if not pins:
        return []
    plan = Plan(case, limits)
    found = pinned_choices(case, limits, pins, plan)
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


def pinned_choices(case, limits, pins, plan):
    """Each choice that is what some pin asks for, once."""
    found = {}
    for pin in pins:
        if pin["programme"] in case.programme_at:
            p = case.programme_at[pin["programme"]]
            for choice in choices_of(case, limits, p, pin.get("place"), pin.get("start"), pin.get("room"), pin.get("trainers"), plan):
                found.setdefault((choice.p, choice.start, choice.room, tuple(choice.leaders)), choice)
    return list(found.values())


def seated(case, groups, watch):
    """The same groups with their persons; None where the solver finds no seats for all of them."""
    if all(len(group.wishes) for group in groups):
        return groups
    choices = []
    for group in groups:
        topic = case.topics[case.programmes[group.p]["topic"]]
        worth = topic.seat(case, group.p, group.place, int(case.start_kind[group.start]))
        own = worth > NEVER
        choices.append(Choice(group.p, group.place, group.start, group.room, group.trainers, topic.wishes[own], worth[own], len(group.trainers)))
    model = Model(Plan(case), choices, held=set(range(len(choices))))
    _, values, _, _ = model.lp.solve(watch, case.seed, gap=1e-3, nodes=200)
    if values is None:
        return None
    found = model.groups(values)
    for group, before in zip(found, groups):
        group.pin = before.pin
    return found


def contradiction(case, watch):
    """QuickXplain: a smallest set of named rules that cannot hold together (none of them can be left out)."""
    names = ["pin:%s" % pin["id"] for pin in case.pins]
    meant = sorted({pin["programme"] for pin in case.pins if pin["programme"] in case.programme_at})
    names += ["%s:%s" % (kind, p) for p in meant for kind in ("authorised", "cycle", "size", "times")]
    names += (
        ["room:%s" % room["id"] for room in case.rooms]
        + ["seats:%s" % room["id"] for room in case.rooms]
        + ["trainer:%s" % trainer["id"] for trainer in case.trainers]
    )
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
