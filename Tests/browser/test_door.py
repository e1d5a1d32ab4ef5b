"""The door's page on a phone whose network comes and goes, and the projector's page."""

import re
import unittest

from playwright.sync_api import Error, expect, sync_playwright

from house import CHROMIUM, House, doors, enter

# The pages that the browser keeps, without their files.
KEPT = "caches.open('door').then((cache) => cache.keys()).then((kept) => kept.map(({ url }) => url).filter((url) => url.endsWith('/door')))"


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

    def until(self, page, truth):
        for _ in range(100):
            if page.evaluate(truth):
                return
            page.wait_for_timeout(100)
        self.fail(f"never: {truth}")

    def wait_until_kept(self, page):
        page.wait_for_function("navigator.serviceWorker.ready")
        self.until(page, f"{KEPT}.then((kept) => kept.length === 1)")

    def test_a_correction_stands_when_the_mark_before_it_is_slow(self):
        context, page = self.open(example("/door"))
        place = page.locator(".door-list li[data-mark='']").first.get_attribute("data-person")
        person = page.locator(f".door-list li[data-person='{place}']")
        page.evaluate("""() => {
            const quick = window.fetch;
            let isSlow = true;
            window.fetch = async (address, options = {}) => {
                if (options.method === "POST" && isSlow) { isSlow = false; await new Promise((done) => setTimeout(done, 3000)); }
                return quick(address, options);
            };
        }""")
        person.locator(".door-tap").click()
        page.wait_for_timeout(1100)
        person.locator("summary").click()
        person.locator(".door-more button[value$='.none']").click()
        self.until(page, "Object.keys(localStorage).every((name) => name.endsWith('.heard'))")
        expect(person).to_have_attribute("data-mark", "")
        page.reload()
        expect(person).to_have_attribute("data-mark", "")
        context.close()

    def test_an_old_page_is_not_shown_and_goes(self):
        context, page = self.open(example("/door"))
        self.wait_until_kept(page)
        page.evaluate("""async () => {
            const cache = await caches.open("door");
            const old = new Date(Date.now() - 37 * 3_600_000).toUTCString();
            const path = location.pathname;
            await cache.put(path, new Response("<p>old</p>", { headers: { "content-type": "text/html", date: old } }));
        }""")
        context.set_offline(True)
        with self.assertRaises(Error):
            page.reload()
        # A page of error asks again by itself as soon as there is a network, and would be kept anew.
        page.close()
        context.set_offline(False)
        other = context.new_page()
        other.goto(self.house.base + example("/door").replace("/door", "/screen"))
        self.until(other, f"{KEPT}.then((kept) => !kept.length)")
        context.close()

    def test_whoever_leaves_takes_the_page_along_and_marks_wait_for_their_maker(self):
        context, page = self.open(example("/door"))
        self.wait_until_kept(page)
        other = context.new_page()
        other.goto(self.house.base + "/sr/me")
        self.assertEqual(len(other.evaluate(KEPT)), 1)
        other.locator("form[action$='/sign-out'] button").first.click()
        self.until(other, f"{KEPT}.then((kept) => !kept.length)")

        administrator = next(person for person in self.house.cast() if person["role"] == "administrator")
        enter(other, self.house, administrator)
        page.locator(".door-tap").nth(5).click()
        expect(page.locator("[data-line]")).to_have_class("door-line enter")
        self.assertEqual(page.evaluate("Object.keys(localStorage).filter((name) => !name.endsWith('.heard')).length"), 1)
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
