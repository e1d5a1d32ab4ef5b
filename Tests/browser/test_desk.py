"""The desk of the resource centre in a real browser: a keyboard is the scanner, and the mouse is never touched."""

import re
import unittest

from playwright.sync_api import expect, sync_playwright

from house import CHROMIUM, House, enter

COUNT = 50
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

    def test_fifty_loans_in_a_row_and_the_last_of_them_undone(self):
        page = self.open()
        card, labels = self.stock(page)
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
        self.scan(page, labels[0])
        self.assertEqual(page.locator("[data-beep]").get_attribute("data-beep"), "good")
        page.context.close()

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

    def stock(self, page):
        """So many copies of one title, taken in through its page; a rule that lends them all to one; and the card of a borrower."""
        page.goto(self.house.base + "/sr/settings/loans/person")
        page.locator("[name=bookMost]").fill("200")
        page.locator("main form button[type=submit]").first.click()
        page.goto(self.house.base + "/sr/staff/library/1")
        form = page.locator("form[action$='/staff/library/1/copies']")
        before = set(self.labels(page))
        page.locator("details:has(form[action$='/staff/library/1/copies']) > summary").click()
        form.locator("[name=count]").fill(str(COUNT))
        with page.expect_navigation():
            form.locator("button[type=submit]").click()
        labels = [label for label in self.labels(page) if label not in before]
        self.assertEqual(len(labels), COUNT)
        page.goto(self.house.base + "/sr/staff/borrowers/1")
        return re.search(r"\b2\d{11}\b", page.locator("main").inner_text()).group(), labels

    def labels(self, page):
        return re.findall(r"\b1\d{11}\b", page.locator("main").inner_text())
