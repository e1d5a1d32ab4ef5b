"""The door's page on a phone whose network comes and goes, and the projector's page."""

import re
import unittest

from playwright.sync_api import expect, sync_playwright

from house import CHROMIUM, House, doors, enter


def example(path):
    return next(door.example for door in doors() if door.path.endswith(path) and door.page)


class TheDoor(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House()
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(**CHROMIUM)
        cls.coordinator = next(person for person in cls.house.cast() if person["role"] == "coordinator")

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.house.stop()

    def open(self, path):
        context = self.browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
        page = context.new_page()
        enter(page, self.house, self.coordinator)
        page.goto(self.house.base + path)
        return context, page

    def test_marks_wait_on_the_phone_and_arrive_once(self):
        context, page = self.open(example("/door"))
        there, line, taps = page.locator("[data-there]"), page.locator("[data-line]"), page.locator(".door-tap")
        page.wait_for_function("navigator.serviceWorker.ready")
        page.wait_for_function("caches.open('door').then((cache) => cache.keys()).then((kept) => kept.length > 2)")
        before = int(there.inner_text())
        taps.nth(0).click()
        expect(there).to_have_text(str(before + 1))
        expect(line).to_be_hidden()

        context.set_offline(True)
        taps.nth(1).click()
        page.locator(".door-list summary").nth(2).click()
        page.locator(".door-list li").nth(2).locator(".door-more button").first.click()
        expect(line).to_be_visible()
        self.assertRegex(line.inner_text(), r"\b2$")
        page.reload()
        expect(there).to_have_text(re.compile(r"\d+"))
        expect(line).to_contain_text("2")
        taps.nth(4).click()
        self.assertRegex(line.inner_text(), r"\b3$")

        context.set_offline(False)
        expect(line).to_be_hidden()
        self.assertEqual(page.evaluate("Object.keys(localStorage).filter((name) => !name.endsWith('.heard'))"), [])
        told = there.inner_text()
        page.reload()
        expect(there).to_have_text(told)
        context.close()

    def test_people_are_found_in_either_script(self):
        context, page = self.open(example("/door"))
        for typed in ["djordj", "Đorđ", "Ђорђ", "ana dor"]:
            page.fill("#q", typed)
            self.assertEqual(page.locator(".door-list li:visible").count(), 1, typed)
        context.close()

    def test_it_works_without_scripts(self):
        context = self.browser.new_context(java_script_enabled=False)
        page = context.new_page()
        enter(page, self.house, self.coordinator)
        page.goto(self.house.base + example("/door"))
        page.locator(".door-tap").nth(6).click()
        expect(page.locator(".door-list li").nth(6)).to_have_attribute("data-mark", "present")
        context.close()
