"""Small numbers: what naive hiding gives away, and that nothing is left after `hide`."""

import random
import unittest

from line import Line


def invented(seed, topics=12, towns=8, jobs=1, terms=1, persons=400):
    """Wishes of invented persons, as counts of the finest cells."""
    dice = random.Random(seed)
    counts = {}
    for _ in range(persons):
        at = (int(topics * dice.random() ** 2), int(towns * dice.random() ** 1.5), dice.randrange(jobs), dice.randrange(terms))
        counts[at] = counts.get(at, 0) + 1
    return [{"at": list(at), "count": count} for at, count in sorted(counts.items())]


def naive(cells, width=4):
    """All cells and sums, with nothing hidden but 1 … 4."""
    import itertools

    axes = [sorted({cell["at"][d] for cell in cells}) for d in range(width)]
    exact = {}
    for at in itertools.product(*[axis + [None] for axis in axes]):
        exact[at] = sum(cell["count"] for cell in cells if all(value in (None, own) for value, own in zip(at, cell["at"])))
    sums = []
    for at in exact:
        for d in range(width):
            if at[d] is None:
                sums.append({"total": name(at), "parts": [name(at[:d] + (value,) + at[d + 1 :]) for value in axes[d]]})
    return exact, [{"id": name(at), "value": None if 0 < value < 5 else value} for at, value in exact.items()], sums


def name(at):
    return "|".join("*" if value is None else str(value) for value in at)


class Cells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.line = Line()

    @classmethod
    def tearDownClass(cls):
        cls.line.__exit__()

    def test_one_hidden_number_in_a_line_is_no_secret(self):
        answer = self.line.ask(
            {
                "work": "attack",
                "cells": [{"id": "a", "value": None}, {"id": "b", "value": 9}, {"id": "all", "value": 12}],
                "sums": [{"total": "all", "parts": ["a", "b"]}],
            }
        )
        self.assertEqual(answer["attack"]["hidden"], [{"release": 0, "id": "a", "least": 3, "greatest": 3}])
        self.assertEqual((answer["attack"]["exactly"], answer["attack"]["within"]), (1, 1))

    def test_two_hidden_numbers_are_told_within_their_sum(self):
        cells = [{"id": "a", "value": None}, {"id": "b", "value": None}, {"id": "c", "value": 20}, {"id": "all", "value": 32}, {"id": "free", "value": None}]
        answer = self.line.ask({"work": "attack", "cells": cells, "sums": [{"total": "all", "parts": ["a", "b", "c"]}]})["attack"]
        self.assertEqual([(row["id"], row["least"], row["greatest"]) for row in answer["hidden"]], [("a", 0, 12), ("b", 0, 12), ("free", 0, None)])
        self.assertEqual(answer["within"], 0)

    def test_numbers_that_do_not_add_up_are_a_fault(self):
        answer = self.line.ask(
            {
                "work": "attack",
                "cells": [{"id": "a", "value": None}, {"id": "b", "value": 9}, {"id": "all", "value": 2}],
                "sums": [{"total": "all", "parts": ["a", "b"]}],
            }
        )
        self.assertIn("fault", answer)

    def test_the_attack_finds_what_naive_hiding_gives_away_and_nothing_after_hide(self):
        found = 0
        for seed, shapes in ((1, ({}, {"topics": 5, "towns": 4, "jobs": 3, "terms": 2})), (3, ({},))):
            for shape in shapes:
                with self.subTest(seed=seed, **shape):
                    cells = invented(seed, **shape)
                    exact, open_cells, sums = naive(cells)
                    before = self.line.ask({"work": "attack", "cells": open_cells, "sums": sums})["attack"]
                    found += before["exactly"]
                    for row in before["hidden"]:
                        true = next(value for at, value in exact.items() if name(at) == row["id"])
                        self.assertLessEqual(row["least"], true)
                        self.assertTrue(row["greatest"] is None or row["greatest"] >= true)
                    answer = self.line.ask({"work": "hide", "dimensions": ["topic", "municipality", "job", "term"], "cells": cells})
                    self.assertIn("hide", answer, answer)
                    hide = answer["hide"]
                    self.assertEqual((hide["exactly"], hide["within"]), (0, 0))
                    shown = {name(cell["at"]): cell["value"] for cell in hide["cells"]}
                    for at, value in exact.items():
                        self.assertIn(shown[name(at)], (None, value))
                        if 0 < value < 5:
                            self.assertIsNone(shown[name(at)])
                    after = self.line.ask({"work": "attack", "cells": [{"id": key, "value": value} for key, value in shown.items()], "sums": sums})["attack"]
                    self.assertEqual((after["exactly"], after["within"]), (0, 0))
                    if not shape:
                        self.assertLess(hide["hidden"], 0.6 * hide["numbers"])

        self.assertGreater(found, 0)

    def test_hide_says_the_same_twice(self):
        job = {"work": "hide", "dimensions": ["topic", "municipality", "job", "term"], "cells": invented(4)}
        turned = {**job, "cells": job["cells"][::-1]}
        with Line("77") as other:
            self.assertEqual(self.line.ask(job), other.ask(turned))

    def test_three_answers_between_two_releases_are_found_and_then_not(self):
        cells = invented(5, topics=8, towns=6, persons=250)
        first = self.line.ask({"work": "hide", "dimensions": ["a", "b", "c", "d"], "cells": cells})["hide"]
        more = [dict(cell) for cell in cells]
        for cell in sorted(more, key=lambda cell: -cell["count"])[:3]:
            cell["count"] += 1
        alone = self.line.ask({"work": "hide", "dimensions": ["a", "b", "c", "d"], "cells": more})["hide"]
        _, _, sums = naive(cells)
        two = lambda second: {
            "work": "attack",
            "releases": [{"cells": [{"id": name(cell["at"]), "value": cell["value"]} for cell in part["cells"]], "sums": sums} for part in (first, second)],
        }
        self.assertGreater(len(self.line.ask(two(alone))["attack"]["changes"]), 0)
        second = self.line.ask({"work": "hide", "dimensions": ["a", "b", "c", "d"], "cells": more, "earlier": [{"cells": first["cells"]}]})["hide"]
        answer = self.line.ask(two(second))["attack"]
        self.assertEqual(
            (
                answer["changes"],
                [row for row in answer["hidden"] if row["release"] == 1 and row["greatest"] is not None and row["greatest"] - row["least"] <= 4],
            ),
            ([], []),
        )

    def test_a_cube_of_nothing_and_of_one(self):
        self.assertEqual(self.line.ask({"work": "hide", "dimensions": ["a", "b"], "cells": []})["hide"]["hidden"], 0)
        one = self.line.ask({"work": "hide", "dimensions": ["a", "b"], "cells": [{"at": [1, 1], "count": 1}]})["hide"]
        self.assertTrue(all(cell["value"] is None for cell in one["cells"]))


if __name__ == "__main__":
    unittest.main()
