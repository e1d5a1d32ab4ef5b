"""The resource centre in a real browser: a keyboard is the scanner, and the mouse is never touched at the desk."""

import datetime
import pathlib
import re
import sqlite3
import subprocess
import unittest
import zoneinfo

import pymarc
from playwright.sync_api import expect, sync_playwright

from house import CHROMIUM, House, enter

COUNT = 50
SHELF = "Р-7"
DESK = "/sr/staff/desk"


class TheDesk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(**CHROMIUM)
        cls.director = next(person for person in cls.house.cast() if person["role"] == "director")

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.house.stop()

    def open(self, **settings):
        page = self.browser.new_context(viewport={"width": 1280, "height": 900}, **settings).new_page()
        enter(page, self.house, self.director)
        return page

    def test_a_shelf_from_its_records_to_the_counting(self):
        page = self.open()
        labels = self.taken_in(page)
        self.labelled(page, labels)
        card = self.borrower(page)
        self.lent(page, card, labels)
        self.renewed_and_overdue(page, card, labels)
        self.returned(page, labels)
        self.counted(page, labels)
        page.context.close()

    def taken_in(self, page):
        """Records of another library, each with a copy on one shelf. Gives what the labels of the copies say."""
        records = pathlib.Path(self.house.folder, "shelf.mrc")
        with open(records, "wb") as file:
            for number in range(COUNT):
                record = pymarc.Record(force_utf8=True, leader="00000nam0 2200000   450 ")
                record.add_field(pymarc.Field("001", data=f"{9_000 + number}"))
                for tag, subfields in (("101", {"a": "srp"}), ("200", {"a": f"Огледи у башти, свеска {number + 1}"}), ("700", {"a": "Чворовић", "b": "Љубица"}),
                                       ("996", {"f": f"{number + 1}/19", "d": SHELF})):
                    record.add_field(pymarc.Field(tag, ["0", " "], [pymarc.Subfield(code, value) for code, value in subfields.items()]))
                file.write(record.as_marc())
        page.goto(self.house.base + "/sr/staff/library/records")
        page.locator("[name=file]").set_input_files(records)
        self.press(page, page.locator("main form[action$='/staff/library/records'] button[type=submit]"))
        expect(page.locator("main")).to_contain_text("Огледи у башти, свеска 1")
        self.press(page, page.locator("main form[action*='/imports/drafts/']:not([action$='/drop']) button[type=submit]"))
        rows = self.rows("SELECT label FROM copy WHERE shelf = ? ORDER BY number", SHELF)
        self.assertEqual(len(rows), COUNT)
        return [label for label, in rows]

    def labelled(self, page, labels):
        """Bars of all of them on sheets, as they are printed."""
        first, last = self.rows("SELECT min(number), max(number) FROM copy WHERE shelf = ?", SHELF)[0]
        answer = page.context.request.get(f"{self.house.base}/sr/staff/prints/labels.pdf?from={first}&to={last}&sheet=0&code=bars")
        self.assertEqual((answer.status, answer.headers["content-type"]), (200, "application/pdf"))
        text = subprocess.run(["pdftotext", "-", "-"], input=answer.body(), capture_output=True, check=True, timeout=60).stdout.decode()
        printed = re.sub(r"[^\d\n]", "", text)
        self.assertEqual([label for label in labels if label not in printed], [])

    def borrower(self, page):
        """A rule that lends all of them to one, and the card of a borrower."""
        page.goto(self.house.base + "/sr/settings/loans/person")
        page.locator("[name=bookMost]").fill("200")
        page.locator("main form button[type=submit]").first.click()
        page.goto(self.house.base + "/sr/staff/borrowers/1")
        return re.search(r"\b2\d{11}\b", page.locator("main").inner_text()).group()

    def lent(self, page, card, labels):
        page.goto(self.house.base + DESK)
        self.scan(page, card)
        expect(page.locator(".desk-who")).to_be_visible()
        for place, label in enumerate(labels, 1):
            self.scan(page, label)
            expect(page.locator(".desk-sign [class~=good], .desk-sign [class~=waiting]").first).to_be_visible()
            expect(page.locator("#code")).to_be_focused()
            self.assertEqual(page.locator("[data-beep]").get_attribute("data-beep"), "good", f"{place}: {label}")
        out = page.locator("main table tbody tr").count()
        self.assertGreaterEqual(out, COUNT)
        # The field is empty and has the focus: two keys undo the last of them.
        page.keyboard.press("Control+z")
        page.wait_for_url(re.compile("did="))
        expect(page.locator("main table tbody tr")).to_have_count(out - 1)
        # What cannot be read is said, and the next scan is read.
        self.scan(page, card[:-1])
        self.assertEqual(page.locator("[data-beep]").get_attribute("data-beep"), "bad")
        expect(page.locator("#code")).to_be_focused()
        expect(page.locator("#code")).to_have_value("")
        self.scan(page, labels[-1])
        self.assertEqual(page.locator("[data-beep]").get_attribute("data-beep"), "good")

    def renewed_and_overdue(self, page, card, labels):
        # Weeks go by: one is due tomorrow, one was due nine days ago.
        with sqlite3.connect(pathlib.Path(self.house.data, "zbornica.sqlite"), timeout=30) as database:
            for label, days in ((labels[0], "+1 day"), (labels[1], "-9 days")):
                database.execute("UPDATE loan SET due = date('now', ?) WHERE state = 'out' AND copy = (SELECT id FROM copy WHERE label = ?)", (days, label))
        page.goto(self.house.base + DESK)
        self.scan(page, card)
        row = page.locator("main table tbody tr", has_text=labels[0])
        due = self.due(labels[0])
        row.locator("form[action$='/staff/desk/renew'] button").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        self.assertGreater(self.due(labels[0]), due)
        self.assertEqual(self.rows("SELECT renewed FROM loan l JOIN copy c ON c.id = l.copy WHERE c.label = ? AND l.state = 'out'", labels[0]), [(1,)])
        page.goto(self.house.base + "/sr/staff/loans?state=overdue")
        expect(page.locator("main")).to_contain_text("Огледи у башти, свеска 2")
        page.goto(self.house.base + DESK)
        self.scan(page, card)
        expect(page.locator(".desk-who .bad, .desk-who [class~=bad]").first).to_be_visible()

    def returned(self, page, labels):
        page.goto(self.house.base + DESK)
        for label in labels:
            self.scan(page, label)
            expect(page.locator("#code")).to_be_focused()
            self.assertNotEqual(page.locator("[data-beep]").get_attribute("data-beep"), "bad", label)
        self.assertEqual(self.rows("SELECT count(*) FROM loan l JOIN copy c ON c.id = l.copy WHERE c.shelf = ? AND l.state = 'out'", SHELF), [(0,)])

    def counted(self, page, labels):
        """All but one stand there, and one of another shelf."""
        page.goto(self.house.base + "/sr/staff/stock")
        page.locator("[name=shelf]").select_option(SHELF)
        self.press(page, page.locator("main form[action$='/staff/stock'] button[type=submit]"))
        page.locator("[data-scan]").focus()
        for label in labels[:3]:
            self.scan(page, label)
            self.assertEqual(page.locator("[data-beep]").get_attribute("data-beep"), "good")
        page.locator("details:has(textarea[name=label]) > summary").click()
        page.locator("textarea[name=label]").fill("\n".join(labels[3:-1]))
        self.press(page, page.locator("form:has(textarea[name=label]) button[type=submit]"))
        foreign = self.rows("SELECT label FROM copy WHERE shelf <> ? AND state = 'shelf' AND id NOT IN (SELECT copy FROM loan WHERE state = 'out') LIMIT 1", SHELF)[0][0]
        page.locator("[data-scan]").focus()
        self.scan(page, foreign)
        figures = page.locator("main .figures").inner_text().split("\n")
        self.assertEqual([part for part in figures if part.strip().isdigit()][:3], [str(COUNT - 1), "1", "1"], figures)
        self.press(page, page.locator("form[action$='/close'] button[type=submit]"))
        report = page.context.request.get(page.url.split("?")[0] + "/report.pdf")
        self.assertEqual((report.status, report.headers["content-type"]), (200, "application/pdf"))

    def press(self, page, places):
        with page.expect_navigation():
            places.first.click()

    def rows(self, text, *values):
        """What stands in the database; the program writes, this only looks."""
        with sqlite3.connect(f"file:{self.house.data}/zbornica.sqlite?mode=ro", uri=True, timeout=30) as database:
            return database.execute(text, values).fetchall()

    def due(self, label):
        return self.rows("SELECT due FROM loan WHERE state = 'out' AND copy = (SELECT id FROM copy WHERE label = ?)", label)[0][0]

    def test_a_kit_goes_over_three_schools_and_its_lesson_is_among_her_activities(self):
        desk, name = self.open(), "Лабораторија у коферу"
        kit = self.rows("SELECT id FROM title WHERE name = ?", name)[0][0]
        teacher = next(person for person in self.house.cast() if person["email"].startswith("ana@"))
        school = self.rows("SELECT e.school FROM employment e JOIN person p ON p.id = e.person WHERE p.email = ? AND e.until IS NULL", teacher["email"])[0][0]
        others = [other for other, in self.rows("SELECT id FROM school WHERE id <> ? ORDER BY id LIMIT 2", school)]
        today = self.today()
        # It needs no day to be made ready, today.
        desk.goto(f"{self.house.base}/sr/staff/kits/{kit}")
        desk.locator("[name=setUp]").fill("0")
        self.press(desk, desk.locator(f"main form[action$='/staff/kits/{kit}'] button[type=submit]"))
        # The route, three schools one after the other.
        desk.goto(f"{self.house.base}/sr/staff/kits/{kit}/book")
        for number, stop in enumerate([school, *others], 1):
            desk.locator(f"[name=school{number}]").select_option(str(stop))
            for field in ("first", "last"):
                desk.locator(f"[name={field}{number}]").fill(str(today + datetime.timedelta(days=number - 1)))
        desk.locator("[name=email1]").fill(teacher["email"])
        self.press(desk, desk.locator(f"main form[action$='/staff/kits/{kit}/book'] button[type=submit]"))
        booking = re.search(r"/staff/kits/bookings/(\d+)", desk.url)[1]
        for stop in others:
            expect(desk.locator("main")).to_contain_text(self.rows("SELECT name FROM school WHERE id = ?", stop)[0][0])
        protocol = desk.context.request.get(f"{self.house.base}/sr/staff/kits/bookings/{booking}/protocol.pdf")
        self.assertEqual((protocol.status, protocol.headers["content-type"]), (200, "application/pdf"))
        # Counted as it goes.
        self.count(desk, "out", lacking=0)

        # Its teacher says how it was used, and finds that among her activities.
        page = self.browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        enter(page, self.house, teacher)
        page.goto(f"{self.house.base}/sr/me/kits/{booking}")
        page.locator("[name=times]").fill("2")
        page.locator("[name=pupils]").fill("41")
        page.locator("[name=lesson]").fill("Огледи са сенкама")
        page.locator("[name=day]").fill(str(today))
        self.press(page, page.locator("main form[action*='/notes/'] button[type=submit]"))
        page.goto(self.house.base + "/sr/me/portfolio/entries")
        expect(page.locator("main")).to_contain_text("Огледи са сенкама")
        page.context.close()

        # Counted as it comes back: what lacks is told, and what the teacher said stands beside it.
        desk.goto(f"{self.house.base}/sr/staff/kits/bookings/{booking}")
        self.count(desk, "back", lacking=1)
        expect(desk.locator("main")).to_contain_text("Огледи са сенкама")
        self.assertEqual(self.rows("SELECT state FROM loan WHERE id = (SELECT loan FROM kit_booking WHERE id = ?)", booking), [("back",)])
        desk.context.close()

    def count(self, page, act, lacking):
        """Fills the check-list with what is expected of each part, less some of the first."""
        for place, part in enumerate(page.locator("[name^='found-']").all()):
            expected = int(re.search(r"\d+", page.locator(f"#{part.get_attribute('aria-describedby').split()[0]}").inner_text()).group())
            part.fill(str(expected - (lacking if place == 0 else 0)))
        self.press(page, page.locator(f"main form[action$='/{act}'] button[type=submit]"))

    def today(self):
        return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Belgrade")).date()

    def test_without_a_script_it_is_the_same(self):
        page = self.open(java_script_enabled=False)
        page.goto(self.house.base + DESK)
        page.keyboard.type("nema takvog")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("find="))
        expect(page.locator("#code")).to_be_focused()
        page.context.close()

    def scan(self, page, code):
        """As a scanner does it: the signs of the code, then Enter. Whatever has the focus takes them."""
        page.keyboard.type(code)
        with page.expect_navigation():
            page.keyboard.press("Enter")
