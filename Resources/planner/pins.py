"""What was pinned: held under all rules, or the smallest set of rules that contradict each other."""
from case import Limits
from model import Model, choices_of
from plan import Plan
from watch import Stopped


def held_pins(case, limits, watch):
    """The pinned groups under some rules: a list of groups, or None where the rules leave no place for all of them."""
    pins = [pin for pin in case.pins if limits.on("pin:%s" % pin["id"])]
    if not pins:
        return []
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
