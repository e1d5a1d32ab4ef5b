"""Small numbers in tables with sums: what can be computed of what is hidden, and what must be hidden so that nothing can.

A *release* is a set of numbers with the sums that tie them. Several releases stand beside each other: what came between two is a number, too.
"""

import itertools, math

import highspy
import numpy as np

from case import Fault


def apart(low, high, enough):
    """Whether whole numbers within these ends lie further apart than that."""
    return np.floor(high + 1e-6) - np.ceil(low - 1e-6) > enough


class Unknowns:
    """The hidden numbers as variables, none below zero, and all that is shown as equations between them. They fall apart into groups that know nothing of each
    other.
    """

    def __init__(self):
        self.names, self.at, self.rows = [], {}, []

    def add(self, name):
        if name not in self.at:
            self.at[name] = len(self.names)
            self.names.append(name)
        return self.at[name]

    def equal(self, terms, value):
        """The sum of (variable, factor) is a number that is shown."""
        if terms:
            self.rows.append((terms, float(value), float(value)))

    def above(self, terms, value):
        self.rows.append((terms, float(value), math.inf))

    def groups(self):
        head = list(range(len(self.names)))

        def root(i):
            while head[i] != i:
                head[i] = head[head[i]]
                i = head[i]
            return i

        for terms, _, _ in self.rows:
            for i, _ in terms[1:]:
                a, b = sorted((root(terms[0][0]), root(i)))
                head[b] = a
        found = {}
        for i in range(len(self.names)):
            found.setdefault(root(i), ([], []))[0].append(i)
        for row in self.rows:
            found[root(row[0][0][0])][1].append(row)
        return [found[key] for key in sorted(found)]

    def ranges(self, targets, watch, enough=None):
        """For each target, a list of (variable, factor): (least, greatest) whole number that agrees with all rows, None where there is no bound. `enough`: a
        target is left as soon as two solutions, found for whatever target, lie further apart than that; what is then told is not its whole range.
        """
        by_group, result = {}, [None] * len(targets)
        groups = self.groups()
        group_of = {i: g for g, (own, _) in enumerate(groups) for i in own}
        for number, terms in enumerate(targets):
            meant = {group_of[i] for i, _ in terms}
            if len(meant) == 1:
                by_group.setdefault(meant.pop(), []).append(number)
            else:  # parts that know nothing of each other: the sum of their ranges, which is never too wide
                ends = [self.ranges([[term]], watch)[0] for term in terms]
                ends = [(a, b) if factor > 0 else (None if b is None else -b, None if a is None else -a) for (a, b), (_, factor) in zip(ends, terms)]
                result[number] = tuple(None if any(end[side] is None for end in ends) else sum(end[side] for end in ends) for side in (0, 1))
        for g, numbers in sorted(by_group.items()):
            own, rows = groups[g]
            local = {i: place for place, i in enumerate(own)}
            engine = self.engine(own, rows, local)
            own_terms = {number: [(local[i], factor) for i, factor in targets[number]] for number in numbers}
            low, high = np.full(len(numbers), np.inf), np.full(len(numbers), -np.inf)
            width = max(len(terms) for terms in own_terms.values())
            columns = np.array([[i for i, _ in own_terms[number]] + [0] * (width - len(own_terms[number])) for number in numbers])
            factors = np.array([[factor for _, factor in own_terms[number]] + [0] * (width - len(own_terms[number])) for number in numbers], float)
            if enough is not None and len(numbers) > 20:
                self.spread(engine, columns, factors, low, high, enough, watch)
            for place, number in enumerate(numbers):
                ends = []
                for side in (highspy.ObjSense.kMaximize, highspy.ObjSense.kMinimize):
                    watch.look()
                    if enough is not None and apart(low[place], high[place], enough):
                        break
                    end, values = self.end(engine, own_terms[number], side)
                    ends.append(end)
                    if end is None and enough is not None:
                        break
                    if values is not None:
                        found = (values[columns] * factors).sum(1)
                        low, high = np.minimum(low, found), np.maximum(high, found)
                if len(ends) == 2:
                    result[number] = ends[1], ends[0]
                else:
                    result[number] = (None, None) if None in ends else (math.ceil(low[place] - 1e-6), math.floor(high[place] + 1e-6))
        return result

    def spread(self, engine, columns, factors, low, high, enough, watch):
        """Moves many targets at once, some up and some down, then others, as long as that brings a tenth of those that are left far enough apart."""
        engine.changeColsBounds(
            engine.getNumCol(), np.arange(engine.getNumCol(), dtype=np.int32), np.zeros(engine.getNumCol()), np.full(engine.getNumCol(), 1e6)
        )
        dice, idle, number = np.random.default_rng(0), 0, 0
        while idle < 3:
            watch.look()
            left = np.flatnonzero(~apart(low, high, enough))
            if len(left) <= 20:
                break
            signs = np.ones(len(left)) if number < 2 else dice.choice((-1.0, 1.0), len(left))
            cost = np.zeros(engine.getNumCol())
            np.add.at(cost, columns[left], factors[left] * signs[:, None] * (-1) ** number)
            engine.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
            engine.changeObjectiveSense(highspy.ObjSense.kMaximize)
            engine.run()
            number += 1
            if engine.getModelStatus() == highspy.HighsModelStatus.kOptimal:
                found = (np.array(engine.getSolution().col_value)[columns] * factors).sum(1)
                np.minimum(low, found, out=low)
                np.maximum(high, found, out=high)
            idle = idle + 1 if number > 1 and apart(low[left], high[left], enough).sum() < 0.1 * len(left) else 0
        columns_all = np.arange(engine.getNumCol(), dtype=np.int32)
        engine.changeColsCost(len(columns_all), columns_all, np.zeros(len(columns_all)))
        engine.changeColsBounds(len(columns_all), columns_all, np.zeros(len(columns_all)), np.full(len(columns_all), np.inf))

    def engine(self, own, rows, local):
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(own), len(rows)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.zeros(len(own)), np.zeros(len(own)), np.full(len(own), np.inf)
        lp.row_lower_, lp.row_upper_ = np.array([low for _, low, _ in rows], float), np.array([high for _, _, high in rows], float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.concatenate(([0], np.cumsum([len(terms) for terms, _, _ in rows]))).astype(np.int32)
        lp.a_matrix_.index_ = np.array([local[i] for terms, _, _ in rows for i, _ in terms], np.int32)
        lp.a_matrix_.value_ = np.array([factor for terms, _, _ in rows for _, factor in terms], float)
        engine = highspy.Highs()
        for name, value in (("output_flag", False), ("threads", 1), ("presolve", "off"), ("solver", "simplex"), ("random_seed", 0)):
            engine.setOptionValue(name, value)
        engine.passModel(lp)
        return engine

    def end(self, engine, terms, side):
        for i, factor in terms:
            engine.changeColCost(i, float(factor))
        engine.changeObjectiveSense(side)
        engine.run()
        status, value = engine.getModelStatus(), engine.getInfo().objective_function_value
        for i, _ in terms:
            engine.changeColCost(i, 0.0)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Fault("no numbers agree with what is shown")
        if status != highspy.HighsModelStatus.kOptimal:
            return None, None
        return (math.ceil(value - 1e-6) if side == highspy.ObjSense.kMinimize else math.floor(value + 1e-6)), np.array(engine.getSolution().col_value)


def search(releases, growing, within, watch, enough=None, only=None):
    """Attacks releases given as (values by name, None where hidden; sums as (total, parts)). Told: the range of each hidden number, and of each change
    between two releases of which a reader can learn that it is not nothing and how large, within `within`. `only`: of the last release no other names
    are looked at.
    """
    unknown = Unknowns()
    for r, (values, _) in enumerate(releases):
        for name, value in values.items():
            if value is None:
                unknown.add((r, name))
    for r, (values, sums) in enumerate(releases):
        for total, parts in sums:
            terms = [(unknown.at[r, name], factor) for name, factor in [(total, -1)] + [(part, 1) for part in parts] if values[name] is None]
            known = sum(factor * values[name] for name, factor in [(total, 1)] + [(part, -1) for part in parts] if values[name] is not None)
            unknown.equal(terms, known)
    changes = []
    for r in range(1, len(releases)):
        (before, _), (after, _) = releases[r - 1 : r + 1]
        for name in after:
            if name not in before:
                continue
            terms, known = [], 0
            for q, factor in ((r, 1), (r - 1, -1)):
                value = releases[q][0][name]
                if value is None:
                    terms.append((unknown.at[q, name], factor))
                else:
                    known += factor * value
            if growing and terms:
                unknown.above(terms, -known)
            changes.append((r, name, terms, known))
    wanted = lambda r, name: only is None or (r == len(releases) - 1 and name in only)
    hidden = [(r, name) for r, name in unknown.names if wanted(r, name)]
    changes = [change for change in changes if wanted(*change[:2])]
    found = unknown.ranges([[(unknown.at[key], 1)] for key in hidden], watch, enough)
    cells = [(r, name, least, greatest) for (r, name), (least, greatest) in zip(hidden, found)]
    moved, asked = [], [change for change in changes if change[2]]
    for (r, name, _, known), (least, greatest) in zip(asked, unknown.ranges([terms for _, _, terms, _ in asked], watch, enough)):
        least, greatest = None if least is None else least + known, None if greatest is None else greatest + known
        if least is not None and greatest is not None and greatest - least <= within and max(abs(least), abs(greatest)) <= within and (least or greatest):
            moved.append((r, name, least, greatest))
    moved += [(r, name, known, known) for r, name, terms, known in changes if not terms and 0 < abs(known) <= within]
    return cells, sorted(moved, key=lambda entry: (entry[0], str(entry[1])))


def near(cells, within):
    """Those of the hidden numbers that can be told within so much."""
    return [(r, name, least, greatest) for r, name, least, greatest in cells if greatest is not None and greatest - least <= within]


def attack(job, watch):
    """`releases`: each {"cells": [{"id", "value": number or null}], "sums": [{"total": id, "parts": [ids]}]}; a single one may stand in the job itself.
    `within`: 4.
    """
    within, given = int(job.get("within", 4)), job.get("releases") or [job]
    try:
        releases = [
            (
                {cell["id"]: cell["value"] for cell in sorted(release["cells"], key=lambda cell: str(cell["id"]))},
                [(row["total"], row["parts"]) for row in release["sums"]],
            )
            for release in given
        ]
        cells, changes = search(releases, bool(job.get("growing", True)), within, watch)
    except (KeyError, TypeError) as error:
        raise Fault("%s: %s" % (type(error).__name__, error))
    told = lambda rows: [{"release": r, "id": name, "least": least, "greatest": greatest} for r, name, least, greatest in rows]
    return {
        "hidden": told(cells),
        "exactly": sum(least == greatest for _, _, least, greatest in cells),
        "within": len(near(cells, within)),
        "changes": told(changes),
    }


class Cube:
    """Counts by some dimensions with all their sums. A cell is a tuple of values, None for the sum over a dimension."""

    def __init__(self, job):
        width = len(job["dimensions"])
        rows = {}
        for cell in job["cells"]:
            rows[tuple(cell["at"])] = rows.get(tuple(cell["at"]), 0) + int(cell["count"])
        listed = job.get("values") or [None] * width
        self.axes = [sorted(set(listed[d] or []) | {at[d] for at in rows}, key=str) for d in range(width)]
        tables = [frozenset(table) for table in job.get("tables") or [range(width)]]
        shown = sorted(
            {frozenset(part) for table in tables for size in range(len(table) + 1) for part in itertools.combinations(sorted(table), size)},
            key=lambda part: (-len(part), sorted(part)),
        )
        self.values = {at: 0 for part in shown for at in itertools.product(*[self.axes[d] if d in part else [None] for d in range(width)])}
        for at, count in rows.items():
            for part in shown:
                self.values[tuple(value if d in part else None for d, value in enumerate(at))] += count
        # From the finest level upwards: each number is the sum over one dimension more.
        self.sums = []
        for part in shown:
            for d in sorted(part):
                for at in itertools.product(*[[None] if e == d or e not in part else self.axes[e] for e in range(width)]):
                    self.sums.append((at, [at[:d] + (value,) + at[d + 1 :] for value in self.axes[d]]))
        self.lines = {}
        for number, (total, parts) in enumerate(self.sums):
            for at in [total] + parts:
                self.lines.setdefault(at, []).append(number)

    def order(self, at):
        return (sum(value is None for value in at), [str(value) for value in at])


def hide(job, watch):
    """Which numbers of a cube a release may show. Hidden are counts of 1 … `threshold` - 1, changes since an earlier release that are as small, and beside
    them as many others as it takes until the attack tells no hidden number, and no change, within `within`.
    """
    try:
        cube = Cube(job)
        earlier = [{tuple(cell["at"]): cell["value"] for cell in release["cells"]} for release in job.get("earlier") or []]
    except (KeyError, TypeError, IndexError) as error:
        raise Fault("%s: %s" % (type(error).__name__, error))
    threshold, within, growing = int(job.get("threshold", 5)), int(job.get("within", 4)), bool(job.get("growing", True))
    why = {at: "small" for at, value in cube.values.items() if 0 < value < threshold}
    for before in earlier:
        for at, value in before.items():
            if at in cube.values and at not in why and value is not None and 0 < abs(cube.values[at] - value) < threshold:
                why[at] = "change"
            if at in cube.values and at not in why and value is None:
                why[at] = "earlier"  # hidden stays hidden
    layers = [(cube.values, frozenset())] + [
        (
            {at: cube.values[at] - value for at, value in before.items() if at in cube.values and value is not None},
            frozenset(at for at, value in before.items() if value is None),
        )
        for before in earlier
    ]
    rounds, only = 0, None
    while True:
        rounds += 1
        known = set(why)
        beside(cube, layers, why, threshold)
        shown = {at: None if at in why else value for at, value in cube.values.items()}
        releases = [({at: value for at, value in before.items() if at in cube.values}, sums_of(cube, before)) for before in earlier] + [(shown, cube.sums)]
        cells, changes = search(releases, growing, within, watch, within, only if only is None else only | (set(why) - known))
        last = len(releases) - 1
        open_cells = [name for r, name, _, _ in near(cells, within) if r == last] + [name for r, name, _, _ in changes if r == last]
        more = [at for name in sorted(set(open_cells), key=cube.order) for at in [another(cube, name, why)] if at is not None]
        if not more:
            break
        for at in more:
            why.setdefault(at, "beside")
        # What is hidden beside gives the rest more freedom, never less: only what was found, and what is new, is looked at again.
        only = set(open_cells) | set(more)
    found = near(cells, within)
    return {
        "cells": [{"at": list(at), "value": shown[at], "why": why.get(at)} for at in sorted(cube.values, key=lambda at: (cube.order(at)))],
        "rounds": rounds,
        "hidden": len(why),
        "small": sum(reason == "small" for reason in why.values()),
        "numbers": len(cube.values),
        "exactly": sum(least == greatest for _, _, least, greatest in found),
        "within": len(found),
        "changes": len(changes),
    }


def sums_of(cube, values):
    return [(total, parts) for total, parts in cube.sums if total in values and all(part in values for part in parts)]


def beside(cube, layers, why, threshold):
    """In each line at least two numbers are hidden, and those hidden together are not few: else the smallest beside them goes, too. Line by line until nothing
    more is needed.
    """
    waiting = list(range(len(cube.sums)))
    while waiting:
        again = set()
        for number in waiting:
            total, parts = cube.sums[number]
            for values, apart in layers:
                if any(at not in values and at not in apart for at in [total] + parts):
                    continue
                gone = [at for at in parts if at in why or at in apart]
                top = total in why or total in apart
                if not gone and not top:
                    continue
                if (len(gone) >= 2 and (top or sum(abs(cube.values[at]) if at in apart else abs(values[at]) for at in gone) >= threshold)) or (top and gone):
                    continue
                free = sorted(
                    (at for at in parts if at not in why and at not in apart and cube.values[at] > 0), key=lambda at: (cube.values[at], cube.order(at))
                )
                chosen = free[0] if free else (None if top else total)
                if chosen is not None and chosen not in why:
                    why[chosen] = "beside"
                    again.update(cube.lines[chosen])
        waiting = sorted(again)


def another(cube, name, why):
    """The smallest number that is still shown in a line with this one, or else in a line with one of its neighbours, and so on; None where all are hidden."""
    known, ring = {name}, {name}
    while ring:
        free = [at for at in ring if at not in why and cube.values[at] > 0]
        if free:
            return min(free, key=lambda at: (cube.values[at], cube.order(at)))
        ring = {
            at for one in ring if one in why or one == name for number in cube.lines.get(one, []) for at in [cube.sums[number][0]] + cube.sums[number][1]
        } - known
        known |= ring
    return None
