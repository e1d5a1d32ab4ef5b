"""The planner against exhaustive search, against a recount of every rule, and in all that it must not do."""

import copy
import json
import os
import pathlib
import signal
import sys
import tempfile
import time
import unittest

import exhaustive
import recount
from line import DAY, FOLDER, Line, mixed, town

sys.path.insert(0, str(FOLDER))


def where(group):
    return group["programme"], group["place"], group["start"]


class Planner(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.line = Line()

    @classmethod
    def tearDownClass(cls):
        cls.line.__exit__()

    def plan(self, job):
        """A plan, with every rule and its worth counted anew."""
        answer = self.line.ask(job)
        self.assertIn("plan", answer, answer)
        self.right(job, answer["plan"])
        return answer["plan"]

    def right(self, job, plan):
        self.assertEqual(recount.broken(job, plan["groups"]), [])
        self.assertAlmostEqual(recount.value(job, plan["groups"]), plan["value"], delta=0.011)
        if plan["bound"] is not None:
            self.assertGreaterEqual(plan["bound"], plan["value"] - 0.01)


class Small(Planner):
    def test_a_small_town_is_planned_as_well_as_any_plan_could(self):
        for seed in (2, 4, 7):
            with self.subTest(seed=seed):
                job = town(seed)
                plan = self.plan(job)
                self.assertTrue(plan["exact"])
                self.assertAlmostEqual(plan["value"], exhaustive.best(job), delta=0.011)
                self.assertAlmostEqual(plan["bound"], plan["value"], delta=0.02)

    def test_the_way_of_large_cases_is_not_far_from_the_best_and_its_bound_never_below(self):
        import run
        import watch

        small, planned, sums = run.SMALL, 0, [0.0, 0.0]
        for seed in range(200, 214):
            with self.subTest(seed=seed):
                job, answers = mixed(seed), []
                for run.SMALL in (small, 0):
                    try:
                        answers.append(run.Run(copy.deepcopy(job), None, watch.Watch(60, lambda line: None)).run())
                    finally:
                        run.SMALL = small
                self.assertEqual(set(answers[0]), set(answers[1]))
                if "plan" not in answers[0]:
                    continue
                best, other = (answer["plan"] for answer in answers)
                self.assertTrue(best["exact"])
                self.assertFalse(other["exact"])
                self.right(job, best)
                self.right(job, other)
                self.assertGreaterEqual(other["bound"], best["value"] - 0.01)
                self.assertGreaterEqual(best["value"], other["value"] - 0.01)
                self.assertGreaterEqual(other["value"], 0.9 * best["value"])
                planned, sums = planned + 1, [sums[0] + best["value"], sums[1] + other["value"]]
        self.assertGreater(planned, 8)
        self.assertGreater(sums[1], 0.99 * sums[0])

    def test_all_weights_zero_hold_nothing(self):
        job = town(1)
        job["weights"] = {name: 0 for name in recount.WEIGHTS}
        plan = self.plan(job)
        self.assertEqual((plan["groups"], plan["value"], plan["gap"]), ([], 0, 0))

    def test_a_year_without_wishes_holds_nothing(self):
        job = town(1)
        for person in job["persons"]:
            person["wishes"] = []
        plan = self.plan(job)
        self.assertEqual(plan["groups"], [])
        self.assertEqual({row["reason"] for row in plan["left"]}, {"wishes"})

    def test_nothing_at_all_is_a_plan_of_nothing(self):
        self.assertEqual(self.line.ask({"work": "plan"})["plan"]["groups"], [])

    def test_no_trainer_is_told_as_the_reason(self):
        job = town(1)
        job["trainers"] = []
        for programme in job["programmes"]:
            programme["trainers"] = []
        plan = self.plan(job)
        self.assertEqual(plan["groups"], [])
        self.assertEqual({row["reason"] for row in plan["left"]}, {"trainers"})

    def test_one_topic_wished_twice_is_one_wish(self):
        job = town(2)
        for person in job["persons"]:
            person["wishes"] += [dict(wish) for wish in person["wishes"]]
        self.assertAlmostEqual(self.plan(job)["value"], self.plan(town(2))["value"], delta=0.011)

    def test_what_cannot_be_read_is_a_fault_and_the_next_job_is_done(self):
        job = town(1)
        job["persons"][0]["school"] = 99
        self.assertIn("fault", self.line.ask(job))
        job = town(1)
        job["rooms"][1]["id"] = 1
        self.assertEqual(self.line.ask(job), {"fault": "two rooms have one id"})
        self.assertEqual(self.line.ask({"work": "sing"}), {"fault": "no work sing"})
        self.line.process.stdin.write("no JSON\n")
        self.line.process.stdin.flush()
        self.assertIn("fault", json.loads(self.line.read()))
        job = town(1)
        job["weights"] = {"luck": 1}
        self.assertIn("fault", self.line.ask(job))
        self.plan(town(1))


class Wishes(Planner):
    """What somebody pinned, forbade or had before."""

    def test_pins_stay_and_what_is_forbidden_stays_away(self):
        for seed in (1, 2, 3):
            with self.subTest(seed=seed):
                job = town(seed, people=24, groups=3)
                free = self.plan(job)
                first = free["groups"][0]
                other = next(start["id"] for start in job["starts"] if start["id"] != first["start"] and len(start["days"]) == 2)
                job["pins"] = [{"id": 7, "programme": first["programme"], "start": other}]
                moved = self.line.ask(job)
                if "plan" in moved:
                    self.right(job, moved["plan"])
                    held = next(group for group in moved["plan"]["groups"] if group["pin"] == 7)
                    self.assertEqual((held["programme"], held["start"]), (first["programme"], other))
                    self.assertLessEqual(moved["plan"]["value"], free["value"] + 0.01)
                else:
                    self.assertIn("pin:7", moved["contradiction"])
                job["pins"] = [
                    {"id": n, **{name: group[name] for name in ("programme", "place", "start", "room", "trainers")}} for n, group in enumerate(free["groups"])
                ]
                same = self.plan(job)
                self.assertAlmostEqual(same["value"], free["value"], delta=0.011)
                self.assertEqual([group["trainers"] for group in same["groups"] if group["pin"] is not None], [group["trainers"] for group in free["groups"]])
                job["pins"] = []
                job["forbidden"] = [{"id": 1, "programme": first["programme"], "place": first["place"]}, {"id": 2, "trainer": 1, "start": 2}]
                away = self.plan(job)
                self.assertFalse(
                    [
                        g
                        for g in away["groups"]
                        if (g["programme"], g["place"]) == (first["programme"], first["place"]) or (g["start"] == 2 and 1 in g["trainers"])
                    ]
                )

    def test_pins_stay_in_a_case_that_is_not_solved_as_a_whole(self):
        job = large()
        free = self.plan(job)
        job["pins"] = [
            {"id": n, **{name: group[name] for name in ("programme", "place", "start", "room", "trainers")}} for n, group in enumerate(free["groups"][:3])
        ]
        job["forbidden"] = [{"id": 1, "programme": group["programme"], "start": group["start"]} for group in free["groups"][3:4]]
        plan = self.plan(job)
        for n, group in enumerate(free["groups"][:3]):
            held = next(row for row in plan["groups"] if row["pin"] == n)
            self.assertEqual(
                [held[name] for name in ("programme", "place", "start", "room", "trainers")],
                [group[name] for name in ("programme", "place", "start", "room", "trainers")],
            )
        gone = free["groups"][3]
        self.assertFalse([group for group in plan["groups"] if (group["programme"], group["start"]) == (gone["programme"], gone["start"])])

    def test_one_date_moved_by_hand_moves_few_others(self):
        job = large()
        before = self.plan(job)
        first = before["groups"][0]
        others = [
            start["id"]
            for start in job["starts"]
            if start["kind"] == "weekend" and start["id"] not in {group["start"] for group in before["groups"]} and len(start["days"]) == 2
        ]
        job["old"] = [{name: group[name] for name in ("programme", "place", "start", "room", "trainers")} for group in before["groups"]]
        job["pins"] = [{"id": 1, "programme": first["programme"], "place": first["place"], "start": others[0]}]
        job["forbidden"] = [{"id": 1, "programme": first["programme"], "start": first["start"]}]
        after = self.plan(job)
        moved = {where(group) for group in before["groups"][1:]} - {where(group) for group in after["groups"]}
        self.assertLessEqual(len(moved), 2, moved)
        self.assertGreaterEqual(len(before["groups"]), 8)

    def test_an_old_plan_with_what_is_no_more_is_no_fault(self):
        job = town(1)
        job["old"] = [
            {"programme": 77, "place": 1, "start": 1, "room": 1, "trainers": [1]},
            {"programme": 1, "place": 1, "start": 1, "room": 1, "trainers": [1]},
        ]
        self.plan(job)


def large(people=260):
    """More than is solved as a whole: 14 programmes, 40 starts, ten groups."""
    job = town(5, people=people, programmes=14, groups=10)
    job["goal"], job["effort"] = 0.02, "normal"
    job["starts"] = [{"id": n + 1, "kind": "weekend", "days": [DAY + 1 + 7 * n, DAY + 2 + 7 * n]} for n in range(40)]
    for place, person in enumerate(job["persons"]):
        person["wishes"] = [
            {"topic": 1 + (place + step) % 4, "worth": 1 + (place * 7 + step) % 3, "due": (place + step) % 5 == 0, "priority": False} for step in range(2)
        ]
        person["kinds"] = None
    for programme in job["programmes"]:
        programme.update(topic=1 + programme["id"] % 4, min=6, max=12, fee=0)
    for room in job["rooms"]:
        room["seats"] = 12
    return job


class Inputs(Planner):
    """What a centre knows of people: subjects, leave, who pays, what falls due, where trainers live."""

    def known(self, seed):
        job = town(seed)
        for place, person in enumerate(job["persons"]):
            person.update(subject=("mathematics", "history")[place % 2], leave=place % 3, purse=1 + place % 3)
        job["purses"] = [{"id": 1, "amount": 150_000}, {"id": 2, "amount": 900_000}, {"id": 3, "amount": 100_000}]
        job["rules"].append({"id": "subject", "kind": "cover", "of": "subject", "count": 1})
        return job

    def test_with_all_of_it_a_small_town_is_planned_as_well_as_any_plan_could(self):
        for seed in (11, 12, 13):
            with self.subTest(seed=seed):
                plan = self.plan(self.known(seed))
                self.assertTrue(plan["exact"])
                self.assertAlmostEqual(plan["value"], exhaustive.best(self.known(seed)), delta=0.011)

    def test_who_has_no_leave_left_is_not_planned_on_a_day_with_lessons(self):
        for seed in (3, 5, 8):
            job = self.known(seed)
            for person in job["persons"]:
                person.update(leave=0, kinds=None)
            counted, plan = recount.Town(job), self.plan(job)
            for group in plan["groups"]:
                for number in group["persons"]:
                    start = counted.starts[group["start"]]
                    self.assertFalse(any(counted.loses(counted.persons[number], start, day) for day in group["days"]))
            free = copy.deepcopy(job)
            for person in free["persons"]:
                person["leave"] = 3
            self.assertGreaterEqual(self.plan(free)["value"], plan["value"] - 0.011)

    def test_an_empty_purse_pays_for_nobody_and_a_fuller_one_is_never_worse(self):
        values = []
        for amount in (0, 100_000, 300_000, 5_000_000):
            job = self.known(4)
            for programme in job["programmes"]:
                programme.update(fee=100_000, purse=None)
            for person in job["persons"]:
                person["purse"] = 1
            job["purses"] = [{"id": 1, "amount": amount}]
            plan = self.plan(job)
            self.assertLessEqual(sum(100_000 * len(group["persons"]) for group in plan["groups"]), amount)
            values.append(plan["value"])
        self.assertEqual(values, sorted(values))
        self.assertEqual(values[0], 0)
        self.assertGreater(values[-1], 0)

    def test_what_falls_due_weighs_as_much_as_it_is_said_to(self):
        job = self.known(6)
        for person in job["persons"]:
            for wish in person["wishes"]:
                wish["due"] = person["id"] % 2 == 1
        without = copy.deepcopy(job)
        without["weights"] = {"due": 0}
        job["weights"] = {"due": 500}
        heavy, light = self.plan(job), self.plan(without)
        due = lambda plan: {number for group in plan["groups"] for number in group["persons"] if number % 2 == 1}
        self.assertGreaterEqual(len(due(heavy)), len(due(light)))
        self.assertEqual(sum(group["why"]["due"] for group in heavy["groups"]), sum(1 for group in heavy["groups"] for number in group["persons"] if number % 2 == 1))

    def test_a_trainer_starts_from_where_they_live(self):
        near, far = self.known(2), self.known(2)
        for job, at in ((near, [43.0, 21.95]), (far, [44.0, 21.95])):
            for trainer in job["trainers"]:
                trainer["at"] = at
            job["rooms"] = job["rooms"][:1]
        one, other = self.plan(near), self.plan(far)
        self.assertGreater(one["value"], other["value"])
        ways = 2 * 1.3 * 111.195 / 10
        self.assertLessEqual(one["value"] - other["value"], ways * sum(len(group["trainers"]) * len(group["days"]) for group in one["groups"]) + 0.2)


class Rules(Planner):
    """Rules that cannot hold together."""

    def contradiction(self, job, expected):
        """The named rules, none of which may be left out without the rest being possible."""
        answer = self.line.ask(job)
        self.assertIn("contradiction", answer, str(answer)[:300])
        self.assertEqual(set(answer["contradiction"]), set(expected))
        self.assertTrue(answer["proved"])
        from case import Case, Limits
        from pins import held_pins
        from watch import Watch

        case, watch = Case(copy.deepcopy(job)), Watch(60, print)
        named = frozenset(answer["contradiction"])
        self.assertIsNone(held_pins(case, Limits(case, named), watch))
        for name in named:
            self.assertIsNotNone(held_pins(case, Limits(case, named - {name}), watch), name)

    def job(self):
        job = town(1, people=24)
        for programme in job["programmes"]:
            programme["trainers"] = [1]
        for person in job["persons"]:
            person.update(kinds=None, km=None, most=2, leave=3)
        return job

    def test_two_pins_that_need_one_trainer_on_one_day(self):
        job = self.job()
        job["rules"] = [rule for rule in job["rules"] if rule["kind"] != "day"]
        job["pins"] = [
            {"id": 1, "programme": 1, "start": 4, "place": 1},
            {"id": 2, "programme": 3, "start": 4, "place": 2},
            {"id": 3, "programme": 1, "start": 1},
        ]
        self.contradiction(job, ["authorised:1", "authorised:3", "pin:1", "pin:2", "trainer:1"])

    def test_a_holiday_added_after_a_group_was_accepted(self):
        job = self.job()
        job["rules"].append({"id": "saint", "kind": "holiday", "days": [DAY + 2]})
        job["pins"] = [{"id": 1, "programme": 1, "start": 4}]
        self.contradiction(job, ["pin:1", "saint"])

    def test_a_room_closed_after_a_group_was_accepted(self):
        job = self.job()
        job["rules"].append({"id": "repair", "kind": "closure", "room": 1, "days": [DAY + 2]})
        job["pins"] = [{"id": 1, "programme": 1, "start": 4, "room": 1}]
        self.contradiction(job, ["pin:1", "repair"])

    def test_a_pin_that_nobody_wishes(self):
        job = self.job()
        for person in job["persons"]:
            person["wishes"] = [wish for wish in person["wishes"] if wish["topic"] == 1] or [{"topic": 1}]
        for person in job["persons"][:2]:
            person["wishes"].append({"topic": 2})
        job["programmes"][0]["min"] = 3
        job["programmes"][0]["max"] = 4
        job["pins"] = [{"id": 1, "programme": 1}]
        self.contradiction(job, ["pin:1", "size:1"])

    def test_a_programme_more_often_than_it_may_be_held(self):
        job = self.job()
        job["rules"] = []
        job["pins"] = [{"id": n, "programme": 1, "start": n} for n in (1, 3, 4)]
        self.contradiction(job, ["pin:1", "pin:3", "pin:4", "times:1"])

    def test_a_trainer_who_is_not_authorised(self):
        job = self.job()
        job["pins"] = [{"id": 1, "programme": 1, "trainers": [2]}]
        self.contradiction(job, ["authorised:1", "pin:1"])

    def test_a_pin_of_something_that_is_no_more(self):
        job = self.job()
        job["pins"] = [{"id": 1, "programme": 1, "room": 99}]
        self.contradiction(job, ["pin:1"])


class Told(Planner):
    """What is told of each group."""

    def job(self):
        """A school of four at the middle of three places on one meridian: 0.2° from the centre, 0.1° from the third. One degree is 111.195 km, the road 1.3
        times that.
        """
        job = town(1)
        job["places"] = [{"id": 1, "at": [43.0, 22.0]}, {"id": 2, "at": [43.2, 22.0]}, {"id": 3, "at": [43.3, 22.0]}]
        job["rooms"] = [{"id": place, "place": place, "seats": 4} for place in (1, 2, 3)]
        job["schools"] = [{"id": 1, "at": [43.2, 22.0], "calendar": 1, "teachers": 40, "served": False}]
        job["trainers"] = [{"id": 1, "at": [43.2, 22.0]}]
        job["programmes"] = [{"id": 1, "topic": 1, "days": 1, "min": 2, "max": 4, "trainers": [1]}]
        job["starts"] = [{"id": 1, "kind": "weekend", "days": [DAY + 1]}, {"id": 2, "kind": "weekend", "days": [DAY + 2]}]
        job["persons"] = [{"id": n, "school": 1, "wishes": [{"topic": 1, "due": n == 1, "priority": n < 3}]} for n in (1, 2, 3, 4)]
        job["rules"] = job["purses"] = []
        return job

    def test_travel_saved_by_hand(self):
        group = self.plan(self.job())["groups"][0]
        self.assertEqual((group["place"], len(group["persons"]), group["travel"]["km"]), (2, 4, 0))
        # 0.2° × 111.195 km × 1.3 = 28.9 km; four persons there and back: 231.2 km; at 50 km/h 4.62 hours, at 20 dinars 4,624 dinars, at 150 g 34.7 kg.
        self.assertEqual(group["saved"]["centre"], {"km": 231.2, "hours": 4.62, "money": 462_400, "co2": 34.7})
        # 0.1°: 14.5 km, 116 km.
        self.assertEqual(group["saved"]["nearest"], {"place": 3, "km": 116.0, "hours": 2.32, "money": 232_000, "co2": 17.4})

    def test_whom_it_serves_and_what_would_be_next(self):
        group = self.plan(self.job())["groups"][0]
        self.assertEqual(group["why"], {"due": 1, "priority": 1, "wish": 2})
        self.assertEqual((group["new"], group["schools"]), ([1], 1))
        self.assertEqual(group["next"]["start"], {"place": 2, "start": 2 if group["start"] == 1 else 1, "less": 0.0})
        # At the third place: 116 km of persons and 29 km of the trainer, one point for 10 km.
        self.assertEqual((group["next"]["place"]["place"], group["next"]["place"]["less"]), (3, 14.5))

    def test_what_is_scarce_has_a_price(self):
        job = self.job()
        job["programmes"].append({"id": 2, "topic": 2, "days": 1, "min": 2, "max": 4, "trainers": [1]})
        job["starts"] = job["starts"][:1]
        for person in job["persons"][:2]:
            person["wishes"].append({"topic": 2})
        job["persons"] += [{"id": n, "school": 1, "wishes": [{"topic": 2}]} for n in (5, 6, 7, 8)]
        plan = self.plan(job)
        self.assertEqual(len(plan["groups"]), 1)
        self.assertEqual([row["id"] for row in plan["prices"]["trainers"]], [1])
        self.assertGreater(plan["prices"]["trainers"][0]["price"], 10)


class Ends(unittest.TestCase):
    def test_two_processes_say_the_same_bytes(self):
        for job in (town(3), large()):
            said = []
            for hashes in ("1", "4242"):
                with Line(hashes) as line:
                    line.say(job)
                    said.append([])
                    while not said[-1] or '"step"' in said[-1][-1]:
                        said[-1].append(line.read())
            self.assertEqual(said[0], said[1])

    def test_the_order_of_the_input_does_not_matter(self):
        job = large()
        turned = {key: value[::-1] if isinstance(value, list) else value for key, value in job.items()}
        with Line() as line:
            one, other = line.ask(job)["plan"], line.ask(turned)["plan"]
        self.assertEqual(one["groups"], other["groups"])

    def test_stop_answers_with_the_plan_so_far(self):
        job = large(people=1_200)
        job["effort"], job["goal"] = "long", 0.0
        with Line() as line:
            line.say(job)
            while not (step := json.loads(line.read())).get("groups"):
                self.assertIn("step", step)
            line.say({"work": "stop"})
            asked = time.monotonic()
            _, answer = line.answer()
            self.assertLess(time.monotonic() - asked, 10)
            self.assertEqual(answer["plan"]["stopped"], "asked")
            self.assertTrue(answer["plan"]["gap"] is None or 0 <= answer["plan"]["gap"] < 1)
            self.assertEqual(recount.broken(job, answer["plan"]["groups"]), [])
            self.assertIn("plan", line.ask(town(1)))

    def test_the_clock_is_only_a_net(self):
        job = large(people=1_200)
        job["effort"], job["goal"], job["seconds"] = "long", 0.0, 3
        with Line() as line:
            self.assertEqual(line.ask(job)["plan"]["stopped"], "time")

    def test_it_ends_with_its_input_and_leaves_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            here = os.getcwd()
            os.chdir(folder)
            try:
                for way in ("closed", "killed"):
                    line = Line()
                    line.say({**large(people=1_200), "effort": "long"})
                    line.read()
                    line.process.stdin.close() if way == "closed" else line.process.send_signal(signal.SIGKILL)
                    line.process.wait(timeout=10)
                    line.process.stdout.close()
                    if way == "killed":
                        line.process.stdin.close()
            finally:
                os.chdir(here)
            self.assertEqual(list(pathlib.Path(folder).iterdir()), [])


if __name__ == "__main__":
    unittest.main()
